#include "core/run/outcome.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tenfold {

QString idOf(Status status)
{
    static const std::array ids{"pending", "running", "finished", "cancelled", "failed", "stuck"};
    return QString::fromLatin1(ids[static_cast<std::size_t>(status)]);
}

Status Outcome::status() const
{
    for (const Status worst :
         {Status::Failed, Status::Stuck, Status::Cancelled, Status::Running, Status::Pending}) {
        if (std::ranges::any_of(repeats, [&](const Repeat &r) { return r.status == worst; }))
            return worst;
    }
    return repeats.empty() ? Status::Pending : Status::Finished;
}

QString Outcome::error() const
{
    const auto failed = std::ranges::find_if(repeats, [](const Repeat &r) { return !r.error.isEmpty(); });
    return failed == repeats.end() ? QString() : failed->error;
}

std::vector<double> Outcome::seconds() const
{
    std::vector<double> result;
    for (const Repeat &repeat : repeats) {
        if (repeat.status == Status::Finished)
            result.push_back(repeat.seconds);
    }
    return result;
}

double Outcome::medianSeconds() const
{
    std::vector<double> sorted = seconds();
    if (sorted.empty())
        return 0;
    std::ranges::sort(sorted);
    const std::size_t middle = sorted.size() / 2;
    return sorted.size() % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

bool Outcome::sameResult() const
{
    return !repeats.empty() && std::ranges::all_of(repeats, [](const Repeat &r) {
        return r.status == Status::Finished && r.sameResult;
    });
}

const Repeat *Outcome::shown() const
{
    const Repeat *best = nullptr;
    const double median = medianSeconds();
    for (const Repeat &repeat : repeats) {
        if (repeat.status == Status::Running)
            return &repeat;
        if (repeat.status == Status::Pending)
            continue;
        const bool closer = !best || best->status != Status::Finished ||
                            (repeat.status == Status::Finished &&
                             std::abs(repeat.seconds - median) < std::abs(best->seconds - median));
        if (closer)
            best = &repeat;
    }
    return best;
}

const Finding *Outcome::finding(const QString &id) const
{
    const Repeat *repeat = shown();
    if (!repeat)
        return nullptr;
    const auto found =
        std::ranges::find_if(repeat->results.findings, [&](const Finding &f) { return f.id == id; });
    return found == repeat->results.findings.end() ? nullptr : &*found;
}

double Outcome::secondsAt(Nanoseconds instant) const
{
    const Repeat *repeat = shown();
    if (!repeat || !repeat->trace)
        return medianSeconds();
    const double soFar = toSeconds(std::min(instant, repeat->trace->now()));
    if (repeat->status == Status::Running)
        return soFar;
    const double whole = status() == Status::Finished ? medianSeconds() : repeat->seconds;
    return soFar < repeat->seconds ? soFar : whole;
}

} // namespace tenfold
