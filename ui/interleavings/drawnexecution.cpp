#include "ui/interleavings/drawnexecution.h"

#include "core/workloads/compute/interleavings/executiontrace.h"

#include <algorithm>

namespace tenfold {

int DrawnExecution::lastStep() const
{
    return static_cast<int>(trace->now() / oneStep);
}

int DrawnExecution::stepAt(std::optional<Nanoseconds> instant) const
{
    if (!instant)
        return lastStep();
    return static_cast<int>(std::clamp<Nanoseconds>((*instant + oneStep - 1) / oneStep, 0, lastStep()));
}

Nanoseconds DrawnExecution::instantOf(int step)
{
    return step == 0 ? 0 : step * oneStep - oneStep / 2;
}

std::optional<DrawnExecution> drawnExecution(const Scene &scene)
{
    DrawnExecution drawn;
    drawn.all = scene.executions();
    if (!drawn.all)
        return {};
    for (const Parameter &parameter : scene.scenario()->parameters) {
        if (parameter.isOfPicture) {
            drawn.parameter = parameter.id;
            drawn.asked = std::max(1U, scene.request.values.value(parameter.id, 1).toUInt());
        }
    }
    drawn.number = std::clamp<Count>(drawn.asked, 1, drawn.all->total());
    drawn.execution = drawn.all->at(drawn.number);
    drawn.ending = endingOf(drawn.all->rules(), drawn.execution);
    drawn.trace = traceOf(drawn.all->program(), drawn.execution);
    drawn.neighbour = neighbourOf(*drawn.all, drawn.execution);
    if (drawn.neighbour)
        drawn.ghost = traceOf(drawn.all->program(), drawn.neighbour->execution);
    return drawn;
}

QString threadLetter(int thread)
{
    return QString(QChar(u'A' + static_cast<char16_t>(thread)));
}

} // namespace tenfold
