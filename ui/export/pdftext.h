#pragma once

#include <QByteArray>
#include <QFont>
#include <QString>

namespace tenfold {

/// A PDF file of QPdfWriter in which what is copied is what was drawn: `drawn` holds every character of it,
/// `fonts` what it was drawn with. A glyph that several characters share is named there after the first of
/// them, such as the radical U+2F8F for the kanji U+884C.
QByteArray withDrawnCharacters(QByteArray pdf, const QString &drawn, const QList<QFont> &fonts);

} // namespace tenfold
