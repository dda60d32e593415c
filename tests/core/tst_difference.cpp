// In what two runs differ, and whether that is more than chance.

#include "core/analysis/difference.h"
#include "core/catalog/pattern.h"
#include "core/recording/writers.h"

#include <QJsonDocument>
#include <QTest>

using namespace tenfold;

using FakeSeconds = std::vector<double>;
Q_DECLARE_METATYPE(FakeSeconds)
Q_DECLARE_METATYPE(tenfold::Verdict)

class TestDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theNoiseOfTheRepeatsDecides_data();
    void theNoiseOfTheRepeatsDecides();
    void whatDiffersIsARow();
    void whatWasBentProvesNothing();
    void whatHasNoResultIsNotCompared();
    void whatIsInOneRunOnlyIsNotCompared();
    void anotherScenarioIsASentence();
    void countsAreNoTimes();
    void passwordsAreNoDifference();
    void thePinnedRunIsNamedByItsOwnValues();
    void documentsHaveTheValues();

private:
    /// One after the other in 4 s, and shared in `seconds`.
    Recording told(const FakeSeconds &seconds, const Values &changes = {}) const;
    static const DifferenceRow *row(const Difference &difference, const QString &id,
                                    const QString &variant = {})
    {
        const auto found = std::ranges::find_if(difference.rows, [&](const DifferenceRow &one) {
            return one.id == id && one.variant == variant;
        });
        return found == difference.rows.end() ? nullptr : &*found;
    }
    Scenario scenario_;
};

void TestDifference::initTestCase()
{
    scenario_.id = "fake";
    scenario_.pattern = "none";
    scenario_.title = "Fake";
    scenario_.parameters = {{"workers", "Workers", {}, ParameterKind::Integer, 1, 64, {}, 5},
                            {"unit", "Delay", "ms", ParameterKind::Integer, 1, 1500, {}, 200},
                            {"urls", "URLs", {}, ParameterKind::Text, 0, 0, {}, ""}};
    scenario_.presets = {{"default", {}}};
    scenario_.measures = {{"peak", "Peak"}, {"size", "Size", {}, "MiB"}};
    scenario_.variants = {{"sequential", "Sequential", VariantKind::Sequential, {}},
                          {"threads", "Threads", VariantKind::Parallel, {}},
                          {"careless", "Careless", VariantKind::Mistake, {}}};
}

Recording TestDifference::told(const FakeSeconds &seconds, const Values &changes) const
{
    Recording recording{.request = {.scenario = &scenario_, .values = scenario_.preset("default")}};
    recording.request.values.insert(changes);
    recording.machine = {.cores = 4, .allowed = 4, .effectiveCores = 3.8, .qt = "6", .compiler = "g++"};
    for (const QString id : {"sequential", "threads"}) {
        Outcome outcome{id, recording.request.values, 1, {}};
        for (const double time : seconds) {
            Repeat repeat;
            repeat.status = Status::Finished;
            repeat.seconds = id == "threads" ? time : 4;
            repeat.sameResult = true;
            repeat.results.findings = {{"peak", 5}, {"size", 1.5, "MiB"}};
            outcome.repeats.push_back(repeat);
        }
        recording.outcomes.push_back(outcome);
    }
    return recording;
}

void TestDifference::theNoiseOfTheRepeatsDecides_data()
{
    QTest::addColumn<FakeSeconds>("then");
    QTest::addColumn<FakeSeconds>("now");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const FakeSeconds &then, const FakeSeconds &now, Verdict verdict,
                        const char *said) {
        QTest::newRow(name) << then << now << verdict << QString::fromUtf8(said);
    };
    row("once each", {1.61}, {0.81}, Verdict::Once,
        "Threads took 0.81 s instead of 1.61 s (−50 %). Measured once each: whether this is more than noise "
        "is "
        "not known.");
    row("once then", {1.61}, {0.81, 0.80, 0.82}, Verdict::Once,
        "Threads took 0.81 s instead of 1.61 s (−50 %). The pinned run was measured once: whether this is "
        "more "
        "than noise is not known.");
    row("once now", {1.61, 1.61}, {0.81}, Verdict::Once,
        "Threads took 0.81 s instead of 1.61 s (−50 %). This run was measured once: whether this is more "
        "than "
        "noise is not known.");
    row("apart", {1.60, 1.61, 1.65}, {0.80, 0.81, 0.83}, Verdict::More,
        "Threads took 0.81 s instead of 1.61 s (−50 %). That is more than the noise of the repeats (1.60 s "
        "to "
        "1.65 s and 0.80 s to 0.83 s).");
    row("a little and apart", {1.00, 1.01, 1.02}, {1.05, 1.06, 1.07}, Verdict::More,
        "Threads took 1.06 s instead of 1.01 s (+5 %). That is more than the noise of the repeats (1.00 s to "
        "1.02 s and 1.05 s to 1.07 s).");
    row("within the repeats", {1.00, 1.02, 1.06}, {1.05, 1.07, 1.09}, Verdict::Noise,
        "Threads took 1.07 s instead of 1.02 s (+5 %). That is no more than the noise of the repeats.");
    row("less than anybody can use", {1.00, 1.00}, {1.01, 1.01}, Verdict::Noise,
        "Threads took 1.01 s instead of 1.00 s (+1 %). That is no more than the noise of the repeats.");
    row("much, but a repeat was disturbed", {1.0, 1.0, 1.9}, {1.5, 1.5, 1.5}, Verdict::Overlap,
        "Threads took 1.50 s instead of 1.00 s (+50 %). That is more than a tenth, but the repeats overlap "
        "(1.00 s to 1.90 s and 1.50 s to 1.50 s): more of them would tell.");
    row("the same", {1.00, 1.02, 1.04}, {1.00, 1.02, 1.04}, Verdict::Noise, "Threads took 1.02 s in both.");
    row("several times", {0.5, 0.5}, {1.5, 1.5}, Verdict::More,
        "Threads took 1.50 s instead of 0.50 s (3.00×). That is more than the noise of the repeats (0.50 s "
        "to "
        "0.50 s and 1.50 s to 1.50 s).");
}

