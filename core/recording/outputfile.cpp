#include "core/recording/outputfile.h"

#include "core/catalog/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tenfold {
namespace {

constexpr int look = 20; // ms between two questions whether to go on waiting

/// What stood in the way, in words that end a sentence; empty when nothing did.
using Reason = QString;

Reason systemReason(int error = errno)
{
    return qt_error_string(error);
}

QString cannotBeWritten(const QString &file, const Reason &reason)
{
    if (reason.isEmpty())
        return {};
    if (file == QLatin1String("-"))
        return translate("OutputFile", "Standard output cannot be written: %1.").arg(reason);
    return translate("OutputFile", "%1 cannot be written: %2.").arg(file, reason);
}

/// Where `name` leads to, whether there is something or not. A link in a circle leads to itself.
QString followed(const QString &name)
{
    constexpr int mostLinks = 40; // as the kernel
    QFileInfo info(name);
    for (int links = 0; info.isSymLink() && links < mostLinks; ++links)
        info.setFile(info.symLinkTarget());
    return info.filePath();
}

/// The descriptor of this process that `name` stands for, as /dev/stdout and /dev/fd/5 do; else -1. Opening
/// the name anew would begin a redirected file from its start.
int descriptorOf(const QString &name)
{
    constexpr int mostLinks = 40;
    const QString own = QStringLiteral("/proc/%1/fd").arg(::getpid());
    QFileInfo info(name);
    for (int links = 0; links < mostLinks; ++links) {
        if (info.dir().canonicalPath() == own) {
            bool isNumber = false;
            const int descriptor = info.fileName().toInt(&isNumber);
            return isNumber ? descriptor : -1;
        }
        if (!info.isSymLink())
            return -1;
        info.setFile(info.symLinkTarget());
    }
    return -1;
}

/// The same, "-" being standard output.
int outputDescriptor(const QString &file)
{
    return file == QLatin1String("-") ? STDOUT_FILENO : descriptorOf(file);
}

Reason writeAll(int descriptor, QByteArrayView rest, const MayWait &mayWait)
{
    pollfd room{descriptor, POLLOUT, 0};
    while (!rest.isEmpty()) {
        while (::poll(&room, 1, mayWait ? look : 10 * look) == 0) {
            if (!mayWait || !mayWait())
                return translate("OutputFile", "nobody reads what is written to it");
        }
        // A pipe with room takes so much without blocking.
        const auto slice = static_cast<std::size_t>(std::min<qsizetype>(rest.size(), PIPE_BUF));
        const ssize_t written = ::write(descriptor, rest.data(), slice);
        if (written >= 0)
            rest = rest.sliced(written);
        else if (errno != EINTR && errno != EAGAIN)
            return systemReason();
    }
    return {};
}

/// A disk may say only now that it is full; what is no disk cannot be synchronised.
Reason synchronised(int descriptor)
{
    const bool isWritten = ::fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS || errno == ENOTSUP;
    return isWritten ? Reason() : systemReason();
}

Reason writeThrough(const QString &file, const QByteArray &content, const MayWait &mayWait)
{
    const QByteArray name = QFile::encodeName(file);
    int descriptor = -1;
    // Not blocking: a pipe that nobody reads from would hold the opener where no signal is looked at.
    while ((descriptor = ::open(name.constData(), O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)) < 0) {
        if (errno != ENXIO && errno != EINTR)
            return systemReason();
        if (!mayWait || !mayWait())
            return translate("OutputFile", "nobody reads what is written to it");
        ::poll(nullptr, 0, look);
    }
    Reason reason = writeAll(descriptor, content, mayWait);
    if (::close(descriptor) != 0 && reason.isEmpty())
        reason = systemReason();
    return reason;
}

Reason writeInto(int descriptor, const QByteArray &content, const MayWait &mayWait)
{
    std::fflush(stdout); // what was said before comes before
    const Reason reason = writeAll(descriptor, content, mayWait);
    return reason.isEmpty() ? synchronised(descriptor) : reason;
}

/// A new file beside the old one takes its place once every byte of it is on the disk.
Reason replace(const QString &file, const QByteArray &content, const struct stat *old)
{
    QSaveFile out(file);
    // Unbuffered: a buffer's last flush fails where nobody looks.
    if (!out.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return out.errorString();
    for (QByteArrayView rest = content; !rest.isEmpty();) {
        const qint64 written = out.write(rest.data(), rest.size());
        if (written <= 0)
            return out.errorString();
        rest = rest.sliced(written);
    }
    if (old) { // only root may, and only root needs to
        [[maybe_unused]] const int kept = ::fchown(out.handle(), old->st_uid, old->st_gid);
        if (::fchmod(out.handle(), old->st_mode & 07777) != 0)
            return systemReason();
    }
    if (const Reason reason = synchronised(out.handle()); !reason.isEmpty())
        return reason;
    return out.commit() ? Reason() : out.errorString();
}

/// Whether a file that takes the place of `file` would be another one: what has a second name (a hard link),
/// is mounted by itself (as containers do), or stands where no new file can be made.
bool mustStay(const QString &file, const struct stat &old)
{
    struct statx more
    {};
    const QByteArray name = QFile::encodeName(file);
    const bool isMounted = ::statx(AT_FDCWD, name.constData(), 0, 0, &more) == 0 &&
                           (more.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
    const QByteArray folder = QFile::encodeName(QFileInfo(file).path());
    return old.st_nlink > 1 || isMounted || ::access(folder.constData(), W_OK | X_OK) != 0;
}

/// Writes into the file itself. Its room is taken before the first byte, so that a full disk leaves it whole.
Reason overwrite(const QString &file, const QByteArray &content, const struct stat &old)
{
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0)
        return systemReason();
    const int error = content.isEmpty() ? 0 : ::posix_fallocate(descriptor, 0, content.size());
    Reason reason;
    if (error == ENOSPC || error == EFBIG || error == EDQUOT) {
        reason = systemReason(error);
        [[maybe_unused]] const int asBefore = ::ftruncate(descriptor, old.st_size);
    } else {
        reason = writeAll(descriptor, content, {});
        if (reason.isEmpty() && ::ftruncate(descriptor, content.size()) != 0)
            reason = systemReason();
        if (reason.isEmpty())
            reason = synchronised(descriptor);
    }
    if (::close(descriptor) != 0 && reason.isEmpty())
        reason = systemReason();
    return reason;
}

/// Why nothing is written into what is there.
Reason refusal(const struct stat &there)
{
    if (S_ISDIR(there.st_mode))
        return translate("OutputFile", "it is a folder");
    if (S_ISSOCK(there.st_mode))
        return translate("OutputFile", "it is a socket");
    if (S_ISBLK(there.st_mode))
        return translate("OutputFile", "it is a disk");
    return {};
}

/// Why no file can be made in `folder`.
Reason folderReason(const QString &folder)
{
    struct stat there
    {};
    const QByteArray name = QFile::encodeName(folder);
    if (::stat(name.constData(), &there) != 0)
        return errno == ENOENT ? translate("OutputFile", "there is no folder %1").arg(folder)
                               : systemReason();
    if (!S_ISDIR(there.st_mode))
        return translate("OutputFile", "%1 is not a folder").arg(folder);
    if (::access(name.constData(), W_OK | X_OK) != 0)
        return translate("OutputFile", "no file can be made in the folder %1 (%2)")
            .arg(folder, systemReason());
    return {};
}

Reason problemOf(const QString &file)
{
    if (outputDescriptor(file) >= 0)
        return {};
    struct stat there
    {};
    const QByteArray name = QFile::encodeName(file);
    const bool isThere = ::stat(name.constData(), &there) == 0;
    if (!isThere && errno != ENOENT)
        return systemReason();
    if (isThere) {
        if (const Reason reason = refusal(there); !reason.isEmpty())
            return reason;
        if (::access(name.constData(), W_OK) != 0)
            return systemReason();
        return {}; // where no file can be made beside it, it is written into
    }
    return folderReason(QFileInfo(followed(file)).path());
}

} // namespace

QString outputProblem(const QString &file)
{
    return cannotBeWritten(file, problemOf(file));
}

QString outputIdentity(const QString &file)
{
    if (const int descriptor = outputDescriptor(file); descriptor >= 0)
        return QString::number(descriptor);
    struct stat there
    {};
    if (::stat(QFile::encodeName(file).constData(), &there) == 0)
        return S_ISREG(there.st_mode) ? QStringLiteral("%1:%2").arg(there.st_dev).arg(there.st_ino)
                                      : QString();
    const QFileInfo target(followed(file));
    return target.dir().canonicalPath() + u'/' + target.fileName();
}

QString outputFolderProblem(const QString &folder)
{
    QFileInfo above(QDir::cleanPath(QFileInfo(folder).absoluteFilePath()));
    while (!above.exists() && !above.isSymLink() && !above.isRoot())
        above.setFile(above.path()); // those below it are made
    const Reason reason = folderReason(above.filePath());
    return reason.isEmpty()
               ? QString()
               : translate("OutputFile", "The folder %1 cannot be written: %2.").arg(folder, reason);
}

QString writeOutput(const QString &file, const QByteArray &content, const MayWait &mayWait)
{
    std::signal(SIGPIPE, SIG_IGN); // a reader that goes away is an error of a write, as Qt's sockets have it
    std::signal(SIGXFSZ, SIG_IGN); // and so is a limit on the size of files (ulimit -f)
    if (const Reason reason = problemOf(file); !reason.isEmpty())
        return cannotBeWritten(file, reason);
    if (const int descriptor = outputDescriptor(file); descriptor >= 0)
        return cannotBeWritten(file, writeInto(descriptor, content, mayWait));
    struct stat old
    {};
    const bool isThere = ::stat(QFile::encodeName(file).constData(), &old) == 0;
    const QString target = followed(file);
    if (isThere && !S_ISREG(old.st_mode))
        return cannotBeWritten(file, writeThrough(file, content, mayWait));
    if (isThere && mustStay(target, old))
        return cannotBeWritten(file, overwrite(target, content, old));
    return cannotBeWritten(file, replace(target, content, isThere ? &old : nullptr));
}

} // namespace tenfold
