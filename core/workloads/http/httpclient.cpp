#include "core/workloads/http/httpclient.h"

#include "core/catalog/words.h"
#include "core/trace/span.h"
#include "core/workloads/descriptors.h"

namespace tenfold {

/// A status of the table: shown in the language of the moment, but the id in the documents.
static const char *idOf(GetFault fault)
{
    switch (fault) {
    case GetFault::None:
        return "";
    case GetFault::NoUrl:
    case GetFault::NoHost:
        return QT_TRANSLATE_NOOP("status", "invalid-url");
    case GetFault::UnsupportedScheme:
        return QT_TRANSLATE_NOOP("status", "unsupported-scheme");
    case GetFault::Refused:
        return QT_TRANSLATE_NOOP("status", "refused");
    case GetFault::NotFound:
        return QT_TRANSLATE_NOOP("status", "not-found");
    case GetFault::TimedOut:
        return QT_TRANSLATE_NOOP("status", "timed-out");
    case GetFault::TooLarge:
    case GetFault::HeaderTooLarge:
        return QT_TRANSLATE_NOOP("status", "too-large");
    default:
        return QT_TRANSLATE_NOOP("status", "failed");
    }
}

static QString reasonOf(GetFault fault, const QString &detail)
{
    switch (fault) {
    case GetFault::NoUrl:
        return translate("HttpClient", "This is not a URL; one looks like http://host/path.");
    case GetFault::NoHost:
        return translate("HttpClient", "This URL names no host.");
    case GetFault::UnsupportedScheme:
        return translate("HttpClient", "Only http and https can be fetched, not %1.").arg(detail);
    case GetFault::TimedOut:
        return translate("HttpClient", "No complete answer within %1 s.").arg(detail);
    case GetFault::TooLarge:
        return translate("HttpClient", "The answer is larger than %1 MB.")
            .arg(HttpTransfer::mostBytes / (1024 * 1024));
    case GetFault::HeaderTooLarge:
        return translate("HttpClient", "The header of the answer is too large.");
    case GetFault::SeveralLengths:
        return translate("HttpClient", "The answer names more than one length.");
    case GetFault::CutShort:
        return translate("HttpClient", "The answer ended before it was complete.");
    case GetFault::NotGzip:
        return translate("HttpClient", "The answer is not in the gzip format, although it says so.");
    case GetFault::UnknownCoding:
        return translate("HttpClient", "The answer is compressed as \"%1\", which was not asked for.")
            .arg(detail);
    case GetFault::TooManyRedirects:
        return translate("HttpClient", "This URL redirects more than %1 times.").arg(detail);
    case GetFault::InsecureRedirect:
        return translate("HttpClient", "This URL redirects from https to http.");
    default:
        return detail;
    }
}

HttpResponse worded(HttpAnswer answer)
{
    HttpResponse response{std::move(answer), {}, {}};
    response.error = QString::fromLatin1(idOf(response.fault));
    if (response.fault != GetFault::None)
        response.reason = reasonOf(response.fault, response.detail);
    else if (!response.ok())
        response.reason = QStringLiteral("%1 %2").arg(response.status).arg(response.detail).trimmed();
    return response;
}

std::pair<QUrl, HttpResponse> parseHttpUrl(const QString &text)
{
    const auto [url, problem] = httpUrlOf(text);
    return {url, worded(problem)};
}

HttpClient::HttpClient(Redirects redirects) : transfer_(redirects)
{
    raiseDescriptorLimit(); // a client takes three
}

HttpResponse HttpClient::get(const QUrl &url, std::chrono::milliseconds limit, const std::stop_token &stop,
                             std::source_location where)
{
    const Span waiting(State::Io, "GET", SpanRecord::noTask, where);
    const Counted inFlight("in-flight");
    return worded(transfer_.get(url, limit, stop));
}

} // namespace tenfold
