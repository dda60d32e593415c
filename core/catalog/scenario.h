#pragma once

#include "core/catalog/inputpreview.h"
#include "core/catalog/measure.h"
#include "core/catalog/parameter.h"
#include "core/catalog/table.h"

namespace tenfold {

struct Outcome;

enum class VariantKind { Sequential, Parallel, Mistake };
QString idOf(VariantKind kind);

/// One way to do the workload. The body fills in table and findings, or throws.
struct Variant
{
    QString id = {};
    Words title = {};
    VariantKind kind = VariantKind::Parallel;
    std::function<void(Run &)> body = {};
    /// A mistake's proof: the measure that is above zero here and zero in the right variants.
    QString proof = {};
    /// What happened and why, for the explanation; for a mistake: what goes wrong and what to do instead.
    Words why = {};
    /// Lanes at work at once, for the limit; `workers` of the values (1 for Sequential) where it is empty.
    std::function<int(const Values &)> workers = {};
    /// A mistake's: the view in which it is seen best, beside the elapsed bars; none when empty.
    QString view = {};
    /// A mistake's: the measure that says what it costs against variants[1]; none when empty.
    QString cost = {};
    /// Whether a schedule of the sequential run's tasks bounds its time; not where the tasks share state.
    bool hasLimit = true;
    /// Whether `workers` counts coroutines of one thread.
    bool isOneThread = false;

    bool isMistake() const { return kind == VariantKind::Mistake; }
    /// Whether a run carries it out unless the user says otherwise.
    bool ticked() const { return !isMistake(); }
};

enum class ViewKind {
    Counter,
    Columns,
    Bands,
    Steps,
    Curves,
    Points,
    Pictures,
    Graph,
    Sweep,
    Executions,
    Efficiency
};
QString idOf(ViewKind kind);

/// One picture of a scenario; `sources` says where its data come from:
/// Counter: a series of the traces, over time;
/// Columns: measures, a column each per variant;
/// Bands: ids of states, a bar per variant of the time that its lanes spent in each, in worker-seconds;
/// Steps: none; how long each task took in each variant, in the order of the tasks;
/// Curves: the begin of the series' ids ("loss "), a line for each of them over the number of the sample;
/// Points: series or the begin of their ids, a dot for each sample of a gauge, over time
/// or over the number of the lane that recorded it;
/// Pictures: image columns of the table, a row of thumbnails for each task;
/// Graph: kinds of links ("waits-for": who waits for whom; "depends-on": tasks and their dependencies);
/// Sweep: a parameter, the variants' seconds over its values;
/// Efficiency: a parameter, the length of a task, and measures: that length as it was, the overhead of a
/// task, both in the parameter's unit, and the efficiency in percent; over the length, beside what the
/// overhead allows;
/// Executions: a parameter, the number of the one that is drawn step by step among all executions of a small
/// program.
struct View
{
    QString id = {};
    ViewKind kind = ViewKind::Counter;
    Words title = {};
    QStringList sources = {};
    QString limit = {};   ///< Counter: the measure or parameter that is drawn as the limit; none when empty
    Unit unit = {};       ///< Points: of the values; may be empty
    bool byLane = false;  ///< Points: over the numbers of the lanes, not over time
    bool isStair = false; ///< Points: those of a lane are joined, the value of one lasts until the next
};

/// A measure in the place of one of the three big numbers, and whether it is good to have many of it.
struct BigMeasure
{
    enum class Tone { Plain, Bad, Good };
    QString id = {};
    Tone tone = Tone::Plain;
};

/// One real workload that shows a pattern. `variants[0]` is the sequential reference; `variants[1]` is the
/// right way, which the three big numbers speak of wherever it was run.
struct Scenario
{
    Words title = {};
    Words question = {};
    std::vector<Parameter> parameters = {};
    std::vector<Preset> presets = {}; ///< `default`, the defaults of all parameters, is always there
    std::vector<Column> columns = {};
    std::vector<Measure> measures = {};
    std::vector<Variant> variants = {};
    std::vector<View> views = {};
    /// Makes files, site or database, outside the clock; throws when it cannot. May be empty.
    std::function<void(Run &)> prepare = {};
    /// Puts what every variant shares, after the clock has stopped and before the measures are read. May be
    /// empty.
    std::function<void(Run &)> measure = {};
    /// Seconds that no number of workers can beat, since the tasks share something (a rate, permits, the
    /// slowest stage). `durations` are the tasks' in seconds, in the order in which they are taken. May be
    /// empty.
    std::function<double(const Values &, const std::vector<double> &durations)> bound = {};
    /// The three big numbers, where it is not times that matter.
    std::vector<BigMeasure> numbers = {};
    /// The view that has the page to itself: bars and timeline are tabs beside it. None when empty.
    QString front = {};
    /// What a result means, in a sentence, in the language of the moment. May be empty.
    std::function<QString(const Outcome &)> remark = {};
    /// What to know before a run with these values, in a sentence, in the language of the moment. May be
    /// empty.
    std::function<QString(const Values &)> forecast = {};
    /// How own input among these values will be read, in the language of the moment. Reads no more than its
    /// beginning. May be empty.
    std::function<InputPreview(const Values &)> preview = {};
    bool isSeeded = true; ///< whether another seed gives another result
    /// The same thing in Python, in a few lines, for people who come from the chapter.
    const char *python = "";
    /// A file brought it, for a recording that is drawn. Its bodies only say that it cannot be run.
    bool isOfFile = false;
    QString id = {};      ///< without the pattern; set by the registry, as the pattern is
    QString pattern = {}; ///< its id

    /// "threads/url-fetch".
    QString path() const { return pattern + QLatin1Char('/') + id; }
    const Parameter *parameter(const QString &id) const;
    const Variant *variant(const QString &id) const;
    const View *view(const QString &id) const;
    const Measure *measureOf(const QString &id) const;
    const Column *column(const QString &id) const;
    /// The values of the preset, complete; empty when there is no such preset.
    Values preset(const QString &id) const;
    /// The variants that a run carries out unless the user says otherwise: all but the mistakes.
    QStringList tickedVariants() const;
    /// Lanes at work at once in `variant` with these values.
    int workersOf(const Variant &variant, const Values &values) const;
    /// How many threads these are: 1 where the lanes are coroutines of one.
    int threadsOf(const Variant &variant, const Values &values) const;
};

} // namespace tenfold
