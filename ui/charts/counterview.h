#pragma once

#include "core/analysis/format.h"
#include "core/analysis/readings.h"
#include "ui/charts/chartpicture.h"
#include "ui/charts/endextent.h"

class QLineSeries;

namespace tenfold {

class ChartMarks;

/// Counters over time as a staircase per outcome and source; the peak of the highest one is named.
class CounterView : public ChartPicture
{
    Q_OBJECT
public:
    explicit CounterView(const View &view, QWidget *parent = nullptr);

    void show(const Scene &scene) override;
    void setTheme(const Theme &theme) override;
    void retranslate() override;
    QString numbers() const override;
    QString data() const override;

protected:
    void fit() override;

private:
    struct Curve
    {
        QString title;
        VariantKind kind;
        int number;
        QList<QPointF> steps;
        double peak;
        int source; ///< its number among the view's
    };
    /// At most so many points of a staircase: the least and the greatest value in each of so many stretches
    /// of time. What was seen of steps that stay is kept.
    class Thinned
    {
    public:
        /// `unchanged`: how many of the first steps are as they were the time before.
        QList<QPointF> of(const QList<QPointF> &steps, qsizetype unchanged);

    private:
        static constexpr qsizetype block = 64;
        std::vector<std::pair<double, double>> extremes_; ///< of whole blocks of steps
    };
    struct Ghost ///< a curve of the pinned run
    {
        QString variant;
        VariantKind kind;
        int number;
        QList<QPointF> steps; ///< in seconds
        double peak = 0;
        double seconds = 0; ///< until its end
    };
    struct Source
    {
        SeriesReader reader;
        Thinned thinned;
    };
    double peak() const;
    void readGhosts(const Scene &scene);
    void drawLines();
    QLineSeries *addLine();
    void restyle();
    void namePeak(QPainter &painter) const;
    Qt::PenStyle dashOf(const Curve &curve) const;

    const View view_;
    std::vector<Curve> curves_;
    std::vector<Source> sources_; ///< of the curves
    std::vector<Ghost> ghosts_;
    std::shared_ptr<const Recording> pinned_; ///< whose curves they are
    QString pinnedTitle_;                     ///< in the language of the moment
    TimeUnit timeUnit_;                       ///< of the axis
    std::optional<double> limit_;
    Words limitTitle_;
    QList<QLineSeries *> ghostLines_; ///< before the lines, which lie over them
    QList<QLineSeries *> lines_;
    QLineSeries *limitLine_;
    QValueAxis *time_;
    QValueAxis *value_;
    double longest_ = 0;
    /// Of a replay: the time and the value at its end.
    EndExtent<std::pair<double, double>> end_;
    std::pair<double, double> reach_ = {};
    ChartMarks *marks_;
};

} // namespace tenfold
