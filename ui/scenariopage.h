#pragma once

#include "ui/scene.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QScrollArea>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace tenfold {

class BigNumbers;
class DataTab;
class Picture;
class PictureCard;
class RunCard;
class SweepBar;
class ViewTabs;

/// The page of a scenario: question, what a run is made of, big numbers, pictures. It scrolls where it does
/// not fit.
class ScenarioPage : public QScrollArea
{
    Q_OBJECT
public:
    explicit ScenarioPage(const Scenario &scenario, QWidget *parent = nullptr);

    const Scenario &scenario() const { return scenario_; }
    Values values() const;
    void setValues(const Values &values);
    QStringList variants() const;
    void setVariants(const QStringList &ids);
    /// An action per mistake of the scenario, which asks for a run of the right way and that mistake.
    const QList<QAction *> &mistakes() const;
    /// Whether a run can start; if not, the page says why.
    bool isReady();
    /// Says on the page what went wrong; nothing for none.
    void say(const QStringList &sentences);
    QString message() const;

    const Scene &scene() const { return scene_; }
    /// Shows `scene` of this scenario, live or finished; the page's sweeps stay in it.
    void show(const Scene &scene);
    /// Shows a sweep, live or finished, beside the run.
    void showSweep(const Sweep &sweep);
    using QWidget::show;
    void setTheme(const Theme &theme);
    void setTimelineVisible(bool visible);
    /// What a run brings out comes into sight, and stays there until the user scrolls or folds.
    void scrollToResults();
    /// Which tab is in front beside the elapsed bars: a view's id, "time" or "data".
    QString viewTab() const;
    void setViewTab(const QString &id);
    /// How it was left: what differs from the defaults, the tab and the card.
    PageMemory memory() const;
    void setMemory(const PageMemory &memory);
    // What they take is the picture that the user chose last by click, key or context menu; the elapsed bars
    // at first.
    void copyPicture();
    /// The numbers of that picture, or the whole table while the Data tab is what was chosen last.
    void copyData();
    /// What the context menu of each picture offers.
    void setPictureActions(const QList<QAction *> &actions);

Q_SIGNALS:
    /// Values or variants changed.
    void changed();
    /// A button of the page asks for a run of these variants with what is set now, which is ready, at once.
    void runAsked(const QStringList &variants);
    /// Something was copied.
    void copied();
    /// A button of the page asks for a sweep of what is set now over these values, at once.
    void sweepAsked(const QString &over, const QList<int> &list);
    /// A picture was chosen; `id` is its name for makeFigure().
    void chosen(const QString &id);
    /// The page says this now.
    void said(const QString &sentences);
    /// The user points at an instant of a picture, or no longer does.
    void pointedAt(std::optional<tenfold::Nanoseconds> instant);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    static QString idOf(const QWidget *tab);
    PictureCard *add(const QString &id, Picture *picture);
    PictureCard *addView(const QString &id, Picture *picture);
    void addSweepBar(const QString &over, PictureCard &card);
    void showCurrentView();
    void arrange();
    void fitTimeline();
    void sayMeasured();
    void retranslate();

    const Scenario &scenario_;
    Scene scene_;
    Theme theme_;
    QLabel *question_;
    RunCard *run_;
    QLabel *message_;
    QLabel *measured_; ///< with which other values the results were measured
    BigNumbers *numbers_;
    QVBoxLayout *layout_;
    QBoxLayout *charts_; ///< elapsed bars and views, below one another in a narrow page
    ViewTabs *views_;
    DataTab *data_;
    bool isDataChosen_ = false;
    bool isAtResults_ = false; ///< scrolled there: it goes on when the pictures grow
    PictureCard *timeline_ = nullptr;
    PictureCard *chosen_ = nullptr;
    SweepBar *sweepBar_ = nullptr;     ///< null where there is nothing to sweep
    std::vector<PictureCard *> cards_; ///< elapsed, views, time, timeline
};

} // namespace tenfold
