#pragma once

#include "ui/charts/chart.h"

#include <QFrame>

namespace tenfold {

/// A card around a picture, which can be chosen (by key, click or context menu) to be exported or copied.
class PictureCard : public QFrame
{
    Q_OBJECT
public:
    /// Takes `picture`; `id` is its name for makeFigure().
    PictureCard(const QString &id, Picture *picture, QWidget *parent = nullptr);

    QString id() const { return id_; }
    void setId(const QString &id) { id_ = id; }
    Picture &picture() const { return *picture_; }
    /// The picture on a card's ground, twice the size on the screen.
    QImage image(const Theme &theme) const;

Q_SIGNALS:
    void chosen();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString id_;
    Picture *const picture_;
};

} // namespace tenfold
