// The view of kind points: what it draws of the samples of gauges.

#include "tests/patience.h"
#include "tests/ui/viewfixture.h"
#include "ui/charts/axes.h"
#include "ui/charts/stairs.h"
#include "ui/charts/valueplate.h"

#include <QLabel>

#include <ctime>

using namespace tenfold;

class TestPointsView : public ViewFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUp(); }
    void pointsAreTheSamplesOfGauges();
    void pointsOfThePastEndThere();
    void pointsOfALiveTraceAreReadOnce();
    void theGreatestIsNamedByWhatIsMarkedThere();
    void theNameOfTheGreatestCoversNoPoint();
    void anAxisEndsSoonAboveWhatIsDrawn();
    void everySeriesOfPointsHasAShapeOfItsOwn();
    void pointsByLaneStandSideBySide();
    void theAxisEndsWithWhatHasPoints();
    void aHundredThousandPointsAreDrawnSoon();
    void whatLiesBetweenStairsChangesWithThem();
    void stairsOfLanesWithOneNumberAreTwo();
    void manyStairsAreOneBand();

private:
    std::unique_ptr<Picture> stairsOf(const std::shared_ptr<Trace> &trace) const;
};

void TestPointsView::pointsAreTheSamplesOfGauges()
{
    const auto picture = shown(ViewKind::Points, sceneOf({outcome("pool", waited(200))}));
    // "waited in all" is a level.
    const QStringList lines = picture->numbers().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[0].startsWith("Pool · urgent\tpoints: 100\tmedian ") && lines[0].contains("\tat most 2.9"),
             qPrintable(lines[0]));
    QVERIFY2(lines[1].startsWith("Pool · ordinary\tpoints: 100\tmedian ") &&
                 lines[1].endsWith("\tat most 20 ms"),
             qPrintable(lines[1]));
    QCOMPARE(picture->accessibleDescription(), picture->numbers());
    // One series alone needs no name.
    const std::unique_ptr<Picture> one(makeView({"one", ViewKind::Points, "One", {"waited urgent"}}));
    one->show(sceneOf({outcome("pool", waited(200))}));
    QVERIFY2(one->numbers().startsWith("Pool\tpoints: 100\t"), qPrintable(one->numbers()));
}

void TestPointsView::pointsOfThePastEndThere()
{
    const auto trace = waited(200);
    const Nanoseconds half = trace->lanes().front()->samples()[199].time; // a level beside each point
    Scene scene = sceneOf({outcome("pool", trace)});
    const auto picture = shown(ViewKind::Points, scene);
    scene.instant = half;
    picture->show(scene);
    QVERIFY2(picture->numbers().startsWith("Pool · urgent\tpoints: 50"), qPrintable(picture->numbers()));
    scene.instant.reset();
    picture->show(scene);
    QVERIFY2(picture->numbers().startsWith("Pool · urgent\tpoints: 100"), qPrintable(picture->numbers()));
    scene.instant = -1;
    picture->show(scene);
    QCOMPARE(picture->numbers(), "");
}

void TestPointsView::pointsOfALiveTraceAreReadOnce()
{
    auto trace = std::make_shared<Trace>();
    Lane *lane = trace->addLane(LaneRole::Worker);
    const Scene scene = sceneOf({outcome("pool", trace, Status::Running)});
    const auto picture = shown(ViewKind::Points, scene);
    QCOMPARE(picture->numbers(), "");
    const auto series = lane->seriesIndex("waited", SeriesKind::Gauge);
    const auto urgent = lane->seriesIndex("waited urgent", SeriesKind::Gauge);
    for (int i = 1; i <= 3; ++i) {
        lane->sample(urgent, i);
        lane->sample(series, 100);
        picture->show(scene);
        QVERIFY2(picture->numbers().startsWith(QStringLiteral("Pool · urgent\tpoints: %1\t").arg(i)),
                 qPrintable(picture->numbers()));
        QVERIFY(picture->numbers().endsWith(QStringLiteral("at most %1 ms\n").arg(i)));
    }
    // Another lane's come behind, and are not lost.
    Lane *other = trace->addLane(LaneRole::Worker);
    other->sample(other->seriesIndex("waited urgent", SeriesKind::Gauge), 7);
    picture->show(scene);
    QVERIFY2(picture->numbers().endsWith("points: 4\tmedian 3 ms\tat most 7 ms\n"),
             qPrintable(picture->numbers()));
}

