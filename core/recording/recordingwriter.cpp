#include "core/catalog/secrets.h"
#include "core/recording/recordingcbor.h"

#include <QCborArray>

#include <algorithm>

namespace tenfold {

namespace {

/// Writes the parts of a recording that are no traces.
class RecordingWriter
{
public:
    explicit RecordingWriter(RecordingShared &shared) : shared_(shared) {}

    QCborMap recording(const Recording &recording)
    {
        QCborArray sweeps;
        for (const auto &[over, sweep] : recording.sweeps)
            sweeps.append(QCborMap{{QLatin1String("request"), request(sweep.request)},
                                   {QLatin1String("outcomes"), outcomes(sweep.outcomes)},
                                   {QLatin1String("cores"), cores(sweep.cores)}});
        QCborMap map{{QLatin1String("request"), request(recording.request)},
                     {QLatin1String("machine"), machine(recording.machine)},
                     {QLatin1String("outcomes"), outcomes(recording.outcomes)},
                     {QLatin1String("summary"), summary(recording)},
                     {QLatin1String("scenario"), scenarioToCbor(recording)},
                     {QLatin1String("sweeps"), sweeps}};
        QCborArray columns, images, executions;
        for (const Column &column : recording.scenario()->columns)
            columns.append(QCborArray{column.id, idOf(column.kind), column.canonical});
        for (const QImage &image : shared_.images)
            images.append(imageToCbor(image));
        for (const auto &one : shared_.executions)
            executions.append(executionsToCbor(*one));
        map[QLatin1String("columns")] = columns;
        map[QLatin1String("images")] = images;
        map[QLatin1String("executions")] = executions;
        return map;
    }

private:
    static QCborValue orNull(const std::optional<double> &value)
    {
        return value ? QCborValue(*value) : QCborValue(nullptr);
    }

    static QCborMap request(const Request &request)
    {
        return {
            {QLatin1String("variants"), QCborArray::fromStringList(request.variants)},
            {QLatin1String("values"), valuesToCbor(request.values)},
            {QLatin1String("seed"), static_cast<qint64>(request.seed)},
            {QLatin1String("repeats"), request.repeats},
            {QLatin1String("over"), request.over},
            {QLatin1String("swept"), cborArrayOf(request.sweptValues, [](int v) { return QCborValue(v); })}};
    }

    static QCborMap machine(const Machine &machine)
    {
        return {{QLatin1String("cores"), machine.cores},
                {QLatin1String("allowed"), machine.allowed},
                {QLatin1String("effective"), machine.effectiveCores},
                {QLatin1String("load"), machine.load},
                {QLatin1String("qt"), machine.qt},
                {QLatin1String("compiler"), machine.compiler}};
    }

    static QCborArray cores(const Cores &cores) { return {cores.seen, cores.allowed}; }

    /// What the result means depends on the machine and on the program, and is said by nobody else.
    static QCborArray remark(const Recording &recording)
    {
        SaidTwice said = recording.summary.remark;
        const Scenario &scenario = *recording.scenario();
        if (said.english.isEmpty() && scenario.remark && !recording.outcomes.empty()) {
            const auto in = [&](InLanguage::Code code) {
                const InLanguage language(code);
                return withoutPasswords(scenario.remark(recording.outcomes.front()));
            };
            said = {in(InLanguage::Code::English), in(InLanguage::Code::Japanese)};
        }
        return {said.english, said.japanese};
    }

    /// What a figure is depends on the machine; what it means is said anew, in the language of the reader.
    static QCborMap summary(const Recording &recording)
    {
        const Summary &summary = recording.summary;
        const auto figures = [](const Figures &f) {
            return QCborArray{f.variant,
                              f.workers,
                              f.seconds,
                              orNull(f.speedup),
                              orNull(f.efficiency),
                              orNull(f.timeSaved),
                              orNull(f.limit),
                              orNull(f.limitLongestFirst),
                              f.isLimitBeaten,
                              f.isBent,
                              f.sameResult};
        };
        const Caveat &caveat = summary.caveat;
        return {{QLatin1String("figures"), cborArrayOf(summary.figures, figures)},
                {QLatin1String("cores"), cores(summary.cores)},
                {QLatin1String("remark"), remark(recording)},
                {QLatin1String("caveat"),
                 QCborArray{codeOf(caveat.kind), caveat.first, caveat.second, caveat.count,
                            caveat.areProcesses, caveat.areOthersToo, caveat.isLive}}};
    }

