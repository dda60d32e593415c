#include "ui/charts/columnsview.h"

#include "core/analysis/format.h"
#include "ui/charts/axes.h"
#include "ui/charts/chartmarks.h"

#include <QBarSet>
#include <QPainter>
#include <QRegularExpression>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tenfold {

/// Values above the columns, titles below them, the hatch of mistakes.
class ColumnMarks : public ChartMarks
{
public:
    explicit ColumnMarks(ColumnsView &owner) : ChartMarks(owner.chart()), owner_(owner) {}

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
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
            paintTitle(*painter, owner_.groups_[i].title, own,
                       isStaggered ? static_cast<int>(i) % turns() : -1);
        }
        paintLabels(*painter);
    }

    /// Whether every title has room below its own group, in lines that break between words.
    bool titlesFit(qreal width) const
    {
        const QFontMetricsF metrics(owner_.theme().font(11));
        return std::ranges::all_of(owner_.groups_, [&](const ColumnsView::Group &group) {
            const QRectF least =
                metrics.boundingRect(QRectF(0, 0, width - 2, 1000), Qt::TextWordWrap, group.title);
            return least.width() <= width - 2 &&
                   least.height() < metrics.lineSpacing() * (owner_.titleLines_ + 0.5);
        });
    }

private:
    struct Label
    {
        QString text;
        QRectF box;
        bool isMistake = false;
        std::size_t measure = 0;
    };

    qreal topOf(double value, const QRectF &group) const
    {
        return group.bottom() - group.height() * std::clamp(value / owner_.values_->max(), 0.0, 1.0);
    }

    qreal placeIn(const QRectF &group) const
    {
        return group.width() / static_cast<qreal>(owner_.measures() + 1);
    }
    qreal middleOf(std::size_t measure, const QRectF &group) const
    {
        return group.left() + placeIn(group) * (static_cast<qreal>(measure) + 1);
    }

    void paintHatch(QPainter &painter, const ColumnsView::Group &group, const QRectF &own) const
    {
        const qreal width = placeIn(own) * owner_.series_->barWidth();
        for (std::size_t m = 0; m < owner_.measures() && group.kind == VariantKind::Mistake; ++m) {
            const qreal top = topOf(group.values[m].value_or(0), own);
            painter.fillRect(
                QRectF(middleOf(m, own) - width / 2, top, width, own.bottom() - top),
                QBrush(owner_.theme().dark ? QColor(0, 0, 0, 130) : QColor(0, 0, 0, 90), Qt::FDiagPattern));
        }
    }

    static bool isEndless(const std::optional<double> &value) { return value && std::isinf(*value); }

    /// What has no end goes on to the top of the plot, from where the tallest ends.
    void paintOutThrough(QPainter &painter, const ColumnsView::Group &group, const QRectF &own) const
    {
        const qreal width = placeIn(own) * owner_.series_->barWidth();
        for (std::size_t m = 0; m < owner_.measures(); ++m) {
            if (isEndless(group.values[m]))
                painter.fillRect(QRectF(middleOf(m, own) - width / 2, own.top(), width,
                                        topOf(owner_.tallest_, own) - own.top() + 1),
                                 owner_.shade(owner_.theme().of(group.kind, group.number), m));
        }
    }

    /// And is torn off there, above a gap across it.
    void paintTorn(QPainter &painter, const ColumnsView::Group &group, const QRectF &own) const
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

    void addLabels(const ColumnsView::Group &group, const QRectF &own)
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
            const qreal top =
                std::isinf(value)
                    ? std::min(topOf(owner_.tallest_ * 0.94, own) + metrics.ascent(), own.bottom() - 3)
                    : topOf(value, own) - metrics.descent() - 2;
            const QRectF box(std::min(left, most - wide), top - metrics.capHeight(), wide,
                             metrics.capHeight());
            labels_.push_back({text, box, group.kind == VariantKind::Mistake, last});
        }
    }

    /// Where two would touch, a mistake's goes first, and then that of the later measure; all values are in
    /// the data.
    void paintLabels(QPainter &painter)
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

    int turns() const { return std::max(2, owner_.titleLines_); }

    /// `line`: the one that the title has for itself where titles take turns; -1 where they do not.
    void paintTitle(QPainter &painter, const QString &title, const QRectF &own, int line) const
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
                   metrics.boundingRect(QRectF(0, 0, below.width() - 4, 1000), Qt::TextWordWrap, title)
                           .width() <= below.width() - 4)
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

    ColumnsView &owner_;
    std::vector<Label> labels_;
};

