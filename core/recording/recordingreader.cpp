#include "core/recording/recordingcbor.h"

#include <QCborArray>

#include <algorithm>

namespace tenfold {

namespace {

/// Reads what RecordingWriter wrote, and lets nothing through that no run could have put there: what draws a
/// recording relies on that.
class RecordingReader
{
public:
    RecordingReader(const QCborMap &cbor, const Scenario &scenario) : cbor_(cbor), scenario_(scenario) {}

    Recording recording(std::vector<std::shared_ptr<const Trace>> traces)
    {
        shared_.traces = std::move(traces);
        checkColumns();
        for (const QCborValue image : cbor_[QLatin1String("images")].toArray())
            shared_.images.push_back(imageFromCbor(image));
        for (const QCborValue executions : cbor_[QLatin1String("executions")].toArray())
            shared_.executions.push_back(executionsFromCbor(executions));
        Recording recording;
        recording.request = request(cbor_[QLatin1String("request")].toMap());
        recording.machine = machine(cbor_[QLatin1String("machine")].toMap());
        recording.outcomes = outcomes(cbor_[QLatin1String("outcomes")].toArray());
        recording.summary = summary(cbor_[QLatin1String("summary")].toMap(), recording);
        for (const QCborValue value : cbor_[QLatin1String("sweeps")].toArray()) {
            const QCborMap map = value.toMap();
            Sweep sweep{request(map[QLatin1String("request")].toMap()),
                        outcomes(map[QLatin1String("outcomes")].toArray())};
            check(sweep.request.isSweep());
            sweep.cores = cores(map[QLatin1String("cores")], recording.machine);
            recording.sweeps[sweep.request.over] = std::move(sweep);
        }
        return recording;
    }

private:
    static void check(bool isSound)
    {
        if (!isSound)
            throw NoRecording();
    }
    /// What another version of the scenario may have had.
    static void checkVersion(bool isOfThis)
    {
        if (!isOfThis)
            throw NoRecording{true};
    }
    static qint64 integer(const QCborValue &value, qint64 least, qint64 most)
    {
        check(value.isInteger() && value.toInteger() >= least && value.toInteger() <= most);
        return value.toInteger();
    }
    static int count(const QCborValue &value) { return static_cast<int>(integer(value, 0, 1 << 30)); }
    static double number(const QCborValue &value, double least = -1e15, double most = 1e15)
    {
        check(value.isDouble() && value.toDouble() >= least && value.toDouble() <= most); // no NaN
        return value.toDouble();
    }
    static std::optional<double> orNone(const QCborValue &value)
    {
        return value.isNull() ? std::nullopt : std::optional(number(value));
    }
    template<typename Enum> static Enum byId(const QString &id, Enum last)
    {
        for (int i = 0; i <= static_cast<int>(last); ++i) {
            if (idOf(static_cast<Enum>(i)) == id)
                return static_cast<Enum>(i);
        }
        throw NoRecording();
    }

    void checkColumns()
    {
        const QCborArray columns = cbor_[QLatin1String("columns")].toArray();
        checkVersion(static_cast<std::size_t>(columns.size()) == scenario_.columns.size());
        for (std::size_t i = 0; i < scenario_.columns.size(); ++i) {
            const Column &column = scenario_.columns[i];
            checkVersion(columns.at(static_cast<qsizetype>(i)) ==
                         QCborArray{column.id, idOf(column.kind), column.canonical});
        }
    }

    const QString &variant(const QCborValue &value) const
    {
        const Variant *variant = scenario_.variant(value.toString());
        checkVersion(variant != nullptr);
        return variant->id;
    }

    /// Complete, and each within its range: they are what views and bounds compute with.
    Values values(const QCborMap &map) const
    {
        Values values;
        for (const Parameter &parameter : scenario_.parameters) {
            const QCborValue value = map[parameter.id];
            if (parameter.kind == ParameterKind::Integer) {
                checkVersion(value.isInteger() && value.toInteger() >= parameter.minimum &&
                             value.toInteger() <= parameter.maximum);
                values[parameter.id] = static_cast<int>(value.toInteger());
            } else {
                checkVersion(value.isString() && (parameter.kind != ParameterKind::Choice ||
                                                  parameter.choices.contains(value.toString())));
                values[parameter.id] = value.toString();
            }
        }
        checkVersion(values.size() == map.size());
        return values;
    }

