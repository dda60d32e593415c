// The views of kind bands, steps, curves, pictures and sweep: what they draw of made-up outcomes.

#include "core/trace/span.h"
#include "ui/charts/chart.h"
#include "ui/export/export.h"
#include "ui/fonts.h"

#include <QHash>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace tenfold;

class TestViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bandsSumTheStatesThatTheViewNames();
    void bandsWithoutSourcesHaveAllStates();
    void stepsFollowTheTasks();
    void stepsOfThePastAreShorter();
    void curvesAreThoseOfTheHeadlineOnceAllIsOver();
    void curvesOfTheOutcomeThatRuns();
    void curvesOfThePastEndThere();
    void everyCurveHasALightnessOfItsOwn_data();
    void everyCurveHasALightnessOfItsOwn();
    void picturesStandInTheOrderOfTheSources();
    void picturesComeWithTheirTasks();
    void theSweepMarksTheLeast();
    void aSweepStaysBesideARun();
    void withoutASweepTheRunIsAPoint();
    void everyViewIsDrawnEmptyAndFull_data();
    void everyViewIsDrawnEmptyAndFull();
    void everyViewIsExported_data();
    void everyViewIsExported();

private:
    Outcome outcome(const QString &variant, std::shared_ptr<Trace> trace,
                    Status status = Status::Finished) const;
    Outcome swept(const QString &variant, int grain, double seconds) const;
    Scene full() const;
    std::unique_ptr<Picture> shown(ViewKind kind, const Scene &scene) const;
    const View &viewOf(ViewKind kind) const { return *std::ranges::find(scenario_.views, kind, &View::kind); }
    void everyView() const;

    Scenario scenario_;
};

constexpr Nanoseconds ms = 1'000'000;
static const std::source_location here = std::source_location::current();

/// A worker that sends for 1 ms and computes for 4, 6 and 8 ms on tasks 0, 1 and 2.
static std::shared_ptr<Trace> worked()
{
    auto trace = std::make_shared<Trace>();
    Lane *lane = trace->addLane(LaneRole::Worker);
    Nanoseconds now = lane->began();
    const auto span = [&](State state, Nanoseconds length, std::int32_t task) {
        SpanRecord *record = lane->beginAt(now, state, "", task, here);
        now += length;
        lane->endAt(now, record);
    };
    span(State::Send, 1 * ms, SpanRecord::noTask);
    for (std::int32_t task = 0; task < 3; ++task)
        span(State::Running, (4 + 2 * task) * ms, task);
    while (trace->now() < now + ms) {
    } // its clock has to have passed what is in it
    lane->close();
    trace->stop();
    return trace;
}

/// Two series that fall, sampled by the calling thread.
static std::shared_ptr<Trace> learned(int samples)
{
    auto trace = std::make_shared<Trace>();
    Lane *lane = trace->addLane(LaneRole::Worker);
    for (int i = 0; i < samples; ++i) {
        lane->sample(lane->seriesIndex("loss 0.5", SeriesKind::Gauge), 1.0 / (i + 1));
        lane->sample(lane->seriesIndex("loss 0.1", SeriesKind::Gauge), 2.0 / (i + 1));
        lane->sample(lane->seriesIndex("in flight"), 1);
    }
    trace->stop();
    return trace;
}

void TestViews::initTestCase()
{
    scenario_.id = "fake";
    scenario_.pattern = "none";
    scenario_.title = "Fake";
    scenario_.parameters = {{"grain", "Grain", "us", ParameterKind::Integer, 1, 1000, {}, 50}};
    scenario_.presets = {{"default", {}}};
    scenario_.columns = {
        {"name", "Name"}, {"after", "After", ColumnKind::Image}, {"before", "Before", ColumnKind::Image}};
    scenario_.variants = {{"sequential", "Sequential", VariantKind::Sequential, {}},
                          {"pool", "Pool", VariantKind::Parallel, {}},
                          {"threads", "Threads", VariantKind::Parallel, {}},
                          {"careless", "Careless", VariantKind::Mistake, {}}};
    scenario_.views = {{"bands", ViewKind::Bands, "Messages", {"send", "receive"}},
                       {"steps", ViewKind::Steps, "Tasks", {}},
                       {"loss", ViewKind::Curves, "Loss", {"loss "}},
                       {"images", ViewKind::Pictures, "Images", {"before", "after"}},
                       {"grain", ViewKind::Sweep, "Time", {"grain"}}};
}

