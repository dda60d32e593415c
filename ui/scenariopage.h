#pragma once

#include "ui/figureid.h"
#include "ui/scene.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QScrollArea>

class QAction;
class QLabel;
class QVBoxLayout;

namespace tenfold {

class InputPreviewBox;
class Player;
class ResultsPanel;
class RunCard;
class TransportBar;

/// The page of a scenario: question, what a run is made of, messages, and the results. It scrolls where it
/// does not fit, and takes dropped files and texts as input.
class ScenarioPage : public QScrollArea
{
    Q_OBJECT
public:
    explicit ScenarioPage(const Scenario &scenario, QWidget *parent = nullptr);
    ~ScenarioPage() override;

    const Scenario &scenario() const { return scenario_; }
    /// A run of what is set and ticked now.
    Request request() const { return {&scenario_, variants(), values()}; }
    Values values() const;
    void setValues(const Values &values);
    QStringList variants() const;
    void setVariants(const QStringList &ids);
    /// An action per mistake of the scenario, which asks for a run of the right way and that mistake.
    const QList<QAction *> &mistakes() const;
    /// Whether a run can start; if not, the page says why.
    bool isReady();
    /// Whether what was asked for last could not begin, and nothing was changed since.
    bool isRefused() const { return isRefused_; }
    /// Says on the page what went wrong; nothing for none.
    void say(const QStringList &sentences);
    QString message() const;

    ResultsPanel &results() const { return *results_; }
    /// Of the run that is shown.
    Player &player() const { return *player_; }
    /// As it is shown, which may be at an instant of a replay.
    const Scene &scene() const;
    /// Shows `scene` of this scenario, live or finished; the page's sweeps stay in it.
    void show(const Scene &scene);
    /// Draws `pinned` behind what is shown from now on; null: nothing.
    void setPinned(const std::shared_ptr<const Recording> &pinned);
    /// What is shown is called so by now.
    void setLabel(const RunLabel &label);
    /// Shows neither a run nor a sweep any more.
    void clear();
    /// Shows a sweep, live or finished, beside the run.
    void showSweep(const Sweep &sweep);
    using QWidget::show;
    void setTheme(const Theme &theme);
    /// What a run brings out comes into sight, and stays there until the user scrolls or folds.
    void scrollToResults();
    /// How it was left: what differs from the defaults, the tab and the card.
    PageMemory memory() const;
    void setMemory(const PageMemory &memory);

Q_SIGNALS:
    /// Values or variants changed.
    void changed();
    /// A button of the page asks for a run or a sweep with what is set now, which is ready, at once.
    void asked(const tenfold::Request &request);
    /// The user chose another instant of the scene, or what is drawn of it.
    void sceneChosen();
    /// What is pinned behind the run shall be so no longer.
    void unpinAsked();
    /// A recording was dropped: a file.
    void recordingDropped(const QString &file);
    /// The page says this now.
    void said(const QString &sentences);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectParts();
    void arrange();
    void fitResults();
    void hideOrShowResults();
    void sayMeasured();
    void sayQuestion();
    void readPreview();
    void showPreview();
    Scene asChosen(Scene scene) const;
    void choose(const Scene &scene);
    void load(Scene whole);
    void retranslate();

    const Scenario &scenario_;
    Theme theme_;
    QLabel *question_;
    RunCard *run_;
    InputPreviewBox *preview_;
    QLabel *message_;
    QLabel *measured_; ///< with which other values the results were measured
    ResultsPanel *results_;
    Player *player_;
    TransportBar *transport_;
    QVBoxLayout *layout_;
    InputPreview input_;       ///< of the values
    bool isRefused_ = false;   ///< what was asked for could not be run
    bool isAtResults_ = false; ///< scrolled there: it goes on when the pictures grow
};

} // namespace tenfold
