#include "tests/core/rawclient.h"
#include "tests/patience.h"

#include <QDir>
#include <QElapsedTimer>

#include <array>
#include <deque>
#include <netinet/in.h>
#include <random>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace tenfold;

// Threads of this process that are a site's.
static int siteThreads()
{
    int count = 0;
    for (const QString &id :
         QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile name(QStringLiteral("/proc/self/task/%1/comm").arg(id));
        count += name.open(QIODevice::ReadOnly) && name.readAll().trimmed() == "loopback-site";
    }
    return count;
}

class TestLoopbackSiteAbuse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsEndlessHeaders();
    void cutsSlowLoris();
    void survivesGarbage();
    void survivesClientsThatLeave();
    void survivesRunningOutOfDescriptors();
    void endsInMidRequest();
};

void TestLoopbackSiteAbuse::cutsEndlessHeaders()
{
    const LoopbackSite site(1);
    for (const QByteArray &endless : {QByteArray(20000, 'x'), "GET /" + QByteArray(20000, 'x'),
                                      "GET / HTTP/1.1\r\n" + QByteArray("A: b\r\n").repeated(4000),
                                      "GET / HTTP/1.1\r\nA: " + QByteArray(20000, 'x') + "\r\n\r\n"}) {
        Client client(site);
        client.send(endless);
        QCOMPARE(client.reply().status, 431);
        QVERIFY(client.isClosed());
        PROVE_THAT_IT_STILL_ANSWERS(site);
    }
    Client client(site); // goes on sending whatever it is told
    while (client.socket.state() == QAbstractSocket::ConnectedState)
        client.send(QByteArray(100000, 'x'));
    PROVE_THAT_IT_STILL_ANSWERS(site);
    Client large(site);
    large.send("GET /delay/0 HTTP/1.1\r\nA: " + QByteArray(16000, 'x') + "\r\n\r\n");
    QCOMPARE(large.reply().status, 200);
}

void TestLoopbackSiteAbuse::cutsSlowLoris()
{
    const LoopbackSite site(1);
    QElapsedTimer clock;
    clock.start();
    std::deque<Client> clients;
    for (int i = 0; i < 100; ++i)
        clients.emplace_back(site).send(i % 2 ? "GET /delay/1 HTTP/1.1\r\n"
                                              : "POST / HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n");
    Client &trickling = clients.back(); // a byte now and then buys no time
    while (!trickling.socket.waitForReadyRead(50) && clock.elapsed() < patience)
        trickling.send("A");
    for (Client &client : clients) {
        const Reply reply = client.reply();
        QCOMPARE(reply.status, 408);
        QVERIFY(reply.says("Connection: close"));
        QVERIFY(client.isClosed());
    }
    QVERIFY(clock.elapsed() >= 2000);
    QVERIFY(clock.elapsed() < patience);
    QCOMPARE(site.peak(), 0);
    PROVE_THAT_IT_STILL_ANSWERS(site);
}

void TestLoopbackSiteAbuse::survivesGarbage()
{
    const LoopbackSite site(1);
    std::mt19937 random(20240901);
    for (int i = 0; i < 200; ++i) {
        QByteArray garbage(static_cast<qsizetype>(random() % 3000), Qt::Uninitialized);
        for (char &c : garbage)
            c = static_cast<char>(random());
        Client client(site);
        if (i % 4 == 0)
            garbage.prepend("GET /delay/1 HTTP/1.1\r\n");
        client.send(garbage + "\r\n\r\n");
        if (i % 2 == 0) {
            QCOMPARE(client.reply().status, 400);
            QVERIFY(client.isClosed());
        }
        if (i % 20 == 0)
            PROVE_THAT_IT_STILL_ANSWERS(site);
    }
    PROVE_THAT_IT_STILL_ANSWERS(site);
}

