#include "core/workloads/siteconnection.h"

#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <sys/socket.h>
#include <utility>

namespace tenfold {

using namespace std::chrono_literals;

constexpr auto requestLimit = 2s; // from a request's first byte to its last, and for taking the answer
constexpr auto idleLimit = 15s;   // without a request
constexpr auto lingerLimit = 1s;  // for the client to close too
constexpr qint64 headerLimit = 16 * 1024;
constexpr qint64 lingerBytes = 1024 * 1024;

SiteConnection::SiteConnection(qintptr descriptor, quint64 seed, SiteLoad &load, QObject *parent)
    : QObject(parent), seed_(seed), load_(load), socket_(new QTcpSocket(this)), timer_(new QTimer(this))
{
    timer_->setSingleShot(true);
    timer_->setTimerType(Qt::PreciseTimer); // a coarse one fires up to 5 % early
    connect(timer_, &QTimer::timeout, this, &SiteConnection::timeOut);
    connect(socket_, &QTcpSocket::readyRead, this, &SiteConnection::receive);
    connect(socket_, &QTcpSocket::bytesWritten, this, &SiteConnection::sent);
    connect(socket_, &QTcpSocket::disconnected, this, [this] {
        timer_->stop();
        leaveWork();
        deleteLater();
    });
    socket_->setReadBufferSize(2 * headerLimit);
    if (!socket_->setSocketDescriptor(descriptor)) {
        deleteLater();
        return;
    }
    socket_->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    enter(State::Idle, idleLimit);
}

void SiteConnection::enter(State state, std::chrono::milliseconds limit)
{
    state_ = state;
    timer_->start(limit);
}

void SiteConnection::receive()
{
    if (state_ == State::Idle) {
        char first = 0; // empty lines before a request are allowed
        while (socket_->peek(&first, 1) == 1 && (first == '\r' || first == '\n'))
            socket_->skip(1);
        if (socket_->bytesAvailable() > 0)
            enter(State::Header, requestLimit);
    }
    if (state_ == State::Header)
        readHeader();
    if (state_ == State::Body) {
        request_.bodyLength -= socket_->skip(std::min(request_.bodyLength, socket_->bytesAvailable()));
        if (request_.bodyLength == 0)
            begin();
    }
    if (state_ == State::Lingering) {
        lingered_ += socket_->skip(socket_->bytesAvailable());
        if (lingered_ > lingerBytes)
            socket_->abort();
    }
}

void SiteConnection::readHeader()
{
    const QByteArray bytes = socket_->peek(headerLimit);
    const qsizetype length = httpHeaderLength(bytes);
    if (length < 0) {
        if (bytes.size() == headerLimit)
            fail({431, "A header must be under 16 KB."});
        return;
    }
    socket_->skip(length);
    const auto parsed = parseHttpRequest(bytes.first(length));
    if (const auto *fault = std::get_if<HttpFault>(&parsed))
        return fail(*fault);
    request_ = std::get<HttpRequest>(parsed);
    state_ = State::Body; // within the time of the header
}

void SiteConnection::begin()
{
    const int limit = load_.limit.load(std::memory_order_relaxed);
    if (limit > 0 && load_.inWork >= limit) {
        load_.refused.fetch_add(1, std::memory_order_relaxed);
        SiteAnswer refusal{503, "Too many requests are in work; try again later.\n"};
        refusal.fields = "Retry-After: 1\r\n";
        return send(refusal);
    }
    inWork_ = true;
    ++load_.inWork;
    if (load_.inWork > load_.peak.load(std::memory_order_relaxed))
        load_.peak.store(load_.inWork, std::memory_order_relaxed);
    answer_ = answerTo(request_, seed_);
    if (answer_.delay > 0ms)
        enter(State::Delaying, answer_.delay);
    else
        send(answer_);
}

void SiteConnection::fail(const HttpFault &fault)
{
    request_ = HttpRequest();
    request_.keepAlive = false; // where the next request would begin is not known
    send({fault.status, fault.sentence + '\n'});
}

void SiteConnection::send(const SiteAnswer &answer)
{
    enter(State::Sending, requestLimit);
    socket_->write(toBytes(answer, request_.method != "HEAD", request_.keepAlive));
}

void SiteConnection::sent()
{
    if (state_ != State::Sending || socket_->bytesToWrite() > 0)
        return;
    leaveWork();
    if (request_.keepAlive) {
        enter(State::Idle, idleLimit);
    } else {
        // Closing outright while bytes of the client are unread resets the connection, and the answer could
        // be lost.
        ::shutdown(static_cast<int>(socket_->socketDescriptor()), SHUT_WR);
        enter(State::Lingering, lingerLimit);
    }
    receive();
}

void SiteConnection::timeOut()
{
    switch (state_) {
    case State::Idle:
        return socket_->disconnectFromHost();
    case State::Header:
    case State::Body:
        return fail({408, "A request must be whole within 2 s."});
    case State::Delaying:
        return send(answer_);
    case State::Sending:
    case State::Lingering:
        return socket_->abort();
    }
}

void SiteConnection::leaveWork()
{
    if (std::exchange(inWork_, false))
        --load_.inWork;
}

} // namespace tenfold
