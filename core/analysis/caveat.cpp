#include "core/analysis/caveat.h"

#include "core/analysis/corewaits.h"
#include "core/analysis/failures.h"
#include "core/analysis/format.h"
#include "core/analysis/readings.h"
#include "core/analysis/summary.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tenfold {

QString idOf(Caveat::Kind kind)
{
    static constexpr std::array ids{"none", "held-up", "others", "quota", "too-small", "uneven"};
    return QString::fromLatin1(ids[static_cast<std::size_t>(kind)]);
}

/// With so many decimals that it does not look like none, or all, of the `count` that there are.
static QString someOf(double cores, int count)
{
    const double rounded = std::round(10 * cores) / 10;
    if (rounded > 0 && rounded < count)
        return QString::number(cores, 'f', 1);
    return QString::number(std::max(0.01, std::floor(100 * cores) / 100), 'f', 2);
}

QString Caveat::text() const
{
    const auto cores = [](double number) { return QString::number(number, 'f', 1); };
    switch (kind) {
    case Kind::None:
        return {};
    case Kind::HeldUp:
        return followedBy(
            spaced(translate("Caveat", "The program was held up for %1 meanwhile: run it again.")
                       .arg(formatSeconds(first))),
            areOthersToo ? Caveat{.kind = Kind::Others, .first = second, .count = count}.text() : QString());
    case Kind::Others:
        if (isLive)
            return translate("Caveat",
                             "Other programs use %1 of %2 cores now: what computes takes longer than it "
                             "would alone.")
                .arg(cores(first))
                .arg(count);
        return first > 0
                   ? translate("Caveat", "Other programs used up to %1 of %2 cores meanwhile: what "
                                         "computes took longer than it would alone.")
                         .arg(cores(first))
                         .arg(count)
                   : translate("Caveat", "Other programs took cores meanwhile: what computes took longer "
                                         "than it would alone.");
    case Kind::Quota:
        return translate("Caveat", "This container may use %1 of %2 cores: what computes cannot be faster "
                                   "than they are, however many workers share it.")
            .arg(someOf(first, count))
            .arg(count);
    case Kind::TooSmall:
        return (areProcesses
                    ? translate("Caveat", "%1 of work, %2 to start the processes (%3): too small to share.")
                    : translate("Caveat",
                                "%1 of work, %2 to share it among workers (%3): too small to share."))
            .arg(formatSeconds(first), formatSeconds(second))
            .arg(count);
    case Kind::Uneven:
        if (first < leastUneven)
            return translate("Caveat", "A little faster than the workers can be: times differ by as much "
                                       "from run to run.");
        return translate("Caveat",
                         "Measured unevenly: the sequential run took longer than its work would take "
                         "now. Run it again.");
    }
    return {};
}

Caveat liveDisturbance(const std::vector<Outcome> &outcomes, int seen)
{
    for (const Outcome &outcome : outcomes) {
        const Repeat *repeat = outcome.shown();
        if (repeat && repeat->status == Status::Running && repeat->bent >= leastBent)
            return {.kind = Caveat::Kind::Others,
                    .first = repeat->othersCores.value_or(0),
                    .count = seen,
                    .isLive = true};
    }
    return {};
}

Caveat disturbanceOf(const std::vector<Outcome> &outcomes, int seen)
{
    bool isBent = false;
    double longest = 0, most = 0;
    for (const Outcome &outcome : outcomes) {
        const Repeat *repeat = outcome.status() == Status::Finished ? outcome.shown() : nullptr;
        if (!repeat || didAllTasksFail(outcome)) // whose time means nothing
            continue;
        longest = std::max(longest, repeat->heldUp);
        if (repeat->bent >= leastBent) {
            isBent = true;
            most = std::max(most, repeat->othersCores.value_or(0));
        }
    }
    most = most < 0.05 ? 0 : most;
    if (longest > 0)
        return {.kind = Caveat::Kind::HeldUp,
                .first = longest,
                .second = most,
                .count = seen,
                .areOthersToo = isBent};
    if (isBent)
        return {.kind = Caveat::Kind::Others, .first = most, .count = seen};
    return {};
}

/// Whether the quota kept from a core what would have computed, for more than a little of the time.
static bool isThrottled(const Outcome &outcome)
{
    const Repeat *repeat = outcome.status() == Status::Finished ? outcome.shown() : nullptr;
    return repeat && repeat->seconds > 0 && repeat->throttled > 0.05 * repeat->seconds;
}

