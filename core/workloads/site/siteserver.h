#pragma once

#include "core/workloads/site/siteconnection.h"

#include <set>
#include <unordered_map>

namespace tenfold {

/// The loop of the loopback site. Thousands of connections at once: it takes epoll and an ordered set, where
/// Qt's loop looks through all of its sockets and timers again and again.
class SiteServer
{
public:
    /// Listens on any free port of 127.0.0.1. Throws std::system_error.
    SiteServer(quint64 seed, SiteLoad &load);
    ~SiteServer();
    SiteServer(const SiteServer &) = delete;
    SiteServer &operator=(const SiteServer &) = delete;

    quint16 port() const { return port_; }
    /// Serves on the calling thread until quit().
    void serve();
    /// Any thread.
    void quit();

private:
    using Clock = SiteConnection::Clock;
    struct Client
    {
        Client(int socket, quint64 seed, SiteLoad &load) : connection(socket, seed, load) {}
        SiteConnection connection;
        std::uint32_t events = 0; ///< that the epoll waits for
        Clock::time_point deadline = {};
    };
    using Clients = std::unordered_map<int, Client>; // by descriptor

    void open();
    void accept();
    void handle(int socket, std::uint32_t events);
    void timeOut(Clock::time_point now);
    void update(Clients::iterator client, bool goesOn);
    int untilNext() const;

    const quint64 seed_;
    SiteLoad &load_;
    int listening_ = -1, epoll_ = -1, quit_ = -1;
    quint16 port_ = 0;
    Clock::time_point acceptAgain_ = Clock::time_point::max(); ///< when there was no descriptor left
    Clients clients_;
    std::set<std::pair<Clock::time_point, int>> deadlines_;
};

} // namespace tenfold
