#pragma once

#include "core/catalog/pattern.h"
#include "core/run/runner.h"

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

} // namespace tenfold
