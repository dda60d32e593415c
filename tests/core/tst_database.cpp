#include "core/analysis/readings.h"
#include "core/sync/stopped.h"
#include "core/trace/span.h"
#include "core/workloads/site/users.h"
#include "core/workloads/sqlite.h"
#include "tests/core/scratch.h"
#include "tests/core/walk.h"
#include "tests/patience.h"

#include <QSet>

#include <latch>
#include <thread>

using namespace tenfold;
using namespace std::chrono_literals;

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsCommittedIsRead();
    void whatIsNotCommittedIsRolledBack();
    void aWriterWaitsForTheOtherOne();
    void withoutATimeOutNobodyWaits();
    void theTimeOutEnds();
    void stopEndsTheWaitForTheLock();
    void theHoldIsOnTheLane();
    void aDatabaseThatCannotBeOpenedSaysSo();
    void aStatementThatFailsSaysWhy();
    void usersDiffer();
    void theTableIsWhatIsStored();
    void theMistakeLosesRows_data();
    void theMistakeLosesRows();
    void aWaitForTheWritersLockIsALockWait();
    void aTemporaryFolderThatIsNoneIsASentence();
    void aFullDiskIsASentence();
    void nothingIsLeftBehind();
    void aStopInMidRunLeavesNothing();
};

static const Scenario &scenario()
{
    return *findScenario("threads/database");
}

/// A database with an empty table in a temporary folder.
class Base
{
public:
    Base()
    {
        SqliteConnection connection(file(), 5s, {});
        connection.run("PRAGMA journal_mode = WAL");
        connection.run("CREATE TABLE t (x)");
    }
    QString file() const { return scratch_.path("t.db"); }
    int rows() const
    {
        SqliteConnection connection(file(), 5s, {});
        return static_cast<int>(connection.select("SELECT x FROM t").size());
    }

private:
    const Scratch scratch_;
};

void TestDatabase::whatIsCommittedIsRead()
{
    const Base base;
    SqliteConnection connection(base.file(), 5s, {});
    WriteTransaction transaction(connection);
    connection.run("INSERT INTO t VALUES (?)", {"ä'\"--;"});
    QCOMPARE(base.rows(), 0);
    transaction.commit();
    QCOMPARE(connection.select("SELECT x FROM t"), (QList<QVariantList>{{"ä'\"--;"}}));
    QCOMPARE(base.rows(), 1);
}

void TestDatabase::whatIsNotCommittedIsRolledBack()
{
    const Base base;
    {
        SqliteConnection connection(base.file(), 5s, {});
        const WriteTransaction transaction(connection);
        connection.run("INSERT INTO t VALUES (1)");
    }
    {
        SqliteConnection connection(base.file(), 5s, {});
        connection.run("BEGIN IMMEDIATE");
        connection.run("INSERT INTO t VALUES (1)");
    }
    QCOMPARE(base.rows(), 0);
}

void TestDatabase::aWriterWaitsForTheOtherOne()
{
    const Base base;
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    SqliteConnection holder(base.file(), 5s, {});
    std::optional<WriteTransaction> held(std::in_place, holder);
    std::jthread other([&] {
        const LaneScope scope(lane);
        SqliteConnection connection(base.file(), 1min, {});
        WriteTransaction transaction(connection);
        connection.run("INSERT INTO t VALUES (1)");
        transaction.commit();
    });
    QTRY_COMPARE_WITH_TIMEOUT(lane->spans().size(), std::size_t(1), patience); // it waits
    QCOMPARE(lane->spans()[0].state, State::Lock);
    QVERIFY(lane->spans()[0].isOpen());
    held.reset();
    other.join();
    QCOMPARE(base.rows(), 1);
    QCOMPARE(countSpans(trace, State::Lock, "database", trace.now()), 1);
}

