// A bucket of tokens: at most a rate, and a burst.

#include "core/sync/tokenbucket.h"
#include "tests/patience.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace tenfold;
using namespace std::chrono_literals;

class TestTokenBucket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFullBucketLetsItsBurstPassAtOnce();
    void noSecondHasMoreThanRateAndBurst_data();
    void noSecondHasMoreThanRateAndBurst();
    void whatWasNotTakenIsNoMoreThanTheBurst();
    void stopEndsEveryWait();
    void aWaitIsTimedAndForAPermit();
};

using Instants = std::vector<TokenBucket::Clock::time_point>;

void TestTokenBucket::aFullBucketLetsItsBurstPassAtOnce()
{
    TokenBucket bucket(1, 5);
    const auto before = TokenBucket::Clock::now();
    for (int i = 0; i < 5; ++i)
        QVERIFY(bucket.take() >= before);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Stopped, bucket.take(stop.get_token())); // the sixth would wait
}

void TestTokenBucket::noSecondHasMoreThanRateAndBurst_data()
{
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("burst");
    QTest::addColumn<int>("threads");
    QTest::newRow("one by one") << 50 << 1 << 1;
    QTest::newRow("a burst") << 30 << 7 << 4;
    QTest::newRow("a rate that divides no second") << 37 << 3 << 8;
    QTest::newRow("fast") << 1000 << 20 << 4;
}

void TestTokenBucket::noSecondHasMoreThanRateAndBurst()
{
    QFETCH(int, rate);
    QFETCH(int, burst);
    QFETCH(int, threads);
    TokenBucket bucket(rate, burst);
    std::mutex mutex;
    Instants taken;
    std::atomic<int> left{burst + rate + rate / 4};
    {
        std::vector<std::jthread> all;
        for (int i = 0; i < threads; ++i)
            all.emplace_back([&] {
                while (left-- > 0) {
                    const auto instant = bucket.take();
                    const std::scoped_lock lock(mutex);
                    taken.push_back(instant);
                }
            });
    }
    std::ranges::sort(taken);
    for (std::size_t i = 0; i < taken.size(); ++i) {
        const auto end = std::ranges::lower_bound(taken, taken[i] + 1s);
        QVERIFY(end - (taken.begin() + static_cast<std::ptrdiff_t>(i)) <= rate + burst);
    }
    QVERIFY(taken.back() - taken.front() >= 1s); // the burst, and then a second and a quarter
}

void TestTokenBucket::whatWasNotTakenIsNoMoreThanTheBurst()
{
    TokenBucket bucket(100, 2);
    const auto full = bucket.take() + 100ms;
    std::this_thread::sleep_until(full); // ten tokens long
    Instants taken;
    for (int i = 0; i < 4; ++i)
        taken.push_back(bucket.take());
    QVERIFY(taken[3] - taken[0] >= 19ms); // two at once, and two that had to come
}

void TestTokenBucket::stopEndsEveryWait()
{
    TokenBucket bucket(1, 1);
    bucket.take();
    std::atomic<int> stopped{0};
    std::stop_source stop;
    {
        std::vector<std::jthread> all;
        for (int i = 0; i < 3; ++i)
            all.emplace_back([&] {
                try {
                    for (;;)
                        bucket.take(stop.get_token());
                } catch (const Stopped &) {
                    ++stopped;
                }
            });
        stop.request_stop();
    }
    QCOMPARE(stopped.load(), 3);
}

void TestTokenBucket::aWaitIsTimedAndForAPermit()
{
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    const LaneScope scope(lane);
    TokenBucket bucket(20, 1, "start");
    bucket.take();
    std::atomic<bool> wasTimed{false};
    std::jthread look([&](const std::stop_token &stop) {
        while (!wasTimed && !stop.stop_requested())
            wasTimed = lane->isTimed();
    });
    while (!wasTimed) // a busy machine may miss a wait of 50 ms
        bucket.take();
    QVERIFY(!lane->isTimed());
    QVERIFY(lane->sums(trace.now()).of(State::Permit) > 0);
    QCOMPARE(std::string_view(lane->spans()[0].label), "start");
}

QTEST_GUILESS_MAIN(TestTokenBucket)
#include "tst_tokenbucket.moc"