Outcome TestViews::outcome(const QString &variant, std::shared_ptr<Trace> trace, Status status) const
{
    Repeat repeat;
    repeat.status = status;
    repeat.seconds = toSeconds(trace->now());
    repeat.trace = std::move(trace);
    repeat.sameResult = status == Status::Finished;
    return {variant, scenario_.preset("default"), 1, {repeat}};
}

Outcome TestViews::swept(const QString &variant, int grain, double seconds) const
{
    Repeat repeat;
    repeat.status = Status::Finished;
    repeat.seconds = seconds;
    repeat.sameResult = true;
    return {variant, {{"grain", grain}}, 1, {repeat}};
}

static QImage filled(Qt::GlobalColor colour)
{
    QImage image(160, 90, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

/// Outcomes with something for every view.
Scene TestViews::full() const
{
    Scene scene{&scenario_, {}, {}, {}, "tenfold run none/fake"};
    for (const Variant &variant : scenario_.variants) {
        Outcome its = outcome(variant.id, worked());
        its.repeats[0].table.columns = scenario_.columns;
        for (const char *name : {"a.png", "b.png", "c.png"})
            its.repeats[0].table.rows << QVariantList{name, filled(Qt::green), filled(Qt::red)};
        scene.outcomes.push_back(std::move(its));
    }
    const auto trace = learned(30);
    scene.outcomes[1].repeats[0].trace = trace;
    Sweep sweep{"grain", {}, "tenfold sweep none/fake --over grain --values 1,10,100"};
    for (const int grain : {1, 10, 100}) {
        sweep.outcomes.push_back(swept("sequential", grain, 4));
        sweep.outcomes.push_back(swept("pool", grain, grain == 10 ? 1 : 3));
    }
    scene.sweeps["grain"] = sweep;
    scene.summary = summarize(scenario_, scene.outcomes, 2);
    return scene;
}

std::unique_ptr<Picture> TestViews::shown(ViewKind kind, const Scene &scene) const
{
    std::unique_ptr<Picture> picture(makeView(viewOf(kind)));
    picture->setTheme(Theme::make(false, 1, uiFont()));
    picture->show(scene);
    return picture;
}

static QImage imageOf(Picture &picture, const Theme &theme, QSize size = {800, 500})
{
    picture.setTheme(theme);
    QImage image(size, QImage::Format_RGB32);
    image.fill(theme.card);
    QPainter painter(&image);
    picture.render(painter, QRectF(image.rect()));
    return image;
}

static int pixels(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 40; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == colour.rgb();
    }
    return count;
}

void TestViews::bandsSumTheStatesThatTheViewNames()
{
    const auto picture =
        shown(ViewKind::Bands,
              {&scenario_, {outcome("sequential", worked()), outcome("pool", worked())}, {}, {}, {}});
    QCOMPARE(picture->numbers(), "Sequential\tsending: 0.001 s\nPool\tsending: 0.001 s\n");
    QCOMPARE(picture->accessibleName(), "Messages");
    // Computing is no part of it: its colour is in the mark of the row alone.
    const Theme theme = Theme::make(false, 1, uiFont());
    QVERIFY(pixels(imageOf(*picture, theme), theme.of(VariantKind::Parallel)) < 400);
    QVERIFY(pixels(imageOf(*picture, theme), styleOf(State::Send, theme).fill) > 1000);
}

void TestViews::bandsWithoutSourcesHaveAllStates()
{
    const std::unique_ptr<Picture> picture(makeView({"all", ViewKind::Bands, "All", {}}));
    picture->show({&scenario_, {outcome("pool", worked())}, {}, {}, {}});
    QVERIFY2(picture->numbers().contains("running: 0.018 s\tsending: 0.001 s"),
             qPrintable(picture->numbers()));
}

void TestViews::stepsFollowTheTasks()
{
    const auto picture = shown(ViewKind::Steps, {&scenario_, {outcome("pool", worked())}, {}, {}, {}});
    QCOMPARE(picture->numbers(), "Pool\t0.004 s\t0.006 s\t0.008 s\n");
    QCOMPARE(picture->accessibleDescription(), picture->numbers());
    // The highest stretch of the line is its right third.
    const Theme theme = Theme::make(false, 1, uiFont());
    const QImage image = imageOf(*picture, theme);
    const QRgb own = theme.of(VariantKind::Parallel).rgb();
    const auto topIn = [&](int from, int to) {
        for (int y = 60; y < image.height(); ++y) {
            for (int x = from; x < to; ++x) {
                if (image.pixel(x, y) == own)
                    return y;
            }
        }
        return image.height();
    };
    const int left = topIn(100, 250);
    const int middle = topIn(350, 500);
    const int right = topIn(600, 760);
    QVERIFY2(right < middle && middle < left && left < image.height(),
             qPrintable(QStringLiteral("%1 %2 %3").arg(left).arg(middle).arg(right)));
}

void TestViews::stepsOfThePastAreShorter()
{
    const auto trace = worked();
    const Nanoseconds begin = trace->lanes().front()->began();
    const auto picture =
        shown(ViewKind::Steps, {&scenario_, {outcome("pool", trace)}, {}, begin + 7 * ms, {}});
    QCOMPARE(picture->numbers(), "Pool\t0.004 s\t0.002 s\n");
}

void TestViews::curvesAreThoseOfTheHeadlineOnceAllIsOver()
{
    const auto picture = shown(
        ViewKind::Curves,
        {&scenario_,
         {outcome("sequential", learned(3)), outcome("pool", learned(4)), outcome("threads", learned(5))},
         {},
         {},
         {}});
    QCOMPARE(picture->numbers(), "0.1\t0.50 after 4 samples\n0.5\t0.25 after 4 samples\n");
}

void TestViews::curvesOfTheOutcomeThatRuns()
{
    const auto picture =
        shown(ViewKind::Curves, {&scenario_,
                                 {outcome("sequential", learned(3)), outcome("pool", learned(4)),
                                  outcome("threads", learned(2), Status::Running)},
                                 {},
                                 {},
                                 {}});
    QCOMPARE(picture->numbers(), "0.1\t1 after 2 samples\n0.5\t0.50 after 2 samples\n");
}

void TestViews::curvesOfThePastEndThere()
{
    const auto trace = learned(6);
    const Nanoseconds third = trace->lanes().front()->samples()[7].time; // the third of "loss 0.1"
    const auto picture = shown(ViewKind::Curves, {&scenario_, {outcome("pool", trace)}, {}, third, {}});
    QVERIFY2(picture->numbers().contains("0.1\t0.67 after 3 samples"), qPrintable(picture->numbers()));
    const auto before = shown(ViewKind::Curves, {&scenario_, {outcome("pool", trace)}, {}, -1, {}});
    QCOMPARE(before->numbers(), "");
}

void TestViews::everyCurveHasALightnessOfItsOwn_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestViews::everyCurveHasALightnessOfItsOwn()
{
    QFETCH(bool, dark);
    auto trace = std::make_shared<Trace>();
    Lane *lane = trace->addLane(LaneRole::Worker);
    for (int curve = 0; curve < 8; ++curve) {
        const auto series = lane->seriesIndex("loss " + std::to_string(curve), SeriesKind::Gauge);
        for (int i = 0; i < 10; ++i)
            lane->sample(series, 1 + curve);
    }
    trace->stop();
    const auto picture = shown(ViewKind::Curves, {&scenario_, {outcome("pool", trace)}, {}, {}, {}});
    const Theme theme = Theme::make(dark, 1, uiFont());
    const QImage image = imageOf(*picture, theme);
    QHash<QRgb, int> counts;
    for (int y = 60; y < image.height() - 40; ++y) {
        for (int x = 80; x < image.width() - 60; ++x)
            ++counts[image.pixel(x, y)];
    }
    std::vector<int> greys;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > 200 && QColor(it.key()).saturation() > 60)
            greys.push_back(qGray(it.key()));
    }
    std::ranges::sort(greys);
    greys.erase(std::unique(greys.begin(), greys.end()), greys.end());
    int distinct = greys.empty() ? 0 : 1;
    for (std::size_t i = 1; i < greys.size(); ++i)
        distinct += greys[i] - greys[i - 1] >= 5;
    QVERIFY2(distinct >= 8, qPrintable(QString::number(distinct)));
}

