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

/// Another language for as long as it lives, without any window noticing: for a picture in that language.
/// Empty: that of the moment. GUI thread.
class SpokenLanguage
{
public:
    explicit SpokenLanguage(const QString &code);
    ~SpokenLanguage();
    Q_DISABLE_COPY_MOVE(SpokenLanguage)

private:
    const QString before_;
    const bool differs_;
};

/// Names the application and sets its language. Any kind of application; once, at the start.
void prepareApplication(const QString &languageCode);

} // namespace tenfold