    Request request(const QCborMap &map) const
    {
        Request request{.scenario = &scenario_};
        for (const QCborValue id : map[QLatin1String("variants")].toArray())
            request.variants << variant(id);
        request.over = map[QLatin1String("over")].toString();
        request.seed = static_cast<quint64>(map[QLatin1String("seed")].toInteger());
        request.repeats = static_cast<int>(integer(map[QLatin1String("repeats")], 1, 1'000'000));
        if (const QCborMap given = map[QLatin1String("values")].toMap(); !given.isEmpty())
            request.values = values(given);
        if (!request.isSweep())
            return request;
        const Parameter *over = scenario_.parameter(request.over);
        checkVersion(over && over->isSwept());
        for (const QCborValue value : map[QLatin1String("swept")].toArray())
            request.sweptValues << static_cast<int>(integer(value, over->minimum, over->maximum));
        check(!request.sweptValues.isEmpty() && std::ranges::is_sorted(request.sweptValues));
        return request;
    }

    static Machine machine(const QCborMap &map)
    {
        Machine machine;
        machine.cores = static_cast<int>(integer(map[QLatin1String("cores")], 1, 1 << 20));
        machine.allowed = number(map[QLatin1String("allowed")], 0, 1 << 20);
        machine.effectiveCores = number(map[QLatin1String("effective")], 0, 1 << 20);
        machine.load = number(map[QLatin1String("load")]);
        machine.qt = map[QLatin1String("qt")].toString();
        machine.compiler = map[QLatin1String("compiler")].toString();
        return machine;
    }

    /// Files that are older do not say them beside the machine.
    static Cores cores(const QCborValue &value, const Machine &machine)
    {
        if (!value.isArray())
            return {machine.cores, machine.allowed};
        const QCborArray array = value.toArray();
        return {static_cast<int>(integer(array.at(0), 1, 1 << 20)), number(array.at(1), 0, 1 << 20)};
    }

    static Summary summary(const QCborMap &map, const Recording &recording)
    {
        const std::vector<Outcome> &outcomes = recording.outcomes;
        Summary summary;
        summary.cores = cores(map[QLatin1String("cores")], recording.machine);
        const QCborArray remark = map[QLatin1String("remark")].toArray();
        summary.remark = {remark.at(0).toString(), remark.at(1).toString()};
        const QCborArray all = map[QLatin1String("figures")].toArray();
        check(static_cast<std::size_t>(all.size()) == outcomes.size());
        for (qsizetype i = 0; i < all.size(); ++i) {
            const QCborArray f = all.at(i).toArray();
            const QString &variant = outcomes[static_cast<std::size_t>(i)].variant;
            check(f.at(0) == variant);
            summary.figures.push_back({variant, static_cast<int>(integer(f.at(1), 1, 1 << 30)),
                                       number(f.at(2)), orNone(f.at(3)), orNone(f.at(4)), orNone(f.at(5)),
                                       orNone(f.at(6)), orNone(f.at(7)), f.at(8).toBool(), f.at(9).toBool(),
                                       f.at(10).toBool()});
        }
        const QCborArray caveat = map[QLatin1String("caveat")].toArray();
        const qint64 kind = integer(caveat.at(0), 0, codeOf(Caveat::Kind::Uneven));
        summary.caveat = {
            static_cast<Caveat::Kind>(kind), number(caveat.at(1)),  number(caveat.at(2)), count(caveat.at(3)),
            caveat.at(4).toBool(),           caveat.at(5).toBool(), caveat.at(6).toBool()};
        return summary;
    }

    std::vector<Outcome> outcomes(const QCborArray &array) const
    {
        std::vector<Outcome> outcomes;
        for (const QCborValue value : array) {
            const QCborMap map = value.toMap();
            Outcome outcome;
            outcome.variant = variant(map[QLatin1String("variant")]);
            outcome.values = values(map[QLatin1String("values")].toMap());
            outcome.seed = static_cast<quint64>(map[QLatin1String("seed")].toInteger());
            for (const QCborValue one : map[QLatin1String("repeats")].toArray())
                outcome.repeats.push_back(repeat(one.toMap()));
            outcomes.push_back(std::move(outcome));
        }
        return outcomes;
    }

