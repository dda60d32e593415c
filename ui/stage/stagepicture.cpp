#include "ui/stage/stagepicture.h"

#include "core/analysis/format.h"
#include "core/catalog/pattern.h"
#include "ui/charts/chart.h"
#include "ui/timeline/painter.h"

#include <QPainter>

#include <algorithm>

namespace tenfold {

static constexpr qreal margin = 12;
static constexpr qreal gap = 10;

/// The factor of the type for a picture of `size`: nothing on a projector is under 16 points.
static qreal factorFor(QSizeF size)
{
    const qreal scale = std::min(size.width() / 1280, size.height() / 720);
    return std::max(0.5, 1.5 + (scale < 1 ? 1.2 : 0.8) * (scale - 1));
}

StagePicture::StagePicture(const Scenario &scenario, const QString &view, QWidget *parent)
    : Picture(parent), scenario_(scenario), timeline_(makeTimeline())
{
    scene_.request.scenario = &scenario;
    redraw_.setSingleShot(true);
    redraw_.setInterval(0);
    connect(&redraw_, &QTimer::timeout, this, &StagePicture::redraw);
    setView(view);
}

void StagePicture::setView(const QString &view)
{
    if (chart_ && view == view_)
        return;
    view_ = view;
    const View *drawn = scenario_.view(view);
    chart_.reset(drawn ? makeView(*drawn) : nullptr);
    if (!chart_)
        chart_.reset(makeElapsedBars());
    factor_ = 0;
    show(scene_);
}

void StagePicture::show(const Scene &scene)
{
    scene_ = scene;
    numbers_ = BigNumbers::of(scenario_, scene, theme_);
    chart_->show(scene);
    timeline_->show(scene);
    setAccessibleName(findPattern(scenario_.pattern)->title.text());
    setAccessibleDescription(numbers());
    redraw_.start();
}

void StagePicture::setTheme(const Theme &theme)
{
    theme_ = theme;
    factor_ = 0;
    show(scene_);
}

void StagePicture::retranslate()
{
    chart_->retranslate();
    show(scene_);
}

void StagePicture::setWords(const QString &heading, const QStringList &paragraphs)
{
    heading_ = heading;
    words_ = paragraphs;
    redraw_.start();
}

void StagePicture::setMessage(const QString &sentences)
{
    message_ = sentences;
    redraw_.start();
}

void StagePicture::setCorner(const QString &text)
{
    corner_ = text;
    redraw_.start();
}

/// A height in which the rows of the variant in focus can be read, and those of all where that takes no more
/// than `most`; from the start of a run there is room for those of the variant that the numbers speak of, so
/// that nothing jumps when it begins.
static qreal readableHeight(const Scene &scene, const Theme &theme, qreal width, qreal most)
{
    TimelinePainter painter;
    painter.theme = theme;
    const qreal all = painter.neededHeight(width, scene, {}, TimelinePainter::Fold::Never);
    const qreal needed =
        all <= most ? all
                    : std::min(all, painter.neededHeight(width, scene, {}, TimelinePainter::Fold::Ease));
    const auto rows = static_cast<int>(painter.rows().size());
    int expected = rows;
    if (const auto &variants = scene.scenario()->variants; variants.size() > 1 && !scene.outcomes.empty())
        expected = 1 + std::min(8, scene.scenario()->workersOf(variants[1], scene.outcomes.front().values));
    return needed + std::max(0, expected - rows) * painter.lanePitch();
}

StagePicture::Layout StagePicture::layOut(const QRectF &target) const
{
    Layout at;
    at.theme = theme_;
    at.theme.factor = std::clamp(theme_.factor, 0.7, 1.35) * factorFor(target.size());
    const auto heightOf = [&](qreal points, QFont::Weight weight = QFont::Normal) {
        return QFontMetricsF(at.theme.font(points, weight)).height();
    };
    QRectF rest = target.adjusted(margin, margin / 2, -margin, -8);
    const auto take = [&](qreal height, qreal space) {
        QRectF taken = rest;
        taken.setHeight(height);
        rest.setTop(taken.bottom() + space);
        return taken;
    };
    at.title = take(heightOf(20, QFont::Bold), gap);
    if (!message_.isEmpty()) {
        const QFontMetricsF metrics(at.theme.font(12, QFont::DemiBold));
        at.message = take(metrics.boundingRect(rest, Qt::TextWordWrap, message_).height(), gap);
    }
    const QRectF row = take(heightOf(11) + heightOf(26, QFont::Bold) + 14 * at.theme.factor, gap);
    const qreal width = (row.width() - 2 * gap) / 3;
    for (std::size_t i = 0; i < at.numbers.size(); ++i)
        at.numbers[i] = {row.left() + static_cast<qreal>(i) * (width + gap), row.top(), width, row.height()};

    if (const QString caveat = scene_.summary.caveat.text(); !caveat.isEmpty()) {
        const QFontMetricsF metrics(at.theme.font(11, QFont::DemiBold));
        at.caveat = take(metrics.boundingRect(rest, Qt::TextWordWrap, caveat).height(), gap);
    }

    const View *view = scenario_.view(view_);
    if (view && view->kind == ViewKind::Executions) { // no timeline is about them
        at.chart = rest;
        return at;
    }

    // Chart and timeline share what is left as they need it.
    const auto bars = static_cast<qreal>(std::max<std::size_t>(2, scene_.outcomes.size()));
    const qreal chart = std::max(5.7, bars + 2.7) * heightOf(12); // the same for every step
    const qreal room = rest.height() - gap;
    if (constexpr int leastRows = 4;
        room < chart + leastRows * heightOf(12)) { // one of them that can be read
        at.chart = rest;
        return at;
    }
    const qreal timeline = readableHeight(scene_, at.theme, rest.width(), room - chart);
    const qreal spare = room - chart - timeline;
    // Where the rows are too many for the room, they get what the chart leaves.
    const qreal low = std::max(0.36 * room, std::min({chart, 0.5 * room, room - timeline}));
    const qreal high = spare < 0 ? low : chart + 0.45 * spare;
    at.chart = take(std::max(1.0, high), gap);
    at.timeline = rest;
    return at;
}

static void paintCard(QPainter &painter, const QRectF &card, const Theme &theme)
{
    painter.setPen(QPen(theme.grid, 1));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

void StagePicture::render(QPainter &painter, const QRectF &target)
{
    const Layout at = layOut(target);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(target, at.theme.window);
    paintTitle(painter, at);
    paintNumbers(painter, at);
    if (words_.isEmpty())
        paintPictures(painter, at);
    else
        paintWords(painter, at);
    painter.restore();
}

void StagePicture::paintTitle(QPainter &painter, const Layout &at) const
{
    const Theme &theme = at.theme;
    const Pattern &pattern = *findPattern(scenario_.pattern);
    const auto put = [&](const QRectF &where, const QFont &font, const QColor &colour, const QString &text) {
        const QFontMetricsF metrics(font);
        const QString fitting = metrics.elidedText(text, Qt::ElideRight, where.width());
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QPointF(where.left(), where.bottom()), fitting);
        return metrics.horizontalAdvance(fitting);
    };
    const QFont bold = theme.font(20, QFont::Bold);
    QRectF line = at.title;
    line.setBottom(line.top() + QFontMetricsF(bold).ascent());
    if (!corner_.isEmpty()) {
        const qreal width = QFontMetricsF(theme.font(11)).horizontalAdvance(corner_);
        put({line.right() - width, line.top(), width + 1, line.height()}, theme.font(11), theme.muted,
            corner_);
        line.setRight(line.right() - width - gap);
    }
    line.setLeft(line.left() + put(line, bold, theme.text, pattern.title.text()) + 12 * theme.factor);
    if (pattern.scenarios.size() > 1)
        put(line, theme.font(15), theme.muted, scenario_.title.text());
    painter.setFont(theme.font(12, QFont::DemiBold));
    painter.setPen(theme.text);
    painter.drawText(at.message, Qt::TextWordWrap, message_);
}

void StagePicture::paintNumbers(QPainter &painter, const Layout &at) const
{
    const Theme &theme = at.theme;
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
        paintCard(painter, at.numbers[i], theme);
        const qreal pad = 7 * theme.factor;
        const QRectF inside = at.numbers[i].adjusted(margin + 2, pad, -margin, -pad);
        const QFontMetricsF title(theme.font(11));
        painter.setFont(theme.font(11));
        painter.setPen(theme.muted);
        painter.drawText(QPointF(inside.left(), inside.top() + title.ascent()),
                         title.elidedText(numbers_[i].title, Qt::ElideRight, inside.width()));
        const QFont big = theme.font(26, QFont::Bold);
        painter.setFont(big);
        painter.setPen(numbers_[i].colour);
        painter.drawText(QPointF(inside.left(), inside.bottom() - QFontMetricsF(big).descent()),
                         numbers_[i].value);
    }
    painter.setFont(theme.font(11, QFont::DemiBold));
    painter.setPen(theme.text);
    painter.drawText(at.caveat, Qt::TextWordWrap, scene_.summary.caveat.text());
}

