#include "ui/export/pdftext.h"

#include <QHash>
#include <QRawFont>
#include <QSet>

#include <algorithm>

namespace tenfold {

/// What stands in the file for a character that was drawn: another one with the same glyph, which was not.
static QHash<char16_t, char16_t> mistaken(const QString &drawn, const QList<QFont> &fonts)
{
    QString all;
    for (uint code = 1; code < 0xffff; ++code) {
        if (!QChar::isSurrogate(code))
            all += QChar(static_cast<char16_t>(code));
    }
    const QSet<QChar> characters(drawn.cbegin(), drawn.cend());
    QHash<char16_t, char16_t> result;
    for (const QFont &font : fonts) {
        const QList<quint32> glyphs = QRawFont::fromFont(font).glyphIndexesForString(all);
        if (glyphs.size() != all.size())
            continue;
        QHash<quint32, QChar> byGlyph;
        for (qsizetype i = all.size() - 1; i >= 0; --i) {
            if (characters.contains(all[i]))
                byGlyph[glyphs[i]] = all[i];
        }
        byGlyph.remove(0);
        for (qsizetype i = 0; i < all.size(); ++i) {
            const auto meant = byGlyph.constFind(glyphs[i]);
            if (meant != byGlyph.cend() && !characters.contains(all[i]) && !result.contains(all[i].unicode()))
                result[all[i].unicode()] = meant->unicode();
        }
    }
    return result;
}

QByteArray withDrawnCharacters(QByteArray pdf, const QString &drawn, const QList<QFont> &fonts)
{
    const QHash<char16_t, char16_t> wrong = mistaken(drawn, fonts);
    // QPdfWriter (Qt 6.4) writes these tables as plain text; nothing else in the file, compressed or of its
    // metadata, is taken to say "beginbfrange". If it compressed the tables too, the file would stay as it
    // is. A row of one is "<first> <last> [<character> ... ]", or "<first> <last> <character>" where the next
    // ones follow one another. It stays as long as it is: no other place in the file moves.
    for (qsizetype begin = 0; (begin = pdf.indexOf("beginbfrange", begin)) >= 0;) {
        const qsizetype end = pdf.indexOf("endcmap", begin);
        if (end < 0)
            break;
        QByteArrayList rows = pdf.mid(begin, end - begin).split('\n');
        for (QByteArray &row : rows) {
            constexpr qsizetype place = 14; // behind "<first> <last> "
            const bool isList = row.size() > place && row[place] == '[';
            if (!isList && row.first(std::min<qsizetype>(6, row.size())) != row.mid(7, 6))
                continue;
            for (qsizetype at = row.indexOf('<', place); at >= 0; at = row.indexOf('<', at + 1)) {
                const auto said = static_cast<char16_t>(row.mid(at + 1, 4).toUShort(nullptr, 16));
                if (const auto meant = wrong.constFind(said); meant != wrong.cend())
                    row.replace(at + 1, 4, QByteArray::number(*meant, 16).toUpper().rightJustified(4, '0'));
            }
        }
        const QByteArray table = rows.join('\n');
        pdf.replace(begin, table.size(), table);
        begin = end;
    }
    return pdf;
}

} // namespace tenfold
