#include "core/recording/columns.h"
#include "core/recording/tracecodec.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <vector>

namespace tenfold {

namespace {

/// What is no recording ends the reading.
struct NoTrace
{};

class TraceReader
{
public:
    explicit TraceReader(QByteArrayView bytes) : head_(bytes) {}

    std::shared_ptr<Trace> trace()
    {
        const std::uint64_t flags = head_.getUpTo(3);
        const Nanoseconds now = inTime(head_.getSigned());
        std::vector<Series> series(head_.getCount(2));
        for (Series &one : series) {
            const QByteArrayView id = head_.getBytes();
            one = {std::string(id.data(), static_cast<std::size_t>(id.size())),
                   static_cast<SeriesKind>(head_.getUpTo(1))};
        }
        std::vector<QByteArrayView> texts(head_.getCount());
        for (QByteArrayView &text : texts)
            text = head_.getBytes();
        std::vector<std::pair<std::uint64_t, std::uint32_t>> places(head_.getCount(2));
        for (auto &[file, line] : places) {
            file = head_.getUpTo(texts.size());
            line = static_cast<std::uint32_t>(head_.getUpTo(std::numeric_limits<std::uint32_t>::max()));
        }
        ColumnReader lanes(head_.getBytes());
        for (ColumnReader &column : columns_)
            column = ColumnReader(head_.getBytes());
        check(head_.isGood() && head_.isAtEnd());
        readHeads(lanes);

        if (!(flags & 1))
            trace_ = std::make_shared<Trace>(Trace::Recording::Off);
        else
            trace_ = std::make_shared<Trace>(Trace::Clock::Told, capacity_);
        check(trace_->isRecording() || lanes_.empty());
        seriesCount_ = series.size();
        for (std::size_t i = 0; i < seriesCount_; ++i)
            check(trace_->seriesIndex(series[i].id, series[i].kind) == static_cast<std::int32_t>(i));
        for (const QByteArrayView text : texts)
            texts_.push_back(trace_->intern({text.data(), static_cast<std::size_t>(text.size())}));
        for (const auto &[file, line] : places) {
            check(file < texts_.size());
            places_.push_back({texts_[file], line});
        }
        for (const LaneHead &lane : lanes_)
            read(lane, now);
        for (const ColumnReader &column : columns_)
            check(column.isGood() && column.isAtEnd());
        if (flags & 1)
            trace_->tell(now);
        if (flags & 2)
            trace_->stopAt(now);
        return std::move(trace_);
    }

private:
    struct LaneHead
    {
        LaneRole role = LaneRole::Main;
        int number = 0, group = 0;
        std::uint64_t name = 0;
        Nanoseconds began = 0;
        Lane::Standing standing = {};
        std::size_t spans = 0, samples = 0, marks = 0, links = 0, cores = 0;
    };

    ColumnReader &from(TraceColumn column) { return columns_[static_cast<std::size_t>(column)]; }
    static void check(bool isGood)
    {
        if (!isGood)
            throw NoTrace();
    }
    static Nanoseconds inTime(Nanoseconds t)
    {
        check(t >= -greatestTime && t <= greatestTime);
        return t;
    }
    /// `by` after `t`, which is a time itself.
    static Nanoseconds after(Nanoseconds t, std::int64_t by)
    {
        check(by >= -2 * greatestTime && by <= 2 * greatestTime);
        return inTime(t + by);
    }
    /// Sums over spans and lanes stay within 64 bits, too: 146 years.
    void spend(Nanoseconds length)
    {
        spent_ += static_cast<std::uint64_t>(std::abs(length));
        check(spent_ < std::uint64_t{1} << 62);
    }

    /// Whether so many more records can stand in these columns, before memory is taken for them.
    std::size_t count(ColumnReader &lanes, std::size_t &all, TraceColumn column)
    {
        const std::size_t count = lanes.getUpTo(from(column).left() - all);
        all += count;
        capacity_ = std::max(capacity_, count);
        return count;
    }

