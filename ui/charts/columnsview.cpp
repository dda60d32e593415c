#include "ui/charts/columnsview.h"

#include "core/analysis/format.h"
#include "ui/charts/axes.h"
#include "ui/charts/columnmarks.h"

#include <QBarSet>
#include <QRegularExpression>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tenfold {

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
    values_->setVisible(
        std::ranges::any_of(groups_, [](const Group &group) { // else its numbers are of nothing
            return std::ranges::any_of(group.values, [](const auto &value) { return value.has_value(); });
        }));
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
