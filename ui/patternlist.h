#pragma once

#include "ui/theme.h"

#include <QListWidget>

namespace tenfold {

/// The ten patterns, numbered; those without a scenario yet are muted.
class PatternList : public QListWidget
{
    Q_OBJECT
public:
    explicit PatternList(QWidget *parent = nullptr);
    void setTheme(const Theme &theme);

protected:
    void changeEvent(QEvent *event) override;
    /// One pattern is always chosen: no click or key takes that away.
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;

private:
    void retranslate();
    void fitWidth();
};

} // namespace tenfold
