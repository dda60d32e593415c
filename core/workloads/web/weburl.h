#pragma once

#include "core/workloads/web/charset.h"

#include <QHash>
#include <QUrl>

namespace tenfold {

/// The URL that `text` means at `base`, as in the URL Standard (url.spec.whatwg.org): a backslash is a slash,
/// tabs and line ends are nothing, a query is in the encoding of the page. Without the fragment; not valid
/// for what is no http or https.
QUrl resolvedUrl(const QUrl &base, const QString &text, const Charset &charset = Charset::utf8());

/// Where a link of a page at `base` leads that says `text`: resolvedUrl(), normalized.
QUrl linkFrom(const QUrl &base, const QString &text, const Charset &charset = Charset::utf8());

/// The links of one page, however many: keeps how the characters of its queries are encoded, as each takes
/// ICU some microseconds. One thread at a time.
class LinkResolver
{
public:
    explicit LinkResolver(const Charset &charset) : charset_(charset) {}

    /// As linkFrom().
    QUrl link(const QUrl &base, const QString &text);

private:
    const Charset charset_;
    QHash<QString, QByteArray> encoded_;
};

/// `url` as one writes it to compare it: no fragment, no user, no default port, no dots in the path, which
/// is never empty.
QUrl normalized(QUrl url);

} // namespace tenfold
