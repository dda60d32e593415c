#include "ui/charts/sweepview.h"

#include "core/analysis/format.h"

#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace tenfold {

SweepView::SweepView(const View &view, QWidget *parent) : LinesView(view, parent)
{
    across().setLabelsVisible(false); // the values themselves are its ticks
    across().setGridLineVisible(false);
    across().setTickCount(2);
}

/// Values stand at equal distances: they were chosen so, as a ladder is.
double SweepView::placeOn(int value) const
{
    return static_cast<double>(values_.indexOf(value));
}

/// A curve grows with the first repeat of each value; the others move it.
static std::optional<double> timeOf(const SweepPoint &point)
{
    return point.median ? point.median : point.soFar;
}

void SweepView::show(const Scene &scene)
{
    const QString over = view().sources.value(0);
    if (const Parameter *parameter = scene.scenario()->parameter(over)) {
        unit_ = parameter->unit.text();
        parameter_ = parameter->title;
    }
    const auto swept = scene.sweeps.find(over);
    isSwept_ = swept != scene.sweeps.end();
    const Sweep sweep =
        isSwept_ ? swept->second : Sweep{{.scenario = scene.scenario(), .over = over}, scene.outcomes};
    points_ = sweepPoints(sweep);
    best_ = isSwept_ ? bestOf(sweep) : std::vector<SweepBest>();
    conclusion_ = isSwept_ ? sayBestOf(sweep) : QStringList();
    caveat_ = isSwept_ ? disturbanceOf(sweep.outcomes, sweep.cores.seen) : Caveat();
    if (isSwept_ && !caveat_)
        caveat_ = liveDisturbance(sweep.outcomes, sweep.cores.seen);
    values_.clear();
    isMeasuring_ = isSwept_ && std::ranges::any_of(points_, [](const SweepPoint &point) {
                       return point.status == Status::Pending || point.status == Status::Running;
                   });
    double longest = 0;
    for (const SweepPoint &point : points_) {
        if (values_.isEmpty() || values_.last() != point.value)
            values_ << point.value;
        longest = std::max(longest, timeOf(point).value_or(0));
    }
    time_ = timeUnitFor(longest);
    std::vector<Line> lines;
    variants_.clear();
    for (const Variant &variant : scene.scenario()->variants) {
        Line line{variant.title.text(), variant.kind, scene.numberOf({variant.id, {}, 0, {}}), {}};
        bool isThere = false;
        for (const SweepPoint &point : points_) {
            isThere = isThere || point.variant == variant.id;
            if (const auto time = timeOf(point); point.variant == variant.id && time)
                line.points << QPointF(placeOn(point.value), *time * time_.perSecond);
        }
        if (!isThere)
            continue;
        lines.push_back(std::move(line));
        variants_ << variant.id;
    }
    setLines(std::move(lines));
}

/// "Time over workers", also where no view of the scenario says so.
QString SweepView::title() const
{
    return view().id.isEmpty() ? tr("Time over %1").arg(parameter_.inSentence()) : view().title.text();
}

QString SweepView::heading() const
{
    const QString units =
        unit_.isEmpty() ? time_.text()
                        : tr("%1 over %2", "units of time and of the parameter").arg(time_.text(), unit_);
    return tr("%1 (%2)", "title, units").arg(title(), units);
}

QString SweepView::briefHeading() const
{
    return tr("%1 (%2)", "title, units").arg(title(), time_.text());
}

/// How many repeats the swept values have, where all have as many; 0 elsewhere.
qsizetype SweepView::repeats() const
{
    const auto size = [](const SweepPoint &point) { return std::ssize(point.seconds); };
    if (points_.empty() ||
        std::ranges::adjacent_find(points_, std::ranges::not_equal_to(), size) != points_.end())
        return 0;
    return size(points_.front());
}

std::vector<LegendKey> SweepView::legend() const
{
    std::vector<LegendKey> keys = LinesView::legend();
    if (values_.size() < 2) {
        keys.push_back({theme().muted, {}, tr("No curve yet: press Sweep to measure several values.")});
        return keys;
    }
    if (!best_.empty())
        keys.push_back({theme().gain, QStringLiteral("◎"),
                        best_.front().isBanded || !best_.front().isFastest ? tr("enough") : tr("fastest")});
    if (repeats() > 1)
        keys.push_back({theme().of(VariantKind::Parallel), QStringLiteral("▒"),
                        tr("least to most of %1 repeats").arg(repeats())});
    for (const QString &sentence : sentences())
        keys.push_back({theme().text, {}, sentence});
    return keys;
}

