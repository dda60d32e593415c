#pragma once

#include "ui/picture.h"
#include "ui/timeline/painter.h"

class QScrollBar;

namespace tenfold {

/// The worker timeline as a picture. Ctrl and the wheel zoom around the pointer (the wheel alone where
/// nothing scrolls), dragging pans, a double click or F fits. The instant under the pointer has a line; keys
/// move it (Left, Right, Home, End) and zoom around it
/// (+, -).
class Timeline : public Picture
{
    Q_OBJECT
public:
    Timeline(const QString &variant, QWidget *parent);

    void show(const Scene &scene) override;
    void setTheme(const Theme &theme) override;
    void retranslate() override;
    void render(QPainter &painter, const QRectF &target) override;
    QString numbers() const override;
    /// How high it can be where nothing shall scroll: the rows are made as low as that takes, if it can be
    /// done.
    void setRoom(int height);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fit();
    void setTime(const TimeScale &time);
    void zoom(double notches, qreal about);
    /// Moves the line to `seconds` (empty: away) and, if it must, what is shown along with it.
    void point(std::optional<double> seconds);
    void pointByKey(double seconds);
    void fitScrollBar();
    bool canPageScroll() const;
    QString toolTipAt(const QPointF &point) const;
    QString lockToolTip(const TimelineRow &row, qreal x) const;

    Scene scene_;
    TimelinePainter painter_;
    TimelinePainter::Window window_;
    QPointF dragged_;
    QScrollBar *scrollBar_;
    int room_ = 0;
};

} // namespace tenfold
