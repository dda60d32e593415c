#include "core/catalog/pattern.h"
#include "core/run/runner.h"
#include "core/workloads/compute/interleavings/executions.h"
#include "core/workloads/compute/interleavings/neighbour.h"
#include "core/workloads/compute/interleavings/search.h"
#include "tests/core/smallprograms.h"
#include "tests/core/walk.h"

#include <QTest>

using namespace tenfold;

using Endings = std::map<Ending, Count>;

class TestInterleavings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCountsAreExact_data();
    void theCountsAreExact();
    void theFinalValuesAreCounted();
    void whatIsTooManyForACountIsSaid();
    void aProgramThatIsTooLargeIsRefused();
    void locksAreGivenBackInReverseOrder();
    void searchAndCountAgree_data();
    void searchAndCountAgree();
    void everyExecutionIsVisitedOnceAndInOrder_data() { smallPrograms(); }
    void everyExecutionIsVisitedOnceAndInOrder();
    void prefixesShareAllExecutionsOut_data() { smallPrograms(); }
    void prefixesShareAllExecutionsOut();
    void aNumberBeyondAllIsRefused();
    void aLargeNumberIsFound();
    void aSearchStops();
    void theTableHasEveryEnding();
    void whatIsTooManyIsCountedOnly();
    void everyValueEnds_data();
    void everyValueEnds();
};

void TestInterleavings::theCountsAreExact_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("turns");
    QTest::addColumn<QString>("total");
    QTest::addColumn<QString>("right");
    const auto add = [](const char *name, int threads, int turns, const char *total, const char *right) {
        QTest::addRow("%s %dx%d", name, threads, turns) << name << threads << turns << total << right;
    };
    add("unlocked", 2, 1, "6", "2");
    add("unlocked", 2, 3, "924", "20");
    add("unlocked", 3, 2, "34,650", "90");
    add("unlocked", 3, 3, "17,153,136", "1,680");
    add("unlocked", 4, 3, "2,308,743,493,056", "369,600");
    add("locked", 2, 1, "2", "2");
    add("locked", 3, 3, "1,680", "1,680");
    add("ordered", 2, 1, "2", "2");
    add("opposite", 2, 1, "6", "4");
    add("opposite", 3, 1, "26", "16");
    add("philosophers", 3, 2, "135,639", "131,790");
    add("philosophers", 3, 1, "168", "162");
    add("philosophers", 5, 1, "66,468,720", "66,468,600");
}

void TestInterleavings::theCountsAreExact()
{
    QFETCH(QString, name);
    QFETCH(int, threads);
    QFETCH(int, turns);
    const Executions all = executionsOf(name, threads, turns);
    QTEST(QString::fromStdString(inDigits(all.total())), "total");
    QTEST(QString::fromStdString(inDigits(all.right())), "right");
}

void TestInterleavings::theFinalValuesAreCounted()
{
    const Endings expected{{{2}, 8}, {{3}, 300}, {{4}, 416}, {{5}, 180}, {{6}, 20}};
    QVERIFY(executionsOf("unlocked", 2, 3).endings() == expected);
    QVERIFY((executionsOf("unlocked", 2, 1).endings() == Endings{{{1}, 4}, {{2}, 2}}));
    QVERIFY((executionsOf("opposite", 2, 1).endings() == Endings{{{0, false}, 4}, {{0, true}, 2}}));
    QVERIFY((executionsOf("philosophers", 3, 1).endings() == Endings{{{0, false}, 162}, {{0, true}, 6}}));
}

void TestInterleavings::whatIsTooManyForACountIsSaid()
{
    Program program; // 75! / 15!^5, about 6e48
    for (std::size_t i = 0; i < Program::mostThreads; ++i) {
        ThreadSteps thread(program);
        for (std::size_t step = 0; step < Program::mostSteps; ++step)
            thread.load();
    }
    QVERIFY_THROWS_EXCEPTION(std::overflow_error, Executions{program});
    constexpr Count most = ~Count{0};
    QCOMPARE(inDigits(most), std::string("340,282,366,920,938,463,463,374,607,431,768,211,455"));
    QVERIFY_THROWS_EXCEPTION(std::overflow_error, sum(most, 1));
    QVERIFY(sum(most - 1, 1) == most);
}