QStringList SweepView::sentences() const
{
    QStringList sentences = isConcluding_ ? conclusion_ : QStringList();
    if (caveat_)
        sentences.prepend(caveat_.text());
    return sentences;
}

QString SweepView::placeholder() const
{
    return isMeasuring_ ? tr("The first value is being measured") : QString();
}

double SweepView::topFor(double greatest) const
{
    for (const SweepPoint &point : points_) {
        for (const double seconds : point.seconds)
            greatest = std::max(greatest, seconds * time_.perSecond);
    }
    return LinesView::topFor(greatest);
}

void SweepView::fitAcross(int)
{
    const QFontMetricsF metrics(theme().font(11));
    chart().setMargins(QMargins(6, 4, 18, 6 + static_cast<int>(std::ceil(metrics.height()))));
    const double last = std::max<double>(1, static_cast<double>(values_.size()) - 1);
    const double room = values_.size() < 2 ? 0.5 : last * 0.05;
    across().setRange(-room, values_.size() < 2 ? room : last + room);
}

/// The ground beyond what is enough, where nothing is gained.
void SweepView::paintBeyond(QPainter &painter) const
{
    const auto right = std::ranges::find_if(best_, [](const SweepBest &b) { return !b.noGain.isEmpty(); });
    if (right == best_.end() || best_.size() != 1) // several end at several places
        return;
    const QRectF plot = chart().plotArea();
    const qreal from =
        (placeOf({placeOn(right->value), 0}).x() + placeOf({placeOn(right->value) + 1, 0}).x()) / 2;
    QColor ground = theme().muted;
    ground.setAlpha(theme().dark ? 40 : 34);
    painter.fillRect(QRectF(from, plot.top(), plot.right() - from, plot.height()), ground);
    painter.setFont(theme().font(11));
    const QFontMetricsF metrics(painter.font());
    const QString said = tr("no gain");
    const QPointF at(plot.right() - metrics.horizontalAdvance(said) - 6, plot.top() + metrics.ascent() + 4);
    if (at.x() > from + 4) {
        painter.setPen(theme().muted);
        painter.drawText(at, said);
    }
}

/// Least to most of the repeats of a curve.
void SweepView::paintBand(QPainter &painter, std::size_t line) const
{
    QPolygonF upper;
    QPolygonF lower;
    for (const SweepPoint &point : points_) {
        if (point.variant != variants_[static_cast<qsizetype>(line)] || point.seconds.size() < 2 ||
            !point.median)
            continue;
        const auto [least, most] = std::ranges::minmax(point.seconds);
        upper << placeOf({placeOn(point.value), most * time_.perSecond});
        lower << placeOf({placeOn(point.value), least * time_.perSecond});
    }
    std::ranges::reverse(lower);
    QColor colour = penOf(line).color();
    colour.setAlpha(90);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(upper + lower);
}

/// The swept values below the axis, as many as fit; what is enough always, in bold.
void SweepView::paintTicks(QPainter &painter) const
{
    const QRectF plot = chart().plotArea();
    const auto isBest = [&](int value) {
        return std::ranges::find(best_, value, &SweepBest::value) != best_.end();
    };
    const auto boxOf = [&](int value) {
        const QFontMetricsF metrics(
            theme().font(isBest(value) ? 12 : 11, isBest(value) ? QFont::Bold : QFont::Normal));
        const qreal wide = metrics.horizontalAdvance(formatCount(value)) + metrics.averageCharWidth();
        return QRectF(placeOf({placeOn(value), 0}).x() - wide / 2, plot.bottom() + 3, wide, metrics.height());
    };
    std::vector<QRectF> taken;
    for (const bool areBest : {true, false}) {
        for (const int value : values_) {
            if (isBest(value) != areBest)
                continue;
            const QRectF box = boxOf(value);
            const bool hasRoom =
                std::ranges::none_of(taken, [&](const QRectF &t) { return t.intersects(box); });
            painter.setPen(QPen(theme().grid, 1));
            painter.drawLine(QPointF(box.center().x(), plot.top()),
                             QPointF(box.center().x(), plot.bottom() + (hasRoom ? 4 : 0)));
            if (!hasRoom)
                continue;
            taken.push_back(box);
            painter.setFont(theme().font(areBest ? 12 : 11, areBest ? QFont::Bold : QFont::Normal));
            painter.setPen(areBest ? theme().text : theme().muted);
            painter.drawText(box, Qt::AlignCenter, formatCount(value));
        }
    }
}

