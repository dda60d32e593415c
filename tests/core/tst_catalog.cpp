// Walks the catalog: a new scenario is tested here without a line.

#include "tests/core/walk.h"
#include "tests/patience.h"
#include "tests/working.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

using namespace tenfold;

class TestCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aUnitIsReadInOneSpelling();
    void thereAreTenPatternsInOrder();
    void aScenarioIsComplete_data() { scenarioRows(); }
    void aScenarioIsComplete();
    void theReadmeTellsOfEachScenario_data() { scenarioRows(); }
    void theReadmeTellsOfEachScenario();
    void whatIsNamedIsDeclared_data() { scenarioRows(); }
    void whatIsNamedIsDeclared();
    void whatIsNamedIsRecorded_data() { scenarioRows(); }
    void whatIsNamedIsRecorded();
    void everyVariantGivesTheReferencesResult_data();
    void everyVariantGivesTheReferencesResult();
    void everyMistakeIsProved_data() { scenarioRows(); }
    void everyMistakeIsProved();
    void stopEndsEveryVariant_data() { variantRows(); }
    void stopEndsEveryVariant();
    void anotherSeedGivesAnotherResult_data() { scenarioRows(); }
    void anotherSeedGivesAnotherResult();
    void theSameSeedGivesTheSameResult_data() { scenarioRows(); }
    void theSameSeedGivesTheSameResult();
    void everyVariantLeavesClosedSpans_data() { variantRows(); }
    void everyVariantLeavesClosedSpans();
};

static bool isId(const QString &id)
{
    static const QRegularExpression form(QStringLiteral("^[a-z][a-z0-9]*(-[a-z0-9]+)*$"));
    return form.match(id).hasMatch();
}

template<typename Range> static bool idsAreUnique(const Range &range)
{
    QSet<QString> seen;
    for (const auto &item : range) {
        if (!isId(item.id) || seen.contains(item.id))
            return false;
        seen << item.id;
    }
    return true;
}

void TestCatalog::aUnitIsReadInOneSpelling()
{
    QStringList read;
    const auto add = [&](const auto &all) {
        for (const auto &one : all)
            read << one.unit.text();
    };
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &scenario : pattern.scenarios)
            add(scenario.parameters), add(scenario.measures), add(scenario.views);
    }
    QVERIFY(!read.contains("us") && read.contains(QString::fromUtf8("µs")));
    const Parameter &grain = *findScenario("thread-pool/task-grain")->parameter("grain");
    QCOMPARE(grain.unit.source(), "us"); // of documents
}

void TestCatalog::thereAreTenPatternsInOrder()
{
    QStringList ids;
    for (const Pattern &pattern : catalog()) {
        ids << pattern.id;
        QVERIFY(!pattern.title.source().isEmpty());
        QVERIFY(!pattern.summary.source().isEmpty());
        QVERIFY(idsAreUnique(pattern.scenarios));
        QVERIFY(pattern.scenarios.empty() || !pattern.bestPractices.empty());
    }
    QCOMPARE(ids, (QStringList{"threads", "processes", "async", "futures", "queue", "lock", "event",
                               "semaphore", "thread-pool", "process-pool"}));
    QVERIFY(findScenario("threads/url-fetch"));
    QVERIFY(!findScenario("threads/none"));
    QVERIFY(!findScenario("none"));
}

void TestCatalog::aScenarioIsComplete()
{
    QFETCH(QString, path);
    const Scenario &scenario = *findScenario(path);
    QVERIFY(!scenario.title.source().isEmpty());
    QVERIFY(scenario.question.source().endsWith(u'?'));
    QVERIFY(sourceOf(scenario).contains(QStringLiteral("Scenario scenario()")));
    QVERIFY(*scenario.python);
    QVERIFY(idsAreUnique(scenario.parameters));
    QVERIFY(idsAreUnique(scenario.columns));
    QVERIFY(idsAreUnique(scenario.variants));
    QVERIFY(idsAreUnique(scenario.views));
    QVERIFY(idsAreUnique(scenario.measures));
    QVERIFY(scenario.variants.size() >= 2);
    QCOMPARE(scenario.variants[0].id, "sequential");
    QCOMPARE(scenario.variants[0].kind, VariantKind::Sequential);
    QCOMPARE(scenario.variants[1].kind, VariantKind::Parallel);
    for (const Variant &variant : scenario.variants) {
        QCOMPARE(variant.isMistake(), !variant.proof.isEmpty());
        QVERIFY(!variant.isMistake() || scenario.measureOf(variant.proof));
        QVERIFY(variant.view.isEmpty() || (variant.isMistake() && scenario.view(variant.view)));
        QVERIFY(variant.cost.isEmpty() || (variant.isMistake() && scenario.measureOf(variant.cost)));
        QVERIFY(!variant.title.source().isEmpty() && !variant.why.source().isEmpty());
    }
    for (const QString &preset : {QStringLiteral("default"), QStringLiteral("quick")})
        QVERIFY2(!scenario.preset(preset).isEmpty(), qPrintable(preset));
    for (const Preset &preset : scenario.presets) {
        const Values values = scenario.preset(preset.id);
        QCOMPARE(values.size(), static_cast<qsizetype>(scenario.parameters.size())); // it names no other
        for (const Parameter &parameter : scenario.parameters) {
            QString error;
            QVERIFY2(parseValue(parameter, values[parameter.id].toString(), &error).isValid(),
                     qPrintable(error));
        }
    }
    QVERIFY(std::ranges::any_of(scenario.columns, &Column::canonical));
}

