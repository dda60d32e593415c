#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

namespace tenfold {

/// A temporary folder of the test's own, that TMPDIR names: what is left behind there can be seen.
class Scratch
{
public:
    Scratch() { qputenv("TMPDIR", QFile::encodeName(temp_.path())); }
    ~Scratch() { qputenv("TMPDIR", before_); }

    QString path(const QString &name = {}) const { return temp_.filePath(name); }
    QStringList left() const
    {
        return QDir(temp_.path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

private:
    const QByteArray before_ = qgetenv("TMPDIR");
    QTemporaryDir temp_;
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
