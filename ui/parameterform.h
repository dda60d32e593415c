#pragma once

#include "core/catalog/scenario.h"

#include <QWidget>

#include <functional>

class QAbstractButton;
class QLabel;

namespace tenfold {

/// The parameters of a scenario as a form, built from their descriptions alone. A number out of range is
/// refused() while it is typed; what else cannot be used is a problem().
class ParameterForm : public QWidget
{
    Q_OBJECT
public:
    explicit ParameterForm(const Scenario &scenario, QWidget *parent = nullptr);

    Values values() const;
    /// Sets what is named in `values`; the rest stays.
    void setValues(const Values &values);
    /// Takes what is being typed; a number out of range becomes the nearest that is allowed.
    void commit();
    /// What keeps the values from being used, as a sentence; empty when nothing does.
    QString problem() const;
    /// The values in one line: "Workers 5 · Delay unit 200 ms".
    QString inWords() const;

Q_SIGNALS:
    void changed();
    /// What is being typed, or a file that was picked, cannot be used: why, as a sentence; nothing: it can.
    void refused(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Editor
    {
        const Parameter *parameter;
        QLabel *label;
        QWidget *widget; ///< what has the accessible name
        std::function<QVariant()> read;
        std::function<void(const QVariant &)> write;
    };
    Editor makeInteger(const Parameter &parameter);
    Editor makeChoice(const Parameter &parameter);
    Editor makeText(const Parameter &parameter);
    Editor makePath(const Parameter &parameter);
    void fitTexts();
    void retranslate();

    std::vector<Editor> editors_;
    QList<QAbstractButton *> browse_;
    QList<QAbstractButton *> fromFile_;
};

} // namespace tenfold
