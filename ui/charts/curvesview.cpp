#include "ui/charts/curvesview.h"

#include "core/analysis/format.h"
#include "ui/charts/axes.h"
#include "ui/charts/chosen.h"
#include "ui/pinned.h"

#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tenfold {

CurvesView::CurvesView(const View &view, QWidget *parent) : LinesView(view, parent) {}

/// The values of each series that begins with `begin`, by the rest of its id, in the order of time.
static std::vector<std::pair<QString, QList<QPointF>>> curvesOf(const Trace &trace, std::string_view begin,
                                                                Nanoseconds until)
{
    const std::vector<Series> series = trace.series();
    std::vector<std::vector<SampleRecord>> samples(series.size());
    for (const Lane *lane : trace.lanes()) {
        lane->samples().forEach([&](const SampleRecord &sample) {
            const auto index = static_cast<std::size_t>(sample.series);
            if (index < series.size() && sample.time <= until && series[index].id.starts_with(begin))
                samples[index].push_back(sample);
        });
    }
    std::vector<std::pair<QString, QList<QPointF>>> curves;
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (samples[i].empty())
            continue;
        std::ranges::stable_sort(samples[i], {}, &SampleRecord::time);
        QList<QPointF> points;
        double value = 0;
        for (const SampleRecord &sample : samples[i]) {
            value = series[i].kind == SeriesKind::Level ? value + sample.value : sample.value;
            points << QPointF(static_cast<double>(points.size()) + 1, value);
        }
        const std::string rest = series[i].id.substr(begin.size());
        curves.emplace_back(QString::fromStdString(rest.empty() ? series[i].id : rest), points);
    }
    return curves;
}

/// A point of a curve for at most about every second pixel.
static QList<QPointF> evenlyThinned(const QList<QPointF> &points)
{
    constexpr qsizetype mostSamples = 500;
    if (points.size() <= mostSamples)
        return points;
    QList<QPointF> result;
    for (qsizetype i = 0; i < mostSamples; ++i)
        result << points[i * points.size() / mostSamples];
    return result << points.last();
}

/// Those of the pinned run, which are read once.
std::vector<LinesView::Line> CurvesView::ghostsOf(const Scene &scene, const QString &variant)
{
    const Outcome *pinned = scene.pinnedOutcome(variant);
    const std::shared_ptr<const Trace> trace = pinned ? pinned->shown()->trace : nullptr;
    if (std::exchange(ghostTrace_, trace) == trace)
        return ghosts_;
    ghosts_.clear();
    if (trace) {
        for (const auto &[title, points] :
             curvesOf(*trace, view().sources.value(0).toStdString(), trace->now()))
            ghosts_.push_back({title, VariantKind::Parallel, 0, evenlyThinned(points), true});
    }
    return ghosts_;
}

void CurvesView::show(const Scene &scene)
{
    setReach({});
    setReach(atEnd_.of(scene, [this](const Scene &whole) {
        show(whole);
        return extent();
    }));
    variant_.clear();
    pinnedTitle_ = pinnedTitle(scene);
    std::vector<Line> lines;
    if (const Outcome *outcome = chosen(scene)) {
        const Trace &trace = *outcome->shown()->trace;
        lines = ghostsOf(scene, outcome->variant);
        variant_ = scene.variantOf(*outcome)->title.text();
        auto curves = curvesOf(trace, view().sources.value(0).toStdString(), scene.instantOf(trace));
        // Workers come in any order; a curve keeps its colour from run to run.
        std::ranges::sort(curves, [](const auto &a, const auto &b) {
            bool isNumber = false;
            bool isOther = false;
            const double left = a.first.toDouble(&isNumber);
            const double right = b.first.toDouble(&isOther);
            return isNumber && isOther ? left < right : a.first < b.first;
        });
        for (const auto &[title, points] : curves)
            lines.push_back({title, VariantKind::Parallel, 0, evenlyThinned(points)});
    }
    setLines(std::move(lines));
}

QString CurvesView::heading() const
{
    return variant_.isEmpty() ? view().title.text()
                              : tr("%1 over samples (%2)").arg(view().title.text(), variant_);
}

