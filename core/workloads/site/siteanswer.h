#pragma once

#include <QByteArray>

#include <chrono>

namespace tenfold {

struct HttpRequest;

/// What the loopback site answers to a request, and how long after it.
struct SiteAnswer
{
    int status = 200;
    QByteArray body = {};
    std::chrono::milliseconds delay{0};
    QByteArray type = "text/plain; charset=utf-8"; ///< Content-Type
    QByteArray fields = {};                        ///< further header lines, each with its line end
};

/// Finds the page of `request`: a table of path prefixes and their handlers. Never fails: there is 404.
SiteAnswer answerTo(const HttpRequest &request, quint64 seed);

/// `answer` as it is sent. To HEAD (`bodyToo` false) it is the header alone, with the length of the body.
QByteArray toBytes(const SiteAnswer &answer, bool bodyToo, bool keepAlive);

} // namespace tenfold
