#pragma once

#include "ui/export/export.h"
#include "ui/settings.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace tenfold {

/// What is exported of a scene and how: a figure, an animation of it or the data, with format, look, language
/// and size. GUI thread.
class ExportForm : public QWidget
{
    Q_OBJECT
public:
    ExportForm(const ExportChoice &choice, bool dark, QWidget *parent = nullptr);

    /// Offers the figures of `scene`.
    void setScene(const Scene &scene);
    /// Chooses a figure, if the scenario has it.
    void setFigure(const FigureId &id);
    const ExportChoice &choice() const { return choice_; }
    /// Remembers the folder of `file`.
    void setFolderOf(const QString &file);
    bool isData() const;
    bool isAnimation() const;
    /// As chosen.
    Figure figure() const;
    /// What the format is called.
    QString formatTitle() const;
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    QComboBox *addChoice(const QString &name, const QStringList &ids);
    void build();
    void fillFigures();
    void read();
    void enable();
    void choosePreset();

    Scene scene_;
    ExportChoice choice_;
    bool isFilling_ = false;
    bool isLengthChosen_ = false; ///< by the user: no run changes it
    QFormLayout *form_;
    QComboBox *figures_, *formats_, *themes_, *languages_, *sizes_, *scales_;
    QSpinBox *width_, *height_, *text_;
    QDoubleSpinBox *length_;
    QCheckBox *foot_;
    std::vector<std::pair<QLabel *, const char *>> labels_;
};

} // namespace tenfold
