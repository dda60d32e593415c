#pragma once

#include "ui/stage/slides.h"

namespace tenfold {
struct Pattern;
}

// What stands on slides in lists, in the language of the moment.
namespace tenfold::stage {

/// `values` with the defaults of those that are not among them.
Values valuesOf(const Scenario &scenario, const Values &values);
/// The ways that are right, each with how many do it.
Slide::List waysOf(const Scenario &scenario, const Values &values);
/// The parameters and what they are set to, without the one with the id `without`.
Slide::List settingsOf(const Scenario &scenario, const Values &values, const QString &without);
Slide::List mistakesOf(const Scenario &scenario);
/// Each with what it asks.
Slide::List scenariosOf(const Pattern &pattern);
/// The patterns with the ids `shown`, in their order: in two lists where they are many.
std::vector<Slide::List> patternsOf(const QStringList &shown);

} // namespace tenfold::stage
