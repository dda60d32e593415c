// A run that is over is played again, in the page and in the presentation.

#include "core/analysis/format.h"
#include "core/analysis/readings.h"
#include "core/recording/writers.h"
#include "tests/patience.h"
#include "tests/ui/driven.h"
#include "ui/actions.h"
#include "ui/pinned.h"
#include "ui/replay/player.h"
#include "ui/replay/scrubber.h"
#include "ui/stage/stage.h"
#include "ui/timeline/timeline.h"

#include <QActionGroup>
#include <QComboBox>
#include <QJsonDocument>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <set>

using namespace tenfold;
using Kind = Slide::Kind;

class tst_Player : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereIsNothingToPlayBeforeARun();
    void itPlaysToItsEnd();
    void anInstantIsShownEverywhere();
    void whatIsSavedIsTheWhole();
    void anotherLanguageKeepsTheInstant();
    void aNewRunIsSeenAtItsEnd();
    void keysGoFromEventToEvent();
    void stepsGoByTheChosenLane();
    void theChosenLaneIsLeftByEscAndByAnotherRun();
    void thePinnedRunIsInTheBar();
    void theScrubberHasTheAxisOfTheTimeline();
    void theSlidePlaysByStepsForward();
    void whatIsOutOfSightStandsStill();
    void aNewRunEndsAReplay();
};

static bool isInSight(const Driven &d)
{
    return d.page().findChild<Scrubber *>()->isVisibleTo(&d.page());
}

void tst_Player::thereIsNothingToPlayBeforeARun()
{
    Driven d;
    d.window.show();
    QVERIFY(!d.page().player().canPlay());
    QVERIFY(!isInSight(d));
    QVERIFY(!d.actions().replayMenu->isEnabled());
    QVERIFY(d.runOnce());
    QVERIFY(d.page().player().canPlay());
    QVERIFY(d.page().player().isAtEnd());
    QVERIFY(isInSight(d));
    QVERIFY(d.actions().replayMenu->isEnabled());
}

void tst_Player::itPlaysToItsEnd()
{
    Driven d;
    QVERIFY(d.runOnce());
    Player &player = d.page().player();
    const QSignalSpy moved(&player, &Player::moved);
    player.setSpeed(0.5);
    d.actions().play->trigger();
    QVERIFY(player.isPlaying());
    QTRY_VERIFY_WITH_TIMEOUT(player.isAtEnd(), patience);
    QVERIFY(!player.isPlaying());
    QVERIFY(moved.count() > 2);
    QVERIFY(!d.page().scene().whole);
}

void tst_Player::anInstantIsShownEverywhere()
{
    Driven d;
    QVERIFY(d.runOnce());
    Player &player = d.page().player();
    const QString speedup = d.text("speedup-number");
    // Of a busy machine another variant may be the longest by far.
    const Nanoseconds half = d.page().scene().outcomes[0].shown()->trace->now() / 2;
    player.seek(half);
    const Scene &scene = d.page().scene();
    QVERIFY(scene.whole);
    QCOMPARE(scene.instant, std::optional(half));
    QCOMPARE(scene.outcomes[0].status(), Status::Running);
    QVERIFY(d.text("speedup-number") != speedup);
    QVERIFY2(d.text("state").startsWith("Replay:"), qPrintable(d.text("state")));
    QVERIFY(!scene.isUnderWay()); // nobody has to wait for it
    player.seek(player.end());
    QCOMPARE(d.text("speedup-number"), speedup);
    QVERIFY2(d.text("state").startsWith("Done."), qPrintable(d.text("state")));
}

void tst_Player::whatIsSavedIsTheWhole()
{
    Driven d;
    QVERIFY(d.runOnce());
    const QJsonObject whole = runToJson(d.page().scene());
    d.page().player().seek(0);
    QVERIFY(d.actions().saveRecording->isEnabled());
    QCOMPARE(runToJson(d.page().scene().atEnd()), whole);
}

void tst_Player::anotherLanguageKeepsTheInstant()
{
    Driven d;
    QVERIFY(d.runOnce());
    Player &player = d.page().player();
    player.seek(player.end() / 3);
    const Nanoseconds instant = player.instant();
    for (QAction *action : d.actions().languages->actions()) {
        if (action->data() == "ja")
            action->trigger();
    }
    QCOMPARE(player.instant(), instant);
    QVERIFY(d.page().scene().whole);
    for (QAction *action : d.actions().languages->actions()) {
        if (action->data() == "en")
            action->trigger();
    }
    QCOMPARE(player.instant(), instant);
}

void tst_Player::aNewRunIsSeenAtItsEnd()
{
    Driven d;
    QVERIFY(d.runOnce());
    d.page().player().seek(0);
    QVERIFY(d.runOnce());
    QVERIFY(d.page().player().isAtEnd());
    QVERIFY(!d.page().scene().whole);
}

