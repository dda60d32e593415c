#include "core/executors/workerloop.h"
#include "core/workloads/compute/registry.h"

// The child of the process pools: started by them, never by hand.
int main()
{
    tenfold::registerComputeTasks();
    return tenfold::serveTasks();
}
