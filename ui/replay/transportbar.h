#pragma once

#include "ui/theme.h"

#include <QFrame>

#include <array>

class QBoxLayout;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace tenfold {

class Player;
class Scrubber;
struct Scene;
struct ReplayMark;

/// The controls of a player: to the beginning, step back, play or pause, step forward, to the end; speed; the
/// instant, and a scrubber with what is worth going to. Out of sight while there is nothing to play.
class TransportBar : public QFrame
{
    Q_OBJECT
public:
    explicit TransportBar(Player &player, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void retranslate();
    /// In one line, without the words of the marks.
    void setLow(bool low);
    /// Where the axis of time above has its 0, in this widget's coordinates, and its pixels per second: the
    /// scrubber has the same, unless all is in one line or the axis shows a part of the run.
    void setAxis(qreal zero, qreal perSecond);

Q_SIGNALS:
    /// The run that is pinned shall be so no longer.
    void unpinAsked();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void nameSteps();
    void showState();
    void showInstant();
    void showMarks();
    void showPinned();
    void arrange();

    Player &player_;
    Scrubber *scrubber_;
    QToolButton *first_, *back_, *play_, *forward_, *last_;
    QLabel *instant_, *speedTitle_, *pinned_;
    QComboBox *speed_;
    QPushButton *unpin_;
    QGridLayout *layout_;
    QWidget *controls_;
    Theme theme_;
    bool isLow_ = false;
    std::pair<qreal, qreal> axis_{0, 0};
};

} // namespace tenfold
