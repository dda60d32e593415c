// The pinned run behind bars, curves and timeline.

#include "tests/ui/viewfixture.h"
#include "ui/pinned.h"

using namespace tenfold;

class TestPinned : public ViewFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void barsHaveAnOutline_data() { themes(); }
    void barsHaveAnOutline();
    void theAxisReachesToTheLongerOfBoth();
    void aTimeStandsWhereItDiffers();
    void curvesLieBehind();
    void curvesOverSamplesLieBehind();
    void theTimelineMarksTheEnd();
    void whatCannotBeComparedIsNotDrawn();
    void theOutlineDoesNotMove();

private:
    static void themes();
    /// Ends after so many milliseconds, `atOnce` in flight all the time.
    std::shared_ptr<Trace> lasting(int milliseconds, int atOnce = 1) const;
    Scene sceneOfLengths(int sequential, int pool) const;
    std::shared_ptr<const Recording> recordingOf(const Scene &scene, int grain = 10) const;
    View counter_;
};

void TestPinned::themes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestPinned::initTestCase()
{
    setUp();
    counter_ = {"in-flight", ViewKind::Counter, "In flight", {"in flight"}};
}

std::shared_ptr<Trace> TestPinned::lasting(int milliseconds, int atOnce) const
{
    auto trace = std::make_shared<Trace>(Trace::Clock::Told);
    trace->tell(0);
    Lane *lane = trace->addLane(LaneRole::Worker);
    const auto series = lane->seriesIndex("in flight");
    lane->sample(series, atOnce);
    SpanRecord *span = lane->beginAt(0, State::Io, "GET", 0, here);
    trace->tell(milliseconds * ms);
    lane->sample(series, -atOnce);
    lane->endAt(milliseconds * ms, span);
    lane->closeAt(milliseconds * ms);
    trace->stopAt(milliseconds * ms);
    return trace;
}

Scene TestPinned::sceneOfLengths(int sequential, int pool) const
{
    Scene scene = sceneOf({outcome("sequential", lasting(sequential)), outcome("pool", lasting(pool, 3))});
    scene.request.values = scenario_.preset("default");
    scene.summary = summarize(scenario_, scene.outcomes, 2);
    return scene;
}

std::shared_ptr<const Recording> TestPinned::recordingOf(const Scene &scene, int grain) const
{
    Recording recording = scene;
    recording.request.values["grain"] = grain;
    return std::make_shared<const Recording>(recording);
}

static QImage drawn(Picture *made, const Scene &scene, bool dark = false, QSize size = {800, 400})
{
    const std::unique_ptr<Picture> picture(made);
    const Theme theme = Theme::make(dark, 1, uiFont());
    picture->setTheme(theme);
    picture->show(scene);
    return imageOf(*picture, theme, size);
}

static QStringList linesOf(const QString &text)
{
    return text.trimmed().split(u'\n');
}

void TestPinned::barsHaveAnOutline()
{
    QFETCH(bool, dark);
    Scene scene = sceneOfLengths(2000, 800);
    const QImage without = drawn(makeElapsedBars(), scene, dark);
    scene.pinned = recordingOf(sceneOfLengths(2000, 1600));
    const QImage with = drawn(makeElapsedBars(), scene, dark);
    QVERIFY(with != without);
    const QColor muted = Theme::make(dark, 1, uiFont()).muted;
    QVERIFY(pixels(with, muted) > pixels(without, muted) + 200);
}

void TestPinned::theAxisReachesToTheLongerOfBoth()
{
    const std::unique_ptr<Picture> bars(makeElapsedBars());
    const Theme theme = Theme::make(false, 1, uiFont());
    bars->setTheme(theme);
    Scene scene = sceneOfLengths(2000, 800);
    const auto barWidth = [&] { return pixels(imageOf(*bars, theme), theme.of(VariantKind::Sequential)); };
    bars->show(scene);
    const int alone = barWidth();
    scene.pinned = recordingOf(sceneOfLengths(8000, 1600));
    bars->show(scene);
    QVERIFY(barWidth() < alone / 2);
    scene.pinned.reset();
    bars->show(scene);
    QCOMPARE(barWidth(), alone);
}

