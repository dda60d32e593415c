// The labels of the axes of every view, at times from nothing to half an hour.

#include "tests/ui/svgtexts.h"
#include "tests/ui/viewfixture.h"

#include <QGraphicsScene>
#include <QGraphicsTextItem>
#include <QGraphicsView>
#include <QTest>
#include <QTextDocument>

using namespace tenfold;

class TestAxisLabels : public ViewFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUp(); }
    void neverOverlap_data();
    void neverOverlap();
};

void TestAxisLabels::neverOverlap_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<double>("seconds");
    for (const double seconds : {0.0, 3.3e-6, 0.0007, 0.04, 0.9, 1234.5}) {
        for (const View &view : scenario_.views) {
            if (view.kind != ViewKind::Graph) // has no axis
                QTest::addRow("%s, %g s", qPrintable(view.id), seconds) << view.id << seconds;
        }
        QTest::addRow("elapsed, %g s", seconds) << QString() << seconds;
    }
}

/// A worker with three tasks of so many seconds in all.
static std::shared_ptr<Trace> lasting(double seconds)
{
    auto trace = std::make_shared<Trace>();
    Lane *lane = trace->addLaneAt(0, LaneRole::Worker);
    const auto third = static_cast<Nanoseconds>(seconds * 1e9 / 3);
    for (std::int32_t task = 0; task < 3; ++task)
        lane->endAt(third * (task + 1), lane->beginAt(third * task, State::Running, "", task, here));
    lane->closeAt(third * 3);
    trace->stopAt(third * 3);
    return trace;
}

/// The texts of a chart as it is shown.
static QList<Text> textsOf(const QGraphicsView &chart)
{
    QList<Text> texts;
    for (const QGraphicsItem *item : chart.scene()->items()) {
        const auto *text = qgraphicsitem_cast<const QGraphicsTextItem *>(item);
        if (!text || !text->isVisible() || text->toPlainText().isEmpty())
            continue;
        const qreal margin = text->document()->documentMargin();
        const qreal above = (text->boundingRect().height() - QFontMetricsF(text->font()).capHeight()) / 2;
        texts << Text{text->toPlainText(), // digits
                      text->sceneBoundingRect().adjusted(margin, above, -margin, -above)};
    }
    return texts;
}

void TestAxisLabels::neverOverlap()
{
    QFETCH(QString, id);
    QFETCH(double, seconds);
    Scene scene = sceneOf({});
    Sweep sweep{{.scenario = &scenario_, .variants = scenario_.tickedVariants(), .over = "grain"}};
    for (const Variant &variant : scenario_.variants) {
        scene.outcomes.push_back(outcome(variant.id, lasting(seconds)));
        for (const int grain : {1, 10, 100, 999})
            sweep.outcomes.push_back(swept(variant.id, grain, seconds));
    }
    scene.sweeps["grain"] = sweep;
    scene.summary = summarize(scenario_, scene.outcomes, 2);
    const std::unique_ptr<Picture> picture(id.isEmpty() ? makeElapsedBars() : makeView(*scenario_.view(id)));
    qsizetype seen = 0;
    for (const double factor : {1.0, 1.5}) {
        picture->setTheme(Theme::make(false, factor, uiFont()));
        for (const QSize size : {QSize(320, 220), QSize(480, 300), QSize(1000, 560)}) {
            picture->resize(size);
            picture->show(scene);
            picture->grab(); // laid out as it is shown,
            QCoreApplication::sendPostedEvents();
            picture->grab(); // which Qt Charts does later
            const auto *chart = picture->findChild<QGraphicsView *>();
            const QList<Text> texts =
                chart ? textsOf(*chart) : textsOf(svgOf(size, [&](QPainter &painter, const QRectF &target) {
                    picture->render(painter, target);
                }));
            seen += texts.size();
            const QByteArray where = QStringLiteral("%1 x %2, text %3: ")
                                         .arg(size.width())
                                         .arg(size.height())
                                         .arg(factor)
                                         .toUtf8();
            QVERIFY2(overlapIn(texts).isEmpty(), where + overlapIn(texts).toUtf8());
        }
    }
    QVERIFY(seen > 0); // where there is no room, they are left out
}

QTEST_MAIN(TestAxisLabels)
#include "tst_axislabels.moc"
