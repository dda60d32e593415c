#include "ui/scenariopage.h"

#include "core/analysis/explanation.h"
#include "core/analysis/format.h"
#include "ui/inputpreviewbox.h"
#include "ui/pagewords.h"
#include "ui/parameterform.h"
#include "ui/replay/player.h"
#include "ui/replay/transportbar.h"
#include "ui/resultspanel.h"
#include "ui/runcard.h"
#include "ui/variantpicker.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

namespace tenfold {

static constexpr int sweepRepeats = 3; ///< so that noise is told from a gain

ScenarioPage::ScenarioPage(const Scenario &scenario, QWidget *parent)
    : QScrollArea(parent),
      scenario_(scenario),
      question_(new QLabel),
      run_(new RunCard(scenario)),
      preview_(new InputPreviewBox),
      message_(new QLabel),
      measured_(new QLabel),
      results_(new ResultsPanel(scenario)),
      player_(new Player(this)),
      transport_(new TransportBar(*player_)),
      layout_(new QVBoxLayout)
{
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setAcceptDrops(true);
    question_->setObjectName(QStringLiteral("question"));
    message_->setObjectName(QStringLiteral("message"));
    measured_->setObjectName(QStringLiteral("measured"));
    for (QLabel *label : {question_, message_, measured_}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    message_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto *content = new QWidget;
    content->setLayout(layout_);
    for (QWidget *part : std::initializer_list<QWidget *>{question_, preview_, run_, message_, measured_})
        layout_->addWidget(part);
    results_->setTransport(transport_);
    layout_->addWidget(results_, 1);
    layout_->addStretch(0); // where there are no results
    setWidget(content);
    connectParts();
    say({});
    sayQuestion();
    readPreview();
    sayMeasured();
    results_->retranslate();
    hideOrShowResults();
}

/// A field that still has the focus corrects what was typed once it loses it: while all parts are there.
ScenarioPage::~ScenarioPage()
{
    hide();
}

void ScenarioPage::connectParts()
{
    connect(run_, &RunCard::changed, this, &ScenarioPage::changed);
    connect(run_, &RunCard::changed, this, [this] {
        isRefused_ = false;
        if (run_->form().problem().isEmpty())
            say({});
        hideOrShowResults();
        if (const Scene chosen = asChosen(scene()); chosen.request.values != scene().request.values)
            choose(chosen);
        sayQuestion();
        readPreview();
    });
    connect(run_, &RunCard::folded, this, &ScenarioPage::showPreview);
    connect(results_, &ResultsPanel::valueChosen, this,
            [this](const QString &parameter, const QVariant &value) {
                setValues({{parameter, value}});
            });
    connect(results_, &ResultsPanel::instantChosen, this, [this](Nanoseconds instant) {
        Scene chosen = scene();
        chosen.instant = instant;
        choose(chosen);
    });
    connect(&run_->form(), &ParameterForm::refused, this, [this](const QString &sentence) {
        say(sentence.isEmpty() ? QStringList() : QStringList{sentence});
    });
    connect(run_, &RunCard::runAsked, this, [this](const QStringList &variants) {
        if (!isReady())
            return;
        results_->setViewTab(scenario_.variant(variants.last())->view);
        Q_EMIT asked({&scenario_, variants, values()});
    });
    connect(results_, &ResultsPanel::sweepAsked, this, [this](const QString &over, const QList<int> &list) {
        if (!isReady())
            return;
        Request sweep = request();
        sweep.over = over;
        sweep.sweptValues = list;
        sweep.repeats = sweepRepeats;
        Q_EMIT asked(sweep);
    });
    connect(player_, &Player::moved, this, [this] {
        results_->show(player_->scene());
        Q_EMIT sceneChosen();
    });
    connect(transport_, &TransportBar::unpinAsked, this, &ScenarioPage::unpinAsked);
    connect(results_, &ResultsPanel::laneChosen, player_, &Player::choose);
    connect(player_, &Player::stateChanged, this,
            [this] { results_->setLane(player_->chosen().empty() ? nullptr : player_->chosen().front()); });
    connect(results_, &ResultsPanel::sweepRefused, this,
            [this](const QString &sentence) { say({sentence}); });
    const auto leaveResults = [this] { isAtResults_ = false; };
    connect(run_, &RunCard::folded, this, leaveResults);
    connect(run_, &RunCard::changed, this, leaveResults);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, leaveResults);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (isAtResults_)
            scrollToResults();
    });
}

void ScenarioPage::scrollToResults()
{
    isAtResults_ = true;
    const QWidget *top = results_;
    for (const QWidget *words : {measured_, message_}) { // what is said of them stands above them
        if (!words->isHidden())
            top = words;
    }
    verticalScrollBar()->setValue(top->y() - 10);
}

PageMemory ScenarioPage::memory() const
{
    return PageMemory::of(request(), results_->viewTab(), !run_->isFolded());
}

void ScenarioPage::setMemory(const PageMemory &memory)
{
    setValues(memory.values);
    if (!memory.variants.isEmpty())
        setVariants(memory.variants);
    results_->setViewTab(memory.tab);
    run_->setFolded(!memory.isUnfolded);
}

Values ScenarioPage::values() const
{
    return run_->form().values();
}

void ScenarioPage::setValues(const Values &values)
{
    run_->form().setValues(values);
}

QString ScenarioPage::message() const
{
    return message_->text();
}

QStringList ScenarioPage::variants() const
{
    return run_->picker().variants();
}

