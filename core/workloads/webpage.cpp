#include "core/workloads/webpage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>
#include <QXmlStreamReader>

#include <libxml/HTMLparser.h>
#include <memory>
#include <mutex>

namespace tenfold {
namespace {

constexpr qsizetype mostBytes = 2 * 1024 * 1024;
constexpr qsizetype mostLinks = 10000;
constexpr qsizetype mostUrlLength = 2000;
constexpr qsizetype mostLinkCharacters = 1'000'000; // of all links: a long base makes each of them long
constexpr qsizetype mostTitleLength = 200;
constexpr int mostDepth = 500; // the parser takes time by the square of it

/// Collects what a reader finds.
class Collector
{
public:
    explicit Collector(QUrl url) : base_(std::move(url)) {}

    void setBase(const QString &text)
    {
        if (const QUrl base = base_.resolved(QUrl(text.trimmed())); !hasBase_ && base.isValid()) {
            base_ = base;
            hasBase_ = true;
        }
    }
    void addLink(const QString &text)
    {
        const QString trimmed = text.trimmed();
        if (isFull() || trimmed.isEmpty() || trimmed.size() > mostUrlLength)
            return;
        const QUrl link = base_.resolved(QUrl(trimmed));
        const bool isHttp = link.scheme() == QLatin1String("http") || link.scheme() == QLatin1String("https");
        if (!link.isValid() || !isHttp || link.host().isEmpty())
            return;
        page.links << normalized(link);
        linkCharacters_ += page.links.last().toString().size();
    }
    void addToTitle(const QString &text)
    {
        if (titleSize_ < 4 * mostTitleLength)
            page.title += text;
        titleSize_ += text.size();
    }
    bool isFull() const { return page.links.size() >= mostLinks || linkCharacters_ >= mostLinkCharacters; }
    WebPage finished()
    {
        page.title = page.title.simplified().left(mostTitleLength);
        return std::move(page);
    }

    WebPage page;

private:
    QUrl base_;
    bool hasBase_ = false;
    qsizetype titleSize_ = 0;
    qsizetype linkCharacters_ = 0;
};

/// What the parser's events are told to. It builds no tree: a page may be anything.
struct HtmlReading
{
    Collector &found;
    htmlParserCtxtPtr parser = nullptr;
    int depth = 0;
    int titles = 0;
    bool inTitle = false;