void TestCatalog::theReadmeTellsOfEachScenario()
{
    QFETCH(QString, path);
    const Scenario &scenario = *findScenario(path);
    QFile file(QStringLiteral(TENFOLD_SOURCE "/README.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString readme = QString::fromUtf8(file.readAll());
    const qsizetype begin = readme.indexOf(QStringLiteral("\n- `%1`: ").arg(path));
    QVERIFY(begin >= 0);
    static const QRegularExpression nextItem(QStringLiteral("\n(- |\n)"));
    const QString item = readme.mid(begin, readme.indexOf(nextItem, begin + 1) - begin);
    for (const Variant &variant : scenario.variants)
        QVERIFY2(!variant.isMistake() || item.contains(QStringLiteral("(`%1`)").arg(variant.id)),
                 qPrintable(variant.id));
    const QString picture = QStringLiteral("resources/pictures/%1.png").arg(scenario.pattern);
    QVERIFY2(readme.contains(QStringLiteral("](%1)").arg(picture)), qPrintable(picture));
    QVERIFY2(QFile::exists(QStringLiteral(TENFOLD_SOURCE "/") + picture), qPrintable(picture));
}

/// Whether the scenario declares what a view of that kind draws.
static bool isDeclared(const Scenario &scenario, ViewKind kind, const QString &source)
{
    const auto isAmong = [&](const auto &ids) {
        return std::ranges::any_of(ids, [&](std::string_view id) {
            return source == QLatin1String(id.data(), qsizetype(id.size()));
        });
    };
    switch (kind) {
    case ViewKind::Columns:
        return scenario.measureOf(source);
    case ViewKind::Bands:
        return isAmong(stateIds);
    case ViewKind::Graph:
        return isAmong(linkIds);
    case ViewKind::Pictures:
        return scenario.column(source) && scenario.column(source)->kind == ColumnKind::Image;
    case ViewKind::Sweep:
        return scenario.parameter(source) && scenario.parameter(source)->isSwept();
    case ViewKind::Efficiency:
        return scenario.parameter(source) || scenario.measureOf(source);
    case ViewKind::Executions:
        return scenario.parameter(source) && scenario.parameter(source)->isOfPicture;
    case ViewKind::Steps:
        return false; // takes none
    case ViewKind::Counter:
    case ViewKind::Curves:
    case ViewKind::Points:
        return true; // series are seen in a run only
    }
    return false;
}

void TestCatalog::whatIsNamedIsDeclared()
{
    QFETCH(QString, path);
    const Scenario &scenario = *findScenario(path);
    for (const View &view : scenario.views) {
        QVERIFY2(!view.title.source().isEmpty(), qPrintable(view.id));
        QVERIFY2(view.sources.isEmpty() == (view.kind == ViewKind::Steps), qPrintable(view.id));
        for (const QString &source : view.sources)
            QVERIFY2(isDeclared(scenario, view.kind, source), qPrintable(view.id + u' ' + source));
        QVERIFY2(view.limit.isEmpty() || scenario.measureOf(view.limit) || scenario.parameter(view.limit),
                 qPrintable(view.limit));
    }
    QVERIFY(scenario.numbers.empty() || scenario.numbers.size() == 3);
    for (const BigMeasure &number : scenario.numbers)
        QVERIFY2(scenario.measureOf(number.id), qPrintable(number.id));
    QVERIFY2(scenario.front.isEmpty() || scenario.view(scenario.front), qPrintable(scenario.front));
    for (const Measure &measure : scenario.measures) {
        for (const QString &column : measure.reading.columns)
            QVERIFY2(scenario.column(column), qPrintable(column));
        for (const QString &parameter : measure.reading.parameters)
            QVERIFY2(scenario.parameter(parameter), qPrintable(parameter));
    }
}

void TestCatalog::whatIsNamedIsRecorded()
{
    QFETCH(QString, path);
    const Scenario &scenario = *findScenario(path);
    QStringList series, labels;
    const auto outcomes = carriedOut(planOf({&scenario, allVariants(scenario), scenario.preset("quick")}));
    for (const Outcome &outcome : outcomes) {
        const Repeat &repeat = *outcome.shown();
        for (const Measure &measure : scenario.measures)
            QVERIFY2(outcome.finding(measure.id), qPrintable(measure.id));
        QCOMPARE(repeat.results.findings.size(), scenario.measures.size());
        for (const Series &one : repeat.trace->series())
            series << QString::fromStdString(one.id);
        for (const Lane *lane : repeat.trace->lanes())
            lane->spans().forEach([&](const SpanRecord &span) { labels << QString::fromUtf8(span.label); });
    }
    for (const View &view : scenario.views) {
        const bool byBegin = view.kind == ViewKind::Curves || view.kind == ViewKind::Points;
        if (!byBegin && view.kind != ViewKind::Counter)
            continue;
        for (const QString &source : view.sources)
            QVERIFY2(std::ranges::any_of(
                         series,
                         [&](const QString &id) { return byBegin ? id.startsWith(source) : id == source; }),
                     qPrintable(view.id + u' ' + source));
    }
    for (const Measure &measure : scenario.measures) {
        for (const QString &id : measure.reading.series)
            QVERIFY2(series.contains(id), qPrintable(measure.id + u' ' + id));
        for (const QString &label : measure.reading.labels)
            QVERIFY2(labels.contains(label), qPrintable(measure.id + u' ' + label));
    }
}

void TestCatalog::everyVariantGivesTheReferencesResult_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("workers");
    for (const Scenario *scenario : walked()) {
        for (const int workers : {1, 2, 3, 8, 32})
            QTest::addRow("%s %d workers", qPrintable(scenario->path()), workers)
                << scenario->path() << workers;
    }
}

void TestCatalog::everyVariantGivesTheReferencesResult()
{
    QFETCH(QString, path);
    QFETCH(int, workers);
    const Scenario &scenario = *findScenario(path);
    Values values = scenario.preset("quick");
    if (!values.contains("workers") && workers > 1)
        QSKIP("this scenario has no workers parameter; the row for one worker covers it");
    if (values.contains("workers"))
        values["workers"] = workers;
    const auto outcomes = carriedOut(planOf({&scenario, scenario.tickedVariants(), values}));
    QCOMPARE(outcomes.size(), static_cast<std::size_t>(scenario.tickedVariants().size()));
    for (const Outcome &outcome : outcomes) {
        const QByteArray which = outcome.variant.toUtf8() + ' ' + outcome.error().toUtf8();
        QVERIFY2(outcome.status() == Status::Finished, which.constData());
        QVERIFY2(!outcome.shown()->results.table.rows.isEmpty(), which.constData());
        QVERIFY2(outcome.sameResult(), which.constData());
    }
}

void TestCatalog::everyMistakeIsProved()
{
    QFETCH(QString, path);
    const Scenario &scenario = *findScenario(path);
    const auto outcomes = carriedOut(planOf({&scenario, allVariants(scenario), scenario.preset("quick")}));
    for (const Variant &mistake : scenario.variants) {
        if (!mistake.isMistake())
            continue;
        for (const Outcome &outcome : outcomes) {
            const Variant &variant = *scenario.variant(outcome.variant);
            if (variant.isMistake() && variant.id != mistake.id)
                continue;
            const Finding *proof = outcome.finding(mistake.proof);
            const QByteArray which = mistake.proof.toUtf8() + " of " + outcome.variant.toUtf8();
            QVERIFY2(proof, which.constData());
            if (variant.isMistake())
                QVERIFY2(proof->value > 0, which.constData());
            else
                QVERIFY2(proof->value == 0, which.constData());
        }
    }
}

/// Rows that have been put; there may be gaps between them.
static qsizetype rowsOf(const Outcome &outcome)
{
    return std::ranges::count_if(outcome.shown()->results.table.rows,
                                 [](const QVariantList &row) { return !row.isEmpty(); });
}

/// At default size, or where that is over at once, at preset `large`.
static Values longEnough(const Scenario &scenario)
{
    const Values large = scenario.preset("large");
    return large.isEmpty() ? scenario.preset("default") : large;
}

struct Whole
{
    qsizetype rows = 0;
    bool isStuck = false; ///< it gets no further by itself
};

/// A whole run of `variant` that lasts. A right variant has the rows of variants[1].
static Whole wholeRun(const Scenario &scenario, const QString &variant)
{
    static QHash<QString, Whole> known;
    const QString id = scenario.variant(variant)->isMistake() ? variant : scenario.variants[1].id;
    const auto found = known.constFind(scenario.path() + u' ' + id);
    if (found != known.cend())
        return *found;
    const Outcome outcome = carriedOut({&scenario, {{id, longEnough(scenario)}}}).front();
    return *known.insert(scenario.path() + u' ' + id, {rowsOf(outcome), outcome.status() == Status::Stuck});
}

void TestCatalog::stopEndsEveryVariant()
{
    QFETCH(QString, path);
    QFETCH(QString, variant);
    const Scenario &scenario = *findScenario(path);
    const auto [whole, isStuck] = wholeRun(scenario, variant);
    QVERIFY(whole > 1 || isStuck);
    // It is stopped as soon as one of its spans is open, a quarter of a second before its end at least. One
    // that did not look at the stop would have all of its rows, whenever it is stopped; on a busy machine
    // one that does may have most of them, once.
    qsizetype rows = whole;
    for (int attempt = 0; attempt == 0 || (attempt < 5 && 2 * rows > whole); ++attempt) {
        Runner runner;
        runner.start({&scenario, {{variant, longEnough(scenario)}}});
        const bool isAtWork = comesToWork(runner, patience);
        runner.stop();
        runner.stop();
        runner.wait();
        const Outcome outcome = runner.outcomes().front();
        QVERIFY2(isAtWork, qPrintable(outcome.error()));
        if (outcome.status() == Status::Finished)
            continue; // it was over before
        QCOMPARE(outcome.status(), Status::Cancelled);
        rows = rowsOf(outcome);
    }
    QVERIFY2(2 * rows <= whole, qPrintable(QStringLiteral("%1 rows of %2").arg(rows).arg(whole)));
}

void TestCatalog::anotherSeedGivesAnotherResult()
{
    QFETCH(QString, path);
    const Scenario &scenario = *findScenario(path);
    if (!scenario.isSeeded)
        QSKIP("this scenario draws nothing at random");
    const Values values = scenario.preset("quick");
    const QString reference = scenario.variants[0].id;
    const auto one = carriedOut({&scenario, {{reference, values, 1}}});
    const auto two = carriedOut({&scenario, {{reference, values, 2}}});
    QVERIFY(!one[0].shown()->results.table.sameResult(two[0].shown()->results.table));
}

void TestCatalog::theSameSeedGivesTheSameResult()
{
    QFETCH(QString, path);
    const Scenario &scenario = *findScenario(path);
    const Values values = scenario.preset("quick");
    const auto one = carriedOut({&scenario, {{scenario.variants[0].id, values, 7}}});
    const auto two = carriedOut({&scenario, {{scenario.variants[1].id, values, 7}}});
    QVERIFY(one[0].shown()->results.table.sameResult(two[0].shown()->results.table));
}

void TestCatalog::everyVariantLeavesClosedSpans()
{
    QFETCH(QString, path);
    QFETCH(QString, variant);
    const Scenario &scenario = *findScenario(path);
    const auto outcomes = carriedOut({&scenario, {{variant, scenario.preset("quick")}}});
    const Repeat &repeat = *outcomes[0].shown();
    QCOMPARE(repeat.trace->dropped(), std::uint64_t(0));
    std::size_t spans = 0;
    for (const Lane *lane : repeat.trace->lanes()) {
        lane->spans().forEach([&](const SpanRecord &span) {
            ++spans;
            QVERIFY(!span.isOpen());
            QVERIFY(span.begin >= 0 && span.begin <= span.endOr(0));
            // The trace of what got stuck ends there, before the waits are broken off.
            QVERIFY(repeat.status == Status::Stuck || span.endOr(0) <= repeat.trace->now());
        });
    }
    QVERIFY(spans > 0);
}

QTEST_GUILESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
