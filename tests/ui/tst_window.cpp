#include "core/catalog/pattern.h"
#include "tests/patience.h"
#include "tests/ui/driven.h"
#include "ui/actions.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/numberbox.h"
#include "ui/parameterform.h"
#include "ui/patternlist.h"
#include "ui/runcard.h"

#include <QAbstractButton>
#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSettings>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QTranslator>
#include <QWidgetAction>

using namespace tenfold;

/// Answers every text with itself in brackets: what is not bracketed was not asked for again.
class Bracketer : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return u'[' + QString::fromUtf8(source) + u']';
    }
};

static QLabel *titleOf(const MainWindow &window)
{
    return window.findChild<QStackedWidget *>("pages")->currentWidget()->findChild<QLabel *>("title");
}

class tst_Window : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void startsWithTenPatterns();
    void patternsToComeSaySo();
    void everyActionKeepsItsKeyWithoutTheMenuBar();
    void numbersOutOfRangeCannotBeEntered();
    void aNumberOutOfRangeIsSaidAndThenTheNearest();
    void workersOfToolBarAndFormAreOne();
    void noBoxForWorkersWhereThereAreNone();
    void presetSetsTheForm();
    void unreadableFolderIsASentence();
    void languageSwitchesLive();
    void everyTextIsAskedForAgain();
    void textSizeAndThemeApplyLive();
    void barsAndTimelineAreInSightAtOnce();
    void largeTextScrollsAndIsNotCut();
    void nothingIsCut_data();
    void nothingIsCut();
    void remembersLanguageThemeAndScenario();

private:
    QTemporaryDir settings_;
};

void tst_Window::initTestCase()
{
    QVERIFY(settings_.isValid());
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_.path());
}

void tst_Window::startsWithTenPatterns()
{
    MainWindow window(Settings::none());
    const auto *list = window.findChild<PatternList *>();
    QCOMPARE(list->count(), 10);
    QCOMPARE(list->currentRow(), 0);
    QVERIFY(list->item(0)->text().contains(catalog().front().title.text()));
    QCOMPARE(titleOf(window)->text(), catalog().front().title.text());
}

void tst_Window::patternsToComeSaySo()
{
    Driven d;
    const Pattern &first = catalog().front();
    for (const Pattern &pattern : catalog()) {
        QVERIFY(d.window.showScenario(pattern.id));
        QCOMPARE(d.actions().run->isEnabled(), !pattern.scenarios.empty());
    }
    QVERIFY(!d.window.showScenario(QStringLiteral("threads/none")));
    QVERIFY(!d.window.showScenario(QStringLiteral("none")));
    QVERIFY(d.window.showScenario(first.id));
}

void tst_Window::everyActionKeepsItsKeyWithoutTheMenuBar()
{
    Driven d;
    QSet<QKeySequence> keys;
    for (QAction *action : d.actions().withKeys()) {
        QVERIFY2(d.window.actions().contains(action), qPrintable(action->text()));
        for (const QKeySequence &key : action->shortcuts()) {
            QVERIFY2(!keys.contains(key), qPrintable(key.toString()));
            keys << key;
        }
    }
    QVERIFY(keys.contains(QKeySequence(Qt::Key_F5)) && keys.contains(QKeySequence(Qt::ALT | Qt::Key_0)));
}

void tst_Window::numbersOutOfRangeCannotBeEntered()
{
    Driven d;
    const auto *card = d.part<RunCard>("card");
    for (const Parameter &parameter : d.scenario().parameters) {
        auto *box = card->form().findChild<QSpinBox *>(parameter.id);
        if (!box)
            continue;
        for (const char *wrong : {"-3", "0", "99999999", "many", "1e9", ""}) {
            box->selectAll();
            QTest::keyClicks(box, QLatin1String(wrong));
            QTest::keyClick(box, Qt::Key_Return);
            const int value = d.page().values().value(parameter.id).toInt();
            QVERIFY2(value >= parameter.minimum && value <= parameter.maximum, qPrintable(parameter.id));
        }
    }
}

void tst_Window::aNumberOutOfRangeIsSaidAndThenTheNearest()
{
    Driven d;
    for (QSpinBox *box : {static_cast<QSpinBox *>(d.actions().workers),
                          d.part<RunCard>("card")->form().findChild<QSpinBox *>(QStringLiteral("workers"))}) {
        d.window.setValues({{"workers", 3}});
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("100"));
        QVERIFY2(d.page().message().contains(QLatin1String("a whole number from 1 to 64")),
                 qPrintable(d.page().message()));
        QCOMPARE(d.page().values()["workers"].toInt(), 10); // as far as it could be used
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(d.page().values()["workers"].toInt(), 64);
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("7"));
        QVERIFY(d.page().message().isEmpty());
        QCOMPARE(d.page().values()["workers"].toInt(), 7);
    }
}

