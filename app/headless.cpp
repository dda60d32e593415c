#include "app/headless.h"

#include "app/files.h"
#include "app/interrupt.h"
#include "app/outputs.h"
#include "app/pictures.h"
#include "app/textreport.h"
#include "core/analysis/explanation.h"
#include "core/catalog/secrets.h"
#include "core/recording/writers.h"
#include "core/run/runner.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QTimer>

#include <unistd.h>

namespace tenfold {

/// One line on standard error that is written over, when that is a terminal.
class ProgressLine
{
public:
    ~ProgressLine() { show({}); }
    void show(const QString &text)
    {
        if (isTerminal_)
            std::fprintf(stderr, "\r\033[K%s", text.toLocal8Bit().constData());
    }

private:
    const bool isTerminal_ = isatty(STDERR_FILENO) != 0;
};

static QString progressOf(const Runner &runner, const Scenario &scenario)
{
    const auto [done, jobs] = runner.progress();
    for (const Outcome &outcome : runner.outcomes()) {
        const Repeat *repeat = outcome.shown();
        if (repeat && repeat->status == Status::Running)
            return QStringLiteral("[%1/%2] %3 %4 s")
                .arg(done + 1)
                .arg(jobs)
                .arg(scenario.path() + u' ' + outcome.variant)
                .arg(toSeconds(repeat->trace->now()), 0, 'f', 1);
    }
    return QStringLiteral("[%1/%2] %3").arg(done).arg(jobs).arg(scenario.path());
}

/// Carries out `request` on this thread's event loop, until its end or Ctrl+C.
static std::vector<Outcome> outcomesOf(const Request &request)
{
    ProgressLine progress;
    Runner runner;
    runner.start(planOf(request));
    QEventLoop loop;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (wasInterrupted())
            runner.stop();
        progress.show(progressOf(runner, *request.scenario));
        if (!runner.isRunning())
            loop.quit();
    });
    timer.start(50);
    loop.exec();
    runner.wait();
    return runner.outcomes();
}

Recording carryOutHeadless(const Request &request, const Machine &machine)
{
    Recording recording{.request = request, .outcomes = outcomesOf(request), .machine = machine};
    recording.summary = summarize(*request.scenario, recording.outcomes, machine.effectiveCores);
    return recording;
}

/// What a view of a sweep among `views` draws is carried out as well, over the values around the default.
static void addSweeps(Recording &recording, const QStringList &variants, const std::vector<View> &views)
{
    for (const View &view : views) {
        Request request = recording.request;
        request.variants = variants;
        request.over = view.sources.value(0);
        if (view.kind != ViewKind::Sweep || recording.sweeps.contains(request.over) || wasInterrupted())
            continue;
        request.sweptValues = sweepLadder(*request.scenario->parameter(request.over));
        recording.sweeps[request.over] = {request, outcomesOf(request)};
    }
}

/// Whether every variant that is no mistake finished with the reference's result, and not all of its tasks
/// failed.
static bool areRight(const Scenario &scenario, const std::vector<Outcome> &outcomes)
{
    return std::ranges::all_of(outcomes, [&](const Outcome &outcome) {
        return scenario.variant(outcome.variant)->isMistake() ||
               (outcome.sameResult() && !didAllTasksFail(outcome));
    });
}

static bool allRight(const Recording &recording)
{
    return areRight(*recording.scenario(), recording.outcomes) &&
           std::ranges::all_of(recording.sweeps, [&](const auto &sweep) {
               return areRight(*recording.scenario(), sweep.second.outcomes);
           });
}

static int exitStatus(bool right)
{
    return wasInterrupted() ? 130 : right ? 0 : 1;
}