    void readHeads(ColumnReader &lanes)
    {
        constexpr std::size_t leastBytes = 8 * (stateCount + 3), mostLanes = 1 << 15;
        const std::size_t lanesCount = lanes.getCount(leastBytes);
        check(lanesCount <= mostLanes);
        std::size_t spans = 0, samples = 0, marks = 0, links = 0, cores = 0;
        for (std::size_t i = 0; i < lanesCount; ++i) {
            LaneHead lane;
            Lane::Standing &standing = lane.standing;
            lane.role = static_cast<LaneRole>(lanes.getUpTo(static_cast<std::size_t>(LaneRole::Process)));
            lane.number = readInt(lanes);
            lane.name = lanes.get();
            lane.group = readInt(lanes);
            for (Nanoseconds &sum : standing.sums.state)
                spend(sum = inTime(static_cast<Nanoseconds>(lanes.getFixed())));
            standing.stretch.state = static_cast<State>(lanes.getUpTo(stateCount - 1));
            lane.began = inTime(static_cast<Nanoseconds>(lanes.getFixed()));
            standing.stretch.since = inTime(static_cast<Nanoseconds>(lanes.getFixed()));
            standing.closed = static_cast<Nanoseconds>(lanes.getFixed());
            if (standing.closed != SpanRecord::open)
                inTime(standing.closed);
            standing.subRows = static_cast<int>(lanes.getUpTo(std::numeric_limits<std::uint16_t>::max()));
            for (std::uint64_t &dropped : standing.dropped)
                dropped = lanes.getUpTo(std::uint64_t{1} << 40);
            lane.spans = count(lanes, spans, TraceColumn::SpanKind);
            lane.samples = count(lanes, samples, TraceColumn::SampleTime);
            lane.marks = count(lanes, marks, TraceColumn::MarkTime);
            lane.links = count(lanes, links, TraceColumn::LinkTo);
            lane.cores = count(lanes, cores, TraceColumn::CoreTime);
            check(lanes.isGood());
            lanes_.push_back(lane);
        }
        check(lanes.isAtEnd());
        // A picture has room for every task: their numbers are no larger than what may have been recorded.
        greatestTask_ =
            static_cast<std::int64_t>(std::max<std::size_t>(std::size_t{1} << 20, 4 * (spans + marks)));
    }

    static int readInt(ColumnReader &column)
    {
        const std::int64_t value = column.getSigned();
        check(value >= std::numeric_limits<int>::min() && value <= std::numeric_limits<int>::max());
        return static_cast<int>(value);
    }
    const char *text(std::uint64_t number) const
    {
        check(number < texts_.size());
        return texts_[number];
    }
    SourceLine place(std::uint64_t number) const
    {
        check(number < places_.size());
        return places_[number];
    }
    std::int32_t task(TraceColumn column, std::int32_t &last)
    {
        const std::uint64_t since = from(column).get();
        if (since == 0)
            return SpanRecord::noTask;
        const std::int64_t task = after(last, unzigzag(since - 1));
        check(task >= 0 && task <= greatestTask_);
        return last = static_cast<std::int32_t>(task);
    }

    void read(const LaneHead &head, Nanoseconds now)
    {
        Lane *lane = trace_->addLaneAt(head.began, head.role, head.number, {text(head.name), head.group});
        readSpans(head, *lane, now);
        readOthers(head, *lane);
        lane->restore(head.standing);
    }

    void readSpans(const LaneHead &head, Lane &lane, Nanoseconds now)
    {
        Nanoseconds last = head.began, lastAside = last;
        std::int32_t lastTask = 0;
        std::vector<SpanRecord *> open;
        const auto close = [&] {
            SpanRecord &span = *open.back();
            open.pop_back();
            if (const std::uint64_t since = from(TraceColumn::SpanEnd).get(); since != 0)
                span.end = last = after(last, unzigzag(since - 1));
            spend(span.endOr(now) - span.begin);
        };
        for (std::size_t i = 0; i < head.spans; ++i) {
            const std::uint64_t kind = from(TraceColumn::SpanKind).getUpTo(0x3F);
            check((kind & 0xF) < stateCount);
            SpanRecord span;
            span.state = static_cast<State>(kind & 0xF);
            span.shape = static_cast<Shape>(kind >> 4);
            span.depth = static_cast<std::uint16_t>(
                from(TraceColumn::SpanDepth).getUpTo(std::numeric_limits<std::uint16_t>::max()));
            check(span.shape == Shape::Detached ? span.depth < head.standing.subRows
                                                : span.depth <= head.spans + head.standing.dropped[0]);
            span.label = text(from(TraceColumn::SpanLabel).get());
            span.where = place(from(TraceColumn::SpanPlace).get());
            span.task = task(TraceColumn::SpanTask, lastTask);
            if (span.shape == Shape::Nested) {
                while (!open.empty() && open.back()->depth >= span.depth)
                    close();
                span.begin = last = after(last, from(TraceColumn::SpanBegin).getSigned());
                open.push_back(lane.restore(span));
            } else {
                span.begin = lastAside = after(lastAside, from(TraceColumn::AsideBegin).getSigned());
                if (const std::uint64_t length = from(TraceColumn::AsideLength).get(); length != 0)
                    span.end = after(span.begin, unzigzag(length - 1));
                spend(span.endOr(now) - span.begin);
                lane.restore(span);
            }
        }
        while (!open.empty())
            close();
    }

