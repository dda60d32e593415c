#pragma once

#include "core/analysis/format.h"
#include "ui/charts/chartpicture.h"
#include "ui/charts/endextent.h"

class QBarCategoryAxis;
class QHorizontalStackedBarSeries;

namespace tenfold {

class BarMarks;

/// Elapsed time per variant: a horizontal bar each, with its value, its limit and a hatch for mistakes.
class ElapsedBars : public ChartPicture
{
    Q_OBJECT
public:
    explicit ElapsedBars(QWidget *parent = nullptr);

    void show(const Scene &scene) override;
    void setTheme(const Theme &theme) override;
    void retranslate() override;
    QString numbers() const override;
    QString data() const override;
    qreal readableHeight(qreal width) const override;

protected:
    void fit() override;

private:
    friend class BarMarks;
    QColor limitColour() const;
    struct Bar
    {
        QString title;
        VariantKind kind;
        int number;
        double seconds;
        std::optional<double> limit;
        QString value;                ///< what stands at its end
        std::optional<double> factor; ///< its speed-up
        QString speedup;              ///< in its numbers
        QStringList words;      ///< what is said behind it as far as there is room, the most important first
        QString shortValue;     ///< the same where a sign says the rest
        QString label;          ///< its title in one line or two, as far as there is room
        bool isPartial = false; ///< it was stopped: it did not come to its end
        bool isWrong = false;   ///< it has no result: how short it is says nothing
        bool isStuck = false;   ///< nothing of it went on any more
        std::optional<double> pinned = {}; ///< seconds of the pinned run
        double whole = 0;                  ///< its own at its end, as far as that is known
    };
    void rebuild();
    void restyle();
    qreal leastRow(qreal width) const;
    QString pinnedText(const Bar &bar) const;
    /// The longest bar or limit, in seconds.
    double longest() const;

    std::vector<Bar> bars_; ///< from the top
    QHorizontalStackedBarSeries *series_;
    QBarCategoryAxis *titles_;
    QValueAxis *seconds_;
    BarMarks *marks_;
    Scene scene_;
    TimeUnit time_; ///< of the axis
    EndExtent<double> end_;
    double reach_ = 0; ///< of a replay: the longest at its end
};

} // namespace tenfold
