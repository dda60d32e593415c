// Every letter behind Alt does one thing: in each menu and each dialog, in both languages.

#include "tests/ui/driven.h"
#include "ui/actions.h"
#include "ui/export/exportdialog.h"
#include "ui/language.h"
#include "ui/patternlist.h"
#include "ui/timeline/timeline.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QTest>

using namespace tenfold;

class TestMnemonics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMenuHasUniqueOnes_data() { languages(); }
    void everyMenuHasUniqueOnes();
    void theMenuOfThePresentationHasUniqueOnes_data() { languages(); }
    void theMenuOfThePresentationHasUniqueOnes();
    void theKeysAreAllThere();
    void everyDialogHasUniqueOnes_data() { languages(); }
    void everyDialogHasUniqueOnes();
    void theKeysFitAProjector_data() { languages(); }
    void theKeysFitAProjector();
    void thePatternStaysChosen();
    void cleanup() { setLanguage(QStringLiteral("en")); }

private:
    static void languages();
};

void TestMnemonics::languages()
{
    QTest::addColumn<QString>("spoken");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("Japanese") << QStringLiteral("ja");
}

/// The letters that `texts` have behind an ampersand, and a sentence for each that occurs twice.
static QStringList clashesOf(const QStringList &texts)
{
    QMap<QChar, QString> owners;
    QStringList clashes;
    for (const QString &text : texts) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (key.isEmpty())
            continue;
        const QChar letter = key.toString().back();
        if (owners.contains(letter))
            clashes << QStringLiteral("%1: %2, %3").arg(letter).arg(owners[letter], text);
        owners[letter] = text;
    }
    return clashes;
}

static QStringList textsOf(const QList<QAction *> &actions)
{
    QStringList texts;
    for (const QAction *action : actions) {
        if (!action->isSeparator())
            texts << action->text();
    }
    return texts;
}

void TestMnemonics::everyMenuHasUniqueOnes()
{
    QFETCH(QString, spoken);
    Driven d;
    setLanguage(spoken);
    int menus = 0;
    QCOMPARE(clashesOf(textsOf(d.window.menuBar()->actions())), QStringList());
    for (const QMenu *menu : d.window.findChildren<QMenu *>()) {
        const QStringList texts = textsOf(menu->actions());
        QVERIFY2(clashesOf(texts).isEmpty(), qPrintable(clashesOf(texts).join(u'\n')));
        for (const QAction *action : menu->actions()) { // but for mistakes, as the scenario calls them
            const bool isOurs = action->parent() == &d.actions() && !action->isSeparator();
            QVERIFY2(!isOurs || !QKeySequence::mnemonic(action->text()).isEmpty(),
                     qPrintable(action->text()));
        }
        menus += !texts.isEmpty();
    }
    QVERIFY(menus > 6);
    const QList<QAction *> ofPictures{d.actions().copyPicture, d.actions().copyData,
                                      d.actions().exportPicture};
    QCOMPARE(clashesOf(textsOf(ofPictures)), QStringList());
}

/// It is made of parts of other menus, in each of which a letter may be another one's.
void TestMnemonics::theMenuOfThePresentationHasUniqueOnes()
{
    QFETCH(QString, spoken);
    Driven d;
    setLanguage(spoken);
    const QStringList texts = textsOf(d.stage().actions());
    QVERIFY(texts.size() > 15);
    QVERIFY2(clashesOf(texts).isEmpty(), qPrintable(clashesOf(texts).join(u'\n')));
    for (const QString &text : texts)
        QVERIFY2(!QKeySequence::mnemonic(text).isEmpty(), qPrintable(text));
}

void TestMnemonics::theKeysAreAllThere()
{
    Driven d;
    d.actions().shortcuts->trigger();
    const QString table = d.part<QDialog>("keys")->findChild<QLabel *>()->text();
    const auto has = [&](const QString &keys) { return table.contains(u'>' + keys.toHtmlEscaped() + u'<'); };
    QVERIFY(Timeline::keys().size() > 4);
    for (const auto &[does, keys] : Timeline::keys())
        QVERIFY2(table.contains(does) && has(keys), qPrintable(does));
    for (const QString &keys : {QStringLiteral("Alt+1, 1"), QStringLiteral("Alt+0, 0"),
                                QStringLiteral("Ctrl+F"), QStringLiteral("[, ]"), QStringLiteral("F")})
        QVERIFY2(has(keys), qPrintable(keys));
    for (const QAction *action : d.actions().withKeys())
        QVERIFY2(table.contains(action->shortcut().toString(QKeySequence::NativeText).toHtmlEscaped()),
                 qPrintable(action->text()));
}

static QStringList clashesIn(const QWidget &dialog)
{
    QStringList texts;
    for (const QAbstractButton *button : dialog.findChildren<QAbstractButton *>()) {
        if (button->window() == &dialog) // not one of a dialog beside it
            texts << button->text();
    }
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->buddy() && label->window() == &dialog)
            texts << label->text();
    }
    return clashesOf(texts);
}

void TestMnemonics::everyDialogHasUniqueOnes()
{
    QFETCH(QString, spoken);
    Driven d;
    setLanguage(spoken);
    d.actions().exportPicture->trigger();
    d.actions().shortcuts->trigger();
    d.actions().about->trigger();
    d.actions().runs->trigger();
    const QList<QDialog *> dialogs = d.window.findChildren<QDialog *>();
    QCOMPARE(dialogs.size(), 4);
    for (const QDialog *dialog : dialogs) {
        QVERIFY2(clashesIn(*dialog).isEmpty(), qPrintable(clashesIn(*dialog).join(u'\n')));
        QVERIFY(!dialog->findChildren<QAbstractButton *>().isEmpty());
    }
    QCOMPARE(clashesIn(d.window), QStringList()); // the page itself
}

void TestMnemonics::theKeysFitAProjector()
{
    QFETCH(QString, spoken);
    Shown s;
    setLanguage(spoken);
    s.actions().shortcuts->trigger();
    const auto *dialog = s.part<QDialog>("keys");
    QVERIFY(dialog);
    QVERIFY2(dialog->height() < 680 && dialog->width() <= 1280,
             qPrintable(QStringLiteral("%1 x %2").arg(dialog->width()).arg(dialog->height())));
    const auto *table = dialog->findChild<QLabel *>();
    QVERIFY(table->text().contains(QLatin1String("F11")));
    const int needed = table->sizeHint().height(), there = table->parentWidget()->height();
    QVERIFY2(needed <= there, qPrintable(QStringLiteral("%1 of %2").arg(there).arg(needed))); // no scrolling
}

void TestMnemonics::thePatternStaysChosen()
{
    Shown s;
    auto *list = s.part<PatternList>();
    const auto isChosen = [&] {
        return list->selectedItems().size() == 1 && list->currentItem()->isSelected();
    };
    QVERIFY(isChosen());
    const QRect own = list->visualItemRect(list->currentItem());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::ControlModifier, own.center());
    QVERIFY(isChosen());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, {10, list->viewport()->height() - 3});
    QVERIFY(isChosen());
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(isChosen());
    s.actions().sidebar->trigger();
    s.actions().sidebar->trigger();
    QVERIFY(isChosen());
}

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"
