#include "core/sync/stopped.h"
#include "core/workloads/web/htmltree.h"
#include "core/workloads/web/webpage.h"

#include <QSet>
#include <QTest>

#include <array>
#include <dlfcn.h>
#include <random>

using namespace tenfold;

class TestHtmlPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsOthersDo_data();
    void readsAsOthersDo();
    void readsToTheEndHoweverDeep_data();
    void readsToTheEndHoweverDeep();
    void findsEveryLinkOfAnOldPage();
    void takesAnySoupOfTags();
    void saysWhatItDidNotRead();
    void stopsInTheMiddle();
    void treeStaysWhereTheParserIsLeft();
    void assertionOfTheParserEndsHere();
    void readsXhtml_data();
    void readsXhtml();
};

static QStringList pathsOf(const WebPage &page)
{
    QStringList paths;
    for (const QUrl &link : page.links)
        paths << link.path();
    return paths;
}

// Title and links as parse5 7.3 (of Node, after the HTML Standard, with scripting) and html5lib 1.1 (of
// Python, whose <noscript> is markup, as scripting is off there) find them; but a link counts once that the
// standard makes a copy of.
void TestHtmlPage::readsAsOthersDo_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("links");
    const auto row = [](const char *name, const QByteArray &body, const char *title, const char *links) {
        QTest::newRow(name) << body << QString::fromUtf8(title) << QString::fromUtf8(links);
    };
    // Where a page leads on by itself: the HTML Standard's "shared declarative refresh steps".
    const auto refresh = [&row](const char *content, const char *link) {
        row(content, "<meta http-equiv=Refresh content=\"" + QByteArray(content) + "\">", "", link);
    };
    refresh("0;url=/1", "/1");
    refresh(" 5.5 , URL = '/1' x", "/1");
    refresh("0; /1", "/1");
    refresh("0 /1", "/1");
    refresh("1;url", "/url");
    refresh(".;url='/1", "/1");
    refresh("0;urls=/1", "/urls=/1");
    refresh("0;url=&quot;/1&quot;", "/1");
    refresh("5", "");
    refresh("5;", "");
    refresh("5x;url=/1", "");
    refresh("url=/1", "");
    refresh("-1;url=/1", "");
    row("a name, no pragma", "<meta name=refresh content='0;url=/1'>", "", "");
    row("leading on where there are no scripts",
        "<noscript><meta http-equiv=refresh content='0;url=/1'></noscript>", "", "");
    // Since 2025 the standard, and Chromium, but not these two, have markup within <select>, too.
    row("in a list of options", "<select><option><a href=/1>x</a></select><a href=/2>", "", "/1 /2");
    row("behind the end", "<html><body><a href=/1>x</a></body></html>\n<div><a href=/2>y</a></div>", "",
        "/1 /2");
    row("behind the end, twice", "</body></html><!-- x --><a href=/1></html><a href=/2>", "", "/1 /2");
    row("in a text field", "<textarea><a href=/1></textarea><a href=/2>", "", "/2");
    row("a text field that is not closed", "<a href=/1><textarea><a href=/2>", "", "/1");
    row("in a template", "<template><a href=/1><template></template><a href=/2></template><a href=/3>", "",
        "/3");
    row("noembed, noframes, xmp, iframe",
        "<noembed><a href=/1></noembed><noframes><a href=/2></noframes><xmp><a href=/3></xmp><iframe><a "
        "href=/4></iframe><a href=/5>",
        "", "/5");
    row("plaintext", "<a href=/1><plaintext><a href=/2>", "", "/1");
    row("noscript", "<noscript><a href=/1></noscript><a href=/2>", "", "/2");
    row("noscript in the head",
        "<head><noscript><iframe src=/1></iframe></noscript><title>T</title></head><a href=/2>", "T", "/2");
    row("a comment within noscript", "<noscript><!-- </noscript><a href=/1>--><a href=/2>", "", "/1 /2");
    row("a script that writes an end", "<script><!--<script>'</script><a href=/1>'--></script><a href=/2>",
        "", "/2");
    row("in a style", "<style><a href=/1></style><a href=/2>", "", "/2");
    row("comments", "<!-- a --!><a href=/1><!--><a href=/2><!-- <a href=/3>", "", "/1 /2");
    row("declarations", "<!x <a href=/1>><?x <a href=/2>?><a href=/3></ <a href=/4>><a href=/5>", "",
        "/3 /5");
    row("CDATA in a page", "<![CDATA[<a href=/1>]]><a href=/2>", "", "/2");
    row("CDATA in a drawing", "<svg><![CDATA[<a href=/1>]]></svg><a href=/2>", "", "/2");
    row("title of a drawing", "<svg><title>Arrow</title></svg><title>Handbook</title>", "Handbook", "");
    row("title behind the head", "<p>x<title>Late</title>", "Late", "");
    row("title in a template", "<template><title>No</title></template><title>Yes</title>", "Yes", "");
    row("an empty title is the title", "<title></title><title>T</title>", "", "");
    row("markup in a title", "<title>a <b>b</b> &lt;c&gt; <noscript></title>", "a <b>b</b> <c> <noscript>",
        "");
    row("references", "<title>5&#150;6 &#128; &#x80; &notit; &notin; &amp &copy2 &#0; &#xD800;</title>",
        "5–6 € € ¬it; ∉ & ©2 � �", "");
    row("references in links",
        "<a href='/a&copy=1'><a href='/b&copy;'><a href='/c&#46;&#x2f;d'><a href='/e&ampf'>", "",
        "/a&copy=1 /b© /c./d /e&ampf");
    row("link in a drawing", "<svg><a xlink:href=/1></a><a href=/2></a></svg>", "", "/1 /2");
    row("a drawing that breaks off", "<svg><g><p><a href=/1></p><title>T</title>", "T", "/1");
    row("links in links", "<a href=/1><p><a href=/2>x</a></p><a href=/3>", "", "/1 /2 /3");
    row("not quoted and doubled",
        "<a href=/1 href=/2><A HREF='/3'/><a\nhref\n=\n/4\n><a href=\"/5\"class=x><a/href=/6>", "",
        "/1 /3 /4 /5 /6");
    row("in a table", "<table><a href=/1><tr><a href=/2><td><a href=/3></table><a href=/4>", "",
        "/1 /2 /3 /4");
    row("in a form of tags that are not closed",
        "<ul><li><a href=/1><li><a href=/2><p><a href=/3><div><a href=/4>", "", "/1 /2 /3 /4");
    row("frames", "<frameset><frame src=/1><frameset><frame src=/2></frameset></frameset><a href=/3>", "",
        "/1 /2");
    row("NUL and CR", QByteArray("<a href='/1\r\n'>\0<a\rhref=/2>", 27), "", "/1 /2");
    row("areas", "<map><area href=/1><area></map>", "", "/1");
    row("an element called as another", "<abbr href=/1><article href=/2><a-b href=/3><a href=/4>", "", "/4");
    row("end tag with attributes", "</a href=/1><a href=/2></a href=/3>", "", "/2");
    row("an attribute that is not closed", "<a href=/1>x</a><a href=\"/2>y</a><a title=\"z\" href=/3>", "",
        "/1 /2>y</a><a title=");
}

