#include "core/analysis/readings.h"
#include "core/sync/stopped.h"
#include "core/workloads/compute/httpget.h"
#include "core/workloads/http/httpclient.h"
#include "core/workloads/site/loopbacksite.h"
#include "tests/core/answeringserver.h"
#include "tests/core/cannedserver.h"
#include "tests/core/walk.h"
#include "tests/patience.h"

#include <QCborArray>
#include <QTcpServer>

#include <csignal>
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
    void interimAnswersComeBeforeTheAnswer();
    void cookiesOfARedirectAreSent();
    void stopEndsTheWait();
    void theWaitIsASpanAndCounts();
    void aFailingUrlIsARowAndTheRestGoesOn();
    void roundsRepeatTheList();
    void theLimitIsTheSchedulesOfTheDelays();
    void aWorkerProcessGetsWhatTheClientGets();
    void aWorkerProcessSaysWhyNot_data();
    void aWorkerProcessSaysWhyNot();
    void aWorkerProcessHasALimit();
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
    const CannedServer server({{"/", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this"}});
    HttpClient client;
    const HttpResponse response = client.get(QUrl(server.url("/")), 1min);
    QVERIFY(!response.ok());
    QCOMPARE(response.error, "failed");
    QVERIFY(response.body.isEmpty());
}

/// RFC 9110, 15.2: a client takes any number of interim answers before the final one.
void TestUrlFetch::interimAnswersComeBeforeTheAnswer()
{
    const QByteArray hints = "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\nContent-Type: "
                             "text/hints\r\nContent-Encoding: gzip\r\n\r\n";
    const CannedServer server({
        {"/hints", hints + CannedServer::page("with hints")},
        {"/many", "HTTP/1.1 102 Processing\r\n\r\n" + hints + hints + "HTTP/1.1 199 Odd\r\n\r\n" +
                      CannedServer::page("not there", "text/html", 404)},
        {"/only", hints},
    });
    HttpClient client;
    const HttpResponse hinted = client.get(QUrl(server.url("/hints")), 1min);
    QCOMPARE(hinted.status, 200);
    QCOMPARE(hinted.body, "with hints");
    QVERIFY(hinted.type.startsWith("text/html"));
    const HttpResponse missing = client.get(QUrl(server.url("/many")), 1min);
    QCOMPARE(missing.status, 404);
    QCOMPARE(missing.body, "not there");
    QCOMPARE(client.get(QUrl(server.url("/only")), 1min).error, "failed"); // and then nothing came
}

/// RFC 6265: what a redirect sets is sent from there on. A URL that was fetched before has no say in it.
void TestUrlFetch::cookiesOfARedirectAreSent()
{
    std::atomic<int> withCookie = 0, without = 0;
    const AnsweringServer server([&](const QByteArray &request) -> QByteArray {
        const bool has = request.contains("Cookie: seen=yes");
        (has ? withCookie : without)++;
        if (has)
            return CannedServer::page("welcome");
        return "HTTP/1.1 302 Found\r\nSet-Cookie: seen=yes\r\nLocation: /\r\nContent-Length: 0\r\n\r\n";
    });
    HttpClient client;
    for (int round = 1; round <= 2; ++round) {
        QCOMPARE(client.get(QUrl(server.url("/")), 1min).body, "welcome");
        QCOMPARE(without, round);
        QCOMPARE(withCookie, round);
    }
    HttpClient crawler(Redirects::Report); // keeps them
    QCOMPARE(crawler.get(QUrl(server.url("/")), 1min).status, 302);
    QCOMPARE(crawler.get(QUrl(server.url("/")), 1min).body, "welcome");
    QCOMPARE(crawler.get(QUrl(server.url("/other")), 1min).body, "welcome");
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

static HttpResponse taskGet(const QString &url, int limit = 60'000, const std::stop_token &stop = {})
{
    return worded(HttpAnswer::fromCbor(httpGetTask(QCborArray{url, limit}, stop).toArray()));
}

void TestUrlFetch::aWorkerProcessGetsWhatTheClientGets()
{
    const LoopbackSite site(1);
    const CannedServer server({{"/moved", CannedServer::redirect("/there")},
                               {"/there", CannedServer::page("arrived")},
                               {"/mail", CannedServer::redirect("mailto:somebody@example.org")},
                               {"/cut", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this"}});
    HttpClient client;
    for (const QUrl &url :
         {site.url("/delay/1"), site.url("/status/404"), site.url("/status/500"), QUrl(server.url("/moved")),
          QUrl(server.url("/mail")), QUrl(server.url("/cut"))}) {
        const HttpResponse expected = client.get(url, 1min);
        const HttpResponse answer = taskGet(url.toString());
        QCOMPARE(answer.status, expected.status);
        QCOMPARE(answer.error, expected.error);
        QCOMPARE(answer.reason, expected.reason);
        QCOMPARE(answer.length, expected.length);
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
    QTest::newRow("https") << QStringLiteral("https://127.0.0.1:%1/").arg(freePort()) << "refused";
    QTest::newRow("file") << "file:///etc/passwd"
                          << "unsupported-scheme";
    QTest::newRow("nobody listens") << QStringLiteral("http://127.0.0.1:%1/").arg(freePort()) << "refused";
}

void TestUrlFetch::aWorkerProcessSaysWhyNot()
{
    QFETCH(QString, url);
    QFETCH(QString, error);
    const HttpResponse answer = taskGet(url);
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.error, error);
    QVERIFY(!answer.reason.isEmpty());
}

void TestUrlFetch::aWorkerProcessHasALimit()
{
    const LoopbackSite site(1);
    const HttpResponse answer = taskGet(site.url("/delay/60000").toString(), 50);
    QCOMPARE(answer.error, "timed-out");
    QVERIFY(answer.reason.contains("0.05"));
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
    const HttpResponse answer = taskGet(url, limit);
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    QVERIFY2(answer.status == 200, qPrintable(answer.error));
    QCOMPARE(answer.length, 4);
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
