#pragma once

#include "core/workloads/site/siteanswer.h"

namespace tenfold {

/// A page of the web site of PAGES pages (1 to 10000) under /site/LATENCY/PAGES/, each answered after LATENCY
/// milliseconds (0 to 60000); `rest` is the path after "/site/". Every page can be reached from the first by
/// its links, and all is made from the seed:
///
///   ""           page 0, HTML, as are all that are not named below; "4.html" and so on
///   N.json       N = 1, 11, 21, ...      N.xml    N = 2, 12, 22, ...
///   robots.txt   page 3                  N.html   404 for N = 13, 33, ...; 500 for N = 17, 37, ...
///
/// An HTML page also links to itself, to pages that were linked before, to other hosts, and from a comment to
/// nowhere; page 0 links to private/, which the rules forbid to crawlers.
SiteAnswer sitePage(const HttpRequest &request, const QByteArray &rest, quint64 seed);

/// The rules for crawlers, /robots.txt (RFC 9309).
SiteAnswer siteRules(const HttpRequest &request, const QByteArray &rest, quint64 seed);

} // namespace tenfold
