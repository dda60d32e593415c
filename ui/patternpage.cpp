#include "ui/patternpage.h"

#include "ui/scenariopage.h"

#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace tenfold {

PatternPage::PatternPage(const Pattern &pattern, QWidget *parent)
    : QWidget(parent),
      pattern_(pattern),
      head_(new QBoxLayout(QBoxLayout::TopToBottom)),
      title_(new QLabel),
      tabs_(new QTabBar),
      stack_(new QStackedWidget),
      pages_(pattern.scenarios.size())
{
    title_->setObjectName(QStringLiteral("title"));
    title_->setContentsMargins(12, 10, 12, 0);
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    tabs_->setObjectName(QStringLiteral("scenarios"));
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    for (std::size_t i = 0; i < pattern.scenarios.size(); ++i)
        tabs_->addTab(QString());
    if (tabs_->count() <= 1)
        tabs_->hide(); // showing it before it has its place would open a window
    if (pattern.scenarios.empty()) {
        toCome_ = new QLabel;
        toCome_->setObjectName(QStringLiteral("tocome"));
        toCome_->setWordWrap(true);
        toCome_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        toCome_->setContentsMargins(12, 6, 12, 0);
        stack_->addWidget(toCome_);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    head_->addWidget(title_, 1);
    auto *row = new QHBoxLayout; // in line with the title and the cards
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(tabs_, 0, Qt::AlignBottom);
    head_->setSpacing(4);
    head_->addLayout(row);
    layout->addLayout(head_);
    layout->addWidget(stack_, 1);
    connect(tabs_, &QTabBar::currentChanged, this, [this](int index) {
        showTab(index);
        Q_EMIT scenarioChanged();
    });
    retranslate();
}

ScenarioPage *PatternPage::current() const
{
    return qobject_cast<ScenarioPage *>(stack_->currentWidget());
}

void PatternPage::showScenario(const QString &id)
{
    const auto &all = pattern_.scenarios;
    const auto found = std::ranges::find(all, id, &Scenario::id);
    const int index =
        found == all.end() ? std::max(0, tabs_->currentIndex()) : static_cast<int>(found - all.begin());
    const QSignalBlocker quiet(tabs_);
    tabs_->setCurrentIndex(index);
    showTab(index);
}

void PatternPage::showTab(int index)
{
    const auto i = static_cast<std::size_t>(index);
    if (i >= pages_.size())
        return;
    if (!pages_[i]) {
        pages_[i] = new ScenarioPage(pattern_.scenarios[i]);
        stack_->addWidget(pages_[i]);
        Q_EMIT made(pages_[i]);
    }
    stack_->setCurrentWidget(pages_[i]);
}

void PatternPage::setTheme(const Theme &theme)
{
    title_->setFont(theme.font(20, QFont::Bold));
    if (toCome_) {
        QPalette muted = theme.palette();
        muted.setColor(QPalette::WindowText, theme.muted);
        toCome_->setPalette(muted);
        toCome_->setFont(theme.font(12));
    }
    for (ScenarioPage *page : pages_) {
        if (page)
            page->setTheme(theme);
    }
    arrange();
}

void PatternPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// In a low window the tabs stand beside the title, where there is room for both.
void PatternPage::arrange()
{
    const QFontMetrics metrics(title_->font());
    const bool isLow = height() < 18 * metrics.height();
    const int wide = metrics.horizontalAdvance(title_->text()) + tabs_->sizeHint().width() + 50;
    const bool isBeside = tabs_->count() > 1 && isLow && wide <= width();
    head_->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    title_->setContentsMargins(12, isBeside || isLow ? 4 : 10, 12, 0);
}

void PatternPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PatternPage::retranslate()
{
    title_->setText(pattern_.title.text());
    tabs_->setAccessibleName(tr("Scenarios"));
    for (int i = 0; i < tabs_->count(); ++i)
        tabs_->setTabText(i, pattern_.scenarios[static_cast<std::size_t>(i)].title.text());
    if (toCome_)
        toCome_->setText(pattern_.summary.text() + QStringLiteral("\n\n") +
                         tr("This pattern is still to come: there is nothing to run here yet."));
    arrange();
}

} // namespace tenfold
