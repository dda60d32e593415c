#pragma once

#include "core/trace/trace.h"

#include <QString>

#include <bit>
#include <string>

namespace tenfold {

/// Compares two traces in all that can be read of them, and says where they differ first.
class TraceComparison
{
public:
    TraceComparison(const Trace &a, const Trace &b)
    {
        same("recording", a.isRecording(), b.isRecording());
        same("stopped", a.isStopped(), b.isStopped());
        same("now", a.now(), b.now());
        same("dropped", a.dropped(), b.dropped());
        const auto series = a.series(), others = b.series();
        if (same("series", series.size(), others.size())) {
            for (std::size_t i = 0; i < series.size(); ++i)
                same("series", series[i].id, others[i].id) && same("kind", series[i].kind, others[i].kind);
        }
        const auto lanes = a.lanes(), lanesOfOther = b.lanes();
        if (same("lanes", lanes.size(), lanesOfOther.size())) {
            for (std::size_t i = 0; i < lanes.size(); ++i) {
                at_ = QStringLiteral("lane %1 ").arg(i);
                compare(*lanes[i], *lanesOfOther[i], a.now());
            }
        }
    }

    /// Empty where there is none.
    QString difference() const { return difference_; }

private:
    bool same(const char *what, const auto &a, const auto &b)
    {
        if (!(a == b) && difference_.isEmpty())
            difference_ = at_ + QLatin1String(what);
        return a == b;
    }
    void sameText(const char *what, const char *a, const char *b)
    {
        same(what, std::string_view(a), std::string_view(b));
    }
    void samePlace(const char *what, SourceLine a, SourceLine b)
    {
        sameText(what, a.file, b.file);
        same(what, a.line, b.line);
    }
    template<typename T> void each(const char *what, const AppendLog<T> &a, const AppendLog<T> &b, auto with)
    {
        same(what, a.dropped(), b.dropped());
        if (!same(what, a.size(), b.size()))
            return;
        for (std::size_t i = 0; i < a.size(); ++i)
            with(a[i], b[i]);
    }

    void compare(const Lane &a, const Lane &b, Nanoseconds now)
    {
        same("index", a.index(), b.index());
        same("role", a.role(), b.role());
        same("number", a.number(), b.number());
        sameText("name", a.name().text, b.name().text);
        same("group", a.name().group, b.name().group);
        same("began", a.began(), b.began());
        same("closed", a.closedOr(SpanRecord::open), b.closedOr(SpanRecord::open));
        same("sub-rows", a.subRows(), b.subRows());
        same("stretch", a.stretch(), b.stretch());
        for (const Nanoseconds t : {now, now + 1000}) {
            same("sums", a.sums(t).state, b.sums(t).state);
            same("ready", a.readyUntil(t), b.readyUntil(t));
        }
        each("spans", a.spans(), b.spans(), [this](const SpanRecord &x, const SpanRecord &y) {
            same("span's begin", x.begin, y.begin);
            same("span's end", x.endOr(SpanRecord::open), y.endOr(SpanRecord::open));
            sameText("span's label", x.label, y.label);
            samePlace("span's line", x.where, y.where);
            same("span's task", x.task, y.task);
            same("span's state", x.state, y.state);
            same("span's shape", x.shape, y.shape);
            same("span's depth", x.depth, y.depth);
        });
        each("samples", a.samples(), b.samples(), [this](const SampleRecord &x, const SampleRecord &y) {
            same("sample's time", x.time, y.time);
            same("sample's value", std::bit_cast<std::uint64_t>(x.value),
                 std::bit_cast<std::uint64_t>(y.value));
            same("sample's series", x.series, y.series);
        });
        each("marks", a.marks(), b.marks(), [this](const MarkRecord &x, const MarkRecord &y) {
            same("mark's time", x.time, y.time);
            sameText("mark's label", x.label, y.label);
            samePlace("mark's line", x.where, y.where);
            same("mark's task", x.task, y.task);
        });
        each("links", a.links(), b.links(), [this](const LinkRecord &x, const LinkRecord &y) {
            same("link's times", std::pair(x.fromTime, x.toTime), std::pair(y.fromTime, y.toTime));
            same("link's lanes", std::pair(x.fromLane, x.toLane), std::pair(y.fromLane, y.toLane));
            same("link's kind", x.kind, y.kind);
        });
        each("cores", a.cores(), b.cores(), [this](const CoreRecord &x, const CoreRecord &y) {
            same("look's time", x.time, y.time);
            same("look's running", x.running, y.running);
            same("look's ready", x.ready, y.ready);
        });
    }

    QString at_, difference_;
};

} // namespace tenfold
