#pragma once

namespace tenfold {

/// What is to be done when a task is done: TaskState keeps a list of them. Once handed over, run() or drop()
/// is called, once; it takes care of the object's end.
class Continuation
{
public:
    virtual ~Continuation() = default;
    /// The task is done and still there; run() follows, on the same thread, when it may have gone.
    virtual void prepare() noexcept {}
    virtual void run() noexcept = 0;
    /// The task has gone without ever being done.
    virtual void drop() noexcept = 0;

private:
    friend class TaskState;
    Continuation *next_ = nullptr;
};

} // namespace tenfold
