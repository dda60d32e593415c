#include "ui/stage/slides.h"

#include "core/analysis/explanation.h"
#include "core/analysis/format.h"
#include "core/catalog/pattern.h"
#include "ui/stage/codeslide.h"
#include "ui/stage/frame.h"
#include "ui/stage/slidelists.h"
#include "ui/variantpicker.h"

#include <algorithm>

namespace tenfold {

using namespace stage;
using Kind = Slide::Kind;
using Does = Slide::Does;

void StageRuns::take(const Scene &scene)
{
    scenario = scene.scenario();
    if (!scene.outcomes.empty()) {
        const bool isBroken = scene.hasMistake();
        if (Scene &other = isBroken ? right : broken; other.isUnderWay())
            other = {};
        (isBroken ? broken : right) = scene;
    }
    for (Scene *kept : {&right, &broken}) {
        kept->request.scenario = scenario;
        kept->sweeps = scene.sweeps;
    }
}

const Scene &StageRuns::sceneOf(const Slide &slide) const
{
    return slide.isBroken || right.outcomes.empty() ? broken : right;
}

SlidesKey SlidesKey::of(const StageRuns &runs)
{
    SlidesKey key;
    for (const auto &swept : runs.right.sweeps)
        key.swept << swept.first;
    key.values = runs.values;
    key.number = runs.order ? runs.order->number : 0;
    key.count = runs.order ? runs.order->count : 0;
    for (std::size_t i = 0; i < key.runs.size(); ++i) {
        const Scene &scene = i == 0 ? runs.right : runs.broken;
        key.areUnderWay[i] = scene.isUnderWay();
        for (const Outcome &outcome : scene.outcomes) {
            Part part{outcome.variant};
            if (const Repeat *repeat = key.areUnderWay[i] ? nullptr : outcome.shown()) {
                part.status = outcome.status();
                part.trace = repeat->trace;
                for (const Finding &finding : repeat->results.findings)
                    part.findings.emplace_back(finding.id, finding.value);
            }
            key.runs[i].push_back(std::move(part));
        }
    }
    return key;
}

/// What is said of the mistakes alone.
static QStringList saidOfMistakes(const Scene &scene)
{
    QStringList all = explain(*scene.scenario(), scene.outcomes, scene.summary);
    Scene right = scene;
    std::erase_if(right.outcomes, [&](const Outcome &o) { return scene.variantOf(o)->isMistake(); });
    std::erase_if(right.summary.figures,
                  [&](const Figures &f) { return scene.scenario()->variant(f.variant)->isMistake(); });
    const QStringList others = explain(*scene.scenario(), right.outcomes, right.summary);
    all.removeIf([&](const QString &sentence) { return others.contains(sentence); });
    return all;
}

/// Whether there is a slide with code; looked up once, as the source does not change.
static bool hasCode(const Scenario &scenario, const QString &mistake)
{
    static std::map<std::pair<QString, QString>, bool> known;
    const auto [found, isNew] = known.try_emplace({scenario.path(), mistake}, false);
    if (isNew)
        found->second = codeSlideOf(scenario, mistake, false).has_value();
    return found->second;
}

/// What makes the slides one after the other.
class Sequence
{
public:
    Sequence(const StageRuns &runs, const Pages &pagesOf)
        : runs_(runs),
          scenario_(*runs.scenario),
          order_(runs.order ? *runs.order : StageOrder::of(scenario_)),
          pagesOf_(pagesOf)
    {}

    std::vector<Slide> all()
    {
        addQuestion();
        const bool isRight = !runs_.right.outcomes.empty();
        const bool isBroken = !runs_.broken.outcomes.empty();
        if (isRight)
            addRun(runs_.right);
        if (!isRight && isBroken)
            addRun(runs_.broken);
        else
            addMistake();
        addCode();
        addSweep();
        for (const auto &swept : runs_.right.sweeps) { // over something else
            if (!sweptIn(scenario_) || swept.first != sweptIn(scenario_)->id)
                slides_.push_back({Kind::Sweep, swept.first});
        }
        addWords({Kind::Practices}, say(QT_TRANSLATE_NOOP("tenfold::Stage", "Best practices")), practices());
        addNext();
        return std::move(slides_);
    }

private:
    void addQuestion()
    {
        Slide slide{Kind::Question};
        slide.does = runs_.isEmpty() && !order_.isNumber() ? Does::Run : Does::Nothing;
        slide.words << scenario_.question.text();
        const Values values = valuesOf(scenario_, runs_.values);
        if (const QString comes = scenario_.forecast ? scenario_.forecast(values) : QString();
            !comes.isEmpty())
            slide.words << comes;
        slide.lists = {waysOf(scenario_, values), settingsOf(scenario_, values, {})};
        slide.hint = order_.isNumber()
                         ? say(QT_TRANSLATE_NOOP("tenfold::Stage", "Number %1 of %2 of the playlist: what is "
                                                                   "recorded, without a run."))
                               .arg(order_.number)
                               .arg(order_.count)
                     : runs_.isEmpty()
                         ? say(QT_TRANSLATE_NOOP("tenfold::Stage", "The next step (PgDn) or F5 runs it."))
                         : say(QT_TRANSLATE_NOOP("tenfold::Stage", "F5 runs it again."));
        slides_.push_back(std::move(slide));
    }

