#pragma once

#include "core/catalog/words.h"

#include <QStringList>

#include <concepts>
#include <functional>

namespace tenfold {

class Run;

/// How the value of a measure is read, once the clock has stopped: by one of the functions of
/// core/analysis/reading.h, or by a function of the run. An empty one is not read: the body reports the
/// value.
struct Reading
{
    Reading() = default;
    template<typename Read>
    requires std::convertible_to < std::invoke_result_t<Read, const Run &>,
    double > Reading(Read read) : value(std::move(read)) {}

    std::function<double(const Run &)> value = {};
    // What it names: a walk of the catalog finds what is misspelt.
    QStringList series = {}, labels = {}, columns = {}, parameters = {};
};

/// What a scenario measures beside its table; the documents have its id. The title says what is counted
/// ("Pages fetched again"): a unit is one of time, size or share.
struct Measure
{
    QString id = {};
    Words title = {};
    Reading reading = {};
    Unit unit = {};
};

} // namespace tenfold
