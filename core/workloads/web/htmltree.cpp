#include "core/workloads/web/htmltree.h"

#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <new>
#include <utility>
#include <vector>

namespace tenfold {

// The parser looks through all elements that are open for many a tag: what is deeper is read as another
// piece.
constexpr int mostDepth = 256;
constexpr std::size_t mostTreeBytes = 64 * 1024 * 1024;
constexpr std::size_t blockHeader = alignof(std::max_align_t);

bool isElement(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

const char *beginOf(const GumboNode *node)
{
    constexpr int copied =
        GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT | GUMBO_INSERTION_ADOPTION_AGENCY_CLONED;
    return isElement(node) && !(node->parse_flags & copied) ? node->v.element.original_tag.data : nullptr;
}

static const GumboVector *childrenOf(const GumboNode *node)
{
    if (node->type == GUMBO_NODE_DOCUMENT)
        return &node->v.document.children;
    return isElement(node) ? &node->v.element.children : nullptr;
}

static const GumboNode *nodeAt(const GumboVector &nodes, unsigned i)
{
    return static_cast<const GumboNode *>(nodes.data[i]);
}

/// The child of `node` that was begun last. A table has what does not belong into it put before it.
static const GumboNode *newestChild(const GumboNode *node)
{
    const GumboVector *children = childrenOf(node);
    if (!children || children->length == 0)
        return nullptr;
    const GumboNode *last = nodeAt(*children, children->length - 1);
    if (children->length > 1 && isElement(last) && last->v.element.tag == GUMBO_TAG_TABLE) {
        const GumboNode *before = nodeAt(*children, children->length - 2);
        if (isElement(before) && before->v.element.original_tag.data > last->v.element.original_tag.data)
            return before;
    }
    return last;
}

static thread_local std::jmp_buf *parsing = nullptr;

void HtmlTree::leaveParser()
{
    if (parsing)
        std::longjmp(*parsing, 1);
}

qint64 HtmlTree::computed()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

HtmlTree::HtmlTree(QByteArrayView text, qint64 end, std::stop_token stop)
    : end_(end), stop_(std::move(stop)), isWhole_(parse(text))
{}

bool HtmlTree::parse(QByteArrayView text)
{
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = [](void *its, std::size_t size) { return static_cast<HtmlTree *>(its)->take(size); };
    options.deallocator = [](void *its, void *memory) { static_cast<HtmlTree *>(its)->giveBack(memory); };
    options.userdata = this;
    options.max_errors = 0; // each would keep all elements that are open
    parsing = &leave_;
    // What is left by a jump are frames of the parser's, which is C, and of take(), in which nothing has a
    // destructor; its memory is the pool's. Nothing here changes between the two returns.
    if (setjmp(leave_) == 0) {
        gumbo_parse_with_options(&options, text.data(), static_cast<std::size_t>(text.size()));
        parsing = nullptr;
        return true;
    }
    parsing = nullptr;
    return false;
}

void *HtmlTree::Bounded::do_allocate(std::size_t size, std::size_t alignment)
{
    if (size > mostTreeBytes - bytes_)
        throw std::bad_alloc();
    void *const memory = std::pmr::new_delete_resource()->allocate(size, alignment);
    bytes_ += size;
    return memory;
}

void HtmlTree::Bounded::do_deallocate(void *memory, std::size_t size, std::size_t alignment)
{
    std::pmr::new_delete_resource()->deallocate(memory, size, alignment);
    bytes_ -= size;
}

void *HtmlTree::take(std::size_t size)
{
    const bool isFirst = taken_++ == 0;
    if (taken_ % 256 == 0 && isTooMuch())
        std::longjmp(leave_, 1);
    void *memory = nullptr;
    try {
        memory = pool_.allocate(size + blockHeader);
    } catch (const std::bad_alloc &) {
    }
    if (!memory)
        std::longjmp(leave_, 1);
    *static_cast<std::size_t *>(memory) = size;
    void *const its = static_cast<std::byte *>(memory) + blockHeader;
    if (isFirst && size == sizeof(GumboOutput)) // the parser begins with what it will return
        output_ = ::new (its) GumboOutput();
    return its;
}

void HtmlTree::giveBack(void *its)
{
    if (!its)
        return;
    void *const memory = static_cast<std::byte *>(its) - blockHeader;
    const std::size_t size = *static_cast<std::size_t *>(memory);
    pool_.deallocate(memory, size + blockHeader);
}

bool HtmlTree::isTooMuch() const
{
    int depth = 0;
    for (const GumboNode *node = output_ ? output_->document : nullptr; node; node = newestChild(node))
        ++depth;
    return depth > mostDepth || computed() > end_ || stop_.stop_requested();
}

void HtmlTree::walk(const std::function<void(const GumboNode *)> &visit) const
{
    if (!output_ || !output_->document)
        return;
    std::vector<std::pair<const GumboVector *, unsigned>> open{{childrenOf(output_->document), 0}};
    for (std::size_t steps = 0; !open.empty() && steps <= 2 * taken_;
         ++steps) { // whatever state it was left in
        auto &[children, next] = open.back();
        if (next == children->length) {
            open.pop_back();
            continue;
        }
        const GumboNode *node = nodeAt(*children, next++);
        if (!isElement(node))
            continue;
        if (beginOf(node))
            visit(node);
        if (node->type != GUMBO_NODE_TEMPLATE)
            open.emplace_back(&node->v.element.children, 0);
    }
}

const GumboNode *HtmlTree::newest() const
{
    const GumboNode *newest = nullptr;
    walk([&](const GumboNode *node) {
        if (!newest || beginOf(node) > beginOf(newest))
            newest = node;
    });
    return newest;
}

} // namespace tenfold

/// The C library's, which gumbo calls where one of its assertions does not hold: Debian's 0.10.1 keeps them,
/// and what a page says may not end the program. The linker gives libgumbo.so this one, as the program comes
/// before the C library in the order in which names are looked up. All other assertions, and those of threads
/// that do not parse, end the program as ever. The other ways are worse: a gumbo of our own, without
/// assertions, goes on with the state that they refuse, and gets no security updates.
extern "C" void __assert_fail(const char *assertion, const char *file, unsigned line, // NOLINT
                              const char *function) noexcept
{
    tenfold::HtmlTree::leaveParser();
    std::fprintf(stderr, "%s:%u: %s: assertion \"%s\" failed\n", file, line, function, assertion);
    std::abort();
}
