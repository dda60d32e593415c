#include "tests/core/rawclient.h"

#include <QElapsedTimer>

using namespace tenfold;

class TestSitePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSiteHasPagesOfEveryKind_data();
    void aSiteHasPagesOfEveryKind();
    void everyPageIsLinked();
    void theSeedMakesTheSite();
    void aPageComesAfterTheLatency();
    void refusesAbsurdSites_data();
    void refusesAbsurdSites();
    void tellsCrawlersItsRules();
};

void TestSitePages::aSiteHasPagesOfEveryKind_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("holds");
    const QByteArray html = "text/html; charset=utf-8";
    const QByteArray text = "text/plain; charset=utf-8";
    QTest::newRow("first") << QByteArray() << 200 << html << QByteArray("<a href=\"private/notes.html\">");
    QTest::newRow("html") << QByteArray("4.html") << 200 << html << QByteArray("</title>");
    QTest::newRow("query") << QByteArray("4.html?print=1") << 200 << html << QByteArray("?print=1");
    QTest::newRow("json") << QByteArray("1.json") << 200 << QByteArray("application/json")
                          << QByteArray("\"links\": [");
    QTest::newRow("xml") << QByteArray("2.xml") << 200 << QByteArray("application/xml")
                         << QByteArray("<loc>/site/0/40/");
    QTest::newRow("rules") << QByteArray("robots.txt") << 200 << text << QByteArray("Disallow: ");
    QTest::newRow("last") << QByteArray("39.html") << 200 << html << QByteArray("</body>");
    QTest::newRow("private") << QByteArray("private/notes.html") << 200 << html
                             << QByteArray("Not for crawlers");
    QTest::newRow("gone") << QByteArray("13.html") << 404 << text << QByteArray();
    QTest::newRow("broken") << QByteArray("17.html") << 500 << text << QByteArray();
    for (const char *none :
         {"40.html", "41.json", "4.json", "3.html", "0.html", "04.html", "4.html/", "4", ".html", "4.HTML",
          "-4.html", "99999999999999999999.html", "private/", "nowhere.html"})
        QTest::newRow(none) << QByteArray(none) << 404 << text << QByteArray("no such page");
}

void TestSitePages::aSiteHasPagesOfEveryKind()
{
    QFETCH(QByteArray, page);
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, holds);
    const LoopbackSite site(1);
    const Reply reply = get(site, "/site/0/40/" + page);
    QCOMPARE(reply.status, status);
    QVERIFY2(reply.says("Content-Type: " + type), reply.header.constData());
    QVERIFY2(reply.body.contains(holds), reply.body.constData());
}

void TestSitePages::everyPageIsLinked()
{
    const LoopbackSite site(5);
    Client client(site);
    for (const int pages : {1, 2, 3, 4, 40, 200}) {
        const QByteArray base = "/site/0/" + QByteArray::number(pages) + '/';
        QByteArray all; // of the pages that can have links
        for (int page = 0; page < pages; ++page) {
            for (const char *form : {"%1.html", "%1.json", "%1.xml"}) {
                client.ask(base + (page ? QString(form).arg(page).toLatin1() : QByteArray()));
                if (const Reply reply = client.reply(); reply.status == 200)
                    all += reply.body;
            }
        }
        for (int page = 1; page < pages; ++page) {
            const QByteArray number = QByteArray::number(page) + '.';
            QVERIFY2(all.contains('/' + number) || all.contains("href=" + number) || page == 3,
                     number.constData());
        }
        QCOMPARE(all.contains("robots.txt"), pages > 3);
        QVERIFY(!all.contains('/' + QByteArray::number(pages) + ".html"));
    }
}

void TestSitePages::theSeedMakesTheSite()
{
    const LoopbackSite one(7), same(7), other(8);
    const auto withoutPort = [](const LoopbackSite &site, const QByteArray &page) {
        Client client(site);
        const QByteArray host = "127.0.0.1:" + QByteArray::number(site.port());
        client.send("GET /site/0/90/" + page + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        return client.reply().body.replace(host, "HOST");
    };
    for (const char *page : {"", "1.json", "2.xml", "4.html", "5.html", "20.html"}) {
        QCOMPARE(withoutPort(one, page), withoutPort(same, page));
        QVERIFY(withoutPort(one, page) != withoutPort(other, page));
    }
    // A host that is called otherwise makes no page longer, and one that would break out of it is not quoted.
    const auto calling = [&](const QByteArray &host) {
        Client client(one);
        client.send("GET /site/0/90/4.html HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        return client.reply().body;
    };
    QCOMPARE(calling("h:1").size(), calling("127.0.0.1:65535").size());
    QVERIFY(calling("h:1").contains("\"http://h:1/site/0/90/\""));
    QVERIFY(!calling("h\"><script>").contains("<script>"));
}

void TestSitePages::aPageComesAfterTheLatency()
{
    const LoopbackSite site(1);
    Client client(site);
    for (const char *page : {"", "13.html", "17.html", "nowhere.html"}) {
        QElapsedTimer clock;
        clock.start();
        client.ask(QByteArray("/site/30/40/") + page);
        QVERIFY(client.reply().status > 0);
        QVERIFY(clock.nsecsElapsed() >= 30'000'000);
    }
}

void TestSitePages::refusesAbsurdSites_data()
{
    QTest::addColumn<QByteArray>("site");
    for (const char *site :
         {"", "50", "50/", "50/40", "/", "//", "50//", "/40/", "-1/40/", "60001/40/", "50/0/", "50/-1/",
          "50/10001/", "nan/40/", "50/x/", "1e3/40/", "50/4294967297/", "50/%31/"})
        QTest::addRow("'%s'", site) << QByteArray(site);
    QTest::newRow("long") << QByteArray(5000, '9') + "/40/";
}

void TestSitePages::refusesAbsurdSites()
{
    QFETCH(QByteArray, site);
    const LoopbackSite loopback(1);
    const Reply reply = get(loopback, "/site/" + site);
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.body.endsWith(".\n"));
    PROVE_THAT_IT_STILL_ANSWERS(loopback);
}

void TestSitePages::tellsCrawlersItsRules()
{
    const LoopbackSite site(1);
    QVERIFY(get(site, "/robots.txt").body.startsWith("User-agent: *\n"));
    QCOMPARE(get(site, "/robots.txt/").status, 404);
    QCOMPARE(get(site, "/robots.txts").status, 404);
}

QTEST_GUILESS_MAIN(TestSitePages)
#include "tst_sitepages.moc"
