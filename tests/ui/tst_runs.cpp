// The runs of a session: listed within bounds, shown again, pinned, and compared.

#include "core/recording/recordingfile.h"
#include "core/recording/writers.h"
#include "tests/ui/listedruns.h"
#include "ui/language.h"
#include "ui/runlist.h"
#include "ui/runsdialog.h"

#include <QFileDialog>
#include <QJsonDocument>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>

using namespace tenfold;

class TestRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRunIsInTheList();
    void anOlderRunIsShownAgain();
    void theOldestGoes();
    void whatIsInAFileGoesFirst();
    void theNewestStaysWhateverItTakes();
    void openingAsksBeforeARunLeavesTheList();
    void onePinPerScenario();
    void thePinnedRunIsBehindAllThatFollows();
    void whatDiffersIsATable();
    void aRunGetsANameAndANote();
    void deletingAsksForWhatIsInNoFile();
    void aRunIsSavedFromTheList();
    void whatIsOpenedDuringARunStays();
    void theListSpeaksBothLanguages();
    void cleanup() { setLanguage(QStringLiteral("en")); }

private:
    static QByteArray jsonOf(const Recording &recording)
    {
        return QJsonDocument(runToJson(recording)).toJson();
    }
    QString path(const char *name) const { return folder_.filePath(QLatin1String(name)); }
    const QTemporaryDir folder_;
};

void TestRuns::everyRunIsInTheList()
{
    Driven d;
    RunsDialog &dialog = opened(d);
    QCOMPARE(dialog.chosen(), 0);
    QVERIFY(!d.part<QPushButton>("runs-show")->isEnabled());
    d.window.setValues({{"workers", 2}});
    QVERIFY(d.runOnce());
    d.window.setValues({{"workers", 3}});
    QVERIFY(d.runOnce());
    const auto &runs = listOf(d).runs();
    QCOMPARE(runs.size(), 2);
    QVERIFY2(runs[0].title().startsWith("2 workers"), qPrintable(runs[0].title()));
    QVERIFY2(runs[1].title().startsWith("3 workers"), qPrintable(runs[1].title()));
    QCOMPARE(jsonOf(*runs[1].recording), jsonOf(d.page().scene()));
    QCOMPARE(d.part<QTableWidget>("runs")->rowCount(), 2);
    d.makeLong();
    d.actions().run->trigger();
    QVERIFY(QTest::qWaitFor([&] { return d.isRunning() && d.page().scene().isUnderWay(); }, patience));
    QCOMPARE(listOf(d).runs().size(), 2); // what goes on has not ended
    d.actions().stop->trigger();
    QVERIFY(d.endsRun());
    QCOMPARE(listOf(d).runs().size(), 3);
}

void TestRuns::anOlderRunIsShownAgain()
{
    Driven d;
    d.window.setValues({{"workers", 2}});
    QVERIFY(d.runOnce());
    const QByteArray first = jsonOf(d.page().scene());
    d.window.setValues({{"workers", 3}});
    QVERIFY(d.runOnce());
    const QByteArray second = jsonOf(d.page().scene());
    RunsDialog &dialog = opened(d);
    QCOMPARE(dialog.chosen(), listOf(d).runs()[1].id); // the one in sight
    dialog.choose(listOf(d).runs()[0].id);
    d.click("runs-show");
    QVERIFY(!d.window.findChild<QMessageBox *>()); // nothing is lost: the other one is in the list
    QCOMPARE(jsonOf(d.page().scene()), first);
    QCOMPARE(d.page().values()["workers"], 2);
    QCOMPARE(d.text("measured"), QString()); // it was made here
    dialog.choose(listOf(d).runs()[1].id);
    d.click("runs-show");
    QCOMPARE(jsonOf(d.page().scene()), second);
    QCOMPARE(listOf(d).runs().size(), 2); // the same runs again are the same entries
}

void TestRuns::theOldestGoes()
{
    RunList list(nullptr, 3);
    const int first = list.add(made()), second = list.add(made()), third = list.add(made());
    list.setPinned(first, true);
    QCOMPARE(list.gone(), 0);
    const int fourth = list.add(made());
    QCOMPARE(list.gone(), 1);
    QVERIFY(list.find(first) && !list.find(second) && list.find(third) && list.find(fourth));
    RunList small(nullptr, 50, qint64{250 * sizeof(SpanRecord)});
    const int older = small.add(made(100)), newer = small.add(made(100));
    QVERIFY(small.find(older) && small.find(newer));
    small.add(made(100));
    QVERIFY(!small.find(older) && small.find(newer));
}

