#include "core/executors/executortask.h"

#include "core/catalog/words.h"

#include <stdexcept>

namespace tenfold {

void carryOut(ExecutorTask &task)
{
    TaskState &state = task.state();
    if (!state.tryStart())
        return;
    Lane *const lane = Lane::current();
    SpanRecord *const span = lane ? lane->begin(State::Running, "task", state.task(), task.where) : nullptr;
    if (lane)
        task.recordDependencies(*lane);
    std::exception_ptr error;
    try {
        task.invoke();
    } catch (const Stopped &) {
        error = std::current_exception();
    } catch (const Cancelled &) {
        error = std::current_exception();
        if (lane)
            lane->mark(QT_TRANSLATE_NOOP("mark", "cancelled"), state.task(), task.where);
    } catch (...) {
        error = std::current_exception();
        if (lane) // whether anybody asks for it or not
            lane->mark(QT_TRANSLATE_NOOP("mark", "failed"), state.task(), task.where);
    }
    TaskEnding ending;
    if (lane) {
        lane->end(span);
        ending = {lane, span ? span->endOr(0) : lane->now()};
    }
    state.finish(std::move(error), ending);
}

void ExecutorDoor::enqueue(std::shared_ptr<ExecutorTask> task)
{
    const Door::Pass inside(door_);
    if (!inside)
        throw std::runtime_error("the executor takes no task after its end");
    enqueue_(std::move(task));
}

} // namespace tenfold
