#pragma once

#include "core/catalog/pattern.h"
#include "core/run/runner.h"
#include "ui/fonts.h"
#include "ui/timeline/timeline.h"

#include <QTest>

namespace tenfold {

/// A timeline too low for the rows of all variants of a run.
struct Low
{
    Scene scene;
    Timeline timeline{{}, nullptr};

    Low()
    {
        const Scenario &scenario = *findScenario(QStringLiteral("threads/url-fetch"));
        Values values = scenario.preset(QStringLiteral("quick"));
        values[QStringLiteral("workers")] = 8;
        scene.request = {&scenario, {QStringLiteral("sequential"), QStringLiteral("parallel")}, values};
        Runner runner;
        runner.start(planOf(scene.request));
        runner.wait();
        scene.outcomes = runner.outcomes();
        scene.outcomes.push_back(scene.outcomes.back()); // a mistake, for all that the timeline knows
        scene.outcomes.back().variant = mistake();
        scene.summary = summarize(scenario, scene.outcomes, 2);
        timeline.setTheme(Theme::make(false, 1, uiFont()));
        timeline.resize(961, 232);
        timeline.setRoom(232);
        timeline.show(scene);
        timeline.setVisible(true);
        timeline.resize(961, 232);
        QCoreApplication::processEvents();
    }
    QString mistake() const
    {
        return std::ranges::find_if(scene.scenario()->variants, &Variant::isMistake)->id;
    }
    /// Left of the first row of a kind.
    QPoint labelOf(TimelineRow::Kind kind) const
    {
        const auto &rows = timeline.painter().rows();
        const auto row = std::ranges::find(rows, kind, &TimelineRow::kind) - rows.begin();
        return {30, qRound(timeline.painter().rowScale().middle(static_cast<int>(row)))};
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&timeline, key, modifiers);
        QCoreApplication::processEvents();
    }
};

} // namespace tenfold
