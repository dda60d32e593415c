// A run at any instant after it: as it was seen while it was on.

#include "core/analysis/race.h"
#include "core/analysis/readings.h"
#include "core/recording/replay.h"
#include "tests/core/recorded.h"
#include "tests/core/walk.h"

#include <thread>

using namespace tenfold;

/// What was seen of a variant while it ran.
struct Glimpse
{
    QString variant;
    std::shared_ptr<const Trace> trace = {};
    Nanoseconds instant = 0;
    struct OfLane
    {
        std::int32_t index = 0;
        Lane::Sums sums = {};
        std::pair<int, int> changes = {}; ///< that were recorded by then
    };
    std::vector<OfLane> lanes = {};                          ///< that did the same all the while
    std::vector<std::pair<std::string, double>> levels = {}; ///< of its counters
    int samples = 0;                                         ///< of which they were read
};

class TestReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyInstantIsAsItWasLive_data() { scenarioRows(); }
    void everyInstantIsAsItWasLive();
    void mostWereSeenLive();
    void theEndIsTheWholeRecording();
    void nothingOfTheEndIsThereBefore();
    void whoIsDoneIsSaid();
    void eventsFollowEachOther();
    void marksAreInOrder();
    void aFileKeepsWhenRowsCame();

private:
    std::size_t wereSeen_ = 0; ///< scenarios of which something was compared with what was seen live
};

static int filled(const QList<QVariantList> &rows)
{
    return static_cast<int>(std::ranges::count_if(rows, [](const auto &row) { return !row.isEmpty(); }));
}

/// How many samples there are up to `until`.
static int samplesOf(const Trace &trace, Nanoseconds until)
{
    int count = 0;
    for (const Lane *lane : trace.lanes())
        lane->samples().forEach([&](const SampleRecord &sample) { count += sample.time <= until; });
    return count;
}

/// How many spans have begun and ended up to `until`, as is recorded.
static std::pair<int, int> changesOf(const Lane &lane, Nanoseconds until)
{
    std::pair<int, int> changes;
    lane.spans().forEach([&](const SpanRecord &span) {
        changes.first += span.begin <= until;
        changes.second += !span.isOpen() && span.endOr(until) <= until;
    });
    return changes;
}

static std::optional<Glimpse> glimpseOf(const std::vector<Outcome> &outcomes)
{
    for (const Outcome &outcome : outcomes) {
        const Repeat *shown = outcome.shown();
        if (!shown || shown->status != Status::Running || !shown->trace)
            continue;
        const Trace &trace = *shown->trace;
        Glimpse seen{outcome.variant, shown->trace, trace.now()};
        const auto lanes = trace.lanes();
        const bool isOfChildren = std::ranges::any_of(
            lanes, [](const Lane *lane) { return lane->role() == LaneRole::Process; }); // they tell later
        seen.samples = samplesOf(trace, seen.instant);
        for (const Series &series : trace.series()) {
            const auto steps = readSeries(trace, series.id, seen.instant);
            if (series.kind == SeriesKind::Level && !isOfChildren &&
                samplesOf(trace, seen.instant) == seen.samples)
                seen.levels.emplace_back(series.id, steps.isEmpty() ? 0 : steps.last().y());
        }
        for (const Lane *lane : lanes) {
            if (lane->role() == LaneRole::Process)
                continue;
            const Lane::Stretch before = lane->stretch();
            const auto changes = changesOf(*lane, seen.instant);
            const Lane::Sums sums = lane->sums(seen.instant);
            if (lane->stretch() == before && changesOf(*lane, seen.instant) == changes &&
                before.since <= seen.instant && lane->dropped() == 0)
                seen.lanes.push_back({lane->index(), sums, changes});
        }
        return trace.isStopped() ? std::nullopt : std::optional(seen);
    }
    return {};
}

