// What a screen reader is told: pictures are images with their numbers, and what takes focus has a name.

#include "tests/ui/driven.h"
#include "ui/language.h"
#include "ui/parameterform.h"
#include "ui/picture.h"

#include <QAccessible>
#include <QDialog>
#include <QListWidget>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

using namespace tenfold;

class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picturesAreImagesWithTheirNumbers();
    void whatTakesFocusHasAName_data();
    void whatTakesFocusHasAName();
    void whatTakesFocusInDialogsHasAName();
    void aPatternIsChosenByAScreenReader();
    void aNumberIsSteppedByOne();
    void nothingShowsBesideTheWindow();
    void cleanup() { setLanguage(QStringLiteral("en")); }
};

static QAccessibleInterface *accessOf(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget);
}

/// What takes focus and has no name, by class and object name.
static QStringList namelessIn(const QWidget &window)
{
    QStringList nameless;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        const bool isReached = widget->isVisible() && widget->isEnabled() &&
                               widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy();
        if (isReached && accessOf(widget)->text(QAccessible::Name).trimmed().isEmpty())
            nameless << QStringLiteral("%1 \"%2\"")
                            .arg(QLatin1String(widget->metaObject()->className()), widget->objectName());
    }
    return nameless;
}

void TestAccessibility::picturesAreImagesWithTheirNumbers()
{
    Shown d;
    QVERIFY(d.runOnce());
    auto *tabs = d.page().results().findChild<QTabWidget *>();
    QVERIFY(tabs);
    for (int tab = tabs->count() - 1; tab >= 0; --tab) // a picture is there once it was turned to
        tabs->setCurrentIndex(tab);
    const auto pictures = d.page().findChildren<Picture *>();
    QVERIFY(pictures.size() > 4); // bars, time, views, timeline
    int drawn = 0;
    for (Picture *picture : pictures) {
        QAccessibleInterface *access = accessOf(picture);
        QCOMPARE(access->role(), QAccessible::Graphic);
        QVERIFY2(!access->text(QAccessible::Name).isEmpty(), picture->metaObject()->className());
        const QString numbers = picture->numbers();
        if (picture->isVisible()) { // what is behind other tabs is drawn when it is shown
            QVERIFY2(!numbers.isEmpty(), picture->metaObject()->className());
            ++drawn;
        }
        QVERIFY2(access->text(QAccessible::Description).endsWith(numbers), qPrintable(numbers));
        QVERIFY(access->imageInterface());
        QCOMPARE(access->imageInterface()->imageSize(), picture->size());
        QCOMPARE(access->imageInterface()->imageDescription(), access->text(QAccessible::Description));
    }
    QVERIFY(drawn >= 3); // bars, a view, the timeline
}

void TestAccessibility::whatTakesFocusHasAName_data()
{
    QTest::addColumn<QString>("spoken");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("Japanese") << QStringLiteral("ja");
}

void TestAccessibility::whatTakesFocusHasAName()
{
    QFETCH(QString, spoken);
    setLanguage(spoken);
    MainWindow window(Settings::none());
    window.resize(1600, 900);
    window.show();
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &scenario : pattern.scenarios) {
            window.showScenario(scenario.path());
            for (QAbstractButton *fold : window.findChildren<QAbstractButton *>(QStringLiteral("fold"))) {
                const auto *form = fold->parentWidget()->findChild<ParameterForm *>();
                if (fold->isVisible() && form && !form->isVisible())
                    fold->click();
            }
            QStringList nameless = namelessIn(window);
            for (QTabWidget *tabs : window.findChildren<QTabWidget *>()) {
                for (int i = 0; tabs->isVisible() && i < tabs->count(); ++i) {
                    tabs->setCurrentIndex(i);
                    nameless += namelessIn(window);
                }
            }
            QVERIFY2(nameless.isEmpty(),
                     qPrintable(scenario.path() + u' ' + nameless.join(QStringLiteral(", "))));
        }
    }
}

void TestAccessibility::whatTakesFocusInDialogsHasAName()
{
    Shown d;
    QVERIFY(d.runOnce());
    for (QAction *action : {d.actions().exportPicture, d.actions().shortcuts, d.actions().about})
        action->trigger();
    QCoreApplication::processEvents();
    int dialogs = 0;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (!qobject_cast<QDialog *>(widget) || !widget->isVisible())
            continue;
        ++dialogs;
        QVERIFY(!widget->windowTitle().isEmpty());
        const QStringList nameless = namelessIn(*widget);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
        widget->close();
    }
    QCOMPARE(dialogs, 3);
    d.actions().presentation->trigger();
    QVERIFY(d.isPresenting());
    const QStringList nameless = namelessIn(d.window);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
}

void TestAccessibility::aPatternIsChosenByAScreenReader()
{
    Shown d;
    auto *list = d.part<QListWidget>();
    for (const int row : {3, 9, 0}) {
        QAccessibleInterface *item = accessOf(list)->child(row);
        QVERIFY(item && item->actionInterface());
        item->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QTRY_COMPARE_WITH_TIMEOUT(list->currentRow(), row, patience);
        QVERIFY(list->item(row)->isSelected());
        const QString title = catalog()[static_cast<std::size_t>(row)].title.text();
        const auto labels = d.window.findChildren<QLabel *>();
        QVERIFY2(
            std::ranges::any_of(
                labels, [&](const QLabel *label) { return label->isVisible() && label->text() == title; }),
            qPrintable(title));
    }
}

void TestAccessibility::aNumberIsSteppedByOne()
{
    const Shown d;
    for (QSpinBox *box : d.window.findChildren<QSpinBox *>()) {
        QAccessibleValueInterface *value = accessOf(box)->valueInterface();
        QVERIFY(value);
        QCOMPARE(value->minimumStepSize().toInt(), box->singleStep());
    }
}

/// Notes what is shown as a window of its own.
class WindowsShown : public QObject
{
public:
    WindowsShown() { qApp->installEventFilter(this); }
    QStringList classes;

protected:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        const auto *widget = qobject_cast<const QWidget *>(object);
        if (event->type() == QEvent::Show && widget && widget->isWindow())
            classes << QLatin1String(widget->metaObject()->className());
        return false;
    }
};

// A part that is shown before it has its place is a window for a moment.
void TestAccessibility::nothingShowsBesideTheWindow()
{
    const WindowsShown shown;
    MainWindow window(Settings::none());
    window.show();
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &scenario : pattern.scenarios)
            window.showScenario(scenario.path());
    }
    QCoreApplication::processEvents();
    QCOMPARE(shown.classes, QStringList{"tenfold::MainWindow"});
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
