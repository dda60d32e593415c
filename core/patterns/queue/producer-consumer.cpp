// Producers make items, consumers process them: a queue between them hands each item over once.

#include "core/analysis/reading.h"
#include "core/analysis/readings.h"
#include "core/catalog/declare.h"
#include "core/executors/crew.h"
#include "core/run/run.h"
#include "core/sync/blockingqueue.h"
#include "core/workloads/compute/hash.h"
#include "core/workloads/http/httpclient.h"
#include "core/workloads/site/loopbacksite.h"

#include <QCryptographicHash>

#include <numeric>

using namespace std::chrono_literals;

namespace tenfold::patterns::queue::producer_consumer {
namespace {

struct Work
{
    std::unique_ptr<LoopbackSite> site;
    std::atomic<int> leftWaiting{0}; // consumers whom nobody told that it is over
};

struct Item
{
    std::size_t number = 0;
    QByteArray content = {};
};

// A producer or a consumer: each asks the site for what it needs, and waits for the answer.
class Party
{
public:
    explicit Party(Run &run) : run_(run) {}

    Item make(std::size_t number)
    {
        const TaskSpan task(number, "make");
        ask(run_.integer("make"));
        return {number, hashOf(run_.seed(), static_cast<qint64>(number), 4096)};
    }

    void process(const Item &item)
    {
        const TaskSpan task(item.number, "consume");
        ask(run_.integer("consume"));
        const QByteArray result = QCryptographicHash::hash(item.content, QCryptographicHash::Sha256).toHex();
        run_.setRow(item.number,
                    {static_cast<qlonglong>(item.number), QString::fromLatin1(item.content.left(16)),
                     QString::fromLatin1(result.left(16))});
    }

private:
    void ask(int ms)
    {
        const auto &site = *run_.kept<Work>().site;
        const HttpResponse answer = client_.get(site.url(QString("/delay/%1").arg(ms)), 60s, run_.stop());
        if (!answer.ok())
            throw std::runtime_error(answer.reason.toStdString());
    }

