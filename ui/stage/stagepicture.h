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

class Timeline;

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

    /// Draws this slide of the scene from now on. Cheap, as the other show() is.
    void show(const Scene &scene, const Slide &slide);
    /// `paragraphs` in as many pages as `slide` of `scene` needs for them at the present size.
    QList<QStringList> pagesOf(const QStringList &paragraphs, const Slide &slide, const Scene &scene) const;
    /// Puts the next of the variants that were run in focus in the timeline and gives its title; empty where
    /// the slide has no timeline, or there is no other one.
    QString moveFocus();
    /// The chosen one; empty: the usual one.
    const QString &focus() const { return focus_; }
    /// Whether C++ stands before Python.
    void setCppFirst(bool isCppFirst);
    /// Lines below the title: what went wrong.
    void setMessage(const QString &sentences);
    /// A few characters in the corner: "2 / 5".
    void setCorner(const QString &text);
    /// Words over the slide, on a plate at its foot, until there are none.
    void setFlash(const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Layout
    {
        Theme theme; ///< with the factor of the size
        QRectF title, message, sentence, caveat;
        qreal sentencePoints = 18;
        bool areNumbersLow = false; ///< a line
        std::array<QRectF, 3> numbers;
        QRectF chart, timeline; ///< cards; both together hold the words
        QRectF words() const { return chart.united(timeline); }
    };
    Theme themeFor(QSizeF size) const;
    Layout layOut(const QRectF &target, const Slide &slide, const Scene &scene) const;
    static QRectF sentenceRoom(const Layout &at);
    /// The numbers are those of a run: beside words of something else they would say nothing.
    static bool hasNumbers(Slide::Kind kind);
    bool hasPictures() const;
    QString note(const Slide &slide, const Scene &scene) const;
    static QString sayReplay(const Scene &scene);
    QString sentence(const Slide &slide, const Scene &scene) const;
    void setChart();
    void feed();
    const std::optional<CodeSlide> &code(const QString &mistake, int columns) const;
    Timeline &timeline() const;
    void paintTitle(QPainter &painter, const Layout &at) const;
    void paintNumbers(QPainter &painter, const Layout &at) const;
    void paintNumber(QPainter &painter, const QRectF &card, const BigNumber &number, const Theme &theme,
                     bool isLow) const;
    void paintWords(QPainter &painter, const Layout &at) const;
    void paintPictures(QPainter &painter, const Layout &at);
    void paintSentence(QPainter &painter, const Layout &at) const;
    void paintCode(QPainter &painter, const Layout &at) const;
    void paintFlash(QPainter &painter) const;
    void redraw();

    const Scenario &scenario_;
    Slide slide_;
    FigureId figure_; ///< of the chart
    bool isCppFirst_ = false;
    Scene scene_;
    Theme theme_;
    std::array<BigNumber, 3> numbers_; ///< of the same instant as the bars
    std::unique_ptr<Picture> chart_, timeline_;
    QString focus_; ///< the variant that was chosen for the timeline; empty: the usual one
    /// The code that was drawn last, and what it depends on: picking it out of the source takes long.
    mutable std::optional<CodeSlide> code_;
    mutable QStringList codeKey_;
    qreal factor_ = 0; ///< of the theme that those two have
    QString message_;
    QString corner_;
    QString flash_;
    // Drawn before it is shown: laying charts out inside a paint event would disturb the window.
    QPixmap canvas_;
    QTimer redraw_;
};

} // namespace tenfold
