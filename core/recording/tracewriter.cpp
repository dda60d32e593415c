#include "core/recording/columns.h"
#include "core/recording/tracecodec.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tenfold {

namespace {

/// Numbers the texts and source lines of a trace from 0, in the order in which they are met.
class TraceTexts
{
public:
    std::uint64_t text(const char *text)
    {
        if (const auto known = byAddress_.find(text); known != byAddress_.end())
            return known->second;
        const auto number = byText_.emplace(text, texts_.size()).first->second;
        if (number == texts_.size())
            texts_.emplace_back(text);
        return byAddress_[text] = number;
    }
    std::uint64_t place(SourceLine where)
    {
        if (where.file == last_.file && where.line == last_.line && !places_.empty())
            return lastPlace_;
        const std::pair key(text(where.file), where.line);
        const auto number = placeOf_.emplace(key, places_.size()).first->second;
        if (number == places_.size())
            places_.push_back(key);
        last_ = where;
        return lastPlace_ = number;
    }
    void write(ColumnWriter &to) const
    {
        to.put(texts_.size());
        for (const std::string_view text : texts_)
            to.putBytes(text);
        to.put(places_.size());
        for (const auto &[file, line] : places_) {
            to.put(file);
            to.put(line);
        }
    }

private:
    std::unordered_map<const char *, std::uint64_t> byAddress_;
    std::map<std::string_view, std::uint64_t> byText_;
    std::vector<std::string_view> texts_;
    std::map<std::pair<std::uint64_t, std::uint32_t>, std::uint64_t> placeOf_;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> places_;
    SourceLine last_;
    std::uint64_t lastPlace_ = 0;
};

class TraceWriter
{
public:
    explicit TraceWriter(const Trace &trace) : trace_(trace) {}

    QByteArray bytes()
    {
        ColumnWriter lanes;
        const auto all = trace_.lanes();
        lanes.put(all.size());
        for (const Lane *lane : all)
            write(lanes, *lane);

        ColumnWriter head;
        head.put((trace_.isRecording() ? 1U : 0U) | (trace_.isStopped() ? 2U : 0U));
        head.putSigned(trace_.now());
        const std::vector<Series> series = trace_.series();
        head.put(series.size());
        for (const Series &one : series) {
            head.putBytes(std::string_view(one.id));
            head.put(static_cast<std::uint64_t>(one.kind));
        }
        texts_.write(head);
        head.putBytes(lanes.bytes());
        for (const ColumnWriter &column : columns_)
            head.putBytes(column.bytes());
        return head.bytes();
    }

private:
    ColumnWriter &to(TraceColumn column) { return columns_[static_cast<std::size_t>(column)]; }

    /// A lane's head has numbers of eight bytes, so that many lanes cannot be announced by few bytes.
    void write(ColumnWriter &head, const Lane &lane)
    {
        const Lane::Standing standing = lane.standing();
        head.put(static_cast<std::uint64_t>(lane.role()));
        head.putSigned(lane.number());
        head.put(texts_.text(lane.name().text));
        head.putSigned(lane.name().group);
        for (const Nanoseconds sum : standing.sums.state)
            head.putFixed(static_cast<std::uint64_t>(sum));
        head.put(static_cast<std::uint64_t>(standing.stretch.state));
        for (const Nanoseconds t : {lane.began(), standing.stretch.since, standing.closed})
            head.putFixed(static_cast<std::uint64_t>(t));
        head.put(static_cast<std::uint64_t>(standing.subRows));
        for (const std::uint64_t dropped : standing.dropped)
            head.put(dropped);
        head.put(lane.spans().size());
        head.put(lane.samples().size());
        head.put(lane.marks().size());
        head.put(lane.links().size());
        head.put(lane.cores().size());
        writeSpans(lane);
        writeOthers(lane);
    }

    void writeTask(TraceColumn column, std::int32_t task, std::int32_t &last)
    {
        if (task < 0)
            return to(column).put(0);
        to(column).put(1 + zigzag(std::int64_t{task} - last));
        last = task;
    }

