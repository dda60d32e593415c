#include "core/run/command.h"

#include <QRegularExpression>

#include <algorithm>

namespace tenfold {

static QString quoted(const QString &word)
{
    static const QRegularExpression harmless(QStringLiteral("^[A-Za-z0-9_./:=@%+,-]+$"));
    if (harmless.match(word).hasMatch())
        return word;
    if (std::ranges::any_of(word,
                            [](QChar c) { return c.unicode() < ' '; })) { // a line would end the command
        QString escaped = word;
        escaped.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
        escaped.replace(u'\n', QStringLiteral("\\n")).replace(u'\t', QStringLiteral("\\t"));
        escaped.replace(u'\r', QStringLiteral("\\r"));
        return QStringLiteral("$'") + escaped + u'\'';
    }
    return u'\'' + QString(word).replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

QString reproducingCommand(const Scenario &scenario, const QStringList &variants, const Values &values,
                           quint64 seed, int repeats)
{
    QStringList words{QStringLiteral("tenfold"), QStringLiteral("run"), scenario.path()};
    // The reference always runs: naming it or not makes no difference.
    const auto withoutReference = [&](QStringList ids) {
        ids.removeAll(scenario.variants.front().id);
        ids.sort();
        return ids;
    };
    const QStringList asked = withoutReference(variants);
    if (!variants.isEmpty() && asked != withoutReference(scenario.tickedVariants())) {
        for (const QString &id : asked.isEmpty() ? QStringList{scenario.variants.front().id} : asked)
            words << QStringLiteral("--variant") << id;
    }
    const auto differing = [&](const Values &from) {
        QStringList settings;
        for (const Parameter &parameter : scenario.parameters) {
            const QVariant value = values.value(parameter.id, parameter.defaultValue);
            if (value != from.value(parameter.id))
                settings << QStringLiteral("--set") << quoted(parameter.id + u'=' + value.toString());
        }
        return settings;
    };
    // The preset that leaves least to say.
    QStringList best = differing(scenario.preset(QStringLiteral("default")));
    for (const Preset &preset : scenario.presets) {
        QStringList candidate = differing(scenario.preset(preset.id));
        if (preset.id != QLatin1String("default"))
            candidate = QStringList{QStringLiteral("--preset"), preset.id} + candidate;
        if (candidate.size() < best.size())
            best = candidate;
    }
    words += best;
    if (seed != 1)
        words << QStringLiteral("--seed") << QString::number(seed);
    if (repeats != 1)
        words << QStringLiteral("--repeat") << QString::number(repeats);
    return words.join(u' ');
}

} // namespace tenfold
