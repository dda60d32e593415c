#pragma once

#include "ui/figureid.h"
#include "ui/picture.h"

#include <QFrame>

#include <functional>

namespace tenfold {

/// A card around a picture, which can be chosen (by key, click or context menu) to be exported or copied. The
/// picture is made when it is first asked for: a chart that nobody has turned to costs nothing.
class PictureCard : public QFrame
{
    Q_OBJECT
public:
    /// `make` gives a new picture that draws the figure `id`.
    PictureCard(const FigureId &id, std::function<Picture *()> make, QWidget *parent = nullptr);

    const FigureId &id() const { return id_; }
    void setId(const FigureId &id) { id_ = id; }
    /// Made by now, if it was not before: made().
    Picture &picture();
    /// Null before anybody asked for it.
    Picture *madePicture() const { return picture_; }
    /// The picture on a card's ground, twice the size on the screen.
    QImage image(const Theme &theme);

Q_SIGNALS:
    void chosen();
    void made(tenfold::Picture &picture);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    FigureId id_;
    const std::function<Picture *()> make_;
    Picture *picture_ = nullptr;
};

} // namespace tenfold
