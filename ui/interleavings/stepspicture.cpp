#include "ui/interleavings/stepspicture.h"

#include "core/catalog/words.h"
#include "ui/graph/graphpainter.h"
#include "ui/interleavings/executionwords.h"

#include <algorithm>
#include <cmath>

namespace tenfold {

static constexpr Sheet::Type strong{11, QFont::DemiBold};

QColor StepsPicture::ghostColour(const Theme &theme) const
{
    return drawn_.isNeighbourRight() == drawn_.isRight() ? theme.muted
           : drawn_.isNeighbourRight()                   ? theme.gain
                                                         : theme.lock;
}

/// The neighbour's x says what it changes; locks alone do not.
bool StepsPicture::hasGhostRow() const
{
    return drawn_.neighbour && drawn_.all->program().expected() > 0;
}

/// In one line.
static QString inShort(const ExecutionTable::Step &step)
{
    return step.code.contains(u'=') ? step.code : step.what + u' ' + step.code;
}

StepsPicture::Layout StepsPicture::layOut(const Sheet &sheet, const QRectF &area) const
{
    const qreal f = sheet.factor();
    Layout at;
    at.line = sheet.lineHeight();
    const qreal header = sheet.lineHeight({13}) + 8 * f;
    qreal words = sheet.heightOf(storyOf(drawn_), area.width() - 14 * f) +
                  sheet.heightOf(neighbourInWords(drawn_), area.width() - 14 * f) + 4 * f;
    words = std::min(words, 0.4 * area.height());
    at.words = {area.left(), area.bottom() - words, area.width(), words};
    at.grid = area.adjusted(0, header, 0, -words - 8 * f);

    // Lanes want two lines of text; what does not fit goes: the scrubber, the second lines, the last rows.
    const qreal height = at.grid.bottom() - at.lanesTop() - 6 * f;
    const auto lanes = static_cast<qreal>(table_.threads);
    const qreal lowest = at.line + 2;
    at.rows = static_cast<int>(table_.rows.size()) + (hasGhostRow() ? 1 : 0);
    at.scrubber = 26 * f;
    if (lanes * (at.line + 10 * f) + at.rows * (at.line + 2 * f) + at.scrubber > height)
        at.scrubber = 0;
    while (at.rows > 1 && lanes * lowest + at.rows * (at.line + 1) > height)
        --at.rows;
    const qreal rest = height - at.scrubber;
    at.row = std::clamp((rest - lanes * (2 * at.line + 14 * f)) / at.rows, at.line + 1, 32 * f);
    at.lane = std::clamp((rest - at.rows * at.row) / lanes, lowest, 84 * f);

    for (const ExecutionTable::Row &row : table_.rows)
        at.labels = std::max(at.labels, sheet.widthOf(row.title, strong));
    at.labels =
        std::max(at.labels, sheet.widthOf(translate("Executions", "Thread %1").arg(threadLetter(0)), strong));
    if (hasGhostRow())
        at.labels = std::max(at.labels, sheet.widthOf(translate("Executions", "x (swapped)")));
    at.labels = std::min(at.labels + 10 * f, 0.35 * area.width());
    const int steps = drawn_.lastStep();
    qreal least = sheet.widthOf(translate("Executions", "Step %1").arg(steps), strong) + 4 * f;
    for (const auto &column : table_.steps) {
        for (const ExecutionTable::Step &step : column) {
            const qreal text = isLow(at)
                                   ? sheet.widthOf(inShort(step), strong)
                                   : std::max(sheet.widthOf(step.what, strong), sheet.widthOf(step.code));
            least = std::max(least, text + 14 * f);
        }
    }
    const qreal room = at.grid.width() - at.labels;
    at.shown = std::clamp(static_cast<int>((room - 0.7 * least) / least), 1, std::max(1, steps));
    at.column = std::min(110 * f, room / (at.shown + 0.7));
    at.first = std::clamp(step_ - at.shown / 2, 1, std::max(1, steps - at.shown + 1));
    return at;
}

qreal StepsPicture::leastHeight(const Theme &theme) const
{
    const qreal line = std::ceil(QFontMetricsF(theme.font(11)).height());
    const auto rows = static_cast<qreal>(table_.rows.size() + (hasGhostRow() ? 1 : 0));
    return table_.threads * (line + 2) + rows * (line + 1) + 5 * line + 36 * theme.factor + 10;
}

bool StepsPicture::isLow(const Layout &at) const
{
    return block(at, 0, 1).height() < 2 * at.line;
}

void StepsPicture::paint(Sheet &sheet, const QRectF &area, bool hasButtons, std::vector<Target> &targets)
{
    const Layout at = layOut(sheet, area);
    paintHeader(sheet, area, hasButtons, targets);
    paintHeads(sheet, at, targets);
    paintLanes(sheet, at);
    paintGhost(sheet, at);
    paintRows(sheet, at);
    if (at.scrubber > 0)
        paintScrubber(sheet, at, hasButtons, targets);
    paintWords(sheet, at);
}

/// Which execution, and how to get to the next one; at the right what is dashed.
void StepsPicture::paintHeader(Sheet &sheet, const QRectF &area, bool hasButtons,
                               std::vector<Target> &targets) const
{
    const qreal f = sheet.factor();
    const Theme &theme = sheet.theme();
    const Sheet::Type bold{12, QFont::Bold}, number{13, QFont::DemiBold};
    const qreal high = sheet.lineHeight(number);
    QRectF line(area.left(), area.top(), area.width(), high);
    line.setLeft(line.left() + 10 * f +
                 sheet.text(line, Qt::AlignLeft, translate("Executions", "Execution"), theme.text, bold));
    const auto button = [&](Count other, bool isNext) {
        const QRectF box(line.left(), line.top(), high + 4 * f, high);
        sheet.frame(box, theme.grid, 1);
        const bool exists = other >= 1 && other <= drawn_.all->total();
        sheet.triangle(box.center(), 0.22 * high, isNext, exists ? theme.text : theme.grid);
        if (exists)
            targets.push_back({box, other});
        line.setLeft(box.right() + 8 * f);
    };
    if (hasButtons)
        button(drawn_.number - 1, false);
    line.setLeft(line.left() + 8 * f +
                 sheet.text(line, Qt::AlignLeft, numberInWords(drawn_), theme.text, number));
    if (hasButtons)
        button(drawn_.number + 1, true);
    if (!drawn_.neighbour)
        return;
    const QString key = (drawn_.neighbour->isSwap ? translate("Executions", "execution %1: one swap away")
                                                  : translate("Executions", "execution %1: one turn away"))
                            .arg(QString::fromStdString(inDigits(drawn_.neighbour->number)));
    const qreal swatch = 22 * f;
    const qreal width = sheet.widthOf(key);
    if (width > line.width() - swatch - 6 * f) // the words below say it, too
        return;
    sheet.text({line.right() - width, line.top(), width, high}, Qt::AlignRight, key, theme.muted);
    sheet.frame({line.right() - width - swatch - 2 * f, line.center().y() - 6 * f, swatch - 4 * f, 12 * f},
                ghostColour(theme), 2, Qt::DashLine);
}

/// The heads of the columns, and the plate of the one that stands for the instant.
void StepsPicture::paintHeads(Sheet &sheet, const Layout &at, std::vector<Target> &targets) const
{
    const Theme &theme = sheet.theme();
    const qreal bottom = at.lanesTop() + table_.threads * at.lane + at.rows * at.row + 6 * sheet.factor();
    if (at.shows(step_))
        sheet.box({at.x(step_) + 2, at.grid.top() - 2, at.width(step_) - 4, bottom - at.grid.top() + 4},
                  mixed(theme.text, theme.card, 90), 6);
    const auto cut = [&](qreal x) { // steps are out of sight there
        sheet.painter().setPen(QPen(theme.muted, 1, Qt::DashLine));
        sheet.painter().drawLine(QPointF(x, at.grid.top()), QPointF(x, bottom));
    };
    if (at.first > 1)
        cut(at.x0());
    if (at.first + at.shown <= drawn_.lastStep())
        cut(at.x(at.first + at.shown));
    for (int step = 0; step <= drawn_.lastStep(); ++step) {
        if (!at.shows(step))
            continue;
        const bool isNow = step == step_;
        const bool isStuck = step > 0 && step > static_cast<int>(drawn_.execution.size());
        const QString head = step == 0 ? translate("Executions", "Start")
                             : isStuck ? translate("Executions", "Stuck")
                                       : translate("Executions", "Step %1").arg(step);
        sheet.text({at.x(step), at.grid.top(), at.width(step), at.line}, Qt::AlignHCenter, head,
                   isStuck ? theme.lock
                   : isNow ? theme.text
                           : theme.muted,
                   {11, isNow ? QFont::Bold : QFont::Normal});
        const QRectF whole(at.x(step), at.grid.top(), at.width(step), bottom + at.scrubber - at.grid.top());
        targets.push_back({whole, 0, step});
    }
}

QRectF StepsPicture::block(const Layout &at, int thread, int step) const
{
    const qreal margin = std::min(8.0, 0.08 * at.lane);
    return {at.x(step) + 4, at.lanesTop() + thread * at.lane + margin, at.width(step) - 8,
            at.lane - 2 * margin};
}

void StepsPicture::paintBlock(Sheet &sheet, const QRectF &box, const ExecutionTable::Step &step,
                              const QColor &ink) const
{
    const qreal line = sheet.lineHeight();
    const qreal middle = box.center().y();
    if (box.height() < 2 * line) {
        sheet.text(box, Qt::AlignHCenter, inShort(step), ink, strong);
        return;
    }
    sheet.text({box.left(), middle - line, box.width(), line}, Qt::AlignHCenter, step.what, ink, strong);
    sheet.text({box.left(), middle, box.width(), line}, Qt::AlignHCenter, step.code, ink);
}

void StepsPicture::paintLanes(Sheet &sheet, const Layout &at) const
{
    const Theme &theme = sheet.theme();
    for (int thread = 0; thread < table_.threads; ++thread) {
        const qreal top = at.lanesTop() + thread * at.lane;
        const QRectF label(at.grid.left(), top, at.labels - 4, at.lane);
        sheet.text(label, Qt::AlignLeft, translate("Executions", "Thread %1").arg(threadLetter(thread)),
                   theme.text, {11, QFont::DemiBold});
        sheet.line({at.grid.left(), top + at.lane}, {at.grid.right(), top + at.lane}, theme.grid);
    }
    for (int step = 1; step <= drawn_.lastStep(); ++step) {
        if (!at.shows(step))
            continue;
        for (const ExecutionTable::Step &taken : table_.steps[static_cast<std::size_t>(step - 1)]) {
            const QRectF box = block(at, taken.thread, step);
            const bool isToCome = step > step_;
            const QColor own = threadColour(theme, taken.thread);
            if (taken.isWait) {
                const QRectF plate = box.adjusted(3, box.height() / 2 - sheet.lineHeight(), -3,
                                                  sheet.lineHeight() - box.height() / 2);
                sheet.wrong(box);
                sheet.box(box.height() < 2 * sheet.lineHeight() ? box.adjusted(3, 2, -3, -2) : plate,
                          theme.card);
                paintBlock(sheet, box, taken, isToCome ? theme.muted : theme.text);
                continue;
            }
            const QColor fill = isToCome ? mixed(own, theme.card, 75) : own;
            sheet.box(box, fill, 5);
            if (step == step_)
                sheet.frame(box, theme.text, 2.5);
            paintBlock(sheet, box, taken, isToCome ? theme.muted : inkOn(fill));
        }
    }
}

/// The steps of the neighbour that stand elsewhere, and between them that they are swapped.
void StepsPicture::paintGhost(Sheet &sheet, const Layout &at) const
{
    if (!drawn_.neighbour)
        return;
    const QColor ink = ghostColour(sheet.theme());
    const int first = static_cast<int>(drawn_.neighbour->step) + 1;
    for (int step = first; step <= first + (drawn_.neighbour->isSwap ? 1 : 0); ++step) {
        if (!at.shows(step))
            return;
        const auto &taken = ghost_.steps[static_cast<std::size_t>(step - 1)].front();
        const QRectF box = block(at, taken.thread, step);
        const auto &own = table_.steps[static_cast<std::size_t>(step - 1)];
        const bool isFree = std::ranges::none_of(
            own, [&](const ExecutionTable::Step &s) { return s.thread == taken.thread; });
        sheet.frame(box, ink, 2, Qt::DashLine);
        if (isFree)
            paintBlock(sheet, box, taken, ink);
    }
    if (!drawn_.neighbour->isSwap)
        return;
    const qreal f = sheet.factor();
    const int a = drawn_.execution[static_cast<std::size_t>(first - 1)];
    const int b = drawn_.execution[static_cast<std::size_t>(first)];
    const qreal reach = std::min(11 * f, 0.3 * at.lane);
    const QPointF middle(at.x(first + 1), at.lanesTop() + (a + b + 1) * at.lane / 2.0);
    sheet.painter().setPen(QPen(ink, 2));
    sheet.painter().setBrush(sheet.theme().card);
    sheet.painter().drawEllipse(middle, reach, reach);
    for (const int side : {-1, 1}) { // two arrows that pass one another
        const QPointF tail = middle + QPointF(-side * 0.55 * reach, side * 0.25 * reach);
        const QPointF tip = middle + QPointF(side * 0.2 * reach, side * 0.25 * reach);
        sheet.line(tail, tip, ink, 1.8);
        sheet.triangle(tip + QPointF(side * 0.15 * reach, 0), 0.24 * reach, side > 0, ink);
    }
}

void StepsPicture::paintRows(Sheet &sheet, const Layout &at) const
{
    const qreal f = sheet.factor();
    const Theme &theme = sheet.theme();
    qreal y = at.lanesTop() + table_.threads * at.lane + 6 * f;
    const auto paintRow = [&](const ExecutionTable::Row &row, const QColor *ghost) {
        sheet.text({at.grid.left(), y, at.labels - 4, at.row}, Qt::AlignLeft, row.title,
                   ghost ? *ghost : theme.text, {11, row.isShared ? QFont::DemiBold : QFont::Normal});
        for (int step = 0; step < row.values.size(); ++step) {
            if (!at.shows(step))
                continue;
            const QRectF cell(at.x(step), y, at.width(step), at.row);
            const bool isToCome = step > step_;
            const bool hasChanged = row.hasChanged(step);
            if (hasChanged && !ghost && !isToCome) {
                const qreal half = std::max(14 * f, sheet.widthOf(row.values[step]) / 2 + 6 * f);
                sheet.box({cell.center().x() - half, cell.top() + 1, 2 * half, cell.height() - 2},
                          mixed(theme.of(VariantKind::Parallel), theme.card, 65), 5);
            }
            const QColor ink = ghost ? *ghost : isToCome ? theme.muted : theme.text;
            const bool isBold = hasChanged && (ghost || !isToCome);
            sheet.text(cell, Qt::AlignHCenter, row.values[step], ink,
                       {11, isBold ? QFont::Bold : QFont::Normal});
        }
        y += at.row;
        sheet.line({at.grid.left(), y}, {at.grid.right(), y}, theme.grid);
    };
    const auto own = static_cast<int>(table_.rows.size());
    for (int row = 0; row < std::min(at.rows, own); ++row)
        paintRow(table_.rows[static_cast<std::size_t>(row)], nullptr);
    if (at.rows <= own)
        return;
    ExecutionTable::Row row = ghost_.rows.front();
    row.title = translate("Executions", "x (swapped)");
    row.isShared = false;
    const QColor ink = ghostColour(theme);
    paintRow(row, &ink);
}

/// A dot for each column; the large one is the instant.
void StepsPicture::paintScrubber(Sheet &sheet, const Layout &at, bool hasButtons,
                                 std::vector<Target> &targets) const
{
    const qreal f = sheet.factor();
    const Theme &theme = sheet.theme();
    const qreal y = at.lanesTop() + table_.threads * at.lane + at.rows * at.row + 6 * f + at.scrubber / 2;
    const auto middle = [&](int step) { return QPointF(at.x(step) + at.width(step) / 2, y); };
    const int last = std::min(drawn_.lastStep(), at.first + at.shown - 1);
    const int now = std::min(step_, last);
    sheet.line(middle(0), middle(last), theme.grid, 5 * f);
    sheet.line(middle(0), middle(now), theme.highlight, 5 * f);
    for (int step = 0; step <= last; ++step) {
        if (!at.shows(step))
            continue;
        const bool isNow = step == step_;
        sheet.painter().setPen(QPen(step <= step_ ? theme.highlight : theme.muted, 2));
        sheet.painter().setBrush(isNow ? theme.text : theme.card);
        sheet.painter().drawEllipse(middle(step), isNow ? 8 * f : 4.5 * f, isNow ? 8 * f : 4.5 * f);
    }
    if (!hasButtons)
        return;
    for (const int way : {-1, 1}) {
        const int other = step_ + way;
        const bool exists = other >= 0 && other <= drawn_.lastStep();
        const QRectF box(at.grid.left() + (way > 0 ? 32 * f : 0), y - 10 * f, 26 * f, 20 * f);
        sheet.frame(box, theme.grid, 1);
        sheet.triangle(box.center(), 4.5 * f, way > 0, exists ? theme.text : theme.grid);
        if (exists)
            targets.push_back({box, 0, other});
    }
}

void StepsPicture::paintWords(Sheet &sheet, const Layout &at) const
{
    const qreal f = sheet.factor();
    const Theme &theme = sheet.theme();
    sheet.box({at.words.left(), at.words.top() + 2 * f, 4 * f, at.words.height() - 4 * f},
              drawn_.isRight() ? theme.gain : theme.lock, 2);
    QRectF room = at.words.adjusted(12 * f, 0, 0, 0);
    room.setTop(room.top() + 3 * f + sheet.words(room, storyOf(drawn_), theme.text));
    const bool isOpposite = drawn_.neighbour && drawn_.isNeighbourRight() != drawn_.isRight();
    sheet.words(room, neighbourInWords(drawn_),
                !isOpposite                 ? theme.muted
                : drawn_.isNeighbourRight() ? theme.gain
                                            : theme.text);
}

QString StepsPicture::numbers() const
{
    QString text = numberInWords(drawn_) + u'\n';
    for (int step = 1; step <= drawn_.lastStep(); ++step) {
        for (const ExecutionTable::Step &taken : table_.steps[static_cast<std::size_t>(step - 1)])
            text += QStringLiteral("%1%2\t%3\t%4 %5\n")
                        .arg(step == step_ ? QStringLiteral("→ ") : QString())
                        .arg(step)
                        .arg(threadLetter(taken.thread), taken.what, taken.code);
    }
    for (const ExecutionTable::Row &row : table_.rows)
        text += row.title + u'\t' + row.values.join(u'\t') + u'\n';
    return text + storyOf(drawn_) + u'\n' + neighbourInWords(drawn_) + u'\n';
}

} // namespace tenfold
