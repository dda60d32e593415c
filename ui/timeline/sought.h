#pragma once

#include "ui/timeline/links.h"

#include <QRectF>
#include <QString>

#include <string>

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
};

/// What a user types: the number of a task, or a text.
Sought soughtBy(const QString &query);

/// How many spans there are, and on how many lanes.
struct FoundSpans
{
    int spans = 0, lanes = 0;
};
FoundSpans countSpans(const Scene &scene, const QString &variant, const Sought &sought);

/// Veils all of `area` but the spans that are sought.
void paintSought(QPainter &painter, const Theme &theme, const Scene &scene, const LinkPlace &place,
                 const QRectF &area, const Sought &sought);

} // namespace tenfold
