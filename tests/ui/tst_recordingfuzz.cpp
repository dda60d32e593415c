// Whatever the bytes of a file: a recording or a sentence, within bounded memory; and what opens can be
// drawn. TENFOLD_FUZZ says how many files are tried, TENFOLD_FUZZ_MINUTES after which time no further one is,
// and TENFOLD_FUZZ_FROM with which number they begin: the number makes the file.

#include "tests/core/mutations.h"
#include "tests/core/recorded.h"
#include "tests/patience.h"
#include "ui/export/export.h"
#include "ui/fonts.h"
#include "ui/language.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTest>

using namespace tenfold;

class tst_RecordingFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFileIsARecordingOrASentence();
    void eachTroubleHasItsSentence_data();
    void eachTroubleHasItsSentence();

private:
    /// The parts of a file, unpacked.
    struct Valid
    {
        QByteArray bytes;
        std::vector<FilePart> parts;
    };
    QByteArray madeBy(quint32 number) const;
    static QByteArray packed(std::vector<FilePart> parts);

    std::vector<Valid> valid_;
};

static Recording rightWayOf(const QString &path)
{
    return recorded(path, {findScenario(path)->variants[1].id});
}

void tst_RecordingFuzz::initTestCase()
{
    const QByteArray transfers =
        savedRecording(recorded("lock/bank-transfer", {"sequential"}, {{"transfers", 20}}));
    for (const QByteArray &bytes :
         {transfers, ofElsewhere(transfers), savedRecording(rightWayOf("threads/url-fetch")),
          savedRecording(rightWayOf("lock/interleavings")),
          ofElsewhere(savedRecording(rightWayOf("futures/dependency-graph")))}) {
        Valid valid{bytes, {}};
        Packing packing;
        const PartsOfFile file = partsOfFile(bytes);
        for (const FilePart &part : file.parts)
            valid.parts.push_back({QByteArray(part.type.constData(), part.type.size()),
                                   part.type == "HEAD"
                                       ? QByteArray(part.content.constData(), part.content.size())
                                       : *packing.unpack(part.content)});
        QCOMPARE(openedRecording(packed(valid.parts)).problem, QString());
        valid_.push_back(std::move(valid));
    }
}

/// The file with its checksums put right.
QByteArray tst_RecordingFuzz::packed(std::vector<FilePart> parts)
{
    Packing packing;
    for (FilePart &part : parts) {
        if (part.type != "HEAD")
            part.content = packing.pack(part.content);
    }
    return fileOfParts(parts);
}

QByteArray tst_RecordingFuzz::madeBy(quint32 number) const
{
    std::mt19937 random(number);
    const Valid &valid = valid_[random() % valid_.size()], &other = valid_[random() % valid_.size()];
    const auto within = [&](const QByteArray &bytes) {
        return static_cast<qsizetype>(random() % static_cast<std::size_t>(bytes.size() + 1));
    };
    if (random() % 8 == 0) // what a disk or a transfer does
        return mutated(valid.bytes, random);
    std::vector<FilePart> parts = valid.parts;
    FilePart &part = parts[random() % parts.size()];
    switch (random() % 8) {
    case 0: { // the begin of one with the end of another
        const QByteArray &end = other.parts[random() % other.parts.size()].content;
        part.content = part.content.first(within(part.content)) + end.sliced(within(end));
        break;
    }
    case 1: // the same part of another file
        part = other.parts[random() % other.parts.size()];
        break;
    case 2:
        parts.push_back(other.parts[random() % other.parts.size()]);
        break;
    default:
        part.content = mutated(part.content, random);
    }
    return packed(parts);
}

void tst_RecordingFuzz::everyFileIsARecordingOrASentence()
{
    const auto setting = [](const char *name, int usual) {
        const int said = qEnvironmentVariableIntValue(name);
        return said > 0 ? said : usual;
    };
    const int most = setting("TENFOLD_FUZZ", 3000 / slowdown), first = setting("TENFOLD_FUZZ_FROM", 1);
    const QDeadlineTimer end(std::chrono::minutes(setting("TENFOLD_FUZZ_MINUTES", 600)));
    const Theme themes[]{Theme::make(false, 1, uiFont()), Theme::make(true, 1, uiFont())};
    const qint64 before = greatestMemoryFromNow();
    int tried = 0, opened = 0, drawn = 0;
    for (; tried < most && !end.hasExpired(); ++tried) {
        const auto number = static_cast<quint32>(first + tried);
        QElapsedTimer time;
        time.start();
        const OpenedRecording file = openedRecording(madeBy(number));
        QVERIFY2(file.recording.has_value() == file.problem.isEmpty(), QByteArray::number(number));
        if (file.recording) {
            ++opened;
            const Recording &recording = *file.recording;
            std::mt19937 random(number);
            if (!recording.outcomes.empty() && random() % 8 == 0) {
                const QList<FigureId> figures = figuresOf(*recording.scenario());
                const FigureId figure =
                    figures[static_cast<qsizetype>(random() % static_cast<std::size_t>(figures.size()))];
                previewFigure(Scene{recording},
                              {figure, themes[random() % 2], random() % 2 ? "ja" : "en", {700, 400}}, "png",
                              {700, 400});
                ++drawn;
            } else if (random() % 8 == 0) {
                QVERIFY(!savedRecording(recording).isEmpty());
                if (!recording.outcomes.empty())
                    jsonOf(recording);
                runToChromeTrace(recording);
            }
        }
        QVERIFY2(time.elapsed() < patience, QByteArray::number(number)); // only what hangs takes so long
    }
    qInfo("%d files tried, from number %d: %d opened, of which %d were drawn", tried, first, opened, drawn);
    QVERIFY(opened > tried / 20 && opened < tried * 9 / 10);
    QVERIFY(greatestMemory() - before < 1'500'000'000);
}

void tst_RecordingFuzz::eachTroubleHasItsSentence_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const QByteArray &file = valid_.front().bytes;
    QTest::newRow("another format") << QByteArray("PK\x03\x04 a ZIP") << "no recording";
    QTest::newRow("later") << QByteArray(file).replace(8, 1, "\x02") << "later version";
    QTest::newRow("cut") << file.first(file.size() / 2) << "not complete";
    QTest::newRow("4 GB by its own account") << QByteArray(file).replace(20, 1, "\x01") << "not complete";
    QTest::newRow("a byte") << QByteArray(file).replace(file.size() / 2, 1, "?") << "damaged";
    std::vector<FilePart> parts = valid_.front().parts;
    for (FilePart &part : parts) {
        if (part.type == "TRAC")
            part.content.replace(1, 1, "\xFF\xFF\xFF\xFF\x03"); // a thousand million of what follows
    }
    QTest::newRow("a thousand million") << packed(parts) << "contradicts itself";
}

void tst_RecordingFuzz::eachTroubleHasItsSentence()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const QString english = openedRecording(bytes).problem;
    QVERIFY2(english.contains(words), qPrintable(english));
    const SpokenLanguage language("ja");
    const QString japanese = openedRecording(bytes).problem;
    QVERIFY2(japanese != english && japanese.endsWith(QString::fromUtf8("。")), qPrintable(japanese));
}

QTEST_MAIN(tst_RecordingFuzz)
#include "tst_recordingfuzz.moc"
