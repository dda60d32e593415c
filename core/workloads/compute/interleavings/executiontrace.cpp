#include "core/workloads/compute/interleavings/executiontrace.h"

#include <algorithm>

namespace tenfold {

namespace {

/// Tells the steps of an execution, one after the other.
class Teller
{
public:
    Teller(const Program &program, Trace &trace)
        : program_(program), trace_(trace), holders_(program.locks.size(), -1)
    {
        for (std::size_t thread = 0; thread < program.threads.size(); ++thread)
            lanes_.push_back(trace.addLaneAt(0, LaneRole::Worker));
        if (program.expected() > 0)
            sample(0, "x", 0);
        for (const std::string &lock : program.locks)
            sample(0, "lock " + lock, 0);
    }

    void step(std::size_t thread, const Step &step, ProgramState after)
    {
        const std::string &lock = step.kind == StepKind::Lock || step.kind == StepKind::Unlock
                                      ? program_.locks[step.lock]
                                      : std::string();
        SpanRecord *span = lanes_[thread]->beginAt(now_, State::Running, labelOf(step.kind, lock),
                                                   static_cast<std::int32_t>(steps_++), step.where);
        now_ += oneStep;
        lanes_[thread]->endAt(now_, span);
        const auto number = static_cast<int>(thread) + 1;
        switch (step.kind) {
        case StepKind::Load:
            sample(thread, "r " + std::to_string(number), after.read(thread));
            break;
        case StepKind::Store:
            sample(thread, "x", after.x());
            break;
        case StepKind::Lock:
            sample(thread, "lock " + lock, number);
            holders_[step.lock] = static_cast<int>(thread);
            break;
        case StepKind::Unlock:
            sample(thread, "lock " + lock, 0);
            holders_[step.lock] = -1;
            break;
        }
    }

    /// The threads that are left wait for the locks that they cannot have.
    void end(ProgramState state)
    {
        const Nanoseconds stuck = now_ + oneStep;
        bool isDeadlock = false;
        for (std::size_t thread = 0; thread < lanes_.size(); ++thread) {
            if (state.next(thread) == program_.threads[thread].size())
                continue;
            isDeadlock = true;
            const Step &next = program_.threads[thread][state.next(thread)];
            SpanRecord *span = lanes_[thread]->beginAt(
                now_, State::Lock, trace_.intern(program_.locks[next.lock]), SpanRecord::noTask, next.where);
            lanes_[thread]->linkAt(now_, LinkKind::WaitsFor,
                                   *lanes_[static_cast<std::size_t>(holders_[next.lock])], now_);
            lanes_[thread]->endAt(stuck, span);
        }
        if (isDeadlock)
            now_ = stuck;
        for (Lane *lane : lanes_)
            lane->closeAt(now_);
        trace_.tell(now_);
        trace_.stopAt(now_);
    }

private:
    const char *labelOf(StepKind kind, const std::string &lock)
    {
        switch (kind) {
        case StepKind::Load:
            return "load";
        case StepKind::Store:
            return "store";
        case StepKind::Lock:
            return trace_.intern("lock " + lock);
        case StepKind::Unlock:
            break;
        }
        return trace_.intern("unlock " + lock);
    }
    void sample(std::size_t thread, const std::string &series, double value)
    {
        Lane &lane = *lanes_[thread];
        lane.sampleAt(now_, lane.seriesIndex(series, SeriesKind::Gauge), value);
    }

    const Program &program_;
    Trace &trace_;
    std::vector<Lane *> lanes_;
    std::vector<int> holders_;
    Nanoseconds now_ = 0;
    int steps_ = 0;
};

} // namespace

std::shared_ptr<const Trace> traceOf(const Program &program, const Execution &execution)
{
    auto trace = std::make_shared<Trace>(Trace::Clock::Told, 256);
    const std::vector<ProgramState> states = statesOf(ProgramRules(program), execution);
    Teller teller(program, *trace);
    for (std::size_t i = 0; i < execution.size(); ++i) {
        const std::size_t thread = execution[i];
        teller.step(thread, program.threads[thread][states[i].next(thread)], states[i + 1]);
    }
    teller.end(states.back());
    return trace;
}

} // namespace tenfold
