// A recording as a file: what comes back is what was saved, and what is none is a sentence.

#include "core/recording/packing.h"
#include "core/recording/recordingfile.h"
#include "core/recording/writers.h"
#include "tests/core/mutations.h"
#include "tests/core/sametrace.h"
#include "tests/core/walk.h"

#include <QCborArray>
#include <QCborMap>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <numeric>

using namespace tenfold;

class TestRecordingFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyScenarioComesBack_data() { scenarioRows(); }
    void everyScenarioComesBack();
    void aStoppedRunComesBack();
    void aSweepComesBack();
    void anImageComesBack_data();
    void anImageComesBack();
    void passwordsAreNotSaved();
    void theSourceIsThatOfTheRun();
    void unknownPartsAreSavedAgain();
    void otherFilesAreNoRecordings();
    void aLaterVersionIsNamed();
    void anUnknownScenarioIsNamed();
    void anotherVersionOfAScenarioIsNamed();
    void everyCutIsASentence();
    void lengthsThatAreNotThereTakeNoMemory();
    void garbledFilesAreASentence();
    void garbledPartsAreARecordingOrASentence_data();
    void garbledPartsAreARecordingOrASentence();

private:
    Recording recording_; // a small one
};

static Recording recorded(const QString &path, const QStringList &variants, const Values &changes = {})
{
    const Scenario &scenario = *findScenario(path);
    Recording recording{
        .request = {.scenario = &scenario, .variants = variants, .values = scenario.preset("quick")}};
    recording.request.values.insert(changes);
    recording.request.seed = 7;
    recording.outcomes = carriedOut(planOf(recording.request));
    recording.machine = {.cores = 3, .allowed = 2.5, .effectiveCores = 2.25, .qt = "6", .compiler = "g++"};
    recording.summary = summarize(scenario, recording.outcomes, recording.machine.effectiveCores);
    return recording;
}

static QByteArray jsonOf(const Recording &recording)
{
    return QJsonDocument(runToJson(recording)).toJson();
}

/// Where the outcomes of two recordings differ first; empty where they do not.
static QString difference(const std::vector<Outcome> &a, const std::vector<Outcome> &b)
{
    if (a.size() != b.size())
        return "outcomes";
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].variant != b[i].variant || a[i].values != b[i].values || a[i].seed != b[i].seed ||
            a[i].repeats.size() != b[i].repeats.size())
            return "outcome " + a[i].variant;
        for (std::size_t k = 0; k < a[i].repeats.size(); ++k) {
            const Repeat &one = a[i].repeats[k], &other = b[i].repeats[k];
            const Results &results = one.results, &others = other.results;
            if (one.status != other.status || one.error != other.error || one.seconds != other.seconds ||
                one.othersCores != other.othersCores || one.wasHeldUp != other.wasHeldUp)
                return "repeat of " + a[i].variant;
            if (results.table.rows != others.table.rows ||
                results.table.columns.size() != others.table.columns.size())
                return "table of " + a[i].variant;
            for (qsizetype row = 0; row < results.table.rows.size(); ++row) {
                for (qsizetype cell = 0; cell < results.table.rows[row].size(); ++cell) {
                    if (results.table.rows[row][cell].typeId() != others.table.rows[row][cell].typeId())
                        return "type of a cell of " + a[i].variant;
                }
            }
            if (results.expected != others.expected || results.order != others.order ||
                results.dependencies.size() != others.dependencies.size() ||
                !results.executions != !others.executions ||
                !results.remedy.executions != !others.remedy.executions ||
                results.remedy.title.source() != others.remedy.title.source())
                return "results of " + a[i].variant;
            if (!one.trace != !other.trace)
                return "trace of " + a[i].variant;
            if (one.trace) {
                if (const QString found = TraceComparison(*one.trace, *other.trace).difference();
                    !found.isEmpty())
                    return a[i].variant + ", " + found;
            }
        }
    }
    return {};
}

void TestRecordingFile::initTestCase()
{
    recording_ = recorded("lock/bank-transfer", {"sequential"}, {{"transfers", 20}});
}

void TestRecordingFile::everyScenarioComesBack()
{
    QFETCH(QString, path);
    const Recording saved = recorded(path, allVariants(*findScenario(path)));
    const QByteArray bytes = savedRecording(saved);
    const auto [opened, problem] = openedRecording(bytes);
    QCOMPARE(problem, QString());
    QCOMPARE(opened->scenario(), saved.scenario());
    QCOMPARE(difference(saved.outcomes, opened->outcomes), QString());
    QCOMPARE(jsonOf(*opened), jsonOf(saved));
    QCOMPARE(runToCsv(*opened), runToCsv(saved));
    QCOMPARE(runToChromeTrace(*opened), runToChromeTrace(saved));
    QCOMPARE(savedRecording(*opened), bytes);
}

