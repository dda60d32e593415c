#include "core/analysis/sweepbest.h"
#include "core/recording/writers.h"

#include <QTest>

using namespace tenfold;

using FakeTimes = std::map<int, std::vector<double>>; // in seconds, by value
Q_DECLARE_METATYPE(FakeTimes)

class TestSweepBest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theLeastWithinTheNoiseIsEnough();
    void oneDisturbedRepeatIsNotTheNoise();
    void whatFailedWasMeasuredToo();
    void onceMeasuredNothingIsCalledNoGain();
    void whatChanceMayHaveMadeIsNoGain_data();
    void whatChanceMayHaveMadeIsNoGain();
    void besideOtherProgramsTheNearestAreMeasuredAgain();
    void besideOtherProgramsNothingIsCalledEnough();
    void whatChangesTheWorkHasNoBest();
    void whatIsWrongIsNeverTheBest();

private:
    /// With times in seconds for each value of the grain, the reference at 8 s.
    Sweep told(const FakeTimes &times, double referenceGrows = 0) const;
    Scenario scenario_;
};

void TestSweepBest::initTestCase()
{
    scenario_.id = "fake";
    scenario_.pattern = "none";
    scenario_.parameters = {{"grain", "Grain", {}, ParameterKind::Integer, 1, 1000, {}, 50}};
    scenario_.presets = {{"default", {}}};
    scenario_.variants = {{"sequential", "Sequential", VariantKind::Sequential, {}},
                          {"parallel", "Parallel", VariantKind::Parallel, {}}};
}

Sweep TestSweepBest::told(const FakeTimes &times, double referenceGrows) const
{
    Sweep sweep{{.scenario = &scenario_, .variants = {"sequential", "parallel"}, .over = "grain"}};
    const auto add = [&](const QString &variant, int value, const std::vector<double> &seconds) {
        Outcome outcome{variant, {{"grain", value}}, 1, {}};
        for (const double time : seconds) {
            Repeat repeat;
            repeat.status = Status::Finished;
            repeat.seconds = time;
            repeat.sameResult = true;
            outcome.repeats.push_back(repeat);
        }
        sweep.request.sweptValues << value;
        sweep.outcomes.push_back(outcome);
    };
    for (const auto &[value, seconds] : times) {
        add("sequential", value, std::vector<double>(seconds.size(), 8 + referenceGrows * value));
        add("parallel", value, seconds);
    }
    return sweep;
}

void TestSweepBest::theLeastWithinTheNoiseIsEnough()
{
    const Sweep sweep = told({{1, {8, 8.1, 7.9}},
                              {4, {2.0, 2.1, 1.9}},
                              {8, {1.06, 1.05, 1.07}},
                              {16, {1.0, 0.97, 1.08}}, // the fastest, by less than its own repeats differ
                              {50, {1.1, 1.2, 1.0}}});
    const std::vector<SweepBest> best = bestOf(sweep);
    QCOMPARE(best.size(), std::size_t{1});
    QCOMPARE(best[0].value, 8);
    QCOMPARE(best[0].noGain, (QList<int>{16, 50}));
    QCOMPARE(sayBestOf(sweep), QStringList{"Grain: 8 are enough; 16 and 50 gain nothing."});
    QCOMPARE(bestOf(told({{4, {1.01, 1.01}}, {8, {1, 1}}})).at(0).value, 4); // 1 % is no gain
    const QJsonValue json = sweepToJson(sweep)["best"][0];
    QCOMPARE(json["variant"].toString(), "parallel");
    QCOMPARE(json["value"].toInt(), 8);
    QCOMPARE(json["no_gain"].toArray(), (QJsonArray{16, 50}));
    QCOMPARE(sayBestOf(told({{1, {2.0, 2.1}}, {2, {2.0, 2.1}}})),
             QStringList{"Grain: 1 is enough; 2 gains nothing."});
    QCOMPARE(sayBestOf(told({{1, {4.0, 4.1}}, {2, {2.0, 2.1}}})),
             QStringList{"Grain: 2, the most that was measured, was the fastest (2.05 s)."});
}

