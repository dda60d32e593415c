#include "ui/charts/pointsview.h"

#include "core/analysis/format.h"
#include "ui/charts/axes.h"
#include "ui/charts/chartmarks.h"
#include "ui/charts/valueplate.h"

#include <QLineSeries>
#include <QPaintEngine>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <set>

namespace tenfold {

/// Above so many, points that would cover one another are drawn once.
static constexpr std::size_t mostSeparate = 1000;

PointsView::PointsView(const View &view, QWidget *parent)
    : ChartPicture(parent),
      view_(view),
      frame_(new QLineSeries),
      over_(new QValueAxis),
      value_(new QValueAxis)
{
    chart().addAxis(over_, Qt::AlignBottom);
    chart().addAxis(value_, Qt::AlignLeft);
    chart().addSeries(frame_);
    frame_->attachAxis(over_);
    frame_->attachAxis(value_);
    marks_ = new PaintedMarks(chart(), [this](QPainter &painter) { paintMarks(painter); });
}

PointCloud PointsView::take(const std::shared_ptr<const Trace> &trace, std::int32_t series)
{
    const auto known = std::ranges::find_if(
        clouds_, [&](const PointCloud &cloud) { return cloud.trace == trace && cloud.series == series; });
    if (known != clouds_.end())
        return std::move(*known);
    PointCloud cloud;
    cloud.trace = trace;
    cloud.series = series;
    return cloud;
}

PointsView::Extent PointsView::extent() const
{
    Extent extent = reach_;
    extent.end = std::max(extent.end, end_);
    for (const PointCloud &cloud : clouds_) {
        extent.least = std::min(extent.least, cloud.least);
        extent.greatest = std::max(extent.greatest, cloud.greatest.value);
    }
    return extent;
}

void PointsView::show(const Scene &scene)
{
    reach_ = atEnd_.of(scene, [this](const Scene &whole) {
        show(whole);
        return extent();
    });
    end_ = 0;
    std::vector<PointCloud> clouds;
    const auto sourceOf = [&](const Series &series) {
        const QString id = QString::fromStdString(series.id);
        const auto isOf = [&](const QString &begin) { return id.startsWith(begin); };
        return series.kind == SeriesKind::Gauge ? std::ranges::find_if(view_.sources, isOf)
                                                : view_.sources.end();
    };
    std::set<std::string> shapes; // a series has the same one in all variants
    for (const Outcome &outcome : scene.outcomes) {
        if (const Repeat *repeat = outcome.shown(); repeat && repeat->trace) {
            for (const Series &series : repeat->trace->series()) {
                if (sourceOf(series) != view_.sources.end())
                    shapes.insert(series.id);
            }
        }
    }
    for (const Outcome &outcome : scene.outcomes) {
        const Repeat *repeat = outcome.shown();
        if (!repeat || !repeat->trace)
            continue;
        const Variant &variant = *scene.variantOf(outcome);
        const std::vector<Series> series = repeat->trace->series();
        for (std::size_t i = 0; i < series.size(); ++i) {
            const auto source = sourceOf(series[i]);
            if (source == view_.sources.end())
                continue;
            const QString id = QString::fromStdString(series[i].id);
            PointCloud cloud = take(repeat->trace, static_cast<std::int32_t>(i));
            const QString rest = id.mid(source->size());
            cloud.title = cloud.variant = variant.title.text();
            cloud.name.clear();
            if (view_.sources.size() > 1 || !rest.isEmpty()) {
                cloud.name = translate("series", (rest.isEmpty() ? id : rest).toUtf8());
                cloud.title += QStringLiteral(" · ") + cloud.name;
            }
            cloud.kind = variant.kind;
            cloud.number = scene.numberOf(outcome);
            cloud.shape = static_cast<std::size_t>(std::distance(shapes.begin(), shapes.find(series[i].id)));
            cloud.read(scene.instantOf(*repeat->trace), view_.isStair);
            cloud.cause = view_.unit.text() == QLatin1String("ms") ? cloud.causeOfGreatest() : QString();
            if (cloud.count == 0)
                continue;
            end_ = std::max(end_, view_.byLane ? scene.scenario()->workersOf(variant, outcome.values)
                                               : scene.secondsOf(outcome));
            clouds.push_back(std::move(cloud));
        }
    }
    clouds_ = std::move(clouds);
    retranslate();
    fit();
}

void PointsView::setTheme(const Theme &theme)
{
    ChartPicture::setTheme(theme);
    retranslate();
    fit();
}

DotStyle PointsView::styleOf(const PointCloud &cloud) const
{
    return {cloud.kind, cloud.shape, colourOf(cloud)};
}

QColor PointsView::colourOf(const PointCloud &cloud) const
{
    return theme().of(cloud.kind, cloud.number);
}

void PointsView::retranslate()
{
    std::vector<LegendKey> keys;
    QStringList named, coloured;
    for (const PointCloud &cloud : clouds_) {
        if (!cloud.name.isEmpty() && cloud.kind != VariantKind::Mistake && !named.contains(cloud.name)) {
            named << cloud.name; // once, for all variants: shapes are the series'
            keys.push_back({theme().text, symbolOf(styleOf(cloud)), cloud.name});
        }
    }
    const bool areNamed = named.size() > 1;
    if (!areNamed)
        keys.clear();
    for (const PointCloud &cloud : clouds_) {
        if (!areNamed || cloud.kind == VariantKind::Mistake)
            keys.push_back({colourOf(cloud), symbolOf(styleOf(cloud)), cloud.title});
        else if (!coloured.contains(cloud.variant)) {
            coloured << cloud.variant;
            keys.push_back({colourOf(cloud), QStringLiteral("■"), cloud.variant});
        }
    }
    if (std::ranges::any_of(clouds_, &PointCloud::isManyStairs))
        keys.push_back({theme().muted, QStringLiteral("▒"), tr("slowest to fastest worker")});
    const QString unit = view_.unit.text();
    const QString title =
        unit.isEmpty() ? view_.title.text() : tr("%1 (%2)", "title, unit").arg(view_.title.text(), unit);
    setHeading((view_.byLane ? tr("%1 by worker") : tr("%1 over time (s)")).arg(title), view_.title.text(),
               keys, title);
    setAccessibleDescription(numbers());
}

void PointsView::fit()
{
    const auto [end, least, greatest] = extent();
    const QFontMetricsF metrics(theme().font(11));
    const QSizeF size = chart().size();
    const int across =
        static_cast<int>(size.width() / (metrics.horizontalAdvance(QStringLiteral("0.00")) * 2.2));
    const int up = std::clamp(static_cast<int>(size.height() / (metrics.height() * 2)), 2, 6);
    // Lanes have whole numbers.
    const int most = std::clamp(view_.byLane ? std::min(across, static_cast<int>(end)) : across, 2, 10);
    styleAxis(*over_, niceEnd(std::max(end, view_.byLane ? 2.0 : 0.0), most), most);
    const double step = niceStep(std::max(greatest - least, 1e-9) * 1.04, up);
    if (least < 0)
        styleAxis(*value_, step * std::ceil(greatest * 1.04 / step), up,
                  step * std::floor(least * 1.04 / step));
    else
        styleAxis(*value_, tightEnd(greatest * 1.04, up), up);
    setLeastChartHeight(110);
    marks_->refresh();
}

QPointF PointsView::placeOf(const PointDot &dot) const
{
    const QRectF plot = chart().plotArea();
    const double x = (view_.byLane ? dot.number : toSeconds(dot.time)) / over_->max();
    const double y = (dot.value - value_->min()) / (value_->max() - value_->min());
    return {plot.left() + x * plot.width(), plot.bottom() - y * plot.height()};
}

void PointsView::paintCloud(QPainter &painter, const PointCloud &cloud) const
{
    const bool isCrowd = cloud.count > mostSeparate;
    const qreal size = (isCrowd ? 5 : cloud.count > 200 ? 6.5 : 8) * theme().factor;
    const QPolygonF shape = takeShape(painter, theme(), styleOf(cloud), size, !isCrowd);

    // A picture of pixels takes a stamp, many times as fast; a drawing keeps the shape.
    QImage stamp;
    const qreal scale = std::hypot(painter.deviceTransform().m11(), painter.deviceTransform().m12());
    const qreal edge = std::ceil(size * 1.5 + 4);
    if (isCrowd && painter.paintEngine()->type() == QPaintEngine::Raster) {
        stamp = QImage((QSizeF(edge, edge) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
        stamp.setDevicePixelRatio(scale);
        stamp.fill(Qt::transparent);
        QPainter into(&stamp);
        into.setRenderHint(QPainter::Antialiasing);
        into.setPen(painter.pen());
        into.setBrush(painter.brush());
        paintShape(into, shape, {edge / 2, edge / 2}, size);
    }
    const QRectF plot = chart().plotArea();
    const qreal cell = isCrowd ? size / 2 : 0.5;
    const auto columns = static_cast<std::size_t>(plot.width() / cell) + 2;
    const auto rows = static_cast<std::size_t>(plot.height() / cell) + 2;
    std::vector<bool> isTaken(columns * rows);
    for (const PointDot &dot : cloud.dots) {
        if (dot.time > cloud.until)
            continue;
        const QPointF at = placeOf(dot);
        const auto column = static_cast<std::size_t>(
            std::clamp((at.x() - plot.left()) / cell, 0.0, static_cast<double>(columns - 1)));
        const auto row = static_cast<std::size_t>(
            std::clamp((at.y() - plot.top()) / cell, 0.0, static_cast<double>(rows - 1)));
        if (isTaken[row * columns + column])
            continue;
        isTaken[row * columns + column] = true;
        if (stamp.isNull())
            paintShape(painter, shape, at, size);
        else
            painter.drawImage(at - QPointF(edge / 2, edge / 2), stamp);
    }
}

/// A stair a lane: a value lasts until the next one. Of very many, the lowest and the highest.
void PointsView::paintStairs(QPainter &painter, const PointCloud &cloud) const
{
    std::vector<QPolygonF> lines;
    if (cloud.isManyStairs()) {
        const QRectF plot = chart().plotArea();
        const auto pixel = static_cast<Nanoseconds>(over_->max() * 1e9 / std::max(1.0, plot.width()));
        lines.resize(2);
        for (const StairBand &band : coarser(cloud.band, pixel)) {
            goOn(lines[0], placeOf({band.time, band.least, 0, 0}));
            goOn(lines[1], placeOf({band.time, band.most, 0, 0}));
        }
        QPolygonF between = lines[0];
        for (qsizetype i = lines[1].size(); i-- > 0;)
            between << lines[1][i];
        QColor fill = colourOf(cloud);
        fill.setAlphaF(0.3F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawPolygon(between);
    } else {
        for (const PointDot &dot : cloud.dots) {
            if (dot.time > cloud.until)
                continue;
            lines.resize(std::max(lines.size(), dot.lane + 1));
            goOn(lines[dot.lane], placeOf(dot));
        }
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colourOf(cloud), 1.6 * theme().factor));
    for (const QPolygonF &line : lines)
        painter.drawPolyline(line);
    // As many of its shape as leave the steps to be seen.
    const qreal size = 7 * theme().factor;
    const QPolygonF shape = takeShape(painter, theme(), styleOf(cloud), size, true);
    for (const QPolygonF &line : lines) {
        for (qsizetype i = 0, last = 0; i < line.size(); i += 2) { // each second one is a step's edge
            if (i == 0 || i + 1 == line.size() || line[i].x() - line[last].x() >= 4 * size)
                paintShape(painter, shape, line[last = i], size);
        }
    }
}

QString PointsView::inWords(const PointCloud &cloud) const
{
    const QString value = formatMeasured(cloud.greatest.value, view_.unit.text());
    return cloud.cause.isEmpty() ? value : tr("%1: %2", "value and its cause").arg(value, cloud.cause);
}

/// The greatest value stands near its point, where no other is, with what was marked there.
void PointsView::nameGreatest(QPainter &painter) const
{
    const auto greatest =
        std::ranges::max_element(clouds_, {}, [](const PointCloud &cloud) { return cloud.greatest.value; });
    if (greatest == clouds_.end() || greatest->greatest.value <= 0)
        return;
    std::vector<QPointF> points;
    for (const PointCloud &cloud : clouds_) {
        for (const PointDot &dot : cloud.dots) {
            if (dot.time <= cloud.until)
                points.push_back(placeOf(dot));
        }
    }
    paintValuePlate(painter, theme(), chart().plotArea(), placeOf(greatest->greatest), inWords(*greatest),
                    points);
}

void PointsView::paintMarks(QPainter &painter) const
{
    if (over_->max() <= 0 || chart().plotArea().isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const PointCloud &cloud : clouds_) {
        if (view_.isStair)
            paintStairs(painter, cloud);
        else
            paintCloud(painter, cloud);
    }
    if (!view_.isStair) // those who get to the top are many
        nameGreatest(painter);
    painter.restore();
}

QString PointsView::data() const
{
    const QString unit = view_.unit.text();
    const auto inUnit = [&](const QString &title) {
        return unit.isEmpty() ? title : tr("%1 (%2)").arg(title, unit);
    };
    QString text =
        QStringList{tr("Variant"), tr("Points"), inUnit(tr("Median")), inUnit(tr("Most"))}.join(u'\t') +
        u'\n';
    for (const PointCloud &cloud : clouds_)
        text += QStringList{cloud.title, QString::number(cloud.count), plainNumber(cloud.median),
                            plainNumber(cloud.greatest.value)}
                    .join(u'\t') +
                u'\n';
    return text;
}

QString PointsView::numbers() const
{
    const QString unit = view_.unit.text();
    QString text;
    for (const PointCloud &cloud : clouds_) {
        text += cloud.title + u'\t';
        if (view_.isStair)
            text += tr("stairs: %1").arg(cloud.stairs) + u'\t' +
                    tr("apart at most %1").arg(formatMeasured(cloud.apart, unit)) + u'\t';
        text += tr("points: %1").arg(formatCount(cloud.count)) + u'\t' +
                tr("median %1").arg(formatMeasured(cloud.median, unit)) + u'\t' +
                tr("at most %1").arg(inWords(cloud)) + u'\n';
    }
    return text;
}

} // namespace tenfold
