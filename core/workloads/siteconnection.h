#pragma once

#include "core/workloads/httprequest.h"
#include "core/workloads/siteanswer.h"

#include <QObject>

#include <atomic>

class QTcpSocket;
class QTimer;

namespace tenfold {

/// What the connections of a site share: how much is in work. Callers on other threads use the atomics.
struct SiteLoad
{
    std::atomic<int> limit = 0;
    std::atomic<int> refused = 0;
    std::atomic<int> peak = 0;
    std::atomic<int> connections = 0;
    int inWork = 0; // of the site's thread alone
};

/// A client of the loopback site and its requests, one at a time: those that it sends ahead wait in the
/// socket and are answered in order. Whoever closes a connection, or only its sending half, before the answer
/// is written is taken to have left. Deletes itself when the connection ends.
class SiteConnection : public QObject
{
public:
    /// Takes over `descriptor`, a connected socket. `load` outlives it.
    SiteConnection(qintptr descriptor, quint64 seed, SiteLoad &load, QObject *parent);
    ~SiteConnection() override { leaveWork(); }

private:
    enum class State { Idle, Header, Body, Delaying, Sending, Lingering };

    void enter(State state, std::chrono::milliseconds limit);
    void receive();
    void readHeader();
    void begin();
    void fail(const HttpFault &fault);
    void send(const SiteAnswer &answer);
    void sent();
    void timeOut();
    void leaveWork();

    const quint64 seed_;
    SiteLoad &load_;
    QTcpSocket *const socket_;
    QTimer *const timer_;
    State state_ = State::Idle;
    bool inWork_ = false;
    HttpRequest request_;
    SiteAnswer answer_;
    qint64 lingered_ = 0;
};

} // namespace tenfold
