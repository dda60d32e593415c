#pragma once

#include "core/workloads/http/httpclient.h"
#include "core/workloads/web/robotstxt.h"

#include <QSet>

#include <map>
#include <mutex>

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

/// Reads the pages of one web site as a well-behaved crawler does: it stays on the host and port of its
/// start, be it by http or https, and leaves alone what robots.txt, which each of the two has of its own,
/// forbids; all, where that cannot be had. May be used from several threads at once, each with its own
/// client.
class SiteReader
{
public:
    /// `start` as a user typed it. Fetches the site's robots.txt; throws Stopped.
    explicit SiteReader(const QString &start, const std::stop_token &stop = {});

    /// Where a crawl begins; not valid, and read() says why, when `start` is no URL that can be fetched.
    const QUrl &start() const { return start_; }
    /// Gets and reads `url` with `client`, which reports redirects. One to a URL that has so far only
    /// redirected, such as to itself, is followed with the same client, at most 10 times: such sites set a
    /// cookie on the way. Never throws for a page that fails; throws Stopped.
    PageVisit read(HttpClient &client, const QUrl &url, const std::stop_token &stop,
                   std::source_location where = std::source_location::current()) const;

private:
    /// What robots.txt says.
    struct Rules
    {
        RobotsTxt robots;
        QString refusal; ///< the status of every page, where robots.txt cannot be had
        QString whyRefused;
    };

    bool isHere(const QUrl &url) const;
    /// The rules for `url`, which is here; fetched when first wanted. Throws Stopped.
    const Rules &rulesOf(const QUrl &url, const std::stop_token &stop) const;
    Rules fetchedRules(const QUrl &url, const std::stop_token &stop) const;
    bool mayRead(const QUrl &url, const std::stop_token &stop) const;
    /// `url` as it is asked for: with the user and password of the start, which belong to its server.
    QUrl asked(QUrl url) const;
    /// The answer to `url`, which becomes the URL that gave it.
    HttpResponse answerTo(HttpClient &client, QUrl &url, const std::stop_token &stop,
                          std::source_location where) const;
    /// Notes that `from` redirects; whether `to` is known to do so.
    bool leadsOn(const QUrl &from, const QUrl &to) const;

    QUrl start_;
    QString user_; ///< and the password, encoded
    HttpResponse problem_;
    mutable std::mutex rulesMutex_;          ///< guards rules_, also while some are fetched
    mutable std::map<QString, Rules> rules_; ///< by scheme
    mutable std::mutex mutex_;               ///< guards redirecting_
    mutable QSet<QUrl> redirecting_;
};

} // namespace tenfold