void StagePicture::paintPictures(QPainter &painter, const Layout &at)
{
    paintCard(painter, at.chart, at.theme);
    if (!at.timeline.isEmpty())
        paintCard(painter, at.timeline, at.theme);
    if (factor_ != at.theme.factor) {
        chart_->setTheme(at.theme);
        timeline_->setTheme(at.theme);
    }
    factor_ = at.theme.factor;
    chart_->render(painter, at.chart.adjusted(2, 2, -2, -2));
    if (at.timeline.isEmpty())
        return;
    timeline_->render(painter, at.timeline.adjusted(2, 2, -2, -2));
}

// Words in large type.
static constexpr qreal wordPoints = 15;
static constexpr qreal questionPoints = 22;

static QRectF insideOf(const QRectF &card, const Theme &theme)
{
    return card.adjusted(14 * theme.factor, 9 * theme.factor, -14 * theme.factor, -9 * theme.factor);
}

QList<QStringList> StagePicture::pagesOf(const QStringList &paragraphs) const
{
    const Layout at = layOut(rect());
    const QRectF inside = insideOf(at.words(), at.theme);
    const QFontMetricsF metrics(at.theme.font(wordPoints));
    const qreal room = inside.height() - QFontMetricsF(at.theme.font(13)).height() - metrics.height() / 2;
    QList<QStringList> pages;
    qreal left = -1;
    for (const QString &paragraph : paragraphs) {
        const qreal height = metrics.boundingRect(inside, Qt::TextWordWrap, unbroken(paragraph)).height();
        if (height > left) {
            pages << QStringList();
            left = room;
        }
        pages.last() << paragraph;
        left -= height + metrics.height() / 2;
    }
    return pages;
}

