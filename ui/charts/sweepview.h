#pragma once

#include "core/analysis/caveat.h"
#include "core/analysis/format.h"
#include "core/analysis/sweepbest.h"
#include "ui/charts/linesview.h"

namespace tenfold {

/// Median times over the values of a swept parameter, a curve per variant with the band of its repeats; the
/// least value that is enough is marked, and what gains nothing beyond it. While nothing was swept: the run's
/// own time at its value.
class SweepView : public LinesView
{
    Q_OBJECT
public:
    explicit SweepView(const View &view, QWidget *parent = nullptr);

    /// Draws another sweep from the next show() on.
    using LinesView::setView;
    /// Whether the legend says what is enough, beside what bent it; from the next show() on.
    void setConcluding(bool isConcluding) { isConcluding_ = isConcluding; }
    void show(const Scene &scene) override;
    QString numbers() const override;
    QString data() const override;

protected:
    QString heading() const override;
    QString briefHeading() const override;
    std::vector<LegendKey> legend() const override;
    void fitAcross(int mostTicks) override;
    QString placeholder() const override;
    double topFor(double greatest) const override;
    int leastHeight() const override { return isSwept_ ? 190 : 110; }
    void paintMarks(QPainter &painter) const override;

private:
    /// Where a value stands on the axis.
    double placeOn(int value) const;
    QString title() const;
    /// What is said of the curves: what bent them first.
    QStringList sentences() const;
    qsizetype repeats() const;
    void paintBeyond(QPainter &painter) const;
    void paintBand(QPainter &painter, std::size_t line) const;
    void paintTicks(QPainter &painter) const;
    void paintBest(QPainter &painter, const SweepBest &best, std::vector<QRectF> &taken) const;

    QString unit_;
    Words parameter_;
    TimeUnit time_;
    bool isSwept_ = false, isMeasuring_ = false;
    bool isConcluding_ = true;
    std::vector<SweepBest> best_;
    QStringList conclusion_;
    Caveat caveat_;
    QStringList variants_; ///< of the lines
    QList<int> values_;
    std::vector<SweepPoint> points_;
};

} // namespace tenfold
