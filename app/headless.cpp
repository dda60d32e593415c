#include "app/headless.h"

#include "app/files.h"
#include "app/interrupt.h"
#include "app/pictures.h"
#include "app/textreport.h"
#include "core/run/command.h"
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

/// Carries out `plan` on this thread's event loop, until its end or Ctrl+C.
static std::vector<Outcome> outcomesOf(const Plan &plan)
{
    ProgressLine progress;
    Runner runner;
    runner.start(plan);
    QEventLoop loop;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (wasInterrupted())
            runner.stop();
        progress.show(progressOf(runner, *plan.scenario));
        if (!runner.isRunning())
            loop.quit();
    });
    timer.start(50);
    loop.exec();
    runner.wait();
    return runner.outcomes();
}

RunReport carryOutHeadless(const Plan &plan, const Machine &machine, int repeats)
{
    RunReport report;
    report.scenario = plan.scenario;
    report.values = plan.jobs.front().values;
    report.seed = plan.jobs.front().seed;
    report.outcomes = outcomesOf(plan);
    report.machine = machine;
    report.summary = summarize(*plan.scenario, report.outcomes, machine.effectiveCores);
    QStringList variants;
    for (const Outcome &outcome : report.outcomes)
        variants << outcome.variant;
    report.command = reproducingCommand(*plan.scenario, variants, report.values, report.seed, repeats);
    return report;
}

static Sweep sweepHeadless(const Scenario &scenario, const QStringList &variants, const Values &values,
                           const QString &over, const QList<int> &list, quint64 seed = 1, int repeats = 1)
{
    return {over, outcomesOf(planSweep(scenario, variants, values, over, list, seed, repeats)),
            reproducingSweep(scenario, variants, values, over, list, seed, repeats)};
}

/// What a view of a sweep among `views` draws is carried out as well, over the values around the default.
static void addSweeps(RunReport &report, const QStringList &variants, const std::vector<View> &views,
                      int repeats = 1)
{
    for (const View &view : views) {
        const QString over = view.sources.value(0);
        if (view.kind == ViewKind::Sweep && !report.sweeps.contains(over) && !wasInterrupted())
            report.sweeps[over] =
                sweepHeadless(*report.scenario, variants, report.values, over,
                              sweepLadder(*report.scenario->parameter(over)), report.seed, repeats);
    }
}

/// Whether every variant that is no mistake finished with the reference's result.
static bool areRight(const Scenario &scenario, const std::vector<Outcome> &outcomes)
{
    return std::ranges::all_of(outcomes, [&](const Outcome &outcome) {
        return scenario.variant(outcome.variant)->isMistake() || outcome.sameResult();
    });
}

static bool allRight(const RunReport &report)
{
    return areRight(*report.scenario, report.outcomes) &&
           std::ranges::all_of(report.sweeps, [&](const auto &sweep) {
               return areRight(*report.scenario, sweep.second.outcomes);
           });
}

static int exitStatus(bool right)
{
    return wasInterrupted() ? 130 : right ? 0 : 1;
}

int runCommand(const Options &options)
{
    const Plan plan =
        planRun(*options.scenario, options.variants, options.values, options.seed, options.repeats);
    RunReport report = carryOutHeadless(plan, measureMachine(), options.repeats);
    std::vector<View> drawn;
    for (const Options::Figure &figure : options.figures) {
        if (const View *view = options.scenario->view(figure.name.section(u':', -1)))
            drawn.push_back(*view);
    }
    addSweeps(report, options.variants, drawn, options.repeats);

    QStringList complaints;
    const auto write = [&](const QString &file, auto content) {
        if (!file.isEmpty())
            complaints << writeFile(file, content());
    };
    write(options.jsonFile, [&] { return QJsonDocument(runToJson(report)).toJson(); });
    write(options.csvFile, [&] { return runToCsv(report); });
    write(options.traceFile, [&] { return runToChromeTrace(report); });
    if (options.jsonFile != QLatin1String("-") && options.csvFile != QLatin1String("-"))
        complaints << writeFile(QStringLiteral("-"), runToText(report).toUtf8());
    complaints += savePictures(options, report);
    complaints.removeAll(QString());
    for (const QString &complaint : std::as_const(complaints))
        complain(complaint);
    if (wasInterrupted())
        complain(QStringLiteral("Stopped."));
    return exitStatus(allRight(report) && complaints.isEmpty());
}

int sweepCommand(const Options &options)
{
    const Scenario &scenario = *options.scenario;
    const Sweep sweep = sweepHeadless(scenario, options.variants, options.values, options.over, options.swept,
                                      options.seed, options.repeats);
    QStringList complaints;
    if (!options.jsonFile.isEmpty())
        complaints << writeFile(options.jsonFile, QJsonDocument(sweepToJson(scenario, sweep)).toJson());
    if (options.jsonFile != QLatin1String("-"))
        complaints << writeFile(QStringLiteral("-"), sweepToText(scenario, sweep).toUtf8());
    RunReport report;
    report.scenario = &scenario;
    report.sweeps[sweep.over] = sweep;
    complaints += savePictures(options, report);
    complaints.removeAll(QString());
    for (const QString &complaint : std::as_const(complaints))
        complain(complaint);
    if (wasInterrupted())
        complain(QStringLiteral("Stopped."));
    return exitStatus(areRight(scenario, sweep.outcomes) && complaints.isEmpty());
}

int reportCommand(const Options &options)
{
    const Machine machine = measureMachine();
    std::vector<RunReport> reports;
    for (const Pattern &pattern : catalog()) {
        if (!options.patterns.empty() &&
            std::ranges::find(options.patterns, &pattern) == options.patterns.end())
            continue;
        for (const Scenario &scenario : pattern.scenarios) {
            QStringList all;
            for (const Variant &variant : scenario.variants)
                all << variant.id;
            if (wasInterrupted())
                continue;
            reports.push_back(carryOutHeadless(
                planRun(scenario, all, scenario.preset(QStringLiteral("default"))), machine, 1));
            addSweeps(reports.back(), scenario.tickedVariants(), scenario.views);
        }
    }
    if (reports.empty()) {
        complain(QStringLiteral("There is nothing to report: these patterns have no scenario yet."));
        return 1;
    }
    const QString complaint = saveReports(options, reports);
    if (!complaint.isEmpty())
        complain(complaint);
    return exitStatus(std::ranges::all_of(reports, allRight) && complaint.isEmpty());
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
