#include "core/workloads/httpclient.h"

#include "core/catalog/words.h"
#include "core/executors/awaketimer.h"
#include "core/executors/threadstart.h"
#include "core/sync/stopped.h"
#include "core/trace/span.h"
#include "core/workloads/descriptors.h"
#include "core/workloads/gunzip.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <optional>

namespace tenfold {

constexpr qint64 mostBuffered = 256 * 1024; // of an answer that Qt holds before we have read it
constexpr int mostRedirects = 10;

/// A status of the table: shown in the language of the moment, but the id in the documents.
static QString idOfStatus(const char *id)
{
    return QString::fromLatin1(id);
}

static QString errorId(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return idOfStatus(QT_TRANSLATE_NOOP("status", "refused"));
    case QNetworkReply::HostNotFoundError:
        return idOfStatus(QT_TRANSLATE_NOOP("status", "not-found"));
    case QNetworkReply::TimeoutError:
        return idOfStatus(QT_TRANSLATE_NOOP("status", "timed-out"));
    case QNetworkReply::ProtocolUnknownError:
        return idOfStatus(QT_TRANSLATE_NOOP("status", "unsupported-scheme"));
    default:
        return idOfStatus(QT_TRANSLATE_NOOP("status", "failed"));
    }
}

static HttpResponse failure(const QString &id, const QString &reason)
{
    HttpResponse response;
    response.error = id;
    response.reason = reason;
    return response;
}

std::pair<QUrl, HttpResponse> parseHttpUrl(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.scheme().isEmpty())
        return {{},
                failure(idOfStatus(QT_TRANSLATE_NOOP("status", "invalid-url")),
                        translate("HttpClient", "This is not a URL; one looks like http://host/path."))};
    if (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https"))
        return {
            {},
            failure(
                idOfStatus(QT_TRANSLATE_NOOP("status", "unsupported-scheme")),
                translate("HttpClient", "Only http and https can be fetched, not %1.").arg(url.scheme()))};
    if (url.host().isEmpty())
        return {{},
                failure(idOfStatus(QT_TRANSLATE_NOOP("status", "invalid-url")),
                        translate("HttpClient", "This URL names no host."))};
    return {url, {}};
}

namespace {

enum class Progress { Good, TooLarge, Broken, Stopped };

/// Takes in the body of an answer slice by slice, so that no more of it is in memory than is kept.
class BodyReader
{
public:
    BodyReader(HttpResponse &into, std::stop_token stop) : into_(into), stop_(std::move(stop)) {}

    Progress progress() const { return progress_; }
    /// Whether the end of what is packed has come.
    bool isWhole() const { return !gunzip_ || gunzip_->isWhole(); }

    /// Reads what has come so far, unless enough is known. Whether more is wanted.
    bool read(QNetworkReply &reply)
    {
        const QByteArray encoding = reply.rawHeader("Content-Encoding").trimmed().toLower();
        if (!gunzip_ && (encoding == "gzip" || encoding == "x-gzip"))
            gunzip_.emplace();
        QByteArray slice(1 << 16, Qt::Uninitialized);
        while (progress_ == Progress::Good) {
            const qint64 got = reply.read(slice.data(), slice.size());
            if (got <= 0)
                break;
            add({slice.constData(), got});
        }
        return progress_ == Progress::Good;
    }

private:
    void add(QByteArrayView bytes)
    {
        if (!gunzip_)
            keep(bytes);
        else if (!gunzip_->add(bytes, [this](QByteArrayView unpacked) { return keep(unpacked); }))
            progress_ = Progress::Broken;
    }
    bool keep(QByteArrayView bytes)
    {
        into_.length += bytes.size();
        into_.body += bytes.first(std::min(bytes.size(), HttpClient::mostKept - into_.body.size()));
        if (stop_.stop_requested())
            progress_ = Progress::Stopped;
        else if (into_.length > HttpClient::mostBytes)
            progress_ = Progress::TooLarge;
        return progress_ == Progress::Good;
    }

    HttpResponse &into_;
    const std::stop_token stop_;
    std::optional<Gunzip> gunzip_;
    Progress progress_ = Progress::Good;
};

HttpResponse tooLarge(HttpResponse response)
{
    response.error = idOfStatus(QT_TRANSLATE_NOOP("status", "too-large"));
    response.reason = translate("HttpClient", "The answer is larger than %1 MB.")
                          .arg(HttpClient::mostBytes / (1024 * 1024));
    return response;
}

/// `response`, whose body has been read, with the rest of what `reply` says.
HttpResponse completed(HttpResponse response, const QNetworkReply &reply, bool isWhole)
{
    response.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QString phrase = reply.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
    // A truncated body has a status of 200 as well; only error() tells. From 400 on it repeats the status.
    const bool isAnswer = reply.error() == QNetworkReply::NoError ||
                          (response.status >= 400 && reply.error() >= QNetworkReply::ContentAccessDenied);
    if (response.status == 0 || !isAnswer)
        return failure(errorId(reply.error()), reply.errorString());
    if (!isWhole)
        return failure(errorId(QNetworkReply::UnknownContentError),
                       translate("HttpClient", "The answer ended before it was complete."));
    const QByteArray encoding = reply.rawHeader("Content-Encoding").trimmed().toLower();
    if (response.length > 0 && !QByteArrayList{"", "identity", "gzip", "x-gzip"}.contains(encoding))
        return failure(errorId(QNetworkReply::UnknownContentError),
                       translate("HttpClient", "The answer is compressed as \"%1\", which was not asked for.")
                           .arg(QString::fromLatin1(encoding)));
    response.type = reply.header(QNetworkRequest::ContentTypeHeader).toByteArray();
    const QUrl location = reply.attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (!location.isEmpty())
        response.location = reply.url().resolved(location);
    if (!response.ok())
        response.reason = QStringLiteral("%1 %2").arg(response.status).arg(phrase).trimmed();
    return response;
}

} // namespace

