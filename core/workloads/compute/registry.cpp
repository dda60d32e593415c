#include "core/workloads/compute/registry.h"

#include "core/workloads/compute/crash.h"
#include "core/workloads/compute/fibonacci.h"
#include "core/workloads/compute/hash.h"
#include "core/workloads/compute/httpget.h"
#include "core/workloads/compute/pixels.h"
#include "core/workloads/compute/primes.h"
#include "core/workloads/compute/statistics.h"
#include "core/workloads/compute/task.h"
#include "core/workloads/compute/training.h"

namespace tenfold {

void registerComputeTasks()
{
    registerTask("crash", crashTask);
    registerTask("describe", describeTask);
    registerTask("fibonacci", fibonacciTask);
    registerTask("hash", hashTask);
    registerTask("http-get", httpGetTask);
    registerTask("image-file", imageFileTask);
    registerTask("image-pixels", imagePixelsTask);
    registerTask("primes", primesTask);
    registerTask("train", trainTask);
}

} // namespace tenfold