/// Lightness tells the curves apart as well as hue, and every second one is dashed. The stops are those of
/// viridis (van der Walt and Smith, 2015) that stand out from the ground.
QPen CurvesView::penOf(std::size_t line) const
{
    static constexpr std::array<std::array<int, 3>, 5> viridis{
        {{0x44, 0x01, 0x54}, {0x3B, 0x52, 0x8B}, {0x21, 0x91, 0x8C}, {0x5E, 0xC9, 0x62}, {0xFD, 0xE7, 0x25}}};
    if (lines()[line].isGhost)
        return {paleOf(theme().text, theme()), 1.2 * theme().factor, Qt::SolidLine, Qt::FlatCap,
                Qt::RoundJoin};
    const std::size_t count = lines().size() - ghostCount();
    line -= ghostCount();
    const double share = count > 1 ? static_cast<double>(line) / static_cast<double>(count - 1) : 0.5;
    const double at = theme().dark ? 1.4 + 2.6 * share : 3.0 * share;
    const auto stop = std::min<std::size_t>(static_cast<std::size_t>(at), viridis.size() - 2);
    const double rest = at - static_cast<double>(stop);
    const auto mixed = [&](std::size_t part) {
        return static_cast<int>(
            std::lround(viridis[stop][part] * (1 - rest) + viridis[stop + 1][part] * rest));
    };
    return {QColor(mixed(0), mixed(1), mixed(2)), 2.5 * theme().factor,
            line % 2 && lines()[line + ghostCount()].points.size() <= 300 ? Qt::DashLine : Qt::SolidLine,
            Qt::FlatCap, Qt::RoundJoin};
}

void CurvesView::fitAcross(int mostTicks)
{
    const double last = std::max(1.0, extent().right());
    qreal labels = 0;
    const QFontMetricsF metrics(theme().font(11));
    for (const Line &line : lines()) {
        if (!line.isGhost)
            labels = std::max(labels, metrics.horizontalAdvance(line.title));
    }
    chart().setMargins(QMargins(6, 4, 10 + static_cast<int>(std::ceil(labels + swatch())), 4));
    // There is no half a sample.
    const int ticks = std::min(mostTicks, static_cast<int>(last));
    styleAxis(across(), niceEnd(last, ticks), ticks);
}

/// The room between plot and titles: lines lead from the ends to a piece of each curve, since where ends meet
/// the lines do.
qreal CurvesView::swatch() const
{
    return 36 * theme().factor;
}

std::size_t CurvesView::ghostCount() const
{
    return static_cast<std::size_t>(std::ranges::count(lines(), true, &Line::isGhost));
}

std::vector<LegendKey> CurvesView::legend() const
{
    if (ghostCount() == 0)
        return {};
    return {{paleOf(theme().text, theme()), QStringLiteral("──"), pinnedTitle_}};
}

/// The title of each curve beside its end, moved apart where ends meet.
void CurvesView::paintMarks(QPainter &painter) const
{
    painter.setFont(theme().font(11));
    const QFontMetricsF metrics(painter.font());
    const QRectF plot = chart().plotArea();
    std::vector<std::size_t> order(lines().size() - ghostCount());
    std::iota(order.begin(), order.end(), ghostCount());
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return placeOf(lines()[i].points.last()).y(); });
    const qreal height = metrics.ascent() + 1;
    // Where there is no room for all, those of every second, third ... curve: a title that is cut says
    // nothing.
    const auto room = static_cast<std::size_t>(std::max(1.0, std::floor(plot.height() / height)));
    const std::size_t every = (order.size() + room - 1) / room;
    for (std::size_t i = 0; every > 1 && i * every < order.size(); ++i)
        order[i] = order[i * every];
    if (every > 1)
        order.resize((order.size() + every - 1) / every);
    std::vector<qreal> base(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const qreal wanted = placeOf(lines()[order[i]].points.last()).y() + metrics.capHeight() / 2;
        base[i] = i == 0 ? wanted : std::max(wanted, base[i - 1] + height);
    }
    qreal lowest = plot.bottom();
    for (std::size_t i = order.size(); i-- > 0; lowest = base[i] - height)
        base[i] = std::min(base[i], lowest);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const QPen pen = penOf(order[i]);
        const QPointF end = placeOf(lines()[order[i]].points.last());
        const QPointF at(plot.right() + swatch(), base[i]);
        const QPointF middle(at.x() - 4, at.y() - metrics.capHeight() / 2);
        const QPointF left(at.x() - swatch() * 0.6, middle.y());
        painter.setPen(QPen(theme().muted, 1));
        painter.drawLine(end, left);
        painter.setPen(pen);
        painter.drawLine(left, middle);
        painter.setPen(theme().text);
        painter.drawText(at, lines()[order[i]].title);
    }
}

QString CurvesView::data() const
{
    QString text = QStringList{tr("Curve"), tr("Sample"), view().title.text()}.join(u'\t') + u'\n';
    for (const Line &line : lines()) {
        for (const QPointF &point : line.isGhost ? QList<QPointF>() : line.points)
            text +=
                QStringList{line.title, plainNumber(point.x()), plainNumber(point.y())}.join(u'\t') + u'\n';
    }
    return text;
}

QString CurvesView::numbers() const
{
    QString text;
    for (const Line &line : lines()) {
        if (line.isGhost)
            continue;
        text += line.title + u'\t' +
                tr("%1 after %2 samples")
                    .arg(formatNumber(line.points.last().y()))
                    .arg(formatNumber(line.points.last().x())) +
                u'\n';
    }
    return text;
}

} // namespace tenfold
