#include "ui/charts/chart.h"
#include "ui/fonts.h"

#include <QLabel>
#include <QPainter>
#include <QTest>

using namespace tenfold;

class TestColumnsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aColumnIsAsTallAsItsValue_data();
    void aColumnIsAsTallAsItsValue();
    void whatNeverEndsRunsOutThroughTheTop();
    void aMistakeIsHatched();
    void whatIsNotMeasuredYetHasNoColumn();
    void anInstantBeforeTheEndShowsNothing();
    void theNumbersAreItsDescription();
    void theHeadingNamesTheUnitUnlessTheTitleDoes();
    void itGrowsWithTheOutcomes();

private:
    Outcome outcome(const QString &variant, std::vector<double> values) const;
    Scene sceneOf(const std::vector<Outcome> &outcomes, std::optional<Nanoseconds> instant = {}) const;
    QImage imageOf(Picture &picture, const Theme &theme) const;

    Scenario scenario_;
    View view_;
};

void TestColumnsView::initTestCase()
{
    scenario_.measures = {{.id = "expected", .title = "Expected", .unit = "rows"},
                          {.id = "stored", .title = "Stored", .unit = "rows"}};
    scenario_.variants = {{"sequential", "Sequential", VariantKind::Sequential, {}},
                          {"parallel", "Parallel", VariantKind::Parallel, {}},
                          {"careless", "Careless", VariantKind::Mistake, {}}};
    view_ = {"rows", ViewKind::Columns, "Rows", {"expected", "stored"}};
}

Outcome TestColumnsView::outcome(const QString &variant, std::vector<double> values) const
{
    Repeat repeat;
    repeat.status = Status::Finished;
    auto trace = std::make_shared<Trace>();
    trace->stop();
    repeat.trace = trace;
    for (std::size_t i = 0; i < values.size(); ++i)
        repeat.results.findings.push_back({scenario_.measures[i].id, values[i], {}});
    return {variant, {}, 1, {repeat}};
}

Scene TestColumnsView::sceneOf(const std::vector<Outcome> &outcomes, std::optional<Nanoseconds> instant) const
{
    Scene scene;
    scene.request.scenario = &scenario_;
    scene.outcomes = outcomes;
    scene.instant = instant;
    return scene;
}

QImage TestColumnsView::imageOf(Picture &picture, const Theme &theme) const
{
    picture.setTheme(theme);
    QImage image(800, 500, QImage::Format_RGB32);
    image.fill(theme.card);
    QPainter painter(&image);
    picture.render(painter, QRectF(image.rect()));
    return image;
}

/// How many rows of the image have a pixel of `colour`, below the heading.
static int rowsWith(const QImage &image, const QColor &colour)
{
    int rows = 0;
    for (int y = 60; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == colour.rgb()) {
                ++rows;
                break;
            }
        }
    }
    return rows;
}

void TestColumnsView::aColumnIsAsTallAsItsValue_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestColumnsView::aColumnIsAsTallAsItsValue()
{
    QFETCH(bool, dark);
    const Theme theme = Theme::make(dark, 1, uiFont());
    const std::unique_ptr<Picture> picture(makeView(view_));
    QVERIFY(picture);
    picture->show(sceneOf({outcome("sequential", {200, 200}), outcome("parallel", {200, 50})}));
    const QImage image = imageOf(*picture, theme);
    const int whole = rowsWith(image, theme.of(VariantKind::Sequential));
    const int quarter = rowsWith(image, theme.of(VariantKind::Parallel));
    QVERIFY2(whole > 150, qPrintable(QString::number(whole)));
    QVERIFY2(std::abs(quarter - whole / 4) <= 3, qPrintable(QString::number(quarter)));
}

void TestColumnsView::whatNeverEndsRunsOutThroughTheTop()
{
    const Theme theme = Theme::make(false, 1, uiFont());
    const std::unique_ptr<Picture> picture(makeView(view_));
    const double never = std::numeric_limits<double>::infinity();
    picture->show(sceneOf({outcome("sequential", {40, 200}), outcome("parallel", {50, never})}));
    const QImage image = imageOf(*picture, theme);
    // It goes on where the tallest has its label, and the axis is of those that end.
    const int tallest = rowsWith(image, theme.of(VariantKind::Sequential));
    const int endless = rowsWith(image, theme.of(VariantKind::Parallel));
    QVERIFY2(endless >= tallest + 15, qPrintable(QString("%1, %2").arg(endless).arg(tallest)));
    QVERIFY(tallest > 150);
    QVERIFY(picture->numbers().endsWith(QStringLiteral("Stored ∞ rows\n")));
    const auto heading = [&] { // its keys are in one piece each
        return picture->findChild<QLabel *>()->text().remove(QChar(0x2060)).replace(QChar::Nbsp, u' ');
    };
    QVERIFY2(heading().contains(QStringLiteral("never ends")), qPrintable(heading()));
    picture->show(sceneOf({outcome("sequential", {40, 200}), outcome("parallel", {50, 50})}));
    QVERIFY2(!heading().contains(QStringLiteral("never ends")), qPrintable(heading()));
}

