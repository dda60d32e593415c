#include "core/workloads/web/robotstxt.h"

#include <QTest>

using namespace tenfold;

class TestRobotsTxt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsToTheRules_data();
    void keepsToTheRules();
    void readsRulesAsOthersDo_data();
    void readsRulesAsOthersDo();
    void rulesAreForAgents();
    void takesRulesThatAreNone();
    void theFirstHalfMegabyteCounts();
    void rulesThatCannotBeHadForbidAll();
};

void TestRobotsTxt::keepsToTheRules_data()
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

void TestRobotsTxt::keepsToTheRules()
{
    QFETCH(QByteArray, rules);
    QFETCH(QString, path);
    QTEST(RobotsTxt(rules, "Tenfold").allows(QUrl("http://host" + path)), "allowed");
}

// What is right, and who says so: the section of RFC 9309, or the readers whose values these are: Protego
// 0.2.1 (Scrapy's), robots-parser 3.0.1 (of Node) and urllib.robotparser (of Python 3.11); the latter knows
// no stars.
void TestRobotsTxt::readsRulesAsOthersDo_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *source, const char *rules, const char *path, bool allowed) {
        QTest::addRow("%s for %s (%s)", rules, path, source)
            << QByteArray(rules) << QByteArray(path) << allowed;
    };
    row("2.3; robots-parser", "\xef\xbb\xbfUser-agent: *\nDisallow: /x", "/x", false);
    row("2.2; Protego, robots-parser", "User-agent: *\rDisallow: /x\rAllow: /x/y", "/x/y", true);
    row("all three", "\tUser-agent\t:\t*\r\n\tDisallow\t:\t/a\t", "/a", false);
    row("all three", "User-agent: * # all\nDisallow: /a # not b", "/a", false);
    row("all three", "USER-AGENT: *\nDISALLOW: /a", "/a", false);
    row("all three", "User-agent: *\nDisallow: /A", "/a", true);

    // Percent-encoding, 2.2.2
    row("all three", "User-agent: *\nDisallow: /秘密/", "/%E7%A7%98%E5%AF%86/a", false);
    row("all three", "User-agent: *\nDisallow: /caf%c3%a9/", "/caf%C3%A9/a", false);
    row("all three", "User-agent: *\nDisallow: /foo/bar/ツ", "/foo/bar/%E3%83%84", false);
    row("all three", "User-agent: *\nDisallow: /foo/bar/%E3%83%84", "/foo/bar/%E3%83%84", false);
    row("Protego, urllib", "User-agent: *\nDisallow: /a%7Eb/", "/a~b/", false);
    row("Protego, urllib", "User-agent: *\nDisallow: /a~b/", "/a%7Eb/", false);
    row("its table", "User-agent: *\nDisallow: /foo/bar/%62%61%7A", "/foo/bar/baz", false);
    row("its table", "User-agent: *\nDisallow: /foo/bar/baz", "/foo/bar/%62%61%7A", false);
    row("its table", "User-agent: *\nDisallow: /foo/bar?baz=quz", "/foo/bar?baz=quz", false);
    row("its table; urllib", "User-agent: *\nDisallow: /foo/bar?baz=https://foo.bar",
        "/foo/bar?baz=https%3A%2F%2Ffoo.bar", false);
    row("Protego, urllib", "User-agent: *\nDisallow: /a:b", "/a%3Ab", false);
    row("Protego, robots-parser", "User-agent: *\nDisallow: /a%2Fb", "/a/b", true);
    row("Protego, robots-parser", "User-agent: *\nDisallow: /a/b", "/a%2Fb", true);
    row("all three", "User-agent: *\nDisallow: /100%", "/100%25", false);
    row("all three", "User-agent: *\nDisallow: /a b", "/a%20b", false);

    // Special characters, 2.2.3
    row("its example; Protego", "User-agent: *\nDisallow: /file-with-a-%2A.html", "/file-with-a-*.html",
        false);
    row("all three", "User-agent: *\nDisallow: /file-with-a-%2A.html", "/file-with-a-b.html", true);
    row("Protego, urllib", "User-agent: *\nDisallow: /x%2a", "/x*", false);
    row("its example; Protego", "User-agent: *\nDisallow: /foo-%24", "/foo-$", false);
    row("all three", "User-agent: *\nDisallow: /foo%24", "/foo", true);
    row("all three", "User-agent: *\nDisallow: /a$b", "/a$b", false);
    row("Protego, robots-parser", "User-agent: *\nDisallow: /a$", "/a", false);
    row("all three", "User-agent: *\nDisallow: /a$", "/a?x", true);
    row("Protego, robots-parser", "User-agent: *\nDisallow: /*?*sid=", "/a?x=1&sid=2", false);
    row("Protego, robots-parser", "User-agent: *\nDisallow: *.gif$", "/a/b.gif", false);

    // Groups, 2.2.1
    row("robots-parser", "User-agent: Tenfold/2.0\nDisallow: /x\n\nUser-agent: *\nDisallow: /y", "/x", false);
    row("robots-parser", "User-agent: Tenfold/2.0\nDisallow: /x\n\nUser-agent: *\nDisallow: /y", "/y", true);
    row("2.2.1", "User-agent: Tenfold*\nDisallow: /x", "/x", false);
    row("2.2.1", "User-agent: Tenfold;2\nDisallow: /x", "/x", false);
    row("2.2.1", "User-agent: Tenfold-Images\nDisallow: /x", "/x", true);
    row("2.2.1", "User-agent: Ten fold\nDisallow: /x", "/x", true);
    row("2.2.1", "User-agent: *fold\nDisallow: /x", "/x", true);
    row("2.2.1", "User-agent: * all\nDisallow: /x", "/x", false);
    row("all three", "User-agent: Tenfoldish\nDisallow: /", "/x", true);
    row("Protego, robots-parser",
        "User-agent: Tenfold\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: tenfold\nDisallow: "
        "/b",
        "/b", false);
    row("all three",
        "User-agent: *\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: *\nDisallow: /b", "/a",
        false);
    row("2.2.4; urllib", "User-agent: Tenfold\nSitemap: http://h/s.xml\nUser-agent: x\nDisallow: /a", "/a",
        false);
    row("Protego, robots-parser", "User-agent: Tenfold\n\n\nDisallow: /a", "/a", false);
    row("all three", "Disallow: /\nUser-agent: *\nAllow: /b", "/a", true);
    row("all three", "User-agent: Tenfold\nDisallow:\n\nUser-agent: *\nDisallow: /", "/a", true);

    // The longest match, 2.2.2
    row("all three", "User-agent: *\nAllow: /p\nDisallow: /", "/page", true);
    row("Protego, robots-parser", "User-agent: *\nAllow: /page\nDisallow: /*.htm", "/page.htm", false);
    row("all three", "User-agent: *\nAllow: /page\nDisallow: /*.ph", "/page.php5", true);
    row("Protego, robots-parser", "User-agent: *\nDisallow: /folder\nAllow: /folder", "/folder/page", true);
    row("2.2.2, against all three", "User-agent: *\nDisallow: /", "/robots.txt", true);
}

