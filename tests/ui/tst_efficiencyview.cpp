#include "ui/charts/chart.h"
#include "ui/fonts.h"

#include <QPainter>
#include <QTest>

using namespace tenfold;

class TestEfficiencyView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theNumbersSayWhatTheOverheadAllows();
    void whatWasNotMeasuredIsNotThere();
    void aSweepAddsItsDots();
    void aLongTaskIsDrawnHigherThanAShortOne();

private:
    Outcome outcome(double length, double overhead, double efficiency) const;
    Scene sceneOf(const std::vector<Outcome> &outcomes) const;

    Scenario scenario_;
    View view_;
};

void TestEfficiencyView::initTestCase()
{
    scenario_.parameters = {{"grain", "Grain", "us", ParameterKind::Integer, 10, 100'000, {}, 100}};
    scenario_.measures = {{.id = "task", .title = "Length", .unit = "us"},
                          {.id = "overhead", .title = "Overhead", .unit = "us"},
                          {.id = "share", .title = "Share", .unit = "%"}};
    scenario_.variants = {{"sequential", "Sequential", VariantKind::Sequential, {}},
                          {"pool", "Pool", VariantKind::Parallel, {}}};
    view_ = {"law", ViewKind::Efficiency, "Efficiency", {"grain", "task", "overhead", "share"}};
}

Outcome TestEfficiencyView::outcome(double length, double overhead, double efficiency) const
{
    Repeat repeat;
    repeat.status = Status::Finished;
    repeat.results.findings = {
        {"task", length, "us"}, {"overhead", overhead, "us"}, {"share", efficiency, "%"}};
    return {"pool", {}, 1, {repeat}};
}

Scene TestEfficiencyView::sceneOf(const std::vector<Outcome> &outcomes) const
{
    Scene scene;
    scene.request.scenario = &scenario_;
    scene.outcomes = outcomes;
    return scene;
}

void TestEfficiencyView::theNumbersSayWhatTheOverheadAllows()
{
    const std::unique_ptr<Picture> picture(makeView(view_));
    picture->show(sceneOf({outcome(30, 10, 70)}));
    QCOMPARE(picture->numbers(),
             "Pool\tlength 30 µs\toverhead 10 µs\tefficiency 70 %\tthe overhead allows 75 %\n");
    QCOMPARE(picture->accessibleName(), "Efficiency");
}

void TestEfficiencyView::whatWasNotMeasuredIsNotThere()
{
    const std::unique_ptr<Picture> picture(makeView(view_));
    picture->show(sceneOf({outcome(30, 0, 100), {"pool", {}, 1, {}}})); // the sequential one has no overhead
    QCOMPARE(picture->numbers(), QString());
}

void TestEfficiencyView::aSweepAddsItsDots()
{
    const std::unique_ptr<Picture> picture(makeView(view_));
    Scene scene = sceneOf({outcome(100, 10, 90)});
    scene.sweeps["grain"] = {{.scenario = &scenario_, .over = "grain"},
                             {outcome(10, 10, 45), outcome(1000, 10, 98)}};
    picture->show(scene);
    QCOMPARE(picture->numbers().count(u'\n'), 3);
}

/// The row of the first pixel of `colour` in a column of the image, from above; -1 where there is none.
static int firstRow(const QImage &image, int x, const QColor &colour)
{
    for (int y = 36; y < image.height(); ++y) { // below the legend
        if (image.pixel(x, y) == colour.rgb())
            return y;
    }
    return -1;
}

void TestEfficiencyView::aLongTaskIsDrawnHigherThanAShortOne()
{
    const Theme theme = Theme::make(false, 1, uiFont());
    const std::unique_ptr<Picture> picture(makeView(view_));
    picture->show(sceneOf({outcome(1000, 1000, 50)}));
    picture->setTheme(theme);
    QImage image(800, 500, QImage::Format_RGB32);
    image.fill(theme.card);
    QPainter painter(&image);
    picture->render(painter, QRectF(image.rect()));
    painter.end();
    const QColor colour = theme.of(VariantKind::Parallel);
    const int left = firstRow(image, 150, colour), right = firstRow(image, 700, colour);
    QVERIFY(left > 0 && right > 0);
    QVERIFY2(right < left - 100, qPrintable(QStringLiteral("%1 %2").arg(left).arg(right)));
}

QTEST_MAIN(TestEfficiencyView)
#include "tst_efficiencyview.moc"
