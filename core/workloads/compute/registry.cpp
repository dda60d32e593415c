#include "core/workloads/compute/registry.h"

#include "core/workloads/compute/crash.h"
#include "core/workloads/compute/fibonacci.h"
#include "core/workloads/compute/pixels.h"
#include "core/workloads/compute/statistics.h"
#include "core/workloads/compute/task.h"
#include "core/workloads/compute/training.h"

namespace tenfold {

void registerComputeTasks()
{
    registerTask("crash", crashTask);
    registerTask("fibonacci", fibonacciTask);
    registerTask("image-file", imageFileTask);
    registerTask("image-pixels", imagePixelsTask);
    registerTask("describe", describeTask);
    registerTask("train", trainTask);
}

} // namespace tenfold
