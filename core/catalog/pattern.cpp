#include "core/catalog/pattern.h"

#include "core/catalog/registry.h"

#include <QFile>

#include <algorithm>

namespace tenfold {

static std::vector<Pattern> tenPatterns()
{
    return {
        {.id = "threads",
         .title = QT_TRANSLATE_NOOP("catalog", "Threads for I/O"),
         .chapterName = "threading",
         .summary =
             QT_TRANSLATE_NOOP("catalog", "While one thread waits for a slow answer, the others go on."),
         .bestPractices =
             {QT_TRANSLATE_NOOP("catalog", "Use threads for work that waits: requests, files, databases."),
              QT_TRANSLATE_NOOP(
                  "catalog", "Choose a fitting number of threads; more than there is to wait for only cost."),
              QT_TRANSLATE_NOOP("catalog", "Guard data that threads share with a lock, and hold it briefly."),
              QT_TRANSLATE_NOOP("catalog", "Take threads from a pool instead of making one per task.")},
         .gil = QT_TRANSLATE_NOOP("catalog", "While it waits, a Python thread lets go of the GIL (Global "
                                             "Interpreter Lock): the waits overlap in both languages."),
         .gilMore = QT_TRANSLATE_NOOP("catalog",
                                      "While it computes, it keeps the GIL: then threads gain in C++ only.")},
        {.id = "processes",
         .title = QT_TRANSLATE_NOOP("catalog", "Processes for CPU work"),
         .chapterName = "multiprocessing",
         .summary = QT_TRANSLATE_NOOP("catalog",
                                      "Each process computes on a core of its own, with memory of its own."),
         .bestPractices =
             {QT_TRANSLATE_NOOP(
                  "catalog",
                  "Use processes for work that computes; for work that waits they only cost more."),
              QT_TRANSLATE_NOOP("catalog", "Choose a fitting number of processes: about one for each core."),
              QT_TRANSLATE_NOOP("catalog",
                                "Mind the memory: each process has its own copy of what it works on."),
              QT_TRANSLATE_NOOP("catalog",
                                "Send few and small messages: pass names of files, not their contents.")},
         .gil = QT_TRANSLATE_NOOP("catalog", "Each process has an interpreter and a GIL (Global Interpreter "
                                             "Lock) of its own: they compute at the same time."),
         .gilMore = QT_TRANSLATE_NOOP(
             "catalog",
             "Python's threads share one GIL, so only one of them computes at a time; C++ has no such lock."),
         .gilCaption = QT_TRANSLATE_NOOP("catalog", "a GIL for each process")},
        {.id = "async",
         .title = QT_TRANSLATE_NOOP("catalog", "Async event loop"),
         .chapterName = "asyncio",
         .summary = QT_TRANSLATE_NOOP("catalog", "One thread waits for many things at once."),
         .bestPractices =
             {QT_TRANSLATE_NOOP("catalog", "Begin everything first, then wait for all of it together."),
              QT_TRANSLATE_NOOP(
                  "catalog",
                  "Never block the loop: no other coroutine on it goes on while one of them sleeps."),
              QT_TRANSLATE_NOOP("catalog", "Give what computes to threads or processes, and await its end."),
              QT_TRANSLATE_NOOP("catalog",
                                "Give every wait a deadline, and cancel what nobody wants any more.")},
         .gil = QT_TRANSLATE_NOOP("catalog", "All coroutines share one thread, so the GIL changes nothing: "
                                             "the loop goes on while they wait."),
         .gilMore =
             QT_TRANSLATE_NOOP("catalog", "A call that blocks holds up all of them, in both languages."),
         .gilCaption = QT_TRANSLATE_NOOP("catalog", "one thread: the GIL changes nothing")},
        {.id = "futures",
         .title = QT_TRANSLATE_NOOP("catalog", "Futures"),
         .chapterName = "concurrent.futures",
         .summary = QT_TRANSLATE_NOOP("catalog", "A result that arrives later can be passed on now."),
         .bestPractices =
             {QT_TRANSLATE_NOOP("catalog", "Submit everything first, then ask for results."),
              QT_TRANSLATE_NOOP("catalog",
                                "Take results as they are completed where their order does not matter."),
              QT_TRANSLATE_NOOP("catalog",
                                "Say what follows instead of waiting: a continuation blocks no worker."),
              QT_TRANSLATE_NOOP("catalog", "Keep every future: what nobody asks for fails unseen.")},
         .gil = QT_TRANSLATE_NOOP("catalog", "A future is the same in both languages; under the GIL the "
                                             "waits of a thread pool overlap, the computing does not."),
         .gilMore = QT_TRANSLATE_NOOP(
             "catalog", "For computing, Python has the same futures from a ProcessPoolExecutor.")},
        {.id = "queue",
         .title = QT_TRANSLATE_NOOP("catalog", "Queue (producer / consumer)"),
         .chapterName = "Queue",
         .summary = QT_TRANSLATE_NOOP("catalog", "Threads hand work over without sharing anything else."),
         .bestPractices =
             {QT_TRANSLATE_NOOP(
                  "catalog",
                  "Bound every queue: what is slower holds up what is faster, and memory stays small."),
              QT_TRANSLATE_NOOP("catalog",
                                "Say clearly that it is over: close the queue, or put in one pill for each "
                                "consumer."),
              QT_TRANSLATE_NOOP("catalog", "Look for the slowest stage first: more workers help only there."),
              QT_TRANSLATE_NOOP("catalog",
                                "Let urgent work pass other work; it is not done any faster in all.")},
         .gil = QT_TRANSLATE_NOOP("catalog",
                                  "A queue locks by itself; the GIL alone would not make several steps one."),
         .gilMore = QT_TRANSLATE_NOOP(
             "catalog", "Under the GIL, consumers that compute take turns; in C++ they compute at once.")},
        {.id = "lock",
         .title = QT_TRANSLATE_NOOP("catalog", "Lock (shared state)"),
         .chapterName = "Lock",
         .summary = QT_TRANSLATE_NOOP("catalog", "Only one thread at a time changes what they share."),
         .bestPractices =
             {QT_TRANSLATE_NOOP("catalog",
                                "Guard what threads share with one lock, and let everybody take that one."),
              QT_TRANSLATE_NOOP("catalog",
                                "Hold a lock briefly: what needs no sharing is done before or after."),
              QT_TRANSLATE_NOOP("catalog", "Take several locks in the same order everywhere."),
              QT_TRANSLATE_NOOP("catalog", "Share less: what each thread has for itself needs no lock.")},
         .gil = QT_TRANSLATE_NOOP(
             "catalog",
             "The GIL does not replace a lock: between reading and writing, another thread may come."),
         .gilMore =
             QT_TRANSLATE_NOOP("catalog", "An addition is three steps in both languages: read, add, write.")},
        {.id = "event",
         .title = QT_TRANSLATE_NOOP("catalog", "Event (signalling)"),
         .chapterName = "Event",
         .summary = QT_TRANSLATE_NOOP("catalog", "One signal wakes all who wait for it."),
         .bestPractices =
             {QT_TRANSLATE_NOOP("catalog",
                                "Wait for an event; do not look again and again whether it has come."),
              QT_TRANSLATE_NOOP("catalog",
                                "Let the event remember that it has happened: who comes later must not "
                                "wait for ever."),
              QT_TRANSLATE_NOOP("catalog",
                                "Let all meet at a barrier before a phase that needs what all have done.")},
         .gil = QT_TRANSLATE_NOOP(
             "catalog", "Who waits for an event lets go of the GIL and takes no time from the others."),
         .gilMore = QT_TRANSLATE_NOOP(
             "catalog", "In C++ all that wake up compute at once; under the GIL one after the other.")},
        {.id = "semaphore",
         .title = QT_TRANSLATE_NOOP("catalog", "Semaphore (limit)"),
         .chapterName = "Semaphore",
         .summary = QT_TRANSLATE_NOOP("catalog", "Only so many may do it at the same time."),
         .bestPractices =
             {QT_TRANSLATE_NOOP(
                  "catalog", "Give a semaphore as many permits as the service behind it can serve at once."),
              QT_TRANSLATE_NOOP(
                  "catalog", "Tie each permit to a scope, so that it is given back once on every way out."),
              QT_TRANSLATE_NOOP("catalog",
                                "A number of workers limits what is under way, not how fast it starts: limit "
                                "a rate with a token bucket.")},
         .gil = QT_TRANSLATE_NOOP(
             "catalog",
             "Who waits for a permit lets go of the GIL: how many go on at once is up to the semaphore."),
         .gilMore = QT_TRANSLATE_NOOP(
             "catalog", "The GIL lets one thread compute at a time, a semaphore as many as it has permits.")},
        {.id = "thread-pool",
         .title = QT_TRANSLATE_NOOP("catalog", "Thread pool"),
         .chapterName = "ThreadPoolExecutor",
         .summary = QT_TRANSLATE_NOOP("catalog", "A few threads are reused for many tasks."),
         .bestPractices =
             {QT_TRANSLATE_NOOP("catalog",
                                "Use a pool: a thread that is reused costs nothing to make, and their number "
                                "is limited."),
              QT_TRANSLATE_NOOP("catalog", "Choose a fitting number of threads: cores × (1 + waiting / "
                                           "computing)."),
              QT_TRANSLATE_NOOP("catalog", "Never wait inside a pool for a task of the same pool."),
              QT_TRANSLATE_NOOP("catalog", "Make tasks long enough: a task should take many times as long as "
                                           "handing it over.")},
         .gil = QT_TRANSLATE_NOOP(
             "catalog",
             "In Python a thread pool is for waiting: under the GIL one thread computes at a time."),
         .gilMore = QT_TRANSLATE_NOOP("catalog",
                                      "C++ has no GIL: as many threads as there are cores compute at once.")},
        {.id = "process-pool",
         .title = QT_TRANSLATE_NOOP("catalog", "Process pool"),
         .chapterName = "ProcessPoolExecutor",
         .summary = QT_TRANSLATE_NOOP("catalog", "A few processes are reused for many tasks."),
         .bestPractices =
             {QT_TRANSLATE_NOOP(
                  "catalog",
                  "Start the processes once and reuse them: a start takes longer than a small task."),
              QT_TRANSLATE_NOOP("catalog",
                                "Send many small tasks in one message, but keep more messages than workers."),
              QT_TRANSLATE_NOOP("catalog", "Choose a fitting number of processes: about one for each core."),
              QT_TRANSLATE_NOOP("catalog",
                                "Tell the pool what may be done twice, so that it can try again what "
                                "a dying process took with it.")},
         .gil = QT_TRANSLATE_NOOP(
             "catalog", "Each process has a GIL of its own: in Python this is the pool for computing."),
         .gilMore = QT_TRANSLATE_NOOP(
             "catalog",
             "What goes to a process and back is copied, in both languages: few messages are better."),
         .gilCaption = QT_TRANSLATE_NOOP("catalog", "a GIL for each process")},
    };
}

static std::vector<Pattern> build()
{
    std::vector<Pattern> patterns = tenPatterns();
    for (const RegisteredScenario &registered : registeredScenarios()) {
        const QString path = QString::fromLatin1(registered.path);
        Scenario scenario = registered.make();
        scenario.pattern = path.section(u'/', 0, 0);
        scenario.id = path.section(u'/', 1);
        const QString byDefault = QStringLiteral("default");
        if (std::ranges::find(scenario.presets, byDefault, &Preset::id) == scenario.presets.end())
            scenario.presets.insert(scenario.presets.begin(), {byDefault});
        const auto pattern = std::ranges::find(patterns, scenario.pattern, &Pattern::id);
        Q_ASSERT_X(pattern != patterns.end(), "tenfold_scenario", registered.path);
        pattern->scenarios.push_back(std::move(scenario));
    }
    return patterns;
}

const std::vector<Pattern> &catalog()
{
    static const std::vector<Pattern> patterns = build();
    return patterns;
}

const Pattern *findPattern(const QString &id)
{
    const auto found = std::ranges::find(catalog(), id, &Pattern::id);
    return found == catalog().end() ? nullptr : &*found;
}

const Scenario *findScenario(const QString &path)
{
    const Pattern *pattern = findPattern(path.section(u'/', 0, 0));
    if (!pattern)
        return nullptr;
    const auto found = std::ranges::find(pattern->scenarios, path.section(u'/', 1), &Scenario::id);
    return found == pattern->scenarios.end() ? nullptr : &*found;
}

QString sourceOf(const Scenario &scenario)
{
    QFile file(QStringLiteral(":/source/") + scenario.path() + QStringLiteral(".cpp"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace tenfold
