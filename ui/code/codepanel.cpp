#include "ui/code/codepanel.h"

#include "core/analysis/format.h"
#include "core/catalog/pattern.h"
#include "ui/code/highlighter.h"
#include "ui/fonts.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>

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
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        panel_.choose({0, event->position().toPoint().y()});
    }
    void wheelEvent(QWheelEvent *event) override
    {
        QCoreApplication::sendEvent(panel_.verticalScrollBar(), event);
    }

private:
    CodePanel &panel_;
};

CodePanel::CodePanel(QWidget *parent)
    : QPlainTextEdit(parent),
      foldButton_(new QToolButton(this)),
      gutter_(new CodeGutter(this)),
      highlighter_(new Highlighter(document()))
{
    foldButton_->setObjectName(QStringLiteral("whole-file"));
    foldButton_->setAutoRaise(true);
    foldButton_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    foldButton_->setFocusPolicy(Qt::StrongFocus);
    foldButton_->hide();
    connect(foldButton_, &QToolButton::clicked, this, [this] { setFolded(folded_.isEmpty()); });
    // Who moves the text cursor into a fold wants to read what is there.
    connect(this, &QPlainTextEdit::cursorPositionChanged, this,
            [this] { unfold({textCursor().blockNumber() + 1}); });
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

void CodePanel::show(const Scene &scene)
{
    const bool isOther = scene.scenario() != scene_.scenario();
    // Of what was recorded, the lines are those of its own source.
    const bool isOtherSource = isOther || scene.origin.version != scene_.origin.version ||
                               scene.origin.source != scene_.origin.source;
    scene_ = scene;
    if (isOtherSource) {
        const QString source = scene.scenario() ? scene.source() : QString();
        if (!isOther && source == source_)
            return pointAt(pointed_);
        source_ = source;
        pointed_.reset();
        chosen_ = 0;
        folded_.clear();
        setPlainText(source_);
        folds_ = foldsOf(toPlainText());
        setFolds(folds_);
        verticalScrollBar()->setValue(0);
    }
    pointAt(pointed_);
}

void CodePanel::setFolded(bool folded)
{
    setFolds(folded ? folds_ : QList<CodeFold>());
}

void CodePanel::setFolds(QList<CodeFold> folded)
{
    folded_ = std::move(folded);
    const QTextBlock top = firstVisibleBlock();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const int line = block.blockNumber() + 1;
        block.setVisible(
            std::ranges::none_of(folded_, [&](const CodeFold &fold) { return fold.holds(line); }));
    }
    document()->markContentsDirty(0, document()->characterCount());
    verticalScrollBar()->setValue(top.firstLineNumber()); // what was read stays where it was
    retranslate();
    fitGutter();
    viewport()->update();
    gutter_->update();
}

void CodePanel::unfold(const QList<int> &lines)
{
    QList<CodeFold> kept = folded_;
    kept.removeIf([&](const CodeFold &fold) {
        return std::ranges::any_of(lines, [&](int line) { return fold.holds(line); });
    });
    if (kept != folded_)
        setFolds(kept);
}

void CodePanel::retranslate()
{
    foldButton_->setVisible(!folds_.isEmpty());
    foldButton_->setArrowType(folded_.isEmpty() ? Qt::DownArrow : Qt::RightArrow);
    foldButton_->setText(folded_.isEmpty() ? tr("Show the pattern only") : tr("Show the whole file"));
    QStringList ranges;
    for (const CodeFold &fold : folds_)
        ranges << tr("%1 to %2", "lines of a file").arg(fold.first).arg(fold.last);
    const QString tip = folded_.isEmpty()
                            ? tr("Folds the includes and the declaration of the scenario: lines %1")
                            : tr("Unfolds the includes and the declaration of the scenario: lines %1");
    foldButton_->setToolTip(tip.arg(listed(ranges)));
}

void CodePanel::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fitGutter();
    }
}

/// A dashed line stands for what is folded.
void CodePanel::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setPen(QPen(theme_.muted, 1, Qt::DashLine));
    for (const CodeFold &fold : std::as_const(folded_)) {
        const QTextBlock before = document()->findBlockByNumber(std::max(0, fold.first - 2));
        const qreal y = blockBoundingGeometry(before).translated(contentOffset()).bottom() - 1;
        if (y >= event->rect().top() && y <= event->rect().bottom())
            painter.drawLine(QPointF(0, y), QPointF(viewport()->width(), y));
    }
}

void CodePanel::pointAt(std::optional<Nanoseconds> instant)
{
    pointed_ = instant;
    Scene scene = scene_;
    if (instant && !scene.executions()) // what is pointed at there is the search, not the execution
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
    foldButton_->setFont(theme.font(11));
    fitGutter();
    light();
}

void CodePanel::light()
{
    QList<QTextEdit::ExtraSelection> selections;
    for (auto line = lit_.cbegin(); line != lit_.cend(); ++line) {
        if (!line->isRunning())
            continue;
        QTextEdit::ExtraSelection selection;
        QColor ground = theme_.of(line->lanes.front().kind);
        ground.setAlphaF(theme_.dark ? 0.35F : 0.22F);
        selection.format.setBackground(ground);
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        selection.cursor = QTextCursor(document()->findBlockByNumber(line.key() - 1));
        selections << selection;
    }
    if (chosen_ > 0) {
        QTextEdit::ExtraSelection selection;
        QColor ground = theme_.highlight;
        ground.setAlphaF(0.3F);
        selection.format.setBackground(ground);
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        selection.cursor = QTextCursor(document()->findBlockByNumber(chosen_ - 1));
        selections << selection;
    }
    setExtraSelections(selections);
    gutter_->update();
    unfold(lit_.keys());
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

void CodePanel::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && !textCursor().hasSelection())
        choose(event->position().toPoint());
}

void CodePanel::choose(const QPoint &at)
{
    const QTextBlock block = cursorForPosition(at).block();
    const int line = block.blockNumber() + 1;
    chosen_ = line == chosen_ || block.text().trimmed().isEmpty() ? 0 : line;
    light();
    Q_EMIT lineChosen(chosen_);
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
    const QRect inside = contentsRect();
    const QSize button = foldButton_->sizeHint().boundedTo(inside.size());
    const int bar = folds_.isEmpty() ? 0 : button.height() + 2;
    foldButton_->setGeometry(QRect(inside.topLeft(), button));
    setViewportMargins(width, bar, 0, 0);
    gutter_->setGeometry(inside.left(), inside.top() + bar, width, viewport()->height());
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
        if (!block.isVisible())
            continue;
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
        painter.setPen(lane.isNext ? QPen(ground, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(lane.isNext ? theme_.card : ground);
        painter.drawRoundedRect(lane.isNext ? chip.adjusted(1, 1, -1, -1) : chip, 4, 4);
        painter.setPen(lane.isNext                ? theme_.text
                       : ground.lightness() > 120 ? QColor(Qt::black)
                                                  : QColor(Qt::white));
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
