#include "ui/code/codepanel.h"

#include "core/catalog/pattern.h"
#include "ui/code/highlighter.h"

#include <QFontDatabase>
#include <QTextBlock>

#include <algorithm>

namespace tenfold {

CodePanel::CodePanel(QWidget *parent) : QPlainTextEdit(parent), highlighter_(new Highlighter(document()))
{
    setReadOnly(true);
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

/// The first line of what a student reads: behind the includes and the namespace.
static int firstBody(const QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.text() == QLatin1String("namespace {"))
            return std::min(block.blockNumber() + 2, document.blockCount() - 1);
    }
    return 0;
}

void CodePanel::show(const Scene &scene)
{
    const bool isOther = scene.scenario != scene_.scenario;
    scene_ = scene;
    if (isOther) {
        pointed_.reset();
        setPlainText(scene.scenario ? sourceOf(*scene.scenario) : QString());
        QTextCursor start(document()->findBlockByNumber(firstBody(*document())));
        moveCursor(QTextCursor::End); // so that the start comes to the top
        setTextCursor(start);
    }
    pointAt(pointed_);
}

void CodePanel::pointAt(std::optional<Nanoseconds> instant)
{
    pointed_ = instant;
    Scene scene = scene_;
    if (instant)
        scene.instant = instant;
    const auto lit = litLines(scene);
    const bool same = lit.keys() == lit_.keys();
    lit_ = lit;
    if (!same)
        light();
}

void CodePanel::setTheme(const Theme &theme)
{
    theme_ = theme;
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPointSizeF(11 * theme.factor);
    setFont(mono);
    setTabStopDistance(4 * QFontMetricsF(mono).horizontalAdvance(u' '));
    highlighter_->setTheme(theme);
    light();
}

void CodePanel::light()
{
    QList<QTextEdit::ExtraSelection> selections;
    for (auto line = lit_.cbegin(); line != lit_.cend(); ++line) {
        QTextEdit::ExtraSelection selection;
        QColor ground = theme_.of(line->kind);
        ground.setAlphaF(theme_.dark ? 0.35F : 0.22F);
        selection.format.setBackground(ground);
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        selection.cursor = QTextCursor(document()->findBlockByNumber(line.key() - 1));
        selections << selection;
    }
    setExtraSelections(selections);
    scrollToLit();
    QStringList numbers;
    for (const int line : lit_.keys())
        numbers << QString::number(line);
    setAccessibleDescription(numbers.isEmpty() ? QString() : tr("Running lines: %1").arg(numbers.join(u' ')));
}

/// Brings a lit line into sight when none is: the next variant has begun elsewhere in the file.
void CodePanel::scrollToLit()
{
    const auto visible = [this](int line) {
        const QRectF block =
            blockBoundingGeometry(document()->findBlockByNumber(line - 1)).translated(contentOffset());
        return block.isValid() && QRectF(viewport()->rect()).contains(block.center());
    };
    const QList<int> lines = lit_.keys();
    if (lines.isEmpty() || std::ranges::any_of(lines, visible))
        return;
    setTextCursor(QTextCursor(document()->findBlockByNumber(lines.front() - 1)));
    centerCursor();
}

} // namespace tenfold
