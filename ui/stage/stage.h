#pragma once

#include "ui/replay/player.h"
#include "ui/stage/slides.h"
#include "ui/theme.h"

#include <QTimer>
#include <QWidget>

#include <map>
#include <memory>

namespace tenfold {

class StagePicture;

/// The presentation: slides (slidesOf) at projector size, led through by steps forward and back, over the
/// ends of a scenario, too. The scene is that of the window, live during a run; what each scenario brought
/// out stays.
class Stage : public QWidget
{
    Q_OBJECT
public:
    explicit Stage(QWidget *parent = nullptr);
    ~Stage() override;

    /// Shows `scene`; another scenario than before begins at its question. A run that begins comes into
    /// sight.
    void show(const Scene &scene);
    using QWidget::show;
    void setTheme(const Theme &theme);
    void retranslate();
    /// Takes a scene over without showing it: what a run brought out while something else was in sight.
    void keep(const Scene &scene);
    /// What was brought out of `scenario` is not shown any more; it begins at its question.
    void forget(const Scenario &scenario);
    /// In which order it leads through scenarios; nothing: that of the catalog.
    void setOrder(std::function<StageOrder(const Scenario &)> order) { order_ = std::move(order); }
    /// What the order says is something else by now.
    void orderChanged();
    /// What the next run of the scenario in sight is made with.
    void setValues(const Values &values);
    /// What went wrong, in the page's words.
    void say(const QString &sentences);
    /// A few words over the slide, for a moment.
    void flash(const QString &words);
    /// `taken` does what a slide offers (Slide::does).
    void setTaken(std::function<Taken(const Slide &)> taken) { taken_ = std::move(taken); }
    /// A step forward: first does what the slide offers. Where that can be begun later only, it waits for it;
    /// a second step passes it by.
    void goOn();
    /// The run under way is over: what waits for it is begun, unless another slide is in sight by now.
    void runIsOver();
    /// Nothing is to begin when the run is over: it was stopped.
    void waitNoLonger() { waiting_.reset(); }
    /// A step back; from the first one to the end of the scenario before.
    void goBack();
    void goTo(int step);
    /// The first step that shows results, else the question.
    void goToResults();
    /// Puts the next variant in focus in the timeline, and says which.
    void moveFocus();
    /// A black screen; the next key or click ends it and does nothing else.
    void setBlank(bool blank);

    int step() const { return step_; }
    /// "3 / 12"; without how many there are while runs to come will bring more.
    QString place() const;
    int steps() const { return static_cast<int>(all_.size()); }
    const std::vector<Slide> &slides() const { return all_; }
    /// The one that is shown; null before any was.
    const Scenario *scenario() const { return scenario_; }
    /// What is in sight; the question before anything was shown.
    const Slide &slide() const;
    /// The id of the mistake that the slide is about; empty for none.
    QString mistake() const;
    void setCppFirst(bool isCppFirst);
    /// What stands over the slide for a moment; empty afterwards.
    const QString &flashed() const { return flashed_; }
    bool isBlank() const { return isBlank_; }
    /// Of the run that is in sight; null where the slide shows none.
    Player *player() { return isPlayed() ? &player_ : nullptr; }

Q_SIGNALS:
    /// Esc was pressed and nobody else wanted it.
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    StageRuns &runs() { return kept_[scenario_]; }
    void begin(const Scenario &scenario);
    void forgetFarOnes();
    StageOrder order() const { return order_ ? order_(*scenario_) : StageOrder::of(*scenario_); }
    void makeSlides();
    void showSlide();
    bool isPlayed() const;
    bool playOn();
    void arrive();
    int firstOf(Slide::Kind kind, bool isBroken) const;
    void goToRun(bool isBroken);
    void noteAgain(const Scene &before, const Scene &now);
    bool isCountKnown() const;

    Theme theme_;
    const Scenario *scenario_ = nullptr;
    std::map<const Scenario *, StageRuns> kept_; ///< of the present scenario and its neighbours
    SlidesKey made_;                             ///< what the slides were made of
    bool isUnderWay_ = false, isBroken_ = false; ///< the last scene that was shown
    std::unique_ptr<StagePicture> picture_;
    Player player_; ///< of the run of the slide
    std::vector<Slide> all_;
    int step_ = 0;
    QStringList shown_; ///< the patterns that were in sight, by their ids
    bool isCppFirst_ = false;
    bool isBlank_ = false;
    bool wasBlank_ = false; ///< until the press that ended it had its other effects
    std::function<Taken(const Slide &)> taken_;
    std::function<StageOrder(const Scenario &)> order_;
    std::optional<Slide> waiting_; ///< what a step forward from here begins later
    QString flashed_;
    QTimer flash_; ///< until it is over
};

} // namespace tenfold
