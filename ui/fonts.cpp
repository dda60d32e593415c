#include "ui/fonts.h"

#include <QFontDatabase>
#include <QStringList>

namespace tenfold {

/// Asked once: it takes a millisecond, and each theme asks.
static const QStringList &japaneseFamilies()
{
    static const QStringList families = QFontDatabase::families(QFontDatabase::Japanese);
    return families;
}

static QString japaneseFamily()
{
    const QStringList &japanese = japaneseFamilies();
    const QString system = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    if (japanese.contains(system))
        return system;
    for (const char *family : {"Noto Sans CJK JP", "BIZ UDPGothic", "BIZ UDGothic", "IPAPGothic", "IPAGothic",
                               "VL PGothic", "VL Gothic"}) {
        if (japanese.contains(QLatin1String(family)))
            return QString::fromLatin1(family);
    }
    return japanese.isEmpty() ? QString() : japanese.first();
}

QFont uiFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (const QString family = japaneseFamily(); !family.isEmpty())
        font.setFamily(family);
    return font;
}

QFont codeFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    QStringList families{font.family()};
    const QStringList &japanese = japaneseFamilies();
    for (const char *family : {"Noto Sans Mono CJK JP", "BIZ UDGothic", "IPAGothic", "VL Gothic"}) {
        if (japanese.contains(QLatin1String(family)))
            families << QString::fromLatin1(family);
    }
    font.setFamilies(families << uiFont().family());
    font.setStyleHint(QFont::Monospace);
    return font;
}

bool canShowJapanese()
{
    return !japaneseFamily().isEmpty();
}

} // namespace tenfold
