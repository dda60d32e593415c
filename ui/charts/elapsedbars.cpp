#include "ui/charts/elapsedbars.h"

#include "core/analysis/explanation.h"
#include "core/analysis/format.h"
#include "core/analysis/verdict.h"
#include "core/analysis/waits.h"
#include "ui/charts/axes.h"
#include "ui/charts/barmarks.h"
#include "ui/charts/stopsign.h"
#include "ui/pinned.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QHorizontalStackedBarSeries>
#include <QTextLayout>
#include <QValueAxis>

#include <cmath>

namespace tenfold {

static constexpr qreal titleShare = 0.36; ///< of the width, that a title may take in a line

static const QString otherResult =
    QStringLiteral(" ✗"); ///< behind the time of what brought out something else

ElapsedBars::ElapsedBars(QWidget *parent)
    : ChartPicture(parent),
      series_(new QHorizontalStackedBarSeries),
      titles_(new QBarCategoryAxis),
      seconds_(new QValueAxis)
{
    setSmooth(false);
    series_->setBarWidth(0.62);
    chart().addSeries(series_);
    chart().addAxis(titles_, Qt::AlignLeft);
    chart().addAxis(seconds_, Qt::AlignBottom);
    series_->attachAxis(titles_);
    series_->attachAxis(seconds_);
    titles_->setGridLineVisible(false);
    titles_->setLineVisible(false);
    titles_->setLabelsVisible(false);
    marks_ = new BarMarks(*this);
}

static QStringList wordsOf(const Scene &scene, const Outcome &outcome, const Figures &figures)
{
    QStringList words;
    if (!isWrong(scene.outcomes, outcome)) // else nothing was gained
        words = gainOf(*scene.scenario(), figures, scene.summary.headline(*scene.scenario()));
    if (outcome.status() == Status::Finished || outcome.status() == Status::Stuck) {
        // What a mistake did counts more than how fast it was.
        words.prepend(proofOf(*scene.scenario(), outcome));
        words << costOf(*scene.scenario(), scene.outcomes, outcome);
    }
    if (outcome.status() == Status::Stuck)
        words << foundBy(*outcome.shown()->trace);
    words.removeAll(QString());
    return words;
}

void ElapsedBars::show(const Scene &scene)
{
    reach_ = end_.of(scene, [this](const Scene &whole) {
        show(whole);
        return longest();
    });
    const bool sameBars = scene.scenario() == scene_.scenario() && scene.outcomes.size() == bars_.size();
    scene_ = scene;
    std::vector<Bar> bars;
    for (std::size_t i = 0; i < scene.outcomes.size(); ++i) {
        const Outcome &outcome = scene.outcomes[i];
        const Variant &variant = *scene.variantOf(outcome);
        const double seconds = scene.secondsOf(outcome);
        const Figures *figures = scene.summary.of(outcome.variant);
        bars.push_back({variant.title.text(),
                        variant.kind,
                        scene.numberOf(outcome),
                        seconds,
                        figures ? figures->limit : std::nullopt,
                        seconds > 0 ? formatSeconds(seconds) : QString(),
                        figures ? figures->speedup : std::nullopt,
                        i > 0 && figures && figures->speedup ? formatSpeedup(*figures->speedup) : QString(),
                        i > 0 && figures ? wordsOf(scene, outcome, *figures) : QStringList(),
                        {},
                        {}});
    }
    const bool sameTitles = sameBars && std::ranges::equal(bars, bars_, {}, &Bar::title, &Bar::title);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const Outcome &outcome = scene.outcomes[i];
        const bool isVoid = didAllTasksFail(outcome);
        bars[i].isWrong = isWrong(scene.outcomes, outcome);
        if (bars[i].isWrong) { // nothing was gained, and no limit kept
            bars[i].factor.reset();
            bars[i].speedup.clear();
            bars[i].limit.reset();
        }
        if (isVoid || outcome.status() == Status::Failed) { // no bar: a length would be read as a result
            bars[i].seconds = 0;
            bars[i].words.clear();
            bars[i].value = isVoid ? tr("all tasks failed") : titleOf(Status::Failed);
        } else if (bars[i].isWrong)
            bars[i].value += otherResult;
        if (const Outcome *pinned = scene.pinnedOutcome(outcome.variant))
            bars[i].pinned = pinned->medianSeconds();
        bars[i].whole = outcome.status() == Status::Finished ? outcome.medianSeconds() : 0;
        bars[i].isStuck = outcome.status() == Status::Stuck;
        bars[i].isPartial = outcome.status() == Status::Cancelled && bars[i].seconds > 0;
        bars[i].shortValue = bars[i].value;
        if (bars[i].isStuck)
            bars[i].value = tr("stuck after %1").arg(formatSeconds(bars[i].seconds));
        else if (bars[i].isPartial)
            bars[i].value += u' ' + tr("(stopped)");
    }
    bars_ = std::move(bars);
    // What grows does so along one axis.
    time_ = scene.isUnderWay() ? TimeUnit() : timeUnitFor(longest());
    if (!sameTitles)
        rebuild();
    // Sets are stacked: each has a value in its own row only. Rows count from the bottom.
    const auto sets = series_->barSets();
    for (int i = 0; i < sets.size(); ++i) {
        const int row = static_cast<int>(sets.size()) - 1 - i;
        const double length = bars_[static_cast<std::size_t>(i)].seconds * time_.perSecond;
        if (sets[i]->at(row) != length) // each change lays out all bars
            sets[i]->replace(row, length);
    }
    retranslate();
    fit();
}

