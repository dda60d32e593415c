#pragma once

#include "ui/picture.h"

#include <QChart>

#include <tuple>

class QChartView;
class QLabel;
class QTextDocument;
class QValueAxis;

namespace tenfold {

/// An entry of a legend: a swatch and what it stands for.
struct LegendKey
{
    QColor colour;
    QString symbol; ///< "■", "┄" ...; empty: a sentence of its own
    QString text;
};

/// A picture made with Qt Charts: a label with heading and legend above a chart without decoration.
class ChartPicture : public Picture
{
    Q_OBJECT
public:
    explicit ChartPicture(QWidget *parent);

    void setTheme(const Theme &theme) override;
    void render(QPainter &painter, const QRectF &target) override;

protected:
    /// Puts a value axis into the look: 1-2-5 ticks from `begin`, which is 0 or below, decimals to match.
    void styleAxis(QValueAxis &axis, double end, int mostTicks, double begin = 0) const;
    /// `brief` stands for `title` where that saves a line.
    void setHeading(const QString &title, const QString &accessibleName, const std::vector<LegendKey> &keys,
                    const QString &brief = {});
    /// The chart below the heading is not made lower than this, times the text factor.
    void setLeastChartHeight(qreal height);
    /// What the heading takes of a picture of `width`, with the space above it.
    qreal headingHeight(qreal width) const;
    /// Whether edges are smoothed on the screen; what is upright and level is sharper and cheaper without.
    void setSmooth(bool smooth);
    const Theme &theme() const { return theme_; }
    QChart &chart() const { return *chart_; }
    void resizeEvent(QResizeEvent *event) override;
    /// The chart has a new size: what depends on pixels.
    virtual void fit() = 0;

private:
    QString headingFor(qreal width) const;
    void writeHeading(QTextDocument &heading, qreal width) const;
    int linesOf(const QString &title, qreal width, const std::vector<LegendKey> &keys) const;

    QLabel *heading_;
    QString title_, brief_;
    std::vector<LegendKey> keys_;
    QChartView *view_;
    QChart *chart_;
    Theme theme_;
    using HeadingKey = std::tuple<QString, int, qreal, QString>; // what its height depends on
    HeadingKey headingKey_;
    int headingHeight_ = 0;
    bool isRendering_ = false; ///< into a file: fit() is called where it must be
};

} // namespace tenfold
