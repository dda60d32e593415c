#include "ui/settings.h"

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

Settings Settings::load()
{
    const auto from = store();
    Settings s;
    s.kept = true;
    s.geometry = from.value(QStringLiteral("geometry")).toByteArray();
    s.splitter = from.value(QStringLiteral("splitter")).toByteArray();
    s.language = oneOf(from.value(QStringLiteral("language")).toString(), {"en", "ja"});
    s.theme = oneOf(from.value(QStringLiteral("theme")).toString(), {"light", "dark"});
    const qreal factor = from.value(QStringLiteral("factor"), 1.0).toDouble();
    s.factor = factor >= smallest && factor <= largest ? factor : 1;
    s.scenario = from.value(QStringLiteral("scenario")).toString();
    const auto exported = [&](const char *key, const auto &standard) {
        return from.value(QStringLiteral("export/") + QLatin1String(key), standard);
    };
    ExportChoice &e = s.exporting;
    e.figure = exported("figure", e.figure).toString();
    if (const QString format = exported("format", e.format).toString(); pictureEndings().contains(format))
        e.format = format;
    e.theme = oneOf(exported("theme", e.theme).toString(), {"light", "dark"});
    e.language = oneOf(exported("language", e.language).toString(), {"en", "ja"});
    e.size = exported("size", e.size).toSize().expandedTo(smallestPicture).boundedTo(greatestPicture);
    e.scale = std::clamp(exported("scale", e.scale).toInt(), 1, greatestScale);
    e.folder = exported("folder", e.folder).toString();
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
    to.setValue(QStringLiteral("export/figure"), exporting.figure);
    to.setValue(QStringLiteral("export/format"), exporting.format);
    to.setValue(QStringLiteral("export/theme"), exporting.theme);
    to.setValue(QStringLiteral("export/language"), exporting.language);
    to.setValue(QStringLiteral("export/size"), exporting.size);
    to.setValue(QStringLiteral("export/scale"), exporting.scale);
    to.setValue(QStringLiteral("export/folder"), exporting.folder);
}

} // namespace tenfold
