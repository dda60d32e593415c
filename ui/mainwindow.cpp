#include "ui/mainwindow.h"

#include "ui/actions.h"
#include "ui/code/codepanel.h"
#include "ui/code/pythonpanel.h"
#include "ui/dialogs.h"
#include "ui/explanationpanel.h"
#include "ui/export/exportdialog.h"
#include "ui/fonts.h"
#include "ui/language.h"
#include "ui/patternlist.h"
#include "ui/patternpage.h"
#include "ui/runcontroller.h"
#include "ui/scenariopage.h"
#include "ui/stage/stage.h"
#include "ui/statusline.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QMenuBar>
#include <QScreen>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QTabWidget>
#include <QToolBar>

namespace tenfold {

static constexpr int wideEnoughForCode = 1200;

static bool systemIsDark()
{
    // As it was before the first window set its own palette.
    static const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
}

MainWindow::MainWindow(Settings settings)
    : settings_(std::move(settings)),
      runs_(new RunController(this)),
      actions_(new Actions(*this)),
      center_(new QStackedWidget),
      splitter_(new QSplitter),
      stage_(new Stage),
      list_(new PatternList),
      pages_(new QStackedWidget),
      side_(new QTabWidget),
      code_(new CodePanel),
      python_(new PythonPanel),
      explanation_(new ExplanationPanel),
      status_(new StatusLine)
{
    const QString last = settings_.scenario; // before showing another page replaces it
    systemIsDark();
    if (settings_.kept)
        setLanguage(settings_.language);
    build();
    recall();
    connectActions();
    connectChoices();
    const QSize screenSize = screen() ? screen()->availableSize() : QSize(1600, 900);
    resize(QSize(1600, 900).boundedTo(screenSize));
    restoreGeometry(settings_.geometry);
    retranslate();
    if (settings_.splitter.isEmpty() || !splitter_->restoreState(settings_.splitter))
        splitter_->setSizes({qRound(265 * theme_.factor), 900, qRound(400 * theme_.factor)});
    if (last.isEmpty() || !showScenario(last))
        showPattern(0);
    list_->setFocus();
}

MainWindow::~MainWindow()
{
    delete runs_; // the run ends before the pages that it draws on
}

void MainWindow::build()
{
    pages_->setObjectName(QStringLiteral("pages"));
    for (const Pattern &pattern : catalog())
        addPattern(pattern);
    side_->setDocumentMode(true);
    code_->setObjectName(QStringLiteral("code"));
    python_->setObjectName(QStringLiteral("python"));
    explanation_->setObjectName(QStringLiteral("explanation"));
    for (QWidget *tab : std::initializer_list<QWidget *>{code_, python_, explanation_})
        side_->addTab(tab, QString());
    splitter_->addWidget(list_);
    splitter_->addWidget(pages_);
    splitter_->addWidget(side_);
    splitter_->setStretchFactor(1, 1);
    splitter_->setChildrenCollapsible(false);
    center_->addWidget(splitter_);
    center_->addWidget(stage_);
    setCentralWidget(center_);
    setStatusBar(status_);
    connect(runs_, &RunController::sceneChanged, this, &MainWindow::showScene);
    connect(runs_, &RunController::phaseChanged, this, &MainWindow::showState);
    connect(runs_, &RunController::measured, this, &MainWindow::showMachine);
    connect(list_, &QListWidget::currentRowChanged, this, &MainWindow::showPattern);
}

/// What the settings say about what is in sight.
void MainWindow::recall()
{
    actions_->sidebar->setChecked(settings_.sidebar);
    list_->setVisible(settings_.sidebar);
    actions_->timeline->setChecked(settings_.timeline);
    for (int tab = 0; tab < side_->count(); ++tab) {
        if (side_->widget(tab)->objectName() == settings_.side)
            side_->setCurrentIndex(tab);
    }
}

void MainWindow::remember()
{
    settings_.sidebar = actions_->sidebar->isChecked();
    settings_.timeline = actions_->timeline->isChecked();
    settings_.side = side_->currentWidget()->objectName();
    for (const ScenarioPage *made : std::as_const(scenarioPages_))
        settings_.pages[made->scenario().path()] = made->memory();
}

void MainWindow::addPattern(const Pattern &pattern)
{
    auto *made = new PatternPage(pattern);
    pages_->addWidget(made);
    connect(made, &PatternPage::scenarioChanged, this, &MainWindow::showPage);
    connect(made, &PatternPage::made, this, [this](ScenarioPage *page) {
        scenarioPages_[&page->scenario()] = page;
        page->setPictureActions({actions_->exportPicture, actions_->copyPicture, actions_->copyData});
        page->setTimelineVisible(actions_->timeline->isChecked());
        page->setMemory(settings_.pages.value(page->scenario().path()));
        page->setTheme(theme_);
        connect(page, &ScenarioPage::runAsked, this, [this, page] {
            if (page == this->page() && page->isReady()) // one that still runs gives way
                runs_->start(page->scenario(), page->variants(), page->values());
        });
        connect(page, &ScenarioPage::chosen, this,
                [this](const QString &id) { settings_.exporting.figure = id; });
        connect(page, &ScenarioPage::said, this, [this, page](const QString &sentences) {
            if (isPresenting() && page == this->page())
                stage_->say(sentences);
        });
        connect(page, &ScenarioPage::pointedAt, code_, &CodePanel::pointAt);
        connect(page, &ScenarioPage::changed, this, [this, page] {
            const QSignalBlocker quiet(actions_->workers);
            actions_->workers->setValue(page->values().value(QStringLiteral("workers")).toInt());
        });
    });
}

void MainWindow::connectActions()
{
    const auto onTrigger = [this](QAction *action, auto &&slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    onTrigger(actions_->run, &MainWindow::startRun);
    onTrigger(actions_->stop, [this] { runs_->stop(); });
    onTrigger(actions_->previous, [this] { showPattern(std::max(0, list_->currentRow() - 1)); });
    onTrigger(actions_->next, [this] { showPattern(std::min(list_->count() - 1, list_->currentRow() + 1)); });
    onTrigger(actions_->exportPicture, &MainWindow::exportPicture);
    onTrigger(actions_->copyPicture, [this] {
        if (isPresenting())
            QGuiApplication::clipboard()->setPixmap(stage_->grab());
        else
            page()->copyPicture();
    });
    onTrigger(actions_->copyData, [this] { page()->copyData(); });
    onTrigger(actions_->quit, &QWidget::close);
    onTrigger(actions_->sidebar, [this](bool on) { list_->setVisible(on); });
    onTrigger(actions_->code, [this](bool on) {
        settings_.code[width() >= wideEnoughForCode] = on;
        fitSide();
    });
    onTrigger(actions_->timeline, [this](bool on) {
        for (ScenarioPage *made : std::as_const(scenarioPages_))
            made->setTimelineVisible(on);
    });
    onTrigger(actions_->presentation, &MainWindow::setPresenting);
    onTrigger(actions_->nextStep, [this] { stage_->goBy(1); });
    onTrigger(actions_->previousStep, [this] { stage_->goBy(-1); });
    onTrigger(actions_->blank, [this] { stage_->setBlank(true); });
    connect(stage_, &Stage::left, this, [this] { setPresenting(false); });
    stage_->addActions({actions_->run, actions_->stop, actions_->nextStep, actions_->previousStep,
                        actions_->blank, actions_->exportPicture, actions_->presentation});
    onTrigger(actions_->larger, [this] { zoom(settings_.factor * 1.1); });
    onTrigger(actions_->smaller, [this] { zoom(settings_.factor / 1.1); });
    onTrigger(actions_->normal, [this] { zoom(1); });
    onTrigger(actions_->shortcuts, [this] { showKeys(this, actions_->withKeys()); });
    onTrigger(actions_->about, [this] { showAbout(this); });
    connect(actions_->workers, &QSpinBox::valueChanged, this, [this](int workers) {
        if (page())
            page()->setValues({{QStringLiteral("workers"), workers}});
    });
}

void MainWindow::connectChoices()
{
    connect(actions_->patterns, &QActionGroup::triggered, this,
            [this](QAction *action) { showPattern(action->data().toInt()); });
    connect(actions_->themes, &QActionGroup::triggered, this, [this](QAction *action) {
        settings_.theme = action->data().toString();
        hasOwnLook_ = false;
        applyTheme();
    });
    connect(actions_->languages, &QActionGroup::triggered, this, [this](QAction *action) {
        settings_.language = action->data().toString();
        setLanguage(settings_.language);
    });
    const auto check = [](QActionGroup *group, const QString &id) {
        for (QAction *action : group->actions())
            action->setChecked(action->data() == id);
    };
    check(actions_->themes, settings_.theme);
    check(actions_->languages, settings_.kept ? settings_.language : language());
}

PatternPage *MainWindow::patternPage() const
{
    return static_cast<PatternPage *>(pages_->currentWidget());
}

ScenarioPage *MainWindow::page() const
{
    return patternPage()->current();
}

bool MainWindow::showScenario(const QString &path)
{
    const Pattern *pattern = findPattern(path.section(u'/', 0, 0));
    if (!pattern || (path.contains(u'/') && !findScenario(path)))
        return false;
    const auto index = static_cast<int>(pattern - catalog().data());
    static_cast<PatternPage *>(pages_->widget(index))->showScenario(path.section(u'/', 1));
    showPattern(index);
    return true;
}

void MainWindow::showPattern(int index)
{
    if (index < 0)
        return;
    pages_->setCurrentIndex(index);
    if (!page())
        patternPage()->showScenario({});
    const QSignalBlocker quiet(list_);
    list_->setCurrentRow(index);
    actions_->patterns->actions().at(index)->setChecked(true);
    showPage();
}

/// What came into sight takes the tool bar and the panels over; a run of another page stops.
void MainWindow::showPage()
{
    ScenarioPage *shown = page();
    settings_.scenario = shown ? shown->scenario().path() : patternPage()->pattern().id;
    const Scene scene = shown ? shown->scene() : Scene{};
    if (runs_->scenario() != scene.scenario)
        runs_->stop();
    const Parameter *workers = shown ? shown->scenario().parameter(QStringLiteral("workers")) : nullptr;
    const QSignalBlocker quiet(actions_->workers);
    actions_->workers->setEnabled(workers);
    if (workers) {
        actions_->workers->setRange(workers->minimum, workers->maximum);
        actions_->workers->setValue(shown->values().value(workers->id).toInt());
    }
    code_->show(scene);
    python_->show(scene.scenario);
    side_->setTabVisible(side_->indexOf(python_), scene.scenario && *scene.scenario->python);
    explanation_->show(patternPage()->pattern(), scene);
    if (export_)
        export_->show(scene);
    if (isPresenting() && shown) {
        stage_->show(scene);
        stage_->say(shown->message());
    } else {
        setPresenting(false);
    }
    fitSide();
    showState();
}

bool MainWindow::isPresenting() const
{
    return center_->currentWidget() == stage_;
}

/// The stage takes the whole screen over; whatever runs goes on.
void MainWindow::setPresenting(bool on)
{
    on = on && page();
    actions_->presentation->setChecked(on);
    if (on == isPresenting())
        return;
    if (on) { // what is remembered is how the window was before
        settings_.geometry = saveGeometry();
        settings_.splitter = splitter_->saveState();
    }
    center_->setCurrentIndex(on ? 1 : 0);
    for (QWidget *widget : std::initializer_list<QWidget *>{menuBar(), findChild<QToolBar *>(), status_})
        widget->setVisible(!on);
    setWindowState(windowState().setFlag(Qt::WindowFullScreen, on));
    stage_->setBlank(false);
    showPage();
    if (on)
        stage_->setFocus();
    else
        list_->setFocus();
}

void MainWindow::exportPicture()
{
    if (!export_) {
        export_ = new ExportDialog(settings_.exporting, theme_.dark, this);
        connect(export_, &ExportDialog::chosen, this,
                [this](const ExportChoice &choice) { settings_.exporting = choice; });
        connect(export_, &ExportDialog::saved, status_,
                [this](const QString &file) { status_->showMessage(tr("Saved %1").arg(file), 10000); });
    }
    export_->show(page()->scene());
    export_->setFigure(settings_.exporting.figure);
    export_->show();
    export_->raise();
    export_->activateWindow();
}

void MainWindow::setValues(const Values &values)
{
    if (page())
        page()->setValues(values);
}

void MainWindow::setVariants(const QStringList &ids)
{
    if (page())
        page()->setVariants(ids);
}

void MainWindow::present(const Scene &scene)
{
    runs_->stop();
    if (scene.scenario && showScenario(scene.scenario->path()))
        showScene(scene);
}

void MainWindow::startRun()
{
    if (page() && runs_->phase() != RunController::Phase::Running && page()->isReady())
        runs_->start(page()->scenario(), page()->variants(), page()->values());
}

void MainWindow::showScene(const Scene &scene)
{
    ScenarioPage *of = scenarioPages_.value(scene.scenario);
    if (!of)
        return;
    of->show(scene);
    if (of != page())
        return;
    if (isPresenting()) {
        stage_->show(scene);
    } else {
        code_->show(scene);
        explanation_->show(patternPage()->pattern(), scene);
    }
    if (export_)
        export_->show(scene);
    showState();
}

void MainWindow::showState()
{
    status_->show(runs_->phase(), page() ? page()->scene() : Scene{}, runs_->progress());
    actions_->run->setEnabled(page() && runs_->phase() != RunController::Phase::Running);
    actions_->stop->setEnabled(runs_->phase() == RunController::Phase::Running);
    for (QAction *action :
         {actions_->exportPicture, actions_->copyPicture, actions_->copyData, actions_->presentation})
        action->setEnabled(page());
    for (QAction *action : {actions_->nextStep, actions_->previousStep, actions_->blank})
        action->setEnabled(isPresenting());
}

void MainWindow::showMachine(const Machine &machine)
{
    runs_->setMachine(machine);
    status_->showMachine(machine);
}

void MainWindow::setLook(const Theme &theme)
{
    hasOwnLook_ = true;
    theme_ = theme;
    applyTheme();
}

void MainWindow::applyTheme()
{
    if (!hasOwnLook_) {
        const bool dark =
            settings_.theme.isEmpty() ? systemIsDark() : settings_.theme == QLatin1String("dark");
        theme_ = Theme::make(dark, settings_.factor, uiFont());
    }
    theme_.base = uiFont();                                       // follows the language
    if (QApplication::style()->name() != QLatin1String("fusion")) // another one asks every widget anew
        QApplication::setStyle(QStringLiteral("Fusion"));
    QApplication::setPalette(theme_.palette());
    QApplication::setFont(theme_.font(11));
    setFont(theme_.font(11)); // a style sheet keeps the application's font from what is older than it
    // What is typed into has a border; what is read has none.
    setStyleSheet(
        theme_.styleSheet() +
        QStringLiteral(
            "tenfold--ParameterForm QPlainTextEdit{border:1px solid %1;border-radius:3px;padding:0}")
            .arg(theme_.grid.name()));
    actions_->setTheme(theme_);
    list_->setTheme(theme_);
    code_->setTheme(theme_);
    stage_->setTheme(theme_);
    python_->setTheme(theme_);
    for (int i = 0; i < pages_->count(); ++i)
        static_cast<PatternPage *>(pages_->widget(i))->setTheme(theme_);
}

void MainWindow::zoom(qreal factor)
{
    settings_.factor = std::clamp(factor, Settings::smallest, Settings::largest);
    hasOwnLook_ = false;
    applyTheme();
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Tenfold"));
    side_->setTabText(0, tr("C++ code"));
    side_->setTabText(1, tr("Python"));
    side_->setTabText(2, tr("Explanation"));
    code_->setAccessibleName(tr("C++ code"));
    python_->setAccessibleName(tr("Python"));
    explanation_->setAccessibleName(tr("Explanation"));
    actions_->retranslate();
    stage_->retranslate();
    applyTheme(); // the font may change with the language
    showPage();
}

bool MainWindow::event(QEvent *event)
{
    const bool handled = QMainWindow::event(event);
    // After the children, which the base class has told.
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return handled;
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (settings_.kept && !std::exchange(isPainted_, true))
        QMetaObject::invokeMethod(runs_, &RunController::measure, Qt::QueuedConnection);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitSide();
}

void MainWindow::fitSide()
{
    const bool wants = settings_.code[width() >= wideEnoughForCode];
    actions_->code->setChecked(wants);
    side_->setVisible(wants && page());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    runs_->end();
    if (!isPresenting()) {
        settings_.geometry = saveGeometry();
        settings_.splitter = splitter_->saveState();
    }
    remember();
    settings_.save();
    QMainWindow::closeEvent(event);
}

QImage MainWindow::shot()
{
    const bool wasVisible = isVisible();
    if (!wasVisible) {
        setAttribute(Qt::WA_DontShowOnScreen);
        show();
    }
    // Layouts settle in events: those of the window, then those of the charts in it.
    for (int i = 0; i < 4; ++i)
        QCoreApplication::processEvents();
    const QImage image = grab().toImage();
    if (!wasVisible) {
        hide();
        setAttribute(Qt::WA_DontShowOnScreen, false);
    }
    return image;
}

} // namespace tenfold
