#pragma once

#include "ui/theme.h"

#include <QObject>

#include <array>
#include <vector>

class QAction;
class QActionGroup;
class QLabel;
class QMainWindow;
class QMenu;
class QToolBar;

namespace tenfold {

class NumberBox;

/// The actions of the window with their texts, keys and icons, its menus and its tool bar. What they do is
/// connected by the window.
class Actions : public QObject
{
    Q_OBJECT
public:
    explicit Actions(QMainWindow &window);

    QAction *run, *stop, *previous, *next;
    QAction *play, *eventAfter, *eventBefore, *toBeginning, *toEnd, *faster, *slower;
    QAction *openRecording, *saveRecording, *openPlaylist, *leavePlaylist;
    QAction *runs, *pin; ///< pin is checkable
    QAction *exportPicture, *copyPicture, *copyData, *quit;
    QAction *sidebar, *code, *timeline; ///< checkable
    QAction *presentation;              ///< checkable
    QAction *nextStep, *previousStep, *firstStep, *lastStep, *blank;
    QAction *moreWorkers, *fewerWorkers, *nextScenario, *previousScenario;
    QAction *nextFocus, *otherLanguage, *otherTheme;
    QAction *cppFirst; ///< checkable
    QAction *larger, *smaller, *normal;
    QAction *shortcuts, *about;
    QActionGroup *patterns;  ///< data: the index
    QActionGroup *themes;    ///< data: as in Settings
    QActionGroup *languages; ///< data: as in Settings
    NumberBox *workers;
    QMenu *breakIt; ///< the mistakes of the scenario in sight
    QMenu *replayMenu, *patternMenu, *themeMenu, *languageMenu;

    /// Whether the scenario in sight has workers that can be set.
    void setHasWorkers(bool hasWorkers);
    /// From now on those of another scenario.
    void setMistakes(const QList<QAction *> &mistakes);
    /// Whether the keys of the presentation are its own; elsewhere they are typed.
    void setPresenting(bool isPresenting);
    void retranslate();
    void setTheme(const Theme &theme);
    /// All actions that have a key now, in the order of the menus.
    QList<QAction *> withKeys() const;
    /// What each action that has keys does, and all of its keys, those of the presentation among them.
    QList<std::pair<QString, QString>> keys() const;

private:
    struct Entry
    {
        QAction *action;
        const char *text;
        const char *icon;
    };
    QAction *add(QMenu *menu, const char *text, const QList<QKeySequence> &keys, const char *icon = "");
    QActionGroup *addChoices(QMenu *menu, const std::vector<std::pair<const char *, const char *>> &choices);
    QMenu *addMenu(const char *text, QMenu *parent = nullptr);
    void buildToolBar();

    QMainWindow &window_;
    QToolBar *bar_;
    QLabel *workersLabel_;
    std::array<QAction *, 3> inBar_{}; ///< of the workers: what stands before them, their label, their box
    std::vector<Entry> entries_;
    std::vector<std::pair<QMenu *, const char *>> menus_;
};

} // namespace tenfold
