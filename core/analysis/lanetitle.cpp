#include "core/analysis/lanetitle.h"

#include "core/catalog/words.h"

namespace tenfold {

static QString roleTitle(const Lane &lane)
{
    switch (lane.role()) {
    case LaneRole::Main:
        return translate("Timeline", "Main");
    case LaneRole::Worker:
        return translate("Timeline", "Worker %1").arg(lane.number());
    case LaneRole::Process:
        return translate("Timeline", "Process %1").arg(lane.number());
    }
    return {};
}

QString laneTitle(const Lane &lane)
{
    const LaneName name = lane.name();
    if (!*name.text)
        return roleTitle(lane);
    const QString text = translate("lane", name.text);
    if (name.group == LaneName::theOnlyOne)
        return text;
    if (name.group == 0)
        return translate("Timeline", "%1 %2", "name and number of a lane").arg(text).arg(lane.number());
    return translate("Timeline", "%1 %2 · worker %3").arg(text).arg(name.group).arg(lane.number());
}

QString laneId(const Lane &lane)
{
    const LaneName name = lane.name();
    const QString text = QString::fromUtf8(name.text);
    if (!text.isEmpty() && name.group > 0)
        return QStringLiteral("%1 %2 worker %3").arg(text).arg(name.group).arg(lane.number());
    if (!text.isEmpty())
        return QStringLiteral("%1 %2").arg(text).arg(lane.number());
    switch (lane.role()) {
    case LaneRole::Main:
        return QStringLiteral("main");
    case LaneRole::Worker:
        return QStringLiteral("worker %1").arg(lane.number());
    case LaneRole::Process:
        return QStringLiteral("process %1").arg(lane.number());
    }
    return {};
}

QString lockTitle(const char *lock)
{
    // "account 3": the number is no part of what is translated.
    const QByteArray name(lock);
    const qsizetype space = name.lastIndexOf(' ');
    bool isNumber = false;
    const uint number = space > 0 ? name.mid(space + 1).toUInt(&isNumber) : 0;
    if (!isNumber)
        return translate("lock", lock);
    return translate("Timeline", "%1 %2", "name and number of a lane")
        .arg(translate("lock", name.left(space).constData()))
        .arg(number);
}

} // namespace tenfold
