#include "core/run/againbudget.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

namespace tenfold {

using Clock = std::chrono::steady_clock;

AgainBudget::Seconds AgainBudget::first(const std::function<void()> &step)
{
    const auto begin = Clock::now();
    step();
    const Seconds took = Clock::now() - begin;
    left_ += took;
    return took;
}

void AgainBudget::again(const std::stop_token &stop, const std::function<void(const std::stop_token &)> &step)
{
    const auto begin = Clock::now(), end = begin + std::chrono::duration_cast<Clock::duration>(left_);
    std::stop_source over;
    const std::stop_callback onStop(stop, [&over] { over.request_stop(); });
    std::optional<std::jthread> watch;
    try {
        watch.emplace([&over, end](const std::stop_token &isDone) {
            std::mutex own;
            std::condition_variable_any done;
            std::unique_lock lock(own);
            done.wait_until(lock, isDone, end, [] { return false; });
            if (!isDone.stop_requested())
                over.request_stop();
        });
    } catch (const std::system_error &) { // a limit on threads
        return;
    }
    step(over.get_token());
    watch.reset();
    left_ -= Clock::now() - begin;
}

} // namespace tenfold
