#pragma once

#include "core/sync/awakeclock.h"

#include <QByteArray>
#include <QCborArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>
#include <stop_token>

namespace tenfold {

/// Why a GET has no whole answer.
enum class GetFault {
    None,
    NoUrl,
    NoHost,
    UnsupportedScheme, ///< the detail names it
    Refused,
    NotFound,
    TimedOut, ///< the detail: after how many seconds
    TooLarge,
    HeaderTooLarge,
    SeveralLengths,
    CutShort,
    NotGzip,
    UnknownCoding, ///< the detail names it
    TooManyRedirects,
    InsecureRedirect,
    Other ///< the detail is a sentence of the system's or of libcurl's
};

/// What a GET came to. Exactly one of a status and a fault is there.
struct HttpAnswer
{
    int status = 0; ///< of HTTP; 0 when there was no whole answer
    GetFault fault = GetFault::None;
    QString detail;    ///< of the fault; or the phrase behind the status
    qint64 length = 0; ///< of the body, in bytes, unpacked
    QByteArray body;   ///< its first HttpTransfer::mostKept bytes
    QByteArray type;   ///< Content-Type
    QUrl location;     ///< where a redirect that was not followed leads to

    /// All but the body, as a worker process sends it.
    QCborArray toCbor() const;
    static HttpAnswer fromCbor(const QCborArray &array);
};

/// What a client does about an answer that leads elsewhere.
enum class Redirects { Follow, Report };

/// The URL in `text`, as a user typed it; an answer with its fault when it is none that can be fetched.
std::pair<QUrl, HttpAnswer> httpUrlOf(const QString &text);

/// Makes GET requests by libcurl, one at a time, for threads and worker processes alike, and keeps its
/// connections between them. One thread at a time.
class HttpTransfer
{
public:
    static constexpr qint64 mostBytes = 32 * 1024 * 1024;  ///< of an answer; a larger one is given up
    static constexpr qsizetype mostKept = 2 * 1024 * 1024; ///< of its bytes, in memory

    /// Redirects are followed at most 10 times and never from https to http; the cookies that come with one
    /// are sent from there on, and user and password as long as the server is the same. Who reports redirects
    /// keeps cookies from one request to the next. Throws std::runtime_error with a sentence where libcurl is
    /// missing or lacks something.
    explicit HttpTransfer(Redirects redirects);
    ~HttpTransfer();
    HttpTransfer(const HttpTransfer &) = delete;
    HttpTransfer &operator=(const HttpTransfer &) = delete;

    /// Waits for the whole answer. Never throws for a URL that fails; throws Stopped, and std::bad_alloc.
    HttpAnswer get(const QUrl &url, std::chrono::milliseconds limit, const std::stop_token &stop);

private:
    class Handles;
    HttpAnswer answerTo(const QUrl &url, AwakeClock::time_point deadline, const std::stop_token &stop);

    const Redirects redirects_;
    const std::unique_ptr<Handles> handles_;
};

} // namespace tenfold
