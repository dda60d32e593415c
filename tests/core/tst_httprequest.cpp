#include "core/workloads/http/httprequest.h"

#include <QTest>

#include <limits>

using namespace tenfold;

class TestHttpRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRequests_data();
    void readsRequests();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void readsWholeNumbersOnly();
};

void TestHttpRequest::readsRequests_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("keepAlive");
    QTest::addColumn<qint64>("bodyLength");
    const auto row = [](const char *name, const QByteArray &header, const QByteArray &path, bool keepAlive,
                        qint64 body = 0) { QTest::newRow(name) << header << path << keepAlive << body; };
    row("plain", "GET /a HTTP/1.1\r\n\r\n", "/a", true);
    row("bare line feeds", "GET /a HTTP/1.1\nHost: x\n\n", "/a", true);
    row("query", "GET /a?b=c HTTP/1.1\r\n\r\n", "/a", true);
    row("whole URL", "GET HTTP://127.0.0.1:80/a?b HTTP/1.1\r\n\r\n", "/a", true);
    row("whole URL without path", "GET http://127.0.0.1 HTTP/1.1\r\n\r\n", "/", true);
    row("close", "GET /a HTTP/1.1\r\nConnection: TE, Close\r\n\r\n", "/a", false);
    row("1.0", "GET /a HTTP/1.0\r\n\r\n", "/a", false);
    row("1.0 keep-alive", "GET /a HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", "/a", true);
    row("close wins", "GET /a HTTP/1.0\r\nConnection: keep-alive\r\nConnection: close\r\n\r\n", "/a", false);
    row("body", "GET /a HTTP/1.1\r\ncontent-length:  12 \r\n\r\n", "/a", true, 12);
    row("beyond ASCII", "GET /a HTTP/1.1\r\nName: \xc3\xa4\r\n\r\n", "/a", true);
}

void TestHttpRequest::readsRequests()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, path);
    QFETCH(bool, keepAlive);
    QFETCH(qint64, bodyLength);

    QCOMPARE(httpHeaderLength(header + "GET"), header.size());
    QCOMPARE(httpHeaderLength(header.chopped(1)), qsizetype(-1));
    const auto parsed = parseHttpRequest(header);
    QVERIFY(std::holds_alternative<HttpRequest>(parsed));
    const auto &request = std::get<HttpRequest>(parsed);
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.path, path);
    QCOMPARE(request.keepAlive, keepAlive);
    QCOMPARE(request.bodyLength, bodyLength);
}

void TestHttpRequest::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &header, int status = 400) {
        QTest::newRow(name) << header << status;
    };
    row("no words", "\r\n\r\n");
    row("two words", "GET /a\r\n\r\n");
    row("four words", "GET /a b HTTP/1.1\r\n\r\n");
    row("no slash", "GET a HTTP/1.1\r\n\r\n");
    row("no path", "GET  HTTP/1.1\r\n\r\n");
    row("no method", " /a HTTP/1.1\r\n\r\n");
    row("NUL", QByteArray("GET /a\0 HTTP/1.1\r\n\r\n", 20));
    row("return within a line", "GET /a HTTP/1.1\r\nA: b\rc\r\n\r\n");
    row("no colon", "GET /a HTTP/1.1\r\nHost\r\n\r\n");
    row("no name", "GET /a HTTP/1.1\r\n: x\r\n\r\n");
    row("folded line", "GET /a HTTP/1.1\r\nA: b\r\n c: d\r\n\r\n");
    row("blank before colon", "GET /a HTTP/1.1\r\nContent-Length : 1\r\n\r\n");
    row("negative length", "GET /a HTTP/1.1\r\nContent-Length: -1\r\n\r\n");
    row("length is no number", "GET /a HTTP/1.1\r\nContent-Length: 1e3\r\n\r\n");
    row("length out of range", "GET /a HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n");
    row("empty length", "GET /a HTTP/1.1\r\nContent-Length:\r\n\r\n");
    row("two lengths", "GET /a HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n");
    row("chunks", "GET /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", 501);
    row("waits for 100", "GET /a HTTP/1.1\r\nExpect: 100-continue\r\n\r\n", 417);
    row("2.0", "PRI * HTTP/2.0\r\n\r\n", 505);
    row("no version", "GET /a HTTP/\r\n\r\n", 505);
    row("long version", "GET /a HTTP/1.11\r\n\r\n", 505);
}

void TestHttpRequest::refusesWhatIsNone()
{
    QFETCH(QByteArray, header);
    QFETCH(int, status);
    const auto parsed = parseHttpRequest(header);
    QVERIFY(std::holds_alternative<HttpFault>(parsed));
    QCOMPARE(std::get<HttpFault>(parsed).status, status);
    QVERIFY(!std::get<HttpFault>(parsed).sentence.isEmpty());
}

void TestHttpRequest::readsWholeNumbersOnly()
{
    QCOMPARE(parseWholeNumber("0", 10), 0);
    QCOMPARE(parseWholeNumber("10", 10), 10);
    QCOMPARE(parseWholeNumber("007", 10), 7);
    QCOMPARE(parseWholeNumber("9223372036854775807", std::numeric_limits<qint64>::max()),
             std::numeric_limits<qint64>::max());
    for (const char *text :
         {"", "11", "-1", "+1", " 1", "1 ", "1.0", "1e1", "0x1", "nan", "9223372036854775808"})
        QCOMPARE(parseWholeNumber(text, 10), -1);
}

QTEST_GUILESS_MAIN(TestHttpRequest)
#include "tst_httprequest.moc"
