#pragma once

#include <QtGlobal>

namespace tenfold {

/// The character that two bytes stand for in the Encoding Standard's Big5, where ICU's has another one; else
/// 0.
char16_t big5Character(quint16 bytes);

} // namespace tenfold
