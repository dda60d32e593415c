#pragma once

namespace tenfold {

/// The default of `workers` where every worker computes: the machine's cores, from 2 to 64.
int coresHere();

} // namespace tenfold
