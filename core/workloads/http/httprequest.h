#pragma once

#include <QByteArray>

#include <variant>

namespace tenfold {

/// The header of one HTTP request, checked. Names and rules are those of RFC 9112.
struct HttpRequest
{
    QByteArray method;    ///< as sent, such as "GET"
    QByteArray path;      ///< begins with '/'; not decoded, without a query
    QByteArray host = {}; ///< as the client calls this server, "name:port"; empty when it says nothing usable
    bool keepAlive = true; ///< whether the connection stays open after the answer
    qint64 bodyLength = 0; ///< bytes that follow the header
};

/// Why bytes are no request that can be answered: the status to send before closing, and a sentence.
struct HttpFault
{
    int status = 400;
    QByteArray sentence;
};

/// How many bytes of `bytes` are the first header with its empty line; -1 when that has not come yet.
qsizetype httpHeaderLength(const QByteArray &bytes);

/// Reads a header as httpHeaderLength() measured it. A body in chunks is a fault, and so is a wish for "100
/// Continue".
std::variant<HttpRequest, HttpFault> parseHttpRequest(const QByteArray &header);

/// `text` as an integer of decimal digits only, from 0 to `most`; -1 for anything else.
qint64 parseWholeNumber(const QByteArray &text, qint64 most);

} // namespace tenfold
