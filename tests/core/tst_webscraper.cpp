#include "core/analysis/limit.h"
#include "core/analysis/readings.h"
#include "core/workloads/site/loopbacksite.h"
#include "core/workloads/web/sitereader.h"
#include "tests/core/cannedserver.h"
#include "tests/core/crawling.h"

#include <QSet>

using namespace tenfold;
using namespace std::chrono_literals;

class TestWebScraper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crawlsEveryKindOfPage();
    void thePagesAreThoseOfTheSequentialCrawl_data();
    void thePagesAreThoseOfTheSequentialCrawl();
    void stopsAtTheLastPage();
    void theChapterFetchesItsFourPages();
    void aWorkerKeepsItsConnection();
    void anEmptyFrontierIsAQueueWait();
    void theFrontierEndsEmpty();
    void theLimitKnowsWhoLinksToWhom();
    void theMistakeFetchesPagesAgain_data();
    void theMistakeFetchesPagesAgain();
    void oneWorkerHasNobodyToCollideWith();
    void aStartThatFailsIsARow_data();
    void aStartThatFailsIsARow();
    void anAnswerThatIsTooLargeIsGivenUp();
};

void TestWebScraper::crawlsEveryKindOfPage()
{
    // More than the site has: all of its 2 x 40 pages, and what is no page of it.
    const LoopbackSite site(1);
    const Table table =
        tableOf("parallel", quick({{"start", site.url("/site/0/40/").toString()}, {"pages", 1000}}));
    QMap<QString, QVariantList> rows;
    for (const QVariantList &row : table.rows)
        rows[QUrl(row[0].toString()).toString(QUrl::RemoveScheme | QUrl::RemoveAuthority)] = row;
    QCOMPARE(rows.size(), table.rows.size());
    for (const char *page : {"", "1.json", "2.xml", "robots.txt", "4.html", "39.html", "21.json", "32.xml"}) {
        const QVariantList row = rows.value(QString("/site/0/40/") + page);
        QVERIFY2(row.value(1) == "200", page);
        QVERIFY(row[3].toInt() > 0 && row[5].toString().isEmpty());
        QCOMPARE(row[2].toString().isEmpty(), QByteArray(page) == "robots.txt");
    }
    QCOMPARE(rows.value("/site/0/40/13.html").value(1), "404");
    QCOMPARE(rows.value("/site/0/40/17.html").value(1), "500");
    QCOMPARE(rows.value("/site/0/40/private/notes.html").value(1), "disallowed");
    QCOMPARE(rows.value("/site/0/40/4.html?print=1").value(2), rows.value("/site/0/40/4.html").value(2));
    QVERIFY(rows.value("/site/0/40/4.html").value(2).toString().endsWith("4 & more"));
    QVERIFY(!column(table, 0).join(' ').contains("example.org"));
    QVERIFY(!column(table, 0).join(' ').contains("nowhere"));
    int numbered = 0;
    for (auto row = rows.begin(); row != rows.end(); ++row)
        numbered += !row.key().contains('?') && !row.key().contains("private");
    QCOMPARE(numbered, 40);
}

void TestWebScraper::thePagesAreThoseOfTheSequentialCrawl_data()
{
    QTest::addColumn<int>("pages");
    QTest::addColumn<int>("workers");
    for (const int pages : {1, 2, 7, 30, 100}) {
        for (const int workers : {1, 2, 3, 8, 32, 64})
            QTest::addRow("%d pages, %d workers", pages, workers) << pages << workers;
    }
}

void TestWebScraper::thePagesAreThoseOfTheSequentialCrawl()
{
    QFETCH(int, pages);
    QFETCH(int, workers);
    for (const quint64 seed : {1, 2, 3}) {
        const auto outcomes =
            carriedOut(planOf({&scraper(),
                               {"parallel"},
                               quick({{"pages", pages}, {"workers", workers}, {"latency", 1}}),
                               seed}));
        QCOMPARE(outcomes[0].shown()->results.table.rows.size(), pages);
        QVERIFY(outcomes[1].sameResult());
        QCOMPARE(outcomes[1].finding("fetched-twice")->value, 0.0);
    }
}

void TestWebScraper::stopsAtTheLastPage()
{
    const LoopbackSite site(1);
    QCOMPARE(crawled(site.url("/site/0/1/").toString()).rows.size(), 2); // and private/notes.html
    QCOMPARE(crawled(site.url("/status/204").toString()).rows.size(), 1);
}

void TestWebScraper::theChapterFetchesItsFourPages()
{
    Values values = scraper().preset("chapter");
    values["latency"] = 1;
    const Table table = tableOf("parallel", values);
    QCOMPARE(column(table, 0),
             (QStringList{"/site/1/8/", "/site/1/8/1.json", "/site/1/8/2.xml", "/site/1/8/robots.txt"}));
}

void TestWebScraper::aWorkerKeepsItsConnection()
{
    const LoopbackSite site(1);
    const Values values = quick({{"start", site.url("/site/1/60/").toString()}, {"pages", 60}});
    // How often the variant was carried out: on a busy machine it is measured again.
    const auto times = [&](const char *variant) {
        const auto outcomes = carriedOut({&scraper(), {{variant, values}}});
        const Repeat *repeat = outcomes[0].shown();
        return repeat && repeat->results.table.rows.size() == 60 ? repeat->again + 1 : 0;
    };
    const int first = times("sequential");
    QVERIFY(first > 0);
    QCOMPARE(site.connections(), first * 2); // the rules, and the worker
    const int second = times("parallel");
    QVERIFY(second > 0);
    QVERIFY(site.connections() <= first * 2 + second * (1 + 3));
}