void TestDatabase::withoutATimeOutNobodyWaits()
{
    const Base base;
    SqliteConnection holder(base.file(), 5s, {});
    const WriteTransaction held(holder);
    SqliteConnection other(base.file(), 0ms, {});
    QVERIFY(!other.tryRun("BEGIN IMMEDIATE"));
    QCOMPARE(other.error(), "database is locked");
    QVERIFY(!other.tryRun("INSERT INTO t VALUES (?)", {1}));
    QCOMPARE(other.error(), "database is locked");
}

void TestDatabase::theTimeOutEnds()
{
    const Base base;
    SqliteConnection holder(base.file(), 5s, {});
    const WriteTransaction held(holder);
    SqliteConnection other(base.file(), 60ms, {});
    QElapsedTimer clock;
    clock.start();
    QVERIFY(!other.tryRun("BEGIN IMMEDIATE"));
    QVERIFY(clock.elapsed() >= 60);
    QCOMPARE(other.error(), "database is locked");
}

void TestDatabase::stopEndsTheWaitForTheLock()
{
    const Base base;
    SqliteConnection holder(base.file(), 5s, {});
    const WriteTransaction held(holder);
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    std::atomic<bool> stopped{false};
    std::jthread other([&](const std::stop_token &stop) {
        const LaneScope scope(lane);
        SqliteConnection connection(base.file(), 1h, stop);
        try {
            connection.run("BEGIN IMMEDIATE");
        } catch (const Stopped &) {
            stopped = true;
        }
    });
    QTRY_COMPARE_WITH_TIMEOUT(lane->spans().size(), std::size_t(1), patience);
    other.request_stop();
    other.join(); // an hour, but for the stop
    QVERIFY(stopped);
}

void TestDatabase::theHoldIsOnTheLane()
{
    const Base base;
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    const LaneScope scope(lane);
    SqliteConnection connection(base.file(), 5s, {});
    {
        const WriteTransaction transaction(connection);
        QCOMPARE(lane->spans().size(), std::size_t(1));
        QVERIFY(lane->spans()[0].isOpen());
        QCOMPARE(lane->spans()[0].shape, Shape::Hold);
    }
    QVERIFY(!lane->spans()[0].isOpen());
}

void TestDatabase::aDatabaseThatCannotBeOpenedSaysSo()
{
    const Scratch scratch;
    try {
        const SqliteConnection connection(scratch.path("no/such/folder/t.db"), 5s, {});
        QFAIL("it opened");
    } catch (const std::runtime_error &error) {
        QVERIFY2(QString(error.what()).contains("unable to open"), error.what());
    }
}

void TestDatabase::aStatementThatFailsSaysWhy()
{
    const Base base;
    SqliteConnection connection(base.file(), 5s, {});
    QVERIFY(!connection.tryRun("INSERT INTO nothing VALUES (1)"));
    QVERIFY2(connection.error().contains("nothing"), qPrintable(connection.error()));
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, connection.run("no sql at all"));
    QVERIFY(connection.tryRun("INSERT INTO t VALUES (1)"));
    QCOMPARE(connection.error(), "");
}

void TestDatabase::usersDiffer()
{
    QSet<QString> addresses;
    for (const User &user : makeUsers(5000, 3)) {
        QVERIFY(!user.name.isEmpty());
        addresses << user.email;
    }
    QCOMPARE(addresses.size(), 5000);
}

void TestDatabase::theTableIsWhatIsStored()
{
    Values values = scenario().preset("quick");
    values["workers"] = 8;
    const auto users = makeUsers(values["users"].toInt(), 1);
    const auto outcomes = carriedOut(planOf({&scenario(), scenario().tickedVariants(), values}));
    for (const Outcome &outcome : outcomes) {
        const Table &table = outcome.shown()->results.table;
        QCOMPARE(table.rows.size(), static_cast<qsizetype>(users.size()));
        QSet<int> ids; // given by SQLite, in the order of arrival
        for (std::size_t i = 0; i < users.size(); ++i) {
            const QVariantList &row = table.rows[static_cast<qsizetype>(i)];
            ids << row[0].toInt();
            QCOMPARE(row[1].toString(), users[i].name);
            QCOMPARE(row[2].toString(), users[i].email);
        }
        QCOMPARE(ids.size(), static_cast<qsizetype>(users.size()));
        QCOMPARE(outcome.finding("stored")->value, outcome.finding("expected")->value);
    }
}

