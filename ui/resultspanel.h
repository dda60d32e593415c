#pragma once

#include "ui/figureid.h"
#include "ui/scene.h"
#include "ui/theme.h"

#include <QWidget>

#include <functional>

class QAction;
class QBoxLayout;
class QLayoutItem;
class QVBoxLayout;

namespace tenfold {

class BigNumbers;
class DataTab;
class Picture;
class PictureCard;
class SweepBar;
class TransportBar;
class ViewTabs;

/// The height that a layout gives `item` at `width` where nothing is cut.
int wantedHeight(const QLayoutItem &item, int width);

/// What a run brings out: the big numbers; elapsed bars beside the tabs of the views, the sweep and the data;
/// the timeline. Where a view has the page to itself, all are tabs, and it is the first. One of the pictures
/// is the chosen one: the one that the user clicked, moved to by key or opened the context menu of last; the
/// elapsed bars at first.
class ResultsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ResultsPanel(const Scenario &scenario, QWidget *parent = nullptr);

    const Scene &scene() const { return scene_; }
    /// The sweeps that it has are in no scene any more.
    void forgetSweeps() { scene_.sweeps.clear(); }
    /// Shows `scene`, live or finished; the panel's sweeps stay in it.
    void show(const Scene &scene);
    /// Puts `bar` below the timeline, or below what has the page to itself.
    void setTransport(TransportBar *bar);
    /// Draws `pinned` behind every scene from now on; null: nothing.
    void setPinned(const std::shared_ptr<const Recording> &pinned);
    const std::shared_ptr<const Recording> &pinned() const { return scene_.pinned; }
    /// Shows a sweep, live or finished, beside the run.
    void showSweep(const Sweep &sweep);
    using QWidget::show;
    void setTheme(const Theme &theme);
    /// Texts in the language of the moment again; those of the scene come with show().
    void retranslate();

    /// Narrow: bars and views below one another. Low: numbers in one line. `gap` is between all parts.
    void arrange(bool isNarrow, bool isLow, int gap);
    /// The timeline makes its rows lower where that keeps the panel within `room`.
    void fitInto(QSize room);
    void setTimelineVisible(bool visible);
    /// Lights what began at a line of the scenario's source in the timeline; 0: nothing.
    void lightLine(int line);
    /// Puts a frame around a lane in the timeline; null: around none.
    void setLane(const Lane *lane);
    /// Which tab is in front: a figure's name, or "data".
    QString viewTab() const;
    void setViewTab(const QString &id);
    /// Copies the chosen picture.
    void copyPicture();
    /// Copies the numbers of the chosen picture, or the whole table while the user has turned to the Data
    /// tab.
    void copyData();
    /// What the context menu of each picture offers.
    void setPictureActions(const QList<QAction *> &actions);

Q_SIGNALS:
    /// A picture was chosen.
    void chosen(const tenfold::FigureId &id);
    /// The button of the sweep was pressed, with these values.
    void sweepAsked(const QString &over, const QList<int> &list);
    /// It was pressed with none; the sentence says what is allowed.
    void sweepRefused(const QString &sentence);
    /// The user points at an instant of a picture, or no longer does.
    void pointedAt(std::optional<tenfold::Nanoseconds> instant);
    /// The user chose a lane of the timeline, with those that took its place; none: no longer.
    void laneChosen(const std::vector<const tenfold::Lane *> &lanes);
    /// The user chose another instant of the scene, or a value that says what is drawn.
    void instantChosen(tenfold::Nanoseconds instant);
    void valueChosen(const QString &parameter, const QVariant &value);

private:
    bool hasFront() const;
    PictureCard *add(const FigureId &id, std::function<Picture *()> make);
    PictureCard *addView(const FigureId &id, std::function<Picture *()> make);
    void adopt(Picture &picture);
    void addViews();
    DataTab &data();
    void addSweepBar(const QString &over, PictureCard &card);
    void showCurrentView();
    void alignTransport();

    const Scenario &scenario_;
    Scene scene_;
    Theme theme_;
    bool hasTheme_ = false; ///< it was set
    QVBoxLayout *layout_;
    BigNumbers *numbers_;
    QBoxLayout *charts_; ///< elapsed bars and views, below one another in a narrow panel
    ViewTabs *views_;
    QWidget *dataPage_;
    DataTab *data_ = nullptr; ///< on its page; see data()
    bool isDataChosen_ = false;
    PictureCard *timeline_ = nullptr;
    PictureCard *chosen_ = nullptr;
    TransportBar *transport_ = nullptr;
    SweepBar *sweepBar_ = nullptr;     ///< null where there is nothing to sweep
    std::vector<PictureCard *> cards_; ///< elapsed, views, time, timeline
    QList<QAction *> actions_;         ///< of each picture
};

} // namespace tenfold
