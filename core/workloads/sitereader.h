#pragma once

#include "core/workloads/httpclient.h"
#include "core/workloads/robotstxt.h"

namespace tenfold {

/// A page as a crawler found it: one that fails has a reason and no links.
struct PageVisit
{
    QString status; ///< of HTTP, or an error id: HttpResponse's and "disallowed"
    QString title;
    QString reason;    ///< a sentence, empty for a success
    qint64 length = 0; ///< bytes
    qint64 links = 0;  ///< on the page
    QList<QUrl> next;  ///< of those, the ones on this site, normalized
};

/// Reads the pages of one web site as a well-behaved crawler does: it stays on the host of its start, and
/// leaves alone what robots.txt forbids. May be used from several threads at once, each with its own client.
class SiteReader
{
public:
    /// `start` as a user typed it. Fetches the site's robots.txt; throws Stopped.
    explicit SiteReader(const QString &start, const std::stop_token &stop = {});

    /// Where a crawl begins; not valid, and read() says why, when `start` is no URL that can be fetched.
    const QUrl &start() const { return start_; }
    /// Gets and reads `url` with `client`, which reports redirects. Never throws for a page that fails;
    /// throws Stopped.
    PageVisit read(HttpClient &client, const QUrl &url, const std::stop_token &stop,
                   std::source_location where = std::source_location::current()) const;

private:
    bool isHere(const QUrl &url) const;

    QUrl start_;
    HttpResponse problem_;
    RobotsTxt robots_;
};

} // namespace tenfold
