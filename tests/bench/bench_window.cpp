// What the live window costs: frames of the timeline and of the whole window, start to first paint, and how
// much it disturbs a measured run. Offscreen; CPU time, but for the last two.

#include "core/analysis/cores.h"
#include "core/run/run.h"
#include "core/run/runner.h"
#include "core/trace/span.h"
#include "tests/bench/median.h"
#include "tests/bench/synthetic.h"
#include "ui/fonts.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/runcontroller.h"
#include "ui/timeline/painter.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QImage>
#include <QLineSeries>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <benchmark/benchmark.h>
#include <ctime>
#include <thread>

using namespace tenfold;

/// CPU seconds of the whole process: Qt paints with several threads.
static double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

static void timelineFrame(benchmark::State &state, std::optional<std::pair<double, double>> (*range)(int))
{
    SyntheticRun run;
    run.record(static_cast<std::size_t>(state.range(0)));
    TimelinePainter timeline;
    timeline.theme = Theme::make(false, 1, uiFont());
    QImage image(900, 320, QImage::Format_ARGB32_Premultiplied);
    int frame = 0;
    for (auto _ : state) {
        state.PauseTiming();
        run.record(1000);
        image.fill(Qt::white);
        QPainter painter(&image);
        state.ResumeTiming();
        timeline.render(painter, image.rect(), run.scene(), {range(frame++), 0, 0.001, {}, false});
    }
}