void TestColumnsView::aMistakeIsHatched()
{
    const Theme theme = Theme::make(false, 1, uiFont());
    const std::unique_ptr<Picture> picture(makeView(view_));
    const auto coloursOf = [&](const QString &variant) {
        picture->show(sceneOf({outcome(variant, {0, 100})}));
        const QImage image = imageOf(*picture, theme);
        const QRgb own = theme.of(scenario_.variant(variant)->kind).rgb();
        int left = 0;
        int hatched = 0;
        for (int x = 60; x < image.width() && !left; ++x)
            left = image.pixel(x, 350) == own ? x : 0;
        for (int y = 300; y < 360; ++y)
            hatched += image.pixel(left + 20, y) != own;
        return std::pair(left, hatched);
    };
    const auto [rightAt, rightHatched] = coloursOf("parallel");
    QVERIFY(rightAt > 0);
    QCOMPARE(rightHatched, 0);
    const auto [wrongAt, wrongHatched] = coloursOf("careless");
    QVERIFY(wrongAt > 0);
    QVERIFY(wrongHatched > 5);
}

void TestColumnsView::whatIsNotMeasuredYetHasNoColumn()
{
    const Theme theme = Theme::make(false, 1, uiFont());
    const std::unique_ptr<Picture> picture(makeView(view_));
    picture->show(sceneOf({outcome("sequential", {}), {"parallel", {}, 1, {}}}));
    QCOMPARE(rowsWith(imageOf(*picture, theme), theme.of(VariantKind::Sequential)), 0);
    QCOMPARE(picture->numbers(), "Sequential\tExpected -\tStored -\nParallel\tExpected -\tStored -\n");
}

void TestColumnsView::anInstantBeforeTheEndShowsNothing()
{
    const std::unique_ptr<Picture> picture(makeView(view_));
    const Outcome one = outcome("sequential", {3, 4});
    picture->show(sceneOf({one}, one.shown()->trace->now() - 1));
    QCOMPARE(picture->numbers(), "Sequential\tExpected -\tStored -\n");
    picture->show(sceneOf({one}, one.shown()->trace->now()));
    QCOMPARE(picture->numbers(), "Sequential\tExpected 3 rows\tStored 4 rows\n");
}

void TestColumnsView::theNumbersAreItsDescription()
{
    const std::unique_ptr<Picture> picture(makeView(view_));
    picture->show(sceneOf({outcome("careless", {200, 41})}));
    QCOMPARE(picture->accessibleName(), "Rows");
    QCOMPARE(picture->accessibleDescription(), "Careless\tExpected 200 rows\tStored 41 rows\n");
}

void TestColumnsView::theHeadingNamesTheUnitUnlessTheTitleDoes()
{
    const auto headed = [&](const char *title, const char *unit) {
        for (Measure &measure : scenario_.measures)
            measure.unit = unit;
        View view = view_;
        view.title = title;
        const std::unique_ptr<Picture> picture(makeView(view));
        picture->show(sceneOf({outcome("parallel", {1, 1})}));
        return picture->findChild<QLabel *>()->text();
    };
    QVERIFY(!headed("Rows", "rows").contains("(rows)"));
    QVERIFY(headed("Arrival of the results", "s").contains("Arrival of the results (s)")); // no "s" alone
    QVERIFY(headed("Rows", "").contains("<b>Rows</b>"));
    initTestCase();
}

void TestColumnsView::itGrowsWithTheOutcomes()
{
    const std::unique_ptr<Picture> picture(makeView(view_));
    const Theme theme = Theme::make(false, 1, uiFont());
    picture->show(sceneOf({}));
    imageOf(*picture, theme);
    QCOMPARE(picture->numbers(), "");
    picture->show(sceneOf({outcome("sequential", {1, 1})}));
    picture->show(
        sceneOf({outcome("sequential", {1, 1}), outcome("parallel", {1, 1}), outcome("careless", {1, 0})}));
    QVERIFY(rowsWith(imageOf(*picture, theme), theme.of(VariantKind::Parallel)) > 0);
    picture->show(sceneOf({outcome("sequential", {1, 1})}));
    QCOMPARE(rowsWith(imageOf(*picture, theme), theme.of(VariantKind::Parallel)), 0);
}

QTEST_MAIN(TestColumnsView)
#include "tst_columnsview.moc"