void TestInterleavings::aProgramThatIsTooLargeIsRefused()
{
    Program program;
    ThreadSteps thread(program);
    for (std::size_t step = 0; step < Program::mostSteps; ++step)
        thread.store();
    QVERIFY_THROWS_EXCEPTION(std::length_error, thread.load());
    ThreadSteps another(program);
    QVERIFY_THROWS_EXCEPTION(std::length_error, another.store()); // x would be 16
    for (std::size_t i = 0; i < Program::mostLocks; ++i)
        another.lock(std::to_string(i));
    QVERIFY_THROWS_EXCEPTION(std::length_error, another.lock("one more"));
    while (program.threads.size() < Program::mostThreads)
        ThreadSteps{program};
    QVERIFY_THROWS_EXCEPTION(std::length_error, ThreadSteps{program});
}

void TestInterleavings::locksAreGivenBackInReverseOrder()
{
    Program program;
    ThreadSteps thread(program);
    thread.lock("a");
    thread.lock("b");
    QVERIFY_THROWS_EXCEPTION(std::logic_error, thread.unlock("a"));
    thread.unlock("b");
    thread.unlock("a");
    QVERIFY_THROWS_EXCEPTION(std::logic_error, thread.unlock("a"));
}

void TestInterleavings::searchAndCountAgree_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("turns");
    for (const char *name : {"unlocked", "locked", "ordered", "opposite", "philosophers"}) {
        for (int threads = 2; threads <= 5; ++threads) {
            for (int turns = 1; turns <= 3; ++turns)
                QTest::addRow("%s %dx%d", name, threads, turns) << name << threads << turns;
        }
    }
}

/// All of them that can be carried out within about a second.
void TestInterleavings::searchAndCountAgree()
{
    QFETCH(QString, name);
    QFETCH(int, threads);
    QFETCH(int, turns);
    const Executions all = executionsOf(name, threads, turns);
    Count total = 0;
    for (const auto &[ending, count] : all.endings())
        total += count;
    QVERIFY(total == all.total());
    if (all.total() > 20'000'000)
        QSKIP("too many to be carried out within a second");
    QVERIFY(search(all.rules(), {}) == all.endings());
}

void TestInterleavings::everyExecutionIsVisitedOnceAndInOrder()
{
    QFETCH(QString, name);
    QFETCH(int, threads);
    QFETCH(int, turns);
    const Executions all = executionsOf(name, threads, turns);
    Count number = 0;
    bool isInOrder = true;
    ExecutionVisitor(all.rules(), [&](const std::uint8_t *path, std::size_t steps, ProgramState state) {
        const Execution visited(path, path + steps);
        isInOrder = isInOrder && visited == all.at(++number) && all.numberOf(visited) == number &&
                    endingOf(all.rules(), visited) == all.rules().endingOf(state);
    }).visitFrom({});
    QVERIFY(isInOrder);
    QVERIFY(number == all.total());
}

void TestInterleavings::prefixesShareAllExecutionsOut()
{
    QFETCH(QString, name);
    QFETCH(int, threads);
    QFETCH(int, turns);
    const Executions all = executionsOf(name, threads, turns);
    for (const std::size_t least : {1, 5, 64, 1'000'000}) {
        const std::vector<Execution> prefixes = prefixesOf(all.rules(), least);
        QVERIFY(prefixes.size() >= least || Count(prefixes.size()) == all.total());
        Count number = 0;
        for (const Execution &prefix : prefixes) {
            ExecutionVisitor(all.rules(), [&](const std::uint8_t *path, std::size_t steps, ProgramState) {
                number += all.at(number + 1) == Execution(path, path + steps) ? 1 : 0;
            }).visitFrom(prefix);
        }
        QVERIFY(number == all.total());
    }
}

void TestInterleavings::aNumberBeyondAllIsRefused()
{
    const Executions all = executionsOf("unlocked", 2, 1);
    QVERIFY_THROWS_EXCEPTION(std::out_of_range, all.at(0));
    QVERIFY_THROWS_EXCEPTION(std::out_of_range, all.at(7));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, all.numberOf({0, 0, 0}));
    QCOMPARE(all.at(2), (Execution{0, 1, 0, 1}));
}