    Run &run_;
    HttpClient client_;
};

constexpr LaneName producer{QT_TRANSLATE_NOOP("lane", "producer")};
constexpr LaneName consumer{QT_TRANSLATE_NOOP("lane", "consumer")};
constexpr const char *queueName = QT_TRANSLATE_NOOP("lock", "items");

void sequential(Run &run)
{
    Party both(run);
    for (int i = 0; i < run.integer("items"); ++i)
        both.process(both.make(static_cast<std::size_t>(i)));
}

// Each producer makes its share of the items.
template<typename Queue> void produce(Run &run, Crew &producers, Queue &queue)
{
    producers.start(producer, run.integer("producers"), [&](int first) {
        Party party(run);
        for (int i = first; i < run.integer("items"); i += run.integer("producers"))
            queue.push(party.make(static_cast<std::size_t>(i)), run.stop());
    });
    producers.join();
}

// The queue is closed when all items are in it: each consumer ends when it finds it closed and empty.
void through(Run &run, std::size_t capacity)
{
    BlockingQueue<Item> queue(queueName, capacity, "age");
    const auto close = [&] { queue.close(); };
    Crew consumers(run.trace(), close), producers(run.trace(), close);
    consumers.start(consumer, run.integer("consumers"), [&](int) {
        Party party(run);
        while (const auto item = queue.pop(run.stop()))
            party.process(*item);
    });
    produce(run, producers, queue);
    queue.close();
    consumers.join();
}

void bounded(Run &run)
{
    through(run, static_cast<std::size_t>(run.integer("capacity")));
}

// Mistake: the queue takes in as much as comes. Producers that are faster than the consumers are never held
// up, so that it grows, and with it the time that an item lies in it.
void unbounded(Run &run)
{
    through(run, BlockingQueue<Item>::unbounded);
}

// Mistake: one item that says "it is over" for all consumers. The first that takes it ends; the others wait
// for ever.
void onePoisonPill(Run &run)
{
    BlockingQueue<std::optional<Item>> queue(queueName, static_cast<std::size_t>(run.integer("capacity")),
                                             "age");
    const auto close = [&] { queue.close(); };
    Crew consumers(run.trace(), close), producers(run.trace(), close);
    consumers.start(consumer, run.integer("consumers"), [&](int) {
        Party party(run);
        try {
            while (const auto item = queue.pop(run.stop()).value_or(std::nullopt))
                party.process(*item);
            recordMark(QT_TRANSLATE_NOOP("mark", "takes the pill"));
        } catch (const Stopped &) {
            ++run.kept<Work>().leftWaiting;
        }
    });
    produce(run, producers, queue);
    recordMark(QT_TRANSLATE_NOOP("mark", "puts in the pill"));
    queue.push(std::nullopt, run.stop()); // the pill: one, and there are several of them
    consumers.join();
}

void prepare(Run &run)
{
    auto &[site, leftWaiting] = run.keep<Work>();
    site = std::make_unique<LoopbackSite>(run.seed());
    HttpClient().get(site->url("/status/200"), 5s, run.stop()); // the first one loads the network libraries
}

double leftWaiting(const Run &run)
{
    return run.kept<Work>().leftWaiting;
}

int everybody(const Values &values)
{
    return values["producers"].toInt() + values["consumers"].toInt();
}

// Worker-seconds that producers wait for room.
double heldUp(const Run &run)
{
    double seconds = 0;
    for (const Lane *lane : run.trace().lanes()) {
        if (std::string_view(lane->name().text) == producer.text)
            seconds += toSeconds(sumsOf(*lane, run.trace().now()).of(State::Queue));
    }
    return seconds;
}

// The slower side sets the rate, however many are on the other one. A request takes a little longer than the
// site does, whatever it is for.
double slowerSide(const Values &values, const std::vector<double> &durations)
{
    const double all = std::accumulate(durations.begin(), durations.end(), 0.0);
    const auto items = static_cast<double>(durations.size());
    const double make = values["make"].toInt() / 1000.0, consume = values["consume"].toInt() / 1000.0;
    const double more = std::max(0.0, (all / items - make - consume) / 2);
    return items * std::max((make + more) / values["producers"].toInt(),
                            (consume + more) / values["consumers"].toInt());
}

constexpr const char *python = R"(from queue import Queue
from threading import Thread

queue = Queue(maxsize=16)                 # put() waits while it is full

def produce(numbers):
    for number in numbers:
        queue.put(make(number))

def consume():
    while (item := queue.get()) is not None:
        process(item)

consumers = [Thread(target=consume) for _ in range(2)]
producers = [Thread(target=produce, args=(range(i, 400, 2),)) for i in range(2)]
for thread in consumers + producers:
    thread.start()
for thread in producers:
    thread.join()
for _ in consumers:
    queue.put(None)                       # the end, for each consumer
for thread in consumers:
    thread.join()
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Producers and consumers"),
        .question = QT_TRANSLATE_NOOP(
            "catalog", "Some threads make items, others process them. What if one side is faster?"),
        .parameters = {integer("producers", QT_TRANSLATE_NOOP("catalog", "Producers"), {1, 64}, 2),
                       integer("consumers", QT_TRANSLATE_NOOP("catalog", "Consumers"), {1, 64}, 2),
                       integer("capacity", QT_TRANSLATE_NOOP("catalog", "Capacity"), {1, 10'000}, 16),
                       integer("items", QT_TRANSLATE_NOOP("catalog", "Items"), {1, 10'000}, 400),
                       integer("make", QT_TRANSLATE_NOOP("catalog", "Making an item"), {0, 2000}, 5, "ms"),
                       integer("consume", QT_TRANSLATE_NOOP("catalog", "Processing an item"), {0, 2000}, 10,
                               "ms")},
        .presets = {{"quick", {{"capacity", 2}, {"items", 40}, {"make", 1}, {"consume", 12}}}},
        .columns = {{"item", QT_TRANSLATE_NOOP("catalog", "Item"), ColumnKind::Integer},
                    {"content", QT_TRANSLATE_NOOP("catalog", "Content"), ColumnKind::Text},
                    {"result", QT_TRANSLATE_NOOP("catalog", "Result"), ColumnKind::Text}},
        .measures = {{"above-capacity", QT_TRANSLATE_NOOP("catalog", "Items above the capacity"),
                      beyond(peak("items"), setting("capacity"))},
                     {"depth", QT_TRANSLATE_NOOP("catalog", "Greatest depth of the queue"), peak("items")},
                     {"age", QT_TRANSLATE_NOOP("catalog", "Longest time in the queue"), peak("age"), "s"},
                     {"held-up", QT_TRANSLATE_NOOP("catalog", "Producers waiting for room"), heldUp,
                      QT_TRANSLATE_NOOP("catalog", "worker-seconds")},
                     {"left-waiting", QT_TRANSLATE_NOOP("catalog", "Consumers left waiting"), leftWaiting}},
        .variants =
            {reference(sequential,
                       QT_TRANSLATE_NOOP("catalog", "One item after the other is made and processed.")),
             right("bounded", QT_TRANSLATE_NOOP("catalog", "Bounded queue"), bounded,
                   QT_TRANSLATE_NOOP("catalog",
                                     "While consumers process items, producers make the next ones. When "
                                     "the queue is full, producers wait: the slower side sets the pace."),
                   {.workers = everybody}),
             mistake("unbounded", QT_TRANSLATE_NOOP("catalog", "Unbounded queue"), unbounded,
                     {.proof = "above-capacity", .view = "items", .cost = "age", .workers = everybody},
                     QT_TRANSLATE_NOOP(
                         "catalog",
                         "Nobody holds the faster producers up: as long as they work, the queue grows in a "
                         "straight "
                         "line, and with it memory and the time that each item waits in it. Nothing "
                         "gets done sooner. Bound the queue, and let producers wait.")),
             mistake("one-poison-pill", QT_TRANSLATE_NOOP("catalog", "One poison pill"), onePoisonPill,
                     {.proof = "left-waiting", .workers = everybody},
                     QT_TRANSLATE_NOOP(
                         "catalog",
                         "One item says that it is over, but each consumer that takes an item takes "
                         "it from the others: one ends, the others wait for ever. Close the queue, "
                         "or put in one pill for each consumer."))},
        .views = {counter("items", QT_TRANSLATE_NOOP("catalog", "Depth of the queue"), "capacity"),
                  points("age", {"age"}, QT_TRANSLATE_NOOP("catalog", "Time in the queue"), "s"),
                  columns("held-up", QT_TRANSLATE_NOOP("catalog", "Producers waiting for room")),
                  sweep("consumers", "consumers", QT_TRANSLATE_NOOP("catalog", "Time over consumers"))},
        .prepare = prepare,
        .bound = slowerSide,
        .python = python,
    };
}

} // namespace tenfold::patterns::queue::producer_consumer
