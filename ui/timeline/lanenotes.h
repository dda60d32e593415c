#pragma once

#include "ui/timeline/marks.h"

#include <QHash>

#include <array>
#include <vector>

namespace tenfold {

/// What was read of lanes, kept from one picture to the next: a mark is looked at once, and the sums of an
/// instant are added up once. Whoever keeps it keeps the traces as well, or calls clear() when they go.
class LaneNotes
{
public:
    /// Time per state at the instant of `scene`.
    Lane::Sums sums(const Scene &scene, const Lane &lane);
    /// As isShown() of core/analysis.
    bool isShown(const Lane &lane, Nanoseconds instant);
    /// The indices of the marks of a kind, in the order of time, whatever the instant.
    const std::vector<std::size_t> &marks(const Lane &lane, MarkKind kind);
    /// How many of them there are up to `instant`.
    int countMarks(const Lane &lane, MarkKind kind, Nanoseconds instant);

    /// The first hold of each label among the first spans of the lane: a lock that is used at all is used
    /// early.
    const std::vector<const SpanRecord *> &locks(const Lane &lane);

    struct Retry
    {
        const Lane *lane = nullptr; ///< who tried the task again; null: nobody yet
        Nanoseconds begin = 0;
    };
    /// Who tried the task of the mark `index` again, and when.
    Retry retryOf(const Lane &lane, std::size_t index);
    void clear() { lanes_.clear(); }

private:
    struct Sum
    {
        Nanoseconds instant = -1;
        std::size_t spans = 0;
        Lane::Sums sums = {};
    };
    struct Sought
    {
        Retry retry;
        std::size_t spans = 0; ///< of all lanes, when it was looked for
    };
    struct Notes
    {
        Sum sum;
        std::size_t nextMark = 0, nextSpan = 0;
        std::vector<const SpanRecord *> locks;
        std::array<std::vector<std::size_t>, markKinds> marks;
        QHash<std::size_t, Sought> retries;
    };
    const Lane::Sums &sumsAt(const Lane &lane, Nanoseconds instant);

    QHash<const Lane *, Notes> lanes_;
};

} // namespace tenfold
