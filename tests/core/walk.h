#pragma once

#include "core/catalog/pattern.h"
#include "core/run/runner.h"
#include "tests/core/scratch.h"

#include <QTest>

namespace tenfold {

/// Every scenario of the catalog as a data row.
inline void scenarioRows()
{
    QTest::addColumn<QString>("path");
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &scenario : pattern.scenarios)
            QTest::newRow(qPrintable(scenario.path())) << scenario.path();
    }
}

/// Every variant of every scenario as a data row.
inline void variantRows()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("variant");
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &scenario : pattern.scenarios) {
            for (const Variant &variant : scenario.variants)
                QTest::addRow("%s %s", qPrintable(scenario.path()), qPrintable(variant.id))
                    << scenario.path() << variant.id;
        }
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
    QTRY_VERIFY(!scratch.left().isEmpty());
    runner.stop();
    runner.wait();
    QCOMPARE(runner.outcomes()[0].status(), Status::Cancelled);
    QCOMPARE(scratch.left(), QStringList());
}

} // namespace tenfold