void TestSweepBest::oneDisturbedRepeatIsNotTheNoise()
{
    const std::vector<SweepBest> best =
        bestOf(told({{2, {4.0, 4.0, 4.1}}, {4, {2.0, 2.0, 2.1}}, {8, {1.0, 1.0, 9.0}}}));
    QCOMPARE(best.at(0).value, 8);
    QVERIFY(best[0].noGain.isEmpty());
    QCOMPARE(bestOf(told({{4, {1.09, 1.09, 1.09}}, {8, {1.0, 1.0, 9.0}}})).at(0).value, 4); // within a tenth
}

void TestSweepBest::whatFailedWasMeasuredToo()
{
    Sweep sweep = told({{1, {4.0, 4.1}}, {2, {2.0, 2.1}}, {8, {1.0, 1.0}}});
    const auto says = [&] { return sayBestOf(sweep).value(0); };
    QVERIFY2(says().contains("8, the most that was measured"), qPrintable(says()));
    Repeat &last = sweep.outcomes.back().repeats.back();
    for (const Status status : {Status::Failed, Status::Stuck}) {
        last.status = status;
        QCOMPARE(says(), "Grain: 2 was the fastest of those that ended with the right result (2.05 s).");
    }
    last.status = Status::Finished;
    last.sameResult = false;
    QVERIFY2(says().contains("of those that"), qPrintable(says()));
    last.status = Status::Cancelled; // then nobody knows
    QCOMPARE(says(), "It was stopped before all values were measured.");
    QVERIFY(bestOf(sweep).empty());
}

void TestSweepBest::onceMeasuredNothingIsCalledNoGain()
{
    const Sweep sweep = told({{1, {8}}, {8, {1.01}}, {16, {1.0}}, {50, {1.1}}});
    const SweepBest best = bestOf(sweep).at(0);
    QCOMPARE(best.value, 8); // one measurement each cannot tell it from 16
    QVERIFY(!best.isBanded && !best.isFastest && best.noGain.isEmpty());
    QCOMPARE(
        sayBestOf(sweep),
        QStringList{"Grain: 8 came within a tenth of the fastest (1.01 s); each value was measured once."});
    QVERIFY(sweepToJson(sweep)["best"][0]["no_gain"].isNull());
    QCOMPARE(sayBestOf(told({{1, {8}}, {8, {1.2}}, {16, {1.0}}})),
             QStringList{"Grain: 16 was the fastest (1.00 s); each value was measured once."});
}

void TestSweepBest::whatChanceMayHaveMadeIsNoGain_data()
{
    QTest::addColumn<FakeTimes>("times");
    QTest::addColumn<int>("best");
    const auto row = [](const char *name, const FakeTimes &t, int b) { QTest::newRow(name) << t << b; };
    row("bands that overlap", {{4, {2, 2, 2}}, {8, {1.02, 1.07, 1.08}}, {50, {1.0, 1.0, 1.05}}}, 8);
    row("bands apart", {{4, {2, 2, 2}}, {8, {1.07, 1.07, 1.08}}, {50, {1.0, 1.0, 1.05}}}, 50);
    row("a small gain, repeated", {{8, {1.05, 1.05, 1.05}}, {50, {1, 1, 1}}}, 50);
    row("less than a fiftieth", {{8, {1.015, 1.015, 1.015}}, {50, {1, 1, 1}}}, 8);
    row("one lucky repeat", {{8, {1.3, 1.3, 0.9}}, {50, {1.0, 1.0, 1.0}}}, 50);
    row("once, the last by a hair", {{1, {8}}, {4, {2}}, {8, {1.03}}, {16, {1.02}}, {50, {1.0}}}, 8);
    row("once, by a tenth", {{8, {1.11}}, {50, {1.0}}}, 50);
}

void TestSweepBest::whatChanceMayHaveMadeIsNoGain()
{
    QFETCH(FakeTimes, times);
    QFETCH(int, best);
    QCOMPARE(bestOf(told(times)).at(0).value, best);
}

