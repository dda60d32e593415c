// Transfers between accounts, both locked.

#include "core/analysis/summary.h"
#include "core/analysis/waits.h"
#include "core/sync/locktable.h"
#include "tests/core/walk.h"

using namespace tenfold;

class TestBankTransfer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTotalNeverChanges();
    void theRingIsFoundWhenItCloses();
    void theRunLastsUntilTheRingClosed();
    void itIsSaidWhoFoundIt();
    void aSingleWorkerCannotGetStuck();
    void twoAccountsAreEnough();
};

static const Scenario &scenario()
{
    return *findScenario("lock/bank-transfer");
}

static Outcome transferred(const QString &variant, Values changed = {})
{
    Values values = scenario().preset("quick");
    values.insert(changed);
    return carriedOut({&scenario(), {{variant, values, 1}}}).front();
}

static Outcome stuck()
{
    return transferred("opposite-order");
}

/// When the ring was found and on which lane, as the mark says; -1 where it was not. Of two rings, which
/// eight workers may form, the first.
struct Found
{
    Nanoseconds time = -1;
    const Lane *lane = nullptr;
};

static Found foundAt(const Trace &trace)
{
    Found found;
    for (const Lane *lane : trace.lanes()) {
        lane->marks().forEach([&](const MarkRecord &mark) {
            const bool isFirst = !found.lane || mark.time < found.time;
            if (std::string_view(mark.label) == LockTable::foundRing && isFirst)
                found = {mark.time, lane};
        });
    }
    return found;
}

/// The wait of the ring that began last.
static const Wait &closingOf(const Waits &waits)
{
    const auto since = [&](std::size_t member) { return waits.all[member].since; };
    return waits.all[*std::ranges::max_element(waits.ring, {}, since)];
}

void TestBankTransfer::theTotalNeverChanges()
{
    for (const char *variant : {"sequential", "ordered-locks", "opposite-order"}) {
        const Table table = transferred(variant, {{"accounts", 5}}).shown()->results.table;
        QCOMPARE(table.rows.size(), 6);
        qint64 sum = 0;
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(table.rows[i][0].toString(), QString::number(i + 1)); // as the locks count
            sum += table.rows[i][1].toLongLong();
        }
        QCOMPARE(sum, 5000);
        QCOMPARE(table.rows.last()[1].toLongLong(), 5000);
    }
}

void TestBankTransfer::theRingIsFoundWhenItCloses()
{
    Nanoseconds took = std::numeric_limits<Nanoseconds>::max();
    // The thread that looks may lose its core in between: then it is tried again.
    for (int attempt = 0; attempt < 5 && took >= 50'000'000; ++attempt) {
        const Outcome outcome = stuck();
        QCOMPARE(outcome.status(), Status::Stuck);
        const Trace &trace = *outcome.shown()->trace;
        const Found found = foundAt(trace);
        QVERIFY(found.lane);
        const Waits waits = waitsAt(trace, found.time);
        QCOMPARE(static_cast<double>(waits.ring.size()), outcome.finding("ring")->value);
        // By the thread that closed it, before that sleeps.
        const Wait &closing = closingOf(waits);
        QCOMPARE(found.lane, closing.lane);
        QVERIFY(found.time >= closing.since);
        const double told = outcome.finding("found-after")->value; // in ms
        QVERIFY(told > 0);
        took = std::max(found.time - closing.since, static_cast<Nanoseconds>(told * 1e6));
    }
    QVERIFY2(took < 50'000'000, qPrintable(QString::number(took)));
}

void TestBankTransfer::theRunLastsUntilTheRingClosed()
{
    const Outcome outcome = stuck();
    const Trace &trace = *outcome.shown()->trace;
    const double closed = toSeconds(closingOf(waitsAt(trace, foundAt(trace).time)).since);
    QVERIFY(closed > 0);
    QVERIFY2(outcome.shown()->seconds >= closed, qPrintable(QString::number(closed)));
    // What is shown ends soon after it, not when it was seen that nothing goes on.
    QVERIFY(outcome.shown()->seconds < toSeconds(trace.now()));
    QVERIFY(toSeconds(trace.now()) <= outcome.shown()->seconds * 1.25 + 0.002);
}

void TestBankTransfer::itIsSaidWhoFoundIt()
{
    const auto outcomes =
        carriedOut(planOf({&scenario(), allVariants(scenario()), scenario().preset("quick")}));
    const QString words = summarize(scenario(), outcomes, 2).explanation.join(u' ');
    QVERIFY2(words.contains("found by the lock table"), qPrintable(words));
    QVERIFY2(words.contains("the lock \"account "), qPrintable(words));
    const Figures figures = *summarize(scenario(), outcomes, 2).of("opposite-order");
    QVERIFY(!figures.speedup && !figures.limit);
}

void TestBankTransfer::aSingleWorkerCannotGetStuck()
{
    const Outcome outcome = transferred("opposite-order", {{"workers", 1}});
    QCOMPARE(outcome.status(), Status::Finished);
    QCOMPARE(outcome.finding("ring")->value, 0);
}

void TestBankTransfer::twoAccountsAreEnough()
{
    const Outcome outcome = transferred("opposite-order", {{"accounts", 2}});
    QCOMPARE(outcome.status(), Status::Stuck);
    QCOMPARE(outcome.finding("ring")->value, 2);
    QCOMPARE(transferred("ordered-locks", {{"accounts", 2}}).status(), Status::Finished);
}

QTEST_GUILESS_MAIN(TestBankTransfer)
#include "tst_banktransfer.moc"
