#pragma once

#include "ui/charts/linesview.h"

namespace tenfold {

/// Efficiency over the length of a task, on a logarithmic axis: what the measured overhead allows as a curve,
/// length / (length + overhead), and what each run came to as a dot, those of a sweep as well. Named are
/// the length at which half is lost, and the efficiency of each variant.
class EfficiencyView : public LinesView
{
    Q_OBJECT
public:
    explicit EfficiencyView(const View &view, QWidget *parent = nullptr);

    void show(const Scene &scene) override;
    QString numbers() const override;

protected:
    QString heading() const override;
    QString briefHeading() const override;
    std::vector<LegendKey> legend() const override;
    void fitAcross(int mostTicks) override;
    double topFor(double) const override { return 100; }
    void paintMarks(QPainter &painter) const override;

private:
    struct Dot
    {
        QString title;
        VariantKind kind = VariantKind::Parallel;
        int number = 0;
        double length = 0, overhead = 0, efficiency = 0;
    };
    void addDots(const Scene &scene, const std::vector<Outcome> &outcomes);
    void paintTicks(QPainter &painter) const;
    void nameValues(QPainter &painter) const;

    QString unit_;
    double least_ = 1, greatest_ = 10; ///< lengths on the axis
    std::vector<Dot> dots_;
};

} // namespace tenfold