void StagePicture::paintWords(QPainter &painter, const Layout &at) const
{
    paintCard(painter, at.words(), at.theme);
    QRectF rest = insideOf(at.words(), at.theme);
    const auto put = [&](const QFont &font, const QColor &colour, const QString &text) {
        painter.setFont(font);
        painter.setPen(colour);
        QRectF taken;
        painter.drawText(rest, Qt::TextWordWrap, unbroken(text), &taken);
        rest.setTop(taken.bottom() + QFontMetricsF(font).height() / 2);
    };
    const Theme &theme = at.theme;
    painter.setClipRect(at.words(), Qt::IntersectClip);
    if (!heading_.isEmpty())
        put(theme.font(13, QFont::DemiBold), theme.text, heading_);
    for (const QString &paragraph : words_) {
        const bool isQuestion = heading_.isEmpty() && &paragraph == &words_.constFirst();
        put(theme.font(isQuestion ? questionPoints : wordPoints),
            heading_.isEmpty() && !isQuestion ? theme.muted : theme.text, paragraph);
    }
}

void StagePicture::redraw()
{
    redraw_.stop();
    if (!isVisible())
        return;
    canvas_ = QPixmap(size() * devicePixelRatio());
    canvas_.setDevicePixelRatio(devicePixelRatio());
    QPainter painter(&canvas_);
    render(painter, rect());
    update();
}

void StagePicture::paintEvent(QPaintEvent *)
{
    if (redraw_.isActive() || canvas_.size() != size() * devicePixelRatio())
        redraw();
    QPainter(this).drawPixmap(0, 0, canvas_);
}

void StagePicture::resizeEvent(QResizeEvent *event)
{
    Picture::resizeEvent(event);
    redraw_.start();
}

QString StagePicture::numbers() const
{
    QString text;
    for (const BigNumber &number : numbers_)
        text += number.title + u'\t' + number.value + u'\n';
    if (const QString caveat = scene_.summary.caveat.text(); !caveat.isEmpty())
        text += caveat + u'\n';
    return text + chart_->numbers() + timeline_->numbers();
}

} // namespace tenfold
