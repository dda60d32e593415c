// What stands in the timeline of every scenario, at the sizes of window and text that there are.

#include "core/catalog/pattern.h"
#include "tests/ui/svgtexts.h"
#include "tests/ui/toldscene.h"
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
    void theLegendLeavesWhatIsTaken();
};

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

/// Whether the line of what was saved is there, which is solid, without saying so.
static bool hasSilentSaving(const QString &svg, const QList<Text> &texts, const Theme &theme)
{
    const QRegularExpression line(
        QStringLiteral("stroke=\"%1\"(?![^>]*dasharray)[^>]*>\\s*<(?:polyline|path)").arg(theme.gain.name()));
    const QString saved = translate("Timeline", "saved %1").remove(QStringLiteral("%1")).trimmed();
    return svg.contains(line) &&
           std::ranges::none_of(texts, [&](const Text &text) { return text.text.contains(saved); });
}

/// The texts beside the rows.
static QList<Text> namesOf(const Timeline &timeline, const QList<Text> &texts)
{
    const QRectF area = timeline.painter().area();
    QList<Text> names;
    for (const Text &text : texts) {
        if (text.box.right() < area.left() && text.box.bottom() > area.top() &&
            text.box.bottom() < area.bottom())
            names << text;
    }
    return names;
}

/// The height of the lowest row that has a name, but for those of single waits and headings.
static qreal lowestOf(const Timeline &timeline)
{
    qreal lowest = 1000;
    const TimelinePainter &painter = timeline.painter();
    for (int row = 0; row < painter.rowScale().rows(); ++row) {
        const TimelineRow::Kind kind = painter.rows()[static_cast<std::size_t>(row)].kind;
        if (kind != TimelineRow::Kind::SubRow && kind != TimelineRow::Kind::Heading)
            lowest = std::min(lowest, painter.rowScale().pitch(row));
    }
    return lowest;
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
                const QString svg = svgOf(timeline.size(), [&](QPainter &painter, const QRectF &target) {
                    timeline.render(painter, target);
                });
                const QList<Text> texts = textsOf(svg);
                QVERIFY(texts.size() > 3);
                const QByteArray where = QStringLiteral("%1x%2, %3 %, %4, %5: ")
                                             .arg(size.width())
                                             .arg(size.height())
                                             .arg(factor * 100)
                                             .arg(language(), focus.id)
                                             .toUtf8();
                QVERIFY2(overlapIn(texts).isEmpty(), where + overlapIn(texts).toUtf8());
                const QString names = overlapIn(namesOf(timeline, texts), &Text::ink);
                QVERIFY2(names.isEmpty(), where + names.toUtf8());
                QVERIFY2(lowestOf(timeline) >= 14 * factor, where + QByteArray::number(lowestOf(timeline)));
                QVERIFY2(!hasSilentSaving(svg, texts, timeline.painter().theme), where.constData());
                const QString cut = cutIn(timeline, texts, QRectF(timeline.rect()));
                QVERIFY2(cut.isEmpty(), where + cut.toUtf8());
                if (timeline.focus().isEmpty())
                    break; // all rows are there, whatever is in focus
            }
        }
    }
}

void TestTimelineTexts::theLegendLeavesWhatIsTaken()
{
    for (const Pattern &pattern : catalog()) {
        const Scene scene = carriedOut(pattern.scenarios.front(), 8);
        for (const qreal height : {232.0, 390.0}) {
            TimelinePainter painter;
            painter.theme = Theme::make(false, 1, uiFont());
            TimelinePainter::Window window;
            window.taken = 220;
            const QList<Text> texts =
                textsOf(svgOf(QSize(881, qRound(height)), [&](QPainter &on, const QRectF &target) {
                    painter.render(on, target, scene, window);
                }));
            const auto heading = std::ranges::find(texts, TimelinePainter::heading(), &Text::text);
            QVERIFY(heading != texts.end());
            const QRectF field(heading->box.right() + 12, heading->box.top(), window.taken,
                               heading->box.height());
            for (const Text &text : texts)
                QVERIFY2(!text.box.intersects(field), text.text.toUtf8());
        }
    }
}

QTEST_MAIN(TestTimelineTexts)
#include "tst_timelinetexts.moc"
