#include "core/catalog/parameter.h"

#include "core/analysis/format.h"
#include "core/catalog/secrets.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

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
    if (kind == ParameterKind::Integer && value.isValid())
        return formatCount(value.toInt());
    const auto choice = static_cast<std::size_t>(choices.indexOf(value.toString()));
    return choice < choiceTitles.size() ? choiceTitles[choice].text() : withoutPasswords(value.toString());
}

QString Parameter::withUnit(const QVariant &value) const
{
    const QString text = inWords(value);
    return text.isEmpty()         ? translate("Parameter", "Tenfold's own")
           : text.contains(u'\n') ? translate("Parameter", "%1 lines").arg(text.count(u'\n') + 1)
                                  : (text + u' ' + unit.text()).trimmed();
}

QString Parameter::allowed() const
{
    switch (kind) {
    case ParameterKind::Integer:
        return translate("Parameter", "a whole number from %1 to %2").arg(minimum).arg(maximum);
    case ParameterKind::Choice:
        return translate("Parameter", "one of %1").arg(choices.join(QStringLiteral(", ")));
    case ParameterKind::Text:
        return translate("Parameter", "text, one value per line, or @FILE to read it from a file "
                                      "(@@ begins a text with @)");
    case ParameterKind::File:
        return translate("Parameter", "a file that can be read");
    case ParameterKind::Folder:
        return translate("Parameter", "a folder that can be read");
    }
    return {};
}

static QVariant readTextFile(const QString &name, QString *why)
{
    constexpr qint64 most = 128'000; // bytes; an argument of a command can hold a few more
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        *why = translate("Parameter", "%1 cannot be read: %2").arg(name, file.errorString());
        return {};
    }
    const QByteArray text = file.read(most + 1); // a pipe has no size, and may not end
    if (text.size() > most) {
        *why = translate("Parameter", "%1 is larger than 128 kB, more than a command can hold").arg(name);
        return {};
    }
    const auto encoding =
        QStringConverter::encodingForData(text).value_or(QStringConverter::Utf8); // its mark
    QStringDecoder decoder(encoding);
    const QString decoded = decoder.decode(text);
    if (decoded.contains(QChar(0)) || decoded.toUtf8().size() > most) { // which no argument can hold
        *why = translate("Parameter", "%1 is not a text file").arg(name);
        return {};
    }
    // What is shown, and printed as a command, would not be what it holds.
    if (decoder.hasError() || (encoding == QStringConverter::Utf8 && !text.isValidUtf8())) {
        *why = translate("Parameter", "%1 is not UTF-8").arg(name);
        return {};
    }
    return decoded;
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
        if (text.startsWith(QLatin1String("@@")))
            return text.mid(1);
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

QString writtenValue(const Parameter &parameter, const QVariant &value)
{
    const QString text = value.toString();
    return parameter.kind == ParameterKind::Text && text.startsWith(u'@') ? u'@' + text : text;
}

static QString refusal(const Parameter &parameter, const QString &text, const QString &why, Reader reader)
{
    const bool isOfWindow = reader == Reader::Window;
    if (why.isEmpty())
        return (isOfWindow ? translate("Parameter", "%1: \"%2\" cannot be used; it takes %3.")
                           : translate("Parameter", "\"%2\" is not a value of %1; allowed: %3."))
            .arg(isOfWindow ? parameter.title.text() : parameter.id, text, parameter.allowed());
    return isOfWindow ? translate("Parameter", "%1: %2.").arg(parameter.title.text(), why)
                      : translate("Parameter", "%1; allowed: %2.").arg(why, parameter.allowed());
}

QVariant parseValue(const Parameter &parameter, const QString &text, QString *error, Reader reader)
{
    QString why;
    const QVariant value = parse(parameter, text, &why);
    if (!value.isValid() && error)
        *error = refusal(parameter, text, why, reader);
    return value;
}

} // namespace tenfold
