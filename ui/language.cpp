#include "ui/language.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace tenfold {

static constexpr const char *property = "tenfold-language"; // of the application, which owns the translators

QString systemLanguage()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString &language : wanted) {
        if (language.startsWith(QLatin1String("ja")))
            return QStringLiteral("ja");
        if (language.startsWith(QLatin1String("en")))
            break;
    }
    return QStringLiteral("en");
}

QString language()
{
    const QString code = QCoreApplication::instance()->property(property).toString();
    return code.isEmpty() ? QStringLiteral("en") : code;
}

static void install(const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    translator->setObjectName(QLatin1String(property));
    if (translator->load(name, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

void setLanguage(const QString &code)
{
    const QString wanted = code.isEmpty() ? systemLanguage() : code;
    if (wanted == language())
        return;
    QCoreApplication::instance()->setProperty(property, wanted);
    // A translator leaves the application when it is destroyed.
    qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>(QLatin1String(property),
                                                                         Qt::FindDirectChildrenOnly));
    const bool isJapanese = wanted == QLatin1String("ja");
    QLocale::setDefault(isJapanese ? QLocale(QLocale::Japanese)
                                   : QLocale(QLocale::English, QLocale::UnitedStates));
    if (!isJapanese)
        return;
    install(QStringLiteral("qtbase_ja"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("tenfold_ja"), QStringLiteral(":/i18n"));
}

SpokenLanguage::SpokenLanguage(const QString &code)
    : before_(language()), differs_(!code.isEmpty() && code != before_)
{
    if (!differs_)
        return;
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange); // those that are not ours
    setLanguage(code);
}

SpokenLanguage::~SpokenLanguage()
{
    if (!differs_)
        return;
    setLanguage(before_);
    QCoreApplication::removePostedEvents(nullptr, QEvent::LanguageChange);
}

void prepareApplication(const QString &languageCode)
{
    QCoreApplication::setApplicationName(QStringLiteral("tenfold"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TENFOLD_VERSION));
    setLanguage(languageCode);
}

} // namespace tenfold
