#pragma once

#include "core/recording/recording.h"

#include <optional>

namespace tenfold {

/// Something that a replay can be taken to.
struct ReplayMark
{
    enum class Kind : std::uint8_t { FirstResult, End, Stuck, Ring, Crash, Release };
    Kind kind = Kind::End;
    Nanoseconds time = 0;
    QString variant = {}; ///< its id
};

/// A recording of a run at any instant, as a live run of all its variants at once would show it: they start
/// together, on one clock. What is known at the end of a variant is not there before it. One thread; the
/// traces are not written to any more.
class Replay
{
public:
    explicit Replay(Recording whole);

    const Recording &whole() const { return whole_; }
    /// When the last variant ends; 0 where nothing was recorded, and there is nothing to replay.
    Nanoseconds end() const { return end_; }
    /// As it was at `instant`; from the end on the whole one. Cheap, but for the first instant after a
    /// variant has ended.
    Recording at(Nanoseconds instant) const;

    /// The nearest begin or end of a span after `instant`, or before it: of these lanes, or of all for none.
    std::optional<Nanoseconds> eventAfter(Nanoseconds instant,
                                          const std::vector<const Lane *> &only = {}) const;
    std::optional<Nanoseconds> eventBefore(Nanoseconds instant,
                                           const std::vector<const Lane *> &only = {}) const;
    /// In the order of time.
    std::vector<ReplayMark> marks() const;

private:
    template<typename See> void forEachEvent(const std::vector<const Lane *> &only, See see) const;

    Recording whole_;
    Nanoseconds end_ = 0;
    mutable std::vector<bool> over_; ///< which outcomes are over
    mutable Summary summary_ = {};   ///< of these
};

} // namespace tenfold
