#include "core/recording/writers.h"

namespace tenfold {

QByteArray runToCsv(const Recording &recording)
{
    QByteArray csv = "scenario,variant,kind,workers,repeat,seconds,status,same_result,speedup\n";
    const auto number = [](double value) { return QByteArray::number(value, 'f', 6); };
    for (std::size_t i = 0; i < recording.outcomes.size(); ++i) {
        const Outcome &outcome = recording.outcomes[i];
        const Outcome &reference = recording.outcomes.front();
        for (std::size_t k = 0; k < outcome.repeats.size(); ++k) {
            const Repeat &repeat = outcome.repeats[k];
            const bool finished = repeat.status == Status::Finished;
            const double base = reference.medianSeconds();
            const QByteArrayList cells{
                recording.scenario()->path().toUtf8(),
                outcome.variant.toUtf8(),
                idOf(recording.scenario()->variant(outcome.variant)->kind).toUtf8(),
                QByteArray::number(recording.summary.figures[i].workers),
                QByteArray::number(k + 1),
                finished ? number(repeat.seconds) : QByteArray(),
                idOf(repeat.status).toUtf8(),
                repeat.sameResult ? "true" : "false",
                finished && base > 0 && repeat.seconds > 0 ? number(base / repeat.seconds) : QByteArray(),
            };
            csv += cells.join(',') + '\n';
        }
    }
    return csv;
}

} // namespace tenfold
