#pragma once

#include "core/catalog/pattern.h"
#include "tests/patience.h"
#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/runcontroller.h"
#include "ui/scenariopage.h"
#include "ui/stage/stage.h"

#include <QAction>
#include <QTest>

namespace tenfold {

/// A shown window with the quick preset of the first scenario.
struct Shown
{
    MainWindow window{Settings::none()};
    Shown()
    {
        window.showScenario(QStringLiteral("threads/url-fetch"));
        window.setValues(scenario().preset(QStringLiteral("quick")));
        window.resize(1280, 720);
        window.show();
    }
    bool isActive() { return QTest::qWaitForWindowActive(&window); }
    const Scenario &scenario() const { return *findScenario(QStringLiteral("threads/url-fetch")); }
    Stage &stage() const { return *window.findChild<Stage *>(); }
    RunController &runs() const { return *window.findChild<RunController *>(); }
    Actions &actions() const { return *window.findChild<Actions *>(); }
    ScenarioPage &page() const { return *window.findChild<ScenarioPage *>(); }
    bool isIdle() const { return runs().phase() == RunController::Phase::Idle; }
    bool isPresenting() const { return stage().isVisible(); }
    void makeLong() { window.setValues({{"unit", 1500}, {"rounds", 50}}); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = window.focusWidget();
        QTest::keyClick(focus ? focus : &window, key, modifiers);
    }
    bool runOnce()
    {
        actions().run->trigger();
        return QTest::qWaitFor([this] { return isIdle(); }, patience);
    }
};

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
