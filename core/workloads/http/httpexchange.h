#pragma once

#include "core/workloads/http/httpclient.h"

#include <cstdint>
#include <optional>

namespace tenfold {

/// One GET on a connection of its own to a server on 127.0.0.1, done in steps that never wait: for those who
/// have many under way, and wait for all of them at once. One thread at a time. Answers have a
/// Content-Length, as those of the loopback site do.
class HttpExchange
{
public:
    /// Connects and asks for `path`, as far as that goes without waiting. `isTimed`: nanosecondsLate() is
    /// told.
    HttpExchange(quint16 port, const QByteArray &path, bool isTimed = false);
    /// Closes the connection; before the answer is there, the server is told that nobody wants it any more.
    ~HttpExchange() { close(); }
    HttpExchange(const HttpExchange &) = delete;
    HttpExchange &operator=(const HttpExchange &) = delete;

    /// To be waited for: until it can be written to where wantsToWrite(), else until it can be read from. -1
    /// when it has ended.
    int descriptor() const { return socket_; }
    bool wantsToWrite() const { return !toSend_.isEmpty(); }

    /// Does what can be done without waiting; whether it has ended, with an answer or an error.
    bool proceed();
    /// Gives it up, unless it has ended: its error is "cancelled".
    void cancel();

    const HttpResponse &response() const { return response_; }
    /// How long ago the end of the answer had come, by the kernel's time, when it was read; 0 where that is
    /// not told.
    std::int64_t nanosecondsLate() const { return late_; }

private:
    bool send();
    void receive();
    bool read();
    void fail(const char *error, const QString &reason);
    void failBy(int systemError);
    bool isWhole();
    void close();

    int socket_ = -1;
    QByteArray toSend_;
    QByteArray received_;
    std::optional<int> ended_; ///< the connection, by an error of the system; 0: by the server
    HttpResponse response_;
    std::int64_t late_ = 0;
};

/// Makes a GET as HttpExchange does and waits for its end on the calling thread. Throws Stopped when `stop`
/// is requested. The wait is a span (State::Io, label "GET") and counts in the series "in-flight".
HttpResponse getWaiting(quint16 port, const QByteArray &path, const std::stop_token &stop,
                        std::source_location where = std::source_location::current());

} // namespace tenfold
