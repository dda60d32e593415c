// The slide of a sweep: its sentence, once, and an axis only beside values.

#include "core/analysis/sweepbest.h"
#include "core/catalog/pattern.h"
#include "tests/ui/svgtexts.h"
#include "ui/fonts.h"
#include "ui/stage/stagepicture.h"

#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace tenfold;
using Kind = Slide::Kind;

class tst_SweepSlide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSweepConcludesOnce();
    void aSweepWithoutAValueHasNoAxis();
};

static QList<Text> drawn(StagePicture &picture, QSize size)
{
    return textsOf(
        svgOf(size, [&](QPainter &painter, const QRectF &target) { picture.render(painter, target); }));
}

/// A sweep over the workers that told how many are enough for each of the variants.
static Sweep told(const Scenario &scenario, const QStringList &variants)
{
    Sweep sweep{{.scenario = &scenario, .variants = variants, .over = QStringLiteral("workers")}};
    sweep.request.sweptValues = {1, 4, 8};
    for (const int value : {1, 4, 8}) {
        for (const QString &variant : variants) {
            Outcome outcome{variant, {{"workers", value}}, 1, {}};
            for (const double more : {0.0, 0.02, 0.04}) {
                Repeat repeat;
                repeat.status = Status::Finished;
                repeat.seconds = (variant == scenario.variants[0].id ? 8 : 8.0 / std::min(value, 4)) + more;
                repeat.sameResult = true;
                outcome.repeats.push_back(repeat);
            }
            sweep.outcomes.push_back(outcome);
        }
    }
    return sweep;
}

void tst_SweepSlide::theSweepConcludesOnce()
{
    const Scenario &scenario = *findScenario(QStringLiteral("threads/url-fetch"));
    for (const auto &variants :
         {QStringList{"sequential", "parallel"}, QStringList{"sequential", "parallel", "one-interpreter"}}) {
        Scene scene{{.request = {.scenario = &scenario}}};
        scene.sweeps["workers"] = told(scenario, variants);
        const QStringList sentences = sayBestOf(scene.sweeps["workers"]);
        QCOMPARE(sentences.size(), variants.size() - 1);
        StagePicture picture(scenario);
        picture.setTheme(Theme::make(false, 1, uiFont()));
        picture.show(scene, {Kind::Sweep, QStringLiteral("workers")});
        for (const QString &sentence : sentences)
            QCOMPARE(picture.numbers().count(sentence), 1);
        for (const QSize size : {QSize(1280, 720), QSize(900, 600)}) {
            const QList<Text> texts = drawn(picture, size);
            QString all;
            for (const Text &text : texts) {
                all += text.text + u' ';
                QVERIFY2(text.box.right() < size.width(), qPrintable(text.text));
            }
            all = all.simplified();
            for (const QString &sentence : sentences)
                QVERIFY2(all.count(sentence) == 1, qPrintable(all));
            QList<Text> concluded = texts; // the chart's have coordinates of their own
            concluded.removeIf([&](const Text &text) {
                return text.text.size() < 9 || !sentences.join(u' ').contains(text.text);
            });
            QVERIFY(!concluded.isEmpty());
            QVERIFY2(overlapIn(concluded).isEmpty(), qPrintable(overlapIn(concluded)));
        }
    }
}

void tst_SweepSlide::aSweepWithoutAValueHasNoAxis()
{
    const Scenario &scenario = *findScenario(QStringLiteral("threads/url-fetch"));
    Scene scene{{.request = {.scenario = &scenario}}};
    Sweep &sweep = scene.sweeps["workers"] = told(scenario, {"sequential", "parallel"});
    const auto chart = [&](Status status) {
        for (Outcome &outcome : sweep.outcomes) {
            for (Repeat &repeat : outcome.repeats)
                repeat.status = status;
        }
        StagePicture picture(scenario);
        picture.setTheme(Theme::make(false, 1, uiFont()));
        picture.show(scene, {Kind::Sweep, QStringLiteral("workers")});
        QStringList texts;
        for (const Text &text : drawn(picture, {1280, 720}))
            texts << text.text;
        return texts;
    };
    const auto numbers = [](const QStringList &texts) {
        return texts.filter(QRegularExpression("^[0-9.]+$"));
    };
    const QStringList bare = chart(Status::Running);
    QVERIFY2(numbers(bare).size() <= 1, qPrintable(bare.join(u'|'))); // the legend's, of repeats
    QVERIFY2(bare.contains("The first value is being measured"), qPrintable(bare.join(u'|')));
    const QStringList whole = chart(Status::Finished);
    QVERIFY2(numbers(whole).size() > 3, qPrintable(whole.join(u'|')));
    QVERIFY(!whole.contains("The first value is being measured"));
}

QTEST_MAIN(tst_SweepSlide)
#include "tst_sweepslide.moc"
