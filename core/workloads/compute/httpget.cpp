#include "core/workloads/compute/httpget.h"

#include "core/sync/awakeclock.h"
#include "core/trace/span.h"
#include "core/workloads/compute/httptransfer.h"

#include <stdexcept>

namespace tenfold {

QCborValue httpGetTask(const QCborValue &argument, const std::stop_token &stop)
{
    const QCborArray parts = argument.toArray();
    if (parts.size() != 2)
        throw std::invalid_argument("http-get takes a URL and a limit in milliseconds");
    static const Pulse pulse; // time in which a worker process is held up counts to no limit
    const auto [url, problem] = httpUrlOf(parts.at(0).toString());
    if (!url.isValid())
        return problem.toCbor();
    const Counted inFlight("in-flight");
    HttpTransfer transfer(Redirects::Follow); // one per task, as the threads of url-fetch have
    return transfer.get(url, std::chrono::milliseconds(parts.at(1).toInteger()), stop).toCbor();
}

} // namespace tenfold
