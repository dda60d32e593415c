#include "ui/charts/efficiencyview.h"

#include "core/analysis/format.h"
#include "ui/charts/valueplate.h"

#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace tenfold {

EfficiencyView::EfficiencyView(const View &view, QWidget *parent) : LinesView(view, parent)
{
    across().setLabelsVisible(false); // powers of ten are its ticks
    across().setGridLineVisible(false);
    across().setTickCount(2);
}

static double percentAt(double length, double overhead)
{
    return 100 * length / (length + overhead);
}

void EfficiencyView::addDots(const Scene &scene, const std::vector<Outcome> &outcomes)
{
    const QStringList &sources = view().sources;
    for (const Outcome &outcome : outcomes) {
        const Finding *length = outcome.finding(sources.value(1));
        const Finding *overhead = outcome.finding(sources.value(2));
        const Finding *efficiency = outcome.finding(sources.value(3));
        if (!length || !overhead || !efficiency || length->value <= 0 || overhead->value <= 0)
            continue;
        const Variant &variant = *scene.scenario()->variant(outcome.variant);
        dots_.push_back({variant.title.text(), variant.kind, scene.numberOf({outcome.variant, {}, 0, {}}),
                         length->value, overhead->value, efficiency->value});
    }
}

void EfficiencyView::show(const Scene &scene)
{
    const Parameter *parameter = scene.scenario()->parameter(view().sources.value(0));
    dots_.clear();
    addDots(scene, scene.outcomes);
    std::vector<Line> lines;
    if (parameter) {
        unit_ = parameter->unit.text();
        least_ = std::max(1, parameter->minimum);
        greatest_ = std::max(10.0 * least_, double(parameter->maximum));
    }
    // Of all the overheads that were measured, one curve: they are the pool's, not the tasks'.
    if (const auto last = std::ranges::max_element(dots_, {}, &Dot::overhead); last != dots_.end()) {
        least_ = std::min(least_, std::pow(10, std::floor(std::log10(last->overhead)))); // down to the bend
        constexpr int steps = 90;
        Line law{tr("length / (length + overhead)"), VariantKind::Parallel, 0, {}};
        for (int i = 0; i <= steps; ++i) {
            const double length = least_ * std::pow(greatest_ / least_, i / double(steps));
            law.points << QPointF(std::log10(length), percentAt(length, last->overhead));
        }
        lines.push_back(std::move(law));
    }
    if (const auto swept = scene.sweeps.find(view().sources.value(0)); swept != scene.sweeps.end())
        addDots(scene, swept->second.outcomes);
    setLines(std::move(lines));
}

QString EfficiencyView::heading() const
{
    return tr("%1 (%, over %2)").arg(view().title.text(), unit_);
}

QString EfficiencyView::briefHeading() const
{
    return tr("%1 (%)", "title").arg(view().title.text());
}

std::vector<LegendKey> EfficiencyView::legend() const
{
    std::vector<LegendKey> keys = LinesView::legend();
    QStringList named;
    for (const Dot &dot : dots_) {
        if (named.contains(dot.title))
            continue;
        named << dot.title;
        keys.push_back({theme().of(dot.kind, dot.number), QStringLiteral("●"), dot.title});
    }
    return keys;
}

void EfficiencyView::fitAcross(int)
{
    const QFontMetricsF metrics(theme().font(11));
    chart().setMargins(QMargins(6, 4, 18, 6 + static_cast<int>(std::ceil(metrics.height()))));
    across().setRange(std::log10(least_), std::log10(greatest_));
}

void EfficiencyView::paintTicks(QPainter &painter) const
{
    painter.setFont(theme().font(11));
    const QFontMetricsF metrics(painter.font());
    const QRectF plot = chart().plotArea();
    qreal end = -1e9; // of the last one that is named
    for (double length = least_; length <= greatest_ * 1.001; length *= 10) {
        const qreal x = placeOf({std::log10(length), 0}).x();
        const QString text = length < 1 ? QString::number(length) : formatCount(length);
        painter.setPen(QPen(theme().grid, 1));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 4));
        painter.setPen(theme().muted);
        const qreal width = metrics.horizontalAdvance(text);
        const qreal left = std::min(x - width / 2, chart().size().width() - width - 2);
        if (left < end + metrics.horizontalAdvance(u' '))
            continue;
        painter.drawText(QPointF(left, plot.bottom() + metrics.ascent() + 5), text);
        end = left + width;
    }
}

void EfficiencyView::paintMarks(QPainter &painter) const
{
    paintTicks(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = 5 * theme().factor;
    for (const Dot &dot : dots_) {
        const double length = std::clamp(dot.length, least_, greatest_);
        painter.setPen(QPen(theme().card, 1.5));
        painter.setBrush(theme().of(dot.kind, dot.number));
        painter.drawEllipse(placeOf({std::log10(length), std::min(100.0, dot.efficiency)}), radius, radius);
    }
    nameValues(painter);
}

/// Where half is lost, and how much of their time the tasks of each variant got.
void EfficiencyView::nameValues(QPainter &painter) const
{
    const QRectF plot = chart().plotArea();
    if (dots_.empty() || plot.height() < 2 * QFontMetricsF(theme().font(11)).height())
        return;
    const auto &last = *std::ranges::max_element(dots_, {}, &Dot::overhead);
    std::vector<QRectF> plates;
    if (last.overhead >= least_ && last.overhead <= greatest_) {
        const QPointF half = placeOf({std::log10(last.overhead), 50});
        painter.setPen(QPen(theme().of(VariantKind::Parallel, 0), 2 * theme().factor));
        painter.setBrush(theme().card);
        painter.drawEllipse(half, 5 * theme().factor, 5 * theme().factor);
        plates.push_back(paintValuePlate(painter, theme(), plot, half,
                                         tr("half is lost at %1").arg(formatMeasured(last.overhead, unit_)),
                                         PlateSide::Beside));
    }
    QStringList named;
    for (const Dot &dot : dots_) {
        const QPointF at =
            placeOf({std::log10(std::clamp(dot.length, least_, greatest_)), std::min(100.0, dot.efficiency)});
        const bool isFree = std::ranges::none_of(plates, [&](const QRectF &plate) {
            return std::abs(plate.center().x() - at.x()) < plate.width();
        });
        if (isFree && !named.contains(dot.title)) // the first of each variant: those of a sweep are many
            plates.push_back(paintValuePlate(painter, theme(), plot, at, formatPercent(dot.efficiency / 100),
                                             PlateSide::Below));
        named << dot.title;
    }
}

QString EfficiencyView::numbers() const
{
    QString text;
    for (const Dot &dot : dots_)
        text +=
            QStringList{
                dot.title, tr("length %1").arg(formatMeasured(dot.length, unit_)),
                tr("overhead %1").arg(formatMeasured(dot.overhead, unit_)),
                tr("efficiency %1").arg(formatPercent(dot.efficiency / 100)),
                tr("the overhead allows %1").arg(formatPercent(percentAt(dot.length, dot.overhead) / 100))}
                .join(u'\t') +
            u'\n';
    return text;
}

} // namespace tenfold
