#include "core/workloads/site/siteserver.h"

#include <algorithm>
#include <array>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>

namespace tenfold {

using namespace std::chrono_literals;

constexpr int backlog = 4096; // with the usual 50, a burst of connections waits a second for its retry

static int checked(int result)
{
    if (result < 0)
        throw std::system_error(errno, std::generic_category());
    return result;
}

static int watch(int epoll, int operation, int descriptor, std::uint32_t events)
{
    epoll_event event{};
    event.events = events;
    event.data.fd = descriptor;
    return ::epoll_ctl(epoll, operation, descriptor, &event);
}

SiteServer::SiteServer(quint64 seed, SiteLoad &load) : seed_(seed), load_(load)
{
    try {
        open();
    } catch (...) {
        for (const int descriptor : {listening_, epoll_, quit_})
            ::close(descriptor);
        throw;
    }
}

void SiteServer::open()
{
    listening_ = checked(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const int on = 1; // and so it is on what it accepts
    checked(::setsockopt(listening_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *const place = reinterpret_cast<sockaddr *>(&address);
    checked(::bind(listening_, place, size));
    checked(::getsockname(listening_, place, &size));
    port_ = ntohs(address.sin_port);
    checked(::listen(listening_, backlog));
    epoll_ = checked(::epoll_create1(EPOLL_CLOEXEC));
    quit_ = checked(::eventfd(0, EFD_CLOEXEC));
    checked(watch(epoll_, EPOLL_CTL_ADD, listening_, EPOLLIN));
    checked(watch(epoll_, EPOLL_CTL_ADD, quit_, EPOLLIN));
}

SiteServer::~SiteServer()
{
    for (const int descriptor : {listening_, epoll_, quit_})
        ::close(descriptor);
}

void SiteServer::quit()
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(quit_, &one, sizeof one);
}

/// Milliseconds, rounded up: nothing is early.
int SiteServer::untilNext() const
{
    Clock::time_point next = acceptAgain_;
    if (!deadlines_.empty())
        next = std::min(next, deadlines_.begin()->first);
    if (next == Clock::time_point::max())
        return -1;
    return static_cast<int>(
        std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(next - Clock::now())).count());
}

void SiteServer::serve()
{
    std::array<epoll_event, 256> events;
    for (;;) {
        const int count = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), untilNext());
        for (int i = 0; i < count; ++i) {
            const epoll_event &event = events[static_cast<std::size_t>(i)];
            const int descriptor = event.data.fd;
            if (descriptor == quit_)
                return clients_.clear();
            if (descriptor == listening_)
                accept();
            else
                handle(descriptor, event.events);
        }
        timeOut(Clock::now());
    }
}

void SiteServer::accept()
{
    constexpr int most = 64; // then others get their turn
    for (int i = 0; i < most; ++i) {
        const int socket = ::accept4(listening_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket < 0) {
            // It would be asked for again at once, and in vain.
            if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
                watch(epoll_, EPOLL_CTL_MOD, listening_, 0);
                acceptAgain_ = Clock::now() + 50ms;
            }
            return;
        }
        load_.connections.fetch_add(1, std::memory_order_relaxed);
        const auto [client, isNew] = clients_.try_emplace(socket, socket, seed_, load_);
        client->second.events = EPOLLIN;
        update(client, watch(epoll_, EPOLL_CTL_ADD, socket, EPOLLIN) == 0);
    }
}

void SiteServer::handle(int socket, std::uint32_t events)
{
    const auto client = clients_.find(socket);
    if (client == clients_.end())
        return; // it has ended in this round
    const bool isBroken = events & (EPOLLERR | EPOLLHUP);
    update(client, !isBroken && client->second.connection.ready());
}

void SiteServer::timeOut(Clock::time_point now)
{
    if (acceptAgain_ <= now) {
        acceptAgain_ = Clock::time_point::max();
        watch(epoll_, EPOLL_CTL_MOD, listening_, EPOLLIN);
    }
    while (!deadlines_.empty() && deadlines_.begin()->first <= now) {
        const auto client = clients_.find(deadlines_.begin()->second);
        update(client, client->second.connection.timeOut());
    }
}

/// Waits for what the connection wants now, or forgets it.
void SiteServer::update(Clients::iterator client, bool goesOn)
{
    auto &[socket, of] = *client;
    const Clock::time_point deadline = of.connection.deadline();
    if (!goesOn || deadline != of.deadline)
        deadlines_.erase({of.deadline, socket});
    if (!goesOn) {
        clients_.erase(client); // closing it takes it out of the epoll
        return;
    }
    if (deadline != of.deadline)
        deadlines_.emplace(deadline, socket);
    of.deadline = deadline;
    const std::uint32_t events =
        (of.connection.wantsToRead() ? EPOLLIN : 0U) | (of.connection.wantsToWrite() ? EPOLLOUT : 0U);
    if (events != of.events)
        watch(epoll_, EPOLL_CTL_MOD, socket, events);
    of.events = events;
}

} // namespace tenfold
