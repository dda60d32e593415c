#include "core/workloads/web/htmlpage.h"

#include "core/sync/stopped.h"
#include "core/workloads/web/charset.h"
#include "core/workloads/web/htmltree.h"

#include <algorithm>

namespace tenfold {
namespace {

constexpr qint64 mostPageTime = 3'000'000'000; // ns that this thread computes
constexpr qsizetype mostTitle = 4096;

/// Names of elements for which gumbo has other rules than browsers have, and as long ones for which it has
/// theirs; they are spelled as nobody does. It would read a <noscript> as markup, as with scripting off, and
/// leave out the elements within a <select>.
struct Respelled
{
    const char *name;
    const char *as;
};
constexpr Respelled respelledNames[] = {{"noscript", "nOfRaMeS"}, // text, with scripting on
                                        {"select", "sElEkT"}};    // like any other element, since 2025

/// Whether the name of a tag is over at `c`, which is 0 behind the text.
bool endsName(char c)
{
    return c == '\0' || QByteArrayView(" \t\n\f\r/>").contains(c);
}

void respell(QByteArray &html)
{
    for (qsizetype i = html.indexOf('<'); i >= 0; i = html.indexOf('<', i + 1)) {
        const qsizetype begin = i + 1 + (html.constData()[i + 1] == '/');
        for (const auto &[name, as] : respelledNames) {
            const auto length = static_cast<qsizetype>(qstrlen(name));
            if (qstrnicmp(html.constData() + begin, name, qstrlen(name)) == 0 &&
                endsName(html.constData()[begin + length]))
                html.replace(begin, length, as);
        }
    }
}

/// `text` of the page as it was.
QString asWritten(const char *text)
{
    QString result = QString::fromUtf8(text);
    for (const auto &[name, as] : respelledNames)
        result.replace(QLatin1String(as), QLatin1String(name));
    return result;
}

/// Where the content of a <meta http-equiv=refresh> leads: the HTML Standard's "shared declarative refresh
/// steps"; nothing where it stays.
QString refreshUrl(const QString &content)
{
    qsizetype at = 0;
    const auto skip = [&](const char *characters) {
        const qsizetype begin = at;
        while (at < content.size() && QLatin1String(characters).contains(content[at]))
            ++at;
        return at > begin;
    };
    constexpr const char *blanks = " \t\n\f\r";
    skip(blanks);
    if (!skip(".0123456789"))
        return {};
    bool isParted = skip(blanks);
    if (at < content.size() && (content[at] == u';' || content[at] == u',')) {
        ++at;
        isParted = true;
    }
    skip(blanks);
    if (!isParted)
        return {};
    const qsizetype begin = at;
    if (content.sliced(at).startsWith(QLatin1String("url"), Qt::CaseInsensitive)) {
        at += 3;
        skip(blanks);
        const bool isName = at < content.size() && content[at] == u'=';
        at = isName ? at + 1 : begin;
        skip(blanks);
    }
    const QChar quote = at < content.size() ? content[at] : QChar();
    if (quote != u'"' && quote != u'\'')
        return content.sliced(at);
    const qsizetype end = content.indexOf(quote, at + 1);
    return end < 0 ? content.sliced(at + 1) : content.sliced(at + 1, end - at - 1);
}

QString attributeOf(const GumboNode *node, const char *name, bool &isThere)
{
    const GumboAttribute *attribute = gumbo_get_attribute(&node->v.element.attributes, name);
    isThere = attribute != nullptr;
    return isThere ? asWritten(attribute->value) : QString();
}

/// Takes out of a tree what is wanted of it.
class Harvest
{
public:
    Harvest(PageLinks &page, qsizetype mostLinks) : page_(page), mostLinks_(mostLinks) {}

