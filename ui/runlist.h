#pragma once

#include "core/recording/recording.h"

#include <QDateTime>
#include <QObject>

#include <memory>
#include <vector>

namespace tenfold {

/// A run since the start, or one that was opened; or a sweep.
struct KeptRun
{
    int id = 0;
    QDateTime time = {}; ///< at which it came into the list
    std::shared_ptr<const Recording> recording = {};
    QString file = {};     ///< in which it is, with its name and note; empty: in none
    bool isPinned = false; ///< drawn behind the others of its scenario
    qint64 bytes = 0;      ///< that its traces and images take, about

    const RunLabel &label() const { return recording->label; }
    /// Whether it is one, which is drawn beside runs and not behind them.
    bool isSweep() const { return recording->outcomes.empty(); }
    bool isSaved() const { return !file.isEmpty(); }
    /// What it is called in the language of the moment.
    QString title() const;
};

/// The runs of a session, within bounds: of those that are not pinned the oldest goes, one that is in a file
/// before one that is in none. The newest stays whatever it takes.
class RunList : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t usualRuns = 50;
    static constexpr qint64 usualBytes = 200'000'000;
    explicit RunList(QObject *parent = nullptr, std::size_t mostRuns = usualRuns,
                     qint64 mostBytes = usualBytes);

    /// From the oldest.
    const std::vector<KeptRun> &runs() const { return runs_; }
    /// Null where there is none.
    const KeptRun *find(int id) const;
    /// The entry of the run that `recording` shows; null where it is in none.
    const KeptRun *holding(const Recording &recording) const;
    /// How many went so that the others stay within the bounds.
    int gone() const { return gone_; }
    std::size_t mostRuns() const { return mostRuns_; }
    qint64 mostBytes() const { return mostBytes_; }

    /// Adds a run, or a sweep without a run; `file` where it is in one. Again: the same entry. Returns its
    /// id.
    int add(const Recording &recording, const QString &file = {});
    /// The first run that is in no file and that adding `recording` would drive out; null for none.
    const KeptRun *lostBy(const Recording &recording) const;
    /// They are saved with the run. Too long a one is not taken; then the sentence says what is allowed.
    QString setName(int id, const QString &name);
    QString setNote(int id, const QString &note);
    /// The run that `recording` shows is in `file` now, and so are its sweeps.
    void setFile(const Recording &recording, const QString &file);
    /// Pins it, in the place of another of its scenario, or no longer. A sweep is never pinned.
    void setPinned(int id, bool isPinned);
    void remove(int id);
    /// What is pinned of the scenario; null for nothing.
    std::shared_ptr<const Recording> pinnedOf(const Scenario &scenario) const;

Q_SIGNALS:
    void changed();

private:
    QString setLabel(int id, const RunLabel &label);
    KeptRun *at(int id);
    std::vector<int> tooMany(const std::vector<KeptRun> &runs) const;

    const std::size_t mostRuns_;
    const qint64 mostBytes_;
    std::vector<KeptRun> runs_;
    int nextId_ = 1;
    int gone_ = 0;
};

} // namespace tenfold
