#include "tests/core/rawclient.h"
#include "tests/patience.h"

#include <QElapsedTimer>
#include <QNetworkInterface>
#include <QSet>

#include <algorithm>
#include <atomic>
#include <deque>
#include <optional>
#include <sys/resource.h>
#include <thread>
#include <vector>

using namespace tenfold;

class TestLoopbackSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listensOnLoopbackOnly();
    void answersAfterTheDelay();
    void sameSeedSameBody();
    void answersWithTheStatus_data();
    void answersWithTheStatus();
    void refusesAbsurdDelays_data();
    void refusesAbsurdDelays();
    void refusesOtherMethods();
    void headHasNoBody();
    void keepsAliveAndCloses();
    void answersRequestsSentAheadInOrder();
    void takesRequestBodies();
    void refusesAboveTheLimit();
    void takesTheLimitFromAnyThread();
    void answersTwoHundredAtOnce();
    void answersTwoThousandConnections();
    void countsConnections();
};

void TestLoopbackSite::listensOnLoopbackOnly()
{
    const LoopbackSite site(1);
    QCOMPARE(site.url(QStringLiteral("/delay/5")),
             QUrl(QStringLiteral("http://127.0.0.1:%1/delay/5").arg(site.port())));
    QCOMPARE(get(site, "/delay/0").status, 200);

    QList<QHostAddress> others = QNetworkInterface::allAddresses();
    others.removeAll(QHostAddress(QHostAddress::LocalHost));
    others << QHostAddress(QStringLiteral("127.0.0.2")) << QHostAddress(QHostAddress::LocalHostIPv6);
    for (const QHostAddress &other : std::as_const(others)) {
        QTcpSocket socket;
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.connectToHost(other, site.port());
        QVERIFY2(!socket.waitForConnected(patience), qPrintable(other.toString()));
    }
}

void TestLoopbackSite::answersAfterTheDelay()
{
    const LoopbackSite site(1);
    Client client(site);
    for (const int ms : {200, 1, 37, 0}) {
        QElapsedTimer clock;
        clock.start();
        client.ask("/delay/" + QByteArray::number(ms));
        const Reply reply = client.reply();
        const qint64 elapsed = clock.nsecsElapsed();
        QCOMPARE(reply.status, 200);
        QVERIFY(elapsed >= ms * 1000000LL);
        QVERIFY(elapsed < 10000000000LL);
        QVERIFY(reply.says("Content-Type: text/plain; charset=utf-8"));
        QVERIFY(reply.says("Connection: keep-alive"));
    }
    QCOMPARE(site.peak(), 1);
    QCOMPARE(site.refused(), 0);
}

void TestLoopbackSite::sameSeedSameBody()
{
    const LoopbackSite one(7), same(7), other(8);
    QSet<qsizetype> lengths;
    for (int ms = 0; ms < 20; ++ms) {
        const QByteArray path = "/delay/" + QByteArray::number(ms);
        const QByteArray body = get(one, path).body;
        QCOMPARE(get(same, path).body, body);
        QCOMPARE(get(same, path).body, body);
        QVERIFY(get(other, path).body != body);
        QVERIFY(body.size() >= 512 && body.size() < 512 + 4096);
        QVERIFY(std::ranges::all_of(body, [](char c) { return c >= ' ' && c <= '~'; }));
        lengths << body.size();
    }
    QVERIFY(lengths.size() > 10);
    QCOMPARE(get(one, "/delay/12?again").body, get(one, "/delay/12").body);
}

void TestLoopbackSite::answersWithTheStatus_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    for (const int code : {200, 201, 204, 205, 301, 304, 400, 404, 418, 500, 503, 599})
        QTest::addRow("%d", code) << "/status/" + QByteArray::number(code) << code;
    for (const char *path :
         {"/status/199", "/status/600", "/status/100", "/status/-200", "/status/200.0", "/status/abc",
          "/status/", "/status/99999999999999999999", "/status", "/", "/delay", "/Delay/1", "/etc/passwd"})
        QTest::addRow("%s", path) << QByteArray(path) << 404;
}

void TestLoopbackSite::answersWithTheStatus()
{
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    const LoopbackSite site(1);
    Client client(site);
    client.ask(path);
    QCOMPARE(client.reply().status, status);
    client.ask("/delay/0"); // on the same connection: nothing of the answer is left over
    QCOMPARE(client.reply().status, 200);
}

