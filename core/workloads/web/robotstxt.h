#pragma once

#include <QByteArray>
#include <QUrl>

#include <vector>

namespace tenfold {

/// What a site asks of crawlers, as in RFC 9309: of the rules for a crawler the longest one that fits a URL
/// decides, and "allow" wins between two as long. A value.
class RobotsTxt
{
public:
    /// Everything is allowed.
    RobotsTxt() = default;
    /// Nothing is allowed, as where the rules cannot be had (2.3.1.4).
    static RobotsTxt forbidding();
    /// The rules in `text` for the crawler whose product token is `agent`, else those for all. Takes
    /// anything; looks at the lines within the first 500 KiB.
    RobotsTxt(const QByteArray &text, const QByteArray &agent);

    /// Whether `url` may be fetched; its host is not looked at, and /robots.txt itself always may.
    bool allows(const QUrl &url) const;

private:
    struct Rule
    {
        bool fits(const QByteArray &path) const;

        std::vector<QByteArray> parts; ///< what stands between the stars
        bool isWhole = false;          ///< nothing may follow: it ended with '$'
        bool allow = false;
        qsizetype octets = 0;
    };
    void add(const QByteArray &pattern, bool allow);

    std::vector<Rule> rules_;
};

} // namespace tenfold
