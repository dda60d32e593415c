// What comes from outside has a bound while it is being read, and Stop ends it while it comes.

#include "core/catalog/parameter.h"
#include "core/sync/stopped.h"
#include "core/workloads/compute/gunzip.h"
#include "core/workloads/compute/httpget.h"
#include "core/workloads/files/inputfile.h"
#include "core/workloads/files/textfiles.h"
#include "core/workloads/http/httpclient.h"
#include "core/workloads/pictures/pictures.h"
#include "core/workloads/web/sitereader.h"
#include "tests/core/cannedserver.h"
#include "tests/core/pouringserver.h"
#include "tests/core/scratch.h"
#include "tests/patience.h"

#include <QCborArray>

#include <csignal>
#include <sys/stat.h>
#include <zlib.h>

using namespace tenfold;
using namespace std::chrono_literals;

class TestInputBounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerThatNeverEndsIsTooLarge_data();
    void anAnswerThatNeverEndsIsTooLarge();
    void aRedirectThatNeverEndsIsFollowed();
    void aWorkerProcessGivesUpAnAnswerThatNeverEnds();
    void stopEndsAnAnswerThatPours();
    void aLongAnswerIsCountedAndItsBeginningKept();
    void aPackedAnswerIsUnpacked();
    void whatIsNotThePackingThatItSaysIsAFailure_data();
    void whatIsNotThePackingThatItSaysIsAFailure();
    void redirectsAreFollowedAndBounded();
    void aPageThatWasReadInPartSaysSo();
    void rulesThatNeverEndCount();
    void aFileThatIsLargerThanItSaysIsTooLarge();
    void stopEndsTheReadingOfAFile();
    void textFromAPipeThatNeverEndsIsRefused();
    void aPackedDrawingIsNotUnpacked();
};

constexpr qint64 inSockets = 16 << 20; // what the system holds between two programs

static QByteArray gzipped(const QByteArray &bytes)
{
    QByteArray packed(static_cast<qsizetype>(compressBound(static_cast<uLong>(bytes.size()))) + 64,
                      Qt::Uninitialized);
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, MAX_WBITS + 16, 9, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

static QByteArray packedPage(const QByteArray &packed, const QByteArray &encoding = "gzip")
{
    return CannedServer::page(packed, "text/html", 200, "Content-Encoding: " + encoding + "\r\n");
}

void TestInputBounds::anAnswerThatNeverEndsIsTooLarge_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("piece");
    const QByteArray piece(1 << 20, 'x');
    const QByteArray chunk = "100000\r\n" + piece + "\r\n";
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("until the connection ends") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << piece;
    QTest::newRow("in chunks") << QByteArray("HTTP/1.1 200 OK\r\n" + chunked) << chunk;
    QTest::newRow("of a length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")
                                 << piece;
    QTest::newRow("not found") << QByteArray("HTTP/1.1 404 Not Found\r\n" + chunked) << chunk;
    QTest::newRow("packed") << QByteArray("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n")
                            << gzipped(QByteArray(4 << 20, '\0'));
}

void TestInputBounds::anAnswerThatNeverEndsIsTooLarge()
{
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, piece);
    const PouringServer server(begin, piece);
    HttpClient client;
    const HttpResponse response = client.get(QUrl(server.url()), 10min);
    QCOMPARE(response.error, "too-large");
    QCOMPARE(response.status, 0);
    QVERIFY(response.reason.contains("32 MB"));
    QVERIFY(response.length > HttpTransfer::mostBytes &&
            response.length < HttpTransfer::mostBytes + (1 << 20));
    QCOMPARE(response.body.size(), HttpTransfer::mostKept);
    QVERIFY2(server.poured() < HttpTransfer::mostBytes + inSockets, "the server had to wait for the client");
}

// What stands with a redirect is for those who cannot go there: each is given up where it is too large.
void TestInputBounds::aRedirectThatNeverEndsIsFollowed()
{
    const PouringServer server("HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n", QByteArray(1 << 20, 'x'));
    HttpClient client;
    QCOMPARE(client.get(QUrl(server.url()), 10min).fault, GetFault::TooManyRedirects);
    QVERIFY(server.poured() < 11 * (HttpTransfer::mostBytes + inSockets));
}

