#pragma once

#include <QCborValue>

#include <stop_token>

namespace tenfold {

/// GETs a URL as HttpClient does. From an array [URL, limit in ms] to HttpAnswer::toCbor(). Name "http-get".
QCborValue httpGetTask(const QCborValue &argument, const std::stop_token &stop);

} // namespace tenfold
