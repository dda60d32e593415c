// A file that is no recording of this version, or no whole one, is a sentence.

#include "core/recording/packing.h"
#include "tests/core/mutations.h"
#include "tests/core/recorded.h"

#include <QCborArray>
#include <QCborMap>
#include <QTemporaryDir>

#include <numeric>

using namespace tenfold;

class TestRecordingDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void otherFilesAreNoRecordings();
    void aLaterVersionIsNamed();
    void anUnknownScenarioIsNamed();
    void anotherVersionOfAScenarioIsNamed();
    void whatNoScenarioDeclaresIsASentence();
    void whatNoRunPutsIsASentence();
    void fourGigabytesAreNotRead();
    void everyCutIsASentence();
    void lengthsThatAreNotThereTakeNoMemory();
    void garbledFilesAreASentence();
    void garbledPartsAreARecordingOrASentence_data();
    void garbledPartsAreARecordingOrASentence();

private:
    Recording recording_; // a small one
};

void TestRecordingDamage::initTestCase()
{
    recording_ = recorded("lock/bank-transfer", {"sequential"}, {{"transfers", 20}});
    recording_.label = {"A name", "and a note"};
}

static QString problemOf(const QByteArray &bytes)
{
    const OpenedRecording opened = openedRecording(bytes);
    return opened.recording ? QString() : opened.problem;
}

void TestRecordingDamage::otherFilesAreNoRecordings()
{
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray("{\"program\": \"tenfold\"}"), QByteArray("\x89PNG\r\n\x1A\n"),
          QByteArray(1'000'000, '\0'), fileOfParts({}), fileOfParts({{"HEAD", {}}}),
          savedRecording(recording_).replace("\r\n", "\n")})
        QCOMPARE(problemOf(bytes), "This is no recording of Tenfold.");
    const QTemporaryDir folder;
    QVERIFY(openRecording(folder.filePath("missing")).problem.contains("cannot be read"));
    QVERIFY(!openRecording(folder.path()).problem.isEmpty());
    for (const char *file : {"/dev/null", "/dev/zero"}) // the second one has no end
        QCOMPARE(openRecording(file).problem, "This is no recording of Tenfold.");
}

void TestRecordingDamage::aLaterVersionIsNamed()
{
    QByteArray bytes = savedRecording(recording_);
    bytes[8] = 2;
    QVERIFY(problemOf(bytes).contains("later version"));
    bytes[8] = 0; // there never was such a one
    QVERIFY(problemOf(bytes).contains("damaged"));
}

void TestRecordingDamage::anUnknownScenarioIsNamed()
{
    const QByteArray file = changed(savedRecording(recording_), [](std::vector<FilePart> &parts) {
        changeCbor(parts[0], false, [](QCborMap &head) {
            head[QLatin1String("scenario")] = "lock/to-come";
            head[QLatin1String("version")] = "9.8.7";
        });
    });
    QVERIFY(problemOf(file).contains("lock/to-come"));
    QVERIFY(problemOf(file).contains("9.8.7"));
}

void TestRecordingDamage::anotherVersionOfAScenarioIsNamed()
{
    using Change = std::function<void(QCborMap &)>;
    const auto withRequest = [](const Change &change) {
        return [change](QCborMap &map) {
            QCborMap request = map[QLatin1String("request")].toMap();
            change(request);
            map[QLatin1String("request")] = request;
        };
    };
    const std::vector<Change> changes{
        [](QCborMap &map) { map[QLatin1String("columns")] = QCborArray{}; },
        withRequest([](QCborMap &request) { request[QLatin1String("variants")] = QCborArray{"to-come"}; }),
        withRequest([](QCborMap &request) {
            QCborMap values = request[QLatin1String("values")].toMap();
            values[QLatin1String("to-come")] = 3;
            request[QLatin1String("values")] = values;
        })};
    for (const Change &one : changes) {
        const QByteArray file = changed(savedRecording(recording_), [&](std::vector<FilePart> &parts) {
            changeCbor(parts[1], true, one);
        });
        QVERIFY(problemOf(file).contains("another version of \"lock/bank-transfer\""));
    }
}

