#include "ui/actions.h"

#include "core/catalog/pattern.h"
#include "ui/numberbox.h"

#include <QActionGroup>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QToolBar>

namespace tenfold {

Actions::Actions(QMainWindow &window)
    : QObject(&window),
      patterns(new QActionGroup(this)),
      workers(new NumberBox),
      window_(window),
      bar_(window.addToolBar(QString())),
      workersLabel_(new QLabel)
{
    using Keys = QList<QKeySequence>;
    QMenu *file = addMenu(QT_TR_NOOP("&File"));
    openRecording = add(file, QT_TR_NOOP("&Open recording…"), {QKeySequence::Open});
    openPlaylist = add(file, QT_TR_NOOP("Open play&list…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_O});
    leavePlaylist = add(file, QT_TR_NOOP("&Finish the playlist"), {});
    saveRecording = add(file, QT_TR_NOOP("&Save recording…"), {QKeySequence::Save});
    file->addSeparator();
    exportPicture = add(file, QT_TR_NOOP("&Export…"), {Qt::CTRL | Qt::Key_E}, "export");
    file->addSeparator();
    copyPicture = add(file, QT_TR_NOOP("&Copy picture"), {QKeySequence::Copy}, "copy");
    copyData = add(file, QT_TR_NOOP("Copy &data"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    file->addSeparator();
    quit = add(file, QT_TR_NOOP("&Quit"), {Qt::CTRL | Qt::Key_Q});

    QMenu *running = addMenu(QT_TR_NOOP("&Run"));
    run = add(running, QT_TR_NOOP("&Run"), {Qt::Key_F5}, "run");
    stop = add(running, QT_TR_NOOP("&Stop"), {Qt::Key_Escape}, "stop");
    breakIt = addMenu(QT_TR_NOOP("Break &it"), running);
    replayMenu = addMenu(QT_TR_NOOP("Race an&d replay"), running);
    play = add(replayMenu, QT_TR_NOOP("&Play or pause"), {Qt::Key_F4});
    eventAfter = add(replayMenu, QT_TR_NOOP("&Next event"), {Qt::CTRL | Qt::Key_Right});
    eventBefore = add(replayMenu, QT_TR_NOOP("Event &before"), {Qt::CTRL | Qt::Key_Left});
    toBeginning = add(replayMenu, QT_TR_NOOP("To the be&ginning"), {Qt::CTRL | Qt::Key_Home});
    toEnd = add(replayMenu, QT_TR_NOOP("To the &end"), {Qt::CTRL | Qt::Key_End});
    faster = add(replayMenu, QT_TR_NOOP("&Faster"), {Qt::CTRL | Qt::Key_Up});
    slower = add(replayMenu, QT_TR_NOOP("&Slower"), {Qt::CTRL | Qt::Key_Down});
    running->addSeparator();
    runs = add(running, QT_TR_NOOP("R&uns and differences"), {Qt::CTRL | Qt::Key_R});
    pin = add(running, QT_TR_NOOP("&Pin the run"), {Qt::CTRL | Qt::Key_P});
    pin->setCheckable(true);

    QMenu *view = addMenu(QT_TR_NOOP("&View"));
    QMenu *pattern = patternMenu = addMenu(QT_TR_NOOP("&Pattern"), view);
    for (std::size_t i = 0; i < catalog().size(); ++i) {
        const auto key = static_cast<Qt::Key>(Qt::Key_0 + static_cast<int>((i + 1) % 10));
        QAction *action = add(pattern, "", {Qt::ALT | key});
        action->setCheckable(true);
        action->setData(static_cast<int>(i));
        patterns->addAction(action);
    }
    pattern->addSeparator();
    previous = add(pattern, QT_TR_NOOP("&Previous"), Keys{Qt::CTRL | Qt::Key_PageUp}, "previous");
    next = add(pattern, QT_TR_NOOP("&Next"), Keys{Qt::CTRL | Qt::Key_PageDown}, "next");
    QMenu *stage = addMenu(QT_TR_NOOP("P&resentation"), view);
    presentation = add(stage, QT_TR_NOOP("Presen&tation"), {Qt::Key_F11}, "presentation");
    presentation->setCheckable(true);
    // Their keys belong to them in the presentation only: see setPresenting().
    nextStep =
        add(stage, QT_TR_NOOP("&Next step"), {Qt::Key_PageDown, Qt::Key_Space, Qt::Key_Right, Qt::Key_Down});
    previousStep = add(stage, QT_TR_NOOP("Previo&us step"),
                       {Qt::Key_PageUp, Qt::Key_Backspace, Qt::Key_Left, Qt::Key_Up});
    firstStep = add(stage, QT_TR_NOOP("&First step"), {Qt::Key_Home});
    lastStep = add(stage, QT_TR_NOOP("&Last step"), {Qt::Key_End});
    nextScenario = add(stage, QT_TR_NOOP("Ne&xt scenario"), {Qt::SHIFT | Qt::Key_PageDown});
    previousScenario = add(stage, QT_TR_NOOP("Previous scen&ario"), {Qt::SHIFT | Qt::Key_PageUp});
    moreWorkers = add(stage, QT_TR_NOOP("More wor&kers, run again"), {Qt::Key_Plus, Qt::Key_Equal});
    fewerWorkers = add(stage, QT_TR_NOOP("Fe&wer workers, run again"), {Qt::Key_Minus});
    nextFocus = add(stage, QT_TR_NOOP("Next &variant in focus"), {Qt::Key_V});
    otherLanguage = add(stage, QT_TR_NOOP("&Other language"), {Qt::Key_L});
    otherTheme = add(stage, QT_TR_NOOP("Light or &dark"), {Qt::Key_T});
    cppFirst = add(stage, QT_TR_NOOP("C++ before P&ython"), {Qt::Key_P});
    cppFirst->setCheckable(true);
    blank = add(stage, QT_TR_NOOP("&Black screen"), {Qt::Key_Period, Qt::Key_B});
    view->addSeparator();
    sidebar = add(view, QT_TR_NOOP("&Sidebar"), {Qt::Key_F9});
    code = add(view, QT_TR_NOOP("&Code and explanation"), {Qt::Key_F8});
    timeline = add(view, QT_TR_NOOP("Worker &timeline"), {Qt::Key_F7});
    for (QAction *action : {sidebar, code, timeline}) {
        action->setCheckable(true);
        action->setChecked(true);
    }
    view->addSeparator();
    larger = add(view, QT_TR_NOOP("&Larger text"), {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal});
    smaller = add(view, QT_TR_NOOP("S&maller text"), {Qt::CTRL | Qt::Key_Minus});
    normal = add(view, QT_TR_NOOP("N&ormal text"), {Qt::CTRL | Qt::Key_0});
    view->addSeparator();
    themeMenu = addMenu(QT_TR_NOOP("T&heme"), view);
    themes = addChoices(
        themeMenu,
        {{"", QT_TR_NOOP("&System")}, {"light", QT_TR_NOOP("&Light")}, {"dark", QT_TR_NOOP("&Dark")}});
    // Each language names itself: whoever cannot read the present one finds the way out.
    languageMenu = addMenu(QT_TR_NOOP("Lan&guage"), view);
    languages =
        addChoices(languageMenu, {{"", QT_TR_NOOP("&System")}, {"en", "&English"}, {"ja", "日本語 (&J)"}});

    QMenu *help = addMenu(QT_TR_NOOP("&Help"));
    shortcuts = add(help, QT_TR_NOOP("&Keys"), {Qt::CTRL | Qt::Key_Question});
    about = add(help, QT_TR_NOOP("&About Tenfold"), {});
    buildToolBar();
    setPresenting(false);
    retranslate();
}

/// Those of a pattern: in the presentation its number alone is one, too.
static QList<QKeySequence> keysOfPattern(int index, bool isPresenting)
{
    const int digit = Qt::Key_0 + (index + 1) % 10;
    QList<QKeySequence> keys{QKeySequence(Qt::ALT | static_cast<Qt::Key>(digit))};
    if (isPresenting)
        keys << QKeySequence(digit);
    return keys;
}

void Actions::setPresenting(bool isPresenting)
{
    for (QAction *action :
         {nextStep, previousStep, firstStep, lastStep, blank, nextScenario, previousScenario, moreWorkers,
          fewerWorkers, nextFocus, otherLanguage, otherTheme, cppFirst})
        action->setEnabled(isPresenting);
    for (QAction *action : patterns->actions())
        action->setShortcuts(keysOfPattern(action->data().toInt(), isPresenting));
}

QMenu *Actions::addMenu(const char *text, QMenu *parent)
{
    QMenu *menu = parent ? parent->addMenu(QString()) : window_.menuBar()->addMenu(QString());
    menus_.emplace_back(menu, text);
    return menu;
}

QAction *Actions::add(QMenu *menu, const char *text, const QList<QKeySequence> &keys, const char *icon)
{
    auto *action = new QAction(this);
    action->setShortcuts(keys);
    action->setMenuRole(QAction::NoRole);
    menu->addAction(action);
    window_.addAction(action); // or its key dies with a hidden menu bar
    entries_.push_back({action, text, icon});
    return action;
}

QActionGroup *Actions::addChoices(QMenu *menu,
                                  const std::vector<std::pair<const char *, const char *>> &choices)
{
    auto *group = new QActionGroup(this);
    for (const auto &[id, text] : choices) {
        QAction *action = add(menu, text, {});
        action->setCheckable(true);
        action->setData(QString::fromLatin1(id));
        group->addAction(action);
    }
    return group;
}

void Actions::buildToolBar()
{
    bar_->setObjectName(QStringLiteral("bar"));
    bar_->setMovable(false);
    bar_->setContextMenuPolicy(Qt::PreventContextMenu); // it must not be hidden by accident
    bar_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar_->addAction(run);
    bar_->addAction(stop);
    bar_->addSeparator();
    bar_->addAction(previous);
    bar_->addAction(next);
    QAction *before = bar_->addSeparator();
    workers->setObjectName(QStringLiteral("toolbar-workers"));
    workersLabel_->setBuddy(workers);
    workersLabel_->setContentsMargins(6, 0, 4, 0);
    inBar_ = {before, bar_->addWidget(workersLabel_), bar_->addWidget(workers)};
    auto *space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar_->addWidget(space);
    bar_->addAction(presentation);
    bar_->addAction(exportPicture);
}

void Actions::setHasWorkers(bool hasWorkers)
{
    workers->setEnabled(hasWorkers);
    for (QAction *widget : inBar_)
        widget->setVisible(hasWorkers);
}

/// A menu's text without its mnemonic: "&Run", "実行(&R)".
static QString plain(QString text)
{
    static const QRegularExpression mnemonic(QStringLiteral("\\s?\\(&.\\)|&|…"));
    return text.remove(mnemonic);
}

void Actions::retranslate()
{
    bar_->setWindowTitle(tr("Tool bar"));
    workersLabel_->setText(tr("Workers:"));
    workers->setAccessibleName(tr("Workers"));
    for (const auto &[menu, text] : menus_)
        menu->setTitle(tr(text));
    for (const Entry &entry : entries_) {
        const QList<QAction *> all = patterns->actions();
        const auto index = all.indexOf(entry.action);
        const QString text =
            index < 0 ? tr(entry.text) : catalog()[static_cast<std::size_t>(index)].title.text();
        // Their numbers are their mnemonics, as they are their keys.
        entry.action->setText(index < 0 ? text : QStringLiteral("&%1  %2").arg((index + 1) % 10).arg(text));
        entry.action->setIconText(plain(text));
        const QString key = entry.action->shortcut().toString(QKeySequence::NativeText);
        entry.action->setToolTip(key.isEmpty() ? plain(text)
                                               : QStringLiteral("%1 (%2)").arg(plain(text), key));
    }
}

void Actions::setMistakes(const QList<QAction *> &mistakes)
{
    for (QAction *before : breakIt->actions())
        window_.removeAction(before);
    breakIt->clear();
    breakIt->addActions(mistakes);
    window_.addActions(mistakes); // as all others
    breakIt->setEnabled(!mistakes.isEmpty());
}

void Actions::setTheme(const Theme &theme)
{
    for (const Entry &entry : entries_) {
        if (*entry.icon)
            entry.action->setIcon(theme.icon(QString::fromLatin1(entry.icon)));
    }
    const int side = qRound(22 * theme.factor);
    bar_->setIconSize({side, side});
}

QList<QAction *> Actions::withKeys() const
{
    QList<QAction *> actions;
    for (const Entry &entry : entries_) {
        actions << entry.action;
        if (entry.action == stop) // above the menu of the mistakes
            actions << breakIt->actions();
    }
    actions.removeIf([](const QAction *action) { return action->shortcut().isEmpty(); });
    return actions;
}

QList<std::pair<QString, QString>> Actions::keys() const
{
    QList<std::pair<QString, QString>> all;
    for (const QAction *action : withKeys()) {
        const bool isPattern = action->actionGroup() == patterns;
        QStringList names;
        for (const QKeySequence &key :
             isPattern ? keysOfPattern(action->data().toInt(), true) : action->shortcuts())
            names << key.toString(QKeySequence::NativeText);
        all << std::pair(action->iconText(), names.join(QStringLiteral(", ")));
    }
    return all;
}

} // namespace tenfold
