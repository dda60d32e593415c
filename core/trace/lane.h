#pragma once

#include "core/trace/appendlog.h"
#include "core/trace/records.h"

#include <chrono>
#include <ctime>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tenfold {

class Trace;

/// What a lane stands for. Main is the thread that carries out the body.
enum class LaneRole : std::uint8_t { Main, Worker, Process };

/// What a lane is called where its role says too little: {"producer"} for "producer 1", or {"stage", 2} for
/// "stage 2 · worker 1". Lanes of a name and group are counted by themselves.
struct LaneName
{
    const char *text = ""; ///< a literal or interned, QT_TRANSLATE_NOOP("lane", "..."); empty: the role
    int group = 0;         ///< 0: none, theOnlyOne: there is no other one, and it has no number
    static constexpr int theOnlyOne = -1;
};

/// The events of one worker. One thread writes (the members marked "writer"), any thread reads.
class Lane
{
public:
    struct Sums
    {
        std::array<Nanoseconds, stateCount> state{};
        Nanoseconds of(State s) const { return state[static_cast<std::size_t>(s)]; }
    };

    /// What a lane does, and since when.
    struct Stretch
    {
        State state = State::Idle;
        Nanoseconds since = 0;
        friend bool operator==(const Stretch &, const Stretch &) = default;
    };
    /// What a lane says of itself beside its records. A file keeps it: where events were dropped it does not
    /// follow from them.
    struct Standing
    {
        Sums sums = {};                        ///< of the stretches that are over
        Stretch stretch = {};                  ///< the one under way
        Nanoseconds closed = SpanRecord::open; ///< open: not closed
        int subRows = 0;
        /// Of spans, samples, marks, links and looks at the cores.
        std::array<std::uint64_t, 5> dropped = {};
    };

    Lane(Trace &trace, std::int32_t index, LaneRole role, LaneName name, int number, Nanoseconds began,
         std::size_t capacity);

    /// The lane that the calling thread writes; null when it has none or recording is off.
    static Lane *current() noexcept { return current_; }

    Trace &trace() const { return trace_; }
    std::int32_t index() const { return index_; }
    LaneRole role() const { return role_; }
    LaneName name() const { return name_; }
    /// Counted from 1 within role and name; the process id for Process.
    int number() const { return number_; }
    Nanoseconds now() const noexcept
    {
        return told_ ? told_->load(std::memory_order_acquire) : clock() - origin_;
    }

    /// Writer: opens a span and makes `state` the lane's. Close with end(), innermost first.
    SpanRecord *begin(State state, const char *label, std::int32_t task, SourceLine where)
    {
        return beginAt(now(), state, label, task, where);
    }
    /// Writer: closes the innermost span; `span` is what begin() returned (null when it was dropped).
    void end(SpanRecord *span) { endAt(now(), span); }
    /// Writer: opens an interval that does not change the lane's state (Shape::Hold, Share or Detached).
    SpanRecord *beginAside(Shape shape, State state, const char *label, std::int32_t task, SourceLine where)
    {
        return beginAsideAt(now(), shape, state, label, task, where);
    }
    /// Writer: closes what beginAside() returned.
    void endAside(SpanRecord *span) { endAsideAt(now(), span); }
    /// Writer: the wait that follows ends by itself at some time, or (false) has ended: nobody may call it
    /// stuck.
    void setTimed(bool timed) { timed_.store(timed, std::memory_order_release); }
    /// Writer: adds a closed span with times of its own, such as one that a child process sent.
    void add(const SpanRecord &span);
    /// Writer: the trace's index of the series `id`; takes no lock once the lane knows it.
    std::int32_t seriesIndex(std::string_view id, SeriesKind kind = SeriesKind::Level);
    void sample(std::int32_t series, double value) { sampleAt(now(), series, value); }
    void mark(const char *label, std::int32_t task, SourceLine where) { markAt(now(), label, task, where); }
    void link(LinkKind kind, const Lane &from, Nanoseconds fromTime) { linkAt(now(), kind, from, fromTime); }
    /// Writer: nothing follows; the time after it counts to no state.
    void close() { closeAt(now()); }

    // Writer: the same at an instant that another clock-keeper tells, such as a child process or a file; not
    // before the last one.
    SpanRecord *beginAt(Nanoseconds t, State state, const char *label, std::int32_t task, SourceLine where);
    void endAt(Nanoseconds t, SpanRecord *span);
    SpanRecord *beginAsideAt(Nanoseconds t, Shape shape, State state, const char *label, std::int32_t task,
                             SourceLine where);
    void endAsideAt(Nanoseconds t, SpanRecord *span);
    void sampleAt(Nanoseconds t, std::int32_t series, double value) { samples_.append({t, value, series}); }
    void markAt(Nanoseconds t, const char *label, std::int32_t task, SourceLine where)
    {
        marks_.append({t, label, where, task});
    }
    void linkAt(Nanoseconds t, LinkKind kind, const Lane &from, Nanoseconds fromTime)
    {
        links_.append({fromTime, t, from.index(), index_, kind});
    }
    void closeAt(Nanoseconds t);

