#pragma once

#include "core/sync/awakeclock.h"
#include "core/workloads/http/httprequest.h"
#include "core/workloads/site/siteanswer.h"

#include <atomic>

namespace tenfold {

/// What the connections of a site share: how much is in work. Callers on other threads use the atomics.
struct SiteLoad
{
    std::atomic<int> limit = 0;
    std::atomic<int> refused = 0;
    std::atomic<int> peak = 0;
    std::atomic<int> connections = 0;
    int inWork = 0; // of the site's thread alone
};

/// A client of the loopback site and its requests, one at a time: those that it sends ahead wait and are
/// answered in order. Whoever closes a connection, or only its sending half, before the answer is written is
/// taken to have left. Its server waits for it: for what it wants, and until its deadline.
class SiteConnection
{
public:
    using Clock = AwakeClock;

    /// Takes over `socket`, which is connected and never waits. `load` outlives it.
    SiteConnection(int socket, quint64 seed, SiteLoad &load);
    ~SiteConnection();
    SiteConnection(const SiteConnection &) = delete;
    SiteConnection &operator=(const SiteConnection &) = delete;

    bool wantsToRead() const { return received_.size() < mostReceived; }
    bool wantsToWrite() const { return !toSend_.isEmpty(); }
    Clock::time_point deadline() const { return deadline_; }

    /// There is something to read, or room to write. Whether the connection goes on.
    bool ready();
    /// The deadline has passed. Whether the connection goes on.
    bool timeOut();

private:
    enum class State { Idle, Header, Body, Delaying, Sending, Lingering };
    static constexpr qsizetype headerLimit = 16 * 1024;
    static constexpr qsizetype mostReceived = 2 * headerLimit; ///< beyond it the client waits

    void enter(State state, std::chrono::milliseconds limit);
    bool read();
    void proceed();
    bool step();
    bool readHeader();
    bool readBody();
    void begin();
    void fail(const HttpFault &fault);
    void send(const SiteAnswer &answer);
    bool write();
    void leaveWork();

    const int socket_;
    const quint64 seed_;
    SiteLoad &load_;
    State state_ = State::Idle;
    Clock::time_point deadline_;
    bool isOver_ = false;
    bool inWork_ = false;
    QByteArray received_, toSend_;
    HttpRequest request_;
    SiteAnswer answer_;
    qint64 lingered_ = 0;
};

} // namespace tenfold
