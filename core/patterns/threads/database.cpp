// Insert users into a SQLite file: the processing overlaps, the writing does not.

#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"
#include "core/sync/mutex.h"
#include "core/sync/pause.h"
#include "core/workloads/files/temporaryfolder.h"
#include "core/workloads/site/users.h"
#include "core/workloads/sqlite.h"

#include <QHash>
#include <QThreadStorage>

using namespace std::chrono_literals;

namespace tenfold::patterns::threads::database {
namespace {

constexpr auto processing = 10ms;
constexpr auto busyTimeout = 5s;
const QString insertion = "INSERT INTO users (name, email) VALUES (?, ?)";

struct Work
{
    TemporaryFolder folder;
    std::vector<User> users;
    QString file() const { return folder.filePath("users.db"); }
};

// What is done about a user before it is stored: it waits for something else.
void process(const Run &run)
{
    pauseFor(processing, run.stop(), "process");
}

void store(SqliteConnection &database, const User &user)
{
    WriteTransaction transaction(database);
    database.run(insertion, {user.name, user.email});
    transaction.commit();
}

// The calling worker's own connection: made by its thread, used by no other, removed when the thread ends.
SqliteConnection &ownConnection(const Run &run, std::chrono::milliseconds timeout)
{
    static QThreadStorage<std::unique_ptr<SqliteConnection>> connections;
    auto &own = connections.localData();
    if (!own)
        own = std::make_unique<SqliteConnection>(run.kept<Work>().file(), timeout, run.stop());
    return *own;
}

void sequential(Run &run)
{
    SqliteConnection database(run.kept<Work>().file(), busyTimeout, run.stop());
    for (std::size_t i = 0; const User &user : run.kept<Work>().users) {
        const TaskSpan task(i++);
        process(run);
        const Counted writer("writers");
        store(database, user);
    }
}

// A connection per thread; SQLite lets one write and the others wait, as long as the busy time-out.
void parallel(Run &run)
{
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.map(run.kept<Work>().users, [&](std::size_t, const User &user) {
        process(run);
        const Counted writer("writers");
        store(ownConnection(run, busyTimeout), user);
    });
}

// As in the chapter: one lock of the program around each insert, so that SQLite is never busy.
void oneLock(Run &run)
{
    Mutex mutex(QT_TRANSLATE_NOOP("lock", "insert"));
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.map(run.kept<Work>().users, [&](std::size_t, const User &user) {
        process(run);
        const Counted writer("writers");
        const Lock lock(mutex, run.stop());
        store(ownConnection(run, busyTimeout), user);
    });
}

// The workers process and hand over; one writer stores everything in one transaction.
void batched(Run &run)
{
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    const auto processed = pool.map(run.kept<Work>().users, [&](std::size_t, const User &user) {
        process(run);
        return user;
    });
    const Counted writer("writers");
    SqliteConnection database(run.kept<Work>().file(), busyTimeout, run.stop());
    WriteTransaction transaction(database);
    for (const User &user : processed)
        database.run(insertion, {user.name, user.email});
    transaction.commit();
}

// Mistake: no busy time-out, the transaction stays open during the processing, and nobody looks at what
// fails.
void noBusyTimeout(Run &run)
{
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.map(run.kept<Work>().users, [&](std::size_t, const User &user) {
        SqliteConnection &database = ownConnection(run, 0ms);
        const Counted writer("writers");
        database.tryRun("BEGIN IMMEDIATE"); // "database is locked"
        database.tryRun(insertion, {user.name, user.email});
        process(run);
        database.tryRun("COMMIT");
    });
}

void prepare(Run &run)
{
    auto &work = run.keep<Work>();
    work.users = makeUsers(run.integer("users"), run.seed());
    SqliteConnection database(work.file(), busyTimeout, run.stop());
    database.run("PRAGMA journal_mode = WAL");
    database.run("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT)");
    run.expect(std::vector(work.users.size(), std::chrono::duration<double>(processing).count()));
}

// The table is what the database holds afterwards: a row for each user whom it knows.
void measure(Run &run)
{
    const auto &work = run.kept<Work>();
    QHash<QString, std::size_t> missing;
    for (std::size_t i = 0; const User &user : work.users)
        missing[user.email] = i++;
    SqliteConnection database(work.file(), busyTimeout, run.stop());
    const auto stored = database.select("SELECT id, name, email FROM users");
    for (std::size_t doubled = work.users.size(); const QVariantList &row : stored) {
        const auto user = missing.constFind(row[2].toString());
        run.setRow(user == missing.cend() ? doubled++ : *user, row);
        if (user != missing.cend())
            missing.erase(user);
    }
    run.report("stored", static_cast<double>(stored.size()));
    run.report("lost", static_cast<double>(missing.size()));
}

double waits(const Run &run)
{
    return spans(State::Lock, "database").value(run) + spans(State::Lock, "insert").value(run);
}

constexpr const char *python = R"(import sqlite3, threading, time
from concurrent.futures import ThreadPoolExecutor

own = threading.local()

def insert(user):
    time.sleep(0.01)                              # processing
    if not hasattr(own, "database"):
        own.database = sqlite3.connect("users.db", timeout=5)
    with own.database as transaction:
        transaction.execute('INSERT INTO users (name, email) VALUES (?, ?)', user)

with ThreadPoolExecutor(max_workers=5) as pool:   # parallel
    list(pool.map(insert, users))                 # list(): or a failure goes unseen

for user in users:                                # sequential
    insert(user)
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Fill a database"),
        .question = QT_TRANSLATE_NOOP(
            "catalog", "SQLite lets one thread write at a time. What is there to gain from several?"),
        .parameters = {workers(5), integer("users", QT_TRANSLATE_NOOP("catalog", "Users"), {1, 5000}, 200)},
        .presets = {{"chapter", {{"workers", 5}, {"users", 20}}}, {"quick", {{"users", 10}}}},
        .columns = {aside({"id", QT_TRANSLATE_NOOP("catalog", "Id"),
                           ColumnKind::Integer}), // in the order of arrival
                    {"name", QT_TRANSLATE_NOOP("catalog", "Name"), ColumnKind::Text},
                    {"e-mail", QT_TRANSLATE_NOOP("catalog", "E-mail"), ColumnKind::Text}},
        .measures = {{"expected", QT_TRANSLATE_NOOP("catalog", "Rows expected"), setting("users")},
                     {"stored", QT_TRANSLATE_NOOP("catalog", "Rows stored")},
                     {"lost", QT_TRANSLATE_NOOP("catalog", "Rows lost to \"database is locked\"")},
                     {"waits", QT_TRANSLATE_NOOP("catalog", "Waits for another writer"), waits}},
        .variants =
            {reference(
                 sequential,
                 QT_TRANSLATE_NOOP("catalog", "One user after the other: processing and writing add up.")),
             right("parallel", QT_TRANSLATE_NOOP("catalog", "Threads"), parallel,
                   QT_TRANSLATE_NOOP(
                       "catalog",
                       "Each worker has a connection of its own. The processing overlaps; whoever finds "
                       "another one writing asks again until the busy time-out, so nothing is lost.")),
             right("one-lock", QT_TRANSLATE_NOOP("catalog", "One lock"), oneLock,
                   QT_TRANSLATE_NOOP(
                       "catalog",
                       "One lock around each insert and nothing else: a writer is woken as soon as the one "
                       "before has finished, where SQLite would let it ask again after a while.")),
             right("batched", QT_TRANSLATE_NOOP("catalog", "Batched"), batched,
                   QT_TRANSLATE_NOOP("catalog",
                                     "The workers process and hand over, and one writer stores everything in "
                                     "one transaction: nobody waits for anybody's lock.")),
             mistake(
                 "no-busy-timeout", QT_TRANSLATE_NOOP("catalog", "No busy time-out"), noBusyTimeout,
                 {.proof = "lost", .view = "rows"},
                 QT_TRANSLATE_NOOP(
                     "catalog",
                     "The transaction is open while a user is processed; whoever wants to write meanwhile is "
                     "told \"database is locked\" at once, nobody looks at that, and the row is gone. Set a "
                     "busy time-out, look at what fails, and keep transactions short."))},
        .views = {columns("rows", {"expected", "stored"}, QT_TRANSLATE_NOOP("catalog", "Rows")),
                  counter("writers", QT_TRANSLATE_NOOP("catalog", "Writers"))},
        .prepare = prepare,
        .measure = measure,
        .python = python,
    };
}

} // namespace tenfold::patterns::threads::database
