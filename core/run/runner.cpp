#include "core/run/runner.h"

#include "core/executors/handover.h"
#include "core/run/coresampler.h"
#include "core/run/othersload.h"
#include "core/run/run.h"
#include "core/run/watchdog.h"
#include "core/sync/stopped.h"
#include "core/trace/span.h"

#include <QtConcurrentRun>

namespace tenfold {

/// Of a standstill, so that it is seen to be one.
static constexpr Nanoseconds atLeastShown = 1'000'000;

Runner::Runner() = default;

Runner::~Runner()
{
    stop();
    wait();
}

void Runner::start(Plan plan)
{
    stop();
    wait();
    stop_ = std::stop_source();
    {
        const std::scoped_lock lock(mutex_);
        outcomes_.clear();
        done_ = 0;
        jobs_ = static_cast<int>(plan.jobs.size());
        for (const Job &job : plan.jobs) {
            Outcome *outcome = outcomeOf(job);
            if (!outcome)
                outcome = &outcomes_.emplace_back(Outcome{job.variant, job.values, job.seed, {}});
            outcome->repeats.emplace_back();
        }
    }
    handOver(this);
    const auto watch = std::make_shared<StartWatch>();
    const bool started = watch->start([&] {
        running_ =
            QtConcurrent::run(pool_.get(), [this, watch, plan = std::move(plan), stop = stop_.get_token()] {
                if (!watch->begin())
                    return; // too late: all of it has failed
                takeOver(this);
                for (const Job &job : plan.jobs)
                    carryOut(*plan.scenario, job, stop);
                handOver(this);
            });
    });
    if (!started) {
        running_ = {};
        abandon(std::exchange(pool_, std::make_unique<QThreadPool>()), 0);
        failAll(QString::fromUtf8(ThreadNotStarted().what()));
    }
}

void Runner::failAll(const QString &why)
{
    const auto nothing = std::make_shared<Trace>(Trace::Recording::Off);
    nothing->stop();
    const std::scoped_lock lock(mutex_);
    for (Outcome &outcome : outcomes_) {
        for (Repeat &repeat : outcome.repeats) {
            repeat.status = Status::Failed;
            repeat.error = why;
            repeat.trace = nothing;
        }
    }
    done_ = jobs_;
}

void Runner::stop()
{
    stop_.request_stop();
}

void Runner::wait()
{
    running_.waitForFinished();
    pool_->waitForDone(); // the thread ends too: the next run begins on a new one, with nothing of this one
                          // on it
    takeOver(this);
}

bool Runner::isRunning() const
{
    return running_.isRunning();
}

std::vector<Outcome> Runner::outcomes() const
{
    const std::scoped_lock lock(mutex_);
    return outcomes_;
}

std::pair<int, int> Runner::progress() const
{
    const std::scoped_lock lock(mutex_);
    return {done_, jobs_};
}

Outcome *Runner::outcomeOf(const Job &job)
{
    const auto found = std::ranges::find_if(outcomes_, [&](const Outcome &o) {
        return o.variant == job.variant && o.values == job.values && o.seed == job.seed;
    });
    return found == outcomes_.end() ? nullptr : &*found;
}

void Runner::publish(const Job &job, const Repeat &repeat)
{
    const std::scoped_lock lock(mutex_);
    Outcome &outcome = *outcomeOf(job);
    // The first repeat that is not over is the one that runs: jobs are carried out in order.
    const auto current = std::ranges::find_if(outcome.repeats, [](const Repeat &r) {
        return r.status == Status::Pending || r.status == Status::Running;
    });
    *current = repeat;
    if (repeat.status == Status::Running)
        return;
    ++done_;
    // Of the same work: in a sweep each value has a reference of its own.
    const Repeat &reference = std::ranges::find_if(outcomes_, [&](const Outcome &o) {
                                  return o.values == job.values && o.seed == job.seed;
                              })->repeats.front();
    current->sameResult = repeat.status == Status::Finished && reference.status == Status::Finished &&
                          repeat.results.table.sameResult(reference.results.table);
}

void Runner::carryOut(const Scenario &scenario, const Job &job, const std::stop_token &stop)
{
    Repeat repeat;
    if (stop.stop_requested()) {
        repeat.status = Status::Cancelled;
        publish(job, repeat);
        return;
    }
    // A stop of its own, for the watchdog to end what is stuck.
    std::stop_source end;
    const std::stop_callback onStop(stop, [&end] { end.request_stop(); });
    Run run(scenario, job.values, job.seed, end.get_token());
    const QString unnamed = translate("Runner", "it ended with an error that has no text");
    const auto attempt = [&](const std::function<void(Run &)> &step) {
        if (!step || !repeat.error.isEmpty() || repeat.status == Status::Cancelled)
            return;
        try {
            step(run);
        } catch (const Stopped &) {
            repeat.status = Status::Cancelled;
        } catch (const std::exception &error) {
            // A stop cancels tasks that others wait for: their complaint is not a failure.
            const QString text = QString::fromUtf8(error.what());
            if (end.stop_requested())
                repeat.status = Status::Cancelled;
            else
                repeat.error = text.isEmpty() ? unnamed : text;
        } catch (...) {
            repeat.error = unnamed;
        }
    };
    attempt(scenario.prepare);
    const Variant *variant = scenario.variant(job.variant);
    if (!variant)
        repeat.error = translate("Runner", "there is no variant \"%1\"").arg(job.variant);
    // A mistake may get stuck, and only what is recorded shows that.
    const bool mayBeStuck = variant && variant->isMistake();
    const OthersLoad others;
    run.trace_ = std::make_shared<Trace>(mayBeStuck ? Trace::Recording::On : job.recording);
    repeat.trace = run.trace_;
    const Results prepared = run.results(); // what is known of the tasks before they begin
    repeat.results.expected = prepared.expected;
    repeat.results.dependencies = prepared.dependencies;
    std::optional<Waits> stuck;
    if (repeat.error.isEmpty() && repeat.status != Status::Cancelled) {
        repeat.status = Status::Running;
        publish(job, repeat);
        {
            Lane *lane = run.trace_->addLane(LaneRole::Main);
            const LaneScope scope(lane);
            // What follows shows nothing more: the trace ends where all stood still, not where that was seen.
            Watchdog watchdog(*run.trace_, [&](const Waits &waits) {
                run.trace_->stopAt(
                    std::min(waits.since + std::max(waits.since / 4, atLeastShown), run.trace_->now()));
                end.request_stop();
            });
            CoreSampler cores(*run.trace_);
            attempt(variant->body);
            run.trace_->stop(); // before these end, which is no work of the body's
            repeat.othersCores = others.cores();
            cores.end();
            stuck = watchdog.end();
        }
    }
    run.trace_->stop(); // of what was not begun
    repeat.seconds = toSeconds(run.trace_->now());
    const bool isStuck = stuck && !stop.stop_requested();
    if (isStuck) { // what can be measured is measured all the same
        repeat.status = Status::Stuck;
        repeat.error.clear();
        repeat.seconds = toSeconds(stuck->since); // not how long it took to see that
    }
    attempt(scenario.measure);
    attempt(&Run::readMeasures);
    repeat.results = run.results();
    // A stop may have cut the work short without a wait that could say so.
    const bool isCancelled = stop.stop_requested() || repeat.status == Status::Cancelled;
    repeat.status = !repeat.error.isEmpty() ? Status::Failed
                    : isStuck               ? Status::Stuck
                    : isCancelled           ? Status::Cancelled
                                            : Status::Finished;
    if (repeat.status == Status::Stuck)
        repeat.error = inWords(*stuck);
    publish(job, repeat);
}

} // namespace tenfold
