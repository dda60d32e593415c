#include "ui/stage/playlist.h"

#include "core/recording/recordingfile.h"

#include <QCollator>
#include <QDir>
#include <QDirIterator>

#include <algorithm>

namespace tenfold {

static QStringList pattern()
{
    return {QStringLiteral("*.tenfold")};
}

static QStringList namesIn(const QString &folder)
{
    QStringList names = QDir(folder).entryList(pattern(), QDir::Files | QDir::Readable, QDir::NoSort);
    QCollator collator{QLocale(QLocale::English)}; // that of "C" takes no numbers as numbers
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::ranges::sort(names, [&](const QString &a, const QString &b) {
        const int order = collator.compare(a, b);
        return order != 0 ? order < 0 : a < b;
    });
    return names;
}

bool Playlist::isIn(const QString &folder)
{
    return QDirIterator(folder, pattern(), QDir::Files | QDir::Readable).hasNext();
}

/// What a recording shows of its scenario: "right", "broken", "sweep workers".
static QStringList sortsOf(const Recording &recording)
{
    QStringList sorts;
    if (!recording.outcomes.empty())
        sorts << (Scene{recording}.hasMistake() ? QStringLiteral("broken") : QStringLiteral("right"));
    for (const auto &swept : recording.sweeps)
        sorts << QStringLiteral("sweep ") + swept.first;
    return sorts;
}

Playlist::Playlist(const QString &folder)
{
    QStringList taken; // what the last number shows
    for (const QString &name : namesIn(folder)) {
        const QString file = QDir(folder).absoluteFilePath(name);
        const OpenedRecording opened = openRecording(file);
        if (!opened.recording) {
            problems_ << QStringLiteral("%1: %2").arg(name, opened.problem);
            continue;
        }
        const Scenario *scenario = opened.recording->scenario();
        if (scenario->isOfFile) {
            problems_ << translate("Playlist", "%1: it is of a scenario that this version does not have, and "
                                               "can be opened, but not presented.")
                             .arg(name);
            continue;
        }
        const QStringList sorts = sortsOf(*opened.recording);
        const bool isTaken =
            std::ranges::any_of(sorts, [&](const QString &sort) { return taken.contains(sort); });
        if (numbers_.empty() || numbers_.back().scenario != scenario || isTaken) {
            numbers_.push_back({scenario, {}});
            taken.clear();
        }
        taken << sorts;
        numbers_.back().files << file;
    }
}

int Playlist::indexBeside(const Scenario &scenario, bool isAfter) const
{
    if (isEmpty())
        return -1;
    const bool isAway = number(at_).scenario != &scenario;
    if (isAfter)
        return isAway ? at_ : (at_ + 1) % count();
    return isAway ? at_ : at_ - 1;
}

StageOrder Playlist::orderOf(const Scenario &scenario) const
{
    const int before = indexBeside(scenario, false);
    const int after = indexBeside(scenario, true);
    const bool isAway = after == at_ && number(at_).scenario != &scenario;
    StageOrder order;
    order.count = count();
    order.number = isAway ? 0 : at_ + 1;
    if (before >= 0)
        order.before = number(before).scenario;
    if (isAway || after > at_)
        order.after = number(after).scenario;
    order.first = numbers_.front().scenario;
    return order;
}

} // namespace tenfold
