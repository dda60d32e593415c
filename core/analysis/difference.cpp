#include "core/analysis/difference.h"

#include "core/analysis/format.h"
#include "core/analysis/verdict.h"

#include <algorithm>
#include <array>

namespace tenfold {

using Kind = DifferenceRow::Kind;
using Side = DifferenceRow::Side;

QString idOf(Verdict verdict)
{
    static constexpr std::array ids{"other-scenario", "nothing", "no-result", "counts", "bent",
                                    "once",           "noise",   "overlap",   "more"};
    static_assert(ids.size() == static_cast<std::size_t>(Verdict::More) + 1);
    return QString::fromLatin1(ids[static_cast<std::size_t>(verdict)]);
}

const DifferenceRow *Difference::headline() const
{
    const auto found = std::ranges::find_if(
        rows, [this](const DifferenceRow &row) { return row.kind == Kind::Time && row.variant == variant; });
    return found == rows.end() ? nullptr : &*found;
}

static QVariant valueOf(const Recording &recording, const Parameter &parameter)
{
    return recording.request.values.value(parameter.id, parameter.defaultValue);
}

static std::vector<const Parameter *> differingParameters(const Recording &then, const Recording &now)
{
    std::vector<const Parameter *> result;
    for (const Parameter &parameter : now.scenario()->parameters) {
        const QVariant before = valueOf(then, parameter), after = valueOf(now, parameter);
        // As they are shown: a password that was left out of a file is no difference.
        if (!parameter.isOfPicture && before != after &&
            parameter.inWords(before) != parameter.inWords(after))
            result.push_back(&parameter);
    }
    return result;
}

static Side timeOf(const Recording &recording, const QString &variant)
{
    const Outcome *outcome = recording.outcomeOf(variant);
    if (!outcome)
        return {};
    Side side{.seconds = spreadOf(outcome->seconds()),
              .status = outcome->status(),
              .isWrong = isWrong(recording.outcomes, *outcome)};
    if (side.status == Status::Finished)
        side.value = side.seconds.median;
    return side;
}

static Side findingOf(const Recording &recording, const QString &variant, const QString &id)
{
    const Outcome *outcome = recording.outcomeOf(variant);
    const Finding *finding = outcome ? outcome->finding(id) : nullptr;
    return {.value = finding ? QVariant(finding->value) : QVariant()};
}

static void addResults(Difference &difference, const Recording &then, const Recording &now)
{
    for (const Variant &variant : now.scenario()->variants) {
        const DifferenceRow row{Kind::Time, QStringLiteral("seconds"), variant.id, timeOf(then, variant.id),
                                timeOf(now, variant.id)};
        if (row.then.status || row.now.status)
            difference.rows.push_back(row);
    }
    for (const Variant &variant : now.scenario()->variants) {
        for (const Measure &measure : now.scenario()->measures) {
            const DifferenceRow row{Kind::Finding, measure.id, variant.id,
                                    findingOf(then, variant.id, measure.id),
                                    findingOf(now, variant.id, measure.id)};
            const DifferenceWords words = wordsOf(difference, row);
            const bool isInBoth = row.then.value.isValid() && row.now.value.isValid();
            if (isInBoth && words.then != words.now) // not in which digit nobody sees
                difference.rows.push_back(row);
        }
    }
}

static void addMachine(Difference &difference, const Recording &then, const Recording &now)
{
    const auto add = [&](const char *id, const QVariant &before, const QVariant &after, bool differs) {
        if (differs)
            difference.rows.push_back(
                {Kind::Machine, QLatin1String(id), {}, {.value = before}, {.value = after}});
    };
    const auto text = [&](const char *id, const QString &before, const QString &after) {
        add(id, before, after, before != after && !before.isEmpty() && !after.isEmpty());
    };
    const auto versionOf = [](const Recording &recording) {
        return recording.origin.version.isEmpty() ? QStringLiteral(TENFOLD_VERSION)
                                                  : recording.origin.version;
    };
    const Machine &a = then.machine, &b = now.machine;
    const auto isApart = [](double one, double other) { // measured anew for each run
        return std::max(one, other) > mostNoise * std::min(one, other);
    };
    add("cores", a.cores, b.cores, a.cores != b.cores);
    add("allowed_cores", a.allowed, b.allowed, isApart(a.allowed, b.allowed));
    add("effective_cores", a.effectiveCores, b.effectiveCores, isApart(a.effectiveCores, b.effectiveCores));
    text("qt", a.qt, b.qt);
    text("compiler", a.compiler, b.compiler);
    text("version", versionOf(then), versionOf(now));
}

static Verdict judged(const DifferenceRow &row, bool isBent)
{
    const auto isRight = [](const Side &side) { return side.status == Status::Finished && !side.isWrong; };
    if (!isRight(row.then) || !isRight(row.now))
        return Verdict::NoResult;
    if (isBent)
        return Verdict::Bent;
    const Spread &then = row.then.seconds, &now = row.now.seconds;
    if (then.repeats < 2 || now.repeats < 2)
        return Verdict::Once;
    const bool isLonger = now.median > then.median;
    const Spread &longer = isLonger ? now : then, &shorter = isLonger ? then : now;
    return mayBeChance(longer, shorter) ? Verdict::Noise
           : doOverlap(longer, shorter) ? Verdict::Overlap
                                        : Verdict::More;
}

/// The right way where both have it, else the last variant that both have.
static QString comparedVariant(const Difference &difference)
{
    const auto &variants = difference.now->variants;
    QString last;
    for (const DifferenceRow &row : difference.rows) {
        if (row.kind != Kind::Time || !row.then.status || !row.now.status)
            continue;
        if (variants.size() > 1 && row.variant == variants[1].id)
            return row.variant;
        last = row.variant;
    }
    return last;
}

Difference differenceOf(const Recording &then, const Recording &now)
{
    Difference difference{.then = then.scenario(), .now = now.scenario()};
    difference.isThenBent = then.summary.caveat.bendsTimes();
    difference.isNowBent = now.summary.caveat.bendsTimes();
    if (then.scenario()->path() != now.scenario()->path()) {
        difference.verdict = Verdict::OtherScenario;
        addMachine(difference, then, now);
        return difference;
    }
    for (const Parameter *parameter : differingParameters(then, now))
        difference.rows.push_back({Kind::Parameter,
                                   parameter->id,
                                   {},
                                   {.value = valueOf(then, *parameter)},
                                   {.value = valueOf(now, *parameter)}});
    if (then.request.seed != now.request.seed)
        difference.rows.push_back({Kind::Seed,
                                   QStringLiteral("seed"),
                                   {},
                                   {.value = then.request.seed},
                                   {.value = now.request.seed}});
    addResults(difference, then, now);
    if (const QString before = then.summary.caveat.text(), after = now.summary.caveat.text(); before != after)
        difference.rows.push_back(
            {Kind::Caveat, QStringLiteral("caveat"), {}, {.value = before}, {.value = after}});
    addMachine(difference, then, now);
    difference.variant = comparedVariant(difference);
    const DifferenceRow *headline = difference.headline();
    difference.verdict = !headline ? Verdict::Nothing
                         : !now.scenario()->numbers.empty()
                             ? Verdict::Counts
                             : judged(*headline, difference.isThenBent || difference.isNowBent);
    return difference;
}

QString ownValues(const Recording &then, const Recording &now)
{
    constexpr qsizetype most = 2; // more would be no legend any more
    QStringList words;
    for (const Parameter *parameter : differingParameters(then, now)) {
        const QVariant own = valueOf(then, *parameter);
        words << (parameter->id != QLatin1String("workers")
                      ? QStringLiteral("%1 %2").arg(parameter->title.text(), parameter->withUnit(own))
                  : own.toInt() == 1 ? translate("Difference", "1 worker")
                                     : translate("Difference", "%1 workers").arg(own.toInt()));
    }
    return words.size() > most ? listed(words.mid(0, most)) + QStringLiteral(" …") : listed(words);
}

} // namespace tenfold
