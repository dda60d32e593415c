#include "ui/charts/columnmarks.h"

#include "core/analysis/format.h"

#include <QPainter>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace tenfold {

void ColumnMarks::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const QRectF plot = owner_.chart().plotArea();
    const auto groups = static_cast<qreal>(std::max<std::size_t>(1, owner_.groups_.size()));
    const qreal width = plot.width() / groups;
    const bool isStaggered = !titlesFit(width);
    labels_.clear();
    for (std::size_t i = 0; i < owner_.groups_.size(); ++i) {
        const QRectF own(plot.left() + width * static_cast<qreal>(i), plot.top(), width, plot.height());
        paintOutThrough(*painter, owner_.groups_[i], own);
        paintHatch(*painter, owner_.groups_[i], own);
        paintTorn(*painter, owner_.groups_[i], own);
        addLabels(owner_.groups_[i], own);
        paintTitle(*painter, owner_.groups_[i].title, own, isStaggered ? static_cast<int>(i) % turns() : -1);
    }
    paintLabels(*painter);
}

bool ColumnMarks::titlesFit(qreal width) const
{
    const QFontMetricsF metrics(owner_.theme().font(11));
    return std::ranges::all_of(owner_.groups_, [&](const ColumnsView::Group &group) {
        const QRectF least =
            metrics.boundingRect(QRectF(0, 0, width - 2, 1000), Qt::TextWordWrap, group.title);
        return least.width() <= width - 2 &&
               least.height() < metrics.lineSpacing() * (owner_.titleLines_ + 0.5);
    });
}

static bool isEndless(const std::optional<double> &value)
{
    return value && std::isinf(*value);
}

qreal ColumnMarks::topOf(double value, const QRectF &group) const
{
    return group.bottom() - group.height() * std::clamp(value / owner_.values_->max(), 0.0, 1.0);
}

int ColumnMarks::turns() const
{
    return std::max(2, owner_.titleLines_);
}

qreal ColumnMarks::placeIn(const QRectF &group) const
{
    return group.width() / static_cast<qreal>(owner_.measures() + 1);
}

qreal ColumnMarks::middleOf(std::size_t measure, const QRectF &group) const
{
    return group.left() + placeIn(group) * (static_cast<qreal>(measure) + 1);
}

void ColumnMarks::paintHatch(QPainter &painter, const ColumnsView::Group &group, const QRectF &own) const
{
    const qreal width = placeIn(own) * owner_.series_->barWidth();
    for (std::size_t m = 0; m < owner_.measures() && group.kind == VariantKind::Mistake; ++m) {
        const qreal top = topOf(group.values[m].value_or(0), own);
        painter.fillRect(
            QRectF(middleOf(m, own) - width / 2, top, width, own.bottom() - top),
            QBrush(owner_.theme().dark ? QColor(0, 0, 0, 130) : QColor(0, 0, 0, 90), Qt::FDiagPattern));
    }
}

void ColumnMarks::paintOutThrough(QPainter &painter, const ColumnsView::Group &group, const QRectF &own) const
{
    const qreal width = placeIn(own) * owner_.series_->barWidth();
    for (std::size_t m = 0; m < owner_.measures(); ++m) {
        if (isEndless(group.values[m]))
            painter.fillRect(QRectF(middleOf(m, own) - width / 2, own.top(), width,
                                    topOf(owner_.tallest_, own) - own.top() + 1),
                             owner_.shade(owner_.theme().of(group.kind, group.number), m));
    }
}

void ColumnMarks::paintTorn(QPainter &painter, const ColumnsView::Group &group, const QRectF &own) const
{
    const qreal factor = owner_.theme().factor;
    const qreal width = placeIn(own) * owner_.series_->barWidth();
    const auto teeth = std::max(2, qRound(width / (9 * factor)));
    const qreal step = width / teeth;
    const qreal height = std::min(step * 0.7, 7 * factor);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(owner_.theme().card);
    for (std::size_t m = 0; m < owner_.measures(); ++m) {
        if (!isEndless(group.values[m]))
            continue;
        const qreal left = middleOf(m, own) - width / 2;
        const auto zigzag = [&](qreal base) {
            QPolygonF line;
            for (int i = 0; i < teeth; ++i)
                line << QPointF(left + step * i, base) << QPointF(left + step * (i + 0.5), base - height);
            return line << QPointF(left + width, base);
        };
        painter.setPen(Qt::NoPen);
        painter.drawPolygon(zigzag(own.top() + height)
                            << QPointF(left + width, own.top() - 1) << QPointF(left, own.top() - 1));
        if (own.height() < 9 * height) // so low that its end is all there is
            continue;
        painter.setPen(QPen(owner_.theme().card, 3.5 * factor, Qt::SolidLine, Qt::FlatCap));
        painter.drawPolyline(zigzag(own.top() + 3 * height));
    }
    painter.restore();
}

