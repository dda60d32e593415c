// What stands at the numbers of a run that are not what its variants are worth.

#include "core/analysis/caveat.h"
#include "core/analysis/corewaits.h"
#include "core/analysis/summary.h"
#include "core/analysis/verdict.h"
#include "core/catalog/pattern.h"
#include "core/executors/workerthread.h"
#include "core/run/othersload.h"
#include "core/run/run.h"
#include "core/run/runner.h"
#include "core/sync/awakeclock.h"
#include "tests/patience.h"

#include <QProcess>
#include <QTest>

#include <ctime>
#include <list>
#include <thread>

using namespace tenfold;

using Kind = Caveat::Kind;

class TestCaveat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQuietRunHasNone();
    void othersStandAtTheNumbers();
    void aLittleIsNoise();
    void whatBentTheTimesLimitsNothing();
    void aRunThatWasHeldUpSaysSo();
    void whatWasHeldUpBeforeIsSaidAmongTheWords();
    void aQuotaThatThrottles();
    void aQuotaThatDoesNotThrottleIsNoCaveat();
    void workThatIsTooSmall();
    void aGainIsNotTooSmall();
    void aWaitIsNotTooSmall();
    void onOneCoreNothingIsTooSmall();
    void aLittleTooFastIsNotBlamed();
    void moreThanAllWorkersCanDoIsUneven();
    void bentIsWhatOthersTook_data();
    void bentIsWhatOthersTook();
    void aQuotaLeavesOthersTheirCores();
    void whatOwnThreadsTookNobodyElseDid();
    void whatWasThrottledWasNotHeldUp();
    void whatOthersBendIsCarriedOutAgain();
};

constexpr Nanoseconds ms = 1'000'000;

/// A lane that computes ten tasks from `begin` to `end`, without a core for the share `ready`.
static void addLane(Trace &trace, LaneRole role, Nanoseconds begin, Nanoseconds end, double ready)
{
    Lane *lane = trace.addLaneAt(0, role);
    if (begin > 0)
        lane->endAt(begin, lane->beginAt(0, State::Spawn, "start", SpanRecord::noTask, {}));
    for (int i = 0; i < 10; ++i)
        lane->endAt(begin + (end - begin) * (i + 1) / 10,
                    lane->beginAt(begin + (end - begin) * i / 10, State::Running, "", i, {}));
    trace.addCores(lane->index(), {begin, 0, 0});
    trace.addCores(lane->index(), {end, end - begin, static_cast<Nanoseconds>(ready * double(end - begin))});
    lane->closeAt(end);
}

static Repeat repeatOf(Nanoseconds time, int lanes, double ready, Nanoseconds start = 0)
{
    Repeat repeat;
    repeat.status = Status::Finished;
    repeat.seconds = toSeconds(time);
    repeat.sameResult = true;
    repeat.results.table.rows = {{1}};
    const auto trace = std::make_shared<Trace>();
    for (int i = 0; i < lanes; ++i)
        addLane(*trace, start > 0 ? LaneRole::Process : LaneRole::Worker, start, time, ready);
    trace->stopAt(time);
    repeat.trace = trace;
    return repeat;
}

static const Scenario &fibonacci()
{
    return *findScenario("processes/fibonacci");
}

/// The reference and processes, two of them.
static std::vector<Outcome> outcomesOf(Nanoseconds sequential, Nanoseconds parallel, Nanoseconds start = 0)
{
    const Values values = fibonacci().preset("quick");
    return {Outcome{"sequential", values, 1, {repeatOf(sequential, 1, 0)}},
            Outcome{"processes", values, 1, {repeatOf(parallel, 2, 0, start)}}};
}

static Summary summaryOf(const std::vector<Outcome> &outcomes, const Cores &cores = {64, 64})
{
    return summarize(fibonacci(), outcomes, 2, cores);
}

void TestCaveat::aQuietRunHasNone()
{
    const Summary summary = summaryOf(outcomesOf(1000 * ms, 560 * ms));
    QVERIFY(!summary.caveat);
    QVERIFY(summary.caveat.text().isEmpty());
    QVERIFY(!summary.figures[1].isBent && summary.figures[1].limit);
}

