#pragma once

#include "ui/charts/linesview.h"

namespace tenfold {

/// Median seconds over the values of a swept parameter, a curve per variant; the least of each that is no
/// mistake is marked. While nothing was swept: the run's own seconds at its value.
class SweepView : public LinesView
{
    Q_OBJECT
public:
    explicit SweepView(const View &view, QWidget *parent = nullptr);

    /// Draws another sweep from the next show() on.
    using LinesView::setView;
    void show(const Scene &scene) override;
    QString numbers() const override;

protected:
    QString heading() const override;
    QString briefHeading() const override;
    std::vector<LegendKey> legend() const override;
    void fitAcross(int mostTicks) override;
    void paintMarks(QPainter &painter) const override;

private:
    /// Where a value stands on the axis.
    double placeOn(double value) const;
    void paintTicks(QPainter &painter) const;
    void paintLeast(QPainter &painter, std::size_t line, std::vector<QRectF> &taken) const;

    QString unit_;
    QList<int> values_;
    std::vector<SweepPoint> points_;
    bool isLog_ = false;
};

} // namespace tenfold
