// What the list of runs has beside runs: names and notes, which are in their files, and sweeps.

#include "core/recording/writers.h"
#include "tests/ui/listedruns.h"

#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>

using namespace tenfold;

class TestKeptRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAndNotesAreSavedAndOpened();
    void aSweepIsInTheList();
    void aSweepIsSavedWithItsRun();

private:
    QString path(const char *name) const { return folder_.filePath(QLatin1String(name)); }
    const QTemporaryDir folder_;
};

void TestKeptRuns::namesAndNotesAreSavedAndOpened()
{
    Driven d;
    QVERIFY(d.runOnce());
    RunList &list = listOf(d);
    const int id = list.runs()[0].id;
    QCOMPARE(list.setName(id, " <b>Before</b> the change "), QString());
    QCOMPARE(list.setNote(id, "on battery"), QString());
    d.actions().saveRecording->trigger();
    QVERIFY(chooseFile(d, path("named.tenfold")));
    QCOMPARE(tenfold::openRecording(path("named.tenfold")).recording->label,
             (RunLabel{"<b>Before</b> the change", "on battery"}));
    d.window.openRecording(path("named.tenfold"));
    QCOMPARE(list.runs().size(), 2);
    QCOMPARE(list.runs()[1].title(), "<b>Before</b> the change");
    QCOMPARE(list.runs()[1].label().note, "on battery");
    QVERIFY2(d.text("measured").startsWith("<b>Before</b> the change · on battery · A recording"),
             qPrintable(d.text("measured")));
    QCOMPARE(d.part<QLabel>("measured")->textFormat(), Qt::PlainText);
    opened(d);
    const QString tip = d.part<QTableWidget>("runs")->item(0, 3)->toolTip();
    QVERIFY2(tip.contains("&lt;b&gt;"), qPrintable(tip)); // it is not drawn as markup
    list.setPinned(list.runs()[1].id, true);
    QVERIFY2(d.text("state").endsWith("pinned: <b>Before</b> the change"), qPrintable(d.text("state")));
}

void TestKeptRuns::aSweepIsInTheList()
{
    Driven d;
    QVERIFY(d.runOnce());
    const RunList &list = listOf(d);
    const auto sweep = [&](const QList<int> &workers) {
        Request request = d.page().request();
        request.over = "workers";
        request.sweptValues = workers;
        Q_EMIT d.page().asked(request);
        return d.endsRun();
    };
    const auto swept = [&] { return sweepToJson(d.page().scene().sweeps.at("workers")); };
    QVERIFY(sweep({1, 2}));
    QCOMPARE(list.runs().size(), 2);
    const KeptRun first = list.runs()[1];
    QVERIFY(first.isSweep() && !list.runs()[0].isSweep());
    QCOMPARE(first.title(), "Sweep over Workers");
    const QJsonObject json = swept();
    opened(d).choose(first.id);
    const auto *pin = d.part<QPushButton>("runs-pin");
    QVERIFY(!pin->isEnabled());
    QVERIFY2(pin->toolTip().startsWith("A sweep cannot be pinned"), qPrintable(pin->toolTip()));
    QVERIFY2(d.text("runs-sentence").startsWith("This is a sweep"), qPrintable(d.text("runs-sentence")));
    listOf(d).setPinned(first.id, true);
    QVERIFY(!list.pinnedOf(Driven::scenario()));

    listOf(d).setName(first.id, "The knee");
    QVERIFY(sweep({1, 3}));
    QCOMPARE(list.runs().size(), 3);
    QVERIFY(swept() != json);
    d.part<RunsDialog>("runs-dialog")->choose(first.id);
    d.click("runs-show");
    QCOMPARE(swept(), json);
    QCOMPARE(d.page().results().viewTab(), "sweep:workers");
    QVERIFY(!d.page().scene().outcomes.empty()); // the run beside it is as it was
    d.click("runs-save");
    QVERIFY(chooseFile(d, path("sweep.tenfold")));
    QCOMPARE(list.find(first.id)->file, "sweep.tenfold");
    QVERIFY(!list.runs()[0].isSaved() && !list.runs()[2].isSaved());

    d.window.openRecording(path("sweep.tenfold"));
    QCOMPARE(list.runs().size(), 4);
    QVERIFY(list.runs()[3].isSweep());
    QCOMPARE(list.runs()[3].title(), "The knee");
    QCOMPARE(swept(), json);
}

void TestKeptRuns::aSweepIsSavedWithItsRun()
{
    RunList list;
    const Recording run = made(), other = made();
    Recording swept{.request = {.scenario = &Driven::scenario()}};
    swept.sweeps["workers"] = {{.scenario = &Driven::scenario(), .over = "workers", .sweptValues = {1}},
                               other.outcomes};
    list.add(run);
    list.add(swept);
    Recording both = run;
    both.sweeps = swept.sweeps;
    list.setFile(both, "both.tenfold");
    QCOMPARE(list.runs()[0].file, "both.tenfold");
    QCOMPARE(list.runs()[1].file, "both.tenfold");
}

QTEST_MAIN(TestKeptRuns)
#include "tst_keptruns.moc"
