#pragma once

#include "core/trace/coremeter.h"
#include "core/trace/trace.h"

#include <thread>

namespace tenfold {

/// Looks at the lanes of a trace that is being recorded, and records on them how much of their running time
/// was without a core (Lane::cores()). A look every 10 ms; with many lanes fewer, so that looking takes less
/// than a hundredth of a core. A lane that waits costs nothing.
class CoreSampler
{
public:
    /// `trace` outlives it. Where no thread can be started, nobody looks.
    explicit CoreSampler(Trace &trace);
    /// A last look; no other comes after it.
    void end();

    static constexpr std::chrono::milliseconds interval{10};

private:
    /// A lane and what was seen of it.
    class Watched
    {
    public:
        explicit Watched(const Lane &lane) : lane_(&lane) {}
        /// What is new; empty when there is nothing to tell.
        std::optional<CoreRecord> look();

    private:
        bool open(Nanoseconds now);

        const Lane *lane_;
        std::optional<CoreMeter> meter_;
        int thread_ = 0; // that the meter is of
        CoreMeter::Times last_;
        Nanoseconds running_ = 0, ready_ = 0;
        Nanoseconds ahead_ = 0; // on a core, but not running as far as the lane says yet
        Lane::Stretch stretch_;
        bool isOver_ = false;
    };
    void watch(const std::stop_token &stop);
    void look();

    Trace &trace_;
    std::vector<Watched> watched_; // by lane
    std::jthread thread_;
};

} // namespace tenfold
