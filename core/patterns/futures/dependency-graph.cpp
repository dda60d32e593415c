// Steps that need the results of others. A continuation begins when what it needs is there, so that no worker
// waits for it.

#include "core/catalog/declare.h"
#include "core/executors/continuations.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"
#include "core/workloads/compute/hash.h"
#include "core/workloads/http/httpclient.h"
#include "core/workloads/site/loopbacksite.h"

#include <map>
#include <random>

using namespace std::chrono_literals;

namespace tenfold::patterns::futures::dependency_graph {
namespace {

struct Work
{
    std::unique_ptr<LoopbackSite> site;
    std::vector<int> delays;     // of the branches, in ms
    std::atomic<int> helped{0};  // tasks that ran where they were waited for
    std::atomic<int> starved{0}; // that were waited for to the end of the run
};

constexpr int parseMs = 40, countMs = 20, combineMs = 40;

// Tasks by number: the index, the fetches of all branches, then what is parsed, then what is counted, then
// the end.
constexpr int indexOf = 0;
int fetchOf(int branch)
{
    return 1 + branch;
}
int parseOf(const Run &run, int branch)
{
    return 1 + run.integer("branches") + branch;
}
int countOf(const Run &run, int branch)
{
    return 1 + 2 * run.integer("branches") + branch;
}
int combineOf(const Run &run)
{
    return 1 + 3 * run.integer("branches");
}

/// Puts the row of a step and passes its result on.
QByteArray result(Run &run, int task, const char *step, const QByteArray &hash)
{
    run.setRow(static_cast<std::size_t>(task), {task + 1, step, QString::fromLatin1(hash.left(16))});
    return hash;
}

/// Computes for about `ms` milliseconds; the result depends on `input`.
QByteArray computed(Run &run, int task, const char *step, const QByteArray &input, int ms)
{
    const TaskSpan span(static_cast<std::size_t>(task), step);
    const qint64 item = input.left(12).toLongLong(nullptr, 16);
    return result(run, task, step, hashOf(run.seed(), item, bytesHashedIn(1000 * ms), run.stop()));
}

/// Asks the site for a page; which one it is depends on `input`.
QByteArray fetched(Run &run, int task, const char *step, qint64 input, int ms)
{
    const TaskSpan span(static_cast<std::size_t>(task), step);
    HttpClient client;
    const QUrl url = run.kept<Work>().site->url(QString("/delay/%1").arg(ms));
    const HttpResponse answer = client.get(url, 60s, run.stop());
    if (!answer.ok())
        throw std::runtime_error(answer.reason.toStdString());
    return result(run, task, step, hashOf(run.seed(), input + task, answer.length, run.stop()));
}

/// Says where the pages of the branches are.
QByteArray index(Run &run)
{
    return fetched(run, indexOf, QT_TRANSLATE_NOOP("task", "index"), 0, run.integer("unit"));
}

QByteArray fetch(Run &run, int branch, const QByteArray &found)
{
    return fetched(run, fetchOf(branch), QT_TRANSLATE_NOOP("task", "fetch"),
                   found.left(12).toLongLong(nullptr, 16),
                   run.kept<Work>().delays[static_cast<std::size_t>(branch)]);
}

QByteArray parse(Run &run, int branch, const QByteArray &page)
{
    return computed(run, parseOf(run, branch), QT_TRANSLATE_NOOP("task", "parse"), page, parseMs);
}

QByteArray count(Run &run, int branch, const QByteArray &page)
{
    return computed(run, countOf(run, branch), QT_TRANSLATE_NOOP("task", "count"), page, countMs);
}

QByteArray combine(Run &run, const std::vector<QByteArray> &parts)
{
    qint64 sum = 0;
    for (const QByteArray &part : parts)
        sum ^= part.left(12).toLongLong(nullptr, 16);
    return computed(run, combineOf(run), QT_TRANSLATE_NOOP("task", "combine"), QByteArray::number(sum, 16),
                    combineMs);
}

void sequential(Run &run)
{
    const QByteArray found = index(run);
    std::vector<QByteArray> parts;
    for (int branch = 0; branch < run.integer("branches"); ++branch) {
        const QByteArray page = fetch(run, branch, found);
        parts.push_back(parse(run, branch, page));
        parts.push_back(count(run, branch, page));
    }
    combine(run, parts);
}

using Part = Future<QByteArray>;

// Each step is told what follows it: every fetch follows the index, two steps follow a fetch, and the last
// one follows all of them.
void graph(Run &run)
{
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    const Part first = pool.submitAs(indexOf, [&run] { return index(run); });
    std::vector<Part> parts;
    for (int branch = 0; branch < run.integer("branches"); ++branch) {
        const Part page = first.thenAs(pool, fetchOf(branch), [&run, branch](const QByteArray &found) {
            return fetch(run, branch, found);
        });
        parts.push_back(page.thenAs(pool, parseOf(run, branch), [&run, branch](const QByteArray &text) {
            return parse(run, branch, text);
        }));
        parts.push_back(page.thenAs(pool, countOf(run, branch), [&run, branch](const QByteArray &text) {
            return count(run, branch, text);
        }));
    }
    const auto last = whenAll(parts).thenAs(pool, combineOf(run), [&run](const std::vector<Part> &done) {
        std::vector<QByteArray> results;
        for (const Part &part : done)
            results.push_back(part.get());
        return combine(run, results);
    });
    last.get(run.stop());
}

/// Steps that ask for what they need, and wait until they have it: within the pool.
class Asking
{
public:
    Asking(Run &run, bool helps) : run_(run), helps_(helps) {}
    void carryOut()
    {
        const Part last = pool_.submitAs(combineOf(run_), [this] { return combineAll(); });
        last.get(run_.stop());
    }

private:
    QByteArray combineAll()
    {
        std::vector<Part> parts;
        for (int branch = 0; branch < run_.integer("branches"); ++branch) {
            parts.push_back(pool_.submitAs(
                parseOf(run_, branch), [this, branch] { return parse(run_, branch, get(page(branch))); }));
            parts.push_back(pool_.submitAs(
                countOf(run_, branch), [this, branch] { return count(run_, branch, get(page(branch))); }));
        }
        std::vector<QByteArray> results;
        for (const Part &part : parts)
            results.push_back(get(part));
        return combine(run_, results);
    }

