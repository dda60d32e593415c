#include "core/catalog/secrets.h"

#include <QRegularExpression>

namespace tenfold {

QString withoutPasswords(const QString &text)
{
    if (!text.contains(u'@'))
        return text;
    // The last @ before the path is what the URL standard goes by. Where a slash of the password itself ends
    // the host, no port stands behind the colon, and all up to the next @ is taken for the password. Tabs are
    // dropped from URLs and blanks are encoded, so both may be part of one.
    static const QString begin = QStringLiteral(R"((?://|\\\\|https?:[/\\]*)(?!\[[0-9a-f:.]*\]))");
    static const QRegularExpression password(
        u'(' + begin +
            QStringLiteral(R"([^/\\?#\s:@]*(?:\t[^/\\?#\s:@]*)*:))"
                           R"((?:[^/\\?#\s]+|(?!\d*(?:[/\\?#\s]|$))(?:\S+?|[^/\\?#\r\n]+))@|()") +
            begin + QStringLiteral(R"([^/\\?#\s:]*:)[^/\\?#\s]+@)"), // a user with an @
        QRegularExpression::CaseInsensitiveOption);
    return QString(text).replace(password, QStringLiteral("\\1\\2***@"));
}

Values withoutPasswords(Values values)
{
    for (QVariant &value : values) {
        if (value.typeId() == QMetaType::QString)
            value = withoutPasswords(value.toString());
    }
    return values;
}

} // namespace tenfold
