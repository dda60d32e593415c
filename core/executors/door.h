#pragma once

#include <condition_variable>
#include <mutex>

namespace tenfold {

/// The way into something for those who may come after its end: they keep the door, it may be gone. Every
/// member may be called from any thread.
class Door
{
public:
    /// Held by who is inside; false when the door was closed.
    class Pass
    {
    public:
        explicit Pass(Door &door) : door_(door.enter() ? &door : nullptr) {}
        ~Pass()
        {
            if (door_)
                door_->leave();
        }
        Pass(const Pass &) = delete;
        Pass &operator=(const Pass &) = delete;
        explicit operator bool() const { return door_ != nullptr; }

    private:
        Door *const door_;
    };

    /// Nobody comes in any more; waits for those who are inside.
    void close()
    {
        std::unique_lock lock(mutex_);
        isClosed_ = true;
        left_.wait(lock, [this] { return inside_ == 0; });
    }

private:
    bool enter()
    {
        const std::scoped_lock lock(mutex_);
        if (!isClosed_)
            ++inside_;
        return !isClosed_;
    }
    void leave()
    {
        const std::scoped_lock lock(mutex_);
        if (--inside_ == 0)
            left_.notify_all();
    }

    std::mutex mutex_; // guards what follows
    std::condition_variable left_;
    int inside_ = 0;
    bool isClosed_ = false;
};

} // namespace tenfold