void tst_Player::keysGoFromEventToEvent()
{
    Driven d;
    QVERIFY(d.runOnce());
    Player &player = d.page().player();
    d.actions().toBeginning->trigger();
    QCOMPARE(player.instant(), 0);
    d.actions().eventAfter->trigger();
    const Nanoseconds first = player.instant();
    QVERIFY(first > 0);
    d.actions().eventAfter->trigger();
    QVERIFY(player.instant() > first);
    d.actions().eventBefore->trigger();
    QCOMPARE(player.instant(), first);
    d.actions().toEnd->trigger();
    QVERIFY(player.isAtEnd());
    const double speed = player.speed();
    d.actions().slower->trigger();
    QVERIFY(player.speed() < speed);
    d.actions().faster->trigger();
    QCOMPARE(player.speed(), speed);
}

/// Where the title of the first lane is in whose row no other title stands.
static std::pair<QPoint, const Lane *> laneOf(Timeline &timeline, const QString &variant)
{
    const TimelinePainter &painter = timeline.painter();
    for (int row = 0; row < painter.rowScale().rows(); ++row) {
        const TimelineRow &entry = painter.rows()[static_cast<std::size_t>(row)];
        if (entry.lane && entry.group.isEmpty() && !entry.title.isEmpty() && entry.title != variant)
            return {QPoint(qRound(painter.area().left() - 18), qRound(painter.rowScale().middle(row))),
                    entry.lane};
    }
    return {};
}

void tst_Player::stepsGoByTheChosenLane()
{
    Shown d;
    QVERIFY(d.runOnce());
    auto &timeline = *d.page().findChild<Timeline *>();
    const auto [at, lane] = laneOf(timeline, "Sequential");
    QVERIFY(lane);
    Player &player = d.page().player();
    const auto *after = d.page().findChild<QToolButton *>("event-after");
    const QString ofAll = after->toolTip();
    QTest::mouseClick(&timeline, Qt::LeftButton, {}, at);
    QCOMPARE(player.chosen(), std::vector<const Lane *>{lane});
    QCOMPARE(timeline.lane(), lane);
    static const QRegularExpression named("^Next event of Threads W[0-9]$");
    QVERIFY2(named.match(after->toolTip()).hasMatch(), qPrintable(after->toolTip()));
    QCOMPARE(after->accessibleName(), after->toolTip());
    QVERIFY(timeline.accessibleDescription().startsWith("Chosen lane: Threads W"));

    std::set<Nanoseconds> events{0, player.end()};
    lane->spans().forEach([&](const SpanRecord &span) {
        events.insert({span.begin, span.endOr(lane->trace().now())});
    });
    player.seek(0);
    std::set<Nanoseconds> seen{0};
    while (!player.isAtEnd()) {
        d.actions().eventAfter->trigger();
        QVERIFY(seen.insert(player.instant()).second);
    }
    QCOMPARE(seen, events);
    QTest::mouseClick(&timeline, Qt::LeftButton, {}, at); // again: no longer
    QVERIFY(player.chosen().empty() && !timeline.lane());
    QCOMPARE(after->toolTip(), ofAll);
}

