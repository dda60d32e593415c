// Jobs come in faster than they are done, urgent ones among ordinary ones: the queue decides who waits.

#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/crew.h"
#include "core/run/run.h"
#include "core/sync/blockingqueue.h"
#include "core/sync/pause.h"
#include "core/workloads/compute/hash.h"
#include "core/workloads/http/httpclient.h"
#include "core/workloads/site/loopbacksite.h"

#include <random>

using namespace std::chrono_literals;

namespace tenfold::patterns::queue::priority {
namespace {

enum class Class : std::uint8_t { Urgent, Ordinary };

struct Job
{
    std::size_t number = 0;
    Class of = Class::Ordinary;

    bool operator<(const Job &other) const { return of < other.of; } // urgent before ordinary
};

struct Work
{
    std::unique_ptr<LoopbackSite> site;
    std::vector<Job> jobs; // as they come in
};

constexpr int jobMs = 20;
constexpr auto between = 5ms; // one job coming in and the next: two workers need 10 ms for each
constexpr std::array classes{QT_TRANSLATE_NOOP("series", "urgent"), QT_TRANSLATE_NOOP("series", "ordinary")};

// When a job comes in, in seconds from the begin of the run.
double comesIn(std::size_t job)
{
    return static_cast<double>(job) * std::chrono::duration<double>(between).count();
}

// Waits until a job has come in.
void await(const Run &run, std::size_t job)
{
    const double early = comesIn(job) - toSeconds(run.trace().now());
    if (early > 0)
        pauseFor(std::chrono::nanoseconds(static_cast<Nanoseconds>(early * 1e9)), run.stop(), "arrival");
}

void carryOut(Run &run, HttpClient &client, const Job &job)
{
    const char *name = classes[static_cast<std::size_t>(job.of)];
    const double waited = std::max(0.0, toSeconds(run.trace().now()) - comesIn(job.number));
    recordGauge((std::string("waited ") + name).c_str(), waited);
    const TaskSpan task(job.number);
    const auto &site = *run.kept<Work>().site;
    const HttpResponse answer = client.get(site.url(QString("/delay/%1").arg(jobMs)), 60s, run.stop());
    if (!answer.ok())
        throw std::runtime_error(answer.reason.toStdString());
    const QByteArray result = hashOf(run.seed(), static_cast<qint64>(job.number), answer.length, run.stop());
    run.setRow(job.number,
               {static_cast<qlonglong>(job.number + 1), name, QString::fromLatin1(result.left(16)), waited});
}

void sequential(Run &run)
{
    HttpClient client;
    for (const Job &job : run.kept<Work>().jobs) {
        await(run, job.number);
        carryOut(run, client, job);
    }
}

// The workers take the jobs that have come in, in the order of the queue.
template<typename Order> void inTheOrderOf(Run &run)
{
    BlockingQueue<Job, Order> queue(QT_TRANSLATE_NOOP("lock", "jobs"));
    Crew workers(run.trace(), [&] { queue.close(); });
    workers.start({}, run.workers(), [&](int) {
        HttpClient client;
        while (const auto job = queue.pop(run.stop()))
            carryOut(run, client, *job);
    });
    for (const Job &job : run.kept<Work>().jobs) {
        await(run, job.number);
        queue.push(job, run.stop());
    }
    queue.close();
    workers.join();
}

// Urgent jobs pass the ordinary ones that wait; among themselves both keep their order.
void byPriority(Run &run)
{
    inTheOrderOf<SmallestFirst<>>(run);
}

void firstComeFirstServed(Run &run)
{
    inTheOrderOf<FirstInFirstOut>(run);
}

void prepare(Run &run)
{
    auto &[site, jobs] = run.keep<Work>();
    site = std::make_unique<LoopbackSite>(run.seed());
    HttpClient().get(site->url("/status/200"), 5s, run.stop()); // the first one loads the network libraries
    const int count = run.integer("jobs"), urgent = count * run.integer("urgent") / 100;
    for (int i = 0; i < count; ++i)
        jobs.push_back({0, i < urgent ? Class::Urgent : Class::Ordinary});
    std::mt19937_64 random(run.seed());
    for (std::size_t i = jobs.size(); i > 1; --i) // the same on every machine, as std::shuffle is not
        std::swap(jobs[i - 1], jobs[random() % i]);
    for (std::size_t i = 0; Job & job : jobs)
        job.number = i++;
}

// Not before the last one has come in, and been done.
double lastArrival(const Values &values, const std::vector<double> &durations)
{
    return durations.empty()
               ? 0
               : comesIn(static_cast<std::size_t>(values["jobs"].toInt() - 1)) + durations.back();
}

constexpr const char *python = R"(from queue import PriorityQueue
from threading import Thread

queue = PriorityQueue()
for number, job in enumerate(jobs):
    # the smallest first: 0 is urgent, 1 ordinary; the number keeps their order
    queue.put((0 if job.is_urgent else 1, number, job))

def work():
    while not queue.empty():
        _, _, job = queue.get()
        job.run()

workers = [Thread(target=work) for _ in range(2)]
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Urgent jobs first"),
        .question = QT_TRANSLATE_NOOP(
            "catalog", "Jobs come in faster than they are done, and some are urgent. Who waits how long?"),
        .parameters = {workers(2), integer("jobs", QT_TRANSLATE_NOOP("catalog", "Jobs"), {1, 5000}, 100),
                       integer("urgent", QT_TRANSLATE_NOOP("catalog", "Urgent jobs"), {0, 100}, 20, "%")},
        .presets = {{"quick", {{"jobs", 20}}}},
        .columns = {{"job", QT_TRANSLATE_NOOP("catalog", "Job"), ColumnKind::Integer},
                    {"class", QT_TRANSLATE_NOOP("catalog", "Class"), ColumnKind::Text},
                    {"result", QT_TRANSLATE_NOOP("catalog", "Result"), ColumnKind::Text},
                    aside({"waited", QT_TRANSLATE_NOOP("catalog", "Waited"), ColumnKind::Seconds})},
        .measures = {{"urgent", QT_TRANSLATE_NOOP("catalog", "Median wait of urgent jobs"),
                      medianOf("waited urgent"), "s"},
                     {"ordinary", QT_TRANSLATE_NOOP("catalog", "Median wait of ordinary jobs"),
                      medianOf("waited ordinary"), "s"},
                     {"longest", QT_TRANSLATE_NOOP("catalog", "Longest wait of an urgent job"),
                      peak("waited urgent"), "s"}},
        .variants = {reference(sequential,
                               QT_TRANSLATE_NOOP("catalog", "One job after the other, as they came in.")),
                     right("priority", QT_TRANSLATE_NOOP("catalog", "By priority"), byPriority,
                           QT_TRANSLATE_NOOP(
                               "catalog",
                               "Urgent jobs pass the others in the queue, so they wait for one another only; "
                               "the ordinary ones wait a little longer. In all it takes as long: a queue "
                               "decides who waits, not how much is done.")),
                     right("fifo", QT_TRANSLATE_NOOP("catalog", "First come, first served"),
                           firstComeFirstServed,
                           QT_TRANSLATE_NOOP("catalog",
                                             "An urgent job waits for all that came before it: on average as "
                                             "long as an ordinary one."))},
        .views = {points("waited", {"waited "}, QT_TRANSLATE_NOOP("catalog", "Waiting time"), "s"),
                  columns("median", {"urgent", "ordinary"},
                          QT_TRANSLATE_NOOP("catalog", "Median wait by class"))},
        .prepare = prepare,
        .bound = lastArrival,
        .python = python,
    };
}

} // namespace tenfold::patterns::queue::priority
