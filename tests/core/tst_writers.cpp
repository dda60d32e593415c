#include "core/recording/writers.h"
#include "core/sync/mutex.h"
#include "core/trace/span.h"

#include <QJsonDocument>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <optional>
#include <thread>

using namespace tenfold;

class TestWriters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theDocumentHasEveryKey();
    void whatDidNotFinishIsNull();
    void whatNeverEndsIsNull();
    void csvHasARowPerRepeat();
    void csvNumbersAreNumbersOrMissing();
    void theCatalogDocumentHasEveryKey();
    void chromeTraceNamesProcessesAndThreads();
    void chromeTraceSpansNestOnTheirThread();
    void chromeTraceFlowsComeInPairs();
    void chromeTraceCounterEndsWhereTheSeriesEnds();
    void aLabelThatIsNoJsonIsEscaped();
    void chromeTraceOfWhatIsHeldTogetherIsAPairEach();

private:
    Recording recording_;
};

static QStringList keysOf(const QJsonValue &value)
{
    QStringList keys = value.toObject().keys();
    keys.sort();
    return keys;
}

static QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

/// Two workers, of which the second waits for a lock that the first holds.
static std::shared_ptr<Trace> tracedPair()
{
    auto trace = std::make_shared<Trace>();
    Mutex mutex("a \"quoted\" lock\n");
    Lane *first = trace->addLane(LaneRole::Worker);
    Lane *second = trace->addLane(LaneRole::Worker);
    {
        const LaneScope scope(first);
        std::optional<TaskSpan> task(std::in_place, std::size_t{0});
        const Counted counted("in-flight");
        std::optional<Lock> held(std::in_place, mutex);
        std::jthread other([&] {
            const LaneScope otherScope(second);
            const TaskSpan otherTask(1);
            const Counted otherCounted("in-flight");
            const Lock lock(mutex);
        });
        while (second->links().size() == 0) // it says for whom it waits
            std::this_thread::yield();
        held.reset();
    }
    trace->stop();
    return trace;
}

void TestWriters::initTestCase()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    recording_.request.scenario = &scenario;
    recording_.request.values = scenario.preset("default");
    recording_.request.seed = 3;
    const Table table{scenario.columns, {{"/delay/1", "200", 512, ""}, {"/delay/2", "200", 700, ""}}};
    const auto trace = tracedPair();
    const auto repeat = [&](Status status, double seconds) {
        const Results results{table, {{"refused", 2, {}}}, {0.5, 0.5}, {}, {}};
        return Repeat{status, {}, seconds, results, trace, true};
    };
    recording_.outcomes = {
        {"sequential",
         recording_.request.values,
         3,
         {repeat(Status::Finished, 1.0), repeat(Status::Finished, 2.0)}},
        {"parallel",
         recording_.request.values,
         3,
         {repeat(Status::Finished, 0.5), repeat(Status::Finished, 0.25)}},
        {"unlimited-fan-out", recording_.request.values, 3, {repeat(Status::Cancelled, 0.1), {}}},
    };
    recording_.summary = summarize(scenario, recording_.outcomes, 2);
}

void TestWriters::theDocumentHasEveryKey()
{
    const QJsonObject document = runToJson(recording_);
    QCOMPARE(keysOf(document), sorted({"program", "version", "command", "scenario", "seed", "parameters",
                                       "machine", "speedup", "efficiency", "time_saved_seconds",
                                       "limit_seconds", "caveat", "explanation", "outcomes"}));
    QCOMPARE(keysOf(document["machine"]),
             sorted({"cores", "allowed_cores", "effective_cores", "load", "qt", "compiler"}));
    QCOMPARE(document["program"].toString(), "tenfold");
    QCOMPARE(document["scenario"].toString(), "threads/url-fetch");
    QCOMPARE(document["seed"].toInt(), 3);
    QCOMPARE(document["parameters"]["workers"].toInt(), 5);
    const QJsonObject parallel = document["outcomes"][1].toObject();
    QCOMPARE(keysOf(parallel), sorted({"variant",
                                       "kind",
                                       "status",
                                       "error",
                                       "seconds",
                                       "median_seconds",
                                       "speedup",
                                       "efficiency",
                                       "time_saved_seconds",
                                       "limit_seconds",
                                       "others_cores",
                                       "bent",
                                       "throttled_seconds",
                                       "held_up_seconds",
                                       "carried_out_again",
                                       "same_result",
                                       "table",
                                       "findings",
                                       "workers",
                                       "dropped_events"}));
    QCOMPARE(parallel["kind"].toString(), "parallel");
    QCOMPARE(parallel["seconds"].toArray(), (QJsonArray{0.5, 0.25}));
    QCOMPARE(parallel["median_seconds"].toDouble(), 0.375);
    QCOMPARE(parallel["speedup"].toDouble(), 4.0);
    for (const char *key : {"speedup", "efficiency", "time_saved_seconds", "limit_seconds"})
        QCOMPARE(document[QLatin1String(key)], parallel[QLatin1String(key)]); // the figures of variants[1]
    QCOMPARE(parallel["table"]["columns"][0],
             (QJsonObject{{"id", "url"}, {"kind", "text"}, {"canonical", true}}));
    QCOMPARE(parallel["table"]["rows"][1], (QJsonArray{"/delay/2", "200", 700, ""}));
    QCOMPARE(
        parallel["findings"][0],
        (QJsonObject{{"id", "refused"}, {"title", "Requests refused (503)"}, {"value", 2}, {"unit", ""}}));
    const QJsonObject worker = parallel["workers"][1].toObject();
    QCOMPARE(worker["name"].toString(), "worker 2");
    QVERIFY(worker["spans"].toInt() >= 3);
    QVERIFY(worker["states"]["lock"].toDouble() > 0);
}

