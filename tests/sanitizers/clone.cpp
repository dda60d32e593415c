// QProcess starts its child with clone(CLONE_VM | CLONE_VFORK). What ThreadSanitizer of g++ 12 puts in its
// place treats the child as a forked one and tells it to ignore everything from then on; but that child still
// has the memory of its parent, so it is the parent's thread that is ignored ever after: its real hand-overs
// are not seen. The C library's own clone() has no such effect. Linked in builds with -fsanitize=thread only.

#include <cstdarg>
#include <dlfcn.h>
#include <sched.h>
#include <sys/types.h>

extern "C" int clone(int (*function)(void *), void *stack, int flags, void *argument, ...) noexcept
{
    using Clone = int (*)(int (*)(void *), void *, int, void *, pid_t *, void *, pid_t *);
    static const auto real =
        reinterpret_cast<Clone>(dlsym(dlopen("libc.so.6", RTLD_LAZY | RTLD_NOLOAD), "clone"));
    std::va_list rest;
    va_start(rest, argument);
    auto *const parentThread = va_arg(rest, pid_t *);
    void *const storage = va_arg(rest, void *);
    auto *const childThread = va_arg(rest, pid_t *);
    va_end(rest);
    return real(function, stack, flags, argument, parentThread, storage, childThread);
}
