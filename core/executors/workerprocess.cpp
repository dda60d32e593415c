#include "core/executors/workerprocess.h"

#include "core/catalog/words.h"
#include "core/executors/protocol.h"

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace tenfold {

WorkerProcess::WorkerProcess(const ProcessPoolExecutor::Settings &settings, Trace &trace, Serving &serving)
    : settings_(settings), trace_(trace), serving_(serving), limit_([this] { isOverdue(); })
{
    connect(&process_, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        {
            const Serving::Turn turn(serving_);
            hasExited_ = true;
            takeNews(); // its last words
        }
        const Serving::Turn turn(serving_);
        ended(status == QProcess::CrashExit ? translate("ProcessPool", "it was killed or crashed")
                                            : translate("ProcessPool", "it ended with status %1").arg(code));
    });
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        const Serving::Turn turn(serving_);
        couldNotStart_ = error == QProcess::FailedToStart;
        if (couldNotStart_)
            ended(translate("ProcessPool", "%1 cannot be started: %2")
                      .arg(settings_.program, process_.errorString()));
    });
    process_.setProcessChannelMode(QProcess::ForwardedChannels); // no pipes: its own follow
    process_.setInputChannelMode(QProcess::ForwardedInputChannel);
    // A hung child does not notice that its parent is gone; the kernel does. It fires when the spawning
    // thread ends, which is the supervisor's.
    process_.setChildProcessModifier([this, parent = getpid()] {
        input_->become();
        output_->become();
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent) // gone already
            _exit(0);
        // Until the worker ignores it by itself. Only the mask is the child's own in every build: it shares
        // its parent's memory, where a sanitizer keeps its table of handlers.
        sigset_t interrupt;
        sigemptyset(&interrupt);
        sigaddset(&interrupt, SIGINT);
        pthread_sigmask(SIG_BLOCK, &interrupt, nullptr);
    });
}

void WorkerProcess::isOverdue()
{
    const Serving::Turn turn(serving_);
    if (state_ == State::Starting)
        return kill(translate("ProcessPool", "it did not say hello in time"));
    if (state_ == State::Idle)
        return kill(translate("ProcessPool", "it did not end in time"));
    tookTooLong_ = true;
    kill(translate("ProcessPool", "its task took too long"));
}

WorkerProcess::~WorkerProcess()
{
    disconnect(&process_, nullptr, this, nullptr);
    input_->close(); // here, whoever else still has it
    output_->forget();
    if (process_.state() != QProcess::NotRunning) {
        process_.kill();
        process_.waitForFinished(-1); // killed: it does end
    }
    if (lane_ && state_ != State::Ended)
        lane_->close();
}

void WorkerProcess::start()
{
    const Nanoseconds begin = trace_.now();
    limit_.start(settings_.startLimit);
    if (!input_->open() || !output_->open([this] {
            const Serving::Turn turn(serving_);
            takeNews();
        })) {
        const QString why = qt_error_string(errno);
        couldNotStart_ = true;
        return ended(translate("ProcessPool", "%1 cannot be started: %2").arg(settings_.program, why));
    }
    process_.start(settings_.program, settings_.arguments);
    input_->started();
    output_->started();
    if (state_ == State::Ended)
        return;
    lane_ = trace_.addLane(LaneRole::Process, static_cast<int>(process_.processId()));
    last_ = lane_ ? lane_->began() : begin;
    open(tenfold::State::Spawn, begin);
}

QByteArray WorkerProcess::run(Tasks tasks)
{
    QCborArray message{QString(runName)};
    for (qint64 id = nextId_; const auto &task : tasks)
        message.append(QCborArray{id++, task->name, task->argument, task->many, task->attempts + 1});
    const QByteArray frame = toFrame(message); // when it is too long, nothing has happened
    for (const auto &task : tasks)
        ++task->attempts;
    nextId_ += static_cast<qint64>(tasks.size());
    unanswered_ = std::move(tasks);
    state_ = State::Busy;
    open(tenfold::State::Send, trace_.now(), unanswered_.front().get());
    if (settings_.taskLimit.count() > 0)
        limit_.start(settings_.taskLimit);
    return frame;
}

void WorkerProcess::kill(const QString &why)
{
    if (why_.isEmpty())
        why_ = why;
    limit_.stop();
    process_.kill(); // finished() follows
}

void WorkerProcess::close()
{
    input_->close();
    if (!limit_.isActive())
        limit_.start(settings_.startLimit);
}

void WorkerProcess::takeNews()
{
    const QByteArray bytes = output_->read();
    if (bytes.isEmpty())
        return;
    onNews(bytes.size()); // before all else: from now on nobody else has it run() a task
    if (state_ == State::Ended)
        return;
    reader_.append(bytes);
    try {
        while (why_.isEmpty()) {
            const std::optional<QCborValue> message = reader_.next();
            if (!message)
                break;
            take(message->toArray());
        }
    } catch (const FrameError &error) {
        why_ = translate("ProcessPool", "it broke the protocol: %1").arg(QString::fromUtf8(error.what()));
        onTrouble();
    }
    if (!answers_.empty()) {
        serving_.putOff([answers = std::exchange(answers_, {})] {
            for (const Answer &answer : answers)
                answer.task->finish(answer.error, answer.ending);
        });
    }
    if (canRun())
        onIdle(); // may run() the next, as may from now on who submits it
}

