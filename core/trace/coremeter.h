#pragma once

#include "core/trace/records.h"

#include <optional>
#include <string>
#include <utility>

namespace tenfold {

/// What the kernel tells of a thread's time (schedstat), whatever the thread does. No privilege is needed.
/// Keeps a descriptor. One thread at a time; a read takes 2 to 4 us.
class CoreMeter
{
public:
    struct Times
    {
        Nanoseconds onCore = 0;
        Nanoseconds ready = 0; ///< to run, but without a core
    };

    /// A thread of this process, by its number.
    static CoreMeter ofThread(int thread);
    /// The first thread of a process of the same user.
    static CoreMeter ofProcess(int process);
    CoreMeter(CoreMeter &&other) noexcept : file_(std::exchange(other.file_, -1)) {}
    CoreMeter &operator=(CoreMeter &&) = delete;
    CoreMeter(const CoreMeter &) = delete;
    CoreMeter &operator=(const CoreMeter &) = delete;
    ~CoreMeter();

    /// Since the thread began; empty when it has ended, or where the kernel does not tell.
    std::optional<Times> read() const;

private:
    explicit CoreMeter(const std::string &path);
    int file_;
};

} // namespace tenfold
