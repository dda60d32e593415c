#pragma once

#include "core/recording/recordingfile.h"
#include "tests/ui/driven.h"
#include "ui/runlist.h"
#include "ui/runsdialog.h"

#include <QFileDialog>
#include <QMessageBox>

namespace tenfold {

/// A run that was made up, of so many spans.
inline Recording made(int spans = 1, const Values &changes = {})
{
    const Scenario &scenario = Driven::scenario();
    Recording recording{.request = {.scenario = &scenario, .values = scenario.preset("quick")}};
    recording.request.values.insert(changes);
    auto trace = std::make_shared<Trace>();
    Lane *lane = trace->addLaneAt(0, LaneRole::Main);
    for (int i = 0; i < spans; ++i)
        lane->endAt(i + 1, lane->beginAt(i, State::Running, "task", i, {}));
    trace->stopAt(spans);
    Repeat repeat;
    repeat.status = Status::Finished;
    repeat.seconds = 1;
    repeat.sameResult = true;
    repeat.trace = trace;
    recording.outcomes = {{"sequential", recording.request.values, 1, {repeat}}};
    recording.summary = summarize(scenario, recording.outcomes, 2);
    return recording;
}

inline RunList &listOf(const Driven &d)
{
    return *d.part<RunList>();
}

inline RunsDialog &opened(Driven &d)
{
    d.actions().runs->trigger();
    return *d.part<RunsDialog>("runs-dialog");
}

inline bool answer(const Driven &d, const QString &words)
{
    auto *box = d.window.findChild<QMessageBox *>();
    if (!box)
        return false;
    for (QAbstractButton *button : box->buttons()) {
        if (button->text().remove(u'&').startsWith(words)) {
            button->click();
            delete box;
            return true;
        }
    }
    return false;
}

/// Chooses `file` where the window asks for one; false where it does not ask.
inline bool chooseFile(const Driven &d, const QString &file)
{
    auto *dialog = d.window.findChild<QFileDialog *>();
    if (!dialog)
        return false;
    dialog->selectFile(file);
    static_cast<QDialog *>(dialog)->accept();
    return true;
}

} // namespace tenfold