void ScenarioPage::setVariants(const QStringList &ids)
{
    run_->picker().setVariants(ids);
}

const QList<QAction *> &ScenarioPage::mistakes() const
{
    return run_->picker().mistakes();
}

bool ScenarioPage::isReady()
{
    if (scenario_.isOfFile) {
        say({cannotRunAgain(scene())});
        return false;
    }
    run_->form().commit();
    const QString problem = run_->form().problem();
    isRefused_ = !problem.isEmpty();
    if (isRefused_)
        run_->setFolded(false);
    hideOrShowResults();
    say(isRefused_ ? QStringList{problem} : QStringList());
    return problem.isEmpty();
}

const Scene &ScenarioPage::scene() const
{
    return results_->scene();
}

/// What failed, or could not be begun, has no pictures, and those of another run would look like its own.
void ScenarioPage::hideOrShowResults()
{
    results_->setVisible(!isRefused_ && failureOfAll(scene().outcomes).isEmpty());
    sayMeasured();
}

/// What says only what is drawn holds at once, without another run.
Scene ScenarioPage::asChosen(Scene scene) const
{
    for (const Parameter &parameter : scenario_.parameters) {
        if (parameter.isOfPicture && !scene.outcomes.empty())
            scene.request.values[parameter.id] = values().value(parameter.id);
    }
    return scene;
}

void ScenarioPage::choose(const Scene &scene)
{
    results_->show(scene);
    Q_EMIT sceneChosen();
}

/// Shows it, or the instant of it that the player is at.
void ScenarioPage::load(Scene whole)
{
    if (!whole.pinned)
        whole.pinned = results_->pinned();
    player_->load(whole);
    results_->show(player_->scene());
}

void ScenarioPage::setPinned(const std::shared_ptr<const Recording> &pinned)
{
    results_->setPinned(pinned);
    if (!player_->canPlay())
        return;
    Scene whole = scene().atEnd();
    whole.pinned = pinned;
    load(whole);
}

void ScenarioPage::show(const Scene &scene)
{
    load(asChosen(scene.atEnd()));
    isRefused_ = false;
    hideOrShowResults();
    showPreview();
    say(complaintsOf(scene.atEnd()));
}

void ScenarioPage::setLabel(const RunLabel &label)
{
    Scene whole = scene().atEnd();
    if (whole.label == label)
        return;
    whole.label = label;
    load(whole);
    sayMeasured();
}

void ScenarioPage::clear()
{
    results_->forgetSweeps();
    show(Scene{Recording{.request = {.scenario = &scenario_}}});
}

void ScenarioPage::showSweep(const Sweep &sweep)
{
    results_->showSweep(sweep);
    isRefused_ = false;
    hideOrShowResults();
    say(complaintsOf(sweep));
}

/// Results stay in sight while the parameters change: then they say what they belong to.
void ScenarioPage::sayMeasured()
{
    measured_->setText(measuredWith(scene(), values()));
    measured_->setVisible(!measured_->text().isEmpty() && !results_->isHidden());
}

void ScenarioPage::say(const QStringList &sentences)
{
    message_->setText(sentences.join(u'\n'));
    message_->setVisible(!sentences.isEmpty());
    Q_EMIT said(message_->text());
}

void ScenarioPage::setTheme(const Theme &theme)
{
    theme_ = theme;
    QPalette muted = theme.palette();
    muted.setColor(QPalette::WindowText, theme.muted);
    question_->setPalette(muted);
    question_->setFont(theme.font(12));
    message_->setFont(theme.font(12, QFont::DemiBold));
    measured_->setPalette(muted);
    measured_->setFont(theme.font(11));
    run_->setTheme(theme);
    preview_->setTheme(theme);
    results_->setTheme(theme);
    transport_->setTheme(theme);
    arrange();
    show(scene());
}

void ScenarioPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void ScenarioPage::arrange()
{
    const bool isNarrow = viewport()->width() < 560 * theme_.factor;
    const bool isLow = viewport()->height() < 640 * theme_.factor; // bars and timeline at once all the same
    const int gap = isLow ? 6 : 10;
    layout_->setContentsMargins(12, isLow ? 0 : 4, 12, gap);
    layout_->setSpacing(gap);
    run_->setLow(isLow);
    results_->arrange(isNarrow, isLow, gap);
    fitResults();
}

/// The results get what the other parts leave, where that saves the page from scrolling.
void ScenarioPage::fitResults()
{
    const QMargins margins = layout_->contentsMargins();
    const int width = this->width() - margins.left() - margins.right();
    int others = margins.top() + margins.bottom();
    for (int i = 0; i < layout_->count(); ++i) {
        QLayoutItem *item = layout_->itemAt(i);
        if (item->widget() != results_ && !item->isEmpty())
            others += layout_->spacing() + wantedHeight(*item, width);
    }
    results_->fitInto({width, height() - others});
}

bool ScenarioPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fitResults();
    return QScrollArea::eventFilter(watched, event);
}

void ScenarioPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

/// With what is known before a run.
void ScenarioPage::sayQuestion()
{
    const QString question = scenario_.question.text();
    question_->setText(scenario_.forecast ? followedBy(question, scenario_.forecast(values())) : question);
}

void ScenarioPage::retranslate()
{
    sayQuestion();
    readPreview();
    results_->retranslate();
    transport_->retranslate();
    show(spoken(scene().atEnd()));
}

} // namespace tenfold
