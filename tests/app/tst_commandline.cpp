// The program as a user calls it: what it prints where, and its exit status.

#include "core/catalog/pattern.h"
#include "tests/app/calledprogram.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace tenfold;

class TestCommandLine : public CalledProgram
{
    Q_OBJECT

private Q_SLOTS:
    void listNamesTheTenPatterns();
    void aPlainRunPrintsTheFourFigures();
    void whereCountsMatterTheyArePrinted();
    void standardOutputIsTheDocumentAlone();
    void howAnOwnFileIsReadIsSaidFirst();
    void whatAnOwnFileHoldsIsTextOnTheTerminal();
    void csvGoesToStandardOutput();
    void severalOutputsAtOnce();
    void everyPictureIsWritten();
    void aFileThatCannotBeWrittenIsRefusedBeforeTheWork();
    void aFullDiskIsOneAndKeepsTheOlderFile();
    void badUsageIsTwo();
    void theWindowWithoutADisplayIsTwo();
    void aFileThatIsNoRecordingIsTwo();
    void aMistakeDoesNotFailTheRun();
    void aSweepIsADocumentATableAndAPicture();
    void theReportIsWritten();
    void japaneseIsSpoken();
};

void TestCommandLine::listNamesTheTenPatterns()
{
    const Result text = call({"list"});
    QCOMPARE(text.status, 0);
    QVERIFY(text.out.contains("threads/url-fetch"));
    QVERIFY(text.out.contains("ProcessPoolExecutor"));
    for (const Pattern &pattern : catalog()) { // the titles stand below one another, whatever the pattern
        for (const Scenario &scenario : pattern.scenarios) {
            const qsizetype column = text.out.lastIndexOf(scenario.title.text().toUtf8()) -
                                     text.out.lastIndexOf(scenario.path().toUtf8());
            QCOMPARE(column, text.out.lastIndexOf("Fetch URLs") - text.out.lastIndexOf("threads/url-fetch"));
        }
    }
    const Result json = call({"list", "--json"});
    QCOMPARE(json.status, 0);
    QCOMPARE(QJsonDocument::fromJson(json.out).array().size(), 10);
    QVERIFY2(json.err.isEmpty(), json.err.constData());
}

void TestCommandLine::aPlainRunPrintsTheFourFigures()
{
    const Result result = call(quick({}));
    QCOMPARE(result.status, 0);
    for (const char *words :
         {"Sequential time", "Concurrent time", "Time saved", "Speed-up", "Threads as in Python"})
        QVERIFY2(result.out.contains(words), result.out.constData());
    QVERIFY2(result.err.isEmpty(), result.err.constData()); // no terminal, no progress
}

void TestCommandLine::whereCountsMatterTheyArePrinted()
{
    const auto numbersOf = [&](const QStringList &more) {
        const Result result = call(QStringList{"run", "lock/interleavings"} + more);
        QMap<QByteArray, QByteArray> numbers; // "title  number", two spaces or more between them
        for (const QByteArray &line : result.out.split('\n')) {
            if (const qsizetype gap = line.indexOf("  "); gap > 0)
                numbers[line.left(gap)] = line.mid(gap).trimmed();
        }
        return numbers;
    };
    const auto unlocked = numbersOf({});
    QCOMPARE(unlocked["Possible executions"], "6");
    QCOMPARE(unlocked["Wrong"], "4");
    QCOMPARE(unlocked["Right"], "2");
    QVERIFY(!unlocked.contains("Sequential time")); // nor a speed-up in their place
    const auto longer = numbersOf({"--set", "increments=3"});
    QCOMPARE(longer["Possible executions"], "924");
    QCOMPARE(longer["Right"], "20");
    QCOMPARE(longer["Wrong"], "904");
    const auto locked = numbersOf({"--set", "program=locked"});
    QCOMPARE(locked["Wrong"], "0");
}

