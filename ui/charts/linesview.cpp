#include "ui/charts/linesview.h"

#include "ui/charts/axes.h"
#include "ui/charts/chartmarks.h"

#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace tenfold {

Qt::PenStyle dashOf(VariantKind kind, int number)
{
    if (kind == VariantKind::Sequential)
        return Qt::DashLine;
    if (kind == VariantKind::Mistake)
        return number % 2 ? Qt::DashDotDotLine : Qt::DashDotLine;
    return number == 0 ? Qt::SolidLine : number % 2 ? Qt::DotLine : Qt::DashDotDotLine;
}

QString symbolOf(Qt::PenStyle dash)
{
    return dash == Qt::SolidLine  ? QStringLiteral("━━")
           : dash == Qt::DashLine ? QStringLiteral("╍╍")
           : dash == Qt::DotLine  ? QStringLiteral("┅┅")
                                  : QStringLiteral("━╍");
}

LinesView::LinesView(const View &view, QWidget *parent)
    : ChartPicture(parent), view_(view), frame_(new QLineSeries), across_(new QValueAxis), up_(new QValueAxis)
{
    chart().addAxis(across_, Qt::AlignBottom);
    chart().addAxis(up_, Qt::AlignLeft);
    chart().addSeries(frame_);
    frame_->attachAxis(across_);
    frame_->attachAxis(up_);
    marks_ = new PaintedMarks(chart(), [this](QPainter &painter) {
        if (!isBare())
            return paintMarks(painter);
        painter.setFont(theme().font(13));
        painter.setPen(theme().muted);
        painter.drawText(QRectF(QPointF(), chart().size()), Qt::AlignCenter | Qt::TextWordWrap,
                         placeholder());
    });
}

bool LinesView::isBare() const
{
    return !placeholder().isEmpty() &&
           std::ranges::all_of(lines_, [](const Line &line) { return line.points.isEmpty(); });
}

void LinesView::setLines(std::vector<Line> lines)
{
    lines_ = std::move(lines);
    while (series_.size() < std::ssize(lines_)) {
        auto *series = new QLineSeries;
        chart().addSeries(series);
        series->attachAxis(across_);
        series->attachAxis(up_);
        series_ << series;
    }
    for (qsizetype i = 0; i < series_.size(); ++i) {
        const QList<QPointF> points =
            i < std::ssize(lines_) ? lines_[static_cast<std::size_t>(i)].points : QList<QPointF>();
        if (series_[i]->points() != points) // what is as it was need not be laid out again
            series_[i]->replace(points);
    }
    restyle();
    retranslate();
    fit();
}

QPointF LinesView::placeOf(const QPointF &point) const
{
    return chart().mapToPosition(point, frame_);
}

QPen LinesView::penOf(std::size_t line) const
{
    const Line &drawn = lines_[line];
    const bool isThin = drawn.points.size() > 300; // many dashes take many times as long to draw
    const qreal width = (drawn.kind == VariantKind::Parallel ? 3 : 2.5) * theme().factor;
    return {theme().of(drawn.kind, drawn.number), isThin ? width / 2 : width,
            isThin ? Qt::SolidLine : dashOf(drawn.kind, drawn.number), Qt::FlatCap, Qt::MiterJoin};
}

std::vector<LegendKey> LinesView::legend() const
{
    std::vector<LegendKey> keys;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const QPen pen = penOf(i);
        keys.push_back({pen.color(), symbolOf(pen.style()), lines_[i].title});
    }
    return keys;
}

void LinesView::paintMarks(QPainter &) const {}

void LinesView::restyle()
{
    for (std::size_t i = 0; i < lines_.size(); ++i)
        series_[static_cast<qsizetype>(i)]->setPen(penOf(i));
}

void LinesView::setTheme(const Theme &theme)
{
    ChartPicture::setTheme(theme);
    restyle();
    retranslate();
    fit();
}

void LinesView::retranslate()
{
    setHeading(heading(), view_.title.text(), legend(), briefHeading());
    setAccessibleDescription(numbers());
}

QRectF LinesView::extent() const
{
    double right = reach_.right(), least = reach_.top(), greatest = reach_.bottom();
    for (const Line &line : lines_) {
        for (const QPointF &point : line.points) {
            right = std::max(right, point.x());
            least = std::min(least, point.y());
            greatest = std::max(greatest, point.y());
        }
    }
    return {QPointF(0, least), QPointF(right, greatest)};
}

void LinesView::fit()
{
    const QRectF extent = this->extent();
    const double least = extent.top(), greatest = extent.bottom();
    const QFontMetricsF metrics(theme().font(11));
    const QSizeF size = chart().size();
    const int ticks =
        static_cast<int>(size.width() / (metrics.horizontalAdvance(QStringLiteral("0.00")) * 2.2));
    fitAcross(std::clamp(ticks, 2, 10));
    const int up = std::clamp(static_cast<int>(size.height() / (metrics.height() * 2)), 2, 6);
    if (least < 0) {
        const double step = niceStep((greatest - least) * 1.04, up);
        styleAxis(*up_, step * std::ceil(greatest * 1.04 / step), up, step * std::floor(least * 1.04 / step));
    } else {
        styleAxis(*up_, niceEnd(topFor(greatest), up), up);
    }
    for (QValueAxis *axis : {across_, up_}) // whose numbers would be of nothing
        axis->setVisible(!isBare());
    setLeastChartHeight(leastHeight());
    marks_->refresh();
}

} // namespace tenfold