    void addWords(Slide slide, const QString &heading, const QStringList &paragraphs)
    {
        slide.heading = heading;
        for (const QStringList &page : pagesOf_(paragraphs, slide)) {
            slide.words = page;
            slides_.push_back(slide);
            ++slide.page;
        }
    }

    static QString why() { return say(QT_TRANSLATE_NOOP("tenfold::Stage", "What was seen, and why")); }

    void addRun(const Scene &scene)
    {
        const bool isBroken = scene.hasMistake();
        const QString &front = scenario_.front;
        if (!front.isEmpty())
            slides_.push_back({Kind::View, front, isBroken});
        slides_.push_back({Kind::Results, {}, isBroken});
        QStringList views;
        for (const Outcome &outcome : scene.outcomes)
            views << scene.variantOf(outcome)->view; // where a mistake is seen best
        for (const View &view : scenario_.views)
            views << view.id;
        views.removeAll(QString());
        views.removeDuplicates();
        for (const QString &id : std::as_const(views)) {
            const View *view = scenario_.view(id);
            if (view && id != front && view->kind != ViewKind::Sweep && hasNews(*view, scene))
                slides_.push_back({Kind::View, id, isBroken});
        }
        if (scene.isUnderWay() || !allTasksFailed(scene.outcomes).isEmpty()) // which the results say
            return;
        addReplay(scene);
        addWords({Kind::Explanation, {}, isBroken}, why(), explain(scenario_, scene.outcomes, scene.summary));
    }

    /// All variants from the start line, on one clock. What goes through executions is stepped through.
    void addReplay(const Scene &scene)
    {
        if (!scene.executions())
            slides_.push_back({.kind = Kind::Replay, .isBroken = scene.hasMistake(), .does = Does::Replay});
    }

    void addMistake()
    {
        const auto isMistake = [](const Variant &variant) { return variant.isMistake(); };
        const auto first = std::ranges::find_if(scenario_.variants, isMistake);
        const Scene &scene = runs_.broken;
        const bool isMissing = order_.isNumber() && scene.outcomes.empty();
        if (first == scenario_.variants.end() || isMissing)
            return;
        Slide offer{Kind::Break, first->id};
        offer.does = scene.outcomes.empty() ? Does::BreakIt : Does::Nothing;
        offer.words << say(QT_TRANSLATE_NOOP("tenfold::Stage", "A common mistake: %1. What will happen?"))
                           .arg(first->title.text());
        offer.hint =
            scene.outcomes.empty()
                ? say(QT_TRANSLATE_NOOP("tenfold::Stage", "The next step (PgDn) or F5 makes it, beside %1."))
                      .arg(scenario_.variants[1].title.text())
                : say(QT_TRANSLATE_NOOP("tenfold::Stage", "F5 makes it again."));
        QStringList others;
        for (auto variant = std::next(first); variant != scenario_.variants.end(); ++variant) {
            if (!variant->isMistake())
                continue;
            const QString key =
                keyOfMistake(static_cast<int>(others.size()) + 1).toString(QKeySequence::NativeText);
            others << (key.isEmpty() ? variant->title.text()
                                     : say(QT_TRANSLATE_NOOP("tenfold::Stage", "%1 (%2)"))
                                           .arg(variant->title.text(), key));
        }
        if (!others.isEmpty())
            offer.hint +=
                u'\n' + say(QT_TRANSLATE_NOOP("tenfold::Stage", "Other mistakes: %1")).arg(listed(others));
        slides_.push_back(std::move(offer));
        if (scene.outcomes.empty())
            return;
        const auto made = std::ranges::find_if(
            scene.outcomes, [&](const Outcome &o) { return isMistake(*scene.variantOf(o)); });
        if (!scenario_.front.isEmpty())
            slides_.push_back({Kind::View, scenario_.front, true});
        slides_.push_back({Kind::Results, {}, true});
        const View *view = scenario_.view(scene.variantOf(*made)->view);
        if (view && view->id != scenario_.front && hasNews(*view, scene))
            slides_.push_back({Kind::View, view->id, true});
        if (!scene.isUnderWay())
            addReplay(scene);
        if (!scene.isUnderWay())
            addWords({Kind::Explanation, {}, true}, why(), saidOfMistakes(scene));
    }

