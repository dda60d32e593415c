// A Chrome trace as others read it: what must hold of its events, and what speedscope 1.25.0 makes of them.

#include "core/catalog/pattern.h"
#include "core/recording/writers.h"
#include "tests/core/walk.h"

#include <QJsonDocument>
#include <QMap>
#include <QSet>
#include <QTest>

using namespace tenfold;

class TestChromeTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spansAreWhatSpeedscopeReads();
    void spansThatTouchDoNotOverlapAsDoubles_data();
    void spansThatTouchDoNotOverlapAsDoubles();
    void namesakesThatTouchAreToldApart();
    void aSpanOfNoLengthIsAnInstant();
    void endsOfArrowsLieInSlices_data();
    void endsOfArrowsLieInSlices();
    void idsAreOfTheirProcess();
    void arrowsAreNumberedThroughTheFile();
    void filesOfRunsHoldTogether_data();
    void filesOfRunsHoldTogether();
};

using Events = QList<QJsonObject>;

static Recording recordingOf(const std::vector<std::shared_ptr<Trace>> &traces)
{
    Recording recording;
    recording.request.scenario = findScenario("threads/url-fetch");
    for (const auto &trace : traces)
        recording.outcomes.push_back({"parallel", {}, 1, {{Status::Finished, {}, 1, {}, trace, true}}});
    return recording;
}

static Events eventsOf(const std::vector<std::shared_ptr<Trace>> &traces)
{
    Events events;
    const auto document = QJsonDocument::fromJson(runToChromeTrace(recordingOf(traces)));
    for (const QJsonValue event : document["traceEvents"].toArray())
        events << event.toObject();
    return events;
}

static void span(Lane *lane, Nanoseconds begin, Nanoseconds end, const char *label,
                 State state = State::Running)
{
    lane->add({begin, end, label, {"a.cpp", 7}, SpanRecord::noTask, state});
}

/// What a lane draws: name, begin and end in microseconds. "name 0.1-1.1" within others is indented.
static QStringList drawn(const Events &events, int tid)
{
    QStringList lines;
    QList<qsizetype> open;
    for (const QJsonObject &event : events) {
        const QString phase = event["ph"].toString();
        if (event["tid"].toInt() != tid)
            continue;
        if (phase == "B") {
            lines << QString(open.size(), ' ') + event["name"].toString() + ' ' +
                         QString::number(event["ts"].toDouble(), 'f', 3);
            open << lines.size() - 1;
        } else if (phase == "E") {
            lines[open.takeLast()] += '-' + QString::number(event["ts"].toDouble(), 'f', 3);
        }
    }
    return lines;
}

// Values from speedscope 1.25.0 (importTraceEvents of src/import/trace-event.ts, its open and close calls).
void TestChromeTrace::spansAreWhatSpeedscopeReads()
{
    auto trace = std::make_shared<Trace>(Trace::Clock::Told);
    Lane *lane = trace->addLaneAt(0, LaneRole::Worker);
    span(lane, 100, 1100, "first");
    span(lane, 600, 1100, "wait", State::Lock); // ends with what is around it
    span(lane, 1100, 2203, "second");
    span(lane, 2203, 3307, "GET", State::Io);
    span(lane, 3307, 4411, "GET", State::Io); // the same name at the same line
    span(lane, 4411, 5513, "GET", State::Io);
    constexpr Nanoseconds hour = 3'600'000'000'000;
    span(lane, hour + 1, hour + 1000003, "late");
    span(lane, hour + 3, hour + 1000003, "inner");
    span(lane, hour + 1000003, hour + 1000004, "short");
    lane->add({hour + 1000004, SpanRecord::open, "open", {"a.cpp", 8}});
    trace->stopAt(hour + 2000005);
    const QStringList read{"first 0.100-1.100",
                           " wait 0.600-1.100",
                           "second 1.100-2.203",
                           "GET 2.203-3.307",
                           "GET 3.307-4.411",
                           "GET 4.411-5.513",
                           "late 3600000000.001-3600001000.003",
                           " inner 3600000000.003-3600001000.003",
                           "short 3600001000.003-3600001000.004",
                           "open 3600001000.004-3600002000.005"};
    QCOMPARE(drawn(eventsOf({trace}), 1), read);
}

