#pragma once

#include "ui/scene.h"

#include <array>
#include <functional>

namespace tenfold {

struct Slide;

/// What a step forward from the end of a scenario leads to, and a step back from its beginning.
struct StageOrder
{
    const Scenario *before = nullptr; ///< null: none
    const Scenario *after = nullptr;  ///< null: it is the last one, and what is first comes after it
    const Scenario *first = nullptr;
    int number = 0; ///< in a playlist, from 1; 0 where the scenario is not of it
    int count = 0;  ///< of a playlist; 0: the catalog is led through

    /// Whether what is shown is a number of a playlist: then what is not recorded is not offered.
    bool isNumber() const { return number > 0; }
    /// That of the catalog.
    static StageOrder of(const Scenario &scenario);
};

/// What the runs of a scenario brought out so far, for the presentation: a mistake that is made later does
/// not take the place of the right way in it.
struct StageRuns
{
    const Scenario *scenario = nullptr;
    Scene right;  ///< the last run without a mistake; without outcomes where there was none
    Scene broken; ///< the last one with a mistake; likewise

    QStringList shown = {}; ///< the patterns that were presented since the window opened, by their ids
    std::optional<StageOrder> order = {}; ///< empty: that of the catalog
    Values values = {};                   ///< that the next run has; what is not among them has its default

    /// Takes a scene of `scenario` over as what it is. A run of the other sort that is still under way gave
    /// way.
    void take(const Scene &scene);
    /// What the slide is about.
    const Scene &sceneOf(const Slide &slide) const;
    bool isEmpty() const { return right.outcomes.empty() && broken.outcomes.empty(); }
};

/// What the slides depend on, so that they are made anew only when they become others: not at every instant
/// of a run. A value.
struct SlidesKey
{
    struct Part
    {
        QString variant;
        Status status = Status::Running; ///< this, and what follows, of a run that is over
        std::shared_ptr<const Trace> trace = {};
        std::vector<std::pair<QString, double>> findings = {};
        bool operator==(const Part &) const = default;
    };
    std::array<std::vector<Part>, 2> runs;
    std::array<bool, 2> areUnderWay{};
    QStringList swept;
    Values values;
    int number = 0, count = 0; ///< of the playlist
    bool operator==(const SlidesKey &) const = default;

    static SlidesKey of(const StageRuns &runs);
};

/// A step of the presentation. A value.
struct Slide
{
    enum class Kind { Question, Results, View, Replay, Explanation, Break, Code, Sweep, Practices, Next };
    /// What a step forward from here does first.
    enum class Does { Nothing, Run, BreakIt, Sweep, Replay, Leave, Return };

    Kind kind = Kind::Question;
    /// The id of: the view; the mistake that is offered (Break), was made (isBroken) or stands beside the
    /// right way (Code); the parameter (Sweep); the path of the scenario that is next.
    QString of = {};
    bool isBroken = false; ///< of the run in which a mistake was made
    int page = 0;          ///< of several with the same words
    Does does = Does::Nothing;
    QString heading = {};   ///< of the words
    QStringList words = {}; ///< instead of pictures; without a heading the first one is a question
    struct Item
    {
        QString text, more = {};
        std::optional<VariantKind> kind = {}; ///< has its colour
        int number = 0;                       ///< of the variant among those of its kind
    };
    struct List
    {
        QString heading;
        std::vector<Item> items;
    };
    std::vector<List> lists = {}; ///< below the words, beside one another
    QString hint = {};            ///< last: what keys do from here

    /// Whether the timeline stands on it.
    bool hasTimeline() const { return kind == Kind::Results || kind == Kind::Replay; }
    /// Whether `other` is the same step, whatever its words are by now.
    bool isSame(const Slide &other) const
    {
        return kind == other.kind && of == other.of && isBroken == other.isBroken && page == other.page;
    }
};

/// What became of a slide's offer: not to be done, begun, or to be begun once the run under way is over.
enum class Taken { No, Begun, Later };

/// Divides the paragraphs of a slide, which has none yet, into pages.
using Pages = std::function<QList<QStringList>(const QStringList &, const Slide &)>;

/// The steps through a scenario, in the language of the moment: question, results, each view that has
/// something to say, why; a mistake; code, sweep, best practices, and what is next. What does not exist yet
/// is offered: a step forward makes it.
std::vector<Slide> slidesOf(const StageRuns &runs, const Pages &pagesOf);

/// All that stands on it in words, a line each.
QString wordsOf(const Slide &slide);
/// Whether the view has anything to draw but zeros.
bool hasNews(const View &view, const Scene &scene);
/// The scenario that the presentation shows after `scenario`, or (false) before it, whatever pattern it
/// belongs to; null where there is none.
const Scenario *neighbour(const Scenario &scenario, bool isAfter);
/// The parameter that the presentation offers a sweep over; null for none.
const Parameter *sweptIn(const Scenario &scenario);
/// The values of that sweep: as many as an audience waits for.
QList<int> sweptValues(const Parameter &parameter);

} // namespace tenfold
