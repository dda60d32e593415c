#include "core/run/plan.h"

namespace tenfold {

Plan planRun(const Scenario &scenario, const QStringList &variants, const Values &values, quint64 seed,
             int repeats)
{
    Plan plan{&scenario, {}};
    for (int repeat = 0; repeat < repeats; ++repeat) {
        for (std::size_t i = 0; i < scenario.variants.size(); ++i) {
            const QString &id = scenario.variants[i].id;
            if (i == 0 || variants.contains(id))
                plan.jobs.push_back({id, values, seed});
        }
    }
    return plan;
}

} // namespace tenfold
