#include "core/catalog/pattern.h"
#include "ui/charts/chart.h"
#include "ui/charts/timerows.h"
#include "ui/export/export.h"
#include "ui/fonts.h"
#include "ui/language.h"

#include <QPainter>
#include <QTest>

using namespace tenfold;

class tst_TimeRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(QStringLiteral("en")); }
    void sumsOfTheRowsAreThoseOfTheLanes();
    void sumsOfThePastComeFromTheSpans();
    void manyWorkersBecomeARowPerVariant();

private:
    static const Scenario &scenario() { return *findScenario(QStringLiteral("threads/url-fetch")); }
};

/// A scene of one outcome with so many lanes; lane i waits i * 2 of 10 ms, all times made up.
static Scene sceneWith(const Scenario &scenario, int lanes)
{
    Scene scene;
    scene.request.scenario = &scenario;
    Repeat repeat;
    repeat.status = Status::Finished;
    auto trace = std::make_shared<Trace>();
    for (int i = 0; i < lanes; ++i) {
        Lane *lane = trace->addLane(LaneRole::Worker);
        SpanRecord *task = lane->begin(State::Running, "task", i, std::source_location::current());
        SpanRecord *wait = lane->begin(State::Io, "wait", i, std::source_location::current());
        lane->end(wait);
        lane->end(task);
        lane->close();
    }
    trace->stop();
    repeat.trace = trace;
    scene.outcomes = {Outcome{QStringLiteral("parallel"), {}, 1, {repeat}}};
    return scene;
}

void tst_TimeRows::sumsOfTheRowsAreThoseOfTheLanes()
{
    const Scene scene = sceneWith(scenario(), 3);
    const Trace &trace = *scene.outcomes.front().shown()->trace;
    const std::vector<TimeRow> rows = timeRows(scene);
    QCOMPARE(rows.size(), 3U);
    Nanoseconds all = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const Lane &lane = *trace.lanes()[i];
        QCOMPARE(rows[i].sums.state, lane.sums(trace.now()).state);
        QCOMPARE(rows[i].whole(), lane.closedOr(trace.now()) - lane.began());
        QVERIFY(rows[i].sums.of(State::Io) > 0);
        all += rows[i].whole();
    }
    QCOMPARE(timeOverview(scene).size(), 1U);
    QCOMPARE(timeOverview(scene).front().whole(), all);
}

void tst_TimeRows::sumsOfThePastComeFromTheSpans()
{
    Scene scene = sceneWith(scenario(), 1);
    const Lane &lane = *scene.outcomes.front().shown()->trace->lanes().front();
    const SpanRecord &task = lane.spans()[0];
    const SpanRecord &wait = lane.spans()[1];
    scene.instant = wait.begin;
    TimeRow row = timeRows(scene).front();
    QCOMPARE(row.sums.of(State::Running), wait.begin - task.begin);
    QCOMPARE(row.sums.of(State::Io), 0);
    scene.instant = lane.closedOr(0);
    row = timeRows(scene).front();
    QCOMPARE(row.sums.state, lane.sums(lane.closedOr(0)).state);
}

void tst_TimeRows::manyWorkersBecomeARowPerVariant()
{
    const auto picture = makeFigure(scenario(), {FigureId::Kind::Time});
    QVERIFY(picture);
    picture->setTheme(Theme::make(false, 1, QFont()));
    const Scene scene = sceneWith(scenario(), 40);
    picture->show(scene);
    // Every worker is in the numbers, however few rows are drawn.
    QCOMPARE(picture->numbers().count(u'\n'), 40);
    const auto bars = [&](QSize size) {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        picture->render(painter, QRectF(QPointF(), QSizeF(size)));
        return image;
    };
    // A strip in the variant's colour stands at the left of each bar: how many are below one another.
    const auto stretches = [](const QImage &image) {
        const QRgb own = Theme::make(false, 1, QFont()).of(VariantKind::Parallel).rgb();
        int count = 0;
        for (int x = 0; x < image.width() && count == 0; ++x) {
            for (int y = 1; y < image.height(); ++y)
                count += image.pixel(x, y) == own && image.pixel(x, y - 1) != own;
        }
        return count;
    };
    QCOMPARE(stretches(bars({600, 1600})), 40);
    QCOMPARE(stretches(bars({600, 260})), 1);
}

QTEST_MAIN(tst_TimeRows)
#include "tst_timerows.moc"
