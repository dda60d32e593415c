#include "core/workloads/web/weburl.h"

#include <QTest>

using namespace tenfold;

class TestWebUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resolvesAsBrowsersDo_data();
    void resolvesAsBrowsersDo();
    void anEncodedLetterIsThatLetter();
    void aUserStaysWhereAUrlIsAskedFor();
    void aQueryIsInTheEncodingOfThePage();
    void takesAnything();
    void normalizes_data();
    void normalizes();
};

// What `new URL(text, base)` of Node 20.20 makes of it, which keeps to the URL Standard, without user and
// fragment; nothing where it throws or the scheme is another one.
void TestWebUrl::resolvesAsBrowsersDo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("base");
    const auto row = [](const char *text, const char *url,
                        const char *base = "http://host/dir/page.html?q=1") {
        QTest::addRow("\"%s\" at %s", text, base)
            << QString::fromUtf8(text) << QString::fromUtf8(url) << QString::fromUtf8(base);
    };
    row("next.html", "http://host/dir/next.html");
    row("/guide/\n\tpart.html", "http://host/guide/part.html");
    row("\\notes\\y.html", "http://host/notes/y.html");
    row("..\\up.html", "http://host/up.html");
    row(" \n next \t", "http://host/dir/next");
    row("a b.html", "http://host/dir/a%20b.html");
    row("http:\\\\other\\p", "http://other/p");
    row("http:/x", "http://host/x");
    row("http:x", "http://host/dir/x");
    row("http:?y", "http://host/dir/page.html?y");
    row("http://///other/p", "http://other/p");
    row("///other/p", "http://other/p");
    row("//other/p", "http://other/p");
    row("/\\other/p", "http://other/p");
    row("\\\\other\\p", "http://other/p");
    row("https:x", "https://x/");
    row("https:/other/p", "https://other/p");
    row("HTTP://OTHER:80/P", "http://other/P");
    row("https://other:443/", "https://other/");
    row("?a=1&b=\"2\"", "http://host/dir/page.html?a=1&b=%222%22");
    row("?", "http://host/dir/page.html?");
    row("", "http://host/dir/page.html?q=1");
    row("#f", "http://host/dir/page.html?q=1");
    row("?x#f", "http://host/dir/page.html?x");
    row(".", "http://host/dir/");
    row("..", "http://host/");
    row("../..", "http://host/");
    row("./a/../b/./c", "http://host/dir/b/c");
    row("a/%2e%2e/b", "http://host/dir/b");
    row("a/%2E./b", "http://host/dir/b");
    row("//other", "http://other/");
    row("http://other?x=/../y", "http://other/?x=/../y");
    row("http://other\\@evil/", "http://other/@evil/");
    row("/a//b", "http://host/a//b");
    row("/é?é=é", "http://host/%C3%A9?%C3%A9=%C3%A9");
    row("/a?b'c", "http://host/a?b%27c");
    row("/q?[x]", "http://host/q?[x]");
    row("mailto:a@b", "");
    row("javascript:x", "");
    row("ja\nvascript:x", "");
    row("ht\ntp://other/x", "http://other/x");
    row("tel:1", "");
    row("data:text/html,x", "");
    row("ftp://h/x", "");
    row("/x;y=1", "http://host/x;y=1");
    row("http://[::1]/x", "http://[::1]/x");
    row("http://[::1", "");
    row("http://münchen.example/", "http://xn--mnchen-3ya.example/");
    row("http://a b/", "");
    row("http://", "");
    row("http:///", "");
    row("http://user:pw@other/", "http://other/");
    row("/a%20b", "http://host/a%20b");
    row("/tab\tin", "http://host/tabin");
    row("//other:8080/x", "http://other:8080/x");
    row("http://other:99999/x", "");
    row("http://127.1/", "http://127.0.0.1/");
    row("x:y", "");
    row("1:2", "http://host/dir/1:2");
    row("./1:2", "http://host/dir/1:2");
    row("/a?x=%E3%81", "http://host/a?x=%E3%81");
    row("http:///p", "http://p/");
    row("http://other:/x", "http://other/x");
    row("/..//x", "http://host//x");
    row("http://%6fther/", "http://other/");
    row("http://oth%00er/", "");
    row("//other/..", "http://other/");
    row("?#", "http://host/dir/page.html?");
    row("/?", "http://host/?");
    row("http:x", "http://x/", "https://host/a/b?c");
    row("//o/x", "https://o/x", "https://host/a/b?c");
    row("http://a@b:c@other/", "http://other/");
    row("http://a:b@c:d@other/x@y", "http://other/x@y");
    row("https://@@@other", "https://other/");
    row("http://a?b@other/", "http://a/?b@other/");
    row("http://a/b@other/", "http://a/b@other/");
    row("x", "http://host/x", "http://host");
    row("x", "http://host/x", "http://host?y");
    row("../x", "http://host/a/x", "http://host/a/b/");
}

