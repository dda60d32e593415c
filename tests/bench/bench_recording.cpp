// The file of a recording against the Chrome trace of the same one: sizes, and how long it takes to write and
// to read it. With zstd against zlib, which was here before.
//     bench_recording [SPANS [told|recorded]]

#include "core/catalog/pattern.h"
#include "core/recording/packing.h"
#include "core/recording/recordingfile.h"
#include "core/recording/tracecodec.h"
#include "core/recording/writers.h"
#include "core/trace/span.h"
#include "tests/bench/median.h"

#include <QElapsedTimer>
#include <QFile>

#include <cstdio>
#include <malloc.h>
#include <random>
#include <thread>
#include <unistd.h>

using namespace tenfold;

/// Lanes whose tasks wait and compute for times that spread as those of requests do, each task within a span
/// of its own, half as many samples as spans.
static std::shared_ptr<Trace> toldTrace(std::size_t spans)
{
    auto trace = std::make_shared<Trace>(Trace::Clock::Told);
    std::mt19937_64 random(1);
    std::lognormal_distribution<double> waits(15, 0.5), computes(11, 0.7), between(8, 0.5);
    constexpr std::size_t lanes = 16;
    std::array<Lane *, lanes> all{};
    std::array<Nanoseconds, lanes> now{};
    for (Lane *&lane : all)
        lane = trace->addLaneAt(0, LaneRole::Worker);
    const auto series = trace->seriesIndex("in-flight");
    const auto take = [&](Nanoseconds &t, auto &distribution) {
        return t += static_cast<Nanoseconds>(distribution(random));
    };
    for (std::size_t i = 0; i < spans / 4; ++i) {
        const auto next = static_cast<std::size_t>(std::ranges::min_element(now) - now.begin());
        Lane *lane = all[next];
        Nanoseconds &t = now[next];
        SpanRecord *task =
            lane->beginAt(take(t, between), State::Running, "task", static_cast<std::int32_t>(i),
                          {"core/patterns/threads/url-fetch.cpp", 40});
        for (const auto &[state, label] :
             {std::pair(State::Io, "GET"), {State::Lock, "sums"}, {State::Io, "PUT"}}) {
            SpanRecord *span = lane->beginAt(take(t, computes), state, label, SpanRecord::noTask,
                                             {"core/workloads/http.cpp", 77});
            lane->sampleAt(t, series, 1);
            take(t, waits);
            lane->sampleAt(t, series, -1);
            lane->endAt(t, span);
        }
        lane->endAt(take(t, between), task);
    }
    trace->stopAt(*std::ranges::max_element(now));
    return trace;
}

/// The same as fast as the clock can be read.
static std::shared_ptr<Trace> recordedTrace(std::size_t spans)
{
    auto trace = std::make_shared<Trace>();
    std::vector<std::jthread> threads;
    for (int i = 0; i < 2; ++i) {
        threads.emplace_back([lane = trace->addLane(LaneRole::Worker), spans] {
            const LaneScope scope(lane);
            for (std::size_t task = 0; task < spans / 4; ++task) {
                const TaskSpan outer(task);
                const Counted counted("in-flight");
                const Span inner(State::Io, "GET");
            }
        });
    }
    threads.clear();
    trace->stop();
    return trace;
}

static double residentBytes()
{
    malloc_trim(0); // what was freed is no recording's
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE));
}

template<typename Work> static double timed(Work work)
{
    std::vector<double> seconds;
    for (int i = 0; i < 3; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        seconds.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-9);
    }
    return median(seconds);
}

static void report(const char *name, const std::shared_ptr<Trace> &trace)
{
    const QByteArray bytes = traceToBytes(*trace);
    const QByteArray packed = Packing().pack(bytes);
    const QByteArray zipped = qCompress(bytes);
    const double write = timed([&] { traceToBytes(*trace); });
    const double pack = timed([&] { Packing().pack(bytes); });
    const double zip = timed([&] { qCompress(bytes); });
    const double unpack = timed([&] { Packing().unpack(packed); });
    const double unzip = timed([&] { qUncompress(zipped); });
    const double read = timed([&] { traceFromBytes(bytes); });
    const Scenario &scenario = *findScenario("threads/url-fetch");
    Recording recording{.request = {.scenario = &scenario, .values = scenario.preset("default")}};
    recording.outcomes.push_back(
        {"parallel", recording.request.values, 1, {{Status::Finished, {}, 1, {}, trace, true}}});
    recording.summary = summarize(scenario, recording.outcomes, 2);
    const QByteArray file = savedRecording(recording);
    if (!openedRecording(file).recording)
        std::abort();
    const double before = residentBytes();
    const auto kept = openedRecording(file).recording; // as the list of runs keeps it
    const double taken = residentBytes() - before;
    const double save = timed([&] { savedRecording(recording); });
    const double open = timed([&] { openedRecording(file); });
    const QByteArray json = runToChromeTrace(recording);
    const auto jsonPacked = static_cast<double>(Packing().pack(json).size());
    const auto size = static_cast<double>(file.size());
    std::size_t spans = 0;
    for (const Lane *lane : trace->lanes())
        spans += lane->spans().size();
    std::printf("%s: %zu spans, %.2f bytes a span (%.2f not packed)\n", name, spans,
                size / static_cast<double>(spans),
                static_cast<double>(bytes.size()) / static_cast<double>(spans));
    std::printf("  kept in memory: %.1f bytes a span\n", taken / static_cast<double>(spans));
    std::printf("  Chrome trace %.1f MB: 1/%.1f of it, %.2f x of it by zstd -3\n",
                static_cast<double>(json.size()) * 1e-6, static_cast<double>(json.size()) / size,
                size / jsonPacked);
    std::printf("  saved in %.3f s (%.3f columns, %.3f zstd), opened in %.3f s (%.3f zstd, %.3f columns)\n",
                save, write, pack, open, unpack, read);
    std::printf("  zlib: %.2f x the size, %.1f x the time to pack, %.1f x to unpack\n",
                static_cast<double>(zipped.size()) / static_cast<double>(packed.size()), zip / pack,
                unzip / unpack);
}

int main(int argc, char **argv)
{
    const std::size_t spans = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
    const std::string_view only = argc > 2 ? argv[2] : "";
    if (only != "recorded")
        report("told", toldTrace(spans));
    if (only != "told")
        report("recorded", recordedTrace(spans));
}
