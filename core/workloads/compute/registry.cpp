#include "core/workloads/compute/registry.h"

#include "core/workloads/compute/crash.h"
#include "core/workloads/compute/fibonacci.h"
#include "core/workloads/compute/hash.h"
#include "core/workloads/compute/httpget.h"
#include "core/workloads/compute/primes.h"
#include "core/workloads/compute/task.h"

namespace tenfold {

void registerComputeTasks()
{
    registerTask("crash", crashTask);
    registerTask("fibonacci", fibonacciTask);
    registerTask("hash", hashTask);
    registerTask("http-get", httpGetTask);
    registerTask("primes", primesTask);
}

} // namespace tenfold