HttpClient::HttpClient(Redirects redirects)
    : manager_(std::make_unique<QNetworkAccessManager>()),
      redirects_(redirects),
      failedBefore_(failedQThreads())
{
    // The manager starts a thread, and a request waits for it in vain if it does not start. To try costs a
    // start: once for each of our threads that makes clients.
    thread_local bool isTried = false;
    if (!isTried)
        requireThread();
    isTried = true;
    raiseDescriptorLimit(); // a client takes three or four
    manager_->setAutoDeleteReplies(false);
    manager_->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy); // each answer has its bound
}

HttpClient::~HttpClient() = default;

HttpResponse HttpClient::get(const QUrl &url, std::chrono::milliseconds limit, const std::stop_token &stop,
                             std::source_location where)
{
    const Span waiting(State::Io, "GET", SpanRecord::noTask, where);
    const Counted inFlight("in-flight");
    const AwakeClock::time_point deadline = AwakeClock::now() + limit;
    QUrl from = url;
    for (int redirects = 0;; ++redirects) {
        HttpResponse response = answerTo(from, deadline, stop);
        if (response.error == QLatin1String("timed-out"))
            response.reason = translate("HttpClient", "No complete answer within %1 s.")
                                  .arg(static_cast<double>(limit.count()) / 1000);
        if (redirects_ == Redirects::Report || !response.location.isValid())
            return response;
        if (redirects == mostRedirects)
            return failure(
                errorId(QNetworkReply::TooManyRedirectsError),
                translate("HttpClient", "This URL redirects more than %1 times.").arg(mostRedirects));
        const auto [to, problem] = parseHttpUrl(response.location.toString(QUrl::FullyEncoded));
        if (!to.isValid())
            return problem;
        if (from.scheme() == QLatin1String("https") && to.scheme() == QLatin1String("http"))
            return failure(errorId(QNetworkReply::InsecureRedirectError),
                           translate("HttpClient", "This URL redirects from https to http."));
        from = to;
    }
}

HttpResponse HttpClient::answerTo(const QUrl &url, AwakeClock::time_point deadline,
                                  const std::stop_token &stop)
{
    // Looking for the system's proxy costs a millisecond and is of no use on this machine's own loopback.
    const bool isLocal = QHostAddress(url.host()).isLoopback();
    manager_->setProxy(isLocal ? QNetworkProxy::NoProxy : QNetworkProxy::DefaultProxy);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Tenfold/" TENFOLD_VERSION));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // Who asks unpacks: Qt would unpack all that has come at once, however much it becomes.
    request.setRawHeader("Accept-Encoding", "gzip");
    const std::unique_ptr<QNetworkReply> reply(manager_->get(request));
    reply->setReadBufferSize(mostBuffered); // beyond it the server waits
    HttpResponse response;
    BodyReader body(response, stop);
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, [&] {
        if (!body.read(*reply))
            loop.quit();
    });
    bool timedOut = false;
    AwakeTimer timer([&] {
        timedOut = true;
        loop.quit();
    });
    timer.start(std::max(std::chrono::milliseconds(0),
                         std::chrono::ceil<std::chrono::milliseconds>(deadline - AwakeClock::now())));
    // The stop comes from another thread: posting an event to the loop is safe where touching the reply is
    // not.
    const std::stop_callback<std::function<void()>> onStop(
        stop, [&loop] { QCoreApplication::postEvent(&loop, new QEvent(QEvent::Quit)); });
    if (!reply->isFinished() && !stop.stop_requested())
        loop.exec();

    hasAnswered_ = hasAnswered_ || reply->isFinished();
    if (reply->isFinished() && body.read(*reply))
        return completed(std::move(response), *reply, body.isWhole());
    reply->disconnect();
    reply->abort();
    switch (body.progress()) {
    case Progress::TooLarge:
        return tooLarge(std::move(response));
    case Progress::Broken:
        return failure(errorId(QNetworkReply::UnknownContentError),
                       translate("HttpClient", "The answer is not in the gzip format, although it says so."));
    default:
        if (!timedOut)
            throw Stopped();
        if (!hasAnswered_ && failedQThreads() > failedBefore_)
            throw ThreadNotStarted(); // perhaps the manager's own, which nobody else would tell
        return failure(errorId(QNetworkReply::TimeoutError), {});
    }
}

} // namespace tenfold
