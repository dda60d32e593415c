#pragma once

#include "ui/charts/endextent.h"
#include "ui/charts/linesview.h"

namespace tenfold {

/// A line for each series whose id begins with the view's source, over the number of the sample: of the
/// outcome that runs, else of the headline variant. Each is labelled at its end.
class CurvesView : public LinesView
{
    Q_OBJECT
public:
    explicit CurvesView(const View &view, QWidget *parent = nullptr);

    void show(const Scene &scene) override;
    QString numbers() const override;
    QString data() const override;

protected:
    QString heading() const override;
    QPen penOf(std::size_t line) const override;
    std::vector<LegendKey> legend() const override;
    void fitAcross(int mostTicks) override;
    void paintMarks(QPainter &painter) const override;

private:
    qreal swatch() const;

    std::vector<Line> ghostsOf(const Scene &scene, const QString &variant);
    std::size_t ghostCount() const;

    QString variant_; ///< whose curves they are
    EndExtent<QRectF> atEnd_;
    std::shared_ptr<const Trace> ghostTrace_; ///< of the pinned run, which does not change
    std::vector<Line> ghosts_;                ///< read from it
    QString pinnedTitle_;
};

} // namespace tenfold
