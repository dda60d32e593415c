#include "ui/scenariopage.h"

#include "core/analysis/format.h"
#include "ui/bignumbers.h"
#include "ui/charts/sweepview.h"
#include "ui/data/datatab.h"
#include "ui/owninput.h"
#include "ui/parameterform.h"
#include "ui/picturecard.h"
#include "ui/runcard.h"
#include "ui/sweepbar.h"
#include "ui/variantpicker.h"
#include "ui/viewtabs.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QScrollBar>
#include <QVBoxLayout>

namespace tenfold {

ScenarioPage::ScenarioPage(const Scenario &scenario, QWidget *parent)
    : QScrollArea(parent),
      scenario_(scenario),
      question_(new QLabel),
      run_(new RunCard(scenario)),
      message_(new QLabel),
      measured_(new QLabel),
      numbers_(new BigNumbers(scenario)),
      layout_(new QVBoxLayout),
      charts_(new QBoxLayout(QBoxLayout::LeftToRight)),
      views_(new ViewTabs),
      data_(new DataTab(scenario))
{
    scene_.scenario = &scenario;
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

    charts_->addWidget(add(QStringLiteral("elapsed"), makeElapsedBars()), 1);
    auto *viewsCard = new QFrame;
    viewsCard->setObjectName(QStringLiteral("card"));
    (new QVBoxLayout(viewsCard))->setContentsMargins(2, 2, 2, 2);
    viewsCard->layout()->addWidget(views_);
    views_->setDocumentMode(true);
    views_->setUsesScrollButtons(true); // in a narrow page: a title cut to "T…" says nothing
    views_->setElideMode(Qt::ElideNone);
    for (const View &view : scenario.views) {
        Picture *picture = makeView(view);
        PictureCard *card = picture ? addView(view.id, picture) : nullptr;
        if (card && view.kind == ViewKind::Sweep && !sweepBar_)
            addSweepBar(view.sources.value(0), *card);
    }
    addView(QStringLiteral("time"), makeTimeSpent());
    const auto swept = std::ranges::find(scenario.parameters, ParameterKind::Integer, &Parameter::kind);
    if (!sweepBar_ && swept != scenario.parameters.end())
        addSweepBar(swept->id, *addView(sweepFigure(swept->id), makeView(sweepView(scenario, swept->id))));
    views_->addTab(data_, QString());
    charts_->addWidget(viewsCard, 1);
    timeline_ = add(QStringLiteral("timeline"), makeTimeline());
    chosen_ = cards_.front();

    auto *content = new QWidget;
    content->setLayout(layout_);
    for (QWidget *part : std::initializer_list<QWidget *>{question_, run_, message_, measured_, numbers_})
        layout_->addWidget(part);
    layout_->addLayout(charts_, 5);
    layout_->addWidget(timeline_, 6);
    setWidget(content);

    connect(run_, &RunCard::changed, this, &ScenarioPage::changed);
    connect(run_, &RunCard::changed, this, [this] {
        if (run_->form().problem().isEmpty())
            say({});
        sayMeasured();
    });
    connect(&run_->form(), &ParameterForm::refused, this, [this](const QString &sentence) {
        say(sentence.isEmpty() ? QStringList() : QStringList{sentence});
    });
    connect(run_, &RunCard::runAsked, this, [this](const QStringList &variants) {
        if (!isReady())
            return;
        setViewTab(scenario_.variant(variants.last())->view);
        Q_EMIT runAsked(variants);
    });
    const auto leaveResults = [this] { isAtResults_ = false; };
    connect(run_, &RunCard::folded, this, leaveResults);
    connect(run_, &RunCard::changed, this, leaveResults);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, leaveResults);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (isAtResults_)
            scrollToResults();
    });
    connect(data_, &DataTab::chosen, this, [this] { isDataChosen_ = true; });
    connect(views_, &QTabWidget::currentChanged, this, [this] {
        isDataChosen_ = views_->currentWidget() == data_;
        showCurrentView();
        views_->updateGeometry();
    });
    say({});
    retranslate();
}

PictureCard *ScenarioPage::add(const QString &id, Picture *picture)
{
    auto *card = new PictureCard(id, picture);
    connect(card, &PictureCard::chosen, this, [this, card] {
        chosen_ = card;
        isDataChosen_ = false;
        Q_EMIT chosen(card->id());
    });
    connect(picture, &Picture::pointedAt, this, &ScenarioPage::pointedAt);
    cards_.push_back(card);
    return card;
}

PictureCard *ScenarioPage::addView(const QString &id, Picture *picture)
{
    PictureCard *card = add(id, picture);
    card->setObjectName(QString()); // the tabs are the card
    card->layout()->setContentsMargins(0, 0, 0, 0);
    views_->addTab(card, QString());
    return card;
}

void ScenarioPage::addSweepBar(const QString &over, PictureCard &card)
{
    sweepBar_ = new SweepBar(scenario_, over);
    card.layout()->addWidget(sweepBar_);
    connect(sweepBar_, &SweepBar::asked, this, &ScenarioPage::sweepAsked);
    connect(sweepBar_, &SweepBar::refused, this, [this](const QString &sentence) { say({sentence}); });
    connect(sweepBar_, &SweepBar::overChanged, this, [this, &card](const QString &other) {
        const View view = sweepView(scenario_, other);
        static_cast<SweepView &>(card.picture()).setView(view);
        card.setId(view.id);
        retranslate();
    });
}

void ScenarioPage::scrollToResults()
{
    isAtResults_ = true;
    const QWidget *top = numbers_;
    for (const QWidget *words : {measured_, message_}) { // what is said of them stands above them
        if (!words->isHidden())
            top = words;
    }
    verticalScrollBar()->setValue(top->y() - 10);
}

