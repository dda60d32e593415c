#include "app/arguments.h"

#include "ui/export/export.h"

#include <QRegularExpression>

namespace tenfold {

QString oneOf(const QString &option, const QString &value, const QStringList &allowed)
{
    if (!allowed.contains(value))
        throw UsageError{QStringLiteral("%1 takes one of %2, not \"%3\".")
                             .arg(option, allowed.join(QStringLiteral(", ")), value)};
    return value;
}

qlonglong number(const QString &option, const QString &text, qlonglong least, qlonglong most)
{
    bool isNumber = false;
    const qlonglong value = text.toLongLong(&isNumber);
    if (!isNumber || value < least || value > most)
        throw UsageError{QStringLiteral("%1 takes a whole number from %2 to %3, not \"%4\".")
                             .arg(option)
                             .arg(least)
                             .arg(most)
                             .arg(text)};
    return value;
}

double seconds(const QString &option, const QString &text, double least, double most)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || !(value >= least && value <= most)) // which nan is not
        throw UsageError{QStringLiteral("%1 takes seconds from %2 to %3, not \"%4\".")
                             .arg(option)
                             .arg(least)
                             .arg(most)
                             .arg(text)};
    return value;
}

QSize sizeFrom(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A(\\d{2,5})x(\\d{2,5})\\z"));
    const auto match = form.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || size.expandedTo(smallestPicture) != size ||
        size.boundedTo(greatestPicture) != size)
        throw UsageError{QStringLiteral("--size takes WIDTHxHEIGHT from %1x%2 to %3x%4, not \"%5\".")
                             .arg(smallestPicture.width())
                             .arg(smallestPicture.height())
                             .arg(greatestPicture.width())
                             .arg(greatestPicture.height())
                             .arg(text)};
    return size;
}

} // namespace tenfold
