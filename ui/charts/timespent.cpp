#include "ui/charts/timespent.h"

#include "core/analysis/format.h"
#include "ui/charts/axes.h"
#include "ui/charts/chart.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace tenfold {

static constexpr qreal barsMargin = 12;

Picture *makeTimeSpent(QWidget *parent)
{
    return new TimeSpent(parent);
}

TimeSpent::TimeSpent(QWidget *parent) : Picture(parent)
{
    setMinimumSize(200, 150);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

TimeSpent::TimeSpent(const View &bands, QWidget *parent) : TimeSpent(parent)
{
    bands_ = bands;
}

void TimeSpent::show(const Scene &scene)
{
    if (scene.scenario() != scene_.scenario())
        variant_.clear();
    scene_ = scene;
    retranslate();
}

void TimeSpent::setTheme(const Theme &theme)
{
    theme_ = theme;
    update();
}

void TimeSpent::retranslate()
{
    setAccessibleName(bands_ ? bands_->title.text() : tr("Where the time went"));
    setAccessibleDescription(numbers());
    update();
}

QRectF TimeSpent::Layout::barOf(std::size_t row) const
{
    return {area.left(), area.top() + pitch * (static_cast<qreal>(row) + 0.14), area.width(), pitch * 0.72};
}

const TimeRow *TimeSpent::Layout::rowAt(const QPointF &point) const
{
    const auto row = static_cast<qsizetype>(std::floor((point.y() - area.top()) / pitch));
    return row >= 0 && row < std::ssize(rows) ? &rows[static_cast<std::size_t>(row)] : nullptr;
}

/// Of a replay: the longest row that it comes to; 0 elsewhere.
double TimeSpent::longestAtEnd(bool isOverview) const
{
    if (!scene_.whole)
        return 0;
    const std::vector<TimeRow> rows = bands_       ? timeBands(*scene_.whole, bands_->sources)
                                      : isOverview ? timeOverview(*scene_.whole)
                                                   : timeRows(*scene_.whole, variant_);
    double longest = 0;
    for (const TimeRow &row : rows)
        longest = std::max(longest, toSeconds(row.whole()));
    return longest;
}

TimeSpent::Layout TimeSpent::layOut(const QRectF &target) const
{
    const QFontMetricsF small(theme_.font(11));
    Layout layout;
    layout.isOverview = bands_.has_value();
    layout.rows = bands_ ? timeBands(scene_, bands_->sources) : timeRows(scene_, variant_);
    const auto measure = [&] {
        std::array<bool, stateCount> occurs{};
        for (const TimeRow &row : layout.rows) {
            for (std::size_t i = 0; i < stateCount; ++i)
                occurs[i] = occurs[i] || row.sums.state[i] > 0;
        }
        layout.states.clear();
        for (std::size_t i = 0; i < stateCount; ++i) {
            if (occurs[i])
                layout.states.push_back(static_cast<State>(i));
        }
        const qreal top = target.top() + paintHeading(nullptr, target, layout) + 4;
        layout.area = target.adjusted(barsMargin, top - target.top(), -barsMargin, -small.height() - 6);
    };
    const auto pitchOf = [&] {
        return layout.area.height() / static_cast<qreal>(std::max<std::size_t>(1, layout.rows.size()));
    };
    measure();
    if (!layout.isOverview && variant_.isEmpty() && pitchOf() < small.height() * 0.8) {
        layout.isOverview = true;
        layout.rows = timeOverview(scene_);
        measure();
    }
    const qreal widest = bands_ ? std::max(60 * theme_.factor, layout.area.height() / 3)
                                : std::max(36 * theme_.factor, layout.area.height() / 6);
    layout.pitch = std::min(pitchOf(), widest);
    if (!layout.rows.empty()) // the axis stands right below them
        layout.area.setHeight(layout.pitch * static_cast<qreal>(layout.rows.size()) + 4);
    qreal labels = 0;
    double longest = 0;
    for (const TimeRow &row : layout.rows) {
        if (!row.isHeading)
            labels = std::max(labels, small.horizontalAdvance(row.title));
        longest = std::max(longest, toSeconds(row.whole()));
    }
    longest = std::max(longest, longestAtEnd(layout.isOverview));
    const qreal value =
        QFontMetricsF(theme_.font(11, QFont::DemiBold)).horizontalAdvance(formatSeconds(longest)) + 10;
    layout.area.adjust(std::min(labels, target.width() * 0.36) + 8, 0, -value, 0);
    const qreal tick = small.horizontalAdvance(QStringLiteral("0.00")) * 1.6;
    const int mostTicks = std::clamp(static_cast<int>(layout.area.width() / tick), 2, 10);
    // As in the timeline: while a run is on, the axis grows in steps; afterwards it ends with the longest.
    const bool isLive = scene_.isUnderWay();
    layout.unit = isLive ? TimeUnit() : timeUnitFor(longest);
    longest *= layout.unit.perSecond;
    layout.end = isLive || longest <= 0 ? niceEnd(longest, mostTicks) : longest;
    layout.step = niceStep(layout.end, mostTicks);
    if (layout.step > layout.end) // an axis with 0 alone says nothing
        layout.step = niceStep(layout.end, 2 * mostTicks);
    return layout;
}

QString TimeSpent::headingOf(const Layout &layout) const
{
    if (bands_)
        return tr("%1: seconds of all workers together").arg(bands_->title.text());
    for (const Outcome &outcome : scene_.outcomes) {
        if (outcome.variant == variant_)
            return tr("%1: seconds per worker").arg(scene_.variantOf(outcome)->title.text());
    }
    return layout.isOverview ? tr("Seconds of all workers together") : tr("Seconds per worker");
}

/// Title and legend; returns how high they are. Without a painter it only measures.
qreal TimeSpent::paintHeading(QPainter *painter, const QRectF &target, const Layout &layout) const
{
    const QFont bold = theme_.font(12, QFont::Bold);
    const QFont plain = theme_.font(12);
    const QFontMetricsF title(bold);
    const QFontMetricsF small(plain);
    const QString heading = headingOf(layout);
    qreal x = target.left() + barsMargin;
    qreal base = target.top() + 6 + title.ascent();
    if (painter) {
        painter->setFont(bold);
        painter->setPen(theme_.text);
        painter->drawText(QPointF(x, base), heading);
        painter->setFont(plain);
    }
    x += title.horizontalAdvance(heading) + 16 * theme_.factor;
    for (const State state : layout.states) {
        const QString name = styleOf(state, theme_).name;
        const qreal swatch = small.ascent() * 0.8;
        const qreal width = swatch + 6 + small.horizontalAdvance(name);
        if (x + width > target.right() - barsMargin) {
            x = target.left() + barsMargin;
            base += small.height();
        }
        if (painter) {
            paintStretch(*painter, QRectF(x, base - swatch, swatch, swatch), state,
                         theme_.of(VariantKind::Parallel));
            painter->setPen(theme_.muted);
            painter->drawText(QPointF(x + swatch + 6, base), name);
        }
        x += width + 14 * theme_.factor;
    }
    return base + title.descent() - target.top();
}

void TimeSpent::paintAxis(QPainter &painter, const Layout &layout) const
{
    painter.setFont(theme_.font(11));
    const QFontMetricsF metrics(painter.font());
    const QRectF &area = layout.area;
    for (int i = 0; i * layout.step <= layout.end * (1 + 1e-9); ++i) {
        const qreal x = area.left() + i * layout.step / layout.end * area.width();
        painter.setPen(QPen(theme_.grid, 1));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        QString label = formatFixed(i * layout.step, decimalsOf(layout.step));
        if (layout.unit.perSecond != 1 && i == 0) // the heading speaks of seconds
            label += u' ' + layout.unit.text();
        painter.setPen(theme_.muted);
        painter.drawText(
            QPointF(x - metrics.horizontalAdvance(label) / 2, area.bottom() + metrics.ascent() + 2), label);
    }
}

/// A stretch of a bar, or a swatch of the legend: colour and hatch of the one table; idle is an outline.
void TimeSpent::paintStretch(QPainter &painter, const QRectF &box, State state, const QColor &own) const
{
    const StateStyle style = styleOf(state, theme_);
    if (state == State::Idle) {
        painter.setPen(QPen(theme_.muted, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
        return;
    }
    painter.fillRect(box, style.fill.isValid() ? style.fill : own);
    if (style.hatch != Qt::NoBrush)
        painter.fillRect(box, QBrush(theme_.hatch(), style.hatch));
}

void TimeSpent::paintRow(QPainter &painter, const Layout &layout, std::size_t row) const
{
    const TimeRow &entry = layout.rows[row];
    const Outcome &outcome = scene_.outcomes[static_cast<std::size_t>(entry.outcome)];
    const QColor own = theme_.of(scene_.variantOf(outcome)->kind, scene_.numberOf(outcome));
    const QRectF bar = layout.barOf(row);
    painter.setFont(theme_.font(11));
    const QFontMetricsF metrics(painter.font());
    const qreal base = bar.center().y() + metrics.capHeight() / 2;
    painter.setPen(entry.isHeading ? theme_.muted : theme_.text);
    if (entry.isHeading)
        return painter.drawText(QPointF(bar.left(), base), entry.title);
    const QString title = metrics.elidedText(entry.title, Qt::ElideRight, bar.left() - barsMargin - 8);
    painter.drawText(QPointF(bar.left() - 8 - metrics.horizontalAdvance(title), base), title);
    painter.fillRect(QRectF(bar.left() - 4, bar.top(), 3, bar.height()), own); // whose row it is
    qreal x = bar.left();
    for (const State state : layout.states) {
        const Nanoseconds sum = entry.sums.of(state);
        const qreal width = toSeconds(sum) * layout.unit.perSecond / layout.end * bar.width();
        if (sum <= 0)
            continue;
        const QRectF box(x, bar.top(), width, bar.height());
        paintStretch(painter, width > 4 ? box.adjusted(0, 0, -1, 0) : box, state, own);
        x += width;
        const QString text = formatSeconds(toSeconds(sum));
        const qreal wide = metrics.horizontalAdvance(text) + 8;
        if (wide > width - 4 || sum == entry.whole())
            continue;
        const qreal high = std::min(bar.height() - 2, metrics.ascent() + 2);
        const QRectF plate(box.center().x() - wide / 2, box.center().y() - high / 2, wide, high);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme_.card);
        painter.drawRoundedRect(plate, 3, 3);
        painter.setPen(theme_.text);
        painter.drawText(QPointF(plate.left() + 4, base), text);
    }
    painter.setFont(theme_.font(11, QFont::DemiBold));
    painter.setPen(theme_.text);
    painter.drawText(QPointF(x + 6, base), formatSeconds(toSeconds(entry.whole())));
}

void TimeSpent::render(QPainter &painter, const QRectF &target)
{
    if (!scene_.scenario())
        return;
    const Layout layout = layOut(target);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintHeading(&painter, target, layout);
    paintAxis(painter, layout);
    for (std::size_t row = 0; row < layout.rows.size(); ++row)
        paintRow(painter, layout, row);
    painter.restore();
}

void TimeSpent::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    render(painter, rect());
}

void TimeSpent::mousePressEvent(QMouseEvent *event)
{
    const Layout layout = layOut(rect());
    const TimeRow *row = layout.rowAt(event->position());
    if (!variant_.isEmpty())
        variant_.clear();
    else if (layout.isOverview && row && !bands_)
        variant_ = scene_.outcomes[static_cast<std::size_t>(row->outcome)].variant;
    update();
    Picture::mousePressEvent(event);
}

static QString inWords(const TimeRow &row, const Theme &theme, const QString &separator)
{
    QString text = row.title;
    for (std::size_t i = 0; i < stateCount; ++i) {
        if (row.sums.state[i] > 0)
            text += separator + styleOf(static_cast<State>(i), theme).name + QStringLiteral(": ") +
                    formatSeconds(toSeconds(row.sums.state[i]));
    }
    return text;
}

bool TimeSpent::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !scene_.scenario())
        return Picture::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Layout layout = layOut(rect());
    QString text;
    if (const TimeRow *row = layout.rowAt(help->pos()); row && !row->isHeading)
        text = inWords(*row, theme_, QStringLiteral("\n"));
    if (!text.isEmpty() && layout.isOverview && !bands_)
        text += u'\n' + tr("Click for each of its workers.");
    else if (!text.isEmpty() && !variant_.isEmpty())
        text += u'\n' + tr("Click for all variants.");
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

QString TimeSpent::data() const
{
    QStringList headings{tr("Variant"), tr("Worker")};
    for (std::size_t i = 0; i < stateCount; ++i)
        headings << tr("%1: seconds").arg(styleOf(static_cast<State>(i), theme_).name);
    QString text = headings.join(u'\t') + u'\n';
    for (const TimeRow &row : bands_ ? timeBands(scene_, bands_->sources) : timeRows(scene_)) {
        if (row.isHeading)
            continue;
        const Outcome &outcome = scene_.outcomes[static_cast<std::size_t>(row.outcome)];
        QStringList cells{scene_.variantOf(outcome)->title.text(), row.title};
        for (const Nanoseconds sum : row.sums.state)
            cells << plainNumber(toSeconds(sum));
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

QString TimeSpent::numbers() const
{
    QString text;
    for (const TimeRow &row : bands_ ? timeBands(scene_, bands_->sources) : timeRows(scene_))
        text += inWords(row, theme_, QStringLiteral("\t")) + u'\n';
    return text;
}

} // namespace tenfold