/// Rows that came so far; sums by state; what is counted, at twenty instants and at those that were seen
/// live.
void TestReplay::everyInstantIsAsItWasLive()
{
    QFETCH(QString, path);
    const Scenario &scenario = *findScenario(path);
    Recording recording{.request = {.scenario = &scenario,
                                    .variants = allVariants(scenario),
                                    .values = scenario.preset("quick")}};
    std::vector<Glimpse> live;
    Runner runner;
    runner.start(planOf(recording.request));
    while (runner.isRunning()) {
        if (auto seen = glimpseOf(runner.outcomes()))
            live.push_back(std::move(*seen));
        std::this_thread::yield();
    }
    runner.wait();
    recording.outcomes = runner.outcomes();
    recording.machine.effectiveCores = 2;
    recording.summary = summarize(scenario, recording.outcomes, 2);
    const Replay replay(recording);
    QVERIFY(replay.end() > 0);

    int compared = 0, lanes = 0;
    QStringList others;
    for (const Glimpse &seen : live) {
        const Repeat &whole =
            *std::ranges::find(recording.outcomes, seen.variant, &Outcome::variant)->shown();
        if (whole.trace != seen.trace) // it was carried out again, more quietly
            continue;
        ++compared;
        // A sample that was under way just then has a time before, but was not to be seen yet.
        const bool areAll = samplesOf(*whole.trace, seen.instant) == seen.samples;
        for (const auto &[series, level] : seen.levels) {
            if (!areAll)
                continue;
            const auto steps = readSeries(*whole.trace, series, seen.instant);
            QCOMPARE(steps.isEmpty() ? 0 : steps.last().y(), level);
        }
        for (const auto &[index, sums, changes] : seen.lanes) {
            const Lane &lane = *whole.trace->lanes()[static_cast<std::size_t>(index)];
            if (changesOf(lane, seen.instant) != changes) // one was under way just then, too
                continue;
            Lane::Sums then = sumsOf(lane, seen.instant);
            then.state[static_cast<std::size_t>(State::Running)] += then.of(State::Ready); // told afterwards
            then.state[static_cast<std::size_t>(State::Ready)] = 0;
            ++lanes;
            if (then.state != sums.state)
                others << QStringLiteral("%1, lane %2").arg(seen.variant).arg(index);
        }
    }
    // A lane may have been seen between the record of a span and the sum of the state before it.
    QVERIFY2(others.size() <= 1 + lanes / 20, qPrintable(others.join(u'\n')));
    wereSeen_ += compared > 0;

    for (int i = 0; i < 20; ++i) {
        const Nanoseconds instant = replay.end() * i / 20;
        const Recording now = replay.at(instant);
        QCOMPARE(now.outcomes.size(), recording.outcomes.size());
        for (std::size_t o = 0; o < now.outcomes.size(); ++o) {
            const Repeat &whole = *recording.outcomes[o].shown(), &shown = *now.outcomes[o].shown();
            if (!whole.trace)
                continue;
            QCOMPARE(shown.trace, whole.trace);
            QCOMPARE(shown.status == Status::Running, instant < whole.trace->now());
            const qsizetype came = std::ranges::count_if(whole.results.rowTimes,
                                                         [&](Nanoseconds time) { return time <= instant; });
            if (shown.status == Status::Running)
                QVERIFY(filled(shown.results.table.rows) <= came);
            else
                QCOMPARE(shown.results.table.rows, whole.results.table.rows);
        }
    }
}

/// Some are over too soon for that.
void TestReplay::mostWereSeenLive()
{
    QVERIFY(wereSeen_ > walked().size() / 2);
}

void TestReplay::theEndIsTheWholeRecording()
{
    const Recording whole = recorded("threads/url-fetch", {"sequential", "parallel"});
    const Replay replay(whole);
    QCOMPARE(jsonOf(replay.at(replay.end())), jsonOf(whole));
    QCOMPARE(jsonOf(replay.at(replay.end() + 1)), jsonOf(whole));
}

