#include "tests/core/sharedpolicies.h"
#include "tests/core/together.h"

#include <optional>
#include <stdexcept>

using namespace tenfold;

class TestSharedMutex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWriterIsAlone_data();
    void aWriterIsAlone();
    void nobodyComesInBesideAWriter_data() { aWriterIsAlone_data(); }
    void nobodyComesInBesideAWriter();
    void readersAreThereTogether_data() { aWriterIsAlone_data(); }
    void readersAreThereTogether();
    void theOrderOfThePolicy_data();
    void theOrderOfThePolicy();
    void aReaderPassesAWaitingWriterOrNot_data();
    void aReaderPassesAWaitingWriterOrNot();
    void aWriterThatLeavesLetsReadersIn_data() { policyRows(); }
    void aWriterThatLeavesLetsReadersIn();
    void anExceptionLetsItGo_data() { policyRows(); }
    void anExceptionLetsItGo();
    void stopEndsEveryWait_data() { policyRows(); }
    void stopEndsEveryWait();
    void aStopBesideAReleaseLosesNothing_data() { policyRows(); }
    void aStopBesideAReleaseLosesNothing();
};

void TestSharedMutex::aWriterIsAlone_data()
{
    QTest::addColumn<SharedPolicy>("policy");
    QTest::addColumn<int>("threads");
    for (const auto policy : policies) {
        for (const int threads : {1, 2, 3, 8, 31})
            QTest::addRow("%s, %d threads", nameOf(policy), threads) << policy << threads;
    }
}

void TestSharedMutex::aWriterIsAlone()
{
    QFETCH(SharedPolicy, policy);
    QFETCH(int, threads);
    SharedMutex mutex(policy);
    long a = 0, b = 0; // not atomic: the mutex alone protects them
    std::atomic<int> torn{0};
    together(threads, [&](int i) {
        for (int k = 0; k < 300; ++k) {
            if ((i + k) % 4 == 0) {
                const WriteLock lock(mutex);
                a = a + 1;
                if (k % 16 == 0)
                    std::this_thread::yield();
                b = b + 1;
            } else {
                const ReadLock lock(mutex);
                torn += a != b;
            }
        }
    });
    QCOMPARE(torn.load(), 0);
    QCOMPARE(a, 75L * threads);
    QCOMPARE(mutex.waiting(), 0);
}

void TestSharedMutex::nobodyComesInBesideAWriter()
{
    QFETCH(SharedPolicy, policy);
    QFETCH(int, threads);
    SharedMutex mutex(policy);
    std::atomic<int> in{0};
    std::vector<std::jthread> others;
    {
        const WriteLock held(mutex);
        for (int i = 0; i < threads; ++i) {
            others.emplace_back([&] {
                const ReadLock lock(mutex);
                ++in;
            });
            others.emplace_back([&] {
                const WriteLock lock(mutex);
                ++in;
            });
        }
        QVERIFY(comes([&] { return mutex.waiting() == 2 * threads; }));
        QCOMPARE(in.load(), 0);
    }
    others.clear();
    QCOMPARE(in.load(), 2 * threads);
    QCOMPARE(mutex.waiting(), 0);
}

void TestSharedMutex::readersAreThereTogether()
{
    QFETCH(SharedPolicy, policy);
    QFETCH(int, threads);
    SharedMutex mutex(policy);
    std::barrier all(threads); // nobody would come out if they were not all in
    together(threads, [&](int) {
        const ReadLock lock(mutex);
        all.arrive_and_wait();
    });
    QCOMPARE(mutex.waiting(), 0);
}

void TestSharedMutex::theOrderOfThePolicy_data()
{
    QTest::addColumn<SharedPolicy>("policy");
    QTest::addColumn<QByteArray>("order");
    QTest::addRow("fair") << SharedPolicy::Fair << QByteArray("wrrwr");
    QTest::addRow("readers first") << SharedPolicy::ReadersFirst << QByteArray("rrrww");
    QTest::addRow("writers first") << SharedPolicy::WritersFirst << QByteArray("wwrrr");
}

/// They come as writer, two readers, writer, reader, while a writer holds it.
void TestSharedMutex::theOrderOfThePolicy()
{
    QFETCH(SharedPolicy, policy);
    QFETCH(QByteArray, order);
    SharedMutex mutex(policy);
    std::mutex guard;
    QByteArray got;
    const auto note = [&](char kind) {
        const std::scoped_lock lock(guard);
        got += kind;
    };
    {
        std::vector<std::jthread> threads;
        const WriteLock held(mutex);
        int waiting = 0;
        for (const char kind : {'w', 'r', 'r', 'w', 'r'}) {
            threads.emplace_back([&, kind] {
                if (kind == 'w') {
                    const WriteLock lock(mutex);
                    note('w');
                } else {
                    const ReadLock lock(mutex);
                    note('r');
                }
            });
            ++waiting;
            QVERIFY(comes([&] { return mutex.waiting() == waiting; }));
        }
    }
    QCOMPARE(got, order);
}

