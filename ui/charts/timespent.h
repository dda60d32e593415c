#pragma once

#include "core/analysis/format.h"
#include "ui/charts/timerows.h"
#include "ui/picture.h"

namespace tenfold {

/// Where the time went: a stacked bar per worker, a stretch per state; where so many rows do not fit, a bar
/// per variant, and a click on it shows its workers. As a view of kind Bands: a bar per variant always, of
/// the states that the view names.
class TimeSpent : public Picture
{
    Q_OBJECT
public:
    explicit TimeSpent(QWidget *parent = nullptr);
    explicit TimeSpent(const View &bands, QWidget *parent = nullptr);

    void show(const Scene &scene) override;
    void setTheme(const Theme &theme) override;
    void retranslate() override;
    void render(QPainter &painter, const QRectF &target) override;
    QString numbers() const override;
    QString data() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    struct Layout
    {
        std::vector<TimeRow> rows;
        std::vector<State> states; ///< that occur
        bool isOverview = false;
        QRectF area; ///< of the bars
        qreal pitch = 1;
        TimeUnit unit;  ///< of the axis
        double end = 1; ///< of the axis, in its unit
        double step = 1;

        QRectF barOf(std::size_t row) const;
        const TimeRow *rowAt(const QPointF &point) const;
    };
    double longestAtEnd(bool isOverview) const;
    Layout layOut(const QRectF &target) const;
    QString headingOf(const Layout &layout) const;
    qreal paintHeading(QPainter *painter, const QRectF &target, const Layout &layout) const;
    void paintAxis(QPainter &painter, const Layout &layout) const;
    void paintRow(QPainter &painter, const Layout &layout, std::size_t row) const;
    void paintStretch(QPainter &painter, const QRectF &box, State state, const QColor &own) const;

    std::optional<View> bands_; ///< the view that it is; empty: where the time went of every worker
    Scene scene_;
    Theme theme_;
    QString variant_; ///< whose workers are asked for; empty: all
};

} // namespace tenfold
