#include "core/workloads/robotstxt.h"
#include "core/workloads/webpage.h"
#include "tests/patience.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace tenfold;

class TestWebPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLinks_data();
    void readsLinks();
    void readsTitles_data();
    void readsTitles();
    void knowsItsCharset_data();
    void knowsItsCharset();
    void takesGarbage_data();
    void takesGarbage();
    void anyTruncationIsTaken();
    void aHugePageIsCutOff();
    void normalizes_data();
    void normalizes();
    void keepsToTheRules_data();
    void keepsToTheRules();
    void rulesAreForAgents();
    void takesRulesThatAreNone();
};

static const QUrl page(QStringLiteral("http://host/dir/page.html"));

static QStringList linksOf(const QByteArray &body, const QByteArray &type)
{
    QStringList links;
    for (const QUrl &link : readWebPage(body, type, page).links)
        links << link.toString();
    return links;
}

void TestWebPage::readsLinks_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("links");
    const auto row = [](const char *name, const char *type, const char *body, const QStringList &links) {
        QTest::newRow(name) << QByteArray(type) << QByteArray(body) << links;
    };
    const QStringList next{"http://host/dir/next.html"};
    row("relative", "text/html", "<a href='next.html'>", next);
    row("with a charset", "Text/HTML; charset=utf-8", "<a href='next.html'>", next);
    row("no type", "", " \n<html><a href='next.html'>", next);
    row("no type, no markup", "", "a href='next.html'", {});
    row("another type", "image/png", "<a href='next.html'>", {});
    row("not quoted, capitals", "text/html", "<A CLASS=x HREF=next.html>", next);
    row("in a broken page", "text/html", "<p><b><a href=\"next.html\"</b><table><tr><//p <", next);
    row("absolute path", "text/html", "<a href='/x'>", {"http://host/x"});
    row("dots", "text/html", "<a href='../../../x/./y'>", {"http://host/x/y"});
    row("whole", "text/html", "<a href='https://other:8443/x'>", {"https://other:8443/x"});
    row("scheme of the page", "text/html", "<a href='//other/x'>", {"http://other/x"});
    row("query", "text/html", "<a href='?a=1&amp;b=2#c'>", {"http://host/dir/page.html?a=1&b=2"});
    row("fragment", "text/html", "<a href='#part'>", {"http://host/dir/page.html"});
    row("duplicates stay", "text/html", "<a href='next.html'><a href='next.html#2'>", {next[0], next[0]});
    row("base", "text/html", "<base href='/b/'><base href='/c/'><a href='x'>", {"http://host/b/x"});
    row("areas and frames", "text/html",
        "<area href='1'><iframe src='2'></iframe><img src='3'><link href='4'>",
        {"http://host/dir/1", "http://host/dir/2"});
    row("other schemes", "text/html",
        "<a href='mailto:a@b'><a href='javascript:x()'><a href='ftp://h/x'><a href='tel:1'>", {});
    row("in a comment or a script", "text/html",
        "<!-- <a href='1'> --><script>'<a href=2>'</script><a>none</a>", {});
    row("empty and impossible", "text/html",
        "<a href=''><a href='http://'><a href='http://[x/'><a href='http:///p'>", {});
    row("blanks around", "text/html", "<a href=' \n next.html\t'>", next);
    row("json", "application/json",
        R"({"links": ["/a", "http://host/b", "c", 7, null, ["/d"]], "x": {"y": "/e"}})",
        {"http://host/a", "http://host/b", "http://host/d", "http://host/e"});
    row("json list", "application/ld+json", R"(["/a"])", {"http://host/a"});
    row("broken json", "application/json", R"({"links": ["/a", )", {});
    row("xml", "application/xml",
        "<r><loc> /a </loc><link>http://host/b</link><link href='c'/><other>/d</other></r>",
        {"http://host/a", "http://host/b", "http://host/dir/c"});
    row("broken xml", "text/xml", "<r><loc>/a</loc><loc>/b</l", {"http://host/a"});
    row("feed", "application/atom+xml; charset=utf-8", "<feed><entry><link href='/a'/></entry></feed>",
        {"http://host/a"});
}

void TestWebPage::readsLinks()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QTEST(linksOf(body, type), "links");
}

