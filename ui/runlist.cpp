#include "ui/runlist.h"

#include "core/analysis/difference.h"

#include <QImage>

#include <algorithm>

namespace tenfold {

QString KeptRun::title() const
{
    if (!label().name.isEmpty())
        return label().name;
    if (isSweep() && !recording->sweeps.empty()) {
        const Request &swept = recording->sweeps.begin()->second.request;
        return translate("Runs", "Sweep over %1")
            .arg(recording->scenario()->parameter(swept.over)->title.text());
    }
    Recording usual = *recording;
    usual.request.values = recording->scenario()->preset(QStringLiteral("default"));
    const QString own = ownValues(*recording, usual);
    return own.isEmpty() ? translate("Runs", "Default values") : own;
}

static qint64 bytesOf(const Trace &trace)
{
    std::size_t bytes = 0;
    for (const Lane *lane : trace.lanes())
        bytes += lane->spans().size() * sizeof(SpanRecord) + lane->samples().size() * sizeof(SampleRecord) +
                 lane->marks().size() * sizeof(MarkRecord) + lane->links().size() * sizeof(LinkRecord) +
                 lane->cores().size() * sizeof(CoreRecord);
    return static_cast<qint64>(bytes);
}

static qint64 bytesOf(const Table &table)
{
    constexpr qint64 ofCell = 32; // and what the text of one takes
    qint64 bytes = 0;
    for (const QVariantList &row : table.rows) {
        for (const QVariant &cell : row) {
            bytes += ofCell;
            if (cell.typeId() == QMetaType::QImage)
                bytes += cell.value<QImage>().sizeInBytes();
            else if (cell.typeId() == QMetaType::QString)
                bytes += 2 * cell.toString().size();
        }
    }
    return bytes;
}

static qint64 bytesOf(const std::vector<Outcome> &outcomes)
{
    qint64 bytes = 0;
    for (const Outcome &outcome : outcomes) {
        for (const Repeat &repeat : outcome.repeats)
            bytes += bytesOf(repeat.results.table) + (repeat.trace ? bytesOf(*repeat.trace) : 0);
    }
    return bytes;
}

static qint64 bytesOf(const Recording &recording)
{
    qint64 bytes = bytesOf(recording.outcomes);
    for (const auto &[over, sweep] : recording.sweeps)
        bytes += bytesOf(sweep.outcomes);
    return bytes;
}

RunList::RunList(QObject *parent, std::size_t mostRuns, qint64 mostBytes)
    : QObject(parent), mostRuns_(mostRuns), mostBytes_(mostBytes)
{}

const KeptRun *RunList::find(int id) const
{
    const auto found = std::ranges::find(runs_, id, &KeptRun::id);
    return found == runs_.end() ? nullptr : &*found;
}

KeptRun *RunList::at(int id)
{
    return const_cast<KeptRun *>(find(id));
}

const KeptRun *RunList::holding(const Recording &recording) const
{
    const std::shared_ptr<const Trace> trace = recording.firstTrace();
    const auto found = std::ranges::find_if(
        runs_, [&](const KeptRun &run) { return trace && run.recording->firstTrace() == trace; });
    return found == runs_.end() ? nullptr : &*found;
}

/// Which of `runs`, the last of which is the newest, go first.
std::vector<int> RunList::tooMany(const std::vector<KeptRun> &runs) const
{
    std::vector<const KeptRun *> mayGo;
    qint64 bytes = 0;
    for (const KeptRun &run : runs) {
        bytes += run.bytes;
        if (!run.isPinned && run.id != runs.back().id)
            mayGo.push_back(&run);
    }
    std::stable_partition(mayGo.begin(), mayGo.end(), [](const KeptRun *run) { return run->isSaved(); });
    std::vector<int> ids;
    std::size_t left = runs.size();
    for (const KeptRun *run : mayGo) {
        if (left <= mostRuns_ && bytes <= mostBytes_)
            break;
        ids.push_back(run->id);
        bytes -= run->bytes;
        --left;
    }
    return ids;
}

int RunList::add(const Recording &recording, const QString &file)
{
    if (const KeptRun *known = holding(recording)) {
        KeptRun &run = *at(known->id);
        run.file = file.isEmpty() ? run.file : file;
        Q_EMIT changed();
        return run.id;
    }
    runs_.push_back({.id = nextId_++,
                     .time = QDateTime::currentDateTime(),
                     .recording = std::make_shared<const Recording>(recording),
                     .file = file,
                     .bytes = bytesOf(recording)});
    const std::vector<int> going = tooMany(runs_);
    gone_ += static_cast<int>(going.size());
    std::erase_if(runs_, [&](const KeptRun &run) { return std::ranges::count(going, run.id) > 0; });
    const int id = runs_.back().id;
    Q_EMIT changed();
    return id;
}

const KeptRun *RunList::lostBy(const Recording &recording) const
{
    if (holding(recording))
        return nullptr;
    std::vector<KeptRun> runs = runs_;
    runs.push_back({.id = nextId_, .bytes = bytesOf(recording)});
    for (const int id : tooMany(runs)) {
        if (const KeptRun *run = find(id); !run->isSaved())
            return run;
    }
    return nullptr;
}

QString RunList::setName(int id, const QString &name)
{
    const KeptRun *run = find(id);
    return run ? setLabel(id, {name.simplified(), run->label().note}) : QString();
}

QString RunList::setNote(int id, const QString &note)
{
    const KeptRun *run = find(id);
    return run ? setLabel(id, {run->label().name, note.trimmed()}) : QString();
}

QString RunList::setLabel(int id, const RunLabel &label)
{
    KeptRun &run = *at(id);
    QString problem = problemOf(label);
    if (!problem.isEmpty() || label == run.label())
        return problem;
    Recording named = *run.recording;
    named.label = label;
    run.recording = std::make_shared<const Recording>(std::move(named));
    run.file.clear(); // which does not have that
    Q_EMIT changed();
    return {};
}

void RunList::setFile(const Recording &recording, const QString &file)
{
    std::vector<const KeptRun *> saved{holding(recording)};
    for (const auto &sweep : recording.sweeps) {
        Recording alone;
        alone.sweeps.insert(sweep);
        const KeptRun *kept = holding(alone);
        if (kept && (kept->label().isEmpty() || kept == saved.front())) // a file has one name
            saved.push_back(kept);
    }
    for (const KeptRun *run : saved) {
        if (run)
            at(run->id)->file = file;
    }
    Q_EMIT changed();
}

void RunList::setPinned(int id, bool isPinned)
{
    KeptRun *run = at(id);
    if (!run || run->isSweep())
        return;
    for (KeptRun &other : runs_) {
        if (other.recording->scenario() == run->recording->scenario())
            other.isPinned = false;
    }
    run->isPinned = isPinned;
    Q_EMIT changed();
}

void RunList::remove(int id)
{
    if (std::erase_if(runs_, [id](const KeptRun &run) { return run.id == id; }) > 0)
        Q_EMIT changed();
}

std::shared_ptr<const Recording> RunList::pinnedOf(const Scenario &scenario) const
{
    const auto found = std::ranges::find_if(
        runs_, [&](const KeptRun &run) { return run.isPinned && run.recording->scenario() == &scenario; });
    return found == runs_.end() ? nullptr : found->recording;
}

} // namespace tenfold