void TestSharedMutex::aReaderPassesAWaitingWriterOrNot_data()
{
    QTest::addColumn<SharedPolicy>("policy");
    QTest::addColumn<bool>("passes");
    QTest::addRow("fair") << SharedPolicy::Fair << false;
    QTest::addRow("readers first") << SharedPolicy::ReadersFirst << true;
    QTest::addRow("writers first") << SharedPolicy::WritersFirst << false;
}

void TestSharedMutex::aReaderPassesAWaitingWriterOrNot()
{
    QFETCH(SharedPolicy, policy);
    QFETCH(bool, passes);
    SharedMutex mutex(policy);
    std::atomic<bool> in{false};
    std::optional<ReadLock> reading(std::in_place, mutex);
    std::jthread writer([&] { const WriteLock lock(mutex); });
    QVERIFY(comes([&] { return mutex.waiting() == 1; }));
    std::jthread reader([&] {
        const ReadLock lock(mutex);
        in = true;
    });
    QVERIFY(comes([&] { return in || mutex.waiting() == 2; }));
    QCOMPARE(in.load(), passes);
    reading.reset();
    writer.join();
    reader.join();
    QVERIFY(in);
}

void TestSharedMutex::aWriterThatLeavesLetsReadersIn()
{
    QFETCH(SharedPolicy, policy);
    SharedMutex mutex(policy);
    std::stop_source stop;
    bool stopped = false;
    std::optional<ReadLock> reading(std::in_place, mutex);
    std::jthread writer([&] {
        try {
            const WriteLock lock(mutex, stop.get_token());
        } catch (const Stopped &) {
            stopped = true;
        }
    });
    QVERIFY(comes([&] { return mutex.waiting() == 1; }));
    std::atomic<bool> in{false};
    std::jthread reader([&] {
        const ReadLock lock(mutex);
        in = true;
    });
    QVERIFY(comes([&] { return in || mutex.waiting() == 2; }));
    stop.request_stop();
    writer.join();
    reader.join(); // beside the first one, which still reads
    QVERIFY(stopped);
    QVERIFY(in);
    reading.reset();
    const WriteLock again(mutex);
}

void TestSharedMutex::anExceptionLetsItGo()
{
    QFETCH(SharedPolicy, policy);
    SharedMutex mutex(policy);
    const auto fail = [&](auto kind) {
        const typename decltype(kind)::type lock(mutex);
        throw std::runtime_error("no");
    };
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, fail(std::type_identity<ReadLock>()));
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, fail(std::type_identity<WriteLock>()));
    const WriteLock usable(mutex);
}

void TestSharedMutex::stopEndsEveryWait()
{
    QFETCH(SharedPolicy, policy);
    SharedMutex mutex(policy);
    std::stop_source stop;
    std::atomic<int> stopped{0};
    {
        const WriteLock held(mutex);
        together(9, [&](int i) {
            if (i == 8) {
                comes([&] { return mutex.waiting() == 8; });
                stop.request_stop();
                return;
            }
            try {
                if (i % 2)
                    const ReadLock lock(mutex, stop.get_token());
                else
                    const WriteLock lock(mutex, stop.get_token());
            } catch (const Stopped &) {
                ++stopped;
            }
        });
    }
    QCOMPARE(stopped.load(), 8);
    QCOMPARE(mutex.waiting(), 0);
    const WriteLock usable(mutex, stop.get_token());
}

void TestSharedMutex::aStopBesideAReleaseLosesNothing()
{
    QFETCH(SharedPolicy, policy);
    for (int round = 0; round < 50; ++round) {
        SharedMutex mutex(policy);
        std::stop_source stop;
        std::optional<WriteLock> held(std::in_place, mutex);
        std::jthread others([&] {
            together(8, [&](int i) {
                const auto token = i < 4 ? stop.get_token() : std::stop_token();
                try {
                    if (i % 2)
                        const ReadLock lock(mutex, token);
                    else
                        const WriteLock lock(mutex, token);
                } catch (const Stopped &) {
                }
            });
        });
        QVERIFY(comes([&] { return mutex.waiting() == 8; }));
        const std::jthread stopper([&] { stop.request_stop(); });
        held.reset();
        others.join();
        const WriteLock usable(mutex);
    }
}

QTEST_GUILESS_MAIN(TestSharedMutex)
#include "tst_sharedmutex.moc"
