#pragma once

#include "core/executors/awaketimer.h"
#include "core/executors/frames.h"
#include "core/executors/processinput.h"
#include "core/executors/processpoolexecutor.h"
#include "core/executors/serving.h"

#include <QElapsedTimer>
#include <QHash>
#include <QProcess>

#include <functional>

namespace tenfold {

/// One child of a process pool, as its supervisor sees it. Belongs to the supervisor's thread, which also
/// writes its lane; while it is idle, whoever submits a task may have it for a run().
class WorkerProcess : public QObject
{
public:
    enum class State { Starting, Idle, Busy, Ended };
    using Tasks = std::vector<std::shared_ptr<ProcessTask>>;

    /// `serving` is the turn of whoever does the supervisor's work.
    WorkerProcess(const ProcessPoolExecutor::Settings &settings, Trace &trace, Serving &serving);
    /// Kills it and waits for its end.
    ~WorkerProcess() override;

    std::function<void()> onTrouble;    ///< it isCondemned(), and the supervisor is to kill it
    std::function<void(qint64)> onNews; ///< before all else: it said so many bytes, or has ended
    std::function<void()> onIdle;       ///< it said hello, or has answered everything
    std::function<void(double)>
        onDone; ///< a task is about to be finished by its answer, after so many seconds of computing
    std::function<void()> onEnd; ///< whyEnded() and takeUnanswered() tell

    void start();
    State state() const { return state_; }
    bool saidHello() const { return saidHello_; }
    /// It was never given a task.
    bool didNothing() const { return nextId_ == 1; }
    /// There is no such program, or the system has no further process to give.
    bool couldNotStart() const { return couldNotStart_; }
    /// Its lane; null when recording is off, or before start().
    Lane *lane() const { return lane_; }
    qint64 processId() const { return process_.processId(); }
    /// Idle, and not about to be ended.
    bool canRun() const { return state_ == State::Idle && why_.isEmpty() && !hasExited_; }
    /// Takes `tasks`, which have been started: the message that has to be written to its input. Throws
    /// FrameError when it is too long; nothing has happened then. Any thread when tasks have no limit.
    QByteArray run(Tasks tasks);
    const std::shared_ptr<ProcessInput> &input() const { return input_; }
    const std::shared_ptr<ProcessOutput> &output() const { return output_; }

    /// Takes what the process has said; the tasks that it answered are finished after the turn, which is the
    /// caller's. Any thread.
    void takeNews();
    /// It broke the protocol.
    bool isCondemned() const { return !why_.isEmpty() && state_ != State::Ended; }
    /// Ends it as it is.
    void kill(const QString &why);
    /// Idle: closes its input, whereupon it ends by itself, or is killed when it takes too long over that.
    void close();

    /// A sentence; that of the first complaint.
    const QString &whyEnded() const { return why_; }
    bool tookTooLong() const { return tookTooLong_; }
    /// What it was given and has not answered, in order: the first may have begun.
    Tasks takeUnanswered() { return std::exchange(unanswered_, {}); }

private:
    struct Answer
    {
        std::shared_ptr<ProcessTask> task;
        std::exception_ptr error;
        TaskEnding ending;
    };
    void isOverdue();
    void take(const QCborArray &message);
    void takeSamples(const QCborArray &series);
    void takeAnswer(const QCborArray &answer);
    /// The call `id` was read at `read` and began at `begin`.
    void noteBegin(qint64 id, qint64 read, qint64 begin);
    void ended(const QString &how);
    void open(tenfold::State state, Nanoseconds at, const ProcessTask *task = nullptr);
    void closeSpan(Nanoseconds at);
    Nanoseconds onTrace(qint64 steady) const { return steady - trace_.origin(); }

    const ProcessPoolExecutor::Settings &settings_;
    Trace &trace_;
    Serving &serving_;
    const std::shared_ptr<ProcessInput> input_ = std::make_shared<ProcessInput>();
    const std::shared_ptr<ProcessOutput> output_ = std::make_shared<ProcessOutput>();
    QProcess process_;
    AwakeTimer limit_;
    FrameReader reader_;
    State state_ = State::Starting;
    bool saidHello_ = false;
    bool tookTooLong_ = false;
    bool couldNotStart_ = false;
    bool hasExited_ = false; ///< though its last words may be yet to be read
    QString why_;
    Tasks unanswered_;
    std::vector<Answer> answers_; ///< their tasks are yet to be finished
    qint64 nextId_ = 1;           ///< of the next call
    qint64 awaited_ = 1;          ///< of the first of unanswered_
    qint64 began_ = 0;            ///< the call whose span is open
    Lane *lane_ = nullptr;
    SpanRecord *span_ = nullptr;
    bool hasSpan_ = false;
    Nanoseconds last_ = 0; ///< nothing on the lane is older
};

} // namespace tenfold
