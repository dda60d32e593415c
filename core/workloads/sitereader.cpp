#include "core/workloads/sitereader.h"

#include "core/catalog/words.h"
#include "core/workloads/webpage.h"

namespace tenfold {

using namespace std::chrono_literals;

constexpr auto timeOut = 5s;

SiteReader::SiteReader(const QString &start, const std::stop_token &stop)
{
    const auto [url, problem] = parseHttpUrl(start);
    problem_ = problem;
    if (!url.isValid())
        return;
    start_ = normalized(url);
    const HttpResponse answer =
        HttpClient().get(start_.resolved(QUrl(QStringLiteral("/robots.txt"))), timeOut, stop);
    // As RFC 9309 has it: no rules, all is allowed; rules that a server fails to give, nothing is. A site
    // that does not answer at all says so again for the start. Of rules that never end the first ones count.
    if (answer.ok() || answer.error == QLatin1String("too-large"))
        robots_ = RobotsTxt(answer.body, "Tenfold");
    else if (answer.status >= 500)
        robots_ = RobotsTxt("User-agent: *\nDisallow: /\n", "Tenfold");
}

bool SiteReader::isHere(const QUrl &url) const
{
    return url.host() == start_.host() && url.port() == start_.port();
}

PageVisit SiteReader::read(HttpClient &client, const QUrl &url, const std::stop_token &stop,
                           std::source_location where) const
{
    PageVisit visit;
    if (url.isValid() && !robots_.allows(url)) {
        visit.status = QString::fromLatin1(QT_TRANSLATE_NOOP("status", "disallowed"));
        visit.reason =
            translate("SiteReader", "The site's robots.txt asks crawlers to leave this page alone.");
        return visit;
    }
    const HttpResponse response = url.isValid() ? client.get(url, timeOut, stop, where) : problem_;
    visit.status = response.status ? QString::number(response.status) : response.error;
    visit.reason = response.reason;
    visit.length = response.length;
    WebPage page;
    if (response.location.isValid()) {
        page.links << normalized(response.location);
        visit.reason = (isHere(page.links.first())
                            ? translate("SiteReader", "It leads on to %1.")
                            : translate("SiteReader", "It leads to another site, which is left alone: %1."))
                           .arg(response.location.toDisplayString());
    } else if (response.ok()) {
        page = readWebPage(response.body, response.type, url);
        if (response.isCut() || page.isCut)
            visit.reason =
                translate("SiteReader",
                          "Only the beginning of this page was read: it is too large or too deeply nested.");
    }
    visit.title = page.title;
    visit.links = page.links.size();
    std::ranges::copy_if(page.links, std::back_inserter(visit.next),
                         [this](const QUrl &link) { return isHere(link); });
    return visit;
}

} // namespace tenfold
