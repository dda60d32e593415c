#include "core/workloads/compute/httpget.h"

#include "core/sync/stopped.h"
#include "core/trace/span.h"

#include <QCborArray>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QUrl>

#include <cerrno>
#include <cstring>
#include <memory>
#include <netdb.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace tenfold {

static constexpr qsizetype mostBytes = 32 * 1024 * 1024; // of an answer, as HttpClient's
static constexpr qsizetype mostHeader = 64 * 1024;

namespace {

struct Failure
{
    QString error, reason;
};

/// A connected socket, not blocking, closed at its end.
class Socket
{
public:
    Socket(const QString &host, int port, QDeadlineTimer limit, std::stop_token stop);
    ~Socket()
    {
        if (descriptor_ >= 0)
            ::close(descriptor_);
    }
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;

    void write(QByteArray bytes);
    /// What has come; empty at the end.
    QByteArray read();

private:
    bool connectTo(const addrinfo &address);
    void await(short events);
    void look();

    QDeadlineTimer limit_;
    QElapsedTimer look_; // the last one
    const std::stop_token stop_;
    int descriptor_ = -1;
};

} // namespace

static QString lastError()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

Socket::Socket(const QString &host, int port, QDeadlineTimer limit, std::stop_token stop)
    : limit_(limit), stop_(std::move(stop))
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    const int code =
        ::getaddrinfo(host.toUtf8().constData(), QByteArray::number(port).constData(), &hints, &found);
    if (code != 0)
        throw Failure{QStringLiteral("not-found"), QString::fromLocal8Bit(::gai_strerror(code))};
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> addresses(found, &::freeaddrinfo);
    for (const addrinfo *address = found; address; address = address->ai_next) {
        if (connectTo(*address))
            return;
    }
    const bool isRefused = errno == ECONNREFUSED;
    const QString reason = lastError();
    if (descriptor_ >= 0)
        ::close(descriptor_);
    throw Failure{isRefused ? QStringLiteral("refused") : QStringLiteral("failed"), reason};
}

bool Socket::connectTo(const addrinfo &address)
{
    if (descriptor_ >= 0)
        ::close(descriptor_);
    look_.start(); // the look-up of the name does count
    descriptor_ = ::socket(address.ai_family, address.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor_ < 0)
        return false;
    if (::connect(descriptor_, address.ai_addr, address.ai_addrlen) == 0)
        return true;
    if (errno != EINPROGRESS)
        return false;
    await(POLLOUT);
    socklen_t length = sizeof errno;
    int error = 0;
    ::getsockopt(descriptor_, SOL_SOCKET, SO_ERROR, &error, &length);
    errno = error;
    return error == 0;
}

/// Where the last look is far too long ago the program was held up, which counts to no limit of time.
void Socket::look()
{
    constexpr qint64 leastGap = 500; // ms
    if (const qint64 took = look_.restart(); took >= leastGap)
        limit_ += took;
}

/// Until the socket is ready for `events`.
void Socket::await(short events)
{
    constexpr int interval = 20; // ms between two looks at the stop token
    for (;;) {
        look();
        if (stop_.stop_requested())
            throw Stopped();
        if (limit_.hasExpired())
            throw Failure{QStringLiteral("timed-out"), QStringLiteral("No complete answer in time.")};
        pollfd wanted{descriptor_, events, 0};
        if (::poll(&wanted, 1, interval) > 0)
            return;
    }
}