    // Writer: a lane made anew from a file. A record stands as it was, and changes neither sums nor state;
    // those are told. Nothing else is recorded then.
    SpanRecord *restore(const SpanRecord &span) { return spans_.append(span); }
    void restore(const LinkRecord &link) { links_.append(link); }
    void restore(const Standing &standing);

    // Any thread.
    const AppendLog<SpanRecord> &spans() const { return spans_; }
    const AppendLog<SampleRecord> &samples() const { return samples_; }
    const AppendLog<MarkRecord> &marks() const { return marks_; }
    const AppendLog<LinkRecord> &links() const { return links_; }
    /// In the order of time; empty where nobody looked, or the kernel does not tell.
    const AppendLog<CoreRecord> &cores() const { return cores_; }
    /// How much of the running time up to `until` was without a core; between two looks by their straight
    /// line.
    Nanoseconds readyUntil(Nanoseconds until) const;
    /// When the lane began, and when it was closed (`now` while it is not).
    Nanoseconds began() const { return began_; }
    Nanoseconds closedOr(Nanoseconds now) const;
    /// How many detached spans there were at once, at most: their sub-rows.
    int subRows() const { return subRows_.load(std::memory_order_acquire); }
    bool isClosed() const { return closedOr(SpanRecord::open) != SpanRecord::open; }
    /// Exact, as sums() is.
    Stretch stretch() const;
    Standing standing() const;
    bool isTimed() const { return timed_.load(std::memory_order_acquire); }
    /// The thread that a LaneScope made the lane's, as the kernel numbers it; 0 without one.
    int thread() const { return thread_.load(std::memory_order_acquire); }
    /// Processor time of the thread that a LaneScope made the lane's; 0 without one, and after its end.
    std::chrono::nanoseconds computed() const;
    /// Exact time per state up to `now`, whatever was dropped.
    Sums sums(Nanoseconds now) const;
    std::uint64_t dropped() const;

private:
    friend class LaneScope;
    friend class Trace;
    static std::int64_t clock() noexcept
    {
        return std::chrono::duration_cast<std::chrono::nanoseconds>(
                   std::chrono::steady_clock::now().time_since_epoch())
            .count();
    }
    void account(Nanoseconds now, State next) noexcept;
    /// The calling thread is the one that writes.
    void setThread() noexcept;
    /// The first sub-row that is free at `begin`, taken up to `end`.
    std::uint16_t takeSubRow(Nanoseconds begin, Nanoseconds end);

    inline static constinit thread_local Lane *current_ = nullptr;

    Trace &trace_;
    const std::int64_t origin_;
    const std::atomic<Nanoseconds> *const told_; ///< the clock where it is told, else null
    const std::int32_t index_;
    const LaneRole role_;
    const LaneName name_;
    const int number_;
    const Nanoseconds began_;
    AppendLog<SpanRecord> spans_;
    AppendLog<SampleRecord> samples_;
    AppendLog<MarkRecord> marks_;
    AppendLog<LinkRecord> links_;
    AppendLog<CoreRecord> cores_; // written by whoever looks at the kernel's figures

    static constexpr std::size_t maxDepth = 64;
    std::array<State, maxDepth> stack_{}; // writer only; deeper spans keep the state of the 64th
    std::size_t depth_ = 0;               // writer only
    std::vector<Nanoseconds> takenUntil_; // writer only: by sub-row; untilClosed while its span is open
    std::atomic<int> subRows_{0};
    std::vector<std::pair<std::string, std::int32_t>> series_; // writer only
    // Sums of the finished stretches, and the stretch under way; readers retry while version_ is odd or
    // moves.
    std::atomic<std::uint32_t> version_{0};
    std::array<std::atomic<Nanoseconds>, stateCount> sums_{};
    std::atomic<Nanoseconds> since_;
    std::atomic<State> state_{State::Idle};
    std::atomic<Nanoseconds> closed_{SpanRecord::open};
    std::atomic<bool> timed_{false};
    static constexpr clockid_t noClock = CLOCK_REALTIME; // it is no thread's
    std::atomic<clockid_t> threadClock_{noClock};
    std::atomic<int> thread_{0};
};

/// Makes `lane` (or none, for null) the calling thread's lane until the end of the scope.
class LaneScope
{
public:
    explicit LaneScope(Lane *lane) noexcept : previous_(Lane::current_)
    {
        Lane::current_ = lane;
        if (lane)
            lane->setThread();
    }
    ~LaneScope() { Lane::current_ = previous_; }
    LaneScope(const LaneScope &) = delete;
    LaneScope &operator=(const LaneScope &) = delete;

private:
    Lane *previous_;
};

} // namespace tenfold
