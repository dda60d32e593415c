// Recordings in the window: saved, opened and dropped, and nothing is lost by it.

#include "core/recording/recordingfile.h"
#include "core/recording/writers.h"
#include "tests/core/recorded.h"
#include "tests/ui/listedruns.h"
#include "ui/code/codepanel.h"
#include "ui/language.h"
#include "ui/numberbox.h"
#include "ui/runlist.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QJsonDocument>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>

using namespace tenfold;

class tst_Recordings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunIsSavedAndOpenedAgain();
    void anUnsavedRunIsNotLost();
    void whatIsSavedFirstIsNotLost();
    void aFileThatIsNoRecordingIsASentence();
    void aSweepOpensInItsTab();
    void aDroppedRecordingIsOpened();
    void aScenarioThatIsNotKnownIsShown();
    void theCodeIsThatOfTheRecording();

private:
    static QByteArray jsonOf(const Recording &recording)
    {
        return QJsonDocument(runToJson(recording)).toJson();
    }
    QString path(const char *name) const { return folder_.filePath(QLatin1String(name)); }
    const QTemporaryDir folder_;
};

/// A file with a run that was made elsewhere.
static bool write(const QString &file, const Recording &recording)
{
    QFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(savedRecording(recording)) > 0;
}

void tst_Recordings::aRunIsSavedAndOpenedAgain()
{
    Driven d;
    d.window.show();
    QVERIFY(!d.actions().saveRecording->isEnabled()); // there is nothing yet
    d.window.setValues({{"workers", 3}});
    QVERIFY(d.runOnce());
    QVERIFY(d.actions().saveRecording->isEnabled());
    d.actions().saveRecording->trigger();
    QVERIFY(chooseFile(d, path("run.tenfold")));
    QVERIFY2(QFile::exists(path("run.tenfold")), qPrintable(d.page().message()));
    QCOMPARE(d.page().message(), QString());
    const QByteArray json = jsonOf(d.page().scene());

    Driven other;
    other.window.openRecording(path("run.tenfold"));
    QCOMPARE(jsonOf(other.page().scene()), json);
    QCOMPARE(other.page().values(), d.page().values());
    QCOMPARE(other.page().variants(), d.page().variants());
    QVERIFY2(other.text("measured").startsWith("A recording"), qPrintable(other.text("measured")));
    QVERIFY(other.runOnce()); // a run of its own takes its place
    QCOMPARE(other.text("measured"), QString());
}

void tst_Recordings::anUnsavedRunIsNotLost()
{
    Driven d;
    QVERIFY(d.runOnce());
    const QByteArray first = jsonOf(d.page().scene());
    QVERIFY(write(path("first.tenfold"), d.page().scene()));
    QVERIFY(d.runOnce());
    const QByteArray second = jsonOf(d.page().scene());
    QVERIFY(first != second);
    const auto answer = [&](const QString &words) {
        d.window.openRecording(path("first.tenfold"));
        return tenfold::answer(d, words);
    };
    d.window.openRecording(path("first.tenfold")); // the other one is in the list of the runs
    QVERIFY(!d.window.findChild<QMessageBox *>());
    QCOMPARE(jsonOf(d.page().scene()), first);
    RunList &list = *d.part<RunList>();
    QCOMPARE(list.runs().size(), 3); // two runs, and what was opened
    QVERIFY(jsonOf(*list.runs()[1].recording) == second && !list.runs()[1].isSaved());
    QVERIFY(d.runOnce());
    const QByteArray third = jsonOf(d.page().scene());
    list.remove(list.runs().back().id); // now it is on the page alone
    QVERIFY(answer("Cancel"));
    QCOMPARE(jsonOf(d.page().scene()), third);
    QVERIFY(answer("Discard"));
    QCOMPARE(jsonOf(d.page().scene()), first);
    d.window.openRecording(path("first.tenfold")); // what is there is in a file
    QVERIFY(!d.window.findChild<QMessageBox *>());
}

void tst_Recordings::whatIsSavedFirstIsNotLost()
{
    Driven d;
    QVERIFY(d.runOnce());
    QVERIFY(write(path("older.tenfold"), d.page().scene()));
    const QByteArray older = jsonOf(d.page().scene());
    QVERIFY(d.runOnce());
    const QByteArray newer = jsonOf(d.page().scene());
    RunList &list = *d.part<RunList>();
    list.remove(list.runs().back().id); // it is on the page alone
    d.window.openRecording(path("older.tenfold"));
    auto *box = d.window.findChild<QMessageBox *>();
    QVERIFY(box);
    for (QAbstractButton *button : box->buttons()) {
        if (button->text().contains("Save"))
            button->click();
    }
    QVERIFY(chooseFile(d, path("newer.tenfold")));
    QCOMPARE(jsonOf(d.page().scene()), older);
    QCOMPARE(jsonOf(*openRecording(path("newer.tenfold")).recording), newer);
}

