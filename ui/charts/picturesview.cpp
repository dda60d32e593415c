#include "ui/charts/picturesview.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tenfold {

static constexpr qreal picturesMargin = 12;

PicturesView::PicturesView(const View &view, QWidget *parent) : Picture(parent), view_(view)
{
    setMinimumSize(200, 150);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

static QImage imageIn(const QVariant &cell)
{
    QImage image = cell.value<QImage>();
    if (image.isNull() && cell.typeId() == QMetaType::QByteArray)
        image.loadFromData(cell.toByteArray());
    return image;
}

/// The rows of the table whose tasks were done at the instant; the others are empty.
static QList<QVariantList> rowsAt(const Scene &scene, const Repeat &repeat)
{
    QList<QVariantList> rows = repeat.results.table.rows;
    if (!repeat.trace || scene.instantOf(*repeat.trace) >= repeat.trace->now())
        return rows;
    const Nanoseconds instant = scene.instantOf(*repeat.trace);
    std::vector<bool> isDone(static_cast<std::size_t>(rows.size()));
    std::vector<bool> isOpen(isDone.size());
    for (const Lane *lane : repeat.trace->lanes()) {
        lane->spans().forEach([&](const SpanRecord &span) {
            if (span.task < 0 || span.task >= rows.size())
                return;
            (span.endOr(repeat.trace->now()) <= instant ? isDone
                                                        : isOpen)[static_cast<std::size_t>(span.task)] = true;
        });
    }
    for (std::size_t i = 0; i < isDone.size(); ++i) {
        if (!isDone[i] || isOpen[i])
            rows[static_cast<qsizetype>(i)].clear();
    }
    return rows;
}

void PicturesView::show(const Scene &scene)
{
    const Outcome *last = nullptr;
    for (const Outcome &outcome : scene.outcomes) {
        const Repeat *repeat = outcome.shown();
        if (repeat && !repeat->results.table.rows.isEmpty())
            last = &outcome;
    }
    columns_.clear();
    places_.clear();
    const std::vector<Column> &columns = scene.scenario()->columns;
    for (const QString &source : view_.sources) {
        const auto found = std::ranges::find(columns, source, &Column::id);
        if (found == columns.end())
            continue;
        columns_.push_back(found->title);
        places_.push_back(found - columns.begin());
    }
    if (last) {
        variant_ = scene.variantOf(*last)->title.text();
        read(rowsAt(scene, *last->shown()));
    } else {
        variant_.clear();
        rows_.clear();
        tasks_.clear();
    }
    retranslate();
}

void PicturesView::read(const QList<QVariantList> &rows)
{
    if (rows == rows_)
        return;
    tasks_.clear();
    for (qsizetype row = 0; row < rows.size(); ++row) {
        Task task{QString::number(row + 1), {}};
        if (const QVariant name = rows[row].value(0); name.typeId() == QMetaType::QString)
            task.title += QStringLiteral(" · ") + name.toString();
        for (const qsizetype place : places_)
            task.images.push_back(imageIn(rows[row].value(place)));
        if (std::ranges::any_of(task.images, [](const QImage &image) { return !image.isNull(); }))
            tasks_.push_back(std::move(task));
    }
    rows_ = rows;
}

void PicturesView::setTheme(const Theme &theme)
{
    theme_ = theme;
    update();
}

QString PicturesView::heading() const
{
    return variant_.isEmpty() ? view_.title.text() : tr("%1 (%2)").arg(view_.title.text(), variant_);
}

void PicturesView::retranslate()
{
    setAccessibleName(view_.title.text());
    setAccessibleDescription(numbers());
    update();
}

void PicturesView::paintTask(QPainter &painter, const Task &task, const QRectF &cell) const
{
    const QFontMetricsF metrics(painter.font());
    const qreal gap = 3;
    const auto count = static_cast<qreal>(task.images.size());
    const qreal width = (cell.width() - gap * (count - 1)) / count;
    const qreal height = cell.height() - metrics.height() - 2;
    qreal bottom = cell.top() + height;
    for (std::size_t i = 0; i < task.images.size(); ++i) {
        const QRectF room(cell.left() + (width + gap) * static_cast<qreal>(i), cell.top(), width, height);
        const QImage &image = task.images[i];
        if (image.isNull()) {
            painter.setPen(QPen(theme_.grid, 1, Qt::DashLine));
            painter.drawRect(room);
            continue;
        }
        const QSizeF size = QSizeF(image.size()).scaled(room.size(), Qt::KeepAspectRatio);
        const QRectF box(QPointF(room.left(), room.top()), size);
        painter.drawImage(box, image);
        painter.setPen(QPen(theme_.grid, 1));
        painter.drawRect(box);
        bottom = i == 0 ? box.bottom() : std::max(bottom, box.bottom());
    }
    painter.setPen(theme_.text);
    painter.drawText(QPointF(cell.left(), bottom + metrics.ascent() + 2),
                     metrics.elidedText(task.title, Qt::ElideMiddle, cell.width()));
}

void PicturesView::render(QPainter &painter, const QRectF &target)
{
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF bold(theme_.font(12, QFont::Bold));
    QPointF at(target.left() + picturesMargin, target.top() + 6 + bold.ascent());
    const qreal room = target.width() - 2 * picturesMargin;
    painter.setFont(theme_.font(12, QFont::Bold));
    painter.setPen(theme_.text);
    const QString title = bold.elidedText(heading(), Qt::ElideRight, room);
    painter.drawText(at, title);
    QStringList names;
    for (const Words &column : columns_)
        names << column.text();
    painter.setFont(theme_.font(12));
    painter.setPen(theme_.muted);
    const QString columns = names.join(QStringLiteral(" | "));
    const QFontMetricsF plain(painter.font());
    const qreal after = bold.horizontalAdvance(title) + 16 * theme_.factor;
    if (after + plain.horizontalAdvance(columns) <= room)
        at.rx() += after;
    else
        at.ry() += plain.height();
    painter.drawText(at, plain.elidedText(columns, Qt::ElideRight, target.right() - picturesMargin - at.x()));

    painter.setFont(theme_.font(11));
    const QFontMetricsF metrics(painter.font());
    const QRectF area(target.left() + picturesMargin, at.y() + bold.descent() + 8, room,
                      target.bottom() - at.y() - bold.descent() - 14);
    if (!tasks_.empty() && area.height() > metrics.height()) {
        const QSizeF image = [&] {
            for (const QImage &first : tasks_.front().images) {
                if (!first.isNull())
                    return QSizeF(first.size());
            }
            return QSizeF(16, 9);
        }();
        const qreal gap = 14 * theme_.factor;
        const auto columnsOf = static_cast<qreal>(tasks_.front().images.size());
        const qreal under = metrics.height() + 6;
        // As many in a row as make the images largest.
        std::size_t best = 1;
        qreal largest = 0;
        for (std::size_t across = 1; across <= tasks_.size(); ++across) {
            const std::size_t rows = (tasks_.size() + across - 1) / across;
            const auto down = static_cast<qreal>(rows);
            const qreal wide =
                ((area.width() - gap * static_cast<qreal>(across - 1)) / static_cast<qreal>(across)) /
                columnsOf;
            const qreal high = (area.height() / down - under) * image.width() / image.height();
            if (std::min(wide, high) > largest) {
                largest = std::min(wide, high);
                best = across;
            }
        }
        const qreal width = largest * columnsOf;
        const qreal pitch = largest * image.height() / image.width() + under;
        for (std::size_t i = 0; i < tasks_.size(); ++i) {
            const std::size_t row = i / best;
            const QRectF cell(area.left() + static_cast<qreal>(i % best) * (width + gap),
                              area.top() + static_cast<qreal>(row) * pitch, width, pitch - 4);
            paintTask(painter, tasks_[i], cell);
        }
    }
    painter.restore();
}

void PicturesView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    render(painter, rect());
}

QString PicturesView::numbers() const
{
    QString text;
    for (const Task &task : tasks_) {
        text += task.title;
        for (std::size_t i = 0; i < task.images.size(); ++i)
            text += u'\t' + columns_[i].text() + u' ' +
                    (task.images[i].isNull()
                         ? QStringLiteral("-")
                         : QStringLiteral("%1×%2").arg(task.images[i].width()).arg(task.images[i].height()));
        text += u'\n';
    }
    return text;
}

} // namespace tenfold
