// Answers as servers give them, right and wrong: what the HTTP client makes of each.
#include "core/workloads/compute/httptransfer.h"
#include "core/workloads/http/httpclient.h"
#include "tests/core/answeringserver.h"
#include "tests/core/cannedserver.h"
#include "tests/core/pouringserver.h"

#include <QTest>

#include <zlib.h>

using namespace tenfold;
using namespace std::chrono_literals;

/// `text` in the gzip format.
static QByteArray packed(const QByteArray &text)
{
    QByteArray result(text.size() + 100, Qt::Uninitialized);
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.constData()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    deflate(&stream, Z_FINISH);
    result.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return result;
}

class TestHttpAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTakenAsBrowsersDo_data();
    void isTakenAsBrowsersDo();
    void aConnectionStaysInStep_data();
    void aConnectionStaysInStep();
    void redirectsLeadWhereBrowsersGo_data();
    void redirectsLeadWhereBrowsersGo();
    void theUserGoesAlongToTheSameServer();
    void urlsAreTakenAsTyped();
    void whatIsTooLargeIsAlwaysAsLarge();
};

static HttpResponse answerTo(const QByteArray &bytes)
{
    const CannedServer server({{"/", bytes}});
    return HttpClient().get(QUrl(server.url("/")), 1min);
}

