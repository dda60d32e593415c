// Requests on an event loop.

#include "core/workloads/http/asynchttpclient.h"
#include "core/workloads/site/loopbacksite.h"
#include "tests/core/cannedserver.h"
#include "tests/patience.h"

#include <QTest>

using namespace tenfold;

class TestAsyncHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsWhole();
    void anAnswerInPiecesIsWhole();
    void whatIsNoAnswerHasAnError_data();
    void whatIsNoAnswerHasAnError();
    void nobodyThere();
    void aCancelledRequestLeavesTheServer();
    void waitingForOneGivesTheSame();
};

static QCoro::Task<> ask(AsyncHttpClient &client, const QByteArray &path, HttpResponse &into)
{
    AsyncGet get = client.get(path);
    into = co_await get;
}

static HttpResponse answerOf(quint16 port, const QByteArray &path)
{
    EventLoop loop({});
    AsyncHttpClient client(loop, port);
    HttpResponse response;
    loop.run([&] { return ask(client, path, response); });
    return response;
}

void TestAsyncHttpClient::anAnswerIsWhole()
{
    const LoopbackSite site(1);
    const HttpResponse response = answerOf(site.port(), "/delay/3");
    QCOMPARE(response.status, 200);
    QVERIFY(response.ok() && response.error.isEmpty() && response.reason.isEmpty());
    QVERIFY(response.length >= 512);
    QCOMPARE(response.body.size(), response.length);
    QCOMPARE(answerOf(site.port(), "/status/404").status, 404);
    QCOMPARE(answerOf(site.port(), "/status/404").reason, "404 Not Found");
    QCOMPARE(answerOf(site.port(), "/status/204").length, 0);
}

static quint16 portOf(const CannedServer &server)
{
    return static_cast<quint16>(QUrl(server.url({})).port());
}

void TestAsyncHttpClient::anAnswerInPiecesIsWhole()
{
    const QByteArray body(1'000'000, 'x'); // more than a read, and than a socket's buffer
    const CannedServer server({{"/", CannedServer::page(body)}});
    QCOMPARE(answerOf(portOf(server), "/").body, body);
}

void TestAsyncHttpClient::whatIsNoAnswerHasAnError_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a header") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
    QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345");
}

void TestAsyncHttpClient::whatIsNoAnswerHasAnError()
{
    QFETCH(QByteArray, answer);
    const CannedServer server({{"/", answer}});
    const HttpResponse response = answerOf(portOf(server), "/");
    QCOMPARE(response.status, 0);
    QCOMPARE(response.error, "failed");
    QVERIFY(!response.reason.isEmpty());
}

void TestAsyncHttpClient::nobodyThere()
{
    quint16 port = 0;
    {
        const LoopbackSite gone(1);
        port = gone.port();
    }
    const HttpResponse response = answerOf(port, "/");
    QCOMPARE(response.error, "refused");
    QCOMPARE(getWaiting(port, "/", {}).error, "refused");
}

static QCoro::Task<> giveUp(AsyncHttpClient &client, HttpResponse &into)
{
    AsyncGet get = client.get("/delay/60000");
    const LoopDeadline deadline(std::chrono::milliseconds(20), [&get] { get.cancel(); });
    into = co_await get;
}

static QCoro::Task<> giveUpTwice(AsyncHttpClient &client, HttpResponse &into)
{
    AsyncGet get = client.get("/delay/60000");
    get.cancel();
    get.cancel();
    into = co_await get;
}

void TestAsyncHttpClient::aCancelledRequestLeavesTheServer()
{
    LoopbackSite site(1);
    site.setLimit(1);
    for (const auto coroutine : {giveUp, giveUpTwice}) {
        EventLoop loop({});
        AsyncHttpClient client(loop, site.port());
        HttpResponse response;
        loop.run([&] { return coroutine(client, response); });
        QCOMPARE(response.error, "cancelled");
        QCOMPARE(response.status, 0);
        // Its place is free again.
        QTRY_COMPARE_WITH_TIMEOUT(answerOf(site.port(), "/delay/0").status, 200, patience);
    }
}

void TestAsyncHttpClient::waitingForOneGivesTheSame()
{
    const LoopbackSite site(1);
    const HttpResponse awaited = answerOf(site.port(), "/delay/2");
    const HttpResponse waited = getWaiting(site.port(), "/delay/2", {});
    QCOMPARE(waited.status, 200);
    QCOMPARE(waited.body, awaited.body);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Stopped, getWaiting(site.port(), "/delay/60000", stop.get_token()));
}

QTEST_GUILESS_MAIN(TestAsyncHttpClient)
#include "tst_asynchttpclient.moc"
