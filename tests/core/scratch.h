#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

namespace tenfold {

/// A folder for the files of a test, and another one, which TMPDIR names: what is left behind there can be
/// seen. Two, since what a test hands to the program as a folder of its own must hold nothing else.
class Scratch
{
public:
    Scratch() { qputenv("TMPDIR", QFile::encodeName(temporary_.path())); }
    ~Scratch() { qputenv("TMPDIR", before_); }

    QString path(const QString &name = {}) const { return files_.filePath(name); }
    QString temporary() const { return temporary_.path(); }
    /// All that is in both.
    QStringList left() const
    {
        QStringList names;
        for (const QTemporaryDir *folder : {&files_, &temporary_})
            names += QDir(folder->path())
                         .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
        // The thread sanitizer's runtime makes this file when a program starts, and removes it at once; it
        // stays where a worker process is killed between the two.
        names.removeIf([](const QString &name) { return name.startsWith(QLatin1String("tsan.rodata.")); });
        return names;
    }

private:
    const QByteArray before_ = qgetenv("TMPDIR");
    QTemporaryDir files_, temporary_;
};

/// As long as it lives, no file of this process can grow beyond `bytes`: a disk that is full. Print nothing
/// meanwhile.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit full{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &full);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

inline void write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(name));
    file.write(bytes);
}

} // namespace tenfold