void TestWebScraper::anEmptyFrontierIsAQueueWait()
{
    CannedServer server({{"/robots.txt", CannedServer::page({}, "text/plain", 404)}});
    Runner runner;
    runner.start({&scraper(), {{"parallel", quick({{"workers", 8}, {"start", server.url("/")}})}}});
    const auto read = [&](const auto &reading) {
        const auto outcomes = runner.outcomes();
        const Repeat *repeat = outcomes.front().shown();
        return repeat && repeat->trace ? reading(*repeat->trace) : 0;
    };
    const auto waits = [](const Trace &trace) {
        return countSpans(trace, State::Queue, "frontier", trace.now());
    };
    const auto fetches = [](const Trace &trace) {
        return static_cast<int>(peakOf(trace, "in-flight", trace.now()));
    };
    QTRY_VERIFY_WITH_TIMEOUT(read(waits) >= 7, patience); // one of the eight fetches the first page
    server.give("/", CannedServer::page("<a href=/a><a href=/b>"));
    QTRY_COMPARE_WITH_TIMEOUT(read(fetches), 2, patience);
    server.give("/a", CannedServer::page("<title>A</title>"));
    server.give("/b", CannedServer::page("<title>B</title>"));
    runner.wait();
    QCOMPARE(runner.outcomes()[0].shown()->results.table.rows.size(), 3);
    QCOMPARE(runner.outcomes()[0].finding("in-flight")->value, 2.0);
}

void TestWebScraper::theFrontierEndsEmpty()
{
    for (const QString &variant : allVariants(scraper())) {
        const auto outcomes = carriedOut({&scraper(), {{variant, quick()}}});
        const Trace &trace = *outcomes[0].shown()->trace;
        const auto steps = readSeries(trace, "frontier", trace.now());
        QCOMPARE(steps.last().y(), 0.0);
        QVERIFY(std::ranges::all_of(steps, [](const QPointF &step) { return step.y() >= 0; }));
        QVERIFY(outcomes[0].finding("frontier")->value >= 3);
    }
}

void TestWebScraper::theLimitKnowsWhoLinksToWhom()
{
    const auto outcomes = carriedOut({&scraper(), {{"sequential", quick({{"pages", 4}, {"latency", 50}})}}});
    const Repeat &repeat = *outcomes[0].shown();
    QCOMPARE(repeat.results.dependencies.size(), std::size_t(3)); // each page but the first
    for (const Dependency &dependency : repeat.results.dependencies)
        QCOMPARE(dependency.on, std::size_t(0));
    QVERIFY(*limitOf(repeat, 3, 2) >= 0.100); // the first page, and then the others at once
    QVERIFY(*limitOf(repeat, 64, 2) >= 0.100);
}

void TestWebScraper::theMistakeFetchesPagesAgain_data()
{
    QTest::addColumn<int>("workers");
    for (const int workers : {2, 3, 8, 32})
        QTest::addRow("%d workers", workers) << workers;
}

void TestWebScraper::theMistakeFetchesPagesAgain()
{
    QFETCH(int, workers);
    for (const quint64 seed : {1, 2, 3}) {
        const auto outcomes =
            carriedOut({&scraper(), {{"unguarded-visited-set", quick({{"workers", workers}}), seed}}});
        QCOMPARE(outcomes[0].status(), Status::Finished);
        const QStringList urls = column(outcomes[0].shown()->results.table, 0);
        const QSet<QString> distinct(urls.begin(), urls.end());
        QVERIFY(outcomes[0].finding("fetched-twice")->value > 0);
        QCOMPARE(outcomes[0].finding("fetched-twice")->value, double(urls.size() - distinct.size()));
        QVERIFY(urls.size() <= 12 * workers); // it ends
    }
}

void TestWebScraper::oneWorkerHasNobodyToCollideWith()
{
    const auto outcomes = carriedOut({&scraper(), {{"unguarded-visited-set", quick({{"workers", 1}})}}});
    QCOMPARE(outcomes[0].finding("fetched-twice")->value, 0.0);
}

void TestWebScraper::aStartThatFailsIsARow_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("status");
    QTest::newRow("words") << "this is no url"
                           << "invalid-url";
    QTest::newRow("no scheme") << "127.0.0.1/x"
                               << "invalid-url";
    QTest::newRow("file") << "file:///etc/passwd"
                          << "unsupported-scheme";
    QTest::newRow("the first line counts") << "nonsense\nhttp://127.0.0.1/"
                                           << "invalid-url";
}

void TestWebScraper::aStartThatFailsIsARow()
{
    QFETCH(QString, start);
    QFETCH(QString, status);
    const Table table = crawled(start);
    QCOMPARE(column(table, 0), QStringList{start.section('\n', 0, 0)});
    QCOMPARE(column(table, 1), QStringList{status});
    QVERIFY(!column(table, 5).first().isEmpty());
}

void TestWebScraper::anAnswerThatIsTooLargeIsGivenUp()
{
    const CannedServer server(
        {{"/large", CannedServer::page(QByteArray(HttpTransfer::mostBytes + 1'000'000, 'x'))},
         {"/small", CannedServer::page("x", "text/plain; charset=x")}});
    HttpClient client;
    const HttpResponse large = client.get(QUrl(server.url("/large")), 1min);
    QCOMPARE(large.error, "too-large");
    QVERIFY(!large.reason.isEmpty() && large.body.size() <= HttpTransfer::mostKept);
    const HttpResponse small = client.get(QUrl(server.url("/small")), 1min);
    QCOMPARE(small.status, 200);
    QCOMPARE(small.type, "text/plain; charset=x");
}

QTEST_GUILESS_MAIN(TestWebScraper)
#include "tst_webscraper.moc"
