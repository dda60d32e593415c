#pragma once

#include "core/catalog/scenario.h"
#include "core/trace/records.h"

#include <QBrush>
#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>

namespace tenfold {

/// How everything looks: colours, fonts, hatches. A value; pictures take it as an argument.
struct Theme
{
    bool dark = false;
    qreal factor = 1; ///< the user's text size times the screen's role (presentation about 1.5)
    QFont base;       ///< one family for both scripts
    QColor window, card, text, muted, grid, wait, lock, gain, highlight;

    static Theme make(bool dark, qreal factor, const QFont &base);

    /// A font of the type scale: 11 axes and lists, 12 card headings, 13 values, 20 page title, 26 big
    /// numbers.
    QFont font(qreal points, QFont::Weight weight = QFont::Normal) const;
    /// What hatches are drawn with, over any fill.
    QColor hatch() const { return dark ? QColor(255, 255, 255, 60) : QColor(0, 0, 0, 60); }
    QPalette palette() const;
    /// Makes its style and palette those of the application.
    void install() const;
    /// The colour of a variant: its kind's hue; `number` (0, 1, ...) among its kind changes the lightness.
    QColor of(VariantKind kind, int number = 0) const;
    /// An own SVG icon of resources/icons, tinted.
    QIcon icon(const QString &name) const;
};

/// How a state is told apart without its colour. One row per state: the only table of its kind.
struct StateStyle
{
    State state;
    QColor fill;          ///< invalid: the variant's own colour
    Qt::BrushStyle hatch; ///< Qt::NoBrush: none
    QString glyph;        ///< one character drawn on wide spans; may be empty
    QString name;         ///< "waiting (I/O)", translated
};
StateStyle styleOf(State state, const Theme &theme);

} // namespace tenfold
