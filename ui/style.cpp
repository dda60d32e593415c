#include "ui/style.h"

#include <QPainter>
#include <QStyleOption>

namespace tenfold {

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    const QSize usual = QProxyStyle::sizeFromContents(type, option, size, widget);
    // Fusion measures menu items by their ink and elides them by their advance, which is wider in Japanese.
    return type == CT_MenuItem ? usual + QSize(option->fontMetrics.height() / 2, 0) : usual;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ToolBarItemMargin:
    case PM_ToolBarItemSpacing:
        return 4;
    case PM_ToolBarFrameWidth:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

static void drawCard(QPainter &painter, const QStyleOption &option)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(option.palette.color(QPalette::Mid));
    painter.setBrush(option.palette.base());
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.restore();
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (element == CE_ShapedFrame && widget && widget->objectName() == QLatin1String("card")) {
        drawCard(*painter, *option);
    } else if (element == CE_ToolBar) {
        painter->setPen(option->palette.color(QPalette::Mid));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
    } else {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    if (element != PE_FrameTabWidget) // what is in a tab has no edge
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

QIcon Style::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (icon != SP_ToolBarHorizontalExtensionButton)
        return QProxyStyle::standardIcon(icon, option, widget);
    // Every tool bar asks for it; Fusion's is a file, for which all plug-ins that read images are loaded.
    QPixmap pixmap(12, 12);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(option ? option->palette.color(QPalette::ButtonText) : QColor(Qt::gray), 1.5));
    for (const int x : {2, 6})
        painter.drawPolyline(QPolygon({QPoint(x, 2), QPoint(x + 4, 6), QPoint(x, 10)}));
    return pixmap;
}

} // namespace tenfold
