#include "app/textreport.h"

#include "core/analysis/difference.h"
#include "core/analysis/explanation.h"
#include "core/analysis/format.h"
#include "core/analysis/sweepbest.h"
#include "core/analysis/verdict.h"
#include "core/catalog/pattern.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tenfold {

class TextReport
{
    Q_DECLARE_TR_FUNCTIONS(TextReport)
public:
    explicit TextReport(const Recording &recording) : recording_(recording) {}
    QString text() const;

private:
    QString headline() const;
    QList<QStringList> variantRows() const;
    const Recording &recording_;
};

/// Columns that a terminal gives the text: two for an East Asian wide character.
static qsizetype widthOf(const QString &text)
{
    qsizetype width = 0;
    for (const QChar c : text) {
        const ushort u = c.unicode();
        const bool wide = (u >= 0x1100 && u <= 0x115F) || (u >= 0x2E80 && u <= 0xA4CF) ||
                          (u >= 0xAC00 && u <= 0xD7A3) || (u >= 0xF900 && u <= 0xFAFF) ||
                          (u >= 0xFE30 && u <= 0xFE6F) || (u >= 0xFF00 && u <= 0xFF60);
        width += wide ? 2 : 1;
    }
    return width;
}

/// Aligned columns, the first to the left, the others to the right.
static QString aligned(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(row[i]));
    }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const QString space(widths[i] - widthOf(row[i]), u' ');
            line += i == 0 ? row[i] + space : QStringLiteral("  ") + space + row[i];
        }
        text += line.trimmed().isEmpty() ? QStringLiteral("\n") : line + u'\n';
    }
    return text;
}

QString TextReport::headline() const
{
    const Scenario &scenario = *recording_.scenario();
    QList<QStringList> counts;
    for (const BigMeasure &number : scenario.numbers) {
        const Measure &measure = *scenario.measureOf(number.id);
        if (const Finding *found = lastFinding(recording_.outcomes, number.id))
            counts << QStringList{measure.title.text(), bigValue(measure, found->value)};
    }
    if (!counts.isEmpty())
        return aligned(counts) + u'\n';
    const Figures &reference = recording_.summary.figures.front();
    const Figures *parallel = recording_.summary.headline(scenario);
    if (reference.seconds <= 0 || !parallel || !parallel->speedup)
        return {};
    return aligned({{tr("Sequential time"), formatSeconds(reference.seconds)},
                    {overlappedTitle(
                         *std::ranges::find(recording_.outcomes, parallel->variant, &Outcome::variant)),
                     formatSeconds(parallel->seconds)},
                    {savingTitle(*parallel->timeSaved), formatSeconds(std::abs(*parallel->timeSaved))},
                    {tr("Speed-up"), formatSpeedup(*parallel->speedup)}}) +
           u'\n';
}

QList<QStringList> TextReport::variantRows() const
{
    QList<QStringList> rows{{tr("Variant"), tr("Workers"), tr("Time"), tr("Speed-up"), tr("Efficiency"),
                             tr("Limit"), tr("Same result")}};
    const auto orDash = [](const auto &value, auto format) { return value ? format(*value) : QString(u'-'); };
    for (std::size_t i = 0; i < recording_.outcomes.size(); ++i) {
        const Outcome &outcome = recording_.outcomes[i];
        const Variant &variant = *recording_.scenario()->variant(outcome.variant);
        const Figures &figures = recording_.summary.figures[i];
        const bool finished = outcome.status() == Status::Finished;
        const QString title =
            variant.isMistake() ? tr("%1 (mistake)").arg(variant.title.text()) : variant.title.text();
        rows << QStringList{title,
                            QString::number(figures.workers),
                            finished ? formatSeconds(figures.seconds) : titleOf(outcome.status()),
                            orDash(figures.speedup, formatSpeedup),
                            orDash(figures.efficiency, formatPercent),
                            orDash(figures.limit, formatSeconds),
                            !finished                  ? QStringLiteral("-")
                            : didAllTasksFail(outcome) ? tr("all tasks failed")
                            : figures.sameResult       ? tr("yes")
                                                       : tr("no")};
    }
    return rows;
}