void TestInputBounds::aWorkerProcessGivesUpAnAnswerThatNeverEnds()
{
    const PouringServer server("HTTP/1.1 200 OK\r\n\r\n", QByteArray(1 << 20, 'x'));
    const auto faultOf = [](const QString &url) {
        return HttpAnswer::fromCbor(httpGetTask(QCborArray{url, 600'000}, {}).toArray()).fault;
    };
    QCOMPARE(faultOf(server.url()), GetFault::TooLarge);
    QVERIFY(server.poured() < HttpTransfer::mostBytes + inSockets);
    const PouringServer talker("HTTP/1.1 200 OK\r\nX: ", QByteArray(1 << 20, 'x'));
    QCOMPARE(faultOf(talker.url()), GetFault::HeaderTooLarge);
    QVERIFY2(talker.poured() < inSockets, "a header that never ends");
}

void TestInputBounds::stopEndsAnAnswerThatPours()
{
    const PouringServer server("HTTP/1.1 200 OK\r\n\r\n", QByteArray(1 << 20, 'x'));
    std::stop_source stop;
    std::atomic<bool> stopped{false};
    const std::jthread thread([&] {
        HttpClient client;
        try {
            for (;;) // there is always one to stop
                client.get(QUrl(server.url()), 10min, stop.get_token());
        } catch (const Stopped &) {
            stopped = true;
        }
    });
    QTRY_VERIFY_WITH_TIMEOUT(server.poured() > 3 * HttpTransfer::mostBytes / 2, patience);
    stop.request_stop();
    QTRY_VERIFY_WITH_TIMEOUT(stopped, patience);
}

void TestInputBounds::aLongAnswerIsCountedAndItsBeginningKept()
{
    const QByteArray page = "<title>long</title>" + QByteArray(HttpTransfer::mostKept, ' ') + "end";
    const CannedServer server({{"/long", CannedServer::page(page)}, {"/short", CannedServer::page("short")}});
    HttpClient client;
    const HttpResponse whole = client.get(QUrl(server.url("/long")), 10min);
    QVERIFY2(whole.ok() && whole.isCut(), qPrintable(whole.reason));
    QCOMPARE(whole.length, page.size());
    QVERIFY(whole.body == page.first(HttpTransfer::mostKept));
    const HttpResponse little = client.get(QUrl(server.url("/short")), 10min);
    QCOMPARE(little.body, "short");
    QVERIFY(!little.isCut());
}

void TestInputBounds::aPackedAnswerIsUnpacked()
{
    const QByteArray text = QByteArray("some words, ").repeated(100'000);
    const CannedServer server({
        {"/one", packedPage(gzipped(text))},
        {"/two", packedPage(gzipped(text) + gzipped("and more"), "x-gzip")},
        {"/padded", packedPage(gzipped(text) + QByteArray(512, '\0'))},
        {"/empty", packedPage({})},
        {"/plain", packedPage("plain", "identity")},
    });
    HttpClient client;
    const auto bodyOf = [&](const char *path) {
        const HttpResponse response = client.get(QUrl(server.url(path)), 10min);
        return response.ok() && response.length == response.body.size() ? response.body
                                                                        : response.reason.toUtf8();
    };
    QVERIFY(bodyOf("/one") == text);
    QVERIFY(bodyOf("/two") == text + "and more");
    QVERIFY(bodyOf("/padded") == text);
    QCOMPARE(bodyOf("/empty"), "");
    QCOMPARE(bodyOf("/plain"), "plain");
}

void TestInputBounds::whatIsNotThePackingThatItSaysIsAFailure_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("words");
    const QByteArray packed = gzipped(QByteArray("some words, ").repeated(1000));
    QTest::newRow("not gzip") << packedPage("plain text") << "not in the gzip format";
    QTest::newRow("damaged") << packedPage(packed.first(packed.size() - 8) + "12345678")
                             << "not in the gzip format";
    QTest::newRow("cut off") << packedPage(packed.chopped(20)) << "before it was complete";
    QTest::newRow("not asked for") << packedPage("whatever", "br") << "\"br\"";
}

void TestInputBounds::whatIsNotThePackingThatItSaysIsAFailure()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, words);
    const CannedServer server({{"/", answer}});
    HttpClient client;
    const HttpResponse response = client.get(QUrl(server.url("/")), 10min);
    QCOMPARE(response.error, "failed");
    QCOMPARE(response.status, 0);
    QVERIFY(response.body.isEmpty());
    QVERIFY2(response.reason.contains(words), qPrintable(response.reason));
}

void TestInputBounds::redirectsAreFollowedAndBounded()
{
    const CannedServer server({{"/a", CannedServer::redirect("/b")},
                               {"/b", CannedServer::redirect("c?d")},
                               {"/c?d", CannedServer::page("arrived")},
                               {"/circle", CannedServer::redirect("/circle")},
                               {"/mail", CannedServer::redirect("mailto:somebody@example.org")},
                               {"/nowhere", CannedServer::page("nowhere", "text/html", 302)}});
    HttpClient client;
    QCOMPARE(client.get(QUrl(server.url("/a")), 10min).body, "arrived");
    QCOMPARE(client.get(QUrl(server.url("/circle")), 10min).error, "failed");
    QCOMPARE(client.get(QUrl(server.url("/mail")), 10min).error, "unsupported-scheme");
    QCOMPARE(client.get(QUrl(server.url("/nowhere")), 10min).status, 302);
    HttpClient reporter(Redirects::Report);
    const HttpResponse response = reporter.get(QUrl(server.url("/b")), 10min);
    QCOMPARE(response.status, 302);
    QCOMPARE(response.location, QUrl(server.url("/c?d")));
}

void TestInputBounds::aPageThatWasReadInPartSaysSo()
{
    const QByteArray link = "<a href='/last'>x</a>";
    const CannedServer server({
        {"/robots.txt", CannedServer::page({}, "text/plain", 404)},
        {"/long", packedPage(gzipped("<title>long</title>" + QByteArray(12 << 20, ' ') + link))},
        {"/inert", CannedServer::page("<template>" + QByteArray("<div>").repeated(700) + link)},
        {"/deep", CannedServer::page(QByteArray("<div>").repeated(700) + link)},
        {"/short", CannedServer::page(link)},
    });
    const SiteReader reader(server.url("/"));
    HttpClient client(Redirects::Report);
    for (const char *path : {"/long", "/inert"}) {
        const PageVisit visit = reader.read(client, QUrl(server.url(path)), {});
        QCOMPARE(visit.status, "200");
        QCOMPARE(visit.links, 0);
        QVERIFY2(visit.reason.contains("Only the beginning"), qPrintable(visit.reason));
    }
    for (const char *path : {"/deep", "/short"}) {
        const PageVisit visit = reader.read(client, QUrl(server.url(path)), {});
        QCOMPARE(visit.links, 1);
        QCOMPARE(visit.reason, "");
    }
}

void TestInputBounds::rulesThatNeverEndCount()
{
    const PouringServer server("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
                               "User-agent: *\nDisallow: /private/\n",
                               QByteArray("# and so on\n").repeated(10'000));
    const SiteReader reader(server.url());
    HttpClient client(Redirects::Report);
    QCOMPARE(reader.read(client, QUrl(server.url() + "private/a"), {}).status, "disallowed");
    QCOMPARE(reader.read(client, QUrl(server.url() + "a"), {}).status, "too-large");
}

void TestInputBounds::aFileThatIsLargerThanItSaysIsTooLarge()
{
    const Scratch scratch;
    write(scratch.path("eleven"), "12345678901");
    InputFile fits(scratch.path("eleven"), 11, {});
    QVERIFY(fits.open() && !fits.isTooLarge());
    QCOMPARE(fits.whole(), "12345678901");
    QVERIFY(!fits.isTooLarge());
    InputFile larger(scratch.path("eleven"), 10, {});
    QVERIFY(larger.open());
    QVERIFY2(larger.isTooLarge(), "its size says so");
    QCOMPARE(larger.whole(), "");
    InputFile sizeless(QStringLiteral("/proc/self/status"), 10, {});
    QVERIFY(sizeless.open());
    QVERIFY2(!sizeless.isTooLarge(), "its size is 0");
    QCOMPARE(sizeless.whole(), "");
    QVERIFY(sizeless.isTooLarge());
}

void TestInputBounds::stopEndsTheReadingOfAFile()
{
    const Scratch scratch;
    write(scratch.path("text"), "text\n");
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    QVERIFY(image.save(scratch.path("image.png")));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Stopped, readTextFile(scratch.path("text"), stop.get_token()));
    QVERIFY_THROWS_EXCEPTION(Stopped,
                             decodePicture(scratch.path("image.png"), scratch.path("raw"), stop.get_token()));
}

void TestInputBounds::textFromAPipeThatNeverEndsIsRefused()
{
    std::signal(SIGPIPE, SIG_IGN);
    const Scratch scratch;
    QCOMPARE(::mkfifo(qPrintable(scratch.path("pipe")), 0600), 0);
    std::atomic<qint64> poured{0};
    const std::jthread writer([&] {
        QFile pipe(scratch.path("pipe"));
        if (!pipe.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return;
        const QByteArray piece(1 << 16, 'x');
        while (poured < 64 << 20 && pipe.write(piece) == piece.size())
            poured += piece.size();
    });
    const Parameter parameter{"p", "P", {}, ParameterKind::Text, 0, 0, {}, {}};
    QString error;
    QVERIFY(!parseValue(parameter, u'@' + scratch.path("pipe"), &error).isValid());
    QVERIFY2(error.contains("128 kB"), qPrintable(error));
    QVERIFY(poured < 4 << 20);
}

void TestInputBounds::aPackedDrawingIsNotUnpacked()
{
    const Scratch scratch;
    write(scratch.path("a.svgz"), gzipped("<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'>" +
                                          QByteArray(1 << 20, ' ') + "</svg>"));
    const Picture picture = decodePicture(scratch.path("a.svgz"), scratch.path("raw"));
    QCOMPARE(picture.error, "not-an-image");
    QVERIFY(!picture.reason.isEmpty());
}

QTEST_GUILESS_MAIN(TestInputBounds)
#include "tst_inputbounds.moc"
