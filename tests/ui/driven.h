#pragma once

#include "core/catalog/pattern.h"
#include "tests/patience.h"
#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/resultspanel.h"
#include "ui/runcontroller.h"
#include "ui/scenariopage.h"
#include "ui/stage/stage.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QLabel>
#include <QTest>

#include <algorithm>

namespace tenfold {

/// A window at the first scenario, which need not be shown, short names for its parts and what a hand does.
struct Driven
{
    MainWindow window;

    /// With the scenario's quick preset.
    Driven() : Driven(Settings::none()) { makeQuick(); }
    /// As it was left.
    explicit Driven(const Settings &settings) : window(settings) { window.showScenario(scenario().path()); }

    static const Scenario &scenario() { return *findScenario(QStringLiteral("threads/url-fetch")); }
    template<typename T> T *part(const char *name = "") const
    {
        return window.findChild<T *>(QLatin1String(name));
    }
    ScenarioPage &page() const
    {
        const auto pages = window.findChildren<ScenarioPage *>(); // others may have been opened beside it
        return **std::ranges::find(pages, &scenario(), [](const ScenarioPage *p) { return &p->scenario(); });
    }
    RunController &runs() const { return *part<RunController>(); }
    Actions &actions() const { return *part<Actions>(); }
    Stage &stage() const { return *part<Stage>(); }
    QString text(const char *label) const { return part<QLabel>(label)->text(); }

    void makeQuick() { window.setValues(scenario().preset(QStringLiteral("quick"))); }
    /// Values that keep a run going until it is stopped.
    void makeLong() { window.setValues({{"unit", 1500}, {"rounds", 50}}); }
    void click(const char *button) const { part<QAbstractButton>(button)->click(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = window.focusWidget();
        QTest::keyClick(focus ? focus : &window, key, modifiers);
    }
    /// Runs to the end; false where that does not come.
    bool runOnce()
    {
        actions().run->trigger();
        return endsRun();
    }
    /// Waits for the end of what runs; false where that does not come.
    bool endsRun()
    {
        return QTest::qWaitFor([this] { return isIdle(); }, 2 * patience);
    }

    bool isIdle() const { return runs().phase() == RunController::Phase::Idle; }
    bool isRunning() const { return runs().phase() == RunController::Phase::Running; }
    bool isActive() { return QTest::qWaitForWindowActive(&window); }
    bool isPresenting() const { return stage().isVisible(); }
    bool hasNumbers() const
    {
        return text("sequential-number").endsWith(u's') && // "s", "ms"
               text("parallel-number").endsWith(u's') && text("speedup-number").endsWith(QChar(0xD7));
    }
    /// The variants of the run that the page shows.
    QStringList ran() const
    {
        QStringList ids;
        for (const Outcome &outcome : page().scene().outcomes)
            ids << outcome.variant;
        return ids;
    }
};

/// The same, shown.
struct Shown : Driven
{
    Shown()
    {
        window.resize(1280, 720);
        window.show();
    }
};

/// How many threads this process has.
inline qsizetype threads()
{
    return QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size();
}

/// How many colours a picture has; a blank one has one.
inline qsizetype coloursOf(const QImage &image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2)
            colours << image.pixel(x, y);
    }
    return colours.size();
}

} // namespace tenfold