/// When the last worker was there, and whether they are processes. Seconds; empty where nobody says.
static std::pair<std::optional<double>, bool> startOf(const Repeat &repeat)
{
    std::optional<Nanoseconds> last;
    bool areProcesses = false;
    for (const Lane *lane : repeat.trace ? repeat.trace->lanes() : std::vector<const Lane *>()) {
        areProcesses |= lane->role() == LaneRole::Process;
        lane->spans().forEach([&](const SpanRecord &span) {
            if (span.state == State::Spawn && lane->role() != LaneRole::Main)
                last = std::max(last.value_or(0), span.endOr(repeat.trace->now()) - span.begin);
        });
    }
    return {last ? std::optional(toSeconds(*last)) : std::nullopt, areProcesses};
}

/// Which share of the workers' time went into waits for something that is not the next task.
static double waitedShare(const Trace &trace)
{
    const Lane::Sums sums = sumsOf(trace, trace.now());
    Nanoseconds all = 0, waited = 0;
    for (std::size_t i = 0; i < stateCount; ++i) {
        const auto state = static_cast<State>(i);
        all += sums.of(state);
        waited += isWaiting(state) ? sums.of(state) : 0;
    }
    return all > 0 ? static_cast<double>(waited) / static_cast<double>(all) : 0;
}

/// Work that the variant the numbers speak of would have shared for nothing: even without a wait, its start
/// takes a good part of what could be saved.
static Caveat smallWork(const Scenario &scenario, const std::vector<Outcome> &outcomes,
                        const std::vector<Figures> &figures, double cores)
{
    constexpr double mostSmall = 0.2;  // seconds; more is worth a comparison
    constexpr double mostWaited = 0.2; // of the workers' time; more is what is to blame
    if (outcomes.size() < 2 || figures.size() < 2 || !scenario.numbers.empty())
        return {};
    const auto parallel = std::ranges::find(outcomes, scenario.variants[1].id, &Outcome::variant);
    if (parallel == outcomes.end())
        return {};
    const Figures &own = figures[static_cast<std::size_t>(parallel - outcomes.begin())];
    const double work = outcomes.front().medianSeconds();
    const double atOnce = std::min<double>(own.workers, cores);
    const bool isShared =
        own.speedup && own.efficiency && own.workers > 1 && !scenario.variants[1].isMistake();
    if (!isShared || atOnce < 2 || *own.speedup >= 1.1 || work > mostSmall)
        return {};
    const auto [start, areProcesses] = startOf(*parallel->shown());
    if (!start && parallel->shown()->trace && waitedShare(*parallel->shown()->trace) > mostWaited)
        return {};
    const double spent = start.value_or(own.seconds - work / atOnce);
    if (spent < 0.4 * (work - work / atOnce))
        return {};
    return {.kind = Caveat::Kind::TooSmall,
            .first = work,
            .second = spent,
            .count = own.workers,
            .areProcesses = areProcesses && start};
}

/// By which share it was faster than all of its workers could be, or than the tasks last; what did something
/// else may be.
static double excessOf(const Figures &figures)
{
    if (!figures.speedup)
        return 0;
    const double excess = figures.efficiency.value_or(1) - 1;
    return figures.isLimitBeaten ? std::max(Caveat::leastUneven, excess) : excess;
}

Caveat caveatOf(const Scenario &scenario, const std::vector<Outcome> &outcomes,
                const std::vector<Figures> &figures, const Cores &cores)
{
    if (outcomes.empty() || outcomes.front().status() != Status::Finished)
        return {};
    if (didAllTasksFail(outcomes.front())) // nor is there anything to compare with
        return {};
    const Caveat small = smallWork(scenario, outcomes, figures, cores.allowed);
    // Of what is over too soon to know what others used, what is known is said.
    if (const Caveat disturbance = disturbanceOf(outcomes, cores.seen);
        disturbance && (!small || disturbance.kind == Caveat::Kind::HeldUp || disturbance.first > 0))
        return disturbance;
    if (cores.allowed < cores.seen && std::ranges::any_of(outcomes, isThrottled))
        return {.kind = Caveat::Kind::Quota, .first = cores.allowed, .count = cores.seen};
    if (small)
        return small;
    constexpr double leastTold = 0.005; // of less the numbers show nothing
    double excess = 0;
    for (const Figures &one : figures)
        excess = std::max(excess, excessOf(one));
    return excess < leastTold ? Caveat() : Caveat{.kind = Caveat::Kind::Uneven, .first = excess};
}

} // namespace tenfold
