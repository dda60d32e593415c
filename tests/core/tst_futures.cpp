// Futures, one by one and many at once: the behaviours that CPython's test_concurrent_futures and Qt's
// tst_qfuture and tst_qpromise ask for and that no other test here does, in our own words.

#include "core/executors/continuations.h"
#include "tests/core/blocker.h"

#include <QTest>

#include <latch>
#include <set>
#include <thread>

using namespace tenfold;
using namespace std::chrono_literals;

class TestFutures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitingForAllHasALimit();
    void waitingForTheFirstHasALimit();
    void aLimitOfNothingIsEnoughForWhatIsDone();
    void aFutureMayBeNamedTwice();
    void whatIsDoneAlreadyIsCompletedFirst();
    void everyKindOfExceptionArrivesAsItWas();
    void aFailureCanBeAskedForAgain();
    void onlyAFailureHasAnException();
    void aCallbackSeesHowItEnded();
    void callbacksOfWhatHasEndedRunAtOnce();
    void aResultMayBeMoveOnly();
    void aTaskMayBeMoveOnly();
    void aResultOutlivesItsPool();
    void aStoppedWaitLeavesTheTask();

private:
    Trace trace_;
};

void TestFutures::waitingForAllHasALimit()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    const auto pending = pool.submit([] {});
    const auto all = whenAll(std::vector{blocker.future(), pending});
    QVERIFY_THROWS_EXCEPTION(TimedOut, all.get(1ms));
    QVERIFY(!all.isDone() && !pending.isCancelled());
    blocker.release();
    QCOMPARE(all.get(10min).size(), std::size_t(2));
    QVERIFY(pending.isDone());
}

void TestFutures::waitingForTheFirstHasALimit()
{
    ThreadPoolExecutor pool(1, trace_), other(1, trace_);
    Blocker blocker(pool);
    const auto quick = other.submit([] {});
    const auto completed = asCompleted(std::vector{blocker.future(), quick});
    QCOMPARE(completed[0].get(10min), std::size_t(1));
    QVERIFY_THROWS_EXCEPTION(TimedOut, completed[1].get(1ms));
    blocker.release();
    QCOMPARE(completed[1].get(10min), std::size_t(0));
}

void TestFutures::aLimitOfNothingIsEnoughForWhatIsDone()
{
    ThreadPoolExecutor pool(1, trace_);
    const auto done = pool.submit([] { return 1; });
    done.wait();
    QCOMPARE(done.get(0ns), 1);
    Blocker blocker(pool);
    QVERIFY_THROWS_EXCEPTION(TimedOut, blocker.future().get(0ns));
}

void TestFutures::aFutureMayBeNamedTwice()
{
    ThreadPoolExecutor pool(1, trace_);
    const auto one = pool.submit([] { return 1; });
    const auto other = pool.submit([] { return 2; });
    const std::vector futures{one, other, one};
    std::multiset<std::size_t> places;
    for (const auto &place : asCompleted(futures))
        places.insert(place.get());
    QCOMPARE(places, (std::multiset<std::size_t>{0, 1, 2}));
    QCOMPARE(whenAll(futures).get().size(), std::size_t(3));
}

void TestFutures::whatIsDoneAlreadyIsCompletedFirst()
{
    ThreadPoolExecutor pool(1, trace_);
    const auto done = pool.submit([] {});
    const auto failed = pool.submit([] { throw std::runtime_error("failed"); });
    failed.wait();
    Blocker blocker(pool);
    const auto cancelled = pool.submit([] {});
    QVERIFY(cancelled.cancel());
    const auto completed = asCompleted(std::vector{blocker.future(), cancelled, failed, done});
    for (std::size_t i = 0; i < 3; ++i)
        QCOMPARE(completed[i].get(0ns), i + 1); // in the order of the list
    QVERIFY(!completed[3].isDone());
}

namespace {
struct OwnFailure
{
    int code;
};
} // namespace

void TestFutures::everyKindOfExceptionArrivesAsItWas()
{
    ThreadPoolExecutor pool(2, trace_);
    const auto range = pool.submit([] { return std::vector{1}.at(1); });
    const auto own = pool.submit([]() -> QString { throw OwnFailure{7}; });
    const auto number = pool.submit([] { throw 42; });
    QVERIFY_THROWS_EXCEPTION(std::out_of_range, range.get());
    try {
        own.get();
        QFAIL("no exception");
    } catch (const OwnFailure &failure) {
        QCOMPARE(failure.code, 7);
    }
    QVERIFY_THROWS_EXCEPTION(int, number.get());
    QCOMPARE(pool.submit([] { return 1; }).get(), 1);
}

