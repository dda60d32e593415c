#include "core/analysis/format.h"

#include "core/catalog/words.h"

#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace tenfold {

QString formatSeconds(double seconds)
{
    if (constexpr double least = 0.0005; seconds != 0 && std::abs(seconds) < least)
        return translate("Format", "%1 ms").arg(seconds * 1000, 0, 'f', 3);
    return translate("Format", "%1 s").arg(seconds, 0, 'f', seconds < 0.0995 ? 3 : 2);
}

QString formatSpeedup(double speedup)
{
    return QStringLiteral("%1×").arg(speedup, 0, 'f', 2);
}

QString formatPercent(double share)
{
    return translate("Format", "%1 %").arg(share * 100, 0, 'f', 0);
}

QString withoutStop(const QString &text)
{
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

QString followedBy(const QString &text, const QString &sentence)
{
    if (sentence.isEmpty())
        return text;
    return text.endsWith(u'。') ? text + sentence : text + u' ' + sentence;
}

QString listed(const QStringList &things)
{
    return things.join(translate("Format", ", ", "between the things of a list"));
}

QString formatCount(double count)
{
    constexpr double longest = 1e9;
    if (std::isinf(count))
        return formatNumber(count);
    if (count < longest)
        return QLocale(QLocale::English).toString(count, 'f', 0);
    const QString powers = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    const int power = static_cast<int>(std::floor(std::log10(count)));
    QString raised;
    for (const QChar digit : QString::number(power))
        raised += powers[digit.digitValue()];
    return QStringLiteral("%1 × 10%2").arg(count / std::pow(10.0, power), 0, 'f', 2).arg(raised);
}

QString formatNumber(double value)
{
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("-∞");
    return value == std::floor(value) ? QString::number(value, 'f', 0) : QString::number(value, 'f', 2);
}

QString formatMeasured(double value, const QString &unit)
{
    if (unit == QLatin1String("s") && std::isfinite(value))
        return formatSeconds(value); // in the language of the moment
    return unit.isEmpty() ? formatNumber(value) : formatNumber(value) + u' ' + unit;
}

QString unbroken(QString text)
{
    static const QRegularExpression space(QStringLiteral("(?<=\\d) (?=[^\\s\\d]{1,3}(\\W|$))"));
    return text.replace(space, QString(QChar::Nbsp));
}

} // namespace tenfold
