#include "core/analysis/difference.h"
#include "core/catalog/secrets.h"
#include "core/recording/writers.h"
#include "core/run/command.h"

#include <array>

namespace tenfold {

using Kind = DifferenceRow::Kind;

static QString idOf(Kind kind)
{
    static constexpr std::array ids{"parameter", "seed", "time", "finding", "caveat", "machine"};
    return QString::fromLatin1(ids[static_cast<std::size_t>(kind)]);
}

static QJsonValue sideToJson(const DifferenceRow &row, const DifferenceRow::Side &side)
{
    if (row.kind == Kind::Time) {
        if (!side.status)
            return {};
        const bool isMeasured = side.seconds.repeats > 0;
        const auto orNull = [&](double seconds) { return isMeasured ? QJsonValue(seconds) : QJsonValue(); };
        return QJsonObject{{"status", tenfold::idOf(*side.status)},
                           {"repeats", side.seconds.repeats},
                           {"median_seconds", orNull(side.seconds.median)},
                           {"least_seconds", orNull(side.seconds.least)},
                           {"most_seconds", orNull(side.seconds.most)}};
    }
    if (side.value.typeId() == QMetaType::QString)
        return withoutPasswords(side.value.toString());
    return QJsonValue::fromVariant(side.value);
}

QJsonObject differenceToJson(const Recording &then, const Recording &now)
{
    const Difference difference = differenceOf(then, now);
    QJsonArray rows;
    for (const DifferenceRow &row : difference.rows)
        rows.append(QJsonObject{{"kind", idOf(row.kind)},
                                {"id", row.id},
                                {"variant", row.variant.isEmpty() ? QJsonValue() : QJsonValue(row.variant)},
                                {"then", sideToJson(row, row.then)},
                                {"now", sideToJson(row, row.now)}});
    return {
        {"against", QJsonObject{{"command", commandOf(then.request)},
                                {"scenario", then.scenario()->path()},
                                {"version", then.origin.version.isEmpty() ? QStringLiteral(TENFOLD_VERSION)
                                                                          : then.origin.version}}},
        {"variant", difference.variant.isEmpty() ? QJsonValue() : QJsonValue(difference.variant)},
        {"verdict", idOf(difference.verdict)},
        {"text", sayDifference(difference)},
        {"rows", rows}};
}

} // namespace tenfold
