#pragma once

#include <QString>

namespace tenfold {

/// "en" or "ja": what the system's settings ask for.
QString systemLanguage();
/// The language of the moment: "en" or "ja".
QString language();
/// Switches to "en" or "ja" (empty: the system's) by installing and removing translators. Qt then sends
/// LanguageChange to every window. GUI thread.
void setLanguage(const QString &code);

/// Names the application and sets its language. Any kind of application; once, at the start.
void prepareApplication(const QString &languageCode);

} // namespace tenfold
