#include "ui/timeline/runs.h"

#include <QFontMetricsF>
#include <QPainter>

namespace tenfold {

/// Neighbouring columns that are drawn as one.
struct RunOfColumns
{
    int begin = 0, end = 0;
    const SpanRecord *span = nullptr;
    std::int32_t task = SpanRecord::noTask;
    bool merged = false;
};

static RunOfColumns nextRun(const std::vector<LaneColumns::Column> &columns, int begin)
{
    const LaneColumns::Column &first = columns[static_cast<std::size_t>(begin)];
    RunOfColumns run{begin, begin + 1, first.span, first.task, first.merged};
    for (; run.end < static_cast<int>(columns.size()); ++run.end) {
        const LaneColumns::Column &other = columns[static_cast<std::size_t>(run.end)];
        // Crowded neighbours of one state are one block.
        const bool isCrowd =
            other.span && run.span && other.merged && run.merged && other.span->state == run.span->state;
        if (other.span != run.span && !isCrowd)
            break;
        run.merged |= other.merged;
    }
    return run;
}

/// Draws the runs of a row one after the other.
class RunPainter
{
public:
    RunPainter(QPainter &painter, const QRectF &bar, const RunStyle &style, Nanoseconds instant)
        : painter_(painter), bar_(bar), style_(style), instant_(instant), metrics_(style.theme.font(11))
    {
        painter_.setFont(style.theme.font(11));
    }
    ~RunPainter() { paintNumber(); }

    void paint(const RunOfColumns &run)
    {
        const StateStyle state = styleOf(run.span->state, style_.theme);
        const bool isOpen = !run.merged && run.span->isOpen() && run.span->endOr(instant_) >= instant_;
        const bool hasGap = !run.merged && !isOpen;
        const qreal from = bar_.left() + run.begin;
        const qreal to = std::max(from + 1.5, bar_.left() + run.end - (hasGap ? 1 : 0));
        const QRectF box(from, bar_.top(), to - from, bar_.height());
        const bool isOwn = style_.isLock() || !state.fill.isValid();
        paintBox(box, isOwn ? ownColour() : state.fill, hasGap && box.width() > 5 && box.height() > 5);
        if (!style_.isLock())
            paintMarks(box, state);
        if (isOpen)
            painter_.fillRect(QRectF(box.right() - 2, box.top(), 2, box.height()), style_.theme.text);
        noteNumber(run, box, isOwn);
    }

private:
    /// A lock's holders differ in lightness.
    QColor ownColour() const
    {
        return style_.isLock() ? style_.own.darker(100 + 16 * ((style_.holder - 1) % 4)) : style_.own;
    }

    void paintBox(const QRectF &box, const QColor &fill, bool isRound)
    {
        if (!isRound) {
            painter_.fillRect(box, fill);
            return;
        }
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(fill);
        painter_.drawRoundedRect(box, 3, 3);
    }

    void paintMarks(const QRectF &box, const StateStyle &state)
    {
        if (state.hatch != Qt::NoBrush && box.width() > 2)
            painter_.fillRect(box.adjusted(0.5, 0.5, -0.5, -0.5), QBrush(style_.theme.hatch(), state.hatch));
        if (!state.glyph.isEmpty() && box.width() > 3 * metrics_.height() &&
            box.height() > metrics_.ascent()) {
            painter_.setPen(style_.theme.text);
            painter_.drawText(box.adjusted(5, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, state.glyph);
        }
    }

    /// A task's number stands on its widest run; a lock's on each.
    void noteNumber(const RunOfColumns &run, const QRectF &box, bool isOwn)
    {
        const bool sameTask = !style_.isLock() && run.task == task_;
        if (!sameTask)
            paintNumber();
        if (!sameTask || box.width() > box_.width()) {
            task_ = run.merged ? SpanRecord::noTask : run.task;
            box_ = box;
            isOnOwn_ = isOwn;
            hasNumber_ = !run.merged && (style_.isLock() || run.task >= 0);
        }
    }

    void paintNumber()
    {
        if (!std::exchange(hasNumber_, false))
            return;
        const QString text = QString::number(style_.isLock() ? style_.holder : task_ + 1);
        const qreal width = metrics_.horizontalAdvance(text);
        if (box_.width() < width + 6 || box_.height() < metrics_.ascent() * 0.9)
            return;
        const Theme &theme = style_.theme;
        if (!isOnOwn_) { // a hatch behind a number makes it hard to read
            QRectF ground(0, 0, width + 8, std::min(metrics_.height(), box_.height()));
            ground.moveCenter(box_.center());
            paintBox(ground, theme.card, true);
        }
        painter_.setPen(isOnOwn_ ? (theme.dark ? QColor(0x10, 0x13, 0x16) : QColor(Qt::white)) : theme.text);
        painter_.drawText(box_, Qt::AlignCenter, text);
    }

    QPainter &painter_;
    const QRectF bar_;
    const RunStyle &style_;
    const Nanoseconds instant_;
    const QFontMetricsF metrics_;
    std::int32_t task_ = SpanRecord::noTask;
    QRectF box_;
    bool isOnOwn_ = false;
    bool hasNumber_ = false;
};

void paintRuns(QPainter &painter, const LaneColumns &lane, const QRectF &bar, const RunStyle &style,
               Nanoseconds instant)
{
    RunPainter runs(painter, bar, style, instant);
    const auto &columns = lane.columns();
    for (int begin = 0; begin < static_cast<int>(columns.size());) {
        const RunOfColumns run = nextRun(columns, begin);
        if (run.span)
            runs.paint(run);
        begin = run.end;
    }
}

} // namespace tenfold
