#include "core/run/run.h"

#include "core/catalog/secrets.h"

#include <algorithm>
#include <stdexcept>

namespace tenfold {

Run::Run(const Scenario &scenario, Values values, quint64 seed, std::stop_token stop)
    : scenario_(scenario), values_(std::move(values)), seed_(seed), stop_(std::move(stop))
{
    results_.table.columns = scenario.columns;
}

QStringList linesOf(const QString &text)
{
    QStringList result;
    const QStringList all = text.split(QLatin1Char('\n'));
    for (const QString &line : all) {
        if (const QString trimmed = line.trimmed(); !trimmed.isEmpty())
            result << trimmed;
    }
    return result;
}

void Run::setRow(std::size_t task, QVariantList cells)
{
    Q_ASSERT(cells.size() == static_cast<qsizetype>(results_.table.columns.size()));
    for (QVariant &cell : cells) {
        if (cell.typeId() == QMetaType::QString)
            cell = withoutPasswords(cell.toString());
    }
    const std::scoped_lock lock(mutex_);
    const auto row = static_cast<qsizetype>(task);
    if (results_.table.rows.size() <= row)
        results_.table.rows.resize(row + 1);
    results_.table.rows[row] = std::move(cells);
    results_.rowTimes.resize(static_cast<std::size_t>(results_.table.rows.size()));
    results_.rowTimes[task] = trace_ ? trace_->now() : 0;
}

void Run::setCells(std::size_t task, const Cells &cells)
{
    QVariantList row(static_cast<qsizetype>(scenario_.columns.size()));
    for (const auto &[id, cell] : cells) {
        const auto column = std::ranges::find(scenario_.columns, QLatin1String(id), &Column::id);
        if (column == scenario_.columns.end())
            throw std::logic_error(std::string("the scenario declares no column ") + id);
        row[column - scenario_.columns.begin()] = cell;
    }
    setRow(task, std::move(row));
}

void Run::report(const QString &id, double value)
{
    const Measure *measure = scenario_.measureOf(id);
    if (!measure)
        throw std::logic_error("the scenario declares no measure " + id.toStdString());
    const std::scoped_lock lock(mutex_);
    results_.findings.push_back({id, value, measure->unit.source()});
}

void Run::readMeasures()
{
    for (const Measure &measure : scenario_.measures) {
        if (measure.reading.value)
            report(measure.id, measure.reading.value(*this));
    }
    // In the order of the measures, whoever put them.
    const std::scoped_lock lock(mutex_);
    std::ranges::stable_sort(results_.findings, {}, [this](const Finding &finding) {
        return scenario_.measureOf(finding.id) - scenario_.measures.data();
    });
}

void Run::expect(std::vector<double> seconds)
{
    const std::scoped_lock lock(mutex_);
    results_.expected = std::move(seconds);
}

void Run::dependsOn(std::size_t task, std::size_t on)
{
    const std::scoped_lock lock(mutex_);
    results_.dependencies.push_back({task, on});
}

void Run::takenInOrder(std::vector<std::size_t> tasks)
{
    const std::scoped_lock lock(mutex_);
    results_.order = std::move(tasks);
}

void Run::goesThrough(std::shared_ptr<const Executions> executions, Remedy remedy)
{
    const std::scoped_lock lock(mutex_);
    results_.executions = std::move(executions);
    results_.remedy = std::move(remedy);
}

Results Run::results() const
{
    const std::scoped_lock lock(mutex_);
    return results_;
}

} // namespace tenfold
