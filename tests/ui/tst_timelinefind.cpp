// What is looked for in the timeline.

#include "tests/patience.h"
#include "tests/ui/lowtimeline.h"
#include "ui/language.h"

#include <QLineEdit>
#include <QPointer>
#include <QTest>

using namespace tenfold;

class TestTimelineFind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(QStringLiteral("en")); }
    void aTaskIsLookedFor();
    void theFindFieldTakesNothingFromOthers();
};

/// Two tasks one after the other, and nothing between them.
static Scene twoTasks()
{
    const Scenario &scenario = *findScenario(QStringLiteral("threads/url-fetch"));
    auto trace = std::make_shared<Trace>();
    Lane *lane = trace->addLaneAt(0, LaneRole::Worker);
    for (const std::int32_t task : {0, 1}) {
        const Nanoseconds begin = (1 + 4 * task) * 1'000'000;
        lane->endAt(begin + 2'000'000, lane->beginAt(begin, State::Io, "GET", task, {}));
    }
    lane->closeAt(8'000'000);
    trace->stopAt(8'000'000);
    Repeat repeat;
    repeat.status = Status::Finished;
    repeat.seconds = 0.008;
    repeat.trace = trace;
    Scene scene;
    scene.request = {&scenario, {QStringLiteral("parallel")}, scenario.preset(QStringLiteral("quick"))};
    scene.outcomes.push_back({QStringLiteral("parallel"), scene.request.values, 1, {repeat}});
    scene.summary = summarize(scenario, scene.outcomes, 2);
    return scene;
}

/// What is drawn of the first lane at an instant.
static QColor colourAt(Timeline &timeline, double seconds)
{
    const auto &rows = timeline.painter().rows();
    const auto row = std::ranges::find(rows, TimelineRow::Kind::Lane, &TimelineRow::kind) - rows.begin();
    const QImage image = timeline.grab().toImage();
    return image.pixelColor(qRound(timeline.painter().time().x(seconds)),
                            qRound(timeline.painter().rowScale().y(static_cast<int>(row))) + 8);
}

void TestTimelineFind::aTaskIsLookedFor()
{
    Low d;
    d.timeline.show(twoTasks());
    d.timeline.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&d.timeline, patience));
    const QColor first = colourAt(d.timeline, 0.0025), second = colourAt(d.timeline, 0.0065);
    d.press(Qt::Key_F, Qt::ControlModifier);
    auto *find = d.timeline.findChild<QLineEdit *>();
    QVERIFY(find);
    find->setText(QStringLiteral("2"));
    QCOMPARE(d.timeline.note(), QStringLiteral("1 span lit"));
    QVERIFY(colourAt(d.timeline, 0.0025) != first); // under the veil
    QCOMPARE(colourAt(d.timeline, 0.0065), second);
    find->setText(QStringLiteral("get"));
    QCOMPARE(d.timeline.note(), QStringLiteral("2 spans lit, on 1 rows"));
    QCOMPARE(colourAt(d.timeline, 0.0025), first);
    find->setText(QStringLiteral("no such task"));
    QCOMPARE(d.timeline.note(), QStringLiteral("no span found"));
    QVERIFY(colourAt(d.timeline, 0.0065) != second);
    d.press(Qt::Key_Escape);
    QVERIFY(d.timeline.note().isEmpty());
    QCOMPARE(colourAt(d.timeline, 0.0025), first);
}

void TestTimelineFind::theFindFieldTakesNothingFromOthers()
{
    Low d;
    QLineEdit other(&d.timeline);
    other.setObjectName(QStringLiteral("other"));
    other.show();
    d.timeline.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&d.timeline, patience));
    const auto find = [&] {
        d.press(Qt::Key_F, Qt::ControlModifier);
        for (QLineEdit *edit : d.timeline.findChildren<QLineEdit *>()) {
            if (edit != &other && !edit->isHidden())
                return QPointer<QLineEdit>(edit);
        }
        return QPointer<QLineEdit>();
    };
    QPointer<QLineEdit> field = find();
    QVERIFY(field && field->hasFocus());
    other.setFocus();
    d.timeline.show(twoTasks()); // another run: nothing is looked for, and whoever is typed into stays so
    QVERIFY(!field || field->isHidden());
    QVERIFY(other.hasFocus());
    d.timeline.setFocus();
    field = find();
    QVERIFY(field);
    field->setText(QStringLiteral("2"));
    d.timeline.lightLine(1); // its words are no longer what is lit
    QVERIFY(!field || field->isHidden());
    QCOMPARE(d.timeline.note(), QStringLiteral("no span found"));
}

QTEST_MAIN(TestTimelineFind)
#include "tst_timelinefind.moc"
