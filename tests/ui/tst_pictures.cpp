#include "core/catalog/pattern.h"
#include "core/trace/span.h"
#include "ui/charts/chart.h"
#include "ui/fonts.h"
#include "ui/language.h"

#include <QTest>

using namespace tenfold;

class tst_Pictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(QStringLiteral("en")); }
    void aCounterViewDrawsAllItsSources();
    void whatWasStoppedIsNoWholeBar();
};

/// A scene with one outcome, whose trace has a sample each of two series.
static Scene sceneOf(Status status)
{
    Scene scene;
    scene.scenario = findScenario(QStringLiteral("threads/url-fetch"));
    auto trace = std::make_shared<Trace>();
    Lane *lane = trace->addLane(LaneRole::Worker);
    lane->sample(lane->seriesIndex("wide"), 7);
    lane->sample(lane->seriesIndex("narrow"), 3);
    lane->close();
    trace->stop();
    Repeat repeat;
    repeat.status = status;
    repeat.seconds = 1.5;
    repeat.trace = trace;
    scene.outcomes = {Outcome{QStringLiteral("sequential"), {}, 1, {repeat}}};
    return scene;
}

void tst_Pictures::aCounterViewDrawsAllItsSources()
{
    View view;
    view.kind = ViewKind::Counter;
    view.sources = QStringList{"wide", "narrow"};
    const std::unique_ptr<Picture> picture(makeView(view));
    picture->setTheme(Theme::make(false, 1, uiFont()));
    picture->show(sceneOf(Status::Finished));
    QVERIFY2(picture->numbers().contains(QLatin1String("at most 7")), qPrintable(picture->numbers()));
    QVERIFY2(picture->numbers().contains(QLatin1String("at most 3")), qPrintable(picture->numbers()));
}

void tst_Pictures::whatWasStoppedIsNoWholeBar()
{
    const std::unique_ptr<Picture> picture(makeElapsedBars());
    picture->setTheme(Theme::make(false, 1, uiFont()));
    picture->show(sceneOf(Status::Finished));
    QVERIFY(!picture->numbers().contains(QLatin1String("(stopped)")));
    picture->show(sceneOf(Status::Cancelled));
    QVERIFY2(picture->numbers().contains(QLatin1String("(stopped)")), qPrintable(picture->numbers()));
}

QTEST_MAIN(tst_Pictures)
#include "tst_pictures.moc"
