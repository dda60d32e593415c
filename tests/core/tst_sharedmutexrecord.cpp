// What a SharedMutex puts into the trace: who waits for whom, who released whom, how many read.

#include "core/analysis/readings.h"
#include "core/analysis/waits.h"
#include "tests/core/sharedpolicies.h"
#include "tests/core/together.h"

using namespace tenfold;

class TestSharedMutexRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReaderBehindAWriterWaitsForThatWriter();
    void waitsAndReleasesAreRecorded();
    void readersAreASeries_data() { policyRows(); }
    void readersAreASeries();
};

void TestSharedMutexRecord::aReaderBehindAWriterWaitsForThatWriter()
{
    Trace trace;
    SharedMutex mutex;
    Lane *reads = trace.addLane(LaneRole::Worker);
    Lane *writes = trace.addLane(LaneRole::Worker);
    Lane *wants = trace.addLane(LaneRole::Worker);
    std::jthread writer, reader;
    {
        const LaneScope scope(reads);
        const ReadLock reading(mutex);
        writer = on(writes, [&] { const WriteLock lock(mutex); });
        QVERIFY(comes([&] { return mutex.waiting() == 1; }));
        reader = on(wants, [&] { const ReadLock lock(mutex); });
        QVERIFY(comes([&] { return mutex.waiting() == 2; }));
        QCOMPARE(wants->links().size(), std::size_t(1));
        QCOMPARE(wants->links()[0].kind, LinkKind::WaitsFor);
        QCOMPARE(wants->links()[0].fromLane, writes->index());
        const Waits waits = waitsAt(trace, trace.now());
        QCOMPARE(waits.all.size(), std::size_t(2));
        QCOMPARE(waits.all[0].lane, writes);
        QCOMPARE(waits.all[0].holders, std::vector<const Lane *>{reads});
        QCOMPARE(waits.all[1].holders, std::vector<const Lane *>{writes}); // not for the reader inside
    }
}

void TestSharedMutexRecord::waitsAndReleasesAreRecorded()
{
    Trace trace;
    SharedMutex mutex(SharedPolicy::Fair, "table");
    Lane *reading = trace.addLane(LaneRole::Worker);
    Lane *alsoReading = trace.addLane(LaneRole::Worker);
    Lane *writing = trace.addLane(LaneRole::Worker);
    unsigned line = 0;
    {
        std::jthread writer;
        std::atomic<bool> in{false}, out{false};
        const auto other = on(alsoReading, [&] {
            const ReadLock lock(mutex);
            in = true;
            comes([&] { return out.load(); });
        });
        QVERIFY(comes([&] { return in.load(); }));
        const LaneScope scope(reading);
        const ReadLock lock(mutex);
        writer = on(writing, [&] {
            line = std::source_location::current().line() + 1;
            const WriteLock writes(mutex);
        });
        QVERIFY(comes([&] { return mutex.waiting() == 1; }));
        out = true;
        QVERIFY(comes([&] { return alsoReading->samples().size() == 2; }));
    }
    const SpanRecord &wait = writing->spans()[0];
    QCOMPARE(wait.state, State::Lock);
    QCOMPARE(std::string_view(wait.label), "table");
    QCOMPARE(wait.where.line, line);
    const SpanRecord &hold = writing->spans()[1];
    QCOMPARE(hold.shape, Shape::Hold);
    QCOMPARE(std::string_view(hold.label), "table");
    QVERIFY(!hold.isOpen() && hold.begin >= wait.endOr(0));
    const auto waitsFor = linksOf(writing, LinkKind::WaitsFor);
    QCOMPARE(waitsFor.size(), std::size_t(2));
    QCOMPARE(waitsFor[0].fromLane, alsoReading->index());
    QCOMPARE(waitsFor[1].fromLane, reading->index());
    const auto releases = linksOf(writing, LinkKind::Releases);
    QCOMPARE(releases.size(), std::size_t(1)); // by the last to leave
    QVERIFY(releases[0].fromLane == reading->index() || releases[0].fromLane == alsoReading->index());
    QCOMPARE(reading->spans().size(), std::size_t(1));
    QCOMPARE(reading->spans()[0].shape, Shape::Share);
}

void TestSharedMutexRecord::readersAreASeries()
{
    QFETCH(SharedPolicy, policy);
    Trace trace;
    SharedMutex mutex(policy, "table", "reading");
    std::vector<Lane *> lanes;
    for (int i = 0; i < 4; ++i)
        lanes.push_back(trace.addLane(LaneRole::Worker));
    std::barrier all(4);
    together(4, [&](int i) {
        const LaneScope scope(lanes[static_cast<std::size_t>(i)]);
        {
            const ReadLock lock(mutex);
            all.arrive_and_wait();
        }
        for (int k = 0; k < 100; ++k) {
            const ReadLock lock(mutex);
        }
    });
    trace.stop();
    QCOMPARE(peakOf(trace, "reading", trace.now()), 4.0);
    const auto steps = readSeries(trace, "reading", trace.now());
    QVERIFY(std::ranges::all_of(steps, [](const QPointF &at) { return at.y() >= 0; }));
    QCOMPARE(steps.back().y(), 0.0);
    int shares = 0;
    for (const Lane *lane : trace.lanes()) {
        lane->spans().forEach([&](const SpanRecord &span) {
            shares += span.shape == Shape::Share && std::string_view(span.label) == "table" && !span.isOpen();
        });
    }
    QCOMPARE(shares, 4 * 101);
}

QTEST_GUILESS_MAIN(TestSharedMutexRecord)
#include "tst_sharedmutexrecord.moc"
