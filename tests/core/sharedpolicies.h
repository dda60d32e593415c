#pragma once

#include "core/sync/sharedmutex.h"

#include <QTest>

#include <array>

Q_DECLARE_METATYPE(tenfold::SharedPolicy)

namespace tenfold {

inline constexpr std::array policies{SharedPolicy::Fair, SharedPolicy::ReadersFirst,
                                     SharedPolicy::WritersFirst};
inline const char *nameOf(SharedPolicy policy)
{
    static constexpr std::array names{"fair", "readers first", "writers first"};
    return names[static_cast<std::size_t>(policy)];
}

/// Rows for the column "policy".
inline void policyRows()
{
    QTest::addColumn<SharedPolicy>("policy");
    for (const auto policy : policies)
        QTest::addRow("%s", nameOf(policy)) << policy;
}

} // namespace tenfold
