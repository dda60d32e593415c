#include "core/catalog/pattern.h"
#include "core/run/runner.h"
#include "core/trace/span.h"
#include "tests/patience.h"
#include "tests/ui/driven.h"
#include "tests/ui/svgtexts.h"
#include "ui/fonts.h"
#include "ui/language.h"
#include "ui/timeline/timeline.h"

#include <QPainter>
#include <QTest>

using namespace tenfold;

class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(QStringLiteral("en")); }
    void textsNeverOverlap_data();
    void textsNeverOverlap();
    void theLegendNamesEveryState_data();
    void theLegendNamesEveryState();
    void detachedSpansHaveAsManyRowsAsFit_data();
    void detachedSpansHaveAsManyRowsAsFit();
    void whatIsMuchLongerThanALoopIsCut();
    void whatOutlastsTheFocusRunsToTheEdge();
    void waitsDifferInTheirGrey_data();
    void waitsDifferInTheirGrey();
    void arrowsDiffer();
    void manyLinksShowNextToTheCursorOnly();
    void sumsAreThoseOfTheInstant();
    void whatIsCopiedIsATable();
};

/// Outcomes whose lanes went through every state.
struct Drawn
{
    Scene scene;
    TimelinePainter timeline;

    Drawn()
    {
        scene.request.scenario = findScenario(QStringLiteral("threads/url-fetch"));
        timeline.theme = Theme::make(false, 1, uiFont());
    }
    /// An outcome with as many workers; every second one holds a lock for a while, which the next waits for.
    std::shared_ptr<Trace> add(const char *variant, int workers)
    {
        constexpr Nanoseconds each = 100'000;
        auto trace = std::make_shared<Trace>(Trace::Clock::Told); // however late a thread gets a core
        Nanoseconds now = 0;
        for (int i = 0; i < workers; ++i) {
            Lane *lane = trace->addLaneAt(0, LaneRole::Worker);
            for (std::size_t state = 0; state < stateCount; ++state, now += each)
                lane->endAt(now + each,
                            lane->beginAt(now, static_cast<State>(state), "", SpanRecord::noTask, {}));
            lane->endAsideAt(now + each, lane->beginAsideAt(now, Shape::Hold, State::Running, "state",
                                                            SpanRecord::noTask, {}));
            now += each; // nobody holds it at the same time
        }
        trace->stopAt(now);
        Repeat repeat;
        repeat.status = Status::Finished;
        repeat.seconds = toSeconds(trace->now());
        repeat.trace = trace;
        scene.outcomes.push_back({QLatin1String(variant), {}, 1, {repeat}});
        return trace;
    }
    QImage image(const QSize &size)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(timeline.theme.card);
        QPainter painter(&image);
        timeline.render(painter, QRectF(QPointF(), QSizeF(size)), scene);
        return image;
    }
    QString svg(const QSize &size, std::optional<double> cursor = {})
    {
        return svgOf(size, [&](QPainter &painter, const QRectF &target) {
            timeline.render(painter, target, scene, {{}, 0, cursor, {}, false});
        });
    }
};

void TestTimeline::whatIsCopiedIsATable()
{
    Drawn d;
    d.add("sequential", 1);
    const auto trace = d.add("parallel", 3);
    Timeline timeline({}, nullptr);
    timeline.setTheme(d.timeline.theme);
    timeline.show(d.scene);
    const QStringList lines = timeline.data().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.front(), QStringLiteral("Variant\tWorker\tState\tSeconds"));
    double seconds = 0;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QStringList cells = lines[i].split(u'\t');
        QCOMPARE(cells.size(), 4);
        QVERIFY(!cells[0].isEmpty() && !cells[1].isEmpty() && !cells[2].isEmpty());
        bool isNumber = false;
        const double value = cells[3].toDouble(&isNumber);
        QVERIFY2(isNumber && value > 0, qPrintable(lines[i]));
        if (cells[1] == laneTitle(*trace->lanes().back()) && cells[0] != lines[1].section(u'\t', 0, 0))
            seconds += value;
    }
    double all = 0;
    for (const Nanoseconds time : sumsIn(d.scene, *trace->lanes().back()).state)
        all += toSeconds(time);
    QVERIFY2(std::abs(seconds - all) <= 1e-4 * all + 1e-6, // but for rounding
             qPrintable(QStringLiteral("%1, %2").arg(seconds).arg(all)));
}

