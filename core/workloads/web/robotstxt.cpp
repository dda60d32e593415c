#include "core/workloads/web/robotstxt.h"

#include <algorithm>
#include <cctype>

namespace tenfold {

constexpr qsizetype mostRules = 500 * 1024; // what RFC 9309 asks for at least (2.5)

/// The octet that the two digits at `at` stand for; -1 where there are none.
static int octetAt(const QByteArray &text, qsizetype at)
{
    const auto digit = [&](qsizetype i) {
        const char c = i < text.size() ? text[i] : ' ';
        return std::isxdigit(static_cast<unsigned char>(c)) ? QByteArray(1, c).toInt(nullptr, 16) : -1;
    };
    return digit(at) < 0 || digit(at + 1) < 0 ? -1 : digit(at) * 16 + digit(at + 1);
}

/// A path, or a part of a rule between its stars, in the one spelling in which they are compared (2.2.2):
/// an octet that need not be encoded is not, every other one is. A slash and a question mark delimit
/// in a path, so that there an encoded one is another thing; in a query they are characters like any other.
static QByteArray spelled(const QByteArray &text, bool &isQuery)
{
    constexpr QByteArrayView marks = "-._~:@!&'()+,;=[]"; // a star and a dollar sign mean more
    QByteArray result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        auto octet = static_cast<unsigned char>(text[i]);
        const int encoded = octet == '%' ? octetAt(text, i + 1) : -1;
        if (encoded >= 0) {
            octet = static_cast<unsigned char>(encoded);
            i += 2;
        }
        const bool isDelimiter = octet == '/' || octet == '?';
        if (encoded < 0 && octet == '?')
            isQuery = true;
        const bool isPlain =
            octet < 0x80 && (std::isalnum(octet) || marks.contains(static_cast<char>(octet)));
        if (isPlain || (isDelimiter && (isQuery || encoded < 0)))
            result += static_cast<char>(octet);
        else
            result += '%' + QByteArray(1, static_cast<char>(octet)).toHex().toUpper();
    }
    return result;
}

static bool isOfToken(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

/// Each part is looked for behind the one before: no more than length times length.
bool RobotsTxt::Rule::fits(const QByteArray &path) const
{
    if (!path.startsWith(parts.front()))
        return false;
    qsizetype at = parts.front().size();
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (isWhole && i == parts.size() - 1)
            return path.size() - at >= parts[i].size() && path.endsWith(parts[i]);
        const qsizetype found = path.indexOf(parts[i], at);
        if (found < 0)
            return false;
        at = found + parts[i].size();
    }
    return !isWhole || at == path.size();
}

void RobotsTxt::add(const QByteArray &pattern, bool allow)
{
    if (!pattern.startsWith('/') && !pattern.startsWith('*'))
        return; // no path (2.2); an empty one is a rule that says nothing
    Rule rule{.parts = {}, .isWhole = pattern.endsWith('$'), .allow = allow};
    bool isQuery = false;
    for (const QByteArray &part : (rule.isWhole ? pattern.chopped(1) : pattern).split('*'))
        rule.parts.push_back(spelled(part, isQuery));
    rule.octets = static_cast<qsizetype>(rule.parts.size()) - 1 + rule.isWhole;
    for (const QByteArray &part : rule.parts)
        rule.octets += part.size();
    rules_.push_back(std::move(rule));
}

RobotsTxt RobotsTxt::forbidding()
{
    RobotsTxt robots;
    robots.add("/", false);
    return robots;
}

RobotsTxt::RobotsTxt(const QByteArray &text, const QByteArray &agent)
{
    RobotsTxt forAll;
    bool isNamed = false; // whether any group is for `agent`
    bool forAgent = false;
    bool forStar = false;
    bool inAgents = false; // several lines of agents share the rules that follow
    QByteArray lines = text.first(std::min(text.size(), mostRules));
    if (lines.startsWith("\xef\xbb\xbf"))
        lines.remove(0, 3);
    lines.replace('\r', '\n');
    if (text.size() > mostRules)
        lines.truncate(lines.lastIndexOf('\n') + 1); // half a path would forbid too much
    for (const QByteArray &whole : lines.split('\n')) {
        const QByteArray line = whole.first(whole.indexOf('#') < 0 ? whole.size() : whole.indexOf('#'));
        const qsizetype colon = line.indexOf(':');
        if (colon < 0)
            continue;
        const QByteArray key = line.first(colon).trimmed().toLower();
        const QByteArray value = line.sliced(colon + 1).trimmed();
        if (key == "user-agent") {
            if (!std::exchange(inAgents, true))
                forAgent = forStar = false;
            // What follows the token (2.2.1), such as a version, names no other crawler.
            const auto *const end = std::ranges::find_if_not(value, isOfToken);
            const QByteArray token = value.first(end - value.begin());
            forAgent = forAgent || token.compare(agent, Qt::CaseInsensitive) == 0;
            forStar = forStar || value.simplified().split(' ').first() == "*";
            isNamed = isNamed || forAgent;
        } else if (key == "allow" || key == "disallow") {
            inAgents = false;
            if (forAgent)
                add(value, key == "allow");
            if (forStar)
                forAll.add(value, key == "allow");
        }
    }
    if (!isNamed)
        *this = std::move(forAll);
}

bool RobotsTxt::allows(const QUrl &url) const
{
    bool isQuery = false;
    QByteArray path =
        spelled(url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment), isQuery);
    if (!path.startsWith('/'))
        path.prepend('/');
    if (path == "/robots.txt")
        return true;
    const Rule *best = nullptr;
    for (const Rule &rule : rules_) {
        const bool isBetter =
            !best || rule.octets > best->octets || (rule.octets == best->octets && rule.allow);
        if (isBetter && rule.fits(path))
            best = &rule;
    }
    return !best || best->allow;
}

} // namespace tenfold