void tst_Window::workersOfToolBarAndFormAreOne()
{
    Driven d;
    d.actions().workers->setValue(9);
    QCOMPARE(d.page().values()["workers"].toInt(), 9);
    d.window.setValues({{"workers", 3}});
    QCOMPARE(d.actions().workers->value(), 3);
}

void tst_Window::noBoxForWorkersWhereThereAreNone()
{
    Driven d;
    const auto *box = d.window.findChild<QWidget *>("toolbar-workers");
    QVERIFY(box);
    const QList<QAction *> inBar = d.window.findChild<QToolBar *>()->actions();
    const auto own = std::ranges::find_if(inBar, [&](QAction *action) {
        const auto *widget = qobject_cast<QWidgetAction *>(action);
        return widget && widget->defaultWidget() == box;
    });
    QVERIFY(own != inBar.end());
    bool isSeen = false, isMissed = false;
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &scenario : pattern.scenarios) {
            QVERIFY(d.window.showScenario(scenario.path()));
            const bool has = scenario.parameter("workers");
            QVERIFY2((*own)->isVisible() == has, qPrintable(scenario.path()));
            QCOMPARE(box->isEnabled(), has);
            (has ? isSeen : isMissed) = true;
        }
    }
    QVERIFY(isSeen && isMissed);
}

void tst_Window::presetSetsTheForm()
{
    Driven d;
    auto *presets = d.part<QComboBox>("presets");
    for (const Preset &preset : d.scenario().presets) {
        presets->setCurrentIndex(presets->findData(preset.id));
        Q_EMIT presets->activated(presets->currentIndex());
        QCOMPARE(d.page().values(), d.scenario().preset(preset.id));
    }
    d.window.setValues({{"workers", 7}});
    QVERIFY(presets->currentData().toString().isEmpty()); // none of them any more
}

void tst_Window::unreadableFolderIsASentence()
{
    Scenario scenario;
    scenario.parameters = {{"folder", "Folder", {}, ParameterKind::Folder, 0, 0, {}, QString()},
                           {"way", "Way", {}, ParameterKind::Choice, 0, 0, {"a", "b"}, QStringLiteral("b")}};
    scenario.presets = {{"default", {}}};
    ParameterForm form(scenario);
    QCOMPARE(form.values()["way"].toString(), QStringLiteral("b"));
    QVERIFY(form.problem().isEmpty());
    form.setValues({{"folder", QStringLiteral("/no/such/folder")}});
    QCOMPARE(
        form.problem(),
        QStringLiteral("Folder: \"/no/such/folder\" cannot be used; it takes a folder that can be read."));
    form.setValues({{"folder", settings_.path()}});
    QVERIFY(form.problem().isEmpty());
}

void tst_Window::languageSwitchesLive()
{
    Driven d;
    setLanguage(QStringLiteral("ja"));
    QCoreApplication::processEvents();
    QCOMPARE(language(), QStringLiteral("ja"));
    for (const Pattern &pattern : catalog()) // whatever has a translation shows it
        QCOMPARE(d.window.findChild<PatternList *>()
                     ->item(static_cast<int>(&pattern - catalog().data()))
                     ->text()
                     .mid(5),
                 pattern.title.text());
    setLanguage(QStringLiteral("en"));
    QCoreApplication::processEvents();
    QCOMPARE(titleOf(d.window)->text(), QStringLiteral("Threads for I/O"));
}

void tst_Window::everyTextIsAskedForAgain()
{
    Driven d;
    QVERIFY(d.runOnce());
    Bracketer bracketer;
    QCoreApplication::installTranslator(&bracketer);
    QCoreApplication::processEvents();
    QStringList left;
    const auto check = [&](const QString &text) {
        static const QRegularExpression word(QStringLiteral("[A-Za-z]{3}"));
        if (text.contains(word) && !text.contains(u'['))
            left << text;
    };
    for (const QAction *action : d.window.findChildren<QAction *>())
        if (action->objectName().isEmpty() && action->parent() == &d.actions())
            check(action->text());
    for (const QMenu *menu : d.window.findChildren<QMenu *>())
        if (menu->menuAction()->isVisible() && !menu->title().isEmpty())
            check(menu->title());
    for (const QLabel *label : d.window.findChildren<QLabel *>())
        check(label->text());
    for (const QAbstractButton *button : d.window.findChildren<QAbstractButton *>())
        check(button->text());
    for (const QWidget *widget : d.window.findChildren<QWidget *>())
        if (!qobject_cast<const QTabBar *>(widget->parentWidget())) // Qt's own scroll buttons
            check(widget->accessibleName());
    QCoreApplication::removeTranslator(&bracketer);
    QCoreApplication::processEvents();
    QVERIFY2(left.isEmpty(), qPrintable(left.join(QStringLiteral(" | "))));
}

