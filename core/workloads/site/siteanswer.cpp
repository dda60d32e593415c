#include "core/workloads/site/siteanswer.h"

#include "core/workloads/http/httprequest.h"
#include "core/workloads/site/sitepages.h"

#include <random>

namespace tenfold {
namespace {

// Made of engines and hashes that are the same on every machine: qHash is not.
QByteArray bodyOf(quint64 seed, const QByteArray &path)
{
    quint64 hash = 0xcbf29ce484222325; // FNV-1a
    for (const char c : path)
        hash = (hash ^ static_cast<quint8>(c)) * 0x100000001b3;
    std::mt19937_64 random(seed ^ hash);

    constexpr char letters[] = "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ.0123456789";
    static_assert(sizeof letters == 64 + 1);
    QByteArray body(static_cast<qsizetype>(512 + random() % 4096), Qt::Uninitialized);
    quint64 bits = 0;
    for (qsizetype i = 0; i < body.size(); ++i, bits >>= 6) {
        if (i % 10 == 0)
            bits = random();
        body[i] = letters[bits % 64];
    }
    return body;
}

QByteArray phrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 410:
        return "Gone";
    case 417:
        return "Expectation Failed";
    case 418:
        return "I'm a teapot";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Status";
    }
}

SiteAnswer delayed(const HttpRequest &request, const QByteArray &rest, quint64 seed)
{
    const qint64 ms = parseWholeNumber(rest, 60000);
    if (ms < 0)
        return {400, "Give the delay in whole milliseconds from 0 to 60000, as in /delay/200.\n"};
    return {200, bodyOf(seed, request.path), std::chrono::milliseconds(ms)};
}

SiteAnswer withStatus(const HttpRequest &, const QByteArray &rest, quint64)
{
    const auto code = static_cast<int>(parseWholeNumber(rest, 599));
    if (code < 200)
        return {404, "Give the status as a whole number from 200 to 599, as in /status/404.\n"};
    return {code, QByteArray::number(code) + ' ' + phrase(code) + '\n'};
}

// A new kind of page is a handler and its line in `routes`. `rest` is what follows the prefix in the path.
struct Route
{
    QByteArrayView prefix;
    SiteAnswer (*handler)(const HttpRequest &request, const QByteArray &rest, quint64 seed);
};
constexpr Route routes[] = {
    {"/delay/", delayed}, {"/status/", withStatus}, {"/site/", sitePage}, {"/robots.txt", siteRules}};

} // namespace

SiteAnswer answerTo(const HttpRequest &request, quint64 seed)
{
    if (request.method != "GET" && request.method != "HEAD") {
        SiteAnswer refusal{405, "This site answers GET and HEAD.\n"};
        refusal.fields = "Allow: GET, HEAD\r\n";
        return refusal;
    }
    for (const auto &[prefix, handler] : routes) {
        if (request.path.startsWith(prefix))
            return handler(request, request.path.sliced(prefix.size()), seed);
    }
    return {404, "There is /delay/MS, /status/CODE and /site/LATENCY/PAGES/.\n"};
}

QByteArray toBytes(const SiteAnswer &answer, bool bodyToo, bool keepAlive)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + phrase(answer.status) + "\r\n";
    // These statuses never have a body, and a client would wait for one that is announced.
    const bool bodiless = answer.status == 204 || answer.status == 205 || answer.status == 304;
    if (!bodiless)
        bytes += "Content-Type: " + answer.type + "\r\n";
    if (answer.status != 204 && answer.status != 304)
        bytes += "Content-Length: " + QByteArray::number(bodiless ? 0 : answer.body.size()) + "\r\n";
    bytes += answer.fields;
    bytes += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    if (bodyToo && !bodiless)
        bytes += answer.body;
    return bytes;
}

} // namespace tenfold
