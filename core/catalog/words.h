#pragma once

#include <QCoreApplication>
#include <QString>

class QTranslator;

namespace tenfold {

/// Another language than that of the moment, on the calling thread only: for what a file says in both.
class InLanguage
{
public:
    enum class Code : std::uint8_t { English, Japanese };
    explicit InLanguage(Code code);
    ~InLanguage() { own_ = before_; }
    InLanguage(const InLanguage &) = delete;
    InLanguage &operator=(const InLanguage &) = delete;

    /// Whether translate() speaks it on this thread.
    static bool isSpoken() { return own_; }
    static QString translate(const char *context, const char *source, const char *disambiguation);

private:
    inline static constinit thread_local const QTranslator *own_ = nullptr;
    const QTranslator *before_ = own_;
};

/// `source` in the language of the moment: the one way to translate outside of a QObject. Any thread. Both
/// are written as literals, so that lupdate finds them.
inline QString translate(const char *context, const char *source, const char *disambiguation = nullptr)
{
    return InLanguage::isSpoken() ? InLanguage::translate(context, source, disambiguation)
                                  : QCoreApplication::translate(context, source, disambiguation);
}

/// Whether the language of the moment is Japanese. Any thread.
inline bool isInJapanese()
{
    return translate("Language", "en") == QLatin1String("ja");
}

/// A text of the catalog in the source language, translated when it is shown, so that the language can switch
/// live. Write the literal as QT_TRANSLATE_NOOP("catalog", "...").
class Words
{
public:
    /// `japanese` where it is not among the program's own, such as of what a file brings.
    constexpr Words(const char *source = "", const char *japanese = nullptr)
        : source_(source), japanese_(japanese)
    {}

    /// The text in the language of the moment. Any thread.
    QString text() const
    {
        if (japanese_ && isInJapanese())
            return QString::fromUtf8(japanese_);
        return *source_ ? translate("catalog", source_) : QString();
    }
    /// What text() is in Japanese, whatever the language of the moment; empty where there is none.
    QString japanese() const;
    /// The same within a sentence.
    QString inSentence() const
    {
        const QString own = text();
        return own.left(1).toLower() + own.mid(1);
    }
    QString source() const { return QString::fromUtf8(source_); }

private:
    const char *source_;
    const char *japanese_; ///< null: what the program's translation says
};

/// A text that is no literal, as it was said in both languages.
struct SaidTwice
{
    QString english = {};
    QString japanese = {}; ///< empty where there was none

    QString text() const { return isInJapanese() && !japanese.isEmpty() ? japanese : english; }
};

/// A unit of time, size or share: documents have its source, "us"; people read "µs".
class Unit : public Words
{
public:
    using Words::Words;
    constexpr explicit Unit(const Words &words) : Words(words) {}

    /// As everywhere else in the language of the moment. Any thread.
    QString text() const;
};

} // namespace tenfold
