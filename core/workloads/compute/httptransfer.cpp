#include "core/workloads/compute/httptransfer.h"

#include "core/sync/stopped.h"
#include "core/workloads/compute/curl.h"
#include "core/workloads/compute/httpbody.h"
#include "core/workloads/web/weburl.h"

#include <QStringDecoder>

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <exception>
#include <functional>
#include <optional>
#include <stdexcept>

namespace tenfold {

constexpr int mostRedirects = 10;

QCborArray HttpAnswer::toCbor() const
{
    return {status, static_cast<int>(fault), detail, length};
}

HttpAnswer HttpAnswer::fromCbor(const QCborArray &array)
{
    HttpAnswer answer;
    answer.status = static_cast<int>(array[0].toInteger());
    answer.fault = static_cast<GetFault>(array[1].toInteger());
    answer.detail = array[2].toString();
    answer.length = array[3].toInteger();
    return answer;
}

static HttpAnswer failure(GetFault fault, const QString &detail = {})
{
    HttpAnswer answer;
    answer.fault = fault;
    answer.detail = detail;
    return answer;
}

std::pair<QUrl, HttpAnswer> httpUrlOf(const QString &text)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid())
        url = resolvedUrl({}, text); // as a browser takes it: with a blank, a stray percent sign
    if (!url.isValid() || url.scheme().isEmpty())
        return {{}, failure(GetFault::NoUrl)};
    if (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https"))
        return {{}, failure(GetFault::UnsupportedScheme, url.scheme())};
    if (url.host().isEmpty())
        return {{}, failure(GetFault::NoHost)};
    return {url, {}};
}

/// Whether `host` is this machine, which no proxy is asked for.
static bool isLoopback(const QString &host)
{
    const QByteArray name = host.toLatin1();
    in_addr four{};
    in6_addr six{};
    if (::inet_pton(AF_INET, name.constData(), &four) == 1)
        return ntohl(four.s_addr) >> 24 == 127;
    if (::inet_pton(AF_INET6, name.constData(), &six) == 1)
        return IN6_IS_ADDR_LOOPBACK(&six);
    return name == "localhost" || name.endsWith(".localhost");
}

/// The names for ways to compress (IANA, HTTP content coding registry, and the older ones). What else servers
/// write there, such as "none" or "utf-8", changes nothing, as browsers see it.
static bool isCompression(const QByteArray &coding)
{
    static const QByteArrayList names{"br",   "bzip2", "compress", "dcb",        "dcz",    "deflate", "exi",
                                      "gzip", "lzma",  "xz",       "x-compress", "x-gzip", "zstd"};
    return names.contains(coding);
}

