#include "ui/bignumbers.h"

#include "core/analysis/failures.h"
#include "core/analysis/format.h"
#include "core/analysis/race.h"
#include "core/analysis/verdict.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace tenfold {

/// Keeps a label out of the layout: its text changes 10 times a second, and the page would be laid out anew
/// each time.
class Steady : public QWidget
{
public:
    explicit Steady(QLabel *label) : label_(label) { label->setParent(this); }
    void setFont(const QFont &font)
    {
        label_->setFont(font);
        const QFontMetrics metrics(font);
        setMinimumWidth(metrics.horizontalAdvance(QStringLiteral("88.88 s")));
    }
    /// The line of the font, not that of a fallback for one character; in a low page less of what is empty
    /// above and below digits.
    void setLow(bool low) { setFixedHeight(qRound(QFontMetrics(label_->font()).height() * (low ? 0.8 : 1))); }

protected:
    void resizeEvent(QResizeEvent *) override { label_->setGeometry(rect()); }

private:
    QLabel *label_;
};

BigNumbers::BigNumbers(const Scenario &scenario, QWidget *parent) : QWidget(parent), scenario_(scenario)
{
    static constexpr std::array names{"sequential-number", "parallel-number", "speedup-number"};
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(6);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    lines->addLayout(row);
    caveat_ = new QLabel;
    caveat_->setObjectName(QStringLiteral("caveat"));
    caveat_->setWordWrap(true);
    caveat_->setContentsMargins(14, 0, 14, 0);
    caveat_->hide();
    lines->addWidget(caveat_);
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
        auto *card = new QFrame;
        card->setObjectName(QStringLiteral("card"));
        auto *column = new QBoxLayout(QBoxLayout::TopToBottom, card);
        column->setContentsMargins(14, 8, 14, 8);
        column->setSpacing(0);
        auto *value = new QLabel;
        numbers_[i] = {column, new QLabel, value, new Steady(value)};
        numbers_[i].value->setObjectName(QLatin1String(names[i]));
        column->addWidget(numbers_[i].title);
        column->addWidget(numbers_[i].steady);
        row->addWidget(card, 1);
    }
    show(Scene{});
}

/// Whether nothing came out of it, so that it has no number.
static bool isVoid(const Outcome *outcome)
{
    return outcome && (outcome->status() == Status::Failed || didAllTasksFail(*outcome));
}

/// How long a variant took, or how it ended; with a cross where it has not the result.
static QString secondsOf(const Scene &scene, const Variant &variant)
{
    const Outcome *outcome = scene.outcomeOf(variant.id);
    if (outcome && didAllTasksFail(*outcome))
        return titleOf(Status::Failed);
    if (outcome && (outcome->status() == Status::Stuck || outcome->status() == Status::Failed))
        return titleOf(outcome->status());
    const Repeat *repeat = outcome ? outcome->shown() : nullptr;
    if (!repeat || !repeat->trace ||
        (repeat->status != Status::Running && repeat->status != Status::Finished))
        return QStringLiteral("–");
    return formatSeconds(outcome->secondsAt(scene.instantOf(*repeat->trace))) +
           (isWrong(scene.outcomes, *outcome) ? QStringLiteral(" ✗") : QString());
}

/// In a replay with how far it is: "Sequential 3 of 8", "Threads, done".
static QString titleOf(const Scene &scene, const Variant &variant)
{
    const QString title = variant.title.text();
    const Outcome *now = scene.outcomeOf(variant.id);
    if (!scene.whole || !now)
        return title;
    const RowsSoFar rows = rowsSoFar(*now, *scene.whole->outcomeOf(variant.id));
    if (now->status() != Status::Running)
        return BigNumbers::tr("%1 · done").arg(title);
    return rows.all > 1 ? BigNumbers::tr("%1 · %2 of %3").arg(title).arg(rows.done).arg(rows.all) : title;
}

/// How short the time of a variant is says nothing where it is no result.
static QColor colourOf(const Scene &scene, const Variant &variant, const Theme &theme)
{
    return isVoid(scene.outcomeOf(variant.id)) ? theme.muted : theme.of(variant.kind);
}

/// The variant that the numbers speak of beside the reference: the only one that was run, else variants[1].
static const Variant *shownBeside(const Scenario &scenario, const Scene &scene)
{
    if (scenario.variants.size() < 2)
        return nullptr;
    return scene.outcomes.size() == 2 ? scene.variantOf(scene.outcomes.back()) : &scenario.variants[1];
}

