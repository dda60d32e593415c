#!/usr/bin/env bash
# The usual "if (query.next())" leaves a read transaction open: BEGIN IMMEDIATE then fails at once and for ever, whatever the busy time-out.
#
# Expected: no transaction was begun, so none is open. BEGIN IMMEDIATE is the cure for "database is locked" when one reads and then writes; with
#   a busy time-out of 5 s and nobody else writing it begins.
# Happens: next() took a row and was not asked for the end, so the statement stays half-read, and in WAL mode that holds the state of the
#   database at that moment; also where there is one row only, as with count(*). As soon as another connection has committed anything,
#   BEGIN IMMEDIATE on this one fails without waiting, as often as it is tried, in the words of an ordinary conflict.
#   QSqlQuery::finish(), or next() until it says false, cures it.
# Where it matters to Tenfold: workers that take the next job from a table (select one, then claim it in a transaction) look starved by the
#   other writers, and trying again, the textbook's answer, never ends.
# Versions: Qt SQL 6.4.2+dfsg-10 with its SQLite plug-in, SQLite 3.40.1-2+deb12u2 (Debian 12); built with g++ 12.2.0 (printed first).
# Output seen:
#   Qt 6.4.2, SQLite 3.40.1, busy time-out 5000 ms
#   first of many rows read: begun 0 of 10, at once, code 517, database is locked Unable to fetch row
#   the only row read: begun 0 of 10, at once, code 517, database is locked Unable to fetch row
#   finished: begun 1 of 1
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo "g++ $(g++ -dumpfullversion)" | grep -x "g++ 12[.]2[.]0" || { echo "wants g++ 12.2.0"; exit 2; }
apt-get -qq -o APT::Sandbox::User=root download {libqt6core6,libqt6sql6{,-sqlite},qt6-base-dev}=6.4.2+dfsg-10 libsqlite3-0=3.40.1-2+deb12u2 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
lib=$(dirname "$dir"/root/usr/lib/*/libQt6Core.so.6)
inc=$(echo root/usr/include/*/qt6)
cat > probe.cpp <<'CPP'
#include <QtCore>
#include <QtSql>
QSqlDatabase connectTo(const QString &name)
{
    QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", name);
    database.setDatabaseName("jobs.db");
    database.setConnectOptions("QSQLITE_BUSY_TIMEOUT=5000");
    if (!database.open()) exit(3);
    return database;
}
void must(QSqlQuery &query, const QString &sql) { if (!query.exec(sql)) exit(4); }
bool begins(const char *what, QSqlDatabase &database, int tries)
{
    QSqlQuery query(database);
    const QDeadlineTimer patience(2500);
    bool begun = query.exec("BEGIN IMMEDIATE");
    const bool atOnce = !patience.hasExpired();
    const QSqlError error = query.lastError();
    for (int i = 1; i < tries && !begun; ++i) begun = query.exec("BEGIN IMMEDIATE");
    const QString how = begun ? QString() : QString(", %1, code %2, %3").arg(atOnce ? "at once" : "late", error.nativeErrorCode(), error.text());
    printf("%s: begun %d of %d%s\n", what, begun, tries, qPrintable(how));
    if (begun) must(query, "COMMIT");
    return begun || !atOnce;
}
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QSqlDatabase worker = connectTo("worker"), other = connectTo("other");
    QSqlQuery write(other), next(worker);
    must(write, "SELECT sqlite_version()");
    write.next();
    printf("Qt %s, SQLite %s, busy time-out 5000 ms\n", qVersion(), qPrintable(write.value(0).toString()));
    must(write, "PRAGMA journal_mode = WAL");
    must(write, "CREATE TABLE job (id INTEGER PRIMARY KEY, state INTEGER)");
    must(write, "INSERT INTO job VALUES (1, 0), (2, 0), (3, 0)");
    bool changed = false;
    for (bool one : {false, true}) {
        must(next, one ? "SELECT count(*) FROM job" : "SELECT id FROM job ORDER BY id");
        next.next();
        must(write, "UPDATE job SET state = state + 1 WHERE id = 3"); // somebody else, done before we begin
        changed |= begins(one ? "the only row read" : "first of many rows read", worker, 10);
    }
    next.finish();
    return begins("finished", worker, 1) && !changed ? 0 : 1;
}
CPP
g++ -std=c++20 -O1 -fPIC probe.cpp -o probe -I"$inc"{,/QtCore,/QtSql} -L"$lib" -Wl,-rpath-link,"$lib" -l:libQt6{Sql,Core}.so.6 || exit 2
LD_LIBRARY_PATH=$lib QT_PLUGIN_PATH=$lib/qt6/plugins ./probe
