#pragma once

#include "core/executors/handover.h"

#include <QHostAddress>
#include <QMap>
#include <QNetworkProxy>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>
#include <QUrl>

#include <mutex>

/// A server on a thread of its own that says to a path what it was given, as it is, and closes. Who asks for
/// a path that was given nothing waits until it is. Who sends a cookie is told what "PATH cookie" was given,
/// if anything.
class CannedServer
{
public:
    explicit CannedServer(QMap<QByteArray, QByteArray> answers) : answers_(std::move(answers))
    {
        server_.setProxy(QNetworkProxy::NoProxy);
        server_.listen(QHostAddress::LocalHost);
        port_ = server_.serverPort();
        server_.moveToThread(&thread_);
        QObject::connect(&server_, &QTcpServer::newConnection, &server_, [this] {
            QTcpSocket *socket = server_.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                const QByteArray request = socket->peek(10000);
                QByteArray path = request.split(' ').value(1);
                if (request.toLower().contains("\r\ncookie:") && isGiven(path + " cookie"))
                    path += " cookie";
                asked_.insert(path, socket);
                answer();
            });
        });
        QObject::connect(
            &thread_, &QThread::finished, &server_,
            [this] {
                again_.stop();
                server_.close();
                tenfold::handOver(this);
            },
            Qt::DirectConnection);
        again_.setSingleShot(true);
        again_.callOnTimeout(&server_, [this] { answer(); });
        thread_.start();
    }
    ~CannedServer()
    {
        thread_.quit();
        thread_.wait();
        tenfold::takeOver(this);
    }

    /// Answers who has asked for `path`, and who will.
    void give(const QByteArray &path, const QByteArray &answer)
    {
        const std::lock_guard lock(mutex_);
        answers_[path] = answer;
    }

    QString url(const QString &path) const { return QStringLiteral("http://127.0.0.1:%1").arg(port_) + path; }

    static QByteArray page(const QByteArray &body, const QByteArray &type = "text/html", int status = 200,
                           const QByteArray &fields = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " Status\r\nContent-Type: " + type + "\r\n" +
               fields + "Content-Length: " + QByteArray::number(body.size()) +
               "\r\nConnection: close\r\n\r\n" + body;
    }
    static QByteArray redirect(const QByteArray &to, const QByteArray &fields = {})
    {
        return page({}, "text/html", 302, "Location: " + to + "\r\n" + fields);
    }

private:
    bool isGiven(const QByteArray &path)
    {
        const std::lock_guard lock(mutex_);
        return answers_.contains(path);
    }
    void answer()
    {
        const std::lock_guard lock(mutex_);
        for (auto asked = asked_.begin(); asked != asked_.end();) {
            const auto answer = answers_.constFind(asked.key());
            if (answer == answers_.constEnd()) {
                ++asked;
                continue;
            }
            if (QTcpSocket *socket = *asked) {
                socket->write(*answer);
                socket->disconnectFromHost();
            }
            asked = asked_.erase(asked);
        }
        if (!asked_.isEmpty())
            again_.start(5);
    }

    std::mutex mutex_;
    QMap<QByteArray, QByteArray> answers_;
    QMultiMap<QByteArray, QPointer<QTcpSocket>> asked_; // of the server's thread alone
    QTcpServer server_;
    QTimer again_{&server_}; // looks for answers, as long as somebody waits
    quint16 port_ = 0;
    QThread thread_;
};
