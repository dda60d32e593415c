#pragma once

#include "ui/charts/chartpicture.h"
#include "ui/charts/dots.h"
#include "ui/charts/stairs.h"

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
    struct Dot
    {
        Nanoseconds time = 0;
        double value = 0;
        std::size_t lane = 0; ///< its place in the trace
        int number = 0;       ///< the lane's
    };
    /// The points of a series in a trace; reads only what is new, as it is shown again and again.
    struct Cloud
    {
        std::shared_ptr<const Trace> trace;
        std::int32_t series = 0;
        QString title;   ///< the variant's, and the series' where there are several
        QString variant; ///< the variant's alone
        QString name;    ///< the series' alone; empty where there is one
        VariantKind kind = VariantKind::Parallel;
        int number = 0;        ///< of the variant, among its kind
        std::size_t shape = 0; ///< the number of the series among the trace's
        Nanoseconds until = 0;
        std::vector<std::size_t> next; ///< per lane
        std::vector<Dot> dots;
        // Of those up to `until`.
        std::size_t count = 0;
        double least = 0, median = 0;
        Dot greatest;
        QString cause; ///< what was marked near the greatest, translated
        // And of stairs.
        std::size_t stairs = 0;
        std::vector<StairBand> band;
        double apart = 0; ///< from the lowest to the highest at an instant
    };
    /// The cloud of this series, as it was read before or new.
    Cloud take(const std::shared_ptr<const Trace> &trace, std::int32_t series);
    static void read(Cloud &cloud, Nanoseconds until, bool isStair);
    static void readStairs(Cloud &cloud);
    static bool isManyStairs(const Cloud &cloud);
    DotStyle styleOf(const Cloud &cloud) const;
    QColor colourOf(const Cloud &cloud) const;
    QPointF placeOf(const Dot &dot) const;
    void paintMarks(QPainter &painter) const;
    void paintStairs(QPainter &painter, const Cloud &cloud) const;
    void paintCloud(QPainter &painter, const Cloud &cloud) const;
    QString inWords(const Cloud &cloud) const; ///< its greatest value
    void nameGreatest(QPainter &painter) const;

    const View view_;
    std::vector<Cloud> clouds_;
    double end_ = 0;     ///< of what the points stand over: seconds, or the number of a lane
    QLineSeries *frame_; ///< carries the axes
    QValueAxis *over_;
    QValueAxis *value_;
    ChartMarks *marks_;
};

} // namespace tenfold