    void writeSpans(const Lane &lane)
    {
        Nanoseconds last = lane.began(), lastAside = last;
        std::int32_t lastTask = 0;
        std::vector<const SpanRecord *> open;
        const auto close = [&] {
            const Nanoseconds end = open.back()->endOr(SpanRecord::open);
            to(TraceColumn::SpanEnd).put(end == SpanRecord::open ? 0 : 1 + zigzag(end - last));
            if (end != SpanRecord::open)
                last = end;
            open.pop_back();
        };
        lane.spans().forEach([&](const SpanRecord &span) {
            to(TraceColumn::SpanKind)
                .put(static_cast<std::uint64_t>(span.shape) << 4 | static_cast<std::uint64_t>(span.state));
            to(TraceColumn::SpanDepth).put(span.depth);
            to(TraceColumn::SpanLabel).put(texts_.text(span.label));
            to(TraceColumn::SpanPlace).put(texts_.place(span.where));
            writeTask(TraceColumn::SpanTask, span.task, lastTask);
            if (span.shape == Shape::Nested) {
                while (!open.empty() && open.back()->depth >= span.depth)
                    close();
                to(TraceColumn::SpanBegin).putSigned(span.begin - last);
                last = span.begin;
                open.push_back(&span);
            } else {
                const Nanoseconds end = span.endOr(SpanRecord::open);
                to(TraceColumn::AsideBegin).putSigned(span.begin - lastAside);
                to(TraceColumn::AsideLength).put(end == SpanRecord::open ? 0 : 1 + zigzag(end - span.begin));
                lastAside = span.begin;
            }
        });
        while (!open.empty())
            close();
    }

    void writeValue(double value)
    {
        constexpr double greatest = 1e15; // below, whole numbers are exact
        const auto whole = static_cast<std::int64_t>(std::abs(value) < greatest ? value : 0);
        const auto bits = std::bit_cast<std::uint64_t>(value);
        if (std::bit_cast<std::uint64_t>(static_cast<double>(whole)) == bits)
            return to(TraceColumn::SampleValue).put(zigzag(whole) << 1);
        to(TraceColumn::SampleValue).put(1);
        to(TraceColumn::SampleBits).putFixed(bits);
    }

    void writeOthers(const Lane &lane)
    {
        Nanoseconds last = lane.began();
        const auto writeTime = [&](TraceColumn column, Nanoseconds t) {
            to(column).putSigned(t - std::exchange(last, t));
        };
        lane.samples().forEach([&](const SampleRecord &sample) {
            writeTime(TraceColumn::SampleTime, sample.time);
            to(TraceColumn::SampleSeries).put(static_cast<std::uint64_t>(sample.series));
            writeValue(sample.value);
        });
        last = lane.began();
        std::int32_t lastTask = 0;
        lane.marks().forEach([&](const MarkRecord &mark) {
            writeTime(TraceColumn::MarkTime, mark.time);
            to(TraceColumn::MarkLabel).put(texts_.text(mark.label));
            to(TraceColumn::MarkPlace).put(texts_.place(mark.where));
            writeTask(TraceColumn::MarkTask, mark.task, lastTask);
        });
        last = lane.began();
        lane.links().forEach([&](const LinkRecord &link) {
            writeTime(TraceColumn::LinkTo, link.toTime);
            to(TraceColumn::LinkFrom).putSigned(link.toTime - link.fromTime);
            to(TraceColumn::LinkLane).put(static_cast<std::uint64_t>(link.fromLane));
            to(TraceColumn::LinkKind).put(static_cast<std::uint64_t>(link.kind));
        });
        CoreRecord before{lane.began(), 0, 0};
        lane.cores().forEach([&](const CoreRecord &cores) {
            to(TraceColumn::CoreTime).putSigned(cores.time - before.time);
            to(TraceColumn::CoreRunning).putSigned(cores.running - before.running);
            to(TraceColumn::CoreReady).putSigned(cores.ready - before.ready);
            before = cores;
        });
    }

    const Trace &trace_;
    TraceTexts texts_;
    std::array<ColumnWriter, static_cast<std::size_t>(TraceColumn::Count)> columns_;
};

} // namespace

QByteArray traceToBytes(const Trace &trace)
{
    return TraceWriter(trace).bytes();
}

} // namespace tenfold
