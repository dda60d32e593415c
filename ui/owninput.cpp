#include "ui/owninput.h"

#include "core/catalog/words.h"
#include "ui/stage/playlist.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace tenfold {

static const Parameter *find(const Scenario &scenario, ParameterKind kind)
{
    const auto found = std::ranges::find(scenario.parameters, kind, &Parameter::kind);
    return found == scenario.parameters.end() ? nullptr : &*found;
}

/// What the scenario would take, in words.
static QString nothingFits(const Scenario &scenario)
{
    QStringList taken;
    for (const auto &[kind, words] :
         {std::pair(ParameterKind::Text, QT_TRANSLATE_NOOP("OwnInput", "text or addresses, one per line")),
          std::pair(ParameterKind::File, QT_TRANSLATE_NOOP("OwnInput", "a file")),
          std::pair(ParameterKind::Folder, QT_TRANSLATE_NOOP("OwnInput", "a folder"))}) {
        if (const Parameter *parameter = find(scenario, kind))
            taken << QStringLiteral("%1 (%2)").arg(translate("OwnInput", words), parameter->title.text());
    }
    if (taken.isEmpty())
        return translate("OwnInput", "%1 does not take input of your own: nothing was changed.")
            .arg(scenario.title.text());
    return translate("OwnInput", "%1 cannot use what was dropped. It takes: %2.")
        .arg(scenario.title.text(), taken.join(QStringLiteral("; ")));
}

OwnInput textFromFile(const Parameter &parameter, const QString &file)
{
    if (const QFileInfo info(file); info.exists() && !info.isFile()) // a pipe would hold up the window
        return {{}, translate("OwnInput", "%1 is not a file: nothing was changed.").arg(file)};
    QString error;
    const QVariant value =
        parseValue(parameter, u'@' + QFileInfo(file).absoluteFilePath(), &error, Reader::Window);
    if (!value.isValid())
        return {{}, error};
    return {{{parameter.id, value}}, {}};
}

static OwnInput fromPath(const Scenario &scenario, const QString &path)
{
    const bool isFolder = QFileInfo(path).isDir();
    const Parameter *parameter = find(scenario, isFolder ? ParameterKind::Folder : ParameterKind::File);
    if (!isFolder && !parameter) {
        const Parameter *text = find(scenario, ParameterKind::Text);
        return text ? textFromFile(*text, path) : OwnInput{{}, nothingFits(scenario)};
    }
    if (!parameter)
        return {{}, nothingFits(scenario)};
    QString error;
    const QVariant value = parseValue(*parameter, path, &error, Reader::Window);
    return value.isValid() ? OwnInput{{{parameter->id, value}}, {}} : OwnInput{{}, error};
}

OwnInput ownInput(const Scenario &scenario, const QMimeData &dropped)
{
    QStringList addresses;
    for (const QUrl &url : dropped.urls()) {
        if (url.isLocalFile())
            return fromPath(scenario, url.toLocalFile()); // one input at a time: the first
        addresses << url.toString(QUrl::FullyEncoded);
    }
    const Parameter *text = find(scenario, ParameterKind::Text);
    const QString value = addresses.isEmpty() ? dropped.text().trimmed() : addresses.join(u'\n');
    if (!text || value.isEmpty())
        return {{}, nothingFits(scenario)};
    return {{{text->id, value}}, {}};
}

QString droppedRecording(const QMimeData &dropped)
{
    const QList<QUrl> urls = dropped.urls();
    const QString file = urls.size() == 1 ? urls.front().toLocalFile() : QString();
    const bool isFile = file.endsWith(QLatin1String(".tenfold"), Qt::CaseInsensitive);
    return isFile || (QFileInfo(file).isDir() && Playlist::isIn(file)) ? file : QString();
}

} // namespace tenfold