void TestViews::picturesStandInTheOrderOfTheSources()
{
    const auto picture = shown(ViewKind::Pictures, full());
    QVERIFY2(picture->numbers().startsWith("1 · a.png\tBefore 160×90\tAfter 160×90\n"),
             qPrintable(picture->numbers()));
    const QImage image = imageOf(*picture, Theme::make(false, 1, uiFont()));
    int red = image.width();
    int green = image.width();
    for (int y = 60; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == QColor(Qt::red).rgb())
                red = std::min(red, x);
            if (image.pixel(x, y) == QColor(Qt::green).rgb())
                green = std::min(green, x);
        }
    }
    QVERIFY(red < green && green < image.width());
}

void TestViews::picturesComeWithTheirTasks()
{
    Scene scene = full();
    scene.outcomes.resize(1);
    const Nanoseconds begin = scene.outcomes[0].shown()->trace->lanes().front()->began();
    scene.instant = begin + 6 * ms; // task 0 is done, task 1 is not
    const auto picture = shown(ViewKind::Pictures, scene);
    QCOMPARE(picture->numbers().count('\n'), 1);
    QVERIFY(picture->numbers().startsWith("1 · a.png"));
}

void TestViews::theSweepMarksTheLeast()
{
    const auto picture = shown(ViewKind::Sweep, full());
    QCOMPARE(picture->numbers(),
             "Sequential\t1: 4.00 s\t10: 4.00 s\t100: 4.00 s\nPool\t1: 3.00 s\t10: 1.00 s\t100: 3.00 s\n");
    // A logarithmic axis: 10 stands in the middle of 1 and 100, and the ring around it.
    const Theme theme = Theme::make(false, 1, uiFont());
    const QImage image = imageOf(*picture, theme);
    double sum = 0;
    int count = 0;
    for (int y = 60; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == theme.gain.rgb()) {
                sum += x;
                ++count;
            }
        }
    }
    QVERIFY(count > 20);
    QVERIFY2(std::abs(sum / count - image.width() / 2.0) < 40, qPrintable(QString::number(sum / count)));
}

