#include "core/run/sweep.h"

#include <algorithm>
#include <cmath>

namespace tenfold {

std::vector<SweepPoint> sweepPoints(const Sweep &sweep)
{
    const QString &referenceId = sweep.request.scenario->variants.front().id;
    std::vector<SweepPoint> points;
    for (const Outcome &outcome : sweep.outcomes) {
        SweepPoint point{outcome.values.value(sweep.request.over).toInt(),
                         outcome.variant,
                         outcome.status(),
                         outcome.seconds(),
                         {},
                         {}};
        for (const Repeat &repeat : outcome.repeats)
            point.again += repeat.again;
        if (point.status == Status::Finished)
            point.median = outcome.medianSeconds();
        else if (!point.seconds.empty() &&
                 (point.status == Status::Pending || point.status == Status::Running))
            point.soFar = outcome.medianSeconds();
        const auto reference = std::ranges::find_if(sweep.outcomes, [&](const Outcome &other) {
            return other.variant == referenceId && other.values == outcome.values;
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

QList<int> sweepLadder(const Parameter &parameter)
{
    constexpr int fewAtMost = 64; // workers, permits, stages: their steps are those of cores
    const bool areFew = parameter.maximum <= fewAtMost;
    const int steps = areFew ? 4 : 3; // on either side
    const int standard = parameter.defaultValue.toInt();
    QList<qint64> ladder;
    for (qint64 power = 1; power <= parameter.maximum; power *= areFew ? 2 : 10)
        ladder += areFew ? QList<qint64>{power} : QList<qint64>{power, 2 * power, 5 * power};
    QList<int> below;
    QList<int> above;
    for (const qint64 value : ladder) {
        if (value >= parameter.minimum && value <= parameter.maximum && value != standard)
            (value < standard ? below : above) << static_cast<int>(value);
    }
    while (below.size() > steps) // evenly, with the least: a curve is told by its ends
        below.removeAt(below.size() % 2 == 0 ? below.size() - 2 : 1);
    return below + QList<int>{standard} + above.first(std::min<qsizetype>(steps, above.size()));
}

QList<int> parseSweep(const Parameter &parameter, const QString &text, QString *error, Reader reader)
{
    constexpr qsizetype mostValues = 50;
    const QString name = reader == Reader::Window ? parameter.title.text() : parameter.id;
    if (!parameter.isSwept()) {
        *error =
            translate("Sweep", "\"%1\" is not a whole-number parameter, so it cannot be swept.").arg(name);
        return {};
    }
    QList<int> list;
    for (const QString &piece : text.split(u',', Qt::SkipEmptyParts)) {
        const QVariant value = parseValue(parameter, piece.trimmed(), error, reader);
        if (!value.isValid())
            return {};
        list << value.toInt();
    }
    std::ranges::sort(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
    if (list.isEmpty() || list.size() > mostValues) {
        *error = translate("Sweep", "A sweep takes 1 to %1 values of \"%2\", separated by commas, "
                                    "such as %3; each is %4.")
                     .arg(mostValues)
                     .arg(name, sweepText(sweepLadder(parameter)), parameter.allowed());
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

} // namespace tenfold
