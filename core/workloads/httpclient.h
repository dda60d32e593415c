#pragma once

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
    int status = 0;  ///< HTTP status; 0 when there was no whole answer
    QString error;   ///< "invalid-url", "unsupported-scheme", "refused", "timed-out", "not-found",
                     ///< "too-large", "failed"
    QString reason;  ///< a sentence, empty for a success
    QByteArray body; ///< complete, or empty
    QByteArray type; ///< Content-Type
    QUrl location;   ///< where a redirect that was not followed leads to
    bool ok() const { return status >= 200 && status < 300; }
};

/// What a client does about an answer that leads elsewhere.
enum class Redirects { Follow, Report };

/// Makes GET requests, one at a time, and keeps the connections between them. Belongs to the thread that made
/// it.
class HttpClient
{
public:
    static constexpr qint64 mostBytes = 32 * 1024 * 1024; ///< of an answer; a larger one is given up

    /// Redirects are followed at most 10 times and never from https to http.
    explicit HttpClient(Redirects redirects = Redirects::Follow);
    ~HttpClient();

    /// Waits for the whole answer. Never throws for a URL that fails; throws Stopped when `stop` is
    /// requested. The wait is a span (State::Io, label "GET") and counts in the series "in-flight".
    HttpResponse get(const QUrl &url, std::chrono::milliseconds limit, const std::stop_token &stop = {},
                     std::source_location where = std::source_location::current());

private:
    std::unique_ptr<QNetworkAccessManager> manager_;
};

/// The URL in `text`, as a user typed it; a response with its error when it is none that HttpClient can get.
std::pair<QUrl, HttpResponse> parseHttpUrl(const QString &text);

} // namespace tenfold
