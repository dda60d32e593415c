#pragma once

#include "core/sync/awakeclock.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>
#include <source_location>
#include <stop_token>

class QNetworkAccessManager;

namespace tenfold {

/// What a GET came to. Exactly one of a status and an error id is there; `reason` explains what is no
/// success.
struct HttpResponse
{
    int status = 0;    ///< HTTP status; 0 when there was no whole answer
    QString error;     ///< "invalid-url", "unsupported-scheme", "refused", "timed-out", "not-found",
                       ///< "too-large", "failed"
    QString reason;    ///< a sentence, empty for a success
    qint64 length = 0; ///< of the body, in bytes, unpacked
    QByteArray body;   ///< its first HttpClient::mostKept bytes; else empty, but for "too-large"
    QByteArray type;   ///< Content-Type
    QUrl location;     ///< where a redirect that was not followed leads to
    bool isCut() const { return length > body.size(); }
    bool ok() const { return status >= 200 && status < 300; }
};

/// What a client does about an answer that leads elsewhere.
enum class Redirects { Follow, Report };

/// Makes GET requests, one at a time, and keeps the connections between them. Belongs to the thread that made
/// it.
class HttpClient
{
public:
    static constexpr qint64 mostBytes = 32 * 1024 * 1024;  ///< of an answer; a larger one is given up
    static constexpr qsizetype mostKept = 2 * 1024 * 1024; ///< of its bytes, in memory

    /// Redirects are followed at most 10 times and never from https to http. Throws ThreadNotStarted where
    /// Qt's own thread for the network cannot be started.
    explicit HttpClient(Redirects redirects = Redirects::Follow);
    ~HttpClient();

    /// Waits for the whole answer, of which the first `mostKept` bytes are kept. Never throws for a URL that
    /// fails; throws Stopped when `stop` is requested. The wait is a span (State::Io, label "GET") and counts
    /// in the series "in-flight".
    HttpResponse get(const QUrl &url, std::chrono::milliseconds limit, const std::stop_token &stop = {},
                     std::source_location where = std::source_location::current());

private:
    HttpResponse answerTo(const QUrl &url, AwakeClock::time_point deadline, const std::stop_token &stop);

    std::unique_ptr<QNetworkAccessManager> manager_;
    const Redirects redirects_;
    const int failedBefore_;   ///< threads of Qt's, when this was made
    bool hasAnswered_ = false; ///< Qt's own thread for the network is there
};

/// The URL in `text`, as a user typed it; a response with its error when it is none that HttpClient can get.
std::pair<QUrl, HttpResponse> parseHttpUrl(const QString &text);

} // namespace tenfold