void TestTimeline::textsNeverOverlap_data()
{
    QTest::addColumn<int>("workers");
    QTest::addColumn<int>("outcomes");
    QTest::addColumn<QSize>("size");
    for (const int workers : {1, 5, 16, 64}) {
        for (const int outcomes : {1, 2, 5}) {
            for (const QSize size : {QSize(1100, 700), QSize(880, 290), QSize(480, 170)})
                QTest::addRow("%d workers, %d outcomes, %dx%d", workers, outcomes, size.width(),
                              size.height())
                    << workers << outcomes << size;
        }
    }
}

void TestTimeline::textsNeverOverlap()
{
    QFETCH(int, workers);
    QFETCH(int, outcomes);
    QFETCH(QSize, size);
    Drawn d;
    for (int i = 0; i < outcomes; ++i)
        d.add(qPrintable(d.scene.scenario()->variants[static_cast<std::size_t>(i)].id), i == 0 ? 1 : workers);
    const QList<Text> texts = textsOf(d.svg(size));
    QVERIFY(texts.size() > 3);
    QCOMPARE(overlapIn(texts), QString());
}

void TestTimeline::theLegendNamesEveryState_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {420, 700, 1000, 1500})
        QTest::addRow("%d", width) << width;
}

void TestTimeline::theLegendNamesEveryState()
{
    QFETCH(int, width);
    Drawn d;
    const std::shared_ptr<Trace> trace = d.add("sequential", 1);
    for (const Nanoseconds ready : {0, 1'000'000})
        trace->addCores(0, {ready * 50, ready * 50, ready});
    const QList<Text> texts = textsOf(d.svg({width, 400}));
    for (std::size_t state = 0; state + 1 < stateCount; ++state) {
        const QString name = styleOf(static_cast<State>(state), d.timeline.theme).name;
        const auto found = std::ranges::find(texts, name, &Text::text);
        QVERIFY2(found != texts.end(), qPrintable(name));
        QVERIFY2(found->box.left() > 0 && found->box.right() < width, qPrintable(name));
    }
}

/// So many requests on the lane of a loop: it starts one every 0.16 ms, and each takes 30 to 90 ms.
static std::shared_ptr<const Trace> gathered(int requests)
{
    constexpr Nanoseconds us = 1000;
    auto trace = std::make_shared<Trace>(Trace::Clock::Told);
    Lane *lane = trace->addLane(LaneRole::Main);
    const LaneScope scope(lane);
    std::vector<std::pair<Nanoseconds, DetachedSpan>> open;
    const Span loop(State::Running, "loop");
    for (int i = 0; i < requests; ++i) {
        trace->tell(i * 160 * us);
        open.emplace_back((30'000 + i * 7919 % 60'000) * us, DetachedSpan(State::Io, "GET", i));
    }
    trace->tell(requests * 160 * us);
    std::ranges::sort(open, {}, [](const auto &one) { return one.first; });
    for (auto &[at, span] : open) {
        {
            const Span wait(State::Io, "loop");
            trace->tell(std::max(at, trace->now()));
        }
        span.end();
        trace->tell(trace->now() + 150 * us);
    }
    trace->stop();
    return trace;
}

void TestTimeline::detachedSpansHaveAsManyRowsAsFit_data()
{
    QTest::addColumn<int>("requests");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("rows"); // of their own
    QTest::newRow("few") << 5 << QSize(961, 232) << 5;
    QTest::newRow("as in the page") << 60 << QSize(961, 232) << -1;
    QTest::newRow("low") << 60 << QSize(961, 110) << 4;
    QTest::newRow("room for all") << 60 << QSize(1600, 900) << 60;
    QTest::newRow("very many") << 2000 << QSize(1600, 900) << -1;
}