    /// The right way in both languages, then beside the mistake that was made, or that is offered.
    void addCode()
    {
        if (hasCode(scenario_, {}))
            slides_.push_back({Kind::Code});
        const auto isMistake = [](const Variant &variant) { return variant.isMistake(); };
        auto wrong = std::ranges::find_if(scenario_.variants, isMistake);
        for (const Outcome &outcome : runs_.broken.outcomes) {
            if (runs_.broken.variantOf(outcome)->isMistake())
                wrong = std::ranges::find(scenario_.variants, outcome.variant, &Variant::id);
        }
        if (wrong != scenario_.variants.end() && hasCode(scenario_, wrong->id))
            slides_.push_back({Kind::Code, wrong->id});
    }

    void addSweep()
    {
        const Parameter *over = sweptIn(scenario_);
        const bool isMissing = over && order_.isNumber() && !runs_.right.sweeps.contains(over->id);
        if (!over || isMissing)
            return;
        Slide slide{Kind::Sweep, over->id};
        if (!runs_.right.sweeps.contains(over->id)) {
            slide.does = Does::Sweep;
            slide.words << (over->id == QLatin1String("workers")
                                ? say(QT_TRANSLATE_NOOP("tenfold::Stage", "How many workers are enough?"))
                                : say(QT_TRANSLATE_NOOP("tenfold::Stage", "%1: which value is best?"))
                                      .arg(over->title.text()));
            QStringList values;
            for (const int value : sweptValues(*over))
                values << formatCount(value);
            slide.hint = say(QT_TRANSLATE_NOOP("tenfold::Stage", "The next step (PgDn) or F5 measures %1."))
                             .arg(listed(values));
            Slide::List measured = waysOf(scenario_, valuesOf(scenario_, runs_.values));
            measured.heading = say(QT_TRANSLATE_NOOP("tenfold::Stage", "What is measured"));
            measured.items.resize(std::min<std::size_t>(2, measured.items.size()));
            for (Slide::Item &item : measured.items)
                item.more.clear();
            Slide::List with = settingsOf(scenario_, valuesOf(scenario_, runs_.values), over->id);
            with.items.insert(with.items.begin(), {over->title.text(), listed(values)});
            slide.lists = {std::move(measured), std::move(with)};
        }
        slides_.push_back(std::move(slide));
    }

    QStringList practices() const
    {
        QStringList all;
        if (const Pattern *pattern = findPattern(scenario_.pattern)) {
            for (const Words &practice : pattern->bestPractices)
                all << QStringLiteral("• ") + practice.text();
        }
        return all;
    }

    /// It is the last one and goes on all the same: after the last scenario of all with the first.
    void addNext()
    {
        const Scenario *after = order_.after;
        const Scenario *next = after ? after : order_.first;
        Slide slide{Kind::Next};
        slide.does = Does::Leave;
        if (!after)
            slide.words << say(QT_TRANSLATE_NOOP("tenfold::Stage", "That was the last one."));
        if (next == &scenario_ && order_.count < 2) { // alone
            slide.does = Does::Nothing;
            slides_.push_back(std::move(slide));
            return;
        }
        slide.of = next->path();
        const Pattern &pattern = *findPattern(next->pattern);
        const auto index = &pattern - catalog().data();
        if (!after) {
            slide.hint = say(QT_TRANSLATE_NOOP("tenfold::Stage", "The next step (PgDn) begins again: %1."))
                             .arg(order_.count > 0 ? next->title.text() : pattern.title.text());
            if (order_.count == 0)
                slide.lists = patternsOf(runs_.shown + QStringList{scenario_.pattern});
        } else if (next->pattern == scenario_.pattern || order_.count > 0) {
            slide.words << say(QT_TRANSLATE_NOOP("tenfold::Stage", "Next: %1")).arg(next->title.text())
                        << next->question.text();
            slide.lists = {waysOf(*next, valuesOf(*next, {})), mistakesOf(*next)};
        } else {
            slide.words << say(QT_TRANSLATE_NOOP("tenfold::Stage", "Next pattern: %1. %2"))
                               .arg(index + 1)
                               .arg(pattern.title.text())
                        << pattern.summary.text();
            slide.lists = {scenariosOf(pattern)};
        }
        if (after)
            slide.hint = say(QT_TRANSLATE_NOOP("tenfold::Stage", "The next step (PgDn) goes there."));
        slides_.push_back(std::move(slide));
    }

    const StageRuns &runs_;
    const Scenario &scenario_;
    const StageOrder order_;
    const Pages &pagesOf_;
    std::vector<Slide> slides_;
};

std::vector<Slide> slidesOf(const StageRuns &runs, const Pages &pagesOf)
{
    return Sequence(runs, pagesOf).all();
}

} // namespace tenfold
