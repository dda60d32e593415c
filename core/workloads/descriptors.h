#pragma once

namespace tenfold {

/// Lets this process open as many descriptors as it may: the usual soft limit of 1024 is less than a thousand
/// connections take. The first call does it; any thread.
void raiseDescriptorLimit();

/// Raises the limit, and throws std::runtime_error with a sentence where less than `count` may be open. Any
/// thread.
void requireDescriptors(int count);

} // namespace tenfold
