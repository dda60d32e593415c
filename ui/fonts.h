#pragma once

#include <QFont>

namespace tenfold {

/// The one family for both scripts: the system's if it covers Japanese, else the first of the Japanese
/// families that is installed, else the system's. GUI thread.
QFont uiFont();
/// The system's fixed-pitch font for code, with a Japanese one for what it does not cover.
QFont codeFont();
/// Whether an installed font covers Japanese. Without one the program stays English.
bool canShowJapanese();

} // namespace tenfold
