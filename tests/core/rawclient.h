#pragma once

#include "core/workloads/site/loopbacksite.h"
#include "tests/patience.h"

#include <QNetworkProxy>
#include <QTcpSocket>
#include <QTest>

namespace tenfold {

/// What a site said to one request.
struct Reply
{
    int status = 0; ///< 0 when the connection ended, or `patience`, before the reply was whole
    QByteArray header, body;
    bool says(const QByteArray &line) const { return header.contains("\r\n" + line + "\r\n"); }
};

/// A blocking client that sends what it is told, however wrong.
class Client
{
public:
    explicit Client(const LoopbackSite &site)
    {
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), site.port());
        socket.waitForConnected(patience);
    }

    /// Returns when all is with the system or the connection has ended.
    void send(const QByteArray &bytes)
    {
        socket.write(bytes);
        while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(patience)) {
        }
    }

    void ask(const QByteArray &path) { send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n"); }

    /// The next reply, which has a body unless it is one to HEAD.
    Reply reply(bool withBody = true)
    {
        Reply reply;
        while (!received_.contains("\r\n\r\n")) {
            if (!more())
                return {};
        }
        reply.header = received_.first(received_.indexOf("\r\n\r\n") + 2);
        received_.remove(0, reply.header.size() + 2);
        const qsizetype at = reply.header.indexOf("Content-Length: ");
        const qsizetype length =
            at < 0 || !withBody ? 0 : reply.header.sliced(at + 16).split('\r').first().toInt();
        while (received_.size() < length) {
            if (!more())
                return {};
        }
        reply.body = received_.first(length);
        received_.remove(0, length);
        reply.status = reply.header.split(' ').value(1).toInt();
        return reply;
    }

    /// Whether the site closes the connection, and says no more before it does.
    bool isClosed()
    {
        while (more()) {
        }
        return socket.state() == QAbstractSocket::UnconnectedState && received_.isEmpty();
    }

    QTcpSocket socket;

private:
    bool more()
    {
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(patience))
            return false;
        received_ += socket.readAll();
        return true;
    }

    QByteArray received_;
};

/// What `site` says to a GET of `path` on a connection of its own.
inline Reply get(const LoopbackSite &site, const QByteArray &path)
{
    Client client(site);
    client.ask(path);
    return client.reply();
}

} // namespace tenfold

/// After each abuse: a normal request still works.
#define PROVE_THAT_IT_STILL_ANSWERS(site) QCOMPARE(get(site, "/delay/1").status, 200)
