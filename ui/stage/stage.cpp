#include "ui/stage/stage.h"

#include "ui/charts/chart.h"
#include "ui/stage/stagepicture.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace tenfold {

Stage::Stage(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setMinimumSize(320, 200);
}

Stage::~Stage() = default;

static bool isUnderWay(const Scene &scene)
{
    return std::ranges::any_of(scene.outcomes, [](const Outcome &outcome) {
        return outcome.status() == Status::Pending || outcome.status() == Status::Running;
    });
}

void Stage::show(const Scene &scene)
{
    // A run that begins has no words yet: its bars come into sight in their place.
    const bool begins = isUnderWay(scene) && !isUnderWay(scene_);
    if (begins && step_ < steps() && !all_[static_cast<std::size_t>(step_)].words.isEmpty())
        step_ = 0;
    if (scene.scenario() != scene_.scenario()) {
        step_ = 0;
        all_.clear();
        picture_.reset();
    }
    scene_ = scene;
    if (!scene.scenario())
        return;
    if (!picture_) {
        views_.clear();
        for (const View &view : scene.scenario()->views) {
            if (const std::unique_ptr<Picture> picture{makeView(view)})
                views_ << view.id;
        }
        picture_ = std::make_unique<StagePicture>(*scene.scenario(), QString(), this);
        picture_->setAttribute(Qt::WA_TransparentForMouseEvents);
        picture_->setGeometry(rect());
        picture_->setTheme(theme_);
        picture_->setVisible(!isBlank_);
    }
    picture_->show(scene);
    showStep();
}

/// Columns of what no variant has measured, and a sweep that was not run, are no step.
bool Stage::isWorthAStep(const View &view) const
{
    if (view.kind == ViewKind::Sweep)
        return scene_.sweeps.contains(view.sources.first());
    const auto hasMeasured = [&](const Outcome &outcome) {
        return std::ranges::any_of(view.sources, [&](const QString &id) { return outcome.finding(id); });
    };
    return view.kind != ViewKind::Columns || isUnderWay(scene_) ||
           std::ranges::any_of(scene_.outcomes, hasMeasured);
}

std::vector<Stage::Step> Stage::makeSteps() const
{
    if (scene_.outcomes.empty())
        return {{{}, {}, {scene_.scenario()->question.text(), tr("F5 runs it.")}}};
    const QString &front = scene_.scenario()->front;
    std::vector<Step> steps;
    if (!front.isEmpty())
        steps.push_back({front, {}, {}});
    steps.push_back({});
    for (const QString &view : views_) {
        if (view != front && isWorthAStep(*scene_.scenario()->view(view)))
            steps.push_back({view, {}, {}});
    }
    const auto pages = picture_->pagesOf(scene_.summary.explanation);
    for (const QStringList &page : pages)
        steps.push_back({{}, tr("What was seen, and why"), page});
    return steps;
}

/// The steps again, too: they depend on the scene, on the size and on the language.
void Stage::showStep()
{
    if (!picture_)
        return;
    const Step shown = step_ < steps() ? all_[static_cast<std::size_t>(step_)] : makeSteps().front();
    all_ = makeSteps();
    const auto isSame = [&](const Step &step) { return step.words.isEmpty() && step.view == shown.view; };
    const auto same = std::ranges::find_if(all_, isSame);
    if (shown.words.isEmpty() && same != all_.end()) // a picture stays, whatever comes or goes before it
        step_ = static_cast<int>(same - all_.begin());
    step_ = std::clamp(step_, 0, steps() - 1);
    const Step &step = all_[static_cast<std::size_t>(step_)];
    picture_->setWords(step.heading, step.words);
    if (step.words.isEmpty())
        picture_->setView(step.view);
    picture_->setCorner(steps() > 1 ? QStringLiteral("%1 / %2").arg(step_ + 1).arg(steps()) : QString());
}

void Stage::goBy(int steps)
{
    step_ = std::clamp(step_ + steps, 0, std::max(0, this->steps() - 1));
    showStep();
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
    showStep();
}

void Stage::setTheme(const Theme &theme)
{
    theme_ = theme;
    if (!picture_)
        return;
    picture_->setTheme(theme);
    showStep();
}

void Stage::retranslate()
{
    setAccessibleName(tr("Presentation"));
    if (!picture_)
        return;
    picture_->retranslate();
    showStep();
}

bool Stage::event(QEvent *event)
{
    // While the screen is black every key comes here, not to the shortcut that it may be.
    if (event->type() == QEvent::ShortcutOverride && isBlank_) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Stage::keyPressEvent(QKeyEvent *event)
{
    if (isBlank_)
        setBlank(false);
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

void Stage::mousePressEvent(QMouseEvent *event)
{
    if (isBlank_)
        setBlank(false);
    QWidget::mousePressEvent(event);
}

void Stage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), isBlank_ ? QColor(Qt::black) : theme_.window);
}

void Stage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (picture_)
        picture_->setGeometry(rect());
    showStep();
}

} // namespace tenfold
