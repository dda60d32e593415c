#pragma once

#include "core/trace/lane.h"

#include <QList>
#include <QVariant>

#include <chrono>
#include <source_location>
#include <stop_token>

namespace tenfold {

/// A connection to a SQLite file. Belongs to the thread that made it and has a name that no other has. A wait
/// for another connection's write lock is a span (State::Lock, "database"), and so is holding it.
class SqliteConnection
{
public:
    /// Opens `file`. `busyTimeout` is how long a statement waits for a lock; none for 0. Throws
    /// std::runtime_error with a sentence when it cannot.
    SqliteConnection(const QString &file, std::chrono::milliseconds busyTimeout, std::stop_token stop);
    /// Rolls back what was not committed.
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    /// Carries out a statement; `values` stand for its question marks. Returns whether it succeeded; error()
    /// says why not. Throws Stopped.
    bool tryRun(const QString &sql, const QVariantList &values = {},
                std::source_location where = std::source_location::current());
    /// The same; throws std::runtime_error with a sentence when it does not succeed.
    void run(const QString &sql, const QVariantList &values = {},
             std::source_location where = std::source_location::current());
    /// The rows that a query gives; throws as run() does.
    QList<QVariantList> select(const QString &sql,
                               std::source_location where = std::source_location::current());
    /// Why the last statement failed, in SQLite's words: "database is locked".
    QString error() const { return error_; }

private:
    friend class WriteTransaction;
    bool attempt(const QString &sql, const QVariantList &values = {});
    bool attemptOnceFree(const QString &sql, const QVariantList &values, std::source_location where);
    void setSqlitesTimeout(int milliseconds);
    void rollBack();
    void endHold();

    const QString name_;
    const std::chrono::milliseconds busyTimeout_;
    const std::stop_token stop_;
    QList<QVariantList> rows_; ///< of the last statement
    QString error_;
    bool isLocked_ = false; ///< the last statement failed since another connection holds the lock
    Lane *lane_ = nullptr;  ///< of the hold; null outside of a write transaction
    SpanRecord *hold_ = nullptr;
};

/// A write transaction for the length of a scope: BEGIN IMMEDIATE takes the write lock at once, so that the
/// time-out applies; it is rolled back unless it was committed.
class WriteTransaction
{
public:
    explicit WriteTransaction(SqliteConnection &connection,
                              std::source_location where = std::source_location::current());
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction &) = delete;
    WriteTransaction &operator=(const WriteTransaction &) = delete;

    void commit();

private:
    SqliteConnection &connection_;
    bool isOver_ = false;
};

} // namespace tenfold
