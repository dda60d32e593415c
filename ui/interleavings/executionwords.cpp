#include "ui/interleavings/executionwords.h"

#include "core/analysis/format.h"
#include "core/catalog/words.h"

namespace tenfold {

static QString say(const char *source)
{
    return translate("Executions", source);
}

QString endingInWords(const Program &program, const Ending &ending)
{
    if (ending.isDeadlock)
        return say(QT_TRANSLATE_NOOP("Executions", "deadlock"));
    return program.expected() == 0 ? say(QT_TRANSLATE_NOOP("Executions", "finished"))
                                   : QStringLiteral("x = %1").arg(ending.x);
}

QString judgement(const Program &program, const Ending &ending)
{
    if (ending.isDeadlock)
        return say(QT_TRANSLATE_NOOP("Executions", "none can go on"));
    if (isRight(program, ending))
        return say(QT_TRANSLATE_NOOP("Executions", "right"));
    return program.expected() - ending.x == 1 ? say(QT_TRANSLATE_NOOP("Executions", "1 update is lost"))
                                              : translate("Executions", "%1 updates are lost")
                                                    .arg(formatCount(program.expected() - ending.x));
}

/// The steps of an update that is lost, from 0: who read, who wrote meanwhile, who wrote over that.
struct LostUpdate
{
    std::size_t read = 0, written = 0, overwritten = 0;
};

static std::optional<LostUpdate> firstLost(const Program &program, const Execution &execution)
{
    std::vector<std::size_t> next(program.threads.size()), read(next.size());
    std::optional<std::size_t> written;
    for (std::size_t step = 0; step < execution.size(); ++step) {
        const std::size_t thread = execution[step];
        const StepKind kind = program.threads[thread][next[thread]++].kind;
        if (kind == StepKind::Load)
            read[thread] = step;
        if (kind != StepKind::Store)
            continue;
        if (written && *written > read[thread])
            return LostUpdate{read[thread], *written, step};
        written = step;
    }
    return {};
}

static QString storyOfDeadlock(const DrawnExecution &drawn)
{
    QStringList waits;
    for (int thread = 0; const Lane *lane : drawn.trace->lanes()) {
        const auto &spans = lane->spans();
        if (lane->links().size() > 0)
            waits << translate("Executions", "%1 waits for %2 (%3 holds it)")
                         .arg(threadLetter(thread), QString::fromUtf8(spans[spans.size() - 1].label),
                              threadLetter(lane->links()[0].fromLane));
        ++thread;
    }
    return translate("Executions", "%1: none of them can go on.").arg(listed(waits));
}

QString storyOf(const DrawnExecution &drawn)
{
    if (drawn.asked != drawn.number) {
        DrawnExecution last = drawn;
        last.asked = drawn.number;
        return followedBy(translate("Executions", "There is no execution %1; this is the last one.")
                              .arg(QString::fromStdString(inDigits(drawn.asked))),
                          storyOf(last));
    }
    const Program &program = drawn.all->program();
    if (drawn.ending.isDeadlock)
        return storyOfDeadlock(drawn);
    if (program.expected() == 0)
        return translate("Executions", "Every thread gets its locks and comes to its end.");
    const std::optional<LostUpdate> lost = firstLost(program, drawn.execution);
    if (!lost)
        return translate("Executions", "Nobody writes x between a thread's read and its write: every update "
                                       "counts.");
    QString text = translate("Executions", "%1 reads x in step %2 and %3 writes it in step %4. %1 does not "
                                           "know that and writes over it in step %5: an update is lost.")
                       .arg(threadLetter(drawn.execution[lost->read]))
                       .arg(lost->read + 1)
                       .arg(threadLetter(drawn.execution[lost->written]))
                       .arg(lost->written + 1)
                       .arg(lost->overwritten + 1);
    if (const int all = program.expected() - drawn.ending.x; all > 1)
        text =
            followedBy(text, translate("Executions", "In all, %1 updates are lost.").arg(formatCount(all)));
    return text;
}

QString neighbourInWords(const DrawnExecution &drawn)
{
    if (!drawn.neighbour)
        return translate("Executions", "No two steps that follow one another can be swapped: the threads "
                                       "would have to hold a lock at the same time.");
    const Neighbour &other = *drawn.neighbour;
    const QString ending = endingInWords(drawn.all->program(), other.ending);
    const QString number = QString::fromStdString(inDigits(other.number));
    if (!other.isSwap)
        return (drawn.isNeighbourRight()
                    ? translate("Executions", "If %1 takes step %2 instead, all is well: %3 (execution %4).")
                    : translate("Executions", "If %1 takes step %2 instead, it goes wrong: %3 (execution "
                                              "%4)."))
            .arg(threadLetter(other.execution[other.step]))
            .arg(other.step + 1)
            .arg(ending, number);
    const bool isRight = drawn.isNeighbourRight();
    const char *source =
        isRight != drawn.isRight()
            ? (isRight ? QT_TRANSLATE_NOOP("Executions", "Swap steps %1 and %2, and the result is right: %3 "
                                                         "(execution %4).")
                       : QT_TRANSLATE_NOOP("Executions", "Swap steps %1 and %2, and the result is wrong: %3 "
                                                         "(execution %4)."))
        : other.ending != drawn.ending
            ? QT_TRANSLATE_NOOP("Executions", "Swap steps %1 and %2, and it is wrong in another way: %3 "
                                              "(execution %4).")
            : QT_TRANSLATE_NOOP("Executions",
                                "Swap steps %1 and %2, and nothing changes: %3 (execution %4).");
    return say(source).arg(other.step + 1).arg(other.step + 2).arg(ending, number);
}

QString numberInWords(const DrawnExecution &drawn)
{
    return QStringLiteral("%1 / %2").arg(QString::fromStdString(inDigits(drawn.number)),
                                         QString::fromStdString(inDigits(drawn.all->total())));
}

} // namespace tenfold
