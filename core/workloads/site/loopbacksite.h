#pragma once

#include <QByteArray>
#include <QUrl>

#include <memory>

namespace tenfold {

/// A web site on 127.0.0.1 that answers with known delays: the slow server that the waiting scenarios wait
/// for. It runs on a thread of its own on any free port, from construction to destruction. Every member may
/// be called from any thread.
///
///   GET /delay/MS         200 after MS milliseconds (0 to 60000, else 400); the body is made from seed, path
///
///   GET /status/CODE      an answer with that status (200 to 599, else 404)
///
///   GET /site/MS/PAGES/   the first of PAGES linked pages, each after MS milliseconds: see sitepages.h
///
///   GET /robots.txt       what a crawler should leave alone
///
/// HTTP/1.1 with keep-alive; GET and HEAD only. A request must be whole within 2 s and its header under 16
/// KB. Requests sent ahead on one connection are answered in order. A connection is closed after 15 s without
/// any.
class LoopbackSite
{
public:
    /// Throws std::runtime_error with a sentence when no port can be had.
    explicit LoopbackSite(quint64 seed);
    ~LoopbackSite();

    /// `path` such as "/delay/200" on this site, as a literal 127.0.0.1 address.
    QUrl url(const QString &path) const;
    quint16 port() const;

    /// How many requests may be in work at once; more are answered 503 at once. 0 means no limit. A request
    /// is in work from when it is whole until its answer is written or its client has left.
    void setLimit(int requests);
    /// Requests answered 503 because of the limit since construction.
    int refused() const;
    /// The most requests that were in work at once since construction.
    int peak() const;
    /// Connections that clients made since construction.
    int connections() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tenfold
