#pragma once

// Qt's libraries are not built with ThreadSanitizer, so it cannot see that QThreadPool orders what happened
// before start() ahead of run(), and run() ahead of the end of the wait. These two say so, at the hand-over
// alone.
#if defined(__SANITIZE_THREAD__)
extern "C" {
void __tsan_acquire(void *address);
void __tsan_release(void *address);
}
#endif

namespace tenfold {

/// What this thread did is seen by whoever takes over `address`.
inline void handOver([[maybe_unused]] void *address)
{
#if defined(__SANITIZE_THREAD__)
    __tsan_release(address);
#endif
}

/// Sees what the thread did that handed over `address`.
inline void takeOver([[maybe_unused]] void *address)
{
#if defined(__SANITIZE_THREAD__)
    __tsan_acquire(address);
#endif
}

} // namespace tenfold
