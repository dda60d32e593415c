#pragma once

#include "core/catalog/pattern.h"
#include "core/run/runner.h"
#include "ui/scene.h"

#include <QFile>

namespace tenfold {

inline const Scenario &fetching()
{
    return *findScenario(QStringLiteral("threads/url-fetch"));
}

/// A finished quick run of all its variants.
inline Scene quickRun()
{
    Scene scene;
    scene.request = {&fetching(), {}, fetching().preset(QStringLiteral("quick"))};
    for (const Variant &variant : fetching().variants)
        scene.request.variants << variant.id;
    Runner runner;
    runner.start(planOf(scene.request));
    runner.wait();
    scene.outcomes = runner.outcomes();
    scene.summary = summarize(fetching(), scene.outcomes, 2);
    return scene;
}

inline QByteArray contentOf(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

} // namespace tenfold
