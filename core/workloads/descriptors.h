#pragma once

namespace tenfold {

/// Lets this process open as many descriptors as it may: the usual soft limit of 1024 is less than a thousand
/// connections take. The first call does it; any thread.
void raiseDescriptorLimit();

} // namespace tenfold
