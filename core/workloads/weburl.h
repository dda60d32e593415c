#pragma once

#include "core/workloads/charset.h"

#include <QUrl>

namespace tenfold {

/// Where a link of a page at `base` leads that says `text`, as in the URL Standard (url.spec.whatwg.org): a
/// backslash is a slash, tabs and line ends are nothing, a query is in the encoding of the page. Normalized;
/// not valid for what is no http or https.
QUrl linkFrom(const QUrl &base, const QString &text, const Charset &charset = Charset::utf8());

/// `url` as one writes it to compare it: no fragment, no user, no default port, no dots in the path, which
/// is never empty.
QUrl normalized(QUrl url);

} // namespace tenfold
