#pragma once

#include "ui/theme.h"

#include <QFrame>

class QBoxLayout;
class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace tenfold {

class ParameterForm;
class VariantPicker;

/// What a run is made of, as a card: a line that says it, with the presets; unfolded, the form and the ticks.
class RunCard : public QFrame
{
    Q_OBJECT
public:
    explicit RunCard(const Scenario &scenario, QWidget *parent = nullptr);

    ParameterForm &form() const { return *form_; }
    VariantPicker &picker() const { return *picker_; }
    void setFolded(bool folded);
    /// In a low page one line is enough for what the card holds.
    void setLow(bool low);
    bool isFolded() const;
    void setTheme(const Theme &theme);

Q_SIGNALS:
    void changed();
    /// It was folded or unfolded.
    void folded();
    /// A button of the picker asked for a run of what is ticked now.
    void runAsked(const QStringList &variants);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void update();
    void fitWords();

    const Scenario &scenario_;
    QToolButton *fold_;
    QLabel *words_;
    QWidget *space_;     ///< in place of the words
    QPushButton *break_; ///< the mistakes while the picker is folded away
    QLabel *presetLabel_;
    QComboBox *presets_;
    QPushButton *reset_;
    QWidget *body_;
    QBoxLayout *columns_;
    ParameterForm *form_;
    VariantPicker *picker_;
    bool isLow_ = false;
};

} // namespace tenfold
