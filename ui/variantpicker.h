#pragma once

#include "core/catalog/scenario.h"
#include "ui/theme.h"

#include <QKeySequence>
#include <QWidget>

class QAbstractButton;
class QAction;
class QCheckBox;
class QGridLayout;
class QLabel;

namespace tenfold {

/// What makes the mistake `number` of a scenario, from 0; none for those that have no key.
QKeySequence keyOfMistake(int number);

/// A tick per variant; the mistakes in a group of their own, each with what goes wrong. The reference always
/// runs. A click on "Break it" or "Only this" runs what it names, once; the ticks stay.
class VariantPicker : public QWidget
{
    Q_OBJECT
public:
    explicit VariantPicker(const Scenario &scenario, QWidget *parent = nullptr);

    /// The ids of the ticked variants, the reference first.
    QStringList variants() const;
    void setVariants(const QStringList &ids);
    /// An action per mistake, which does what its "Break it" does.
    const QList<QAction *> &mistakes() const { return mistakes_; }
    /// The ticked variants in one line: "Sequential, Parallel".
    QString inWords() const;
    void setTheme(const Theme &theme);

Q_SIGNALS:
    void changed();
    /// A button asked for a run of these.
    void runAsked(const QStringList &variants);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QCheckBox *tick;
        QAbstractButton *only;
        QAbstractButton *breakIt = nullptr; ///< a mistake's
        QLabel *why = nullptr;              ///< a mistake's
        QAction *action = nullptr;          ///< a mistake's
    };
    void addRow(QGridLayout &group, const Variant &variant);
    QAbstractButton *addButton(const QString &name, const QStringList &variants);
    void retranslate();

    const Scenario &scenario_;
    std::vector<Row> rows_; ///< in the order of the variants
    QList<QAction *> mistakes_;
    QLabel *right_;
    QLabel *wrong_;
};

} // namespace tenfold
