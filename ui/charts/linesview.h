#pragma once

#include "ui/charts/chartpicture.h"

class QLineSeries;

namespace tenfold {

/// The dash of a variant's line, and how a legend writes it: lines are told apart without their colours.
Qt::PenStyle dashOf(VariantKind kind, int number);
QString symbolOf(Qt::PenStyle dash);

class ChartMarks;

/// A chart of lines over anything but time. Subclasses say which lines, and what is written on them.
class LinesView : public ChartPicture
{
    Q_OBJECT
public:
    LinesView(const View &view, QWidget *parent);

    void setTheme(const Theme &theme) override;
    void retranslate() override;

protected:
    struct Line
    {
        QString title;
        VariantKind kind = VariantKind::Parallel;
        int number = 0; ///< among its kind
        QList<QPointF> points;
        bool isGhost = false; ///< of the pinned run; such lines come first, behind the others
    };
    const View &view() const { return view_; }
    void setView(const View &view) { view_ = view; }
    const std::vector<Line> &lines() const { return lines_; }
    /// Draws `lines` from now on.
    void setLines(std::vector<Line> lines);
    /// What the axes span at least: of a replay, what the lines span at its end.
    void setReach(const QRectF &reach) { reach_ = reach; }
    /// What the lines span, and their axes at least: from (0, 0), or less, to the greatest of both.
    QRectF extent() const;
    /// Where a point of the lines is drawn, in the chart's coordinates.
    QPointF placeOf(const QPointF &point) const;
    QValueAxis &across() const { return *across_; }

    virtual QString heading() const = 0;
    /// Where the heading takes too many lines.
    virtual QString briefHeading() const { return {}; }
    virtual QPen penOf(std::size_t line) const;
    virtual std::vector<LegendKey> legend() const;
    /// Sets the axis below the lines, for about `most` ticks.
    virtual void fitAcross(int mostTicks) = 0;
    /// Stands in the place of the axes while there is no point; empty: they stand all the same.
    virtual QString placeholder() const { return {}; }
    bool isBare() const;
    /// Up to where the axis beside the lines goes, at least.
    virtual double topFor(double greatest) const { return greatest * 1.04; }
    /// Of the chart below the heading, before the factor of the text.
    virtual int leastHeight() const { return 110; }
    /// Paints what Qt Charts has no words for, over the lines.
    virtual void paintMarks(QPainter &painter) const;
    void fit() override;

private:
    friend class ChartMarks;
    void restyle();

    View view_;
    std::vector<Line> lines_;
    QRectF reach_;
    QList<QLineSeries *> series_;
    QLineSeries *frame_; ///< carries the axes while there is no line
    QValueAxis *across_;
    QValueAxis *up_;
    ChartMarks *marks_;
};

} // namespace tenfold
