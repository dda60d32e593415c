#pragma once

#include "core/trace/trace.h"

#include <QByteArray>

#include <initializer_list>
#include <memory>

namespace tenfold {

/// All that can be read of `trace`, as bytes that compress well. While nobody writes to it. Any thread.
QByteArray traceToBytes(const Trace &trace);
/// The trace that traceToBytes() wrote: told, ended where it had ended, and the same in all that can be read
/// but the threads' numbers, which are nobody's any more. Null where the bytes are none. Takes no more memory
/// than a multiple of the bytes, whatever they announce. Any thread.
std::shared_ptr<Trace> traceFromBytes(QByteArrayView bytes);

/// The columns of the records of all lanes, in the order in which they stand behind the head. A change needs
/// another version of the file (parts.h).
enum class TraceColumn : std::uint8_t {
    SpanKind, ///< shape in the high half of a byte, state in the low one
    SpanDepth,
    SpanBegin,   ///< of nested ones: since what began or ended last before
    SpanEnd,     ///< the same, plus 1, in the order in which they end; 0: open
    AsideBegin,  ///< of the others: since the last one of these
    AsideLength, ///< plus 1; 0: open
    SpanLabel,
    SpanPlace,
    SpanTask, ///< plus 1, since the last one; 0: none
    SampleTime,
    SampleSeries,
    SampleValue, ///< a whole number, or 1 for one of the next column
    SampleBits,
    MarkTime,
    MarkLabel,
    MarkPlace,
    MarkTask,
    LinkTo,
    LinkFrom, ///< how long before
    LinkLane,
    LinkKind,
    CoreTime,
    CoreRunning,
    CoreReady,
    Count
};

// The numbers of what a file has as a number.
template<typename Enum> constexpr bool isNumbered(std::initializer_list<Enum> inOrder)
{
    int number = 0;
    for (const Enum value : inOrder) {
        if (static_cast<int>(value) != number++)
            return false;
    }
    return true;
}
static_assert(isNumbered({TraceColumn::SpanKind,   TraceColumn::SpanDepth,    TraceColumn::SpanBegin,
                          TraceColumn::SpanEnd,    TraceColumn::AsideBegin,   TraceColumn::AsideLength,
                          TraceColumn::SpanLabel,  TraceColumn::SpanPlace,    TraceColumn::SpanTask,
                          TraceColumn::SampleTime, TraceColumn::SampleSeries, TraceColumn::SampleValue,
                          TraceColumn::SampleBits, TraceColumn::MarkTime,     TraceColumn::MarkLabel,
                          TraceColumn::MarkPlace,  TraceColumn::MarkTask,     TraceColumn::LinkTo,
                          TraceColumn::LinkFrom,   TraceColumn::LinkLane,     TraceColumn::LinkKind,
                          TraceColumn::CoreTime,   TraceColumn::CoreRunning,  TraceColumn::CoreReady,
                          TraceColumn::Count}));
static_assert(isNumbered({State::Running, State::Ready, State::Io, State::Lock, State::Queue, State::Event,
                          State::Permit, State::Future, State::Spawn, State::Send, State::Receive,
                          State::Idle}));
static_assert(isNumbered({Shape::Nested, Shape::Detached, Shape::Hold, Shape::Share}));
static_assert(isNumbered({LaneRole::Main, LaneRole::Worker, LaneRole::Process}));
static_assert(isNumbered({SeriesKind::Level, SeriesKind::Gauge}));
static_assert(isNumbered({LinkKind::Releases, LinkKind::WaitsFor, LinkKind::DependsOn, LinkKind::HandsOver}));

/// What a told time may be, either way: more than a year. Differences and their sums stay within 64 bits.
inline constexpr Nanoseconds greatestTime = Nanoseconds{1} << 55;

} // namespace tenfold
