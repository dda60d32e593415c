#pragma once

#include "ui/scene.h"
#include "ui/theme.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace tenfold {

class OutcomeModel;
class OutcomeOrder;

/// The results as a table: above, every variant with whether it gave the same result; below, the rows of the
/// one that is picked.
class DataTab : public QWidget
{
    Q_OBJECT
public:
    explicit DataTab(const Scenario &scenario, QWidget *parent = nullptr);

    /// Shows `scene`. Cheap: the table is touched only when another repeat has ended.
    void show(const Scene &scene);
    using QWidget::show;
    void setTheme(const Theme &theme);
    void retranslate();
    /// Shows the rows of this variant.
    void pick(const QString &variant);
    /// The whole table with its heading, tab-separated, in the order in which it is shown.
    QString asText() const;

Q_SIGNALS:
    /// The user has turned to it.
    void chosen();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Outcome *picked() const;
    void showRows();
    void showVerdicts();
    QString verdictOf(const Outcome &outcome) const;
    QString selectionAsText() const;

    Scene scene_;
    Theme theme_;
    QString variant_;
    QLabel *verdicts_;
    QTableView *view_;
    OutcomeModel *model_;
    OutcomeOrder *order_;
    std::shared_ptr<const Trace> shown_; ///< of the repeat whose rows are in the table
    std::optional<Nanoseconds> shownAt_; ///< the instant, of a replay
    bool isWide_ = false;                ///< the columns have their widths
};

} // namespace tenfold
