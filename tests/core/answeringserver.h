#pragma once

#include "tests/core/listeningsocket.h"

#include <QByteArray>

#include <functional>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace tenfold {

/// A server on a thread of its own that reads one request after the other, each on a connection of its own
/// unless it `keeps` them until the client closes them, and says what `answer`, which runs on that thread,
/// makes of it. It serves one connection at a time.
class AnsweringServer
{
public:
    explicit AnsweringServer(std::function<QByteArray(const QByteArray &request)> answer, bool keeps = false)
        : answer_(std::move(answer)), keeps_(keeps)
    {
        serving_ = std::jthread([this] { serve(); });
    }
    ~AnsweringServer()
    {
        listener_.stop();
        serving_.join();
    }
    AnsweringServer(const AnsweringServer &) = delete;
    AnsweringServer &operator=(const AnsweringServer &) = delete;

    QString url(const QString &path) const { return listener_.url(path); }

private:
    void serve()
    {
        for (;;) {
            const int client = listener_.accept();
            if (client < 0)
                return;
            while (serveRequest(client) && keeps_) {
            }
            ::close(client);
        }
    }
    bool serveRequest(int client) const
    {
        QByteArray request;
        char part[4096];
        while (!request.contains("\r\n\r\n")) {
            const ssize_t got = ::recv(client, part, sizeof part, 0);
            if (got <= 0)
                return false;
            request.append(part, got);
        }
        const QByteArray said = answer_(request);
        return ::send(client, said.constData(), static_cast<std::size_t>(said.size()), MSG_NOSIGNAL) >= 0;
    }

    const std::function<QByteArray(const QByteArray &)> answer_;
    const bool keeps_;
    const ListeningSocket listener_;
    std::jthread serving_;
};

} // namespace tenfold
