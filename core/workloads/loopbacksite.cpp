#include "core/workloads/loopbacksite.h"

#include "core/catalog/words.h"
#include "core/executors/handover.h"
#include "core/executors/threadstart.h"
#include "core/workloads/descriptors.h"
#include "core/workloads/siteconnection.h"

#include <QNetworkProxy>
#include <QTcpServer>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <semaphore>
#include <stdexcept>

namespace tenfold {
namespace {

class Server : public QTcpServer
{
public:
    Server(quint64 seed, SiteLoad &load) : seed_(seed), load_(load)
    {
        setProxy(QNetworkProxy::NoProxy);
        setListenBacklogSize(4096); // with the usual 50, a burst of connections waits a second for its retry
        // Qt stops accepting for good when it cannot at first, as when there are no descriptors left.
        connect(this, &QTcpServer::acceptError, this, [this] {
            QTimer::singleShot(std::chrono::milliseconds(50), this, &QTcpServer::resumeAccepting);
        });
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        load_.connections.fetch_add(1, std::memory_order_relaxed);
        new SiteConnection(descriptor, seed_, load_, this);
    }

private:
    const quint64 seed_;
    SiteLoad &load_;
};

} // namespace

// The thread. All of its objects are made, used and removed within serve().
class LoopbackSite::Private : public QThread
{
public:
    explicit Private(quint64 seed) : seed_(seed)
    {
        setObjectName(QStringLiteral("loopback-site"));
        start();
        if (isRunning() || isFinished())
            listened_.acquire();
        else
            error = QString::fromUtf8(ThreadNotStarted().what());
    }
    ~Private() override
    {
        quit();
        wait();
        takeOver(this);
    }

    SiteLoad load;
    quint16 port = 0;
    QString error;

protected:
    void run() override
    {
        serve();
        handOver(this);
    }

private:
    void serve()
    {
        Server server(seed_, load);
        if (server.listen(QHostAddress::LocalHost))
            port = server.serverPort();
        else
            error = server.errorString();
        listened_.release();
        if (port != 0)
            exec();
    }

    const quint64 seed_;
    std::binary_semaphore listened_{0};
};

LoopbackSite::LoopbackSite(quint64 seed)
{
    raiseDescriptorLimit();
    d = std::make_unique<Private>(seed);
    if (d->port == 0)
        throw std::runtime_error(translate("LoopbackSite", "The local web site could not be started: %1")
                                     .arg(d->error)
                                     .toStdString());
}

LoopbackSite::~LoopbackSite() = default;

QUrl LoopbackSite::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port()) + path);
}

quint16 LoopbackSite::port() const
{
    return d->port;
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