/// Where the times are not to be relied on, nothing says what is possible.
QColor ElapsedBars::limitColour() const
{
    return scene_.summary.caveat ? theme().muted : theme().gain;
}

void ElapsedBars::rebuild()
{
    series_->clear();
    titles_->clear();
    const auto rows = static_cast<int>(bars_.size());
    for (int i = 0; i < rows; ++i) {
        titles_->append(QString::number(i)); // a row each; their titles are drawn with the marks
        auto *set = new QBarSet(bars_[static_cast<std::size_t>(i)].title);
        set->append(QList<qreal>(rows, 0.0));
        series_->append(set);
    }
    restyle();
}

void ElapsedBars::restyle()
{
    const auto sets = series_->barSets();
    for (int i = 0; i < sets.size(); ++i) {
        const Bar &bar = bars_[static_cast<std::size_t>(i)];
        const QColor colour = theme().of(bar.kind, bar.number);
        sets[i]->setColor(colour);
        sets[i]->setBorderColor(colour);
    }
}

void ElapsedBars::setTheme(const Theme &theme)
{
    ChartPicture::setTheme(theme);
    restyle();
    retranslate();
    fit();
}

void ElapsedBars::retranslate()
{
    std::vector<LegendKey> keys;
    if (std::ranges::any_of(bars_, [](const Bar &bar) { return bar.limit.has_value(); }))
        keys.push_back({limitColour(), QStringLiteral("┃"), tr("limit")});
    if (std::ranges::any_of(bars_, [](const Bar &bar) { return bar.value.endsWith(otherResult); }))
        keys.push_back({theme().text, otherResult.trimmed(), tr("wrong result")});
    if (std::ranges::any_of(bars_, [](const Bar &bar) { return bar.kind == VariantKind::Mistake; }))
        keys.push_back({theme().of(VariantKind::Mistake), QStringLiteral("▨"), tr("mistake")});
    const bool areSeconds = time_.perSecond == 1;
    if (std::ranges::any_of(bars_, [](const Bar &bar) { return bar.pinned.has_value(); }))
        keys.push_back({theme().muted, QStringLiteral("╎╌╎"), pinnedTitle(scene_)});
    setHeading(areSeconds ? tr("Elapsed time in seconds (shorter is better)")
                          : tr("Elapsed time in %1 (shorter is better)").arg(time_.text()),
               tr("Elapsed time per variant"), keys,
               areSeconds ? tr("Elapsed time (s)") : tr("Elapsed time (%1)").arg(time_.text()));
    setAccessibleDescription(numbers());
}

