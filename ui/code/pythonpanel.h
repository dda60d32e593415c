#pragma once

#include "ui/scene.h"
#include "ui/theme.h"

#include <QPlainTextEdit>

namespace tenfold {

class Highlighter;

/// The scenario in Python, in a few lines, for people who come from the chapter.
class PythonPanel : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit PythonPanel(QWidget *parent = nullptr);

    /// Nothing without a scenario.
    void show(const Scenario *scenario);
    using QWidget::show;
    void setTheme(const Theme &theme);

private:
    const Scenario *scenario_ = nullptr;
    Highlighter *highlighter_;
};

} // namespace tenfold
