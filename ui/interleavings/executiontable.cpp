#include "ui/interleavings/executiontable.h"

#include "core/catalog/words.h"
#include "core/workloads/compute/interleavings/executiontrace.h"
#include "ui/interleavings/drawnexecution.h"

#include <algorithm>

namespace tenfold {

static ExecutionTable::Step stepOf(const SpanRecord &span, int thread)
{
    const QString label = QString::fromUtf8(span.label);
    if (span.state == State::Lock)
        return {thread, translate("Executions", "waits"), label, true};
    if (label == QLatin1String("load"))
        return {thread, translate("Executions", "read"), QStringLiteral("r = x")};
    if (label == QLatin1String("store"))
        return {thread, translate("Executions", "write"), QStringLiteral("x = r + 1")};
    const QString lock = label.section(u' ', 1);
    return {thread,
            label.startsWith(u'l') ? translate("Executions", "lock") : translate("Executions", "unlock"),
            lock};
}

/// A row of a series, without its values.
static ExecutionTable::Row rowOf(const QString &series)
{
    const QString rest = series.section(u' ', 1);
    if (series.startsWith(QLatin1String("r ")))
        return {translate("Executions", "r of %1").arg(threadLetter(rest.toInt() - 1)), {}};
    if (series.startsWith(QLatin1String("lock ")))
        return {translate("Executions", "Lock %1").arg(rest), {}, true};
    return {translate("Executions", "%1 (shared)").arg(series), {}, true};
}

static QString valueOf(const QString &series, double value)
{
    const int number = static_cast<int>(value);
    if (series.startsWith(QLatin1String("lock ")))
        return number == 0 ? QStringLiteral("–") : threadLetter(number - 1);
    return QString::number(number);
}

ExecutionTable tableOf(const Trace &trace)
{
    ExecutionTable table;
    const std::vector<const Lane *> lanes = trace.lanes();
    const auto columns = static_cast<std::size_t>(trace.now() / oneStep);
    table.threads = static_cast<int>(lanes.size());
    table.steps.resize(columns);
    std::vector<SampleRecord> samples;
    for (int thread = 0; const Lane *lane : lanes) {
        lane->spans().forEach([&](const SpanRecord &span) {
            table.steps[static_cast<std::size_t>(span.begin / oneStep)].push_back(stepOf(span, thread));
        });
        lane->samples().forEach([&](const SampleRecord &sample) { samples.push_back(sample); });
        ++thread;
    }
    std::ranges::stable_sort(samples, {}, &SampleRecord::time);

    std::vector<std::pair<QString, std::int32_t>> series;
    for (std::int32_t index = 0; const Series &one : trace.series())
        series.emplace_back(QString::fromStdString(one.id), index++);
    const auto place = [](const auto &one) { // x, r of A, r of B, locks
        const QString &id = one.first;
        return std::pair(id == QLatin1String("x") ? 0 : id.startsWith(QLatin1String("r ")) ? 1 : 2, id);
    };
    std::ranges::sort(series, {}, place);
    for (const auto &[id, index] : series) {
        ExecutionTable::Row row = rowOf(id);
        QString value = QStringLiteral("–");
        auto next = samples.begin();
        for (std::size_t step = 0; step <= columns; ++step) {
            for (; next != samples.end() && next->time <= static_cast<Nanoseconds>(step) * oneStep; ++next) {
                if (next->series == index)
                    value = valueOf(id, next->value);
            }
            row.values << value;
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace tenfold
