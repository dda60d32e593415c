#include "core/catalog/words.h"

#include <QTranslator>

namespace tenfold {

/// Empty where the program has no translation in it, as a test of core.
static const QTranslator &japaneseTranslator()
{
    static const auto translator = [] {
        auto loaded = std::make_unique<QTranslator>();
        (void)loaded->load(QStringLiteral("tenfold_ja"), QStringLiteral(":/i18n"));
        return loaded;
    }();
    return *translator;
}

InLanguage::InLanguage(Code code)
{
    static const QTranslator english;
    own_ = code == Code::Japanese ? &japaneseTranslator() : &english;
}

QString InLanguage::translate(const char *context, const char *source, const char *disambiguation)
{
    const QString own = own_->translate(context, source, disambiguation);
    return own.isNull() ? QString::fromUtf8(source) : own;
}

QString Words::japanese() const
{
    if (japanese_)
        return QString::fromUtf8(japanese_);
    return *source_ ? japaneseTranslator().translate("catalog", source_) : QString();
}

} // namespace tenfold
