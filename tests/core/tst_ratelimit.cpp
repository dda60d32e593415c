// Requests that a token bucket starts.

#include "core/analysis/summary.h"
#include "tests/core/walk.h"

using namespace tenfold;

class TestRateLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBucketKeepsTheRateAndAllowsTheBurst();
    void withoutItTooManyStart();
    void theRateIsTheLimit();
    void aBurstForAllIsNoLimit();
};

static const Scenario &scenario()
{
    return *findScenario("semaphore/rate-limit");
}

static std::vector<Outcome> carriedOutWith(const QStringList &variants, const Values &values)
{
    Plan plan{&scenario(), {}};
    for (const QString &variant : variants)
        plan.jobs.push_back({variant, values, 1});
    return carriedOut(plan);
}

void TestRateLimit::theBucketKeepsTheRateAndAllowsTheBurst()
{
    const Values values{{"workers", 8}, {"rate", 20}, {"burst", 4}, {"requests", 30}};
    const Outcome outcome = carriedOutWith({"limited"}, values).front();
    QVERIFY(outcome.finding("most")->value <= 24);
    QVERIFY(outcome.finding("most")->value >= 4); // the burst
    QVERIFY(outcome.shown()->seconds >= 26 / 20.0);
    QCOMPARE(outcome.finding("allowed")->value, 24);
    QCOMPARE(outcome.finding("too-many")->value, 0);
}

void TestRateLimit::withoutItTooManyStart()
{
    const Values values{{"workers", 16}, {"rate", 5}, {"burst", 1}, {"requests", 30}};
    const Outcome outcome = carriedOutWith({"unlimited"}, values).front();
    QVERIFY(outcome.finding("too-many")->value > 0);
    QCOMPARE(outcome.finding("too-many")->value, outcome.finding("most")->value - 6);
}

void TestRateLimit::theRateIsTheLimit()
{
    const Values values{{"workers", 8}, {"rate", 20}, {"burst", 4}, {"requests", 30}};
    const auto outcomes = carriedOutWith({"sequential", "limited"}, values);
    const Summary summary = summarize(scenario(), outcomes, 2);
    QVERIFY(summary.of("limited")->limit);
    QCOMPARE(*summary.of("limited")->limit, 1.3);
}

void TestRateLimit::aBurstForAllIsNoLimit()
{
    const Values values{{"workers", 64}, {"rate", 1}, {"burst", 40}, {"requests", 40}};
    const Outcome outcome = carriedOutWith({"limited"}, values).front();
    QCOMPARE(outcome.status(), Status::Finished);
    QCOMPARE(outcome.finding("too-many")->value, 0);
    for (const Lane *lane : outcome.shown()->trace->lanes()) {
        lane->spans().forEach([](const SpanRecord &span) {
            QVERIFY(span.state != State::Permit || std::string_view(span.label) == "token");
        });
    }
}

QTEST_GUILESS_MAIN(TestRateLimit)
#include "tst_ratelimit.moc"
