#!/usr/bin/env bash
# QtConcurrent::filtered gives out nothing until its first item is done; stopped before that, it has no result at all.
#
# Expected: results come as they are ready, as with QtConcurrent::mapped, whose items can be read one by one while a slow one before them still
#   runs. To stop keeps what was found so far.
# Happens: the places of the results that are kept depend on those before, so the results of later items wait inside until all items before them
#   are done. One slow item at the front holds back all others: none can be read, no resultReadyAt() comes, while the progress says 39 of 40.
#   When the future is cancelled meanwhile, they are thrown away: 39 items were tested, no result is left.
# Where it matters to Tenfold: "time to the first result" of filtered is that of its slowest item at the front, not of its quickest; a search that
#   is stopped when its user has seen enough shows nothing. mapped to a std::optional gives each when it is ready.
# Versions: Qt 6.4.2+dfsg-10 (core, concurrent; Debian 12); built with g++ 12.2.0 (printed first).
# Output seen:
#   Qt 6.4.2, 40 items on 2 threads, the first has to wait, the other 39 are done
#   mapped: progress 39 of 40, readable 39, told 39; cancelled: readable 39
#   filtered: progress 39 of 40, readable 0, told 0; cancelled: readable 0
#   filtered, not cancelled: readable 40
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo "g++ $(g++ -dumpfullversion)" | grep -x "g++ 12[.]2[.]0" || { echo "wants g++ 12.2.0"; exit 2; }
apt-get -qq -o APT::Sandbox::User=root download {libqt6core6,libqt6concurrent6,qt6-base-dev}=6.4.2+dfsg-10 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
lib=$(dirname "$dir"/root/usr/lib/*/libQt6Core.so.6)
inc=$(echo root/usr/include/*/qt6)
cat > probe.cpp <<'CPP'
#include <QCoreApplication>
#include <QFutureWatcher>
#include <QSemaphore>
#include <QThread>
#include <QtConcurrentFilter>
#include <QtConcurrentMap>
#include <numeric>
constexpr int count = 40;
QThreadPool pool;
QSemaphore firstMayEnd;
bool keep(int item) // all of them
{
    if (item == 0) firstMayEnd.acquire();
    return true;
}
int same(int item) { keep(item); return item; }
int readable(const QFuture<int> &future)
{
    int found = 0;
    for (int i = 0; i < count; ++i) found += future.isResultReadyAt(i);
    return found;
}
struct Seen
{
    int progress, before, told, after;
    bool operator==(const Seen &) const = default;
};
// What can be read while the first item still runs, and at the end.
template <typename Start> Seen observe(const char *name, bool cancel, Start start)
{
    pool.waitForDone(); // a thread that is about to be free counts as taken
    QFuture<int> future = start();
    QFutureWatcher<int> watcher;
    Seen seen{};
    QObject::connect(&watcher, &QFutureWatcher<int>::resultReadyAt, [&] { ++seen.told; });
    watcher.setFuture(future);
    for (int waited = 0; future.progressValue() < count - 1 && waited < 20'000; ++waited) QThread::msleep(1);
    QThread::msleep(500); // nothing more comes
    QCoreApplication::processEvents();
    seen.progress = future.progressValue(), seen.before = readable(future);
    if (cancel) future.cancel();
    firstMayEnd.release();
    future.waitForFinished();
    seen.after = readable(future);
    if (cancel)
        std::printf("%s: progress %d of %d, readable %d, told %d; cancelled: readable %d\n", name, seen.progress, count, seen.before,
                    seen.told, seen.after);
    else
        std::printf("%s, not cancelled: readable %d\n", name, seen.after);
    return seen;
}
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    pool.setMaxThreadCount(2);
    QList<int> items(count);
    std::iota(items.begin(), items.end(), 0);
    std::printf("Qt %s, %d items on 2 threads, the first has to wait, the other %d are done\n", qVersion(), count, count - 1);
    const auto map = [&] { return QtConcurrent::mapped(&pool, items, same); };
    const auto filter = [&] { return QtConcurrent::filtered(&pool, items, keep); };
    const bool mapped = observe("mapped", true, map) == Seen{39, 39, 39, 39};
    const bool filtered = observe("filtered", true, filter) == Seen{39, 0, 0, 0};
    const bool toTheEnd = observe("filtered", false, filter).after == count;
    return mapped && filtered && toTheEnd ? 0 : 1;
}
CPP
g++ -std=c++20 -O1 -fPIC probe.cpp -o probe -I"$inc"{,/QtCore,/QtConcurrent} -L"$lib" -Wl,-rpath-link,"$lib" -l:libQt6{Concurrent,Core}.so.6 || exit 2
LD_LIBRARY_PATH=$lib ./probe
