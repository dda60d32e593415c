#include "core/workloads/compute/registry.h"

#include "core/workloads/compute/crash.h"
#include "core/workloads/compute/fibonacci.h"
#include "core/workloads/compute/task.h"

namespace tenfold {

void registerComputeTasks()
{
    registerTask("crash", crashTask);
    registerTask("fibonacci", fibonacciTask);
}

} // namespace tenfold