void TestCaveat::othersStandAtTheNumbers()
{
    auto outcomes = outcomesOf(1000 * ms, 1087 * ms);
    outcomes[1].repeats[0].bent = 0.4;
    outcomes[1].repeats[0].othersCores = 1.5;
    const Summary summary = summaryOf(outcomes);
    QCOMPARE(summary.caveat.kind, Kind::Others);
    QVERIFY2(summary.caveat.text().startsWith("Other programs used up to 1.5 of 64 cores"),
             qPrintable(summary.caveat.text()));
    QVERIFY(summary.figures[1].isBent);
    // What these times do not show is no claim about them.
    QVERIFY2(summary.explanation.join(' ').contains("Undisturbed: "),
             qPrintable(summary.explanation.join(' ')));
    outcomes[1].repeats[0].othersCores.reset(); // too short to know
    QVERIFY(summaryOf(outcomes).caveat.text().startsWith("Other programs took cores"));
    // What is not over says nothing yet.
    outcomes[1].repeats[0].status = Status::Running;
    QVERIFY(!summaryOf(outcomes).caveat);
}

void TestCaveat::aLittleIsNoise()
{
    auto outcomes = outcomesOf(1000 * ms, 560 * ms);
    outcomes[1].repeats[0].bent = 0.9 * leastBent;
    outcomes[1].repeats[0].othersCores = 0.1;
    QVERIFY(!summaryOf(outcomes).caveat);
}

void TestCaveat::whatBentTheTimesLimitsNothing()
{
    auto outcomes = outcomesOf(1000 * ms, 1087 * ms);
    QVERIFY(summaryOf(outcomes).explanation.join(u' ').contains("workers can be faster"));
    outcomes[1].repeats[0].bent = 0.4;
    const Summary summary = summaryOf(outcomes);
    QVERIFY(!summary.figures[1].limit && !summary.figures[1].limitLongestFirst);
    QVERIFY(!summary.explanation.join(u' ').contains("can be faster"));
}

void TestCaveat::aRunThatWasHeldUpSaysSo()
{
    auto outcomes = outcomesOf(1000 * ms, 560 * ms);
    outcomes[0].repeats[0].heldUp = 7.2;
    const Summary summary = summaryOf(outcomes);
    QCOMPARE(summary.caveat.kind, Kind::HeldUp);
    QVERIFY(summary.caveat.text().contains("7.20 s"));
}

void TestCaveat::whatWasHeldUpBeforeIsSaidAmongTheWords()
{
    auto outcomes = outcomesOf(1000 * ms, 560 * ms);
    outcomes[1].repeats[0].wasHeldUp = true;
    const Summary summary = summaryOf(outcomes);
    QVERIFY(!summary.caveat);
    QVERIFY(summary.explanation.first().endsWith("carried out again: Processes."));
}

void TestCaveat::aQuotaThatThrottles()
{
    auto outcomes = outcomesOf(1000 * ms, 1000 * ms);
    outcomes[1].repeats[0].throttled = 0.9;
    const Summary summary = summaryOf(outcomes, {2, 1.5});
    QCOMPARE(summary.caveat.kind, Kind::Quota);
    QVERIFY2(summary.caveat.text().contains("1.5 of 2 cores"), qPrintable(summary.caveat.text()));
    // The limit goes by the quota and stands.
    QVERIFY(summary.figures[1].limit && *summary.figures[1].limit >= 1 / 1.5 - 0.001);
    // A number that looks like all of them, or none, would contradict the sentence.
    for (const auto &[cores, says] :
         {std::pair(Cores{2, 1.97}, "1.97 of 2"), std::pair(Cores{2, 1.999}, "1.99 of 2"),
          std::pair(Cores{2, 0.04}, "0.04 of 2")}) {
        const QString text = summaryOf(outcomes, cores).caveat.text();
        QVERIFY2(text.contains(says), qPrintable(text));
    }
}

void TestCaveat::aQuotaThatDoesNotThrottleIsNoCaveat()
{
    auto outcomes = outcomesOf(1000 * ms, 560 * ms);
    outcomes[1].repeats[0].throttled = 0.001;
    QCOMPARE(summaryOf(outcomes, {2, 1.9}).caveat.kind, Kind::None);
    // Nor is it to blame for what was faster than it can be.
    QCOMPARE(summaryOf(outcomesOf(1000 * ms, 450 * ms), {2, 1.9}).caveat.kind, Kind::Uneven);
}