void ColumnMarks::addLabels(const ColumnsView::Group &group, const QRectF &own)
{
    const QFontMetricsF metrics(owner_.theme().font(13, QFont::DemiBold));
    const qreal most = owner_.chart().size().width() - 2;
    for (std::size_t m = 0; m < owner_.measures(); ++m) {
        // Neighbours of the same height share a label.
        if (!group.values[m] || (m > 0 && group.values[m - 1] == group.values[m]))
            continue;
        const double value = *group.values[m];
        std::size_t last = m;
        while (last + 1 < owner_.measures() && group.values[last + 1] == value)
            ++last;
        // What has three digits before the point needs none behind it.
        const QString text = formatNumber(value >= 100 ? std::round(value) : value);
        const qreal wide = metrics.horizontalAdvance(text);
        const qreal left = (middleOf(m, own) + middleOf(last, own) - wide) / 2;
        // Beside what it cannot stand above: within the column.
        const qreal top = std::isinf(value) ? std::min(topOf(owner_.tallest_ * 0.94, own) + metrics.ascent(),
                                                       own.bottom() - 3)
                                            : topOf(value, own) - metrics.descent() - 2;
        const QRectF box(std::min(left, most - wide), top - metrics.capHeight(), wide, metrics.capHeight());
        labels_.push_back({text, box, group.kind == VariantKind::Mistake, last});
    }
}

void ColumnMarks::paintLabels(QPainter &painter)
{
    std::ranges::stable_sort(labels_, [](const Label &a, const Label &b) {
        return std::pair(a.isMistake, a.measure) > std::pair(b.isMistake, b.measure);
    });
    std::vector<QRectF> taken;
    painter.setFont(owner_.theme().font(13, QFont::DemiBold));
    painter.setPen(owner_.theme().text);
    for (const Label &label : labels_) {
        const QRectF plate = label.box.adjusted(-1, -1, 1, 1);
        if (std::ranges::any_of(taken, [&](const QRectF &other) { return other.intersects(plate); }))
            continue;
        // Readable over a taller neighbour too, where columns are narrow.
        painter.fillRect(plate, owner_.theme().card);
        painter.drawText(label.box.bottomLeft(), label.text);
        taken.push_back(plate.adjusted(-1, 0, 1, 0));
    }
}

void ColumnMarks::paintTitle(QPainter &painter, const QString &title, const QRectF &own, int line) const
{
    painter.setFont(owner_.theme().font(11));
    painter.setPen(owner_.theme().text);
    const QFontMetricsF metrics(painter.font());
    const qreal height = metrics.lineSpacing();
    QRectF below(own.left() + 1, own.bottom() + 4, own.width() - 2, height * owner_.titleLines_ + 1);
    if (line < 0) {
        // As narrow as its lines can be: they are of about a length then.
        const auto linesIn = [&](qreal width) {
            return metrics.boundingRect(QRectF(0, 0, width, 1000), Qt::TextWordWrap, title).height();
        };
        const qreal lines = linesIn(below.width());
        while (below.width() > 20 && linesIn(below.width() - 4) <= lines &&
               metrics.boundingRect(QRectF(0, 0, below.width() - 4, 1000), Qt::TextWordWrap, title).width() <=
                   below.width() - 4)
            below.adjust(2, 0, -2, 0);
        painter.drawText(below, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, title);
        return;
    }
    // And in the room of its neighbours, whose own titles stand in the other lines.
    const QRectF all(QPointF(2, 0), owner_.chart().size() - QSizeF(4, 0));
    below = QRectF(own.left() - own.width() * (turns() - 1) / 2 + 3, own.bottom() + 4 + height * line,
                   own.width() * turns() - 6, height + 1);
    const QString shown = metrics.elidedText(title, Qt::ElideRight, below.width());
    const qreal width = metrics.horizontalAdvance(shown);
    const qreal left =
        std::clamp(below.center().x() - width / 2, all.left(), std::max(all.left(), all.right() - width));
    painter.drawText(QPointF(left, below.top() + metrics.ascent()), shown);
}

} // namespace tenfold
