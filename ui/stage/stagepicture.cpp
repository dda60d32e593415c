#include "ui/stage/stagepicture.h"

#include "core/analysis/format.h"
#include "core/catalog/pattern.h"
#include "ui/charts/chart.h"
#include "ui/charts/sweepview.h"
#include "ui/language.h"
#include "ui/stage/frame.h"
#include "ui/timeline/focus.h"
#include "ui/timeline/timeline.h"

#include <QPainter>

#include <utility>

namespace tenfold {

using namespace stage;

StagePicture::StagePicture(const Scenario &scenario, const QString &view, QWidget *parent)
    : Picture(parent), scenario_(scenario), timeline_(makeTimeline())
{
    scene_.request.scenario = &scenario;
    redraw_.setSingleShot(true);
    redraw_.setInterval(0);
    connect(&redraw_, &QTimer::timeout, this, &StagePicture::redraw);
    slide_ = {Slide::Kind::Results, view};
    setChart();
    feed();
}

bool StagePicture::hasPictures() const
{
    return slide_.words.isEmpty() && slide_.kind != Slide::Kind::Code;
}

Timeline &StagePicture::timeline() const
{
    return static_cast<Timeline &>(*timeline_);
}

void StagePicture::setChart()
{
    const bool isSwept = slide_.kind == Slide::Kind::Sweep;
    const bool isView =
        !slide_.of.isEmpty() && (slide_.kind == Slide::Kind::View || slide_.kind == Slide::Kind::Results);
    const FigureId figure = isSwept  ? sweepFigure(scenario_, slide_.of)
                            : isView ? FigureId{FigureId::Kind::View, slide_.of}
                                     : FigureId{FigureId::Kind::Elapsed};
    if (chart_ && (figure == figure_ || !hasPictures()))
        return;
    figure_ = figure;
    chart_.reset(figure.kind == FigureId::Kind::Elapsed ? nullptr : makeView(viewOf(scenario_, figure)));
    if (!chart_)
        chart_.reset(makeElapsedBars());
    if (auto *sweep = qobject_cast<SweepView *>(chart_.get()))
        sweep->setConcluding(false); // the slide does it
    factor_ = 0;
}

/// Passes the scene on to the pictures that the slide has.
void StagePicture::feed()
{
    numbers_ = BigNumbers::of(scenario_, scene_, theme_);
    if (hasPictures()) {
        chart_->show(scene_);
        if (slide_.hasTimeline()) {
            timeline_->show(scene_);
            if (!focus_.isEmpty()) // which another scene may have taken back
                timeline().setFocusOn(focus_);
        }
    }
    setAccessibleName(patternOf(scene_, scenario_).title.text());
    if (!scene_.isUnderWay() && !scene_.whole) // nobody listens to what becomes another thing at once
        setAccessibleDescription(numbers());
    redraw_.start();
}

void StagePicture::show(const Scene &scene)
{
    show(scene, slide_);
}

void StagePicture::show(const Scene &scene, const Slide &slide)
{
    if (scene.atEnd().firstTrace() != scene_.atEnd().firstTrace() || !scene.scenario()) // another run
        focus_.clear();
    scene_ = scene;
    const bool isOther = !slide.isSame(slide_);
    slide_ = slide;
    setChart();
    feed();
    if (isOther && scene.isUnderWay())
        setAccessibleDescription(numbers());
}

QString StagePicture::moveFocus()
{
    if (!hasPictures() || !slide_.hasTimeline())
        return {};
    QStringList drawn;
    for (const Outcome &outcome : scene_.outcomes) {
        const Repeat *repeat = outcome.shown();
        if (repeat && repeat->trace)
            drawn << outcome.variant;
    }
    const int usual = focusOf(scene_);
    if (drawn.size() < 2 || usual < 0)
        return {};
    const QString &first = scene_.outcomes[static_cast<std::size_t>(usual)].variant;
    const auto now = drawn.indexOf(focus_.isEmpty() ? first : focus_);
    const QString next = drawn[(now + 1) % drawn.size()];
    focus_ = next == first ? QString() : next;
    timeline().setFocusOn(focus_);
    redraw_.start();
    return scenario_.variant(next)->title.text();
}

void StagePicture::setTheme(const Theme &theme)
{
    theme_ = theme;
    factor_ = 0;
    feed();
}

void StagePicture::retranslate()
{
    code_.reset();
    codeKey_.clear();
    chart_->retranslate();
    timeline_->retranslate();
    feed();
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

void StagePicture::setFlash(const QString &words)
{
    flash_ = words;
    update();
}

void StagePicture::render(QPainter &painter, const QRectF &target)
{
    if (const Theme theme = themeFor(target.size()); std::exchange(factor_, theme.factor) != theme.factor) {
        chart_->setTheme(theme);
        timeline_->setTheme(theme);
    }
    const Layout at = layOut(target, slide_, scene_);
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
    const Pattern &pattern = patternOf(scene_, scenario_);
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
    painter.drawText(at.message, Qt::TextWordWrap, note(slide_, scene_));
}

void StagePicture::paintNumber(QPainter &painter, const QRectF &card, const BigNumber &number,
                               const Theme &theme, bool isLow) const
{
    paintCard(painter, card, theme);
    const qreal pad = isLow ? 0 : 7 * theme.factor;
    const QRectF inside = card.adjusted(margin + 2, pad, -margin, -pad);
    const QFont big = theme.font(isLow ? 16 : 26, QFont::Bold);
    const QFontMetricsF value(big);
    const qreal taken = isLow ? value.horizontalAdvance(number.value) + gap : 0;
    const QFontMetricsF title(theme.font(11));
    const QString fitting = title.elidedText(number.title, Qt::ElideRight, inside.width() - taken);
    const QPointF middle(inside.left(), inside.center().y() + value.capHeight() / 2);
    painter.setFont(theme.font(11));
    painter.setPen(theme.muted);
    painter.drawText(isLow ? middle : QPointF(inside.left(), inside.top() + title.ascent()), fitting);
    painter.setFont(big);
    painter.setPen(number.colour);
    painter.drawText(isLow ? middle + QPointF(title.horizontalAdvance(fitting) + gap, 0)
                           : QPointF(inside.left(), inside.bottom() - value.descent()),
                     number.value);
}

void StagePicture::paintNumbers(QPainter &painter, const Layout &at) const
{
    for (std::size_t i = 0; i < numbers_.size(); ++i)
        paintNumber(painter, at.numbers[i], numbers_[i], at.theme, at.areNumbersLow);
    painter.setFont(at.theme.font(11, QFont::DemiBold));
    painter.setPen(at.theme.text);
    painter.drawText(at.caveat, Qt::TextWordWrap, scene_.summary.caveat.text());
}

void StagePicture::paintPictures(QPainter &painter, const Layout &at)
{
    paintCard(painter, at.chart, at.theme);
    if (!at.timeline.isEmpty())
        paintCard(painter, at.timeline, at.theme);
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

const std::optional<CodeSlide> &StagePicture::code(const QString &mistake, int columns) const
{
    const QStringList key{mistake, QString::number(columns), isCppFirst_ ? QStringLiteral("C++") : QString(),
                          language()};
    if (std::exchange(codeKey_, key) != key)
        code_ = codeSlideOf(scenario_, mistake, isCppFirst_, columns);
    return code_;
}

/// As many columns as there is room for, with type that is never smaller.
void StagePicture::paintCode(QPainter &painter, const Layout &at) const
{
    const int columns = codeColumns(codeWidth(at.chart.width(), at.theme), at.theme);
    if (const auto &slide = code(slide_.of, columns))
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
    QPainter painter(this);
    painter.drawPixmap(0, 0, canvas_);
    if (!flash_.isEmpty())
        paintFlash(painter);
}

/// In the colours of the slide the other way round, so that it is not taken for a part of it.
void StagePicture::paintFlash(QPainter &painter) const
{
    const Theme theme = themeFor(size());
    const QFont font = theme.font(12, QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const QSizeF edge = QSizeF(14, 7) * theme.factor;
    const QString fitting = metrics.elidedText(flash_, Qt::ElideRight, width() - 2 * (margin + edge.width()));
    QRectF plate(QPointF(), QSizeF(metrics.horizontalAdvance(fitting), metrics.height()) + 2 * edge);
    plate.moveCenter(QRectF(rect()).center());
    plate.moveBottom(height() - margin - edge.height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.text);
    painter.drawRoundedRect(plate, plate.height() / 2, plate.height() / 2);
    painter.setFont(font);
    painter.setPen(theme.window);
    painter.drawText(plate, Qt::AlignCenter, fitting);
}

void StagePicture::resizeEvent(QResizeEvent *event)
{
    Picture::resizeEvent(event);
    redraw_.start();
}

QString StagePicture::numbers() const
{
    if (!slide_.words.isEmpty())
        return wordsOf(slide_);
    if (slide_.kind == Slide::Kind::Code) {
        const auto &slide = code(slide_.of, CodeSlide::mostColumns);
        return slide ? slide->sentence + u'\n' + slide->more : QString();
    }
    QString text;
    for (const BigNumber &number : numbers_)
        text += number.title + u'\t' + number.value + u'\n';
    if (const QString caveat = scene_.summary.caveat.text(); !caveat.isEmpty())
        text += caveat + u'\n';
    if (const QString said = sentence(slide_, scene_); !said.isEmpty())
        text += said + u'\n';
    return text + chart_->numbers() + (slide_.hasTimeline() ? timeline_->numbers() : QString());
}

} // namespace tenfold