void TestRuns::whatIsInAFileGoesFirst()
{
    RunList list(nullptr, 3);
    const int first = list.add(made()), second = list.add(made(), "b.tenfold"), third = list.add(made());
    QVERIFY(!list.lostBy(made()));
    list.add(made());
    QVERIFY(list.find(first) && !list.find(second) && list.find(third));
    const KeptRun *lost = list.lostBy(made());
    QVERIFY(lost && lost->id == first); // all of them are in none
}

void TestRuns::theNewestStaysWhateverItTakes()
{
    RunList list(nullptr, 50, 10);
    const int first = list.add(made(100));
    QVERIFY(list.find(first));
    const int second = list.add(made(100));
    QVERIFY(!list.find(first) && list.find(second));
}

void TestRuns::openingAsksBeforeARunLeavesTheList()
{
    Driven d;
    QVERIFY(d.runOnce());
    QFile file(path("other.tenfold"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(savedRecording(d.page().scene()));
    file.close();
    RunList &list = listOf(d);
    list.remove(list.runs()[0].id); // it is on the page alone
    for (std::size_t i = 0; i < list.mostRuns(); ++i)
        list.add(made());
    const QByteArray shown = jsonOf(d.page().scene());
    const int oldest = list.runs()[0].id;
    d.window.openRecording(file.fileName());
    QVERIFY(answer(d, "Cancel"));
    QCOMPARE(jsonOf(d.page().scene()), shown);
    QVERIFY(list.find(oldest));
    QVERIFY(d.runOnce()); // which is kept: the oldest goes
    QVERIFY(!list.find(oldest));
    QCOMPARE(list.gone(), 1);
    const int next = list.runs()[0].id;
    d.window.openRecording(file.fileName());
    QVERIFY(answer(d, "Cancel"));
    QVERIFY(list.find(next));
    list.setFile(*list.runs()[5].recording, "some.tenfold"); // now one may go
    d.window.openRecording(file.fileName());
    QVERIFY(!d.window.findChild<QMessageBox *>());
    QVERIFY(list.find(next));
    QCOMPARE(jsonOf(d.page().scene()), shown);
}

void TestRuns::onePinPerScenario()
{
    RunList list;
    const int first = list.add(made()), second = list.add(made());
    Recording other = made();
    other.request.scenario = findScenario("threads/file-processing");
    const int third = list.add(other);
    list.setPinned(first, true);
    list.setPinned(third, true);
    list.setPinned(second, true);
    QVERIFY(!list.find(first)->isPinned && list.find(second)->isPinned && list.find(third)->isPinned);
    QCOMPARE(list.pinnedOf(Driven::scenario()), list.find(second)->recording);
    list.remove(second);
    QVERIFY(!list.pinnedOf(Driven::scenario()));
}

void TestRuns::thePinnedRunIsBehindAllThatFollows()
{
    Driven d;
    QVERIFY(!d.actions().pin->isEnabled());
    d.window.setValues({{"workers", 2}});
    QVERIFY(d.runOnce());
    d.actions().pin->trigger();
    QVERIFY(d.actions().pin->isChecked());
    const std::shared_ptr<const Recording> pinned = listOf(d).runs()[0].recording;
    QCOMPARE(d.page().scene().pinned, pinned);
    d.window.setValues({{"workers", 3}});
    QVERIFY(d.runOnce());
    QCOMPARE(d.page().scene().pinned, pinned);
    QVERIFY(!d.actions().pin->isChecked()); // this one is not
    QVERIFY(d.window.showScenario("threads/file-processing"));
    QVERIFY(d.window.showScenario(Driven::scenario().path()));
    QCOMPARE(d.page().scene().pinned, pinned);
    setLanguage("ja");
    QCOMPARE(d.page().scene().pinned, pinned);
    setLanguage("en");
    opened(d).choose(listOf(d).runs()[0].id);
    d.click("runs-pin");
    QVERIFY(!d.page().scene().pinned);
}

void TestRuns::whatDiffersIsATable()
{
    Driven d;
    d.window.setValues({{"workers", 2}});
    QVERIFY(d.runOnce());
    d.window.setValues({{"workers", 3}});
    QVERIFY(d.runOnce());
    RunsDialog &dialog = opened(d);
    QVERIFY2(d.text("runs-sentence").startsWith("Pin a run"), qPrintable(d.text("runs-sentence")));
    const auto *rows = d.part<QTableWidget>("differences");
    QVERIFY(rows->isHidden());
    dialog.choose(listOf(d).runs()[0].id);
    d.click("runs-pin");
    QVERIFY2(d.text("runs-sentence").startsWith("This run is pinned"), qPrintable(d.text("runs-sentence")));
    dialog.choose(listOf(d).runs()[1].id);
    QVERIFY(!rows->isHidden());
    QCOMPARE(rows->item(0, 0)->text(), "Workers");
    QCOMPARE(rows->item(0, 2)->text(), "2");
    QCOMPARE(rows->item(0, 3)->text(), "3");
    QVERIFY2(d.text("runs-sentence").contains("known"), qPrintable(d.text("runs-sentence"))); // measured once
}

void TestRuns::aRunGetsANameAndANote()
{
    Driven d;
    QVERIFY(d.runOnce());
    opened(d);
    auto *list = d.part<QTableWidget>("runs");
    list->item(0, 3)->setText("Before the change");
    list->item(0, 4)->setText("on battery");
    QVERIFY(QTest::qWaitFor([&] { return listOf(d).runs()[0].label().note == "on battery"; }, patience));
    QCOMPARE(listOf(d).runs()[0].title(), "Before the change");
    QCOMPARE(list->item(0, 3)->text(), "Before the change");
    const QString before = list->item(0, 4)->text();
    list->item(0, 4)->setText(QString(RunLabel::mostNote + 1, u'x'));
    QVERIFY(
        QTest::qWaitFor([&] { return d.text("runs-bounds").startsWith("A note has at most"); }, patience));
    QCOMPARE(list->item(0, 4)->text(), before);
}

void TestRuns::deletingAsksForWhatIsInNoFile()
{
    Driven d;
    QVERIFY(d.runOnce());
    opened(d);
    d.click("runs-delete");
    QVERIFY(answer(d, "Cancel"));
    QCOMPARE(listOf(d).runs().size(), 1);
    d.click("runs-delete");
    QVERIFY(answer(d, "Discard"));
    QCOMPARE(listOf(d).runs().size(), 0);
    QVERIFY(!d.page().scene().outcomes.empty()); // it is in sight until another takes its place
    const int saved = listOf(d).add(made(), "a.tenfold");
    static_cast<RunsDialog *>(d.part<QDialog>("runs-dialog"))->choose(saved);
    d.click("runs-delete");
    QVERIFY(!d.window.findChild<QMessageBox *>());
    QCOMPARE(listOf(d).runs().size(), 0);
}

void TestRuns::aRunIsSavedFromTheList()
{
    Driven d;
    QVERIFY(d.runOnce());
    const QByteArray first = jsonOf(d.page().scene());
    QVERIFY(d.runOnce());
    opened(d).choose(listOf(d).runs()[0].id);
    d.click("runs-save");
    auto *dialog = d.window.findChild<QFileDialog *>();
    QVERIFY(dialog);
    dialog->selectFile(path("first.tenfold"));
    static_cast<QDialog *>(dialog)->accept();
    QCOMPARE(listOf(d).runs()[0].file, "first.tenfold");
    QVERIFY(!listOf(d).runs()[1].isSaved());
    QCOMPARE(jsonOf(*openRecording(path("first.tenfold")).recording), first);
}

void TestRuns::whatIsOpenedDuringARunStays()
{
    Driven d;
    QVERIFY(d.runOnce());
    const QByteArray first = jsonOf(d.page().scene());
    d.makeLong();
    d.actions().run->trigger();
    QVERIFY(QTest::qWaitFor([&] { return d.isRunning() && d.page().scene().isUnderWay(); }, patience));
    opened(d).choose(listOf(d).runs()[0].id);
    d.click("runs-show");
    QVERIFY(d.endsRun());
    QCOMPARE(jsonOf(d.page().scene()), first);
    QCOMPARE(listOf(d).runs().size(), 2); // what was stopped for it is not lost
    d.makeQuick();
    QVERIFY(d.runOnce()); // the next one is shown
    QVERIFY(jsonOf(d.page().scene()) != first);
}

void TestRuns::theListSpeaksBothLanguages()
{
    Driven d;
    d.window.setValues({{"workers", 2}});
    QVERIFY(d.runOnce());
    d.actions().pin->trigger();
    d.window.setValues({{"workers", 3}});
    QVERIFY(d.runOnce());
    const RunsDialog &dialog = opened(d);
    const auto texts = [&] {
        QStringList all{dialog.windowTitle(), d.text("runs-sentence"), d.text("runs-heading"),
                        d.text("runs-bounds")};
        for (const char *table : {"runs", "differences"}) {
            const auto *shown = d.part<QTableWidget>(table);
            for (int column = 0; column < shown->columnCount(); ++column)
                all << shown->horizontalHeaderItem(column)->text();
        }
        return all;
    };
    const QStringList english = texts();
    setLanguage("ja");
    QCoreApplication::sendPostedEvents(); // as the event loop tells what is on the screen
    const QStringList japanese = texts();
    QCOMPARE(japanese.size(), english.size());
    for (qsizetype i = 0; i < english.size(); ++i)
        QVERIFY2(english[i] != japanese[i], qPrintable(english[i]));
    QVERIFY(dialog.chosen() != 0);
}

QTEST_MAIN(TestRuns)
#include "tst_runs.moc"
