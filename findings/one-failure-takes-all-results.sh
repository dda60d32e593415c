#!/usr/bin/env bash
# One failing item of QtConcurrent::mapped takes away the results of all others, also those that could be read already.
#
# Expected: an exception belongs to the item that threw it. The results before it stay readable, as with one QtConcurrent::run an item, or with
#   Executor.map in Python, which hands out everything up to the failing one.
# Happens: the exception belongs to the whole future. Its results are thrown away: resultCount() falls back to 0, isResultReadyAt(0) turns from
#   true to false, and resultAt() of every item throws the exception of another one. Items that had not begun never do.
# Where it matters to Tenfold: "each failure reaches its own caller" cannot be shown with mapped; a view that reads results while they come
#   (resultReadyAt of a watcher) finds them gone when it is its turn. One future an item, or catch inside the function and return either.
# Versions: Qt 6.4.2+dfsg-10 (core, concurrent; Debian 12); built with g++ 12.2.0 (printed first).
# Output seen:
#   Qt 6.4.2
#   mapped, before the failure: 1 or more results, the first is 100
#   mapped, after it: 0 results, ready 0, of 10 items 8 began, readable 0, the exception says std::exception
#   a run an item: readable 9 of 10
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
#include <QSemaphore>
#include <QThread>
#include <QtConcurrentMap>
#include <QtConcurrentRun>
#include <stdexcept>
std::atomic<int> begun = 0;
QSemaphore mayFail;
int work(int item) // item 7 waits until the first results were read, then fails
{
    ++begun;
    if (item == 7) {
        mayFail.acquire();
        throw std::runtime_error("item 7");
    }
    return 100 + item;
}
// How many of the results can be read, one by one.
template <typename Read> int readable(Read read)
{
    int good = 0;
    for (int i = 0; i < 10; ++i)
        try { good += read(i) == 100 + i; } catch (const std::exception &) { }
    return good;
}
int main()
{
    QThreadPool pool;
    pool.setMaxThreadCount(1); // in order
    QList<int> items(10);
    std::iota(items.begin(), items.end(), 0);
    QFuture<int> all = QtConcurrent::mapped(&pool, items, work);
    for (int waited = 0; all.resultCount() == 0; ++waited, QThread::msleep(1))
        if (waited > 20'000) _Exit(1);
    const bool readyBefore = all.isResultReadyAt(0) && all.resultAt(0) == 100;
    printf("Qt %s\nmapped, before the failure: %s results, the first is %d\n", qVersion(), all.resultCount() ? "1 or more" : "no", all.resultAt(0));
    mayFail.release();
    QByteArray text;
    try { all.waitForFinished(); } catch (const std::exception &error) { text = error.what(); }
    const int left = all.resultCount(), ready = all.isResultReadyAt(0), began = begun, read = readable([&](int i) { return all.resultAt(i); });
    printf("mapped, after it: %d results, ready %d, of 10 items %d began, readable %d, the exception says %s\n", left, ready, began, read, text.data());
    mayFail.release();
    QList<QFuture<int>> each;
    for (int item : items) each << QtConcurrent::run(&pool, work, item);
    const int own = readable([&](int i) { return each[i].result(); });
    printf("a run an item: readable %d of 10\n", own);
    return readyBefore && left == 0 && !ready && began == 8 && read == 0 && own == 9 ? 0 : 1;
}
CPP
g++ -std=c++20 -O1 -fPIC probe.cpp -o probe -I"$inc"{,/QtCore,/QtConcurrent} -L"$lib" -Wl,-rpath-link,"$lib" -l:libQt6{Concurrent,Core}.so.6 || exit 2
LD_LIBRARY_PATH=$lib ./probe
