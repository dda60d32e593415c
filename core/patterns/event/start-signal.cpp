// Many wait for one signal. Whoever waits for an event sleeps until it is set; the event remembers that it
// was.

#include "core/analysis/readings.h"
#include "core/catalog/declare.h"
#include "core/executors/crew.h"
#include "core/run/run.h"
#include "core/sync/event.h"
#include "core/sync/semaphore.h"
#include "core/workloads/compute/hash.h"
#include "core/workloads/http/httpclient.h"
#include "core/workloads/site/loopbacksite.h"

#include <ctime>

using namespace std::chrono_literals;

namespace tenfold::patterns::event::start_signal {
namespace {

struct Work
{
    std::unique_ptr<LoopbackSite> site;
    std::atomic<Nanoseconds> signalled{0};
    std::atomic<Nanoseconds> computed{0}; // by those who wait, while they do
    std::atomic<int> looks{0};            // for a signal that was not there
    std::atomic<int> leftWaiting{0};
};

constexpr auto pollInterval = 50ms;
constexpr int preparingMs = 130; // what the signal waits for
constexpr LaneName waiter{QT_TRANSLATE_NOOP("lane", "waiter")};
constexpr const char *signalName = QT_TRANSLATE_NOOP("lock", "start");
constexpr const char *readyName = QT_TRANSLATE_NOOP("lock", "ready"); // a permit for each that is

int waiters(const Values &values)
{
    return values["waiters"].toInt();
}

QByteArray ask(Run &run, HttpClient &client, int ms)
{
    const auto &site = *run.kept<Work>().site;
    const HttpResponse answer = client.get(site.url(QString("/delay/%1").arg(ms)), 60s, run.stop());
    if (!answer.ok())
        throw std::runtime_error(answer.reason.toStdString());
    return answer.body;
}

// Each gets ready in a little more time than the one before: they do not all poll at the same moment.
void getReady(Run &run, HttpClient &client, int number)
{
    ask(run, client, static_cast<int>(pollInterval.count()) * number / run.integer("waiters"));
}

void request(Run &run, HttpClient &client, int number)
{
    const auto index = static_cast<std::size_t>(number);
    const TaskSpan task(index);
    const QByteArray body = ask(run, client, 100);
    run.setRow(index, {number + 1, QString::fromLatin1(hashOf(run.seed(), number, body.size()).left(16))});
}

// Sets off the signal, once what it stands for is ready.
template<typename Set> void signal(Run &run, Set set)
{
    HttpClient client;
    ask(run, client, preparingMs);
    run.kept<Work>().signalled = run.trace().now();
    set();
}

Nanoseconds processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000'000 + time.tv_nsec;
}

// Waits as `wait` says; afterwards it is known how long after the signal the waiter ran.
template<typename Wait> void awaitSignal(Run &run, Wait wait)
{
    auto &work = run.kept<Work>();
    const Nanoseconds before = processorTime();
    try {
        wait();
    } catch (const Stopped &) {
        ++work.leftWaiting;
        throw;
    }
    work.computed += processorTime() - before;
    const Nanoseconds late = run.trace().now() - work.signalled;
    recordGauge("delay", 1000 * toSeconds(std::max<Nanoseconds>(0, late)));
}

// Each is started after the last.
void sequential(Run &run)
{
    HttpClient client;
    ask(run, client, preparingMs);
    for (int i = 0; i < run.integer("waiters"); ++i) {
        getReady(run, client, i);
        request(run, client, i);
    }
}

void event(Run &run)
{
    const int all = run.integer("waiters");
    Event start(signalName);
    Semaphore ready(0, readyName);
    Crew waiters(run.trace(), [&] {
        start.set();
        ready.release(all);
    });
    waiters.start(waiter, all, [&](int i) {
        HttpClient client;
        getReady(run, client, i);
        ready.release();
        awaitSignal(run, [&] { start.wait(run.stop()); });
        request(run, client, i);
    });
    ready.acquire(all, run.stop());
    signal(run, [&] { start.set(); });
    waiters.join();
}

// Who has looked once is ready.
void lookedInVain(Run &run, bool isFirst, Semaphore &ready)
{
    ++run.kept<Work>().looks;
    recordMark(QT_TRANSLATE_NOOP("mark", "looks in vain"));
    if (isFirst)
        ready.release();
}

// Mistake: each looks whether it may start, sleeps for a while and looks again.
void polling(Run &run)
{
    const int all = run.integer("waiters");
    std::atomic<bool> mayStart{false};
    Semaphore ready(0, readyName);
    Crew waiters(run.trace(), [&] {
        mayStart = true;
        ready.release(all);
    });
    waiters.start(waiter, all, [&](int i) {
        HttpClient client;
        getReady(run, client, i);
        Event never(signalName); // a sleep that a stop ends
        awaitSignal(run, [&] {
            for (bool isFirst = true; !mayStart; isFirst = false) {
                lookedInVain(run, isFirst, ready);
                never.waitFor(pollInterval, run.stop());
            }
        });
        request(run, client, i);
    });
    ready.acquire(all, run.stop());
    signal(run, [&] { mayStart = true; });
    waiters.join();
}

// Mistake: the signal wakes up those who wait at that moment, and nobody remembers it. Who comes later waits
// for ever.
void lostWakeUp(Run &run)
{
    const int all = run.integer("waiters"), early = all / 2;
    Event start(signalName);
    Semaphore ready(0, readyName);
    Crew waiters(run.trace(), [&] {
        start.set();
        ready.release(all);
    });
    const auto work = [&](int i) {
        HttpClient client;
        getReady(run, client, i);
        ready.release();
        awaitSignal(run, [&] { start.wait(run.stop()); });
        request(run, client, i);
    };
    waiters.start(waiter, early, work);
    ready.acquire(early, run.stop());
    signal(run, [&] {
        start.set();
        start.clear();
        recordMark(QT_TRANSLATE_NOOP("mark", "the signal is forgotten"));
    });
    waiters.start(waiter, all - early, [&](int i) { work(early + i); });
    waiters.join();
}

void prepare(Run &run)
{
    auto &site = run.keep<Work>().site;
    site = std::make_unique<LoopbackSite>(run.seed());
    HttpClient().get(site->url("/status/200"), 5s, run.stop()); // the first one loads the network libraries
}

// Of all waiters: for who is left waiting there is no end to it.
double medianDelay(const Run &run)
{
    const int all = run.integer("waiters"), left = run.kept<Work>().leftWaiting;
    return 2 * left >= all ? std::numeric_limits<double>::infinity()
                           : medianOf(run.trace(), "delay", run.trace().now());
}

double looks(const Run &run)
{
    return run.kept<Work>().looks;
}

double leftWaiting(const Run &run)
{
    return run.kept<Work>().leftWaiting;
}

double computed(const Run &run)
{
    return 1000 * toSeconds(run.kept<Work>().computed);
}

constexpr const char *python = R"(from threading import Event, Thread

start = Event()

def work(number):
    start.wait()                 # sleeps until it is set; at once if it is
    request(number)

threads = [Thread(target=work, args=(i,)) for i in range(24)]
for thread in threads:
    thread.start()
prepare()
start.set()                      # wakes up all of them, and stays set
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "A start signal"),
        .question = QT_TRANSLATE_NOOP(
            "catalog", "Many threads wait until something is ready. How soon after the signal do they run?"),
        .parameters = {integer("waiters", QT_TRANSLATE_NOOP("catalog", "Waiters"), {1, 64}, 24)},
        .presets = {{"quick", {{"waiters", 6}}}},
        .columns = {{"waiter", QT_TRANSLATE_NOOP("catalog", "Waiter"), ColumnKind::Integer},
                    {"result", QT_TRANSLATE_NOOP("catalog", "Result"), ColumnKind::Text}},
        .measures = {{"delay", QT_TRANSLATE_NOOP("catalog", "Median delay after the signal"), medianDelay,
                      "ms"},
                     {"computed", QT_TRANSLATE_NOOP("catalog", "Processor time of waiting"), computed, "ms"},
                     {"looks", QT_TRANSLATE_NOOP("catalog", "Looks in vain"), looks},
                     {"left-waiting", QT_TRANSLATE_NOOP("catalog", "Waiters left waiting"), leftWaiting}},
        .variants =
            {reference(sequential, QT_TRANSLATE_NOOP("catalog", "Each request is started after the last.")),
             right("event", QT_TRANSLATE_NOOP("catalog", "Event"), event,
                   QT_TRANSLATE_NOOP("catalog",
                                     "All sleep until the event is set, and run right after it. It stays "
                                     "set: who comes later does not wait at all."),
                   {.workers = waiters, .hasLimit = false}),
             mistake(
                 "polling", QT_TRANSLATE_NOOP("catalog", "Polling"), polling,
                 {.proof = "looks", .view = "delay", .cost = "delay", .workers = waiters, .hasLimit = false},
                 QT_TRANSLATE_NOOP(
                     "catalog", "Each waiter looks every 50 ms whether it may start: it computes for nothing "
                                "before the signal, and sleeps on after it, 25 ms on average. Looking more "
                                "often is sooner and costs more. Wait for an event instead.")),
             mistake("lost-wake-up", QT_TRANSLATE_NOOP("catalog", "Lost wake-up"), lostWakeUp,
                     {.proof = "left-waiting", .view = "delay", .workers = waiters, .hasLimit = false},
                     QT_TRANSLATE_NOOP(
                         "catalog",
                         "The signal reaches those who wait at that moment, and is forgotten. Who comes "
                         "a moment later waits for ever. Keep what happened in a variable, and look at "
                         "it before each wait, as an event does."))},
        .views = {pointsByLane("delay", {"delay"}, QT_TRANSLATE_NOOP("catalog", "From the signal to running"),
                               "ms"),
                  columns("waiting", {"delay", "computed"},
                          QT_TRANSLATE_NOOP("catalog", "Delay and processor time (ms)"))},
        .prepare = prepare,
        .python = python,
    };
}

} // namespace tenfold::patterns::event::start_signal
