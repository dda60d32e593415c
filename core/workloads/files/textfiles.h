#pragma once

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <stop_token>

namespace tenfold {

/// What reading a file came to: its bytes, or an error id and the reason in a sentence.
struct FileContent
{
    QByteArray bytes; ///< complete, or empty
    QString error;    ///< "vanished", "broken-link", "not-a-file", "unreadable", "too-large", "binary"
    QString reason;
    std::shared_ptr<const void> held; ///< whoever lent the memory gets it back when the last copy goes
};

/// Reads a text file of at most 16 MiB. Never throws for a file that cannot be read, nor waits for one that
/// is a pipe; throws Stopped.
FileContent readTextFile(const QString &name, const std::stop_token &stop = {});

struct TextCounts
{
    qint64 lines = 0; ///< line ends, as `wc -l` counts
    qint64 words =
        0; ///< runs of printable characters between white space, as `wc -w` of coreutils 9.1 counts
};
/// Counts UTF-8 text with the C library's own table of characters (locale C.UTF-8), whatever the language of
/// the moment; bytes that are not UTF-8 are passed over.
TextCounts countText(const QByteArray &text);

/// The files of a folder, as paths relative to it (as fileNameOf() makes them), sorted.
struct FilesBelow
{
    QStringList files;
    QString leftOut; ///< what is not among them, in a sentence; empty when all are
};
/// The files in `folder` and its sub-folders, at most `most`; links to folders and sub-folders that cannot be
/// read are among them, so that reading them says why. Hidden ones are not. Looks at the first 100,000 only,
/// and at a million entries in all. Throws std::runtime_error with a sentence when there is none, Stopped.
FilesBelow filesBelow(const QString &folder, int most, const std::stop_token &stop);

/// Writes `count` text files, each of a few kilobytes made from `seed`, and returns their names. Throws
/// std::runtime_error with a sentence when it cannot, Stopped.
QStringList writeTextFiles(const QString &folder, int count, quint64 seed, const std::stop_token &stop);

} // namespace tenfold