void TestWebPage::readsTitles_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("title");
    const QByteArray html = "text/html; charset=utf-8";
    QTest::newRow("html") << html << QByteArray("<title>One &amp; two</title>") << "One & two";
    QTest::newRow("entities") << html << QByteArray("<title>&eacute;&#x3042;</title>")
                              << QString::fromUtf8("éあ");
    QTest::newRow("on one line") << html << QByteArray("<title>\n One\n\t two </title>") << "One two";
    QTest::newRow("the first") << html << QByteArray("<title>One</title><title>Two</title>") << "One";
    QTest::newRow("not closed") << html << QByteArray("<title>One") << "One";
    QTest::newRow("none") << html << QByteArray("<h1>One</h1>") << QString();
    QTest::newRow("long") << html << "<title>" + QByteArray(100000, 'x') + "</title>" << QString(200, u'x');
    QTest::newRow("json") << QByteArray("application/json") << QByteArray(R"({"title": "One"})") << "One";
    QTest::newRow("json number") << QByteArray("application/json") << QByteArray(R"({"title": 1})")
                                 << QString();
    QTest::newRow("xml") << QByteArray("text/xml")
                         << QByteArray("<r><title>One</title><title>Two</title></r>") << "One";
    QTest::newRow("text") << QByteArray("text/plain") << QByteArray("<title>One</title>") << QString();
}

void TestWebPage::readsTitles()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QTEST(readWebPage(body, type, page).title, "title");
}

void TestWebPage::knowsItsCharset_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const QByteArray utf8 = "<title>日本</title>";
    const QByteArray shiftJis = "<title>\x93\xfa\x96\x7b</title>";
    QTest::newRow("none: UTF-8") << QByteArray("text/html") << utf8;
    QTest::newRow("header") << QByteArray("text/html; charset=\"Shift_JIS\"") << shiftJis;
    QTest::newRow("page") << QByteArray("text/html") << "<meta charset=shift_jis>" + shiftJis;
    QTest::newRow("page, old form")
        << QByteArray("text/html")
        << "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=Shift_JIS\">" + shiftJis;
    QTest::newRow("the header wins") << QByteArray("text/html; charset=utf-8")
                                     << "<meta charset=shift_jis>" + utf8;
    QTest::newRow("one that is none") << QByteArray("text/html; charset=klingon") << utf8;
    QTest::newRow("UTF-16 with a mark")
        << QByteArray("text/html") << QByteArray("\xff\xfe<\0t\0i\0t\0l\0e\0>\0\xe5\x65\x2c\x67<\0/\0", 24);
    QTest::newRow("xml") << QByteArray("text/xml") << "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + utf8;
}

void TestWebPage::knowsItsCharset()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QCOMPARE(readWebPage(body, type, page).title, QString::fromUtf8("日本"));
}

static const QList<QByteArray> types{
    "text/html",  "application/json",          "application/xml",
    "",           "text/html; charset=utf-16", "application/xhtml+xml; charset=",
    "; charset=x"};

void TestWebPage::takesGarbage_data()
{
    QTest::addColumn<QByteArray>("body");
    QByteArray noise(100000, Qt::Uninitialized);
    std::mt19937 random(1);
    std::ranges::generate(noise, [&] { return static_cast<char>(random()); });
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("noise") << noise;
    QTest::newRow("noise in markup") << "<html><title>" + noise + "<a href='" + noise + "'>" + noise;
    QTest::newRow("zeros") << QByteArray(100000, '\0');
    QTest::newRow("zeros in a page") << QByteArray("<a href='\0x'>\0<title>\0", 22);
    QTest::newRow("a million elements deep") << QByteArray("<div>").repeated(1000000);
    QTest::newRow("a million anchors deep") << QByteArray("<a href=x>").repeated(1000000);
    QTest::newRow("tables") << QByteArray("<table><tr><td>").repeated(300000);
    QTest::newRow("unclosed formatting") << QByteArray("<p><b><i><font>").repeated(300000);
    QTest::newRow("a million ends") << QByteArray("</p></a>").repeated(500000);
    QTest::newRow("open comments") << QByteArray("<!--").repeated(500000);
    QTest::newRow("open attribute") << "<a href=\"" + QByteArray(4000000, 'x');
    QTest::newRow("many attributes") << "<a " + QByteArray("b=c ").repeated(500000) + ">";
    QTest::newRow("ampersands") << QByteArray("&").repeated(2000000);
    QTest::newRow("json deep") << QByteArray("[").repeated(2000000);
    QTest::newRow("a billion laughs") << QByteArray(
        "<!DOCTYPE r [<!ENTITY a \"/laugh\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
        "\"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e "
        "\"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g "
        "\"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\">]><r><loc>&g;</loc></r>");
    QTest::newRow("a foreign entity")
        << QByteArray("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r><title>&x;</title></r>");
}

void TestWebPage::takesGarbage()
{
    QFETCH(QByteArray, body);
    for (const QByteArray &type : types) {
        QElapsedTimer clock;
        clock.start();
        const WebPage found = readWebPage(body, type, page);
        QVERIFY2(clock.elapsed() < 10000 * slowdown, type.constData());
        QVERIFY(found.links.size() <= 10000);
        QVERIFY(found.title.size() <= 200);
        QVERIFY(!found.title.contains("root:"));
    }
}

