#include "ui/picturecard.h"

#include <QEvent>
#include <QImage>
#include <QPainter>
#include <QVBoxLayout>

namespace tenfold {

PictureCard::PictureCard(const FigureId &id, std::function<Picture *()> make, QWidget *parent)
    : QFrame(parent), id_(id), make_(std::move(make))
{
    setObjectName(QStringLiteral("card"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
}

Picture &PictureCard::picture()
{
    if (!picture_) {
        picture_ = make_();
        static_cast<QBoxLayout *>(layout())->insertWidget(0, picture_);
        picture_->setFocusPolicy(Qt::StrongFocus);
        picture_->setContextMenuPolicy(Qt::ActionsContextMenu);
        picture_->installEventFilter(this);
        Q_EMIT made(*picture_);
    }
    return *picture_;
}

QImage PictureCard::image(const Theme &theme)
{
    Picture &drawn = picture();
    constexpr qreal scale = 2;
    QImage image(drawn.size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(theme.card);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawn.render(painter, QRectF(QPointF(), QSizeF(drawn.size())));
    return image;
}

bool PictureCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::ContextMenu)
        Q_EMIT chosen();
    return QFrame::eventFilter(watched, event);
}

} // namespace tenfold
