#pragma once

#include <QStringList>

class QFont;

namespace tenfold {

/// `text` in which no line is broken, in a script without spaces too.
QString inOnePiece(const QString &text);

/// What of `parts` fits into `mostLines` lines of `width` in `font`: the first, and of the others each that
/// still does. Lines end between them; where the first `mostLines` of them do not fit like that, in them as
/// well.
QStringList fitting(const QStringList &parts, const QFont &font, qreal width, int mostLines);

} // namespace tenfold