void Socket::write(QByteArray bytes)
{
    while (!bytes.isEmpty()) {
        await(POLLOUT);
        const ssize_t sent =
            ::send(descriptor_, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
        if (sent > 0)
            bytes.remove(0, sent);
        else if (errno != EAGAIN && errno != EINTR)
            throw Failure{QStringLiteral("failed"), lastError()};
    }
}

QByteArray Socket::read()
{
    for (;;) {
        await(POLLIN);
        QByteArray bytes(1 << 16, Qt::Uninitialized);
        const ssize_t got = ::recv(descriptor_, bytes.data(), static_cast<std::size_t>(bytes.size()), 0);
        if (got >= 0) {
            bytes.truncate(got);
            return bytes;
        }
        if (errno != EAGAIN && errno != EINTR)
            throw Failure{QStringLiteral("failed"), lastError()};
    }
}

namespace {

/// An answer of HTTP/1.0, whose end is the end of the connection. Only the header is kept.
struct Answer
{
    QByteArray header;
    qsizetype bytes = 0; ///< of the body
};

} // namespace

static Answer wholeAnswer(Socket &socket)
{
    Answer answer;
    bool isHeader = true;
    for (QByteArray part = socket.read(); !part.isEmpty(); part = socket.read()) {
        if (isHeader) {
            answer.header += part;
            const qsizetype end = answer.header.indexOf("\r\n\r\n");
            isHeader = end < 0;
            if ((isHeader ? answer.header.size() : end) > mostHeader)
                throw Failure{QStringLiteral("failed"),
                              QStringLiteral("The header of the answer is too long.")};
            if (!isHeader) {
                answer.bytes = answer.header.size() - end - 4;
                answer.header.truncate(end);
            }
        } else {
            answer.bytes += part.size();
        }
        if (answer.bytes > mostBytes)
            throw Failure{QStringLiteral("too-large"), QStringLiteral("The answer is larger than 32 MB.")};
    }
    if (isHeader)
        throw Failure{QStringLiteral("failed"), QStringLiteral("The answer ended before it was complete.")};
    return answer;
}

/// [status, error, reason, bytes]
static QCborArray read(const Answer &answer)
{
    const QList<QByteArray> lines = answer.header.split('\n');
    const QByteArray first = lines.front().trimmed(); // HTTP/1.1 200 OK
    const int status = first.mid(9, 3).toInt();
    bool isWhole = first.startsWith("HTTP/1.") && status >= 100;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (line.left(colon).toLower() == "content-length")
            isWhole = isWhole && line.mid(colon + 1).trimmed().toLongLong() == answer.bytes;
    }
    if (!isWhole)
        throw Failure{QStringLiteral("failed"), QStringLiteral("The answer ended before it was complete.")};
    return {status, QString(), status < 300 ? QString() : QString::fromLatin1(first.mid(9)), answer.bytes};
}

static QCborArray get(const QUrl &url, std::chrono::milliseconds limit, const std::stop_token &stop)
{
    if (!url.isValid() || url.scheme().isEmpty() ||
        (url.scheme().startsWith(QLatin1String("http")) && url.host().isEmpty()))
        throw Failure{QStringLiteral("invalid-url"),
                      QStringLiteral("This is not a URL; one looks like http://host/path.")};
    if (url.scheme() != QLatin1String("http"))
        throw Failure{QStringLiteral("unsupported-scheme"),
                      QStringLiteral("A worker process fetches http only.")};
    const Counted inFlight("in-flight");
    const int port = url.port(80);
    Socket socket(url.host(QUrl::FullyEncoded), port, QDeadlineTimer(limit, Qt::PreciseTimer), stop);
    const QString path =
        url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment | QUrl::FullyEncoded);
    socket.write("GET " + (path.startsWith(u'/') ? path.toLatin1() : '/' + path.toLatin1()) +
                 " HTTP/1.0\r\nHost: " + url.host(QUrl::FullyEncoded).toLatin1() + ':' +
                 QByteArray::number(port) + "\r\nConnection: close\r\n\r\n");
    return read(wholeAnswer(socket));
}

QCborValue httpGetTask(const QCborValue &argument, const std::stop_token &stop)
{
    const QCborArray parts = argument.toArray();
    if (parts.size() != 2)
        throw std::invalid_argument("http-get takes a URL and a limit in milliseconds");
    try {
        return get(QUrl(parts.at(0).toString().trimmed(), QUrl::StrictMode),
                   std::chrono::milliseconds(parts.at(1).toInteger()), stop);
    } catch (const Failure &failure) {
        return QCborArray{0, failure.error, failure.reason, 0};
    }
}

} // namespace tenfold