/// `title` in one line, or in two where it is wider than `room`.
static QString broken(const QString &title, const QFont &font, qreal room)
{
    const QFontMetricsF metrics(font);
    if (metrics.horizontalAdvance(title) <= room)
        return title;
    QTextLayout layout(title, font);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(std::min(room, metrics.horizontalAdvance(title) * 0.58)); // two of about a length
    const int length = first.textLength();
    layout.endLayout();
    const QString rest = title.mid(length).trimmed();
    return metrics.elidedText(title.left(length).trimmed(), Qt::ElideRight, room) + u'\n' +
           metrics.elidedText(rest, Qt::ElideRight, room);
}

/// The height in which the texts of a bar do not lie on those of the next.
qreal ElapsedBars::leastRow(qreal width) const
{
    const QFontMetricsF metrics(theme().font(11)), bold(theme().font(13, QFont::DemiBold));
    const bool isBroken = std::ranges::any_of(
        bars_, [&](const Bar &bar) { return metrics.horizontalAdvance(bar.title) > titleShare * width; });
    return std::max((isBroken ? 2 : 1) * lineShare * metrics.height() + 1, lineShare * bold.height());
}

qreal ElapsedBars::readableHeight(qreal width) const
{
    const auto rows = static_cast<qreal>(std::max<std::size_t>(1, bars_.size()));
    return headingHeight(width) + chart().margins().top() + chart().margins().bottom() +
           rows * leastRow(width) + 2 * theme().factor;
}

double ElapsedBars::longest() const
{
    double longest = reach_;
    for (const Bar &bar : bars_)
        longest = std::max({longest, bar.seconds, bar.limit.value_or(0), bar.pinned.value_or(0)});
    return longest;
}

/// What stands beside the bar of the time that the pinned run took.
QString ElapsedBars::pinnedText(const Bar &bar) const
{
    return bar.pinned && formatSeconds(*bar.pinned) != formatSeconds(bar.whole) ? formatSeconds(*bar.pinned)
                                                                                : QString();
}

