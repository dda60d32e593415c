#include "ui/runcontroller.h"

#include "core/analysis/cores.h"
#include "core/executors/handover.h"

#include <QtConcurrentRun>

namespace tenfold {

using namespace std::chrono_literals;
static constexpr auto stopInterval = 10ms; // nothing is measured any more, and somebody waits

static constexpr auto restBefore = 1s; // whoever runs again at once does not wait for a measurement

RunController::RunController(QObject *parent, std::chrono::milliseconds measureEvery)
    : QObject(parent), measureEvery_(measureEvery)
{
    measureTimer_.setSingleShot(true);
    connect(&measureTimer_, &QTimer::timeout, this, [this] {
        if (phase_ == Phase::Idle) // else the end of the run asks again
            measure();
    });
    connect(&timer_, &QTimer::timeout, this, &RunController::poll);
    connect(&watcher_, &QFutureWatcherBase::finished, this, [this] {
        machine_ = watcher_.result();
        Q_EMIT measured(machine_);
        next();
    });
}

RunController::~RunController()
{
    end();
}

void RunController::start(const Request &request)
{
    request_ = request;
    if (phase_ == Phase::Idle)
        next();
    else if (phase_ == Phase::Running)
        enter(Phase::Stopping);
}

void RunController::stop()
{
    request_.reset();
    if (phase_ == Phase::Running)
        enter(Phase::Stopping);
}

void RunController::end()
{
    request_.reset();
    wantsMeasure_ = false;
    timer_.stop();
    measureTimer_.stop();
    runner_.stop();
    runner_.wait();
    measuring_->waitForDone();
    phase_ = Phase::Idle;
}

void RunController::measure()
{
    wantsMeasure_ = true;
    sinceMeasured_.start();
    if (phase_ == Phase::Idle)
        next();
}

void RunController::enter(Phase phase)
{
    phase_ = phase;
    if (phase == Phase::Stopping)
        runner_.stop();
    if (phase == Phase::Idle)
        timer_.stop();
    else
        timer_.start(phase == Phase::Running ? Pace::shortest : stopInterval);
    pace_ = {};
    Q_EMIT phaseChanged(phase);
}

/// After a run: the load may be another by now.
void RunController::measureLater()
{
    using std::chrono::milliseconds;
    if (sinceMeasured_.isValid())
        measureTimer_.start(std::max(std::min<milliseconds>(restBefore, measureEvery_),
                                     measureEvery_ - milliseconds(sinceMeasured_.elapsed())));
}

/// Idle: begins what waits. A run and the measurement would falsify each other, so there is one at a time.
void RunController::next()
{
    if (watcher_.isRunning() || phase_ != Phase::Idle)
        return;
    if (request_) {
        begin(*std::exchange(request_, std::nullopt));
    } else if (std::exchange(wantsMeasure_, false)) {
        measuring_->waitForDone(); // its idle thread ends: a new one begins with all that was written so far
        handOver(this);
        const auto watch = std::make_shared<StartWatch>();
        QFuture<Machine> machine;
        if (watch->start([&] {
                machine = QtConcurrent::run(measuring_.get(), [this, watch] {
                    if (!watch->begin())
                        return Machine();
                    takeOver(this);
                    return measureMachine();
                });
            }))
            watcher_.setFuture(machine);
        else // no thread to be had: what was measured before stands, until after the next run
            abandon(std::exchange(measuring_, std::make_unique<QThreadPool>()), 0);
    }
}

void RunController::begin(const Request &request)
{
    scene_ = {};
    scene_.request = request;
    scene_.machine = machine_;
    summarized_ = -1;
    live_ = {};
    runner_.start(planOf(request));
    enter(Phase::Running);
    tell();
}

void RunController::poll()
{
    const bool over = !runner_.isRunning();
    if (over || phase_ == Phase::Running)
        tell();
    if (!over) {
        if (phase_ == Phase::Running)
            timer_.setInterval(pace_.next(coresHere()));
        return;
    }
    enter(Phase::Idle);
    measureLater();
    next();
}

/// Until the run is over nothing else may be known of what bends it; what was seen stays, so that the line
/// does not come and go.
void RunController::sayLive()
{
    if (!scene_.isUnderWay())
        return;
    if (const Caveat now = liveDisturbance(scene_.outcomes); now.first > live_.first || !live_)
        live_ = now;
    if (live_ && (!scene_.summary.caveat || scene_.summary.caveat.isLive))
        scene_.summary.caveat = live_;
}

void RunController::tell()
{
    const int done = runner_.progress().first; // before them: what ends in between is summarized next time
    scene_.outcomes = runner_.outcomes();
    if (scene_.request.isSweep()) {
        Q_EMIT sweepChanged({scene_.request, scene_.outcomes});
        return;
    }
    // The summary speaks of what has ended only.
    if (done != summarized_)
        scene_.summary = summarize(*scene_.scenario(), scene_.outcomes, machine_.effectiveCores);
    summarized_ = done;
    sayLive();
    Q_EMIT sceneChanged(scene_);
}

} // namespace tenfold
