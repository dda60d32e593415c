// Linked into every test: when one is aborted (QtTest does so when a function takes too long), the stacks of
// all threads go to standard error. QtTest itself prints them only where gdb is installed.

#include <array>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <cxxabi.h>
#include <dlfcn.h>
#include <execinfo.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

constexpr int askForStack = SIGURG; // nothing here sends it, and it does nothing where it is not caught

std::array<void *, 64> frames; // of the thread that was asked last
std::atomic<int> depth{0};

void tellStack(int)
{
    depth = backtrace(frames.data(), static_cast<int>(frames.size()));
}

void print(pid_t thread)
{
    const std::string folder = "/proc/self/task/" + std::to_string(thread);
    std::string name;
    std::getline(std::ifstream(folder + "/comm"), name);
    std::fprintf(stderr, "Thread %d \"%s\":\n", thread, name.c_str());
    for (int i = 0; i < depth; ++i) {
        Dl_info info{};
        dladdr(frames[static_cast<std::size_t>(i)], &info);
        int status = -1;
        char *clear =
            info.dli_sname ? abi::__cxa_demangle(info.dli_sname, nullptr, nullptr, &status) : nullptr;
        const char *symbol = info.dli_sname ? info.dli_sname : "?";
        const auto offset =
            static_cast<char *>(frames[static_cast<std::size_t>(i)]) - static_cast<char *>(info.dli_fbase);
        std::fprintf(stderr, "  #%-2d %s (%s+%#tx)\n", i, status == 0 ? clear : symbol,
                     info.dli_fname ? info.dli_fname : "?", offset);
        std::free(clear);
    }
}

void printStacks(int)
{
    alarm(10); // whatever is broken: this ends
    const pid_t own = gettid();
    std::fputs("=== Stacks of all threads ===\n", stderr);
    tellStack(askForStack);
    print(own);
    for (const auto &task : std::filesystem::directory_iterator("/proc/self/task")) {
        const pid_t thread = std::atoi(task.path().filename().c_str());
        if (thread == own)
            continue;
        depth = 0;
        syscall(SYS_tgkill, getpid(), thread, askForStack);
        for (int i = 0; i < 1000 && depth == 0; ++i) {
            const timespec moment{0, 1'000'000};
            nanosleep(&moment, nullptr);
        }
        print(thread);
    }
    std::signal(SIGABRT, SIG_DFL);
    std::raise(SIGABRT);
}

const bool installed = [] {
    depth = backtrace(frames.data(), 1); // loads what it needs, which a signal handler should not
    std::signal(askForStack, tellStack);
    std::signal(SIGABRT, printStacks); // QtTest leaves handlers alone that are there already
    return true;
}();

} // namespace
