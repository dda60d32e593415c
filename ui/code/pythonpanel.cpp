#include "ui/code/pythonpanel.h"

#include "ui/code/highlighter.h"
#include "ui/fonts.h"

namespace tenfold {

PythonPanel::PythonPanel(QWidget *parent)
    : QPlainTextEdit(parent), highlighter_(new Highlighter(document(), CodeLanguage::Python))
{
    setReadOnly(true);
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    document()->setDocumentMargin(9);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void PythonPanel::show(const Scenario *scenario)
{
    if (std::exchange(scenario_, scenario) != scenario)
        setPlainText(scenario ? QString::fromUtf8(scenario->python) : QString());
}

void PythonPanel::setTheme(const Theme &theme)
{
    QFont mono = codeFont();
    mono.setPointSizeF(10 * theme.factor);
    setFont(mono);
    setTabStopDistance(4 * QFontMetricsF(mono).horizontalAdvance(u' '));
    highlighter_->setTheme(theme);
}

} // namespace tenfold
