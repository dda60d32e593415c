#include "ui/picture.h"

#include <QAccessibleWidget>

namespace tenfold {
namespace {

/// A picture as a screen reader meets it: an image that is described by its numbers.
class AccessiblePicture : public QAccessibleWidget, public QAccessibleImageInterface
{
public:
    explicit AccessiblePicture(QWidget *picture) : QAccessibleWidget(picture, QAccessible::Graphic) {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ImageInterface ? static_cast<QAccessibleImageInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    QString imageDescription() const override { return text(QAccessible::Description); }
    QSize imageSize() const override { return widget()->size(); }
    QPoint imagePosition() const override { return rect().topLeft(); }
};

QAccessibleInterface *accessiblePicture(const QString &className, QObject *object)
{
    // Asked for each class up to QWidget.
    return className == QLatin1String("tenfold::Picture")
               ? new AccessiblePicture(static_cast<QWidget *>(object))
               : nullptr;
}

} // namespace

Picture::Picture(QWidget *parent) : QWidget(parent)
{
    QAccessible::installFactory(accessiblePicture); // again: nothing
}

} // namespace tenfold
