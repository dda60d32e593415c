#include "core/workloads/sqlite.h"

#include "core/catalog/words.h"
#include "core/sync/awakeclock.h"
#include "core/sync/stopped.h"
#include "core/trace/span.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <stdexcept>

namespace tenfold {

static constexpr const char *theLock = QT_TRANSLATE_NOOP("lock", "database"); ///< SQLite's own, on the file

static QString uniqueName()
{
    static std::atomic<int> number{0};
    return QStringLiteral("tenfold-%1").arg(++number);
}

SqliteConnection::SqliteConnection(const QString &file, std::chrono::milliseconds busyTimeout,
                                   std::stop_token stop)
    : name_(uniqueName()), busyTimeout_(busyTimeout), stop_(std::move(stop))
{
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE")))
        throw std::runtime_error(
            translate("Sqlite", "Qt has no SQLite driver here (on Debian it is in libqt6sql6-sqlite)")
                .toStdString());
    QString complaint;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name_);
        database.setDatabaseName(file);
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=0"));
        if (!database.open())
            complaint = database.lastError().databaseText();
    }
    if (!complaint.isEmpty()) {
        QSqlDatabase::removeDatabase(name_);
        throw std::runtime_error(
            translate("Sqlite", "The database cannot be opened (%1)").arg(complaint).toStdString());
    }
    attempt(QStringLiteral(
        "PRAGMA synchronous = NORMAL")); // safe with a write-ahead log, and no wait at each commit
}

SqliteConnection::~SqliteConnection()
{
    if (lane_)
        rollBack();
    QSqlDatabase::removeDatabase(name_);
}

bool SqliteConnection::attempt(const QString &sql, const QVariantList &values)
{
    rows_.clear();
    QSqlQuery query(QSqlDatabase::database(name_, false));
    query.setForwardOnly(true);
    // A locked database may fail here already; going on would complain of a "parameter count mismatch".
    bool isDone = query.prepare(sql);
    if (isDone) {
        for (const QVariant &value : values)
            query.addBindValue(value);
        isDone = query.exec();
    }
    while (isDone && query.next()) {
        QVariantList row;
        for (int i = 0; i < query.record().count(); ++i)
            row << query.value(i);
        rows_ << row;
    }
    constexpr int busy = 5; // SQLITE_BUSY; more about it stands in the higher bits
    isDone = isDone && query.lastError().type() == QSqlError::NoError;
    isLocked_ = !isDone && (query.lastError().nativeErrorCode().toInt() & 0xff) == busy;
    error_ = isDone ? QString() : query.lastError().databaseText();
    return isDone;
}

void SqliteConnection::setSqlitesTimeout(int milliseconds)
{
    QSqlQuery(QSqlDatabase::database(name_, false))
        .exec(QStringLiteral("PRAGMA busy_timeout = %1").arg(milliseconds));
}

bool SqliteConnection::attemptOnceFree(const QString &sql, const QVariantList &values,
                                       std::source_location where)
{
    const TimedWait timed; // by the busy time-out, and what is carried out within the span takes its time
    const Span waiting(State::Lock, theLock, SpanRecord::noTask, where);
    const auto end = AwakeClock::now() + busyTimeout_;
    // SQLite waits by itself, but no stop reaches it meanwhile: in short steps.
    setSqlitesTimeout(50);
    bool isDone = false;
    do {
        isDone = attempt(sql, values);
    } while (isLocked_ && AwakeClock::now() < end && !stop_.stop_requested());
    setSqlitesTimeout(0);
    if (!isDone && stop_.stop_requested())
        throw Stopped();
    return isDone;
}

bool SqliteConnection::tryRun(const QString &sql, const QVariantList &values, std::source_location where)
{
    if (stop_.stop_requested())
        throw Stopped();
    bool isDone = attempt(sql, values);
    if (isLocked_ && busyTimeout_.count() > 0)
        isDone = attemptOnceFree(sql, values, where);
    if (isDone && sql == QLatin1String("BEGIN IMMEDIATE") && Lane::current()) {
        lane_ = Lane::current();
        hold_ = lane_->beginAside(Shape::Hold, State::Running, theLock, SpanRecord::noTask, where);
    } else if (isDone && sql == QLatin1String("COMMIT")) {
        endHold();
    }
    return isDone;
}

void SqliteConnection::run(const QString &sql, const QVariantList &values, std::source_location where)
{
    if (!tryRun(sql, values, where))
        throw std::runtime_error(
            translate("Sqlite", "The database refuses %1 (%2)").arg(sql, error_).toStdString());
}

QList<QVariantList> SqliteConnection::select(const QString &sql, std::source_location where)
{
    run(sql, {}, where);
    return rows_;
}

void SqliteConnection::rollBack()
{
    attempt(QStringLiteral("ROLLBACK")); // fails where SQLite did it by itself, as when the disk is full
    endHold();
}

void SqliteConnection::endHold()
{
    if (lane_)
        lane_->endAside(hold_);
    lane_ = nullptr;
}

WriteTransaction::WriteTransaction(SqliteConnection &connection, std::source_location where)
    : connection_(connection)
{
    connection_.run(QStringLiteral("BEGIN IMMEDIATE"), {}, where);
}

WriteTransaction::~WriteTransaction()
{
    if (!isOver_)
        connection_.rollBack();
}

void WriteTransaction::commit()
{
    connection_.run(QStringLiteral("COMMIT"));
    isOver_ = true;
}

} // namespace tenfold
