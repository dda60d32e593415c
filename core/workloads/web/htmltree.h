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

    std::pmr::unsynchronized_pool_resource pool_; ///< gives all back at once, however deep the tree is
    std::jmp_buf leave_{};
    GumboOutput *output_ = nullptr;
    std::size_t bytes_ = 0;
    std::size_t taken_ = 0;
    const qint64 end_;
    const std::stop_token stop_;
    const bool isWhole_;
};

bool isElement(const GumboNode *node);
/// Where an element that stands in the text begins there; none for one that the parser thought up.
const char *beginOf(const GumboNode *node);

} // namespace tenfold
