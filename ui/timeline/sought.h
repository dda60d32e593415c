#pragma once

#include "ui/timeline/links.h"

#include <QHash>
#include <QRectF>
#include <QString>

#include <string>
#include <vector>

namespace tenfold {

/// Which spans are lit: those that began at a line of a source, of a task, or whose label or state a text
/// names.
struct Sought
{
    std::string file = {}; ///< how its name ends
    std::uint32_t line = 0;
    std::int32_t task = SpanRecord::noTask;
    QString text = {};

    bool isEmpty() const { return line == 0 && task < 0 && text.isEmpty(); }
    bool matches(const SpanRecord &span) const;
    bool operator==(const Sought &) const = default;
};

/// What a user types: the number of a task, or a text.
Sought soughtBy(const QString &query);

/// How many spans there are, and on how many lanes.
struct FoundSpans
{
    int spans = 0, lanes = 0;
};

/// The spans that are sought, each looked at once: what was read of a lane before is kept, and so are the
/// pixel columns in which it shows them. Whoever keeps it keeps the traces as well, or calls clear().
class SoughtSpans
{
public:
    /// What is sought from now on.
    void seek(const Sought &sought);
    void clear() { lanes_.clear(); }
    /// Those of `variant`, or (empty) of all, up to the instant of `scene`.
    FoundSpans count(const Scene &scene, const QString &variant);
    /// Those of a row; as many columns as `time` has.
    std::vector<bool> columnsOf(const Scene &scene, const TimelineRow &row, const TimeScale &time);

private:
    struct Found
    {
        std::size_t next = 0;                  ///< of the lane's spans
        std::vector<const SpanRecord *> spans; ///< in the order of their beginnings
        TimeScale scale;
        Nanoseconds instant = -1;
        std::size_t filled = 0;               ///< of `spans`
        std::vector<const SpanRecord *> open; ///< of these, those that had not ended
        std::vector<std::vector<bool>> rows;  ///< columns: of nested spans, then of each sub-row
    };
    Found &read(const Lane &lane);
    const std::vector<std::vector<bool>> &rowsOf(const Lane &lane, const TimeScale &time,
                                                 Nanoseconds instant);
    bool matches(const SpanRecord &span);

    Sought sought_;
    QHash<QPair<const char *, int>, bool> texts_; // by label, which is a literal or interned, and state
    QHash<const Lane *, Found> lanes_;
};

/// Veils all of `area` but the spans that are sought.
void paintSought(QPainter &painter, const Theme &theme, const Scene &scene, const LinkPlace &place,
                 const QRectF &area, SoughtSpans &sought);

} // namespace tenfold
