#include "ui/export/drawnfigure.h"

#include <QPainter>

namespace tenfold {

/// The line of the run that is drawn; a page has it at its numbers, and a sweep says its own.
static QString caveatIn(const Scene &scene, const FigureId &id)
{
    const bool isSweep = scene.sweeps.contains(sweptIn(*scene.scenario(), id));
    return isSweep || id.kind == FigureId::Kind::Page ? QString() : scene.atEnd().summary.caveat.text();
}

DrawnFigure::DrawnFigure(const Scene &scene, const Figure &figure, const QString &ending)
    : picture_(makeFigure(*scene.scenario(), figure.id)),
      theme_(figure.theme),
      size_(figure.size),
      command_(figureCommand(scene, figure, ending)),
      caveat_(caveatIn(scene, figure.id)),
      hasFoot_(figure.hasFoot)
{
    // Shaped, the digits beside Latin letters are other glyphs in Noto Sans CJK, which no character has.
    if (ending == QLatin1String("pdf"))
        theme_.base.setStyleStrategy(QFont::PreferNoShaping);
    if (picture_)
        picture_->setTheme(theme_);
    show(scene);
}

void DrawnFigure::show(const Scene &scene)
{
    scene_ = spoken(scene);
    isAtEnd_ = !scene.whole;
    if (picture_)
        picture_->show(scene_);
}

/// Writes the command that makes the figure at the bottom of `body`, which gets as much lower.
void DrawnFigure::paintFoot(QPainter &painter, QRectF &body) const
{
    const QFont small = theme_.font(9);
    const QFontMetricsF metrics(small);
    const QString command = QString(command_).replace(u'\n', QStringLiteral("\\n"));
    // A command that is cut does not reproduce anything; one of many lines would leave no room.
    constexpr int mostLines = 3;
    const QRectF room(0, 0, size_.width() - 32, metrics.lineSpacing() * mostLines + 1);
    // Words are cut only where one of them is wider than the picture.
    QRectF needed = metrics.boundingRect(room, Qt::TextWordWrap, command);
    const int wrap = needed.width() <= room.width() ? Qt::TextWordWrap : Qt::TextWrapAnywhere;
    needed = metrics.boundingRect(room, wrap, command);
    const bool isWhole = needed.height() <= room.height();
    const qreal foot = (isWhole ? needed.height() : metrics.height()) + 6;
    painter.setFont(small);
    painter.setPen(theme_.muted);
    painter.drawText(QRectF(16, size_.height() - foot, room.width(), foot),
                     static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | (isWhole ? wrap : 0),
                     isWhole ? command : metrics.elidedText(command, Qt::ElideRight, room.width()));
    body.setBottom(size_.height() - foot);
}

/// Writes what bends its numbers at the bottom of `body`, which gets as much lower.
void DrawnFigure::paintCaveat(QPainter &painter, QRectF &body) const
{
    const QFont bold = theme_.font(11, QFont::DemiBold);
    QRectF line(16, 0, size_.width() - 32, body.height() / 3);
    line.setHeight(QFontMetricsF(bold).boundingRect(line, Qt::TextWordWrap, caveat_).height() + 6);
    line.moveBottom(body.bottom());
    painter.setFont(bold);
    painter.setPen(theme_.text);
    if (isAtEnd_)
        painter.drawText(line, Qt::TextWordWrap, caveat_);
    body.setBottom(line.top());
}

void DrawnFigure::paint(QPainter &painter) const
{
    const QRectF whole(QPointF(0, 0), QSizeF(size_));
    painter.fillRect(whole, picture_->ground(theme_));
    QRectF body = whole.adjusted(4, 4, -4, -4);
    if (hasFoot_)
        paintFoot(painter, body);
    if (!caveat_.isEmpty())
        paintCaveat(painter, body);
    picture_->render(painter, body);
}

QImage DrawnFigure::rasterized(qreal scale) const
{
    QImage image((QSizeF(size_) * scale).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(3780); // 96 per inch, whatever the screen has
    image.setDotsPerMeterY(3780);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paint(painter);
    return image;
}

} // namespace tenfold
