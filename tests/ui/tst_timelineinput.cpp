// The timeline in the window, as it is pointed at, zoomed and scrolled.

#include "core/catalog/pattern.h"
#include "core/run/runner.h"
#include "core/trace/span.h"
#include "tests/patience.h"
#include "tests/ui/driven.h"
#include "tests/ui/lowtimeline.h"
#include "tests/ui/svgtexts.h"
#include "ui/code/codepanel.h"
#include "ui/fonts.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/scenariopage.h"
#include "ui/timeline/selection.h"
#include "ui/timeline/timeline.h"

#include <QMouseEvent>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QWheelEvent>

using namespace tenfold;

class TestTimelineInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(QStringLiteral("en")); }
    void pointingLightsTheLinesOfThatInstant();
    void keysMoveTheLineAndZoom();
    void aNewRunLeavesNothingOfTheOld();
    void aNewRunShowsAllAgain();
    void theWheelIsThePagesWithoutCtrl();
    void theFocusIsChosenByClickKeyAndMenu();
    void aStretchOfTimeIsSummedUp();
    void aStretchIsSummedForAllThatHaveRows();
    void theFocusStaysWhileARunGoesOn();
    void aLineOfCodeLightsItsSpans();
};

/// A shown window after a run, and its parts.
struct Ran : Driven
{
    Timeline *timeline = part<Timeline>();
    CodePanel *code = part<CodePanel>();

    Ran()
    {
        window.resize(1600, 900);
        show();
        window.show();
        QCoreApplication::processEvents();
    }
    void show()
    {
        Scene scene;
        scene.request = {&scenario(), {QStringLiteral("parallel")}, page().values()};
        Runner runner;
        runner.start(planOf(scene.request));
        runner.wait();
        scene.outcomes = runner.outcomes();
        scene.summary = summarize(scenario(), scene.outcomes, 2);
        window.present(scene);
    }
    QStringList litTexts() const
    {
        const QStringList lines = code->toPlainText().split(u'\n');
        QStringList lit;
        for (const int line : code->lit())
            lit << lines.value(line - 1);
        return lit;
    }
};

void TestTimelineInput::pointingLightsTheLinesOfThatInstant()
{
    Ran d;
    QVERIFY(d.code->lit().isEmpty());
    // The middle of the rows: requests are under way there.
    QTest::mouseMove(d.timeline, QPoint(d.timeline->width() / 4, d.timeline->height() / 2));
    QTRY_VERIFY_WITH_TIMEOUT(!d.code->lit().isEmpty(), patience);
    QVERIFY(d.litTexts().join(u'\n').contains(QLatin1String("TaskSpan")) ||
            d.litTexts().join(u'\n').contains(QLatin1String("pool.map")));
    QTest::mouseMove(d.timeline, QPoint(d.timeline->width() / 2, 3)); // the heading is no instant
    QTRY_VERIFY_WITH_TIMEOUT(d.code->lit().isEmpty(), patience);
    QTest::mouseMove(d.timeline, QPoint(d.timeline->width() / 4, d.timeline->height() / 2));
    QTRY_VERIFY_WITH_TIMEOUT(!d.code->lit().isEmpty(), patience);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(d.timeline, &leave);
    QVERIFY(d.code->lit().isEmpty());
}

void TestTimelineInput::keysMoveTheLineAndZoom()
{
    Ran d;
    QList<Nanoseconds> pointed;
    QObject::connect(d.timeline, &Picture::pointedAt, d.timeline,
                     [&](std::optional<Nanoseconds> instant) { pointed << instant.value_or(-1); });
    const auto press = [&](int key) {
        QTest::keyClick(d.timeline, static_cast<Qt::Key>(key));
        QCoreApplication::processEvents();
        return pointed.isEmpty() ? -1 : pointed.last();
    };
    const Nanoseconds middle = press(Qt::Key_Right);
    QVERIFY(middle > 0);
    const Nanoseconds step = press(Qt::Key_Right) - middle;
    QVERIFY(step > 0);
    QCOMPARE(press(Qt::Key_Left), middle);
    press(Qt::Key_Plus); // a step is a share of what is shown
    QVERIFY(press(Qt::Key_Right) - middle < step);
    QCOMPARE(press(Qt::Key_Home), 0);
    const Nanoseconds end = press(Qt::Key_End);
    QVERIFY(end > middle);
    QCOMPARE(press(Qt::Key_Right), end); // no further
    press(Qt::Key_F);
    QVERIFY(std::abs(end - press(Qt::Key_Left) - step) <= 2);
}

void TestTimelineInput::aNewRunLeavesNothingOfTheOld()
{
    Ran d;
    const std::weak_ptr<const Trace> old = d.page().scene().outcomes.back().shown()->trace;
    QTest::mouseMove(d.timeline, QPoint(d.timeline->width() / 4, d.timeline->height() / 2));
    d.show();
    QCoreApplication::processEvents();
    QVERIFY(old.expired());
}

