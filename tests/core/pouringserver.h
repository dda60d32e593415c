#pragma once

#include <QByteArray>
#include <QString>

#include <arpa/inet.h>
#include <atomic>
#include <list>
#include <mutex>
#include <netinet/in.h>
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
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto *where = reinterpret_cast<sockaddr *>(&address);
        ::bind(listener_, where, length);
        ::listen(listener_, 100);
        ::getsockname(listener_, where, &length);
        port_ = ntohs(address.sin_port);
        accepting_ = std::jthread([this] { accept(); });
    }
    ~PouringServer()
    {
        ::shutdown(listener_, SHUT_RDWR);
        accepting_.join();
        {
            const std::scoped_lock lock(mutex_);
            for (const int client : clients_)
                ::shutdown(client, SHUT_RDWR);
        }
        pouring_.clear();
        for (const int client : clients_)
            ::close(client);
        ::close(listener_);
    }
    PouringServer(const PouringServer &) = delete;
    PouringServer &operator=(const PouringServer &) = delete;

    QString url() const { return QStringLiteral("http://127.0.0.1:%1/").arg(port_); }
    /// How many bytes the system has taken for the clients: as many as they read, and what the sockets hold.
    qint64 poured() const { return poured_; }

private:
    void accept()
    {
        for (int client = 0; (client = ::accept(listener_, nullptr, nullptr)) >= 0;) {
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
    const int listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    std::atomic<qint64> poured_{0};
    std::mutex mutex_; // guards what follows while connections are accepted
    std::list<int> clients_;
    std::list<std::jthread> pouring_;
    quint16 port_ = 0;
    std::jthread accepting_;
};

} // namespace tenfold
