#pragma once

#include "core/sync/semaphore.h"

namespace tenfold {

/// Limits a rate: a bucket holds `burst` tokens, full to begin with, and gets `rate` new ones a second.
/// Whoever starts something takes one, after waiting for it, in the order of arrival: within any second at
/// most rate + burst are taken. Every member may be called from any thread. It counts time instead of tokens,
/// as the generic cell rate algorithm does (ITU-T I.371).
class TokenBucket
{
public:
    using Clock = AwakeClock;

    /// `rate` and `burst` are at least 1; `name` is a literal: what a waiting lane shows.
    explicit TokenBucket(int rate, int burst, const char *name = "token");
    TokenBucket(const TokenBucket &) = delete;
    TokenBucket &operator=(const TokenBucket &) = delete;

    /// Waits for a token and takes it; returns when that was. Throws Stopped when `stop` is requested first.
    Clock::time_point take(const std::stop_token &stop = {},
                           std::source_location where = std::source_location::current());

private:
    const Clock::duration interval_; // between two tokens
    const Clock::duration ahead_;    // by how much a full bucket may run ahead
    const char *const name_;
    Semaphore line_;                       // its holder is the first in the line, and alone with what follows
    Clock::time_point due_ = Clock::now(); // of the next token, if they were taken evenly
};

} // namespace tenfold