QString ScenarioPage::idOf(const QWidget *tab)
{
    const auto *card = qobject_cast<const PictureCard *>(tab);
    return card ? card->id() : QStringLiteral("data");
}

QString ScenarioPage::viewTab() const
{
    return idOf(views_->currentWidget());
}

void ScenarioPage::setViewTab(const QString &id)
{
    for (int tab = 0; tab < views_->count(); ++tab) {
        if (idOf(views_->widget(tab)) == id)
            views_->setCurrentIndex(tab);
    }
}

PageMemory ScenarioPage::memory() const
{
    PageMemory memory{{}, variants(), viewTab(), !run_->isFolded()};
    const Values standard = scenario_.preset(QStringLiteral("default"));
    const Values now = values();
    for (auto value = now.cbegin(); value != now.cend(); ++value) {
        if (*value != standard.value(value.key()))
            memory.values[value.key()] = *value;
    }
    if (memory.variants == scenario_.tickedVariants())
        memory.variants.clear();
    return memory;
}

void ScenarioPage::setMemory(const PageMemory &memory)
{
    setValues(memory.values);
    if (!memory.variants.isEmpty())
        setVariants(memory.variants);
    setViewTab(memory.tab);
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
    run_->form().commit();
    const QString problem = run_->form().problem();
    say(problem.isEmpty() ? QStringList() : QStringList{problem + u'.'});
    if (!problem.isEmpty())
        run_->setFolded(false);
    return problem.isEmpty();
}

void ScenarioPage::showSweep(const Sweep &sweep)
{
    scene_.sweeps[sweep.over] = sweep;
    showCurrentView();
    QStringList sentences;
    for (const Outcome &outcome : sweep.outcomes) {
        if (outcome.status() == Status::Failed)
            sentences << tr("%1 failed at %2: %3.")
                             .arg(scene_.variantOf(outcome)->title.text(),
                                  outcome.values.value(sweep.over).toString(), outcome.error());
    }
    say(sentences);
}

void ScenarioPage::show(const Scene &scene)
{
    std::map<QString, Sweep> sweeps = std::move(scene_.sweeps);
    scene_ = scene;
    scene_.sweeps.merge(sweeps); // those of the scene come first
    numbers_->show(scene);
    for (PictureCard *card : cards_) {
        if (views_->indexOf(card) < 0)
            card->picture().show(scene);
    }
    showCurrentView();
    sayMeasured();
    QStringList sentences;
    for (const Outcome &outcome : scene.outcomes) {
        const Variant *variant = scene.variantOf(outcome);
        if (outcome.status() == Status::Failed)
            sentences << tr("%1 failed: %2. Change the parameters, or press Run to try again.")
                             .arg(variant->title.text(), outcome.error());
        else if (outcome.status() == Status::Finished && !outcome.sameResult() && !variant->isMistake() &&
                 scene.outcomes.front().status() == Status::Finished)
            sentences << tr("%1 gave another result than %2.")
                             .arg(variant->title.text(), scenario_.variants.front().title.text());
    }
    say(sentences);
}

/// Results stay in sight while the parameters change: then they say what they belong to.
void ScenarioPage::sayMeasured()
{
    QStringList words;
    const Values now = values();
    for (const Parameter &parameter : scenario_.parameters) {
        if (scene_.outcomes.empty())
            break;
        const QVariant was = scene_.outcomes.front().values.value(parameter.id, parameter.defaultValue);
        if (was == now.value(parameter.id))
            continue;
        const QString text = was.toString();
        const QString shown = text.isEmpty()         ? tr("Tenfold's own")
                              : text.contains(u'\n') ? tr("%1 lines").arg(text.count(u'\n') + 1)
                                                     : (text + u' ' + parameter.unit).trimmed();
        words << QStringLiteral("%1 = %2").arg(parameter.title.text(), shown);
    }
    measured_->setText(words.isEmpty() ? QString()
                                       : tr("The results below were measured with %1.").arg(listed(words)));
    measured_->setVisible(!words.isEmpty());
}

/// A view behind another tab is not drawn until it is seen.
void ScenarioPage::showCurrentView()
{
    if (views_->currentWidget() == data_)
        data_->show(scene_);
    else if (auto *card = qobject_cast<PictureCard *>(views_->currentWidget()))
        card->picture().show(scene_);
}

void ScenarioPage::setPictureActions(const QList<QAction *> &actions)
{
    for (PictureCard *card : cards_)
        card->picture().addActions(actions);
}

void ScenarioPage::copyPicture()
{
    QGuiApplication::clipboard()->setImage(chosen_->image(theme_));
    Q_EMIT copied();
}

void ScenarioPage::copyData()
{
    QGuiApplication::clipboard()->setText(isDataChosen_ ? data_->asText() : chosen_->picture().numbers());
    Q_EMIT copied();
}

void ScenarioPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

/// Own input: what was dropped goes where it fits; if nowhere, the page says what would.
void ScenarioPage::dropEvent(QDropEvent *event)
{
    const OwnInput input = ownInput(scenario_, *event->mimeData());
    event->acceptProposedAction();
    if (input.problem.isEmpty()) {
        setValues(input.values);
        run_->setFolded(false); // to show what has come in
    }
    say(input.problem.isEmpty() ? QStringList() : QStringList{input.problem});
}

void ScenarioPage::say(const QStringList &sentences)
{
    message_->setText(sentences.join(u'\n'));
    message_->setVisible(!sentences.isEmpty());
    Q_EMIT said(message_->text());
}

} // namespace tenfold
