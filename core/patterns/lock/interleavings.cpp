// Every order in which the steps of a few threads can follow one another, and what each of them ends with.

#include "core/analysis/cores.h"
#include "core/analysis/format.h"
#include "core/catalog/declare.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/outcome.h"
#include "core/run/run.h"
#include "core/workloads/compute/interleavings/executions.h"
#include "core/workloads/compute/interleavings/search.h"

namespace tenfold::patterns::lock::interleavings {
namespace {

// Without a lock: two steps, not one. Other threads can come between them.
void increment(ThreadSteps &thread)
{
    thread.load();  // r = x
    thread.store(); // x = r + 1
}

// With a lock: whoever comes between has to wait.
void lockedIncrement(ThreadSteps &thread)
{
    thread.lock("m");
    thread.load();  // r = x
    thread.store(); // x = r + 1
    thread.unlock("m");
}

// Two locks at once, as a transfer from one account to another needs them.
void lockBoth(ThreadSteps &thread, const std::string &first, const std::string &second)
{
    thread.lock(first);
    thread.lock(second);
    thread.unlock(second);
    thread.unlock(first);
}

std::string fork(int number)
{
    return {'f', static_cast<char>('1' + number)};
}

/// What thread `i` of `threads` does, once.
void takeATurn(ThreadSteps &thread, const QString &program, int i, int threads)
{
    if (program == "unlocked")
        increment(thread);
    else if (program == "locked")
        lockedIncrement(thread);
    else if (program == "ordered-locks") // everybody takes a first
        lockBoth(thread, "a", "b");
    else if (program == "opposite-locks") // every second thread takes b first
        i % 2 == 0 ? lockBoth(thread, "a", "b") : lockBoth(thread, "b", "a");
    else if (program == "philosophers" || i + 1 < threads) // the fork on the left, then that on the right
        lockBoth(thread, fork(i), fork((i + 1) % threads));
    else // the last philosopher, put right
        lockBoth(thread, fork(0), fork(i));
}

Program programOf(const Run &run, const QString &id)
{
    Program program;
    for (int i = 0; i < run.integer("threads"); ++i) {
        ThreadSteps thread(program);
        for (int round = 0; round < run.integer("increments"); ++round)
            takeATurn(thread, id, i, run.integer("threads"));
    }
    return program;
}

/// What puts a program right that can go wrong.
Remedy remedyOf(const Run &run)
{
    const auto with = [&](const char *program, Words title) {
        return Remedy{title, std::make_shared<const Executions>(programOf(run, program), run.stop())};
    };
    if (run.text("program") == "unlocked")
        return with("locked", QT_TRANSLATE_NOOP("catalog", "With a lock"));
    if (run.text("program") == "opposite-locks")
        return with("ordered-locks", QT_TRANSLATE_NOOP("catalog", "In the same order"));
    if (run.text("program") == "philosophers")
        return with("ordered-forks", QT_TRANSLATE_NOOP("catalog", "The last one the other way round"));
    return {};
}

constexpr Count mostVisited = 100'000'000; // in some seconds; more are counted only
constexpr std::size_t leastPrefixes = 64;  // enough for every worker to have something to do to the end

struct Work
{
    std::shared_ptr<const Executions> executions;
    std::vector<Execution> prefixes; // beginnings that share the executions out; none: too many to visit
};

using Endings = std::map<Ending, Count>;

void putRows(Run &run, const Endings &endings)
{
    const Program &program = run.kept<Work>().executions->program();
    for (std::size_t row = 0; const auto &[ending, count] : endings) {
        const QString end = ending.isDeadlock         ? QString("deadlock")
                            : program.expected() == 0 ? QString("finished")
                                                      : QString("x = %1").arg(ending.x);
        const auto number = static_cast<qlonglong>(count);
        const QVariant executions = Count(number) == count && number >= 0
                                        ? QVariant(number)
                                        : QVariant(QString::fromStdString(inDigits(count)));
        run.setRow(row++, {end, executions, isRight(program, ending) ? QString("right") : QString("wrong")});
    }
}

void put(Run &run, const std::vector<Endings> &parts)
{
    const Work &work = run.kept<Work>();
    Endings all = work.prefixes.empty() ? work.executions->endings() : Endings();
    for (const Endings &part : parts) {
        for (const auto &[ending, count] : part)
            all[ending] += count;
    }
    putRows(run, all);
}

void sequential(Run &run)
{
    const auto &[executions, prefixes] = run.kept<Work>();
    std::vector<Endings> parts;
    for (const Execution &prefix : prefixes) {
        const TaskSpan task(parts.size());
        parts.push_back(search(executions->rules(), prefix, run.stop()));
    }
    put(run, parts);
}

// The searches share nothing: no lock is needed, and the parts are put together at the end.
void parallel(Run &run)
{
    const auto &[executions, prefixes] = run.kept<Work>();
    ThreadPoolExecutor pool(coresHere(), run.trace(), run.stop());
    put(run, pool.map(prefixes, [&run, &all = *executions](std::size_t, const Execution &prefix) {
        return search(all.rules(), prefix, run.stop());
    }));
}

void prepare(Run &run)
{
    auto &[executions, prefixes] = run.keep<Work>();
    executions = std::make_shared<const Executions>(programOf(run, run.text("program")), run.stop());
    if (executions->total() <= mostVisited)
        prefixes = prefixesOf(executions->rules(), leastPrefixes);
    run.goesThrough(executions, remedyOf(run));
}

double possible(const Run &run)
{
    return static_cast<double>(run.kept<Work>().executions->total());
}

double rightOnes(const Run &run)
{
    return static_cast<double>(run.kept<Work>().executions->right());
}

double visited(const Run &run)
{
    return run.kept<Work>().prefixes.empty() ? 0 : possible(run);
}

QString digits(Count count)
{
    return QString::fromStdString(inDigits(count));
}

/// "6 executions are possible. In 4 of them an update is lost; 2 give the right result."
QString remark(const Outcome &outcome)
{
    const Repeat *repeat = outcome.shown();
    if (!repeat || !repeat->results.executions)
        return {};
    const Executions &all = *repeat->results.executions;
    const bool counts = all.program().expected() > 0;
    const Count wrong = all.total() - all.right();
    QString text =
        wrong == 0 ? (counts ? translate("catalog", "%1 executions are possible, and all of them give the "
                                                    "right result.")
                             : translate("catalog", "%1 executions are possible, and all of them come to "
                                                    "their end: no deadlock is possible."))
                         .arg(digits(all.total()))
                   : (counts ? translate("catalog", "%1 executions are possible. In %2 of them an update is "
                                                    "lost; %3 give the right result.")
                             : translate("catalog", "%1 executions are possible. %2 of them end in a "
                                                    "deadlock; %3 come to their end."))
                         .arg(digits(all.total()), digits(wrong), digits(all.right()));
    if (all.total() > mostVisited)
        text = followedBy(text, translate("catalog", "They were counted, not carried out one by one: that is "
                                                     "done for at most %1. Take fewer threads or rounds.")
                                    .arg(digits(mostVisited)));
    return text;
}

constexpr const char *python = R"(from collections import Counter

def executions(x, threads):                    # threads: (steps done, r) of each
    if all(done == 2 for done, r in threads):
        yield x
    for i, (done, r) in enumerate(threads):
        if done == 0:                          # r = x
            step, new = (1, x), x
        elif done == 1:                        # x = r + 1
            step, new = (2, r), r + 1
        else:
            continue
        yield from executions(new, threads[:i] + [step] + threads[i + 1:])

print(Counter(executions(0, [(0, 0), (0, 0)])))   # Counter({1: 4, 2: 2})
)";

} // namespace

