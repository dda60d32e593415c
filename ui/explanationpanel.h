#pragma once

#include "core/catalog/pattern.h"
#include "ui/scene.h"

#include <QTextBrowser>

namespace tenfold {

/// Words beside the pictures: the question, what was seen and why, best practices, common mistakes.
class ExplanationPanel : public QTextBrowser
{
    Q_OBJECT
public:
    explicit ExplanationPanel(QWidget *parent = nullptr);

    /// `pattern` and the scene's scenario; a scene without a scenario tells about the pattern alone.
    void show(const Pattern &pattern, const Scene &scene);
    using QWidget::show;
};

} // namespace tenfold
