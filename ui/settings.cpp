#include "ui/settings.h"

#include "core/catalog/pattern.h"
#include "core/catalog/secrets.h"
#include "ui/export/export.h"

#include <QSettings>

#include <algorithm>

namespace tenfold {

static QSettings store()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("tenfold"),
                     QStringLiteral("tenfold"));
}

static QString oneOf(const QString &value, const QStringList &allowed)
{
    return allowed.contains(value) ? value : QString();
}

/// What is stored, if the parameter can have it.
static QVariant usable(const Parameter &parameter, const QVariant &stored)
{
    const QString text = stored.toString();
    return parameter.kind == ParameterKind::Text ? QVariant(text) : parseValue(parameter, text, nullptr);
}

static PageMemory loadPage(QSettings &from, const Scenario &scenario)
{
    PageMemory page;
    from.beginGroup(QStringLiteral("pages/") + scenario.path());
    for (const Parameter &parameter : scenario.parameters) {
        const QString key = QStringLiteral("values/") + parameter.id;
        const QVariant value = from.contains(key) ? usable(parameter, from.value(key)) : QVariant();
        if (value.isValid())
            page.values[parameter.id] = value;
    }
    page.variants = from.value(QStringLiteral("variants")).toStringList();
    page.variants.removeIf([&](const QString &id) { return !scenario.variant(id); });
    page.tab = from.value(QStringLiteral("tab")).toString();
    page.isUnfolded = from.value(QStringLiteral("unfolded")).toBool();
    from.endGroup();
    return page;
}

static void savePage(QSettings &to, const QString &path, const PageMemory &page)
{
    to.beginGroup(QStringLiteral("pages/") + path);
    to.remove(QString()); // what is the default again
    const Values values = withoutPasswords(page.values);
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        to.setValue(QStringLiteral("values/") + value.key(), *value);
    if (!page.variants.isEmpty())
        to.setValue(QStringLiteral("variants"), page.variants);
    to.setValue(QStringLiteral("tab"), page.tab);
    to.setValue(QStringLiteral("unfolded"), page.isUnfolded);
    to.endGroup();
}

PageMemory PageMemory::of(const Request &request, const QString &tab, bool isUnfolded)
{
    PageMemory memory{{}, request.variants, tab, isUnfolded};
    const Values defaults = request.scenario->preset(QStringLiteral("default"));
    for (auto value = request.values.cbegin(); value != request.values.cend(); ++value) {
        if (*value != defaults.value(value.key()))
            memory.values[value.key()] = *value;
    }
    if (memory.variants == request.scenario->tickedVariants())
        memory.variants.clear();
    return memory;
}

QStringList Settings::sides()
{
    return {QStringLiteral("code"), QStringLiteral("python"), QStringLiteral("explanation")};
}

Settings Settings::load()
{
    auto from = store();
    Settings s;
    s.kept = true;
    s.geometry = from.value(QStringLiteral("geometry")).toByteArray();
    s.splitter = from.value(QStringLiteral("splitter")).toByteArray();
    s.language = oneOf(from.value(QStringLiteral("language")).toString(), {"en", "ja"});
    s.theme = oneOf(from.value(QStringLiteral("theme")).toString(), {"light", "dark"});
    const qreal factor = from.value(QStringLiteral("factor"), 1.0).toDouble();
    s.factor = factor >= smallest && factor <= largest ? factor : 1;
    s.scenario = from.value(QStringLiteral("scenario")).toString();
    const auto exported = [&](const char *key, const auto &otherwise) {
        return from.value(QStringLiteral("export/") + QLatin1String(key), otherwise);
    };
    ExportChoice &e = s.exporting;
    e.figure = FigureId::parse(exported("figure", e.figure.toString()).toString());
    if (const QString format = exported("format", e.format).toString();
        (pictureEndings() + dataFormats()).contains(format))
        e.format = format;
    e.theme = oneOf(exported("theme", e.theme).toString(), {"light", "dark"});
    e.language = oneOf(exported("language", e.language).toString(), {"en", "ja"});
    e.size = exported("size", e.size).toSize().expandedTo(smallestPicture).boundedTo(greatestPicture);
    e.scale = std::clamp(exported("scale", e.scale).toInt(), 1, greatestScale);
    e.textPercent = std::clamp(exported("text", e.textPercent).toInt(), smallestText, greatestText);
    e.hasFoot = exported("foot", e.hasFoot).toBool();
    e.folder = exported("folder", e.folder).toString();
    const auto isOn = [&](const char *key, bool otherwise) {
        const QString text = from.value(QLatin1String(key)).toString();
        return text == QLatin1String("true") || (otherwise && text != QLatin1String("false"));
    };
    s.cppFirst = isOn("cpp-first", s.cppFirst);
    s.sidebar = isOn("sidebar", s.sidebar);
    s.timeline = isOn("timeline", s.timeline);
    s.code[0] = isOn("code-narrow", s.code[0]);
    s.code[1] = isOn("code-wide", s.code[1]);
    s.side = oneOf(from.value(QStringLiteral("side")).toString(), sides());
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &scenario : pattern.scenarios)
            s.pages[scenario.path()] = loadPage(from, scenario);
    }
    return s;
}

void Settings::save() const
{
    if (!kept)
        return;
    auto to = store();
    to.setValue(QStringLiteral("geometry"), geometry);
    to.setValue(QStringLiteral("splitter"), splitter);
    to.setValue(QStringLiteral("language"), language);
    to.setValue(QStringLiteral("theme"), theme);
    to.setValue(QStringLiteral("factor"), factor);
    to.setValue(QStringLiteral("scenario"), scenario);
    to.setValue(QStringLiteral("export/figure"), exporting.figure.toString());
    to.setValue(QStringLiteral("export/format"), exporting.format);
    to.setValue(QStringLiteral("export/theme"), exporting.theme);
    to.setValue(QStringLiteral("export/language"), exporting.language);
    to.setValue(QStringLiteral("export/size"), exporting.size);
    to.setValue(QStringLiteral("export/scale"), exporting.scale);
    to.setValue(QStringLiteral("export/text"), exporting.textPercent);
    to.setValue(QStringLiteral("export/foot"), exporting.hasFoot);
    to.setValue(QStringLiteral("export/folder"), exporting.folder);
    to.setValue(QStringLiteral("sidebar"), sidebar);
    to.setValue(QStringLiteral("timeline"), timeline);
    to.setValue(QStringLiteral("cpp-first"), cppFirst);
    to.setValue(QStringLiteral("code-narrow"), code[0]);
    to.setValue(QStringLiteral("code-wide"), code[1]);
    to.setValue(QStringLiteral("side"), side);
    for (auto page = pages.cbegin(); page != pages.cend(); ++page)
        savePage(to, page.key(), *page);
}

} // namespace tenfold
