// Input of one's own: dropped, and how it will be read.

#include "ui/inputpreviewbox.h"
#include "ui/owninput.h"
#include "ui/resultspanel.h"
#include "ui/runcard.h"
#include "ui/scenariopage.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>

#include <algorithm>

namespace tenfold {

void ScenarioPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

/// Own input: what was dropped goes where it fits; if nowhere, the page says what would.
void ScenarioPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    const QString recording = droppedRecording(*event->mimeData());
    const bool isInput =
        QFileInfo(recording).isDir() && // which a scenario that takes folders takes first
        std::ranges::count(scenario_.parameters, ParameterKind::Folder, &Parameter::kind) > 0;
    if (!recording.isEmpty() && !isInput)
        return Q_EMIT recordingDropped(recording);
    const OwnInput input = ownInput(scenario_, *event->mimeData());
    if (input.problem.isEmpty()) {
        setValues(input.values);
        run_->setFolded(false); // to show what has come in
    }
    say(input.problem.isEmpty() ? QStringList() : QStringList{input.problem});
}

void ScenarioPage::readPreview()
{
    input_ = scenario_.preview ? scenario_.preview(values()) : InputPreview();
    showPreview();
}

/// Own input as it will be read: before a run with it, and beside what says how.
void ScenarioPage::showPreview()
{
    const bool isBefore = scene().outcomes.empty() || scene().request.values != values();
    preview_->show(isBefore || !run_->isFolded() ? input_ : InputPreview());
}

} // namespace tenfold
