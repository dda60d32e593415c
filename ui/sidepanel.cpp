#include "ui/sidepanel.h"

#include "ui/code/codepanel.h"
#include "ui/code/pythonpanel.h"
#include "ui/explanationpanel.h"
#include "ui/settings.h"

#include <algorithm>
#include <array>

namespace tenfold {

SidePanel::SidePanel(QWidget *parent)
    : QTabWidget(parent), code_(new CodePanel), python_(new PythonPanel), explanation_(new ExplanationPanel)
{
    setObjectName(QStringLiteral("side"));
    setDocumentMode(true);
    for (QWidget *page : std::initializer_list<QWidget *>{code_, python_, explanation_})
        addTab(page, QString());
    connect(code_, &CodePanel::lineChosen, this, &SidePanel::lineChosen);
    connect(this, &QTabWidget::currentChanged, this, &SidePanel::showFront);
}

void SidePanel::show(const Pattern &pattern, const Scene &scene)
{
    pattern_ = &pattern;
    scene_ = scene;
    code_->show(scene);
    const int tab = indexOf(python_);
    const bool hasPython = scene.scenario() && *scene.scenario()->python;
    if (scene.scenario() &&
        isTabVisible(tab) != hasPython) // the same again lays out and paints the whole panel
        setTabVisible(tab, hasPython);
    showFront();
}

/// What stands behind another tab is not laid out until it is seen.
void SidePanel::showFront()
{
    if (pattern_ && currentWidget() == python_)
        python_->show(scene_.scenario());
    else if (pattern_ && currentWidget() == explanation_)
        explanation_->show(*pattern_, scene_);
}

void SidePanel::setTheme(const Theme &theme)
{
    code_->setTheme(theme);
    python_->setTheme(theme);
}

void SidePanel::pointAt(std::optional<Nanoseconds> instant)
{
    code_->pointAt(instant);
}

QString SidePanel::tab() const
{
    return Settings::sides().value(currentIndex());
}

void SidePanel::setTab(const QString &id)
{
    setCurrentIndex(static_cast<int>(std::max<qsizetype>(0, Settings::sides().indexOf(id))));
}

void SidePanel::retranslate()
{
    setAccessibleName(tr("Code and explanation"));
    const std::array titles{tr("C++ code"), tr("Python"), tr("Explanation")};
    for (int i = 0; i < count(); ++i) {
        setTabText(i, titles[static_cast<std::size_t>(i)]);
        widget(i)->setAccessibleName(titles[static_cast<std::size_t>(i)]);
    }
}

} // namespace tenfold
