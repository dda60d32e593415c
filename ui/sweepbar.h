#pragma once

#include "core/catalog/scenario.h"
#include "ui/theme.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace tenfold {

/// What is swept, the values that it takes as text, and the button that starts the sweep.
class SweepBar : public QWidget
{
    Q_OBJECT
public:
    /// Any integer parameter of `scenario`; `over` at first.
    SweepBar(const Scenario &scenario, const QString &over, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void retranslate();

Q_SIGNALS:
    /// Another parameter was chosen.
    void overChanged(const QString &over);
    void asked(const QString &over, const QList<int> &list);
    /// The text holds no values; the sentence says what is allowed.
    void refused(const QString &sentence);

private:
    void ask();
    const Parameter &parameter() const;

    const Scenario &scenario_;
    QComboBox *over_;
    QLineEdit *values_;
    QPushButton *sweep_;
};

} // namespace tenfold
