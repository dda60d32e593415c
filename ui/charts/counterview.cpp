#include "ui/charts/counterview.h"

#include "core/analysis/format.h"
#include "core/analysis/readings.h"
#include "ui/charts/axes.h"
#include "ui/charts/chartmarks.h"
#include "ui/charts/linesview.h"
#include "ui/charts/valueplate.h"
#include "ui/pinned.h"

#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <cmath>

namespace tenfold {

constexpr qsizetype mostPoints = 600;

QList<QPointF> CounterView::Thinned::of(const QList<QPointF> &steps, qsizetype unchanged)
{
    extremes_.resize(std::min(extremes_.size(), static_cast<std::size_t>(unchanged / block)));
    const auto lower = [](auto a, auto b) { return a.y() < b.y(); };
    for (auto i = static_cast<qsizetype>(extremes_.size()); (i + 1) * block <= steps.size(); ++i) {
        const auto [least, greatest] =
            std::minmax_element(steps.begin() + i * block, steps.begin() + (i + 1) * block, lower);
        extremes_.emplace_back(least->y(), greatest->y());
    }
    if (steps.size() <= mostPoints)
        return steps;
    QList<QPointF> result;
    const qsizetype stretches = mostPoints / 4;
    const bool isLong = steps.size() >= 2 * stretches * block; // then a stretch is whole blocks
    const auto bound = [&](qsizetype i) {
        const qsizetype at = steps.size() * i / stretches;
        return isLong && i < stretches ? at / block * block : at;
    };
    for (qsizetype i = 0; i < stretches; ++i) {
        const qsizetype begin = bound(i), end = bound(i + 1);
        double least = steps[begin].y(), greatest = least;
        qsizetype at = begin;
        for (; isLong && at + block <= end; at += block) {
            const auto &[low, high] = extremes_[static_cast<std::size_t>(at / block)];
            least = std::min(least, low);
            greatest = std::max(greatest, high);
        }
        for (; at < end; ++at) {
            least = std::min(least, steps[at].y());
            greatest = std::max(greatest, steps[at].y());
        }
        const double after = end == steps.size() ? steps.last().x() : steps[end].x();
        const double last = steps[end - 1].y();
        result << QPointF(steps[begin].x(), least) << QPointF(steps[begin].x(), greatest)
               << QPointF(steps[begin].x(), last)
               << QPointF(after, last); // level until the next: it stays a staircase
    }
    return result << steps.last();
}

CounterView::CounterView(const View &view, QWidget *parent)
    : ChartPicture(parent),
      view_(view),
      limitLine_(new QLineSeries),
      time_(new QValueAxis),
      value_(new QValueAxis)
{
    setSmooth(false);
    chart().addAxis(time_, Qt::AlignBottom);
    chart().addAxis(value_, Qt::AlignLeft);
    chart().addSeries(limitLine_);
    limitLine_->attachAxis(time_);
    limitLine_->attachAxis(value_);
    marks_ = new PaintedMarks(chart(), [this](QPainter &painter) { namePeak(painter); });
}

/// What has ended stays as it is: it need not be laid out again.
static void replace(QLineSeries &line, const QList<QPointF> &points)
{
    if (line.points() != points)
        line.replace(points);
}

static bool hasSeries(const Trace &trace, const QString &id)
{
    return std::ranges::any_of(trace.series(),
                               [name = id.toStdString()](const Series &series) { return series.id == name; });
}

double CounterView::peak() const
{
    double peak = limit_.value_or(0);
    for (const Curve &curve : curves_)
        peak = std::max(peak, curve.peak);
    for (const Ghost &ghost : ghosts_)
        peak = std::max(peak, ghost.peak);
    return peak;
}

void CounterView::show(const Scene &scene)
{
    reach_ = end_.of(scene, [this](const Scene &whole) {
        show(whole);
        return std::pair(longest_, peak());
    });
    curves_.clear();
    limit_.reset();
    if (const Parameter *parameter = scene.scenario()->parameter(view_.limit))
        limitTitle_ = parameter->title;
    else if (const Measure *measure = scene.scenario()->measureOf(view_.limit))
        limitTitle_ = measure->title;
    longest_ = 0;
    double overlapped = 0; // the longest but for the reference
    sources_.resize(scene.outcomes.size() * static_cast<std::size_t>(view_.sources.size()));
    for (const Outcome &outcome : scene.outcomes) {
        const Repeat *repeat = outcome.shown();
        const Variant &variant = *scene.variantOf(outcome);
        if (!repeat || !repeat->trace)
            continue;
        const Nanoseconds instant = scene.instantOf(*repeat->trace);
        for (const QString &source : view_.sources) {
            if (!hasSeries(*repeat->trace, source)) // what is not there at all is not 0
                continue;
            longest_ = std::max(longest_, scene.secondsOf(outcome));
            if (variant.kind != VariantKind::Sequential)
                overlapped = std::max(overlapped, scene.secondsOf(outcome));
            QString title = variant.title.text();
            if (view_.sources.size() > 1)
                title += QStringLiteral(" · ") + translate("series", source.toUtf8());
            auto &[reader, thinned] = sources_[curves_.size()];
            const QList<QPointF> &steps = reader.read(repeat->trace, source.toStdString(), instant);
            curves_.push_back({title, variant.kind, scene.numberOf(outcome),
                               thinned.of(steps, reader.unchanged()), 0,
                               static_cast<int>(view_.sources.indexOf(source))});
            for (const QPointF &step : std::as_const(curves_.back().steps))
                curves_.back().peak = std::max(curves_.back().peak, step.y());
        }
        if (outcome.values.contains(view_.limit))
            limit_ = outcome.values.value(view_.limit).toDouble();
        else if (const Finding *finding = outcome.finding(view_.limit))
            limit_ = std::max(limit_.value_or(0), finding->value);
    }
    readGhosts(scene);
    for (const Ghost &ghost : ghosts_) {
        longest_ = std::max(longest_, ghost.seconds);
        if (ghost.kind != VariantKind::Sequential)
            overlapped = std::max(overlapped, ghost.seconds);
    }
    if (std::ranges::any_of(scene.scenario()->variants, &Variant::isOneThread) &&
        isCutFor(overlapped, longest_)) // as the timeline is
        longest_ = overlapped * 1.1;
    if (scene.whole)
        longest_ = reach_.first;
    timeUnit_ = scene.isUnderWay() ? TimeUnit() : timeUnitFor(longest_); // what grows does so along one axis
    for (Curve &curve : curves_) {
        for (QPointF &step : curve.steps)
            step.rx() *= timeUnit_.perSecond;
    }
    drawLines();
    restyle();
    retranslate();
    fit();
}

/// The curves of the pinned run, of the variants that are drawn. It does not change: they are read once.
void CounterView::readGhosts(const Scene &scene)
{
    pinnedTitle_ = pinnedTitle(scene);
    std::vector<const Outcome *> drawn;
    for (const Outcome &outcome : scene.outcomes) {
        const Outcome *pinned = scene.pinnedOutcome(outcome.variant);
        if (pinned && pinned->shown()->trace &&
            std::ranges::any_of(view_.sources, [&](const QString &source) {
                return hasSeries(*pinned->shown()->trace, source);
            }))
            drawn.push_back(&outcome);
    }
    const bool isKnown =
        scene.pinned == pinned_ &&
        std::ranges::all_of(drawn,
                            [&](const Outcome *outcome) {
                                return std::ranges::count(ghosts_, outcome->variant, &Ghost::variant) > 0;
                            }) &&
        std::ranges::all_of(ghosts_, [&](const Ghost &ghost) {
            return std::ranges::any_of(drawn, [&](const Outcome *o) { return o->variant == ghost.variant; });
        });
    if (isKnown)
        return;
    pinned_ = scene.pinned;
    ghosts_.clear();
    for (const Outcome *outcome : drawn) {
        const Outcome &pinned = *scene.pinnedOutcome(outcome->variant);
        const Trace &trace = *pinned.shown()->trace;
        for (const QString &source : view_.sources) {
            if (!hasSeries(trace, source))
                continue;
            const QList<QPointF> steps =
                Thinned().of(readSeries(trace, source.toStdString(), trace.now()), 0);
            ghosts_.push_back({outcome->variant, scene.variantOf(*outcome)->kind,
                               scene.numberOf(*outcome) + static_cast<int>(view_.sources.indexOf(source)),
                               steps, 0, pinned.medianSeconds()});
            for (const QPointF &step : steps)
                ghosts_.back().peak = std::max(ghosts_.back().peak, step.y());
        }
    }
}

QLineSeries *CounterView::addLine()
{
    auto *line = new QLineSeries;
    chart().addSeries(line);
    line->attachAxis(time_);
    line->attachAxis(value_);
    return line;
}

void CounterView::drawLines()
{
    if (ghostLines_.size() < static_cast<qsizetype>(ghosts_.size())) { // what is added later lies above
        for (QLineSeries *line : std::exchange(lines_, {})) {
            chart().removeSeries(line);
            delete line;
        }
        while (ghostLines_.size() < static_cast<qsizetype>(ghosts_.size()))
            ghostLines_ << addLine();
    }
    while (lines_.size() < static_cast<qsizetype>(curves_.size()))
        lines_ << addLine();
    for (qsizetype i = 0; i < ghostLines_.size(); ++i) {
        const auto index = static_cast<std::size_t>(i);
        QList<QPointF> steps = index < ghosts_.size() ? ghosts_[index].steps : QList<QPointF>();
        for (QPointF &step : steps)
            step.rx() *= timeUnit_.perSecond;
        replace(*ghostLines_[i], steps);
    }
    for (qsizetype i = 0; i < lines_.size(); ++i) {
        const auto index = static_cast<std::size_t>(i);
        replace(*lines_[i], index < curves_.size() ? curves_[index].steps : QList<QPointF>());
    }
}

Qt::PenStyle CounterView::dashOf(const Curve &curve) const
{
    if (curve.steps.size() > 300) // a dashed line of many points takes many times as long to draw
        return Qt::SolidLine;
    return tenfold::dashOf(curve.kind, curve.number + curve.source);
}

void CounterView::restyle()
{
    for (std::size_t i = 0; i < curves_.size(); ++i) {
        const Curve &curve = curves_[i];
        // What had to be thinned is a band of lines side by side, which need not be wide.
        const bool isBand = curve.steps.size() >= mostPoints;
        const qreal width = isBand ? 1 : (curve.kind == VariantKind::Parallel ? 3 : 2.5) * theme().factor;
        lines_[static_cast<qsizetype>(i)]->setPen(QPen(theme().of(curve.kind, curve.number + curve.source),
                                                       width, dashOf(curve), Qt::FlatCap, Qt::MiterJoin));
    }
    // Thin and whole: dashes of many points take many times as long to draw.
    for (std::size_t i = 0; i < ghosts_.size(); ++i)
        ghostLines_[static_cast<qsizetype>(i)]->setPen(
            QPen(paleOf(theme().of(ghosts_[i].kind, ghosts_[i].number), theme()), 1.4 * theme().factor,
                 Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    limitLine_->setPen(QPen(theme().gain, 2 * theme().factor, Qt::DotLine));
}

void CounterView::setTheme(const Theme &theme)
{
    ChartPicture::setTheme(theme);
    restyle();
    retranslate();
    fit();
}

void CounterView::retranslate()
{
    std::vector<LegendKey> keys;
    const auto lasts = [](const Curve &curve) {
        return curve.steps.empty() ? 0 : curve.steps.last().x() - curve.steps.first().x();
    };
    double longest = 0;
    for (const Curve &curve : curves_)
        longest = std::max(longest, lasts(curve));
    for (const Curve &curve : curves_) {
        // A legend names what is to be seen; a run that ended at once is hardly wider than its line.
        if (curves_.size() > 3 && lasts(curve) < longest / 50)
            continue;
        keys.push_back(
            {theme().of(curve.kind, curve.number + curve.source), symbolOf(dashOf(curve)), curve.title});
    }
    if (!ghosts_.empty())
        keys.push_back({paleOf(theme().text, theme()), QStringLiteral("──"), pinnedTitle_});
    if (limit_)
        keys.push_back({theme().gain, QStringLiteral("┅┅"), limitTitle_.inSentence()});
    setHeading(tr("%1 over time (%2)").arg(view_.title.text(), timeUnit_.text()), view_.title.text(), keys,
               view_.title.text());
    setAccessibleDescription(numbers());
}

void CounterView::fit()
{
    const double peak = std::max(this->peak(), reach_.second);
    const QFontMetricsF metrics(theme().font(11));
    const QSizeF size = chart().size();
    const int across =
        static_cast<int>(size.width() / (metrics.horizontalAdvance(QStringLiteral("0.00")) * 2.2));
    const int up = static_cast<int>(size.height() / (metrics.height() * 2));
    const int mostTicks = std::clamp(across, 2, 10);
    styleAxis(*time_, niceEnd(longest_ * timeUnit_.perSecond, mostTicks), mostTicks);
    // Whole numbers only: a counter has no halves.
    const double step = std::max(1.0, niceStep(std::max(1.0, peak), std::clamp(up, 2, 6)));
    const double top = step * (std::floor(peak / step) + 1);
    styleAxis(*value_, top, static_cast<int>(std::lround(top / step)));
    setLeastChartHeight(104);
    replace(*limitLine_, limit_ ? QList<QPointF>{{0, *limit_}, {time_->max(), *limit_}} : QList<QPointF>());
    marks_->refresh();
}

/// The highest curve says how high it gets, where it first does: above it, where no other one is.
void CounterView::namePeak(QPainter &painter) const
{
    const auto highest = std::ranges::max_element(curves_, {}, &Curve::peak);
    const QRectF plot = chart().plotArea();
    const qreal line = QFontMetricsF(theme().font(11)).height();
    // One at a time is no peak, and in a low plot the words would hide the curve.
    if (highest == curves_.end() || highest->peak <= 1 || plot.height() < 2 * line)
        return;
    const auto first = std::ranges::find(highest->steps, highest->peak, &QPointF::y);
    const QPointF at = chart().mapToPosition(*first, limitLine_);
    const QString most = tr("at most %1").arg(formatNumber(highest->peak));
    // Where curves are many, their colours are hard to tell apart.
    paintValuePlate(painter, theme(), plot, at,
                    curves_.size() > 3 ? tr("%1: %2", "variant, value").arg(highest->title, most) : most,
                    at.y() < line ? PlateSide::Below : PlateSide::Above);
}

QString CounterView::data() const
{
    QString text = QStringList{tr("Variant"), tr("Seconds"), view_.title.text()}.join(u'\t') + u'\n';
    for (const Curve &curve : curves_) {
        for (const QPointF &step : curve.steps)
            text +=
                QStringList{curve.title, plainNumber(step.x() / timeUnit_.perSecond), plainNumber(step.y())}
                    .join(u'\t') +
                u'\n';
    }
    return text;
}

QString CounterView::numbers() const
{
    QString text;
    for (const Curve &curve : curves_)
        text += curve.title + u'\t' + tr("at most %1").arg(formatNumber(curve.peak)) + u'\n';
    return text;
}

} // namespace tenfold