/// Whether an answer with `status` and a Location leads there (the Fetch Standard's "redirect status").
static bool leadsOn(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// Where `location`, a header as it came, leads from `from`; not valid where that is nowhere.
static QUrl locationFrom(const QUrl &from, const QByteArray &location)
{
    QString text;
    for (const char c : location) // bytes of whatever encoding, as they are
        text += c >= 0 ? QString(QLatin1Char(c)) : u'%' + QString::fromLatin1(QByteArray(1, c).toHex());
    QUrl to = resolvedUrl(from, text);
    if (!to.isValid())
        return QUrl(text); // of another scheme, if any
    const bool isSameServer =
        to.scheme() == from.scheme() && to.host() == from.host() && to.port() == from.port();
    if (isSameServer && to.userInfo().isEmpty())
        to.setUserInfo(from.userInfo(QUrl::FullyEncoded));
    return to;
}

/// What libcurl keeps between requests.
class HttpTransfer::Handles
{
public:
    Handles()
        : headers_(curl.append(nullptr, "Accept-Encoding: gzip"), curl.freeAll),
          multi_(curl.multiInit(), curl.multiCleanup),
          easy_(curl.easyInit(), curl.easyCleanup)
    {
        if (!multi_ || !easy_ || !headers_)
            throw std::bad_alloc();
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_USERAGENT, "Tenfold/" TENFOLD_VERSION);
        // Who asks unpacks: libcurl takes the second member of a file of gzip for an error.
        set(CURLOPT_HTTPHEADER, headers_.get());
        set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_COOKIEFILE, ""); // cookies, in memory only
        set(CURLOPT_QUICK_EXIT, 1L); // does not wait for a look-up of a name that is under way
        set(CURLOPT_BUFFERSIZE, 1L << 16);
        set(CURLOPT_ERRORBUFFER, error.data());
        set(CURLOPT_WRITEFUNCTION, &Handles::onBody);
        set(CURLOPT_WRITEDATA, this);
        set(CURLOPT_HEADERFUNCTION, &Handles::onHeader);
        set(CURLOPT_HEADERDATA, this);
    }
    Handles(const Handles &) = delete;
    Handles &operator=(const Handles &) = delete;

    CURLcode trySet(CURLoption option, auto value) { return curl.set(easy_.get(), option, value); }
    void set(CURLoption option, auto value)
    {
        const CURLcode code = trySet(option, value);
        if (code == CURLE_OUT_OF_MEMORY)
            throw std::bad_alloc();
        if (code != CURLE_OK)
            throw std::runtime_error(curl.errorText(code));
    }
    template<typename T> T info(CURLINFO which) const
    {
        T value{};
        curl.info(easy_.get(), which, &value);
        return value;
    }
    /// Of the answer itself: not of an interim one before it, nor behind its body.
    QByteArray header(const char *name, std::size_t index = 0) const
    {
        curl_header *found = nullptr;
        return curl.header(easy_.get(), name, index, CURLH_HEADER, -1, &found) == CURLHE_OK
                   ? QByteArray(found->value)
                   : QByteArray();
    }
    /// The items of a header that is a list, on one line or several.
    QByteArrayList list(const char *name) const
    {
        QByteArrayList items;
        curl_header *found = nullptr;
        for (std::size_t i = 0; curl.header(easy_.get(), name, i, CURLH_HEADER, -1, &found) == CURLHE_OK;
             ++i) {
            for (const QByteArray &item : QByteArray(found->value).split(','))
                items << item.trimmed().toLower();
        }
        return items;
    }
    /// How the body is compressed, one way upon the other.
    QByteArrayList codings() const
    {
        QByteArrayList codings = list("Content-Encoding");
        codings.removeIf([](const QByteArray &coding) { return !isCompression(coding); });
        return codings;
    }
    static bool isGzip(const QByteArrayList &codings)
    {
        return codings.size() == 1 && codings.first().endsWith("gzip");
    }

    /// From here to its end a request is under way: what libcurl refuses is `trouble`.
    void start() { note(curl.add(multi_.get(), easy_.get())); }
    /// How the request ended; nothing while it is under way.
    std::optional<CURLcode> proceed()
    {
        int running = 0, waiting = 0;
        note(curl.perform(multi_.get(), &running));
        const CURLMsg *message = curl.readInfo(multi_.get(), &waiting);
        return message ? std::optional(message->data.result) : std::nullopt;
    }
    void wait(std::chrono::milliseconds most)
    {
        note(curl.poll(multi_.get(), nullptr, 0,
                       static_cast<int>(std::min<std::int64_t>(most.count(), 3'600'000)), nullptr));
    }
    void wakeUp() { curl.wakeUp(multi_.get()); } // any thread
    void end()
    {
        note(curl.remove(multi_.get(), easy_.get()));
        if (thrown_)
            std::rethrow_exception(std::exchange(thrown_, nullptr));
    }

    const Curl &curl = Curl::library();
    std::array<char, CURL_ERROR_SIZE> error{};
    QByteArray phrase;            ///< of the last status line
    bool isHeaderWhole = false;   ///< of the last answer
    CURLMcode trouble = CURLM_OK; ///< the first one of the last request
    HttpBody *body = nullptr;

