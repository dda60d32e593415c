#include "ui/numberbox.h"

#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace tenfold {

NumberBox::NumberBox(QWidget *parent) : QSpinBox(parent)
{
    // Where Qt looks for the step that a screen reader makes; by itself it would be a tenth of the range.
    setProperty("stepSize", 1);
    connect(lineEdit(), &QLineEdit::textEdited, this, [this](const QString &text) {
        const auto number = outOfRange(text);
        if (std::exchange(isOut_, number.has_value()) || number)
            Q_EMIT typedOutOfRange(number ? QString::number(*number) : QString());
    });
}

/// With room for a digit too many.
QSize NumberBox::sizeHint() const
{
    return QSpinBox::sizeHint() + QSize(fontMetrics().horizontalAdvance(u'0'), 0);
}

/// The number in `input` if there is one that is not allowed.
std::optional<qlonglong> NumberBox::outOfRange(const QString &input) const
{
    QString text = input;
    if (text.endsWith(suffix()))
        text.chop(suffix().size());
    bool isNumber = false;
    const qlonglong number = text.trimmed().toLongLong(&isNumber);
    return isNumber && (number < minimum() || number > maximum()) ? std::optional(number) : std::nullopt;
}

QValidator::State NumberBox::validate(QString &input, int &position) const
{
    const QValidator::State state = QSpinBox::validate(input, position);
    return state == QValidator::Invalid && outOfRange(input) ? QValidator::Intermediate : state;
}

void NumberBox::fixup(QString &input) const
{
    if (const auto number = outOfRange(input))
        input = QString::number(std::clamp<qlonglong>(*number, minimum(), maximum())) + suffix();
    else
        QSpinBox::fixup(input);
}

} // namespace tenfold
