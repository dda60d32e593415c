#include "core/workloads/site/sitepages.h"

#include "core/workloads/http/httprequest.h"

#include <QList>

#include <algorithm>
#include <array>

namespace tenfold {
namespace {

constexpr const char *rules = "User-agent: *\nDisallow: /site/*/private/\n";

/// Numbers from a seed that are the same on every machine (splitmix64).
class Numbers
{
public:
    Numbers(quint64 seed, qint64 page) : state_(seed * 0x9e3779b97f4a7c15 + static_cast<quint64>(page)) {}
    quint64 next()
    {
        quint64 z = state_ += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    qint64 below(qint64 bound) { return static_cast<qint64>(next() % static_cast<quint64>(bound)); }

private:
    quint64 state_;
};

constexpr std::array words{"amber", "river", "stone", "café",  "quiet", "copper",  "garden", "winter",
                           "paper", "north", "cloud", "ember", "maple", "harbour", "signal", "thread"};

enum class Kind { Html, Json, Xml, Rules, Missing, Broken };

Kind kindOf(qint64 page)
{
    if (page == 3)
        return Kind::Rules;
    if (page % 20 == 13)
        return Kind::Missing;
    if (page % 20 == 17)
        return Kind::Broken;
    return page % 10 == 1 ? Kind::Json : page % 10 == 2 ? Kind::Xml : Kind::Html;
}

bool hasLinks(qint64 page)
{
    return kindOf(page) <= Kind::Xml;
}

QByteArray nameOf(qint64 page)
{
    if (page == 0)
        return {};
    switch (kindOf(page)) {
    case Kind::Rules:
        return "robots.txt";
    case Kind::Json:
        return QByteArray::number(page) + ".json";
    case Kind::Xml:
        return QByteArray::number(page) + ".xml";
    default:
        return QByteArray::number(page) + ".html";
    }
}

/// The page that links to `page` first: some way before it, so that a crawler finds ever more at a time.
qint64 parentOf(qint64 page, quint64 seed)
{
    if (page <= 3)
        return 0;
    const qint64 first = page / 6;
    qint64 parent = first + Numbers(seed, -page).below(page / 2 - first + 1);
    while (!hasLinks(parent))
        --parent;
    return parent;
}

/// One page of one site.
struct Page
{
    qint64 number = 0;
    qint64 pages = 0;
    quint64 seed = 0;
    QByteArray base; // the path of page 0
    QByteArray host;

