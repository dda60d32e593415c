#include "ui/timeline/runs.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

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
        const bool isCrowd = other.span && run.span && other.merged && run.merged &&
                             other.span->state == run.span->state && other.span->shape == run.span->shape;
        if (other.span != run.span && !isCrowd)
            break;
        run.merged &= other.merged; // what shares its edge alone is no crowd
    }
    return run;
}

/// What is readable on `ground`.
static QColor inkOn(const QColor &ground)
{
    return qGray(ground.rgb()) > 135 ? QColor(0x10, 0x13, 0x16) : QColor(Qt::white);
}

/// Draws the runs of a row one after the other.
class RunPainter
{
public:
    RunPainter(QPainter &painter, const std::vector<LaneColumns::Column> &columns, const QRectF &bar,
               const RunStyle &style, Nanoseconds instant)
        : painter_(painter),
          columns_(columns),
          bar_(bar),
          style_(style),
          instant_(instant),
          metrics_(style.texts.metrics())
    {
        painter_.setRenderHint(QPainter::Antialiasing, false); // whole pixels are filled many times as fast
    }
    ~RunPainter()
    {
        paintNumber();
        painter_.setRenderHint(QPainter::Antialiasing);
    }

    void paint(const RunOfColumns &run)
    {
        const StateStyle &state = style_.states[static_cast<std::size_t>(run.span->state)];
        const bool isOpen = !run.merged && run.span->isOpen() && run.span->endOr(instant_) >= instant_;
        const bool hasGap = !run.merged && !isOpen;
        const int width = std::max(1, run.end - run.begin - (hasGap ? 1 : 0));
        const QRectF box(bar_.left() + run.begin, bar_.top(), width, bar_.height());
        const bool isOwn = style_.isLock() || !state.fill.isValid();
        const QColor fill = isOwn ? ownColour() : state.fill;
        paintBox(box, fill, hasGap && box.width() > 5 && box.height() > 5);
        if (run.span->state == State::Running && !style_.isLock())
            paintReady(run, box, fill);
        if (!style_.isLock())
            paintMarks(box, state);
        if (isOpen)
            painter_.fillRect(QRectF(box.right() - 2, box.top(), 2, box.height()), style_.theme.text);
        noteNumber(run, box, fill);
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
        painter_.setRenderHint(QPainter::Antialiasing);
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(fill);
        painter_.drawRoundedRect(box, 3, 3);
        painter_.setRenderHint(QPainter::Antialiasing, false);
    }

    qreal readyAt(int column) const
    {
        return static_cast<qreal>(columns_[static_cast<std::size_t>(column)].ready);
    }

    /// Hollow from above, as much as the share of the time in which it could have run but had no core; low
    /// where that was nearly all.
    void paintReady(const RunOfColumns &run, const QRectF &box, const QColor &own)
    {
        for (int begin = run.begin, end = begin; begin < run.end; begin = end) {
            while (end < run.end && readyAt(end) == readyAt(begin))
                ++end;
            const qreal share = readyAt(begin) > 0.9 ? 1 : readyAt(begin);
            const qreal height = std::round(box.height() * share);
            const qreal right = std::min(bar_.left() + end, box.right());
            const QRectF part(bar_.left() + begin, box.top(), right - bar_.left() - begin, height);
            if (height < 1 || part.width() <= 0)
                continue;
            painter_.fillRect(part, style_.theme.card);
            const qreal low = share == 1 ? std::round(box.height() * 0.2) : 0;
            painter_.setPen(QPen(own, 1, Qt::DotLine));
            painter_.setBrush(Qt::NoBrush);
            if (part.width() > 2 && height > 2)
                painter_.drawRect(part.adjusted(0, low, -1, -low - 1));
            else
                painter_.drawLine(QPointF(part.left(), part.center().y()),
                                  QPointF(part.right(), part.center().y()));
        }
    }

    void paintMarks(const QRectF &box, const StateStyle &state)
    {
        if (state.hatch != Qt::NoBrush && box.width() > 2)
            painter_.fillRect(box.adjusted(1, 1, -1, -1), QBrush(style_.theme.hatch(), state.hatch));
        if (!state.glyph.isEmpty() && box.width() > 3 * metrics_.height() &&
            box.height() > metrics_.capHeight() + 1) {
            painter_.setPen(inkOn(state.fill));
            style_.texts.draw(painter_, {box.left() + 5, style_.texts.baseAround(box.center().y())},
                              state.glyph);
        }
    }

