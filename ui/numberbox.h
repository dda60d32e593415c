#pragma once

#include <QSpinBox>

#include <optional>

namespace tenfold {

/// A box for a whole number that lets one out of range be typed, says so, and takes the nearest that is
/// allowed once it is entered.
class NumberBox : public QSpinBox
{
    Q_OBJECT
public:
    explicit NumberBox(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// What was typed is out of range; nothing: no longer.
    void typedOutOfRange(const QString &number);

protected:
    QValidator::State validate(QString &input, int &position) const override;
    void fixup(QString &input) const override;

private:
    std::optional<qlonglong> outOfRange(const QString &input) const;
    bool isOut_ = false;
};

} // namespace tenfold
