#pragma once

#include <QByteArray>
#include <QString>

#include <arpa/inet.h>
#include <functional>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace tenfold {

/// A server on a thread of its own that reads one request after the other, each on a connection of its own,
/// and says what `answer`, which runs on that thread, makes of it.
class AnsweringServer
{
public:
    explicit AnsweringServer(std::function<QByteArray(const QByteArray &request)> answer)
        : answer_(std::move(answer))
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
        serving_ = std::jthread([this] { serve(); });
    }
    ~AnsweringServer()
    {
        ::shutdown(listener_, SHUT_RDWR);
        serving_.join();
        ::close(listener_);
    }
    AnsweringServer(const AnsweringServer &) = delete;
    AnsweringServer &operator=(const AnsweringServer &) = delete;

    QString url(const QString &path) const { return QStringLiteral("http://127.0.0.1:%1").arg(port_) + path; }

private:
    void serve()
    {
        for (;;) {
            const int client = ::accept(listener_, nullptr, nullptr);
            if (client < 0)
                return;
            QByteArray request;
            char part[4096];
            while (!request.contains("\r\n\r\n")) {
                const ssize_t got = ::recv(client, part, sizeof part, 0);
                if (got <= 0)
                    break;
                request.append(part, got);
            }
            const QByteArray said = answer_(request);
            ::send(client, said.constData(), static_cast<std::size_t>(said.size()), MSG_NOSIGNAL);
            ::close(client);
        }
    }

    const std::function<QByteArray(const QByteArray &)> answer_;
    const int listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    quint16 port_ = 0;
    std::jthread serving_;
};

} // namespace tenfold