void TestPointsView::theGreatestIsNamedByWhatIsMarkedThere()
{
    constexpr Nanoseconds ms = 1'000'000;
    const auto trace = std::make_shared<Trace>();
    Lane *lane = trace->addLaneAt(0, LaneRole::Main);
    lane->sampleAt(10 * ms, trace->seriesIndex("lag", SeriesKind::Gauge), 5);
    View view{"lag", ViewKind::Points, "Lag", {"lag"}};
    const auto said = [&](const char *unit) {
        view.unit = unit;
        const std::unique_ptr<Picture> picture(makeView(view));
        picture->show(sceneOf({outcome("pool", trace)}));
        return picture->numbers().section(u'\t', -1).trimmed();
    };
    lane->markAt(16 * ms, "too far away", SpanRecord::noTask, {});
    trace->stopAt(20 * ms);
    QCOMPARE(said("ms"), "at most 5 ms");
    lane->markAt(8 * ms, "sleeps", SpanRecord::noTask, {});
    QCOMPARE(said("ms"), "at most 5 ms: sleeps");
    QCOMPARE(said("rows"), "at most 5 rows"); // which is no time
}

void TestPointsView::theNameOfTheGreatestCoversNoPoint()
{
    const QRectF plot(40, 10, 400, 80);
    const QSizeF size(150, 18);
    // As the lag of those who all became due while one slept: they fall from the greatest.
    std::vector<QPointF> points;
    for (int i = 0; i <= 60; ++i)
        points.emplace_back(60 + 5 * i, 20 + i);
    const QRectF place = freePlace(size, plot, points.front(), points, 9);
    QVERIFY(!place.isNull() && plot.contains(place));
    for (const QPointF &point : points)
        QVERIFY(!place.contains(point));
    // Beside it where there is room.
    const QRectF beside = freePlace(size, plot, {60, 50}, {{60, 50}}, 9);
    QVERIFY(beside.left() > 60 && beside.left() < 90);
    QVERIFY(std::abs(beside.center().y() - 50) < 8);
    // Nowhere where points are everywhere, or it is larger than all.
    points.clear();
    for (int x = 40; x <= 440; x += 3) {
        for (int y = 10; y <= 90; y += 3)
            points.emplace_back(x, y);
    }
    QVERIFY(freePlace(size, plot, {60, 50}, points, 9).isNull());
    QVERIFY(freePlace({500, 18}, plot, {60, 50}, {}, 9).isNull());
}

void TestPointsView::anAxisEndsSoonAboveWhatIsDrawn()
{
    QCOMPARE(tightEnd(522, 2), 600.0); // with ticks at 0 and 500
    QCOMPARE(tightEnd(218, 2), 250.0);
    QCOMPARE(tightEnd(14.97, 3), 15.0);
    QCOMPARE(tightEnd(0, 2), 1.0);
    for (const int ticks : {2, 3, 6}) {
        for (double value = 1; value < 2000; value *= 1.07) {
            const double end = tightEnd(value, ticks);
            QVERIFY(end >= value * (1 - 1e-9));
            QVERIFY(end <= niceEnd(value, ticks) * (1 + 1e-9));
            QVERIFY2(niceStep(end, ticks) <= end * (1 + 1e-9), qPrintable(QString::number(value)));
        }
    }
}

