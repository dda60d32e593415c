// Theme, text size, language, and what fits into the window.

#include "ui/actions.h"
#include "ui/fonts.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/patternlist.h"
#include "ui/patternpage.h"
#include "ui/runcontroller.h"
#include "ui/sidepanel.h"
#include "ui/stage/stage.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QStackedWidget>

namespace tenfold {

bool MainWindow::systemIsDark()
{
    // As it was before the first window set its own palette.
    static const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
}

Theme MainWindow::themeOf(const Settings &settings)
{
    const bool dark = settings.theme.isEmpty() ? systemIsDark() : settings.theme == QLatin1String("dark");
    return Theme::make(dark, settings.factor, uiFont());
}

static void putOn(const Theme &theme)
{
    theme.install();
    QApplication::setFont(theme.font(11));
}

/// Language and look before the first widget is made: what comes later, each is asked for anew.
Theme MainWindow::firstLook(const Settings &settings)
{
    systemIsDark();
    if (settings.kept)
        setLanguage(settings.language);
    const Theme theme = themeOf(settings);
    putOn(theme);
    return theme;
}

void MainWindow::setLook(const Theme &theme)
{
    hasOwnLook_ = true;
    theme_ = theme;
    applyTheme();
}

void MainWindow::applyTheme()
{
    if (!hasOwnLook_)
        theme_ = themeOf(settings_);
    theme_.base = uiFont(); // follows the language
    putOn(theme_);
    if (font() != theme_.font(11))
        setFont(theme_.font(11)); // what was made before does not always follow the application's
    actions_->setTheme(theme_);
    list_->setTheme(theme_);
    side_->setTheme(theme_);
    stage_->setTheme(theme_);
    for (PatternPage *made : patternPages_) {
        if (made)
            made->setTheme(theme_);
    }
    if (filePage_)
        filePage_->setTheme(theme_);
}

void MainWindow::zoom(qreal factor)
{
    settings_.factor = std::clamp(factor, Settings::smallest, Settings::largest);
    hasOwnLook_ = false;
    applyTheme();
}

void MainWindow::translate()
{
    setWindowTitle(tr("Tenfold"));
    side_->retranslate();
    actions_->retranslate();
    stage_->retranslate();
    applyTheme(); // the font may change with the language
}

void MainWindow::retranslate()
{
    translate();
    showPage();
}

bool MainWindow::event(QEvent *event)
{
    const bool handled = QMainWindow::event(event);
    // After the children, which the base class has told.
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return handled;
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (settings_.kept && !std::exchange(isPainted_, true))
        QMetaObject::invokeMethod(runs_, &RunController::measure, Qt::QueuedConnection);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitSide();
}

bool MainWindow::isWide() const
{
    return width() >= 1360; // less leaves the page too narrow for its tabs and headings
}

void MainWindow::fitSide()
{
    const bool wants = settings_.code[isWide()];
    actions_->code->setChecked(wants);
    side_->setVisible(wants && page());
}

QImage MainWindow::shot()
{
    const bool wasVisible = isVisible();
    if (!wasVisible) {
        setAttribute(Qt::WA_DontShowOnScreen);
        show();
    }
    // Layouts settle in events: those of the window, then those of the charts in it.
    for (int i = 0; i < 4; ++i)
        QCoreApplication::processEvents();
    const QImage image = grab().toImage();
    if (!wasVisible) {
        hide();
        setAttribute(Qt::WA_DontShowOnScreen, false);
    }
    return image;
}

} // namespace tenfold
