#pragma once

#include "tests/core/listeningsocket.h"

#include <QByteArray>

#include <atomic>
#include <list>
#include <mutex>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace tenfold {

/// A server that begins its answer to everybody as it was told and then says `piece` over and over, as fast
/// as the client takes it, until the client has enough.
class PouringServer
{
public:
    PouringServer(QByteArray begin, QByteArray piece) : begin_(std::move(begin)), piece_(std::move(piece))
    {
        accepting_ = std::jthread([this] { accept(); });
    }
    ~PouringServer()
    {
        listener_.stop();
        accepting_.join();
        {
            const std::scoped_lock lock(mutex_);
            for (const int client : clients_)
                ::shutdown(client, SHUT_RDWR);
        }
        pouring_.clear();
        for (const int client : clients_)
            ::close(client);
    }
    PouringServer(const PouringServer &) = delete;
    PouringServer &operator=(const PouringServer &) = delete;

    QString url() const { return listener_.url(QStringLiteral("/")); }
    /// How many bytes the system has taken for the clients: as many as they read, and what the sockets hold.
    qint64 poured() const { return poured_; }

private:
    void accept()
    {
        for (int client = 0; (client = listener_.accept()) >= 0;) {
            const std::scoped_lock lock(mutex_);
            clients_.push_back(client);
            pouring_.emplace_back([this, client] { pour(client); });
        }
    }
    void pour(int client)
    {
        QByteArray request(1 << 14, Qt::Uninitialized);
        if (::recv(client, request.data(), static_cast<std::size_t>(request.size()), 0) <= 0)
            return;
        for (bool isTaken = send(client, begin_); isTaken;)
            isTaken = send(client, piece_);
        ::shutdown(client, SHUT_RDWR);
    }
    bool send(int client, const QByteArray &bytes)
    {
        for (qsizetype sent = 0; sent < bytes.size();) {
            const ssize_t now = ::send(client, bytes.constData() + sent,
                                       static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL);
            if (now <= 0)
                return false;
            sent += now;
            poured_ += now;
        }
        return true;
    }

    const QByteArray begin_, piece_;
    const ListeningSocket listener_;
    std::atomic<qint64> poured_{0};
    std::mutex mutex_; // guards what follows while connections are accepted
    std::list<int> clients_;
    std::list<std::jthread> pouring_;
    std::jthread accepting_;
};

} // namespace tenfold
