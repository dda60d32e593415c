#pragma once

#include "ui/code/codefolds.h"
#include "ui/code/litlines.h"
#include "ui/theme.h"

#include <QPlainTextEdit>

class QToolButton;

namespace tenfold {

class Highlighter;

class CodeGutter;

/// The scenario's own source, with the lines lit at which workers are. Beside the text, a gutter has the
/// line's number and a chip per worker that is there, in its variant's colour. It opens at the pattern: what
/// stands around that is folded until it is asked for, or a line in it is lit.
class CodePanel : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit CodePanel(QWidget *parent = nullptr);

    /// Shows the source of the scene's scenario (nothing without one) and lights its running lines.
    void show(const Scene &scene);
    using QWidget::show;
    /// Lights the lines of `instant` instead of those of the scene's own; empty: these again.
    void pointAt(std::optional<Nanoseconds> instant);
    void setTheme(const Theme &theme);
    /// The lines that are lit, from 1.
    QList<int> lit() const { return lit_.keys(); }
    /// The lines that are folded.
    const QList<CodeFold> &folded() const { return folded_; }
    /// Folds all that is not the pattern, or nothing.
    void setFolded(bool folded);

Q_SIGNALS:
    /// The user clicked a line, from 1; 0: the same again, so that nothing is chosen.
    void lineChosen(int line);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    friend class CodeGutter;
    void choose(const QPoint &at);
    void paintGutter(QPaintEvent *event);
    qreal paintChips(QPainter &painter, const QRectF &room, const LitLine &line) const;
    int chipWidth() const;
    void fitGutter();
    void setFolds(QList<CodeFold> folded);
    void unfold(const QList<int> &lines);
    void retranslate();
    void light();
    void scrollToLit();

    Scene scene_;
    QString source_;
    std::optional<Nanoseconds> pointed_;
    QList<CodeFold> folds_;  ///< of the source
    QList<CodeFold> folded_; ///< of these
    QToolButton *foldButton_;
    CodeGutter *gutter_;
    Highlighter *highlighter_;
    Theme theme_;
    QMap<int, LitLine> lit_;
    int chosen_ = 0; ///< the line that was clicked; 0: none
};

} // namespace tenfold