void TestViews::aSweepStaysBesideARun()
{
    Scene scene = full();
    const QString before = shown(ViewKind::Sweep, scene)->numbers();
    scene.outcomes.clear();
    QCOMPARE(shown(ViewKind::Sweep, scene)->numbers(), before);
    QCOMPARE(figureCommand(scene, {"sweep:grain", Theme::make(false, 1, uiFont()), "en", {800, 400}}, "svg"),
             "tenfold sweep none/fake --over grain --values 1,10,100 --chart sweep.svg --size 800x400 --lang "
             "en --theme light");
}

void TestViews::withoutASweepTheRunIsAPoint()
{
    Outcome one = swept("pool", 50, 2);
    const auto picture = shown(ViewKind::Sweep, {&scenario_, {swept("sequential", 50, 4), one}, {}, {}, {}});
    QCOMPARE(picture->numbers(), "Sequential\t50: 4.00 s\nPool\t50: 2.00 s\n");
    one.repeats[0].status = Status::Running;
    const auto running = shown(ViewKind::Sweep, {&scenario_, {one}, {}, {}, {}});
    QCOMPARE(running->numbers(), "Pool\n");
}

void TestViews::everyView() const
{
    QTest::addColumn<QString>("id");
    for (const View &view : scenario_.views)
        QTest::newRow(qPrintable(view.id)) << view.id;
}

void TestViews::everyViewIsDrawnEmptyAndFull_data()
{
    everyView();
}

void TestViews::everyViewIsDrawnEmptyAndFull()
{
    QFETCH(QString, id);
    const std::unique_ptr<Picture> picture(makeView(*scenario_.view(id)));
    QVERIFY(picture);
    const Scene pending{&scenario_, {{"sequential", {}, 1, {{}}}, {"pool", {}, 1, {}}}, {}, {}, {}};
    for (const bool dark : {false, true}) {
        const Theme theme = Theme::make(dark, 1, uiFont());
        for (const QSize size : {QSize(320, 200), QSize(960, 380)}) {
            picture->show({&scenario_, {}, {}, {}, {}});
            const QImage empty = imageOf(*picture, theme, size);
            picture->show(pending);
            imageOf(*picture, theme, size);
            picture->show(full());
            const QImage drawn = imageOf(*picture, theme, size);
            QVERIFY(drawn != empty);
            QVERIFY(!picture->accessibleDescription().isEmpty());
            picture->show({&scenario_, {}, {}, {}, {}});
            QCOMPARE(imageOf(*picture, theme, size), empty);
        }
    }
}

void TestViews::everyViewIsExported_data()
{
    everyView();
}

void TestViews::everyViewIsExported()
{
    QFETCH(QString, id);
    QTemporaryDir folder;
    for (const QString &ending : pictureEndings()) {
        const QString file = folder.filePath("x." + ending);
        const Figure figure{id, Theme::make(false, 1, uiFont()), "en", {800, 400}};
        QCOMPARE(saveFigure(full(), figure, file), "");
        QVERIFY(QFile(file).size() > 1000);
    }
    QFile svg(folder.filePath("x.svg"));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray text = svg.readAll();
    QVERIFY(text.contains(scenario_.view(id)->title.text().toUtf8()));
}

QTEST_MAIN(TestViews)
#include "tst_views.moc"
