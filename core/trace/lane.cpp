#include "core/trace/lane.h"

#include "core/trace/trace.h"

#include <pthread.h>
#include <unistd.h>

namespace tenfold {

Lane::Lane(Trace &trace, std::int32_t index, LaneRole role, LaneName name, int number, Nanoseconds began,
           std::size_t capacity)
    : trace_(trace),
      origin_(trace.origin()),
      told_(trace.toldClock()),
      index_(index),
      role_(role),
      name_(name),
      number_(number),
      began_(began),
      spans_(capacity),
      samples_(capacity),
      marks_(capacity),
      links_(capacity),
      cores_(capacity),
      since_(began_)
{}

void Lane::account(Nanoseconds now, State next) noexcept
{
    const auto version = version_.load(std::memory_order_relaxed);
    version_.store(version + 1, std::memory_order_relaxed);
    auto &sum = sums_[static_cast<std::size_t>(state_.load(std::memory_order_relaxed))];
    // Release on every store: a reader that sees one of them also sees the odd version before it.
    sum.store(sum.load(std::memory_order_relaxed) + now - since_.load(std::memory_order_relaxed),
              std::memory_order_release);
    since_.store(now, std::memory_order_release);
    state_.store(next, std::memory_order_release);
    version_.store(version + 2, std::memory_order_release);
}

SpanRecord *Lane::beginAt(Nanoseconds t, State state, const char *label, std::int32_t task, SourceLine where)
{
    account(t, state);
    const auto depth = static_cast<std::uint16_t>(depth_);
    if (depth_ < maxDepth)
        stack_[depth_] = state;
    ++depth_;
    return spans_.append({t, SpanRecord::open, label, where, task, state, Shape::Nested, depth});
}

void Lane::endAt(Nanoseconds t, SpanRecord *span)
{
    if (span)
        std::atomic_ref(span->end).store(t, std::memory_order_release);
    --depth_;
    account(t, depth_ == 0 ? State::Idle : stack_[std::min(depth_, maxDepth) - 1]);
}

static constexpr Nanoseconds untilClosed = std::numeric_limits<Nanoseconds>::max();

std::uint16_t Lane::takeSubRow(Nanoseconds begin, Nanoseconds end)
{
    const auto free = std::ranges::find_if(takenUntil_, [&](Nanoseconds until) { return until <= begin; });
    const auto row = static_cast<std::size_t>(free - takenUntil_.begin());
    if (free == takenUntil_.end()) {
        takenUntil_.push_back(end);
        subRows_.store(static_cast<int>(takenUntil_.size()), std::memory_order_release);
    } else {
        *free = end;
    }
    return static_cast<std::uint16_t>(row);
}

SpanRecord *Lane::beginAsideAt(Nanoseconds t, Shape shape, State state, const char *label, std::int32_t task,
                               SourceLine where)
{
    SpanRecord span{t, SpanRecord::open, label, where, task, state, shape, 0};
    if (shape == Shape::Detached)
        span.depth = takeSubRow(t, untilClosed);
    SpanRecord *kept = spans_.append(span);
    if (!kept && shape == Shape::Detached)
        takenUntil_[span.depth] = t; // nobody will end what was dropped
    return kept;
}

void Lane::endAsideAt(Nanoseconds t, SpanRecord *span)
{
    if (!span)
        return;
    std::atomic_ref(span->end).store(t, std::memory_order_release);
    if (span->shape == Shape::Detached)
        takenUntil_[span->depth] = t;
}

void Lane::add(const SpanRecord &span)
{
    if (span.shape == Shape::Nested && span.depth == 0) {
        account(span.begin, span.state);
        if (span.end != SpanRecord::open)
            account(span.end, State::Idle);
    }
    SpanRecord added = span;
    if (span.shape == Shape::Detached)
        added.depth = takeSubRow(span.begin, span.end);
    spans_.append(added);
}

std::int32_t Lane::seriesIndex(std::string_view id, SeriesKind kind)
{
    for (const auto &[known, index] : series_) {
        if (known == id)
            return index;
    }
    return series_.emplace_back(id, trace_.seriesIndex(id, kind)).second;
}

void Lane::closeAt(Nanoseconds t)
{
    account(t, State::Idle);
    closed_.store(t, std::memory_order_release);
}

Nanoseconds Lane::closedOr(Nanoseconds now) const
{
    const Nanoseconds t = closed_.load(std::memory_order_acquire);
    return t == SpanRecord::open ? now : t;
}

Lane::Stretch Lane::stretch() const
{
    for (;;) {
        const auto before = version_.load(std::memory_order_acquire);
        const Stretch result{state_.load(std::memory_order_acquire), since_.load(std::memory_order_acquire)};
        if (before % 2 == 0 && version_.load(std::memory_order_relaxed) == before)
            return result;
    }
}

Lane::Sums Lane::sums(Nanoseconds now) const
{
    for (;;) {
        const auto before = version_.load(std::memory_order_acquire);
        Sums result;
        for (std::size_t i = 0; i < stateCount; ++i)
            result.state[i] = sums_[i].load(std::memory_order_acquire);
        const Nanoseconds since = since_.load(std::memory_order_acquire);
        const State state = state_.load(std::memory_order_acquire);
        if (before % 2 != 0 || version_.load(std::memory_order_relaxed) != before)
            continue;
        const Nanoseconds until = closedOr(now);
        if (until > since)
            result.state[static_cast<std::size_t>(state)] += until - since;
        return result;
    }
}

Lane::Standing Lane::standing() const
{
    Standing result;
    result.closed = closed_.load(std::memory_order_acquire);
    result.subRows = subRows();
    result.dropped = {spans_.dropped(), samples_.dropped(), marks_.dropped(), links_.dropped(),
                      cores_.dropped()};
    for (;;) {
        const auto before = version_.load(std::memory_order_acquire);
        for (std::size_t i = 0; i < stateCount; ++i)
            result.sums.state[i] = sums_[i].load(std::memory_order_acquire);
        result.stretch = {state_.load(std::memory_order_acquire), since_.load(std::memory_order_acquire)};
        if (before % 2 == 0 && version_.load(std::memory_order_relaxed) == before)
            return result;
    }
}

void Lane::restore(const Standing &standing)
{
    version_.fetch_add(1, std::memory_order_relaxed);
    for (std::size_t i = 0; i < stateCount; ++i)
        sums_[i].store(standing.sums.state[i], std::memory_order_release);
    since_.store(standing.stretch.since, std::memory_order_release);
    state_.store(standing.stretch.state, std::memory_order_release);
    version_.fetch_add(1, std::memory_order_release);
    closed_.store(standing.closed, std::memory_order_release);
    subRows_.store(standing.subRows, std::memory_order_release);
    spans_.drop(standing.dropped[0]);
    samples_.drop(standing.dropped[1]);
    marks_.drop(standing.dropped[2]);
    links_.drop(standing.dropped[3]);
    cores_.drop(standing.dropped[4]);
}

void Lane::setThread() noexcept
{
    clockid_t clock{};
    threadClock_.store(pthread_getcpuclockid(pthread_self(), &clock) == 0 ? clock : noClock,
                       std::memory_order_release);
    static thread_local const int thread = gettid();
    thread_.store(thread, std::memory_order_release);
}

Nanoseconds Lane::readyUntil(Nanoseconds until) const
{
    const std::size_t next = cores_.firstNot([until](const CoreRecord &look) { return look.time < until; });
    const CoreRecord before = next > 0 ? cores_[next - 1] : CoreRecord{began_, 0, 0};
    if (next == cores_.size() || cores_[next].time <= before.time)
        return before.ready;
    const CoreRecord &after = cores_[next];
    const double share =
        static_cast<double>(until - before.time) / static_cast<double>(after.time - before.time);
    return before.ready + static_cast<Nanoseconds>(share * static_cast<double>(after.ready - before.ready));
}

std::chrono::nanoseconds Lane::computed() const
{
    const clockid_t clock = threadClock_.load(std::memory_order_acquire);
    timespec time{};
    if (clock == noClock || clock_gettime(clock, &time) != 0)
        return {};
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

std::uint64_t Lane::dropped() const
{
    return spans_.dropped() + samples_.dropped() + marks_.dropped() + links_.dropped() + cores_.dropped();
}

} // namespace tenfold
