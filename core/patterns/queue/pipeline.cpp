// Read, transform, write: three stages, each with workers of its own, joined by queues.

#include "core/analysis/format.h"
#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/crew.h"
#include "core/run/outcome.h"
#include "core/run/run.h"
#include "core/sync/blockingqueue.h"
#include "core/sync/mutex.h"
#include "core/workloads/compute/hash.h"
#include "core/workloads/files/temporaryfolder.h"
#include "core/workloads/http/httpclient.h"
#include "core/workloads/site/loopbacksite.h"

#include <QFile>

#include <numeric>

using namespace std::chrono_literals;

namespace tenfold::patterns::queue::pipeline {
namespace {

constexpr int readMs = 4, transformMs = 10; // how long the site takes for either
constexpr int summing = 500;                // us of computing per document

struct Work
{
    std::unique_ptr<LoopbackSite> site;
    TemporaryFolder folder;
    std::array<std::atomic<Nanoseconds>, 3> spent{}; // in each stage, over all documents
};

struct Document
{
    std::size_t number = 0;
    QByteArray text = {};
    QByteArray digest = {};
};

// What the stages do. Each thread has one of its own.
class Stages
{
public:
    explicit Stages(Run &run) : run_(run) {}

    Document read(std::size_t number)
    {
        const Timed timed(run_, 0, number, "read");
        return {number, QByteArray::number(static_cast<qlonglong>(number)) + ask(readMs)};
    }
    // The text goes through a service, and its sum is computed.
    Document transform(Document document)
    {
        const Timed timed(run_, 1, document.number, "transform");
        document.text = ask(transformMs).toUpper() + document.text;
        document.digest =
            hashOf(run_.seed(), static_cast<qint64>(document.number), bytesHashedIn(summing), run_.stop());
        return document;
    }
    void write(const Document &document)
    {
        const Timed timed(run_, 2, document.number, "write");
        QFile file(run_.kept<Work>().folder.filePath(QString("%1.txt").arg(document.number)));
        if (!file.open(QIODevice::WriteOnly) || file.write(document.text) != document.text.size() ||
            !file.flush())
            throw std::runtime_error(file.errorString().toStdString());
        run_.setRow(document.number, {static_cast<qlonglong>(document.number), document.text.size(),
                                      QString::fromLatin1(document.digest.left(16))});
    }

private:
    // A stage's work on a document: a span, and its time to the stage's sum.
    class Timed
    {
    public:
        Timed(Run &run, std::size_t stage, std::size_t number, const char *label)
            : span_(number, label),
              spent_(run.kept<Work>().spent[stage]),
              trace_(run.trace()),
              begin_(trace_.now())
        {}
        ~Timed() { spent_ += trace_.now() - begin_; }
        Timed(const Timed &) = delete;
        Timed &operator=(const Timed &) = delete;

    private:
        const TaskSpan span_;
        std::atomic<Nanoseconds> &spent_;
        const Trace &trace_;
        const Nanoseconds begin_;
    };

    QByteArray ask(int ms)
    {
        const auto &site = *run_.kept<Work>().site;
        const HttpResponse answer = client_.get(site.url(QString("/delay/%1").arg(ms)), 60s, run_.stop());
        if (!answer.ok())
            throw std::runtime_error(answer.reason.toStdString());
        return answer.body;
    }

