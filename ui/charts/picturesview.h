#pragma once

#include "ui/picture.h"

#include <QImage>

namespace tenfold {

/// The images of the table: for each task those of the view's columns side by side, of the outcome that has
/// them and ran last.
class PicturesView : public Picture
{
    Q_OBJECT
public:
    explicit PicturesView(const View &view, QWidget *parent = nullptr);

    void show(const Scene &scene) override;
    void setTheme(const Theme &theme) override;
    void retranslate() override;
    void render(QPainter &painter, const QRectF &target) override;
    QString numbers() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Task
    {
        QString title;
        std::vector<QImage> images; ///< by column; null where there is none
    };
    QString heading() const;
    void read(const QList<QVariantList> &rows);
    void paintTask(QPainter &painter, const Task &task, const QRectF &cell) const;

    const View view_;
    Theme theme_;
    QString variant_;
    std::vector<Words> columns_;
    std::vector<qsizetype> places_; ///< of the columns in a row
    std::vector<Task> tasks_;
    QList<QVariantList> rows_; ///< that tasks_ were read from
};

} // namespace tenfold
