#pragma once

#include "core/catalog/pattern.h"
#include "core/run/request.h"
#include "core/trace/trace.h"
#include "ui/scene.h"

#include <array>

namespace tenfold {

/// What `workers` did in a variant, told to the microsecond: the `number` says how long it took. All that a
/// row may show is there: states, tasks, two locks, marks of each kind, a crash whose task is tried again.
inline std::shared_ptr<Trace> told(const Variant &variant, int number, int workers)
{
    constexpr Nanoseconds us = 1000;
    constexpr std::array marks{"lost", "failed", "timed out", "cancelled", "ring found"};
    const Nanoseconds end = (variant.kind == VariantKind::Sequential ? 3 : 1) * (number + 3) * 40'000 * us;
    auto trace = std::make_shared<Trace>();
    if (variant.isOneThread) {
        Lane *loop = trace->addLaneAt(0, LaneRole::Main);
        for (int i = 0; i < 3 * workers; ++i)
            loop->endAsideAt(end - i * us,
                             loop->beginAsideAt(i * us, Shape::Detached, State::Io, "GET", i, {}));
        loop->closeAt(end);
        trace->stopAt(end);
        return trace;
    }
    const int lanes = variant.kind == VariantKind::Sequential ? 1 : workers;
    std::vector<Lane *> all;
    for (int i = 0; i < lanes; ++i)
        all.push_back(trace->addLaneAt(0, LaneRole::Worker));
    constexpr int steps = 12;
    for (int i = 0; i < lanes; ++i) {
        Lane *lane = all[static_cast<std::size_t>(i)];
        const Nanoseconds step = end / (steps + 1);
        for (int at = 0; at < steps; ++at) {
            const auto state = static_cast<State>((at * 5 + i + number) % static_cast<int>(stateCount));
            if (at == 4)
                lane->markAt(at * step, marks[static_cast<std::size_t>(i) % marks.size()], i, {});
            SpanRecord *task = lane->beginAt(at * step, State::Running, "", (at * lanes + i) % 9, {});
            SpanRecord *part = lane->beginAt(at * step + step / 4, state == State::Ready ? State::Io : state,
                                             "state", SpanRecord::noTask, {});
            SpanRecord *hold = lane->beginAsideAt(at * step + step / 3, Shape::Hold, State::Running,
                                                  i % 2 ? "state" : "account 1", SpanRecord::noTask, {});
            lane->endAsideAt(at * step + step / 2, hold);
            lane->endAt(at * step + step * 3 / 4, part);
            lane->endAt(at * step + step * 7 / 8, task);
        }
        lane->closeAt(end);
    }
    trace->stopAt(end);
    return trace;
}

/// All variants of `scenario`.
inline Scene carriedOut(const Scenario &scenario, int workers)
{
    Scene scene;
    scene.request = {&scenario, {}, scenario.preset(QStringLiteral("quick"))};
    for (const Variant &variant : scenario.variants) {
        scene.request.variants << variant.id;
        Repeat repeat;
        repeat.status = Status::Finished;
        repeat.sameResult = true;
        repeat.trace = told(variant, static_cast<int>(scene.outcomes.size()), workers);
        repeat.seconds = toSeconds(repeat.trace->now());
        scene.outcomes.push_back({variant.id, scene.request.values, 1, {repeat}});
    }
    scene.summary = summarize(scenario, scene.outcomes, 2);
    return scene;
}

} // namespace tenfold
