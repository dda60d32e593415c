#include "ui/picturecard.h"

#include <QEvent>
#include <QImage>
#include <QPainter>
#include <QVBoxLayout>

namespace tenfold {

PictureCard::PictureCard(const FigureId &id, Picture *picture, QWidget *parent)
    : QFrame(parent), id_(id), picture_(picture)
{
    setObjectName(QStringLiteral("card"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->addWidget(picture);
    picture->setFocusPolicy(Qt::StrongFocus);
    picture->setContextMenuPolicy(Qt::ActionsContextMenu);
    picture->installEventFilter(this);
}

QImage PictureCard::image(const Theme &theme) const
{
    constexpr qreal scale = 2;
    QImage image(picture_->size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(theme.card);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    picture_->render(painter, QRectF(QPointF(), QSizeF(picture_->size())));
    return image;
}

bool PictureCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::ContextMenu)
        Q_EMIT chosen();
    return QFrame::eventFilter(watched, event);
}

} // namespace tenfold
