// Requests on one thread, and coroutines that wait for nothing, beside asyncio of python3 against the same
// site. With recording off; medians of rounds in which both take turns.

#include "core/workloads/http/asynchttpclient.h"
#include "core/workloads/site/loopbacksite.h"
#include "tests/bench/median.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

#include <cstdio>

using namespace tenfold;

constexpr int rounds = 7;
constexpr int coroutines = 100'000;

static QCoro::Task<> request(AsyncHttpClient &client, const QByteArray &path, int &answered)
{
    AsyncGet get = client.get(path);
    const HttpResponse response = co_await get;
    answered += response.ok();
}

static QCoro::Task<> all(AsyncHttpClient &client, const QByteArray &path, int requests, int &answered)
{
    std::vector<QCoro::Task<>> tasks;
    for (int i = 0; i < requests; ++i)
        tasks.push_back(request(client, path, answered));
    co_await gathered(std::move(tasks));
}

/// Seconds for so many requests at once; -1 when one of them got no answer.
static double requestsAtOnce(const LoopbackSite &site, const QByteArray &path, int requests)
{
    QElapsedTimer clock;
    clock.start();
    EventLoop loop({});
    AsyncHttpClient client(loop, site.port());
    int answered = 0;
    loop.run([&] { return all(client, path, requests, answered); });
    return answered == requests ? static_cast<double>(clock.nsecsElapsed()) * 1e-9 : -1;
}

static QCoro::Task<int> awaitReady(EventLoop &loop)
{
    LoopWait wait(loop);
    wait.finish();
    co_await wait;
    co_return 1;
}

static QCoro::Task<> awaitMany(EventLoop &loop, int &sum)
{
    for (int i = 0; i < coroutines; ++i) {
        const int one = co_await awaitReady(loop);
        sum += one;
    }
}

/// Seconds for one coroutine: it is made, waits for what is ready, and ends.
static double perCoroutine()
{
    EventLoop loop({});
    int sum = 0;
    QElapsedTimer clock;
    clock.start();
    loop.run([&] { return awaitMany(loop, sum); });
    return static_cast<double>(clock.nsecsElapsed()) * 1e-9 / sum;
}

constexpr const char *python = R"(import asyncio, sys, time
port, path = sys.argv[1], sys.argv[2]

async def get():
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    length = int(head.split(b"Content-Length: ")[1].split(b"\r")[0])
    await reader.readexactly(length)
    writer.transport.abort()

async def nothing():
    return 1

async def gather(what, count):
    begin = time.perf_counter()
    await asyncio.gather(*(asyncio.create_task(what()) for _ in range(count)))
    return time.perf_counter() - begin

for line in sys.stdin:
    what, count = line.split()
    print(asyncio.run(gather(get if what == "get" else nothing, int(count))), flush=True)
)";

/// A python3 that does what it is told, and says how long it took.
class Peer
{
public:
    Peer(quint16 port, const QByteArray &path)
    {
        process_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process_.start(QStringLiteral("python3"), {QStringLiteral("-c"), QString::fromUtf8(python),
                                                   QString::number(port), QString::fromLatin1(path)});
    }
    ~Peer()
    {
        process_.closeWriteChannel();
        process_.waitForFinished();
    }
    double seconds(const QByteArray &what, int count)
    {
        process_.write(what + ' ' + QByteArray::number(count) + '\n');
        while (!process_.canReadLine()) {
            if (!process_.waitForReadyRead(60'000))
                return -1;
        }
        return process_.readLine().toDouble();
    }

private:
    QProcess process_;
};

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QByteArray path = "/delay/100";
    const LoopbackSite site(1);
    Peer peer(site.port(), path);
    std::vector<double> ours, theirs, five, coroutine, task;
    for (int i = 0; i < rounds; ++i) {
        ours.push_back(requestsAtOnce(site, path, 1000));
        theirs.push_back(peer.seconds("get", 1000));
        five.push_back(requestsAtOnce(site, path, 5000));
        coroutine.push_back(perCoroutine());
        task.push_back(peer.seconds("task", coroutines) / coroutines);
    }
    std::printf(
        "1000 requests of 100 ms on one thread: %.3f s; asyncio %.3f s; ratio %.2f (goal 0.70; 0.25 s)\n",
        median(ours), median(theirs), median(ours) / median(theirs));
    std::printf("5000 requests of 100 ms on one thread: %.3f s, %.1f times the delay (goal 3)\n",
                median(five), median(five) / 0.1);
    std::printf("coroutine made, awaiting what is ready, ended: %.2f us; asyncio's task %.2f us; ratio %.2f "
                "(goal 0.20; 1.5 us)\n",
                median(coroutine) * 1e6, median(task) * 1e6, median(coroutine) / median(task));
    return std::ranges::any_of(std::vector{ours, theirs, five}, [](const auto &times) {
        return std::ranges::any_of(times, [](double time) { return time < 0; });
    });
}
