#include "core/executors/processinput.h"

#include "core/executors/descriptor.h"

#include <algorithm>
#include <csignal>

namespace tenfold {

ProcessInput::~ProcessInput()
{
    close();
    closeOnce(theirs_);
}

bool ProcessInput::open()
{
    // Writing to a process that died is an error, no end: so QProcess has it as well, once it writes.
    [[maybe_unused]] static const auto before = std::signal(SIGPIPE, SIG_IGN);
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return false;
    theirs_ = ends[0];
    ours_ = ends[1];
    ::fcntl(ours_, F_SETFL, O_NONBLOCK);
    room_.emplace(ours_, QSocketNotifier::Write);
    room_->setEnabled(false);
    QObject::connect(&*room_, &QSocketNotifier::activated, &*room_, [this] { writeOn(); });
    return true;
}

void ProcessInput::become() const
{
    becomeStandard(theirs_, STDIN_FILENO);
}

void ProcessInput::started()
{
    closeOnce(theirs_);
}

bool ProcessInput::write(QByteArray bytes)
{
    const std::scoped_lock lock(mutex_);
    bytes_ = std::move(bytes);
    at_ = 0;
    return writeRest();
}

void ProcessInput::writeOn()
{
    const std::scoped_lock lock(mutex_);
    if (!bytes_.isEmpty())
        room_->setEnabled(!writeRest());
}

/// mutex_ is held.
bool ProcessInput::writeRest()
{
    while (at_ < bytes_.size()) {
        const ssize_t written =
            ::write(ours_, bytes_.constData() + at_, static_cast<std::size_t>(bytes_.size() - at_));
        if (written < 0 && errno == EAGAIN)
            return false;
        if (written < 0 && errno != EINTR)
            break;
        at_ += std::max<ssize_t>(0, written);
    }
    bytes_ = {};
    return true;
}

void ProcessInput::close()
{
    const std::scoped_lock lock(mutex_);
    room_.reset();
    bytes_ = {};
    closeOnce(ours_);
}

} // namespace tenfold
