// A column of a CSV file of 100 MB, beside the csv module and float() of python3. Medians of rounds in which
// both take turns; how much memory it takes beyond its numbers.

#include "core/workloads/csvcolumn.h"
#include "tests/bench/median.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <random>
#include <sys/resource.h>

using namespace tenfold;

constexpr int rounds = 5;
constexpr qint64 bytes = 100'000'000;

constexpr const char *python = R"(import array, csv, sys, time
begin = time.perf_counter()
numbers = array.array("d")
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    rows = csv.reader(file)
    column = next(rows).index("value")
    for row in rows:
        numbers.append(float(row[column]))
print(time.perf_counter() - begin, len(numbers))
)";

/// Rows of `begin`, a number and `end`, below names of columns.
static void writeTable(const QString &name, const QByteArray &header, const QByteArray &begin,
                       const QByteArray &end)
{
    std::mt19937 random(1);
    QFile file(name);
    file.open(QIODevice::WriteOnly);
    file.write(header);
    while (file.pos() < bytes)
        file.write(begin + QByteArray::number(static_cast<double>(random()) / 1e6, 'f', 4) + end);
}

static qint64 peak()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss * 1024;
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("table.csv"));
    const QByteArray wide = QByteArray(",12.25").repeated(39);
    const struct
    {
        const char *title;
        QByteArray header, begin, end;
    } tables[] = {{"five columns", "id,time,name,value,other\n", "1234567,2024-01-01 00:00:07,\"item 17\",",
                   ",987654\n"},
                  {"numbers alone", "value\n", "", "\n"},
                  {"forty columns", "value" + QByteArray(",c").repeated(39) + '\n', "", wide + '\n'}};
    for (const auto &table : tables) {
        writeTable(name, table.header, table.begin, table.end);
        std::vector<double> ours, theirs;
        qint64 beyond = 0;
        for (int i = 0; i < rounds; ++i) {
            const qint64 before = peak();
            QElapsedTimer clock;
            clock.start();
            const CsvColumn column = readCsvColumn(name, QStringLiteral("value"), {});
            ours.push_back(static_cast<double>(clock.nsecsElapsed()) * 1e-9);
            beyond = std::max(beyond,
                              peak() - before - static_cast<qint64>(column.numbers.size() * sizeof(double)));
            QProcess peer;
            peer.start(QStringLiteral("python3"), {QStringLiteral("-c"), QString::fromUtf8(python), name});
            if (!peer.waitForFinished(-1) || peer.exitCode() != 0)
                return 1;
            const QList<QByteArray> answer = peer.readAllStandardOutput().split(' ');
            theirs.push_back(answer[0].toDouble());
            if (answer[1].toULongLong() != column.numbers.size())
                return 1;
        }
        std::printf("100 MB of CSV, %s: %.3f s; csv and float() of python3 %.3f s; ratio %.2f (goal 1.0); "
                    "%.0f MB beyond the numbers (goal 64)\n",
                    table.title, median(ours), median(theirs), median(ours) / median(theirs),
                    static_cast<double>(std::max<qint64>(beyond, 0)) / 1e6);
    }
    return 0;
}
