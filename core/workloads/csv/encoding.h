#pragma once

#include <QByteArrayView>
#include <QString>

namespace tenfold {

/// The encoding of a text, from its beginning: what a byte order mark says; UTF-16 where every other byte of
/// its line ends is 0; UTF-8 where it is valid, or nearly; CP932 (Shift JIS as Windows writes it) where it is
/// valid and its double bytes stand together as Japanese words do; else windows-1252, or macintosh where
/// `isMacintosh`.
QString guessedEncoding(QByteArrayView beginning, bool isMacintosh);

/// The name by which QStringDecoder knows "cp932", "windows-1252" and so on.
QByteArray decoderName(const QString &encoding);
/// As a user reads it.
QString encodingTitle(const QString &encoding);

} // namespace tenfold
