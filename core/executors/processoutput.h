#pragma once

#include "core/executors/protocol.h"
#include "core/sync/waiting.h"

#include <QByteArray>
#include <QSocketNotifier>

#include <chrono>
#include <functional>
#include <optional>

namespace tenfold {

/// The standard output of a child process: a pipe like QProcess' own, but one at which any thread may wait
/// and read. Belongs to the thread that opened it, but for what says otherwise.
class ProcessOutput
{
public:
    ProcessOutput() = default;
    ~ProcessOutput();
    ProcessOutput(const ProcessOutput &) = delete;
    ProcessOutput &operator=(const ProcessOutput &) = delete;

    /// Calls `onNews` on this thread while there is something to read, or the process has closed its end.
    /// False, with errno, when the system has no further descriptor. Before the process starts.
    bool open(std::function<void()> onNews);
    /// In the child, between fork and exec.
    void become() const;
    /// The process has been started: its end is no longer ours.
    void started();
    /// No news is told any more.
    void forget() { news_.reset(); }

    /// What has come by now; after its end no news is told. Any thread, one at a time.
    QByteArray read();
    /// Waits until there is something to read; less than a second. Any thread.
    bool waitForMore(std::chrono::nanoseconds limit) const;
    /// Looks for something to read without sleeping, as long as that pays. Any thread.
    bool spinForMore();
    /// While it lives, the owner is told no news. Any thread.
    class Unwatched
    {
    public:
        explicit Unwatched(const ProcessOutput &output);
        ~Unwatched();
        Unwatched(const Unwatched &) = delete;
        Unwatched &operator=(const Unwatched &) = delete;

    private:
        const ProcessOutput &output_;
    };

private:
    int theirs_ = -1;
    int ours_ = -1;
    int watched_ = -1; ///< an epoll: other than a QSocketNotifier, any thread may have it look away
    PayingSpin spin_{spin};
    std::optional<QSocketNotifier> news_;
};

} // namespace tenfold
