#include "core/sync/semaphore.h"
#include "tests/core/together.h"

using namespace tenfold;
using namespace std::chrono_literals;

/// Who is served when.
class TestSemaphoreOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneDoesNotPassThree();
    void firstComeFirstServed();
    void takingAgainIsFair();
    void whoGivesUpLetsTheNextGo_data();
    void whoGivesUpLetsTheNextGo();
};

/// A thread that takes `count` and writes its name into `order`.
static std::jthread taker(Semaphore &semaphore, int count, std::atomic<int> &order, int &place,
                          std::stop_token stop = {})
{
    return std::jthread([&semaphore, count, &order, &place, stop] {
        try {
            semaphore.acquire(count, stop);
            place = ++order;
        } catch (const Stopped &) {
        }
    });
}

void TestSemaphoreOrder::oneDoesNotPassThree()
{
    Semaphore semaphore(2);
    std::atomic<int> order{0};
    int three = 0, one = 0;
    {
        const auto big = taker(semaphore, 3, order, three);
        QVERIFY(comes([&] { return semaphore.waiting() == 1; }));
        QVERIFY(!semaphore.tryAcquire()); // not even the two that are there
        const auto small = taker(semaphore, 1, order, one);
        QVERIFY(comes([&] { return semaphore.waiting() == 2; }));
        QCOMPARE(semaphore.available(), 2);
        semaphore.release();
        QVERIFY(comes([&] { return order == 1; }));
        QCOMPARE(semaphore.waiting(), 1);
        semaphore.release();
    }
    QCOMPARE(three, 1);
    QCOMPARE(one, 2);
}

void TestSemaphoreOrder::firstComeFirstServed()
{
    Semaphore semaphore(0);
    std::atomic<int> order{0};
    std::vector<int> place(12);
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 12; ++i) {
            threads.push_back(taker(semaphore, 1, order, place[static_cast<std::size_t>(i)]));
            QVERIFY(comes([&] { return semaphore.waiting() == i + 1; }));
        }
        for (int i = 0; i < 12; ++i) {
            semaphore.release();
            QVERIFY(comes([&] { return order == i + 1; }));
        }
    }
    for (int i = 0; i < 12; ++i)
        QCOMPARE(place[static_cast<std::size_t>(i)], i + 1);
}

void TestSemaphoreOrder::takingAgainIsFair()
{
    Semaphore semaphore(1);
    std::vector<int> takes; // guarded by the one permit
    std::atomic<int> came{0};
    together(2, [&](int i) {
        ++came;
        while (came < 2) {
        }
        for (int k = 0; k < 200; ++k) {
            semaphore.acquire();
            takes.push_back(i);
            if (k < 199 && takes.size() > 1) // the other one stands in the line before this one takes again
                comes([&] { return semaphore.waiting() == 1 || takes.size() > 398; });
            semaphore.release();
        }
    });
    int again = 0;
    for (std::size_t i = 20; i + 20 < takes.size(); ++i)
        again += takes[i] == takes[i - 1];
    QCOMPARE(again, 0);
}

void TestSemaphoreOrder::whoGivesUpLetsTheNextGo_data()
{
    QTest::addColumn<bool>("byStop");
    QTest::addRow("stop") << true;
    QTest::addRow("limit") << false;
}

void TestSemaphoreOrder::whoGivesUpLetsTheNextGo()
{
    QFETCH(bool, byStop);
    Semaphore semaphore(1);
    std::stop_source stop;
    std::atomic<int> order{0};
    int one = 0;
    bool got = true;
    {
        std::jthread big([&] {
            try {
                got = semaphore.tryAcquireFor(byStop ? std::chrono::nanoseconds(24h) : 200ms, 2,
                                              stop.get_token());
            } catch (const Stopped &) {
                got = false;
            }
        });
        QVERIFY(comes([&] { return semaphore.waiting() == 1; }));
        const auto small = taker(semaphore, 1, order, one);
        if (byStop) {
            QVERIFY(comes([&] { return semaphore.waiting() == 2; }));
            stop.request_stop();
        }
    }
    QVERIFY(!got);
    QCOMPARE(one, 1);
    QCOMPARE(semaphore.available(), 0);
    semaphore.release();
    QVERIFY(semaphore.tryAcquire()); // nobody stands in the way
}

QTEST_GUILESS_MAIN(TestSemaphoreOrder)
#include "tst_semaphoreorder.moc"
