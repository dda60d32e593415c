#pragma once

#include "core/recording/replay.h"
#include "ui/theme.h"

#include <QWidget>

namespace tenfold {

/// The time of a run as a track with a handle that is dragged, and below it what is worth going to.
class Scrubber : public QWidget
{
    Q_OBJECT
public:
    explicit Scrubber(QWidget *parent = nullptr);

    /// What there is to scrub; the titles of the marks in the language of the moment.
    void setRun(Nanoseconds end, const std::vector<std::pair<ReplayMark, QString>> &marks);
    void setInstant(Nanoseconds instant);
    void setTheme(const Theme &theme);
    /// Where the track begins and ends, from the edges of the widget.
    void setTrack(int left, int right);
    /// Whether the words of the marks stand below it; else they are tool tips.
    void setWordsShown(bool shown);
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
        ReplayMark::Kind kind = ReplayMark::Kind::End;
        QString words;
    };
    QRectF track() const;
    qreal xOf(Nanoseconds instant) const;
    void choose(const QPointF &at);
    std::vector<Placed> placed() const;
    const Placed *markAt(const std::vector<Placed> &all, const QPointF &at) const;

    std::vector<std::pair<ReplayMark, QString>> marks_;
    Nanoseconds end_ = 0;
    Nanoseconds instant_ = 0;
    Theme theme_;
    int left_ = 10, right_ = 10;
    bool areWordsShown_ = true;
};

} // namespace tenfold