void TestFutures::aFailureCanBeAskedForAgain()
{
    ThreadPoolExecutor pool(1, trace_);
    const auto failed = pool.submit([]() -> int { throw std::runtime_error("again"); });
    const auto copy = failed;
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, failed.get());
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, failed.get());
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, copy.get(10min));
}

void TestFutures::onlyAFailureHasAnException()
{
    ThreadPoolExecutor pool(1, trace_);
    const auto good = pool.submit([] {});
    const auto failed = pool.submit([] { throw std::logic_error("failed"); });
    failed.wait();
    Blocker blocker(pool);
    const auto pending = pool.submit([] { throw std::logic_error("not yet"); });
    QVERIFY(!good.exception() && !blocker.future().exception() && !pending.exception());
    QVERIFY(failed.exception());
    QVERIFY(!failed.isCancelled() && !failed.isRunning() && failed.isDone() && !failed.cancel());
    QVERIFY(pending.cancel());
    QVERIFY(!pending.exception());
}

void TestFutures::aCallbackSeesHowItEnded()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    std::vector<std::string> seen;
    const auto watch = [&](const char *name, const Future<int> &future) {
        future.whenDone([&seen, name, future] {
            const char *how = future.isCancelled() ? " cancelled" : future.exception() ? " failed" : " good";
            seen.push_back(name + std::string(how));
        });
    };
    const auto good = pool.submit([] { return 1; });
    const auto bad = pool.submit([]() -> int { throw std::runtime_error("bad"); });
    const auto unwanted = pool.submit([] { return 3; });
    watch("first", good);
    watch("second", bad);
    watch("third", unwanted);
    QVERIFY(unwanted.cancel());
    QCOMPARE(seen, (std::vector<std::string>{"third cancelled"}));
    blocker.release();
    pool.shutdown();
    QCOMPARE(seen, (std::vector<std::string>{"third cancelled", "first good", "second failed"}));
}

void TestFutures::callbacksOfWhatHasEndedRunAtOnce()
{
    ThreadPoolExecutor pool(1, trace_);
    const auto failed = pool.submit([] { throw std::runtime_error("failed"); });
    failed.wait();
    Blocker blocker(pool);
    const auto cancelled = pool.submit([] {});
    QVERIFY(cancelled.cancel());
    int called = 0;
    failed.whenDone([&] { ++called; });
    cancelled.whenDone([&] {
        ++called;
        throw std::runtime_error("harms nobody");
    });
    cancelled.whenDone([&] { ++called; });
    QCOMPARE(called, 3);
}

void TestFutures::aResultMayBeMoveOnly()
{
    ThreadPoolExecutor pool(1, trace_);
    const auto future = pool.submit([] { return std::make_unique<int>(5); });
    QCOMPARE(*future.get(), 5);
    QCOMPARE(future.then(pool, [](const std::unique_ptr<int> &value) { return *value + 1; }).get(), 6);
    QCOMPARE(whenAll(std::vector{future}).get().size(), std::size_t(1));
}

void TestFutures::aTaskMayBeMoveOnly()
{
    ThreadPoolExecutor pool(1, trace_);
    const auto future = pool.submit([value = std::make_unique<int>(5)] { return *value; });
    const auto next = future.then([value = std::make_unique<int>(2)](int five) { return five * *value; });
    std::atomic<int> seen{0};
    next.whenDone([&seen, value = std::make_unique<int>(3)] { seen = *value; });
    QCOMPARE(next.get(), 10);
    pool.shutdown();
    QCOMPARE(seen, 3);
}

void TestFutures::aResultOutlivesItsPool()
{
    std::optional<Future<QString>> good, failed;
    {
        ThreadPoolExecutor pool(1, trace_);
        good = pool.submit([] { return QStringLiteral("still there"); });
        failed = pool.submit([]() -> QString { throw std::runtime_error("this too"); });
    }
    QCOMPARE(good->get(), QStringLiteral("still there"));
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, failed->get());
}

void TestFutures::aStoppedWaitLeavesTheTask()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    const auto pending = pool.submit([] { return 1; });
    std::stop_source stop;
    std::jthread stopper([&] { stop.request_stop(); });
    QVERIFY_THROWS_EXCEPTION(Stopped, pending.get(stop.get_token()));
    QVERIFY(!pending.isDone());
    blocker.release();
    QCOMPARE(pending.get(), 1);
    QCOMPARE(pending.get(stop.get_token()), 1); // what is there needs no wait
}

QTEST_GUILESS_MAIN(TestFutures)
#include "tst_futures.moc"
