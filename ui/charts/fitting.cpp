#include "ui/charts/fitting.h"

#include "core/analysis/format.h"

#include <QTextLayout>

#include <algorithm>

namespace tenfold {

static constexpr QChar joiner(0x2060);
static constexpr QChar betweenKeys(u'·');

QString inOnePiece(const QString &text)
{
    QString pieces;
    for (const QChar c : text) {
        pieces += c == u' ' ? QChar(QChar::Nbsp) : c;
        pieces += joiner;
    }
    return pieces;
}

/// `text` in lines of `width` at most; empty where a word is wider or where it takes more than `mostLines`.
static QStringList wrapped(const QString &text, const QFont &font, qreal width, int mostLines)
{
    QTextLayout layout(text, font);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max<qreal>(1, width));
        if (lines.size() == mostLines || line.naturalTextWidth() > width) {
            lines.clear();
            break;
        }
        QString shown = text.mid(line.textStart(), line.textLength()).remove(joiner);
        shown = shown.replace(QChar::Nbsp, u' ').trimmed();
        if (shown.endsWith(betweenKeys))
            shown.chop(1);
        if (shown.startsWith(betweenKeys))
            shown.remove(0, 1);
        lines << shown.trimmed();
    }
    layout.endLayout();
    return lines;
}

QStringList fitting(const QStringList &parts, const QFont &font, qreal width, int mostLines)
{
    const QString between = QStringLiteral(" · ");
    QStringList taken;
    QStringList lines;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QStringList some = taken + QStringList(parts[i]);
        QStringList whole;
        for (const QString &part : some)
            whole << inOnePiece(part);
        QStringList more = wrapped(whole.join(between), font, width, mostLines);
        if (more.isEmpty() && i < mostLines)
            more = wrapped(unbroken(some.join(between)), font, width, mostLines);
        if (more.isEmpty() && i == 0)
            break;
        if (more.isEmpty())
            continue;
        taken = some;
        lines = more;
    }
    return lines;
}

} // namespace tenfold
