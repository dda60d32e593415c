#include "core/catalog/parameter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace tenfold {

QString idOf(ParameterKind kind)
{
    switch (kind) {
    case ParameterKind::Integer:
        return QStringLiteral("integer");
    case ParameterKind::Choice:
        return QStringLiteral("choice");
    case ParameterKind::Text:
        return QStringLiteral("text");
    case ParameterKind::File:
        return QStringLiteral("file");
    case ParameterKind::Folder:
        return QStringLiteral("folder");
    }
    return {};
}

QString Parameter::inWords(const QVariant &value) const
{
    const auto choice = static_cast<std::size_t>(choices.indexOf(value.toString()));
    return choice < choiceTitles.size() ? choiceTitles[choice].text() : value.toString();
}

QString Parameter::allowed() const
{
    switch (kind) {
    case ParameterKind::Integer:
        return translate("Parameter", "a whole number from %1 to %2").arg(minimum).arg(maximum);
    case ParameterKind::Choice:
        return translate("Parameter", "one of %1").arg(choices.join(QStringLiteral(", ")));
    case ParameterKind::Text:
        return translate("Parameter", "text, one value per line, or @FILE to read it from a file");
    case ParameterKind::File:
        return translate("Parameter", "a file that can be read");
    case ParameterKind::Folder:
        return translate("Parameter", "a folder that can be read");
    }
    return {};
}

static QVariant readTextFile(const QString &name, QString *why)
{
    constexpr qint64 most = 1 << 20;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        *why = translate("Parameter", "%1 cannot be read: %2").arg(name, file.errorString());
        return {};
    }
    const QByteArray text = file.read(most + 1); // a pipe has no size, and may not end
    if (text.size() > most) {
        *why = translate("Parameter", "%1 is larger than 1 MiB").arg(name);
        return {};
    }
    return QString::fromUtf8(text);
}

static QVariant parse(const Parameter &parameter, const QString &text, QString *why)
{
    switch (parameter.kind) {
    case ParameterKind::Integer: {
        bool isNumber = false;
        const int number = text.toInt(&isNumber);
        return isNumber && number >= parameter.minimum && number <= parameter.maximum ? QVariant(number)
                                                                                      : QVariant();
    }
    case ParameterKind::Choice:
        return parameter.choices.contains(text) ? QVariant(text) : QVariant();
    case ParameterKind::Text:
        return text.startsWith(u'@') ? readTextFile(text.mid(1), why) : QVariant(text);
    case ParameterKind::File: {
        const QFileInfo info(text);
        return text.isEmpty() || (info.isFile() && info.isReadable()) ? QVariant(text) : QVariant();
    }
    case ParameterKind::Folder: {
        const QFileInfo info(text);
        return text.isEmpty() || (info.isDir() && info.isReadable()) ? QVariant(text) : QVariant();
    }
    }
    return {};
}

QVariant parseValue(const Parameter &parameter, const QString &text, QString *error)
{
    QString why;
    const QVariant value = parse(parameter, text, &why);
    if (!value.isValid() && error) {
        if (why.isEmpty())
            why = translate("Parameter", "\"%1\" is not a value of %2").arg(text, parameter.id);
        *error = translate("Parameter", "%1; allowed: %2").arg(why, parameter.allowed());
    }
    return value;
}

} // namespace tenfold