void TestDifference::theNoiseOfTheRepeatsDecides()
{
    QFETCH(FakeSeconds, then);
    QFETCH(FakeSeconds, now);
    QFETCH(Verdict, verdict);
    QFETCH(QString, said);
    const Difference difference = differenceOf(told(then), told(now));
    QCOMPARE(idOf(difference.verdict), idOf(verdict));
    QCOMPARE(difference.variant, "threads");
    QCOMPARE(sayDifference(difference), said);
}

void TestDifference::whatDiffersIsARow()
{
    Recording then = told({1.6, 1.61, 1.7}, {{"workers", 2}}), now = told({0.8});
    now.outcomes[1].repeats[0].results.findings = {{"peak", 2}, {"size", 1.5, "MiB"}};
    now.machine.cores = 8;
    now.machine.effectiveCores = 3.7; // as measured, which is never the same twice
    then.origin.version = "0.1";
    const Difference difference = differenceOf(then, now);
    QCOMPARE(difference.rows.size(), 6); // workers, two times, a finding, the cores, the version
    const auto words = [&](const DifferenceRow *found) {
        const DifferenceWords said = wordsOf(difference, *found);
        return QStringList{said.what, said.variant, said.then, said.now, said.change};
    };
    QVERIFY(row(difference, "workers"));
    QCOMPARE(words(row(difference, "workers")), QStringList({"Workers", "", "2", "5", ""}));
    QVERIFY(row(difference, "seconds", "threads"));
    QCOMPARE(words(row(difference, "seconds", "threads")),
             QStringList({"Time", "Threads", "1.61 s (1.60 s to 1.70 s, 3 times)", "0.80 s", "−50 %"}));
    QVERIFY(row(difference, "seconds", "sequential"));
    QCOMPARE(words(row(difference, "seconds", "sequential")).last(), "");
    QVERIFY(row(difference, "peak", "threads"));
    QCOMPARE(words(row(difference, "peak", "threads")), QStringList({"Peak", "Threads", "5", "2", "−60 %"}));
    QVERIFY(row(difference, "cores"));
    QCOMPARE(words(row(difference, "cores")), QStringList({"Cores", "", "4", "8", ""}));
    QVERIFY(row(difference, "version"));
}

void TestDifference::whatWasBentProvesNothing()
{
    const Recording then = told({1.6, 1.6});
    Recording now = told({0.8, 0.8});
    now.summary.caveat = {.kind = Caveat::Kind::Others, .first = 1.5, .count = 4};
    const Difference difference = differenceOf(then, now);
    QCOMPARE(idOf(difference.verdict), "bent");
    QVERIFY(sayDifference(difference).contains("bent the times of this run"));
    QVERIFY(row(difference, "caveat"));
    QVERIFY(wordsOf(difference, *row(difference, "caveat")).now.startsWith("Other programs"));
    QVERIFY(sayDifference(differenceOf(now, then)).contains("bent the times of the pinned run"));
    QVERIFY(sayDifference(differenceOf(now, now)).contains("bent the times of both"));
    now.summary.caveat = {.kind = Caveat::Kind::TooSmall}; // which bends nothing
    QCOMPARE(idOf(differenceOf(then, now).verdict), "more");
}

