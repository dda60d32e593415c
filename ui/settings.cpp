#include "ui/settings.h"

#include <QSettings>

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
}

} // namespace tenfold
