#include "core/catalog/scenario.h"

#include <algorithm>
#include <array>

namespace tenfold {

template<std::size_t N, typename Enum> static QString pick(const std::array<const char *, N> &ids, Enum value)
{
    return QString::fromLatin1(ids.at(static_cast<std::size_t>(value)));
}

QString idOf(VariantKind kind)
{
    return pick(std::array{"sequential", "parallel", "mistake"}, kind);
}

QString idOf(ViewKind kind)
{
    return pick(std::array{"counter", "columns", "bands", "steps", "curves", "points", "pictures", "graph",
                           "sweep", "executions", "efficiency"},
                kind);
}

QString idOf(ColumnKind kind)
{
    return pick(std::array{"text", "integer", "number", "seconds", "status", "image"}, kind);
}

bool isFailure(const Column &column, const QVariant &status)
{
    const QString text = status.toString();
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber ? number >= 400 : !text.isEmpty() && !column.successes.contains(text);
}

bool Table::sameResult(const Table &other) const
{
    if (rows.size() != other.rows.size() || columns.size() != other.columns.size())
        return false;
    for (qsizetype row = 0; row < rows.size(); ++row) {
        if (rows[row].isEmpty() != other.rows[row].isEmpty())
            return false;
        for (qsizetype i = 0; i < rows[row].size(); ++i) {
            if (columns[static_cast<std::size_t>(i)].canonical && rows[row][i] != other.rows[row][i])
                return false;
        }
    }
    return true;
}

template<typename T> static const T *byId(const std::vector<T> &all, const QString &id)
{
    const auto found = std::ranges::find(all, id, &T::id);
    return found == all.end() ? nullptr : &*found;
}

const Parameter *Scenario::parameter(const QString &parameterId) const
{
    return byId(parameters, parameterId);
}

const Variant *Scenario::variant(const QString &variantId) const
{
    return byId(variants, variantId);
}

const View *Scenario::view(const QString &viewId) const
{
    return byId(views, viewId);
}

const Column *Scenario::column(const QString &columnId) const
{
    return byId(columns, columnId);
}

const Measure *Scenario::measureOf(const QString &measureId) const
{
    return byId(measures, measureId);
}

Values Scenario::preset(const QString &presetId) const
{
    const Preset *preset = byId(presets, presetId);
    if (!preset && presetId != QLatin1String("default"))
        return {};
    Values values;
    for (const Parameter &parameter : parameters)
        values[parameter.id] = parameter.defaultValue;
    if (preset)
        values.insert(preset->values);
    return values;
}

QStringList Scenario::tickedVariants() const
{
    QStringList ids;
    for (const Variant &variant : variants) {
        if (variant.ticked())
            ids << variant.id;
    }
    return ids;
}

int Scenario::workersOf(const Variant &variant, const Values &values) const
{
    if (variant.workers)
        return std::max(1, variant.workers(values));
    if (variant.kind == VariantKind::Sequential)
        return 1;
    return std::max(1, values.value(QStringLiteral("workers"), 1).toInt());
}

int Scenario::threadsOf(const Variant &variant, const Values &values) const
{
    return variant.isOneThread ? 1 : workersOf(variant, values);
}

} // namespace tenfold
