#pragma once

#include <QStringList>

class QFont;

namespace tenfold {

/// `text` in which no line is broken, in a script without spaces too.
QString inOnePiece(const QString &text);

/// As many of `parts` as fit into `most` lines of `width` in `font`, from the first on. Lines end between
/// them; where two do not fit like that, in them as well.
QStringList fitting(const QStringList &parts, const QFont &font, qreal width, int most);

} // namespace tenfold