void TestLoopbackSite::refusesAbsurdDelays_data()
{
    QTest::addColumn<QByteArray>("delay");
    for (const char *delay : {"nan",
                              "inf",
                              "-1",
                              "-0",
                              "+1",
                              "1e9",
                              "1.5",
                              "0x10",
                              "60001",
                              "999999999999999999999",
                              "18446744073709551616",
                              "4294967297",
                              "1/",
                              "1/2",
                              "/1",
                              "%31",
                              "1%00",
                              "1,5",
                              "one",
                              "\xd9\xa1"})
        QTest::addRow("%s", delay) << QByteArray(delay);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("long") << QByteArray(10000, '9');
}

void TestLoopbackSite::refusesAbsurdDelays()
{
    QFETCH(QByteArray, delay);
    const LoopbackSite site(1);
    const Reply reply = get(site, "/delay/" + delay);
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.body.endsWith(".\n"));
    PROVE_THAT_IT_STILL_ANSWERS(site);
}

void TestLoopbackSite::refusesOtherMethods()
{
    const LoopbackSite site(1);
    Client client(site);
    for (const char *method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", "BREW"}) {
        client.send(QByteArray(method) + " /delay/0 HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc");
        const Reply reply = client.reply();
        QCOMPARE(reply.status, 405);
        QVERIFY(reply.says("Allow: GET, HEAD"));
    }
    PROVE_THAT_IT_STILL_ANSWERS(site);
}

void TestLoopbackSite::headHasNoBody()
{
    const LoopbackSite site(1);
    Client client(site);
    client.ask("/delay/3");
    const Reply whole = client.reply();
    client.send("HEAD /delay/3 HTTP/1.1\r\n\r\n");
    QCOMPARE(client.reply(false).header, whole.header);
    client.send("HEAD /nowhere HTTP/1.1\r\nConnection: close\r\n\r\n");
    QCOMPARE(client.reply(false).status, 404);
    QVERIFY(client.isClosed());
}

