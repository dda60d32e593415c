#include "core/run/command.h"

#include "core/catalog/secrets.h"
#include "core/run/sweep.h"

#include <QRegularExpression>

#include <algorithm>

namespace tenfold {

static QString quoted(const QString &word)
{
    static const QRegularExpression harmless(
        QStringLiteral("\\A[A-Za-z0-9_./:=@%+,-]+\\z")); // $ would let a last line end pass
    if (harmless.match(word).hasMatch())
        return word;
    if (std::ranges::any_of(word,
                            [](QChar c) { return c.unicode() < ' '; })) { // a line would end the command
        QString escaped = word;
        escaped.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
        escaped.replace(u'\n', QStringLiteral("\\n")).replace(u'\t', QStringLiteral("\\t"));
        escaped.replace(u'\r', QStringLiteral("\\r"));
        for (char16_t c = 1; c < u' '; ++c)
            escaped.replace(QChar(c), QStringLiteral("\\x%1").arg(c, 2, 16, QChar(u'0')));
        return QStringLiteral("$'") + escaped + u'\'';
    }
    return u'\'' + QString(word).replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

/// --variant for each that is asked for, unless they are the ones that are carried out without it.
static QStringList variantWords(const Request &request)
{
    const QString &reference = request.scenario->variants.front().id;
    // The reference always runs: naming it or not makes no difference.
    const auto withoutReference = [&](QStringList ids) {
        ids.removeAll(reference);
        ids.sort();
        return ids;
    };
    QStringList asked = withoutReference(request.variants);
    if (asked == withoutReference(request.scenario->tickedVariants()))
        return {};
    if (asked.isEmpty())
        asked << reference;
    QStringList words;
    for (const QString &id : std::as_const(asked))
        words << QStringLiteral("--variant") << id;
    return words;
}

/// The preset that leaves least to say, and --set for what differs from it, or may on another machine.
static QStringList valueWords(const Scenario &scenario, const Values &values, const QString &over)
{
    const auto differing = [&](const Values &from, const Values &own) {
        QStringList settings;
        for (const Parameter &parameter : scenario.parameters) {
            const QVariant value = values.value(parameter.id, parameter.defaultValue);
            const bool mayDiffer =
                parameter.isOfMachine && parameter.id != over && !own.contains(parameter.id);
            if (mayDiffer || value != from.value(parameter.id))
                settings << QStringLiteral("--set")
                         << quoted(parameter.id + u'=' + withoutPasswords(writtenValue(parameter, value)));
        }
        return settings;
    };
    QStringList best = differing(scenario.preset(QStringLiteral("default")), {});
    for (const Preset &preset : scenario.presets) {
        QStringList candidate = differing(scenario.preset(preset.id), preset.values);
        if (preset.id != QLatin1String("default"))
            candidate = QStringList{QStringLiteral("--preset"), preset.id} + candidate;
        if (candidate.size() < best.size())
            best = candidate;
    }
    return best;
}

QString commandOf(const Request &request)
{
    const Scenario &scenario = *request.scenario;
    Values values = request.values;
    QStringList words{QStringLiteral("tenfold"),
                      request.isSweep() ? QStringLiteral("sweep") : QStringLiteral("run"), scenario.path()};
    if (request.isSweep()) {
        words << QStringLiteral("--over") << request.over << QStringLiteral("--values")
              << sweepText(request.sweptValues);
        values[request.over] =
            scenario.parameter(request.over)->defaultValue; // what it was set to says nothing
    }
    words << variantWords(request) << valueWords(scenario, values, request.over);
    if (request.seed != 1)
        words << QStringLiteral("--seed") << QString::number(request.seed);
    if (request.repeats != 1)
        words << QStringLiteral("--repeat") << QString::number(request.repeats);
    return words.join(u' ');
}

} // namespace tenfold