// Status or error, and the body. What is right, and who says so: the section of RFC 9112 or 9110, Chromium or
// curl 7.88.
void TestHttpAnswers::isTakenAsBrowsersDo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &bytes, const char *outcome,
                        const QByteArray &body = {}) {
        QTest::newRow(name) << bytes << QString(outcome) << body;
    };
    const auto page = [](const QByteArray &fields, const QByteArray &body, int status = 200) {
        return CannedServer::page(body, "text/html", status, fields);
    };
    const QByteArray gzip = packed("hello");
    row("cut within the header (9112, 8)", "HTTP/1.1 200 OK\r\nContent-Le", "failed");
    row("cut before the empty line (9112, 8)", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n", "failed");
    row("up to the end of the connection (9112, 6.3)", "HTTP/1.0 200 OK\r\n\r\nhello", "200", "hello");
    row("a trailer (9112, 7.1.2)",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nContent-Encoding: br\r\n"
        "Content-Length: 9\r\n\r\n",
        "200", "hello");
    row("no last chunk (9112, 8)", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        "failed");
    row("two lengths (9112, 6.3; Chromium)",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 4\r\n\r\nhello", "failed");
    row("two lengths on a line (9112, 6.3)", "HTTP/1.1 200 OK\r\nContent-Length: 5, 4\r\n\r\nhello",
        "failed");
    row("a length twice (9112, 6.3)",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello", "200", "hello");
    row("chunks count, not lengths (9112, 6.3)",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\nTransfer-Encoding: "
        "chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        "200", "hello");
    row("a line of 200 KB", page("X: " + QByteArray(200'000, 'x') + "\r\n", "hello"), "too-large");

    row("gzip", page("Content-Encoding: gzip\r\n", gzip), "200", "hello");
    row("gzip in capitals (9110, 8.4.1)", page("content-encoding: GZip\r\n", gzip), "200", "hello");
    row("x-gzip (9110, 8.4.1.3)", page("Content-Encoding: x-gzip\r\n", gzip), "200", "hello");
    row("gzip and nothing (curl)", page("Content-Encoding: gzip, identity\r\n", gzip), "200", "hello");
    row("nothing, on its own line (curl)",
        page("Content-Encoding: identity\r\nContent-Encoding: gzip\r\n", gzip), "200", "hello");
    row("twice, on two lines (9110, 5.3)",
        page("Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n", packed(gzip)), "failed");
    row("cut short", page("Content-Encoding: gzip\r\n", gzip.chopped(6)), "failed");
    row("not asked for", page("Content-Encoding: br\r\n", "?"), "failed");
    row("deflate, not asked for", page("Content-Encoding: deflate\r\n", "?"), "failed");
    row("none (Chromium)", page("Content-Encoding: none\r\n", "hello"), "200", "hello");
    row("a charset (Chromium)", page("Content-Encoding: UTF-8\r\n", "hello"), "200", "hello");
    row("no name (Chromium)", page("Content-Encoding:\r\n", "hello"), "200", "hello");
    row("an empty body", page("Content-Encoding: gzip\r\n", ""), "200");
    row("an error page", page("Content-Encoding: gzip\r\n", gzip, 404), "404", "hello");
}

void TestHttpAnswers::isTakenAsBrowsersDo()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, outcome);
    QFETCH(QByteArray, body);
    const HttpResponse response = answerTo(bytes);
    QCOMPARE(response.status ? QString::number(response.status) : response.error, outcome);
    QCOMPARE(response.ok(), response.reason.isEmpty());
    QCOMPARE(response.body, body);
    QCOMPARE(response.length, body.size());
}

// What two clients that are no libcurl make of these answers, each on a connection that goes on: http.client
// of Python 3.11 and fetch() of Node 20.20 (undici 6.24). Where one is not named, it gives an interim answer
// for the answer (Python), or refuses what the other takes (Node), or takes what it refuses (Python).
void TestHttpAnswers::aConnectionStaysInStep_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("outcome"); // status and body, or an error
    const auto row = [](const char *name, const QByteArray &answer, const char *outcome) {
        QTest::newRow(name) << answer << QString(outcome);
    };
    const QByteArray ok = "HTTP/1.1 200 OK\r\n", one = "Content-Length: 3\r\n\r\none", page = ok + one;
    const QByteArray hint = "HTTP/1.1 103 Early Hints\r\nLink: </s.css>; rel=preload\r\n\r\n";
    const QByteArray chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
    row("a hint (Node)", hint + page, "200 one");
    row("a hint and an error page (Node)", hint + "HTTP/1.1 404 Not Found\r\n" + one, "404 one");
    row("chunks and a trailer (both)", chunked + "3\r\none\r\n0\r\nX: y\r\n\r\n", "200 one");
    row("chunks with extensions (Python)", chunked + "1;a=b\r\no\r\n2 ; c=\"d\"\r\nne\r\n000;e\r\n\r\n",
        "200 one");
    row("204 with a length (both)", "HTTP/1.1 204 No Content\r\nContent-Length: 3\r\n\r\n", "204 ");
    row("304 with a length (both)", "HTTP/1.1 304 Not Modified\r\nContent-Length: 3\r\n\r\n", "304 ");
    row("an empty page (both)", ok + "Content-Length: 0\r\n\r\n", "200 ");
    row("the last one (both)", ok + "Connection: close\r\n" + one, "200 one");
    row("another answer behind it (both)", page + ok + "Content-Length: 5\r\n\r\nwrong", "200 one");
    row("line ends behind it (both)", page + "\r\n\r\n", "200 one");
    row("1.0 that goes on (both)", "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n" + one, "200 one");
    row("1.0 (both)", "HTTP/1.0 200 OK\r\n" + one, "200 one");
    row("no phrase (both)", "HTTP/1.1 200\r\n" + one, "200 one");
    row("a folded line (both)", ok + "X: a\r\n b\r\n" + one, "200 one");
    row("a chunk without a size (both)", chunked + "x\r\none\r\n0\r\n\r\n", "failed");
    row("a chunk without a line end (both)", chunked + "3\r\none0\r\n\r\n", "failed");
    row("a size in hexadecimal with its mark (Node)", chunked + "0x3\r\none\r\n0\r\n\r\n", "failed");
    row("a line without a colon (both)", ok + "X\r\n" + one, "failed");
    row("a negative length (both)", ok + "Content-Length: -3\r\n\r\none", "failed");
    row("another protocol (both)", "ICY 200 OK\r\n" + one, "failed");
    row("a status below 100 (both)", "HTTP/1.1 099 Odd\r\n" + one, "failed");
}

// The answer to one request is never taken for that to the next one.
void TestHttpAnswers::aConnectionStaysInStep()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, outcome);
    const AnsweringServer server(
        [&](const QByteArray &request) {
            const QByteArray path = request.split(' ').value(1);
            if (path == "/one")
                return answer;
            return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(path.size()) + "\r\n\r\n" +
                   path;
        },
        true);
    HttpClient client;
    const auto outcomeOf = [&](const char *path) {
        const HttpResponse response = client.get(QUrl(server.url(path)), 1min);
        return response.status ? QString::number(response.status) + ' ' + response.body : response.error;
    };
    for (const char *path : {"/two", "/three"}) {
        QCOMPARE(outcomeOf("/one"), outcome);
        QCOMPARE(outcomeOf(path), QString("200 ") + path);
    }
}

// Where a Location leads: by the Fetch and the URL Standard, as Chromium does; Node's new URL() agrees on
// each. "-" is: nowhere.
void TestHttpAnswers::redirectsLeadWhereBrowsersGo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("asked");
    const auto row = [](const char *name, int status, const QByteArray &fields, const QByteArray &asked) {
        QTest::newRow(name) << status << fields << asked;
    };
    for (const int status : {301, 302, 303, 307, 308})
        row(QByteArray::number(status), status, "Location: /there\r\n", "/there");
    for (const int status : {200, 201, 300, 304, 305})
        row(QByteArray::number(status), status, "Location: /there\r\n", "-");
    row("none", 302, "", "-");
    row("dots", 302, "Location: ../a/./b/../there\r\n", "/a/there");
    row("a backslash", 302, "Location: \\there\r\n", "/there");
    row("a tab", 302, "Location: /the\tre\r\n", "/there");
    row("a blank", 302, "Location: /the re\r\n", "/the%20re");
    row("a fragment", 302, "Location: there#part\r\n", "/dir/there");
    row("a query", 302, "Location: ?x=1\r\n", "/dir/page?x=1");
    row("UTF-8", 302, "Location: /\xc3\xa9\r\n", "/%C3%A9");
    row("Latin-1", 302, "Location: /\xe9\r\n", "/%E9");
    row("encoded", 302, "Location: /%C3%A9%2f?x=%20\r\n", "/%C3%A9%2F?x=%20");
    row("a stray percent sign", 302, "Location: /5%/%C3%A9\r\n", "/5%25/%C3%A9");
    row("two", 302, "Location: /there\r\nLocation: /elsewhere\r\n", "/there");
    row("what is packed is not", 302, "Location: /there\r\nContent-Encoding: gzip\r\n", "/there");
    row("packed in a way not asked for", 302, "Location: /there\r\nContent-Encoding: br\r\n", "/there");
}

