#include "ui/code/codepanel.h"

#include "core/analysis/format.h"
#include "core/catalog/pattern.h"
#include "ui/code/highlighter.h"
#include "ui/fonts.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace tenfold {

static constexpr int mostChips = 3; // more workers at one line are a "+" and how many

/// The strip left of the text.
class CodeGutter : public QWidget
{
public:
    explicit CodeGutter(CodePanel *panel) : QWidget(panel), panel_(*panel) {}

protected:
    void paintEvent(QPaintEvent *event) override { panel_.paintGutter(event); }
    void wheelEvent(QWheelEvent *event) override
    {
        QCoreApplication::sendEvent(panel_.verticalScrollBar(), event);
    }

private:
    CodePanel &panel_;
};

CodePanel::CodePanel(QWidget *parent)
    : QPlainTextEdit(parent), gutter_(new CodeGutter(this)), highlighter_(new Highlighter(document()))
{
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int scrolled) {
        if (scrolled)
            gutter_->scroll(0, scrolled);
        else
            gutter_->update(0, rect.y(), gutter_->width(), rect.height());
    });
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
    const bool isOther = scene.scenario() != scene_.scenario();
    scene_ = scene;
    if (isOther) {
        pointed_.reset();
        setPlainText(scene.scenario() ? sourceOf(*scene.scenario()) : QString());
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
    const bool same = lit == lit_;
    lit_ = lit;
    if (!same)
        light();
}

void CodePanel::setTheme(const Theme &theme)
{
    theme_ = theme;
    QFont mono = codeFont();
    mono.setPointSizeF(10 * theme.factor); // a line of 100 columns is wide enough
    setFont(mono);
    setTabStopDistance(4 * QFontMetricsF(mono).horizontalAdvance(u' '));
    highlighter_->setTheme(theme);
    fitGutter();
    light();
}

void CodePanel::light()
{
    QList<QTextEdit::ExtraSelection> selections;
    for (auto line = lit_.cbegin(); line != lit_.cend(); ++line) {
        QTextEdit::ExtraSelection selection;
        QColor ground = theme_.of(line->lanes.front().kind);
        ground.setAlphaF(theme_.dark ? 0.35F : 0.22F);
        selection.format.setBackground(ground);
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        selection.cursor = QTextCursor(document()->findBlockByNumber(line.key() - 1));
        selections << selection;
    }
    setExtraSelections(selections);
    gutter_->update();
    scrollToLit();
    QStringList numbers;
    for (auto line = lit_.cbegin(); line != lit_.cend(); ++line) {
        QStringList lanes;
        for (const LitLane &lane : line->lanes)
            lanes << lane.text();
        numbers << QStringLiteral("%1 (%2)").arg(line.key()).arg(lanes.join(u' '));
    }
    setAccessibleDescription(numbers.isEmpty() ? QString()
                                               : tr("Running lines (workers): %1").arg(listed(numbers)));
}

void CodePanel::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitGutter();
}

/// As wide as the chips or the last number, so that it never moves the text while a run is on.
void CodePanel::fitGutter()
{
    const int digit = QFontMetrics(font()).horizontalAdvance(u'0');
    const auto digits = static_cast<int>(QString::number(blockCount()).size());
    const int width = std::max(digit * digits, mostChips * (chipWidth() + 1)) + 10;
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    gutter_->setGeometry(inside.left(), inside.top(), width, viewport()->height());
}

int CodePanel::chipWidth() const
{
    return QFontMetrics(font()).horizontalAdvance(QStringLiteral("00")) + 4;
}

void CodePanel::paintGutter(QPaintEvent *event)
{
    QPainter painter(gutter_);
    painter.fillRect(event->rect(), theme_.card);
    painter.setFont(font());
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF line = blockBoundingGeometry(block).translated(contentOffset());
        if (line.top() > event->rect().bottom())
            break;
        const QRectF room(0, line.top(), gutter_->width() - 6, line.height());
        const QString number = QString::number(block.blockNumber() + 1);
        const auto lit = lit_.constFind(block.blockNumber() + 1);
        const qreal chips = lit == lit_.cend() ? 0 : paintChips(painter, room, *lit);
        painter.setPen(lit == lit_.cend() ? theme_.muted : theme_.text);
        if (chips + painter.fontMetrics().horizontalAdvance(number) < room.width())
            painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, number);
    }
}

/// Returns how far they reach.
qreal CodePanel::paintChips(QPainter &painter, const QRectF &room, const LitLine &line) const
{
    const auto all = static_cast<int>(line.lanes.size());
    const int named = all <= mostChips ? all : mostChips - 1;
    const int drawn = std::min(all, mostChips);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < drawn; ++i) {
        const LitLane &lane = line.lanes[static_cast<std::size_t>(i)];
        const QColor ground = theme_.of(lane.kind, lane.variant);
        const QRectF chip(2 + i * (chipWidth() + 1), room.top() + 1, chipWidth(), room.height() - 2);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(chip, 4, 4);
        painter.setPen(ground.lightness() > 120 ? Qt::black : Qt::white);
        painter.drawText(chip, Qt::AlignCenter,
                         i < named ? lane.text() : QStringLiteral("+%1").arg(all - named));
    }
    painter.restore();
    return 2 + drawn * (chipWidth() + 1);
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
