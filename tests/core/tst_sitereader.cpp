#include "core/workloads/http/httpclient.h"
#include "core/workloads/web/sitereader.h"
#include "tests/core/answeringserver.h"
#include "tests/core/cannedserver.h"
#include "tests/core/crawling.h"
#include "tests/core/listeningsocket.h"
#include "tests/core/pouringserver.h"

using namespace tenfold;

class TestSiteReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusedStartIsARow();
    void redirectsStayOnTheHost();
    void robotsAreRespected();
    void rulesAndPathsAreOfOneSpelling();
    void eachSchemeHasItsRules();
    void rulesThatCannotBeHadForbidAll_data();
    void rulesThatCannotBeHadForbidAll();
    void rulesThatAreResetForbidAll();
    void rulesThatNeverComeForbidAll();
    void rulesThatAreNotThereAllowAll();
    void rulesMayBeElsewhere();
    void aCookieOnTheWayIsSentBack_data();
    void aCookieOnTheWayIsSentBack();
    void theUserOfTheStartIsThatOfTheSite();
    void aPageThatIsReadInPartSaysSo();
};

void TestSiteReader::aRefusedStartIsARow()
{
    quint16 port = 0;
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        port = server.serverPort();
    }
    const Table table = crawled(QStringLiteral("http://127.0.0.1:%1/").arg(port));
    QCOMPARE(column(table, 1), QStringList{"refused"});
    QVERIFY(!column(table, 5).first().isEmpty());
}

void TestSiteReader::redirectsStayOnTheHost()
{
    const CannedServer server(
        {{"/robots.txt", CannedServer::page({}, "text/plain", 404)},
         {"/", CannedServer::page("<a href=/away><a href=/here><a href=/round><a href=/garbage>")},
         {"/away", CannedServer::redirect("http://away.invalid/x")},
         {"/here", CannedServer::redirect("there#part")},
         {"/there", CannedServer::page("<title>There</title>")},
         {"/round", CannedServer::redirect("/round")},
         {"/garbage", QByteArray("\x01\x02\x03 no http\r\n\r\n")}});
    const Table away = crawled(server.url("/away"));
    QCOMPARE(column(away, 1), QStringList{"302"});
    QVERIFY(column(away, 5).first().contains("http://away.invalid/x"));

    const Table all = crawled(server.url("/"));
    QStringList paths;
    for (const QString &url : column(all, 0))
        paths << QUrl(url).path();
    QCOMPARE(paths, (QStringList{"/", "/away", "/here", "/round", "/garbage", "/there"}));
    QCOMPARE(column(all, 1).mid(0, 4), (QStringList{"200", "302", "302", "302"}));
    QVERIFY(!column(all, 5)[4].isEmpty());
    QCOMPARE(column(all, 2).last(), "There");
}

void TestSiteReader::robotsAreRespected()
{
    const CannedServer server(
        {{"/robots.txt", CannedServer::page("User-agent: tenfold\nDisallow: /secret\n", "text/plain")},
         {"/", CannedServer::page("<a href=/secret/1><a href=/open>")},
         {"/secret/1", CannedServer::page("<title>Must not be fetched</title>")},
         {"/open", CannedServer::page("<title>Open</title>")}});
    const Table table = crawled(server.url("/"));
    QCOMPARE(column(table, 1), (QStringList{"200", "disallowed", "200"}));
    QCOMPARE(column(table, 2), (QStringList{"", "", "Open"}));
    QCOMPARE(column(crawled(server.url("/secret/1")), 1), QStringList{"disallowed"});
}