    void take(const HtmlTree &tree, const GumboNode *except)
    {
        tree.walk([&](const GumboNode *node) {
            if (node != except)
                element(node);
        });
    }

private:
    void element(const GumboNode *node)
    {
        const GumboTag tag = node->v.element.tag;
        if (node->v.element.tag_namespace == GUMBO_NAMESPACE_SVG) {
            if (tag == GUMBO_TAG_A)
                link(node, "href");
        } else if (node->v.element.tag_namespace == GUMBO_NAMESPACE_HTML) {
            bool isThere = false;
            if (tag == GUMBO_TAG_A || tag == GUMBO_TAG_AREA)
                link(node, "href");
            else if (tag == GUMBO_TAG_FRAME || tag == GUMBO_TAG_IFRAME)
                link(node, "src");
            else if (tag == GUMBO_TAG_TITLE && !page_.title)
                page_.title = textOf(node);
            else if (const QString base =
                         tag == GUMBO_TAG_BASE ? attributeOf(node, "href", isThere) : QString();
                     isThere && !page_.base)
                page_.base = base;
            else if (tag == GUMBO_TAG_META)
                meta(node);
        }
    }
    void link(const GumboNode *node, const char *attribute)
    {
        bool isThere = false;
        const QString text = attributeOf(node, attribute, isThere);
        if (isThere)
            add(text);
    }
    void add(const QString &link)
    {
        if (page_.links.size() < mostLinks_)
            page_.links << link;
        else
            page_.isCut = true;
    }
    void meta(const GumboNode *node)
    {
        bool isThere = false;
        const QByteArray label = attributeOf(node, "charset", isThere).toUtf8();
        const bool isLabel = isThere;
        const QString pragma = attributeOf(node, "http-equiv", isThere).toLower();
        const QString content = attributeOf(node, "content", isThere);
        if (const QString to = refreshUrl(content); pragma == QLatin1String("refresh") && !to.isEmpty())
            add(to);
        if (!page_.charset.isEmpty())
            return;
        if (isLabel)
            page_.charset = label;
        else if (pragma == QLatin1String("content-type"))
            page_.charset = charsetOfMeta(content.toUtf8()).name();
    }
    static QString textOf(const GumboNode *node)
    {
        QString text;
        const GumboVector &children = node->v.element.children;
        for (unsigned i = 0; i < children.length && text.size() < mostTitle; ++i) {
            const auto *child = static_cast<const GumboNode *>(children.data[i]);
            if (!isElement(child) && child->type != GUMBO_NODE_COMMENT)
                text += asWritten(child->v.text.text);
        }
        return text.left(mostTitle);
    }

    PageLinks &page_;
    const qsizetype mostLinks_;
};

constexpr qsizetype longestBeginning = 16; // more than any of:

/// What to begin with in place of `around`, whose end may come: where another element than it means something
/// else.
QByteArray beginningAs(const GumboNode *around)
{
    constexpr GumboTag parts[] = {GUMBO_TAG_TABLE, GUMBO_TAG_TBODY,   GUMBO_TAG_THEAD,   GUMBO_TAG_TFOOT,
                                  GUMBO_TAG_TR,    GUMBO_TAG_CAPTION, GUMBO_TAG_COLGROUP};
    if (!isElement(around))
        return {};
    if (around->v.element.tag_namespace != GUMBO_NAMESPACE_HTML)
        return around->v.element.tag_namespace == GUMBO_NAMESPACE_SVG ? "<body><svg>" : "<body><math>";
    return std::ranges::find(parts, around->v.element.tag) == std::end(parts) ? "<body>" : "<body><table>";
}

} // namespace

PageLinks readHtml(QByteArray utf8, qsizetype mostLinks, const std::stop_token &stop)
{
    respell(utf8);
    PageLinks page;
    Harvest harvest(page, mostLinks);
    QByteArray beginning;
    const qint64 end = HtmlTree::computed() + mostPageTime;
    for (qsizetype from = 0;;) {
        // In place of what has been read.
        utf8.replace(from - beginning.size(), beginning.size(), beginning);
        const HtmlTree tree(QByteArrayView(utf8).sliced(from - beginning.size()), end, stop);
        throwIfStopped(stop);
        if (tree.isWhole()) {
            harvest.take(tree, nullptr);
            break;
        }
        // Reading goes on at the element that was begun last, or behind it, where nothing came before.
        const GumboNode *newest = tree.newest();
        qsizetype next = newest ? beginOf(newest) - utf8.constData() : 0;
        const bool isBehind = next <= from;
        if (newest && isBehind)
            next += static_cast<qsizetype>(newest->v.element.original_tag.length);
        harvest.take(tree, isBehind ? nullptr : newest);
        page.isCut = page.isCut || next <= from || next < longestBeginning || HtmlTree::computed() > end;
        if (page.isCut)
            break;
        from = next;
        beginning = beginningAs(newest->parent);
    }
    return page;
}

} // namespace tenfold