    qint64 numberOf(const std::shared_ptr<const Trace> &trace)
    {
        if (!trace)
            return -1;
        const auto known = std::ranges::find(shared_.traces, trace);
        const auto number = known - shared_.traces.begin();
        if (known == shared_.traces.end())
            shared_.traces.push_back(trace);
        return number;
    }

    QCborArray outcomes(const std::vector<Outcome> &outcomes)
    {
        return cborArrayOf(outcomes, [this](const Outcome &outcome) {
            return QCborMap{{QLatin1String("variant"), outcome.variant},
                            {QLatin1String("values"), valuesToCbor(outcome.values)},
                            {QLatin1String("seed"), static_cast<qint64>(outcome.seed)},
                            {QLatin1String("repeats"),
                             cborArrayOf(outcome.repeats, [this](const Repeat &r) { return repeat(r); })}};
        });
    }

    QCborMap repeat(const Repeat &repeat)
    {
        return {{QLatin1String("status"), idOf(repeat.status)},
                {QLatin1String("error"), withoutPasswords(repeat.error)},
                {QLatin1String("seconds"), repeat.seconds},
                {QLatin1String("same"), repeat.sameResult},
                {QLatin1String("others"), orNull(repeat.othersCores)},
                {QLatin1String("bent"), repeat.bent},
                {QLatin1String("throttled"), repeat.throttled},
                {QLatin1String("heldUp"), repeat.heldUp},
                {QLatin1String("again"), repeat.again},
                {QLatin1String("wasHeldUp"), repeat.wasHeldUp},
                {QLatin1String("trace"), numberOf(repeat.trace)},
                {QLatin1String("results"), results(repeat.results)}};
    }

    QCborMap results(const Results &results)
    {
        const auto row = [this](const QVariantList &cells) {
            return cborArrayOf(cells, [this](const QVariant &cell) { return cellToCbor(cell, shared_); });
        };
        const auto number = [](auto value) { return QCborValue(static_cast<qint64>(value)); };
        QCborArray dependencies;
        for (const Dependency &dependency : results.dependencies) {
            dependencies.append(number(dependency.task));
            dependencies.append(number(dependency.on));
        }
        QCborArray findings = cborArrayOf(results.findings, [](const Finding &finding) {
            return QCborArray{finding.id, finding.value, finding.unit};
        });
        qint64 executions = -1;
        if (results.executions) {
            const auto known = std::ranges::find(shared_.executions, results.executions);
            executions = known - shared_.executions.begin();
            if (known == shared_.executions.end())
                shared_.executions.push_back(results.executions);
        }
        return {{QLatin1String("hasColumns"), !results.table.columns.empty()},
                {QLatin1String("rows"), cborArrayOf(results.table.rows, row)},
                {QLatin1String("rowTimes"), cborArrayOf(results.rowTimes, number)},
                {QLatin1String("findings"), findings},
                {QLatin1String("expected"),
                 cborArrayOf(results.expected, [](double seconds) { return QCborValue(seconds); })},
                {QLatin1String("dependencies"), dependencies},
                {QLatin1String("order"), cborArrayOf(results.order, number)},
                {QLatin1String("executions"), executions},
                {QLatin1String("remedy"), remedyToCbor(results.remedy, shared_)}};
    }

    RecordingShared &shared_;
};

} // namespace

QCborMap recordingToCbor(const Recording &recording, RecordingShared &shared)
{
    return RecordingWriter(shared).recording(recording);
}

} // namespace tenfold
