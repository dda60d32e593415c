#include "core/executors/processpoolexecutor.h"
#include "core/sync/stopped.h"
#include "core/trace/trace.h"
#include "core/workloads/compute/digits.h"
#include "core/workloads/compute/training.h"
#include "tests/core/walk.h"
#include "tests/patience.h"

#include <cmath>

using namespace tenfold;

class TestMlTraining : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDigitsAreWhole();
    void theSameTrainingGivesTheSameNumbers();
    void learningLowersTheLoss();
    void theBestModelKnowsMoreThanNineTenthsOfTheHeldOutDigits();
    void anEnormousRateStaysANumber();
    void stopEndsATraining();
    void aLossArrivesAfterEachEpoch_data();
    void aLossArrivesAfterEachEpoch();
    void lossesOfAWorkerProcessArriveWhileItLearns();
};

static const Scenario &scenario()
{
    return *findScenario("processes/ml-training");
}

void TestMlTraining::theDigitsAreWhole()
{
    const auto &digits = handwrittenDigits();
    QCOMPARE(digits.size(), std::size_t(1797));
    std::array<int, 10> each{};
    for (const Digit &digit : digits) {
        ++each.at(static_cast<std::size_t>(digit.digit));
        for (const double pixel : digit.pixels)
            QVERIFY(pixel >= 0 && pixel <= 1);
    }
    QCOMPARE(each, (std::array<int, 10>{178, 182, 177, 183, 181, 182, 181, 179, 174, 180}));
}

void TestMlTraining::theSameTrainingGivesTheSameNumbers()
{
    const Training training{1, 0.02, 3, 5};
    const Trained one = train(training), two = train(training), other = train({1, 0.02, 3, 6});
    QCOMPARE(one.toCbor(), two.toCbor());
    QVERIFY(one.loss != other.loss);
    QCOMPARE(trainTask(training.toCbor(), {}), QCborValue(one.toCbor()));
    QCOMPARE(one.features, 64);
    QCOMPARE(one.samples, 1438);
}

void TestMlTraining::learningLowersTheLoss()
{
    const Trained first = train({1, 0.01, 1, 1}), tenth = train({1, 0.01, 10, 1});
    QVERIFY(first.loss < std::log(10.0)); // that of guessing
    QVERIFY(tenth.loss < first.loss / 2);
}

void TestMlTraining::theBestModelKnowsMoreThanNineTenthsOfTheHeldOutDigits()
{
    for (const quint64 seed : {1, 2, 3}) {
        const Trained trained = train({1, 0.02, 20, seed});
        QVERIFY2(trained.accuracy > 0.90, qPrintable(QString::number(trained.accuracy)));
    }
    Values values = scenario().preset("quick");
    values["epochs"] = 20;
    const auto outcomes = carriedOut({&scenario(), {{"processes", values}}});
    QVERIFY2(outcomes[0].finding("best"), qPrintable(outcomes[0].error()));
    QVERIFY(outcomes[0].finding("best")->value > 90);
}

void TestMlTraining::anEnormousRateStaysANumber()
{
    const Trained trained = train({1, 1e6, 2, 1});
    QVERIFY(std::isfinite(trained.loss));
    QVERIFY(trained.accuracy >= 0 && trained.accuracy <= 1);
}

void TestMlTraining::stopEndsATraining()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Stopped, train({1, 0.1, 1'000'000, 1}, stop.get_token()));
}

/// The samples of a series in all lanes, in the order of each lane.
static std::vector<SampleRecord> samplesOf(const Trace &trace, const std::string &id)
{
    const std::vector<Series> all = trace.series();
    std::vector<SampleRecord> found;
    for (const Lane *lane : trace.lanes()) {
        lane->samples().forEach([&](const SampleRecord &sample) {
            if (all[static_cast<std::size_t>(sample.series)].id == id)
                found.push_back(sample);
        });
    }
    return found;
}

void TestMlTraining::aLossArrivesAfterEachEpoch_data()
{
    QTest::addColumn<QString>("variant");
    for (const char *variant : {"sequential", "processes", "threads"})
        QTest::newRow(variant) << variant;
}

void TestMlTraining::aLossArrivesAfterEachEpoch()
{
    QFETCH(QString, variant);
    const auto outcomes = carriedOut({&scenario(), {{variant, scenario().preset("quick")}}});
    const Repeat &repeat = *outcomes[0].shown();
    QVERIFY2(repeat.status == Status::Finished, qPrintable(repeat.error));
    for (int model = 1; model <= 8; ++model) {
        const auto losses = samplesOf(*repeat.trace, "loss " + std::to_string(model));
        QCOMPARE(losses.size(), std::size_t(4));
        QCOMPARE(losses.back().value, repeat.results.table.rows[model - 1][5].toDouble());
        for (std::size_t i = 0; i < losses.size(); ++i) {
            QVERIFY(losses[i].time > (i ? losses[i - 1].time : 0)); // on the clock of the trace
            QVERIFY(losses[i].time < repeat.trace->now());
        }
    }
}

void TestMlTraining::lossesOfAWorkerProcessArriveWhileItLearns()
{
    Trace trace;
    std::stop_source stop;
    ProcessPoolExecutor pool(1, trace, stop.get_token());
    const auto future = pool.submit(QStringLiteral("train"), Training{7, 0.01, 100'000'000, 1}.toCbor());
    QTRY_VERIFY_WITH_TIMEOUT(samplesOf(trace, "loss 7").size() > 1, patience);
    QVERIFY(!future.isDone());
    stop.request_stop();
}

QTEST_GUILESS_MAIN(TestMlTraining)
#include "tst_mltraining.moc"
