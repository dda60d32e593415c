#include "core/analysis/readings.h"
#include "core/sync/stopped.h"
#include "core/workloads/compute/httpget.h"
#include "core/workloads/httpclient.h"
#include "core/workloads/loopbacksite.h"
#include "tests/core/walk.h"
#include "tests/patience.h"

#include <QCborArray>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>
#include <future>
#include <poll.h>
#include <string_view>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace tenfold;
using namespace std::chrono_literals;

class TestUrlFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void getsAWholeAnswer();
    void aUrlThatFailsSaysWhy_data();
    void aUrlThatFailsSaysWhy();
    void aRefusedConnectionSaysSo();
    void anAnswerThatNeverComesTimesOut();
    void aTruncatedAnswerIsAFailure();
    void stopEndsTheWait();
    void theWaitIsASpanAndCounts();
    void aFailingUrlIsARowAndTheRestGoesOn();
    void roundsRepeatTheList();
    void theLimitIsTheSchedulesOfTheDelays();
    void aWorkerProcessGetsWhatTheClientGets();
    void aWorkerProcessSaysWhyNot_data();
    void aWorkerProcessSaysWhyNot();
    void aWorkerProcessWaitsForAWholeAnswer();
    void aWorkerProcessThatWasHeldUpIsNotLate();
    void stopEndsTheWaitOfAWorkerProcess();
    void processesGetTheSameAndCostMemory();
};

void TestUrlFetch::getsAWholeAnswer()
{
    const LoopbackSite site(1);
    HttpClient client;
    const HttpResponse first = client.get(site.url("/delay/1"), 1min);
    QVERIFY2(first.ok(), qPrintable(first.reason));
    QCOMPARE(first.status, 200);
    QVERIFY(first.body.size() >= 512);
    QVERIFY(first.error.isEmpty() && first.reason.isEmpty());
    QCOMPARE(client.get(site.url("/delay/1"), 1min).body, first.body);
}

void TestUrlFetch::aUrlThatFailsSaysWhy_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("status");
    QTest::newRow("empty") << ""
                           << "invalid-url";
    QTest::newRow("words") << "this is no url"
                           << "invalid-url";
    QTest::newRow("no scheme") << "127.0.0.1/delay/1"
                               << "invalid-url";
    QTest::newRow("no host") << "http:///path"
                             << "invalid-url";
    QTest::newRow("bad port") << "http://127.0.0.1:99999/"
                              << "invalid-url";
    QTest::newRow("ftp") << "ftp://127.0.0.1/file"
                         << "unsupported-scheme";
    QTest::newRow("file") << "file:///etc/passwd"
                          << "unsupported-scheme";
    QTest::newRow("javascript") << "javascript:alert(1)"
                                << "unsupported-scheme";
    QTest::newRow("data") << "data:text/plain,hello"
                          << "unsupported-scheme";
}

void TestUrlFetch::aUrlThatFailsSaysWhy()
{
    QFETCH(QString, url);
    QFETCH(QString, status);
    const auto [parsed, response] = parseHttpUrl(url);
    QVERIFY(parsed.isEmpty());
    QCOMPARE(response.error, status);
    QVERIFY(!response.reason.isEmpty());
}

/// A port of this machine that nobody listens on.
static quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

void TestUrlFetch::aRefusedConnectionSaysSo()
{
    HttpClient client;
    const HttpResponse response =
        client.get(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(freePort())), 1min);
    QCOMPARE(response.error, "refused");
    QCOMPARE(response.status, 0);
    QVERIFY(!response.reason.isEmpty());
}

void TestUrlFetch::anAnswerThatNeverComesTimesOut()
{
    const LoopbackSite site(1);
    HttpClient client;
    QElapsedTimer clock;
    clock.start();
    const HttpResponse response = client.get(site.url("/delay/60000"), 50ms);
    QVERIFY(clock.elapsed() >= 50);
    QCOMPARE(response.error, "timed-out");
    QVERIFY(response.reason.contains("0.05"));
    QVERIFY(client.get(site.url("/delay/1"), 1min).ok()); // and the client still works
}

void TestUrlFetch::aTruncatedAnswerIsAFailure()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this");
            socket->disconnectFromHost();
        });
    });
    HttpClient client; // its loop serves the server above as well
    const HttpResponse response =
        client.get(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(server.serverPort())), 1min);
    QVERIFY(!response.ok());
    QVERIFY(!response.error.isEmpty());
    QVERIFY(response.body.isEmpty());
}

