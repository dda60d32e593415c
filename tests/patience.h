#pragma once

namespace tenfold {

/// Milliseconds that a test waits for what is sure to come. Only what hangs takes so long, on whatever
/// machine.
inline constexpr int patience = 30'000;

/// How many times longer computing may take than in a plain build: the sanitizers slow it down.
#if defined(__SANITIZE_THREAD__)
inline constexpr int slowdown = 20;
#elif defined(__SANITIZE_ADDRESS__)
inline constexpr int slowdown = 10;
#else
inline constexpr int slowdown = 1;
#endif

} // namespace tenfold