void TestWriters::whatDidNotFinishIsNull()
{
    const QJsonObject stopped = runToJson(recording_)["outcomes"][2].toObject();
    QCOMPARE(stopped["status"].toString(), "cancelled");
    QVERIFY(stopped["seconds"].toArray().isEmpty());
    for (const char *key : {"median_seconds", "speedup", "efficiency", "time_saved_seconds", "error"})
        QVERIFY(stopped[QLatin1String(key)].isNull());
    QCOMPARE(stopped["same_result"].toBool(), false);
}

void TestWriters::whatNeverEndsIsNull()
{
    Recording recording = recording_;
    for (Repeat &repeat : recording.outcomes[1].repeats)
        repeat.results.findings = {{"refused", std::numeric_limits<double>::infinity(), {}}};
    const QByteArray written = QJsonDocument(runToJson(recording)).toJson();
    QJsonParseError error;
    const QJsonValue outcomes = QJsonDocument::fromJson(written, &error)["outcomes"];
    QCOMPARE(error.error, QJsonParseError::NoError); // JSON has no infinity
    const QJsonValue finding = outcomes[1]["findings"][0];
    QCOMPARE(finding["id"].toString(), "refused");
    QVERIFY(finding["value"].isNull());
    QCOMPARE(outcomes[0]["findings"][0]["value"].toInt(), 2);
}

void TestWriters::csvHasARowPerRepeat()
{
    const QList<QByteArray> lines = runToCsv(recording_).trimmed().split('\n');
    QCOMPARE(lines[0], "scenario,variant,kind,workers,repeat,seconds,status,same_result,speedup");
    QCOMPARE(lines.size(), 7);
    QCOMPARE(lines[4], "threads/url-fetch,parallel,parallel,5,2,0.250000,finished,true,6.000000");
    QVERIFY(lines[5].startsWith("threads/url-fetch,unlimited-fan-out,mistake,8,1,,cancelled,"));
}

// What R 4.2.2 (read.csv), sqlite3 3.40 (.import into columns with types), gnuplot 5.4 and Python's csv need
// to take a column as numbers: a point, no grouping, no unit, and nothing at all where there is no number.
void TestWriters::csvNumbersAreNumbersOrMissing()
{
    Recording recording = recording_;
    const auto add = [&](Status status, double seconds) {
        recording.outcomes.push_back(
            {"parallel",
             recording.request.values,
             3,
             {{status, "it, \"failed\"", seconds, {}, recording_.outcomes[0].repeats[0].trace}}});
    };
    for (const double seconds : {0.0, 1e-9, 12345678.9, 1e21})
        add(Status::Finished, seconds);
    for (const Status status : {Status::Failed, Status::Stuck, Status::Cancelled})
        add(status, 0.5);
    recording.summary = summarize(*recording.scenario(), recording.outcomes, 2);
    const QByteArrayList lines = runToCsv(recording).trimmed().split('\n');
    const QByteArrayList header = lines[0].split(',');
    static const QRegularExpression number(QStringLiteral("^(\\d+([.]\\d+)?)?$"));
    for (const QByteArray &line : lines.mid(1)) {
        const QByteArrayList cells = line.split(',');
        QCOMPARE(cells.size(), header.size());
        for (const char *column : {"workers", "repeat", "seconds", "speedup"}) {
            const QByteArray cell = cells[header.indexOf(column)];
            QVERIFY2(QString::fromUtf8(cell).contains(number), line);
        }
        QCOMPARE(cells[header.indexOf("seconds")].isEmpty(), cells[header.indexOf("status")] != "finished");
    }
}

void TestWriters::theCatalogDocumentHasEveryKey()
{
    const QJsonArray patterns = catalogToJson();
    QCOMPARE(patterns.size(), 10);
    QCOMPARE(keysOf(patterns[0]), sorted({"id", "title", "chapter_name", "summary", "scenarios"}));
    const QJsonValue scenario = patterns[0]["scenarios"][0];
    QCOMPARE(keysOf(scenario),
             sorted({"id", "title", "question", "presets", "parameters", "variants", "views"}));
    QCOMPARE(scenario["id"].toString(), "threads/url-fetch");
    QCOMPARE(keysOf(scenario["parameters"][0]),
             sorted({"id", "title", "unit", "kind", "minimum", "maximum", "choices", "default"}));
    QCOMPARE(keysOf(scenario["variants"][0]), sorted({"id", "title", "kind", "ticked", "proof"}));
    QCOMPARE(keysOf(scenario["views"][0]), sorted({"id", "kind", "title"}));
    QVERIFY(scenario["variants"][0]["ticked"].toBool());
    QVERIFY(!scenario["variants"][4]["ticked"].toBool());
}

