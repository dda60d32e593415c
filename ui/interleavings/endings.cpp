#include "ui/interleavings/endings.h"

#include "core/analysis/format.h"
#include "core/catalog/words.h"
#include "ui/graph/graphpainter.h"
#include "ui/interleavings/executionwords.h"

#include <algorithm>

namespace tenfold {

static QString digits(Count count)
{
    return QString::fromStdString(inDigits(count));
}

EndingsPicture::EndingsPicture(std::shared_ptr<const Executions> all, Remedy remedy)
    : all_(std::move(all)), remedy_(std::move(remedy))
{
    for (const auto &[ending, count] : all_->endings())
        columns_.push_back({ending, count, {}});
    if (all_->total() > mostBricks)
        return;
    for (Count number = 1; number <= all_->total(); ++number) {
        const Execution execution = all_->at(number);
        const Ending ending = endingOf(all_->rules(), execution);
        std::ranges::find(columns_, ending, &Column::ending)->bricks.emplace_back(number, execution);
        longest_ = std::max(longest_, execution.size());
    }
}

void EndingsPicture::paint(Sheet &sheet, const QRectF &area, const DrawnExecution &drawn,
                           std::vector<Target> &targets) const
{
    const qreal f = sheet.factor();
    const Sheet::Type bold{12, QFont::Bold};
    const qreal line = sheet.lineHeight(bold);
    sheet.text({area.left(), area.top(), area.width(), line}, Qt::AlignLeft,
               translate("Executions", "Executions by result"), sheet.theme().text, bold);
    QRectF rest = area.adjusted(0, line + 4 * f, 0, 0);
    rest = paintRemedy(sheet, rest);
    if (longest_ == 0 || !paintBricks(sheet, rest, drawn, targets))
        paintBars(sheet, rest, drawn);
}

/// At the bottom of the area. Returns the rest.
QRectF EndingsPicture::paintRemedy(Sheet &sheet, const QRectF &area) const
{
    if (!remedy_.executions)
        return area;
    const qreal f = sheet.factor();
    const Executions &put = *remedy_.executions;
    const QString words =
        (put.right() == put.total() ? translate("Executions", "%1: %2 executions, all of them right.")
                                    : translate("Executions", "%1: %2 executions, not all of them right."))
            .arg(remedy_.title.text(), digits(put.total()));
    const qreal height = sheet.heightOf(words, area.width());
    if (area.height() < height + 130 * f)
        return area;
    const QRectF room(area.left(), area.bottom() - height, area.width(), height);
    sheet.words(room, words, sheet.theme().muted);
    sheet.line(room.topLeft() - QPointF(0, 7 * f), room.topRight() - QPointF(0, 7 * f), sheet.theme().grid);
    return area.adjusted(0, 0, 0, -height - 14 * f);
}

/// False where they are too many or too long for the area.
bool EndingsPicture::paintBricks(Sheet &sheet, const QRectF &area, const DrawnExecution &drawn,
                                 std::vector<Target> &targets) const
{
    const qreal f = sheet.factor();
    std::size_t tallest = 0;
    for (const Column &column : columns_)
        tallest = std::max(tallest, column.bricks.size());
    const auto columns = static_cast<qreal>(columns_.size());
    const qreal number = sheet.widthOf(digits(all_->total())) + 5 * f;
    const qreal width = area.width() / columns;
    const qreal letter = std::min(20 * f, (width - number - 14 * f) / static_cast<qreal>(longest_));
    const qreal above = sheet.lineHeight({20, QFont::Bold}) + 14 * f;
    const qreal below = sheet.lineHeight({13, QFont::DemiBold}) + sheet.lineHeight() + 8 * f;
    const qreal pitch = std::min(36 * f, (area.height() - above - below) / static_cast<qreal>(tallest));
    const auto isTooWide = [&](const Column &column) {
        return sheet.widthOf(endingInWords(all_->program(), column.ending), {13, QFont::DemiBold}) > width;
    };
    if (std::ranges::any_of(columns_, isTooWide))
        return false;
    if (letter < sheet.widthOf(QStringLiteral("A"), {9}) || pitch < sheet.lineHeight() + 3 * f)
        return false;
    const qreal base = area.bottom() - below;
    const Theme &theme = sheet.theme();
    sheet.line({area.left(), base}, {area.right(), base}, theme.muted, 1.5);
    for (qreal left = area.left(); const Column &column : columns_) {
        const qreal wide = letter * static_cast<qreal>(longest_);
        const qreal x = left + std::max(0.0, width - number - wide) / 2 + number;
        qreal y = base - 4 * f;
        for (auto brick = column.bricks.rbegin(); brick != column.bricks.rend(); ++brick) {
            const QRectF box(x, y - pitch + 5 * f, letter * static_cast<qreal>(brick->second.size()),
                             pitch - 7 * f);
            const bool isDrawn = brick->first == drawn.number;
            const bool isNeighbour = drawn.neighbour && brick->first == drawn.neighbour->number;
            sheet.text({x - number, box.top(), number - 5 * f, box.height()}, Qt::AlignRight,
                       digits(brick->first), isDrawn ? theme.text : theme.muted,
                       {11, isDrawn ? QFont::Bold : QFont::Normal});
            paintBrick(sheet, box, brick->second, letter);
            if (isDrawn || isNeighbour)
                sheet.frame(box.adjusted(-2.5, -2.5, 2.5, 2.5),
                            isDrawn                    ? theme.text
                            : drawn.isNeighbourRight() ? theme.gain
                                                       : theme.lock,
                            2, isDrawn ? Qt::SolidLine : Qt::DashLine);
            targets.push_back({QRectF(x - number, y - pitch, wide + number, pitch), brick->first});
            y -= pitch;
        }
        paintColumn(sheet, {left, y - above, width, area.bottom() - y + above}, column,
                    {x, y, wide, base - y});
        left += width;
    }
    return true;
}

/// What stands above and below the bricks.
void EndingsPicture::paintColumn(Sheet &sheet, const QRectF &area, const Column &column,
                                 const QRectF &bricks) const
{
    const qreal f = sheet.factor();
    const Theme &theme = sheet.theme();
    const bool isRight = tenfold::isRight(all_->program(), column.ending);
    const QColor ink = isRight ? theme.gain : theme.lock;
    const Sheet::Type large{20, QFont::Bold}, title{13, QFont::DemiBold};
    const qreal high = sheet.lineHeight(large);
    sheet.text({area.left(), area.top(), area.width(), high}, Qt::AlignHCenter, digits(column.count), ink,
               large);
    const QRectF bar(bricks.left() - 2, area.top() + high + f, bricks.width() + 4, 7 * f);
    if (isRight)
        sheet.box(bar, theme.gain, 2);
    else
        sheet.wrong(bar);
    const qreal second = area.bottom() - sheet.lineHeight();
    sheet.text({area.left(), second - sheet.lineHeight(title), area.width(), sheet.lineHeight(title)},
               Qt::AlignHCenter, endingInWords(all_->program(), column.ending), theme.text, title);
    const QString words = judgement(all_->program(), column.ending);
    if (sheet.widthOf(words) <= area.width())
        sheet.text({area.left(), second, area.width(), sheet.lineHeight()}, Qt::AlignHCenter, words,
                   theme.muted);
}

void EndingsPicture::paintBrick(Sheet &sheet, const QRectF &brick, const Execution &execution,
                                qreal letter) const
{
    const qreal points = letter < 13 * sheet.factor() ? 9 : 11;
    for (qreal x = brick.left(); const std::uint8_t thread : execution) {
        const QRectF box(x, brick.top(), letter - 1, brick.height());
        const QColor fill = threadColour(sheet.theme(), thread);
        sheet.box(box, fill);
        sheet.text(box, Qt::AlignHCenter, threadLetter(thread), inkOn(fill), {points, QFont::DemiBold});
        x += letter;
    }
}

/// A bar as long as there are executions with that ending, with their exact number beside it, or above it
/// where that is long.
void EndingsPicture::paintBars(Sheet &sheet, const QRectF &area, const DrawnExecution &drawn) const
{
    const qreal f = sheet.factor();
    const Theme &theme = sheet.theme();
    const Sheet::Type type{11, QFont::DemiBold};
    qreal titles = 0, counts = 0;
    Count most = 1;
    for (const Column &column : columns_) {
        titles = std::max(titles, sheet.widthOf(endingInWords(all_->program(), column.ending), type) + 8 * f);
        counts = std::max(counts, sheet.widthOf(digits(column.count), type) + 8 * f);
        most = std::max(most, column.count);
    }
    const qreal highest = area.height() / static_cast<qreal>(columns_.size());
    const bool isAbove = titles + counts + 30 * f > area.width() && highest > 2 * sheet.lineHeight(type);
    const qreal pitch = std::min((isAbove ? 50 : 40) * f, highest);
    const qreal x = area.left() + (isAbove ? 2 : titles);
    const qreal room = std::max(30 * f, area.right() - x - (isAbove ? 2 : counts));
    for (qreal y = area.top(); const Column &column : columns_) {
        QRectF line(area.left(), y, area.width(), isAbove ? 0.5 * pitch : pitch);
        const QRectF bars = isAbove ? line.translated(0, line.height()) : line;
        const bool isRight = tenfold::isRight(all_->program(), column.ending);
        const bool isDrawn = column.ending == drawn.ending;
        const double share = static_cast<double>(column.count) / static_cast<double>(most);
        const QRectF bar(x, bars.top() + 0.18 * bars.height(), std::max(2.0, room * share),
                         0.64 * bars.height());
        sheet.text(line, Qt::AlignLeft, endingInWords(all_->program(), column.ending),
                   isDrawn ? theme.text : theme.muted, type);
        if (isRight)
            sheet.box(bar, theme.gain, 2);
        else
            sheet.wrong(bar);
        if (isDrawn)
            sheet.frame(bar.adjusted(-2, -2, 2, 2), theme.text, 2);
        line.setLeft(isAbove ? line.left() + titles : bar.right() + 6 * f);
        const QString exact = digits(column.count);
        sheet.text(line, Qt::AlignLeft,
                   sheet.widthOf(exact, type) > line.width() ? formatCount(static_cast<double>(column.count))
                                                             : exact,
                   isRight ? theme.gain : theme.text, type);
        y += pitch;
    }
}

QString EndingsPicture::numbers() const
{
    QString text;
    for (const Column &column : columns_)
        text += endingInWords(all_->program(), column.ending) + u'\t' + digits(column.count) + u'\t' +
                judgement(all_->program(), column.ending) + u'\n';
    return text;
}

} // namespace tenfold