void TestRobotsTxt::readsRulesAsOthersDo()
{
    QFETCH(QByteArray, rules);
    QFETCH(QByteArray, path);
    QTEST(RobotsTxt(rules, "Tenfold").allows(QUrl::fromEncoded("http://host" + path)), "allowed");
}

void TestRobotsTxt::rulesAreForAgents()
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

void TestRobotsTxt::takesRulesThatAreNone()
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

void TestRobotsTxt::theFirstHalfMegabyteCounts()
{
    const QByteArray begin = "User-agent: *\n";
    const QByteArray fill = QByteArray("# nothing\n").repeated(60000);
    const qsizetype most = 500 * 1024;
    const QByteArray within = begin + fill.first(most - begin.size() - 20) + "\nDisallow: /x\n" + fill;
    QVERIFY(!RobotsTxt(within, "Tenfold").allows(QUrl("http://host/x")));
    // A rule that is cut off in the middle would forbid more than it says.
    const QByteArray across = begin + fill.first(most - begin.size() - 12) + "\nDisallow: /x/y/z\n" + fill;
    QVERIFY(RobotsTxt(across, "Tenfold").allows(QUrl("http://host/x")));
}

void TestRobotsTxt::rulesThatCannotBeHadForbidAll()
{
    QVERIFY(!RobotsTxt::forbidding().allows(QUrl("http://host/")));
    QVERIFY(!RobotsTxt::forbidding().allows(QUrl("http://host/x?y")));
    QVERIFY(RobotsTxt::forbidding().allows(QUrl("http://host/robots.txt")));
}

QTEST_GUILESS_MAIN(TestRobotsTxt)
#include "tst_robotstxt.moc"