void TestPointsView::everySeriesOfPointsHasAShapeOfItsOwn()
{
    // The same points as two series of one variant, and as a mistake: told apart without colour.
    const auto drawn = [&](const char *variant, const char *first, const char *second) {
        auto trace = std::make_shared<Trace>();
        Lane *lane = trace->addLane(LaneRole::Worker);
        const auto ignored = lane->seriesIndex(first, SeriesKind::Gauge);
        lane->sampleAt(lane->now(), ignored, 0);
        lane->sampleAt(lane->now(), lane->seriesIndex(second, SeriesKind::Gauge), 5);
        trace->stop();
        Scene scene = sceneOf({outcome(variant, trace)});
        const auto picture = shown(ViewKind::Points, scene);
        return picture->findChild<QLabel *>()->text();
    };
    QVERIFY(drawn("pool", "waited a", "waited b").contains(u'●'));
    QVERIFY(drawn("pool", "waited a", "waited b").contains(u'□'));
    QVERIFY(drawn("careless", "waited a", "waited b").contains(u'◆'));
    QVERIFY(drawn("careless", "waited a", "waited b").contains(u'◇'));
    QVERIFY(!drawn("careless", "waited a", "waited b").contains(u'●'));
}

/// The columns from the first to the last pixel of `colour` below the heading; as shares of the width.
static std::pair<double, double> extent(const QImage &image, const QColor &colour)
{
    int first = image.width(), last = 0;
    for (int y = 40; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == colour.rgb()) {
                first = std::min(first, x);
                last = std::max(last, x);
            }
        }
    }
    return {1.0 * first / image.width(), 1.0 * last / image.width()};
}

void TestPointsView::pointsByLaneStandSideBySide()
{
    // At the same instant, the last of a long run.
    auto trace = std::make_shared<Trace>();
    for (int i = 0; i < 4; ++i) {
        Lane *lane = trace->addLaneAt(0, LaneRole::Worker);
        lane->sampleAt(1000 * ms, lane->seriesIndex("waited", SeriesKind::Gauge), 5);
    }
    trace->stopAt(1000 * ms);
    const Theme theme = Theme::make(false, 1, uiFont());
    scenario_.variants[1].workers = [](const Values &) { return 4; };
    View view = viewOf(ViewKind::Points);
    view.sources = QStringList{"waited"};
    for (const bool byLane : {false, true}) {
        view.byLane = byLane;
        const std::unique_ptr<Picture> picture(makeView(view));
        picture->show(sceneOf({outcome("pool", trace)}));
        const auto [first, last] = extent(imageOf(*picture, theme), theme.of(VariantKind::Parallel));
        QVERIFY(last > 0.8);
        QCOMPARE(first < 0.4, byLane); // the first of four
    }
}

void TestPointsView::theAxisEndsWithWhatHasPoints()
{
    const auto one = std::make_shared<Trace>();
    one->stopAt(5000 * ms);
    auto other = std::make_shared<Trace>();
    Lane *lane = other->addLaneAt(0, LaneRole::Worker);
    lane->sampleAt(990 * ms, lane->seriesIndex("waited a", SeriesKind::Gauge), 5);
    other->stopAt(1000 * ms);
    const auto picture =
        shown(ViewKind::Points, sceneOf({outcome("sequential", one), outcome("pool", other)}));
    const Theme theme = Theme::make(false, 1, uiFont());
    QVERIFY(extent(imageOf(*picture, theme), theme.of(VariantKind::Parallel)).first > 0.8);
}

/// Seconds of this thread.
static double computed()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

