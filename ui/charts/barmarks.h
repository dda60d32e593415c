#pragma once

#include "ui/charts/chartmarks.h"
#include "ui/charts/elapsedbars.h"

namespace tenfold {

inline constexpr int titleGap = 6;       ///< between a bar and its title
inline constexpr qreal lineShare = 0.76; ///< of the line of a font, between two lines of a title

/// How many lines have room beside a bar.
int linesIn(qreal row, qreal line);

/// What is said of a bar, as far as there is room.
struct BarText
{
    QString value;
    QStringList words;    ///< in lines
    bool isBelow = false; ///< they stand below the value, not behind it
};

/// In `width` from where the value begins, and as many `lines`; `words` with the most important first. What
/// is proved is said before all else: below the value, or beside a shorter one.
BarText barText(const QString &value, const QString &shortValue, const QStringList &words, const Theme &theme,
                qreal width, int lines, bool isProved);

/// Values, limits, the hatch of mistakes, the signs of what has no end or no result; and the titles of the
/// bars, which Qt Charts would leave out where rows are low.
class BarMarks : public ChartMarks
{
public:
    explicit BarMarks(ElapsedBars &owner) : ChartMarks(owner.chart()), owner_(owner) {}

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override;

private:
    void paintBar(QPainter &painter, const ElapsedBars::Bar &bar, const QRectF &plot, qreal middle,
                  qreal row) const;
    qreal paintWrong(QPainter &painter, const ElapsedBars::Bar &bar, const QRectF &body) const;
    void paintPinned(QPainter &painter, const QRectF &outline, const QRectF &body) const;
    qreal paintStop(QPainter &painter, const ElapsedBars::Bar &bar, const QRectF &body) const;

    ElapsedBars &owner_;
};

} // namespace tenfold
