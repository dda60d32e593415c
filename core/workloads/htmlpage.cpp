#include "core/workloads/htmlpage.h"

#include "core/sync/stopped.h"
#include "core/workloads/charset.h"

#include <algorithm>
#include <csetjmp>
#include <cstddef>
#include <ctime>
#include <gumbo.h>
#include <memory_resource>
#include <new>
#include <utility>
#include <vector>

namespace tenfold {
namespace {

// The parser looks through all elements that are open for many a tag: what is deeper is read as another
// piece.
constexpr int mostDepth = 512;
constexpr std::size_t mostBytes = 64 * 1024 * 1024;
constexpr qint64 mostTime = 3'000'000'000; // ns that this thread computes
constexpr qsizetype mostTitle = 4096;

qint64 computed()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

bool isElement(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

bool isHtml(const GumboNode *node, GumboTag tag)
{
    return isElement(node) && node->v.element.tag_namespace == GUMBO_NAMESPACE_HTML &&
           node->v.element.tag == tag;
}

const GumboVector *childrenOf(const GumboNode *node)
{
    if (node->type == GUMBO_NODE_DOCUMENT)
        return &node->v.document.children;
    return isElement(node) ? &node->v.element.children : nullptr;
}

const GumboNode *at(const GumboVector &nodes, unsigned i)
{
    return static_cast<const GumboNode *>(nodes.data[i]);
}

/// Where an element that stands in the page begins there; none for one that the parser thought up.
const char *beginOf(const GumboNode *node)
{
    constexpr int copied =
        GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT | GUMBO_INSERTION_ADOPTION_AGENCY_CLONED;
    return isElement(node) && !(node->parse_flags & copied) ? node->v.element.original_tag.data : nullptr;
}

/// The child of `node` that was begun last. A table has what does not belong into it put before it.
const GumboNode *newestChild(const GumboNode *node)
{
    const GumboVector *children = childrenOf(node);
    if (!children || children->length == 0)
        return nullptr;
    const GumboNode *last = at(*children, children->length - 1);
    if (children->length > 1 && isHtml(last, GUMBO_TAG_TABLE)) {
        const GumboNode *before = at(*children, children->length - 2);
        if (isElement(before) && before->v.element.original_tag.data > last->v.element.original_tag.data)
            return before;
    }
    return last;
}

/// The memory of one call of the parser, given back at once: its own way recurses as deep as the page. What
/// asks for too much, or is too deep, leaves the call; the tree so far stays.
class Parse
{
public:
    /// Until this thread has computed for `end` ns, or `stop` is requested.
    Parse(qint64 end, std::stop_token stop) : end_(end), stop_(std::move(stop)) {}

    /// Whether all of `text` was read.
    bool read(QByteArrayView text)
    {
        GumboOptions options = kGumboDefaultOptions;
        options.allocator = [](void *its, std::size_t size) { return static_cast<Parse *>(its)->take(size); };
        options.deallocator = [](void *its, void *memory) { static_cast<Parse *>(its)->giveBack(memory); };
        options.userdata = this;
        options.max_errors = 0; // each would keep all elements that are open
        // C frames only lie between here and take(): the parser's.
        if (setjmp(leave_) != 0) // NOLINT(cert-err52-cpp)
            return false;
        gumbo_parse_with_options(&options, text.data(), static_cast<std::size_t>(text.size()));
        return true;
    }
    const GumboNode *document() const { return output_ ? output_->document : nullptr; }

private:
    static constexpr std::size_t header = alignof(std::max_align_t);

    void *take(std::size_t size)
    {
        const bool isFirst = taken_++ == 0;
        if (bytes_ + size > mostBytes || (taken_ % 256 == 0 && isTooMuch()))
            std::longjmp(leave_, 1); // NOLINT(cert-err52-cpp)
        void *memory = nullptr;
        try {
            memory = pool_.allocate(size + header);
        } catch (const std::bad_alloc &) {
        }
        if (!memory)
            std::longjmp(leave_, 1); // NOLINT(cert-err52-cpp)
        bytes_ += size;
        *static_cast<std::size_t *>(memory) = size;
        void *const its = static_cast<std::byte *>(memory) + header;
        if (isFirst && size == sizeof(GumboOutput)) // the parser begins with what it will return
            output_ = ::new (its) GumboOutput();
        return its;
    }
    void giveBack(void *its)
    {
        if (!its)
            return;
        void *const memory = static_cast<std::byte *>(its) - header;
        const std::size_t size = *static_cast<std::size_t *>(memory);
        bytes_ -= size;
        pool_.deallocate(memory, size + header);
    }
    bool isTooMuch() const
    {
        int depth = 0;
        for (const GumboNode *node = document(); node; node = newestChild(node))
            ++depth;
        return depth > mostDepth || computed() > end_ || stop_.stop_requested();
    }

    std::pmr::unsynchronized_pool_resource pool_;
    std::jmp_buf leave_{};
    GumboOutput *output_ = nullptr;
    std::size_t bytes_ = 0;
    std::size_t taken_ = 0;
    const qint64 end_;
    const std::stop_token stop_;
};

/// What a browser with scripting on takes for text, which the parser does not. As long, text to both, and
/// spelled as nobody does.
constexpr char textual[] = "nOfRaMeS";

void makeNoscriptText(QByteArray &html)
{
    for (qsizetype i = html.indexOf('<'); i >= 0; i = html.indexOf('<', i + 1)) {
        const qsizetype name = i + 1 + (html.constData()[i + 1] == '/');
        if (qstrnicmp(html.constData() + name, "noscript", 8) == 0)
            html.replace(name, 8, textual);
    }
}

/// `text` of the page as it was.
QString original(const char *text)
{
    return QString::fromUtf8(text).replace(QLatin1String(textual), QLatin1String("noscript"));
}

QString attributeOf(const GumboNode *node, const char *name, bool &isThere)
{
    const GumboAttribute *attribute = gumbo_get_attribute(&node->v.element.attributes, name);
    isThere = attribute != nullptr;
    return isThere ? original(attribute->value) : QString();
}

/// Calls `visit` with each element of the tree that stands in the page, in order; what is in a <template>,
/// which is there to be copied only, is left out.
void walk(const GumboNode *document, auto &&visit)
{
    std::vector<std::pair<const GumboVector *, unsigned>> open{{childrenOf(document), 0}};
    while (!open.empty()) {
        auto &[children, next] = open.back();
        if (next == children->length) {
            open.pop_back();
            continue;
        }
        const GumboNode *node = at(*children, next++);
        if (!isElement(node))
            continue;
        if (beginOf(node))
            visit(node);
        if (node->type != GUMBO_NODE_TEMPLATE)
            open.emplace_back(&node->v.element.children, 0);
    }
}

/// Takes out of a tree what is wanted of it.
class Harvest
{
public:
    Harvest(PageLinks &page, qsizetype mostLinks) : page_(page), mostLinks_(mostLinks) {}

    void take(const GumboNode *document, const GumboNode *except)
    {
        walk(document, [&](const GumboNode *node) {
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
            else if (tag == GUMBO_TAG_META && page_.charset.isEmpty())
                meta(node);
        }
    }
    void link(const GumboNode *node, const char *attribute)
    {
        bool isThere = false;
        const QString text = attributeOf(node, attribute, isThere);
        if (isThere && page_.links.size() < mostLinks_)
            page_.links << text;
        else if (isThere)
            page_.isCut = true;
    }
    void meta(const GumboNode *node)
    {
        bool isThere = false;
        const QByteArray label = attributeOf(node, "charset", isThere).toUtf8();
        if (isThere)
            page_.charset = label;
        else if (attributeOf(node, "http-equiv", isThere).toLower() == QLatin1String("content-type"))
            page_.charset = charsetOfMeta(attributeOf(node, "content", isThere).toUtf8()).name();
    }
    static QString textOf(const GumboNode *node)
    {
        QString text;
        const GumboVector &children = node->v.element.children;
        for (unsigned i = 0; i < children.length && text.size() < mostTitle; ++i) {
            const GumboNode *child = at(children, i);
            if (!isElement(child) && child->type != GUMBO_NODE_COMMENT)
                text += original(child->v.text.text);
        }
        return text.left(mostTitle);
    }

    PageLinks &page_;
    const qsizetype mostLinks_;
};

/// The element that was begun last, at which reading goes on where it was left.
const GumboNode *newestOf(const GumboNode *document)
{
    const GumboNode *newest = nullptr;
    walk(document, [&](const GumboNode *node) {
        if (!newest || beginOf(node) > beginOf(newest))
            newest = node;
    });
    return newest;
}

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
    if (isHtml(around, GUMBO_TAG_SELECT))
        return "<body><select>";
    return std::ranges::find(parts, around->v.element.tag) == std::end(parts) ? "<body>" : "<body><table>";
}

} // namespace

PageLinks readHtml(QByteArray utf8, qsizetype mostLinks, const std::stop_token &stop)
{
    makeNoscriptText(utf8);
    PageLinks page;
    Harvest harvest(page, mostLinks);
    QByteArray beginning;
    const qint64 end = computed() + mostTime;
    for (qsizetype from = 0;;) {
        // In place of what has been read.
        utf8.replace(from - beginning.size(), beginning.size(), beginning);
        Parse parse(end, stop);
        const bool isWhole = parse.read(QByteArrayView(utf8).sliced(from - beginning.size()));
        throwIfStopped(stop);
        const GumboNode *newest = isWhole || !parse.document() ? nullptr : newestOf(parse.document());
        if (parse.document())
            harvest.take(parse.document(), newest);
        if (isWhole)
            break;
        constexpr qsizetype longest = 16; // of beginnings
        const qsizetype next = newest ? beginOf(newest) - utf8.constData() : from;
        page.isCut = page.isCut || next <= from + longest || computed() > end;
        if (page.isCut)
            break;
        from = next;
        beginning = beginningAs(newest->parent);
    }
    return page;
}

} // namespace tenfold
