#pragma once

#include "tests/core/programs.h"

#include <QTest>

namespace tenfold {

/// Programs of which every execution can be looked at, as data rows.
inline void smallPrograms()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("turns");
    for (const char *name : {"unlocked", "locked", "ordered", "opposite", "philosophers"}) {
        for (const auto &[threads, turns] : {std::pair(2, 1), std::pair(2, 2), std::pair(3, 1)})
            QTest::addRow("%s %dx%d", name, threads, turns) << name << threads << turns;
    }
}

} // namespace tenfold
