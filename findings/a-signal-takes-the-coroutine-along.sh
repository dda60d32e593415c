#!/usr/bin/env bash
# A coroutine of QCoro that awaits a signal of an object in another thread goes on in that thread, and stays there.
#
# Expected: what follows a co_await runs where the coroutine was, in the window's thread say, as after a QFuture or a sleep; the signal comes by a
#   queued connection, which is how threads talk in Qt. The manual of signals names no thread, and moveToThread() as the way to change it.
# Happens: the connection is queued to the sender, not to the waiting coroutine, so the sender's thread resumes it. So do all awaits after it,
#   as a timer that is made there belongs there: the coroutine does not come back by itself. No warning is given.
# Where it matters to Tenfold: "await the worker's signal, then show it" touches the window from the worker's thread, and what follows is on
#   the worker's lane, with the loop it blocks. Await a QFuture, or QCoro::moveToThread(qApp->thread()) right behind the signal.
# Versions: QCoro 0.8.0-1, Qt 6.4.2+dfsg-10 (Debian 12); built with g++ 12.2.0 (printed first).
# Output seen:
#   Qt 6.4.2
#   own object: begins in main, after the signal main, after a sleep main
#   worker's object: begins in main, after the signal worker, after a sleep worker, after moveToThread main
#   worker's future: begins in main, after the future main, after a sleep main
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo "g++ $(g++ -dumpfullversion)" | grep -x "g++ 12[.]2[.]0" || { echo "wants g++ 12.2.0"; exit 2; }
apt-get -qq -o APT::Sandbox::User=root download {libqt6core6,qt6-base-dev}=6.4.2+dfsg-10 {libqcoro6core0,qcoro-qt6-dev}=0.8.0-1 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
lib=$(dirname "$dir"/root/usr/lib/*/libQt6Core.so.6)
inc=$(echo root/usr/include/*/qt6)
cat > probe.cpp <<'CPP'
#include <QBuffer>
#include <QCoreApplication>
#include <QCoroFuture>
#include <QCoroSignal>
#include <QCoroTask>
#include <QCoroThread>
#include <QCoroTimer>
#include <QPromise>
#include <QThread>
#include <QTimer>
const QThread *worker = nullptr;
QByteArray here() { return QThread::currentThread() == qApp->thread() ? "main" : QThread::currentThread() == worker ? "worker" : "another"; }
QCoro::Task<> emitted(QIODevice *object, QByteArray &log)
{
    log = "begins in " + here();
    QTimer::singleShot(100, [object] { // once this coroutine waits, the object emits in its own thread
        QMetaObject::invokeMethod(object, [object] { emit object->bytesWritten(1); }, Qt::QueuedConnection);
    });
    co_await qCoro(object, &QIODevice::bytesWritten);
    log += ", after the signal " + here();
    auto sleep = QCoro::sleepFor(std::chrono::milliseconds(50));
    co_await sleep;
    log += ", after a sleep " + here();
    if (QThread::currentThread() == qApp->thread()) co_return;
    co_await QCoro::moveToThread(qApp->thread());
    log += ", after moveToThread " + here();
}
QCoro::Task<> finished(QObject *object, QByteArray &log)
{
    log = "begins in " + here();
    const auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    QFuture<void> future = promise->future();
    QTimer::singleShot(100, [object, promise] { QMetaObject::invokeMethod(object, [promise] { promise->finish(); }, Qt::QueuedConnection); });
    co_await future;
    log += ", after the future " + here();
    auto sleep = QCoro::sleepFor(std::chrono::milliseconds(50));
    co_await sleep;
    log += ", after a sleep " + here();
}
bool told(const char *name, const QByteArray &log, const char *expected)
{
    std::printf("%s: %s\n", name, log.constData());
    return log == expected;
}
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QThread thread;
    worker = &thread;
    thread.start();
    QBuffer own, foreign;
    foreign.moveToThread(&thread);
    QByteArray first, second, third;
    QCoro::waitFor(emitted(&own, first));
    QCoro::waitFor(emitted(&foreign, second));
    QCoro::waitFor(finished(&foreign, third));
    thread.quit();
    thread.wait();
    std::printf("Qt %s\n", qVersion());
    bool same = told("own object", first, "begins in main, after the signal main, after a sleep main");
    same &= told("worker's object", second, "begins in main, after the signal worker, after a sleep worker, after moveToThread main");
    same &= told("worker's future", third, "begins in main, after the future main, after a sleep main");
    return same ? 0 : 1;
}
CPP
g++ -std=c++20 -O1 -fPIC probe.cpp -o probe -Iroot/usr/include/qcoro6{,/QCoro,/qcoro} -I"$inc"{,/QtCore} -L"$lib" -Wl,-rpath-link,"$lib" \
    -l:libQCoro6Core.so.0 -l:libQt6Core.so.6 2> log || { tail -n 5 log; exit 2; }
LD_LIBRARY_PATH=$lib ./probe
