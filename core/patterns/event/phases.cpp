// A calculation in phases on an array that all share: nobody may begin a phase before all have ended the
// last.

#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/crew.h"
#include "core/run/run.h"
#include "core/sync/barrier.h"
#include "core/workloads/compute/hash.h"

#include <QCryptographicHash>

namespace tenfold::patterns::event::phases {
namespace {

constexpr std::size_t cells = 128;

// Two arrays: a phase reads one and writes the other. Each value knows after which phase it is right.
class Field
{
public:
    explicit Field(quint64 seed)
    {
        for (std::size_t i = 0; i < cells; ++i)
            cell(i, 0).value = seed + i;
        for (std::size_t i = 0; i < cells; ++i)
            cell(i, 0).phase = 0;
    }

    // The value of a cell after `phase` phases; counts those that are not.
    quint64 read(std::size_t i, int phase)
    {
        const Cell &from = cell(i % cells, phase);
        if (from.phase.load(std::memory_order_relaxed) != phase) {
            ++stale_;
            recordMark(QT_TRANSLATE_NOOP("mark", "reads a value of another phase"));
        }
        return from.value.load(std::memory_order_relaxed);
    }
    void write(std::size_t i, int phase, quint64 value)
    {
        Cell &to = cell(i, phase);
        to.value.store(value, std::memory_order_relaxed);
        to.phase.store(phase, std::memory_order_relaxed);
    }
    QString digest(int phase)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (std::size_t i = 0; i < cells; ++i)
            hash.addData(QByteArray::number(cell(i, phase).value.load(std::memory_order_relaxed)));
        return QString::fromLatin1(hash.result().toHex().left(16));
    }
    int stale() const { return stale_; }

private:
    struct Cell
    {
        std::atomic<quint64> value{0};
        std::atomic<int> phase{-1};
    };
    Cell &cell(std::size_t i, int phase) { return cells_[static_cast<std::size_t>(phase % 2)][i]; }

    std::array<std::array<Cell, cells>, 2> cells_;
    std::atomic<int> stale_{0};
};

// Computes the cells from `begin` to `end` for the phase after `phase`: from their neighbours, some in more
// time than others.
void compute(Run &run, std::size_t begin, std::size_t end, int phase)
{
    auto &field = run.kept<Field>();
    for (std::size_t i = begin; i < end; ++i) {
        const quint64 around =
            field.read(i + cells - 1, phase) ^ (field.read(i, phase) << 1) ^ field.read(i + 1, phase);
        const qint64 bytes = bytesHashedIn(200 + static_cast<int>(i) * 10);
        field.write(
            i, phase + 1,
            hashOf(around, static_cast<qint64>(i), bytes, run.stop()).left(16).toULongLong(nullptr, 16));
    }
}

void putPhase(Run &run, int phase)
{
    run.setRow(static_cast<std::size_t>(phase), {phase + 1, run.kept<Field>().digest(phase + 1)});
}

void sequential(Run &run)
{
    for (int phase = 0; phase < run.integer("phases"); ++phase) {
        const TaskSpan task(static_cast<std::size_t>(phase), "phase");
        compute(run, 0, cells, phase);
        putPhase(run, phase);
    }
}

// A worker's part of the field, as large as the others'.
struct Part
{
    Part(int worker, int workers)
        : begin(cells * static_cast<std::size_t>(worker) / static_cast<std::size_t>(workers)),
          end(cells * static_cast<std::size_t>(worker + 1) / static_cast<std::size_t>(workers))
    {}
    std::size_t begin, end;
};

// `meet(phase)` is called by each worker after each of its phases.
template<typename Meet> void inParts(Run &run, const std::function<void()> &release, Meet meet)
{
    Crew workers(run.trace(), release);
    workers.start({}, run.workers(), [&](int worker) {
        const Part part(worker, run.workers());
        for (int phase = 0; phase < run.integer("phases"); ++phase) {
            {
                const TaskSpan task(static_cast<std::size_t>(phase), "phase");
                compute(run, part.begin, part.end, phase);
            }
            recordGauge("phase", phase + 1);
            meet(phase);
        }
    });
    workers.join();
}

// The last one to arrive puts the row, while all the others wait.
void barrier(Run &run)
{
    int phase = 0;
    Barrier barrier(
        run.workers(), [&] { putPhase(run, phase++); }, QT_TRANSLATE_NOOP("lock", "end of the phase"));
    inParts(
        run, [&] { barrier.abort(); }, [&](int) { barrier.arriveAndWait(run.stop()); });
}

// Mistake: nobody waits for the others, so that what a worker reads of its neighbours is of an earlier phase,
// or of a later one.
void noBarrier(Run &run)
{
    std::vector<std::atomic<int>> done(static_cast<std::size_t>(run.integer("phases")));
    inParts(
        run, [] {},
        [&](int phase) {
            if (++done[static_cast<std::size_t>(phase)] == run.workers())
                putPhase(run, phase);
        });
}

void prepare(Run &run)
{
    run.keep<Field>(run.seed());
}

double staleReads(const Run &run)
{
    return run.kept<Field>().stale();
}

constexpr const char *python = R"(from threading import Barrier, Thread

barrier = Barrier(4)

def work(part):
    for phase in range(20):
        compute(part, phase)     # reads what the others wrote in the last phase
        barrier.wait()           # nobody goes on before all are done

threads = [Thread(target=work, args=(part,)) for part in parts]
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Phases of a calculation"),
        .question =
            QT_TRANSLATE_NOOP("catalog", "Each phase needs what all have computed in the last one. How do "
                                         "the workers keep together?"),
        .parameters = {workers(4), integer("phases", QT_TRANSLATE_NOOP("catalog", "Phases"), {1, 1000}, 20)},
        .presets = {{"quick", {{"phases", 4}}}},
        .columns = {{"phase", QT_TRANSLATE_NOOP("catalog", "Phase"), ColumnKind::Integer},
                    {"sum", QT_TRANSLATE_NOOP("catalog", "Sum of the array"), ColumnKind::Text}},
        .measures = {{"stale", QT_TRANSLATE_NOOP("catalog", "Reads of another phase"), staleReads},
                     {"waiting", QT_TRANSLATE_NOOP("catalog", "Waiting for the others"),
                      secondsIn({State::Event}), "s"}},
        .variants =
            {reference(sequential, QT_TRANSLATE_NOOP("catalog", "One phase after the other, cell by cell.")),
             right("barrier", QT_TRANSLATE_NOOP("catalog", "Barrier"), barrier,
                   QT_TRANSLATE_NOOP(
                       "catalog", "After each phase, all workers meet at the barrier: whoever finishes early "
                                  "waits for the slowest. The parts should therefore be of equal work."),
                   {.hasLimit = false}),
             mistake("no-barrier", QT_TRANSLATE_NOOP("catalog", "No barrier"), noBarrier,
                     {.proof = "stale", .view = "phase", .hasLimit = false},
                     QT_TRANSLATE_NOOP(
                         "catalog",
                         "Nobody waits, so faster workers are phases ahead of the others and read "
                         "values of another phase: the result is wrong, and a different one each time. "
                         "Let all meet at a barrier after each phase."))},
        .views = {stairs("phase", {"phase"}, QT_TRANSLATE_NOOP("catalog", "Phases done by each worker"))},
        .prepare = prepare,
        .python = python,
    };
}

} // namespace tenfold::patterns::event::phases
