#pragma once

#include "core/catalog/scenario.h"
#include "core/trace/trace.h"

#include <any>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

namespace tenfold {

/// The lines of a Text parameter, trimmed, without the empty ones.
QStringList linesOf(const QString &text);

/// What a body receives: parameter values, seed, stop token, trace; and where it puts table and findings.
/// Every member may be called from any thread unless it says otherwise.
class Run
{
public:
    Run(const Scenario &scenario, Values values, quint64 seed, std::stop_token stop);

    const Values &values() const { return values_; }
    int integer(const QString &id) const { return values_.value(id).toInt(); }
    QString text(const QString &id) const { return values_.value(id).toString(); }
    QStringList lines(const QString &id) const { return linesOf(text(id)); }
    int workers() const { return integer(QStringLiteral("workers")); }
    quint64 seed() const { return seed_; }
    std::stop_token stop() const { return stop_; }
    /// The running variant's trace. Not in `prepare`.
    Trace &trace() const { return *trace_; }

    /// Body's thread: makes what the bodies need and keeps it until the variant has ended.
    template<typename T, typename... Args> T &keep(Args &&...args)
    {
        auto made = std::make_shared<T>(std::forward<Args>(args)...);
        kept_ = made;
        return *made;
    }
    /// What keep() made. Throws std::bad_any_cast for another type.
    template<typename T> T &kept() const { return *std::any_cast<const std::shared_ptr<T> &>(kept_); }

    /// Puts the row of a task: all of its cells, in the order of the scenario's columns. Passwords
    /// in URLs become "***".
    void setRow(std::size_t task, QVariantList cells);
    /// Puts the row of a task: the cells that are there. Throws std::logic_error for an id that no column
    /// has.
    void setCells(std::size_t task, const Cells &cells);
    /// Puts the value of one of the scenario's measures, which is not read by itself. Throws std::logic_error
    /// for an id that no measure has.
    void report(const QString &id, double value);
    /// How long each task takes by configuration, in seconds and task order; used for the limit.
    void expect(std::vector<double> seconds);

    /// The variants go through all of these; `remedy` is for comparison.
    void goesThrough(std::shared_ptr<const Executions> executions, Remedy remedy = {});

    /// The tasks are taken in this order (by number; those that are not named, last); used for the limit.
    /// Without it: by number.
    void takenInOrder(std::vector<std::size_t> tasks);
    /// The task `task` could not start before the task `on` had ended; used for the limit.
    void dependsOn(std::size_t task, std::size_t on);

    /// What has been put so far. A copy.
    Results results() const;
    Table table() const { return results().table; }

private:
    friend class Runner;
    /// Puts the measures that are read, from what has been put and recorded.
    void readMeasures();

    const Scenario &scenario_;
    const Values values_;
    const quint64 seed_;
    const std::stop_token stop_;
    std::shared_ptr<Trace> trace_;
    std::any kept_;
    mutable std::mutex mutex_; // guards what follows
    Results results_;
};

} // namespace tenfold
