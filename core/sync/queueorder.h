#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <functional>
#include <vector>

/// The orders in which a BlockingQueue gives its items out: what it keeps them in. Items are anything with a
/// member `value`.
namespace tenfold {

struct FirstInFirstOut
{
    template<typename Item> class Store
    {
    public:
        std::size_t size() const { return items_.size(); }
        void add(Item item) { items_.push_back(std::move(item)); }
        Item take()
        {
            Item item = std::move(items_.front());
            items_.pop_front();
            return item;
        }

    private:
        std::deque<Item> items_;
    };
};

struct LastInFirstOut
{
    template<typename Item> class Store
    {
    public:
        std::size_t size() const { return items_.size(); }
        void add(Item item) { items_.push_back(std::move(item)); }
        Item take()
        {
            Item item = std::move(items_.back());
            items_.pop_back();
            return item;
        }

    private:
        std::vector<Item> items_;
    };
};

/// The smallest item by `Less`, which does not throw, first; of equal ones the oldest.
template<typename Less = std::less<>> struct SmallestFirst
{
    template<typename Item> class Store
    {
    public:
        std::size_t size() const { return heap_.size(); }
        void add(Item item)
        {
            heap_.push_back({std::move(item), added_++});
            std::ranges::push_heap(heap_, later);
        }
        Item take()
        {
            std::ranges::pop_heap(heap_, later);
            Item item = std::move(heap_.back().item);
            heap_.pop_back();
            return item;
        }

    private:
        struct Entry
        {
            Item item;
            std::uint64_t number;
        };
        static bool later(const Entry &a, const Entry &b)
        {
            if (Less()(b.item.value, a.item.value))
                return true;
            return !Less()(a.item.value, b.item.value) && b.number < a.number;
        }

        std::vector<Entry> heap_;
        std::uint64_t added_ = 0;
    };
};

} // namespace tenfold
