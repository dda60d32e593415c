#pragma once

#include "core/catalog/pattern.h"
#include "core/run/runner.h"
#include "tests/core/scratch.h"
#include "tests/patience.h"

#include <QTest>

namespace tenfold {

/// The scenarios of the pattern that the environment names (TENFOLD_PATTERN), or of all of them.
inline std::vector<const Scenario *> walked()
{
    const QString only = qEnvironmentVariable("TENFOLD_PATTERN");
    std::vector<const Scenario *> scenarios;
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &scenario : pattern.scenarios) {
            if (only.isEmpty() || pattern.id == only)
                scenarios.push_back(&scenario);
        }
    }
    return scenarios;
}

/// What came out of `variants` of the scenario `path`, whose preset has these `changes`.
inline std::vector<Outcome> outcomesOf(const QString &path, const QStringList &variants,
                                       const Values &changes = {}, const QString &preset = "quick");

inline double valueOf(const Outcome &outcome, const QString &measure)
{
    const Finding *found = outcome.finding(measure);
    return found ? found->value : -1;
}

/// How often the lanes of what is shown of `outcome` have the mark `label`.
inline int marksOf(const Outcome &outcome, std::string_view label)
{
    int count = 0;
    for (const Lane *lane : outcome.shown()->trace->lanes())
        lane->marks().forEach([&](const MarkRecord &mark) { count += mark.label == label; });
    return count;
}

/// Each of them as a data row.
inline void scenarioRows()
{
    QTest::addColumn<QString>("path");
    for (const Scenario *scenario : walked())
        QTest::newRow(qPrintable(scenario->path())) << scenario->path();
}

/// Every variant of each as a data row.
inline void variantRows()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("variant");
    for (const Scenario *scenario : walked()) {
        for (const Variant &variant : scenario->variants)
            QTest::addRow("%s %s", qPrintable(scenario->path()), qPrintable(variant.id))
                << scenario->path() << variant.id;
    }
}

/// Carries out `plan` to its end.
inline std::vector<Outcome> carriedOut(Plan plan)
{
    Runner runner;
    runner.start(std::move(plan));
    runner.wait();
    return runner.outcomes();
}

/// How the tables of `outcomes` differ from the first one's, for the message of a test.
inline QByteArray differences(const std::vector<Outcome> &outcomes)
{
    QStringList lines;
    const Table &reference = outcomes.front().shown()->results.table;
    for (const Outcome &outcome : outcomes) {
        const Table &table = outcome.shown()->results.table;
        if (table.rows.size() != reference.rows.size())
            lines << QStringLiteral("%1: %2 rows, not %3")
                         .arg(outcome.variant)
                         .arg(table.rows.size())
                         .arg(reference.rows.size());
        for (qsizetype row = 0; row < std::min(table.rows.size(), reference.rows.size()); ++row) {
            for (qsizetype i = 0; i < std::min(table.rows[row].size(), reference.rows[row].size()); ++i) {
                const QVariant &is = table.rows[row][i], &was = reference.rows[row][i];
                if (is != was && table.columns[static_cast<std::size_t>(i)].canonical)
                    lines << QStringLiteral("%1, row %2: %3, not %4")
                                 .arg(outcome.variant)
                                 .arg(row)
                                 .arg(is.toString(), was.toString());
            }
        }
    }
    return lines.join(u'\n').toUtf8();
}

inline QStringList allVariants(const Scenario &scenario)
{
    QStringList ids;
    for (const Variant &variant : scenario.variants)
        ids << variant.id;
    return ids;
}

/// Stops `variant` once it has made something in the temporary folder: it is cancelled and leaves nothing.
inline void stopInMidRun(const Scenario &scenario, const QString &variant)
{
    const Scratch scratch;
    Runner runner;
    runner.start({&scenario, {{variant, scenario.preset("default")}}});
    QTRY_VERIFY_WITH_TIMEOUT(!scratch.left().isEmpty(), patience);
    runner.stop();
    runner.wait();
    QCOMPARE(runner.outcomes()[0].status(), Status::Cancelled);
    QCOMPARE(scratch.left(), QStringList());
}

inline std::vector<Outcome> outcomesOf(const QString &path, const QStringList &variants,
                                       const Values &changes, const QString &preset)
{
    const Scenario &scenario = *findScenario(path);
    Values values = scenario.preset(preset);
    values.insert(changes);
    return carriedOut(planOf({&scenario, variants, values}));
}

} // namespace tenfold
