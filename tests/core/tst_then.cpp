// Successors of a future: the behaviours that Qt's tests of QFuture ask of then(), in our own words.

#include "core/executors/continuations.h"
#include "tests/core/blocker.h"
#include "tests/patience.h"

#include <QTest>

#include <numeric>
#include <thread>

using namespace tenfold;
using namespace std::chrono_literals;

class TestThen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thenGetsTheResult();
    void thenOfADoneFutureRunsAtOnce();
    void thenRunsOnAWorkerOfTheExecutor();
    void manySuccessorsGetTheSameResult();
    void failurePassesOnWithTypeAndText();
    void cancellationPassesOn();
    void cancellingTheSuccessorLeavesThePredecessor();
    void aSuccessorThatThrowsFailsItsOwnFutureOnly();
    void aLongChainTakesNoDeepStack_data();
    void aLongChainTakesNoDeepStack();
    void aSuccessorOfADestroyedExecutorFails();
    void whatASuccessorCapturedGoesWithIt();
    void aChainStopsWithItsPool();
    void aSuccessorMayBeATaskOfItsOwn();
    void whoWaitsMayRunWhatItWaitsFor();
    void whatHasBegunIsNotRunTwice_data();
    void whatHasBegunIsNotRunTwice();
    void tasksThatHelpNeverStarve();

private:
    Trace trace_;
};

void TestThen::thenGetsTheResult()
{
    ThreadPoolExecutor pool(2, trace_);
    const auto text = pool.submit([] { return 20; })
                          .then([](int value) { return value + 1; })
                          .then([](const int &value) { return 2.0 * value; })
                          .then([](double value) { return QString::number(value); });
    QCOMPARE(text.get(), QStringLiteral("42"));
    std::atomic<int> seen{0};
    pool.submit([] {}).then([&] { ++seen; }).then([&] { ++seen; }).get();
    QCOMPARE(seen, 2);
}

void TestThen::thenOfADoneFutureRunsAtOnce()
{
    ThreadPoolExecutor pool(1, trace_);
    const auto future = pool.submit([] { return 1; });
    future.wait();
    const auto next = future.then([](int) { return std::this_thread::get_id(); });
    QVERIFY(next.isDone());
    QCOMPARE(next.get(), std::this_thread::get_id());
}

void TestThen::thenRunsOnAWorkerOfTheExecutor()
{
    ThreadPoolExecutor first(1, trace_);
    ThreadPoolExecutor second(1, trace_);
    const auto there = second.submit([] { return std::this_thread::get_id(); });
    const auto next =
        first.submit([] { return 1; }).then(second, [](int) { return std::this_thread::get_id(); });
    QCOMPARE(next.get(), there.get());
}

void TestThen::manySuccessorsGetTheSameResult()
{
    ThreadPoolExecutor pool(3, trace_);
    Blocker blocker(pool);
    const auto root = blocker.future().then([] { return 7; });
    std::vector<Future<int>> successors;
    for (int i = 0; i < 50; ++i) {
        successors.push_back(root.then([i](int value) { return value + i; }));
        successors.push_back(root.then(pool, [i](int value) { return value - i; }));
    }
    blocker.release();
    for (int i = 0; i < 50; ++i) {
        QCOMPARE(successors[static_cast<std::size_t>(2 * i)].get(), 7 + i);
        QCOMPARE(successors[static_cast<std::size_t>(2 * i + 1)].get(), 7 - i);
    }
}

void TestThen::failurePassesOnWithTypeAndText()
{
    ThreadPoolExecutor pool(2, trace_);
    std::atomic<int> ran{0};
    const auto last = pool.submit([]() -> int { throw std::out_of_range("too far"); })
                          .then([&](int) { ++ran; })
                          .then(pool, [&] { ++ran; });
    try {
        last.get();
        QFAIL("no exception");
    } catch (const std::out_of_range &error) {
        QCOMPARE(error.what(), "too far");
    }
    QVERIFY(!last.isCancelled());
    QCOMPARE(ran, 0);
}

void TestThen::cancellationPassesOn()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    const auto first = pool.submit([] { return 1; });
    const auto second = first.then([](int value) { return value; });
    const auto third = second.then(pool, [](int value) { return value; });
    QVERIFY(first.cancel());
    QVERIFY(third.isCancelled());
    QVERIFY_THROWS_EXCEPTION(Cancelled, third.get());
    QVERIFY(first.then([](int) {}).isCancelled());
}

void TestThen::cancellingTheSuccessorLeavesThePredecessor()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    const auto first = pool.submit([] { return 1; });
    std::atomic<bool> ran{false};
    const auto second = first.then([&](int) { ran = true; });
    const auto third = second.then([] {});
    QVERIFY(second.cancel());
    QVERIFY(second.isCancelled() && third.isCancelled() && !first.isDone());
    blocker.release();
    QCOMPARE(first.get(), 1);
    pool.shutdown();
    QVERIFY(!ran);
    QVERIFY(!first.then([](int) {}).cancel()); // done already
}

void TestThen::aSuccessorThatThrowsFailsItsOwnFutureOnly()
{
    ThreadPoolExecutor pool(1, trace_);
    const auto first = pool.submit([] { return 1; });
    const auto bad = first.then([](int) -> int { throw std::runtime_error("bad"); });
    const auto good = first.then([](int value) { return value; });
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, bad.get());
    QCOMPARE(good.get(), 1);
    QVERIFY(!first.exception());
}

