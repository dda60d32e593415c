#include "core/workloads/web/sitereader.h"

#include "core/catalog/words.h"
#include "core/workloads/web/webpage.h"

namespace tenfold {

using namespace std::chrono_literals;

constexpr auto timeOut = 5s;
constexpr auto timeOutOfRules = 10s; // without them nothing at all may be read
constexpr int mostFollowed = 10;

static QString disallowed()
{
    return QString::fromLatin1(QT_TRANSLATE_NOOP("status", "disallowed"));
}

SiteReader::SiteReader(const QString &start, const std::stop_token &stop)
{
    const auto [url, problem] = parseHttpUrl(start);
    problem_ = problem;
    if (!url.isValid())
        return;
    start_ = normalized(url);
    user_ = url.userInfo(QUrl::FullyEncoded);
    rulesOf(start_, stop);
}

SiteReader::Rules SiteReader::fetchedRules(const QUrl &url, const std::stop_token &stop) const
{
    const QUrl robots = url.resolved(QUrl(QStringLiteral("/robots.txt")));
    const HttpResponse answer = HttpClient().get(asked(robots), timeOutOfRules, stop);
    // RFC 9309, 2.3.1: a site that has no rules, or has them behind more redirects than are followed, which
    // is five at least, allows all; one whose rules cannot be had, because of it or of the network, nothing.
    // Of rules that never end the first ones count.
    if (answer.ok() || answer.fault == GetFault::TooLarge)
        return {.robots = RobotsTxt(answer.body, "Tenfold"), .refusal = {}, .whyRefused = {}};
    if ((answer.status >= 300 && answer.status < 500) || answer.fault == GetFault::TooManyRedirects)
        return {};
    const bool isNobodyThere = answer.fault == GetFault::Refused || answer.fault == GetFault::NotFound;
    return {.robots = RobotsTxt::forbidding(),
            .refusal = isNobodyThere ? answer.error : disallowed(),
            .whyRefused = answer.reason};
}

const SiteReader::Rules &SiteReader::rulesOf(const QUrl &url, const std::stop_token &stop) const
{
    const std::lock_guard lock(rulesMutex_);
    const auto found = rules_.find(url.scheme());
    return found != rules_.end() ? found->second
                                 : rules_.emplace(url.scheme(), fetchedRules(url, stop)).first->second;
}

bool SiteReader::isHere(const QUrl &url) const
{
    return url.host() == start_.host() && url.port() == start_.port();
}

bool SiteReader::mayRead(const QUrl &url, const std::stop_token &stop) const
{
    return isHere(url) && rulesOf(url, stop).robots.allows(url);
}

QUrl SiteReader::asked(QUrl url) const
{
    if (isHere(url) && url.scheme() == start_.scheme())
        url.setUserInfo(user_);
    return url;
}

HttpResponse SiteReader::answerTo(HttpClient &client, QUrl &url, const std::stop_token &stop,
                                  std::source_location where) const
{
    const HttpResponse first = client.get(asked(url), timeOut, stop, where);
    HttpResponse answer = first;
    QUrl at = url;
    for (int hops = 0; answer.location.isValid(); ++hops) {
        const QUrl to = normalized(answer.location);
        if (hops == mostFollowed || !mayRead(to, stop) || !leadsOn(at, to))
            return first;
        at = to;
        answer = client.get(asked(at), timeOut, stop, where);
    }
    url = at;
    return answer;
}

bool SiteReader::leadsOn(const QUrl &from, const QUrl &to) const
{
    const std::lock_guard lock(mutex_);
    redirecting_ << from;
    return redirecting_.contains(to);
}

PageVisit SiteReader::read(HttpClient &client, const QUrl &url, const std::stop_token &stop,
                           std::source_location where) const
{
    PageVisit visit;
    if (const Rules *rules = url.isValid() ? &rulesOf(url, stop) : nullptr;
        rules && !rules->robots.allows(url)) {
        const bool isRefused = !rules->refusal.isEmpty();
        visit.status = isRefused ? rules->refusal : disallowed();
        visit.reason =
            isRefused
                ? translate("SiteReader",
                            "The site's robots.txt could not be read, which forbids all of its pages: %1")
                      .arg(rules->whyRefused)
                : translate("SiteReader", "The site's robots.txt asks crawlers to leave this page alone.");
        return visit;
    }
    QUrl at = url;
    const HttpResponse response = url.isValid() ? answerTo(client, at, stop, where) : problem_;
    visit.status = response.status ? QString::number(response.status) : response.error;
    visit.reason = response.reason;
    visit.length = response.length;
    WebPage page;
    if (response.location.isValid()) {
        page.links << normalized(response.location);
        visit.reason = (isHere(page.links.first())
                            ? translate("SiteReader", "It leads on to %1.")
                            : translate("SiteReader", "It leads to another site, which is left alone: %1."))
                           .arg(response.location.adjusted(QUrl::RemoveUserInfo).toDisplayString());
    } else if (response.ok()) {
        page = readWebPage(response.body, response.type, at, stop);
        if (response.isCut() || page.isCut)
            visit.reason =
                translate("SiteReader",
                          "Only the beginning of this page was read: it is too large, too deeply nested or "
                          "no well-formed XML.");
        else if (at != url)
            visit.reason = translate("SiteReader", "This was answered at %1.").arg(at.toDisplayString());
    }
    visit.title = page.title;
    visit.links = page.links.size();
    std::ranges::copy_if(page.links, std::back_inserter(visit.next),
                         [this](const QUrl &link) { return isHere(link); });
    return visit;
}

} // namespace tenfold
