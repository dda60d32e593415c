#pragma once

#include <QCoreApplication>
#include <QString>

namespace tenfold {

/// A text of the catalog in the source language, translated when it is shown, so that the language can switch
/// live. Write the literal as QT_TRANSLATE_NOOP("catalog", "...").
class Words
{
public:
    constexpr Words(const char *source = "") : source_(source) {}

    /// The text in the language of the moment. Any thread.
    QString text() const { return *source_ ? QCoreApplication::translate("catalog", source_) : QString(); }
    QString source() const { return QString::fromUtf8(source_); }

private:
    const char *source_;
};

} // namespace tenfold
