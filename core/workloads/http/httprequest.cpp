#include "core/workloads/http/httprequest.h"

#include <QList>

#include <algorithm>
#include <charconv>
#include <limits>

namespace tenfold {
namespace {

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

bool isPrintable(const QByteArray &line)
{
    return std::ranges::none_of(line, [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == 0x7f; });
}

// Safe to be quoted in a page as it is.
bool isHost(const QByteArray &text)
{
    return text.size() <= 255 && std::ranges::all_of(text, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      QByteArrayView("-.:[]").contains(c);
           });
}

bool lists(const QByteArray &value, QByteArrayView token)
{
    return std::ranges::any_of(value.split(','), [token](const QByteArray &one) {
        return one.trimmed().compare(token, Qt::CaseInsensitive) == 0;
    });
}

// A request may name the whole URL; only its path matters here.
QByteArray pathOf(QByteArray target)
{
    constexpr QByteArrayView scheme = "http://";
    if (target.first(std::min(target.size(), scheme.size())).compare(scheme, Qt::CaseInsensitive) == 0) {
        const qsizetype slash = target.indexOf('/', scheme.size());
        target = slash < 0 ? QByteArray("/") : target.sliced(slash);
    }
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.first(query);
}

} // namespace

qint64 parseWholeNumber(const QByteArray &text, qint64 most)
{
    const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    qint64 number = -1;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), number);
    return digits && error == std::errc() && end == text.end() && number <= most ? number : -1;
}

qsizetype httpHeaderLength(const QByteArray &bytes)
{
    for (qsizetype at = bytes.indexOf('\n'); at >= 0; at = bytes.indexOf('\n', at + 1)) {
        const auto rest = QByteArrayView(bytes).sliced(at + 1);
        if (rest.startsWith("\n"))
            return at + 2;
        if (rest.startsWith("\r\n"))
            return at + 3;
    }
    return -1;
}

std::variant<HttpRequest, HttpFault> parseHttpRequest(const QByteArray &header)
{
    QList<QByteArray> lines = header.split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (!isPrintable(line))
            return HttpFault{400, "The header holds control characters."};
    }

    const QList<QByteArray> words = lines.takeFirst().split(' ');
    if (words.size() != 3 || !isToken(words[0]) || !words[2].startsWith("HTTP/"))
        return HttpFault{400, "A request begins as in: GET /path HTTP/1.1"};
    const QByteArray version = words[2].sliced(5);
    if (version.size() != 3 || !version.startsWith("1.") || parseWholeNumber(version.last(1), 9) < 0)
        return HttpFault{505, "Only HTTP/1.0 and HTTP/1.1 are spoken here."};

    HttpRequest request{words[0], pathOf(words[1])};
    request.keepAlive = version != "1.0";
    if (!request.path.startsWith('/'))
        return HttpFault{400, "A path begins with a slash."};

    bool close = false;
    bool measured = false;
    for (const QByteArray &line : lines) {
        if (line.isEmpty())
            break;
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || !isToken(line.first(colon)))
            return HttpFault{400, "A header line is a name, a colon and a value."};
        const QByteArray name = line.first(colon).toLower();
        const QByteArray value = line.sliced(colon + 1).trimmed();
        if (name == "connection") {
            close = close || lists(value, "close");
            request.keepAlive = request.keepAlive || lists(value, "keep-alive");
        } else if (name == "host") {
            request.host = isHost(value) ? value : QByteArray();
        } else if (name == "content-length") {
            const qint64 length = parseWholeNumber(value, std::numeric_limits<qint64>::max());
            if (length < 0 || (measured && length != request.bodyLength))
                return HttpFault{400, "Content-Length is one whole number of bytes."};
            measured = true;
            request.bodyLength = length;
        } else if (name == "transfer-encoding") {
            return HttpFault{501, "A request body must have a Content-Length."};
        } else if (name == "expect") {
            return HttpFault{417, "Send the body without waiting for a 100 Continue."};
        }
    }
    request.keepAlive = request.keepAlive && !close;
    return request;
}

} // namespace tenfold