void TestInterleavings::aLargeNumberIsFound()
{
    const Executions all = executionsOf("unlocked", 5, 3);
    for (const Count number : {Count{1}, Count{123'456'789'012'345}, all.total() - 1, all.total()})
        QVERIFY(all.numberOf(all.at(number)) == number);
    QCOMPARE(all.at(all.total()).front(), std::uint8_t{4});
}

void TestInterleavings::aSearchStops()
{
    std::stop_source stop;
    stop.request_stop();
    const Program program = programNamed("unlocked", 5, 3);
    QVERIFY_THROWS_EXCEPTION(Stopped, search(ProgramRules(program), {}, stop.get_token()));
    QVERIFY_THROWS_EXCEPTION(Stopped, Executions(program, stop.get_token()));
    std::stop_source later; // 1.37e18 executions: it would not end by itself
    std::jthread stops([&] { later.request_stop(); });
    QVERIFY_THROWS_EXCEPTION(Stopped, search(ProgramRules(program), {}, later.get_token()));
}

static Outcome outcomeOf(const QString &variant, Values values)
{
    const Scenario &scenario = *findScenario("lock/interleavings");
    Values all = scenario.preset("default");
    all.insert(values);
    return carriedOut({&scenario, {{variant, all}}}).front();
}

void TestInterleavings::theTableHasEveryEnding()
{
    for (const char *variant : {"sequential", "parallel"}) {
        const auto rows = outcomeOf(variant, {{"increments", 3}}).shown()->results.table.rows;
        const QList<QVariantList> expected{{"x = 2", 8LL, "wrong"},
                                           {"x = 3", 300LL, "wrong"},
                                           {"x = 4", 416LL, "wrong"},
                                           {"x = 5", 180LL, "wrong"},
                                           {"x = 6", 20LL, "right"}};
        QCOMPARE(rows, expected);
    }
    const Outcome dinner = outcomeOf("parallel", {{"program", "philosophers"}, {"threads", 3}});
    const QList<QVariantList> expected{{"finished", 162LL, "right"}, {"deadlock", 6LL, "wrong"}};
    QCOMPARE(dinner.shown()->results.table.rows, expected);
    QCOMPARE(dinner.finding("possible")->value, 168);
    QCOMPARE(dinner.finding("wrong")->value, 6);
    QCOMPARE(dinner.finding("right")->value, 162);
    QCOMPARE(dinner.finding("visited")->value, 168);
}

void TestInterleavings::whatIsTooManyIsCountedOnly()
{
    const Outcome outcome = outcomeOf("parallel", {{"threads", 4}, {"increments", 3}});
    QCOMPARE(outcome.status(), Status::Finished);
    QCOMPARE(outcome.finding("possible")->value, 2'308'743'493'056.0);
    QCOMPARE(outcome.finding("visited")->value, 0);
    const QString remark = findScenario("lock/interleavings")->remark(outcome);
    QVERIFY2(remark.contains("counted, not carried out"), qPrintable(remark));
    QVERIFY2(remark.contains("2,308,743,493,056"), qPrintable(remark));
}

void TestInterleavings::everyValueEnds_data()
{
    QTest::addColumn<QString>("program");
    for (const QString &program : findScenario("lock/interleavings")->parameter("program")->choices)
        QTest::newRow(qPrintable(program)) << program;
}

/// At the greatest values: what cannot be carried out in some seconds is counted.
void TestInterleavings::everyValueEnds()
{
    QFETCH(QString, program);
    const Outcome outcome =
        outcomeOf("parallel", {{"program", program}, {"threads", 5}, {"increments", 3}, {"execution", 1}});
    QVERIFY2(outcome.status() == Status::Finished, qPrintable(outcome.error()));
    QCOMPARE(outcome.finding("visited")->value, 0);
    QVERIFY(outcome.finding("right")->value > 0);
}

QTEST_GUILESS_MAIN(TestInterleavings)
#include "tst_interleavings.moc"