/// The seconds at the left edge of the rows.
static Nanoseconds leftmost(Timeline &timeline)
{
    Nanoseconds instant = -1;
    const auto connection =
        QObject::connect(&timeline, &Picture::pointedAt, &timeline,
                         [&](std::optional<Nanoseconds> at) { instant = at.value_or(-1); });
    const int middle = timeline.height() / 2;
    for (int x = 0; x < timeline.width() && instant < 0; ++x) {
        QMouseEvent move(QEvent::MouseMove, QPointF(x, middle), timeline.mapToGlobal(QPointF(x, middle)),
                         Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&timeline, &move);
    }
    QObject::disconnect(connection);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&timeline, &leave);
    return instant;
}

static bool turnWheel(Timeline &timeline, int by, Qt::KeyboardModifiers modifiers)
{
    const QPointF middle = QRectF(timeline.rect()).center();
    QWheelEvent wheel(middle, timeline.mapToGlobal(middle), {}, {0, by}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&timeline, &wheel);
    QCoreApplication::processEvents();
    return wheel.isAccepted();
}

void TestTimelineInput::aNewRunShowsAllAgain()
{
    Ran d;
    const Nanoseconds whole = leftmost(*d.timeline);
    QVERIFY(turnWheel(*d.timeline, 480, Qt::NoModifier)); // here nothing scrolls
    QVERIFY(leftmost(*d.timeline) > 10 * std::max<Nanoseconds>(whole, 1'000'000));
    d.show();
    QCoreApplication::processEvents();
    d.timeline->grab();
    QVERIFY(leftmost(*d.timeline) <= std::max<Nanoseconds>(2 * whole, 1'000'000));
}

void TestTimelineInput::theWheelIsThePagesWithoutCtrl()
{
    Ran d;
    d.window.resize(1000, 400); // so that the page scrolls
    QCoreApplication::processEvents();
    QTRY_VERIFY_WITH_TIMEOUT(d.page().verticalScrollBar()->maximum() > 0, patience);
    const Nanoseconds whole = leftmost(*d.timeline);
    QVERIFY(!turnWheel(*d.timeline, -120, Qt::NoModifier)); // left to what is around it
    QCOMPARE(leftmost(*d.timeline), whole);
    QVERIFY(turnWheel(*d.timeline, 480, Qt::ControlModifier));
    d.timeline->grab(); // it may lie below what is in sight
    QVERIFY(leftmost(*d.timeline) > whole);
}

void TestTimelineInput::theFocusIsChosenByClickKeyAndMenu()
{
    Low d;
    QCOMPARE(d.timeline.focus(), d.mistake());
    QTest::mouseClick(&d.timeline, Qt::LeftButton, {}, d.labelOf(TimelineRow::Kind::Strip));
    QCOMPARE(d.timeline.focus(), QStringLiteral("sequential"));
    d.press(Qt::Key_Up); // there is none above
    QCOMPARE(d.timeline.focus(), QStringLiteral("sequential"));
    d.press(Qt::Key_Down);
    QCOMPARE(d.timeline.focus(), QStringLiteral("parallel"));
    const auto actions = d.timeline.actions();
    QCOMPARE(actions.size(), 3);
    QVERIFY(actions[1]->isChecked());
    actions[2]->trigger();
    QCOMPARE(d.timeline.focus(), d.mistake());
    d.timeline.show(d.scene); // the same again changes nothing
    QCOMPARE(d.timeline.focus(), d.mistake());
    actions[0]->trigger();
    d.scene.outcomes.pop_back(); // as before the mistake
    d.timeline.show(d.scene);
    QVERIFY(d.timeline.focus() != QStringLiteral("sequential"));
}

void TestTimelineInput::aStretchOfTimeIsSummedUp()
{
    Low d;
    const QRectF area = d.timeline.painter().area();
    const QPoint from(qRound(area.left() + 40), qRound(area.center().y())), to = from + QPoint(200, 0);
    QVERIFY(d.timeline.note().isEmpty());
    QTest::mousePress(&d.timeline, Qt::LeftButton, Qt::ShiftModifier, from);
    QMouseEvent move(QEvent::MouseMove, to, d.timeline.mapToGlobal(to), Qt::LeftButton, Qt::LeftButton,
                     Qt::ShiftModifier);
    QCoreApplication::sendEvent(&d.timeline, &move);
    QTest::mouseRelease(&d.timeline, Qt::LeftButton, Qt::ShiftModifier, to);
    QVERIFY2(d.timeline.note().contains(styleOf(State::Io, {}).name), qPrintable(d.timeline.note()));
    d.press(Qt::Key_Escape);
    QVERIFY(d.timeline.note().isEmpty());
    d.press(Qt::Key_Home);
    d.press(Qt::Key_BracketLeft);
    d.press(Qt::Key_End);
    d.press(Qt::Key_BracketRight);
    QVERIFY(!d.timeline.note().isEmpty());
    QCOMPARE(d.timeline.note().count(u'\n'), 0); // the one in focus has rows
    const QList<Text> texts = textsOf(svgOf(d.timeline.size(), [&](QPainter &painter, const QRectF &target) {
        TimelinePainter own;
        own.theme = Theme::make(false, 1, uiFont());
        TimelinePainter::Window window;
        window.note = QStringList(12, d.timeline.note()).join(u' ');
        own.render(painter, target, d.scene, window);
        QVERIFY(own.overflow() < 1); // though the note takes a line more
    }));
    QVERIFY2(overlapIn(texts).isEmpty(), qPrintable(overlapIn(texts)));
    d.press(Qt::Key_BracketLeft); // both ends on one spot
    QVERIFY2(d.timeline.note().isEmpty(), qPrintable(d.timeline.note()));
    // Both halves together are the whole.
    const double whole = toSeconds(d.scene.outcomes[1].shown()->trace->now());
    const Lane::Sums all = sumsBetween(d.scene, 1, {0, whole});
    const Lane::Sums first = sumsBetween(d.scene, 1, {0, whole / 2}),
                     second = sumsBetween(d.scene, 1, {whole / 2, whole});
    QVERIFY(all.of(State::Io) > 0);
    QVERIFY(first.of(State::Io) > 0);
    QVERIFY(std::abs(first.of(State::Io) + second.of(State::Io) - all.of(State::Io)) <= 64);
}

