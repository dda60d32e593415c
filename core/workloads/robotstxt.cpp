#include "core/workloads/robotstxt.h"

#include <algorithm>

namespace tenfold {

constexpr qsizetype mostBytes = 500 * 1024;

/// Whether `path` begins as `pattern` says. Each part between two stars is looked for behind the one before,
/// which takes no more than length times length.
static bool fits(const QByteArray &pattern, const QByteArray &path)
{
    const bool toTheEnd = pattern.endsWith('$');
    const QList<QByteArray> parts = (toTheEnd ? pattern.chopped(1) : pattern).split('*');
    if (!path.startsWith(parts.first()))
        return false;
    qsizetype at = parts.first().size();
    for (qsizetype i = 1; i < parts.size(); ++i) {
        if (toTheEnd && i == parts.size() - 1)
            return path.size() - at >= parts[i].size() && path.endsWith(parts[i]);
        const qsizetype found = path.indexOf(parts[i], at);
        if (found < 0)
            return false;
        at = found + parts[i].size();
    }
    return !toTheEnd || at == path.size();
}

RobotsTxt::RobotsTxt(const QByteArray &text, const QByteArray &agent)
{
    std::vector<Rule> forAll;
    bool isNamed = false; // whether any group is for `agent`
    bool forAgent = false;
    bool forStar = false;
    bool inAgents = false; // several lines of agents share the rules that follow
    QByteArray lines = text.first(std::min(text.size(), mostBytes));
    for (const QByteArray &whole : lines.replace('\r', '\n').split('\n')) {
        const QByteArray line = whole.first(whole.indexOf('#') < 0 ? whole.size() : whole.indexOf('#'));
        const qsizetype colon = line.indexOf(':');
        if (colon < 0)
            continue;
        const QByteArray key = line.first(colon).trimmed().toLower();
        const QByteArray value = line.sliced(colon + 1).trimmed();
        if (key == "user-agent") {
            if (!std::exchange(inAgents, true))
                forAgent = forStar = false;
            forAgent = forAgent || value.compare(agent, Qt::CaseInsensitive) == 0;
            forStar = forStar || value == "*";
            isNamed = isNamed || forAgent;
        } else if (key == "allow" || key == "disallow") {
            inAgents = false;
            if (value.isEmpty())
                continue;
            if (forAgent)
                rules_.push_back({value, key == "allow"});
            if (forStar)
                forAll.push_back({value, key == "allow"});
        }
    }
    if (!isNamed)
        rules_ = std::move(forAll);
}

bool RobotsTxt::allows(const QUrl &url) const
{
    const QByteArray path = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    const Rule *best = nullptr;
    for (const Rule &rule : rules_) {
        const bool isBetter = !best || rule.path.size() > best->path.size() ||
                              (rule.path.size() == best->path.size() && rule.allow);
        if (isBetter && fits(rule.path, path))
            best = &rule;
    }
    return !best || best->allow;
}

} // namespace tenfold
