// A folder of recordings, presented without a run.

#include "core/recording/recordingfile.h"
#include "tests/core/recorded.h"
#include "tests/ui/driven.h"
#include "ui/language.h"
#include "ui/stage/playlist.h"

#include <QDropEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>

using namespace tenfold;

using Kind = Slide::Kind;

class tst_Playlist : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void recordingsComeByTheirNumbers();
    void whatCannotBeShownIsNamed();
    void oneKeyLeadsThroughAllWithoutARun();
    void whatShowsTheSameIsANumberOfItsOwn();
    void aSweepAloneIsShownWithoutARun();
    void aStepBackLeadsToTheNumberBefore();
    void whoWentElsewhereComesBack();
    void aFileThatIsGoneIsPassedBy();
    void aFolderIsDroppedOrOpened();
    void leavingLeadsThroughTheCatalogAgain();

private:
    /// A folder with these files: name, recording.
    struct Folder : QTemporaryDir
    {
        void add(const QString &name, const Recording &recording) const
        {
            add(name, savedRecording(recording));
        }
        void add(const QString &name, const QByteArray &bytes) const
        {
            QFile file(filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        }
    };
    /// Url-fetch (the right way, a mistake), a queue, url-fetch again.
    void fill(const Folder &folder) const
    {
        folder.add("1 fetch.tenfold", right_);
        folder.add("2 fetch, broken.tenfold", broken_);
        folder.add("10 fetch again.tenfold", right_);
        folder.add("3 queue.tenfold", queue_);
        folder.add("notes.txt", "no recording");
    }

    Recording right_, broken_, queue_;
};

void tst_Playlist::initTestCase()
{
    setLanguage(QStringLiteral("en"));
    right_ = recorded("threads/url-fetch", {"sequential", "parallel"});
    broken_ = recorded("threads/url-fetch", {"parallel", "lock-held-while-waiting"});
    queue_ = recorded("queue/producer-consumer", {"sequential", "bounded"});
}

void tst_Playlist::recordingsComeByTheirNumbers()
{
    const Folder folder;
    fill(folder);
    const Playlist list(folder.path());
    QCOMPARE(list.problems(), QStringList());
    QCOMPARE(list.count(), 3);
    QCOMPARE(list.number(0).scenario->path(), "threads/url-fetch");
    QCOMPARE(list.number(0).files,
             (QStringList{folder.filePath("1 fetch.tenfold"), folder.filePath("2 fetch, broken.tenfold")}));
    QCOMPARE(list.number(1).scenario->path(), "queue/producer-consumer");
    QCOMPARE(list.number(2).files, QStringList{folder.filePath("10 fetch again.tenfold")});
    const StageOrder order = list.orderOf(*list.number(0).scenario);
    QVERIFY(!order.before);
    QCOMPARE(order.after, list.number(1).scenario);
    QCOMPARE(order.number, 1);
    QCOMPARE(order.count, 3);
}

void tst_Playlist::whatCannotBeShownIsNamed()
{
    const Folder folder;
    folder.add("1.tenfold", "junk");
    folder.add("2.tenfold", ofElsewhere(savedRecording(right_)));
    folder.add("3.tenfold", right_);
    const Playlist list(folder.path());
    QCOMPARE(list.count(), 1);
    QCOMPARE(list.problems().size(), 2);
    QVERIFY(list.problems()[0].startsWith("1.tenfold: "));
    QVERIFY(list.problems()[1].startsWith("2.tenfold: "));
    QVERIFY(Playlist(QTemporaryDir().path()).isEmpty());

    Shown s;
    s.window.openPlaylist(folder.path());
    auto *box = s.part<QMessageBox>();
    QVERIFY(box && box->text().contains("1.tenfold") && box->text().contains("2.tenfold"));
    QVERIFY(!s.isPresenting());
    box->button(QMessageBox::Cancel)->click();
    QVERIFY(!s.isPresenting());
    s.window.openPlaylist(folder.path());
    for (QMessageBox *each : s.window.findChildren<QMessageBox *>()) {
        for (QAbstractButton *button : each->buttons()) {
            if (each->isVisible() && button != each->button(QMessageBox::Cancel))
                button->click();
        }
    }
    QVERIFY(s.isPresenting());
    QCOMPARE(s.page().message(), QString()); // no audience needs to know
}

void tst_Playlist::oneKeyLeadsThroughAllWithoutARun()
{
    const Folder folder;
    fill(folder);
    Shown s;
    s.window.openPlaylist(folder.path());
    QVERIFY(s.isPresenting());
    QVERIFY(s.isActive());
    QStringList scenarios;
    bool isBroken = false;
    for (int i = 0; i < 200; ++i) {
        const Slide &slide = s.stage().slide();
        QVERIFY(s.stage().place().endsWith(QString::number(s.stage().steps()))); // no run is to bring more
        if (slide.kind == Kind::Question && s.stage().step() == 0) {
            scenarios << s.stage().scenario()->path();
            if (scenarios.size() == 4)
                break;
        }
        isBroken = isBroken || (slide.kind == Kind::Results && slide.isBroken);
        QVERIFY(slide.kind != Kind::Sweep); // none is recorded
        s.press(Qt::Key_PageDown);
        QVERIFY(s.isIdle());
    }
    QCOMPARE(scenarios, (QStringList{"threads/url-fetch", "queue/producer-consumer", "threads/url-fetch",
                                     "threads/url-fetch"})); // and begins again
    QVERIFY(isBroken);
    QVERIFY(s.stage().slide().hint.contains("1 of 3"));
    QCOMPARE(s.stage().place(), QStringLiteral("1 / %1").arg(s.stage().steps()));
    const std::vector<Slide> &slides = s.stage().slides();
    QVERIFY(std::ranges::none_of(slides, [](const Slide &slide) {
        return slide.does == Slide::Does::Run || slide.does == Slide::Does::BreakIt ||
               slide.does == Slide::Does::Sweep;
    }));
}