void TestSweepBest::besideOtherProgramsTheNearestAreMeasuredAgain()
{
    Sweep sweep = told({{1, {8}}, {4, {2}}, {8, {1.2}}, {16, {1.0}}, {50, {1.1}}});
    const auto open = [&] {
        QList<int> values;
        for (const std::size_t i : undecided(scenario_, sweep.outcomes))
            values << sweep.outcomes[i].values.value("grain").toInt();
        return values;
    };
    QCOMPARE(open(), QList<int>()); // nobody disturbed it
    for (Outcome &outcome : sweep.outcomes)
        outcome.repeats.front().othersCores = outcome.variant == "parallel" ? 0.05 : 2;
    QCOMPARE(open(), QList<int>()); // too little to be seen, and the reference says nothing of them
    sweep.outcomes.back().repeats.front().othersCores = 1.5;
    QCOMPARE(open(), (QList<int>{8, 16, 50}));
    sweep.outcomes.back().repeats.front().again = 1;
    QVERIFY(
        sayBestOf(sweep).value(0).endsWith("the fastest (1.00 s).")); // and not that each was measured once
    for (Outcome &outcome : sweep.outcomes)
        outcome.repeats.front().again = timesUndecided;
    QVERIFY(sayBestOf(sweep).value(0).endsWith("the fastest (1.00 s)."));
    QVERIFY(sayBestOf(sweep).value(1).startsWith("Other programs used cores"));
    sweep.outcomes.back().repeats.emplace_back(sweep.outcomes.back().repeats.front()); // repeats tell
    QCOMPARE(open(), QList<int>());
}

void TestSweepBest::besideOtherProgramsNothingIsCalledEnough()
{
    Sweep sweep = told({{1, {8, 8}}, {2, {4, 4.1}}, {4, {3.9, 4}}});
    QCOMPARE(bestOf(sweep).at(0).value, 2);
    Outcome &first = sweep.outcomes.at(1);
    QCOMPARE(first.values.value("grain"), 1);
    const auto bend = [](Outcome &outcome, double share) {
        for (Repeat &repeat : outcome.repeats)
            repeat.bent = share;
    };
    bend(first, 0.3); // it would still be far behind
    QCOMPARE(bestOf(sweep).size(), 1);
    bend(first, 0.5); // it might be as fast
    QVERIFY(bestOf(sweep).empty());
    bend(first, 0);
    bend(sweep.outcomes.back(), 0.1); // the fastest itself
    QVERIFY(bestOf(sweep).empty());
    QCOMPARE(sayBestOf(sweep),
             QStringList{"Grain: how many are enough cannot be told beside other programs."});
    scenario_.variants.push_back({"other", "Other", VariantKind::Parallel, {}});
    for (const Outcome &outcome : std::vector<Outcome>(sweep.outcomes)) {
        if (outcome.variant != "parallel")
            continue;
        sweep.outcomes.push_back(outcome);
        sweep.outcomes.back().variant = "other";
        bend(sweep.outcomes.back(), 0);
    }
    const QStringList said = sayBestOf(sweep); // each by its name
    scenario_.variants.pop_back();
    QCOMPARE(said.size(), 2);
    QVERIFY(said[0].startsWith("Grain, Parallel: how many are enough cannot"));
    QVERIFY(said[1].startsWith("Grain, Other: 2 are enough"));
}

void TestSweepBest::whatChangesTheWorkHasNoBest()
{
    QVERIFY(bestOf(told({{1, {1, 1}}, {10, {2, 2}}, {100, {9, 9}}}, 1)).empty());
    QVERIFY(bestOf(told({{1, {1, 1}}})).empty()); // one value is the best of nothing
    QVERIFY(bestOf(told({})).empty());
}

void TestSweepBest::whatIsWrongIsNeverTheBest()
{
    Sweep sweep = told({{1, {8, 8}}, {8, {1, 1}}, {16, {0.1, 0.1}}});
    sweep.outcomes.back().repeats.back().sameResult = false;
    QCOMPARE(bestOf(sweep).at(0).value, 8);
    sweep.outcomes.back().repeats.back().status = Status::Failed;
    QCOMPARE(bestOf(sweep).at(0).value, 8);
    QVERIFY(bestOf(sweep)[0].noGain.isEmpty());
}

QTEST_MAIN(TestSweepBest)
#include "tst_sweepbest.moc"
