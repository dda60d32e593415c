#pragma once

#include "core/catalog/scenario.h"

namespace tenfold {

/// Which figure of a scenario is meant. Its name on the command line and in the settings is written and read
/// here alone.
struct FigureId
{
    enum class Kind { Page, Elapsed, View, Time, Timeline, Sweep };
    Kind kind = Kind::Page;
    /// The id of: the view (of a View, or of a Page in the place of the elapsed bars), the variant (of a
    /// Timeline) or the parameter (of a Sweep). Empty: a Page with the bars, a Timeline of all variants.
    QString part = {};

    /// "page", "page:VIEW", "elapsed", a view's id, "time", "timeline", "timeline:VARIANT",
    /// "sweep:PARAMETER".
    QString toString() const;
    /// The figure with this name; what names no other kind is taken for a view's id. Never fails: whether a
    /// scenario has it is told by hasFigure().
    static FigureId parse(const QString &name);
    /// The name as a part of a file's name.
    QString fileName() const;

    bool operator==(const FigureId &) const = default;
};

/// The figures of every run of `scenario`, in the order in which they are offered. A sweep that no view draws
/// is not among them.
QList<FigureId> figuresOf(const Scenario &scenario);
/// Whether `scenario` has the figure, sweeps over any of its parameters included.
bool hasFigure(const Scenario &scenario, const FigureId &figure);
/// What a figure that `scenario` has is called, in the language of the moment.
QString figureTitle(const Scenario &scenario, const FigureId &figure);

/// The figure that draws a sweep over `parameter`: the scenario's own view, else one that is made up.
FigureId sweepFigure(const Scenario &scenario, const QString &parameter);
/// The view that a figure of kind View or Sweep draws; the scenario has to have it.
View viewOf(const Scenario &scenario, const FigureId &figure);
/// The parameter over which a figure of `scenario` draws a sweep; empty for all other figures.
QString sweptIn(const Scenario &scenario, const FigureId &figure);

} // namespace tenfold