void TestRecordingFile::aStoppedRunComesBack()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    Recording saved{.request = {.scenario = &scenario,
                                .variants = scenario.tickedVariants(),
                                .values = scenario.preset("chapter")}};
    Runner runner;
    runner.start(planOf(saved.request));
    runner.stop(); // most of it has not begun
    runner.wait();
    saved.outcomes = runner.outcomes();
    QCOMPARE(saved.outcomes.back().status(), Status::Cancelled);
    QVERIFY(!saved.outcomes.back().repeats[0].trace);
    saved.summary = summarize(scenario, saved.outcomes, 1);
    const auto [opened, problem] = openedRecording(savedRecording(saved));
    QCOMPARE(problem, QString());
    QCOMPARE(difference(saved.outcomes, opened->outcomes), QString());
    QCOMPARE(jsonOf(*opened), jsonOf(saved));
}

void TestRecordingFile::aSweepComesBack()
{
    Recording recording;
    const Scenario &scenario = *findScenario("threads/url-fetch");
    recording.request.scenario = &scenario;
    Sweep sweep{{.scenario = &scenario,
                 .variants = {"parallel"},
                 .values = scenario.preset("quick"),
                 .repeats = 2,
                 .over = "workers",
                 .sweptValues = {1, 3}}};
    sweep.outcomes = carriedOut(planOf(sweep.request));
    recording.sweeps["workers"] = sweep;
    const auto [opened, problem] = openedRecording(savedRecording(recording));
    QCOMPARE(problem, QString());
    QVERIFY(opened->outcomes.empty());
    const Sweep &other = opened->sweeps.at("workers");
    QCOMPARE(difference(sweep.outcomes, other.outcomes), QString());
    QCOMPARE(other.request.sweptValues, sweep.request.sweptValues);
    QCOMPARE(sweepToJson(other), sweepToJson(sweep));
}

void TestRecordingFile::anImageComesBack_data()
{
    QTest::addColumn<QImage::Format>("format");
    for (const auto format : {QImage::Format_RGB32, QImage::Format_ARGB32, QImage::Format_RGB888,
                              QImage::Format_Grayscale8, QImage::Format_RGBA64, QImage::Format_Indexed8})
        QTest::addRow("%d", static_cast<int>(format)) << format;
}

void TestRecordingFile::anImageComesBack()
{
    QFETCH(QImage::Format, format);
    QImage image(7, 5, QImage::Format_ARGB32); // rows of no whole number of words
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixelColor(x, y,
                                QColor(30 * x, 50 * y, 99, format == QImage::Format_ARGB32 ? 20 * y : 255));
    }
    image = image.convertToFormat(format);
    Recording recording = recording_;
    QVariantList &row = recording.outcomes[0].repeats[0].results.table.rows[0];
    row[0] = row[1] = image;
    const auto [opened, problem] = openedRecording(savedRecording(recording));
    QCOMPARE(problem, QString());
    for (const qsizetype cell : {0, 1}) {
        const auto read = opened->outcomes[0].repeats[0].results.table.rows[0][cell].value<QImage>();
        QCOMPARE(read.convertToFormat(QImage::Format_ARGB32), image.convertToFormat(QImage::Format_ARGB32));
    }
}

void TestRecordingFile::passwordsAreNotSaved()
{
    Recording recording;
    const Scenario &scenario = *findScenario("threads/url-fetch");
    recording.request = {.scenario = &scenario, .values = scenario.preset("default")};
    for (const Parameter &parameter : scenario.parameters) {
        if (parameter.kind == ParameterKind::Text)
            recording.request.values[parameter.id] = "https://me:secret@example.org/";
    }
    const auto [opened, problem] = openedRecording(savedRecording(recording));
    QCOMPARE(problem, QString());
    bool isThere = false;
    for (const QVariant &value : opened->request.values) {
        QVERIFY(!value.toString().contains("secret"));
        isThere |= value.toString().contains("example.org");
    }
    QVERIFY(isThere);
}

void TestRecordingFile::theSourceIsThatOfTheRun()
{
    auto opened = openedRecording(savedRecording(recording_)).recording;
    QCOMPARE(opened->origin.version, TENFOLD_VERSION);
    QCOMPARE(opened->origin.source, sourceOf(*recording_.scenario()));
    opened->origin.source = "as it was then";
    QCOMPARE(openedRecording(savedRecording(*opened)).recording->origin.source, "as it was then");
}