void TestWebUrl::resolvesAsBrowsersDo()
{
    QFETCH(QString, text);
    QFETCH(QString, base);
    QTEST(QString::fromLatin1(linkFrom(QUrl(base), text).toEncoded()), "url");
}

// To compare URLs, the same ones are spelled the same (RFC 3986, 6.2.2.2); Node keeps them as they are.
void TestWebUrl::anEncodedLetterIsThatLetter()
{
    const QUrl base("http://host/");
    QCOMPARE(linkFrom(base, "/%41%7e%2F").toEncoded(), QByteArray("http://host/A~%2F"));
    QCOMPARE(linkFrom(base, "/100%").toEncoded(), QByteArray("http://host/100%25"));
    // One that stands for itself says nothing about the others (QUrl would encode all of them again).
    QCOMPARE(linkFrom(base, "/50%/caf%C3%A9?a=5%&b=%20").toEncoded(),
             QByteArray("http://host/50%25/caf%C3%A9?a=5%25&b=%20"));
    QCOMPARE(linkFrom(base, QString::fromUtf8("/2%é%zz%4")).toEncoded(),
             QByteArray("http://host/2%25%C3%A9%25zz%254"));
}

// What stands before the last @ of the authority, as Node's username and password have it.
void TestWebUrl::aUserStaysWhereAUrlIsAskedFor()
{
    const auto url = [](const char *text) { return resolvedUrl({}, QString::fromUtf8(text)); };
    QCOMPARE(url("http://a:b@h/ x").toEncoded(), QByteArray("http://a:b@h/%20x"));
    QCOMPARE(url("http://a@b:c@h/").userName(), "a@b");
    QCOMPARE(url("http://a@b:c@h/").password(), "c");
    QCOMPARE(url("http://a:p@s:s@h:8/").password(), "p@s:s");
    QCOMPARE(url("http://a:50%@h/").password(QUrl::FullyDecoded), "50%");
    QCOMPARE(url("http://a:%40@h/").password(QUrl::FullyDecoded), "@");
    QCOMPARE(resolvedUrl(QUrl("http://a:b@h/x"), "y").toEncoded(), QByteArray("http://a:b@h/y"));
}

// As browsers do, and the standard's "percent-encode after encoding".
void TestWebUrl::aQueryIsInTheEncodingOfThePage()
{
    const QUrl base("http://host/");
    const QString text = QString::fromUtf8("/é?é=日&x='<\"");
    const auto link = [&](const char *label) {
        return linkFrom(base, text, Charset::named(label)).toEncoded();
    };
    QCOMPARE(link("utf-8"), QByteArray("http://host/%C3%A9?%C3%A9=%E6%97%A5&x=%27%3C%22"));
    QCOMPARE(link("utf-16"), link("utf-8"));
    QCOMPARE(link("latin1"), QByteArray("http://host/%C3%A9?%E9=%26%2326085%3B&x=%27%3C%22"));
    QCOMPARE(link("shift_jis"), QByteArray("http://host/%C3%A9?%26%23233%3B=%93%FA&x=%27%3C%22"));
}

void TestWebUrl::takesAnything()
{
    const QUrl base("http://host/dir/page.html?q=1");
    QString everything;
    for (char16_t c = 0; c < 0x300; ++c)
        everything += QChar(c);
    everything += QChar(0xd800);
    for (const char *before :
         {"", "http:", "http://", "//", "/", "?", "http://other:", "http://[", "\\", "//other/"}) {
        for (qsizetype i = 0; i < everything.size(); ++i) {
            for (const qsizetype length : {1, 2, 50}) {
                const QUrl link = linkFrom(base, before + everything.mid(i, length));
                QVERIFY(!link.isValid() || (!link.host().isEmpty() && link.path().startsWith('/')));
            }
        }
    }
    QVERIFY(!linkFrom(QUrl(), "x").isValid());
    QVERIFY(!linkFrom(QUrl("mailto:x"), "x").isValid());
    QVERIFY(linkFrom(base, QString("../").repeated(100000) + 'x').path() == "/x");
}

void TestWebUrl::normalizes_data()
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
    QTest::newRow("dots of each kind") << "http://host/a/./b/../c/%2e"
                                       << "http://host/a/c/";
    QTest::newRow("nothing between slashes") << "http://host/a//b/../c"
                                             << "http://host/a//c";
}

void TestWebUrl::normalizes()
{
    QFETCH(QString, url);
    QTEST(normalized(QUrl(url)).toString(), "normal");
}

QTEST_GUILESS_MAIN(TestWebUrl)
#include "tst_weburl.moc"
