#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <stop_token>

namespace tenfold {

/// What a page says that leads elsewhere, as its author wrote it.
struct PageLinks
{
    std::optional<QString> title;
    std::optional<QString> base; ///< of the first <base href>
    QStringList links;           ///< in the order of the page, which may itself lead on ("refresh")
    QByteArray charset;          ///< of the first <meta> that names one, a label
    bool isCut = false;          ///< whether a limit was reached, so that the rest was not read
};

/// Reads HTML as the HTML Standard has it, with scripting on: what stands in a <template>, <noscript>,
/// <textarea> or comment is no link. Takes anything; time grows with the size, however deep or broken it is,
/// and is 3 s at most, memory 64 MB for the page's tree and the stack not at all. At most `mostLinks` links.
/// Any thread; throws Stopped.
PageLinks readHtml(QByteArray utf8, qsizetype mostLinks, const std::stop_token &stop = {});

} // namespace tenfold