void TestChromeTrace::spansThatTouchDoNotOverlapAsDoubles_data()
{
    QTest::addColumn<qint64>("begin");
    QTest::addColumn<qint64>("step");
    QTest::newRow("100 ns") << qint64(100) << qint64(100);
    QTest::newRow("a prime") << qint64(7) << qint64(10007);
    QTest::newRow("a minute on") << qint64(60'000'000'001) << qint64(333);
    QTest::newRow("a day on") << qint64(86'400'000'000'003) << qint64(1);
    QTest::newRow("milliseconds") << qint64(999'999) << qint64(1'000'001);
}

void TestChromeTrace::spansThatTouchDoNotOverlapAsDoubles()
{
    QFETCH(qint64, begin);
    QFETCH(qint64, step);
    auto trace = std::make_shared<Trace>(Trace::Clock::Told);
    Lane *lane = trace->addLaneAt(0, LaneRole::Worker);
    constexpr int count = 1000;
    for (int i = 0; i < count; ++i)
        span(lane, begin + i * step, begin + (i + 1) * step, i % 2 ? "odd" : "even");
    trace->stopAt(begin + count * step);
    double last = 0;
    int edges = 0;
    const Events events = eventsOf({trace});
    for (const QJsonObject &event : events) {
        const QString phase = event["ph"].toString();
        QVERIFY(phase != "X"); // a reader would add its length to its begin
        if (phase != "B" && phase != "E")
            continue;
        QCOMPARE(phase, edges++ % 2 ? "E" : "B"); // none within another
        QVERIFY(event["ts"].toDouble() >= last);
        last = event["ts"].toDouble();
    }
    QCOMPARE(edges, 2 * count);
}

// speedscope sorts what begins and what ends by time. Of both at one instant it takes first what begins, if
// its name and arguments are those of what ends.
void TestChromeTrace::namesakesThatTouchAreToldApart()
{
    auto trace = std::make_shared<Trace>(Trace::Clock::Told);
    Lane *lane = trace->addLaneAt(0, LaneRole::Worker);
    for (int i = 0; i < 5; ++i) {
        span(lane, i * 100, (i + 1) * 100, "task");
        span(lane, i * 100 + 50, (i + 1) * 100, "task"); // ends there as well
    }
    trace->stopAt(500);
    const auto keyOf = [](const QJsonObject &event) {
        return event["name"].toString() + QJsonDocument(event["args"].toObject()).toJson();
    };
    QMap<double, QSet<QString>> ended;
    QList<QString> open;
    const Events events = eventsOf({trace});
    for (const QJsonObject &event : events) {
        if (event["ph"].toString() == "E") {
            QCOMPARE(keyOf(event), open.takeLast()); // else speedscope complains
            ended[event["ts"].toDouble()] << keyOf(event);
        } else if (event["ph"].toString() == "B") {
            open << keyOf(event);
            QVERIFY(!ended.value(event["ts"].toDouble()).contains(keyOf(event)));
        }
    }
    QCOMPARE(ended.size(), 5);
    QCOMPARE(drawn(events, 1).mid(2, 2), (QStringList{"task 0.100-0.200", " task 0.150-0.200"}));
}

// Within what begins there, or beside it? Readers disagree.
void TestChromeTrace::aSpanOfNoLengthIsAnInstant()
{
    auto trace = std::make_shared<Trace>(Trace::Clock::Told);
    Lane *lane = trace->addLaneAt(0, LaneRole::Worker);
    span(lane, 100, 200, "before");
    span(lane, 200, 200, "nothing");
    span(lane, 200, 300, "after");
    trace->stopAt(400);
    const Events events = eventsOf({trace});
    QCOMPARE(drawn(events, 1), (QStringList{"before 0.100-0.200", "after 0.200-0.300"}));
    const auto instant =
        std::ranges::find_if(events, [](const auto &e) { return e["ph"].toString() == "i"; });
    QVERIFY(instant != events.end());
    QCOMPARE((*instant)["name"].toString(), "nothing");
    QCOMPARE((*instant)["ts"].toDouble(), 0.2);
}

void TestChromeTrace::endsOfArrowsLieInSlices_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<QStringList>("slices"); // of the lane where it begins
    const QString one = "one 0.100-0.200";
    const QString two = "two 0.300-0.400";
    QTest::newRow("within") << qint64(150) << QStringList{one, two};
    QTest::newRow("at the begin") << qint64(300) << QStringList{one, two};
    QTest::newRow("at the end") << qint64(200) << QStringList{one, two};
    QTest::newRow("before all") << qint64(40) << QStringList{"releases 0.040-0.041", one, two};
    QTest::newRow("between") << qint64(250) << QStringList{one, "releases 0.250-0.251", two};
    QTest::newRow("just before a begin") << qint64(299) << QStringList{one, "releases 0.299-0.300", two};
    QTest::newRow("after all") << qint64(450) << QStringList{one, two, "releases 0.450-0.451"};
}

// As Perfetto binds them (FlowTracker): to the innermost slice that is open on the lane at that place of the
// file. Elsewhere the arrow is dropped.
void TestChromeTrace::endsOfArrowsLieInSlices()
{
    QFETCH(qint64, from);
    QFETCH(QStringList, slices);
    auto trace = std::make_shared<Trace>(Trace::Clock::Told);
    Lane *first = trace->addLaneAt(0, LaneRole::Worker);
    Lane *second = trace->addLaneAt(0, LaneRole::Worker);
    span(first, 100, 200, "one");
    span(first, 300, 400, "two");
    span(second, 0, 600, "waits", State::Lock);
    second->linkAt(500, LinkKind::Releases, *first, from);
    second->linkAt(500, LinkKind::Releases, *first, from); // two at one instant
    trace->stopAt(600);
    const Events events = eventsOf({trace});
    QCOMPARE(drawn(events, 1), slices);
    QMap<int, int> open;
    int ends = 0;
    for (const QJsonObject &event : events) {
        const QString phase = event["ph"].toString();
        int &depth = open[event["tid"].toInt()];
        depth += phase == "B" ? 1 : phase == "E" ? -1 : 0;
        if (phase != "s" && phase != "f")
            continue;
        ++ends;
        QVERIFY(depth > 0);
        QCOMPARE(event["ts"].toDouble(), (phase == "s" ? double(from) : 500.0) / 1000);
    }
    QCOMPARE(ends, 4);
}

static std::shared_ptr<Trace> withHoldsAndLinks()
{
    auto trace = std::make_shared<Trace>(Trace::Clock::Told);
    Lane *first = trace->addLaneAt(0, LaneRole::Worker);
    Lane *second = trace->addLaneAt(0, LaneRole::Worker);
    for (Lane *lane : {first, second}) {
        SpanRecord *hold =
            lane->beginAsideAt(100, Shape::Hold, State::Running, "mutex", SpanRecord::noTask, {});
        lane->endAsideAt(200, hold);
        span(lane, 0, 1000, "task");
    }
    for (int i = 0; i < 3; ++i)
        second->linkAt(300, LinkKind::HandsOver, *first, 200 + i);
    trace->stopAt(1000);
    return trace;
}

// "id" is global in the format: two processes with the same one are one track in Chrome and Perfetto.
void TestChromeTrace::idsAreOfTheirProcess()
{
    const Events events = eventsOf({withHoldsAndLinks(), withHoldsAndLinks(), withHoldsAndLinks()});
    QSet<std::pair<int, QString>> begun;
    int ended = 0;
    for (const QJsonObject &event : events) {
        const QString phase = event["ph"].toString();
        if (phase != "b" && phase != "e")
            continue;
        QVERIFY(!event.contains("id"));
        const std::pair id(event["pid"].toInt(), event["id2"]["local"].toString());
        QVERIFY(id.second.startsWith("0x"));
        QCOMPARE(begun.contains(id), phase == "e");
        begun << id;
        ended += phase == "e";
    }
    QCOMPARE(begun.size(), 6);
    QCOMPARE(ended, 6);
}

void TestChromeTrace::arrowsAreNumberedThroughTheFile()
{
    QMap<int, QString> phases;
    const Events events = eventsOf({withHoldsAndLinks(), withHoldsAndLinks()});
    for (const QJsonObject &event : events) {
        if (const QString phase = event["ph"].toString(); phase == "s" || phase == "f")
            phases[event["id"].toInt()] += phase;
    }
    QCOMPARE(phases.size(), 6);
    for (const QString &both : std::as_const(phases))
        QCOMPARE(both, "sf");
}

void TestChromeTrace::filesOfRunsHoldTogether_data()
{
    QTest::addColumn<QStringList>("variants");
    QTest::newRow("process-pool/crash-recovery") << QStringList();
    QTest::newRow("process-pool/chunk-size") << QStringList();
    QTest::newRow("threads/database") << QStringList{"sequential", "parallel", "one-lock"};
    QTest::newRow("threads/web-scraper") << QStringList();
}

// All that the tests above say of what was told, of what was recorded.
void TestChromeTrace::filesOfRunsHoldTogether()
{
    QFETCH(QStringList, variants);
    const Scenario &scenario = *findScenario(QString::fromLatin1(QTest::currentDataTag()));
    Recording recording;
    recording.request = {&scenario, variants.isEmpty() ? scenario.tickedVariants() : variants,
                         scenario.preset("quick")};
    recording.outcomes = carriedOut(planOf(recording.request));
    struct OfLane
    {
        QList<QString> open;
        double last = 0;
    };
    QMap<std::pair<int, int>, OfLane> lanes;
    QMap<QString, QSet<int>> users; // of each global id
    int spans = 0, ends = 0;
    for (const QJsonValue value :
         QJsonDocument::fromJson(runToChromeTrace(recording))["traceEvents"].toArray()) {
        const QJsonObject event = value.toObject();
        const QString phase = event["ph"].toString();
        OfLane &lane = lanes[{event["pid"].toInt(), event["tid"].toInt()}];
        QVERIFY(phase != "X");
        if (phase == "B" || phase == "E") {
            QVERIFY(event["ts"].toDouble() >= lane.last);
            lane.last = event["ts"].toDouble();
            if (phase == "B")
                lane.open << event["name"].toString();
            else
                QCOMPARE(lane.open.isEmpty() ? QString() : lane.open.takeLast(), event["name"].toString());
            ++spans;
        } else if (phase == "s" || phase == "f") {
            QVERIFY2(!lane.open.isEmpty(), QJsonDocument(event).toJson());
            ++ends;
        } else if ((phase == "b" || phase == "e") && event.contains("id")) {
            users[event["id"].toString()] << event["pid"].toInt();
        }
    }
    for (const OfLane &lane : std::as_const(lanes))
        QVERIFY(lane.open.isEmpty());
    for (const QSet<int> &processes : std::as_const(users))
        QCOMPARE(processes.size(), 1);
    QVERIFY(spans > 20);
    QVERIFY(ends > 0 || scenario.id != "crash-recovery"); // each crash has an arrow
}

QTEST_GUILESS_MAIN(TestChromeTrace)
#include "tst_chrometrace.moc"
