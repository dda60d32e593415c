#pragma once

namespace tenfold {

/// How many times longer computing may take than in a plain build: the sanitizers slow it down.
#if defined(__SANITIZE_THREAD__)
inline constexpr int slowdown = 20;
#elif defined(__SANITIZE_ADDRESS__)
inline constexpr int slowdown = 10;
#else
inline constexpr int slowdown = 1;
#endif

} // namespace tenfold
