#include "core/analysis/explanation.h"
#include "ui/bignumbers.h"
#include "ui/data/datatab.h"
#include "ui/picturecard.h"
#include "ui/runcard.h"
#include "ui/scenariopage.h"
#include "ui/sweepbar.h"
#include "ui/timeline/timeline.h"
#include "ui/viewtabs.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

// Theme, size and language.
namespace tenfold {

void ScenarioPage::setTheme(const Theme &theme)
{
    theme_ = theme;
    QPalette muted = theme.palette();
    muted.setColor(QPalette::WindowText, theme.muted);
    question_->setPalette(muted);
    question_->setFont(theme.font(12));
    message_->setFont(theme.font(12, QFont::DemiBold));
    measured_->setPalette(muted);
    measured_->setFont(theme.font(11));
    run_->setTheme(theme);
    numbers_->setTheme(theme);
    data_->setTheme(theme);
    if (sweepBar_)
        sweepBar_->setTheme(theme);
    views_->tabBar()->setFont(theme.font(11));
    for (PictureCard *card : cards_)
        card->picture().setTheme(theme);
    arrange();
    show(scene_);
}

void ScenarioPage::setTimelineVisible(bool visible)
{
    timeline_->setVisible(visible);
}

void ScenarioPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void ScenarioPage::arrange()
{
    const bool isNarrow = viewport()->width() < 560 * theme_.factor;
    const bool isLow = viewport()->height() < 640 * theme_.factor; // bars and timeline at once all the same
    const int gap = isLow ? 6 : 10;
    layout_->setContentsMargins(12, isLow ? 0 : 4, 12, gap);
    layout_->setSpacing(gap);
    numbers_->setLow(isLow);
    run_->setLow(isLow);
    charts_->setSpacing(10);
    charts_->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    fitTimeline();
}

/// The timeline makes its rows lower where that saves the page from scrolling.
void ScenarioPage::fitTimeline()
{
    if (timeline_->isHidden())
        return;
    // What it has itself is of no account: its card hands that on later.
    const QMargins margins = layout_->contentsMargins();
    const QMargins own = timeline_->layout()->contentsMargins();
    const int border = timeline_->height() - timeline_->contentsRect().height();
    int others = margins.top() + margins.bottom() + own.top() + own.bottom() + border;
    for (int i = 0; i < layout_->count(); ++i) {
        QLayoutItem *item = layout_->itemAt(i);
        if (item->widget() == timeline_ || item->isEmpty())
            continue;
        const int width = this->width() - margins.left() - margins.right();
        const int wanted =
            item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
        others += layout_->spacing() + std::max(wanted, item->minimumSize().height());
    }
    static_cast<Timeline &>(timeline_->picture()).setRoom(height() - others);
}

bool ScenarioPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fitTimeline();
    return QScrollArea::eventFilter(watched, event);
}

void ScenarioPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ScenarioPage::retranslate()
{
    question_->setText(scenario_.question.text());
    views_->setAccessibleName(tr("Views"));
    for (int tab = 0; tab < views_->count(); ++tab) {
        const QString id = idOf(views_->widget(tab));
        const View *view = scenario_.view(id);
        const bool isTime = id == QLatin1String("time");
        const QString title = view                             ? view->title.text()
                              : isTime                         ? tr("Time")
                              : id.startsWith(sweepFigure({})) ? tr("Sweep")
                                                               : tr("Data");
        views_->setTabText(tab, title);
        views_->setTabToolTip(tab, isTime ? tr("Where did the time go") : title);
    }
    data_->retranslate();
    if (sweepBar_)
        sweepBar_->retranslate();
    for (PictureCard *card : cards_)
        card->picture().retranslate();
    scene_.summary.explanation = explain(scenario_, scene_.outcomes, scene_.summary);
    show(scene_);
}

} // namespace tenfold
