#pragma once

#include "ui/theme.h"

#include <QPainter>

#include <vector>

namespace tenfold {

/// A text as it was drawn.
struct SheetText
{
    QString text;
    QRectF box; ///< that it takes
    bool isCut = false;
};

/// What a picture is drawn on that is made of boxes and texts. It remembers its texts: a text that is cut or
/// lies over another one is a fault.
class Sheet
{
public:
    Sheet(QPainter &painter, const Theme &theme) : painter_(painter), theme_(theme) {}

    struct Type
    {
        qreal points = 11;
        QFont::Weight weight = QFont::Normal;
    };
    /// One line in `room`, shortened where it has to be. Returns how wide it is.
    qreal text(const QRectF &room, Qt::Alignment alignment, const QString &text, const QColor &ink,
               Type type = {11, QFont::Normal});
    /// As many lines from the top of `room` as it takes. Returns how high they are.
    qreal words(const QRectF &room, const QString &text, const QColor &ink, Type type = {11, QFont::Normal});
    qreal widthOf(const QString &text, Type type = {11, QFont::Normal}) const;
    qreal heightOf(const QString &text, qreal width, Type type = {11, QFont::Normal}) const;
    qreal lineHeight(Type type = {11, QFont::Normal}) const;

    void box(const QRectF &box, const QColor &fill, qreal radius = 3);
    /// Pink and hatched, as all that is wrong.
    void wrong(const QRectF &box);
    void frame(const QRectF &box, const QColor &ink, qreal width, Qt::PenStyle style = Qt::SolidLine);
    void line(const QPointF &from, const QPointF &to, const QColor &ink, qreal width = 1);
    void triangle(const QPointF &middle, qreal reach, bool pointsRight, const QColor &ink);

    QPainter &painter() { return painter_; }
    const Theme &theme() const { return theme_; }
    qreal factor() const { return theme_.factor; }
    const std::vector<SheetText> &texts() const { return texts_; }

private:
    QFont fontOf(Type type) const { return theme_.font(type.points, type.weight); }

    QPainter &painter_;
    const Theme &theme_;
    std::vector<SheetText> texts_;
};

/// The colours of a thread's steps, and of text on them. Their letters tell them apart as well.
QColor threadColour(const Theme &theme, int thread);
QColor inkOn(const QColor &fill);

} // namespace tenfold