void TestCommandLine::standardOutputIsTheDocumentAlone()
{
    const Result result = call(quick({"--json", "-", "--seed", "5"}));
    QCOMPARE(result.status, 0);
    QJsonParseError error;
    const QJsonObject document = QJsonDocument::fromJson(result.out, &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(document["command"].toString(), "tenfold run threads/url-fetch --preset quick --seed 5");
    const QJsonArray outcomes = document["outcomes"].toArray();
    QCOMPARE(outcomes.size(), 3);
    for (const QJsonValue outcome : outcomes) {
        QCOMPARE(outcome["status"].toString(), "finished");
        QVERIFY(outcome["same_result"].toBool());
        QCOMPARE(outcome["table"]["rows"].toArray().size(), 4);
    }
    QVERIFY2(result.err.isEmpty(), result.err.constData());
}

void TestCommandLine::howAnOwnFileIsReadIsSaidFirst()
{
    QFile file(path("own.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Ort;Regen\nKiel;3,5\nUlm;4,5\n");
    file.close();
    QStringList words{
        "run",   "processes/data-analysis", "--preset", "quick",        "--variant", "sequential",
        "--set", "file=" + file.fileName(), "--set",    "column=Regen", "--json",    "-"};
    const Result guessed = call(words);
    QCOMPARE(guessed.status, 0);
    for (const char *part : {"Comma (1.250,5)", "Ort | Regen", "Kiel | 3,5 → 3.5"})
        QVERIFY2(guessed.err.contains(part), guessed.err.constData());
    QVERIFY(!QJsonDocument::fromJson(guessed.out).isNull()); // it is the document alone
    const Result told = call(words << "--set"
                                   << "separator=none"
                                   << "--set"
                                   << "column=1");
    QCOMPARE(told.status, 1);
    QVERIFY2(told.err.contains("no numbers in its column"), told.err.constData());
}

void TestCommandLine::whatAnOwnFileHoldsIsTextOnTheTerminal()
{
    QFile file(path("sent.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Von;Regen\nhttps://anna:geheim@host.test/a;3,5\n\x1b[31mrot\x1b[0m;4,5\n");
    file.close();
    const Result result = call({"run", "processes/data-analysis", "--preset", "quick", "--variant",
                                "sequential", "--set", "file=" + file.fileName(), "--set", "column=Regen"});
    QCOMPARE(result.status, 0);
    QVERIFY2(result.err.contains("anna:***@host.test") && result.err.contains("rot"), result.err.constData());
    QVERIFY2(!result.err.contains("geheim") && !result.err.contains('\x1b'), result.err.constData());
}

void TestCommandLine::csvGoesToStandardOutput()
{
    const Result result = call(quick({"--csv", "-", "--repeat", "2", "--variant", "parallel"}));
    QCOMPARE(result.status, 0);
    const QList<QByteArray> lines = result.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines[0].startsWith("scenario,variant,"));
}

void TestCommandLine::severalOutputsAtOnce()
{
    const Result result = call(quick({"--json", "a.json", "--csv", "a.csv", "--trace", "t.json"}));
    QCOMPARE(result.status, 0);
    QVERIFY(result.out.contains("Speed-up"));
    for (const char *name : {"a.json", "a.csv", "t.json"})
        QVERIFY(QFile(path(name)).size() > 0);
    QFile trace(path("t.json"));
    QVERIFY(trace.open(QIODevice::ReadOnly));
    QVERIFY(QJsonDocument::fromJson(trace.readAll())["traceEvents"].toArray().size() > 10);
}

void TestCommandLine::everyPictureIsWritten()
{
    const Result result =
        call(quick({"--chart", "c.png", "--chart", "in-flight:f.svg", "--timeline", "t.pdf", "--timeline",
                    "parallel:p.png", "--shot", "s.png", "--chart", "page:w.svg", "--size", "1280x720"}));
    QVERIFY2(result.status == 0, result.err.constData());
    for (const char *name : {"c.png", "p.png", "s.png"})
        QCOMPARE(QImage(path(name)).size(), QSize(1280, 720));
    for (const char *name : {"f.svg", "w.svg"}) {
        QFile svg(path(name));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QVERIFY(svg.readAll().contains("<text"));
    }
    QFile pdf(path("t.pdf"));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.read(5) == "%PDF-");
}

void TestCommandLine::aFileThatCannotBeWrittenIsRefusedBeforeTheWork()
{
    for (const char *option : {"--json", "--csv", "--trace", "--shot", "--chart", "--timeline"}) {
        const Result result = call(quick({option, "/nowhere/at/all.png"}));
        QCOMPARE(result.status, 2);
        QVERIFY2(result.err.contains("/nowhere/at/all.png cannot be written"), result.err);
        QVERIFY2(result.out.isEmpty(), option);
    }
    QFile file(path("in the way"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const Result report = call({"report", "in the way", "--pattern", "process-pool"});
    QCOMPARE(report.status, 2);
    QVERIFY2(report.err.contains("is not a folder"), report.err);
}

void TestCommandLine::aFullDiskIsOneAndKeepsTheOlderFile()
{
    for (const QStringList &option : {QStringList{"--json", "old.png"},
                                      {"--csv", "old.png"},
                                      {"--trace", "old.png"},
                                      {"--shot", "old.png"},
                                      {"--chart", "old.png"},
                                      {"--chart", "old.svg"},
                                      {"--chart", "old.pdf"},
                                      {"--timeline", "old.png"},
                                      {"--timeline", "old.svg"}}) {
        QFile old(path(option[1]));
        QVERIFY(old.open(QIODevice::WriteOnly | QIODevice::Truncate) && old.write("an older file") > 0);
        old.close();
        QProcess process;
        process.setProcessEnvironment(environment_);
        process.setWorkingDirectory(folder_.path());
        process.setChildProcessModifier([] { // no file of this process can grow beyond it
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit full{100, 100};
            setrlimit(RLIMIT_FSIZE, &full);
        });
        process.start(QStringLiteral(TENFOLD_PROGRAM), quick(option));
        QVERIFY(process.waitForFinished(10 * patience));
        QCOMPARE(process.exitCode(), 1);
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(said.contains(option[1].toUtf8() + " cannot be written: File too large."), said);
        QVERIFY(process.readAllStandardOutput().contains("Speed-up")); // the rest is not lost
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), "an older file");
    }
}

void TestCommandLine::badUsageIsTwo()
{
    const Result result = call({"run", "threads/url-fetch", "--workers", "none"});
    QCOMPARE(result.status, 2);
    QVERIFY(result.out.isEmpty());
    QCOMPARE(result.err.count('\n'), 1);
    QCOMPARE(call({"--help"}).status, 0);
    QCOMPARE(call({"--version"}).status, 0);
}

void TestCommandLine::theWindowWithoutADisplayIsTwo()
{
    const Result result = call({});
    QCOMPARE(result.status, 2);
    QVERIFY(result.err.contains("display"));
    QCOMPARE(result.err.count('\n'), 1);
}

void TestCommandLine::aFileThatIsNoRecordingIsTwo()
{
    const Result result = call({"/nowhere/lecture.tenfold"});
    QCOMPARE(result.status, 2);
    QVERIFY(result.err.contains("/nowhere/lecture.tenfold"));
}

void TestCommandLine::aMistakeDoesNotFailTheRun()
{
    const Result result = call(quick({"--variant", "unlimited-fan-out", "--json", "-"}));
    QCOMPARE(result.status, 0);
    const QJsonValue mistake = QJsonDocument::fromJson(result.out)["outcomes"][1];
    QCOMPARE(mistake["kind"].toString(), "mistake");
    QCOMPARE(mistake["same_result"].toBool(), false);
}

void TestCommandLine::aSweepIsADocumentATableAndAPicture()
{
    const QStringList sweep{"sweep",   "threads/url-fetch", "--preset", "quick",    "--over",
                            "workers", "--values",          "1,4",      "--repeat", "2"};
    const Result document = call(sweep + QStringList{"--json", "-", "--chart", "sweep.svg"});
    QVERIFY2(document.status == 0 && document.err.isEmpty(), document.err.constData());
    const QJsonObject json = QJsonDocument::fromJson(document.out).object();
    QCOMPARE(json["scenario"].toString(), "threads/url-fetch");
    QCOMPARE(json["over"].toString(), "workers");
    QCOMPARE(json["points"].toArray().size(), 6);
    QVERIFY(json["best"].isArray()); // which one that is: tst_sweepbest
    const QJsonObject last = json["points"][4].toObject();
    QCOMPARE(last["value"].toInt(), 4);
    QCOMPARE(last["variant"].toString(), "parallel");
    QCOMPARE(last["seconds"].toArray().size(), 2);
    QVERIFY(last["median_seconds"].toDouble() > 0);
    QVERIFY(last["speedup"].toDouble() > 0);
    QFile svg(path("sweep.svg"));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    QVERIFY(svg.readAll().contains("tenfold sweep threads/url-fetch --over workers --values 1,4"));

    const Result table = call(sweep);
    QCOMPARE(table.status, 0);
    const QList<QByteArray> lines = table.out.trimmed().split('\n');
    QVERIFY(lines.size() == 3 || (lines.size() > 4 && lines[3].isEmpty())); // words stand below
    QVERIFY(lines[0].startsWith("Workers") && lines[0].contains("Threads"));
    QVERIFY(lines[2].startsWith("4 ") && lines[2].contains("×"));
}

void TestCommandLine::theReportIsWritten()
{
    const Result result = call({"report", "out", "--pattern", "threads"});
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(result.out.trimmed(), path("out/index.html").toUtf8());
    QFile page(path("out/index.html"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray html = page.readAll();
    for (const char *words :
         {"Fetch URLs", "Unlimited fan-out", "tenfold run threads/url-fetch", "Time saved",
          "effective:", "<a href='#threads-url-fetch'>", "id='threads-url-fetch'",
          "<details><summary>Results: Threads", "/delay/", "zoomed"})
        QVERIFY2(html.contains(words), words);
    const Result nothing = call({"report", "out2", "--pattern", "none"});
    QCOMPARE(nothing.status, 2);
}

void TestCommandLine::japaneseIsSpoken()
{
    const Result result = call(quick({"--lang", "ja"}));
    QCOMPARE(result.status, 0);
    QVERIFY(QString::fromUtf8(result.out).contains(QString::fromUtf8("スピードアップ")));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
