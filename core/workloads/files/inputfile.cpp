#include "core/workloads/files/inputfile.h"

#include "core/catalog/words.h"
#include "core/sync/stopped.h"
#include "core/workloads/files/filename.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tenfold {

InputFile::InputFile(const QString &name, qint64 most, std::stop_token stop)
    : QFile(name), name_(name), most_(most), stop_(std::move(stop))
{}

bool InputFile::open()
{
    const QByteArray name = bytesOfFileName(fileName());
    struct stat opened
    {};
    // Opening is an act already: it sets free whoever waits to write to a pipe, and winds some tapes.
    const bool isNone = ::stat(name.constData(), &opened) == 0 && !S_ISREG(opened.st_mode);
    const int descriptor =
        isNone ? -1 : ::open(name.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (!isNone && (descriptor < 0 || ::fstat(descriptor, &opened) != 0)) {
        systemError_ = errno;
        problem_ = qt_error_string(systemError_);
    } else if (!S_ISREG(opened.st_mode)) {
        isRegular_ = false;
        problem_ = S_ISDIR(opened.st_mode)
                       ? translate("InputFile", "This is a folder, not a file.")
                       : translate("InputFile", "This is a device or a pipe, not a file.");
    } else if (QFile::open(descriptor, ReadOnly, AutoCloseHandle)) {
        isTooLarge_ = opened.st_size > most_;
        return true;
    } else {
        problem_ = errorString();
    }
    if (descriptor >= 0)
        ::close(descriptor);
    return false;
}

qint64 InputFile::readData(char *data, qint64 length)
{
    if (stop_.stop_requested() || isTooLarge_)
        return -1;
    const qint64 got = QFile::readData(data, std::min(length, most_ + 1 - read_));
    read_ += std::max<qint64>(got, 0);
    isTooLarge_ = read_ > most_;
    return isTooLarge_ ? -1 : got;
}

QByteArray InputFile::whole()
{
    QByteArray bytes;
    const auto throwIfStopped = [this] {
        if (stop_.stop_requested())
            throw Stopped();
    };
    bytes.reserve(std::min(size(), most_));
    QByteArray slice(1 << 16, Qt::Uninitialized);
    for (;;) {
        throwIfStopped();
        const qint64 got = read(slice.data(), slice.size());
        if (got <= 0)
            break;
        bytes.append(slice.constData(), got);
    }
    throwIfStopped();
    return isTooLarge_ || error() != NoError ? QByteArray() : bytes;
}

} // namespace tenfold