void TestTimeline::detachedSpansHaveAsManyRowsAsFit()
{
    QFETCH(int, requests);
    QFETCH(QSize, size);
    QFETCH(int, rows);
    Drawn d;
    Repeat repeat;
    repeat.status = Status::Finished;
    repeat.trace = gathered(requests);
    d.scene.outcomes.push_back({QStringLiteral("parallel"), {}, 1, {repeat}});
    const QList<Text> texts = textsOf(d.svg(size));
    const auto own = std::ranges::count(d.timeline.rows(), TimelineRow::Kind::SubRow, &TimelineRow::kind);
    const auto strips = std::ranges::count(d.timeline.rows(), TimelineRow::Kind::Rest, &TimelineRow::kind);
    QCOMPARE(strips, own < std::min(requests, 60) ? 1 : strips);
    QVERIFY(rows < 0 || own == rows);
    QVERIFY(d.timeline.rowScale().pitch(1) >= 9); // below the lane
    QVERIFY(own >= 4);
    const auto strip = std::ranges::find(d.timeline.rows(), TimelineRow::Kind::Rest, &TimelineRow::kind);
    QVERIFY(strip == d.timeline.rows().end() || size.height() < 200 ||
            std::ranges::find(texts, strip->title, &Text::text) != texts.end()); // it says how many
    QCOMPARE(overlapIn(texts), QString());
    const QString name = styleOf(State::Io, d.timeline.theme).name;
    QVERIFY(std::ranges::find(texts, name, &Text::text) != texts.end());
}