    Run &run_;
    HttpClient client_;
};

void sequential(Run &run)
{
    Stages all(run);
    for (int i = 0; i < run.integer("items"); ++i)
        all.write(all.transform(all.read(static_cast<std::size_t>(i))));
}

// Each stage takes from the queue before it and puts into the one behind it. A stage that is over closes the
// queue behind it, and so the end goes through all of them.
void pipeline(Run &run)
{
    const auto capacity = static_cast<std::size_t>(run.integer("capacity"));
    const int workers = run.workers();
    BlockingQueue<Document> toTransform(QT_TRANSLATE_NOOP("lock", "to transform"), capacity);
    BlockingQueue<Document> toWrite(QT_TRANSLATE_NOOP("lock", "to write"), capacity);
    const auto close = [&] {
        toTransform.close();
        toWrite.close();
    };
    Crew readers(run.trace(), close), transformers(run.trace(), close), writers(run.trace(), close);
    std::atomic<int> next{0};
    readers.start({QT_TRANSLATE_NOOP("lane", "reader")}, workers, [&](int) {
        Stages stage(run);
        for (int i = next++; i < run.integer("items"); i = next++)
            toTransform.push(stage.read(static_cast<std::size_t>(i)), run.stop());
    });
    transformers.start({QT_TRANSLATE_NOOP("lane", "transformer")}, workers, [&](int) {
        Stages stage(run);
        while (auto document = toTransform.pop(run.stop()))
            toWrite.push(stage.transform(std::move(*document)), run.stop());
    });
    writers.start({QT_TRANSLATE_NOOP("lane", "writer")}, workers, [&](int) {
        Stages stage(run);
        while (const auto document = toWrite.pop(run.stop()))
            stage.write(*document);
    });
    readers.join();
    toTransform.close();
    transformers.join();
    toWrite.close();
    writers.join();
}

void prepare(Run &run)
{
    auto &site = run.keep<Work>().site;
    site = std::make_unique<LoopbackSite>(run.seed());
    HttpClient().get(site->url("/status/200"), 5s, run.stop()); // the first one loads the network libraries
}

// Milliseconds that a document spends in a stage.
template<std::size_t Stage> double inStage(const Run &run)
{
    const auto items = std::max(1, run.integer("items"));
    return 1000 * toSeconds(run.kept<Work>().spent[Stage]) / items;
}

constexpr std::array stageIds{"read", "transform", "write"};

// The slowest stage of the sequential run, and its rate with the workers that a stage has.
QString slowestStage(const Outcome &outcome)
{
    const std::array titles{QT_TRANSLATE_NOOP("catalog", "Read"), QT_TRANSLATE_NOOP("catalog", "Transform"),
                            QT_TRANSLATE_NOOP("catalog", "Write")};
    std::size_t slowest = 0;
    std::array<double, 3> ms{};
    for (std::size_t i = 0; i < ms.size(); ++i) {
        const Finding *found = outcome.finding(stageIds[i]);
        ms[i] = found ? found->value : 0;
        if (ms[i] > ms[slowest])
            slowest = i;
    }
    if (ms[slowest] <= 0)
        return {};
    const int workers = outcome.values["workers"].toInt();
    return translate("catalog",
                     "The slowest stage is \"%1\" with %2 an item: with %3 workers a stage, no more than "
                     "%4 items a second can come out, however fast the others are.")
        .arg(Words(titles[slowest]).text(), formatMeasured(ms[slowest], "ms"))
        .arg(workers)
        .arg(formatNumber(std::round(1000 * workers / ms[slowest])));
}

int everybody(const Values &values)
{
    return 3 * values["workers"].toInt();
}

// What a document takes in the slowest stage, as a share of all stages.
double slowestService(const Values &values, const std::vector<double> &durations)
{
    constexpr double share = transformMs / (readMs + transformMs + summing / 1000.0);
    const double all = std::accumulate(durations.begin(), durations.end(), 0.0);
    return share * all / values["workers"].toInt();
}

constexpr const char *python = R"(from queue import Queue
from threading import Thread

to_transform, to_write = Queue(maxsize=8), Queue(maxsize=8)

def read_stage(names):
    for name in names:
        to_transform.put(read(name))

def transform_stage():
    while (document := to_transform.get()) is not None:
        to_write.put(transform(document))

def write_stage():
    while (document := to_write.get()) is not None:
        write(document)

# start the threads of each stage; when a stage has ended,
# put None into the queue behind it, once for each worker
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "A pipeline of three stages"),
        .question = QT_TRANSLATE_NOOP(
            "catalog", "Documents are read, transformed and written. Which stage sets the pace of all?"),
        .parameters = {integer("workers", QT_TRANSLATE_NOOP("catalog", "Workers per stage"), {1, 64}, 2),
                       integer("items", QT_TRANSLATE_NOOP("catalog", "Documents"), {1, 10'000}, 200),
                       integer("capacity", QT_TRANSLATE_NOOP("catalog", "Capacity of each queue"),
                               {1, 10'000}, 8)},
        .presets = {{"quick", {{"items", 20}}}},
        .columns = {{"document", QT_TRANSLATE_NOOP("catalog", "Document"), ColumnKind::Integer},
                    {"bytes", QT_TRANSLATE_NOOP("catalog", "Bytes"), ColumnKind::Integer},
                    {"sum", QT_TRANSLATE_NOOP("catalog", "Sum"), ColumnKind::Text}},
        .measures = {{"read", QT_TRANSLATE_NOOP("catalog", "Read, per document"), inStage<0>, "ms"},
                     {"transform", QT_TRANSLATE_NOOP("catalog", "Transform, per document"), inStage<1>, "ms"},
                     {"write", QT_TRANSLATE_NOOP("catalog", "Write, per document"), inStage<2>, "ms"}},
        .variants = {reference(sequential,
                               QT_TRANSLATE_NOOP("catalog",
                                                 "Each document goes through all stages before the next.")),
                     right("pipeline", QT_TRANSLATE_NOOP("catalog", "Pipeline"), pipeline,
                           QT_TRANSLATE_NOOP(
                               "catalog",
                               "All stages work at the same time, on different documents. The queue "
                               "before the slowest stage fills up and the one behind it stays empty: "
                               "more workers help there, and nowhere else."),
                           {.workers = everybody})},
        .views = {counterOf("to-transform", "to transform",
                            QT_TRANSLATE_NOOP("catalog", "Waiting to be transformed"), "capacity"),
                  counterOf("to-write", "to write", QT_TRANSLATE_NOOP("catalog", "Waiting to be written"),
                            "capacity"),
                  columns("stages", {"read", "transform", "write"},
                          QT_TRANSLATE_NOOP("catalog", "Time per document in each stage")),
                  sweep("workers-sweep", "workers",
                        QT_TRANSLATE_NOOP("catalog", "Time over workers per stage"))},
        .prepare = prepare,
        .bound = slowestService,
        .remark = slowestStage,
        .python = python,
    };
}

} // namespace tenfold::patterns::queue::pipeline
