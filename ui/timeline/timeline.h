#pragma once

#include "ui/picture.h"
#include "ui/timeline/painter.h"

class QLineEdit;
class QScrollBar;

namespace tenfold {

/// The worker timeline as a picture. Ctrl and the wheel zoom around the pointer (the wheel alone where
/// nothing scrolls), dragging pans, a double click or F fits. The instant under the pointer has a line; keys
/// move it (Left, Right, Home, End) and zoom around it (+, -). A click on a title, or Up and Down, choose the
/// variant in focus. Dragging with Shift, or [ and ] at the line, choose a stretch of time, which is summed
/// up. Ctrl+F looks for a task. A click on the name of a lane, or Shift with
/// Up and Down, choose that lane.
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
    QString data() const override;
    /// What its keys do, and what they are called, in the language of the moment.
    static QList<std::pair<QString, QString>> keys();
    /// How high it can be where nothing shall scroll: the rows are made as low as that takes, if it can be
    /// done.
    void setRoom(int height);
    /// Lights the spans that began at `line` of the scenario's source, and says how many there are; 0: none.
    void lightLine(int line);
    /// The variant in focus; empty while all have rows.
    QString focus() const;
    void setFocusOn(const QString &variant);
    /// The lane that has a frame; null: none.
    void setLane(const Lane *lane);
    const Lane *lane() const { return window_.lane; }
    /// What stands instead of the legend: what is chosen or looked for.
    const QString &note() const { return window_.note; }
    /// Where things are, for those who point at them.
    const TimelinePainter &painter() const { return painter_; }
    QString toolTipAt(const QPointF &point) const;

Q_SIGNALS:
    /// Things may stand elsewhere now.
    void arranged();
    /// The user chose a lane of a run that is over, with those that took its place; none: no longer.
    void laneChosen(const std::vector<const tenfold::Lane *> &lanes);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
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
    std::vector<QString> drawnVariants() const;
    void moveFocus(int by);
    void moveLane(int by);
    void leaveHiddenLane();
    bool canChooseLane() const { return !scene_.isUnderWay() && !scene_.executions(); }
    void offerFocus();
    void clicked(const QPointF &at);
    void select(double from, double to);
    void clearChosen();
    bool hasChosen() const { return window_.selected || window_.lane || !window_.sought.isEmpty() || find_; }
    void sayChosen();
    QString numbersBy(LaneNotes &notes) const;
    void startFinding();
    void endFinding();
    void nameFind();
    void placeFind();
    void find(const QString &query);
    QString labelToolTip(const TimelineRow &row) const;
    QString lockToolTip(const TimelineRow &row, qreal x) const;

    Scene scene_;
    TimelinePainter painter_;
    TimelinePainter::Window window_;
    QPointF dragged_, pressed_;
    std::optional<double> selectedFrom_; ///< while a stretch of time is dragged
    QLineEdit *find_ = nullptr;          ///< while something is looked for
    QString said_;                       ///< numbers() of the scene
    QList<QAction *> focusActions_;      ///< in the context menu, for keyboards and touch
    QScrollBar *scrollBar_;
    int room_ = 0;
};

} // namespace tenfold
