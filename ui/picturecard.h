#pragma once

#include "ui/figureid.h"
#include "ui/picture.h"

#include <QFrame>

namespace tenfold {

/// A card around a picture, which can be chosen (by key, click or context menu) to be exported or copied.
class PictureCard : public QFrame
{
    Q_OBJECT
public:
    /// Takes `picture`, which draws the figure `id`.
    PictureCard(const FigureId &id, Picture *picture, QWidget *parent = nullptr);

    const FigureId &id() const { return id_; }
    void setId(const FigureId &id) { id_ = id; }
    Picture &picture() const { return *picture_; }
    /// The picture on a card's ground, twice the size on the screen.
    QImage image(const Theme &theme) const;

Q_SIGNALS:
    void chosen();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    FigureId id_;
    Picture *const picture_;
};

} // namespace tenfold
