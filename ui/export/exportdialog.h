#pragma once

#include "ui/export/export.h"
#include "ui/settings.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace tenfold {

/// Chooses a figure of the scene, or its data, the format, look, language and size, shows it small and writes
/// it. Blocks nothing: during a run it shows and writes the present instant.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(const ExportChoice &choice, bool dark, QWidget *parent);

    /// What is exported from now on; of another scenario too.
    void show(const Scene &scene);
    using QWidget::show;
    /// Chooses a figure, if the scenario has it.
    void setFigure(const FigureId &id);
    const ExportChoice &choice() const { return choice_; }
    /// Writes what is chosen; a sentence in the dialog says what became of it.
    void save(const QString &file);

Q_SIGNALS:
    void chosen(const tenfold::ExportChoice &choice);
    void saved(const QString &file);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QComboBox *addChoice(const QString &name, const QStringList &ids);
    void retranslate();
    void fillFigures();
    void read();
    void choosePreset();
    void askForFile();
    bool isData() const;
    Figure figure() const;
    void drawPreview();

    Scene scene_;
    ExportChoice choice_;
    bool isFilling_ = false;
    QFormLayout *form_;
    QComboBox *figures_, *formats_, *themes_, *languages_, *sizes_, *scales_;
    QSpinBox *width_, *height_, *text_;
    QCheckBox *foot_;
    QLabel *preview_, *message_;
    QPushButton *save_, *close_;
    std::vector<std::pair<QLabel *, const char *>> labels_;
    QTimer timer_; ///< draws the preview
};

} // namespace tenfold