    /// A task's number stands on its widest run; a lock's on each.
    void noteNumber(const RunOfColumns &run, const QRectF &box, const QColor &fill)
    {
        const bool sameTask = !style_.isLock() && run.task == task_;
        if (!sameTask)
            paintNumber();
        if (!sameTask || box.width() > box_.width()) {
            task_ = run.merged ? SpanRecord::noTask : run.task;
            box_ = box;
            ground_ = readyAt((run.begin + run.end) / 2) > 0.5 && !style_.isLock() &&
                              run.span->state == State::Running
                          ? style_.theme.card
                          : fill;
            hasNumber_ = !run.merged && (style_.isLock() || run.task >= 0);
        }
    }

    void paintNumber()
    {
        if (!std::exchange(hasNumber_, false))
            return;
        const QString text = QString::number(style_.isLock() ? style_.holder : task_ + 1);
        const qreal width = style_.texts.width(text);
        if (box_.width() < width + 6 || box_.height() < metrics_.capHeight() - 1)
            return;
        // A hatch behind a number makes it hard to read.
        const QRectF ground(box_.center().x() - width / 2 - 3, box_.top(), width + 6, box_.height());
        painter_.fillRect(ground, ground_);
        painter_.setPen(inkOn(ground_));
        style_.texts.draw(painter_,
                          {box_.center().x() - width / 2, style_.texts.baseAround(box_.center().y())}, text);
    }

    QPainter &painter_;
    const std::vector<LaneColumns::Column> &columns_;
    const QRectF bar_;
    const RunStyle &style_;
    const Nanoseconds instant_;
    const QFontMetricsF &metrics_;
    std::int32_t task_ = SpanRecord::noTask;
    QRectF box_;
    QColor ground_;
    bool hasNumber_ = false;
};

void paintRuns(QPainter &painter, const LaneColumns &lane, const QRectF &bar, const RunStyle &style,
               Nanoseconds instant)
{
    const auto &columns = lane.columns();
    RunPainter runs(painter, columns, bar, style, instant);
    for (int begin = 0; begin < static_cast<int>(columns.size());) {
        const RunOfColumns run = nextRun(columns, begin);
        if (run.span && run.span->shape != Shape::Share)
            runs.paint(run);
        begin = run.end;
    }
}

void addShares(std::vector<Shares> &shares, const LaneColumns &held)
{
    for (std::size_t i = 0; i < held.columns().size(); ++i) {
        const LaneColumns::Column &column = held.columns()[i];
        if (!column.span || column.span->shape != Shape::Share)
            continue;
        ++shares[i].lanes;
        shares[i].isCrowd |= column.merged;
    }
}

void paintShares(QPainter &painter, const std::vector<Shares> &shares, const QRectF &bar,
                 const RunStyle &style)
{
    const QFontMetricsF &metrics = style.texts.metrics();
    int most = 1;
    for (const Shares &column : shares)
        most = std::max(most, column.lanes);
    for (std::size_t begin = 0, end = 0; begin < shares.size(); begin = end) {
        while (end < shares.size() && shares[end] == shares[begin])
            ++end;
        if (shares[begin].lanes == 0)
            continue;
        const qreal height = std::max(1.0, std::round(bar.height() * shares[begin].lanes / most));
        const QRectF box(bar.left() + static_cast<qreal>(begin), bar.bottom() - height,
                         static_cast<qreal>(end - begin), height);
        QColor fill = style.own;
        fill.setAlphaF(0.55F);
        painter.fillRect(box, fill);
        const QString text = QStringLiteral("×%1").arg(shares[begin].lanes);
        const qreal width = style.texts.width(text);
        if (shares[begin].isCrowd || box.width() < width + 6 || bar.height() < metrics.capHeight() + 1)
            continue;
        const QRectF plate(box.center().x() - width / 2 - 3, bar.top(), width + 6, bar.height());
        painter.fillRect(plate, style.theme.card);
        painter.setPen(style.theme.text);
        style.texts.draw(painter, {plate.left() + 3, style.texts.baseAround(plate.center().y())}, text);
    }
}

void paintWaits(QPainter &painter, const std::vector<int> &waiting, int lanes, const QRectF &strip,
                const Theme &theme)
{
    const StateStyle style = styleOf(State::Lock, theme);
    for (std::size_t begin = 0, end = 0; begin < waiting.size(); begin = end) {
        while (end < waiting.size() && waiting[end] == waiting[begin])
            ++end;
        if (waiting[begin] == 0)
            continue;
        const qreal share = std::max(0.5, waiting[begin] / static_cast<double>(std::max(1, lanes)));
        const QRectF box(strip.left() + static_cast<qreal>(begin), strip.top(),
                         static_cast<qreal>(end - begin), strip.height() * share);
        painter.fillRect(box, style.fill);
        painter.fillRect(box, QBrush(theme.hatch(), style.hatch));
    }
}

} // namespace tenfold
