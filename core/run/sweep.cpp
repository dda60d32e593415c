#include "core/run/sweep.h"

#include "core/run/command.h"

#include <algorithm>
#include <cmath>

namespace tenfold {

Plan planSweep(const Scenario &scenario, const QStringList &variants, const Values &values,
               const QString &over, const QList<int> &list, quint64 seed, int repeats)
{
    Plan plan{&scenario, {}};
    for (int repeat = 0; repeat < repeats; ++repeat) {
        for (const int value : list) {
            Values own = values;
            own[over] = value;
            for (Job &job : planRun(scenario, variants, own, seed).jobs) {
                job.recording = Trace::Recording::Off;
                plan.jobs.push_back(std::move(job));
            }
        }
    }
    return plan;
}

std::vector<SweepPoint> sweepPoints(const Scenario &scenario, const Sweep &sweep)
{
    std::vector<SweepPoint> points;
    for (const Outcome &outcome : sweep.outcomes) {
        SweepPoint point{outcome.values.value(sweep.over).toInt(),
                         outcome.variant,
                         outcome.status(),
                         outcome.seconds(),
                         {},
                         {}};
        if (point.status == Status::Finished)
            point.median = outcome.medianSeconds();
        const auto reference = std::ranges::find_if(sweep.outcomes, [&](const Outcome &other) {
            return other.variant == scenario.variants.front().id && other.values == outcome.values;
        });
        const bool isComparable = point.median && *point.median > 0 && outcome.sameResult() &&
                                  reference != sweep.outcomes.end() &&
                                  reference->status() == Status::Finished;
        if (isComparable)
            point.speedup = reference->medianSeconds() / *point.median;
        points.push_back(std::move(point));
    }
    std::ranges::stable_sort(points, {}, &SweepPoint::value);
    return points;
}

QString sweepFigure(const QString &parameter)
{
    return QStringLiteral("sweep:") + parameter;
}

View sweepView(const Scenario &scenario, const QString &parameter)
{
    const auto own = std::ranges::find_if(scenario.views, [&](const View &view) {
        return view.kind == ViewKind::Sweep && view.sources.contains(parameter);
    });
    return own != scenario.views.end()
               ? *own
               : View{sweepFigure(parameter), ViewKind::Sweep, scenario.title, {parameter}};
}

QList<int> sweepLadder(const Parameter &parameter)
{
    constexpr int steps = 3; // on either side
    const int standard = parameter.defaultValue.toInt();
    QList<int> below;
    QList<int> above;
    for (qint64 power = 1; power <= parameter.maximum; power *= 10) {
        for (const qint64 mantissa : {1, 2, 5}) {
            const qint64 value = mantissa * power;
            if (value < parameter.minimum || value > parameter.maximum || value == standard)
                continue;
            (value < standard ? below : above) << static_cast<int>(value);
        }
    }
    while (below.size() > steps) // evenly, with the least: a curve is told by its ends
        below.removeAt(below.size() % 2 == 0 ? below.size() - 2 : 1);
    return below + QList<int>{standard} + above.first(std::min<qsizetype>(steps, above.size()));
}

QList<int> parseSweep(const Parameter &parameter, const QString &text, QString *error)
{
    constexpr qsizetype most = 50;
    if (parameter.kind != ParameterKind::Integer) {
        *error = translate("Sweep", "\"%1\" is not a whole-number parameter, so it cannot be swept").arg(parameter.id);
        return {};
    }
    QList<int> list;
    for (const QString &piece : text.split(u',', Qt::SkipEmptyParts)) {
        const QVariant value = parseValue(parameter, piece.trimmed(), error);
        if (!value.isValid())
            return {};
        list << value.toInt();
    }
    std::ranges::sort(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
    if (list.isEmpty() || list.size() > most) {
        *error = translate("Sweep", "A sweep takes 1 to %1 values of \"%2\" with commas between them, "
                                    "such as %3; each is %4")
                     .arg(most)
                     .arg(parameter.id, sweepText(sweepLadder(parameter)), parameter.allowed());
        return {};
    }
    return list;
}

QString sweepText(const QList<int> &list)
{
    QStringList words;
    for (const int value : list)
        words << QString::number(value);
    return words.join(u',');
}

QString reproducingSweep(const Scenario &scenario, const QStringList &variants, const Values &values,
                         const QString &over, const QList<int> &list, quint64 seed, int repeats)
{
    Values others = values;
    others[over] = scenario.parameter(over)->defaultValue; // it is swept: what it was set to says nothing
    QStringList words = reproducingCommand(scenario, variants, others, seed, repeats).split(u' ');
    words[1] = QStringLiteral("sweep");
    words.insert(3, QStringLiteral("--over %1 --values %2").arg(over, sweepText(list)));
    return words.join(u' ');
}

} // namespace tenfold