void tst_Player::theChosenLaneIsLeftByEscAndByAnotherRun()
{
    Shown d;
    QVERIFY(d.isActive());
    QVERIFY(d.runOnce());
    auto &timeline = *d.page().findChild<Timeline *>();
    const auto lane = [&] { return d.page().player().chosen(); };
    QTest::keyClick(&timeline, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(!lane().empty());
    const auto first = lane();
    QTest::keyClick(&timeline, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(lane() != first);
    QTest::keyClick(&timeline, Qt::Key_Escape);
    QVERIFY(lane().empty());
    QTest::keyClick(&timeline, Qt::Key_Up, Qt::ShiftModifier);
    QVERIFY(!lane().empty());
    QTest::keyClick(d.page().findChild<Scrubber *>(), Qt::Key_Escape);
    QVERIFY(lane().empty() && !timeline.lane());
    QTest::keyClick(&timeline, Qt::Key_Up, Qt::ShiftModifier);
    QVERIFY(d.runOnce());
    QVERIFY(lane().empty() && !timeline.lane());
}

void tst_Player::thePinnedRunIsInTheBar()
{
    Shown d;
    QVERIFY(d.runOnce());
    auto *unpin = d.part<QPushButton>("unpin");
    QVERIFY(!unpin->isVisible());
    const std::size_t marks = d.page().player().marks().size();
    d.actions().pin->trigger();
    d.window.setValues({{"workers", 2}});
    QVERIFY(d.runOnce());
    QVERIFY(unpin->isVisible());
    const Scene &scene = d.page().scene();
    const Outcome *pinned = pinnedShown(scene);
    QVERIFY(pinned && pinned->variant == "parallel");
    const auto &scrubber = *d.part<Scrubber>("scrubber");
    const auto tip = [&] {
        const qreal x = scrubber.xOf(std::min(endOf(*pinned), d.page().player().end()));
        return scrubber.toolTipAt({x, scrubber.height() - 1.0});
    };
    const QString own = "Threads ends in the pinned run (pinned: 5 workers)";
    QVERIFY2(tip().split(u'\n').contains(formatSeconds(toSeconds(endOf(*pinned))) + ": " + own),
             qPrintable(tip()));
    QVERIFY2(d.text("state").endsWith("pinned: 5 workers"), qPrintable(d.text("state")));
    d.page().player().seek(1);
    QVERIFY(tip().contains(own));
    QVERIFY2(d.text("state").endsWith("pinned: 5 workers"), qPrintable(d.text("state")));
    unpin->click();
    QVERIFY(!unpin->isVisible() && !d.page().scene().pinned);
    QVERIFY(!d.text("state").contains("pinned"));
    QCOMPARE(d.page().player().marks().size(), marks); // it is no mark of the run itself
    QCOMPARE(d.page().player().instant(), 1);
}

void tst_Player::theScrubberHasTheAxisOfTheTimeline()
{
    Shown d;
    d.window.resize(1600, 1050);
    const auto &timeline = *d.page().findChild<Timeline *>();
    const auto &scrubber = *d.part<Scrubber>("scrubber");
    const auto isAligned = [&] {
        return std::ranges::all_of(std::array{Nanoseconds{0}, d.page().player().end()}, [&](Nanoseconds at) {
            const QPointF above =
                timeline.mapTo(&d.window, QPointF(timeline.painter().time().x(toSeconds(at)), 0));
            return std::abs(above.x() - scrubber.mapTo(&d.window, QPointF(scrubber.xOf(at), 0)).x()) < 2;
        });
    };
    QVERIFY(d.runOnce());
    QTRY_VERIFY_WITH_TIMEOUT(isAligned(), patience);
    d.actions().pin->trigger();
    d.window.setValues({{"workers", 2}, {"unit", 5}}); // the pinned one is longer
    QVERIFY(d.runOnce());
    QTRY_VERIFY_WITH_TIMEOUT(isAligned(), patience);
    d.window.resize(1400, 1050);
    QTRY_VERIFY_WITH_TIMEOUT(isAligned(), patience);
}

void tst_Player::theSlidePlaysByStepsForward()
{
    Driven d;
    QVERIFY(d.runOnce());
    d.actions().presentation->trigger();
    Stage &stage = *d.window.findChild<Stage *>();
    const auto isReplay = [](const Slide &slide) { return slide.kind == Kind::Replay; };
    const auto slide = std::ranges::find_if(stage.slides(), isReplay);
    QVERIFY(slide != stage.slides().end());
    const auto step = static_cast<int>(slide - stage.slides().begin());
    stage.goTo(step);
    QCOMPARE(stage.player()->instant(), 0);
    QVERIFY(!stage.player()->isPlaying());
    stage.goOn(); // plays
    QCOMPARE(stage.step(), step);
    QVERIFY(stage.player()->isPlaying());
    stage.goOn(); // to its end
    QCOMPARE(stage.step(), step);
    QVERIFY(stage.player()->isAtEnd() && !stage.player()->isPlaying());
    stage.goOn(); // and on
    QCOMPARE(stage.step(), step + 1);
    QVERIFY(!stage.player()); // words, which are of the end
    stage.goBack();           // it begins again
    QCOMPARE(stage.player()->instant(), 0);
}

void tst_Player::whatIsOutOfSightStandsStill()
{
    Driven d;
    QVERIFY(d.runOnce());
    d.page().player().setSpeed(0.01);
    d.page().player().play();
    d.actions().presentation->trigger();
    QVERIFY(!d.page().player().isPlaying());
    d.stage().goTo(0); // the question
    QVERIFY(!d.stage().player());
    d.actions().play->trigger(); // there is nothing to play
    const auto isReplay = [](const Slide &slide) { return slide.kind == Kind::Replay; };
    const auto &slides = d.stage().slides();
    d.stage().goTo(static_cast<int>(std::ranges::find_if(slides, isReplay) - slides.begin()));
    QVERIFY(!d.stage().player()->isPlaying());
    d.stage().player()->setSpeed(0.01);
    d.actions().play->trigger();
    QVERIFY(d.stage().player()->isPlaying());
    d.actions().presentation->trigger();
    QVERIFY(!d.stage().player()->isPlaying());
}

void tst_Player::aNewRunEndsAReplay()
{
    Driven d;
    QVERIFY(d.runOnce());
    d.actions().presentation->trigger();
    const auto isReplay = [](const Slide &slide) { return slide.kind == Kind::Replay; };
    const auto &slides = d.stage().slides();
    d.stage().goTo(static_cast<int>(std::ranges::find_if(slides, isReplay) - slides.begin()));
    d.stage().player()->setSpeed(0.01);
    d.stage().goOn();
    QVERIFY(d.stage().player()->isPlaying());
    QVERIFY(d.runOnce());
    QVERIFY(!d.stage().player()->isPlaying());
    QVERIFY(d.stage().player()->isAtEnd());
}

QTEST_MAIN(tst_Player)
#include "tst_player.moc"
