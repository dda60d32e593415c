#include "core/analysis/caveat.h"

#include "core/analysis/corewaits.h"
#include "core/analysis/format.h"
#include "core/analysis/quota.h"
#include "core/analysis/summary.h"

#include <algorithm>
#include <array>
#include <thread>

namespace tenfold {

static int coresSeen()
{
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

QString idOf(Caveat::Kind kind)
{
    static constexpr std::array ids{"none", "held-up", "others", "quota", "too-small", "uneven"};
    return QString::fromLatin1(ids[static_cast<std::size_t>(kind)]);
}

QString Caveat::text() const
{
    const auto cores = [](double number) { return QString::number(number, 'f', 1); };
    switch (kind) {
    case Kind::None:
        return {};
    case Kind::HeldUp:
        return translate("Caveat", "The program was held up for %1 meanwhile: run it again.")
            .arg(formatSeconds(first));
    case Kind::Others:
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
            .arg(cores(first))
            .arg(count);
    case Kind::TooSmall:
        return (areProcesses
                    ? translate("Caveat", "%1 of work, %2 to start the processes (%3): too small to share.")
                    : translate("Caveat",
                                "%1 of work, %2 to share it among workers (%3): too small to share."))
            .arg(formatSeconds(first), formatSeconds(second))
            .arg(count);
    case Kind::Uneven:
        return translate("Caveat",
                         "Measured unevenly: the sequential run took longer than its work would take "
                         "now. Run it again.");
    }
    return {};
}

Caveat disturbanceOf(const std::vector<Outcome> &outcomes)
{
    Caveat caveat;
    bool isBent = false;
    double longest = 0, most = 0;
    for (const Outcome &outcome : outcomes) {
        const Repeat *repeat = outcome.status() == Status::Finished ? outcome.shown() : nullptr;
        if (!repeat)
            continue;
        longest = std::max(longest, repeat->heldUp);
        if (repeat->bent >= leastBent) {
            isBent = true;
            most = std::max(most, repeat->othersCores.value_or(0));
        }
    }
    if (longest > 0)
        return {.kind = Caveat::Kind::HeldUp, .first = longest};
    if (isBent)
        return {.kind = Caveat::Kind::Others, .first = most < 0.05 ? 0 : most, .count = coresSeen()};
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

/// Work that the variant the numbers speak of would have shared for nothing: even without a wait, its start
/// takes a good part of what could be saved.
static Caveat smallWork(const Scenario &scenario, const std::vector<Outcome> &outcomes,
                        const std::vector<Figures> &figures, double cores)
{
    constexpr double mostSmall = 0.2; // seconds; more is worth a comparison
    if (outcomes.size() < 2 || figures.size() < 2 || !scenario.numbers.empty())
        return {};
    const auto parallel = std::ranges::find(outcomes, scenario.variants[1].id, &Outcome::variant);
    if (parallel == outcomes.end())
        return {};
    const Figures &own = figures[static_cast<std::size_t>(parallel - outcomes.begin())];
    const double work = outcomes.front().medianSeconds();
    const double atOnce = std::max(1.0, std::min<double>(own.workers, cores));
    const bool isShared =
        own.speedup && own.efficiency && own.workers > 1 && !scenario.variants[1].isMistake();
    if (!isShared || *own.speedup >= 1.1 || work > mostSmall)
        return {};
    const auto [start, areProcesses] = startOf(*parallel->shown());
    const double spent = start.value_or(own.seconds - work / atOnce);
    if (spent < 0.4 * (work - work / atOnce))
        return {};
    return {.kind = Caveat::Kind::TooSmall,
            .first = work,
            .second = spent,
            .count = own.workers,
            .areProcesses = areProcesses && start};
}

/// More than all of its workers could do, or faster than the tasks last; what did something else may be.
static bool isTooFast(const Figures &figures)
{
    return figures.speedup && (figures.isLimitBeaten || figures.efficiency.value_or(0) >= 1.005);
}

Caveat caveatOf(const Scenario &scenario, const std::vector<Outcome> &outcomes,
                const std::vector<Figures> &figures, double cores)
{
    if (outcomes.empty() || outcomes.front().status() != Status::Finished)
        return {};
    const Caveat small = smallWork(scenario, outcomes, figures, cores);
    // Of what is over too soon to know what others used, what is known is said.
    if (const Caveat disturbance = disturbanceOf(outcomes);
        disturbance && (!small || disturbance.kind == Caveat::Kind::HeldUp || disturbance.first > 0))
        return disturbance;
    const bool isQuota = cores < coresSeen();
    if (isQuota && std::ranges::any_of(outcomes, isThrottled))
        return {.kind = Caveat::Kind::Quota, .first = cores, .count = coresSeen()};
    if (small)
        return small;
    if (std::ranges::any_of(figures, isTooFast))
        return {.kind = isQuota ? Caveat::Kind::Quota : Caveat::Kind::Uneven,
                .first = cores,
                .count = coresSeen()};
    return {};
}

} // namespace tenfold