    double value()
    {
        const std::uint64_t number = from(TraceColumn::SampleValue).get();
        const double value = number % 2 == 0
                                 ? static_cast<double>(unzigzag(number >> 1))
                                 : std::bit_cast<double>(from(TraceColumn::SampleBits).getFixed());
        check(std::abs(value) <= 1e18); // no NaN, and sums of them are numbers
        return value;
    }

    void readOthers(const LaneHead &head, Lane &lane)
    {
        Nanoseconds last = head.began;
        for (std::size_t i = 0; i < head.samples; ++i) {
            last = after(last, from(TraceColumn::SampleTime).getSigned());
            const std::uint64_t series = from(TraceColumn::SampleSeries).get();
            check(series < seriesCount_);
            lane.sampleAt(last, static_cast<std::int32_t>(series), value());
        }
        last = head.began;
        std::int32_t lastTask = 0;
        for (std::size_t i = 0; i < head.marks; ++i) {
            last = after(last, from(TraceColumn::MarkTime).getSigned());
            const char *label = text(from(TraceColumn::MarkLabel).get());
            const SourceLine where = place(from(TraceColumn::MarkPlace).get());
            lane.markAt(last, label, task(TraceColumn::MarkTask, lastTask), where);
        }
        last = head.began;
        for (std::size_t i = 0; i < head.links; ++i) {
            last = after(last, from(TraceColumn::LinkTo).getSigned());
            const Nanoseconds begin = after(last, -inTime(from(TraceColumn::LinkFrom).getSigned()));
            const std::uint64_t other = from(TraceColumn::LinkLane).get();
            check(other < lanes_.size());
            const auto kind = static_cast<LinkKind>(from(TraceColumn::LinkKind).getUpTo(linkIds.size() - 1));
            lane.restore(LinkRecord{begin, last, static_cast<std::int32_t>(other), lane.index(), kind});
        }
        CoreRecord cores{head.began, 0, 0};
        for (std::size_t i = 0; i < head.cores; ++i) {
            const Nanoseconds before = cores.time;
            cores.time = after(cores.time, from(TraceColumn::CoreTime).getSigned());
            cores.running = after(cores.running, from(TraceColumn::CoreRunning).getSigned());
            cores.ready = after(cores.ready, from(TraceColumn::CoreReady).getSigned());
            check(i == 0 || cores.time >= before); // who reads them looks for a time
            trace_->addCores(lane.index(), cores);
        }
    }

    ColumnReader head_;
    std::array<ColumnReader, static_cast<std::size_t>(TraceColumn::Count)> columns_;
    std::vector<LaneHead> lanes_;
    std::size_t capacity_ = Trace::defaultLaneCapacity;
    std::int64_t greatestTask_ = 0;
    std::uint64_t spent_ = 0;
    std::size_t seriesCount_ = 0;
    std::shared_ptr<Trace> trace_;
    std::vector<const char *> texts_;
    std::vector<SourceLine> places_;
};

} // namespace

std::shared_ptr<Trace> traceFromBytes(QByteArrayView bytes)
{
    try {
        return TraceReader(bytes).trace();
    } catch (const NoTrace &) {
        return nullptr;
    }
}

} // namespace tenfold
