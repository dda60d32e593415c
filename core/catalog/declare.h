#pragma once

#include "core/catalog/scenario.h"
#include "core/trace/records.h"

namespace tenfold {

// What a scenario file declares itself with.

/// From `least` to `greatest`, both of them allowed.
struct Range
{
    int least = 0;
    int greatest = 0;
};

Parameter integer(const char *id, Words title, Range allowed, int byDefault, const char *unit = "");
/// A value of a choice, and its title.
struct Option
{
    const char *id = "";
    Words title = {};
};
/// The first option is the default.
Parameter choice(const char *id, Words title, std::initializer_list<Option> options);
/// One value per line. Empty by default, as a file and a folder are.
Parameter text(const char *id, Words title);
Parameter file(const char *id, Words title);
Parameter folder(const char *id, Words title);
/// The parameter `workers`, 1 to 64.
Parameter workers(int byDefault);
/// The same, a worker for each core by default.
Parameter workersForCores();

/// `parameter`, which says what is drawn of the results.
Parameter ofPicture(Parameter parameter);
/// `parameter`, which need not be said where it has its default.
Parameter unsaid(Parameter parameter);

/// The column `status`; the words in `successes`, and numbers below 400, are not failures.
Column status(const QStringList &successes = {QStringLiteral("ok")});
/// The column `error`: why a row failed.
Column error();
/// `column`, which is not part of the result: the variants may differ in it.
Column aside(Column column);

using Body = std::function<void(Run &)>;
/// What few variants have; each says in Variant what it is.
struct VariantOptions
{
    QString proof = {};
    QString view = {};
    QString cost = {};
    std::function<int(const Values &)> workers = {};
    bool hasLimit = true;
    bool isOneThread = false;
};
/// The variant `sequential`, which comes first.
Variant reference(Body body, Words why);
Variant right(const char *id, Words title, Body body, Words why, const VariantOptions &options = {});
/// `options` names a proof at least.
Variant mistake(const char *id, Words title, Body body, const VariantOptions &options, Words why);

// Views; where nothing else is given, the id is that of what they draw.
View counter(const char *series, Words title, const QString &limit = {});
View counterOf(const char *id, const char *series, Words title, const QString &limit = {});
View columns(const char *measure, Words title);
View columns(const char *id, const QStringList &measures, Words title);
View bands(Words title, std::initializer_list<State> states);
View steps(Words title);
View curves(const char *id, const char *seriesBegin, Words title);
View points(const char *id, const QStringList &series, Words title, Unit unit = {});
View pointsByLane(const char *id, const QStringList &series, Words title, Unit unit = {});
View stairs(const char *id, const QStringList &series, Words title, Unit unit = {});
View pictures(Words title, const QStringList &columns);
View graph(const char *id, LinkKind links, Words title);
View sweep(const char *id, const char *parameter, Words title);
View efficiency(const char *id, const QStringList &sources, Words title);
View executions(const char *parameter, Words title);

} // namespace tenfold