// A live run: 1,000 spans more in each frame.
static void timelineGrowing(benchmark::State &state)
{
    timelineFrame(state, [](int) { return std::optional<std::pair<double, double>>(); });
}
BENCHMARK(timelineGrowing)->Arg(100'000)->Arg(1'000'000)->Iterations(200)->Unit(benchmark::kMillisecond);

// Every frame has another scale, so that all is read again.
static void timelineZooming(benchmark::State &state)
{
    timelineFrame(state, [](int frame) { return std::optional(std::pair(0.0, 0.01 + frame * 0.0001)); });
}
BENCHMARK(timelineZooming)->Arg(100'000)->Arg(1'000'000)->Iterations(100)->Unit(benchmark::kMillisecond);

/// Frames of the whole window that shows `run`: before each of them `prepare` gets ready, and `change` makes
/// it draw the frame with that number.
template<typename Prepare, typename Change>
static void framesOf(benchmark::State &state, const SyntheticRun &run, Prepare prepare, Change change)
{
    MainWindow window(Settings::none());
    window.resize(1600, 900);
    window.present(run.scene());
    window.show();
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    std::vector<double> frames;
    for (auto _ : state) {
        prepare();
        const double begin = cpuSeconds();
        change(window, frames.size());
        QCoreApplication::processEvents();
        frames.push_back((cpuSeconds() - begin) * 1e3);
        state.SetIterationTime(frames.back() * 1e-3);
    }
    std::ranges::sort(frames);
    state.counters["median_ms"] = frames[frames.size() / 2];
    state.counters["p95_ms"] = frames[frames.size() * 95 / 100];
    state.counters["p99_ms"] = frames[frames.size() * 99 / 100];
}

static void windowFrame(benchmark::State &state)
{
    SyntheticRun run;
    run.record(static_cast<std::size_t>(state.range(0)));
    framesOf(
        state, run, [&] { run.record(1000); },
        [&](const MainWindow &window, std::size_t) {
            Q_EMIT window.findChild<RunController *>()->sceneChanged(run.scene()); // as a live run does it
        });
}
BENCHMARK(windowFrame)
    ->Arg(1000)
    ->Arg(100'000)
    ->Iterations(200)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

// A replay that is scrubbed through: another instant of all that is drawn in each frame.
static void scrubFrame(benchmark::State &state)
{
    SyntheticRun run;
    run.record(static_cast<std::size_t>(state.range(0)));
    run.finish();
    const double end = run.scene().outcomes.back().repeats.back().seconds * 1e9;
    framesOf(
        state, run, [] {},
        [&](MainWindow &window, std::size_t frame) {
            const double part = static_cast<double>(frame * 37 % 199 + 1) / 200; // to and fro
            window.seek(static_cast<Nanoseconds>(part * end));
        });
}
BENCHMARK(scrubFrame)
    ->Arg(1000)
    ->Arg(100'000)
    ->Iterations(200)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

/// Leaves the process when the first paint is over.
class FirstPaint : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, [] { std::_Exit(0); });
        return false;
    }
};

/// A child's whole life: starts as the program does, or as a minimal chart window, up to its first paint.
static int startUp(const QString &what, int argc, char **argv)
{
    QApplication application(argc, argv);
    FirstPaint leave;
    std::unique_ptr<QMainWindow> window;
    if (what == QLatin1String("window")) {
        prepareApplication({});
        window = std::make_unique<MainWindow>(Settings::load());
    } else {
        auto *series = new QLineSeries;
        series->replace({{0, 0}, {1, 2}, {2, 1}});
        auto *view = new QChartView;
        view->chart()->addSeries(series);
        view->chart()->createDefaultAxes();
        window = std::make_unique<QMainWindow>();
        window->setCentralWidget(view);
        window->resize(1600, 900);
    }
    application.installEventFilter(&leave);
    window->show();
    return QApplication::exec();
}

static double secondsOfStartUp(const QString &what)
{
    QProcess child;
    QElapsedTimer clock;
    clock.start();
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--first-paint"), what});
    child.waitForFinished(60'000);
    return static_cast<double>(clock.nsecsElapsed()) * 1e-9;
}

// Wall time from exec to the end of the first paint, against a minimal chart window, interleaved.
static void startToFirstPaint(benchmark::State &state)
{
    std::vector<double> ours;
    std::vector<double> charts;
    for (auto _ : state) {
        ours.push_back(secondsOfStartUp(QStringLiteral("window")));
        charts.push_back(secondsOfStartUp(QStringLiteral("chart")));
        state.SetIterationTime(ours.back());
    }
    state.counters["ours_ms"] = median(ours) * 1e3;
    state.counters["chart_ms"] = median(charts) * 1e3;
    state.counters["ratio"] = median(ours) / median(charts);
}
BENCHMARK(startToFirstPaint)->Iterations(21)->UseManualTime()->Unit(benchmark::kMillisecond);

static std::uint64_t hashed(std::uint64_t rounds)
{
    std::uint64_t hash = 14695981039346656037U;
    for (std::uint64_t i = 0; i < rounds; ++i)
        hash = (hash ^ (i & 0xFF)) * 1099511628211U;
    return hash;
}

/// Two threads that compute for about a second, in tasks of about a millisecond.
static Scenario hashing()
{
    Scenario scenario;
    scenario.id = QStringLiteral("hashing");
    scenario.pattern = QStringLiteral("bench");
    const auto body = [](Run &run) {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 2; ++thread) {
            threads.emplace_back([&run, lane = run.trace().addLane(LaneRole::Worker)] {
                const LaneScope scope(lane);
                for (std::size_t task = 0; task < 1000; ++task) {
                    const TaskSpan span(task);
                    const Counted inFlight("in-flight");
                    benchmark::DoNotOptimize(hashed(1'000'000));
                }
            });
        }
    };
    scenario.variants = {{"sequential", {}, VariantKind::Sequential, body}};
    return scenario;
}

/// Seconds of the run; `window` (may be null) shows it at its pace. Adds what this thread computed.
static double measured(const Scenario &scenario, MainWindow *window, double &drawing)
{
    Runner runner;
    QEventLoop loop;
    QTimer timer;
    Pace pace;
    Scene scene;
    scene.request.scenario = findScenario(QStringLiteral("threads/url-fetch"));
    const auto show = [&] {
        scene.outcomes = runner.outcomes();
        timer.setInterval(pace.next(coresHere()));
        if (window)
            Q_EMIT window->findChild<RunController *>()->sceneChanged(scene);
        if (!runner.isRunning())
            loop.quit();
    };
    QObject::connect(&timer, &QTimer::timeout, &loop, show);
    timer.start(100);
    timespec begin{};
    timespec end{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin);
    runner.start(planOf({&scenario, {}, {}}));
    loop.exec();
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
    drawing += static_cast<double>(end.tv_sec - begin.tv_sec) +
               static_cast<double>(end.tv_nsec - begin.tv_nsec) * 1e-9;
    return runner.outcomes().front().medianSeconds();
}

// A run that computes on two threads, with the live window and without, interleaved.
static void disturbance(benchmark::State &state)
{
    const Scenario scenario = hashing();
    MainWindow window(Settings::none());
    window.resize(1600, 900);
    window.show();
    std::vector<double> with;
    std::vector<double> without;
    double drawing = 0;
    double idle = 0;
    for (auto _ : state) {
        // Whoever comes second finds another machine: take turns.
        const bool first = with.size() % 2 == 0;
        if (first)
            with.push_back(measured(scenario, &window, drawing));
        without.push_back(measured(scenario, nullptr, idle));
        if (!first)
            with.push_back(measured(scenario, &window, drawing));
        state.SetIterationTime(with.back());
    }
    state.counters["with_s"] = median(with);
    state.counters["without_s"] = median(without);
    state.counters["disturbed_percent"] = (median(with) / median(without) - 1) * 100;
    // On a machine that others use too, the least of each says more.
    state.counters["disturbed_least_percent"] =
        (*std::ranges::min_element(with) / *std::ranges::min_element(without) - 1) * 100;
    state.counters["window_cpu_percent"] = drawing / std::accumulate(with.begin(), with.end(), 0.0) * 100;
}
BENCHMARK(disturbance)->Iterations(11)->UseManualTime()->Unit(benchmark::kSecond);

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc == 3 && qstrcmp(argv[1], "--first-paint") == 0)
        return startUp(QString::fromLatin1(argv[2]), argc, argv);
    const QTemporaryDir own; // no settings of the user, and a place for Qt's run-time files
    qputenv("XDG_CONFIG_HOME", own.path().toLocal8Bit());
    qputenv("XDG_RUNTIME_DIR", own.path().toLocal8Bit());
    QApplication application(argc, argv);
    prepareApplication(QStringLiteral("en"));
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
