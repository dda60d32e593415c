#pragma once

#include <QEvent>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

namespace tenfold {

/// Tabs that want no more height than the one in front needs: those behind it have not been laid out for the
/// width that they will get.
class ViewTabs : public QTabWidget
{
public:
    QSize minimumSizeHint() const override
    {
        const QSize bar = tabBar()->sizeHint();
        const QSize front = currentWidget() ? currentWidget()->minimumSizeHint() : QSize(0, 0);
        return {std::max(200, front.width()), bar.height() + front.height()};
    }
    QSize sizeHint() const override { return minimumSizeHint(); }
    bool hasHeightForWidth() const override { return false; } // it would ask the tabs behind, too

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QTabWidget::event(event);
    }
};

} // namespace tenfold