void TestPinned::aTimeStandsWhereItDiffers()
{
    const std::unique_ptr<Picture> bars(makeElapsedBars());
    bars->setTheme(Theme::make(false, 1, uiFont()));
    Scene scene = sceneOfLengths(2000, 800);
    bars->show(scene);
    QVERIFY(!bars->numbers().contains("pinned"));
    QCOMPARE(linesOf(bars->data())[0].count('\t'), 4);
    scene.pinned = recordingOf(sceneOfLengths(2000, 1610));
    bars->show(scene);
    QVERIFY2(linesOf(bars->numbers())[1].contains("pinned 1.61 s"), qPrintable(bars->numbers()));
    QVERIFY(linesOf(bars->data())[2].endsWith("\t1.61"));
    QVERIFY(isApart(1.61, 0.8, 100));
    QVERIFY(!isApart(1.614, 1.611, 10000)); // the same in what is written
    QVERIFY(!isApart(1.61, 1.62, 100));     // a pixel
    QCOMPARE(pinnedTitle(scene), QString::fromUtf8("pinned: Grain 10 µs"));
    scene.pinned = recordingOf(sceneOfLengths(2000, 1610), 50);
    QCOMPARE(pinnedTitle(scene), "pinned run");
}

void TestPinned::curvesLieBehind()
{
    Scene scene = sceneOfLengths(2000, 800);
    const QImage without = drawn(makeView(counter_), scene);
    scene.pinned = recordingOf(sceneOfLengths(2000, 1600));
    const QImage with = drawn(makeView(counter_), scene);
    const Theme theme = Theme::make(false, 1, uiFont());
    QVERIFY(with != without);
    const QColor own = theme.of(VariantKind::Parallel); // over it, the run itself
    QVERIFY(pixels(with, own) > pixels(without, own) * 9 / 10);
    // Also where the run was there before it was pinned.
    const std::unique_ptr<Picture> picture(makeView(counter_));
    picture->setTheme(theme);
    Scene plain = scene;
    plain.pinned.reset();
    picture->show(plain);
    picture->show(scene);
    QCOMPARE(imageOf(*picture, theme, {800, 400}), with);
    picture->show(plain);
    QCOMPARE(imageOf(*picture, theme, {800, 400}), without);
}

void TestPinned::curvesOverSamplesLieBehind()
{
    Scene scene = sceneOf({outcome("sequential", worked()), outcome("pool", learned(30))});
    const std::unique_ptr<Picture> picture = shown(ViewKind::Curves, scene);
    const Theme theme = Theme::make(false, 1, uiFont());
    const QImage without = imageOf(*picture, theme);
    const QString data = picture->data(), numbers = picture->numbers();
    scene.pinned = recordingOf(sceneOf({outcome("pool", learned(60))}));
    picture->show(scene);
    QVERIFY(imageOf(*picture, theme) != without);
    QCOMPARE(picture->data(), data); // which is of the run itself
    QCOMPARE(picture->numbers(), numbers);
    scene.pinned.reset();
    picture->show(scene);
    QCOMPARE(imageOf(*picture, theme), without);
}

void TestPinned::theTimelineMarksTheEnd()
{
    Scene scene = sceneOfLengths(2000, 800);
    const QImage without = drawn(makeTimeline(), scene);
    scene.pinned = recordingOf(sceneOfLengths(2000, 1600));
    QVERIFY(drawn(makeTimeline(), scene) != without);
    scene.pinned = recordingOf(sceneOfLengths(8000, 1600)); // the axis goes on
    const Theme theme = Theme::make(false, 1, uiFont());
    QVERIFY(pixels(drawn(makeTimeline(), scene), theme.wait) < pixels(without, theme.wait) / 2);
}

void TestPinned::whatCannotBeComparedIsNotDrawn()
{
    Scene scene = sceneOfLengths(2000, 800);
    Scenario other = scenario_;
    other.id = "other";
    Scene foreign = sceneOfLengths(4000, 1600);
    foreign.request.scenario = &other;
    scene.pinned = recordingOf(foreign);
    QVERIFY(!scene.pinnedOutcome("pool"));
    Scene failed = sceneOfLengths(4000, 1600);
    failed.outcomes[1].repeats[0].status = Status::Failed;
    scene.pinned = recordingOf(failed);
    QVERIFY(!scene.pinnedOutcome("pool"));
    QVERIFY(scene.pinnedOutcome("sequential"));
    QVERIFY(!scene.pinnedOutcome("threads")); // which it has not
}

void TestPinned::theOutlineDoesNotMove()
{
    Scene scene = sceneOfLengths(2000, 800);
    scene.pinned = recordingOf(sceneOfLengths(2000, 1600));
    QCOMPARE(scene.pinnedOutcome("pool")->medianSeconds(), 1.6);
    scene.instant = 300 * ms;
    QCOMPARE(scene.pinnedOutcome("pool")->medianSeconds(), 1.6);
    const std::unique_ptr<Picture> bars(makeElapsedBars());
    bars->setTheme(Theme::make(false, 1, uiFont()));
    bars->show(scene);
    QVERIFY(linesOf(bars->numbers())[1].contains("pinned 1.60 s"));
}

QTEST_MAIN(TestPinned)
#include "tst_pinned.moc"