void TestWebPage::anyTruncationIsTaken()
{
    const QByteArray whole =
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>One &amp; caf\xc3\xa9</title>"
        "<base href='/x/'></head><body><!-- c --><script>a<b</script><a href='y?z=1'>b</a></html>";
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        for (const QByteArray &type : types)
            QVERIFY(readWebPage(whole.first(size), type, page).links.size() <= 1);
    }
}

void TestWebPage::aHugePageIsCutOff()
{
    const WebPage many = readWebPage(QByteArray("<a href=x></a>").repeated(100000), "text/html", page);
    QCOMPARE(many.links.size(), 10000);
    const QByteArray far = "<a href=near></a>" + QByteArray(3'000'000, ' ') + "<a href=far></a>";
    QCOMPARE(readWebPage(far, "text/html", page).links, QList<QUrl>{QUrl("http://host/dir/near")});
    QVERIFY(readWebPage("<a href=/" + QByteArray(5000, 'x') + ">", "text/html", page).links.isEmpty());
}

void TestWebPage::normalizes_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("normal");
    QTest::newRow("host") << "http://HOST"
                          << "http://host/";
    QTest::newRow("port") << "http://host:80/x"
                          << "http://host/x";
    QTest::newRow("https port") << "https://host:443/x"
                                << "https://host/x";
    QTest::newRow("own port") << "https://host:80/x"
                              << "https://host:80/x";
    QTest::newRow("fragment") << "http://host/x?q#f"
                              << "http://host/x?q";
    QTest::newRow("user") << "http://me:secret@host/x"
                          << "http://host/x";
    QTest::newRow("dots") << "http://host/a/../b/./c"
                          << "http://host/b/c";
}

void TestWebPage::normalizes()
{
    QFETCH(QString, url);
    QTEST(normalized(QUrl(url)).toString(), "normal");
}

void TestWebPage::keepsToTheRules_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *rules, const char *path, bool allowed) {
        QTest::addRow("%s for %s", rules, path)
            << "User-Agent: *\n" + QByteArray(rules) << QString(path) << allowed;
    };
    row("", "/x", true);
    row("Disallow:", "/x", true);
    row("Disallow: /", "/x", false);
    row("Disallow: /x", "/x", false);
    row("Disallow: /x", "/xyz", false);
    row("Disallow: /x/", "/x", true);
    row("Disallow: /x\nAllow: /x/y", "/x/y/z", true);
    row("Allow: /x/y\nDisallow: /x", "/x/z", false);
    row("Disallow: /x\nAllow: /x", "/x", true);
    row("Disallow: /*/private/", "/a/private/b", false);
    row("Disallow: /*/private/", "/private/b", true);
    row("Disallow: /*.pdf$", "/a.pdf", false);
    row("Disallow: /*.pdf$", "/a.pdf.html", true);
    row("Disallow: /x$", "/x", false);
    row("Disallow: /x$", "/xy", true);
    row("Disallow: /a*aa$", "/aa", true);
    row("Disallow: /*?print", "/x?print=1", false);
    row("disallow : /x # not x", "/x", false);
    row("Disallow: X", "/X", true);
}

void TestWebPage::keepsToTheRules()
{
    QFETCH(QByteArray, rules);
    QFETCH(QString, path);
    QTEST(RobotsTxt(rules, "Tenfold").allows(QUrl("http://host" + path)), "allowed");
}

void TestWebPage::rulesAreForAgents()
{
    const QByteArray text = "User-agent: other\r\nDisallow: /\r\n\r\nUser-agent: TENFOLD\rUser-agent: third\r"
                            "Disallow: /mine\n\nUser-agent: *\nDisallow: /all\n";
    const auto allows = [&](const char *agent, const char *path) {
        return RobotsTxt(text, agent).allows(QUrl(QString("http://host") + path));
    };
    QVERIFY(!allows("Tenfold", "/mine") && allows("Tenfold", "/all"));
    QVERIFY(!allows("third", "/mine"));
    QVERIFY(!allows("other", "/x"));
    QVERIFY(!allows("nobody", "/all") && allows("nobody", "/mine"));
    QVERIFY(RobotsTxt("User-agent: Tenfold\nUser-agent: *\nDisallow: /x", "Tenfold")
                .allows(QUrl("http://host/y")));
}

void TestWebPage::takesRulesThatAreNone()
{
    const QUrl url(
        "http://host/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    for (const QByteArray &text :
         {QByteArray(), QByteArray("<html>"), QByteArray(1000000, ':'), QByteArray(1000000, '\n'),
          QByteArray("Disallow: /"), QByteArray("\0\xff:", 3)})
        QVERIFY(RobotsTxt(text, "Tenfold").allows(url));
    const QByteArray stars = "User-agent: *\nDisallow: /" + QByteArray("*a").repeated(1000) + "b";
    QVERIFY(RobotsTxt(stars, "Tenfold").allows(url));
}

QTEST_GUILESS_MAIN(TestWebPage)
#include "tst_webpage.moc"