/// A ring around what is enough, a dashed line to its value, and how long it takes, where that covers no
/// other.
void SweepView::paintBest(QPainter &painter, const SweepBest &best, std::vector<QRectF> &taken) const
{
    const QPointF at = placeOf({placeOn(best.value), best.seconds * time_.perSecond});
    const QRectF plot = chart().plotArea();
    const qreal radius = 7 * theme().factor;
    painter.setPen(QPen(theme().gain, 1.5 * theme().factor, Qt::DashLine));
    if (at.y() + radius < plot.bottom())
        painter.drawLine(QPointF(at.x(), at.y() + radius), QPointF(at.x(), plot.bottom()));
    painter.setPen(QPen(theme().gain, 2.5 * theme().factor));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(at, radius, radius);
    painter.setFont(theme().font(13, QFont::Bold));
    const QFontMetricsF metrics(painter.font());
    const QString text = tr("%1: %2", "value, time").arg(best.value).arg(formatSeconds(best.seconds));
    QRectF plate(0, 0, metrics.horizontalAdvance(text) + 6, metrics.height());
    for (const qreal away : {-radius - 4 - plate.height(), radius + 4}) {
        plate.moveTopLeft({std::clamp(at.x() - plate.width() / 2, plot.left() + 2,
                                      std::max(plot.left() + 2, plot.right() - plate.width())),
                           at.y() + away});
        const bool isFree = std::ranges::none_of(taken, [&](const QRectF &t) { return t.intersects(plate); });
        if (!isFree || plate.top() < plot.top() || plate.bottom() > plot.bottom())
            continue;
        painter.setPen(Qt::NoPen);
        QColor ground = theme().card;
        ground.setAlpha(220);
        painter.setBrush(ground);
        painter.drawRoundedRect(plate, 3, 3);
        painter.setPen(theme().text);
        painter.drawText(QPointF(plate.left() + 3, plate.top() + metrics.ascent()), text);
        taken.push_back(plate);
        return;
    }
}

void SweepView::paintMarks(QPainter &painter) const
{
    paintBeyond(painter);
    paintTicks(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < lines().size(); ++i)
        paintBand(painter, i);
    const qreal size = 4 * theme().factor;
    for (std::size_t i = 0; i < lines().size(); ++i) {
        painter.setPen(QPen(theme().card, 1));
        painter.setBrush(penOf(i).color());
        for (const QPointF &point : lines()[i].points) {
            const QPointF at = placeOf(point);
            // A shape for each kind, beside colour and dash.
            if (lines()[i].kind == VariantKind::Sequential)
                painter.drawRect(QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size));
            else if (lines()[i].kind == VariantKind::Mistake)
                painter.drawPolygon(QPolygonF{{at.x(), at.y() - size * 1.4},
                                              {at.x() + size * 1.3, at.y() + size},
                                              {at.x() - size * 1.3, at.y() + size}});
            else
                painter.drawEllipse(at, size, size);
        }
    }
    std::vector<QRectF> taken;
    for (const SweepBest &best : best_)
        paintBest(painter, best, taken);
}

QString SweepView::data() const
{
    QStringList headings{parameter_.text() +
                         (unit_.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(unit_))};
    for (const Line &line : lines())
        headings << tr("%1: seconds").arg(line.title);
    QString text = headings.join(u'\t') + u'\n';
    for (const int value : values_) {
        QStringList cells{QString::number(value)};
        for (const Line &line : lines()) {
            const auto at = std::ranges::find(line.points, placeOn(value), &QPointF::x);
            cells << (at == line.points.end() ? QString() : plainNumber(at->y() / time_.perSecond));
        }
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

QString SweepView::numbers() const
{
    QString text;
    for (std::size_t i = 0; i < lines().size(); ++i) {
        text += lines()[i].title;
        for (const QPointF &point : lines()[i].points) {
            text += QStringLiteral("\t%1: %2")
                        .arg(values_[std::lround(point.x())])
                        .arg(formatSeconds(point.y() / time_.perSecond));
        }
        text += u'\n';
    }
    for (const QString &sentence : sentences())
        text += sentence + u'\n';
    return text;
}

} // namespace tenfold
