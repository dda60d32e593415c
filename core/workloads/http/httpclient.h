#pragma once

#include "core/workloads/compute/httptransfer.h"

#include <source_location>

namespace tenfold {

/// What a GET came to, in words.
struct HttpResponse : HttpAnswer
{
    QString error;  ///< the id of the fault, a status of the table; empty when there is a status of HTTP
    QString reason; ///< a sentence, in the language in which it was put; empty for a success
    bool isCut() const { return length > body.size(); }
    bool ok() const { return status >= 200 && status < 300; }
};

/// `answer` with its sentence, in the language of the moment. Any thread.
HttpResponse worded(HttpAnswer answer);

/// Makes GET requests, one at a time, and keeps the connections between them. One thread at a time.
class HttpClient
{
public:
    /// As HttpTransfer: redirects are followed or reported. Throws std::runtime_error with a sentence where
    /// libcurl is missing.
    explicit HttpClient(Redirects redirects = Redirects::Follow);

    /// Waits for the whole answer, of which the first HttpTransfer::mostKept bytes are kept. Never throws for
    /// a URL that fails; throws Stopped when `stop` is requested. The wait is a span (State::Io, label "GET")
    /// and counts in the series "in-flight".
    HttpResponse get(const QUrl &url, std::chrono::milliseconds limit, const std::stop_token &stop = {},
                     std::source_location where = std::source_location::current());

private:
    HttpTransfer transfer_;
};

/// The URL in `text`, as a user typed it; a response with its error when it is none that HttpClient can get.
std::pair<QUrl, HttpResponse> parseHttpUrl(const QString &text);

} // namespace tenfold