void TestTimelineInput::aStretchIsSummedForAllThatHaveRows()
{
    Low d;
    d.timeline.setRoom(560);
    d.timeline.resize(881, 560);
    QCoreApplication::processEvents();
    QVERIFY(d.timeline.focus().isEmpty());
    d.press(Qt::Key_Home);
    d.press(Qt::Key_BracketLeft);
    d.press(Qt::Key_End);
    d.press(Qt::Key_BracketRight);
    const QStringList lines = d.timeline.note().split(u'\n');
    QCOMPARE(lines.size(), static_cast<qsizetype>(d.scene.outcomes.size()));
    for (std::size_t i = 0; i < d.scene.outcomes.size(); ++i)
        QVERIFY(
            lines[static_cast<qsizetype>(i)].contains(d.scene.variantOf(d.scene.outcomes[i])->title.text()));
    QString drawn;
    for (const Text &text : textsOf(svgOf(d.timeline.size(), [&](QPainter &painter, const QRectF &target) {
             TimelinePainter own;
             own.theme = Theme::make(false, 1, uiFont());
             TimelinePainter::Window window;
             window.note = d.timeline.note();
             own.render(painter, target, d.scene, window);
         })))
        drawn += text.text + u' ';
    for (const QString &line : lines)
        QVERIFY2(drawn.contains(line), qPrintable(drawn));
}

void TestTimelineInput::theFocusStaysWhileARunGoesOn()
{
    Low d;
    Scene live = d.scene;
    for (std::size_t i = 1; i < live.outcomes.size(); ++i) {
        live.outcomes[i].repeats.front().status = Status::Pending;
        live.outcomes[i].repeats.front().trace.reset();
    }
    const std::vector<Outcome> later = d.scene.outcomes;
    live.outcomes[1] = later[1];
    d.timeline.show(live);
    d.timeline.setFocusOn(QStringLiteral("sequential"));
    QCOMPARE(d.timeline.focus(), QStringLiteral("sequential"));
    live.outcomes[2] = later[2]; // a mistake begins, as was planned
    d.timeline.show(live);
    QCOMPARE(d.timeline.focus(), QStringLiteral("sequential"));
}

void TestTimelineInput::aLineOfCodeLightsItsSpans()
{
    Ran d;
    const Lane &lane = *d.page().scene().outcomes.back().shown()->trace->lanes().back();
    const SpanRecord *own = nullptr;
    lane.spans().forEach([&](const SpanRecord &span) {
        if (QByteArray(span.where.file).endsWith("threads/url-fetch.cpp"))
            own = &span;
    });
    QVERIFY(own);
    int spans = 0; // of all lanes and variants
    std::vector<const Lane *> lanes;
    for (const Outcome &outcome : d.page().scene().outcomes)
        std::ranges::copy(outcome.shown()->trace->lanes(), std::back_inserter(lanes));
    for (const Lane *each : lanes) {
        each->spans().forEach([&](const SpanRecord &span) {
            spans += QByteArray(span.where.file).endsWith("threads/url-fetch.cpp") &&
                     span.where.line == own->where.line && !isHolding(span.shape);
        });
    }
    const auto line = static_cast<int>(own->where.line);
    const QTextBlock block = d.code->document()->findBlockByNumber(line - 1);
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::NextWord);
    d.code->setTextCursor(cursor);
    d.code->ensureCursorVisible();
    const QPoint at = d.code->cursorRect().center();
    const QImage before = d.timeline->grab().toImage();
    QTest::mouseClick(d.code->viewport(), Qt::LeftButton, {}, at);
    const QString number = QString::number(spans);
    QVERIFY2(d.timeline->note().startsWith(number + u' '), qPrintable(number + u' ' + d.timeline->note()));
    QVERIFY(d.timeline->grab().toImage() != before);
    QTest::mouseClick(d.code->viewport(), Qt::LeftButton, {}, at); // again: no longer
    QVERIFY(d.timeline->note().isEmpty());
    QCOMPARE(d.timeline->grab().toImage(), before);
}

QTEST_MAIN(TestTimelineInput)
#include "tst_timelineinput.moc"
