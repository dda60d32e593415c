#include "core/recording/label.h"

#include "core/catalog/words.h"

#include <QCborMap>
#include <QCborParserError>
#include <QCborValue>

namespace tenfold {

QString problemOf(const RunLabel &label)
{
    if (label.name.size() > RunLabel::mostName)
        return translate("RunLabel", "A name has at most %1 characters; this one has %2.")
            .arg(RunLabel::mostName)
            .arg(label.name.size());
    if (label.note.size() > RunLabel::mostNote)
        return translate("RunLabel", "A note has at most %1 characters; this one has %2.")
            .arg(RunLabel::mostNote)
            .arg(label.note.size());
    return {};
}

QByteArray labelToBytes(const RunLabel &label)
{
    return QCborMap{{QLatin1String("name"), label.name}, {QLatin1String("note"), label.note}}
        .toCborValue()
        .toCbor();
}

std::optional<RunLabel> labelFromBytes(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError || !value.isMap())
        return {};
    const QCborValue name = value[QLatin1String("name")], note = value[QLatin1String("note")];
    const auto isText = [](const QCborValue &text) { return text.isString() || text.isUndefined(); };
    if (!isText(name) || !isText(note))
        return {};
    return RunLabel{name.toString().simplified(), note.toString().trimmed()};
}

} // namespace tenfold
