#include "core/catalog/declare.h"

#include "core/analysis/cores.h"
#include "core/analysis/format.h"

namespace tenfold {

QString Unit::text() const
{
    const QString own = source();
    if (own == QLatin1String("s"))
        return TimeUnit().text();
    return own == QLatin1String("us") ? TimeUnit{1e6}.text() : Words::text();
}

Parameter integer(const char *id, Words title, Range allowed, int byDefault, const char *unit)
{
    return {.id = id,
            .title = title,
            .unit = unit,
            .kind = ParameterKind::Integer,
            .minimum = allowed.least,
            .maximum = allowed.greatest,
            .defaultValue = byDefault};
}

static Parameter textLike(const char *id, Words title, ParameterKind kind)
{
    return {.id = id, .title = title, .kind = kind, .defaultValue = QString()};
}

Parameter choice(const char *id, Words title, std::initializer_list<Option> options)
{
    Parameter parameter{.id = id, .title = title, .kind = ParameterKind::Choice};
    for (const Option &option : options) {
        parameter.choices << QString::fromLatin1(option.id);
        parameter.choiceTitles.push_back(option.title);
    }
    parameter.defaultValue = parameter.choices.value(0);
    return parameter;
}

Parameter text(const char *id, Words title)
{
    return textLike(id, title, ParameterKind::Text);
}

Parameter file(const char *id, Words title)
{
    return textLike(id, title, ParameterKind::File);
}

Parameter folder(const char *id, Words title)
{
    return textLike(id, title, ParameterKind::Folder);
}

Parameter workers(int byDefault)
{
    return integer("workers", QT_TRANSLATE_NOOP("catalog", "Workers"), {1, 64}, byDefault);
}

Parameter workersForCores()
{
    Parameter parameter = workers(coresHere());
    parameter.isOfMachine = true;
    return parameter;
}

Parameter ofPicture(Parameter parameter)
{
    parameter.isOfPicture = true;
    return parameter;
}

Parameter unsaid(Parameter parameter)
{
    parameter.isUnsaid = true;
    return parameter;
}

Column status(const QStringList &successes)
{
    return {.id = "status",
            .title = QT_TRANSLATE_NOOP("catalog", "Status"),
            .kind = ColumnKind::Status,
            .successes = successes};
}

Column error()
{
    return aside({.id = "error", .title = QT_TRANSLATE_NOOP("catalog", "Error"), .kind = ColumnKind::Text});
}

Column aside(Column column)
{
    column.canonical = false;
    return column;
}

static Variant variant(VariantKind kind, const char *id, Words title, Body body, Words why,
                       const VariantOptions &options)
{
    return {.id = id,
            .title = title,
            .kind = kind,
            .body = std::move(body),
            .proof = options.proof,
            .why = why,
            .workers = options.workers,
            .view = options.view,
            .cost = options.cost,
            .hasLimit = options.hasLimit,
            .isOneThread = options.isOneThread};
}

Variant reference(Body body, Words why)
{
    return variant(VariantKind::Sequential, "sequential", QT_TRANSLATE_NOOP("catalog", "Sequential"),
                   std::move(body), why, {});
}

Variant right(const char *id, Words title, Body body, Words why, const VariantOptions &options)
{
    return variant(VariantKind::Parallel, id, title, std::move(body), why, options);
}

Variant mistake(const char *id, Words title, Body body, const VariantOptions &options, Words why)
{
    return variant(VariantKind::Mistake, id, title, std::move(body), why, options);
}

View counter(const char *series, Words title, const QString &limit)
{
    return counterOf(series, series, title, limit);
}

View counterOf(const char *id, const char *series, Words title, const QString &limit)
{
    return {.id = id, .kind = ViewKind::Counter, .title = title, .sources = {series}, .limit = limit};
}

View columns(const char *measure, Words title)
{
    return columns(measure, QStringList{measure}, title);
}

View columns(const char *id, const QStringList &measures, Words title)
{
    return {.id = id, .kind = ViewKind::Columns, .title = title, .sources = measures};
}

View bands(Words title, std::initializer_list<State> states)
{
    QStringList ids;
    for (const State state : states)
        ids << QString::fromLatin1(idOf(state).data());
    return {.id = "bands", .kind = ViewKind::Bands, .title = title, .sources = ids};
}

View steps(Words title)
{
    return {.id = "steps", .kind = ViewKind::Steps, .title = title};
}

View curves(const char *id, const char *seriesBegin, Words title)
{
    return {.id = id, .kind = ViewKind::Curves, .title = title, .sources = {seriesBegin}};
}

View points(const char *id, const QStringList &series, Words title, Unit unit)
{
    return {.id = id, .kind = ViewKind::Points, .title = title, .sources = series, .unit = unit};
}

View pointsByLane(const char *id, const QStringList &series, Words title, Unit unit)
{
    View view = points(id, series, title, unit);
    view.byLane = true;
    return view;
}

View stairs(const char *id, const QStringList &series, Words title, Unit unit)
{
    View view = points(id, series, title, unit);
    view.isStair = true;
    return view;
}

View pictures(Words title, const QStringList &columns)
{
    return {.id = "pictures", .kind = ViewKind::Pictures, .title = title, .sources = columns};
}

View graph(const char *id, LinkKind links, Words title)
{
    return {.id = id,
            .kind = ViewKind::Graph,
            .title = title,
            .sources = {QString::fromLatin1(idOf(links).data())}};
}

View sweep(const char *id, const char *parameter, Words title)
{
    return {.id = id, .kind = ViewKind::Sweep, .title = title, .sources = {parameter}};
}

View efficiency(const char *id, const QStringList &sources, Words title)
{
    return {.id = id, .kind = ViewKind::Efficiency, .title = title, .sources = sources};
}

View executions(const char *parameter, Words title)
{
    return {.id = "executions", .kind = ViewKind::Executions, .title = title, .sources = {parameter}};
}

} // namespace tenfold