void TestHtmlPage::readsAsOthersDo()
{
    QFETCH(QByteArray, body);
    const WebPage found = readWebPage(body, "text/html; charset=utf-8", QUrl("http://host/"));
    QTEST(found.title, "title");
    QTEST(pathsOf(found).join(' '), "links");
    QVERIFY(!found.isCut);
}

void TestHtmlPage::readsToTheEndHoweverDeep_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &around, const QByteArray &after = {}) {
        QTest::newRow(name) << "<a href=/1></a>" + around + "<a href=/2></a>" + after +
                                   "<title>Title</title><a href=/3></a>";
    };
    const auto nested = [](const QByteArray &tags, int times) { return tags.repeated(times); };
    row("700 deep", nested("<div>", 700), nested("</div>", 700));
    row("20,000 deep", nested("<div>", 20'000), nested("</div>", 20'000));
    row("lists", nested("<ul><li>", 20'000));
    row("tables", nested("<table><tr><td>", 20'000), nested("</table>", 20'000));
    row("put before a table", "<table>" + nested("<div>", 20'000), nested("</div>", 20'000) + "<tr><td>");
    row("formatting that is not closed", nested("<font color=red><b>", 20'000));
    row("formatting that is opened again by each paragraph", nested("<p><b><i><font>", 20'000));
    row("a drawing", "<svg>" + nested("<g>", 20'000), nested("</g>", 20'000) + "</svg>");
    row("formulas", nested("<math>", 10'000) + "<mtext>", "</mtext></math><p>");
    row("a comment and a script below",
        nested("<div>", 20'000) + "<!-- <a href=/4> --><script>'<a href=/5>'</script>");
    row("a text field across", nested("<p><i>", 700) + "<textarea>" + nested("<div>", 700) + "</textarea>");
    QByteArray different;
    for (int i = 0; i < 600; ++i)
        different += "<p><font color=" + QByteArray::number(i) + '>';
    row("formatting of 600 colours", different);
}

void TestHtmlPage::readsToTheEndHoweverDeep()
{
    QFETCH(QByteArray, body);
    const WebPage found = readWebPage(body, "text/html", QUrl("http://host/"));
    QCOMPARE(pathsOf(found), (QStringList{"/1", "/2", "/3"}));
    QCOMPARE(found.title, "Title");
    QVERIFY(!found.isCut);
}

// As pages were written once: nothing is closed, so each link is deeper than the one before it. html5lib 1.1
// finds them all, and so does html.parser of Python 3.11, which builds no tree.
void TestHtmlPage::findsEveryLinkOfAnOldPage()
{
    constexpr int rows = 300;
    for (const char *around :
         {"<font color=red><b>", "<div>", "<table><tr><td>", "<ul><li>", "<i><p>", "<svg><g>"}) {
        QByteArray body;
        for (int i = 0; i < rows; ++i)
            body += around + ("row <a href=/p" + QByteArray::number(i) + ">x</a>");
        const WebPage found = readWebPage(body, "text/html", QUrl("http://host/"));
        QCOMPARE(found.links.size(), rows);
        QCOMPARE(found.links.last(), QUrl("http://host/p299"));
        QVERIFY(!found.isCut);
    }
}

void TestHtmlPage::takesAnySoupOfTags()
{
    const QByteArrayList tags{"p",      "div",  "b",        "i",        "font",    "nobr",   "table",
                              "tbody",  "tr",   "td",       "th",       "option",  "ul",     "li",
                              "dd",     "h1",   "pre",      "a",        "marquee", "button", "form",
                              "select", "ruby", "template", "textarea", "title",   "script"};
    std::mt19937 random(1);
    const auto below = [&random](std::size_t count) { return random() % count; };
    for (int round = 0; round < 100; ++round) {
        // Some of the tags only, so that they nest in each other often.
        QByteArrayList some;
        for (int i = 0; i < 6; ++i)
            some << tags[static_cast<qsizetype>(below(static_cast<std::size_t>(tags.size())))];
        QByteArray page;
        for (int i = 0; i < 1000; ++i) {
            const QByteArray &tag = some[static_cast<qsizetype>(below(6))];
            const std::array<QByteArray, 4> pieces{"<a href=/" + QByteArray::number(i) + '>', '<' + tag + '>',
                                                   "</" + tag + '>', "text"};
            page += pieces[below(4)];
        }
        const WebPage found = readWebPage(page, "text/html", QUrl("http://host/"));
        const QStringList paths = pathsOf(found);
        QCOMPARE(QSet<QString>(paths.begin(), paths.end()).size(), paths.size()); // none is read twice
        for (const QString &path : paths)
            QVERIFY(page.contains("<a href=" + path.toLatin1() + '>'));
    }
}

void TestHtmlPage::saysWhatItDidNotRead()
{
    const QUrl url("http://host/");
    const QByteArray many = QByteArray("<a href=/x></a>").repeated(10'001);
    QVERIFY(readWebPage(many, "text/html", url).isCut);
    QVERIFY(!readWebPage(many.chopped(15), "text/html", url).isCut);
    QVERIFY(readWebPage("<p>" + QByteArray(3'000'000, ' '), "text/html", url).isCut);
    // What is deep within a template cannot be told from what stands behind it.
    const QByteArray inert = "<a href=/1></a><template>" + QByteArray("<div>").repeated(2000) + "<a href=/2>";
    QVERIFY(readWebPage(inert, "text/html", url).isCut);
    QCOMPARE(readWebPage(inert, "text/html", url).links.size(), 1);
    QVERIFY(readWebPage("<r><loc>/a</loc>", "text/xml", url).isCut);
}

void TestHtmlPage::stopsInTheMiddle()
{
    std::stop_source stop;
    stop.request_stop();
    const QByteArray deep = QByteArray("<b>").repeated(20'000);
    const auto read = [&stop](const QByteArray &body, const char *type) {
        return readWebPage(body, type, QUrl("http://host/"), stop.get_token());
    };
    QVERIFY_THROWS_EXCEPTION(Stopped, read(deep, "text/html"));
    QVERIFY_THROWS_EXCEPTION(Stopped, read("<r>&eacute;</r>", "application/xml"));
    QVERIFY_THROWS_EXCEPTION(Stopped, read("[\"/a\"]", "application/json"));
}

// The way out that an assertion of the parser's takes too.
void TestHtmlPage::treeStaysWhereTheParserIsLeft()
{
    const QByteArray page = "<title>T</title><a href=/1></a>" + QByteArray("<div>").repeated(2000);
    for (int round = 0; round < 3; ++round) {
        const HtmlTree tree(page, HtmlTree::computed() + 3'000'000'000, {});
        QVERIFY(!tree.isWhole());
        QList<GumboTag> tags;
        tree.walk([&tags](const GumboNode *node) { tags << node->v.element.tag; });
        QCOMPARE(tags.value(0), GUMBO_TAG_TITLE);
        QCOMPARE(tags.value(1), GUMBO_TAG_A);
        QCOMPARE(tags.value(2), GUMBO_TAG_DIV);
        HtmlTree::leaveParser(); // nobody parses
    }
}

void TestHtmlPage::assertionOfTheParserEndsHere()
{
    // What the linker gives every library, in the order in which it looks.
    const void *const handler = ::dlsym(RTLD_DEFAULT, "__assert_fail");
    Dl_info program{};
    Dl_info its{};
    QVERIFY(handler && ::dladdr(handler, &its) != 0);
    QVERIFY(::dladdr(&TestHtmlPage::staticMetaObject, &program) != 0);
    QCOMPARE(its.dli_fbase, program.dli_fbase);
}

// By the XML and XHTML standards, as Chromium reads what says that it is application/xhtml+xml.
void TestHtmlPage::readsXhtml_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("links");
    QTest::addColumn<bool>("isCut");
    const auto row = [](const char *name, const QByteArray &body, const char *title, const char *links,
                        bool isCut = false) {
        QTest::newRow(name) << "<html xmlns='http://www.w3.org/1999/xhtml'>" + body + (isCut ? "" : "</html>")
                            << QString::fromUtf8(title) << QString::fromUtf8(links) << isCut;
    };
    row("elements that end themselves",
        "<title>T</title><script/><textarea/><a href='/1'/><p/><a href='/2'/>", "T", "/1 /2");
    row("entities", "<title>&nbsp;&eacute;&#x65e5;</title><a href='/a?x&amp;y'>x</a>", "é日", "/a");
    row("one entity many times", QByteArray("&eacute;").repeated(5000) + "<a href='/1'/>", "", "/1");
    row("entities that mean markup", "<title>&LT;b&GT; &AMP;lt; &semi;</title><a href='/1'/>", "<b> &lt; ;",
        "/1");
    row("no entity", "<title>T</title><a href='/1'/><p>&none;</p><a href='/2'/>", "T", "/1", true);
    row("an entity and more", "<title>T</title><a href='/1'/><p>&notit;</p><a href='/2'/>", "T", "/1", true);
    row("CDATA", "<title><![CDATA[<T>]]></title><a href='/1'><![CDATA[<a href='/2'>]]></a>", "<T>", "/1");
    row("a drawing",
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'><title>S</title>"
        "<a xlink:href='/1'/><a href='/2'/></svg><title>T</title>",
        "T", "/1 /2");
    row("base and frames", "<base href='/b/'/><iframe src='1'/><area href='2'/><link href='3'/>", "",
        "/b/1 /b/2");
    row("up to the fault", "<title>T</title><a href='/1'/><p><b></p></b><a href='/2'/>", "T", "/1", true);
}

void TestHtmlPage::readsXhtml()
{
    QFETCH(QByteArray, body);
    const WebPage found = readWebPage(body, "application/xhtml+xml", QUrl("http://host/"));
    QTEST(found.title, "title");
    QTEST(pathsOf(found).join(' '), "links");
    QTEST(found.isCut, "isCut");
}

QTEST_GUILESS_MAIN(TestHtmlPage)
#include "tst_htmlpage.moc"