/// Green is for what was gained, is possible and is no mistake.
static QColor colourOf(const Figures &figures, const Variant &variant, const Theme &theme)
{
    const bool isGain = *figures.speedup >= 1.1 && !figures.isBent && !variant.isMistake();
    return isGain ? theme.gain : theme.muted;
}

/// Measures of the outcome that has them and ran last.
static std::array<BigNumber, 3> countsOf(const Scenario &scenario, const Scene &scene, const Theme &theme)
{
    std::array<BigNumber, 3> numbers;
    for (std::size_t i = 0; i < numbers.size() && i < scenario.numbers.size(); ++i) {
        const BigMeasure &big = scenario.numbers[i];
        const Finding *found = lastFinding(scene.outcomes, big.id);
        const Measure &measure = *scenario.measureOf(big.id);
        numbers[i] = {measure.title.text(), QStringLiteral("–"), theme.text};
        if (!found)
            continue;
        numbers[i].value = bigValue(measure, found->value);
        using Tone = BigMeasure::Tone;
        numbers[i].colour = big.tone == Tone::Plain ? theme.text
                            : found->value == 0     ? theme.muted
                            : big.tone == Tone::Bad ? theme.lock
                                                    : theme.gain;
    }
    return numbers;
}

/// The mistake that was made, where it is one: what it did is the third number then.
static const Outcome *onlyMistake(const Scene &scene)
{
    const auto isMistake = [&](const Outcome &outcome) { return scene.variantOf(outcome)->isMistake(); };
    const auto found = std::ranges::find_if(scene.outcomes, isMistake);
    return std::ranges::count_if(scene.outcomes, isMistake) == 1 ? &*found : nullptr;
}

/// The right way, the mistake, and what that one did.
static std::array<BigNumber, 3> besideMistake(const Scenario &scenario, const Scene &scene,
                                              const Outcome &broken, const Theme &theme)
{
    const bool isRightThere =
        scenario.variants.size() > 1 &&
        std::ranges::find(scene.outcomes, scenario.variants[1].id, &Outcome::variant) != scene.outcomes.end();
    const Variant &right = scenario.variants[isRightThere ? 1 : 0];
    const Variant &wrong = *scene.variantOf(broken);
    const QColor colour = theme.of(VariantKind::Mistake);
    // Of both how long they took, or what matters in the place of times.
    const Measure *counted =
        scenario.numbers.empty() ? nullptr : scenario.measureOf(scenario.numbers.front().id);
    const auto valueOf = [&](const Variant &variant) {
        if (!counted)
            return secondsOf(scene, variant);
        const Outcome *outcome = scene.outcomeOf(variant.id);
        const Finding *found = outcome ? outcome->finding(counted->id) : nullptr;
        return found ? bigValue(*counted, found->value) : QStringLiteral("–");
    };
    const auto titleOfIts = [&](const Variant &variant) {
        return counted ? BigNumbers::tr("%1: %2", "variant, measure")
                             .arg(variant.title.text(), counted->title.text())
                       : variant.title.text();
    };
    QString took = valueOf(wrong);
    if (counted && (broken.status() == Status::Stuck || isVoid(&broken)))
        took = secondsOf(scene, wrong);
    else if (counted && isWrong(scene.outcomes, broken))
        took += QStringLiteral(" ✗");
    std::array<BigNumber, 3> numbers{
        {{titleOfIts(right), valueOf(right), colourOf(scene, right, theme)},
         {titleOfIts(wrong), took, colourOf(scene, wrong, theme)},
         {scenario.measureOf(wrong.proof)->title.text(), QStringLiteral("–"), theme.muted}}};
    const Finding *proof = broken.finding(wrong.proof);
    const bool isOver = broken.status() != Status::Running && broken.status() != Status::Pending;
    // What harm a mistake did by which all failed counts, unless nothing came out of the right way either.
    const bool isHarm = proof && proof->value > 0 && !isVoid(scene.outcomeOf(right.id));
    if (proof && isOver && (isHarm || !isVoid(&broken))) {
        numbers[2].value = bigValue(*scenario.measureOf(wrong.proof), proof->value);
        numbers[2].colour = proof->value > 0 ? colour : theme.muted;
    } else if (!isOver) {
        numbers[2].value = QStringLiteral("…");
    }
    return numbers;
}

