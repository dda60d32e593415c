#include "core/sync/semaphore.h"
#include "tests/core/together.h"

#include <array>
#include <memory>
#include <optional>
#include <stdexcept>

using namespace tenfold;

/// What semaphores are used for: in a scope, as a lock, to hand over, to keep jobs apart, to count slots.
class TestSemaphoreUse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPermitIsGivenBack();
    void anExceptionGivesPermitsBack();
    void onePermitIsALock_data() { threadRows(); }
    void onePermitIsALock();
    void othersMayRelease_data() { threadRows(); }
    void othersMayRelease();
    void theOneBeforeLetsTheNextGo_data() { threadRows(); }
    void theOneBeforeLetsTheNextGo();
    void twoTakenInTheSameOrderKeepBothLimits_data() { threadRows(); }
    void twoTakenInTheSameOrderKeepBothLimits();
    void jobsInConflictNeverMeet_data() { threadRows(); }
    void jobsInConflictNeverMeet();
    void slotsAndItemsKeepABufferInOrder_data() { threadRows(); }
    void slotsAndItemsKeepABufferInOrder();
};

void TestSemaphoreUse::aPermitIsGivenBack()
{
    Semaphore semaphore(3);
    {
        const Permit one(semaphore);
        const Permit two(semaphore, {}, 2);
        QCOMPARE(semaphore.available(), 0);
    }
    QCOMPARE(semaphore.available(), 3);
}

void TestSemaphoreUse::anExceptionGivesPermitsBack()
{
    Semaphore semaphore(3);
    const auto fail = [&] {
        const Permit one(semaphore);
        const Permit two(semaphore, {}, 2);
        throw std::runtime_error("no");
    };
    for (int i = 0; i < 3; ++i)
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, fail());
    QCOMPARE(semaphore.available(), 3);
}

void TestSemaphoreUse::onePermitIsALock()
{
    QFETCH(int, threads);
    Semaphore semaphore(1);
    long counter = 0; // not atomic: the permit alone protects it
    together(threads, [&](int) {
        for (int k = 0; k < 1000; ++k) {
            const Permit permit(semaphore);
            counter = counter + 1;
        }
    });
    QCOMPARE(counter, 1000L * threads);
    QCOMPARE(semaphore.available(), 1);
}

void TestSemaphoreUse::othersMayRelease()
{
    QFETCH(int, threads);
    constexpr int each = 500;
    Semaphore semaphore(0);
    std::atomic<int> given{0}, tooMany{0}, taken{0};
    together(2 * threads, [&](int i) {
        for (int k = 0; k < each; ++k) {
            if (i < threads) {
                ++given;
                semaphore.release();
            } else {
                semaphore.acquire();
                tooMany += ++taken > given;
            }
        }
    });
    QCOMPARE(taken.load(), threads * each);
    QCOMPARE(tooMany.load(), 0);
    QCOMPARE(semaphore.available(), 0);
}

void TestSemaphoreUse::theOneBeforeLetsTheNextGo()
{
    QFETCH(int, threads);
    std::vector<std::unique_ptr<Semaphore>> turns;
    for (int i = 0; i < threads; ++i)
        turns.push_back(std::make_unique<Semaphore>(i == 0 ? 1 : 0));
    std::vector<int> order; // guarded by whose turn it is
    together(threads, [&](int i) {
        const auto own = static_cast<std::size_t>(i);
        for (int round = 0; round < 50; ++round) {
            turns[own]->acquire();
            order.push_back(i);
            turns[(own + 1) % turns.size()]->release();
        }
    });
    QCOMPARE(order.size(), static_cast<std::size_t>(50 * threads));
    for (std::size_t i = 0; i < order.size(); ++i)
        QCOMPARE(order[i], static_cast<int>(i % turns.size()));
}

void TestSemaphoreUse::twoTakenInTheSameOrderKeepBothLimits()
{
    QFETCH(int, threads);
    Semaphore four(4), one(1);
    std::atomic<int> inFour{0}, tooMany{0};
    long counter = 0; // not atomic: one permit protects it
    together(threads, [&](int) {
        for (int k = 0; k < 300; ++k) {
            const Permit outer(four);
            tooMany += ++inFour > 4;
            {
                const Permit inner(one);
                counter = counter + 1;
            }
            --inFour;
        }
    });
    QCOMPARE(counter, 300L * threads);
    QCOMPARE(tooMany.load(), 0);
    QCOMPARE(four.available(), 4);
    QCOMPARE(one.available(), 1);
}

void TestSemaphoreUse::jobsInConflictNeverMeet()
{
    QFETCH(int, threads);
    Semaphore first(1), second(1);
    long ofFirst = 0, ofSecond = 0; // not atomic: written under their permit; the jobs with both write both
    std::atomic<int> done{0};
    together(3 * threads, [&](int i) {
        for (int k = 0; k < 100; ++k) {
            std::optional<Permit> a, b;
            if (i % 3 != 2)
                a.emplace(first);
            if (i % 3 != 1)
                b.emplace(second);
            if (a)
                ofFirst = ofFirst + 1;
            if (b)
                ofSecond = ofSecond + 1;
            ++done;
        }
    });
    QCOMPARE(done.load(), 300 * threads);
    QCOMPARE(ofFirst, 200L * threads);
    QCOMPARE(ofSecond, 200L * threads);
    QCOMPARE(first.available() + second.available(), 2);
}

/// A thread that writes and one that reads share a buffer with no other guard than two semaphores.
void TestSemaphoreUse::slotsAndItemsKeepABufferInOrder()
{
    QFETCH(int, threads);
    constexpr int items = 1000;
    struct Buffer
    {
        Semaphore slots{3}, full{0};
        std::array<int, 3> values{}; // not atomic: the semaphores order it
    };
    std::vector<Buffer> buffers(static_cast<std::size_t>(threads));
    std::atomic<int> wrong{0};
    together(2 * threads, [&](int i) {
        Buffer &buffer = buffers[static_cast<std::size_t>(i / 2)];
        for (int k = 0; k < items; ++k) {
            int &value = buffer.values[static_cast<std::size_t>(k % 3)];
            if (i % 2) {
                buffer.slots.acquire();
                value = k;
                buffer.full.release();
            } else {
                buffer.full.acquire();
                wrong += value != k;
                buffer.slots.release();
            }
        }
    });
    QCOMPARE(wrong.load(), 0);
    for (const Buffer &buffer : buffers) {
        QCOMPARE(buffer.slots.available(), 3);
        QCOMPARE(buffer.full.available(), 0);
    }
}

QTEST_GUILESS_MAIN(TestSemaphoreUse)
#include "tst_semaphoreuse.moc"
