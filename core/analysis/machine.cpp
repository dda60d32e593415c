#include "core/analysis/machine.h"

#include "core/analysis/cores.h"
#include "core/run/othersload.h"

#include <QtGlobal>

#include <algorithm>
#include <atomic>
#include <barrier>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <system_error>
#include <thread>
#include <vector>

namespace tenfold {

using Clock = std::chrono::steady_clock;

/// Processor time of the calling thread, in seconds.
static double computedSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// Rounds of integer work that `threads` threads do together in about `span`, per second in which they all
/// have a core: what other programs take of it says nothing about the cores.
static double computingRate(int threads, std::chrono::milliseconds span)
{
    std::atomic<std::uint64_t> rounds{0};
    std::atomic<double> computed{0};
    std::barrier start(threads);
    const auto burn = [&] {
        start.arrive_and_wait();
        const auto end = Clock::now() + span;
        const double before = computedSeconds();
        std::uint64_t mine = 0;
        std::uint64_t value = 88172645463325252ULL;
        while (Clock::now() < end) {
            for (int i = 0; i < 2000; ++i) { // xorshift64 (Marsaglia 2003): pure computing, no memory
                value ^= value << 13;
                value ^= value >> 7;
                value ^= value << 17;
            }
            mine += value ? 1 : 0;
        }
        rounds += mine;
        computed += computedSeconds() - before;
    };
    std::vector<std::jthread> others;
    others.reserve(static_cast<std::size_t>(threads));
    for (int i = 1; i < threads; ++i) {
        try {
            others.emplace_back(burn);
        } catch (
            const std::system_error &) { // where so many threads cannot be had, they cannot compute either
            start.arrive_and_drop();
        }
    }
    const auto taking = others.size() + 1;
    burn();
    others.clear();
    return static_cast<double>(rounds) * static_cast<double>(taking) / std::max(1e-6, computed.load());
}

Machine measureMachine()
{
    Machine machine;
    const Cores here = Cores::here();
    machine.cores = here.seen;
    machine.allowed = here.allowed;
    machine.qt = QString::fromLatin1(qVersion());
#if defined(__clang__)
    machine.compiler = QStringLiteral("clang " __clang_version__);
#else
    machine.compiler = QStringLiteral("g++ " __VERSION__);
#endif
    const OthersLoad others;
    const double one = computingRate(1, std::chrono::milliseconds(60));
    const double all = machine.cores == 1 ? one : computingRate(machine.cores, std::chrono::milliseconds(90));
    machine.effectiveCores = std::clamp(all / one, 1.0, std::max(1.0, machine.allowed));
    machine.load = others.cores().value_or(0);
    return machine;
}

} // namespace tenfold
