#pragma once

#include "ui/code/litlines.h"
#include "ui/theme.h"

#include <QPlainTextEdit>

namespace tenfold {

class Highlighter;

class CodeGutter;

/// The scenario's own source, with the lines lit at which workers are. Beside the text, a gutter has the
/// line's number and a chip per worker that is there, in its variant's colour.
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

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    friend class CodeGutter;
    void paintGutter(QPaintEvent *event);
    qreal paintChips(QPainter &painter, const QRectF &room, const LitLine &line) const;
    int chipWidth() const;
    void fitGutter();
    void light();
    void scrollToLit();

    Scene scene_;
    std::optional<Nanoseconds> pointed_;
    CodeGutter *gutter_;
    Highlighter *highlighter_;
    Theme theme_;
    QMap<int, LitLine> lit_;
};

} // namespace tenfold