void TestDatabase::theMistakeLosesRows_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<int>("times");
    QTest::newRow("quick") << "quick" << 10;
    QTest::newRow("default") << "default" << 1;
}

void TestDatabase::theMistakeLosesRows()
{
    QFETCH(QString, preset);
    QFETCH(int, times);
    for (int i = 0; i < times; ++i) {
        const auto outcomes = carriedOut({&scenario(), {{"no-busy-timeout", scenario().preset(preset)}}});
        const Outcome &outcome = outcomes[0];
        QCOMPARE(outcome.status(), Status::Finished);
        const auto rows = std::ranges::count_if(outcome.shown()->results.table.rows,
                                                [](const QVariantList &row) { return !row.isEmpty(); });
        QCOMPARE(outcome.finding("stored")->value, static_cast<double>(rows));
        QVERIFY(outcome.finding("lost")->value > 0);
        QVERIFY(rows > 0); // whoever held the lock
        QCOMPARE(outcome.finding("lost")->value + outcome.finding("stored")->value,
                 outcome.finding("expected")->value);
    }
}

void TestDatabase::aWaitForTheWritersLockIsALockWait()
{
    Values values = scenario().preset("default");
    values["workers"] = 32;
    const auto outcomes = carriedOut({&scenario(), {{"one-lock", values}, {"parallel", values}}});
    for (const Outcome &outcome : outcomes) {
        const Lane::Sums sums = sumsOf(*outcome.shown()->trace, outcome.shown()->trace->now());
        QCOMPARE(outcome.finding("waits")->value > 0, sums.of(State::Lock) > 0);
        QVERIFY2(outcome.finding("waits")->value > 0, qPrintable(outcome.variant));
    }
}

void TestDatabase::aTemporaryFolderThatIsNoneIsASentence()
{
    const Scratch scratch;
    qputenv("TMPDIR", QFile::encodeName(scratch.path("never")));
    const auto outcomes = carriedOut(planOf({&scenario(), {"parallel"}, scenario().preset("quick")}));
    for (const Outcome &outcome : outcomes) {
        QCOMPARE(outcome.status(), Status::Failed);
        QVERIFY2(outcome.error().contains(scratch.path("never")), qPrintable(outcome.error()));
    }
    QVERIFY(!QFile::exists(scratch.path("never")));
}

void TestDatabase::aFullDiskIsASentence()
{
    // Full at once, and full after some of the users.
    for (const rlim_t bytes : {rlim_t(100), rlim_t(100'000)}) {
        const Scratch scratch;
        Values values = scenario().preset("quick");
        values["users"] = 100;
        std::vector<Outcome> outcomes;
        {
            const FullDisk full(bytes);
            outcomes = carriedOut({&scenario(), {{"parallel", values}, {"sequential", values}}});
        }
        for (const Outcome &outcome : outcomes) {
            QCOMPARE(outcome.status(), Status::Failed);
            QVERIFY2(outcome.error().size() > 20, qPrintable(outcome.error()));
        }
        QCOMPARE(scratch.left(), QStringList());
    }
}

void TestDatabase::nothingIsLeftBehind()
{
    const Scratch scratch;
    const auto outcomes =
        carriedOut(planOf({&scenario(), allVariants(scenario()), scenario().preset("quick")}));
    QCOMPARE(outcomes.back().status(), Status::Finished);
    QCOMPARE(scratch.left(), QStringList());
}

void TestDatabase::aStopInMidRunLeavesNothing()
{
    for (const QString &variant : allVariants(scenario()))
        stopInMidRun(scenario(), variant);
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
