#pragma once

#include "ui/export/export.h"
#include "ui/settings.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;

namespace tenfold {

class AnimationExport;
class ExportForm;

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
    const ExportChoice &choice() const;
    /// Writes what is chosen; a sentence in the dialog says what became of it. An animation takes some time,
    /// in which the dialog counts its frames.
    void save(const QString &file);
    /// An animation does not go on while it is held: what runs meanwhile is not disturbed.
    void hold(bool isHeld);
    /// Whether an animation is not written yet.
    bool isDrawing() const { return animation_ != nullptr; }

Q_SIGNALS:
    void chosen(const tenfold::ExportChoice &choice);
    void saved(const QString &file);
    /// It could not be written, for that reason.
    void failed(const QString &problem);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void retranslate();
    void askForFile();
    void saveAnimation(const QString &file);
    void sayProgress();
    void saveOrStop();
    void said(const QString &problem, const QString &file);
    void drawPreview();

    Scene scene_;
    ExportForm *form_;
    AnimationExport *animation_ = nullptr; ///< while one is made
    bool isHeld_ = false;
    QLabel *preview_, *message_;
    QPushButton *save_, *close_;
    QTimer timer_; ///< draws the preview
};

} // namespace tenfold
