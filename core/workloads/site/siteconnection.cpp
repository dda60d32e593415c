#include "core/workloads/site/siteconnection.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace tenfold {

using namespace std::chrono_literals;

constexpr auto requestLimit = 2s; // from a request's first byte to its last, and for taking the answer
constexpr auto idleLimit = 15s;   // without a request
constexpr auto lingerLimit = 1s;  // for the client to close too
constexpr qint64 lingerBytes = 1024 * 1024;

SiteConnection::SiteConnection(int socket, quint64 seed, SiteLoad &load)
    : socket_(socket), seed_(seed), load_(load)
{
    enter(State::Idle, idleLimit);
}

SiteConnection::~SiteConnection()
{
    leaveWork();
    ::close(socket_);
}

void SiteConnection::enter(State state, std::chrono::milliseconds limit)
{
    state_ = state;
    deadline_ = Clock::now() + limit;
}

bool SiteConnection::ready()
{
    const bool goesOn = read();
    proceed();
    return goesOn && !isOver_;
}

/// Takes in what has come; false when the client has left.
bool SiteConnection::read()
{
    std::array<char, headerLimit> bytes;
    while (wantsToRead()) {
        const auto got = ::recv(socket_, bytes.data(), bytes.size(), 0);
        if (got > 0)
            received_.append(bytes.data(), got);
        if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
            return false;
        if (got < static_cast<ssize_t>(bytes.size()) && !(got < 0 && errno == EINTR))
            break;
    }
    return true;
}

/// Does all that can be done without waiting.
void SiteConnection::proceed()
{
    while (!isOver_ && step()) {
    }
}

/// Whether there may be more to do.
bool SiteConnection::step()
{
    switch (state_) {
    case State::Idle: // empty lines before a request are allowed
        received_.remove(0, std::ranges::find_if(received_, [](char c) { return c != '\r' && c != '\n'; }) -
                                received_.begin());
        if (received_.isEmpty())
            return false;
        enter(State::Header, requestLimit);
        return true;
    case State::Header:
        return readHeader();
    case State::Body:
        return readBody();
    case State::Delaying:
        return false;
    case State::Sending:
        return write();
    case State::Lingering:
        lingered_ += received_.size();
        received_.clear();
        isOver_ = lingered_ > lingerBytes;
        return false;
    }
    return false;
}

bool SiteConnection::readHeader()
{
    const QByteArray bytes = received_.first(std::min(received_.size(), headerLimit));
    const qsizetype length = httpHeaderLength(bytes);
    if (length < 0) {
        if (bytes.size() < headerLimit)
            return false;
        fail({431, "A header must be under 16 KB."});
        return true;
    }
    received_.remove(0, length);
    const auto parsed = parseHttpRequest(bytes.first(length));
    if (const auto *fault = std::get_if<HttpFault>(&parsed)) {
        fail(*fault);
    } else {
        request_ = std::get<HttpRequest>(parsed);
        state_ = State::Body; // within the time of the header
    }
    return true;
}

bool SiteConnection::readBody()
{
    const auto here = std::min<qint64>(request_.bodyLength, received_.size());
    received_.remove(0, here);
    request_.bodyLength -= here;
    if (request_.bodyLength > 0)
        return false;
    begin();
    return true;
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
    const auto came = Clock::now();
    answer_ = answerTo(request_, seed_);
    if (answer_.delay > 0ms) {
        state_ = State::Delaying;
        deadline_ = came + answer_.delay;
    } else {
        send(answer_);
    }
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
    toSend_ = toBytes(answer, request_.method != "HEAD", request_.keepAlive);
}

/// Whether all of the answer is with the system.
bool SiteConnection::write()
{
    while (!toSend_.isEmpty()) {
        const auto sent =
            ::send(socket_, toSend_.constData(), static_cast<std::size_t>(toSend_.size()), MSG_NOSIGNAL);
        if (sent < 0) {
            isOver_ = errno != EAGAIN && errno != EINTR;
            return false;
        }
        toSend_.remove(0, sent);
    }
    leaveWork();
    if (request_.keepAlive) {
        enter(State::Idle, idleLimit);
    } else {
        // Closing outright while bytes of the client are unread resets the connection, and the answer could
        // be lost.
        ::shutdown(socket_, SHUT_WR);
        enter(State::Lingering, lingerLimit);
    }
    return true;
}

bool SiteConnection::timeOut()
{
    switch (state_) {
    case State::Header:
    case State::Body:
        fail({408, "A request must be whole within 2 s."});
        break;
    case State::Delaying:
        send(answer_);
        break;
    case State::Idle:
    case State::Sending:
    case State::Lingering:
        return false;
    }
    proceed();
    return !isOver_;
}

void SiteConnection::leaveWork()
{
    if (std::exchange(inWork_, false))
        --load_.inWork;
}

} // namespace tenfold
