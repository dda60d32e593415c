#pragma once

#include "ui/scene.h"
#include "ui/theme.h"

#include <QVariant>
#include <QWidget>

#include <optional>

class QPainter;

namespace tenfold {

/// A picture of a scene as a widget: heading and legend above, drawing below, numbers as accessible
/// description. The same object is shown in the page and rendered into files.
class Picture : public QWidget
{
    Q_OBJECT
public:
    explicit Picture(QWidget *parent = nullptr);

    /// Draws `scene` from now on. Cheap: called 10 times a second in a run.
    virtual void show(const Scene &scene) = 0;
    virtual void setTheme(const Theme &theme) = 0;
    /// Texts in the language of the moment again.
    virtual void retranslate() = 0;
    /// Draws it, heading included, into `target` (PNG, SVG, PDF or a page). GUI thread.
    virtual void render(QPainter &painter, const QRectF &target) = 0;
    /// The least height of a picture of `width`, heading included, in which all that it shows can be read; 0
    /// where it does not say so.
    virtual qreal readableHeight([[maybe_unused]] qreal width) const { return 0; }
    using QWidget::render;
    using QWidget::show;
    /// What it is drawn on in a file.
    virtual QColor ground(const Theme &theme) const { return theme.card; }
    /// What it shows, as rows of text: for the clipboard and for accessibility.
    virtual QString numbers() const = 0;
    /// What "Copy data" takes: the same with a row of headings and plain numbers (seconds without a unit),
    /// tab-separated, where the picture has such a table.
    virtual QString data() const { return numbers(); }

Q_SIGNALS:
    /// The user points at an instant of the time axis, or (empty) no longer does.
    void pointedAt(std::optional<tenfold::Nanoseconds> instant);
    /// The user chose the instant of the scene.
    void instantChosen(tenfold::Nanoseconds instant);
    /// The user chose what is drawn: a value of a parameter that says that.
    void valueChosen(const QString &parameter, const QVariant &value);
};

} // namespace tenfold
