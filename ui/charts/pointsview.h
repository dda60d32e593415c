#pragma once

#include "ui/charts/chartpicture.h"
#include "ui/charts/dots.h"
#include "ui/charts/endextent.h"
#include "ui/charts/pointcloud.h"

class QLineSeries;

namespace tenfold {

class ChartMarks;

/// A dot for each sample of the gauges that the view names: when it was recorded (or on which lane), and its
/// value. Variants differ in colour, series in shape, mistakes are diamonds; the greatest value is named, but
/// of stairs, which join the points of a lane. Of very many stairs the lowest and the highest are drawn.
class PointsView : public ChartPicture
{
    Q_OBJECT
public:
    explicit PointsView(const View &view, QWidget *parent = nullptr);

    void show(const Scene &scene) override;
    void setTheme(const Theme &theme) override;
    void retranslate() override;
    /// How many points, their median and the greatest, by variant and series; of stairs also how many and how
    /// far apart.
    QString numbers() const override;
    QString data() const override;

protected:
    void fit() override;

private:
    friend class ChartMarks;
    /// The cloud of this series, as it was read before or new.
    PointCloud take(const std::shared_ptr<const Trace> &trace, std::int32_t series);
    DotStyle styleOf(const PointCloud &cloud) const;
    QColor colourOf(const PointCloud &cloud) const;
    QPointF placeOf(const PointDot &dot) const;
    void paintMarks(QPainter &painter) const;
    void paintStairs(QPainter &painter, const PointCloud &cloud) const;
    void paintCloud(QPainter &painter, const PointCloud &cloud) const;
    QString inWords(const PointCloud &cloud) const; ///< its greatest value
    void nameGreatest(QPainter &painter) const;

    const View view_;
    std::vector<PointCloud> clouds_;
    double end_ = 0; ///< of what the points stand over: seconds, or the number of a lane
    /// What the axes span: up to where they go, and the least and the greatest value.
    struct Extent
    {
        double end = 0, least = 0, greatest = 0;
    };
    Extent extent() const;
    EndExtent<Extent> atEnd_;
    Extent reach_;       ///< of a replay: at its end
    QLineSeries *frame_; ///< carries the axes
    QValueAxis *over_;
    QValueAxis *value_;
    ChartMarks *marks_;
};

} // namespace tenfold
