#pragma once

#include "core/trace/span.h"
#include "tests/ui/graphtraces.h"
#include "ui/charts/chart.h"
#include "ui/fonts.h"

#include <QImage>
#include <QPainter>
#include <QTest>

namespace tenfold {

inline constexpr Nanoseconds ms = 1'000'000;
inline const std::source_location here = std::source_location::current();

/// A worker that sends for 1 ms and computes for 4, 6 and 8 ms on tasks 0, 1 and 2.
inline std::shared_ptr<Trace> worked()
{
    auto trace = std::make_shared<Trace>();
    Lane *lane = trace->addLaneAt(0, LaneRole::Worker);
    Nanoseconds now = 0;
    const auto span = [&](State state, Nanoseconds length, std::int32_t task) {
        SpanRecord *record = lane->beginAt(now, state, "", task, here);
        now += length;
        lane->endAt(now, record);
    };
    span(State::Send, 1 * ms, SpanRecord::noTask);
    for (std::int32_t task = 0; task < 3; ++task)
        span(State::Running, (4 + 2 * task) * ms, task);
    lane->closeAt(now + ms);
    trace->stopAt(now + ms);
    return trace;
}

/// Two series that fall, sampled by the calling thread.
inline std::shared_ptr<Trace> learned(int samples)
{
    auto trace = std::make_shared<Trace>();
    Lane *lane = trace->addLane(LaneRole::Worker);
    for (int i = 0; i < samples; ++i) {
        lane->sample(lane->seriesIndex("loss 0.5", SeriesKind::Gauge), 1.0 / (i + 1));
        lane->sample(lane->seriesIndex("loss 0.1", SeriesKind::Gauge), 2.0 / (i + 1));
        lane->sample(lane->seriesIndex("in flight"), 1);
    }
    trace->stop();
    return trace;
}

/// `picture` as a file has it; with `brush` set before.
inline QImage imageOf(Picture &picture, const Theme &theme, QSize size = {800, 500},
                      const QBrush &brush = Qt::NoBrush)
{
    picture.setTheme(theme);
    QImage image(size, QImage::Format_RGB32);
    image.fill(theme.card);
    QPainter painter(&image);
    painter.setBrush(brush);
    picture.render(painter, QRectF(image.rect()));
    return image;
}

/// Of `colour` below the heading.
inline int pixels(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 40; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == colour.rgb();
    }
    return count;
}

/// A scenario with a view of every kind, and made-up outcomes of it.
class ViewFixture : public QObject
{
protected:
    void setUp();
    Outcome outcome(const QString &variant, std::shared_ptr<Trace> trace,
                    Status status = Status::Finished) const;
    Outcome swept(const QString &variant, int grain, double seconds) const;
    Scene sceneOf(const std::vector<Outcome> &outcomes, std::optional<Nanoseconds> instant = {}) const;
    /// Outcomes with something for every view.
    Scene full() const;
    std::unique_ptr<Picture> shown(ViewKind kind, const Scene &scene) const;
    const View &viewOf(ViewKind kind) const { return *std::ranges::find(scenario_.views, kind, &View::kind); }

    Scenario scenario_;
};

inline void ViewFixture::setUp()
{
    scenario_.id = "fake";
    scenario_.pattern = "none";
    scenario_.title = "Fake";
    scenario_.parameters = {{"grain", "Grain", "us", ParameterKind::Integer, 1, 1000, {}, 50}};
    scenario_.presets = {{"default", {}}};
    scenario_.columns = {
        {"name", "Name"}, {"after", "After", ColumnKind::Image}, {"before", "Before", ColumnKind::Image}};
    scenario_.variants = {{"sequential", "Sequential", VariantKind::Sequential, {}},
                          {"pool", "Pool", VariantKind::Parallel, {}},
                          {"threads", "Threads", VariantKind::Parallel, {}},
                          {"careless", "Careless", VariantKind::Mistake, {}}};
    scenario_.views = {{"bands", ViewKind::Bands, "Messages", {"send", "receive"}},
                       {"steps", ViewKind::Steps, "Tasks", {}},
                       {"loss", ViewKind::Curves, "Loss", {"loss "}},
                       {"images", ViewKind::Pictures, "Images", {"before", "after"}},
                       {"points", ViewKind::Points, "Waited", {"waited "}, {}, "ms"},
                       {"ring", ViewKind::Graph, "Wait-for ring", {"waits-for"}},
                       {"tasks", ViewKind::Graph, "Dependencies", {"depends-on"}},
                       {"grain", ViewKind::Sweep, "Time", {"grain"}}};
}

inline Outcome ViewFixture::outcome(const QString &variant, std::shared_ptr<Trace> trace, Status status) const
{
    Repeat repeat;
    repeat.status = status;
    repeat.seconds = toSeconds(trace->now());
    repeat.trace = std::move(trace);
    repeat.sameResult = status == Status::Finished;
    return {variant, scenario_.preset("default"), 1, {repeat}};
}

inline Outcome ViewFixture::swept(const QString &variant, int grain, double seconds) const
{
    Repeat repeat;
    repeat.status = Status::Finished;
    repeat.seconds = seconds;
    repeat.sameResult = true;
    return {variant, {{"grain", grain}}, 1, {repeat}};
}

inline Scene ViewFixture::sceneOf(const std::vector<Outcome> &outcomes,
                                  std::optional<Nanoseconds> instant) const
{
    Scene scene;
    scene.request.scenario = &scenario_;
    scene.outcomes = outcomes;
    scene.instant = instant;
    return scene;
}

inline QImage filled(Qt::GlobalColor colour)
{
    QImage image(160, 90, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

inline Scene ViewFixture::full() const
{
    Scene scene = sceneOf({});
    for (const Variant &variant : scenario_.variants) {
        Outcome its = outcome(variant.id, worked());
        its.repeats[0].results.table.columns = scenario_.columns;
        for (const char *name : {"a.png", "b.png", "c.png"})
            its.repeats[0].results.table.rows << QVariantList{name, filled(Qt::green), filled(Qt::red)};
        scene.outcomes.push_back(std::move(its));
    }
    const auto trace = learned(30);
    scene.outcomes[1].repeats[0].trace = trace;
    scene.outcomes[1].repeats[0].results.dependencies = {{2, 1}, {1, 0}};
    scene.outcomes[2].repeats[0].trace = waited(40);
    scene.outcomes[3].repeats[0].trace = deadlocked();
    Sweep sweep{{.scenario = &scenario_, .variants = scenario_.tickedVariants(), .over = "grain"}};
    sweep.request.sweptValues = {1, 10, 100};
    for (const int grain : {1, 10, 100}) {
        sweep.outcomes.push_back(swept("sequential", grain, 4));
        sweep.outcomes.push_back(swept("pool", grain, grain == 10 ? 1 : 3));
    }
    scene.sweeps["grain"] = sweep;
    scene.summary = summarize(scenario_, scene.outcomes, 2);
    return scene;
}

inline std::unique_ptr<Picture> ViewFixture::shown(ViewKind kind, const Scene &scene) const
{
    std::unique_ptr<Picture> picture(makeView(viewOf(kind)));
    picture->setTheme(Theme::make(false, 1, uiFont()));
    picture->show(scene);
    return picture;
}

} // namespace tenfold