void TestUrlFetch::stopEndsTheWait()
{
    const LoopbackSite site(1);
    std::stop_source stop;
    std::atomic<bool> stopped{false};
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    {
        std::jthread thread([&] {
            const LaneScope scope(lane);
            HttpClient client;
            try {
                client.get(site.url("/delay/60000"), 1min, stop.get_token());
            } catch (const Stopped &) {
                stopped = true;
            }
        });
        QTRY_COMPARE_WITH_TIMEOUT(lane->spans().size(), std::size_t(1), patience);
        stop.request_stop();
    }
    QVERIFY(stopped);
    HttpClient client;
    QVERIFY_THROWS_EXCEPTION(Stopped, client.get(site.url("/delay/1"), 1min, stop.get_token()));
}

void TestUrlFetch::theWaitIsASpanAndCounts()
{
    const LoopbackSite site(1);
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    const LaneScope scope(lane);
    HttpClient client;
    client.get(site.url("/delay/5"), 1min);
    QCOMPARE(lane->spans().size(), std::size_t(1));
    const SpanRecord &span = lane->spans()[0];
    QCOMPARE(span.state, State::Io);
    QVERIFY(span.endOr(0) - span.begin >= 5'000'000);
    QCOMPARE(lane->samples().size(), std::size_t(2));
}

void TestUrlFetch::aFailingUrlIsARowAndTheRestGoesOn()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    const LoopbackSite site(1);
    Values values = scenario.preset("quick");
    values["urls"] = QStringList{site.url("/delay/1").toString(),
                                 site.url("/status/404").toString(),
                                 site.url("/status/500").toString(),
                                 "nonsense",
                                 "ftp://127.0.0.1/",
                                 QStringLiteral("http://127.0.0.1:%1/").arg(freePort())}
                         .join('\n');
    const auto outcomes = carriedOut(planOf({&scenario, scenario.tickedVariants(), values}));
    for (const Outcome &outcome : outcomes) {
        QCOMPARE(outcome.status(), Status::Finished);
        QVERIFY(outcome.sameResult());
        QStringList statuses;
        for (const QVariantList &row : outcome.shown()->results.table.rows) {
            statuses << row[1].toString();
            QCOMPARE(row[3].toString().isEmpty(), row[1].toString() == "200"); // a reason for each failure
        }
        for (const Lane *lane : outcome.shown()->trace->lanes())
            QCOMPARE(lane->marks().size(), std::size_t(0)); // none of these is "refused by the site"
        QCOMPARE(statuses,
                 (QStringList{"200", "404", "500", "invalid-url", "unsupported-scheme", "refused"}));
    }
}

void TestUrlFetch::roundsRepeatTheList()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    Values values = scenario.preset("quick");
    values["rounds"] = 3;
    values["unit"] = 1;
    const auto outcomes = carriedOut(planOf({&scenario, {"sequential"}, values}));
    const Table &table = outcomes[0].shown()->results.table;
    QCOMPARE(table.rows.size(), 12);
    QCOMPARE(table.rows[3][0].toString(), "/delay/3");
    QCOMPARE(table.rows[0], table.rows[4]);
}

void TestUrlFetch::theLimitIsTheSchedulesOfTheDelays()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    const auto outcomes = carriedOut(planOf({&scenario, {"sequential"}, scenario.preset("quick")}));
    QCOMPARE(outcomes[0].shown()->results.expected, (std::vector<double>{0.015, 0.030, 0.015, 0.045}));
    QVERIFY(outcomes[0].medianSeconds() >= 0.105);
}

/// [status, error, reason, bytes]
static QCborArray taskGet(const QString &url, int limit = 60'000, const std::stop_token &stop = {})
{
    return httpGetTask(QCborArray{url, limit}, stop).toArray();
}

void TestUrlFetch::aWorkerProcessGetsWhatTheClientGets()
{
    const LoopbackSite site(1);
    HttpClient client;
    for (const char *path : {"/delay/1", "/status/404", "/status/500"}) {
        const HttpResponse expected = client.get(site.url(path), 1min);
        const QCborArray answer = taskGet(site.url(path).toString());
        QCOMPARE(answer[0].toInteger(), expected.status);
        QCOMPARE(answer[2].toString(), expected.reason);
        QCOMPARE(answer[3].toInteger(), expected.body.size());
        QVERIFY(answer[1].toString().isEmpty());
    }
}

void TestUrlFetch::aWorkerProcessSaysWhyNot_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("error");
    QTest::newRow("words") << "this is no url"
                           << "invalid-url";
    QTest::newRow("no host") << "http:///path"
                             << "invalid-url";
    QTest::newRow("bad port") << "http://127.0.0.1:99999/"
                              << "invalid-url";
    QTest::newRow("https") << "https://127.0.0.1/"
                           << "unsupported-scheme";
    QTest::newRow("file") << "file:///etc/passwd"
                          << "unsupported-scheme";
    QTest::newRow("nobody listens") << QStringLiteral("http://127.0.0.1:%1/").arg(freePort()) << "refused";
}

