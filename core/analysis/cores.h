#pragma once

namespace tenfold {

/// The default of `workers` where every worker computes: the cores that this process may use, from 2 to 64.
int coresHere();

} // namespace tenfold
