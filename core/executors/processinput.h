#pragma once

#include <QByteArray>
#include <QSocketNotifier>

#include <mutex>
#include <optional>

namespace tenfold {

/// The standard input of a child process: a pipe like QProcess' own, but one that any thread may write to on
/// the spot. Belongs to the thread that opened it, write() apart: any thread, also when it has been closed.
class ProcessInput
{
public:
    ProcessInput() = default;
    ~ProcessInput();
    ProcessInput(const ProcessInput &) = delete;
    ProcessInput &operator=(const ProcessInput &) = delete;

    /// False, with errno, when the system has no further pipe. Before the process starts.
    bool open();
    /// In the child, between fork and exec.
    void become() const;
    /// The process has been started: its end is no longer ours.
    void started();

    /// Sends what the child takes now; false when that is not all, and writeOn() has to follow. Not before
    /// all of the last bytes went. The end of the process is to be seen elsewhere: what cannot be written to
    /// it is dropped.
    bool write(QByteArray bytes);
    /// Sends the rest as the child reads on.
    void writeOn();
    /// The child finds the end of its input.
    void close();

private:
    bool writeRest();

    int theirs_ = -1;
    std::mutex mutex_; // guards what follows
    int ours_ = -1;
    QByteArray bytes_;
    qsizetype at_ = 0; ///< what stands before it in bytes_ has been written
    std::optional<QSocketNotifier> room_;
};

} // namespace tenfold
