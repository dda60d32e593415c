// What keys, the mouse and the system do to the presentation.

#include "ui/stage/stage.h"
#include "ui/stage/stagepicture.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <utility>

namespace tenfold {

bool Stage::event(QEvent *event)
{
    // While the screen is black every key comes here, not to the shortcut that it may be.
    if (event->type() == QEvent::ShortcutOverride && isBlank_) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Stage::keyPressEvent(QKeyEvent *event)
{
    wasBlank_ = isBlank_;
    if (isBlank_)
        setBlank(false);
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

void Stage::mousePressEvent(QMouseEvent *event)
{
    wasBlank_ = isBlank_;
    if (isBlank_)
        setBlank(false);
    QWidget::mousePressEvent(event);
}

/// All that keys do, by the right button or the Menu key. A run goes on behind it.
void Stage::contextMenuEvent(QContextMenuEvent *event)
{
    // The press that ends the black screen, or the key that does, comes before this or after it.
    if (std::exchange(wasBlank_, false) || isBlank_)
        return setBlank(false);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(actions());
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    menu->popup(isByKey ? mapToGlobal(rect().center() / 2) : event->globalPos());
}

void Stage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), isBlank_ ? QColor(Qt::black) : theme_.window);
}

void Stage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!picture_)
        return;
    picture_->setGeometry(rect());
    makeSlides();
    showSlide();
}

} // namespace tenfold
