#pragma once

#include "ui/bignumbers.h"
#include "ui/picture.h"

#include <QPixmap>
#include <QTimer>

#include <memory>

namespace tenfold {

/// A page as one picture at projector size: title, the three big numbers, one chart, the worker timeline. Its
/// type is scaled to the size that it is drawn at: factor 1.5 at 1280x720, 1.9 at 1920x1080. The timeline
/// shows as many variants as can be read: all, else the one that matters at the moment, beside it the
/// reference and the one that the numbers speak of, at the least one of them.
class StagePicture : public Picture
{
    Q_OBJECT
public:
    /// `view` is the id of the view in the place of the elapsed bars; empty for those.
    explicit StagePicture(const Scenario &scenario, const QString &view = {}, QWidget *parent = nullptr);

    void show(const Scene &scene) override;
    void setTheme(const Theme &theme) override;
    void retranslate() override;
    void render(QPainter &painter, const QRectF &target) override;
    QColor ground(const Theme &theme) const override { return theme.window; }
    QString numbers() const override;

    void setView(const QString &view);
    /// Words in large type in the place of the pictures; without a heading the first is a question, in larger
    /// type. Without paragraphs the pictures again.
    void setWords(const QString &heading, const QStringList &paragraphs);
    /// `paragraphs` in as many pages as setWords() needs for them at the present size.
    QList<QStringList> pagesOf(const QStringList &paragraphs) const;
    /// A line below the title: what went wrong.
    void setMessage(const QString &sentences);
    /// A few characters in the corner: "2 / 5".
    void setCorner(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Layout
    {
        Theme theme; ///< with the factor of the size
        QRectF title, message, caveat;
        std::array<QRectF, 3> numbers;
        QRectF chart, timeline; ///< cards; both together hold the words
        QRectF words() const { return chart.united(timeline); }
    };
    Layout layOut(const QRectF &target) const;
    void paintTitle(QPainter &painter, const Layout &at) const;
    void paintNumbers(QPainter &painter, const Layout &at) const;
    void paintWords(QPainter &painter, const Layout &at) const;
    void paintPictures(QPainter &painter, const Layout &at);
    void redraw();

    const Scenario &scenario_;
    QString view_;
    Scene scene_;
    Theme theme_;
    std::array<BigNumber, 3> numbers_; ///< of the same instant as the bars
    std::unique_ptr<Picture> chart_, timeline_;
    qreal factor_ = 0; ///< of the theme that those two have
    QString heading_;
    QStringList words_;
    QString message_;
    QString corner_;
    // Drawn before it is shown: laying charts out inside a paint event would disturb the window.
    QPixmap canvas_;
    QTimer redraw_;
};

} // namespace tenfold