void ElapsedBars::fit()
{
    const QFontMetricsF metrics(theme().font(11));
    const qreal width = chart().size().width();
    qreal titles = 0;
    bool isBroken = false;
    for (Bar &bar : bars_) {
        bar.label = broken(bar.title, theme().font(11), width * titleShare);
        for (const QString &line : bar.label.split(u'\n'))
            titles = std::max(titles, metrics.horizontalAdvance(line));
        isBroken |= bar.label.contains(u'\n');
    }
    const QFontMetricsF bold(theme().font(13, QFont::DemiBold));
    const double longest = this->longest();
    // The value at the end of the longest bar may stand beside the plot; what is said of a bar ends with the
    // chart, as far as the bars stay long enough.
    const qreal values = bold.horizontalAdvance(formatSeconds(longest) + otherResult);
    const bool isWide = width > 5 * values;
    const qreal all = width - qCeil(titles) - 2 * titleGap - 14;
    // About: the plot area is laid out later.
    const auto rows = static_cast<qreal>(std::max<std::size_t>(1, bars_.size()));
    const qreal row = (chart().size().height() - 2.6 * metrics.height()) / rows;
    const int lines = linesIn(row, lineShare * metrics.height());
    qreal plot = all - values;
    for (const Bar &bar : bars_) {
        const qreal said = bar.words.isEmpty() ? 0 : metrics.horizontalAdvance(bar.words.first());
        const qreal behind =
            isWide && said > 0 ? 8 + (lines > 1 && said > 0.25 * width ? 0.6 * said : said) : 0;
        const qreal sign = bar.isStuck ? 2 * stopSign(theme()) : 0;
        const QString pinned = pinnedText(bar); // its outline may reach beyond the bar
        const qreal ghost = pinned.isEmpty() ? 0 : 8 + metrics.horizontalAdvance(pinned);
        if (const double end = std::max(bar.seconds, bar.pinned.value_or(0));
            end > 0 && (bar.isPartial || bar.isStuck || behind > 0 || bar.pinned))
            plot = std::min(plot, (all - sign - bold.horizontalAdvance(bar.value) - behind - ghost) *
                                      longest / end);
    }
    plot = std::max({plot, 60.0, 0.45 * all});
    const int room = qCeil(all - plot + 14);
    const QMargins margins(qCeil(titles) + 2 * titleGap, chart().margins().top(), room,
                           chart().margins().bottom());
    if (chart().margins() != margins)
        chart().setMargins(margins);
    const double end = longest * time_.perSecond;
    // Half of the last label stands beside the plot, which gets as much narrower.
    const qreal label = metrics.horizontalAdvance(formatNumber(niceEnd(end, 1)));
    const qreal axis = plot - label / 2;
    const int mostTicks = stepsThatFit(end, 8, axis, metrics);
    // The bars have their values: the axis gives way to what they need. Where nothing came out, there is
    // nothing to read off.
    const bool isOfNothing = !bars_.empty() && longest <= 0 && std::ranges::all_of(bars_, &Bar::isWrong);
    const qreal besideAxis = (chart().size().height() - 1.7 * metrics.height()) / rows;
    seconds_->setLabelsVisible(!isOfNothing && axis > label + metrics.horizontalAdvance(u'0') &&
                               besideAxis >= leastRow(width));
    styleAxis(*seconds_, niceEnd(end, mostTicks), mostTicks);
    seconds_->setGridLineVisible(!isOfNothing);
    seconds_->setLineVisible(!isOfNothing);
    setLeastChartHeight(46 +
                        (isBroken ? 33 : 24) * static_cast<qreal>(std::max<std::size_t>(2, bars_.size())));
    marks_->refresh();
}

QString ElapsedBars::data() const
{
    const bool isPinned = std::ranges::any_of(bars_, [](const Bar &bar) { return bar.pinned.has_value(); });
    QStringList titles{tr("Variant"), tr("Seconds"), tr("Speed-up"), tr("Limit in seconds"), tr("Remarks")};
    if (isPinned)
        titles << tr("Pinned run, seconds");
    QString text = titles.join(u'\t') + u'\n';
    const auto plain = [](const std::optional<double> &value) {
        return value ? plainNumber(*value) : QString();
    };
    for (const Bar &bar : bars_) {
        QStringList words = bar.words;
        words.removeOne(bar.speedup);
        QStringList cells{bar.title, bar.seconds > 0 ? plainNumber(bar.seconds) : QString(),
                          plain(bar.factor), plain(bar.limit), listed(words)};
        if (isPinned)
            cells << plain(bar.pinned);
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

QString ElapsedBars::numbers() const
{
    QString text;
    for (const Bar &bar : bars_) {
        text += bar.title + u'\t' + (bar.value.isEmpty() ? QStringLiteral("-") : bar.value);
        text += u'\t' + (bar.speedup.isEmpty() ? QStringLiteral("-") : bar.speedup);
        QStringList words = bar.words;
        words.removeOne(bar.speedup);
        if (!words.isEmpty())
            text += u'\t' + listed(words);
        if (bar.limit)
            text += u'\t' + tr("limit %1").arg(formatSeconds(*bar.limit));
        if (bar.pinned)
            text += u'\t' + tr("pinned %1").arg(formatSeconds(*bar.pinned));
        text += u'\n';
    }
    return text;
}

} // namespace tenfold
