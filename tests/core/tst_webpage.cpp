#include "core/workloads/web/htmltree.h"
#include "core/workloads/web/webpage.h"
#include "tests/patience.h"

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
    row("the page itself", "text/html", "<a href='#part'>", {"http://host/dir/page.html"});
    row("duplicates stay", "text/html", "<a href='next.html'><a href='next.html#2'>", {next[0], next[0]});
    row("base", "text/html", "<base href='/b/'><base href='/c/'><a href='x'>", {"http://host/b/x"});
    row("areas and frames", "text/html",
        "<area href='1'><iframe src='2'></iframe><img src='3'><link href='4'>",
        {"http://host/dir/1", "http://host/dir/2"});
    row("other schemes", "text/html",
        "<a href='mailto:a@b'><a href='javascript:x()'><a href='ftp://h/x'><a href='tel:1'>", {});
    row("in a comment or a script", "text/html",
        "<!-- <a href='1'> --><script>'<a href=2>'</script><a>none</a>", {});
    row("empty and impossible", "text/html", "<a href='http://'><a href='http://[x/'><a href>",
        {"http://host/dir/page.html"});
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

// What html5lib 1.1 makes of the bytes; where it has no encoding of the standard's, for Korean, Japanese and
// Hong Kong, what Python's cp949, cp932 and big5hkscs make of them.
void TestWebPage::knowsItsCharset_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("title");
    const auto row = [](const char *name, const char *type, const QByteArray &body, const char *title) {
        QTest::newRow(name) << QByteArray(type) << body << QString::fromUtf8(title);
    };
    row("curly quotes in latin1", "text/html",
        "<meta charset=iso-8859-1><title>\223Price\224 7\200 \226 9\200</title>", "“Price” 7€ – 9€");
    row("us-ascii in the header", "text/html; charset=us-ascii", "<title>na\357ve \223x\224</title>",
        "naïve “x”");
    row("a mark over the header", "text/html; charset=ISO-8859-1", "\357\273\277<title>na\303\257ve</title>",
        "naïve");
    row("a meta in a comment", "text/html",
        "<!-- was <meta charset=euc-jp> --><meta charset=utf-8><title>\303\234bung</title>", "Übung");
    row("gb2312 is GBK", "text/html", "<meta charset=gb2312><title>\207\326</title>", "囍");
    row("references to windows-1252", "text/html",
        "<meta charset=utf-8><title>5&#150;6 &#128; &#x9f;</title>", "5–6 € Ÿ");
    row("Korean of Windows", "text/html",
        "<meta charset=ks_c_5601-1987><title>\214c\271\346\260\242\307\317</title>", "똠방각하");
    row("Turkish in latin5", "text/html", "<meta charset=iso-8859-9><title>\223\335\360\224 \200</title>",
        "“İğ” €");
    row("Thai of Windows", "text/html", "<meta charset=tis-620><title>\223\344\267\302\224 \200</title>",
        "“ไทย” €");
    row("Ukrainian", "text/html; charset=koi8-u", "<title>\267\326\301\313 \255</title>", "Їжак ґ");
    row("Japanese of mail", "text/html; charset=iso-2022-jp", "<title>\033$BF|K\1348l\033(B</title>",
        "日本語");
    row("Shift_JIS with NEC characters", "text/html; charset=x-sjis", "<title>\207@\207\212\356\340</title>",
        "①㈱髙");
    row("Hong Kong", "text/html; charset=big5", "<title>\255\273\264\344\235\357</title>", "香港嘅");
    row("UTF-16 said in a meta", "text/html", "<meta charset=utf-16><title>\303\234bung</title>", "Übung");
    row("UTF-16 with a mark", "text/html",
        QByteArray(
            "\377\376<\000t\000i\000t\000l\000e\000>\000\345e,g<\000/\000t\000i\000t\000l\000e\000>\000", 36),
        "日本");
    row("a meta far down", "text/html",
        "<!-- " + QByteArray(2000, 'x') + " --><meta charset=shift_jis><title>\223\372\226{</title>", "日本");
    row("nothing said", "text/html", "<title>na\357ve</title>", "naïve");
    const QByteArray japanese = "<title>\x93\xfa\x96\x7b</title>";
    row("in quotation marks", "text/html; charset=\"Shift_JIS\"", japanese, "日本");
    row("old form", "text/html",
        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=Shift_JIS\">" + japanese, "日本");
    row("the header wins", "text/html; charset=utf-8", "<meta charset=shift_jis><title>日本</title>", "日本");
    row("one that is none", "text/html; charset=klingon", "<title>日本</title>", "日本");
    row("XHTML that says it", "application/xhtml+xml",
        "<?xml version='1.0' encoding='euc-jp'?><html "
        "xmlns='http://www.w3.org/1999/xhtml'><title>\xc5\xec\xb5\xfe"
        "</title></html>",
        "東京");
    row("XML in the encoding of its header", "text/xml; charset=Shift_JIS", japanese, "日本");
    row("one that hides", "text/html; charset=iso-2022-kr", "<title>x</title>", "");
}

void TestWebPage::knowsItsCharset()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QTEST(readWebPage(body, type, page).title, "title");
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
    QTest::newRow("elements 20,000 deep") << QByteArray("<div>").repeated(20000);
    QTest::newRow("anchors in anchors") << QByteArray("<a href=x>").repeated(20000);
    QTest::newRow("tables") << QByteArray("<table><tr><td>").repeated(20000);
    QTest::newRow("unclosed formatting") << QByteArray("<p><b><i><font>").repeated(20000);
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
        const qint64 before = HtmlTree::computed(); // however busy the machine is
        const WebPage found = readWebPage(body, type, page);
        const qint64 took = (HtmlTree::computed() - before) / 1'000'000;
        QVERIFY2(took < 10000 * slowdown, type.constData());
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

QTEST_GUILESS_MAIN(TestWebPage)
#include "tst_webpage.moc"
