#include "core/analysis/difference.h"
#include "core/analysis/format.h"
#include "core/analysis/verdict.h"

#include <QMap>

#include <algorithm>
#include <cmath>

// What is said of a difference.
namespace tenfold {

using Kind = DifferenceRow::Kind;
using Side = DifferenceRow::Side;

static const QString none = QStringLiteral("–");

/// "+12 %", "−50 %", "2.50×"; empty where it is less than what is shown, or there is nothing to divide by.
static QString changeOf(double then, double now)
{
    if (then <= 0 || now < 0 || !std::isfinite(now / then))
        return {};
    const double ratio = now / then;
    if (std::abs(ratio - 1) < 0.005)
        return {};
    return ratio >= 2
               ? formatTimes(ratio)
               : (ratio > 1 ? QStringLiteral("+") : QStringLiteral("−")) + formatPercent(std::abs(ratio - 1));
}

static QString sayTime(const Side &side)
{
    if (!side.status)
        return none;
    if (side.status != Status::Finished)
        return titleOf(*side.status);
    const QString time = formatSeconds(side.seconds.median);
    const QString spread =
        side.seconds.repeats < 2
            ? time
            : translate("Difference", "%1 (%2 to %3, %4 times)",
                        "a median, the least and the most of so many repeats")
                  .arg(time, formatSeconds(side.seconds.least), formatSeconds(side.seconds.most))
                  .arg(side.seconds.repeats);
    return side.isWrong ? translate("Difference", "%1, wrong result").arg(spread) : spread;
}

static QString machineTitle(const QString &id)
{
    static const QMap<QString, const char *> titles{
        {"cores", QT_TRANSLATE_NOOP("Difference", "Cores")},
        {"allowed_cores", QT_TRANSLATE_NOOP("Difference", "Cores that may be used")},
        {"effective_cores", QT_TRANSLATE_NOOP("Difference", "Cores, as measured")},
        {"qt", QT_TRANSLATE_NOOP("Difference", "Qt")},
        {"compiler", QT_TRANSLATE_NOOP("Difference", "Compiler")},
        {"version", QT_TRANSLATE_NOOP("Difference", "Version of Tenfold")}};
    return translate("Difference", titles.value(id, ""));
}

static QString sayMachine(const QVariant &value)
{
    return value.typeId() == QMetaType::Double ? QString::number(value.toDouble(), 'f', 1) : value.toString();
}

DifferenceWords wordsOf(const Difference &difference, const DifferenceRow &row)
{
    const Scenario &scenario = *difference.now;
    const Variant *variant = scenario.variant(row.variant);
    DifferenceWords words{.variant = variant ? variant->title.text() : QString()};
    const auto fill = [&](const QString &what, auto &&say) {
        words.what = what;
        words.then = say(row.then);
        words.now = say(row.now);
    };
    switch (row.kind) {
    case Kind::Parameter: {
        const Parameter &parameter = *scenario.parameter(row.id);
        fill(parameter.title.text(), [&](const Side &side) { return parameter.withUnit(side.value); });
        break;
    }
    case Kind::Seed:
        fill(translate("Difference", "Seed"), [](const Side &side) { return side.value.toString(); });
        break;
    case Kind::Time:
        fill(translate("Difference", "Time"), sayTime);
        break;
    case Kind::Finding: {
        const Measure &measure = *scenario.measureOf(row.id);
        fill(measure.title.text(), [&](const Side &side) {
            return side.value.isValid() ? bigValue(measure, side.value.toDouble()) : none;
        });
        break;
    }
    case Kind::Caveat:
        fill(translate("Difference", "To be kept in mind"),
             [](const Side &side) { return side.value.toString().isEmpty() ? none : side.value.toString(); });
        break;
    case Kind::Machine:
        fill(machineTitle(row.id), [](const Side &side) { return sayMachine(side.value); });
        break;
    }
    if ((row.kind == Kind::Time || row.kind == Kind::Finding) && row.then.value.isValid() &&
        row.now.value.isValid() && !row.then.isWrong && !row.now.isWrong)
        words.change = changeOf(row.then.value.toDouble(), row.now.value.toDouble());
    return words;
}

/// "0.80 s to 0.83 s".
static QString sayBand(const Spread &spread)
{
    return translate("Difference", "%1 to %2", "least and most")
        .arg(formatSeconds(spread.least), formatSeconds(spread.most));
}

/// What follows from the times, or why nothing does.
static QString sayNoise(const Difference &difference, const DifferenceRow &row)
{
    switch (difference.verdict) {
    case Verdict::Bent:
        if (difference.isThenBent && difference.isNowBent)
            return translate("Difference",
                             "Other programs or a pause bent the times of both: whether this is "
                             "more than noise is not known.");
        return difference.isThenBent
                   ? translate("Difference", "Other programs or a pause bent the times of the pinned run: "
                                             "whether this is more than noise is not known.")
                   : translate("Difference", "Other programs or a pause bent the times of this run: whether "
                                             "this is more than noise is not known.");
    case Verdict::Once:
        if (row.then.seconds.repeats < 2 && row.now.seconds.repeats < 2)
            return translate("Difference",
                             "Measured once each: whether this is more than noise is not known.");
        return row.then.seconds.repeats < 2
                   ? translate("Difference", "The pinned run was measured once: whether this is more than "
                                             "noise is not known.")
                   : translate("Difference",
                               "This run was measured once: whether this is more than noise is not known.");
    case Verdict::Noise:
        return translate("Difference", "That is no more than the noise of the repeats.");
    case Verdict::Overlap:
        return translate("Difference", "That is more than a tenth, but the repeats overlap (%1 and %2): more "
                                       "of them would tell.")
            .arg(sayBand(row.then.seconds), sayBand(row.now.seconds));
    case Verdict::More:
        return translate("Difference", "That is more than the noise of the repeats (%1 and %2).")
            .arg(sayBand(row.then.seconds), sayBand(row.now.seconds));
    default:
        return {};
    }
}

static QString sayCounts(const Difference &difference)
{
    QStringList parts;
    for (const BigMeasure &number : difference.now->numbers) {
        for (const DifferenceRow &row : difference.rows) {
            if (row.kind != Kind::Finding || row.id != number.id || row.variant != difference.variant)
                continue;
            const DifferenceWords words = wordsOf(difference, row);
            parts << translate("Difference", "%1: %2 instead of %3").arg(words.what, words.now, words.then);
        }
    }
    return parts.isEmpty() ? translate("Difference", "The numbers are the same.")
                           : translate("Difference", "%1.", "a sentence").arg(listed(parts));
}

QString sayDifference(const Difference &difference)
{
    const DifferenceRow *row = difference.headline();
    if (difference.verdict == Verdict::OtherScenario)
        return translate("Difference", "The pinned run is one of \"%1\": it cannot be compared.")
            .arg(difference.then->title.text());
    if (difference.verdict == Verdict::Counts)
        return sayCounts(difference);
    if (!row)
        return translate("Difference", "No variant is in both of the runs.");
    const DifferenceWords words = wordsOf(difference, *row);
    if (difference.verdict == Verdict::NoResult)
        return translate("Difference",
                         "%1 did not come to the right result in both: its times cannot be compared.")
            .arg(words.variant);
    const QString now = formatSeconds(row->now.seconds.median),
                  then = formatSeconds(row->then.seconds.median);
    if (now == then)
        return followedBy(
            translate("Difference", "%1 took %2 in both.", "variant, time").arg(words.variant, now),
            difference.verdict == Verdict::Noise ? QString() : sayNoise(difference, *row));
    const QString took =
        words.change.isEmpty()
            ? translate("Difference", "%1 took %2 instead of %3.", "variant, times")
                  .arg(words.variant, now, then)
            : translate("Difference", "%1 took %2 instead of %3 (%4).", "variant, times, change")
                  .arg(words.variant, now, then, words.change);
    return followedBy(took, sayNoise(difference, *row));
}

} // namespace tenfold
