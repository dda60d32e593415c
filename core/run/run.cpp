#include "core/run/run.h"

#include <stdexcept>

namespace tenfold {

Run::Run(const Scenario &scenario, Values values, quint64 seed, std::stop_token stop)
    : scenario_(scenario), values_(std::move(values)), seed_(seed), stop_(std::move(stop))
{
    table_.columns = scenario.columns;
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
    Q_ASSERT(cells.size() == static_cast<qsizetype>(table_.columns.size()));
    const std::scoped_lock lock(mutex_);
    const auto row = static_cast<qsizetype>(task);
    if (table_.rows.size() <= row)
        table_.rows.resize(row + 1);
    table_.rows[row] = std::move(cells);
}

void Run::find(const QString &id, double value)
{
    const Measure *measure = scenario_.measureOf(id);
    if (!measure)
        throw std::logic_error("the scenario declares no measure " + id.toStdString());
    const std::scoped_lock lock(mutex_);
    findings_.push_back({id, value, measure->unit.source()});
}

void Run::expect(std::vector<double> seconds)
{
    const std::scoped_lock lock(mutex_);
    expected_ = std::move(seconds);
}

void Run::dependsOn(std::size_t task, std::size_t on)
{
    const std::scoped_lock lock(mutex_);
    dependencies_.push_back({task, on});
}

void Run::takenInOrder(std::vector<std::size_t> tasks)
{
    const std::scoped_lock lock(mutex_);
    order_ = std::move(tasks);
}

Table Run::table() const
{
    const std::scoped_lock lock(mutex_);
    return table_;
}

std::vector<Finding> Run::findings() const
{
    const std::scoped_lock lock(mutex_);
    return findings_;
}

std::vector<double> Run::expected() const
{
    const std::scoped_lock lock(mutex_);
    return expected_;
}

std::vector<Dependency> Run::dependencies() const
{
    const std::scoped_lock lock(mutex_);
    return dependencies_;
}

std::vector<std::size_t> Run::order() const
{
    const std::scoped_lock lock(mutex_);
    return order_;
}

} // namespace tenfold
