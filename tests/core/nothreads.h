#pragma once

#include <cstddef>
#include <pthread.h>

namespace tenfold {

/// While it lives, no thread of this program starts, whoever starts it: the stack that glibc would give it by
/// default is larger than the address space.
class NoThreads
{
public:
    NoThreads()
    {
        pthread_getattr_default_np(&before_);
        pthread_attr_t huge;
        pthread_getattr_default_np(&huge);
        pthread_attr_setstacksize(&huge, std::size_t{1} << 50);
        pthread_setattr_default_np(&huge);
        pthread_attr_destroy(&huge);
    }
    ~NoThreads()
    {
        pthread_setattr_default_np(&before_);
        pthread_attr_destroy(&before_);
    }
    NoThreads(const NoThreads &) = delete;
    NoThreads &operator=(const NoThreads &) = delete;

private:
    pthread_attr_t before_;
};

} // namespace tenfold
