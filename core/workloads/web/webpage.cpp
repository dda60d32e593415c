#include "core/workloads/web/webpage.h"

#include "core/sync/stopped.h"
#include "core/workloads/compute/httptransfer.h"
#include "core/workloads/web/htmlpage.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>

#include <algorithm>

namespace tenfold {
namespace {

constexpr qsizetype mostPageBytes = HttpTransfer::mostKept;
constexpr qsizetype mostLinks = 10000;
constexpr qsizetype mostUrlLength = 2000;
constexpr qsizetype mostLinkCharacters = 1'000'000; // of all links: a long base makes each of them long
constexpr qsizetype mostTitleLength = 200;

/// `found`, whose links are as the page at `url` has them, with where they lead.
WebPage resolved(const PageLinks &found, const QUrl &url, const Charset &charset, const std::stop_token &stop)
{
    WebPage page;
    LinkResolver resolver(charset);
    page.isCut = found.isCut;
    page.title = found.title.value_or(QString()).simplified().left(mostTitleLength);
    QUrl base = url;
    if (const QUrl own = resolver.link(url, found.base.value_or(QString())); found.base && own.isValid())
        base = own;
    qsizetype characters = 0;
    for (const QString &text : found.links) {
        throwIfStopped(stop);
        if (page.links.size() == mostLinks || characters >= mostLinkCharacters) {
            page.isCut = true;
            break;
        }
        const QUrl link = text.size() <= mostUrlLength ? resolver.link(base, text) : QUrl();
        characters += link.isValid() ? link.toString().size() : text.size();
        if (link.isValid())
            page.links << link;
    }
    return page;
}

WebPage readHtmlPage(const QByteArray &body, const QByteArray &type, const QUrl &url,
                     const std::stop_token &stop)
{
    auto [charset, confidence] = charsetOfHtml(body, type);
    PageLinks found = readHtml(charset.decoded(body).toUtf8(), mostLinks, stop);
    Charset other = Charset::named(found.charset);
    if (other.isUtf16())
        other = Charset::utf8();
    if (confidence == Confidence::Tentative && other.isValid() && other.name() != charset.name()) {
        charset = other; // said too far down to be seen beforehand
        found = readHtml(charset.decoded(body).toUtf8(), mostLinks, stop);
    }
    return resolved(found, url, charset, stop);
}

/// The named characters of HTML, which XHTML has too. Any other name is a fault, at which the reader ends.
class HtmlEntities : public QXmlStreamEntityResolver
{
public:
    explicit HtmlEntities(std::stop_token stop) : stop_(std::move(stop)) {}

    QString resolveUndeclaredEntity(const QString &name) override
    {
        if (stop_.stop_requested())
            return {};
        if (const auto known = known_.constFind(name); known != known_.constEnd())
            return *known;
        QString text = readHtml("<title>&" + name.toUtf8() + ";</title>", 0).title.value_or(QString());
        if (text.endsWith(u';') && name != QLatin1String("semi"))
            return {}; // no name, or more than one
        // The reader reads it as markup.
        text.replace(u'&', QLatin1String("&#38;")).replace(u'<', QLatin1String("&#60;"));
        known_.insert(name, text);
        return text;
    }

private:
    const std::stop_token stop_;
    QHash<QString, QString> known_;
};

/// Reads XML: XHTML as a browser does; of all else what looks like a link.
PageLinks readXml(const QString &text, bool isXhtml, const std::stop_token &stop)
{
    PageLinks found;
    QXmlStreamReader xml(text); // takes care of entities that grow without bound
    HtmlEntities entities(stop);
    xml.setEntityResolver(&entities);
    const auto attribute = [&xml](const char *name) -> std::optional<QString> {
        const QXmlStreamAttributes attributes = xml.attributes();
        const bool isThere = attributes.hasAttribute(QLatin1String(name));
        return isThere ? std::optional(attributes.value(QLatin1String(name)).toString()) : std::nullopt;
    };
    const auto add = [&found](const std::optional<QString> &link) {
        if (link)
            found.links << *link;
    };
    QString content;
    while (!xml.atEnd() && found.links.size() <= mostLinks) {
        xml.readNext();
        throwIfStopped(stop);
        const auto name = xml.name();
        const bool isSvg = xml.namespaceUri() == QLatin1String("http://www.w3.org/2000/svg");
        if (xml.isStartElement()) {
            content.clear();
            if (!isXhtml)
                add(attribute("href"));
            else if (name == QLatin1String("a") || (!isSvg && name == QLatin1String("area")))
                add(attribute(isSvg && !attribute("href") ? "xlink:href" : "href"));
            else if (!isSvg && (name == QLatin1String("frame") || name == QLatin1String("iframe")))
                add(attribute("src"));
            else if (!isSvg && name == QLatin1String("base") && !found.base)
                found.base = attribute("href");
        } else if (xml.isCharacters() && content.size() < mostUrlLength) {
            content += xml.text();
        } else if (xml.isEndElement()) {
            if (!isXhtml && (name == QLatin1String("loc") || name == QLatin1String("link")) &&
                !content.trimmed().isEmpty())
                found.links << content;
            if (name == QLatin1String("title") && !isSvg && !found.title)
                found.title = content;
            content.clear();
        }
    }
    found.isCut = xml.hasError();
    return found;
}

WebPage readXmlPage(const QByteArray &body, const QByteArray &type, const QUrl &url, bool isXhtml,
                    const std::stop_token &stop)
{
    const Charset charset = charsetOfXml(body, type);
    return resolved(readXml(charset.decoded(body), isXhtml, stop), url, charset, stop);
}

void readJson(const QJsonValue &value, QStringList &links)
{
    if (value.isString()) {
        const QString text = value.toString();
        if (text.startsWith(u'/') || text.startsWith(QLatin1String("http://")) ||
            text.startsWith(QLatin1String("https://")))
            links << text;
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const auto &item : array)
            readJson(item, links);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const auto &item : object)
            readJson(item, links);
    }
}

WebPage readJsonPage(const QByteArray &body, const QUrl &url, const std::stop_token &stop)
{
    const QJsonDocument json = QJsonDocument::fromJson(body);
    PageLinks found;
    found.title = json.object().value(QLatin1String("title")).toString();
    readJson(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()), found.links);
    return resolved(found, url, Charset::utf8(), stop);
}

} // namespace

WebPage readWebPage(const QByteArray &whole, const QByteArray &contentType, const QUrl &url,
                    const std::stop_token &stop)
{
    const QByteArray body = whole.first(std::min(whole.size(), mostPageBytes));
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    const bool isMarkup = type.isEmpty() && body.trimmed().startsWith('<');
    WebPage page;
    if (type == "text/html" || isMarkup)
        page = readHtmlPage(body, contentType, url, stop);
    else if (type == "application/xml" || type == "text/xml" || type.endsWith("+xml"))
        page = readXmlPage(body, contentType, url, type == "application/xhtml+xml", stop);
    else if (type == "application/json" || type.endsWith("+json"))
        page = readJsonPage(body, url, stop);
    page.isCut = page.isCut || body.size() < whole.size();
    return page;
}

} // namespace tenfold