/// `cbor` with what stands at `path` changed, keys and numbers after one another.
static QCborValue changedAt(const QCborValue &cbor, QStringList path, const QCborValue &value)
{
    if (path.isEmpty())
        return value;
    const QString first = path.takeFirst();
    if (cbor.isArray()) {
        QCborArray array = cbor.toArray();
        const qsizetype at = first.toInt();
        array[at] = changedAt(array.at(at), path, value);
        return array;
    }
    QCborMap map = cbor.toMap();
    map[first] = changedAt(map[first], path, value);
    return map;
}

static QByteArray withCbor(const QByteArray &file, const QString &path, const QCborValue &value)
{
    return changed(file, [&](std::vector<FilePart> &parts) {
        changeCbor(parts[1], true,
                   [&](QCborMap &map) { map = changedAt(map, path.split('/'), value).toMap(); });
    });
}

void TestRecordingDamage::whatNoScenarioDeclaresIsASentence()
{
    const QByteArray file = ofElsewhere(savedRecording(recording_));
    QCOMPARE(problemOf(file), QString());
    QCOMPARE(problemOf(withCbor(file, "scenario/title/0", "another title")), QString());
    const std::vector<std::pair<QString, QCborValue>> changes{
        {"scenario/variants", QCborArray{}},
        {"scenario/variants/0/kind", "mistake"},
        {"scenario/variants/1/id", "sequential"},
        {"scenario/variants/1/id", "../../etc"},
        {"scenario/variants/0/title", "no pair"},
        {"scenario/views/0/sources", QCborArray{}},
        {"scenario/front", "nowhere"},
        {"scenario/numbers", QCborArray{QCborArray{"nowhere", 0}}},
        {"scenario/parameters/0/greatest", qint64{1} << 40},
        {"scenario/parameters/0/default", "text"},
        {"scenario/python", QString(200'000, 'x')},
        {"scenario/seeded", 2}};
    for (const auto &[path, value] : changes)
        QVERIFY2(problemOf(withCbor(file, path, value)).contains("contradicts itself"), qPrintable(path));
    // A later version may have more kinds of all: then it is known that this one cannot draw it.
    for (const char *kind : {"views/0/kind", "columns/0/kind", "parameters/0/kind"}) {
        const QString path = QStringLiteral("scenario/") + QLatin1String(kind);
        QVERIFY2(problemOf(withCbor(file, path, "hologram")).contains("does not have"), kind);
        QCOMPARE(problemOf(withCbor(savedRecording(recording_), path, "hologram")), QString());
    }
}

void TestRecordingDamage::whatNoRunPutsIsASentence()
{
    const QByteArray file = savedRecording(recording_);
    const QString results = "outcomes/0/repeats/0/results/";
    QCOMPARE(problemOf(withCbor(file, results + "dependencies", QCborArray{1, 0})), QString());
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    const QCborArray image{5, 1 << 15, 1 << 15, QByteArray(64, 'x')};
    const std::vector<std::pair<QString, QCborValue>> changes{
        {results + "dependencies", QCborArray{1 << 30, 0}},
        {results + "dependencies", QCborArray{0, -1}},
        {results + "dependencies", QCborArray{0}},
        {results + "order", QCborArray{1 << 30}},
        {results + "expected", QCborArray{none}},
        {"outcomes/0/repeats/0/seconds", none},
        {"outcomes/0/repeats/0/trace", 7},
        {"summary/cores", QCborArray{0, 1.0}},
        {"images", QCborArray{image}}};
    for (const auto &[path, value] : changes)
        QVERIFY2(problemOf(withCbor(file, path, value)).contains("contradicts itself"), qPrintable(path));
}

void TestRecordingDamage::fourGigabytesAreNotRead()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("large.tenfold"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(savedRecording(recording_));
    QVERIFY(file.resize(qint64{1} << 32)); // which takes no room: all but the beginning is a hole
    const qint64 before = greatestMemoryFromNow();
    QVERIFY(openRecording(file.fileName()).problem.contains("larger than 1 GB"));
    QVERIFY(greatestMemory() - before < 50'000'000);
}

void TestRecordingDamage::everyCutIsASentence()
{
    const QByteArray bytes = savedRecording(recording_);
    std::mt19937 random(1);
    for (qsizetype size = 0; size < bytes.size(); size += 1 + static_cast<qsizetype>(random() % 7))
        QVERIFY(!problemOf(bytes.first(size)).isEmpty());
    QVERIFY(!problemOf(bytes + "more").isEmpty());
}

void TestRecordingDamage::lengthsThatAreNotThereTakeNoMemory()
{
    const QByteArray bytes = savedRecording(recording_);
    const qint64 before = greatestMemoryFromNow();
    for (const quint64 length : {quint64{1} << 32, quint64{1} << 62, ~quint64{0}, quint64(bytes.size())}) {
        QByteArray longer = bytes; // the length of the first part
        for (int i = 0; i < 8; ++i)
            longer[16 + i] = static_cast<char>(length >> (8 * i));
        QCOMPARE(problemOf(longer), "This recording is not complete: its end is missing.");
    }
    for (const char *announced :
         {"\x9B\x00\x00\x00\x01\x00\x00\x00\x00", "\xBB\x00\x00\x00\x01\x00\x00\x00\x00",
          "\x5B\x00\x00\x00\x01\x00\x00\x00\x00", "\x7B\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF"}) {
        const QByteArray cbor(announced,
                              9); // an array, a map, bytes, a text of four thousand millions or more
        const QByteArray file = changed(bytes, [&](std::vector<FilePart> &parts) {
            parts[1].content = Packing().pack("\xA1\x67request" + cbor);
        });
        QVERIFY(!problemOf(file).isEmpty());
    }
    QVERIFY(greatestMemory() - before < 50'000'000);
}

void TestRecordingDamage::garbledFilesAreASentence()
{
    const QByteArray bytes = savedRecording(recording_);
    const qint64 before = greatestMemoryFromNow();
    std::mt19937 random(1);
    int whole = 0;
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray other = mutated(bytes, random);
        const bool isSame = other == bytes;
        whole += isSame;
        QCOMPARE(problemOf(other).isEmpty(), isSame);
    }
    QVERIFY(whole < 5'000);
#if defined(__SANITIZE_ADDRESS__)
    constexpr qint64 freed = 300'000'000; // which it keeps back: 256 MB, and what it notes of them
#else
    constexpr qint64 freed = 0;
#endif
    QVERIFY(greatestMemory() - before < 200'000'000 + freed);
}

void TestRecordingDamage::garbledPartsAreARecordingOrASentence_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Values>("changes");
    QTest::newRow("accounts") << "lock/bank-transfer" << Values{{"transfers", 20}};
    QTest::newRow("executions") << "lock/interleavings" << Values{};
    QTest::newRow("dependencies") << "futures/dependency-graph" << Values{};
}

// Also what has the right checksums: who writes such a file can do so on purpose.
void TestRecordingDamage::garbledPartsAreARecordingOrASentence()
{
    QFETCH(QString, path);
    QFETCH(Values, changes);
    const QByteArray bytes = savedRecording(recorded(path, {findScenario(path)->variants[1].id}, changes));
    QCOMPARE(problemOf(bytes), QString());
    const PartsOfFile file = partsOfFile(bytes);
    std::vector<FilePart> whole;
    for (const FilePart &part : file.parts)
        whole.push_back({part.type, part.type == "HEAD" ? QByteArray(part.content.data(), part.content.size())
                                                        : *Packing().unpack(part.content)});
    std::mt19937 random(1);
    const qint64 before = greatestMemoryFromNow();
    std::vector<int> opened(whole.size());
    for (int i = 0; i < 3'000; ++i) {
        std::vector<FilePart> parts = whole;
        Packing packing;
        const std::size_t hit = random() % parts.size();
        for (std::size_t k = 0; k < parts.size(); ++k) {
            if (k == hit)
                parts[k].content = mutated(parts[k].content, random);
            if (k > 0)
                parts[k].content = packing.pack(parts[k].content);
        }
        const auto recording = openedRecording(fileOfParts(parts)).recording;
        if (!recording)
            continue;
        ++opened[hit];
        QVERIFY(!savedRecording(*recording).isEmpty());
        if (!recording->outcomes.empty())
            jsonOf(*recording);
        runToCsv(*recording);
        runToChromeTrace(*recording);
    }
    for (const int count : opened) // in each part, some changes do not matter
        QVERIFY(count > 10);
    QVERIFY(std::accumulate(opened.begin(), opened.end(), 0) < 2'500);
    QVERIFY(greatestMemory() - before < 500'000'000);
}

QTEST_GUILESS_MAIN(TestRecordingDamage)
#include "tst_recordingdamage.moc"
