#include "core/workloads/site/loopbacksite.h"

#include "core/catalog/words.h"
#include "core/executors/threadstart.h"
#include "core/workloads/descriptors.h"
#include "core/workloads/site/siteserver.h"

#include <algorithm>
#include <pthread.h>
#include <stdexcept>
#include <system_error>
#include <thread>

namespace tenfold {

class LoopbackSite::Private
{
public:
    explicit Private(quint64 seed) : server_(seed, load)
    {
        try {
            thread_ = std::thread([this] {
                pthread_setname_np(pthread_self(), "loopback-site");
                server_.serve();
            });
        } catch (const std::system_error &) {
            throw ThreadNotStarted();
        }
    }
    ~Private()
    {
        server_.quit();
        thread_.join();
    }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    quint16 port() const { return server_.port(); }

    SiteLoad load;

private:
    SiteServer server_;
    std::thread thread_;
};

LoopbackSite::LoopbackSite(quint64 seed)
{
    raiseDescriptorLimit();
    try {
        d = std::make_unique<Private>(seed);
    } catch (const std::runtime_error &error) { // of the system, or no thread
        throw std::runtime_error(translate("LoopbackSite", "The local web site could not be started: %1")
                                     .arg(QString::fromUtf8(error.what()))
                                     .toStdString());
    }
}

LoopbackSite::~LoopbackSite() = default;

QUrl LoopbackSite::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port()) + path);
}

quint16 LoopbackSite::port() const
{
    return d->port();
}

void LoopbackSite::setLimit(int requests)
{
    d->load.limit.store(std::max(requests, 0), std::memory_order_relaxed);
}

int LoopbackSite::refused() const
{
    return d->load.refused.load(std::memory_order_relaxed);
}

int LoopbackSite::peak() const
{
    return d->load.peak.load(std::memory_order_relaxed);
}

int LoopbackSite::connections() const
{
    return d->load.connections.load(std::memory_order_relaxed);
}

} // namespace tenfold
