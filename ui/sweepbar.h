#pragma once

#include "core/catalog/parameter.h"
#include "ui/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tenfold {

/// The values that a parameter is swept over, as text, and the button that starts the sweep.
class SweepBar : public QWidget
{
    Q_OBJECT
public:
    explicit SweepBar(const Parameter &parameter, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void retranslate();

Q_SIGNALS:
    void asked(const QString &over, const QList<int> &list);
    /// The text holds no values; the sentence says what is allowed.
    void refused(const QString &sentence);

private:
    void ask();

    const Parameter &parameter_;
    QLabel *title_;
    QLineEdit *values_;
    QPushButton *sweep_;
};

} // namespace tenfold