void TestCaveat::workThatIsTooSmall()
{
    const Summary summary = summaryOf(outcomesOf(400'000, 8 * ms, 7 * ms));
    QCOMPARE(summary.caveat.kind, Kind::TooSmall);
    QCOMPARE(summary.caveat.first, 0.0004);
    QCOMPARE(summary.caveat.second, 0.007);
    QVERIFY2(summary.caveat.text().endsWith("to start the processes (2): too small to share."),
             qPrintable(summary.caveat.text()));
    QVERIFY(summary.figures[1].isBent);
    QVERIFY(summaryOf(outcomesOf(400'000, 8 * ms)).caveat.text().contains("to share it among workers (2)"));
}

void TestCaveat::aGainIsNotTooSmall()
{
    QVERIFY(!summaryOf(outcomesOf(100 * ms, 60 * ms, 7 * ms)).caveat);
    QVERIFY(!summaryOf(outcomesOf(1000 * ms, 990 * ms, 7 * ms)).caveat); // a loss of another kind
}

void TestCaveat::aWaitIsNotTooSmall()
{
    auto outcomes = outcomesOf(400'000, 8 * ms);
    QCOMPARE(summaryOf(outcomes).caveat.kind, Kind::TooSmall);
    const auto trace = std::make_shared<Trace>();
    for (int i = 0; i < 2; ++i) {
        Lane *lane = trace->addLaneAt(0, LaneRole::Worker);
        lane->endAt(6 * ms, lane->beginAt(0, State::Lock, "the only one", i, {}));
        lane->endAt(8 * ms, lane->beginAt(6 * ms, State::Running, "", i, {}));
        lane->closeAt(8 * ms);
    }
    trace->stopAt(8 * ms);
    outcomes[1].repeats[0].trace = trace;
    QCOMPARE(summaryOf(outcomes).caveat.kind, Kind::None);
}

void TestCaveat::onOneCoreNothingIsTooSmall()
{
    QCOMPARE(summaryOf(outcomesOf(400'000, 8 * ms, 7 * ms), {1, 1}).caveat.kind, Kind::None);
    QCOMPARE(summaryOf(outcomesOf(400'000, 8 * ms, 7 * ms), {64, 1}).caveat.kind, Kind::None);
}

void TestCaveat::aLittleTooFastIsNotBlamed()
{
    QVERIFY(!summaryOf(outcomesOf(1000 * ms, 499 * ms)).caveat);
    const Summary little = summaryOf(outcomesOf(1000 * ms, 492 * ms));
    QCOMPARE(little.caveat.kind, Kind::Uneven);
    QVERIFY2(little.caveat.text().startsWith("A little faster"), qPrintable(little.caveat.text()));
    QVERIFY(little.figures[1].limit && little.figures[1].isBent);
    const Summary much = summaryOf(outcomesOf(1000 * ms, 480 * ms));
    QVERIFY2(much.caveat.text().startsWith("Measured unevenly"), qPrintable(much.caveat.text()));
    QVERIFY(!much.figures[1].limit);
}

void TestCaveat::moreThanAllWorkersCanDoIsUneven()
{
    const auto outcomes = outcomesOf(1000 * ms, 400 * ms); // 2.5 of two
    const Summary summary = summaryOf(outcomes);
    QCOMPARE(summary.caveat.kind, Kind::Uneven);
    QVERIFY(!summary.figures[1].limit);
    QCOMPARE(verdict(fibonacci(), outcomes, summary), "Processes: 2.50×");
}

void TestCaveat::bentIsWhatOthersTook_data()
{
    QTest::addColumn<int>("lanes");
    QTest::addColumn<double>("ready");
    QTest::addColumn<double>("others");
    QTest::addColumn<bool>("isBent");
    constexpr int cores = 4;
    QTest::newRow("nobody else") << cores << 0.0 << 0.0 << false;
    QTest::newRow("own threads crowd each other") << 4 * cores << 0.75 << 0.0 << false;
    QTest::newRow("others take half") << cores << 0.5 << 0.5 * cores << true;
    QTest::newRow("one thread, taken turns with") << 1 << 0.33 << double(cores) << true;
    QTest::newRow("one thread with a core of its own, others beside") << 1 << 0.0 << 0.6 * cores << true;
    QTest::newRow("a little beside") << 1 << 0.0 << 0.1 * cores << false;
}

void TestCaveat::bentIsWhatOthersTook()
{
    QFETCH(int, lanes);
    QFETCH(double, ready);
    QFETCH(double, others);
    QFETCH(bool, isBent);
    Repeat repeat = repeatOf(1000 * ms, lanes, ready);
    repeat.othersCores = others;
    const Cores here{4, 4};
    QCOMPARE(bentBy(repeat, lanes, 1, here) >= leastBent, isBent);
    repeat.throttled = 1000; // all of it by a quota
    if (others == 0)
        QCOMPARE(bentBy(repeat, lanes, 1, here), 0.0);
}

void TestCaveat::aQuotaLeavesOthersTheirCores()
{
    // A container of one core on a machine of 64, on ten of which others compute.
    const Cores here{64, 1};
    Repeat repeat = repeatOf(1000 * ms, 1, 0);
    repeat.othersCores = 10;
    QVERIFY(bentBy(repeat, 1, 1, here) < leastBent);
    const auto untold = std::make_shared<Trace>(Trace::Recording::Off);
    untold->stopAt(1000 * ms);
    repeat.trace = untold;
    QVERIFY(bentBy(repeat, 1, 1, here) < leastBent);
    repeat.othersCores = 64;
    QVERIFY(bentBy(repeat, 1, 1, here) >= leastBent);
}

void TestCaveat::whatOwnThreadsTookNobodyElseDid()
{
    // Too short to know what others used: two lanes had a core for half of the time.
    const Cores here{2, 2};
    const Repeat repeat = repeatOf(50 * ms, 2, 0.5);
    QVERIFY(bentBy(repeat, 2, 1, here) >= leastBent); // the program computed no more than its lanes
    QCOMPARE(bentBy(repeat, 2, 2, here), 0.0);        // threads beside them had the rest
}

void TestCaveat::whatWasThrottledWasNotHeldUp()
{
    using namespace std::chrono_literals;
    QCOMPARE((Gap{2s, 0s, 0s}).heldUp(), std::chrono::nanoseconds(2s));
    QCOMPARE((Gap{2s, 0s, 2s}).heldUp(), 0ns);
    QCOMPARE((Gap{2s, 0s, 1800ms}).heldUp(), 0ns); // the rest is less than what is one
    QCOMPARE((Gap{2s, 0s, 60s}).heldUp(), 0ns);    // of many cores
    QCOMPARE((Gap{2s, 0s, -5s}).heldUp(), std::chrono::nanoseconds(2s));
    QVERIFY((Gap{1s, 300ms, 0s}).isStandstill(1));
    QVERIFY(!(Gap{1s, 900ms, 0s}).isStandstill(1)); // it computed; on 64 cores a beat's time would be more
    QVERIFY((Gap{1s, 900ms, 0s}).isStandstill(64));
    QVERIFY(!(Gap{400ms, 0s, 0s}).isStandstill(1));
}

static void compute(Nanoseconds time)
{
    const auto computed = [] {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return now.tv_sec * 1'000'000'000 + now.tv_nsec;
    };
    for (const Nanoseconds end = computed() + time; computed() < end;) {
    }
}

void TestCaveat::whatOthersBendIsCarriedOutAgain()
{
    const int cores = Cores::here().seen;
    std::list<QProcess> others;
    for (int i = 0; i < 2 * cores; ++i) {
        others.emplace_back().start("sh", {"-c", "while :; do :; done"});
        QVERIFY(others.back().waitForStarted());
    }
    Scenario scenario;
    scenario.id = "test";
    scenario.pattern = "threads";
    scenario.columns = {{"value", "Value", ColumnKind::Integer}};
    int began = 0;
    Runner runner;
    std::vector<Status> seen; // each time that it begins
    double seenBent = 0;      // by others, while it runs
    scenario.variants = {{"sequential", "Sequential", VariantKind::Sequential, [&](Run &run) {
                              ++began;
                              seen.push_back(runner.outcomes().front().status());
                              std::list<WorkerThread> workers;
                              for (int i = 0; i < cores; ++i)
                                  workers.emplace_back(run.trace(), [] {
                                      const Span running(State::Running, "compute");
                                      compute(200 * ms);
                                  });
                              for (WorkerThread &worker : workers)
                                  worker.join();
                              seenBent = std::max(seenBent, runner.outcomes().front().repeats.front().bent);
                              run.setRow(0, {1});
                          }}};
    runner.start(planOf({.scenario = &scenario, .variants = {"sequential"}}));
    runner.wait();
    for (QProcess &other : others) {
        other.kill();
        other.waitForFinished(patience);
    }
    const Repeat repeat = runner.outcomes().front().repeats.front();
    if (!repeat.othersCores)
        QSKIP("the system does not tell");
    QCOMPARE(repeat.status, Status::Finished);
    QVERIFY2(repeat.bent >= leastBent, qPrintable(QString::number(repeat.bent)));
    QVERIFY(repeat.sameResult);
    QVERIFY(began >= 2 && repeat.again == began - 1);
    QCOMPARE(seen.front(), Status::Running);
    QVERIFY2(seenBent >= leastBent, qPrintable(QString::number(seenBent)));
    if (!repeat.wasHeldUp)
        QCOMPARE(seen.back(), Status::Finished); // it stands until a better one is known
    const auto [done, jobs] = runner.progress();
    QCOMPARE(done, jobs);
}

QTEST_GUILESS_MAIN(TestCaveat)
#include "tst_caveat.moc"
