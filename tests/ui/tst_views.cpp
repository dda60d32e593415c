// The views of kind bands, steps, curves, pictures and sweep: what they draw of made-up outcomes.

#include "tests/ui/viewfixture.h"
#include "ui/export/export.h"

#include <QHash>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace tenfold;

class TestViews : public ViewFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUp(); }
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
    void theSweepShadesWhatGainsNothing();
    void aSweepStaysBesideARun();
    void withoutASweepTheRunIsAPoint();
    void everyViewIsDrawnEmptyAndFull_data();
    void everyViewIsDrawnEmptyAndFull();
    void everyViewIsExported_data();
    void everyViewIsExported();

private:
    void everyView() const;
};

void TestViews::bandsSumTheStatesThatTheViewNames()
{
    const auto picture =
        shown(ViewKind::Bands, sceneOf({outcome("sequential", worked()), outcome("pool", worked())}));
    QCOMPARE(picture->numbers(), "Sequential\tsending: 1.00 ms\nPool\tsending: 1.00 ms\n");
    QCOMPARE(picture->accessibleName(), "Messages");
    // Computing is no part of it: its colour is in the mark of the row alone.
    const Theme theme = Theme::make(false, 1, uiFont());
    QVERIFY(pixels(imageOf(*picture, theme), theme.of(VariantKind::Parallel)) < 400);
    const QImage image = imageOf(*picture, theme);
    const QColor sending = styleOf(State::Send, theme).fill;
    QVERIFY(pixels(image, sending) > 1000);
    // Few bars take more than the upper half of the picture.
    QVERIFY(pixels(image.copy(0, image.height() / 2, image.width(), image.height() / 2), sending) > 100);
}

void TestViews::bandsWithoutSourcesHaveAllStates()
{
    const std::unique_ptr<Picture> picture(makeView({"all", ViewKind::Bands, "All", {}}));
    picture->show(sceneOf({outcome("pool", worked())}));
    QVERIFY2(picture->numbers().contains("running: 18.0 ms\tsending: 1.00 ms"),
             qPrintable(picture->numbers()));
}

void TestViews::stepsFollowTheTasks()
{
    const auto picture = shown(ViewKind::Steps, sceneOf({outcome("pool", worked())}));
    QCOMPARE(picture->numbers(), "Pool\t4.00 ms\t6.00 ms\t8.00 ms\n");
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
    const auto picture = shown(ViewKind::Steps, sceneOf({outcome("pool", trace)}, begin + 7 * ms));
    QCOMPARE(picture->numbers(), "Pool\t4.00 ms\t2.00 ms\n");
}

void TestViews::curvesAreThoseOfTheHeadlineOnceAllIsOver()
{
    const auto picture =
        shown(ViewKind::Curves, sceneOf({outcome("sequential", learned(3)), outcome("pool", learned(4)),
                                         outcome("threads", learned(5))}));
    QCOMPARE(picture->numbers(), "0.1\t0.50 after 4 samples\n0.5\t0.25 after 4 samples\n");
}

void TestViews::curvesOfTheOutcomeThatRuns()
{
    const auto picture =
        shown(ViewKind::Curves, sceneOf({outcome("sequential", learned(3)), outcome("pool", learned(4)),
                                         outcome("threads", learned(2), Status::Running)}));
    QCOMPARE(picture->numbers(), "0.1\t1 after 2 samples\n0.5\t0.50 after 2 samples\n");
}

void TestViews::curvesOfThePastEndThere()
{
    const auto trace = learned(6);
    const Nanoseconds third = trace->lanes().front()->samples()[7].time; // the third of "loss 0.1"
    const auto picture = shown(ViewKind::Curves, sceneOf({outcome("pool", trace)}, third));
    QVERIFY2(picture->numbers().contains("0.1\t0.67 after 3 samples"), qPrintable(picture->numbers()));
    const auto before = shown(ViewKind::Curves, sceneOf({outcome("pool", trace)}, -1));
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
    const auto picture = shown(ViewKind::Curves, sceneOf({outcome("pool", trace)}));
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
             "Sequential\t1: 4.00 s\t10: 4.00 s\t100: 4.00 s\nPool\t1: 3.00 s\t10: 1.00 s\t100: 3.00 s\n"
             "Grain: 10 was the fastest (1.00 s); each value was measured once.\n");
    // Values at equal distances: 10 stands in the middle of 1 and 100, and the ring around it.
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

