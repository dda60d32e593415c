#pragma once

#include <QByteArray>
#include <QUrl>

#include <vector>

namespace tenfold {

/// What a site asks of crawlers, as in RFC 9309: the longest rule that fits a path decides, and "allow" wins
/// between two as long. A value.
class RobotsTxt
{
public:
    /// Everything is allowed.
    RobotsTxt() = default;
    /// The rules in `text` for the crawler `agent`, else those for all. Takes anything; looks at the first
    /// 500 KB.
    RobotsTxt(const QByteArray &text, const QByteArray &agent);

    bool allows(const QUrl &url) const;

private:
    struct Rule
    {
        QByteArray path; ///< '*' stands for anything, '$' at the end for the end
        bool allow = false;
    };
    std::vector<Rule> rules_;
};

} // namespace tenfold
