#pragma once

#include <QStringList>

#include <concepts>

namespace tenfold {

// Whoever reads a number finds its thousands grouped, in every language: "1,960". What is typed, copied or
// written to a document has plain digits.

/// "1,960.50", with so many decimals.
QString formatFixed(double value, int decimals);
/// "2.26 s", in the language of the moment, '.' as the decimal point; "31.2 ms" and "4.05 µs" for small ones.
QString formatSeconds(double seconds);
/// The unit that an axis is written in.
struct TimeUnit
{
    double perSecond = 1;
    /// "s", "ms" or "µs", in the language of the moment.
    QString text() const;
};
/// That of an axis with times up to `longest`, in seconds.
TimeUnit timeUnitFor(double longest);
/// "3.58×".
QString formatSpeedup(double speedup);
/// The same before "as long".
QString formatTimes(double factor);
/// "93 %".
QString formatPercent(double share);
/// `text` without a full stop at its end, to be put into a sentence.
QString withoutStop(const QString &text);
/// A sentence, or several, and the next one: with no space between them where the language has none.
QString followedBy(const QString &text, const QString &sentence);
/// "Threads, Processes", as the language of the moment lists things.
QString listed(const QStringList &things);
/// "16, 32 and 50".
QString enumerated(const QStringList &things);
/// "17,153,136"; "2.31 × 10¹²" where that would be too long.
QString formatCount(double count);
template<std::integral Count> QString formatCount(Count count)
{
    return formatCount(static_cast<double>(count));
}
/// A number for a spreadsheet: no unit, no grouping, as many digits as matter; empty for one without an end.
QString plainNumber(double value);
/// A finding's value, "1,960" or "1,960.25": whole numbers without decimals.
QString formatNumber(double value);
/// `text` in which no line is broken between a number and a unit of up to three letters.
QString unbroken(QString text);
/// `text`, in which a measured time or share stands as Japanese has it beside its letters: "42% は" and
/// "2.26 秒かかる".
QString spaced(QString text);
/// "4.90 MiB" and "42 %" of such texts; a unit may be empty.
QString withUnit(const QString &number, const QString &unit);
/// "4.90 MiB"; `unit` may be empty.
QString formatMeasured(double value, const QString &unit);

} // namespace tenfold
