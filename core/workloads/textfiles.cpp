#include "core/workloads/textfiles.h"

#include "core/catalog/words.h"
#include "core/sync/stopped.h"
#include "core/workloads/inputfile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>

namespace tenfold {

static FileContent failure(const char *error, const QString &reason)
{
    return {{}, QString::fromLatin1(error), reason, {}};
}

static FileContent cannotBeOpened(const InputFile &file)
{
    const QFileInfo info(file.fileName());
    if (!file.isRegular())
        return failure(QT_TRANSLATE_NOOP("status", "not-a-file"),
                       info.isSymLink() && info.isDir()
                           ? translate("TextFiles", "This is a link to a folder; it is not followed.")
                           : file.problem());
    if (info.isSymLink() && !info.exists())
        return failure(
            QT_TRANSLATE_NOOP("status", "broken-link"),
            translate("TextFiles", "This link leads to %1, which does not exist.").arg(info.symLinkTarget()));
    if (file.systemError() == ENOENT)
        return failure(QT_TRANSLATE_NOOP("status", "vanished"),
                       translate("TextFiles", "The file was there and is gone now."));
    if (file.systemError() == ENXIO) // a socket
        return failure(QT_TRANSLATE_NOOP("status", "not-a-file"),
                       translate("InputFile", "This is a device or a pipe, not a file."));
    return failure(QT_TRANSLATE_NOOP("status", "unreadable"), file.problem());
}

FileContent readTextFile(const QString &name, const std::stop_token &stop)
{
    constexpr qint64 most = 16 << 20;
    InputFile file(name, most, stop);
    if (!file.open())
        return cannotBeOpened(file);
    FileContent content;
    if (!file.isTooLarge())
        content.bytes = file.whole();
    if (file.isTooLarge())
        return failure(QT_TRANSLATE_NOOP("status", "too-large"),
                       translate("TextFiles", "This file is larger than 16 MiB."));
    if (file.error() != QFileDevice::NoError)
        return failure(QT_TRANSLATE_NOOP("status", "unreadable"), file.errorString());
    if (content.bytes.contains('\0'))
        return failure(QT_TRANSLATE_NOOP("status", "binary"),
                       translate("TextFiles", "This is not a text file: it contains a null byte."));
    return content;
}

TextCounts countText(const QByteArray &text)
{
    constexpr qsizetype slice = 1 << 16; // decoded all at once, it would take twice its memory again
    TextCounts counts{text.count('\n'), 0};
    bool isInWord = false;
    QStringDecoder decoder(QStringDecoder::Utf8);
    for (QByteArrayView rest = text; !rest.isEmpty(); rest = rest.sliced(std::min(slice, rest.size()))) {
        const QString characters = decoder.decode(rest.first(std::min(slice, rest.size())));
        for (const QChar c : characters) {
            if (c.isSpace()) {
                isInWord = false;
            } else if (!isInWord && (c.isPrint() || c.isSurrogate())) {
                isInWord = true;
                ++counts.words;
            }
        }
    }
    return counts;
}

FilesBelow filesBelow(const QString &folder, int most, const std::stop_token &stop)
{
    constexpr qsizetype farthest = 100'000;          // files
    constexpr qsizetype mostEntries = 1'000'000;     // folders are entries as well
    constexpr qsizetype mostCharacters = 32'000'000; // of all names
    const QDir root(QDir(folder).absolutePath());
    FilesBelow found;
    bool isWhole = true;
    qsizetype looked = 0, characters = 0;
    QDirIterator entries(root.path(), QDir::Files | QDir::Dirs | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        throwIfStopped(stop);
        entries.next();
        const QFileInfo info = entries.fileInfo();
        const bool isFolder = info.isDir() && info.isReadable() && !info.isSymLink();
        if (++looked <= mostEntries && isFolder)
            continue; // what is in it comes on its own
        if (looked > mostEntries || characters > mostCharacters || found.files.size() == farthest) {
            isWhole = false;
            break;
        }
        found.files << root.relativeFilePath(entries.filePath());
        characters += found.files.last().size();
    }
    if (found.files.isEmpty())
        throw std::runtime_error(
            translate("TextFiles", "There are no files in the folder %1.").arg(folder).toStdString());
    found.files.sort();
    const qsizetype more = found.files.size() - most;
    if (more > 0) {
        found.files.resize(most);
        found.leftOut =
            (isWhole ? translate("TextFiles", "%1 more files were left out: the first %2 are read.")
                     : translate("TextFiles", "More than %1 files were left out: the first %2 are read."))
                .arg(more)
                .arg(most);
    } else if (!isWhole) {
        found.leftOut = translate("TextFiles", "This folder is too large: only %1 of its files were found.")
                            .arg(found.files.size());
    }
    return found;
}

static QByteArray someText(QRandomGenerator &random)
{
    constexpr std::array words{"time",  "thread", "waits",  "for",   "the",     "disk", "and",  "then",
                               "reads", "a",      "line",   "while", "another", "one",  "goes", "on",
                               "of",    "which",  "nobody", "knows", "when",    "it",   "will", "end"};
    QByteArray text;
    const int lines = random.bounded(20, 200);
    for (int line = 0; line < lines; ++line) {
        const int length = random.bounded(0, 14);
        for (int i = 0; i < length; ++i)
            text += QByteArray(i ? " " : "") + words.at(random.bounded(quint32{words.size()}));
        text += '\n';
    }
    return text;
}

QStringList writeTextFiles(const QString &folder, int count, quint64 seed, const std::stop_token &stop)
{
    const quint32 seeds[] = {static_cast<quint32>(seed), static_cast<quint32>(seed >> 32)};
    QRandomGenerator random(seeds);
    QStringList names;
    for (int i = 1; i <= count; ++i) {
        throwIfStopped(stop);
        names << QStringLiteral("text-%1.txt").arg(i, count > 9999 ? 5 : 4, 10, QLatin1Char('0'));
        QFile file(QDir(folder).filePath(names.back()));
        const QByteArray text = someText(random);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush())
            throw std::runtime_error(translate("TextFiles", "The files to read cannot be written to %1 (%2)")
                                         .arg(folder, file.errorString())
                                         .toStdString());
    }
    return names;
}

} // namespace tenfold
