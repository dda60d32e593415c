#pragma once

#include "ui/bignumbers.h"
#include "ui/figureid.h"
#include "ui/picture.h"
#include "ui/stage/codeslide.h"
#include "ui/stage/slides.h"

#include <QPixmap>
#include <QTimer>

#include <memory>

namespace tenfold {

/// A page as one picture at projector size: title, the three big numbers, one chart, the worker timeline. Its
/// type is scaled to the size that it is drawn at: factor 1.5 at 1280x720, 1.9 at 1920x1080.
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

    /// Draws this slide of the scene from now on.
    void setSlide(const Slide &slide);
    /// `paragraphs` in as many pages as a slide of this kind needs for them at the present size.
    QList<QStringList> pagesOf(const QStringList &paragraphs, Slide::Kind kind) const;
    /// Whether C++ stands before Python.
    void setCppFirst(bool isCppFirst);
    /// Lines below the title: what went wrong.
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
        QRectF title, message, sentence, caveat;
        std::array<QRectF, 3> numbers;
        QRectF chart, timeline; ///< cards; both together hold the words
        QRectF words() const { return chart.united(timeline); }
    };
    Layout layOut(const QRectF &target, Slide::Kind kind) const;
    /// The numbers are those of a run: beside words of something else they would say nothing.
    static bool hasNumbers(Slide::Kind kind);
    QString note() const;
    QString sentence() const;
    void setChart(const FigureId &figure);
    void paintTitle(QPainter &painter, const Layout &at) const;
    void paintNumbers(QPainter &painter, const Layout &at) const;
    void paintWords(QPainter &painter, const Layout &at) const;
    void paintPictures(QPainter &painter, const Layout &at);
    void paintSentence(QPainter &painter, const Layout &at) const;
    void paintCode(QPainter &painter, const Layout &at) const;
    void redraw();

    const Scenario &scenario_;
    Slide slide_;
    FigureId figure_; ///< of the chart
    bool isCppFirst_ = false;
    Scene scene_;
    Theme theme_;
    std::array<BigNumber, 3> numbers_; ///< of the same instant as the bars
    std::unique_ptr<Picture> chart_, timeline_;
    qreal factor_ = 0; ///< of the theme that those two have
    QString message_;
    QString corner_;
    // Drawn before it is shown: laying charts out inside a paint event would disturb the window.
    QPixmap canvas_;
    QTimer redraw_;
};

} // namespace tenfold
