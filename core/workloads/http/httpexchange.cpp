#include "core/workloads/http/httpexchange.h"

#include "core/catalog/words.h"
#include "core/sync/stopped.h"
#include "core/trace/span.h"
#include "core/workloads/http/httprequest.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tenfold {

template<typename T> static void setOption(int socket, int level, int option, T value)
{
    ::setsockopt(socket, level, option, &value, sizeof value);
}

HttpExchange::HttpExchange(quint16 port, const QByteArray &path, bool isTimed)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)),
      toSend_("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
{
    if (socket_ < 0) {
        failBy(errno);
        return;
    }
    if (isTimed)
        setOption(socket_, SOL_SOCKET, SO_TIMESTAMPNS, 1);
    // Closed at once, it leaves no port behind that nobody may use for a minute: there are 28,000 of them.
    setOption(socket_, SOL_SOCKET, SO_LINGER, linger{.l_onoff = 1, .l_linger = 0});
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 ||
        errno == EINPROGRESS)
        send(); // on the machine itself it is connected already
    else
        failBy(errno);
}

void HttpExchange::failBy(int systemError)
{
    fail(systemError == ECONNREFUSED ? QT_TRANSLATE_NOOP("status", "refused")
                                     : QT_TRANSLATE_NOOP("status", "failed"),
         qt_error_string(systemError));
}

void HttpExchange::fail(const char *error, const QString &reason)
{
    close();
    response_ = {};
    response_.error = QString::fromLatin1(error);
    response_.reason = reason;
}

void HttpExchange::close()
{
    if (socket_ >= 0)
        ::close(std::exchange(socket_, -1));
}

void HttpExchange::cancel()
{
    if (socket_ >= 0)
        fail(QT_TRANSLATE_NOOP("status", "cancelled"), {});
}

/// Whether nothing is left to be sent.
bool HttpExchange::send()
{
    while (!toSend_.isEmpty()) {
        const auto sent =
            ::send(socket_, toSend_.constData(), static_cast<std::size_t>(toSend_.size()), MSG_NOSIGNAL);
        if (sent < 0) {
            if (errno != EAGAIN && errno != EINTR)
                failBy(errno);
            return false;
        }
        toSend_.remove(0, sent);
    }
    return true;
}

bool HttpExchange::proceed()
{
    if (socket_ >= 0 && send())
        receive();
    return socket_ < 0;
}

void HttpExchange::receive()
{
    while (read()) {
    }
    if (isWhole())
        close();
    else if (ended_ == 0)
        fail(QT_TRANSLATE_NOOP("status", "failed"),
             translate("HttpClient", "The answer ended before it was complete."));
    else if (ended_)
        failBy(*ended_);
}

/// Whether all of the answer has come; then it is the response.
bool HttpExchange::isWhole()
{
    const qsizetype header = httpHeaderLength(received_);
    if (header < 0)
        return false;
    const QByteArray head = received_.first(header);
    constexpr QByteArrayView field = "\r\nContent-Length: ";
    const qsizetype at = head.indexOf(field);
    const QByteArray number = at < 0 ? "0" : head.sliced(at + field.size()).split('\r').first();
    const qint64 length = number.toLongLong();
    if (received_.size() < header + length)
        return false;
    response_.status = head.sliced(9, 3).toInt(); // after "HTTP/1.1 "
    response_.length = length;
    response_.body = received_.sliced(header, length);
    if (!response_.ok())
        response_.reason = QString::fromLatin1(head.sliced(9, head.indexOf('\r') - 9));
    return true;
}

/// How long ago the kernel received what was read; 0 where it does not say.
static std::int64_t sinceArrival(const msghdr &message)
{
    const auto nanoseconds = [](const timespec &time) {
        return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
    };
    for (const cmsghdr *header = CMSG_FIRSTHDR(&message); header;
         header = CMSG_NXTHDR(const_cast<msghdr *>(&message), const_cast<cmsghdr *>(header))) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_TIMESTAMPNS)
            continue;
        timespec arrived{}, now{};
        std::copy_n(CMSG_DATA(header), sizeof arrived, reinterpret_cast<unsigned char *>(&arrived));
        clock_gettime(CLOCK_REALTIME, &now);
        return std::max<std::int64_t>(0, nanoseconds(now) - nanoseconds(arrived));
    }
    return 0;
}

/// Whether there may be more to read.
bool HttpExchange::read()
{
    std::array<char, 8192> bytes;
    alignas(cmsghdr) std::array<char, 128> control;
    iovec into{bytes.data(), bytes.size()};
    msghdr message{};
    message.msg_iov = &into;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const auto got = ::recvmsg(socket_, &message, 0);
    if (got > 0) {
        received_.append(bytes.data(), got);
        late_ = sinceArrival(message);
        return static_cast<std::size_t>(got) == bytes.size();
    }
    if (got == 0 || (errno != EAGAIN && errno != EINTR))
        ended_ = got == 0 ? 0 : errno;
    return false;
}

HttpResponse getWaiting(quint16 port, const QByteArray &path, const std::stop_token &stop,
                        std::source_location where)
{
    const Span waiting(State::Io, "GET", SpanRecord::noTask, where);
    const Counted inFlight("in-flight");
    HttpExchange exchange(port, path);
    while (!exchange.proceed()) {
        // Looking for the stop now and then takes no descriptor of each of thousands of threads.
        constexpr int look = 50; // ms
        pollfd socket{exchange.descriptor(), static_cast<short>(exchange.wantsToWrite() ? POLLOUT : POLLIN),
                      0};
        ::poll(&socket, 1, look);
        throwIfStopped(stop);
    }
    return exchange.response();
}

} // namespace tenfold