// RFC 9309, 2.2.2 and 2.2.3; Protego 0.2.1 has the same for each of these paths as a browser asks for it.
void TestSiteReader::rulesAndPathsAreOfOneSpelling()
{
    const QByteArray rules =
        "\xef\xbb\xbfUser-agent: *\nDisallow: /秘密/\nDisallow: /caf%c3%a9/\nDisallow: /a%7Eb/\n"
        "Disallow: /%64raft/\nDisallow: /page-%2A.html\nDisallow: /cost-%24\n";
    const CannedServer server(
        {{"/robots.txt", CannedServer::page(rules, "text/plain; charset=utf-8")},
         {"/", CannedServer::page(
                   "<a href=/秘密/a><a href=/café/a><a href=/a~b/a><a href=/draft/a><a href=/page-*.html>"
                   "<a href=/page-1.html><a href=/cost-$><a href=/open>",
                   "text/html; charset=utf-8")},
         {"/page-1.html", CannedServer::page("<title>One</title>")},
         {"/open", CannedServer::page("<title>Open</title>")}});
    const QString no = "disallowed";
    QCOMPARE(column(crawled(server.url("/")), 1), (QStringList{"200", no, no, no, no, no, "200", no, "200"}));
}

// RFC 9309, 2.3: rules are for the scheme, host and port that they come from.
void TestSiteReader::eachSchemeHasItsRules()
{
    const PouringServer server("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", " ");
    const SiteReader reader(server.url());
    HttpClient client(Redirects::Report);
    QCOMPARE(reader.read(client, reader.start(), {}).status, "404");
    QUrl other = reader.start();
    other.setScheme("https"); // which the server does not speak: no rules can be had
    QCOMPARE(reader.read(client, other, {}).status, "disallowed");
}

// RFC 9309, 2.3.1.4
void TestSiteReader::rulesThatCannotBeHadForbidAll_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("the server fails") << CannedServer::page({}, "text/plain", 503);
    QTest::newRow("cut short") << QByteArray(
        "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nUser-agent: x\n");
    QTest::newRow("closed") << QByteArray("");
    QTest::newRow("no HTTP") << QByteArray("\x01\x02 none\r\n\r\n");
}

void TestSiteReader::rulesThatCannotBeHadForbidAll()
{
    QFETCH(QByteArray, answer);
    const CannedServer server({{"/robots.txt", answer}, {"/", CannedServer::page("<title>Home</title>")}});
    const Table table = crawled(server.url("/"));
    QCOMPARE(column(table, 1), QStringList{"disallowed"});
    QVERIFY(column(table, 5).first().contains("could not be read"));
}

void TestSiteReader::rulesThatAreResetForbidAll()
{
    const ListeningSocket listener;
    const std::jthread resetting([&listener] {
        for (int client = 0; (client = listener.accept()) >= 0;) {
            char request[4096];
            const ssize_t asked = ::recv(client, request, sizeof request, 0);
            const linger atOnce{1, 0}; // closed so, a connection is reset
            ::setsockopt(client, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
            ::close(client);
            if (asked < 0)
                return;
        }
    });
    const Table table = crawled(listener.url("/"));
    listener.stop();
    QCOMPARE(column(table, 1), QStringList{"disallowed"});
    QVERIFY(column(table, 5).first().contains("could not be read"));
}

// The pages are there, and their site is slow with its rules only.
void TestSiteReader::rulesThatNeverComeForbidAll()
{
    const CannedServer server({{"/", CannedServer::page("<title>Home</title>")}});
    const SiteReader reader(server.url("/"));
    HttpClient client(Redirects::Report);
    const PageVisit visit = reader.read(client, reader.start(), {});
    QCOMPARE(visit.status, "disallowed");
    QVERIFY2(visit.reason.contains("could not be read") && visit.title.isEmpty(), qPrintable(visit.reason));
}

void TestSiteReader::rulesThatAreNotThereAllowAll()
{
    for (const int status : {401, 403, 404, 410, 429}) {
        const CannedServer server(
            {{"/robots.txt", CannedServer::page("User-agent: *\nDisallow: /", "text/plain", status)},
             {"/", CannedServer::page("<title>Home</title>")}});
        QCOMPARE(column(crawled(server.url("/")), 2), QStringList{"Home"});
    }
    // 2.3.1.2: more than five redirects away is not there.
    const CannedServer elsewhere({{"/robots.txt", CannedServer::redirect("/robots.txt")},
                                  {"/", CannedServer::page("<title>Home</title>")}});
    QCOMPARE(column(crawled(elsewhere.url("/")), 2), QStringList{"Home"});
}

void TestSiteReader::rulesMayBeElsewhere()
{
    const CannedServer server({{"/robots.txt", CannedServer::redirect("/1")},
                               {"/1", CannedServer::redirect("/2")},
                               {"/2", CannedServer::redirect("/3")},
                               {"/3", CannedServer::redirect("/4")},
                               {"/4", CannedServer::redirect("/rules")}, // five at least, 2.3.1.2
                               {"/rules", CannedServer::page("User-agent: *\nDisallow: /x", "text/plain")},
                               {"/", CannedServer::page("<a href=/x><a href=/robots.txt>")}});
    QCOMPARE(column(crawled(server.url("/")), 1),
             (QStringList{"200", "disallowed", "302", "302", "302", "302", "302", "200"}));
}

// RFC 6265; what curl -L -b and browsers get.
void TestSiteReader::aCookieOnTheWayIsSentBack_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("gate");
    QTest::addColumn<QStringList>("statuses");
    const QByteArray cookie = "Set-Cookie: seen=1; Path=/\r\n";
    QTest::newRow("to itself") << CannedServer::redirect("/", cookie) << CannedServer::page("gate")
                               << QStringList{"200", "200"};
    QTest::newRow("to itself, with a fragment")
        << CannedServer::redirect("/#top", cookie) << CannedServer::page("gate") << QStringList{"200", "200"};
    QTest::newRow("by another page") << CannedServer::redirect("/gate") << CannedServer::redirect("/", cookie)
                                     << QStringList{"302", "200", "200"};
}

