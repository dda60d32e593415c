#include "core/workloads/http/asynchttpclient.h"

#include "core/catalog/words.h"

#include <algorithm>
#include <stdexcept>
#include <sys/epoll.h>
#include <unistd.h>

namespace tenfold {

static int newEpoll()
{
    const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
    if (epoll < 0)
        throw std::runtime_error(qt_error_string(errno).toStdString());
    return epoll;
}

AsyncHttpClient::AsyncHttpClient(EventLoop &loop, quint16 port)
    : loop_(loop), port_(port), epoll_(newEpoll()), notifier_(epoll_, QSocketNotifier::Read)
{
    QObject::connect(&notifier_, &QSocketNotifier::activated, [this] { proceed(); });
}

AsyncHttpClient::~AsyncHttpClient()
{
    notifier_.setEnabled(false);
    ::close(epoll_);
}

AsyncGet AsyncHttpClient::get(const QByteArray &path)
{
    return AsyncGet(*this, port_, path);
}

static epoll_event eventOf(AsyncGet &get, bool wantsToWrite)
{
    epoll_event event{};
    event.events = wantsToWrite ? EPOLLOUT : EPOLLIN;
    event.data.ptr = &get;
    return event;
}

void AsyncHttpClient::add(AsyncGet &get)
{
    epoll_event event = eventOf(get, get.exchange_.wantsToWrite());
    get.watched_ = get.exchange_.descriptor();
    ::epoll_ctl(epoll_, EPOLL_CTL_ADD, get.watched_, &event);
}

void AsyncHttpClient::remove(AsyncGet &get)
{
    get.watched_ = -1; // closing it took it out of the epoll
    std::ranges::replace(ready_, &get, nullptr);
}

void AsyncHttpClient::proceed()
{
    std::array<epoll_event, batch> events;
    const int count = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 0);
    ready_.clear();
    for (int i = 0; i < count; ++i)
        ready_.push_back(static_cast<AsyncGet *>(events[static_cast<std::size_t>(i)].data.ptr));
    for (std::size_t i = 0; i < ready_.size(); ++i) {
        if (AsyncGet *get = std::exchange(ready_[i], nullptr))
            get->proceed(); // a coroutine goes on, which may remove any of them
    }
}

AsyncGet::AsyncGet(AsyncHttpClient &client, quint16 port, const QByteArray &path)
    : LoopWait(client.loop_), client_(client), exchange_(port, path, client.loop_.recordsLag())
{
    if (exchange_.descriptor() < 0)
        end();
    else
        client_.add(*this);
}

AsyncGet::~AsyncGet()
{
    if (watched_ >= 0)
        client_.remove(*this);
}

void AsyncGet::proceed()
{
    const bool sent = !exchange_.wantsToWrite();
    if (exchange_.proceed())
        return end();
    if (!sent && !exchange_.wantsToWrite()) {
        epoll_event event = eventOf(*this, false);
        ::epoll_ctl(client_.epoll_, EPOLL_CTL_MOD, watched_, &event);
    }
}

void AsyncGet::cancel()
{
    if (isReady())
        return;
    if (!exchange_.proceed())
        exchange_.cancel();
    end();
}

void AsyncGet::end()
{
    if (watched_ >= 0)
        client_.remove(*this);
    inFlight_.reset();
    const Lane *lane = Lane::current();
    if (lane && exchange_.nanosecondsLate() > 0)
        loop().recordLag(lane->now() - exchange_.nanosecondsLate());
    finish();
}

} // namespace tenfold