void TestThen::aLongChainTakesNoDeepStack_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("how");
    for (const int length : {1000, 100'000}) {
        for (const char *how : {"inline", "on the pool", "failing", "cancelled"})
            QTest::addRow("%d, %s", length, how) << length << QString::fromLatin1(how);
    }
}

void TestThen::aLongChainTakesNoDeepStack()
{
    QFETCH(int, length);
    QFETCH(QString, how);
    Trace trace(Trace::Recording::Off);
    ThreadPoolExecutor pool(1, trace);
    Blocker blocker(pool);
    const bool fails = how == QLatin1String("failing");
    const auto first = pool.submit([fails] {
        if (fails)
            throw std::runtime_error("the first");
        return 0;
    });
    Future<int> last = first;
    for (int i = 0; i < length; ++i) {
        last = how == QLatin1String("on the pool") ? last.then(pool, [](int value) { return value + 1; })
                                                   : last.then([](int value) { return value + 1; });
    }
    if (how == QLatin1String("cancelled"))
        QVERIFY(first.cancel());
    blocker.release();
    if (fails)
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, last.get());
    else if (how == QLatin1String("cancelled"))
        QVERIFY_THROWS_EXCEPTION(Cancelled, last.get());
    else
        QCOMPARE(last.get(), length);
}

void TestThen::aSuccessorOfADestroyedExecutorFails()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    std::optional<Future<void>> orphan;
    {
        ThreadPoolExecutor other(1, trace_);
        orphan = blocker.future().then(other, [] {});
    }
    QVERIFY(!orphan->isDone());
    blocker.release();
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, orphan->get());
    QVERIFY(!orphan->isCancelled());
}

void TestThen::whatASuccessorCapturedGoesWithIt()
{
    const auto captured = std::make_shared<int>(1);
    ThreadPoolExecutor pool(1, trace_);
    {
        const auto future = pool.submit([] {}).then([captured] {}).then(pool, [captured] {});
        future.get();
    }
    pool.shutdown();
    QCOMPARE(captured.use_count(), 1L);
}

void TestThen::aChainStopsWithItsPool()
{
    std::stop_source stop;
    ThreadPoolExecutor pool(1, trace_, stop.get_token());
    Blocker blocker(pool);
    const auto last = pool.submit([] { return 1; }).then(pool, [](int) {}).then(pool, [] {});
    stop.request_stop();
    QVERIFY(last.isCancelled());
}

void TestThen::aSuccessorMayBeATaskOfItsOwn()
{
    ThreadPoolExecutor pool(1, trace_);
    const auto first = pool.submit([] { return 1; });
    const auto own = first.thenAs(pool, 7, [](int value) { return value + 1; });
    QCOMPARE(own.get(), 2);
    QCOMPARE(own.task(), 7);
    QCOMPARE(first.then(pool, [](int) {}).task(), first.task());
}

void TestThen::whoWaitsMayRunWhatItWaitsFor()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    const auto other = pool.submit([] { return std::this_thread::get_id(); });
    const auto wanted = pool.submit([] { return std::this_thread::get_id(); });
    const auto failing = pool.submit([]() -> int { throw std::invalid_argument("no"); });
    QVERIFY(pool.runNow(wanted)); // out of the order
    QVERIFY(wanted.isDone() && !other.isDone());
    QCOMPARE(wanted.get(), std::this_thread::get_id());
    QVERIFY(pool.runNow(failing));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, failing.get());
    QCOMPARE(pool.pending(), 1);
    blocker.release();
    QVERIFY(other.get() != std::this_thread::get_id());
}

void TestThen::whatHasBegunIsNotRunTwice_data()
{
    QTest::addColumn<int>("threads");
    for (const int threads : {1, 2, 3, 8, 31})
        QTest::addRow("%d threads", threads) << threads;
}

// Workers and those who wait are after the same tasks: each is carried out once, and each gets its result.
void TestThen::whatHasBegunIsNotRunTwice()
{
    QFETCH(int, threads);
    ThreadPoolExecutor pool(threads, trace_);
    constexpr std::size_t tasks = 200;
    std::vector<std::atomic<int>> runs(tasks);
    std::vector<Future<std::size_t>> futures;
    for (std::size_t i = 0; i < tasks; ++i)
        futures.push_back(pool.submit([&runs, i] {
            ++runs[i];
            return i;
        }));
    std::atomic<int> helped{0};
    {
        std::vector<std::jthread> waiting;
        for (int t = 0; t < 2; ++t)
            waiting.emplace_back([&] {
                for (auto future = futures.rbegin(); future != futures.rend(); ++future) {
                    helped += pool.runNow(*future);
                    future->get();
                }
            });
    }
    for (std::size_t i = 0; i < tasks; ++i) {
        QCOMPARE(runs[i].load(), 1);
        QCOMPARE(futures[i].get(), i);
    }
    QVERIFY(helped <= static_cast<int>(tasks));
    QVERIFY(!pool.runNow(futures.front()));
    pool.shutdown();
}

// The sum of a tree: every task waits for two others of the same pool.
void TestThen::tasksThatHelpNeverStarve()
{
    ThreadPoolExecutor pool(2, trace_);
    const std::function<int(int)> leaves = [&](int depth) {
        if (depth == 0)
            return 1;
        const auto left = pool.submit([&, depth] { return leaves(depth - 1); });
        const auto right = pool.submit([&, depth] { return leaves(depth - 1); });
        for (const auto &half : {left, right})
            pool.runNow(half);
        return left.get() + right.get();
    };
    QCOMPARE(pool.submit([&] { return leaves(6); }).get(), 64);
}

QTEST_GUILESS_MAIN(TestThen)
#include "tst_then.moc"
