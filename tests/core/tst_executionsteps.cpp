#include "core/workloads/compute/interleavings/executiontrace.h"
#include "core/workloads/compute/interleavings/neighbour.h"
#include "tests/core/smallprograms.h"

using namespace tenfold;

class TestExecutionSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSwapMakesTheResultRight();
    void aNeighbourIsOneSwapAway_data() { smallPrograms(); }
    void aNeighbourIsOneSwapAway();
    void aDeadlockHasANeighbourWithoutOne();
    void nothingCanBeSwappedUnderALock();
    void aTraceCountsSteps();
    void whoIsDeadlockedWaitsInTheTrace();
};

void TestExecutionSteps::aSwapMakesTheResultRight()
{
    const Executions all = executionsOf("unlocked", 2, 1);
    const auto neighbour = neighbourOf(all, all.at(2)); // A B A B
    QVERIFY(neighbour);
    QVERIFY(neighbour->number == 1); // A A B B
    QCOMPARE(neighbour->step, std::size_t(1));
    QVERIFY(neighbour->isSwap);
    QVERIFY(neighbour->ending == Ending{2});
    QVERIFY(neighbourOf(all, all.at(1))->number == 2); // and back
}

void TestExecutionSteps::aNeighbourIsOneSwapAway()
{
    QFETCH(QString, name);
    QFETCH(int, threads);
    QFETCH(int, turns);
    const Executions all = executionsOf(name, threads, turns);
    for (Count number = 1; number <= all.total(); ++number) {
        const Execution own = all.at(number);
        const auto neighbour = neighbourOf(all, own);
        if (!neighbour)
            continue;
        QVERIFY(neighbour->number != number);
        QVERIFY(all.at(neighbour->number) == neighbour->execution);
        QVERIFY(endingOf(all.rules(), neighbour->execution) == neighbour->ending);
        const auto step = static_cast<std::ptrdiff_t>(neighbour->step);
        QVERIFY(std::equal(own.begin(), own.begin() + step, neighbour->execution.begin()));
        if (!neighbour->isSwap)
            continue;
        Execution swapped = own;
        std::swap(swapped[neighbour->step], swapped[neighbour->step + 1]);
        QVERIFY(swapped == neighbour->execution);
    }
}

void TestExecutionSteps::aDeadlockHasANeighbourWithoutOne()
{
    const Executions all = executionsOf("opposite", 2, 1);
    const Execution deadlock{0, 1};
    QVERIFY(endingOf(all.rules(), deadlock).isDeadlock);
    const auto neighbour = neighbourOf(all, deadlock);
    QVERIFY(neighbour);
    QVERIFY(!neighbour->isSwap);
    QCOMPARE(neighbour->step, std::size_t(1));
    QVERIFY(!neighbour->ending.isDeadlock);
    QCOMPARE(neighbour->execution.front(), std::uint8_t{0});
}

void TestExecutionSteps::nothingCanBeSwappedUnderALock()
{
    const Executions all = executionsOf("locked", 2, 1);
    QVERIFY(!neighbourOf(all, all.at(1)));
}

static std::map<std::string, double> valuesAt(const Trace &trace, Nanoseconds instant)
{
    std::map<std::string, double> values;
    for (const Lane *lane : trace.lanes()) {
        lane->samples().forEach([&](const SampleRecord &sample) {
            if (sample.time <= instant)
                values[trace.series()[static_cast<std::size_t>(sample.series)].id] = sample.value;
        });
    }
    return values;
}

void TestExecutionSteps::aTraceCountsSteps()
{
    const Executions all = executionsOf("unlocked", 2, 1);
    const auto trace = traceOf(all.program(), all.at(2)); // A B A B
    QVERIFY(trace->toldClock());
    QVERIFY(trace->isStopped());
    QCOMPARE(trace->now(), 4 * oneStep);
    const auto lanes = trace->lanes();
    QCOMPARE(lanes.size(), std::size_t(2));
    const SpanRecord &store = lanes[0]->spans()[1];
    QCOMPARE(store.begin, 2 * oneStep);
    QCOMPARE(store.endOr(0), 3 * oneStep);
    QCOMPARE(store.task, 2);
    QCOMPARE(std::string_view(store.label), std::string_view("store"));
    QVERIFY(std::string_view(store.where.file).ends_with("programs.h"));
    using Values = std::map<std::string, double>;
    QVERIFY(valuesAt(*trace, 0) == (Values{{"x", 0}}));
    QVERIFY(valuesAt(*trace, 2 * oneStep) == (Values{{"r 1", 0}, {"r 2", 0}, {"x", 0}}));
    QVERIFY(valuesAt(*trace, 4 * oneStep) == (Values{{"r 1", 0}, {"r 2", 0}, {"x", 1}}));
}

void TestExecutionSteps::whoIsDeadlockedWaitsInTheTrace()
{
    const Program program = programNamed("opposite", 2, 1);
    const auto trace = traceOf(program, {0, 1});
    QCOMPARE(trace->now(), 3 * oneStep); // the last one shows who waits
    const auto lanes = trace->lanes();
    for (const std::size_t lane : {0, 1}) {
        const SpanRecord &wait = lanes[lane]->spans()[1];
        QVERIFY(wait.state == State::Lock);
        QCOMPARE(std::string_view(wait.label), std::string_view(lane == 0 ? "b" : "a"));
        QCOMPARE(lanes[lane]->links()[0].fromLane, static_cast<std::int32_t>(1 - lane));
    }
}

QTEST_GUILESS_MAIN(TestExecutionSteps)
#include "tst_executionsteps.moc"