QString TextReport::text() const
{
    QString text = recording_.scenario()->title.text() + QStringLiteral(" (") +
                   recording_.scenario()->path() + QStringLiteral(")\n") +
                   recording_.scenario()->question.text() + QStringLiteral("\n\n");
    if (!failureOfAll(recording_.outcomes).isEmpty()) // which is said on standard error
        return text + headline() + aligned(variantRows()) + u'\n';
    const QString caveat = recording_.summary.caveat.text();
    text += headline() + (caveat.isEmpty() ? QString() : caveat + QStringLiteral("\n\n")) +
            aligned(variantRows()) + u'\n';
    for (const QString &sentence : recording_.summary.explanation)
        text += sentence + u'\n';
    return text;
}

QString runToText(const Recording &recording)
{
    return TextReport(recording).text();
}

QString differenceToText(const Recording &then, const Recording &now)
{
    const Difference difference = differenceOf(then, now);
    QList<QStringList> rows{{translate("Difference", "Difference"), translate("Difference", "Pinned run"),
                             translate("Difference", "This run"), translate("Difference", "Change")}};
    for (const DifferenceRow &row : difference.rows) {
        const DifferenceWords words = wordsOf(difference, row);
        rows << QStringList{
            words.variant.isEmpty()
                ? words.what
                : translate("Difference", "%1: %2", "variant, what").arg(words.variant, words.what),
            words.then, words.now, words.change};
    }
    return aligned(rows) + u'\n' + sayDifference(difference) + u'\n';
}

QString sweepToText(const Sweep &sweep)
{
    const Scenario &scenario = *sweep.request.scenario;
    const Parameter &parameter = *scenario.parameter(sweep.request.over);
    const std::vector<SweepPoint> points = sweepPoints(sweep);
    QStringList variants;
    QList<QStringList> rows{{(parameter.title.text() + u' ' + parameter.unit.text()).trimmed()}};
    for (const SweepPoint &point : points) {
        if (!variants.contains(point.variant)) {
            variants << point.variant;
            rows.front() << scenario.variant(point.variant)->title.text();
        }
    }
    QString value;
    for (const SweepPoint &point : points) {
        if (std::exchange(value, QString::number(point.value)) != value || rows.size() == 1)
            rows << QStringList{value};
        QString cell = point.median ? formatSeconds(*point.median) : idOf(point.status);
        if (point.speedup && point.variant != scenario.variants.front().id)
            cell += QStringLiteral(" (%1)").arg(formatSpeedup(*point.speedup));
        rows.back() << cell;
    }
    QString errors;
    for (const Outcome &outcome : sweep.outcomes) {
        if (!outcome.error().isEmpty())
            errors += QStringLiteral("%1 %2: %3.\n")
                          .arg(outcome.variant, outcome.values.value(sweep.request.over).toString(),
                               withoutStop(outcome.error()));
    }
    const QString disturbance = disturbanceOf(sweep.outcomes, sweep.cores.seen).text();
    if (!disturbance.isEmpty())
        errors.prepend(disturbance + u'\n');
    const QStringList best = sayBestOf(sweep);
    return aligned(rows) + (best.isEmpty() ? QString() : u'\n' + best.join(u'\n') + u'\n') +
           (errors.isEmpty() ? QString() : u'\n' + errors);
}

QString catalogToText()
{
    qsizetype widest = 0; // over all patterns: the titles stand below one another
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &scenario : pattern.scenarios)
            widest = std::max(widest, widthOf(scenario.path()));
    }
    QString text;
    for (int number = 1; const Pattern &pattern : catalog()) {
        text +=
            QStringLiteral("%1  %2 (%3)\n").arg(number++, 2).arg(pattern.title.text(), pattern.chapterName);
        for (const Scenario &scenario : pattern.scenarios)
            text += QStringLiteral("      ") + scenario.path() +
                    QString(widest - widthOf(scenario.path()) + 2, u' ') + scenario.title.text() + u'\n';
        if (pattern.scenarios.empty())
            text += QStringLiteral("      to come\n");
    }
    return text;
}

} // namespace tenfold
