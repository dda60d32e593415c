#pragma once

#include "core/analysis/machine.h"
#include "core/catalog/pattern.h"
#include "ui/scene.h"
#include "ui/settings.h"
#include "ui/stage/playlist.h"
#include "ui/theme.h"

#include <QHash>
#include <QMainWindow>

#include <functional>
#include <memory>
#include <vector>

class QSplitter;
class QStackedWidget;

namespace tenfold {

class Actions;
class ExportDialog;
class PatternList;
class PatternPage;
class RunController;
class Player;
class RunList;
class RunsDialog;
class ScenarioPage;
class SidePanel;
class Stage;
enum class Taken; // with its type, lupdate would lose the namespace of the class below
class StatusLine;

/// The window. Everything that it can do is also here as a call, so that pictures of it can be made without a
/// hand.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// Settings that are kept choose language and theme and are saved when the window closes.
    explicit MainWindow(Settings settings);
    /// Ends a run first.
    ~MainWindow() override;

    /// Shows the scenario with the path "threads/url-fetch", or the pattern with the id; false when there is
    /// none.
    bool showScenario(const QString &path);
    void setValues(const Values &values);
    void setVariants(const QStringList &ids);
    /// Shows what another Runner or a file brought out, without running. The scenario of `scene` comes into
    /// sight.
    void present(const Scene &scene);
    /// Shows `instant` of the replay of what is presented, where there is one.
    void seek(Nanoseconds instant);
    /// Shows the recording in `file`, or the playlist that such a folder is, or says on the page why it
    /// cannot. Asks first where it would take the place of a run that was not saved.
    void openRecording(const QString &file);
    /// Presents the recordings in `folder` one after the other, or says on the page why there are none.
    void openPlaylist(const QString &folder);
    /// Shows a recording from the file `name`, and takes the place of what is there.
    void showRecording(const Recording &recording, const QString &name);
    /// Draws everything with `theme` from now on, whatever the settings say.
    void setLook(const Theme &theme);
    /// The machine's figures in the status bar, for summaries too.
    void showMachine(const Machine &machine);
    /// Closes it without a question, whatever would be lost.
    void closeAtOnce();
    /// The window as it is now; need not be visible.
    QImage shot();

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void recall();
    void remember();
    void connectActions();
    void connectChoices();
    void connectStage();
    void connectReplay();
    Player *player() const; ///< of what is in sight; null where there is nothing to play
    ScenarioPage *page() const;
    PatternPage *patternPage() const;    ///< the one in sight; none until the first is shown
    PatternPage *patternPage(int index); ///< made when it is first asked for
    PatternPage *makePage(const Pattern &pattern);
    void connectPage(ScenarioPage *page);
    bool showScenarioOf(const Recording &recording); ///< the page of its scenario; false if there is none
    void showFilePage(const std::shared_ptr<const Pattern> &pattern);
    void showPattern(int index);
    void showPage();
    void showScene(const Scene &scene);
    void passOn(const ScenarioPage &shown);
    void showState();
    void fitSide();
    bool isWide() const; ///< wide enough for the side panel, unless the user says otherwise
    void startRun();
    static bool systemIsDark();
    static Theme themeOf(const Settings &settings);
    static Theme firstLook(const Settings &settings);
    void applyTheme();
    void zoom(qreal factor);
    void setPresenting(bool on);
    bool isPresenting() const;
    Taken take(const Slide &slide);
    bool breakIt(const QString &id);
    void startSweep(const QString &over);
    void runSlide();
    void changeWorkers(int by);
    bool showNeighbour(bool isAfter);
    void choosePlaylist();
    const Recording *lostBy(const Playlist &playlist) const;
    void startPlaylist(const Playlist &playlist);
    void leavePlaylist();
    void askBeforeClosing();
    bool playNumber(int index);
    void exportPicture();
    void chooseRecording();
    void saveShown();
    void saveRecording(const Recording &recording, const std::function<void()> &then = {});
    void askBefore(const Recording &lost, const std::function<void()> &then);
    const Recording *lostBy(const Recording &recording) const;
    void bring(const Recording &recording, const QString &name);
    void putOnPage(const Recording &recording);
    bool isUnsaved(const Scenario &scenario) const;
    bool canSave() const;
    void showRuns();
    void showKept(int id);
    void deleteKept(int id);
    void keepRun(const Scene &scene);
    void tellSweep(const Sweep &sweep);
    void pinShown();
    void unpin(const Scenario &scenario);
    void showKeptRuns();
    void translate(); ///< all but what page is in sight
    void retranslate();

    Settings settings_;
    Theme theme_;
    bool hasOwnLook_ = false;
    bool isPainted_ = false;
    RunController *runs_;
    Actions *actions_;
    QStackedWidget *center_; ///< the splitter or the stage
    QSplitter *splitter_;
    Stage *stage_;
    PatternList *list_;
    QStackedWidget *pages_;
    std::vector<PatternPage *> patternPages_; ///< in the catalog's order; null until it is shown
    QHash<const Scenario *, ScenarioPage *> scenarioPages_; ///< those that were made so far
    /// Of the last recording whose scenario is its file's own: it is no chapter of the program.
    std::shared_ptr<const Pattern> filePattern_;
    PatternPage *filePage_ = nullptr;
    SidePanel *side_;
    StatusLine *status_;
    ExportDialog *export_ = nullptr; ///< made when it is first asked for
    RunList *runList_;
    Scene told_;               ///< of the run that goes on: what was told last; a sweep alone: without a run
    bool isDismissed_ = false; ///< the run that ends gave way to one that was opened: it is kept, not shown
    RunsDialog *runsDialog_ = nullptr; ///< likewise
    bool isClosing_ = false;           ///< though an animation is not written yet
    Playlist playlist_;                ///< empty: the presentation leads through the catalog
    QString folder_;                   ///< in which the last recording was
    /// What was saved or opened last of each scenario, so that it is in a file.
    QHash<const Scenario *, std::weak_ptr<const Trace>> kept_;
};

} // namespace tenfold