void tst_Window::textSizeAndThemeApplyLive()
{
    Driven d;
    d.window.show();
    QVERIFY(QTest::qWaitForWindowActive(&d.window));
    const qreal before = titleOf(d.window)->font().pointSizeF();
    QTest::keyClick(&d.window, Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(titleOf(d.window)->font().pointSizeF() > before);
    QTest::keyClick(&d.window, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(titleOf(d.window)->font().pointSizeF(), before);
    for (QAction *theme : d.actions().themes->actions())
        if (theme->data() == QLatin1String("dark"))
            theme->trigger();
    QVERIFY(QGuiApplication::palette().color(QPalette::Window).lightness() < 128);
    d.actions().themes->actions().at(1)->trigger();
    QVERIFY(QGuiApplication::palette().color(QPalette::Window).lightness() > 128);
}

void tst_Window::barsAndTimelineAreInSightAtOnce()
{
    // All but an edge; where the page is narrow, the legends take a few lines more.
    for (const auto &[size, most] : {std::pair(QSize(1280, 720), 24), std::pair(QSize(1024, 768), 70)}) {
        Driven d;
        d.window.resize(size);
        QVERIFY(d.runOnce());
        d.window.shot();
        d.window.show();
        QCoreApplication::processEvents();
        const int missing = d.page().verticalScrollBar()->maximum();
        QVERIFY2(missing <= most, qPrintable(QString::number(missing)));
    }
}

void tst_Window::largeTextScrollsAndIsNotCut()
{
    Driven d;
    d.part<RunCard>("card")->setFolded(false);
    d.window.resize(1280, 720);
    for (int i = 0; i < 8; ++i)
        d.actions().larger->trigger();
    d.window.shot();
    d.window.show();
    QCoreApplication::processEvents();
    const QWidget *content = d.page().widget();
    for (const QWidget *widget : d.part<RunCard>("card")->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->minimumSizeHint().isEmpty())
            continue;
        const QPoint corner = widget->mapTo(content, widget->rect().bottomRight());
        QVERIFY2(content->rect().contains(corner), qPrintable(widget->objectName()));
    }
    d.actions().normal->trigger();
}

void tst_Window::nothingIsCut_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("code");
    for (const QString &code : {QStringLiteral("en"), QStringLiteral("ja")}) {
        for (const QSize size : {QSize(1024, 768), QSize(1280, 720), QSize(1600, 900), QSize(800, 450)})
            QTest::addRow("%dx%d %s", size.width(), size.height(), qPrintable(code)) << size << code;
    }
}

void tst_Window::nothingIsCut()
{
    QFETCH(QSize, size);
    QFETCH(QString, code);
    setLanguage(code);
    Driven d;
    d.part<RunCard>("card")->setFolded(false);
    d.window.resize(size);
    d.window.shot();
    QCOMPARE(d.window.size(), size); // no part asks for more
    d.window.show();
    QCoreApplication::processEvents();
    const int right = d.page().viewport()->mapToGlobal(d.page().viewport()->rect().bottomRight()).x();
    for (const QWidget *widget : d.page().widget()->findChildren<QWidget *>()) {
        const int edge = widget->mapToGlobal(widget->rect().bottomRight()).x();
        QVERIFY2(!widget->isVisible() || edge <= right, qPrintable(widget->objectName()));
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label && label->isVisible() && !label->wordWrap() &&
            label->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored)
            QVERIFY2(label->width() >= label->minimumSizeHint().width(), qPrintable(label->text()));
    }
    setLanguage(QStringLiteral("en"));
}

void tst_Window::remembersLanguageThemeAndScenario()
{
    Settings settings = Settings::load();
    QVERIFY(settings.kept);
    settings.language = QStringLiteral("en");
    settings.theme = QStringLiteral("dark");
    {
        MainWindow window(settings);
        window.showScenario(QStringLiteral("async/gather"));
        window.show();
        QVERIFY(window.close());
    }
    settings = Settings::load();
    QCOMPARE(settings.theme, QStringLiteral("dark"));
    QCOMPARE(settings.language, QStringLiteral("en"));
    QCOMPARE(settings.scenario, QStringLiteral("async/gather"));
    MainWindow window(settings);
    QCOMPARE(window.findChild<PatternList *>()->currentRow(), 2);
}

QTEST_MAIN(tst_Window)
#include "tst_window.moc"
