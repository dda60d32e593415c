#include "ui/stage/stagepicture.h"

#include "core/analysis/format.h"
#include "core/catalog/pattern.h"
#include "ui/charts/chart.h"
#include "ui/stage/frame.h"

#include <QPainter>

namespace tenfold {

using namespace stage;

StagePicture::StagePicture(const Scenario &scenario, const QString &view, QWidget *parent)
    : Picture(parent), scenario_(scenario), timeline_(makeTimeline())
{
    scene_.request.scenario = &scenario;
    redraw_.setSingleShot(true);
    redraw_.setInterval(0);
    connect(&redraw_, &QTimer::timeout, this, &StagePicture::redraw);
    setSlide({view.isEmpty() ? Slide::Kind::Results : Slide::Kind::View, view});
}

void StagePicture::setSlide(const Slide &slide)
{
    slide_ = slide;
    const bool isSwept = slide.kind == Slide::Kind::Sweep && slide.words.isEmpty();
    setChart(isSwept                           ? sweepFigure(scenario_, slide.of)
             : slide.kind == Slide::Kind::View ? FigureId{FigureId::Kind::View, slide.of}
                                               : FigureId{FigureId::Kind::Elapsed});
    setAccessibleDescription(numbers());
    redraw_.start();
}

void StagePicture::setChart(const FigureId &figure)
{
    if (chart_ && figure == figure_)
        return;
    figure_ = figure;
    chart_.reset(figure.kind == FigureId::Kind::Elapsed ? nullptr : makeView(viewOf(scenario_, figure)));
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

void StagePicture::render(QPainter &painter, const QRectF &target)
{
    const Layout at = layOut(target, slide_.kind);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(target, at.theme.window);
    paintTitle(painter, at);
    if (!at.numbers.front().isEmpty())
        paintNumbers(painter, at);
    if (!at.sentence.isEmpty())
        paintSentence(painter, at);
    if (slide_.kind == Slide::Kind::Code)
        paintCode(painter, at);
    else if (slide_.words.isEmpty())
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
    painter.drawText(at.message, Qt::TextWordWrap, note());
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

void StagePicture::setCppFirst(bool isCppFirst)
{
    isCppFirst_ = isCppFirst;
    redraw_.start();
}

/// As many columns as there is room for, with type that is never smaller.
void StagePicture::paintCode(QPainter &painter, const Layout &at) const
{
    const qreal width = codeWidth(at.chart.width(), at.theme);
    const QFontMetricsF metrics(slideCodeFont(at.theme.factor, width));
    const int columns =
        std::clamp(static_cast<int>(width / metrics.horizontalAdvance(u'0')), 16, CodeSlide::mostColumns);
    if (const auto slide = codeSlideOf(scenario_, slide_.of, isCppFirst_, columns))
        paintCodeSlide(painter, at.chart, *slide, at.theme);
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
    if (!slide_.words.isEmpty())
        return (QStringList{slide_.heading} + slide_.words).join(u'\n');
    QString text;
    for (const BigNumber &number : numbers_)
        text += number.title + u'\t' + number.value + u'\n';
    if (const QString caveat = scene_.summary.caveat.text(); !caveat.isEmpty())
        text += caveat + u'\n';
    return text + chart_->numbers() + timeline_->numbers();
}

} // namespace tenfold
