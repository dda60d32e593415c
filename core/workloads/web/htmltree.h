#pragma once

#include <QByteArrayView>

#include <csetjmp>
#include <cstddef>
#include <functional>
#include <gumbo.h>
#include <memory_resource>
#include <stop_token>

namespace tenfold {

/// The tree that the parser makes of a page, which lives in memory of its own. The parser is left where an
/// assertion of its own does not hold, and where it needs too much memory or time or comes too deep; the tree
/// so far stays.
class HtmlTree
{
public:
    /// Where this thread is parsing, leaves that; else returns.
    static void leaveParser();
    /// Nanoseconds that the calling thread has computed for.
    static qint64 computed();

    /// Parses `text`, which outlives this, until the calling thread has computed for `end` ns, or `stop` is
    /// requested.
    HtmlTree(QByteArrayView text, qint64 end, std::stop_token stop);
    HtmlTree(const HtmlTree &) = delete;
    HtmlTree &operator=(const HtmlTree &) = delete;

    /// Whether all of the text was read.
    bool isWhole() const { return isWhole_; }
    /// Calls `visit` with each element that stands in the text, in order; what is in a <template>, which is
    /// there to be copied only, is left out.
    void walk(const std::function<void(const GumboNode *)> &visit) const;
    /// The element that was begun last; none where none stands there.
    const GumboNode *newest() const;

private:
    bool parse(QByteArrayView text);
    void *take(std::size_t size);
    void giveBack(void *its);
    bool isTooMuch() const;

    /// Memory up to a limit, beyond which it throws std::bad_alloc.
    class Bounded : public std::pmr::memory_resource
    {
        void *do_allocate(std::size_t size, std::size_t alignment) override;
        void do_deallocate(void *memory, std::size_t size, std::size_t alignment) override;
        bool do_is_equal(const memory_resource &other) const noexcept override { return this == &other; }

        std::size_t bytes_ = 0;
    };

    Bounded memory_; ///< counts what the pool takes of the system, rounded up and with all headers
    std::pmr::unsynchronized_pool_resource pool_{
        &memory_}; ///< gives all back at once, however deep the tree is
    std::jmp_buf leave_{};
    GumboOutput *output_ = nullptr;
    std::size_t taken_ = 0; ///< blocks
    const qint64 end_;
    const std::stop_token stop_;
    const bool isWhole_;
};

/// Whether `node` is an element, also a <template>, which the parser tells from others.
bool isElement(const GumboNode *node);
/// Where an element that stands in the text begins there; none for one that the parser thought up.
const char *beginOf(const GumboNode *node);

} // namespace tenfold
