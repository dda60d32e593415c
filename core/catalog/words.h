#pragma once

#include <QCoreApplication>
#include <QString>

namespace tenfold {

/// `source` in the language of the moment: the one way to translate outside of a QObject. Any thread. Both
/// are written as literals, so that lupdate finds them.
inline QString translate(const char *context, const char *source, const char *disambiguation = nullptr)
{
    return QCoreApplication::translate(context, source, disambiguation);
}

/// A text of the catalog in the source language, translated when it is shown, so that the language can switch
/// live. Write the literal as QT_TRANSLATE_NOOP("catalog", "...").
class Words
{
public:
    constexpr Words(const char *source = "") : source_(source) {}

    /// The text in the language of the moment. Any thread.
    QString text() const { return *source_ ? translate("catalog", source_) : QString(); }
    /// The same within a sentence.
    QString inSentence() const
    {
        const QString own = text();
        return own.left(1).toLower() + own.mid(1);
    }
    QString source() const { return QString::fromUtf8(source_); }

private:
    const char *source_;
};

/// A unit of time, size or share: documents have its source, "us"; people read "µs".
class Unit : public Words
{
public:
    using Words::Words;

    /// As everywhere else in the language of the moment. Any thread.
    QString text() const;
};

} // namespace tenfold