void TestDifference::whatHasNoResultIsNotCompared()
{
    const Recording then = told({1.6, 1.6});
    Recording now = told({0.1, 0.1});
    for (Repeat &repeat : now.outcomes[1].repeats)
        repeat.sameResult = false; // fast, since it did something else
    Difference difference = differenceOf(then, now);
    QCOMPARE(idOf(difference.verdict), "no-result");
    QCOMPARE(sayDifference(difference),
             "Threads did not come to the right result in both: its times cannot be compared.");
    QCOMPARE(wordsOf(difference, *row(difference, "seconds", "threads")).change, QString());
    now.outcomes[1].repeats[0].status = Status::Cancelled;
    difference = differenceOf(then, now);
    QCOMPARE(idOf(difference.verdict), "no-result");
    QCOMPARE(wordsOf(difference, *row(difference, "seconds", "threads")).now, "stopped");
}

void TestDifference::whatIsInOneRunOnlyIsNotCompared()
{
    Recording then = told({1.6}), now = told({0.8});
    then.outcomes[1].variant = "careless";
    Difference difference = differenceOf(then, now);
    QCOMPARE(difference.variant, "sequential"); // which both have
    QVERIFY(row(difference, "seconds", "careless"));
    QCOMPARE(wordsOf(difference, *row(difference, "seconds", "careless")).now, "–");
    then.outcomes.clear();
    difference = differenceOf(then, now);
    QCOMPARE(idOf(difference.verdict), "nothing");
    QCOMPARE(sayDifference(difference), "No variant is in both of the runs.");
}

void TestDifference::anotherScenarioIsASentence()
{
    const Recording now = told({0.8});
    Recording then = now;
    then.request.scenario = findScenario("threads/url-fetch");
    then.machine.cores = 2;
    const Difference difference = differenceOf(then, now);
    QCOMPARE(idOf(difference.verdict), "other-scenario");
    QCOMPARE(sayDifference(difference), "The pinned run is one of \"Fetch URLs\": it cannot be compared.");
    QCOMPARE(difference.rows.size(), 1);
    QVERIFY(row(difference, "cores"));
}

void TestDifference::countsAreNoTimes()
{
    scenario_.numbers = {{"peak"}};
    Recording then = told({1.6}), now = told({0.8});
    QCOMPARE(sayDifference(differenceOf(then, now)), "The numbers are the same.");
    now.outcomes[1].repeats[0].results.findings[0].value = 2;
    const Difference difference = differenceOf(then, now);
    scenario_.numbers = {};
    QCOMPARE(idOf(difference.verdict), "counts");
    scenario_.numbers = {{"peak"}};
    QCOMPARE(sayDifference(difference), "Peak: 2 instead of 5.");
    scenario_.numbers = {};
}

void TestDifference::passwordsAreNoDifference()
{
    const Recording then = told({1}, {{"urls", "http://me:***@a.example/"}});
    const Recording now = told({1}, {{"urls", "http://me:secret@a.example/"}});
    QVERIFY(!row(differenceOf(then, now), "urls"));
    const Recording other = told({1}, {{"urls", "http://me:secret@b.example/"}});
    QVERIFY(row(differenceOf(then, other), "urls"));
    QVERIFY(!QJsonDocument(differenceToJson(then, other)).toJson().contains("secret"));
}

void TestDifference::thePinnedRunIsNamedByItsOwnValues()
{
    const Recording now = told({1});
    QCOMPARE(ownValues(now, now), QString());
    QCOMPARE(ownValues(told({1}, {{"workers", 2}}), now), "2 workers");
    QCOMPARE(ownValues(told({1}, {{"workers", 1}}), now), "1 worker");
    QCOMPARE(ownValues(told({1}, {{"workers", 2}, {"unit", 100}}), now), "2 workers, Delay 100 ms");
    QCOMPARE(ownValues(told({1}, {{"workers", 2}, {"unit", 100}, {"urls", "a\nb"}}), now),
             "2 workers, Delay 100 ms …");
}

void TestDifference::documentsHaveTheValues()
{
    const QJsonObject json = differenceToJson(told({1.6, 1.7}, {{"workers", 2}}), told({0.8, 0.8}));
    QCOMPARE(json["verdict"], "more");
    QCOMPARE(json["variant"], "threads");
    QCOMPARE(json["against"]["scenario"], "none/fake");
    QVERIFY(!json["text"].toString().isEmpty());
    const QJsonArray rows = json["rows"].toArray();
    QCOMPARE(rows[0]["kind"], "parameter");
    QCOMPARE(rows[0]["then"], 2);
    QCOMPARE(rows[0]["now"], 5);
    QCOMPARE(rows[2]["kind"], "time");
    QCOMPARE(rows[2]["variant"], "threads");
    QCOMPARE(rows[2]["then"]["least_seconds"], 1.6);
    QCOMPARE(rows[2]["then"]["repeats"], 2);
}

QTEST_MAIN(TestDifference)
#include "tst_difference.moc"
