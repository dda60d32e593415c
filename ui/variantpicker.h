#pragma once

#include "core/catalog/scenario.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace tenfold {

/// A tick per variant; the mistakes in a group of their own. The reference always runs.
class VariantPicker : public QWidget
{
    Q_OBJECT
public:
    explicit VariantPicker(const Scenario &scenario, QWidget *parent = nullptr);

    /// The ids of the ticked variants, the reference first.
    QStringList variants() const;
    void setVariants(const QStringList &ids);
    /// The ticked variants in one line: "Sequential, Parallel".
    QString inWords() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const Scenario &scenario_;
    std::vector<QCheckBox *> ticks_; ///< in the order of the variants
    QLabel *right_;
    QLabel *wrong_;
};

} // namespace tenfold
