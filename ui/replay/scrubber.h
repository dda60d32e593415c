#pragma once

#include "core/trace/records.h"
#include "ui/theme.h"

#include <QWidget>

namespace tenfold {

/// The time of a run as a track with a handle that is dragged, and below it what is worth going to.
class Scrubber : public QWidget
{
    Q_OBJECT
public:
    explicit Scrubber(QWidget *parent = nullptr);

    /// Something to go to, with its words in the language of the moment.
    struct Mark
    {
        Nanoseconds time = 0;
        QString words = {};
        QString tip = {};      ///< what the tool tip says instead; empty: the words
        bool isHollow = false; ///< of another run, and apart from the others
    };
    /// What there is to scrub; the marks in the order of time. One behind the end stands at the end.
    void setRun(Nanoseconds end, const std::vector<Mark> &marks);
    void setInstant(Nanoseconds instant);
    void setTheme(const Theme &theme);
    /// Where the track begins and ends, from the edges of the widget.
    void setTrack(int left, int right);
    /// Whether the words of the marks stand below it; else they are tool tips.
    void setWordsShown(bool shown);
    /// Where an instant stands, in pixels.
    qreal xOf(Nanoseconds instant) const;
    QString toolTipAt(const QPointF &at) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(tenfold::Nanoseconds instant);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// A mark, or several too close to one another, with its words.
    struct Placed
    {
        qreal x = 0;
        Nanoseconds time = 0;
        QString words, tip;
        bool isHollow = false;
    };
    QRectF track() const;
    void choose(const QPointF &at);
    std::vector<Placed> placed() const;
    std::vector<Placed> marksAt(const QPointF &at) const;
    void paintSign(QPainter &painter, const Placed &mark) const;

    std::vector<Mark> marks_;
    Nanoseconds end_ = 0;
    Nanoseconds instant_ = 0;
    Theme theme_;
    int left_ = 10, right_ = 10;
    bool areWordsShown_ = true;
};

} // namespace tenfold