    QList<qint64> children() const
    {
        QList<qint64> result;
        for (qint64 page = number + 1; page < pages; ++page) {
            if (parentOf(page, seed) == number)
                result << page;
        }
        return result;
    }
};

QByteArray title(Numbers &numbers, const Page &page)
{
    QByteArray text;
    for (int i = 0; i < 3; ++i)
        text += QByteArray(words[static_cast<std::size_t>(numbers.below(words.size()))]) + ' ';
    return text + QByteArray::number(page.number);
}

QByteArray sentence(Numbers &numbers)
{
    QByteArray text = "<p>";
    for (qint64 left = 5 + numbers.below(60); left > 0; --left)
        text += QByteArray(words[static_cast<std::size_t>(numbers.below(words.size()))]) + ' ';
    return text + '\n'; // the paragraph is not closed, as HTML allows
}

/// A link with a whole URL, padded so that the page is as long on every port.
QByteArray absoluteLink(const Page &page, qint64 to, const QByteArray &text)
{
    const QByteArray origin = page.host.isEmpty() ? QByteArray() : "http://" + page.host;
    const QByteArray padding(std::max<qsizetype>(0, 32 - origin.size()), ' ');
    return "<a href=\"" + origin + page.base + nameOf(to) + '"' + padding + '>' + text + "</a>\n";
}

QByteArray htmlPage(Numbers &numbers, const Page &page)
{
    const QByteArray heading = title(numbers, page);
    QByteArray html = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<title>" + heading +
                      " &amp; more</title></head>\n<body><h1>" + heading + "</h1>\n";
    const auto children = page.children();
    for (const qint64 child : children) {
        const QByteArray name = nameOf(child);
        html += sentence(numbers);
        switch (numbers.below(4)) {
        case 0:
            html += "<a href=\"" + page.base + name + "\">the whole path</a>\n";
            break;
        case 1:
            html += "<A CLASS=far HREF='../" + QByteArray::number(page.pages) + '/' + name +
                    "'>by way of the folder above</A>\n";
            break;
        case 2:
            html += absoluteLink(page, child, "the whole URL");
            break;
        default:
            html += "<a href=" + name + ">next door</a>\n";
        }
        html += "<a href=\"" + name + "#part-2\">the same, further down</a>\n"; // a second link to it
    }
    html += sentence(numbers) + absoluteLink(page, 0, "home") + "<a href=\"#top\">top</a>\n";
    if (page.number == 0)
        html += "<a href=\"private/notes.html\">private</a>\n";
    else
        html += "<a href=\"" + page.base + nameOf(parentOf(page.number, page.seed)) + "\">back</a>\n";
    if (page.number % 8 == 4)
        html += "<a href=\"?print=1\">to print</a>\n";
    html += "<!-- <a href=\"nowhere.html\">not a link</a> -->\n"
            "<a href=\"https://www.example.org/" +
            nameOf(page.number) +
            "\">another host</a> <a href=\"mailto:reader@example.org\">write</a> <a name=\"end\">end</a>\n";
    return html + "</body></html>\n";
}

QByteArray jsonPage(Numbers &numbers, const Page &page)
{
    QByteArray links;
    const auto children = page.children();
    for (const qint64 child : children)
        links += (links.isEmpty() ? "" : ", ") + ('"' + page.base + nameOf(child)) + '"';
    return "{\"title\": \"" + title(numbers, page) +
           "\", \"size\": " + QByteArray::number(numbers.below(1000)) + ", \"links\": [" + links + "]}\n";
}

QByteArray xmlPage(Numbers &numbers, const Page &page)
{
    QByteArray xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pages>\n<title>" + title(numbers, page) + "</title>\n";
    const auto children = page.children();
    for (const qint64 child : children)
        xml += "<page><loc>" + page.base + nameOf(child) + "</loc></page>\n";
    return xml + "</pages>\n";
}

SiteAnswer pageAt(const Page &page)
{
    Numbers numbers(page.seed, page.number);
    switch (kindOf(page.number)) {
    case Kind::Rules:
        return {200, rules};
    case Kind::Missing:
        return {404, "This page was here once.\n"};
    case Kind::Broken:
        return {500, "This page cannot be made.\n"};
    case Kind::Json:
        return {200, jsonPage(numbers, page), {}, "application/json"};
    case Kind::Xml:
        return {200, xmlPage(numbers, page), {}, "application/xml"};
    case Kind::Html:
        break;
    }
    return {200, htmlPage(numbers, page), {}, "text/html; charset=utf-8"};
}

} // namespace

SiteAnswer sitePage(const HttpRequest &request, const QByteArray &rest, quint64 seed)
{
    const QList<QByteArray> parts = rest.split('/');
    const qint64 latency = parseWholeNumber(parts.value(0), 60000);
    const qint64 pages = parseWholeNumber(parts.value(1), 10000);
    if (latency < 0 || pages < 1 || parts.size() < 3)
        return {400,
                "Give the latency in whole milliseconds from 0 to 60000 and the number of pages from 1 to "
                "10000, as in /site/50/40/.\n"};
    const QByteArray name = rest.sliced(parts[0].size() + parts[1].size() + 2);
    Page page{0, pages, seed, "/site/" + parts[0] + '/' + parts[1] + '/', request.host};
    if (name == nameOf(3))
        page.number = 3;
    else if (!name.isEmpty())
        page.number = parseWholeNumber(name.first(std::max<qsizetype>(0, name.indexOf('.'))), pages - 1);
    SiteAnswer answer{404, "This site has no such page.\n"};
    if (name == "private/notes.html")
        answer = {200, "<title>Not for crawlers</title>\n", {}, "text/html; charset=utf-8"};
    else if (page.number >= 0 && page.number < pages && nameOf(page.number) == name)
        answer = pageAt(page);
    answer.delay = std::chrono::milliseconds(latency);
    return answer;
}

SiteAnswer siteRules(const HttpRequest &, const QByteArray &rest, quint64)
{
    return rest.isEmpty() ? SiteAnswer{200, rules} : SiteAnswer{404, "There is /robots.txt.\n"};
}

} // namespace tenfold
