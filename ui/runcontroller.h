#pragma once

#include "core/analysis/machine.h"
#include "core/run/runner.h"
#include "ui/pace.h"
#include "ui/scene.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

namespace tenfold {

/// Carries out runs for the window: starts and stops the Runner, polls it with one timer and tells the scene.
/// Also measures the machine, never while a run is on. GUI thread; no call waits but end().
class RunController : public QObject
{
    Q_OBJECT
public:
    enum class Phase { Idle, Running, Stopping };

    /// Measures the machine again after runs, but not sooner than `measureEvery` after the last time.
    explicit RunController(QObject *parent = nullptr,
                           std::chrono::milliseconds measureEvery = std::chrono::seconds(30));
    /// Stops and waits.
    ~RunController() override;

    /// Carries out a run or a sweep. One that still runs is stopped first, without waiting here.
    void start(const Request &request);
    /// Asks the run to end. Again, or without a run: nothing.
    void stop();
    /// Stops and waits: at most as long as a stop takes.
    void end();
    /// Measures the machine as soon as nothing runs, and again after runs from now on; measured() tells.
    void measure();
    void setMachine(const Machine &machine) { machine_ = machine; }
    const Machine &machine() const { return machine_; }

    Phase phase() const { return phase_; }
    /// Of the run that was asked for last and is not over; null without one.
    const Scenario *scenario() const
    {
        return request_ ? request_->scenario : phase_ == Phase::Idle ? nullptr : scene_.scenario();
    }
    /// Jobs done and jobs in all.
    std::pair<int, int> progress() const { return runner_.progress(); }

Q_SIGNALS:
    /// The outcomes so far: at most 10 times a second (Pace), and once at the end, before phaseChanged().
    void sceneChanged(const tenfold::Scene &scene);
    /// The same for a sweep.
    void sweepChanged(const tenfold::Sweep &sweep);
    void phaseChanged(tenfold::RunController::Phase phase);
    void measured(const tenfold::Machine &machine);

private:
    void poll();
    void measureLater();
    void next();
    void begin(const Request &request);
    void enter(Phase phase);
    void tell();
    void sayLive();

    Runner runner_;
    std::unique_ptr<QThreadPool> measuring_ = std::make_unique<QThreadPool>();
    QFutureWatcher<Machine> watcher_;
    QTimer timer_;
    Pace pace_;
    const std::chrono::milliseconds measureEvery_;
    QElapsedTimer sinceMeasured_; ///< invalid: never asked to measure
    QTimer measureTimer_;
    Phase phase_ = Phase::Idle;
    Machine machine_;
    bool wantsMeasure_ = false;
    std::optional<Request> request_; ///< waits for the runner, or for the measurement, to end
    Scene scene_;                    ///< under way; its request may be a sweep
    Caveat live_;                    ///< what bent it so far while it was under way
    int summarized_ = -1;            ///< jobs that were done when the scene's summary was made
};

} // namespace tenfold