    Repeat repeat(const QCborMap &map) const
    {
        Repeat repeat;
        repeat.status = byId(map[QLatin1String("status")].toString(), Status::Stuck);
        repeat.error = map[QLatin1String("error")].toString();
        repeat.seconds = number(map[QLatin1String("seconds")], 0);
        repeat.sameResult = map[QLatin1String("same")].toBool();
        repeat.othersCores = orNone(map[QLatin1String("others")]);
        repeat.bent = number(map[QLatin1String("bent")]);
        repeat.throttled = number(map[QLatin1String("throttled")]);
        repeat.heldUp = number(map[QLatin1String("heldUp")]);
        repeat.again = count(map[QLatin1String("again")]);
        repeat.wasHeldUp = map[QLatin1String("wasHeldUp")].toBool();
        const qint64 trace =
            integer(map[QLatin1String("trace")], -1, static_cast<qint64>(shared_.traces.size()) - 1);
        if (trace >= 0)
            repeat.trace = shared_.traces[static_cast<std::size_t>(trace)];
        const bool mayHaveNotBegun = repeat.status == Status::Pending || repeat.status == Status::Cancelled;
        check(repeat.trace || mayHaveNotBegun);
        repeat.results = results(map[QLatin1String("results")].toMap());
        return repeat;
    }

    Results results(const QCborMap &map) const
    {
        Results results;
        if (map[QLatin1String("hasColumns")].toBool())
            results.table.columns = scenario_.columns;
        for (const QCborValue row : map[QLatin1String("rows")].toArray()) {
            QVariantList cells;
            for (const QCborValue cell : row.toArray())
                cells << cellFromCbor(cell, shared_);
            check(cells.isEmpty() || static_cast<std::size_t>(cells.size()) == results.table.columns.size());
            results.table.rows << cells;
        }
        for (const QCborValue time : map[QLatin1String("rowTimes")].toArray())
            results.rowTimes.push_back(time.toInteger());
        check(std::ssize(results.rowTimes) <= results.table.rows.size());
        for (const QCborValue value : map[QLatin1String("findings")].toArray()) {
            const QCborArray finding = value.toArray();
            check(finding.at(1).isDouble());
            results.findings.push_back(
                {finding.at(0).toString(), finding.at(1).toDouble(), finding.at(2).toString()});
        }
        for (const QCborValue seconds : map[QLatin1String("expected")].toArray())
            results.expected.push_back(number(seconds, 0));
        const QCborArray dependencies = map[QLatin1String("dependencies")].toArray();
        check(dependencies.size() % 2 == 0);
        for (qsizetype i = 0; i + 1 < dependencies.size(); i += 2)
            results.dependencies.push_back({task(dependencies.at(i)), task(dependencies.at(i + 1))});
        for (const QCborValue one : map[QLatin1String("order")].toArray())
            results.order.push_back(task(one));
        const qint64 executions =
            integer(map[QLatin1String("executions")], -1, static_cast<qint64>(shared_.executions.size()) - 1);
        if (executions >= 0)
            results.executions = shared_.executions[static_cast<std::size_t>(executions)];
        results.remedy = remedyFromCbor(map[QLatin1String("remedy")], shared_);
        return results;
    }
    /// A run that was stopped may name tasks that have no row. As many as this, none has.
    static std::size_t task(const QCborValue &value)
    {
        return static_cast<std::size_t>(integer(value, 0, 1 << 20));
    }

    const QCborMap &cbor_;
    const Scenario &scenario_;
    RecordingShared shared_;
};

} // namespace

Recording recordingFromCbor(const QCborMap &cbor, const Scenario &scenario,
                            std::vector<std::shared_ptr<const Trace>> traces)
{
    return RecordingReader(cbor, scenario).recording(std::move(traces));
}

} // namespace tenfold