private:
    void note(CURLMcode code)
    {
        if (trouble == CURLM_OK)
            trouble = code;
    }
    /// What `use` makes of what libcurl brings; through libcurl nothing may be thrown.
    std::size_t taken(auto use) noexcept
    {
        try {
            return use();
        } catch (...) {
            thrown_ = std::current_exception();
            return 0;
        }
    }
    static std::size_t onHeader(const char *line, std::size_t, std::size_t size, void *self)
    {
        auto &handles = *static_cast<Handles *>(self);
        return handles.taken([&] {
            const QByteArrayView text(line, static_cast<qsizetype>(size));
            const bool isStatus = text.startsWith("HTTP/"); // HTTP/1.1 404 Not Found
            handles.isHeaderWhole = !isStatus && (handles.isHeaderWhole || text.trimmed().isEmpty());
            if (isStatus)
                handles.phrase = text.toByteArray().split(' ').mid(2).join(' ').trimmed();
            return size;
        });
    }
    static std::size_t onBody(const char *bytes, std::size_t, std::size_t size, void *self)
    {
        auto &handles = *static_cast<Handles *>(self);
        return handles.taken([&]() -> std::size_t {
            if (handles.isFirst_) {
                handles.isFirst_ = false;
                if (isGzip(handles.codings()))
                    handles.body->setPacked();
            }
            return handles.body->add({bytes, static_cast<qsizetype>(size)}) ? size : 0;
        });
    }

    // In this order: the one that makes requests goes before what it makes them with.
    const std::unique_ptr<curl_slist, decltype(Curl::freeAll)> headers_;
    const std::unique_ptr<CURLM, decltype(Curl::multiCleanup)> multi_;
    const std::unique_ptr<CURL, decltype(Curl::easyCleanup)> easy_;
    std::exception_ptr thrown_; ///< by what took an answer in
    bool isFirst_ = true;
    friend class HttpTransfer;
};

HttpTransfer::HttpTransfer(Redirects redirects) : redirects_(redirects), handles_(std::make_unique<Handles>())
{}

HttpTransfer::~HttpTransfer() = default;

HttpAnswer HttpTransfer::get(const QUrl &url, std::chrono::milliseconds limit, const std::stop_token &stop)
{
    const AwakeClock::time_point deadline = AwakeClock::now() + limit;
    if (redirects_ == Redirects::Follow)
        handles_->set(CURLOPT_COOKIELIST, "ALL"); // what a URL gives depends on none before it
    QUrl from = url;
    for (int redirects = 0;; ++redirects) {
        HttpAnswer answer = answerTo(from, deadline, stop);
        if (answer.fault == GetFault::TimedOut)
            answer.detail = QString::number(static_cast<double>(limit.count()) / 1000);
        if (redirects_ == Redirects::Report || !answer.location.isValid())
            return answer;
        if (redirects == mostRedirects)
            return failure(GetFault::TooManyRedirects, QString::number(mostRedirects));
        const auto [to, problem] = httpUrlOf(answer.location.toString(QUrl::FullyEncoded));
        if (!to.isValid())
            return problem;
        if (from.scheme() == QLatin1String("https") && to.scheme() == QLatin1String("http"))
            return failure(GetFault::InsecureRedirect);
        from = to;
    }
}

/// What stands for an error of libcurl's.
static HttpAnswer failureOf(CURLcode code, long systemError, const QString &text)
{
    switch (code) {
    case CURLE_URL_MALFORMAT:
        return failure(GetFault::NoUrl);
    case CURLE_COULDNT_RESOLVE_HOST:
        return failure(GetFault::NotFound, text);
    case CURLE_COULDNT_CONNECT:
        return failure(systemError == ECONNREFUSED ? GetFault::Refused : GetFault::Other,
                       systemError != 0 ? QString::fromLocal8Bit(std::strerror(static_cast<int>(systemError)))
                                        : text);
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
        return failure(GetFault::CutShort);
    default:
        return failure(GetFault::Other, text);
    }
}