void TestViews::theSweepShadesWhatGainsNothing()
{
    Scene scene = full();
    Sweep &sweep = scene.sweeps["grain"];
    sweep.outcomes.clear();
    for (const auto &[grain, seconds] : {std::pair(1, 3.0), std::pair(10, 1.0), std::pair(100, 0.99)}) {
        for (const char *variant : {"sequential", "pool"}) {
            Outcome outcome = swept(variant, grain, *variant == 's' ? 4 : seconds);
            outcome.repeats.resize(3, outcome.repeats.front());
            outcome.repeats[1].seconds *= 1.1;
            outcome.repeats[2].seconds *= 0.9;
            sweep.outcomes.push_back(outcome);
        }
    }
    const auto picture = shown(ViewKind::Sweep, scene);
    QVERIFY2(picture->numbers().endsWith("Grain: 10 are enough; 100 gains nothing.\n"),
             qPrintable(picture->numbers()));
    QVERIFY2(
        picture->data().startsWith("Grain (µs)\tSequential: seconds\tPool: seconds\n1\t4\t3\n10\t4\t1\n"),
        qPrintable(picture->data()));
    const Theme theme = Theme::make(false, 1, uiFont());
    const QImage image = imageOf(*picture, theme);
    const int y = image.height() * 62 / 100; // between the curves
    int shaded = 0;
    int elsewhere = 0;
    for (int x = 0; x < image.width(); ++x) {
        const QColor colour = image.pixelColor(x, y);
        const bool isGround = colour != theme.card && colour.saturation() < 20 && colour.lightness() > 200;
        (x > image.width() * 2 / 3 ? shaded : elsewhere) += isGround;
    }
    QVERIFY2(elsewhere < image.width() / 20, qPrintable(QString::number(elsewhere))); // the grid alone
    QVERIFY2(shaded > image.width() / 6, qPrintable(QString::number(shaded)));
}

void TestViews::aSweepStaysBesideARun()
{
    Scene scene = full();
    const QString before = shown(ViewKind::Sweep, scene)->numbers();
    scene.outcomes.clear();
    QCOMPARE(shown(ViewKind::Sweep, scene)->numbers(), before);
    QCOMPARE(figureCommand(
                 scene, {FigureId::parse("sweep:grain"), Theme::make(false, 1, uiFont()), "en", {800, 400}},
                 "svg"),
             "tenfold sweep none/fake --over grain --values 1,10,100 --chart sweep.svg --size 800x400 --lang "
             "en --theme light");
}

void TestViews::withoutASweepTheRunIsAPoint()
{
    Outcome one = swept("pool", 50, 2);
    const auto picture = shown(ViewKind::Sweep, sceneOf({swept("sequential", 50, 4), one}));
    QCOMPARE(picture->numbers(), "Sequential\t50: 4.00 s\nPool\t50: 2.00 s\n");
    one.repeats[0].status = Status::Running;
    const auto running = shown(ViewKind::Sweep, sceneOf({one}));
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
    const Scene pending = sceneOf({{"sequential", {}, 1, {{}}}, {"pool", {}, 1, {}}});
    for (const bool dark : {false, true}) {
        const Theme theme = Theme::make(dark, 1, uiFont());
        for (const QSize size : {QSize(320, 200), QSize(960, 380)}) {
            picture->show(sceneOf({}));
            const QImage empty = imageOf(*picture, theme, size);
            picture->show(pending);
            imageOf(*picture, theme, size);
            picture->show(full());
            const QImage drawn = imageOf(*picture, theme, size);
            QVERIFY(drawn != empty);
            QCOMPARE(imageOf(*picture, theme, size, Qt::red), drawn); // what is drawn on fills nothing
            QVERIFY(!picture->accessibleDescription().isEmpty());
            picture->show(sceneOf({}));
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
        const Figure figure{FigureId::parse(id), Theme::make(false, 1, uiFont()), "en", {800, 400}};
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