void TestUrlFetch::aWorkerProcessSaysWhyNot()
{
    QFETCH(QString, url);
    QFETCH(QString, error);
    const QCborArray answer = taskGet(url);
    QCOMPARE(answer[0].toInteger(), 0);
    QCOMPARE(answer[1].toString(), error);
    QVERIFY(!answer[2].toString().isEmpty());
}

void TestUrlFetch::aWorkerProcessWaitsForAWholeAnswer()
{
    const LoopbackSite site(1);
    QCOMPARE(taskGet(site.url("/delay/60000").toString(), 50)[1].toString(), "timed-out");
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    auto answer = std::async(
        std::launch::async,
        [url = QStringLiteral("http://127.0.0.1:%1/").arg(server.serverPort())] { return taskGet(url); });
    QVERIFY(server.waitForNewConnection(2 * patience));
    const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this");
    socket->disconnectFromHost();
    QTRY_VERIFY_WITH_TIMEOUT(answer.wait_for(0s) == std::future_status::ready, patience);
    QCOMPARE(answer.get()[1].toString(), "failed");
}

/// A process that answers one request at `listener`, in two parts; between the question and the first part it
/// holds up `program` for `ms`.
static pid_t answerAfterHoldUp(int listener, pid_t program, int ms)
{
    const pid_t child = ::fork();
    if (child != 0)
        return child;
    pollfd asks{listener, POLLIN, 0}; // the socket of Qt's does not block
    ::poll(&asks, 1, -1);
    const int connection = ::accept(listener, nullptr, nullptr); // what follows is safe after a fork
    char question[4096];
    const auto asked = ::read(connection, question, sizeof question);
    ::kill(program, SIGSTOP);
    ::poll(nullptr, 0, ms);
    constexpr std::string_view header = "HTTP/1.0 200 OK\r\n\r\n";
    const auto said = ::write(connection, header.data(), header.size());
    ::kill(program, SIGCONT);
    const auto end = ::write(connection, "body", 4);
    ::_exit(asked > 0 && said > 0 && end == 4 ? 0 : 1);
}

void TestUrlFetch::aWorkerProcessThatWasHeldUpIsNotLate()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QString url = QStringLiteral("http://127.0.0.1:%1/").arg(server.serverPort());
    constexpr int limit = 2000; // ms
    const pid_t child =
        answerAfterHoldUp(static_cast<int>(server.socketDescriptor()), ::getpid(), limit + 500);
    QVERIFY(child > 0);
    // It need not look at its clock while it waits: the answer may be there when it goes on.
    const QCborArray answer = taskGet(url, limit);
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    QVERIFY2(answer[0].toInteger() == 200, qPrintable(answer[1].toString()));
    QCOMPARE(answer[3].toInteger(), 4);
}

void TestUrlFetch::stopEndsTheWaitOfAWorkerProcess()
{
    const LoopbackSite site(1);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Stopped, taskGet(site.url("/delay/60000").toString(), 60'000, stop.get_token()));
}

void TestUrlFetch::processesGetTheSameAndCostMemory()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    const auto outcomes = carriedOut(planOf({&scenario, {"processes"}, scenario.preset("quick")}));
    QVERIFY2(outcomes[1].sameResult(), qPrintable(outcomes[1].error()));
    const double started = outcomes[1].finding("processes")->value;
    QVERIFY2(started >= 1 && started <= 4, "no more than there are URLs");
    QVERIFY(outcomes[1].finding("memory")->value > 0.1);
    QCOMPARE(outcomes[0].finding("memory")->value, 0.0);
    QVERIFY2(outcomes[1].finding("in-flight")->value >= 1, "what is counted in the processes arrives");
    const Trace &trace = *outcomes[1].shown()->trace;
    const Lane::Sums sums = sumsOf(trace, trace.now());
    QVERIFY(sums.of(State::Io) > 0);
    QCOMPARE(sums.of(State::Running), 0);
}

QTEST_GUILESS_MAIN(TestUrlFetch)
#include "tst_urlfetch.moc"
