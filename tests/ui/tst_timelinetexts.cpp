// What stands in the timeline of every scenario, at the sizes of window and text that there are.

#include "core/catalog/pattern.h"
#include "core/run/request.h"
#include "tests/ui/svgtexts.h"
#include "ui/language.h"
#include "ui/timeline/timeline.h"

#include <QTest>

using namespace tenfold;

class TestTimelineTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(QStringLiteral("en")); }
    void noneOverlapsAndNoneIsCutInSilence_data();
    void noneOverlapsAndNoneIsCutInSilence();
};

/// What `workers` did in a variant, told to the microsecond: the `number` says how long it took. All that a
/// row may show is there: states, tasks, two locks, marks of each kind, a crash whose task is tried again.
static std::shared_ptr<Trace> told(const Variant &variant, int number, int workers)
{
    constexpr Nanoseconds us = 1000;
    constexpr std::array marks{"lost", "failed", "timed out", "cancelled", "ring found"};
    const Nanoseconds end = (variant.kind == VariantKind::Sequential ? 3 : 1) * (number + 3) * 40'000 * us;
    auto trace = std::make_shared<Trace>();
    if (variant.isOneThread) {
        Lane *loop = trace->addLaneAt(0, LaneRole::Main);
        for (int i = 0; i < 3 * workers; ++i)
            loop->endAsideAt(end - i * us,
                             loop->beginAsideAt(i * us, Shape::Detached, State::Io, "GET", i, {}));
        loop->closeAt(end);
        trace->stopAt(end);
        return trace;
    }
    const int lanes = variant.kind == VariantKind::Sequential ? 1 : workers;
    std::vector<Lane *> all;
    for (int i = 0; i < lanes; ++i)
        all.push_back(trace->addLaneAt(0, LaneRole::Worker));
    constexpr int steps = 12;
    for (int i = 0; i < lanes; ++i) {
        Lane *lane = all[static_cast<std::size_t>(i)];
        const Nanoseconds step = end / (steps + 1);
        for (int at = 0; at < steps; ++at) {
            const auto state = static_cast<State>((at * 5 + i + number) % static_cast<int>(stateCount));
            if (at == 4)
                lane->markAt(at * step, marks[static_cast<std::size_t>(i) % marks.size()], i, {});
            SpanRecord *task = lane->beginAt(at * step, State::Running, "", (at * lanes + i) % 9, {});
            SpanRecord *part = lane->beginAt(at * step + step / 4, state == State::Ready ? State::Io : state,
                                             "state", SpanRecord::noTask, {});
            SpanRecord *hold = lane->beginAsideAt(at * step + step / 3, Shape::Hold, State::Running,
                                                  i % 2 ? "state" : "account 1", SpanRecord::noTask, {});
            lane->endAsideAt(at * step + step / 2, hold);
            lane->endAt(at * step + step * 3 / 4, part);
            lane->endAt(at * step + step * 7 / 8, task);
        }
        lane->closeAt(end);
    }
    trace->stopAt(end);
    return trace;
}

/// All variants of `scenario`.
static Scene carriedOut(const Scenario &scenario, int workers)
{
    Scene scene;
    scene.request = {&scenario, {}, scenario.preset(QStringLiteral("quick"))};
    for (const Variant &variant : scenario.variants) {
        scene.request.variants << variant.id;
        Repeat repeat;
        repeat.status = Status::Finished;
        repeat.sameResult = true;
        repeat.trace = told(variant, static_cast<int>(scene.outcomes.size()), workers);
        repeat.seconds = toSeconds(repeat.trace->now());
        scene.outcomes.push_back({variant.id, scene.request.values, 1, {repeat}});
    }
    scene.summary = summarize(scenario, scene.outcomes, 2);
    return scene;
}

void TestTimelineTexts::noneOverlapsAndNoneIsCutInSilence_data()
{
    QTest::addColumn<const Scenario *>("scenario");
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &scenario : pattern.scenarios)
            QTest::newRow(qPrintable(scenario.path())) << &scenario;
    }
}

/// Texts of the timeline that say less than they should, with no tool tip that says it all.
static QString cutIn(const Timeline &timeline, const QList<Text> &texts, const QRectF &picture)
{
    for (const Text &text : texts) {
        if (!picture.contains(text.box))
            return text.text + QStringLiteral(" (beyond the edge)");
        if (!text.text.contains(u'…'))
            continue;
        const QString said = timeline.toolTipAt(text.box.center());
        const QStringList parts = text.text.split(u'…');
        const qsizetype first = said.indexOf(parts.first());
        const bool isWhole = first >= 0 && said.indexOf(parts.last(), first + parts.first().size()) >= 0;
        if (!isWhole)
            return text.text + QStringLiteral(" (tool tip: ") + said + u')';
    }
    return {};
}

void TestTimelineTexts::noneOverlapsAndNoneIsCutInSilence()
{
    QFETCH(const Scenario *, scenario);
    const Scene scene = carriedOut(*scenario, 8);
    // What windows of 1024x768, 1280x720, 1600x900 and 1920x1080 leave for it.
    constexpr std::array sizes{QSize(720, 240), QSize(961, 232), QSize(881, 255), QSize(1180, 390)};
    constexpr std::array factors{1.0, 1.25, 1.5, 2.0};
    for (std::size_t row = 0; row < sizes.size(); ++row) {
        for (std::size_t column = 0; column < factors.size(); ++column) {
            const QSize size = sizes[row];
            const qreal factor = factors[column];
            // Each size and each factor with either language, though not each pair of them with both.
            const bool isJapanese = (row + column) % 2 == 1 && canShowJapanese();
            const SpokenLanguage spoken(isJapanese ? QStringLiteral("ja") : QStringLiteral("en"));
            for (const Variant &focus : scenario->variants) {
                Timeline timeline({}, nullptr);
                timeline.setTheme(Theme::make(false, factor, uiFont()));
                timeline.resize(size);
                timeline.setRoom(size.height());
                timeline.show(scene);
                if (timeline.focus() != QString())
                    timeline.setFocusOn(focus.id);
                timeline.resize(size.expandedTo({0, timeline.minimumHeight()}));
                timeline.show(scene); // what is not seen is told of its size late
                const QList<Text> texts =
                    textsOf(svgOf(timeline.size(), [&](QPainter &painter, const QRectF &target) {
                        timeline.render(painter, target);
                    }));
                QVERIFY(texts.size() > 3);
                const QByteArray where = QStringLiteral("%1x%2, %3 %, %4, %5: ")
                                             .arg(size.width())
                                             .arg(size.height())
                                             .arg(factor * 100)
                                             .arg(language(), focus.id)
                                             .toUtf8();
                QVERIFY2(overlapIn(texts).isEmpty(), where + overlapIn(texts).toUtf8());
                const QString cut = cutIn(timeline, texts, QRectF(timeline.rect()));
                QVERIFY2(cut.isEmpty(), where + cut.toUtf8());
                if (timeline.focus().isEmpty())
                    break; // all rows are there, whatever is in focus
            }
        }
    }
}

QTEST_MAIN(TestTimelineTexts)
#include "tst_timelinetexts.moc"
