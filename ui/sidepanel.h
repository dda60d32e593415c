#pragma once

#include "core/catalog/pattern.h"
#include "ui/scene.h"
#include "ui/theme.h"

#include <QTabWidget>

namespace tenfold {

class CodePanel;
class ExplanationPanel;
class PythonPanel;

/// What stands at the right: the scenario's C++ source, its Python equivalent, the explanation; a tab each.
class SidePanel : public QTabWidget
{
    Q_OBJECT
public:
    explicit SidePanel(QWidget *parent = nullptr);

    /// Shows `pattern` and the scene's scenario; a scene without one tells about the pattern alone.
    void show(const Pattern &pattern, const Scene &scene);
    using QWidget::show;
    void setTheme(const Theme &theme);
    /// Lights the code of this instant instead of the scene's own, until nothing is pointed at.
    void pointAt(std::optional<tenfold::Nanoseconds> instant);
    /// The tab in front, one of Settings::sides().
    QString tab() const;
    void setTab(const QString &id);
    /// Texts in the language of the moment again.
    void retranslate();

Q_SIGNALS:
    /// The user clicked a line of the scenario's source, from 1; 0: none is chosen any more.
    void lineChosen(int line);

private:
    void showFront();

    const Pattern *pattern_ = nullptr; ///< null before show()
    Scene scene_;
    CodePanel *code_;
    PythonPanel *python_;
    ExplanationPanel *explanation_;
};

} // namespace tenfold
