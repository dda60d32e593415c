#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <sys/mman.h>
#include <type_traits>

namespace tenfold {

/// A log that one thread appends to while any number of threads read what is published. No entry ever moves.
/// Blocks double in size, so that a lane of ten events costs little and one of a million needs few blocks.
template<typename T>
requires std::is_trivially_destructible_v<T>
class AppendLog
{
public:
    /// At most `capacity` entries are kept; what comes later is counted as dropped.
    explicit AppendLog(std::size_t capacity) : capacity_(capacity) {}
    AppendLog(const AppendLog &) = delete;
    AppendLog &operator=(const AppendLog &) = delete;
    ~AppendLog()
    {
        for (std::size_t block = 0; block < blocks_.size() && blocks_[block]; ++block)
            ::operator delete(blocks_[block], alignmentOf(firstBlock << block));
    }

    /// Writer only: publishes a copy of `entry`; null when the log is full.
    T *append(const T &entry)
    {
        const std::size_t index = size_.load(std::memory_order_relaxed);
        if (index >= capacity_) {
            dropped_.store(dropped_.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
            return nullptr;
        }
        const auto [block, offset] = place(index);
        if (offset == 0) [[unlikely]]
            blocks_[block] = allocated(firstBlock << block);
        T *slot = std::construct_at(blocks_[block] + offset, entry);
        size_.store(index + 1, std::memory_order_release);
        return slot;
    }

    /// Writer only: `count` more entries did not fit, where this log is told from another one.
    void drop(std::uint64_t count)
    {
        dropped_.store(dropped_.load(std::memory_order_relaxed) + count, std::memory_order_relaxed);
    }

    /// Any thread: how many entries may be read.
    std::size_t size() const { return size_.load(std::memory_order_acquire); }
    /// Any thread: how many entries did not fit.
    std::uint64_t dropped() const { return dropped_.load(std::memory_order_relaxed); }
    /// Any thread: the entry at `index`, which is below a size() that this thread has read.
    const T &operator[](std::size_t index) const
    {
        const auto [block, offset] = place(index);
        return blocks_[block][offset];
    }
    /// Any thread: calls `visit(entry)` for all that is published from index `from` on; returns the next
    /// `from`.
    template<typename Visit> std::size_t forEach(Visit &&visit, std::size_t from = 0) const
    {
        const std::size_t end = size();
        while (from < end) {
            const auto [block, offset] = place(from);
            const T *entries = blocks_[block];
            const std::size_t stop = std::min<std::size_t>(end - from + offset, firstBlock << block);
            for (std::size_t i = offset; i < stop; ++i)
                visit(entries[i]);
            from += stop - offset;
        }
        return from;
    }
    /// Any thread: the index of the first entry from `from` on for which `isBefore(entry)` is false; in an
    /// order in which all others stand ahead of it.
    template<typename IsBefore> std::size_t firstNot(IsBefore &&isBefore, std::size_t from = 0) const
    {
        for (std::size_t to = size(); from < to;) {
            const std::size_t middle = from + (to - from) / 2;
            if (isBefore((*this)[middle]))
                from = middle + 1;
            else
                to = middle;
        }
        return from;
    }

private:
    static constexpr std::size_t firstBlock = 32, hugePage = std::size_t{1} << 21;
    static constexpr std::align_val_t alignmentOf(std::size_t entries)
    {
        return std::align_val_t(entries * sizeof(T) >= hugePage ? hugePage : alignof(T));
    }
    static T *allocated(std::size_t entries)
    {
        void *const memory = ::operator new(entries * sizeof(T), alignmentOf(entries));
        // A page fault costs as much as twenty entries.
        if (entries * sizeof(T) >= hugePage)
            ::madvise(memory, entries * sizeof(T), MADV_HUGEPAGE);
        return static_cast<T *>(memory);
    }
    struct Place
    {
        std::size_t block, offset;
    };
    static constexpr Place place(std::size_t index)
    {
        const std::size_t shifted = index / firstBlock + 1;
        const auto block = static_cast<std::size_t>(std::bit_width(shifted)) - 1;
        return {block, index - firstBlock * ((std::size_t{1} << block) - 1)};
    }

    const std::size_t capacity_;
    std::atomic<std::size_t> size_{0};
    std::atomic<std::uint64_t> dropped_{0};
    std::array<T *, 40> blocks_{}; // memory of a block is not touched before an entry is written
};

} // namespace tenfold
