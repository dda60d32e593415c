#include "core/workloads/web/weburl.h"

#include <algorithm>
#include <cctype>
#include <functional>

namespace tenfold {

/// Encodes a character that is not ASCII.
using Encoder = std::function<QByteArray(const QString &)>;

static QByteArray toUtf8(const QString &character)
{
    return character.toUtf8();
}

static bool isSlash(QChar c)
{
    return c == u'/' || c == u'\\';
}

static bool isEncoded(const QString &text, qsizetype at)
{
    const auto isDigit = [&](qsizetype i) {
        return i < text.size() && text[i] < QChar(0x80) && std::isxdigit(text[i].toLatin1());
    };
    return text[at] == u'%' && isDigit(at + 1) && isDigit(at + 2);
}

/// `text`, encoded where it is one of `others` or, by `encode`, where it is not ASCII. A percent sign that
/// stands for itself is encoded too: QUrl would take it for a sign that none of the others was meant.
static QByteArray percentEncoded(const QString &text, QByteArrayView others, const Encoder &encode)
{
    QByteArray result;
    result.reserve(text.size());
    const auto add = [&](char c) {
        if (c <= ' ' || c > '~' || others.contains(c)) // above 0x7f a char is negative
            result += '%' + QByteArray(1, c).toHex().toUpper();
        else
            result += c;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'%' && !isEncoded(text, i)) {
            result += "%25";
            continue;
        }
        if (text[i] < QChar(0x80)) {
            add(text[i].toLatin1());
            continue;
        }
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size();
        const QByteArray bytes = encode(text.sliced(i, isPair ? 2 : 1));
        i += isPair;
        if (bytes.startsWith("&#")) // the encoding has no such character
            result += "%26%23" + bytes.sliced(2).chopped(1) + "%3B";
        else
            std::ranges::for_each(bytes, [&](char c) { c == '%' ? void(result += "%25") : add(c); });
    }
    return result;
}

/// The length of the scheme that `text` begins with; 0 for none.
static qsizetype schemeLength(const QString &text)
{
    const auto isAscii = [](QChar c, bool isFirst) {
        const char16_t u = c.unicode();
        const bool isLetter = (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z');
        return isLetter || (!isFirst && ((u >= u'0' && u <= u'9') || u == u'+' || u == u'-' || u == u'.'));
    };
    qsizetype length = 0;
    while (length < text.size() && isAscii(text[length], length == 0))
        ++length;
    return length < text.size() && text[length] == u':' ? length : 0;
}

/// "user:password@host:port", where the last @ is the one that counts and others belong to the user.
static QString authorityFrom(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    if (at < 0)
        return text;
    const qsizetype colon = text.first(at).indexOf(u':');
    const auto encoded = [](const QString &part) {
        return QString::fromLatin1(percentEncoded(part, "\"#<>?`{}/:;=@[\\]^|", toUtf8));
    };
    const QString user = encoded(text.first(colon < 0 ? at : colon));
    return user + (colon < 0 ? QString() : u':' + encoded(text.sliced(colon + 1, at - colon - 1))) +
           text.sliced(at);
}

static QUrl resolvedBy(const QUrl &base, const QString &text, const Encoder &encode)
{
    const auto isBlank = [](QChar c) { return c <= QChar(u' '); };
    qsizetype begin = 0;
    qsizetype end = text.size();
    while (begin < end && isBlank(text[begin]))
        ++begin;
    while (end > begin && isBlank(text[end - 1]))
        --end;
    QString rest = text.sliced(begin, end - begin);
    rest.removeIf([](QChar c) { return c == u'\t' || c == u'\n' || c == u'\r'; });

    const qsizetype length = schemeLength(rest);
    const QString scheme = length > 0 ? rest.first(length).toLower() : base.scheme();
    if (scheme != QLatin1String("http") && scheme != QLatin1String("https"))
        return {};
    if (length > 0)
        rest.remove(0, length + 1);
    rest.truncate(rest.indexOf(u'#') < 0 ? rest.size() : rest.indexOf(u'#'));
    const qsizetype mark = rest.indexOf(u'?');
    QString path = mark < 0 ? rest : rest.first(mark);
    const auto slashes = std::ranges::find_if_not(path, isSlash) - path.begin();
    QString authority = base.authority(QUrl::FullyEncoded);
    const bool isElsewhere = slashes >= 2 || scheme != base.scheme();
    if (isElsewhere) {
        path.remove(0, slashes); // however many
        const auto host = std::ranges::find_if(path, isSlash) - path.begin();
        authority = authorityFrom(path.first(host));
        path.remove(0, host);
    }
    path.replace(u'\\', u'/');

    QByteArray encoded = percentEncoded(path, "\"#<>?`{}^", toUtf8);
    QByteArray query =
        mark < 0 ? QByteArray() : '?' + percentEncoded(rest.sliced(mark + 1), "\"#<>'", encode);
    if (!isElsewhere && !encoded.startsWith('/')) {
        const QByteArray its = base.path(QUrl::FullyEncoded).toLatin1();
        const QByteArray folder = its.isEmpty() ? "/" : its.first(its.lastIndexOf('/') + 1);
        if (encoded.isEmpty() && mark < 0 && base.hasQuery())
            query = '?' + base.query(QUrl::FullyEncoded).toLatin1();
        encoded = encoded.isEmpty() ? its : folder + encoded;
    }
    const QUrl link(scheme + QLatin1String("://") + authority + QLatin1String(encoded + query));
    return link.isValid() && !link.host().isEmpty() ? link : QUrl();
}

QUrl resolvedUrl(const QUrl &base, const QString &text, const Charset &charset)
{
    return resolvedBy(base, text,
                      [&charset](const QString &character) { return charset.encoded(character); });
}

QUrl linkFrom(const QUrl &base, const QString &text, const Charset &charset)
{
    return LinkResolver(charset).link(base, text);
}

QUrl LinkResolver::link(const QUrl &base, const QString &text)
{
    const QUrl link = resolvedBy(base, text, [this](const QString &character) {
        QByteArray &its = encoded_[character];
        if (its.isEmpty())
            its = charset_.encoded(character);
        return its;
    });
    return link.isValid() ? normalized(link) : link;
}

/// `path`, which is encoded, without segments that are dots. QUrl makes "/a/./b/../c" "/a//c" (Qt 6.4).
static QString withoutDots(const QString &path)
{
    const auto is = [](QString segment, QLatin1String dots) {
        return segment.replace(QLatin1String("%2e"), QLatin1String("."), Qt::CaseInsensitive) == dots;
    };
    QStringList kept;
    const QStringList segments = path.split(u'/').mid(1); // it begins with a slash
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const bool isUp = is(segments[i], QLatin1String(".."));
        const bool isDots = isUp || is(segments[i], QLatin1String("."));
        if (isUp && !kept.isEmpty())
            kept.removeLast();
        if (!isDots)
            kept << segments[i];
        else if (i == segments.size() - 1)
            kept << QString();
    }
    return u'/' + kept.join(u'/');
}

QUrl normalized(QUrl url)
{
    url = url.adjusted(QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    if (url.port() == (url.scheme() == QLatin1String("https") ? 443 : 80))
        url.setPort(-1);
    url.setPath(withoutDots(url.path(QUrl::FullyEncoded)), QUrl::TolerantMode);
    return url;
}

} // namespace tenfold
