// Each request has a deadline of its own: one whose answer is not there by then is given up.

#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/eventloop.h"
#include "core/run/run.h"
#include "core/workloads/descriptors.h"
#include "core/workloads/http/asynchttpclient.h"
#include "core/workloads/site/loopbacksite.h"

#include <algorithm>
#include <random>

namespace tenfold::patterns::async::deadline {
namespace {

using Clock = std::chrono::steady_clock;

struct Work
{
    explicit Work(quint64 seed) : site(seed) {}
    LoopbackSite site;
    std::vector<QByteArray> paths;
    Clock::duration onLate{}; // waited for answers beyond their deadline
};

std::chrono::milliseconds deadlineOf(const Run &run)
{
    return std::chrono::milliseconds(run.integer("deadline"));
}

void putRow(Run &run, std::size_t i, const HttpResponse &response, Clock::duration waited)
{
    auto &work = run.kept<Work>();
    const QString outcome = response.ok() ? QString(QT_TRANSLATE_NOOP("status", "done")) : response.error;
    run.setRow(i,
               {QString::fromLatin1(work.paths[i]), outcome, std::chrono::duration<double>(waited).count()});
    if (response.ok())
        work.onLate += std::max(waited - deadlineOf(run), Clock::duration::zero());
    else
        recordMark(QT_TRANSLATE_NOOP("mark", "cancelled at its deadline"));
}

QCoro::Task<> request(Run &run, AsyncHttpClient &client, std::size_t i)
{
    const DetachedSpan span(State::Io, "request", static_cast<int>(i));
    const auto begin = Clock::now();
    AsyncGet get = client.get(run.kept<Work>().paths[i]);
    const LoopDeadline deadline(deadlineOf(run), [&get] { get.cancel(); }); // gone with the end of the scope
    const HttpResponse response = co_await get;
    putRow(run, i, response, Clock::now() - begin);
}

// Mistake: it waits for as long as the answer takes, although nobody wants it any more.
QCoro::Task<> requestWithoutDeadline(Run &run, AsyncHttpClient &client, std::size_t i)
{
    const DetachedSpan span(State::Io, "request", static_cast<int>(i));
    const auto begin = Clock::now();
    AsyncGet get = client.get(run.kept<Work>().paths[i]);
    const HttpResponse response = co_await get;
    putRow(run, i, response, Clock::now() - begin);
}

QCoro::Task<> oneByOne(Run &run, AsyncHttpClient &client)
{
    for (std::size_t i = 0; i < run.kept<Work>().paths.size(); ++i)
        co_await request(run, client, i);
}

QCoro::Task<> allAtOnce(Run &run, AsyncHttpClient &client,
                        QCoro::Task<> (*one)(Run &, AsyncHttpClient &, std::size_t))
{
    std::vector<QCoro::Task<>> requests;
    for (std::size_t i = 0; i < run.kept<Work>().paths.size(); ++i)
        requests.push_back(one(run, client, i));
    co_await gathered(std::move(requests));
}

void onEventLoop(Run &run, const std::function<QCoro::Task<>(AsyncHttpClient &)> &main)
{
    EventLoop loop(run.stop());
    AsyncHttpClient client(loop, run.kept<Work>().site.port());
    loop.run([&] { return main(client); });
}

void sequential(Run &run)
{
    onEventLoop(run, [&](AsyncHttpClient &client) { return oneByOne(run, client); });
}

void withDeadline(Run &run)
{
    onEventLoop(run, [&](AsyncHttpClient &client) { return allAtOnce(run, client, request); });
}

void noDeadline(Run &run)
{
    onEventLoop(run, [&](AsyncHttpClient &client) { return allAtOnce(run, client, requestWithoutDeadline); });
}

// No delay is near the deadline, so that nothing hangs on how busy the machine is: a third are late for sure.
void prepare(Run &run)
{
    auto &work = run.keep<Work>(run.seed());
    const int requests = run.integer("requests");
    const double deadline = run.integer("deadline");
    requireConnections(requests);
    std::mt19937_64 random(run.seed());
    const auto between = [&](double least, double most) {
        return static_cast<int>(
            std::lround(least + (most - least) * static_cast<double>(random() % 1000) / 999));
    };
    std::vector<double> durations;
    for (int i = 0; i < requests; ++i) {
        const bool isLate = i % 3 == 0;
        const int ms = isLate ? between(2 * deadline, 5 * deadline) : between(deadline / 10, deadline / 2);
        work.paths.push_back("/delay/" + QByteArray::number(ms));
        durations.push_back(std::min<double>(ms, deadline) / 1000);
    }
    run.expect(std::move(durations));
}

int allRequests(const Values &values)
{
    return values["requests"].toInt();
}

constexpr const char *python = R"(import asyncio, aiohttp

async def fetch(session, url):
    try:
        async with asyncio.timeout(0.2):
            async with session.get(url) as response:
                await response.read()
                return url, "done"
    except TimeoutError:
        return url, "cancelled"       # the connection is closed

async def main():
    async with aiohttp.ClientSession() as session:
        rows = await asyncio.gather(*(fetch(session, url) for url in urls))

asyncio.run(main())
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Deadline"),
        .question = QT_TRANSLATE_NOOP(
            "catalog", "Some answers come too late to be of use. What does it cost to wait for them?"),
        .parameters = {integer("requests", QT_TRANSLATE_NOOP("catalog", "Requests"), {2, 1000}, 20),
                       integer("deadline", QT_TRANSLATE_NOOP("catalog", "Deadline"), {100, 2000}, 200, "ms")},
        .presets = {{"quick", {{"requests", 4}, {"deadline", 100}}},
                    {"large", {{"requests", 200}, {"deadline", 1000}}}},
        .columns = {{"request", QT_TRANSLATE_NOOP("catalog", "Request"), ColumnKind::Text},
                    status({"done", "cancelled"}),
                    aside({"waited", QT_TRANSLATE_NOOP("catalog", "Waited"), ColumnKind::Seconds})},
        .measures = {{"done", QT_TRANSLATE_NOOP("catalog", "Requests done"), rowsWith("status", "done")},
                     {"cancelled", QT_TRANSLATE_NOOP("catalog", "Requests cancelled"),
                      rowsWith("status", "cancelled")},
                     {"on-late", QT_TRANSLATE_NOOP("catalog", "Total wait beyond the deadline"), {}, "s"}},
        .variants =
            {reference(sequential,
                       QT_TRANSLATE_NOOP("catalog", "One request after the other, each up to its deadline.")),
             right("with-deadline", QT_TRANSLATE_NOOP("catalog", "With deadlines"), withDeadline,
                   QT_TRANSLATE_NOOP("catalog",
                                     "A timer for each request: at the deadline its connection is closed, "
                                     "and the coroutine goes on without an answer. Each request is done or "
                                     "cancelled, and nothing takes longer than the deadline."),
                   {.workers = allRequests, .isOneThread = true}),
             mistake("no-deadline", QT_TRANSLATE_NOOP("catalog", "No deadline"), noDeadline,
                     {.proof = "on-late", .view = "in-flight", .hasLimit = false, .isOneThread = true},
                     QT_TRANSLATE_NOOP("catalog",
                                       "It waits for answers that nobody wants any more, so the slowest one "
                                       "says how long the whole takes. Give every wait for others a "
                                       "deadline, and cancel what is late."))},
        .views = {counter("in-flight", QT_TRANSLATE_NOOP("catalog", "Requests in flight")),
                  columns("outcomes", {"done", "cancelled"},
                          QT_TRANSLATE_NOOP("catalog", "Done / cancelled")),
                  columns("on-late", QT_TRANSLATE_NOOP("catalog", "Total wait beyond the deadline"))},
        .prepare = prepare,
        .measure =
            [](Run &run) {
                run.report("on-late", std::chrono::duration<double>(run.kept<Work>().onLate).count());
            },
        .python = python,
    };
}

} // namespace tenfold::patterns::async::deadline
