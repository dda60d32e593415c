#pragma once

#include "core/catalog/inputpreview.h"
#include "ui/theme.h"

#include <QFrame>

class QLabel;
class QTableWidget;

namespace tenfold {

/// How own input will be read, with its first rows, as a card that is seen before the run. Hidden where there
/// is no such input.
class InputPreviewBox : public QFrame
{
    Q_OBJECT
public:
    explicit InputPreviewBox(QWidget *parent = nullptr);

    void show(const InputPreview &preview);
    using QWidget::show;
    void setTheme(const Theme &theme);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeTable();
    void fitTable();
    void retranslate();

    QLabel *sentence_;
    QTableWidget *table_ = nullptr; ///< before there was something to show
    QFont font_;                    ///< of the theme
    InputPreview preview_;
};

} // namespace tenfold
