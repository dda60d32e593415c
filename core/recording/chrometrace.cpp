#include "core/analysis/lanetitle.h"
#include "core/analysis/readings.h"
#include "core/recording/writers.h"
#include "core/run/command.h"

#include <QJsonDocument>

namespace tenfold {

/// Writes the events of one trace as those of the process `pid`.
class ChromeTraceWriter
{
public:
    ChromeTraceWriter(QJsonArray &events, const Trace &trace, int pid, const QString &title)
        : events_(events), trace_(trace), end_(trace.now()), pid_(pid)
    {
        name("process_name", 0, title);
        events_.append(QJsonObject{{"ph", "M"},
                                   {"name", "process_sort_index"},
                                   {"pid", pid_},
                                   {"args", QJsonObject{{"sort_index", pid_}}}});
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

    void writeLane(const Lane &lane)
    {
        const int tid = lane.index() + 1;
        name("thread_name", tid, laneId(lane));
        // What came after the end was the program's tidying up.
        lane.spans().forEach([&](const SpanRecord &span) {
            if (span.begin <= end_)
                writeSpan(span, tid);
        });
        lane.marks().forEach([&](const MarkRecord &mark) {
            if (mark.time > end_)
                return;
            QJsonObject object = event("i", QString::fromUtf8(mark.label), tid, mark.time);
            object.insert("s", "t");
            events_.append(object);
        });
        lane.links().forEach([&](const LinkRecord &link) {
            if (link.toTime <= end_)
                writeLink(link);
        });
        writeCores(lane);
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

    void writeSpan(const SpanRecord &span, int tid)
    {
        const QString state = QString::fromLatin1(idOf(span.state).data());
        QString label = QString::fromUtf8(span.label);
        if (span.task >= 0)
            label += QStringLiteral(" %1").arg(span.task + 1);
        const QJsonObject args{{"line", static_cast<int>(span.where.line)}, {"state", state}};
        if (span.shape !=
            Shape::Nested) { // may overlap the lane's own spans: an asynchronous pair of its own
            const QString id = QString::number(++asyncId_);
            for (const bool begins : {true, false}) {
                QJsonObject object =
                    event(begins ? "b" : "e", (isHolding(span.shape) ? "holds " : "") + label, tid,
                          begins ? span.begin : endOf(span));
                object.insert("cat", isHolding(span.shape) ? "hold" : state);
                object.insert("id", id);
                events_.append(object);
            }
            return;
        }
        QJsonObject object = event("X", label.isEmpty() ? state : label, tid, span.begin);
        object.insert("cat", state);
        object.insert("dur", micros(endOf(span) - span.begin));
        object.insert("args", args);
        events_.append(object);
    }

    void writeLink(const LinkRecord &link)
    {
        const QString kind = QString::fromLatin1(idOf(link.kind).data());
        const int id = pid_ * 1'000'000 + ++flowId_;
        QJsonObject from = event("s", kind, link.fromLane + 1, link.fromTime);
        QJsonObject to = event("f", kind, link.toLane + 1, link.toTime);
        to.insert("bp", "e");
        for (QJsonObject *object : {&from, &to}) {
            object->insert("cat", "link");
            object->insert("id", id);
            events_.append(*object);
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
    int flowId_ = 0;
    int asyncId_ = 0;
};

QByteArray runToChromeTrace(const Recording &recording)
{
    QJsonArray events;
    int pid = 0;
    for (const Outcome &outcome : recording.outcomes) {
        ++pid;
        if (const Repeat *repeat = outcome.shown(); repeat && repeat->trace)
            ChromeTraceWriter(events, *repeat->trace, pid, outcome.variant);
    }
    const QJsonObject document{{"traceEvents", events},
                               {"displayTimeUnit", "ms"},
                               {"otherData", QJsonObject{{"program", "tenfold " TENFOLD_VERSION},
                                                         {"command", commandOf(recording.request)}}}};
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

} // namespace tenfold
