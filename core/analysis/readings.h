#pragma once

#include "core/trace/trace.h"

#include <QList>
#include <QPointF>

#include <memory>

namespace tenfold {

/// The value of a series over time as corner points (seconds, value) of a staircase, from 0 to `until`. Any
/// thread.
QList<QPointF> readSeries(const Trace &trace, std::string_view series, Nanoseconds until);
/// The same again and again while the trace grows: reads only what is new. One thread.
class SeriesReader
{
public:
    const QList<QPointF> &read(const std::shared_ptr<const Trace> &trace, std::string_view series,
                               Nanoseconds until);
    /// How many of the first steps that read() gave last are as they were the time before.
    qsizetype unchanged() const { return unchanged_; }

private:
    void restart(const std::shared_ptr<const Trace> &trace);

    std::shared_ptr<const Trace> trace_; // kept, so that no other can take its place unnoticed
    Nanoseconds until_ = 0;
    std::vector<std::size_t> next_;     // per lane
    std::vector<SampleRecord> samples_; // in the order of time
    QList<QPointF> steps_;              // (0, 0), two per sample, the end
    qsizetype unchanged_ = 0;
};
/// The greatest value that the series reached up to `until`; 0 when it has no samples.
double peakOf(const Trace &trace, std::string_view series, Nanoseconds until);
/// The median of a Gauge series' samples up to `until`, the upper one of two; 0 when it has none.
double medianOf(const Trace &trace, std::string_view series, Nanoseconds until);
/// How often a Level series rose to more than `above`: how many entered while so many were there.
int countRisesAbove(const Trace &trace, std::string_view series, double above, Nanoseconds until);
/// Time per state of a lane up to an instant: from its spans where that lies before the lane's last change;
/// else from Lane::sums(), which is exact whatever was dropped. What it ran without a core is State::Ready.
Lane::Sums sumsOf(const Lane &lane, Nanoseconds until);
/// `sums` of a lane's own with what it ran without a core up to `until` as State::Ready.
Lane::Sums withReady(Lane::Sums sums, const Lane &lane, Nanoseconds until);
/// Time per state over the worker lanes (over Main where there is no other), likewise.
Lane::Sums sumsOf(const Trace &trace, Nanoseconds until);
/// How many worker lanes there were, and the most at once; the main lane counts as one where there is no
/// other.
struct Workers
{
    int made = 0;
    int atOnce = 0;
};
Workers workersOf(const Trace &trace, Nanoseconds until);
/// Whether a lane is worth a row: a worker, or a main lane that did more than wait for futures itself.
bool isShown(const Lane &lane, Nanoseconds until);
/// Whether who has these sums did more than wait for futures.
bool hasOwnWork(const Lane::Sums &sums);
/// How many spans of `state` with `label` began up to `until`.
int countSpans(const Trace &trace, State state, std::string_view label, Nanoseconds until);
/// How often the lock `name` was taken up to `until`.
int countHolds(const Trace &trace, std::string_view name, Nanoseconds until);

} // namespace tenfold
