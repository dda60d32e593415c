#include "core/workloads/compute/httptransfer.h"

#include "core/sync/stopped.h"
#include "core/workloads/compute/curl.h"
#include "core/workloads/gunzip.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
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

std::pair<QUrl, HttpAnswer> parsedHttpUrl(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
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

/// Takes in the body of an answer slice by slice, so that no more of it is in memory than is kept.
class HttpTransfer::Body
{
public:
    enum class Progress { Good, TooLarge, NotGzip, Stopped };

    Body(HttpAnswer &into, std::stop_token stop) : into_(into), stop_(std::move(stop)) {}

    Progress progress() const { return progress_; }
    /// Whether the end of what is packed has come.
    bool isWhole() const { return !gunzip_ || gunzip_->isWhole(); }
    void setPacked() { gunzip_.emplace(); }
    /// Whether more is wanted.
    bool add(QByteArrayView bytes)
    {
        if (!gunzip_)
            keep(bytes);
        else if (!gunzip_->add(bytes, [this](QByteArrayView unpacked) { return keep(unpacked); }) &&
                 progress_ == Progress::Good)
            progress_ = Progress::NotGzip;
        return progress_ == Progress::Good;
    }

private:
    bool keep(QByteArrayView bytes)
    {
        into_.length += bytes.size();
        into_.body += bytes.first(std::min(bytes.size(), HttpTransfer::mostKept - into_.body.size()));
        if (stop_.stop_requested())
            progress_ = Progress::Stopped;
        else if (into_.length > HttpTransfer::mostBytes)
            progress_ = Progress::TooLarge;
        return progress_ == Progress::Good;
    }

    HttpAnswer &into_;
    const std::stop_token stop_;
    std::optional<Gunzip> gunzip_;
    Progress progress_ = Progress::Good;
};

/// What libcurl keeps between requests.
class HttpTransfer::Handles
{
public:
    Handles() : multi_(curl.multiInit()), easy_(curl.easyInit())
    {
        if (!multi_ || !easy_)
            throw std::bad_alloc();
        headers_ = curl.append(nullptr, "Accept-Encoding: gzip");
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_USERAGENT, "Tenfold/" TENFOLD_VERSION);
        // Who asks unpacks: libcurl takes the second member of a file of gzip for an error.
        set(CURLOPT_HTTPHEADER, headers_);
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
    ~Handles()
    {
        curl.easyCleanup(easy_);
        curl.multiCleanup(multi_);
        curl.freeAll(headers_);
    }
    Handles(const Handles &) = delete;
    Handles &operator=(const Handles &) = delete;

    void set(CURLoption option, auto value) { curl.set(easy_, option, value); }
    template<typename T> T info(CURLINFO which) const
    {
        T value{};
        curl.info(easy_, which, &value);
        return value;
    }
    /// Of the answer itself: not of an interim one before it, nor behind its body.
    QByteArray header(const char *name) const
    {
        curl_header *found = nullptr;
        return curl.header(easy_, name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK ? QByteArray(found->value)
                                                                                  : QByteArray();
    }
    QByteArray coding() const { return header("Content-Encoding").trimmed().toLower(); }

    void start() { curl.add(multi_, easy_); }
    /// How the request ended; nothing while it is under way.
    std::optional<CURLcode> proceed()
    {
        int running = 0, waiting = 0;
        curl.perform(multi_, &running);
        const CURLMsg *message = curl.readInfo(multi_, &waiting);
        return message ? std::optional(message->data.result) : std::nullopt;
    }
    void wait(std::chrono::milliseconds most)
    {
        curl.poll(multi_, nullptr, 0, static_cast<int>(std::min<std::int64_t>(most.count(), 3'600'000)),
                  nullptr);
    }
    void wakeUp() { curl.wakeUp(multi_); } // any thread
    void end() { curl.remove(multi_, easy_); }

    const Curl &curl = Curl::library();
    std::array<char, CURL_ERROR_SIZE> error{};
    QString phrase; ///< of the last status line
    Body *body = nullptr;

private:
    static std::size_t onHeader(const char *line, std::size_t, std::size_t size, void *self)
    {
        const QByteArrayView text(line, static_cast<qsizetype>(size));
        if (text.startsWith("HTTP/")) // HTTP/1.1 404 Not Found
            static_cast<Handles *>(self)->phrase = QString::fromLatin1(text).section(u' ', 2).trimmed();
        return size;
    }
    static std::size_t onBody(const char *bytes, std::size_t, std::size_t size, void *self)
    {
        auto &handles = *static_cast<Handles *>(self);
        if (handles.isFirst_) {
            handles.isFirst_ = false;
            if (const QByteArray coding = handles.coding(); coding == "gzip" || coding == "x-gzip")
                handles.body->setPacked();
        }
        return handles.body->add({bytes, static_cast<qsizetype>(size)}) ? size : 0;
    }

    CURLM *const multi_;
    CURL *const easy_;
    curl_slist *headers_ = nullptr;
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
        const auto [to, problem] = parsedHttpUrl(answer.location.toString(QUrl::FullyEncoded));
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

HttpAnswer HttpTransfer::answerTo(const QUrl &url, AwakeClock::time_point deadline,
                                  const std::stop_token &stop)
{
    Handles &handles = *handles_;
    HttpAnswer answer;
    Body body(answer, stop);
    handles.body = &body;
    handles.isFirst_ = true;
    handles.phrase.clear();
    handles.error[0] = '\0';
    const QByteArray text = url.toEncoded(QUrl::RemoveFragment);
    handles.set(CURLOPT_URL, text.constData());
    handles.set(CURLOPT_PROXY, isLoopback(url.host()) ? "" : nullptr); // else what the environment names
    std::optional<CURLcode> code;
    bool timedOut = false;
    handles.start();
    {
        const std::stop_callback<std::function<void()>> onStop(stop, [&handles] { handles.wakeUp(); });
        while (!stop.stop_requested() && !(code = handles.proceed())) {
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
        if (!timedOut)
            throw Stopped();
        return failure(GetFault::TimedOut);
    }
    switch (body.progress()) {
    case Body::Progress::Stopped:
        throw Stopped();
    case Body::Progress::TooLarge:
        answer.fault = GetFault::TooLarge;
        return answer;
    case Body::Progress::NotGzip:
        return failure(GetFault::NotGzip);
    case Body::Progress::Good:
        break;
    }
    const QString said = QString::fromLocal8Bit(handles.error.data());
    if (*code != CURLE_OK)
        return failureOf(*code, handles.info<long>(CURLINFO_OS_ERRNO),
                         said.isEmpty() ? QString::fromLatin1(handles.curl.errorText(*code)) : said);
    const QByteArray coding = handles.coding();
    if (!body.isWhole())
        return failure(GetFault::CutShort);
    if (answer.length > 0 && !QByteArrayList{"", "identity", "gzip", "x-gzip"}.contains(coding))
        return failure(GetFault::UnknownCoding, QString::fromLatin1(coding));
    answer.status = static_cast<int>(handles.info<long>(CURLINFO_RESPONSE_CODE));
    answer.detail = handles.phrase;
    answer.type = handles.header("Content-Type");
    if (const char *to = handles.info<const char *>(CURLINFO_REDIRECT_URL))
        answer.location = QUrl(QString::fromUtf8(to));
    return answer;
}

} // namespace tenfold