Scenario scenario()
{
    const auto onAllCores = [](const Values &) { return coresHere(); };
    const Words executionsPossible = QT_TRANSLATE_NOOP("catalog", "Possible executions");
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Interleavings"),
        .question = QT_TRANSLATE_NOOP(
            "catalog", "Threads take turns, a step at a time, in any order. Is the result always the same?"),
        .parameters = {choice("program", QT_TRANSLATE_NOOP("catalog", "Program"),
                              {{"unlocked", QT_TRANSLATE_NOOP("catalog", "Increment without a lock")},
                               {"locked", QT_TRANSLATE_NOOP("catalog", "Increment with a lock")},
                               {"ordered-locks", QT_TRANSLATE_NOOP("catalog", "Two locks, same order")},
                               {"opposite-locks", QT_TRANSLATE_NOOP("catalog", "Two locks, opposite order")},
                               {"philosophers", QT_TRANSLATE_NOOP("catalog", "Dining philosophers")}}),
                       integer("threads", QT_TRANSLATE_NOOP("catalog", "Threads"), {2, 5}, 2),
                       integer("increments", QT_TRANSLATE_NOOP("catalog", "Rounds"), {1, 3}, 1),
                       ofPicture(integer("execution", QT_TRANSLATE_NOOP("catalog", "Execution drawn"),
                                         {1, 2'000'000'000}, 2))},
        .presets = {{"quick", {{"increments", 2}}}, {"large", {{"threads", 3}, {"increments", 3}}}},
        .columns = {{"result", QT_TRANSLATE_NOOP("catalog", "Ends with"), ColumnKind::Text},
                    {"executions", QT_TRANSLATE_NOOP("catalog", "Executions"), ColumnKind::Integer},
                    status({"right"})},
        .measures = {{"possible", executionsPossible, possible},
                     {"wrong", QT_TRANSLATE_NOOP("catalog", "Wrong"),
                      [](const Run &run) { return possible(run) - rightOnes(run); }},
                     {"right", QT_TRANSLATE_NOOP("catalog", "Right"), rightOnes},
                     {"visited", QT_TRANSLATE_NOOP("catalog", "Executions carried out one by one"), visited}},
        .variants = {reference(sequential,
                               QT_TRANSLATE_NOOP("catalog", "One execution after the other, on one core.")),
                     right("parallel", QT_TRANSLATE_NOOP("catalog", "Threads"), parallel,
                           QT_TRANSLATE_NOOP("catalog", "Each worker takes all executions that begin in the "
                                                        "same way. That pays where there are millions of "
                                                        "them."),
                           {.workers = onAllCores})},
        .views = {executions("execution", QT_TRANSLATE_NOOP("catalog", "Executions"))},
        .prepare = prepare,
        .numbers = {{"possible"}, {"wrong", BigMeasure::Tone::Bad}, {"right", BigMeasure::Tone::Good}},
        .front = "executions",
        .remark = remark,
        .isSeeded = false,
        .python = python,
    };
}

} // namespace tenfold::patterns::lock::interleavings
