#include "core/analysis/format.h"

#include "core/catalog/words.h"

#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace tenfold {

static constexpr TimeUnit milliseconds{1e3}, microseconds{1e6};

QString formatFixed(double value, int decimals)
{
    return QLocale(QLocale::English).toString(value, 'f', decimals);
}

TimeUnit timeUnitFor(double longest)
{
    if (longest == 0 || longest >= 0.0995)
        return {};
    return longest >= 0.0009995 ? milliseconds : microseconds;
}

QString TimeUnit::text() const
{
    if (perSecond == milliseconds.perSecond)
        return translate("Format", "ms", "unit of an axis");
    return perSecond == microseconds.perSecond ? translate("Format", "µs", "unit of an axis")
                                               : translate("Format", "s", "unit of an axis");
}

QString formatSeconds(double seconds)
{
    if (seconds == 0)
        return translate("Format", "%1 s").arg(0);
    const TimeUnit unit = timeUnitFor(std::abs(seconds));
    const double value = seconds * unit.perSecond;
    if (unit.perSecond == 1)
        return translate("Format", "%1 s").arg(formatFixed(value, 2));
    const double size = std::abs(value);
    const QString digits = formatFixed(value, size < 9.995 ? 2 : size < 99.95 ? 1 : 0);
    return (unit.perSecond == milliseconds.perSecond ? translate("Format", "%1 ms")
                                                     : translate("Format", "%1 µs"))
        .arg(digits);
}

QString formatSpeedup(double speedup)
{
    return formatFixed(speedup, 2) + u'×';
}

QString formatTimes(double factor)
{
    return translate("Format", "%1×", "times as long").arg(formatFixed(factor, 2));
}

QString formatPercent(double share)
{
    return translate("Format", "%1 %").arg(formatFixed(share * 100, 0));
}

QString withoutStop(const QString &text)
{
    return text.endsWith(u'.') || text.endsWith(u'。') ? text.chopped(1) : text;
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

QString enumerated(const QStringList &things)
{
    if (things.size() < 2)
        return things.join(QString());
    return translate("Format", "%1 and %2", "all things of a list but the last, the last")
        .arg(listed(things.first(things.size() - 1)), things.last());
}

QString formatCount(double count)
{
    constexpr double longest = 1e9;
    if (std::isinf(count))
        return formatNumber(count);
    if (count < longest)
        return formatFixed(count, 0);
    const QString powers = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    const int power = static_cast<int>(std::floor(std::log10(count)));
    QString raised;
    for (const QChar digit : QString::number(power))
        raised += powers[digit.digitValue()];
    return QStringLiteral("%1 × 10%2").arg(count / std::pow(10.0, power), 0, 'f', 2).arg(raised);
}

QString plainNumber(double value)
{
    // An empty cell is missing to every reader; "inf" makes texts of a column in some.
    return std::isfinite(value) ? QString::number(value, 'g', 9) : QString();
}

QString formatNumber(double value)
{
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("-∞");
    return formatFixed(value, value == std::floor(value) ? 0 : 2);
}

QString formatMeasured(double value, const QString &unit)
{
    if ((unit == QLatin1String("s") || unit == TimeUnit().text()) && std::isfinite(value))
        return formatSeconds(value); // in the language of the moment
    return withUnit(formatNumber(value), unit);
}

QString withUnit(const QString &number, const QString &unit)
{
    if (unit == QLatin1String("%"))
        return translate("Format", "%1 %").arg(number);
    return unit.isEmpty() ? number : number + u' ' + unit;
}

QString spaced(QString text)
{
    static const QString letter = QStringLiteral("[ぁ-んァ-ヺー一-龠々]");
    static const QRegularExpression latin(QStringLiteral("(?<=\\d%|\\d ms|\\d µs|\\d MiB)(?=") + letter +
                                          u')');
    static const QRegularExpression japanese(QStringLiteral("(?<=\\d 秒|\\d 倍) (?=") + letter + u')');
    return text.replace(latin, QStringLiteral(" ")).remove(japanese);
}

QString unbroken(QString text)
{
    static const QRegularExpression space(QStringLiteral("(?<=\\d) (?=[^\\s\\d]{1,3}(\\W|$))"));
    return text.replace(space, QString(QChar::Nbsp));
}

} // namespace tenfold
