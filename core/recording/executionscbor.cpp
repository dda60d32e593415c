#include "core/recording/recordingcbor.h"
#include "core/workloads/compute/interleavings/executions.h"

#include <QCborArray>

#include <algorithm>
#include <deque>
#include <optional>
#include <stdexcept>
#include <string>

namespace tenfold {

static_assert(static_cast<int>(StepKind::Load) == 0 && static_cast<int>(StepKind::Store) == 1 &&
              static_cast<int>(StepKind::Lock) == 2 && static_cast<int>(StepKind::Unlock) == 3);

/// Executions, and the texts that their program points to.
struct OwnedExecutions
{
    std::deque<std::string> texts;
    std::optional<Executions> executions;
};

/// The same for the title of a remedy.
struct OwnedRemedy
{
    std::string title;
    std::shared_ptr<const Executions> executions;
};

QCborValue executionsToCbor(const Executions &executions)
{
    const Program &program = executions.program();
    QCborArray threads, locks;
    for (const std::vector<Step> &thread : program.threads) {
        QCborArray steps;
        for (const Step &step : thread)
            steps.append(QCborArray{static_cast<int>(step.kind), step.lock,
                                    QString::fromUtf8(step.where.file),
                                    static_cast<qint64>(step.where.line)});
        threads.append(steps);
    }
    for (const std::string &lock : program.locks)
        locks.append(QString::fromStdString(lock));
    return QCborArray{threads, locks};
}

/// Whether it is what ThreadSteps could have written.
static bool isSound(const Program &program)
{
    if (program.threads.empty() || program.threads.size() > Program::mostThreads ||
        program.locks.size() > Program::mostLocks || program.expected() > Program::greatestValue)
        return false;
    return std::ranges::all_of(program.threads, [&](const std::vector<Step> &steps) {
        std::vector<std::uint8_t> held;
        for (const Step &step : steps) {
            if (step.kind == StepKind::Lock && step.lock < program.locks.size())
                held.push_back(step.lock);
            else if (step.kind == StepKind::Unlock && !held.empty() && held.back() == step.lock)
                held.pop_back();
            else if ((step.kind != StepKind::Load && step.kind != StepKind::Store) || step.lock != 0)
                return false;
        }
        return steps.size() <= Program::mostSteps;
    });
}

std::shared_ptr<const Executions> executionsFromCbor(const QCborValue &value)
{
    const auto owned = std::make_shared<OwnedExecutions>();
    Program program;
    for (const QCborValue lock : value[1].toArray())
        program.locks.push_back(lock.toString().toStdString());
    for (const QCborValue thread : value[0].toArray()) {
        std::vector<Step> &steps = program.threads.emplace_back();
        for (const QCborValue step : thread.toArray()) {
            const QCborArray array = step.toArray();
            const qint64 kind = array.at(0).toInteger(-1), lock = array.at(1).toInteger(-1);
            if (kind < 0 || kind > static_cast<int>(StepKind::Unlock) || lock < 0 || lock > 255)
                throw NoRecording();
            const std::string &file = owned->texts.emplace_back(array.at(2).toString().toStdString());
            steps.push_back({static_cast<StepKind>(kind),
                             static_cast<std::uint8_t>(lock),
                             {file.c_str(), static_cast<std::uint32_t>(array.at(3).toInteger())}});
        }
    }
    if (!isSound(program))
        throw NoRecording();
    try {
        owned->executions.emplace(std::move(program));
    } catch (const std::overflow_error &) { // more than can be counted
        throw NoRecording();
    }
    return {owned, &*owned->executions};
}

static QCborValue numberOf(const std::shared_ptr<const Executions> &executions, RecordingShared &shared)
{
    const auto known = std::ranges::find(shared.executions, executions);
    const auto number = known - shared.executions.begin();
    if (known == shared.executions.end())
        shared.executions.push_back(executions);
    return static_cast<qint64>(number);
}

QCborValue remedyToCbor(const Remedy &remedy, RecordingShared &shared)
{
    return remedy.executions ? QCborArray{remedy.title.source(), numberOf(remedy.executions, shared)}
                             : QCborArray();
}

Remedy remedyFromCbor(const QCborValue &value, const RecordingShared &shared)
{
    const QCborArray array = value.toArray();
    if (array.isEmpty())
        return {};
    const qint64 number = array.at(1).toInteger(-1);
    if (number < 0 || number >= static_cast<qint64>(shared.executions.size()))
        throw NoRecording();
    const auto owned = std::make_shared<OwnedRemedy>(OwnedRemedy{
        array.at(0).toString().toStdString(), shared.executions[static_cast<std::size_t>(number)]});
    return {Words(owned->title.c_str()), {owned, owned->executions.get()}};
}

} // namespace tenfold
