#pragma once

#include <QCborValue>

#include <stop_token>

namespace tenfold {

/// GETs a URL over a plain socket, for worker processes, which link no network library: http only, redirects
/// are reported. From an array [URL, limit in ms] to an array [status, error, reason, bytes of the body];
/// either a status or an error is there, named as in HttpResponse. Name "http-get".
QCborValue httpGetTask(const QCborValue &argument, const std::stop_token &stop);

} // namespace tenfold
