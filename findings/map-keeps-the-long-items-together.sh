#!/usr/bin/env bash
# QtConcurrent::map gives the long items at the end of a list to one thread, while the other threads of the pool have nothing to do.
#
# Expected: a thread that is free takes the next item; of 8 long items and 8 threads each gets one, wherever in the list they stand. So it is with
#   QThreadPool::start for each item.
# Happens: a thread takes a block of items from the counter, twice as many as before while the items cost less than a hundred times the taking,
#   up to items / (2 x threads). It learns that from what it has done. After 4,000 short items a block is up to 250, so the 8 long items at the
#   end are one block: 8 x 100 ms one after the other, on a pool that is idle. With the long ones first all is well.
# Where it matters to Tenfold: a list sorted by length, shortest first, is the worst order for map and says nothing about it; engines are
#   compared on tasks of one length, or map looks bad for its blocks. Longest first, or a start() an item where lengths differ much.
# Versions: Qt 6.4.2+dfsg-10 (core, concurrent; Debian 12); built with g++ 12.2.0 (printed first).
# Output seen (threads of the first line 1 or 2, its time 500 to 850):
#   Qt 6.4.2, 8 threads, 4000 short items and 8 of 100 ms
#   map, long items last: 801 ms, they ran on 1 thread(s)
#   start() for each, long items last: 101 ms, they ran on 8 thread(s)
#   map, long items first: 100 ms, they ran on 8 thread(s)
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
#include <QtConcurrentMap>
#include <chrono>
#include <mutex>
#include <numeric>
#include <set>
#include <thread>
#include <unistd.h>
using namespace std::chrono;
constexpr int threads = 8, shortItems = 4000, longItems = 8;
std::mutex mutex;
std::set<pid_t> workers; // that had a long item
void work(const int &item)
{
    if (item < shortItems)
        return;
    {
        const std::scoped_lock lock(mutex);
        workers.insert(gettid());
    }
    std::this_thread::sleep_for(100ms);
}
// On how many threads the long items ran.
template <typename F> int spread(const char *name, F all)
{
    workers.clear();
    const auto begin = steady_clock::now();
    all();
    const auto took = duration_cast<milliseconds>(steady_clock::now() - begin).count();
    printf("%s: %d ms, they ran on %d thread(s)\n", name, int(took), int(workers.size()));
    return int(workers.size());
}
int main()
{
    QThreadPool pool;
    pool.setMaxThreadCount(threads);
    QList<int> items(shortItems + longItems);
    std::iota(items.begin(), items.end(), 0);
    QList<int> backwards(items.rbegin(), items.rend());
    printf("Qt %s, %d threads, %d short items and %d of 100 ms\n", qVersion(), threads, shortItems, longItems);
    const int together = spread("map, long items last", [&] { QtConcurrent::blockingMap(&pool, items, work); });
    const int each = spread("start() for each, long items last", [&] {
        for (int item : items) pool.start([item] { work(item); });
        pool.waitForDone();
    });
    const int first = spread("map, long items first", [&] { QtConcurrent::blockingMap(&pool, backwards, work); });
    return together <= threads / 2 && each == threads && first == threads ? 0 : 1;
}
CPP
g++ -std=c++20 -O1 -fPIC probe.cpp -o probe -I"$inc"{,/QtCore,/QtConcurrent} -L"$lib" -Wl,-rpath-link,"$lib" -l:libQt6{Concurrent,Core}.so.6 || exit 2
LD_LIBRARY_PATH=$lib ./probe