void tst_Playlist::whatShowsTheSameIsANumberOfItsOwn()
{
    const Folder folder;
    folder.add("1.tenfold", right_);
    folder.add("2.tenfold", right_); // such as with other workers
    folder.add("3.tenfold", broken_);
    const Playlist list(folder.path());
    QCOMPARE(list.count(), 2);
    QCOMPARE(list.number(0).files.size(), 1);
    QCOMPARE(list.number(1).files.size(), 2);
}

void tst_Playlist::aSweepAloneIsShownWithoutARun()
{
    Recording swept;
    swept.request.scenario = right_.scenario();
    Sweep &sweep = swept.sweeps["rounds"]; // not the one that is offered elsewhere
    sweep.request = right_.request;
    sweep.request.over = "rounds";
    sweep.request.sweptValues = {1, 2};
    for (const int value : sweep.request.sweptValues) {
        for (Outcome outcome : right_.outcomes) {
            outcome.values["rounds"] = value;
            sweep.outcomes.push_back(outcome);
        }
    }
    const Folder folder;
    folder.add("1.tenfold", swept);
    Shown s;
    s.window.openPlaylist(folder.path());
    QVERIFY(s.isPresenting());
    QVERIFY(s.isActive());
    QCOMPARE(s.stage().slide().does, Slide::Does::Nothing);
    const auto isSweep = [](const Slide &slide) { return slide.kind == Kind::Sweep && slide.of == "rounds"; };
    QCOMPARE(std::ranges::count_if(s.stage().slides(), isSweep), 1);
    for (int i = 0; i < s.stage().steps(); ++i) {
        s.press(Qt::Key_PageDown);
        QVERIFY(s.isIdle());
    }
}

void tst_Playlist::aStepBackLeadsToTheNumberBefore()
{
    const Folder folder;
    fill(folder);
    Shown s;
    s.window.openPlaylist(folder.path());
    QVERIFY(s.isActive());
    s.press(Qt::Key_PageUp); // there is none before the first
    QCOMPARE(s.stage().step(), 0);
    s.actions().nextScenario->trigger();
    QCOMPARE(s.stage().scenario()->path(), "queue/producer-consumer");
    s.press(Qt::Key_PageUp);
    QCOMPARE(s.stage().scenario()->path(), "threads/url-fetch");
    QCOMPARE(s.stage().slide().kind, Kind::Next);
    QVERIFY(std::ranges::any_of(s.stage().slides(), &Slide::isBroken)); // both of its files
    s.actions().previousScenario->trigger();
    QCOMPARE(s.stage().scenario()->path(), "threads/url-fetch");
}

void tst_Playlist::whoWentElsewhereComesBack()
{
    const Folder folder;
    fill(folder);
    Shown s;
    s.window.openPlaylist(folder.path());
    s.actions().nextScenario->trigger();
    s.window.showScenario("lock/counter"); // a question of the audience
    QVERIFY(s.isPresenting());
    QCOMPARE(s.stage().slides().back().of, "queue/producer-consumer");
    QCOMPARE(s.stage().slide().does, Slide::Does::Run); // it is not of the list
    s.actions().nextScenario->trigger();
    QCOMPARE(s.stage().scenario()->path(), "queue/producer-consumer");
    s.actions().nextScenario->trigger();
    QCOMPARE(s.stage().scenario()->path(), "threads/url-fetch");
    QVERIFY(std::ranges::none_of(s.stage().slides(), &Slide::isBroken)); // its own file alone
}

void tst_Playlist::aFileThatIsGoneIsPassedBy()
{
    const Folder folder;
    fill(folder);
    Shown s;
    s.window.openPlaylist(folder.path());
    QVERIFY(QFile::remove(folder.filePath("3 queue.tenfold")));
    s.actions().nextScenario->trigger();
    QCOMPARE(s.stage().scenario()->path(), "threads/url-fetch");
    QVERIFY(s.stage().slide().hint.contains("3 of 3"));
    QVERIFY(!s.stage().flashed().isEmpty());
}

void tst_Playlist::aFolderIsDroppedOrOpened()
{
    const Folder folder;
    Shown s;
    s.window.openRecording(folder.path());
    QVERIFY(!s.isPresenting());
    QVERIFY(s.page().message().contains(folder.path()));
    fill(folder);
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(folder.path())});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&s.window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&s.window, &drop);
    QVERIFY(s.isPresenting());
    QVERIFY(s.actions().leavePlaylist->isEnabled());
}

void tst_Playlist::leavingLeadsThroughTheCatalogAgain()
{
    const Folder folder;
    fill(folder);
    Shown s;
    QVERIFY(!s.actions().leavePlaylist->isEnabled());
    s.window.openPlaylist(folder.path());
    s.actions().leavePlaylist->trigger();
    QVERIFY(!s.actions().leavePlaylist->isEnabled());
    QVERIFY(s.isPresenting());
    QCOMPARE(s.stage().slides().back().of, neighbour(s.scenario(), true)->path());
    QVERIFY(std::ranges::any_of(s.stage().slides(),
                                [](const Slide &slide) { return slide.kind == Kind::Sweep; }));
}

QTEST_MAIN(tst_Playlist)
#include "tst_playlist.moc"
