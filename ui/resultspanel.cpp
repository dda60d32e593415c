#include "ui/resultspanel.h"

#include "ui/bignumbers.h"
#include "ui/charts/chart.h"
#include "ui/charts/sweepview.h"
#include "ui/data/datatab.h"
#include "ui/picturecard.h"
#include "ui/replay/transportbar.h"
#include "ui/sweepbar.h"
#include "ui/timeline/timeline.h"
#include "ui/viewtabs.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

namespace tenfold {

using Kind = FigureId::Kind;

int wantedHeight(const QLayoutItem &item, int width)
{
    const int wanted = item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
    return std::max(wanted, item.minimumSize().height());
}

ResultsPanel::ResultsPanel(const Scenario &scenario, QWidget *parent)
    : QWidget(parent),
      scenario_(scenario),
      layout_(new QVBoxLayout(this)),
      numbers_(new BigNumbers(scenario)),
      charts_(new QBoxLayout(QBoxLayout::LeftToRight)),
      views_(new ViewTabs),
      dataPage_(new QWidget)
{
    scene_.request.scenario = &scenario;
    charts_->setSpacing(10);
    if (!hasFront())
        charts_->addWidget(add({Kind::Elapsed}, [] { return makeElapsedBars(); }), 1);
    auto *viewsCard = new QFrame;
    viewsCard->setObjectName(QStringLiteral("card"));
    (new QVBoxLayout(viewsCard))->setContentsMargins(2, 2, 2, 2);
    viewsCard->layout()->addWidget(views_);
    views_->setDocumentMode(true);
    views_->setUsesScrollButtons(true); // in a narrow page: a title cut to "T…" says nothing
    views_->setElideMode(Qt::ElideNone);
    addViews();
    charts_->addWidget(viewsCard, 1);
    if (!hasFront())
        timeline_ = add({Kind::Timeline}, [] { return makeTimeline(); });
    chosen_ = cards_.front();

    layout_->setContentsMargins({});
    layout_->addWidget(numbers_);
    layout_->addLayout(charts_, 5);
    if (!hasFront())
        layout_->addWidget(timeline_, 6);

    connect(views_, &QTabWidget::currentChanged, this, [this] {
        isDataChosen_ = views_->currentWidget() == dataPage_;
        showCurrentView();
        views_->updateGeometry();
    });
}

bool ResultsPanel::hasFront() const
{
    return !scenario_.front.isEmpty();
}

void ResultsPanel::addViews()
{
    if (hasFront()) // before what is beside it elsewhere
        addView({Kind::View, scenario_.front}, [this] { return makeView(*scenario_.view(scenario_.front)); });
    for (const View &view : scenario_.views) {
        if (view.id == scenario_.front)
            continue;
        PictureCard *card = addView({Kind::View, view.id}, [&view] { return makeView(view); });
        if (view.kind == ViewKind::Sweep && !sweepBar_)
            addSweepBar(view.sources.value(0), *card);
    }
    if (hasFront()) {
        addView({Kind::Elapsed}, [] { return makeElapsedBars(); });
        timeline_ = addView({Kind::Timeline}, [] { return makeTimeline(); });
    }
    addView({Kind::Time}, [] { return makeTimeSpent(); });
    const auto swept = std::ranges::find_if(scenario_.parameters, &Parameter::isSwept);
    if (!sweepBar_ && swept != scenario_.parameters.end()) {
        const FigureId id = sweepFigure(scenario_, swept->id);
        addSweepBar(swept->id, *addView(id, [this, id] { return makeView(viewOf(scenario_, id)); }));
    }
    (new QVBoxLayout(dataPage_))->setContentsMargins(0, 0, 0, 0);
    views_->addTab(dataPage_, QString());
}

PictureCard *ResultsPanel::add(const FigureId &id, std::function<Picture *()> make)
{
    auto *card = new PictureCard(id, std::move(make));
    connect(card, &PictureCard::chosen, this, [this, card] {
        chosen_ = card;
        isDataChosen_ = false;
        Q_EMIT chosen(card->id());
    });
    connect(card, &PictureCard::made, this, &ResultsPanel::adopt);
    cards_.push_back(card);
    return card;
}

/// A new picture is as those that were there before it.
void ResultsPanel::adopt(Picture &picture)
{
    connect(&picture, &Picture::pointedAt, this, &ResultsPanel::pointedAt);
    connect(&picture, &Picture::instantChosen, this, &ResultsPanel::instantChosen);
    connect(&picture, &Picture::valueChosen, this, &ResultsPanel::valueChosen);
    if (auto *timeline = qobject_cast<Timeline *>(&picture)) {
        connect(timeline, &Timeline::laneChosen, this, &ResultsPanel::laneChosen);
        connect(timeline, &Timeline::arranged, this, &ResultsPanel::alignTransport);
    }
    picture.addActions(actions_);
    if (hasTheme_)
        picture.setTheme(theme_);
    picture.retranslate();
}

PictureCard *ResultsPanel::addView(const FigureId &id, std::function<Picture *()> make)
{
    PictureCard *card = add(id, std::move(make));
    card->setObjectName(QString()); // the tabs are the card
    card->layout()->setContentsMargins(0, 0, 0, 0);
    views_->addTab(card, QString());
    return card;
}

/// Made when it is first looked at, as the pictures are.
DataTab &ResultsPanel::data()
{
    if (!data_) {
        data_ = new DataTab(scenario_);
        dataPage_->layout()->addWidget(data_);
        connect(data_, &DataTab::chosen, this, [this] { isDataChosen_ = true; });
        if (hasTheme_)
            data_->setTheme(theme_);
    }
    return *data_;
}

void ResultsPanel::addSweepBar(const QString &over, PictureCard &card)
{
    sweepBar_ = new SweepBar(scenario_, over);
    card.layout()->addWidget(sweepBar_);
    connect(sweepBar_, &SweepBar::asked, this, &ResultsPanel::sweepAsked);
    connect(sweepBar_, &SweepBar::refused, this, &ResultsPanel::sweepRefused);
    connect(sweepBar_, &SweepBar::overChanged, this, [this, &card](const QString &other) {
        card.setId(sweepFigure(scenario_, other));
        static_cast<SweepView &>(card.picture()).setView(viewOf(scenario_, card.id()));
        retranslate();
        showCurrentView();
    });
}

static QString idOf(const QWidget *tab)
{
    const auto *card = qobject_cast<const PictureCard *>(tab);
    return card ? card->id().toString() : QStringLiteral("data");
}

QString ResultsPanel::viewTab() const
{
    return idOf(views_->currentWidget());
}

void ResultsPanel::setViewTab(const QString &id)
{
    for (int tab = 0; tab < views_->count(); ++tab) {
        if (idOf(views_->widget(tab)) == id)
            views_->setCurrentIndex(tab);
    }
}

void ResultsPanel::showSweep(const Sweep &sweep)
{
    scene_.sweeps[sweep.request.over] = sweep;
    showCurrentView();
}

void ResultsPanel::show(const Scene &scene)
{
    std::map<QString, Sweep> sweeps = std::move(scene_.sweeps);
    const std::shared_ptr<const Recording> pinned = scene_.pinned;
    scene_ = scene;
    scene_.pinned = scene.pinned ? scene.pinned : pinned;
    scene_.sweeps.merge(sweeps); // those of the scene come first
    numbers_->show(scene_);
    for (PictureCard *card : cards_) {
        if (views_->indexOf(card) < 0)
            card->picture().show(scene_);
    }
    showCurrentView();
    alignTransport();
}

void ResultsPanel::setTransport(TransportBar *bar)
{
    transport_ = bar;
    layout_->addWidget(bar);
}

/// The scrubber has the axis of the timeline that stands above it.
void ResultsPanel::alignTransport()
{
    const Picture *picture = hasFront() || !timeline_->isVisible() ? nullptr : timeline_->madePicture();
    if (!transport_ || !picture)
        return;
    const TimelinePainter &painter = static_cast<const Timeline *>(picture)->painter();
    const QPointF zero = picture->mapTo(this, QPointF(painter.time().x(0), 0));
    transport_->setAxis(zero.x() - transport_->x(), painter.time().x(1) - painter.time().x(0));
}

void ResultsPanel::setPinned(const std::shared_ptr<const Recording> &pinned)
{
    if (std::exchange(scene_.pinned, pinned) != pinned && !scene_.outcomes.empty())
        show(Scene(scene_));
}

/// A view behind another tab is not drawn until it is seen.
void ResultsPanel::showCurrentView()
{
    if (views_->currentWidget() == dataPage_)
        data().show(scene_);
    else if (auto *card = qobject_cast<PictureCard *>(views_->currentWidget()))
        card->picture().show(scene_);
}

void ResultsPanel::setTheme(const Theme &theme)
{
    theme_ = theme;
    hasTheme_ = true;
    numbers_->setTheme(theme);
    if (data_)
        data_->setTheme(theme);
    if (sweepBar_)
        sweepBar_->setTheme(theme);
    views_->tabBar()->setFont(theme.font(11));
    for (const PictureCard *card : cards_) {
        if (Picture *picture = card->madePicture())
            picture->setTheme(theme);
    }
}

void ResultsPanel::arrange(bool isNarrow, bool isLow, int gap)
{
    layout_->setSpacing(gap);
    numbers_->setLow(isLow);
    charts_->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ResultsPanel::fitInto(QSize room)
{
    if (hasFront() || timeline_->isHidden())
        return;
    if (transport_) // its marks have words where no picture has to make room for them
        transport_->setLow(room.height() < 640 * theme_.factor);
    // What it has itself is of no account: its card hands that on later.
    const QMargins card = timeline_->layout()->contentsMargins();
    int others = card.top() + card.bottom() + timeline_->height() - timeline_->contentsRect().height();
    for (int i = 0; i < layout_->count(); ++i) {
        QLayoutItem *item = layout_->itemAt(i);
        if (item->widget() != timeline_ && !item->isEmpty())
            others += layout_->spacing() + wantedHeight(*item, room.width());
    }
    static_cast<Timeline &>(timeline_->picture()).setRoom(room.height() - others);
}

void ResultsPanel::setTimelineVisible(bool visible)
{
    if (hasFront())
        views_->setTabVisible(views_->indexOf(timeline_), visible);
    else
        timeline_->setVisible(visible);
}

void ResultsPanel::lightLine(int line)
{
    static_cast<Timeline &>(timeline_->picture()).lightLine(line);
}

void ResultsPanel::setLane(const Lane *lane)
{
    if (lane || timeline_->madePicture())
        static_cast<Timeline &>(timeline_->picture()).setLane(lane);
}

void ResultsPanel::setPictureActions(const QList<QAction *> &actions)
{
    actions_ = actions;
    for (const PictureCard *card : cards_) {
        if (Picture *picture = card->madePicture())
            picture->addActions(actions);
    }
}

void ResultsPanel::copyPicture()
{
    QGuiApplication::clipboard()->setImage(chosen_->image(theme_));
}

void ResultsPanel::copyData()
{
    QGuiApplication::clipboard()->setText(isDataChosen_ ? data().asText() : chosen_->picture().data());
}

void ResultsPanel::retranslate()
{
    views_->setAccessibleName(tr("Views"));
    for (int tab = 0; tab < views_->count(); ++tab) {
        const auto *card = qobject_cast<const PictureCard *>(views_->widget(tab));
        const Kind kind = card ? card->id().kind : Kind::Page;
        const QString title = !card                ? tr("Data")
                              : kind == Kind::Time ? tr("Time")
                              : kind == Kind::Elapsed || kind == Kind::Timeline
                                  ? figureTitle(scenario_, card->id())
                              : kind == Kind::Sweep ? tr("Sweep")
                                                    : scenario_.view(card->id().part)->title.text();
        views_->setTabText(tab, title);
        views_->setTabToolTip(tab, kind == Kind::Time ? tr("Where the time went") : title);
    }
    if (data_)
        data_->retranslate();
    if (sweepBar_)
        sweepBar_->retranslate();
    for (const PictureCard *card : cards_) {
        if (Picture *picture = card->madePicture())
            picture->retranslate();
    }
}

} // namespace tenfold
