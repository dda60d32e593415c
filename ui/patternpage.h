#pragma once

#include "core/catalog/pattern.h"
#include "ui/theme.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QStackedWidget;
class QTabBar;

namespace tenfold {

class ScenarioPage;

/// The page of a pattern: its title, a tab per scenario where there are several, and the scenario's page; or
/// a sentence while none has been built. A scenario's page is made when it is first seen and then kept.
class PatternPage : public QWidget
{
    Q_OBJECT
public:
    explicit PatternPage(const Pattern &pattern, QWidget *parent = nullptr);

    const Pattern &pattern() const { return pattern_; }
    /// The page in sight; null while the pattern has no scenario.
    ScenarioPage *current() const;
    void showScenario(const QString &id);
    void setTheme(const Theme &theme);

Q_SIGNALS:
    /// A scenario's page was made: connect it, give it its theme.
    void made(tenfold::ScenarioPage *page);
    /// Another scenario came into sight.
    void scenarioChanged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showTab(int index);
    void arrange();
    void retranslate();

    const Pattern &pattern_;
    QBoxLayout *head_; ///< title and tabs
    QLabel *title_;
    QTabBar *tabs_;
    QStackedWidget *stack_;
    QLabel *toCome_ = nullptr;
    std::vector<ScenarioPage *> pages_; ///< null: not made yet
};

} // namespace tenfold
