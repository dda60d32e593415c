#pragma once

#include <QFile>

#include <stop_token>

namespace tenfold {

/// A regular file that somebody else made, read with a bound that holds while it grows. Reading fails beyond
/// the bound and once a stop is requested, so that a library which reads through it ends as well.
class InputFile : public QFile
{
public:
    InputFile(const QString &name, qint64 most, std::stop_token stop);

    /// Opens it for reading; a pipe, a device or a folder is not even opened. False when it cannot be read,
    /// and problem() is a sentence that says why.
    bool open();
    QString fileName() const override { return name_; } ///< QFile's own is lost once it is opened
    QString problem() const { return problem_; }
    bool isRegular() const { return isRegular_; }    ///< once opened
    int systemError() const { return systemError_; } ///< of opening; 0 for none

    /// Whether there are more bytes than the bound: at once, as far as its size says so.
    bool isTooLarge() const { return isTooLarge_; }
    /// All of it: empty when that failed. Throws Stopped.
    QByteArray whole();

protected:
    qint64 readData(char *data, qint64 length) override;

private:
    bool open(OpenMode) override { return open(); }

    const QString name_;
    const qint64 most_;
    const std::stop_token stop_;
    QString problem_;
    qint64 read_ = 0;
    int systemError_ = 0;
    bool isRegular_ = true;
    bool isTooLarge_ = false;
};

} // namespace tenfold
