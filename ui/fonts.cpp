#include "ui/fonts.h"

#include <QFontDatabase>
#include <QStringList>

namespace tenfold {

static QString japaneseFamily()
{
    const QStringList japanese = QFontDatabase::families(QFontDatabase::Japanese);
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
    return QFontDatabase::systemFont(QFontDatabase::FixedFont);
}

bool canShowJapanese()
{
    return !japaneseFamily().isEmpty();
}

} // namespace tenfold
