#include "ui/stage/stage.h"

#include "ui/stage/stagepicture.h"

#include <algorithm>
#include <utility>

namespace tenfold {

using Kind = Slide::Kind;

Stage::Stage(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(320, 200);
    flash_.setSingleShot(true);
    connect(&flash_, &QTimer::timeout, this, [this] { flash({}); });
    connect(&player_, &Player::moved, this, [this] {
        if (isPlayed())
            picture_->show(player_.scene(), slide());
    });
}

Stage::~Stage() = default;

const Slide &Stage::slide() const
{
    static const Slide none;
    return step_ < steps() ? all_[static_cast<std::size_t>(step_)] : none;
}

void Stage::begin(const Scenario &scenario)
{
    scenario_ = &scenario;
    waiting_.reset();
    forgetFarOnes();
    if (!shown_.contains(scenario.pattern))
        shown_ << scenario.pattern;
    runs().shown = shown_;
    step_ = 0;
    all_.clear();
    isUnderWay_ = false;
    picture_ = std::make_unique<StagePicture>(scenario, QString(), this);
    picture_->setAttribute(Qt::WA_TransparentForMouseEvents);
    picture_->setGeometry(rect());
    picture_->setTheme(theme_);
    picture_->setCppFirst(isCppFirst_);
    picture_->setFlash(flashed_);
    picture_->setVisible(!isBlank_);
}

/// Recordings are large: those of the scenarios that a step leads to are enough.
void Stage::forgetFarOnes()
{
    if (!scenario_)
        return;
    const StageOrder near = order();
    std::erase_if(kept_, [&](const auto &kept) {
        return kept.first != scenario_ && kept.first != near.before && kept.first != near.after;
    });
}

void Stage::forget(const Scenario &scenario)
{
    kept_.erase(&scenario);
    if (&scenario != scenario_)
        return;
    Scene bare;
    bare.request.scenario = &scenario;
    begin(scenario);
    show(bare);
}

void Stage::orderChanged()
{
    if (!scenario_)
        return;
    makeSlides();
    showSlide();
}

void Stage::keep(const Scene &scene)
{
    if (!scene.scenario())
        return;
    kept_[scene.scenario()].take(scene);
    forgetFarOnes();
    if (scene.scenario() == scenario_)
        isUnderWay_ = scene.isUnderWay();
}

void Stage::setValues(const Values &values)
{
    if (!scenario_ || runs().values == values)
        return;
    runs().values = values;
    makeSlides();
    showSlide();
}

void Stage::setCppFirst(bool isCppFirst)
{
    isCppFirst_ = isCppFirst;
    if (picture_)
        picture_->setCppFirst(isCppFirst);
}

QString Stage::mistake() const
{
    if (slide().kind == Kind::Break)
        return slide().of;
    const auto found = kept_.find(scenario_);
    if (!slide().isBroken || found == kept_.end())
        return {};
    for (const Outcome &outcome : found->second.broken.outcomes) {
        if (found->second.broken.variantOf(outcome)->isMistake())
            return outcome.variant;
    }
    return {};
}

void Stage::show(const Scene &shown)
{
    const Scene &scene = shown.atEnd(); // the stage has a player of its own
    if (!scene.scenario())
        return;
    const bool isOther = scene.scenario() != scenario_;
    if (isOther)
        begin(*scene.scenario());
    const bool isBroken = scene.hasMistake();
    const Scene before = isBroken ? runs().broken : runs().right;
    runs().take(scene);
    const bool goesOn = isUnderWay_ && isBroken_ == isBroken;
    isUnderWay_ = scene.isUnderWay();
    isBroken_ = isBroken;
    if (all_.empty() || SlidesKey::of(runs()) != made_)
        makeSlides();
    if (isUnderWay_ && !goesOn)
        goToRun(isBroken);
    noteAgain(before, scene);
    showSlide();
}

/// A number that was on the screen gives way to a quieter one: that is said, or it would seem to be made up.
void Stage::noteAgain(const Scene &before, const Scene &now)
{
    for (const Outcome &outcome : now.outcomes) {
        const auto old = std::ranges::find(before.outcomes, outcome.variant, &Outcome::variant);
        const Repeat *was = old == before.outcomes.end() ? nullptr : old->shown();
        const Repeat *is = outcome.shown();
        if (was && is && was->status == Status::Finished && is->status == Status::Finished &&
            was->trace != is->trace && is->again > was->again)
            flash(tr("%1 was measured again, more quietly").arg(now.variantOf(outcome)->title.text()));
    }
}

/// How many steps there are is known when the runs have been made that bring slides with them; in a playlist
/// none is to come.
bool Stage::isCountKnown() const
{
    if (scenario_ && order().isNumber() && !isUnderWay_)
        return true;
    const auto found = kept_.find(scenario_);
    if (found == kept_.end())
        return false;
    const StageRuns &runs = found->second;
    const bool isBreakable = std::ranges::any_of(scenario_->variants, &Variant::isMistake);
    const auto isOver = [](const Scene &scene) { return !scene.outcomes.empty() && !scene.isUnderWay(); };
    return isOver(runs.right) && (!isBreakable || isOver(runs.broken));
}

QString Stage::place() const
{
    return isCountKnown() ? QStringLiteral("%1 / %2").arg(step_ + 1).arg(steps())
                          : QString::number(step_ + 1);
}

int Stage::firstOf(Kind kind, bool isBroken) const
{
    const auto found = std::ranges::find_if(
        all_, [&](const Slide &slide) { return slide.kind == kind && slide.isBroken == isBroken; });
    return found == all_.end() ? -1 : static_cast<int>(found - all_.begin());
}

/// A run that begins shows its pictures; the one that is looked at stays, if it is of such a run.
void Stage::goToRun(bool isBroken)
{
    const Slide now = slide();
    const bool isPicture = now.kind == Kind::Results || now.kind == Kind::View;
    if (isPicture && now.isBroken == isBroken)
        return;
    const int front = scenario_->front.isEmpty() ? -1 : firstOf(Kind::View, isBroken);
    step_ = std::max({0, front, front < 0 ? firstOf(Kind::Results, isBroken) : -1});
}

void Stage::goToResults()
{
    const auto isResult = [](const Slide &slide) {
        return slide.kind == Kind::Results || slide.kind == Kind::View;
    };
    const auto found = std::ranges::find_if(all_, isResult);
    goTo(found == all_.end() ? 0 : static_cast<int>(found - all_.begin()));
}

/// Where the slide `step` of `before` is in `now`; where it is gone, the last one that was of the same, else
/// the nearest one before it.
static int placeIn(const std::vector<Slide> &now, const std::vector<Slide> &before, int step)
{
    for (int i = std::min(step, static_cast<int>(before.size()) - 1); i >= 0; --i) {
        const Slide &wanted = before[static_cast<std::size_t>(i)];
        const auto same = std::ranges::find_if(now, [&](const Slide &s) { return s.isSame(wanted); });
        if (same != now.end())
            return static_cast<int>(same - now.begin());
    }
    return 0;
}

/// They depend on what was run, on the size and on the language; what is in sight stays as far as it exists.
void Stage::makeSlides()
{
    const Pages pages = [this](const QStringList &paragraphs, const Slide &slide) {
        return picture_->pagesOf(paragraphs, slide, runs().sceneOf(slide));
    };
    runs().order = order();
    made_ = SlidesKey::of(runs());
    const std::vector<Slide> before = std::exchange(all_, slidesOf(runs(), pages));
    step_ = placeIn(all_, before, step_);
}

void Stage::showSlide()
{
    if (!picture_ || all_.empty())
        return;
    const Slide &now = slide();
    picture_->setCorner(place());
    if (!isPlayed())
        return picture_->show(runs().sceneOf(now), now);
    player_.load(runs().sceneOf(now));
    picture_->show(player_.scene(), now);
}

/// Whether the slide shows a run at an instant.
bool Stage::isPlayed() const
{
    const auto found = kept_.find(scenario_);
    return (slide().hasTimeline() || slide().kind == Kind::View) && found != kept_.end() &&
           !found->second.sceneOf(slide()).outcomes.empty();
}

/// A replay begins where its slide comes into sight; elsewhere a run is seen as it ended.
void Stage::arrive()
{
    player_.pause();
    showSlide();
    if (isPlayed())
        player_.seek(slide().kind == Kind::Replay ? 0 : player_.end());
}

/// Plays the replay in sight; one that plays goes to its end. False when it is there.
bool Stage::playOn()
{
    if (!isPlayed() || !player_.canPlay() || (player_.isAtEnd() && !player_.isPlaying()))
        return false;
    player_.isPlaying() ? player_.seek(player_.end()) : player_.play();
    return true;
}

void Stage::goOn()
{
    if (!picture_)
        return;
    const Slide now = slide();
    Taken took = Taken::No;
    if (now.does == Slide::Does::Replay)
        took = playOn() ? Taken::Begun : Taken::No;
    else if (now.does != Slide::Does::Nothing && taken_ && !waiting_)
        took = taken_(now);
    if (took == Taken::No) // whatever it is that cannot be done, the way goes on
        return goTo(step_ + 1);
    if (took == Taken::Later) {
        waiting_ = now;
        flash(tr("It begins when this run is over"));
    }
}

void Stage::runIsOver()
{
    const std::optional<Slide> waited = std::exchange(waiting_, std::nullopt);
    if (waited && waited->isSame(slide()))
        taken_(*waited);
}

void Stage::goBack()
{
    if (!picture_)
        return;
    if (step_ > 0)
        return goTo(step_ - 1);
    const Scenario *before = order().before;
    if (before && taken_ &&
        taken_({.kind = Kind::Next, .of = before->path(), .does = Slide::Does::Return}) == Taken::Begun)
        goTo(steps() - 1);
}

void Stage::goTo(int step)
{
    waiting_.reset();
    step_ = std::clamp(step, 0, std::max(0, steps() - 1));
    if (picture_ && !all_.empty())
        arrive();
}

void Stage::moveFocus()
{
    const QString title = picture_ ? picture_->moveFocus() : QString();
    flash(title.isEmpty() ? tr("No other timeline here") : tr("In focus: %1").arg(title));
}

void Stage::setBlank(bool blank)
{
    isBlank_ = blank;
    if (picture_)
        picture_->setVisible(!blank);
    update();
}

void Stage::say(const QString &sentences)
{
    if (!picture_)
        return;
    picture_->setMessage(sentences);
    makeSlides(); // there is less room
    showSlide();
}

void Stage::flash(const QString &words)
{
    flashed_ = words;
    if (!words.isEmpty())
        flash_.start(3000);
    if (picture_)
        picture_->setFlash(words);
}

void Stage::setTheme(const Theme &theme)
{
    theme_ = theme;
    if (!picture_)
        return;
    picture_->setTheme(theme);
    makeSlides();
    showSlide();
}

void Stage::retranslate()
{
    setAccessibleName(tr("Presentation"));
    if (!picture_)
        return;
    picture_->retranslate();
    makeSlides();
    showSlide();
}

} // namespace tenfold