void TestPointsView::aHundredThousandPointsAreDrawnSoon()
{
    const auto trace = waited(100'000);
    Scene scene = sceneOf({outcome("pool", trace)});
    const auto picture = shown(ViewKind::Points, scene);
    const Theme theme = Theme::make(false, 1, uiFont());
    const QImage drawn = imageOf(*picture, theme, {1200, 600});
    QVERIFY(pixels(drawn, theme.of(VariantKind::Parallel)) > 1000);
    const double before = computed();
    constexpr int frames = 10;
    for (int i = 0; i < frames; ++i) {
        scene.instant = trace->now() - i;
        picture->show(scene);
        QCOMPARE(imageOf(*picture, theme, {1200, 600}).size(), drawn.size());
    }
    const double seconds = (computed() - before) / frames;
    qInfo("%.1f ms a frame", seconds * 1000);
    QVERIFY2(seconds < 0.2 * slowdown, qPrintable(QString::number(seconds)));
}

void TestPointsView::whatLiesBetweenStairsChangesWithThem()
{
    using Band = std::vector<StairBand>;
    QCOMPARE(bandOf({}), Band());
    // Lane by lane, as they are read; the second begins later and stays behind.
    const std::vector<StairStep> steps{{0, 10, 1}, {0, 20, 2}, {0, 30, 3},
                                       {1, 15, 1}, {1, 30, 2}, {1, 40, 3}};
    const Band band = bandOf(steps);
    QCOMPARE(band, (Band{{10, 1, 1}, {20, 1, 2}, {30, 2, 3}, {40, 3, 3}}));
    QCOMPARE(coarser(band, 1), band);
    QCOMPARE(coarser(band, 20), (Band{{10, 1, 2}, {30, 2, 3}})); // as wide as all that it stands for
    QCOMPARE(bandOf({{0, 5, 7}, {0, 9, 2}}), (Band{{5, 7, 7}, {9, 2, 2}})); // down as well
}

std::unique_ptr<Picture> TestPointsView::stairsOf(const std::shared_ptr<Trace> &trace) const
{
    View view = viewOf(ViewKind::Points);
    view.sources = QStringList{"waited"};
    view.unit = {};
    view.isStair = true;
    std::unique_ptr<Picture> picture(makeView(view));
    picture->show(sceneOf({outcome("pool", trace)}));
    return picture;
}

void TestPointsView::stairsOfLanesWithOneNumberAreTwo()
{
    auto trace = std::make_shared<Trace>();
    Lane *reader = trace->addLaneAt(0, LaneRole::Worker, 0, {"reader"});
    Lane *writer = trace->addLaneAt(0, LaneRole::Worker, 0, {"writer"});
    QCOMPARE(reader->number(), writer->number());
    const auto step = [](Lane *lane, Nanoseconds time, double value) {
        lane->sampleAt(time, lane->seriesIndex("waited", SeriesKind::Gauge), value);
    };
    for (int i = 1; i <= 10; ++i) {
        step(reader, i * ms, i);
        step(writer, 10 * i * ms, i);
    }
    trace->stopAt(100 * ms);
    const auto picture = stairsOf(trace);
    // The writer is at 1 as the reader gets to 10.
    QCOMPARE(picture->numbers(), "Pool\tstairs: 2\tapart at most 9\tpoints: 20\tmedian 6\tat most 10\n");
}

void TestPointsView::manyStairsAreOneBand()
{
    const auto traced = [](int lanes, int phases) {
        auto trace = std::make_shared<Trace>();
        for (int i = 0; i < lanes; ++i) {
            Lane *lane = trace->addLaneAt(0, LaneRole::Worker);
            const auto series = lane->seriesIndex("waited", SeriesKind::Gauge);
            for (int phase = 1; phase <= phases; ++phase)
                lane->sampleAt(phase * 1000 * (100 + i), series, phase);
        }
        trace->stopAt(phases * 1000 * (100 + lanes));
        return trace;
    };
    const QString key = QStringLiteral("slowest to fastest worker");
    const auto heading = [](const Picture &picture) { // its keys are in one piece each
        return picture.findChild<QLabel *>()->text().remove(QChar(0x2060)).replace(QChar::Nbsp, u' ');
    };
    const auto few = stairsOf(traced(12, 30));
    QVERIFY2(!heading(*few).contains(key), qPrintable(heading(*few)));
    const auto trace = traced(64, 1000);
    const auto many = stairsOf(trace);
    QVERIFY2(heading(*many).contains(key), qPrintable(heading(*many)));
    QVERIFY2(many->numbers().startsWith("Pool\tstairs: 64\tapart at most 387\tpoints: 64,000\t"),
             qPrintable(many->numbers()));

    const Theme theme = Theme::make(false, 1, uiFont());
    Scene scene = sceneOf({outcome("pool", trace)});
    const double before = computed();
    constexpr int frames = 5;
    for (int i = 0; i < frames; ++i) {
        scene.instant = trace->now() - i;
        many->show(scene);
        imageOf(*many, theme, {1200, 600});
    }
    const double seconds = (computed() - before) / frames;
    qInfo("%.1f ms a frame", seconds * 1000);
    QVERIFY2(seconds < 0.2 * slowdown, qPrintable(QString::number(seconds)));
}

QTEST_MAIN(TestPointsView)
#include "tst_pointsview.moc"
