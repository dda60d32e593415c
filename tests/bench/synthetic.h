#pragma once

#include "core/catalog/pattern.h"
#include "core/trace/trace.h"
#include "ui/scene.h"

namespace tenfold {

/// A run of "threads/url-fetch" whose parallel variant is under way, with as many events as one likes; a
/// mistake has been carried out.
class SyntheticRun
{
public:
    static constexpr std::size_t lanes = 16;

    SyntheticRun() : trace_(std::make_shared<Trace>())
    {
        scene_.request.scenario = findScenario(QStringLiteral("threads/url-fetch"));
        for (std::size_t i = 0; i < lanes; ++i)
            lanes_.push_back(trace_->addLane(LaneRole::Worker));
        series_ = trace_->seriesIndex("in-flight");
        auto reference = std::make_shared<Trace>();
        Lane *main = reference->addLane(LaneRole::Main);
        main->end(main->begin(State::Io, "GET", 0, std::source_location::current()));
        reference->stop();
        add("sequential", reference, Status::Finished);
        add("lock-held-while-waiting", reference, Status::Finished); // with words at its bar
        scene_.outcomes.back().repeats.back().results.findings = {{"serialised", 7, {}}};
        add("parallel", trace_, Status::Running);
        scene_.summary = summarize(*scene_.scenario(), scene_.outcomes, 2);
    }

    /// Records `spans` more, nested two deep, a quarter of them as long as the rest together, and half as
    /// many samples.
    void record(std::size_t spans)
    {
        for (std::size_t i = 0; i < spans / 2; ++i) {
            Lane *lane = lanes_[next_ % lanes];
            const LaneScope scope(lane);
            SpanRecord *task = lane->begin(State::Running, "task", static_cast<std::int32_t>(next_),
                                           std::source_location::current());
            SpanRecord *get = lane->begin(next_ % 8 < 5 ? State::Io : State::Lock, "GET", SpanRecord::noTask,
                                          std::source_location::current());
            lane->sample(series_, next_ % 2 ? -1 : 1);
            lane->end(get);
            lane->end(task);
            ++next_;
        }
    }

    /// Ends the run.
    void finish()
    {
        trace_->stop();
        Repeat &repeat = scene_.outcomes.back().repeats.back();
        repeat.status = Status::Finished;
        repeat.seconds = toSeconds(trace_->now());
        scene_.summary = summarize(*scene_.scenario(), scene_.outcomes, 2);
    }

    const Scene &scene() const { return scene_; }

private:
    void add(const char *variant, std::shared_ptr<const Trace> trace, Status status)
    {
        Repeat repeat;
        repeat.status = status;
        repeat.seconds = toSeconds(trace->now());
        repeat.trace = std::move(trace);
        scene_.outcomes.push_back({QString::fromLatin1(variant), {}, 1, {repeat}});
    }

    Scene scene_;
    std::shared_ptr<Trace> trace_;
    std::vector<Lane *> lanes_;
    std::int32_t series_ = 0;
    std::size_t next_ = 0;
};

} // namespace tenfold
