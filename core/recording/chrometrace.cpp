#include "core/analysis/lanetitle.h"
#include "core/analysis/readings.h"
#include "core/recording/writers.h"
#include "core/run/command.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <vector>

namespace tenfold {

/// Writes the events of one trace as those of the process `pid`. Flows are numbered by `flows`: their ids are
/// global to a file.
class ChromeTraceWriter
{
public:
    ChromeTraceWriter(QJsonArray &events, const Trace &trace, int pid, const QString &title, int &flows)
        : events_(events), trace_(trace), end_(trace.now()), pid_(pid), flows_(flows)
    {
        name("process_name", 0, title);
        events_.append(QJsonObject{{"ph", "M"},
                                   {"name", "process_sort_index"},
                                   {"pid", pid_},
                                   {"args", QJsonObject{{"sort_index", pid_}}}});
        for (const Lane *lane : trace.lanes())
            readLinks(*lane);
        for (const Lane *lane : trace.lanes())
            writeLane(*lane);
        for (const Series &series : trace.series())
            writeCounter(series);
    }

private:
    Nanoseconds endOf(const SpanRecord &span) const { return std::min(span.endOr(end_), end_); }
    static double micros(Nanoseconds t) { return static_cast<double>(t) * 1e-3; }
    QJsonObject event(const char *phase, const QString &name, int tid, Nanoseconds at) const
    {
        return {{"ph", phase}, {"name", name}, {"pid", pid_}, {"tid", tid}, {"ts", micros(at)}};
    }
    void name(const char *what, int tid, const QString &value)
    {
        events_.append(QJsonObject{{"ph", "M"},
                                   {"name", what},
                                   {"pid", pid_},
                                   {"tid", tid},
                                   {"args", QJsonObject{{"name", value}}}});
    }

    /// The end of an arrow: the event, and when it is.
    struct FlowEnd
    {
        Nanoseconds time;
        QJsonObject event;
    };
    struct Slice
    {
        Nanoseconds begin, end;
        int depth;
        QString name;
        QString category;
        QJsonObject args;
    };

    void readLinks(const Lane &lane)
    {
        lane.links().forEach([&](const LinkRecord &link) {
            if (link.toTime > end_)
                return;
            const QString kind = QString::fromLatin1(idOf(link.kind).data());
            QJsonObject from = event("s", kind, link.fromLane + 1, link.fromTime);
            QJsonObject to = event("f", kind, link.toLane + 1, link.toTime);
            to.insert("bp", "e");
            ++flows_;
            for (QJsonObject *object : {&from, &to}) {
                object->insert("cat", "link");
                object->insert("id", flows_);
            }
            flowEnds_[link.fromLane].push_back({link.fromTime, from});
            flowEnds_[link.toLane].push_back({link.toTime, to});
        });
    }

    void writeLane(const Lane &lane)
    {
        const int tid = lane.index() + 1;
        name("thread_name", tid, laneId(lane));
        std::vector<Slice> slices;
        // What came after the end was the program's tidying up.
        lane.spans().forEach([&](const SpanRecord &span) {
            if (span.begin > end_)
                return;
            const Slice slice = sliceOf(span);
            if (span.shape != Shape::Nested) // may overlap the lane's own spans
                writePair(slice, isHolding(span.shape), tid);
            else if (slice.end > slice.begin)
                slices.push_back(slice);
            else // of no length: readers disagree on what it lies in
                writeInstant(slice.name, tid, slice.begin);
        });
        writeSlices(std::move(slices), std::move(flowEnds_[lane.index()]), tid);
        lane.marks().forEach([&](const MarkRecord &mark) {
            if (mark.time <= end_)
                writeInstant(QString::fromUtf8(mark.label), tid, mark.time);
        });
        writeCores(lane);
    }

    void writeInstant(const QString &label, int tid, Nanoseconds at)
    {
        QJsonObject object = event("i", label, tid, at);
        object.insert("s", "t");
        events_.append(object);
    }

    Slice sliceOf(const SpanRecord &span) const
    {
        const QString state = QString::fromLatin1(idOf(span.state).data());
        QString label = QString::fromUtf8(span.label);
        if (span.task >= 0)
            label += QStringLiteral(" %1").arg(span.task + 1);
        return {span.begin, endOf(span),
                span.depth, label.isEmpty() ? state : label,
                state,      QJsonObject{{"line", static_cast<int>(span.where.line)}, {"state", state}}};
    }

    /// An asynchronous pair of its own. Its id counts within its process.
    void writePair(const Slice &slice, bool isHeld, int tid)
    {
        const QJsonObject id{{"local", QStringLiteral("0x%1").arg(++pairs_, 0, 16)}};
        for (const bool begins : {true, false}) {
            QJsonObject object = event(begins ? "b" : "e", (isHeld ? "holds " : "") + slice.name, tid,
                                       begins ? slice.begin : slice.end);
            object.insert("cat", isHeld ? "hold" : slice.category);
            object.insert("id2", id);
            events_.append(object);
        }
    }