std::array<BigNumber, 3> BigNumbers::of(const Scenario &scenario, const Scene &scene, const Theme &theme)
{
    const Outcome *broken = onlyMistake(scene);
    if (!scenario.numbers.empty() && !broken)
        return countsOf(scenario, scene, theme);
    std::array<BigNumber, 3> numbers{{{{}, {}, theme.of(VariantKind::Sequential)},
                                      {{}, {}, theme.of(VariantKind::Parallel)},
                                      {tr("Speed-up"), {}, theme.muted}}};
    if (broken)
        return besideMistake(scenario, scene, *broken, theme);
    const Variant *beside = shownBeside(scenario, scene);
    for (std::size_t i = 0; i < 2; ++i) {
        const Variant *variant = i == 0 ? &scenario.variants.front() : beside;
        if (!variant)
            continue;
        numbers[i].title = titleOf(scene, *variant);
        numbers[i].value = secondsOf(scene, *variant);
        numbers[i].colour = colourOf(scene, *variant, theme);
    }
    const Figures *figures = beside ? scene.summary.of(beside->id) : nullptr;
    const auto running = [](const Outcome &o) {
        return o.status() == Status::Running || o.status() == Status::Pending;
    };
    const bool comes = std::ranges::any_of(scene.outcomes, running) && figures;
    numbers[2].value = figures && figures->speedup ? formatSpeedup(*figures->speedup)
                       : comes                     ? QStringLiteral("…")
                                                   : QStringLiteral("–");
    if (figures && figures->speedup)
        numbers[2].colour = colourOf(*figures, *beside, theme);
    return numbers;
}

void BigNumbers::show(const Scene &scene)
{
    scene_ = scene;
    const auto all = of(scenario_, scene, theme_);
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
        numbers_[i].title->setText(all[i].title);
        numbers_[i].value->setText(all[i].value);
        if (QPalette palette = numbers_[i].value->palette();
            palette.color(QPalette::WindowText) != all[i].colour) {
            palette.setColor(QPalette::WindowText, all[i].colour);
            numbers_[i].value->setPalette(palette);
        }
        numbers_[i].value->setAccessibleName(all[i].title);
        numbers_[i].value->setAccessibleDescription(all[i].value);
    }
    const QString caveat = scene.summary.caveat.text();
    if (caveat != caveat_->text())
        caveat_->setText(caveat);
    caveat_->setVisible(!caveat.isEmpty());
    if (!scenario_.numbers.empty()) // counts may be long
        arrange();
}

void BigNumbers::setLow(bool low)
{
    if (std::exchange(isLow_, low) != low)
        arrange();
}

void BigNumbers::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void BigNumbers::arrange()
{
    int widest = 0;
    for (const Number &number : numbers_) {
        const int value = std::max(number.steady->minimumWidth(), number.value->sizeHint().width());
        widest = std::max(widest, number.title->sizeHint().width() + value);
    }
    const bool isBeside = isLow_ && widest + 28 <= (width() - 20) / 3;
    for (const Number &number : numbers_) {
        number.layout->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        const int room =
            (width() - 20) / 3 - QFontMetrics(number.value->font()).horizontalAdvance(formatSeconds(0.0888));
        const int side = isBeside ? 10 : std::clamp(room / 2, 4, 14);
        number.layout->setContentsMargins(side, isLow_ ? 4 : 8, side, isLow_ ? 4 : 8);
        number.layout->setSpacing(isBeside ? 8 : 0);
        number.steady->setLow(isLow_);
        number.value->setAlignment((isBeside ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
}

void BigNumbers::setTheme(const Theme &theme)
{
    theme_ = theme;
    QPalette palette = theme.palette();
    palette.setColor(QPalette::WindowText, theme.muted);
    QPalette plain = theme.palette();
    plain.setColor(QPalette::WindowText, theme.text);
    caveat_->setPalette(plain);
    caveat_->setFont(theme.font(11, QFont::DemiBold));
    for (const Number &number : numbers_) {
        number.title->setPalette(palette);
        number.title->setFont(theme.font(11));
        number.value->setPalette(palette);
        number.steady->setFont(theme.font(26, QFont::Bold));
    }
    show(scene_);
    arrange();
}

} // namespace tenfold
