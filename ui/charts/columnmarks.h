#pragma once

#include "ui/charts/chartmarks.h"
#include "ui/charts/columnsview.h"

namespace tenfold {

/// Values above the columns, titles below them, the hatch of mistakes.
class ColumnMarks : public ChartMarks
{
public:
    explicit ColumnMarks(ColumnsView &owner) : ChartMarks(owner.chart()), owner_(owner) {}

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override;

    /// Whether every title has room below its own group, in lines that break between words.
    bool titlesFit(qreal width) const;

private:
    struct Label
    {
        QString text;
        QRectF box;
        bool isMistake = false;
        std::size_t measure = 0;
    };

    qreal topOf(double value, const QRectF &group) const;
    qreal placeIn(const QRectF &group) const;
    qreal middleOf(std::size_t measure, const QRectF &group) const;

    void paintHatch(QPainter &painter, const ColumnsView::Group &group, const QRectF &own) const;

    /// What has no end goes on to the top of the plot, from where the tallest ends.
    void paintOutThrough(QPainter &painter, const ColumnsView::Group &group, const QRectF &own) const;

    /// And is torn off there, above a gap across it.
    void paintTorn(QPainter &painter, const ColumnsView::Group &group, const QRectF &own) const;

    void addLabels(const ColumnsView::Group &group, const QRectF &own);

    /// Where two would touch, a mistake's goes first, and then that of the later measure; all values are in
    /// the data.
    void paintLabels(QPainter &painter);

    int turns() const;
    /// `line`: the one that the title has for itself where titles take turns; -1 where they do not.
    void paintTitle(QPainter &painter, const QString &title, const QRectF &own, int line) const;

    ColumnsView &owner_;
    std::vector<Label> labels_;
};

} // namespace tenfold
