#include "core/workloads/textfiles.h"

#include "core/catalog/words.h"
#include "core/sync/stopped.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <stdexcept>

namespace tenfold {

static FileContent failure(const char *error, const QString &reason)
{
    return {{}, QString::fromLatin1(error), reason};
}

static FileContent cannotBeOpened(const QFileInfo &info, int error)
{
    if (info.isSymLink() && !info.exists())
        return failure(
            QT_TRANSLATE_NOOP("status", "broken-link"),
            translate("TextFiles", "This link leads to %1, which is not there.").arg(info.symLinkTarget()));
    if (error == ENOENT)
        return failure(QT_TRANSLATE_NOOP("status", "vanished"),
                       translate("TextFiles", "The file was there and is gone now."));
    return failure(QT_TRANSLATE_NOOP("status", "unreadable"), qt_error_string(error));
}

FileContent readTextFile(const QString &name)
{
    constexpr qint64 most = 16 << 20;
    const QFileInfo info(name);
    // Not blocking: a pipe that nobody writes to would hold the opener where no stop can reach it.
    const int descriptor = ::open(QFile::encodeName(name).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return cannotBeOpened(info, errno);
    QFile file;
    file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
    if (info.isDir())
        return failure(QT_TRANSLATE_NOOP("status", "not-a-file"),
                       translate("TextFiles", "This is a link to a folder; it is not followed."));
    if (!info.isFile())
        return failure(QT_TRANSLATE_NOOP("status", "not-a-file"),
                       translate("TextFiles", "This is a device or a pipe."));
    if (file.size() > most)
        return failure(QT_TRANSLATE_NOOP("status", "too-large"),
                       translate("TextFiles", "This file is larger than 16 MiB."));
    FileContent content;
    content.bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(QT_TRANSLATE_NOOP("status", "unreadable"), file.errorString());
    if (content.bytes.contains('\0'))
        return failure(QT_TRANSLATE_NOOP("status", "binary"),
                       translate("TextFiles", "This is no text: it has a byte of 0."));
    return content;
}

TextCounts countText(const QByteArray &text)
{
    TextCounts counts{text.count('\n'), 0};
    bool isInWord = false;
    const QString characters = QString::fromUtf8(text);
    for (const QChar c : characters) {
        if (c.isSpace()) {
            isInWord = false;
        } else if (!isInWord && (c.isPrint() || c.isSurrogate())) {
            isInWord = true;
            ++counts.words;
        }
    }
    return counts;
}

static void throwIfStopped(const std::stop_token &stop)
{
    if (stop.stop_requested())
        throw Stopped();
}

FilesBelow filesBelow(const QString &folder, int most, const std::stop_token &stop)
{
    constexpr qsizetype farthest = 100'000;
    const QDir root(folder);
    FilesBelow found;
    bool isWhole = true;
    QDirIterator entries(folder, QDir::Files | QDir::Dirs | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        throwIfStopped(stop);
        entries.next();
        const QFileInfo info = entries.fileInfo();
        if (info.isDir() && info.isReadable() && !info.isSymLink())
            continue; // what is in it comes on its own
        if (found.files.size() == farthest) {
            isWhole = false;
            break;
        }
        found.files << root.relativeFilePath(entries.filePath());
    }
    if (found.files.isEmpty())
        throw std::runtime_error(
            translate("TextFiles", "There is no file in the folder %1").arg(folder).toStdString());
    found.files.sort();
    if (const qsizetype more = found.files.size() - most; more > 0) {
        found.files.resize(most);
        found.leftOut =
            (isWhole ? translate("TextFiles", "%1 more files were left out: the first %2 are read.")
                     : translate("TextFiles", "More than %1 files were left out: the first %2 are read."))
                .arg(more)
                .arg(most);
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