void WorkerProcess::take(const QCborArray &message)
{
    const QString name = message.at(0).toString();
    if (state_ == State::Starting) {
        if (name != helloName || message.at(1).toInteger() != protocolVersion)
            throw FrameError("its first message is not a hello of this version");
        saidHello_ = true;
        limit_.stop();
        closeSpan(trace_.now());
        state_ = State::Idle;
    } else if (name == beganName) {
        noteBegin(message.at(1).toInteger(), message.at(2).toInteger(), message.at(3).toInteger());
    } else if (name == samplesName) {
        for (qsizetype i = 1; i < message.size(); ++i)
            takeSamples(message.at(i).toArray());
    } else if (name == doneName) {
        for (qsizetype i = 1; i < message.size() && why_.isEmpty(); ++i)
            takeAnswer(message.at(i).toArray());
        if (state_ == State::Busy && unanswered_.empty() && why_.isEmpty()) {
            closeSpan(trace_.now());
            if (settings_.taskLimit.count() > 0)
                limit_.stop();
            state_ = State::Idle;
        }
    } else {
        throw FrameError("a message has an unknown name");
    }
}

void WorkerProcess::takeSamples(const QCborArray &series)
{
    const qint64 kind = series.at(1).toInteger(-1);
    if (kind < 0 || kind > static_cast<qint64>(SeriesKind::Gauge) || series.size() % 2 != 0)
        throw FrameError("its samples are malformed");
    if (!lane_)
        return;
    const std::int32_t index =
        lane_->seriesIndex(series.at(0).toString().toStdString(), static_cast<SeriesKind>(kind));
    for (qsizetype i = 2; i < series.size(); i += 2)
        lane_->sampleAt(onTrace(series.at(i).toInteger()), index, series.at(i + 1).toDouble());
}

void WorkerProcess::noteBegin(qint64 id, qint64 read, qint64 begin)
{
    if (id != awaited_ || unanswered_.empty() || began_ == id)
        return;
    began_ = id;
    const ProcessTask *task = unanswered_.front().get();
    if (hasSpan_ && span_ && span_->state == tenfold::State::Send)
        closeSpan(onTrace(read));
    open(settings_.taskState, onTrace(begin), task);
}

void WorkerProcess::takeAnswer(const QCborArray &answer)
{
    const qint64 id = answer.at(0).toInteger();
    if (answer.size() != 6 || id < 1 || id > awaited_ || unanswered_.empty()) {
        if (id >= 1 && id < awaited_)
            return; // again: it has been delivered
        throw FrameError("it answered a task that it had not been given");
    }
    if (id < awaited_)
        return;
    noteBegin(id, answer.at(1).toInteger(), answer.at(2).toInteger());
    closeSpan(onTrace(answer.at(3).toInteger()));
    open(tenfold::State::Receive, onTrace(answer.at(3).toInteger()), unanswered_.front().get());
    const std::shared_ptr<ProcessTask> task = unanswered_.front();
    unanswered_.erase(unanswered_.begin());
    ++awaited_;
    if (settings_.taskLimit.count() > 0 && !unanswered_.empty())
        limit_.start(settings_.taskLimit);
    onDone(static_cast<double>(answer.at(3).toInteger() - answer.at(2).toInteger()) * 1e-9);
    std::exception_ptr error;
    if (answer.at(4).toBool())
        task->result.emplace(answer.at(5));
    else {
        error = std::make_exception_ptr(TaskFailed(answer.at(5).toString().toStdString()));
        if (lane_)
            lane_->markAt(onTrace(answer.at(3).toInteger()), QT_TRANSLATE_NOOP("mark", "failed"),
                          task->task(), task->where);
    }
    answers_.push_back({task, std::move(error), {lane_, last_}});
}

void WorkerProcess::ended(const QString &how)
{
    onNews(0);
    if (state_ == State::Ended)
        return;
    if (why_.isEmpty())
        why_ = how;
    state_ = State::Ended;
    output_->forget();
    limit_.stop();
    closeSpan(trace_.now());
    if (lane_ && !unanswered_.empty())
        lane_->mark(tookTooLong_ ? QT_TRANSLATE_NOOP("mark", "timed out") : QT_TRANSLATE_NOOP("mark", "lost"),
                    unanswered_.front()->task(), unanswered_.front()->where);
    if (lane_)
        lane_->close();
    onEnd();
}

void WorkerProcess::open(tenfold::State state, Nanoseconds at, const ProcessTask *task)
{
    closeSpan(at);
    if (!lane_)
        return;
    last_ = std::max(at, last_);
    span_ = lane_->beginAt(last_, state, task ? "task" : "start", task ? task->task() : SpanRecord::noTask,
                           task ? task->where : std::source_location());
    hasSpan_ = true;
}

void WorkerProcess::closeSpan(Nanoseconds at)
{
    if (!std::exchange(hasSpan_, false))
        return;
    last_ = std::max(at, last_);
    lane_->endAt(last_, span_);
}

} // namespace tenfold