/// The file with each part as `change` leaves it.
static QByteArray changed(const QByteArray &file, const std::function<void(std::vector<FilePart> &)> &change)
{
    std::vector<FilePart> parts = partsOfFile(file).parts;
    change(parts);
    return fileOfParts(parts);
}

void TestRecordingFile::unknownPartsAreSavedAgain()
{
    const QByteArray file = changed(savedRecording(recording_), [](std::vector<FilePart> &parts) {
        parts.insert(parts.begin() + 1, {"NOTE", "from a later version"});
        parts.push_back({"zoom", {}});
    });
    const auto [opened, problem] = openedRecording(file);
    QCOMPARE(problem, QString());
    QCOMPARE(jsonOf(*opened), jsonOf(recording_));
    const QByteArray again = savedRecording(*opened);
    QStringList others;
    for (const FilePart &part : partsOfFile(again).parts) {
        if (part.type == "NOTE" || part.type == "zoom")
            others << part.type + ": " + part.content;
    }
    QCOMPARE(others, (QStringList{"NOTE: from a later version", "zoom: "}));
}

static QString problemOf(const QByteArray &bytes)
{
    const OpenedRecording opened = openedRecording(bytes);
    return opened.recording ? QString() : opened.problem;
}

void TestRecordingFile::otherFilesAreNoRecordings()
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

void TestRecordingFile::aLaterVersionIsNamed()
{
    QByteArray bytes = savedRecording(recording_);
    bytes[8] = 2;
    QVERIFY(problemOf(bytes).contains("later version"));
}

/// The CBOR of a part, changed.
static void change(FilePart &part, bool isPacked, const std::function<void(QCborMap &)> &change)
{
    QCborMap map = QCborValue::fromCbor(isPacked ? *Packing().unpack(part.content) : part.content).toMap();
    change(map);
    const QByteArray bytes = map.toCborValue().toCbor();
    part.content = isPacked ? Packing().pack(bytes) : bytes;
}

void TestRecordingFile::anUnknownScenarioIsNamed()
{
    const QByteArray file = changed(savedRecording(recording_), [](std::vector<FilePart> &parts) {
        change(parts[0], false, [](QCborMap &head) {
            head[QLatin1String("scenario")] = "lock/to-come";
            head[QLatin1String("version")] = "9.8.7";
        });
    });
    QVERIFY(problemOf(file).contains("lock/to-come"));
    QVERIFY(problemOf(file).contains("9.8.7"));
}

void TestRecordingFile::anotherVersionOfAScenarioIsNamed()
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
        const QByteArray file = changed(savedRecording(recording_),
                                        [&](std::vector<FilePart> &parts) { change(parts[1], true, one); });
        QVERIFY(problemOf(file).contains("another version of \"lock/bank-transfer\""));
    }
}

void TestRecordingFile::everyCutIsASentence()
{
    const QByteArray bytes = savedRecording(recording_);
    std::mt19937 random(1);
    for (qsizetype size = 0; size < bytes.size(); size += 1 + static_cast<qsizetype>(random() % 7))
        QVERIFY(!problemOf(bytes.first(size)).isEmpty());
    QVERIFY(!problemOf(bytes + "more").isEmpty());
}

void TestRecordingFile::lengthsThatAreNotThereTakeNoMemory()
{
    const QByteArray bytes = savedRecording(recording_);
    const qint64 before = greatestMemory();
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

void TestRecordingFile::garbledFilesAreASentence()
{
    const QByteArray bytes = savedRecording(recording_);
    const qint64 before = greatestMemory();
    std::mt19937 random(1);
    int whole = 0;
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray other = mutated(bytes, random);
        const bool isSame = other == bytes;
        whole += isSame;
        QCOMPARE(problemOf(other).isEmpty(), isSame);
    }
    QVERIFY(whole < 5'000);
    QVERIFY(greatestMemory() - before < 200'000'000);
}

void TestRecordingFile::garbledPartsAreARecordingOrASentence_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Values>("changes");
    QTest::newRow("accounts") << "lock/bank-transfer" << Values{{"transfers", 20}};
    QTest::newRow("executions") << "lock/interleavings" << Values{};
    QTest::newRow("dependencies") << "futures/dependency-graph" << Values{};
}

// Also what has the right checksums: who writes such a file can do so on purpose.
void TestRecordingFile::garbledPartsAreARecordingOrASentence()
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
    const qint64 before = greatestMemory();
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
    for (const int count : opened) // of every part some changes do not matter, but of most many do
        QVERIFY(count > 10);
    QVERIFY(std::accumulate(opened.begin(), opened.end(), 0) < 2'500);
    QVERIFY(greatestMemory() - before < 500'000'000);
}

QTEST_GUILESS_MAIN(TestRecordingFile)
#include "tst_recordingfile.moc"
