#include "core/workloads/httpclient.h"

#include "core/catalog/words.h"
#include "core/sync/stopped.h"
#include "core/trace/span.h"
#include "core/workloads/descriptors.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

#include <functional>

namespace tenfold {

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

HttpClient::HttpClient(Redirects redirects) : manager_(std::make_unique<QNetworkAccessManager>())
{
    raiseDescriptorLimit(); // a client takes three or four
    manager_->setAutoDeleteReplies(false);
    manager_->setRedirectPolicy(redirects == Redirects::Follow ? QNetworkRequest::NoLessSafeRedirectPolicy
                                                               : QNetworkRequest::ManualRedirectPolicy);
}

HttpClient::~HttpClient() = default;

HttpResponse HttpClient::get(const QUrl &url, std::chrono::milliseconds limit, const std::stop_token &stop,
                             std::source_location where)
{
    const Span waiting(State::Io, "GET", SpanRecord::noTask, where);
    const Counted inFlight("in-flight");

    // Looking for the system's proxy costs a millisecond and is of no use on this machine's own loopback.
    const bool isLocal = QHostAddress(url.host()).isLoopback();
    manager_->setProxy(isLocal ? QNetworkProxy::NoProxy : QNetworkProxy::DefaultProxy);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Tenfold/" TENFOLD_VERSION));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    const std::unique_ptr<QNetworkReply> reply(manager_->get(request));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer timer;
    timer.setSingleShot(true);
    timer.setTimerType(Qt::PreciseTimer);
    bool timedOut = false;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        timedOut = true;
        loop.quit();
    });
    bool tooLarge = false;
    QObject::connect(reply.get(), &QNetworkReply::downloadProgress, &loop, [&](qint64 received) {
        tooLarge = tooLarge || received > mostBytes;
        if (tooLarge)
            loop.quit();
    });
    timer.start(limit);
    // The stop comes from another thread: posting an event to the loop is safe where touching the reply is
    // not.
    const std::stop_callback<std::function<void()>> onStop(
        stop, [&loop] { QCoreApplication::postEvent(&loop, new QEvent(QEvent::Quit)); });
    if (!reply->isFinished() && !stop.stop_requested())
        loop.exec();

    if (!reply->isFinished() || tooLarge) {
        reply->disconnect();
        reply->abort();
        if (tooLarge)
            return failure(
                idOfStatus(QT_TRANSLATE_NOOP("status", "too-large")),
                translate("HttpClient", "The answer is larger than %1 MB.").arg(mostBytes / (1024 * 1024)));
        if (!timedOut)
            throw Stopped();
        return failure(idOfStatus(QT_TRANSLATE_NOOP("status", "timed-out")),
                       translate("HttpClient", "No whole answer within %1 s.")
                           .arg(static_cast<double>(limit.count()) / 1000));
    }
    HttpResponse response;
    response.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QString phrase = reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
    // A truncated body has a status of 200 as well; only error() tells.
    const bool whole =
        reply->error() == QNetworkReply::NoError || reply->error() >= QNetworkReply::ContentAccessDenied;
    if (response.status == 0 || !whole)
        return failure(errorId(reply->error()), reply->errorString());
    response.body = reply->readAll();
    response.type = reply->header(QNetworkRequest::ContentTypeHeader).toByteArray();
    const QUrl location = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (!location.isEmpty())
        response.location = reply->url().resolved(location);
    if (!response.ok())
        response.reason = QStringLiteral("%1 %2").arg(response.status).arg(phrase).trimmed();
    return response;
}

} // namespace tenfold