void TestTimeline::whatIsMuchLongerThanALoopIsCut()
{
    Drawn d;
    Repeat repeat;
    repeat.status = Status::Finished;
    repeat.trace = gathered(60);
    d.scene.outcomes.push_back({QStringLiteral("parallel"), {}, 1, {repeat}});
    d.svg({961, 232});
    QCOMPARE(d.timeline.usualEnd(), d.timeline.whole());
    auto longer = std::make_shared<Trace>(Trace::Clock::Told);
    Lane *waits = longer->addLane(LaneRole::Main);
    waits->endAt(3'160'000'000, waits->beginAt(0, State::Io, "", SpanRecord::noTask, {}));
    longer->stopAt(3'160'000'000);
    repeat.seconds = 3.16;
    repeat.trace = longer;
    d.scene.outcomes.insert(d.scene.outcomes.begin(), {QStringLiteral("sequential"), {}, 1, {repeat}});
    const QList<Text> texts = textsOf(d.svg({961, 232}));
    QVERIFY(d.timeline.usualEnd() < 0.3 && d.timeline.usualEnd() > 0.09);
    QVERIFY(d.timeline.whole() > 3);
    const auto time =
        std::ranges::find_if(texts, [](const Text &text) { return text.text.startsWith("3.16 s"); });
    QVERIFY(time != texts.end());
    QVERIFY(time->text.contains(QStringLiteral("→")) || (time + 1)->text.contains(QStringLiteral("→")));
    // It goes on to the edge, broken.
    const QImage image = d.image({961, 232});
    const QRectF area = d.timeline.area();
    const int y = qRound(d.timeline.rowScale().middle(0));
    const QColor own = d.timeline.theme.of(VariantKind::Sequential);
    const QRgb card = d.timeline.theme.card.rgb();
    QCOMPARE(image.pixel(qRound(area.right()) - 3, y), own.rgb());
    int breaks = 0;
    for (int x = qRound(area.right()) - 40; x < qRound(area.right()) - 3; ++x)
        breaks += image.pixel(x, y) == card && image.pixel(x + 1, y) != card;
    QVERIFY2(breaks >= 2, qPrintable(QString::number(breaks)));
}

void TestTimeline::whatOutlastsTheFocusRunsToTheEdge()
{
    Drawn d;
    Repeat repeat;
    repeat.status = Status::Finished;
    const auto ran = [&](double seconds, LaneRole role, int lanes) {
        auto trace = std::make_shared<Trace>(Trace::Clock::Told);
        const auto end = static_cast<Nanoseconds>(seconds * 1e9);
        for (int i = 0; i < lanes; ++i) {
            Lane *lane = trace->addLane(role);
            lane->endAt(end, lane->beginAt(0, State::Running, "", 0, {}));
        }
        trace->stopAt(end);
        repeat.seconds = seconds;
        repeat.trace = trace;
    };
    ran(9, LaneRole::Main, 1);
    d.scene.outcomes.push_back({QStringLiteral("sequential"), {}, 1, {repeat}});
    ran(1, LaneRole::Worker, 12);
    d.scene.outcomes.push_back({QStringLiteral("parallel"), {}, 1, {repeat}});
    const QImage image = d.image({961, 232});
    QCOMPARE(d.timeline.focus(), 1);
    QCOMPARE(d.timeline.rows().front().kind, TimelineRow::Kind::Strip);
    const int y = qRound(d.timeline.rowScale().middle(0)), right = qRound(d.timeline.area().right());
    QCOMPARE(image.pixel(right - 3, y), d.timeline.theme.of(VariantKind::Sequential).rgb());
    QCOMPARE(image.pixel(right + 2, y), d.timeline.theme.card.rgb());
    const QList<Text> texts = textsOf(d.svg({961, 232}));
    const auto time =
        std::ranges::find_if(texts, [](const Text &text) { return text.text.startsWith("9.00 s"); });
    QVERIFY(time != texts.end() && time->box.right() < right);
}

void TestTimeline::waitsDifferInTheirGrey_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTimeline::waitsDifferInTheirGrey()
{
    QFETCH(bool, dark);
    const Theme theme = Theme::make(dark, 1, uiFont());
    const auto grey = [](const QColor &colour) { return qGray(colour.rgb()); };
    const int outside = grey(styleOf(State::Io, theme).fill);
    constexpr int least = 40; // a projector swallows less
    QVERIFY(std::abs(outside - grey(theme.card)) >= least);
    for (const State state : {State::Queue, State::Event, State::Permit, State::Future}) {
        const StateStyle style = styleOf(state, theme);
        QVERIFY(std::abs(grey(style.fill) - outside) >= least);
        QVERIFY(style.hatch != styleOf(State::Io, theme).hatch);
    }
}

void TestTimeline::arrowsDiffer()
{
    const Theme theme = Theme::make(false, 1.5, uiFont());
    QList<QImage> seen;
    for (const ArrowKind kind :
         {ArrowKind::Wakes, ArrowKind::Hands, ArrowKind::Replaces, ArrowKind::Retries, ArrowKind::Needs}) {
        QImage image(60, 20, QImage::Format_RGB32);
        image.fill(theme.card);
        QPainter painter(&image);
        paintArrow(painter, theme, {5, 10, 55, 10}, kind);
        painter.end();
        QVERIFY(!seen.contains(image));
        seen << image;
    }
}

/// How many shapes are drawn with so many links at the begin of a run of 50 ms; a cursor at 0 stands at the
/// first.
static qsizetype shapesWith(int links, std::optional<double> cursor)
{
    Drawn d;
    auto trace = std::make_shared<Trace>();
    Lane *from = trace->addLaneAt(0, LaneRole::Worker);
    Lane *to = trace->addLaneAt(0, LaneRole::Worker);
    for (int i = 0; i < links; ++i)
        to->linkAt(1000 + i, LinkKind::Releases, *from, i);
    if (cursor == 0.0 && links > 0)
        cursor = toSeconds(to->links()[0].toTime);
    trace->stopAt(50'000'000);
    Repeat repeat;
    repeat.status = Status::Running;
    repeat.trace = trace;
    d.scene.instant = 50'000'000;
    d.scene.outcomes.push_back({QStringLiteral("parallel"), {}, 1, {repeat}});
    const QString svg = d.svg({900, 300}, cursor);
    return svg.count(QLatin1String("<p")) + svg.count(QLatin1String("<ellipse")) +
           svg.count(QLatin1String("<circle"));
}

void TestTimeline::manyLinksShowNextToTheCursorOnly()
{
    QVERIFY(shapesWith(1, {}) > shapesWith(0, {}));
    const qsizetype key = shapesWith(1000, {}) - shapesWith(0, {}); // the legend's alone
    QCOMPARE(shapesWith(1, {}) - shapesWith(0, {}), 2 * key);
    QVERIFY(shapesWith(1000, 0.0) > shapesWith(0, 0.0) + key);
    QCOMPARE(shapesWith(1000, 0.04), shapesWith(0, 0.04) + key);
}

void TestTimeline::sumsAreThoseOfTheInstant()
{
    Drawn d;
    const auto trace = d.add("parallel", 1);
    const Nanoseconds second = trace->lanes().front()->spans()[1].begin;
    Timeline timeline({}, nullptr);
    timeline.setTheme(d.timeline.theme);
    timeline.show(d.scene);
    const QString lock = styleOf(State::Lock, d.timeline.theme).name;
    QVERIFY(timeline.numbers().contains(lock));
    QVERIFY(d.svg({800, 300}).contains(lock)); // in the legend
    d.scene.instant = second;
    timeline.show(d.scene);
    QVERIFY(!timeline.numbers().contains(lock));
    QVERIFY(!d.svg({800, 300}).contains(lock));
}

QTEST_MAIN(TestTimeline)
#include "tst_timeline.moc"
