#!/usr/bin/env bash
# g++ 12 copies an awaiter that await_transform() hands on by reference: co_await on a variable of one's own in a QCoro::Task waits for a copy.
#
# Expected: co_await of an lvalue works on that object ([expr.await]: e is an lvalue that refers to it). QCoro::TaskPromiseBase::await_transform()
#   returns a reference to the awaitable that it was given, so what await_ready(), await_suspend() and await_resume() do is done to it.
# Happens: await_suspend() and the others run on a copy in the coroutine's frame. What they note is lost with it: the handle to be resumed is
#   kept where nobody looks, and the coroutine waits for ever; an awaiter that cannot be copied does not compile ("use of deleted function").
#   Nothing is copied in a coroutine whose promise has no await_transform(), nor of an awaitable with an operator co_await.
# Where it matters to Tenfold: an awaitable that keeps its waiter in itself, as one does that may be cancelled. Give it an operator co_await that
#   returns an awaiter with a reference to it.
# Versions: g++ 12.2.0 (printed first), QCoro 0.8.0-1, Qt 6.4.2+dfsg-10 (Debian 12). clang++ 16 copies nothing.
# Output seen (awaits counted by the object itself, of 3; copies made of it):
#   no await_transform: 3 counted, 0 copies
#   QCoro::Task: 0 counted, 3 copies
#   QCoro::Task, operator co_await: 3 counted, 0 copies
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo "g++ $(g++ -dumpfullversion)" | grep -x "g++ 12[.]2[.]0" || { echo "wants g++ 12.2.0"; exit 2; }
apt-get -qq -o APT::Sandbox::User=root download {libqt6core6,qt6-base-dev}=6.4.2+dfsg-10 qcoro-qt6-dev=0.8.0-1 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
cat > probe.cpp <<'CPP'
#include <QCoroTask>
#include <cstdio>
struct Counting
{
    Counting() = default;
    Counting(const Counting &other) : counted(other.counted) { ++copies; }
    bool await_ready() { return true; }
    void await_suspend(std::coroutine_handle<>) {}
    void await_resume() { ++counted; }
    int counted = 0;
    static inline int copies = 0;
};
struct ByOperator
{
    struct Awaiter
    {
        ByOperator &of;
        bool await_ready() { return true; }
        void await_suspend(std::coroutine_handle<>) {}
        void await_resume() { ++of.counted; }
    };
    Awaiter operator co_await() { return {*this}; }
    ByOperator() = default;
    ByOperator(const ByOperator &other) : counted(other.counted) { ++copies; }
    int counted = 0;
    static inline int copies = 0;
};
struct Plain
{
    struct promise_type
    {
        Plain get_return_object() { return {}; }
        std::suspend_never initial_suspend() { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() {}
    };
};
template<typename Task, typename Awaitable> Task await(Awaitable &awaitable)
{
    for (int i = 0; i < 3; ++i)
        co_await awaitable;
}
template<typename Task, typename Awaitable> bool says(const char *what, int counted, int copies)
{
    Awaitable awaitable;
    const int before = Awaitable::copies;
    [[maybe_unused]] const auto task = await<Task>(awaitable);
    std::printf("%s: %d counted, %d copies\n", what, awaitable.counted, Awaitable::copies - before);
    return awaitable.counted == counted && Awaitable::copies - before == copies;
}
int main()
{
    const bool plain = says<Plain, Counting>("no await_transform", 3, 0);
    const bool qcoro = says<QCoro::Task<>, Counting>("QCoro::Task", 0, 3);
    const bool byOperator = says<QCoro::Task<>, ByOperator>("QCoro::Task, operator co_await", 3, 0);
    return plain && qcoro && byOperator ? 0 : 1;
}
CPP
inc=$(echo root/usr/include/*/qt6)
g++ -std=c++20 -fPIC probe.cpp -o probe -Iroot/usr/include/qcoro6{,/QCoro,/qcoro} -I"$inc" -I"$inc/QtCore" -Wl,--unresolved-symbols=ignore-in-shared-libs \
    "$(echo root/usr/lib/*/libQt6Core.so.6)" 2> log || { tail -n 5 log; exit 2; }
LD_LIBRARY_PATH=$(dirname root/usr/lib/*/libQt6Core.so.6) ./probe
