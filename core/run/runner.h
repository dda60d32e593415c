#pragma once

#include "core/executors/threadstart.h"
#include "core/run/againbudget.h"
#include "core/run/outcome.h"
#include "core/run/plan.h"

#include <QFuture>

#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace tenfold {

class OthersLoad;

/// Carries out plans off the calling thread, one at a time, through QtConcurrent on a private QThreadPool.
/// Owned and driven by one thread; outcomes() and progress() may be polled from any.
class Runner
{
public:
    Runner();
    /// Stops and waits.
    ~Runner();

    /// Starts `plan`; stops and waits for the one before, if it still runs. Where no thread can be started
    /// for it, all of it has failed at once.
    void start(Plan plan);
    /// Asks the run to end; returns at once. A second call does nothing.
    void stop();
    /// Waits until nothing runs.
    void wait();
    bool isRunning() const;

    /// The outcomes so far, in the order of the plan; the running one with its live trace. A snapshot.
    std::vector<Outcome> outcomes() const;
    /// Jobs done and jobs in all.
    std::pair<int, int> progress() const;

private:
    /// Where the repeat of a job stands: in the outcome of its variant, values and seed.
    struct Place
    {
        std::size_t outcome = 0, repeat = 0;
    };
    void carryOutAll(const Plan &plan, const std::stop_token &stop);
    void repeatWhatWasBent(const Plan &plan, const std::vector<Place> &places,
                           const std::vector<AgainBudget::Seconds> &took, AgainBudget &budget,
                           const std::stop_token &stop);
    void repeatWhatIsUndecided(const Plan &plan, const std::vector<Place> &places,
                               const std::vector<AgainBudget::Seconds> &took, AgainBudget &budget,
                               const std::stop_token &stop);
    /// While it runs it is seen at `place`, unless that is null.
    Repeat carryOut(const Scenario &scenario, const Job &job, const Place *place,
                    const std::stop_token &stop);
    /// The job that is seen: who else uses the cores while it runs.
    struct Seen
    {
        Place place;
        int threads = 1;
        std::shared_ptr<const OthersLoad> others;
    };
    void publish(const Place &place, Repeat repeat);
    void setSeen(std::optional<Seen> seen);
    void failAll(const QString &why);
    std::vector<Place> placesOf(const Plan &plan);

    std::unique_ptr<QThreadPool> pool_ = std::make_unique<QThreadPool>();
    QFuture<void> running_;
    std::stop_source stop_{std::nostopstate};
    mutable std::mutex mutex_; // guards what follows
    std::vector<Outcome> outcomes_;
    std::optional<Seen> seen_;
    int done_ = 0;
    int jobs_ = 0;
};

} // namespace tenfold
