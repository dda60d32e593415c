#pragma once

#include "core/executors/eventloop.h"
#include "core/workloads/http/httpexchange.h"

#include <QSocketNotifier>

namespace tenfold {

class AsyncGet;

/// Makes any number of GET requests to a server on 127.0.0.1 at once, on the thread of an event loop. All of
/// their connections are one descriptor to Qt, which looks through the whole list of its own each time.
class AsyncHttpClient
{
public:
    /// Throws std::runtime_error with a sentence when the system has no descriptor left.
    AsyncHttpClient(EventLoop &loop, quint16 port);
    ~AsyncHttpClient();
    AsyncHttpClient(const AsyncHttpClient &) = delete;
    AsyncHttpClient &operator=(const AsyncHttpClient &) = delete;

    /// Begins a request: co_await what comes back, a variable of its own, for the answer.
    AsyncGet get(const QByteArray &path);

private:
    friend class AsyncGet;
    void add(AsyncGet &get);
    void remove(AsyncGet &get);
    void proceed();

    static constexpr std::size_t batch = 256;
    EventLoop &loop_;
    const quint16 port_;
    const int epoll_;
    QSocketNotifier notifier_;
    std::vector<AsyncGet *> ready_; ///< of the batch under way; null where it is gone
};

/// A request that is under way. Counts in the series "in-flight" until its answer has been taken in.
class AsyncGet : public LoopWait
{
public:
    AsyncGet(AsyncHttpClient &client, quint16 port, const QByteArray &path);
    ~AsyncGet() override;

    /// Gives the request up, where it has no answer yet: the connection is closed, and the answer is an error
    /// "cancelled". One that has come already but was not read is taken.
    void cancel();

    class Awaiter : public LoopAwaiter
    {
    public:
        explicit Awaiter(AsyncGet &get) : LoopAwaiter(get), get_(get) {}
        HttpResponse await_resume() const
        {
            LoopAwaiter::await_resume();
            return get_.exchange_.response();
        }

    private:
        AsyncGet &get_;
    };
    Awaiter operator co_await() { return Awaiter(*this); }

private:
    friend class AsyncHttpClient;
    void proceed();
    void end();

    AsyncHttpClient &client_;
    std::optional<Counted> inFlight_{std::in_place, "in-flight"};
    HttpExchange exchange_;
    int watched_ = -1; ///< the descriptor that the client watches
};

} // namespace tenfold