void TestHttpAnswers::redirectsLeadWhereBrowsersGo()
{
    QFETCH(int, status);
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, asked);
    CannedServer server({{"/dir/page", CannedServer::page("first", "text/html", status, fields)}});
    server.give(asked, CannedServer::page("second"));
    const HttpResponse response = HttpClient().get(QUrl(server.url("/dir/page")), 1min);
    QCOMPARE(response.status, asked == "-" ? status : 200);
    if (asked != "-")
        QCOMPARE(response.body, "second");
}

// As with curl -L and in browsers.
void TestHttpAnswers::theUserGoesAlongToTheSameServer()
{
    const auto answer = [](const QByteArray &request, const QString &to) {
        if (request.startsWith("GET /first "))
            return CannedServer::redirect(to.toLatin1());
        // Basic is user and password in base 64 (RFC 7617).
        return CannedServer::page(
            request.contains("Authorization: Basic " + QByteArray("anna:a@b").toBase64()) ? "known"
                                                                                          : "unknown");
    };
    const AnsweringServer other([&](const QByteArray &request) { return answer(request, {}); });
    QString to;
    const AnsweringServer server([&](const QByteArray &request) { return answer(request, to); });
    const auto [first, problem] =
        parseHttpUrl(server.url("/first").replace("http://", "http://anna:a@b@")); // the last @ counts
    QVERIFY(first.isValid());
    for (const auto &[where, body] : {std::pair(QString("/second"), "known"),
                                      {server.url("/second"), "known"},
                                      {other.url("/second"), "unknown"}}) {
        to = where;
        QCOMPARE(HttpClient().get(first, 1min).body, body);
    }
}

// What browsers take from a line of text, and curl from its command line; but for what is no URL at all.
void TestHttpAnswers::urlsAreTakenAsTyped()
{
    const auto asked = [](const char *text) {
        return parseHttpUrl(QString::fromUtf8(text)).first.toEncoded();
    };
    QCOMPARE(asked("http://host/q?a[]=1|2"), QByteArray("http://host/q?a[]=1%7C2"));
    QCOMPARE(asked("http://host/a b"), QByteArray("http://host/a%20b"));
    QCOMPARE(asked("http://host/100%"), QByteArray("http://host/100%25"));
    QCOMPARE(asked("http://host/\"x\""), QByteArray("http://host/%22x%22"));
    QCOMPARE(asked("http://host/{x}^"), QByteArray("http://host/%7Bx%7D%5E"));
    QCOMPARE(asked(" http://host/Übung "), QByteArray("http://host/%C3%9Cbung"));
    for (const char *none : {"http://a b/", "http://host:99999/", "http://[::1", "host/x|y", "x y"})
        QVERIFY2(asked(none).isEmpty(), none);
}

// A table of threads and one of processes are held against each other.
void TestHttpAnswers::whatIsTooLargeIsAlwaysAsLarge()
{
    const PouringServer server("HTTP/1.1 200 OK\r\n\r\n", QByteArray(99'991, 'x'));
    const HttpResponse response = HttpClient().get(QUrl(server.url()), 1min);
    QCOMPARE(response.error, "too-large");
    QCOMPARE(response.status, 0);
    QCOMPARE(response.length, HttpTransfer::mostBytes + 1);
}

QTEST_GUILESS_MAIN(TestHttpAnswers)
#include "tst_httpanswers.moc"
