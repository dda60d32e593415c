#pragma once

namespace tenfold {

/// Makes every task of core/workloads/compute known by its name. Once, at the begin of a program that looks
/// tasks up.
void registerComputeTasks();

} // namespace tenfold
