#include "core/run/runner.h"

#include "core/analysis/cores.h"
#include "core/analysis/corewaits.h"
#include "core/analysis/quota.h"
#include "core/analysis/sweepbest.h"
#include "core/catalog/secrets.h"
#include "core/executors/handover.h"
#include "core/run/coresampler.h"
#include "core/run/othersload.h"
#include "core/run/run.h"
#include "core/run/watchdog.h"
#include "core/sync/awakeclock.h"
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
        seen_.reset();
        done_ = 0;
        jobs_ = static_cast<int>(plan.jobs.size());
        placesOf(plan);
    }
    handOver(this);
    const auto watch = std::make_shared<StartWatch>();
    const bool started = watch->start([&] {
        running_ =
            QtConcurrent::run(pool_.get(), [this, watch, plan = std::move(plan), stop = stop_.get_token()] {
                if (!watch->begin())
                    return; // too late: all of it has failed
                takeOver(this);
                carryOutAll(plan, stop);
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
    std::unique_lock lock(mutex_);
    std::vector<Outcome> outcomes = outcomes_;
    const std::optional<Seen> seen = seen_;
    lock.unlock();
    if (!seen)
        return outcomes;
    Repeat &repeat = outcomes[seen->place.outcome].repeats[seen->place.repeat];
    if (repeat.status == Status::Running && repeat.trace) {
        repeat.othersCores = seen->others->cores();
        Repeat bare; // which single threads wait for a core is read when it is over: that takes long
        bare.seconds = toSeconds(repeat.trace->now());
        bare.othersCores = repeat.othersCores;
        if (bare.othersCores)
            repeat.bent = bentBy(bare, seen->threads, seen->others->ownCores());
    }
    return outcomes;
}

void Runner::setSeen(std::optional<Seen> seen)
{
    const std::scoped_lock lock(mutex_);
    seen_ = std::move(seen);
}

std::pair<int, int> Runner::progress() const
{
    const std::scoped_lock lock(mutex_);
    return {done_, jobs_};
}

/// Makes them as well, where they are not there yet.
std::vector<Runner::Place> Runner::placesOf(const Plan &plan)
{
    std::vector<Place> places;
    const bool isNew = outcomes_.empty();
    std::vector<std::size_t> repeats;
    for (const Job &job : plan.jobs) {
        auto found = std::ranges::find_if(outcomes_, [&](const Outcome &o) {
            return o.variant == job.variant && o.values == job.values && o.seed == job.seed;
        });
        if (found == outcomes_.end())
            found = outcomes_.insert(found, Outcome{job.variant, job.values, job.seed, {}});
        const auto outcome = static_cast<std::size_t>(found - outcomes_.begin());
        repeats.resize(outcomes_.size());
        places.push_back({outcome, repeats[outcome]++});
        if (isNew)
            found->repeats.emplace_back();
    }
    return places;
}

void Runner::publish(const Place &place, Repeat repeat)
{
    const std::scoped_lock lock(mutex_);
    Outcome &outcome = outcomes_[place.outcome];
    const bool isOver = repeat.status != Status::Running;
    Repeat &current = outcome.repeats[place.repeat];
    current = std::move(repeat);
    if (!isOver)
        return;
    ++done_;
    // Of the same work: in a sweep each value has a reference of its own.
    const Repeat &reference = std::ranges::find_if(outcomes_, [&](const Outcome &o) {
                                  return o.values == outcome.values && o.seed == outcome.seed;
                              })->repeats.front();
    current.sameResult = current.status == Status::Finished && reference.status == Status::Finished &&
                         current.results.table.sameResult(reference.results.table);
}

void Runner::carryOutAll(const Plan &plan, const std::stop_token &stop)
{
    const Pulse pulse({Cores::here().atOnce(), [] {
                           return std::chrono::duration_cast<std::chrono::nanoseconds>(
                               AgainBudget::Seconds(Quota::here().throttledSeconds()));
                       }});
    std::vector<Place> places;
    {
        const std::scoped_lock lock(mutex_);
        places = placesOf(plan);
    }
    AgainBudget budget;
    std::vector<AgainBudget::Seconds> took;
    for (std::size_t i = 0; i < plan.jobs.size(); ++i) {
        constexpr int mostAgain = 2;
        Repeat repeat;
        took.push_back(
            budget.first([&] { repeat = carryOut(*plan.scenario, plan.jobs[i], &places[i], stop); }));
        took.back() -= AgainBudget::Seconds(repeat.heldUp); // as long as it takes without
        for (int again = 1; again <= mostAgain && repeat.heldUp > 0; ++again) {
            if (stop.stop_requested() || !budget.allows(took.back()))
                break;
            Repeat next;
            budget.again(stop, [&](const std::stop_token &token) {
                next = carryOut(*plan.scenario, plan.jobs[i], &places[i], token);
            });
            const bool isOver = next.status == Status::Finished || next.status == Status::Failed ||
                                next.status == Status::Stuck;
            const bool isBetter = repeat.status == Status::Finished
                                      ? next.status == Status::Finished && next.heldUp < repeat.heldUp
                                      : isOver;
            if (isBetter)
                repeat = std::move(next);
            repeat.again = again;
            repeat.wasHeldUp = true;
        }
        publish(places[i], std::move(repeat));
    }
    repeatWhatWasBent(plan, places, took, budget, stop);
    repeatWhatIsUndecided(plan, places, took, budget, stop);
}

/// Once each. The quieter one stands; until it is known, the one before.
void Runner::repeatWhatWasBent(const Plan &plan, const std::vector<Place> &places,
                               const std::vector<AgainBudget::Seconds> &took, AgainBudget &budget,
                               const std::stop_token &stop)
{
    constexpr double leastSeconds = 0.1; // of less nobody knows what others used
    std::vector<std::pair<std::size_t, Repeat>> bent;
    {
        const std::scoped_lock lock(mutex_);
        for (std::size_t i = 0; i < plan.jobs.size(); ++i) {
            const Repeat &repeat = outcomes_[places[i].outcome].repeats[places[i].repeat];
            if (repeat.status == Status::Finished && repeat.bent >= leastBent &&
                repeat.seconds >= leastSeconds)
                bent.emplace_back(i, repeat);
        }
        if (!stop.stop_requested())
            jobs_ += static_cast<int>(bent.size());
    }
    for (auto &[i, before] : bent) {
        if (stop.stop_requested() || !budget.allows(took[i])) {
            const std::scoped_lock lock(mutex_);
            jobs_ = done_; // there are no more
            return;
        }
        Repeat repeat;
        budget.again(stop, [&, job = i](const std::stop_token &token) {
            repeat = carryOut(*plan.scenario, plan.jobs[job], nullptr, token);
        });
        const int again = before.again + 1;
        Repeat &best = repeat.isBetterThan(before) ? repeat : before;
        best.again = again;
        best.wasHeldUp = before.wasHeldUp;
        publish(places[i], std::move(best));
    }
}

/// Of a sweep, twice or not at all, for all of them alike: what disturbs only adds, so the least time of each
/// is the one to compare.
void Runner::repeatWhatIsUndecided(const Plan &plan, const std::vector<Place> &places,
                                   const std::vector<AgainBudget::Seconds> &took, AgainBudget &budget,
                                   const std::stop_token &stop)
{
    constexpr int times = timesUndecided;
    std::vector<std::size_t> jobs;
    AgainBudget::Seconds expected{};
    {
        const std::scoped_lock lock(mutex_);
        const std::vector<std::size_t> open = undecided(*plan.scenario, outcomes_);
        for (std::size_t i = 0; i < plan.jobs.size(); ++i) {
            if (plan.jobs[i].recording == Trace::Recording::Off &&
                std::ranges::count(open, places[i].outcome) > 0) {
                jobs.push_back(i);
                expected += times * took[i];
            }
        }
        if (stop.stop_requested() || !budget.allows(expected))
            return;
        jobs_ += times * static_cast<int>(jobs.size());
    }
    for (int time = 0; time < times; ++time) {
        for (const std::size_t i : jobs) {
            Repeat repeat, best;
            budget.again(stop, [&](const std::stop_token &token) {
                repeat = carryOut(*plan.scenario, plan.jobs[i], nullptr, token);
            });
            {
                const std::scoped_lock lock(mutex_);
                best = outcomes_[places[i].outcome].repeats[places[i].repeat];
            }
            const int again = best.again + 1;
            if (repeat.status == Status::Finished && repeat.heldUp == 0 && repeat.seconds < best.seconds)
                best = std::move(repeat);
            best.again = again;
            publish(places[i], std::move(best));
        }
    }
}

Repeat Runner::carryOut(const Scenario &scenario, const Job &job, const Place *place,
                        const std::stop_token &stop)
{
    Repeat repeat;
    if (stop.stop_requested()) {
        repeat.status = Status::Cancelled;
        return repeat;
    }
    const auto heldUpBefore = AwakeClock::heldUp();
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
            const QString text = withoutPasswords(QString::fromUtf8(error.what()));
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
    const double throttledBefore = Quota::here().throttledSeconds();
    const auto others = std::make_shared<const OthersLoad>();
    double ownCores = 0;
    run.trace_ = std::make_shared<Trace>(mayBeStuck ? Trace::Recording::On : job.recording);
    repeat.trace = run.trace_;
    const Results prepared = run.results(); // what is known of the tasks before they begin
    repeat.results.expected = prepared.expected;
    repeat.results.dependencies = prepared.dependencies;
    std::optional<Waits> stuck;
    if (repeat.error.isEmpty() && repeat.status != Status::Cancelled) {
        repeat.status = Status::Running;
        if (place) {
            publish(*place, repeat);
            setSeen(Seen{*place, scenario.threadsOf(*variant, job.values), others});
        }
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
            repeat.othersCores = others->cores();
            ownCores = others->ownCores();
            repeat.throttled = std::max(0.0, Quota::here().throttledSeconds() - throttledBefore);
            cores.end();
            stuck = watchdog.end();
        }
        setSeen({});
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
    if (variant)
        repeat.bent = bentBy(repeat, scenario.threadsOf(*variant, job.values), ownCores);
    repeat.heldUp = std::chrono::duration<double>(AwakeClock::heldUp() - heldUpBefore).count();
    return repeat;
}

} // namespace tenfold
