#include "core/catalog/pattern.h"
#include "core/recording/writers.h"
#include "core/run/command.h"
#include "core/run/run.h"
#include "core/run/runner.h"
#include "core/run/sweep.h"

#include <QTest>

using namespace tenfold;

class TestSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyValueRunsEveryVariantInTurnUnrecorded();
    void eachValueHasAReferenceOfItsOwn();
    void anotherResultHasNoSpeedup();
    void theLadderLiesAroundTheDefaultWithinTheRange();
    void valuesAreReadAscendingAndOnce();
    void badValuesAreASentence_data();
    void badValuesAreASentence();
    void theDocumentHoldsEveryRepeat();
    void theCommandRepeatsTheSweep();
    void aValueWithSpacesStaysOneWord();
    void aStoppedSweepKeepsWhatItHas();
    void realVariantsAreRightUnrecorded();

private:
    Sweep sweep(const QStringList &variants, const QList<int> &list, int repeats = 1);
    Scenario scenario_;
    std::function<void(Run &)> parallel_;
};

void TestSweep::initTestCase()
{
    scenario_.id = "fake";
    scenario_.pattern = "none";
    scenario_.parameters = {{"grain", "Grain", {}, ParameterKind::Integer, 1, 1000, {}, 50},
                            {"way", "Way", {}, ParameterKind::Choice, 0, 0, {"a", "b"}, "a"}};
    scenario_.presets = {{"default", {}}};
    scenario_.columns = {{"value", "Value", ColumnKind::Integer}};
    const auto body = [](Run &run) { run.setRow(0, {run.integer(QStringLiteral("grain"))}); };
    scenario_.variants = {{"sequential", "Sequential", VariantKind::Sequential, body},
                          {"parallel", "Parallel", VariantKind::Parallel, [this](Run &r) { parallel_(r); }}};
    parallel_ = body;
}

Sweep TestSweep::sweep(const QStringList &variants, const QList<int> &list, int repeats)
{
    Runner runner;
    const Request request{&scenario_, variants, scenario_.preset("default"), 1, repeats, "grain", list};
    runner.start(planOf(request));
    runner.wait();
    return {request, runner.outcomes()};
}

void TestSweep::everyValueRunsEveryVariantInTurnUnrecorded()
{
    const Plan plan = planOf(
        {&scenario_, {"parallel"}, scenario_.preset("default"), 7, 2, QStringLiteral("grain"), {2, 5}});
    QStringList jobs;
    for (const Job &job : plan.jobs) {
        jobs << job.variant + QString::number(job.values["grain"].toInt());
        QVERIFY(job.recording == Trace::Recording::Off);
        QCOMPARE(job.seed, quint64(7));
    }
    const QStringList once{"sequential2", "parallel2", "sequential5", "parallel5"};
    QCOMPARE(jobs, once + once);
}

void TestSweep::eachValueHasAReferenceOfItsOwn()
{
    // The table differs from value to value: against the first value's reference, 3 and 4 would be wrong.
    for (const SweepPoint &point : sweepPoints(sweep({"parallel"}, {2, 3, 4}))) {
        QVERIFY(point.median);
        QVERIFY2(point.speedup, qPrintable(QString::number(point.value)));
    }
}

void TestSweep::anotherResultHasNoSpeedup()
{
    const auto right = std::exchange(parallel_, [](Run &run) {
        run.setRow(0,
                   {run.integer(QStringLiteral("grain")) == 3 ? -1 : run.integer(QStringLiteral("grain"))});
    });
    const auto points = sweepPoints(sweep({"parallel"}, {2, 3}));
    parallel_ = right;
    QCOMPARE(points.size(), std::size_t(4));
    QVERIFY(points[1].speedup);
    QCOMPARE(points[3].value, 3);
    QVERIFY(points[3].median);
    QVERIFY(!points[3].speedup);
}

void TestSweep::theLadderLiesAroundTheDefaultWithinTheRange()
{
    Parameter parameter = scenario_.parameters[0];
    QCOMPARE(sweepLadder(parameter), (QList<int>{1, 5, 20, 50, 100, 200, 500}));
    parameter.maximum = 120;
    QCOMPARE(sweepLadder(parameter), (QList<int>{1, 5, 20, 50, 100}));
    parameter.minimum = 30;
    parameter.defaultValue = 36;
    QCOMPARE(sweepLadder(parameter), (QList<int>{36, 50, 100}));
    parameter.minimum = 1;
    parameter.maximum = 64;
    parameter.defaultValue = 2;
    QCOMPARE(sweepLadder(parameter), (QList<int>{1, 2, 4, 8, 16, 32}));
    parameter.defaultValue = 5;
    QCOMPARE(sweepLadder(parameter), (QList<int>{1, 2, 4, 5, 8, 16, 32, 64}));
}