    Part page(int branch)
    {
        return once(fetchOf(branch), [this, branch] {
            return fetch(run_, branch, get(once(indexOf, [this] { return index(run_); })));
        });
    }

    /// The first one who needs what several others need has it made.
    template<typename Make> Part once(int task, Make make)
    {
        const std::scoped_lock lock(mutex_);
        auto known = pages_.find(task);
        if (known == pages_.end())
            known = pages_.emplace(task, pool_.submitAs(task, std::move(make))).first;
        return known->second;
    }

    QByteArray get(const Part &part)
    {
        auto &work = run_.kept<Work>();
        if (helps_ && pool_.runNow(part)) // instead of waiting for a worker that has time for it
            ++work.helped;
        throwIfStopped(run_.stop());
        try {
            return part.get(run_.stop());
        } catch (...) {
            if (!run_.stop().stop_requested())
                throw;
            ++work.starved;
            throw Stopped();
        }
    }

    Run &run_;
    const bool helps_;
    std::mutex mutex_;          // guards pages_
    std::map<int, Part> pages_; // by task
    ThreadPoolExecutor pool_{run_.workers(), run_.trace(), run_.stop()};
};

// A task that waits carries out what it waits for, unless somebody else has begun it.
void helping(Run &run)
{
    Asking(run, true).carryOut();
}

// Mistake: all workers wait, each for a task that no worker is left to carry out.
void waitInsideAFullPool(Run &run)
{
    Asking(run, false).carryOut();
}

void prepare(Run &run)
{
    auto &work = run.keep<Work>();
    work.site = std::make_unique<LoopbackSite>(run.seed());
    HttpClient().get(work.site->url("/status/200"), 5s,
                     run.stop()); // the first one loads the network libraries
    std::mt19937_64 random(run.seed());
    const int branches = run.integer("branches"), unit = run.integer("unit");
    for (int branch = 0; branch < branches; ++branch) {
        work.delays.push_back(unit * (1 + static_cast<int>(random() % 4)));
        const auto follows = [&](int task, int on) {
            run.dependsOn(static_cast<std::size_t>(task), static_cast<std::size_t>(on));
        };
        follows(fetchOf(branch), indexOf);
        for (const int step : {parseOf(run, branch), countOf(run, branch)}) {
            follows(step, fetchOf(branch));
            follows(combineOf(run), step);
        }
    }
}

double helped(const Run &run)
{
    return run.kept<Work>().helped;
}

double starved(const Run &run)
{
    return run.kept<Work>().starved;
}

constexpr const char *python =
    R"(import asyncio                          # in Python, continuations are coroutines

async def branch(url):
    page = await fetch(url)             # the thread does other things meanwhile
    return await asyncio.gather(to_thread(parse, page), to_thread(count, page))

async def main():
    urls = await index()
    parts = await asyncio.gather(*map(branch, urls))
    return combine(parts)

with ThreadPoolExecutor(max_workers=4) as pool:      # mistake: starves
    def parse(url):
        return parsed(pool.submit(fetch, url).result())   # waits inside the pool
    parts = list(pool.map(parse, urls))
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Dependency graph"),
        .question = QT_TRANSLATE_NOOP(
            "catalog", "Fetch, parse, count, combine: steps need the results of others. Who waits for them?"),
        .parameters = {workers(4), integer("branches", QT_TRANSLATE_NOOP("catalog", "Branches"), {1, 100}, 6),
                       integer("unit", QT_TRANSLATE_NOOP("catalog", "Delay unit"), {1, 1000}, 60, "ms")},
        .presets = {{"quick", {{"workers", 2}, {"branches", 3}, {"unit", 5}}}},
        .columns = {{"task", QT_TRANSLATE_NOOP("catalog", "Task"), ColumnKind::Integer},
                    {"step", QT_TRANSLATE_NOOP("catalog", "Step"), ColumnKind::Text},
                    {"result", QT_TRANSLATE_NOOP("catalog", "Result"), ColumnKind::Text}},
        .measures = {{"helped", QT_TRANSLATE_NOOP("catalog", "Tasks run where they were waited for"), helped},
                     {"starved", QT_TRANSLATE_NOOP("catalog", "Waits that no worker could end"), starved}},
        .variants =
            {reference(sequential, QT_TRANSLATE_NOOP("catalog", "One step after the other.")),
             right("graph", QT_TRANSLATE_NOOP("catalog", "Continuations"), graph,
                   QT_TRANSLATE_NOOP("catalog",
                                     "Each step says what follows it, and that is submitted when its inputs "
                                     "are there. No worker ever waits for another step.")),
             right("helping", QT_TRANSLATE_NOOP("catalog", "Helping"), helping,
                   QT_TRANSLATE_NOOP("catalog",
                                     "Steps wait for others inside the pool, but whoever waits carries out "
                                     "what it waits for, as Qt's futures do. That cannot starve, but it can "
                                     "begin with the wrong task and wait where others could go on.")),
             mistake("wait-inside-a-full-pool", QT_TRANSLATE_NOOP("catalog", "Wait inside a full pool"),
                     waitInsideAFullPool, {.proof = "starved", .view = "graph"},
                     QT_TRANSLATE_NOOP("catalog",
                                       "Every worker carries out a step that waits for another one, and the "
                                       "steps that they wait for stand in the queue: no worker is left for "
                                       "them. Never wait inside a pool for a task of the same pool."))},
        .views = {tenfold::graph("graph", LinkKind::DependsOn,
                                 QT_TRANSLATE_NOOP("catalog", "Steps and what they need"))},
        .prepare = prepare,
        .front = "graph",
        .python = python,
    };
}

} // namespace tenfold::patterns::futures::dependency_graph