void TestSiteReader::aCookieOnTheWayIsSentBack()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, gate);
    const QByteArray inner = CannedServer::page("<title>Inner</title>");
    const CannedServer server({{"/robots.txt", CannedServer::page({}, "text/plain", 404)},
                               {"/", start},
                               {"/ cookie", CannedServer::page("<title>Start</title><a href=/inner>")},
                               {"/gate", gate},
                               {"/inner", CannedServer::redirect("/inner", "Set-Cookie: seen=1; Path=/\r\n")},
                               {"/inner cookie", inner}});
    const Table table = crawled(server.url("/"));
    QTEST(column(table, 1), "statuses");
    QCOMPARE(column(table, 2).mid(column(table, 2).size() - 2), (QStringList{"Start", "Inner"}));
}

void TestSiteReader::theUserOfTheStartIsThatOfTheSite()
{
    const AnsweringServer server([](const QByteArray &request) {
        if (!request.contains("Authorization: Basic " + QByteArray("anna:secret").toBase64()))
            return CannedServer::page({}, "text/html", 401);
        return request.startsWith("GET /robots.txt ")
                   ? CannedServer::page("User-agent: *\nDisallow: /b", "text/plain")
                   : CannedServer::page("<a href=/a><a href=/b>");
    });
    const Table table = crawled(server.url("/").replace("http://", "http://anna:secret@"));
    QCOMPARE(column(table, 1), (QStringList{"200", "200", "disallowed"}));
    QCOMPARE(column(table, 0).first(), server.url("/"));
}

void TestSiteReader::aPageThatIsReadInPartSaysSo()
{
    const CannedServer server(
        {{"/robots.txt", CannedServer::page({}, "text/plain", 404)},
         {"/", CannedServer::page("<title>Long</title><a href=/broken>" + QByteArray(3'000'000, ' '))},
         {"/broken", CannedServer::page("<html xmlns='http://www.w3.org/1999/xhtml'><a href='/x'>",
                                        "application/xhtml+xml")},
         {"/x", CannedServer::page("<title>X</title>")}});
    const Table table = crawled(server.url("/"));
    QCOMPARE(column(table, 1), (QStringList{"200", "200", "200"}));
    QVERIFY(column(table, 5)[0].contains("beginning"));
    QVERIFY(column(table, 5)[1].contains("beginning"));
    QVERIFY(column(table, 5)[2].isEmpty());
}

QTEST_GUILESS_MAIN(TestSiteReader)
#include "tst_sitereader.moc"
