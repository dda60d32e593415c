#include "core/catalog/secrets.h"

#include <QRegularExpression>

namespace tenfold {

QString withoutPasswords(const QString &text)
{
    if (!text.contains(u'@'))
        return text;
    // The last @ before the path is what the URL standard goes by. Where a slash of the password itself ends
    // the host, no port stands behind the colon, and all up to the next @ is taken for the password.
    static const QRegularExpression password(
        QStringLiteral(R"(((?://|\\\\|https?:[/\\]*)(?!\[)[^/\\?#\s:]*:))"
                       R"((?:[^/\\?#\s]+|(?!\d*(?:[/\\?#\s]|$))\S+?)@)"),
        QRegularExpression::CaseInsensitiveOption);
    return QString(text).replace(password, QStringLiteral("\\1***@"));
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