ColumnsView::ColumnsView(const View &view, QWidget *parent)
    : ChartPicture(parent),
      view_(view),
      series_(new QStackedBarSeries),
      places_(new QValueAxis),
      values_(new QValueAxis)
{
    series_->setBarWidth(0.84);
    chart().addSeries(series_);
    chart().addAxis(places_, Qt::AlignBottom);
    chart().addAxis(values_, Qt::AlignLeft);
    series_->attachAxis(places_);
    series_->attachAxis(values_);
    places_->setGridLineVisible(false);
    places_->setLabelsVisible(false);
    marks_ = new ColumnMarks(*this);
}

void ColumnsView::show(const Scene &scene)
{
    const std::size_t before = columns();
    groups_.clear();
    titles_.clear();
    for (const QString &source : view_.sources) {
        const Measure *measure = scene.scenario()->measureOf(source);
        titles_.push_back(measure ? *measure : Measure{.id = source});
    }
    for (const Outcome &outcome : scene.outcomes) {
        const Variant &variant = *scene.variantOf(outcome);
        Group group{variant.title.text(), variant.kind, scene.numberOf(outcome), {}};
        const Repeat *repeat = outcome.shown();
        // What is measured is known at the end of the run.
        const bool isOver =
            repeat && (!repeat->trace || scene.instantOf(*repeat->trace) >= repeat->trace->now());
        for (const Measure &measure : titles_) {
            const Finding *finding = isOver ? outcome.finding(measure.id) : nullptr;
            group.values.push_back(finding ? std::optional(finding->value) : std::nullopt);
        }
        groups_.push_back(std::move(group));
    }
    tallest_ = 0;
    hasEndless_ = false;
    for (const Group &group : groups_) {
        for (const auto &value : group.values) {
            tallest_ = std::max(tallest_, value && std::isfinite(*value) ? *value : 0);
            hasEndless_ |= value && std::isinf(*value);
        }
    }
    if (tallest_ <= 0)
        tallest_ = 1;
    if (columns() != before)
        rebuild();
    // Sets are stacked: each has a value at its own place only.
    const auto sets = series_->barSets();
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        for (std::size_t m = 0; m < measures(); ++m) {
            const std::size_t set = i * measures() + m;
            sets[static_cast<qsizetype>(set)]->replace(static_cast<int>(placeOf(i, m)),
                                                       std::min(groups_[i].values[m].value_or(0), tallest_));
        }
    }
    restyle();
    retranslate();
    fit();
}

void ColumnsView::rebuild()
{
    series_->clear();
    const auto places = static_cast<qsizetype>(placeOf(groups_.size(), 0));
    for (std::size_t i = 0; i < columns(); ++i) {
        auto *set = new QBarSet(QString::number(i));
        set->append(QList<qreal>(places, 0.0));
        series_->append(set);
    }
    places_->setRange(-1, std::max<double>(1, static_cast<double>(places) - 1));
}

QColor ColumnsView::shade(const QColor &colour, std::size_t measure) const
{
    const double share = static_cast<double>(measure + 1) / static_cast<double>(measures());
    const auto mix = [share](int full, int ground) { return qRound(full * share + ground * (1 - share)); };
    const QColor &card = theme().card;
    return {mix(colour.red(), card.red()), mix(colour.green(), card.green()),
            mix(colour.blue(), card.blue())};
}

void ColumnsView::restyle()
{
    const auto sets = series_->barSets();
    for (qsizetype i = 0; i < sets.size(); ++i) {
        const auto column = static_cast<std::size_t>(i);
        const Group &group = groups_[column / measures()];
        const QColor colour = theme().of(group.kind, group.number);
        sets[i]->setColor(shade(colour, column % measures()));
        sets[i]->setBorderColor(shade(colour, column % measures()));
    }
}

void ColumnsView::setTheme(const Theme &theme)
{
    ChartPicture::setTheme(theme);
    restyle();
    retranslate();
    fit();
}