void TestSweep::valuesAreReadAscendingAndOnce()
{
    QString error;
    QCOMPARE(parseSweep(scenario_.parameters[0], "16, 1,4,16", &error), (QList<int>{1, 4, 16}));
    QVERIFY(error.isEmpty());
}

void TestSweep::badValuesAreASentence_data()
{
    QTest::addColumn<int>("parameter");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << 0 << ""
                           << "1 to 50";
    QTest::newRow("commas") << 0 << ",,"
                            << "1,5,20,50";
    QTest::newRow("out of range") << 0 << "1,4,1001"
                                  << "from 1 to 1000";
    QTest::newRow("no number") << 0 << "1,four"
                               << "\"four\"";
    QTest::newRow("a choice") << 1 << "1"
                              << "\"way\" is not a whole-number parameter";
    QStringList many;
    for (int i = 1; i < 100; ++i)
        many << QString::number(i);
    QTest::newRow("too many") << 0 << many.join(",") << "1 to 50";
}

void TestSweep::badValuesAreASentence()
{
    QFETCH(int, parameter);
    QFETCH(QString, text);
    QFETCH(QString, says);
    QString error;
    QVERIFY(parseSweep(scenario_.parameters[static_cast<std::size_t>(parameter)], text, &error).isEmpty());
    QVERIFY2(error.contains(says), qPrintable(error));
}

void TestSweep::theDocumentHoldsEveryRepeat()
{
    const QJsonObject document = sweepToJson(sweep({"parallel"}, {2, 5}, 3));
    QCOMPARE(document["scenario"].toString(), "none/fake");
    QCOMPARE(document["over"].toString(), "grain");
    const QJsonArray points = document["points"].toArray();
    QCOMPARE(points.size(), 4);
    for (const QJsonValue point : points) {
        QCOMPARE(point["seconds"].toArray().size(), 3);
        QVERIFY(point["median_seconds"].toDouble() > 0);
        QVERIFY(point["speedup"].isDouble());
    }
    QCOMPARE(points[0]["variant"].toString(), "sequential");
    QCOMPARE(points[3]["value"].toInt(), 5);
}

void TestSweep::theCommandRepeatsTheSweep()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    Values values = scenario.preset("default");
    values["workers"] = 3;
    values["unit"] = 20;
    QCOMPARE(commandOf({&scenario, {"parallel"}, values, 5, 2, "workers", {1, 4}}),
             "tenfold sweep threads/url-fetch --over workers --values 1,4 --variant parallel --set unit=20 "
             "--seed 5 --repeat 2");
}

void TestSweep::aValueWithSpacesStaysOneWord()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    Values values = scenario.preset("default");
    values["urls"] = "sweep --over  two run";
    QCOMPARE(commandOf({&scenario, scenario.tickedVariants(), values, 1, 1, "workers", {1, 4}}),
             "tenfold sweep threads/url-fetch --over workers --values 1,4 "
             "--set 'urls=sweep --over  two run'");
}

void TestSweep::aStoppedSweepKeepsWhatItHas()
{
    Runner runner;
    std::atomic<bool> reached = false;
    const auto right = std::exchange(parallel_, [&](Run &run) {
        run.setRow(0, {run.integer(QStringLiteral("grain"))});
        if (run.integer(QStringLiteral("grain")) == 2)
            return;
        reached = true;
        reached.notify_all();
        while (!run.stop().stop_requested())
            std::this_thread::yield();
    });
    const Request request{&scenario_, {"parallel"}, scenario_.preset("default"), 1, 1, "grain", {2, 3, 4}};
    runner.start(planOf(request));
    reached.wait(false);
    runner.stop();
    runner.wait();
    parallel_ = right;
    const auto points = sweepPoints({request, runner.outcomes()});
    QCOMPARE(points.size(), std::size_t(6));
    QVERIFY(points[1].speedup);
    QCOMPARE(points[3].status, Status::Cancelled);
    QVERIFY(!points[3].median);
    QCOMPARE(points[5].status, Status::Cancelled);
}

void TestSweep::realVariantsAreRightUnrecorded()
{
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &scenario : pattern.scenarios) {
            const auto integer =
                std::ranges::find(scenario.parameters, ParameterKind::Integer, &Parameter::kind);
            if (integer == scenario.parameters.end())
                continue;
            const Values values = scenario.preset("quick");
            const QString over = integer->id;
            Request request{&scenario, scenario.tickedVariants(), values};
            request.over = over;
            request.sweptValues = {values.value(over).toInt()};
            Runner runner;
            runner.start(planOf(request));
            runner.wait();
            for (const SweepPoint &point : sweepPoints({request, runner.outcomes()}))
                QVERIFY2(point.speedup, qPrintable(scenario.path() + u' ' + point.variant));
        }
    }
}

QTEST_MAIN(TestSweep)
#include "tst_sweep.moc"
