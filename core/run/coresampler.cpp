#include "core/run/coresampler.h"

#include <condition_variable>
#include <system_error>

namespace tenfold {

using namespace std::chrono_literals;

CoreSampler::CoreSampler(Trace &trace) : trace_(trace)
{
    if (!trace.isRecording() || trace.toldClock())
        return;
    look(); // the lane of the calling thread, which has done other things before
    try {
        thread_ = std::jthread([this](const std::stop_token &stop) { watch(stop); });
    } catch (const std::system_error &) {
        // A limit on threads: the run goes on without.
    }
}

void CoreSampler::end()
{
    if (!thread_.joinable())
        return;
    thread_.request_stop();
    thread_.join();
    look();
}

void CoreSampler::watch(const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
        constexpr std::size_t lanesPerInterval = 16;
        const auto pause = interval * (1 + static_cast<int>(watched_.size() / lanesPerInterval));
        never.wait_for(lock, stop, pause, [] { return false; });
        if (!stop.stop_requested())
            look();
    }
}

void CoreSampler::look()
{
    constexpr std::size_t mostLanes = 256; // each keeps a descriptor
    const std::vector<const Lane *> lanes = trace_.lanes();
    while (watched_.size() < std::min(lanes.size(), mostLanes))
        watched_.emplace_back(*lanes[watched_.size()]);
    for (std::size_t i = 0; i < watched_.size(); ++i) {
        if (const std::optional<CoreRecord> seen = watched_[i].look())
            trace_.addCores(lanes[i]->index(), *seen);
    }
}

/// Whether there is a meter of the thread or process that is the lane's.
bool CoreSampler::Watched::open(Nanoseconds now)
{
    const bool isProcess = lane_->role() == LaneRole::Process;
    const int thread = isProcess ? lane_->number() : lane_->thread();
    if (meter_ && thread == thread_)
        return true;
    meter_.reset();
    if (thread == 0)
        return false;
    thread_ = thread;
    meter_.emplace(isProcess ? CoreMeter::ofProcess(thread) : CoreMeter::ofThread(thread));
    const auto times = meter_->read();
    if (!times)
        return false;
    // A thread that is as young as its lane has done nothing else.
    constexpr Nanoseconds slack = 2'000'000;
    const bool isYoung = times->onCore + times->ready <= now - lane_->began() + slack;
    last_ = isYoung ? CoreMeter::Times() : *times;
    if (!isYoung)
        running_ = lane_->sums(now).of(State::Running);
    return true;
}

std::optional<CoreRecord> CoreSampler::Watched::look()
{
    if (isOver_)
        return {};
    const Lane::Stretch stretch = lane_->stretch();
    const bool isClosed = lane_->isClosed();
    const bool hasSlept = stretch == stretch_ && stretch.state != State::Running;
    stretch_ = stretch;
    const Nanoseconds now = lane_->now();
    if ((hasSlept && !isClosed) || !open(now)) {
        isOver_ = isClosed;
        return {};
    }
    isOver_ = isClosed;
    const auto times = meter_->read();
    if (isOver_)
        meter_.reset();
    if (!times)
        return {};
    const Nanoseconds running = lane_->sums(now).of(State::Running);
    // A child process tells what it runs a little later.
    constexpr Nanoseconds mostAhead = 20'000'000;
    const Nanoseconds off = (running - running_) - (times->onCore - last_.onCore) + ahead_;
    Nanoseconds ready = std::clamp<Nanoseconds>(off, 0, times->ready - last_.ready);
    if (ready < (running - running_) / 20) // a wake-up, or the reading itself
        ready = 0;
    ahead_ = std::clamp<Nanoseconds>(off, -mostAhead, 0);
    running_ = running;
    last_ = *times;
    ready_ += ready;
    return CoreRecord{now, running_, ready_};
}

} // namespace tenfold