void TestLoopbackSite::keepsAliveAndCloses()
{
    const LoopbackSite site(1);
    Client client(site);
    for (int i = 0; i < 20; ++i) {
        client.send("\r\nGET /delay/1 HTTP/1.1\r\n\r\n"); // an empty line before a request is allowed
        QCOMPARE(client.reply().status, 200);
    }
    client.send("GET /delay/1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    QVERIFY(client.reply().says("Connection: keep-alive"));
    client.send("GET /delay/1 HTTP/1.1\r\nConnection: close\r\n\r\n");
    QVERIFY(client.reply().says("Connection: close"));
    QVERIFY(client.isClosed());

    Client old(site);
    old.send("GET /delay/1 HTTP/1.0\r\n\r\n");
    QVERIFY(old.reply().says("Connection: close"));
    QVERIFY(old.isClosed());
}

void TestLoopbackSite::answersRequestsSentAheadInOrder()
{
    const LoopbackSite site(1);
    Client client(site);
    client.send(
        "GET /delay/60 HTTP/1.1\r\n\r\nGET /status/418 HTTP/1.1\r\n\r\nHEAD /delay/20 HTTP/1.1\r\n\r\n"
        "POST / HTTP/1.1\r\nContent-Length: 16\r\n\r\nGET / HTTP/1.1\r\n"
        "GET /status/500 HTTP/1.1\r\n\r\n");
    QCOMPARE(client.reply().status, 200);
    QCOMPARE(client.reply().status, 418);
    QCOMPARE(client.reply(false).status, 200);
    QCOMPARE(client.reply().status, 405);
    QCOMPARE(client.reply().status, 500);

    QByteArray many; // more than the site reads ahead
    for (int i = 0; i < 3000; ++i)
        many += "GET /status/" + QByteArray::number(400 + i % 100) + " HTTP/1.1\r\n\r\n";
    client.send(many);
    for (int i = 0; i < 3000; ++i)
        QCOMPARE(client.reply().status, 400 + i % 100);
    QCOMPARE(site.peak(), 1);
}

void TestLoopbackSite::takesRequestBodies()
{
    const LoopbackSite site(1);
    Client client(site);
    client.send("GET /delay/0 HTTP/1.1\r\nContent-Length: 3000000\r\n\r\n");
    client.send(QByteArray(3000000, 'x'));
    QCOMPARE(client.reply().status, 200);
    client.ask("/delay/0");
    QCOMPARE(client.reply().status, 200);
    client.send("POST /delay/0 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
    QCOMPARE(client.reply().status, 501);
    QVERIFY(client.isClosed());
    PROVE_THAT_IT_STILL_ANSWERS(site);
}

void TestLoopbackSite::refusesAboveTheLimit()
{
    LoopbackSite site(1);
    site.setLimit(2);
    std::optional<Client> first(site), second(site);
    first->ask("/delay/60000");
    second->ask("/delay/60000");
    QTRY_COMPARE_WITH_TIMEOUT(site.peak(), 2, patience);
    Client third(site);
    for (int i = 0; i < 3; ++i) {
        third.ask("/delay/0");
        const Reply reply = third.reply();
        QCOMPARE(reply.status, 503);
        QVERIFY(reply.says("Retry-After: 1"));
    }
    QCOMPARE(site.refused(), 3);

    site.setLimit(3); // in mid-run
    third.ask("/delay/1");
    QCOMPARE(third.reply().status, 200);
    site.setLimit(1);
    third.ask("/delay/1");
    QCOMPARE(third.reply().status, 503);

    first.reset(); // who leaves gives up its place
    second.reset();
    QTRY_COMPARE_WITH_TIMEOUT((third.ask("/delay/0"), third.reply().status), 200, patience);
    site.setLimit(0);
    third.ask("/delay/1");
    QCOMPARE(third.reply().status, 200);
    QCOMPARE(site.peak(), 3);
}

void TestLoopbackSite::takesTheLimitFromAnyThread()
{
    LoopbackSite site(1);
    std::atomic<int> refused = 0;
    std::atomic<int> others = 0;
    std::jthread changer([&](const std::stop_token &stop) {
        for (int i = 0; !stop.stop_requested(); ++i) {
            site.setLimit(i % 3);
            std::this_thread::yield();
        }
    });
    {
        std::vector<std::jthread> clients;
        for (int i = 0; i < 4; ++i)
            clients.emplace_back([&] {
                Client client(site);
                for (int k = 0; k < 100; ++k) {
                    client.ask("/delay/1");
                    const int status = client.reply().status;
                    refused += status == 503;
                    others += status != 503 && status != 200;
                }
            });
    }
    changer.request_stop();
    changer.join();
    QCOMPARE(others.load(), 0);
    QCOMPARE(site.refused(), refused.load());
    QVERIFY(site.peak() <= 4);
    site.setLimit(0);
    PROVE_THAT_IT_STILL_ANSWERS(site);
}

void TestLoopbackSite::answersTwoHundredAtOnce()
{
    const LoopbackSite site(1);
    std::deque<Client> clients;
    for (int i = 0; i < 200; ++i)
        clients.emplace_back(site);
    QElapsedTimer clock;
    clock.start();
    for (Client &client : clients)
        client.ask("/delay/500");
    for (Client &client : clients)
        QCOMPARE(client.reply().status, 200);
    QVERIFY(clock.elapsed() >= 500);
    QVERIFY(clock.elapsed() < patience); // one after the other: 100 s
    QVERIFY(site.peak() > 1 && site.peak() <= 200);
    QCOMPARE(site.refused(), 0);
}

void TestLoopbackSite::answersTwoThousandConnections()
{
    const LoopbackSite site(1);
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
    QCOMPARE(limit.rlim_cur, limit.rlim_max); // the site raised it
    if (limit.rlim_cur < 5000)
        QSKIP("not enough descriptors on this system");
    std::deque<Client> clients;
    for (int i = 0; i < 2000; ++i)
        clients.emplace_back(site).ask("/delay/1");
    for (Client &client : clients)
        QCOMPARE(client.reply().status, 200);
}

void TestLoopbackSite::countsConnections()
{
    const LoopbackSite site(1);
    QCOMPARE(site.connections(), 0);
    Client first(site);
    Client second(site);
    for (int i = 0; i < 5; ++i) {
        for (Client *client : {&first, &second}) {
            client->ask("/site/0/40/4.html");
            QCOMPARE(client->reply().status, 200);
        }
    }
    QCOMPARE(site.connections(), 2);
}

QTEST_GUILESS_MAIN(TestLoopbackSite)
#include "tst_loopbacksite.moc"
