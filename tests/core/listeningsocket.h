#pragma once

#include <QString>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tenfold {

/// Listens on a free port of 127.0.0.1.
class ListeningSocket
{
public:
    ListeningSocket()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto *where = reinterpret_cast<sockaddr *>(&address);
        ::bind(socket_, where, length);
        ::listen(socket_, 100);
        ::getsockname(socket_, where, &length);
        port_ = ntohs(address.sin_port);
    }
    ~ListeningSocket() { ::close(socket_); }
    ListeningSocket(const ListeningSocket &) = delete;
    ListeningSocket &operator=(const ListeningSocket &) = delete;

    /// The next connection, for the caller to close; negative once it was stopped.
    int accept() const { return ::accept(socket_, nullptr, nullptr); }
    /// Ends accept(). Any thread.
    void stop() const { ::shutdown(socket_, SHUT_RDWR); }
    QString url(const QString &path) const { return QStringLiteral("http://127.0.0.1:%1").arg(port_) + path; }

private:
    const int socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    quint16 port_ = 0;
};

} // namespace tenfold
