#pragma once

#include "ui/runlist.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableWidget;

namespace tenfold {

/// The runs of the session, and in what the chosen one differs from the pinned one of its scenario. Opens
/// beside the window and blocks nothing.
class RunsDialog : public QDialog
{
    Q_OBJECT
public:
    RunsDialog(RunList &runs, QWidget *parent);

    /// Chooses a run.
    void choose(int id);
    /// The chosen one; 0 without any.
    int chosen() const;

Q_SIGNALS:
    void showAsked(int id);
    void saveAsked(int id);
    void deleteAsked(int id);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Column { Pinned, Time, Title, Name, Note, File, Times, columns };
    QPushButton *addButton(const char *name);
    void build();
    void retranslate();
    void fill();
    void fillRow(int row, const KeptRun &run);
    void showDifference();
    void showState();

    RunList &runs_;
    QTableWidget *list_, *rows_;
    QLabel *bounds_, *heading_, *sentence_;
    QPushButton *show_, *pin_, *rename_, *note_, *delete_, *save_, *close_;
    bool isFilling_ = false;
    bool isEditing_ = false; ///< a name or a note is being typed
};

} // namespace tenfold