static QList<QJsonObject> eventsOf(const Recording &recording, const QString &phase)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(runToChromeTrace(recording), &error);
    QList<QJsonObject> events;
    for (const QJsonValue event : document["traceEvents"].toArray()) {
        if (event["ph"].toString() == phase)
            events << event.toObject();
    }
    return events;
}

void TestWriters::chromeTraceNamesProcessesAndThreads()
{
    QMap<int, QString> processes;
    QSet<QString> threads;
    for (const QJsonObject &event : eventsOf(recording_, "M")) {
        if (event["name"].toString() == "process_name")
            processes[event["pid"].toInt()] = event["args"]["name"].toString();
        if (event["name"].toString() == "thread_name")
            threads << event["args"]["name"].toString();
    }
    QCOMPARE(processes.values(), (QStringList{"sequential", "parallel", "unlimited-fan-out"}));
    QCOMPARE(threads, (QSet<QString>{"worker 1", "worker 2"}));
}

void TestWriters::chromeTraceSpansNestOnTheirThread()
{
    QMap<std::pair<int, int>, int> open;
    const auto begins = eventsOf(recording_, "B");
    QCOMPARE(begins.size(), eventsOf(recording_, "E").size());
    for (const QJsonObject &event : begins) {
        QVERIFY(event["ts"].toDouble() >= 0);
        QVERIFY(!event["name"].toString().isEmpty());
        ++open[{event["pid"].toInt(), event["tid"].toInt()}];
    }
    QCOMPARE(open.size(), 6);
}

void TestWriters::chromeTraceFlowsComeInPairs()
{
    const auto starts = eventsOf(recording_, "s");
    const auto ends = eventsOf(recording_, "f");
    QCOMPARE(starts.size(), 6); // of each variant: who waits for whom, and who released whom
    QCOMPARE(ends.size(), 6);
    QSet<int> ids;
    for (qsizetype i = 0; i < starts.size(); ++i) {
        QCOMPARE(starts[i]["id"], ends[i]["id"]);
        QVERIFY(starts[i]["ts"].toDouble() <= ends[i]["ts"].toDouble());
        QVERIFY(starts[i]["tid"] != ends[i]["tid"]);
        ids << starts[i]["id"].toInt();
    }
    QCOMPARE(ids.size(), 6);
}

void TestWriters::chromeTraceCounterEndsWhereTheSeriesEnds()
{
    const auto counters = eventsOf(recording_, "C");
    QVERIFY(!counters.isEmpty());
    QCOMPARE(counters.last()["args"]["in-flight"].toDouble(), 0.0);
}

void TestWriters::aLabelThatIsNoJsonIsEscaped()
{
    const auto begins = eventsOf(recording_, "b");
    QVERIFY(std::ranges::any_of(begins, [](const QJsonObject &event) {
        return event["name"].toString() == "holds a \"quoted\" lock\n";
    }));
    QCOMPARE(eventsOf(recording_, "e").size(), begins.size());
}

void TestWriters::chromeTraceOfWhatIsHeldTogetherIsAPairEach()
{
    auto trace = std::make_shared<Trace>();
    constexpr Nanoseconds us = 1000;
    for (const Nanoseconds begin : {10 * us, 20 * us}) {
        Lane *lane = trace->addLaneAt(0, LaneRole::Worker);
        SpanRecord *share = lane->beginAsideAt(begin, Shape::Share, State::Running, "table",
                                               SpanRecord::noTask, std::source_location::current());
        lane->endAsideAt(begin + 30 * us, share);
    }
    trace->stopAt(100 * us);
    Recording recording = recording_;
    recording.outcomes = {recording.outcomes[0]};
    for (Repeat &repeat : recording.outcomes[0].repeats)
        repeat.trace = trace;
    const auto begins = eventsOf(recording, "b");
    const auto ends = eventsOf(recording, "e");
    QCOMPARE(begins.size(), 2);
    QCOMPARE(ends.size(), 2);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(begins[i]["name"].toString(), "holds table");
        QCOMPARE(begins[i]["cat"].toString(), "hold");
        QCOMPARE(begins[i]["tid"].toInt(), i + 1);
        QCOMPARE(begins[i]["id2"], ends[i]["id2"]);
        QCOMPARE(begins[i]["ts"].toDouble(), 10.0 * (i + 1));
        QCOMPARE(ends[i]["ts"].toDouble(), 10.0 * (i + 1) + 30);
    }
    QVERIFY(begins[0]["id2"] != begins[1]["id2"]); // they overlap
    QVERIFY(eventsOf(recording, "B").isEmpty());
}

QTEST_GUILESS_MAIN(TestWriters)
#include "tst_writers.moc"