/// A phrase, whose encoding nobody names.
static QString textOf(const QByteArray &phrase)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8.decode(phrase);
    return utf8.hasError() ? QString::fromLatin1(phrase) : text;
}

HttpAnswer HttpTransfer::answerTo(const QUrl &url, AwakeClock::time_point deadline,
                                  const std::stop_token &stop)
{
    Handles &handles = *handles_;
    HttpAnswer answer;
    HttpBody body(answer, stop);
    handles.body = &body;
    handles.isFirst_ = true;
    handles.phrase.clear();
    handles.isHeaderWhole = false;
    handles.error[0] = '\0';
    handles.trouble = CURLM_OK;
    const QByteArray text = url.toEncoded(QUrl::RemoveFragment);
    if (const CURLcode refused = handles.trySet(CURLOPT_URL, text.constData()); refused != CURLE_OK)
        return failure(GetFault::Other, QString::fromLatin1(handles.curl.errorText(refused))); // too long
    handles.set(CURLOPT_PROXY, isLoopback(url.host()) ? "" : nullptr); // else what the environment names
    std::optional<CURLcode> code;
    bool timedOut = false;
    handles.start();
    {
        const std::stop_callback<std::function<void()>> onStop(stop, [&handles] { handles.wakeUp(); });
        while (!stop.stop_requested() && handles.trouble == CURLM_OK && !(code = handles.proceed())) {
            const auto left = deadline - AwakeClock::now();
            if (left <= std::chrono::nanoseconds(0)) {
                timedOut = true;
                break;
            }
            handles.wait(std::chrono::ceil<std::chrono::milliseconds>(left));
        }
    }
    handles.end();
    if (!code) {
        throwIfStopped(stop);
        return timedOut ? failure(GetFault::TimedOut)
                        : failure(GetFault::Other,
                                  QString::fromLatin1(handles.curl.multiErrorText(handles.trouble)));
    }
    if (body.progress() == HttpBody::Progress::Stopped)
        throw Stopped();
    const QString said = QString::fromLocal8Bit(handles.error.data());
    if (!handles.isHeaderWhole && *code == CURLE_OUT_OF_MEMORY) // what libcurl 7.88 calls a line of 100 KB
        return failure(GetFault::HeaderTooLarge);
    answer.status = static_cast<int>(handles.info<long>(CURLINFO_RESPONSE_CODE));
    answer.detail = textOf(handles.phrase);
    answer.type = handles.header("Content-Type");
    if (const QByteArray to = handles.header("Location"); leadsOn(answer.status) && !to.isEmpty())
        answer.location = locationFrom(url, to);
    if (answer.location.isValid() && handles.isHeaderWhole)
        return answer; // whatever is wrong with its body, which is for those who cannot go there
    if (body.progress() == HttpBody::Progress::TooLarge) {
        answer.status = 0;
        answer.fault = GetFault::TooLarge;
        return answer;
    }
    if (body.progress() == HttpBody::Progress::NotGzip)
        return failure(GetFault::NotGzip);
    if (*code != CURLE_OK)
        return failureOf(*code, handles.info<long>(CURLINFO_OS_ERRNO),
                         said.isEmpty() ? QString::fromLatin1(handles.curl.errorText(*code)) : said);
    if (!handles.isHeaderWhole || !body.isWhole())
        return failure(GetFault::CutShort);
    const QByteArrayList lengths = handles.list("Content-Length");
    if (handles.header("Transfer-Encoding").isEmpty() && lengths.count(lengths.value(0)) < lengths.size())
        return failure(GetFault::SeveralLengths);
    const QByteArrayList codings = handles.codings();
    if (answer.length > 0 && !codings.isEmpty() && !Handles::isGzip(codings))
        return failure(GetFault::UnknownCoding, QString::fromLatin1(codings.join(", ")));
    return answer;
}

} // namespace tenfold
