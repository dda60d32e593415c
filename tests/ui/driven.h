#pragma once

#include "core/catalog/pattern.h"
#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/runcontroller.h"
#include "ui/scenariopage.h"

#include <QLabel>

#include <algorithm>

namespace tenfold {

/// A window with the quick preset of the first scenario, and short names for its parts.
struct Driven
{
    MainWindow window{Settings::none()};
    Driven()
    {
        window.showScenario(QStringLiteral("threads/url-fetch"));
        window.setValues(scenario().preset(QStringLiteral("quick")));
    }
    template<typename T> T *part(const char *name = "") const
    {
        return window.findChild<T *>(QLatin1String(name));
    }
    const Scenario &scenario() const { return *findScenario(QStringLiteral("threads/url-fetch")); }
    ScenarioPage &page() const
    {
        const auto pages = window.findChildren<ScenarioPage *>(); // others may have been opened beside it
        return **std::ranges::find(pages, &scenario(), [](const ScenarioPage *p) { return &p->scenario(); });
    }
    RunController &runs() const { return *window.findChild<RunController *>(); }
    Actions &actions() const { return *window.findChild<Actions *>(); }
    bool isIdle() const { return runs().phase() == RunController::Phase::Idle; }
    bool isRunning() const { return runs().phase() == RunController::Phase::Running; }
    /// Values that keep a run going until it is stopped.
    void makeLong() { window.setValues({{"unit", 1500}, {"rounds", 50}}); }
    QString text(const char *label) const { return part<QLabel>(label)->text(); }
    bool hasNumbers() const
    {
        return text("sequential-number").endsWith(QLatin1String(" s")) &&
               text("parallel-number").endsWith(QLatin1String(" s")) &&
               text("speedup-number").endsWith(QChar(0xD7));
    }
};

} // namespace tenfold