    void begin(const char *name, const char **attributes)
    {
        if (++depth > mostDepth || found.isFull()) {
            found.page.isCut = true;
            xmlStopParser(parser);
        }
        const QLatin1String element(name);
        const bool isTitle = element == QLatin1String("title");
        inTitle = isTitle && titles == 0;
        titles += isTitle;
        const bool isAnchor = element == QLatin1String("a") || element == QLatin1String("area");
        const bool isFrame = element == QLatin1String("frame") || element == QLatin1String("iframe");
        for (; attributes && attributes[0]; attributes += 2) {
            const QLatin1String attribute(attributes[0]);
            const QString value = QString::fromUtf8(attributes[1] ? attributes[1] : "");
            if (element == QLatin1String("base") && attribute == QLatin1String("href"))
                found.setBase(value);
            else if (attribute == QLatin1String(isFrame ? "src" : "href") && (isAnchor || isFrame))
                found.addLink(value);
        }
    }
    void end()
    {
        --depth;
        inTitle = false;
    }
};

void readHtml(const QByteArray &body, const QByteArray &type, Collector &found)
{
    static std::once_flag once;
    std::call_once(once, xmlInitParser);

    // The header's charset, else the page's own, else UTF-8: as the standard says, and more than the parser
    // knows.
    const qsizetype at = type.toLower().indexOf("charset=");
    const QByteArray charset =
        at < 0 ? QByteArray() : type.sliced(at + 8).split(';').first().trimmed().replace('"', "");
    QStringDecoder decoder(charset.constData());
    if (charset.isEmpty() || !decoder.isValid())
        decoder = QStringDecoder::decoderForHtml(body);
    if (!decoder.isValid())
        decoder = QStringDecoder(QStringDecoder::Utf8);
    QString text = decoder.decode(body);
    text.replace(QChar::Null, QChar::ReplacementCharacter); // would end the page
    const QByteArray utf8 = text.toUtf8();

    htmlSAXHandler events{};
    events.startElement = [](void *reading, const xmlChar *name, const xmlChar **attributes) {
        static_cast<HtmlReading *>(reading)->begin(reinterpret_cast<const char *>(name),
                                                   reinterpret_cast<const char **>(attributes));
    };
    events.endElement = [](void *reading, const xmlChar *) { static_cast<HtmlReading *>(reading)->end(); };
    events.characters = [](void *reading, const xmlChar *characters, int length) {
        auto &its = *static_cast<HtmlReading *>(reading);
        if (its.inTitle)
            its.found.addToTitle(QString::fromUtf8(reinterpret_cast<const char *>(characters), length));
    };
    HtmlReading reading{found};
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
        htmlCreatePushParserCtxt(&events, &reading, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8),
        htmlFreeParserCtxt);
    if (!parser)
        throw std::bad_alloc();
    htmlCtxtUseOptions(parser.get(),
                       HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
    reading.parser = parser.get();
    htmlParseChunk(parser.get(), utf8.constData(), static_cast<int>(utf8.size()), 0);
    htmlParseChunk(parser.get(), nullptr, 0, 1);
}

void readXml(const QByteArray &body, Collector &found)
{
    QXmlStreamReader xml(body); // takes care of the charset, and of entities that grow without bound
    bool hasTitle = false;
    QString text;
    while (!xml.atEnd() && !found.isFull()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            text.clear();
            found.addLink(xml.attributes().value(QLatin1String("href")).toString());
            break;
        case QXmlStreamReader::Characters:
            if (text.size() < mostUrlLength)
                text += xml.text();
            break;
        case QXmlStreamReader::EndElement:
            if (xml.name() == QLatin1String("loc") || xml.name() == QLatin1String("link"))
                found.addLink(text);
            if (xml.name() == QLatin1String("title") && !std::exchange(hasTitle, true))
                found.addToTitle(text);
            text.clear();
            break;
        default:
            break;
        }
    }
}

void readJson(const QJsonValue &value, Collector &found)
{
    if (value.isString()) {
        const QString text = value.toString();
        if (text.startsWith(u'/') || text.startsWith(QLatin1String("http://")) ||
            text.startsWith(QLatin1String("https://")))
            found.addLink(text);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const auto &item : array)
            readJson(item, found);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const auto &item : object)
            readJson(item, found);
    }
}

} // namespace

QUrl normalized(QUrl url)
{
    url = url.adjusted(QUrl::RemoveFragment | QUrl::RemoveUserInfo | QUrl::NormalizePathSegments);
    if (url.port() == (url.scheme() == QLatin1String("https") ? 443 : 80))
        url.setPort(-1);
    if (url.path().isEmpty())
        url.setPath(QStringLiteral("/"));
    return url;
}

WebPage readWebPage(const QByteArray &whole, const QByteArray &contentType, const QUrl &url)
{
    const QByteArray body = whole.first(std::min(whole.size(), mostBytes));
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    Collector found(url);
    const bool isMarkup = type.isEmpty() && body.trimmed().startsWith('<');
    if (type == "text/html" || type == "application/xhtml+xml" || isMarkup) {
        readHtml(body, contentType, found);
    } else if (type == "application/xml" || type == "text/xml" || type.endsWith("+xml")) {
        readXml(body, found);
    } else if (type == "application/json" || type.endsWith("+json")) {
        const QJsonDocument json = QJsonDocument::fromJson(body);
        found.addToTitle(json.object().value(QLatin1String("title")).toString());
        readJson(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()), found);
    }
    found.page.isCut = found.page.isCut || body.size() < whole.size() || found.isFull();
    return found.finished();
}

} // namespace tenfold
