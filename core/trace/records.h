#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <limits>
#include <source_location>
#include <string_view>

namespace tenfold {

/// Nanoseconds since the clock of the trace started.
using Nanoseconds = std::int64_t;
constexpr double toSeconds(Nanoseconds t)
{
    return static_cast<double>(t) * 1e-9;
}

/// A line of source, of this program or of the one that made a recording.
struct SourceLine
{
    const char *file = ""; ///< a literal, or a text interned by the trace
    std::uint32_t line = 0;

    constexpr SourceLine() = default;
    constexpr SourceLine(const char *ofFile, std::uint32_t ofLine) : file(ofFile), line(ofLine) {}
    constexpr SourceLine(const std::source_location &where) : file(where.file_name()), line(where.line()) {}
};

/// What a lane does at an instant; the innermost open span says it, and a lane without one is idle.
enum class State : std::uint8_t {
    Running,
    Ready, ///< to run, but all cores are taken: told from Running afterwards (CoreRecord), no span has it
    Io,
    Lock,
    Queue,
    Event,
    Permit,
    Future,
    Spawn,
    Send,
    Receive,
    Idle
};
inline constexpr std::size_t stateCount = 12;
inline constexpr std::array<std::string_view, stateCount> stateIds{"running", "ready", "io",      "lock",
                                                                   "queue",   "event", "permit",  "future",
                                                                   "spawn",   "send",  "receive", "idle"};
constexpr std::string_view idOf(State state)
{
    return stateIds[static_cast<std::size_t>(state)];
}
static_assert(idOf(State::Ready) == "ready" && idOf(State::Spawn) == "spawn" && idOf(State::Idle) == "idle");
/// All but running, ready, spawn, send and receive: the lane does nothing then.
constexpr bool isWaiting(State state)
{
    return state > State::Ready && state < State::Spawn;
}

/// How a span stands among the others of its lane.
enum class Shape : std::uint8_t {
    Nested,   ///< lies within the span that was open when it began
    Detached, ///< may overlap others (coroutines)
    Hold,     ///< a named resource is held; says nothing about the lane's state
    Share,    ///< a named resource is held together with others: by readers
};
constexpr bool isHolding(Shape shape)
{
    return shape == Shape::Hold || shape == Shape::Share;
}

/// An interval on a lane. `end` is open until the writer closes it: read it with endOr().
struct SpanRecord
{
    Nanoseconds begin = 0;
    Nanoseconds end = open;
    const char *label = ""; ///< a literal or a text interned by the trace
    SourceLine where;
    std::int32_t task = noTask; ///< row of the result table
    State state = State::Running;
    Shape shape = Shape::Nested;
    std::uint16_t depth = 0; ///< Nested: spans around it; Detached: its sub-row, the first that was free

    static constexpr Nanoseconds open = std::numeric_limits<Nanoseconds>::min();
    static constexpr std::int32_t noTask = -1;

    /// The end, or `now` while the span is open. Any thread.
    Nanoseconds endOr(Nanoseconds now) const
    {
        const Nanoseconds t =
            std::atomic_ref<Nanoseconds>(const_cast<Nanoseconds &>(end)).load(std::memory_order_acquire);
        return t == open ? now : t;
    }
    bool isOpen() const { return endOr(open) == open; }
};

/// How long a lane had been State::Running up to an instant, and how much of that its thread or process was
/// ready to run but had no core.
struct CoreRecord
{
    Nanoseconds time = 0;
    Nanoseconds running = 0;
    Nanoseconds ready = 0;
};

/// How the samples of a series add up.
enum class SeriesKind : std::uint8_t {
    Level, ///< samples are changes: +1, -1; the value is their sum in the order of time
    Gauge, ///< samples are the value itself
};

/// A change of a counter (series of kind Level) or its value (kind Gauge) at an instant.
struct SampleRecord
{
    Nanoseconds time = 0;
    double value = 0;
    std::int32_t series = 0;
};

/// Something that happened at an instant.
struct MarkRecord
{
    Nanoseconds time = 0;
    const char *label = "";
    SourceLine where;
    std::int32_t task = SpanRecord::noTask;
};

enum class LinkKind : std::uint8_t { Releases, WaitsFor, DependsOn, HandsOver };
inline constexpr std::array<std::string_view, 4> linkIds{"releases", "waits-for", "depends-on", "hands-over"};
constexpr std::string_view idOf(LinkKind kind)
{
    return linkIds[static_cast<std::size_t>(kind)];
}

/// Joins an instant of a lane to an instant of another; written by the lane where it ends. WaitsFor: that
/// lane waits for the other one as long as the span is open in which it wrote the link.
struct LinkRecord
{
    Nanoseconds fromTime = 0;
    Nanoseconds toTime = 0;
    std::int32_t fromLane = 0;
    std::int32_t toLane = 0;
    LinkKind kind = LinkKind::Releases;
};

} // namespace tenfold