void TestReplay::nothingOfTheEndIsThereBefore()
{
    const Recording whole = recorded("threads/url-fetch", {"sequential", "parallel"});
    const Replay replay(whole);
    const Recording start = replay.at(0);
    for (const Outcome &outcome : start.outcomes) {
        QCOMPARE(outcome.status(), Status::Running);
        QVERIFY(outcome.shown()->results.findings.empty());
        QCOMPARE(filled(outcome.shown()->results.table.rows), 0);
    }
    // The faster one is done, the other one is not: no speed-up yet, and no word of one.
    const Recording last = replay.at(replay.end() - 1);
    QCOMPARE(last.outcomes[0].status(), Status::Running);
    QCOMPARE(last.outcomes[1].status(), Status::Finished);
    QVERIFY(!last.summary.of("parallel")->speedup);
    QVERIFY(!last.summary.caveat);
}

void TestReplay::whoIsDoneIsSaid()
{
    const Recording whole = recorded("threads/url-fetch", {"sequential", "parallel"});
    const Replay replay(whole);
    const Recording start = replay.at(0), last = replay.at(replay.end() - 1);
    const int rows = filled(whole.outcomes[0].shown()->results.table.rows);
    QCOMPARE(start.summary.explanation.size(), 2);
    QVERIFY(start.summary.explanation[0].contains(QStringLiteral("0 of %1").arg(rows)));
    QVERIFY(last.summary.explanation[1].contains("was done after"));
}

void TestReplay::eventsFollowEachOther()
{
    const Recording whole = recorded("threads/url-fetch", {"sequential", "parallel"});
    const Replay replay(whole);
    std::vector<Nanoseconds> forward;
    for (auto at = replay.eventAfter(0); at; at = replay.eventAfter(*at))
        forward.push_back(*at);
    std::vector<Nanoseconds> back;
    for (auto at = replay.eventBefore(replay.end() + 1); at && *at > 0; at = replay.eventBefore(*at))
        back.push_back(*at);
    std::ranges::reverse(back);
    QCOMPARE(back, forward);
    QCOMPARE(forward.back(), replay.end());
    // Of one lane there are fewer, and each is one of all.
    const Lane *lane = whole.outcomes[1].shown()->trace->lanes().back();
    std::size_t own = 0;
    for (auto at = replay.eventAfter(0, {lane}); at; at = replay.eventAfter(*at, {lane}), ++own)
        QVERIFY(std::ranges::binary_search(forward, *at));
    QVERIFY(own > 0 && own < forward.size());
}

void TestReplay::marksAreInOrder()
{
    using Kind = ReplayMark::Kind;
    const auto hasKind = [](const std::vector<ReplayMark> &marks, Kind kind) {
        return std::ranges::count(marks, kind, &ReplayMark::kind);
    };
    const std::vector<ReplayMark> fetched =
        Replay(recorded("threads/url-fetch", {"sequential", "parallel"})).marks();
    QVERIFY(std::ranges::is_sorted(fetched, {}, &ReplayMark::time));
    QCOMPARE(hasKind(fetched, Kind::FirstResult), 1);
    QCOMPARE(hasKind(fetched, Kind::End), 2);
    const std::vector<ReplayMark> transferred =
        Replay(recorded("lock/bank-transfer", allVariants(*findScenario("lock/bank-transfer")))).marks();
    QCOMPARE(hasKind(transferred, Kind::Ring), 1);
}

void TestReplay::aFileKeepsWhenRowsCame()
{
    const Recording whole = recorded("threads/url-fetch", {"sequential", "parallel"});
    const auto [opened, problem] = openedRecording(savedRecording(whole));
    QCOMPARE(problem, QString());
    for (std::size_t i = 0; i < whole.outcomes.size(); ++i) {
        const std::vector<std::int64_t> &times = whole.outcomes[i].shown()->results.rowTimes;
        QVERIFY(!times.empty());
        QCOMPARE(opened->outcomes[i].shown()->results.rowTimes, times);
    }
    const Replay replay(whole), again(*opened);
    const Nanoseconds middle = replay.end() / 2;
    QCOMPARE(again.at(middle).summary.explanation, replay.at(middle).summary.explanation);
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