void tst_Recordings::aFileThatIsNoRecordingIsASentence()
{
    Driven d;
    QVERIFY(d.runOnce());
    const QByteArray json = jsonOf(d.page().scene());
    QFile file(path("notes.tenfold"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not a recording");
    file.close();
    d.window.openRecording(file.fileName());
    QCOMPARE(d.page().message(), "notes.tenfold: This is no recording of Tenfold.");
    QCOMPARE(jsonOf(d.page().scene()), json);
    d.window.openRecording(path("missing.tenfold"));
    QVERIFY2(d.page().message().contains("cannot be read"), qPrintable(d.page().message()));
}

void tst_Recordings::aSweepOpensInItsTab()
{
    const Scenario &scenario = Driven::scenario();
    Recording recording{.request = {.scenario = &scenario}};
    Request sweep{.scenario = &scenario,
                  .variants = {"sequential", "parallel"},
                  .values = scenario.preset("quick"),
                  .over = "workers",
                  .sweptValues = {1, 2}};
    Runner runner;
    runner.start(planOf(sweep));
    runner.wait();
    recording.sweeps["workers"] = {sweep, runner.outcomes()};
    QVERIFY(write(path("sweep.tenfold"), recording));
    Driven d;
    d.window.openRecording(path("sweep.tenfold"));
    QCOMPARE(d.page().results().viewTab(), sweepFigure(scenario, "workers").toString());
    const auto &sweeps = d.page().scene().sweeps;
    QCOMPARE(sweeps.size(), 1);
    QCOMPARE(sweepToJson(sweeps.at("workers")), sweepToJson(recording.sweeps["workers"]));
}

void tst_Recordings::aDroppedRecordingIsOpened()
{
    Driven made;
    QVERIFY(made.runOnce());
    QVERIFY(write(path("dropped.tenfold"), made.page().scene()));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path("dropped.tenfold"))});
    for (const bool isOnPage : {true, false}) {
        Driven d;
        QWidget *target = isOnPage ? d.page().widget() : static_cast<QWidget *>(&d.window);
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(target, &enter);
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(target, &drop);
        QCOMPARE(jsonOf(d.page().scene()), jsonOf(made.page().scene()));
    }
}

static bool writeBytes(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
}

void tst_Recordings::aScenarioThatIsNotKnownIsShown()
{
    const QByteArray bytes = savedRecording(recorded("threads/url-fetch", {"parallel"}));
    QVERIFY(writeBytes(path("elsewhere.tenfold"), ofElsewhere(bytes)));
    Driven d;
    d.window.show();
    for (int i = 0; i < 2; ++i) { // the second takes the place of the first
        d.window.openRecording(path("elsewhere.tenfold"));
        const auto pages = d.window.findChildren<ScenarioPage *>();
        QCOMPARE(pages.size(), 2);
        ScenarioPage &page = *pages.last();
        QVERIFY(page.isVisible() && page.scenario().isOfFile);
        QCOMPARE(page.scene().outcomes.size(), std::size_t(2));
        QVERIFY(!page.results().isHidden());
        QCOMPARE(page.findChild<QLabel *>("measured")->text(),
                 "A recording, made by Tenfold 9.8.7 on a machine with 3 cores. This version of Tenfold does "
                 "not have \"actors/to-come\": it is shown as it was recorded, and cannot be run again.");
        QVERIFY(!d.actions().run->isEnabled());
        QVERIFY(!d.actions().presentation->isEnabled());
        QVERIFY(!d.actions().workers->isEnabled());
        QVERIFY(d.actions().saveRecording->isEnabled());
        for (const QAction *mistake : page.mistakes())
            QVERIFY(!mistake->isEnabled());
        for (const char *part : {"sweep", "break-it", "presets"}) {
            for (const QWidget *widget : page.findChildren<QWidget *>(part))
                QVERIFY2(!widget->isEnabled(), part);
        }
        QVERIFY(!page.isReady());
        QVERIFY2(page.message().contains("cannot be run again"), qPrintable(page.message()));
        QVERIFY(!d.window.shot().isNull());
    }
    setLanguage("ja");
    QCoreApplication::sendPostedEvents();
    const QString question =
        d.window.findChildren<ScenarioPage *>().last()->findChild<QLabel *>("question")->text();
    QVERIFY2(question != findScenario("threads/url-fetch")->question.source(), qPrintable(question));
    setLanguage("en");
    d.window.showScenario("threads/url-fetch"); // back to the program's own
    QVERIFY(d.page().isVisible());
    QVERIFY(d.actions().run->isEnabled());
    d.makeQuick();
    QVERIFY(d.runOnce());
}

void tst_Recordings::theCodeIsThatOfTheRecording()
{
    Recording recording = recorded("threads/url-fetch", {"parallel"});
    recording.origin.version = "0.0.9";
    recording.origin.source = "// as it was\n" + sourceOf(*recording.scenario());
    QVERIFY(write(path("older-source.tenfold"), recording));
    Driven d;
    d.window.show();
    const auto code = [&] { return d.part<CodePanel>()->toPlainText(); };
    QCOMPARE(code(), sourceOf(Driven::scenario()));
    d.window.openRecording(path("older-source.tenfold"));
    QVERIFY(code().startsWith("// as it was\n"));
    QVERIFY2(d.text("measured").contains("The code beside it is that of the recording"),
             qPrintable(d.text("measured")));
    QVERIFY(d.runOnce());
    QCOMPARE(code(), sourceOf(Driven::scenario()));
}

QTEST_MAIN(tst_Recordings)
#include "tst_recordings.moc"