/// On standard error, before the run: how own input is read.
static void sayPreview(const Request &request)
{
    const InputPreview preview =
        request.scenario->preview ? request.scenario->preview(request.values) : InputPreview();
    if (preview.isEmpty())
        return;
    constexpr int most = 12; // columns; more would be no lines any more
    const auto say = [](const char *indent, const QString &line) {
        std::fprintf(stderr, "%s%s\n", indent, forTerminal(withoutPasswords(line)).constData());
    };
    say("", preview.sentence.simplified());
    for (const QStringList &cells : QList<QStringList>{preview.titles} + preview.rows) {
        const QString more = cells.size() > most ? QStringLiteral(" | ...") : QString();
        const QString line = (cells.mid(0, most).join(QStringLiteral(" | ")) + more).simplified();
        if (!line.isEmpty())
            say("  ", line);
    }
}

int runCommand(const Options &options)
{
    const Request &request = options.request;
    sayPreview(request);
    Recording recording = carryOutHeadless(request, measureMachine());
    std::vector<View> drawn;
    for (const Options::Figure &figure : options.figures) {
        if (figure.id.kind != FigureId::Kind::View && figure.id.kind != FigureId::Kind::Page)
            continue;
        if (const View *view = request.scenario->view(figure.id.part))
            drawn.push_back(*view);
    }
    addSweeps(recording, request.variants, drawn);

    const QStringList complaints = writeRun(options, recording);
    if (wasInterrupted())
        complain(QStringLiteral("Stopped."));
    return exitStatus(allRight(recording) && complaints.isEmpty());
}

int sweepCommand(const Options &options)
{
    sayPreview(options.request);
    Recording recording; // of the sweep alone
    recording.request.scenario = options.request.scenario;
    if (!options.saveFile.isEmpty())
        recording.machine = measureMachine();
    const Sweep &sweep =
        recording.sweeps[options.request.over] = {options.request, outcomesOf(options.request)};
    const QStringList complaints = writeSweep(options, recording);
    if (wasInterrupted())
        complain(QStringLiteral("Stopped."));
    return exitStatus(areRight(*options.request.scenario, sweep.outcomes) && complaints.isEmpty());
}

int showCommand(const Options &options)
{
    Recording recording = *options.opened;
    if (!recording.origin.pattern && recording.source() == sourceOf(*recording.scenario()))
        recording.origin = {}; // its pictures are those of the run
    const bool isRun = !recording.outcomes.empty();
    if (isRun) // it was opened before there was a language
        recording.summary.explanation = explain(*recording.scenario(), recording.outcomes, recording.summary);
    const QStringList complaints = isRun ? writeRun(options, recording) : writeSweep(options, recording);
    return exitStatus(allRight(recording) && complaints.isEmpty());
}

int reportCommand(const Options &options)
{
    const Machine machine = measureMachine();
    std::vector<Recording> recordings;
    for (const Pattern &pattern : catalog()) {
        if (!options.patterns.empty() &&
            std::ranges::find(options.patterns, &pattern) == options.patterns.end())
            continue;
        for (const Scenario &scenario : pattern.scenarios) {
            if (wasInterrupted())
                continue;
            Request request{.scenario = &scenario, .values = scenario.preset(QStringLiteral("default"))};
            for (const Variant &variant : scenario.variants)
                request.variants << variant.id;
            recordings.push_back(carryOutHeadless(request, machine));
            addSweeps(recordings.back(), scenario.tickedVariants(), scenario.views);
        }
    }
    if (recordings.empty()) {
        complain(QStringLiteral("There is nothing to report: these patterns have no scenario yet."));
        return 1;
    }
    const QString complaint = saveReports(options, recordings);
    if (!complaint.isEmpty())
        complain(complaint);
    return exitStatus(std::ranges::all_of(recordings, allRight) && complaint.isEmpty());
}

int listCommand(const Options &options)
{
    const QByteArray text = options.json ? QJsonDocument(catalogToJson()).toJson() : catalogToText().toUtf8();
    const QString complaint = writeFile(QStringLiteral("-"), text);
    if (!complaint.isEmpty())
        complain(complaint);
    return complaint.isEmpty() ? 0 : 1;
}

} // namespace tenfold
