#pragma once

#include "core/workloads/csv/records.h"
#include "core/workloads/files/inputfile.h"

#include <QStringDecoder>
#include <QStringEncoder>

namespace tenfold {

/// Throws std::runtime_error with the sentence.
[[noreturn]] void refuseCsv(const QString &sentence);

/// The text of a file in UTF-8, block by block, whatever its encoding; the byte order mark is no part of it.
class CsvTextFile
{
public:
    /// Throws std::runtime_error with a sentence when it cannot be read.
    CsvTextFile(const QString &name, std::stop_token stop);

    QString name() const { return file_.fileName(); }
    qint64 size() const { return file_.size(); }
    /// As many bytes at its beginning, or all of it.
    QByteArray beginning(qint64 most) { return file_.peek(most); }
    /// From here on it is read. Throws std::runtime_error with a sentence where this Qt lacks the encoding.
    void setEncoding(const QString &encoding);
    /// Appends the next block; false at the end. Throws Stopped; std::runtime_error with a sentence where it
    /// is too large or not a text.
    bool read(std::string &text);

private:
    InputFile file_;
    const std::stop_token stop_;
    std::optional<QStringDecoder> decoder_; ///< none for UTF-8
    bool isUtf16_ = false;
    QStringEncoder encoder_{
        QStringConverter::Utf8}; ///< of what is decoded: a block may end within a character
    bool isAtBeginning_ = true;
    std::string block_;
};

/// The text of `bytes`, which may end in the middle of a character.
std::string decoded(QByteArray bytes, const QString &encoding);

} // namespace tenfold
