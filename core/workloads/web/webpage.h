#pragma once

#include "core/workloads/web/weburl.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <stop_token>

namespace tenfold {

/// What a crawler wants of a page.
struct WebPage
{
    QString title;      ///< on one line, of at most 200 characters
    QList<QUrl> links;  ///< http and https, in the order of the page, the same one as often as it is there
    bool isCut = false; ///< whether the rest was not read: a limit was reached, or XML that is none
};

/// Reads title and links: of HTML its <title> and what <a>, <area>, <frame> and <iframe> lead to, as a
/// browser does; of XHTML the same, up to the first fault; of other XML the first <title>, <loc>, <link> and
/// href; of JSON "title" and every string that is a whole URL or begins with a slash. `contentType` decides,
/// a '<' at the beginning where it says nothing; other types have neither. `url` is the page's own. Takes
/// anything, looks at the first 2 MB and takes at most 10000 links, of a million characters together. Any
/// thread; throws Stopped.
WebPage readWebPage(const QByteArray &body, const QByteArray &contentType, const QUrl &url,
                    const std::stop_token &stop = {});

} // namespace tenfold