void TestLoopbackSiteAbuse::survivesClientsThatLeave()
{
    LoopbackSite site(1);
    site.setLimit(50);
    for (int i = 0; i < 50; ++i) {
        for (const char *sent :
             {"", "GET /del", "GET /delay/60000 HTTP/1.1\r\n\r\n", "GET /delay/3 HTTP/1.1\r\n\r\n",
              "GET /delay/0 HTTP/1.1\r\n\r\n", "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc"}) {
            Client leaves(site), resets(site), half(site);
            for (Client *client : {&leaves, &resets, &half})
                client->send(sent);
            leaves.socket.disconnectFromHost();
            resets.socket.abort();
            ::shutdown(static_cast<int>(half.socket.socketDescriptor()), SHUT_WR);
            half.reply();
            QVERIFY(half.isClosed());
        }
        PROVE_THAT_IT_STILL_ANSWERS(site);
    }
    site.setLimit(1); // none of them is in work any more
    QTRY_COMPARE_WITH_TIMEOUT(get(site, "/delay/0").status, 200, patience);

    Client deaf(site); // asks without end and never takes an answer
    const QByteArray question = QByteArray("GET /delay/0 HTTP/1.1\r\n\r\n").repeated(1000);
    deaf.socket.setReadBufferSize(1);
    while (deaf.socket.state() == QAbstractSocket::ConnectedState) {
        deaf.socket.write(question);
        deaf.socket.waitForBytesWritten(100);
    }
    QTRY_COMPARE_WITH_TIMEOUT(get(site, "/delay/0").status, 200, patience);
}

void TestLoopbackSiteAbuse::survivesRunningOutOfDescriptors()
{
    const LoopbackSite site(1);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(site.port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::array<int, 20> late{};
    for (int &socket : late)
        QVERIFY((socket = ::socket(AF_INET, SOCK_STREAM, 0)) >= 0);
    const int next = ::dup(late.front()); // the lowest that is free
    ::close(next);
    rlimit usual{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &usual), 0);
    const rlimit oneMore{static_cast<rlim_t>(next) + 1, usual.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &oneMore), 0);
    int connected = 0;
    for (const int socket : late)
        connected += ::connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    std::deque<QTcpSocket> clients(late.size());
    const auto isAnswered = [&](std::size_t i) {
        clients[i].setSocketDescriptor(late[i]);
        clients[i].write("GET /delay/1 HTTP/1.1\r\n\r\n");
        return clients[i].waitForReadyRead(patience);
    };
    const bool first = isAnswered(0); // by then the site has failed to accept another one
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &usual), 0);
    QCOMPARE(connected, static_cast<int>(late.size()));
    QVERIFY(first);
    for (std::size_t i = 1; i < late.size(); ++i)
        QVERIFY(isAnswered(i));
    PROVE_THAT_IT_STILL_ANSWERS(site);
}

void TestLoopbackSiteAbuse::endsInMidRequest()
{
    QTRY_COMPARE_WITH_TIMEOUT(siteThreads(), 0, patience);
    for (int round = 0; round < 3; ++round) {
        std::deque<Client> clients;
        QElapsedTimer clock;
        {
            const LoopbackSite site(1);
            for (int i = 0; i < 400; ++i)
                clients.emplace_back(site).ask(i % 4 ? "/delay/60000" : "/delay/" + QByteArray::number(i));
            clients.emplace_back(site).send("GET /del");
            QTRY_VERIFY_WITH_TIMEOUT(site.peak() >= 300, patience);
            QCOMPARE(siteThreads(), 1);
            clock.start();
        }
        QVERIFY(clock.elapsed() < patience);                   // it does not wait for its delays
        QTRY_COMPARE_WITH_TIMEOUT(siteThreads(), 0, patience); // the system forgets it a little later
        for (Client &client : clients)
            QVERIFY(client.isClosed() || client.reply().status == 200);
    }
    for (int i = 0; i < 50; ++i)
        const LoopbackSite site(1); // ends before it has begun
    QTRY_COMPARE_WITH_TIMEOUT(siteThreads(), 0, patience);
}

QTEST_GUILESS_MAIN(TestLoopbackSiteAbuse)
#include "tst_loopbacksiteabuse.moc"
