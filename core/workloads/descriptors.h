#pragma once

namespace tenfold {

/// Lets this process open as many descriptors as it may: the usual soft limit of 1024 is less than a thousand
/// connections take. The first call does it; any thread.
void raiseDescriptorLimit();

/// Raises the limit, and throws std::runtime_error with a sentence where there is no room for so many
/// connections to the loopback site, both ends of which are of this program. Any thread.
void requireConnections(int connections);

} // namespace tenfold
