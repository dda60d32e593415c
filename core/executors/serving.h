#pragma once

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace tenfold {

/// Who does the work of a supervisor: one thread at a time, which may begin anew within its turn.
class Serving
{
public:
    /// Held by whose turn it is. Its end calls what was put off.
    class Turn
    {
    public:
        /// Waits for the turn of another thread to end.
        explicit Turn(Serving &serving) : serving_(&serving)
        {
            serving.mutex_.lock();
            ++serving.depth_;
        }
        /// False when it is another thread's.
        Turn(Serving &serving, std::try_to_lock_t) : serving_(serving.mutex_.try_lock() ? &serving : nullptr)
        {
            if (serving_)
                ++serving_->depth_;
        }
        ~Turn()
        {
            if (serving_)
                serving_->end();
        }
        Turn(const Turn &) = delete;
        Turn &operator=(const Turn &) = delete;
        explicit operator bool() const { return serving_ != nullptr; }

    private:
        Serving *const serving_;
    };

    /// Calls `tell`, which ends tasks, once it is nobody's turn: what hangs on them is others' code, which
    /// may wait for another thread's turn. For whose turn it is.
    void putOff(std::function<void()> tell) { tells_.push_back(std::move(tell)); }

private:
    void end()
    {
        std::vector<std::function<void()>> tells;
        if (--depth_ == 0)
            tells.swap(tells_);
        mutex_.unlock();
        for (const auto &tell : tells)
            tell();
    }

    std::recursive_mutex mutex_; // guards what follows
    int depth_ = 0;
    std::vector<std::function<void()>> tells_;
};

} // namespace tenfold
