#include "core/executors/processoutput.h"

#include "core/executors/descriptor.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/epoll.h>

namespace tenfold {

static int watch(int epoll, int operation, int descriptor, std::uint32_t events)
{
    epoll_event event{};
    event.events = events;
    return ::epoll_ctl(epoll, operation, descriptor, &event);
}

ProcessOutput::~ProcessOutput()
{
    for (int *descriptor : {&watched_, &ours_, &theirs_})
        closeOnce(*descriptor);
}

bool ProcessOutput::open(std::function<void()> onNews)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return false;
    ours_ = ends[0];
    theirs_ = ends[1];
    ::fcntl(ours_, F_SETFL, O_NONBLOCK);
    watched_ = ::epoll_create1(EPOLL_CLOEXEC);
    if (watched_ < 0 || watch(watched_, EPOLL_CTL_ADD, ours_, EPOLLIN) != 0)
        return false;
    news_.emplace(watched_, QSocketNotifier::Read);
    QObject::connect(&*news_, &QSocketNotifier::activated, &*news_, std::move(onNews));
    return true;
}

void ProcessOutput::become() const
{
    becomeStandard(theirs_, STDOUT_FILENO);
}

void ProcessOutput::started()
{
    closeOnce(theirs_);
}

QByteArray ProcessOutput::read()
{
    char chunk[1 << 16]; // what a pipe holds
    QByteArray bytes;
    for (;;) {
        const ssize_t got = ::read(ours_, chunk, sizeof chunk);
        if (got < 0 && errno == EINTR)
            continue;
        if (got == 0) // else its end would be news for ever
            watch(watched_, EPOLL_CTL_DEL, ours_, 0);
        if (got > 0)
            bytes.append(chunk, got);
        if (got < static_cast<ssize_t>(sizeof chunk))
            return bytes;
    }
}

bool ProcessOutput::waitForMore(std::chrono::nanoseconds limit) const
{
    pollfd more{ours_, POLLIN, 0};
    const timespec timeout{0, static_cast<long>(limit.count())};
    return ::ppoll(&more, 1, &timeout, nullptr) > 0 && (more.revents & POLLIN) != 0;
}

bool ProcessOutput::spinForMore()
{
    return spin_.until([this] { return waitForMore(std::chrono::nanoseconds(0)); });
}

ProcessOutput::Unwatched::Unwatched(const ProcessOutput &output) : output_(output)
{
    watch(output_.watched_, EPOLL_CTL_MOD, output_.ours_, 0);
}

ProcessOutput::Unwatched::~Unwatched()
{
    watch(output_.watched_, EPOLL_CTL_MOD, output_.ours_, EPOLLIN); // in vain after its end
}

} // namespace tenfold
