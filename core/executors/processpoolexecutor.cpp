#include "core/executors/processpoolexecutor.h"

#include "core/executors/processsupervisor.h"

#include <QCoreApplication>

#include <algorithm>

namespace tenfold {

static ProcessPoolExecutor::Settings completed(ProcessPoolExecutor::Settings settings)
{
    if (settings.program.isEmpty())
        settings.program = QCoreApplication::applicationDirPath() + QStringLiteral("/tenfold-worker");
    return settings;
}

ProcessPoolExecutor::ProcessPoolExecutor(int workers, Trace &trace, std::stop_token stop,
                                         const Settings &settings)
{
    if (workers < 1)
        throw std::invalid_argument("a process pool needs at least one worker");
    d = std::make_unique<Supervisor>(workers, trace, std::move(stop), completed(settings));
}

ProcessPoolExecutor::ProcessPoolExecutor(int workers, Trace &trace, std::stop_token stop)
    : ProcessPoolExecutor(workers, trace, std::move(stop), Settings{})
{}

ProcessPoolExecutor::~ProcessPoolExecutor() = default;

Future<QCborValue> ProcessPoolExecutor::submit(const QString &name, const QCborValue &argument, Retry retry,
                                               std::source_location where)
{
    return Future<QCborValue>(d->submit({}, name, argument, false, retry, where));
}

Future<QCborValue> ProcessPoolExecutor::submitAs(std::size_t task, const QString &name,
                                                 const QCborValue &argument, Retry retry,
                                                 std::source_location where)
{
    return Future<QCborValue>(
        d->submit(static_cast<std::int32_t>(task), name, argument, false, retry, where));
}

QCborArray ProcessPoolExecutor::map(const QString &name, const QCborArray &items, int chunk,
                                    std::source_location where)
{
    if (chunk < 1)
        throw std::invalid_argument("a chunk has at least one item");
    std::vector<Future<QCborValue>> futures;
    for (qsizetype i = 0; i < items.size(); i += chunk) {
        QCborArray part;
        for (qsizetype k = i; k < std::min<qsizetype>(items.size(), i + chunk); ++k)
            part.append(items[k]);
        futures.emplace_back(d->submit({}, name, part, true, Retry::Idempotent, where));
    }
    QCborArray results;
    try {
        for (const auto &future : futures) {
            const QCborArray part = future.get(d->stop(), where).toArray();
            for (const auto &value : part)
                results.append(value);
        }
    } catch (...) {
        for (const auto &future : futures)
            future.cancel();
        throw;
    }
    return results;
}

void ProcessPoolExecutor::warmUp(std::source_location where)
{
    d->warmUp(where);
}

void ProcessPoolExecutor::shutdown(Pending pending)
{
    d->shutdown(pending);
}

int ProcessPoolExecutor::workers() const
{
    return d->workers();
}

std::vector<qint64> ProcessPoolExecutor::processIds() const
{
    return d->processIds();
}

ProcessPoolExecutor::Traffic ProcessPoolExecutor::traffic() const
{
    return d->traffic();
}

} // namespace tenfold