    /// The slices of a lane as begin and end pairs: a length beside a begin makes an end that may pass the
    /// next begin by the last bit. The ends of arrows stand among them, each within a slice.
    void writeSlices(std::vector<Slice> slices, std::vector<FlowEnd> ends, int tid)
    {
        std::ranges::stable_sort(slices, [](const Slice &a, const Slice &b) {
            return std::tuple(a.begin, -a.end, a.depth) < std::tuple(b.begin, -b.end, b.depth);
        });
        std::ranges::stable_sort(ends, {}, &FlowEnd::time);
        std::vector<Slice> open;
        auto nextEnd = ends.cbegin();
        QSet<QByteArray> ended; // what ended at `endedAt`
        Nanoseconds endedAt = -1;
        const auto writeEndsUntil = [&](Nanoseconds until) {
            while (nextEnd != ends.cend() && nextEnd->time <= until) {
                if (!open.empty()) {
                    events_.append(nextEnd++->event);
                    continue;
                }
                // Nothing goes on there: a slice of its own, as short as can be.
                const Slice own{nextEnd->time,
                                nextEnd->time + 1,
                                0,
                                nextEnd->event["name"].toString(),
                                QStringLiteral("link"),
                                {}};
                writeEdge("B", own, tid, own.begin);
                while (nextEnd != ends.cend() && nextEnd->time <= std::min(until, own.end))
                    events_.append(nextEnd++->event);
                writeEdge("E", own, tid, own.end);
            }
        };
        const auto closeUntil = [&](Nanoseconds until) {
            for (; !open.empty() && open.back().end <= until; open.pop_back()) {
                const Slice &slice = open.back();
                writeEndsUntil(slice.end);
                writeEdge("E", slice, tid, slice.end);
                if (endedAt != slice.end)
                    ended.clear();
                endedAt = slice.end;
                ended << keyOf(slice);
            }
            writeEndsUntil(until - 1);
        };
        for (Slice &slice : slices) {
            closeUntil(slice.begin);
            if (!open.empty())
                slice.end = std::min(slice.end, open.back().end);
            // speedscope takes what begins for the inner one where its namesake ends at the same instant.
            for (int number = 2; endedAt == slice.begin && ended.contains(keyOf(slice)); ++number)
                slice.args.insert("number", number);
            writeEdge("B", slice, tid, slice.begin);
            open.push_back(slice);
        }
        closeUntil(std::numeric_limits<Nanoseconds>::max());
    }

    static QByteArray keyOf(const Slice &slice)
    {
        return slice.name.toUtf8() + QJsonDocument(slice.args).toJson(QJsonDocument::Compact);
    }

    void writeEdge(const char *phase, const Slice &slice, int tid, Nanoseconds at)
    {
        QJsonObject object = event(phase, slice.name, tid, at);
        object.insert("cat", slice.category);
        if (!slice.args.isEmpty())
            object.insert("args", slice.args);
        events_.append(object);
    }

    /// The share of its running time in which a lane had no core, where it had to wait for one at all.
    void writeCores(const Lane &lane)
    {
        const auto &looks = lane.cores();
        if (lane.readyUntil(end_) == 0)
            return;
        const QString id = "ready " + laneId(lane);
        for (std::size_t i = 1; i < looks.size() && looks[i - 1].time <= end_; ++i) {
            const CoreRecord &before = looks[i - 1], &after = looks[i];
            const auto ran = static_cast<double>(std::max<Nanoseconds>(1, after.running - before.running));
            QJsonObject object = event("C", id, 0, before.time);
            object.insert("args", QJsonObject{{id, static_cast<double>(after.ready - before.ready) / ran}});
            events_.append(object);
        }
    }

    void writeCounter(const Series &series)
    {
        const QString id = QString::fromStdString(series.id);
        double last = -1;
        for (const QPointF &step : readSeries(trace_, series.id, end_)) {
            if (step.y() == last)
                continue;
            last = step.y();
            QJsonObject object = event("C", id, 0, static_cast<Nanoseconds>(step.x() * 1e9));
            object.insert("args", QJsonObject{{id, last}});
            events_.append(object);
        }
    }

    QJsonArray &events_;
    const Trace &trace_;
    const Nanoseconds end_;
    const int pid_;
    int &flows_;
    int pairs_ = 0;
    std::map<int, std::vector<FlowEnd>> flowEnds_; // by lane
};

QByteArray runToChromeTrace(const Recording &recording)
{
    QJsonArray events;
    int pid = 0;
    int flows = 0;
    for (const Outcome &outcome : recording.outcomes) {
        ++pid;
        if (const Repeat *repeat = outcome.shown(); repeat && repeat->trace)
            ChromeTraceWriter(events, *repeat->trace, pid, outcome.variant, flows);
    }
    const QJsonObject document{{"traceEvents", events},
                               {"displayTimeUnit", "ms"},
                               {"otherData", QJsonObject{{"program", "tenfold " TENFOLD_VERSION},
                                                         {"command", commandOf(recording.request)}}}};
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

} // namespace tenfold