/// Whether `unit` stands in `title` as a word; in Japanese nothing stands between words.
static bool names(const QString &title, const QString &unit)
{
    const QRegularExpression word(
        QStringLiteral("(?<![A-Za-z])%1(?![A-Za-z])").arg(QRegularExpression::escape(unit)),
        QRegularExpression::CaseInsensitiveOption);
    return word.match(title).hasMatch();
}

void ColumnsView::retranslate()
{
    std::vector<LegendKey> keys;
    for (std::size_t m = 0; titles_.size() > 1 && m < titles_.size(); ++m)
        keys.push_back({shade(theme().muted, m), QStringLiteral("■"), titles_[m].title.text()});
    if (std::ranges::any_of(groups_, [](const Group &group) { return group.kind == VariantKind::Mistake; }))
        keys.push_back({theme().of(VariantKind::Mistake), QStringLiteral("▨"), tr("mistake")});
    if (hasEndless_)
        keys.push_back(
            {theme().text, formatNumber(std::numeric_limits<double>::infinity()), tr("never ends")});
    // The unit, where the columns have one in common that the title does not say.
    const QString title = view_.title.text();
    const QString unit = titles_.empty() ? QString() : titles_.front().unit.text();
    const bool hasUnit =
        !unit.isEmpty() && !names(title, unit) &&
        std::ranges::all_of(titles_, [&](const Measure &measure) { return measure.unit.text() == unit; });
    setHeading(hasUnit ? tr("%1 (%2)").arg(title, unit) : title, title, keys);
    setAccessibleDescription(numbers());
}

void ColumnsView::fit()
{
    const QFontMetricsF metrics(theme().font(11));
    // Below the plot, whose place is not known before: two lines, or one where it is enough.
    const qreal plot = chart().size().width() - 16 - metrics.horizontalAdvance(QStringLiteral("10000"));
    const qreal room = plot / static_cast<qreal>(std::max<std::size_t>(1, groups_.size())) - 2;
    const bool isOneLine = std::ranges::all_of(
        groups_, [&](const Group &group) { return metrics.horizontalAdvance(group.title) <= room; });
    titleLines_ = isOneLine ? 1 : 2;
    // Titles that are cut even where they take turns in two lines take turns in three.
    const bool isCut = std::ranges::any_of(
        groups_, [&](const Group &group) { return metrics.horizontalAdvance(group.title) > 2 * room - 2; });
    if (!isOneLine && isCut && groups_.size() > 2 && !marks_->titlesFit(room + 2))
        titleLines_ = 3;
    const auto titles = static_cast<int>(std::ceil(metrics.lineSpacing() * titleLines_));
    chart().setMargins(QMargins(6, 4, 10, 4 + titles));
    // Room for the value above the tallest column.
    const qreal height = std::max<qreal>(40, chart().size().height() - titles - 16);
    const double label = QFontMetricsF(theme().font(13, QFont::DemiBold)).height() + (hasEndless_ ? 10 : 4);
    const int ticks = static_cast<int>(height / (metrics.height() * 2));
    styleAxis(*values_, tallest_ / std::max(0.3, 1 - label / height), std::clamp(ticks, 2, 6));
    setLeastChartHeight(84 + 22 * titleLines_);
    marks_->refresh();
}

QString ColumnsView::data() const
{
    QStringList headings{tr("Variant")};
    for (const auto &measure : titles_) {
        const QString unit = measure.unit.text();
        headings << (unit.isEmpty() ? measure.title.text() : tr("%1 (%2)").arg(measure.title.text(), unit));
    }
    QString text = headings.join(u'\t') + u'\n';
    for (const Group &group : groups_) {
        QStringList cells{group.title};
        for (const auto &value : group.values)
            cells << (value ? plainNumber(*value) : QString());
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

QString ColumnsView::numbers() const
{
    QString text;
    for (const Group &group : groups_) {
        text += group.title;
        for (std::size_t m = 0; m < titles_.size(); ++m) {
            const QString value = group.values[m] ? formatMeasured(*group.values[m], titles_[m].unit.text())
                                                  : QStringLiteral("-");
            text += u'\t' + (titles_.size() > 1 ? titles_[m].title.text() + u' ' + value : value);
        }
        text += u'\n';
    }
    return text;
}

} // namespace tenfold
