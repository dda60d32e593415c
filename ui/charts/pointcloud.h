#pragma once

#include "core/catalog/scenario.h"
#include "core/trace/trace.h"
#include "ui/charts/stairs.h"

#include <memory>

namespace tenfold {

/// A sample of a gauge.
struct PointDot
{
    Nanoseconds time = 0;
    double value = 0;
    std::size_t lane = 0; ///< its place in the trace
    int number = 0;       ///< the lane's
};

/// The points of a series in a trace, and what is to be said of them; reads only what is new, as it is shown
/// again and again.
struct PointCloud
{
    std::shared_ptr<const Trace> trace;
    std::int32_t series = 0;
    QString title;   ///< the variant's, and the series' where there are several
    QString variant; ///< the variant's alone
    QString name;    ///< the series' alone; empty where there is one
    VariantKind kind = VariantKind::Parallel;
    int number = 0;        ///< of the variant, among its kind
    std::size_t shape = 0; ///< the number of the series among the trace's
    Nanoseconds until = 0;
    std::vector<std::size_t> next; ///< per lane
    std::vector<PointDot> dots;
    // Of those up to `until`.
    std::size_t count = 0;
    double least = 0, median = 0;
    PointDot greatest;
    QString cause; ///< what was marked near the greatest, translated
    // And of stairs.
    std::size_t stairs = 0;
    std::vector<StairBand> band;
    double apart = 0; ///< from the lowest to the highest at an instant

    /// Reads on, and sums up what there is until `instant`.
    void read(Nanoseconds instant, bool isStair);
    /// What is marked nearest to the greatest value, of milliseconds, and no further from it than that long;
    /// or nothing.
    QString causeOfGreatest() const;
    /// So many that what lies between them is drawn.
    bool isManyStairs() const;

private:
    void readStairs();
};

} // namespace tenfold
