#!/usr/bin/env bash
# A connection that is refused at once, or a program that is not there, takes a coroutine of QCoro the whole time limit, 30 s unless set.
#
# Expected: co_await qCoro(socket).connectToHost() is false when the connection is refused, at once, as QAbstractSocket::waitForConnected() is;
#   the manual calls them equivalent, and false the answer to "timed out or another error". So for start() of a process that is not there.
# Happens: the wait ends by the signal of success or by its limit. The error is told by errorOccurred() and is in the socket within
#   milliseconds, and the coroutine sleeps on for the rest of it.
#   So does waitForFinished() for a program that never began.
# Where it matters to Tenfold: a refused connection looks like a slow server, a lane waits 30 s for what failed in 1 ms, and 100 refused
#   requests on one thread are 100 that are "in flight". Wait for connected() and errorOccurred(), whichever comes first.
# Versions: QCoro 0.8.0-1, Qt 6.4.2+dfsg-10 (Debian 12); built with g++ 12.2.0 (printed first).
# Output seen (limit 3 s; the error told after 0.0 s, the times of QCoro 2.8 to 3.2, as its timer is coarse):
#   Qt 6.4.2, limit 3 s
#   refused connection: Qt false after 0.0 s, QCoro false after 3.0 s (Connection refused, told after 0.0 s)
#   program that is not there, started: Qt false after 0.0 s, QCoro false after 3.0 s (failed to start, told after 0.0 s)
#   program that is not there, finished: Qt false after 0.0 s, QCoro false after 3.0 s (failed to start, told after 0.0 s)
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo "g++ $(g++ -dumpfullversion)" | grep -x "g++ 12[.]2[.]0" || { echo "wants g++ 12.2.0"; exit 2; }
apt-get -qq -o APT::Sandbox::User=root download {libqt6core6,libqt6network6,qt6-base-dev}=6.4.2+dfsg-10 \
    {libqcoro6core0,libqcoro6network0,qcoro-qt6-dev}=0.8.0-1 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
lib=$(dirname "$dir"/root/usr/lib/*/libQt6Core.so.6)
inc=$(echo root/usr/include/*/qt6)
cat > probe.cpp <<'CPP'
#include <QCoroAbstractSocket>
#include <QCoroProcess>
#include <QCoroTask>
#include <QtCore>
#include <QtNetwork>
constexpr int limit = 3000; // ms
struct Failing // something that fails, and when it said so
{
    QElapsedTimer clock;
    double told = -1;
    Failing() { clock.start(); }
    double seconds() const { return clock.elapsed() / 1000.0; }
    template <typename T> void watch(T &object) { QObject::connect(&object, &T::errorOccurred, [this] { told = seconds(); }); }
};
bool same = true;
void report(const char *what, bool qt, double qtTook, bool coro, const Failing &failing, const char *error)
{
    const double took = failing.seconds();
    std::printf("%s: Qt %s after %.1f s, QCoro %s after %.1f s (%s, told after %.1f s)\n", what, qt ? "true" : "false", qtTook,
                coro ? "true" : "false", took, error, failing.told);
    same = same && !qt && qtTook < 1 && !coro && took > 2.5 && failing.told >= 0 && failing.told < 1;
}
QCoro::Task<> connections(quint16 nobody)
{
    const QHostAddress host(QHostAddress::LocalHost);
    QTcpSocket plain, awaited;
    const Failing first;
    plain.connectToHost(host, nobody);
    const bool qt = plain.waitForConnected(limit);
    const double qtTook = first.seconds();
    Failing second;
    second.watch(awaited);
    auto connecting = qCoro(awaited).connectToHost(host, nobody, QIODevice::ReadWrite, std::chrono::milliseconds(limit));
    const bool coro = co_await connecting;
    report("refused connection", qt, qtTook, coro, second, awaited.errorString().toUtf8());
}
QCoro::Task<> programs(const QString &nothing, bool toTheEnd)
{
    QProcess plain, awaited;
    const Failing first;
    plain.start(nothing, QStringList());
    const bool qt = toTheEnd ? plain.waitForFinished(limit) : plain.waitForStarted(limit);
    const double qtTook = first.seconds();
    Failing second;
    second.watch(awaited);
    awaited.start(nothing, QStringList());
    auto process = qCoro(awaited);
    auto waiting = toTheEnd ? process.waitForFinished(limit) : process.waitForStarted(limit);
    const bool coro = co_await waiting;
    report(toTheEnd ? "program that is not there, finished" : "program that is not there, started", qt, qtTook, coro, second,
           awaited.error() == QProcess::FailedToStart ? "failed to start" : "another error");
}
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    std::printf("Qt %s, limit %d s\n", qVersion(), limit / 1000);
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost)) return 3;
    const quint16 port = server.serverPort();
    server.close();
    const QString nothing = QDir::current().filePath("not-there");
    QCoro::waitFor(connections(port));
    QCoro::waitFor(programs(nothing, false));
    QCoro::waitFor(programs(nothing, true));
    return same ? 0 : 1;
}
CPP
g++ -std=c++20 -O1 -fPIC probe.cpp -o probe -Iroot/usr/include/qcoro6{,/QCoro,/qcoro} -I"$inc"{,/QtCore,/QtNetwork} -L"$lib" -Wl,-rpath-link,"$lib" \
    -l:libQCoro6{Network,Core}.so.0 -l:libQt6{Network,Core}.so.6 2> log || { tail -n 5 log; exit 2; }
LD_LIBRARY_PATH=$lib ./probe
