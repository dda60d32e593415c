// A recording as a file: what comes back is what was saved.

#include "core/recording/recordingcbor.h"
#include "tests/core/recorded.h"
#include "tests/core/sametrace.h"
#include "tests/core/walk.h"

using namespace tenfold;

class TestRecordingFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyScenarioComesBack_data() { scenarioRows(); }
    void everyScenarioComesBack();
    void aStoppedRunComesBack();
    void aSweepComesBack();
    void anImageComesBack_data();
    void anImageComesBack();
    void passwordsAreNotSaved();
    void theSourceIsThatOfTheRun();
    void aNameAndANoteComeBack();
    void aBadNameKeepsNobodyFromTheRun();
    void unknownPartsAreSavedAgain();
    void aScenarioThatIsNotKnownComesBack_data() { scenarioRows(); }
    void aScenarioThatIsNotKnownComesBack();
    void aScenarioThatIsNotKnownCannotBeRun();
    void anotherVersionOfAScenarioIsTheFiles();
    void theCoresAreThoseOfTheMachine();

private:
    Recording recording_; // a small one
};

/// Where the outcomes of two recordings differ first; empty where they do not.
static QString difference(const std::vector<Outcome> &a, const std::vector<Outcome> &b)
{
    if (a.size() != b.size())
        return "outcomes";
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].variant != b[i].variant || a[i].values != b[i].values || a[i].seed != b[i].seed ||
            a[i].repeats.size() != b[i].repeats.size())
            return "outcome " + a[i].variant;
        for (std::size_t k = 0; k < a[i].repeats.size(); ++k) {
            const Repeat &one = a[i].repeats[k], &other = b[i].repeats[k];
            const Results &results = one.results, &others = other.results;
            if (one.status != other.status || one.error != other.error || one.seconds != other.seconds ||
                one.othersCores != other.othersCores || one.wasHeldUp != other.wasHeldUp)
                return "repeat of " + a[i].variant;
            if (results.table.rows != others.table.rows ||
                results.table.columns.size() != others.table.columns.size())
                return "table of " + a[i].variant;
            for (qsizetype row = 0; row < results.table.rows.size(); ++row) {
                for (qsizetype cell = 0; cell < results.table.rows[row].size(); ++cell) {
                    if (results.table.rows[row][cell].typeId() != others.table.rows[row][cell].typeId())
                        return "type of a cell of " + a[i].variant;
                }
            }
            if (results.expected != others.expected || results.order != others.order ||
                results.dependencies.size() != others.dependencies.size() ||
                !results.executions != !others.executions ||
                !results.remedy.executions != !others.remedy.executions ||
                results.remedy.title.source() != others.remedy.title.source())
                return "results of " + a[i].variant;
            if (!one.trace != !other.trace)
                return "trace of " + a[i].variant;
            if (one.trace) {
                if (const QString found = TraceComparison(*one.trace, *other.trace).difference();
                    !found.isEmpty())
                    return a[i].variant + ", " + found;
            }
        }
    }
    return {};
}

void TestRecordingFile::initTestCase()
{
    recording_ = recorded("lock/bank-transfer", {"sequential"}, {{"transfers", 20}});
}

void TestRecordingFile::everyScenarioComesBack()
{
    QFETCH(QString, path);
    const Recording saved = recorded(path, allVariants(*findScenario(path)));
    const QByteArray bytes = savedRecording(saved);
    const auto [opened, problem] = openedRecording(bytes);
    QCOMPARE(problem, QString());
    QCOMPARE(opened->scenario(), saved.scenario());
    QCOMPARE(difference(saved.outcomes, opened->outcomes), QString());
    QCOMPARE(jsonOf(*opened), jsonOf(saved));
    QCOMPARE(runToCsv(*opened), runToCsv(saved));
    QCOMPARE(runToChromeTrace(*opened), runToChromeTrace(saved));
    QCOMPARE(savedRecording(*opened), bytes);
}

void TestRecordingFile::aStoppedRunComesBack()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    Recording saved{.request = {.scenario = &scenario,
                                .variants = scenario.tickedVariants(),
                                .values = scenario.preset("chapter")}};
    Runner runner;
    runner.start(planOf(saved.request));
    runner.stop(); // most of it has not begun
    runner.wait();
    saved.outcomes = runner.outcomes();
    QCOMPARE(saved.outcomes.back().status(), Status::Cancelled);
    QVERIFY(!saved.outcomes.back().repeats[0].trace);
    saved.summary = summarize(scenario, saved.outcomes, 1);
    const auto [opened, problem] = openedRecording(savedRecording(saved));
    QCOMPARE(problem, QString());
    QCOMPARE(difference(saved.outcomes, opened->outcomes), QString());
    QCOMPARE(jsonOf(*opened), jsonOf(saved));
}

void TestRecordingFile::aSweepComesBack()
{
    Recording recording;
    const Scenario &scenario = *findScenario("threads/url-fetch");
    recording.request.scenario = &scenario;
    Sweep sweep{{.scenario = &scenario,
                 .variants = {"parallel"},
                 .values = scenario.preset("quick"),
                 .repeats = 2,
                 .over = "workers",
                 .sweptValues = {1, 3}}};
    sweep.outcomes = carriedOut(planOf(sweep.request));
    recording.sweeps["workers"] = sweep;
    const auto [opened, problem] = openedRecording(savedRecording(recording));
    QCOMPARE(problem, QString());
    QVERIFY(opened->outcomes.empty());
    const Sweep &other = opened->sweeps.at("workers");
    QCOMPARE(difference(sweep.outcomes, other.outcomes), QString());
    QCOMPARE(other.request.sweptValues, sweep.request.sweptValues);
    QCOMPARE(sweepToJson(other), sweepToJson(sweep));
}

void TestRecordingFile::anImageComesBack_data()
{
    QTest::addColumn<QImage::Format>("format");
    for (const auto format : {QImage::Format_RGB32, QImage::Format_ARGB32, QImage::Format_RGB888,
                              QImage::Format_Grayscale8, QImage::Format_RGBA64, QImage::Format_Indexed8})
        QTest::addRow("%d", static_cast<int>(format)) << format;
}

void TestRecordingFile::anImageComesBack()
{
    QFETCH(QImage::Format, format);
    QImage image(7, 5, QImage::Format_ARGB32); // rows of no whole number of words
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixelColor(x, y,
                                QColor(30 * x, 50 * y, 99, format == QImage::Format_ARGB32 ? 20 * y : 255));
    }
    image = image.convertToFormat(format);
    Recording recording = recording_;
    QVariantList &row = recording.outcomes[0].repeats[0].results.table.rows[0];
    row[0] = row[1] = image;
    const auto [opened, problem] = openedRecording(savedRecording(recording));
    QCOMPARE(problem, QString());
    for (const qsizetype cell : {0, 1}) {
        const auto read = opened->outcomes[0].repeats[0].results.table.rows[0][cell].value<QImage>();
        QCOMPARE(read.convertToFormat(QImage::Format_ARGB32), image.convertToFormat(QImage::Format_ARGB32));
    }
}

void TestRecordingFile::passwordsAreNotSaved()
{
    Recording recording;
    const Scenario &scenario = *findScenario("threads/url-fetch");
    recording.request = {.scenario = &scenario, .values = scenario.preset("default")};
    for (const Parameter &parameter : scenario.parameters) {
        if (parameter.kind == ParameterKind::Text)
            recording.request.values[parameter.id] = "https://me:secret@example.org/";
    }
    const auto [opened, problem] = openedRecording(savedRecording(recording));
    QCOMPARE(problem, QString());
    bool isThere = false;
    for (const QVariant &value : opened->request.values) {
        QVERIFY(!value.toString().contains("secret"));
        isThere |= value.toString().contains("example.org");
    }
    QVERIFY(isThere);
}

void TestRecordingFile::theSourceIsThatOfTheRun()
{
    auto opened = openedRecording(savedRecording(recording_)).recording;
    QCOMPARE(opened->origin.version, TENFOLD_VERSION);
    QCOMPARE(opened->origin.source, sourceOf(*recording_.scenario()));
    opened->origin.source = "as it was then";
    QCOMPARE(openedRecording(savedRecording(*opened)).recording->origin.source, "as it was then");
}

void TestRecordingFile::unknownPartsAreSavedAgain()
{
    const QByteArray file = changed(savedRecording(recording_), [](std::vector<FilePart> &parts) {
        parts.insert(parts.begin() + 1, {"NOTE", "from a later version"});
        parts.push_back({"zoom", {}});
    });
    const auto [opened, problem] = openedRecording(file);
    QCOMPARE(problem, QString());
    QCOMPARE(jsonOf(*opened), jsonOf(recording_));
    const QByteArray again = savedRecording(*opened);
    QStringList others;
    for (const FilePart &part : partsOfFile(again).parts) {
        if (part.type == "NOTE" || part.type == "zoom")
            others << part.type + ": " + part.content;
    }
    QCOMPARE(others, (QStringList{"NOTE: from a later version", "zoom: "}));
}

void TestRecordingFile::aNameAndANoteComeBack()
{
    Recording named = recording_;
    named.label = {"Before", QString::fromUtf8("バッテリーで\ntwo lines")};
    const QByteArray bytes = savedRecording(named);
    const auto [opened, problem] = openedRecording(bytes);
    QCOMPARE(problem, QString());
    QCOMPARE(opened->label, named.label);
    QCOMPARE(savedRecording(*opened), bytes);
    QCOMPARE(jsonOf(*opened), jsonOf(recording_)); // of which the outputs say nothing
    QCOMPARE(runToCsv(*opened), runToCsv(recording_));
    // One part more: what knows nothing of it reads all else.
    const QByteArray plain = changed(bytes, [](std::vector<FilePart> &parts) {
        std::erase_if(parts, [](const FilePart &part) { return part.type == "NAME"; });
    });
    QCOMPARE(plain, savedRecording(recording_));
    QCOMPARE(openedRecording(plain).recording->label, RunLabel());
}

void TestRecordingFile::aBadNameKeepsNobodyFromTheRun()
{
    const auto labelOf = [&](const QByteArray &content) {
        const auto file = changed(savedRecording(recording_), [&](std::vector<FilePart> &parts) {
            parts.push_back({"NAME", content});
        });
        const OpenedRecording opened = openedRecording(file);
        return opened.recording && jsonOf(*opened.recording) == jsonOf(recording_)
                   ? opened.recording->label
                   : RunLabel{opened.problem, "not opened"};
    };
    const QString name(RunLabel::mostName, u'x'), note(RunLabel::mostNote, u'y');
    QCOMPARE(labelOf(labelToBytes({name, note})), (RunLabel{name, note}));
    QCOMPARE(labelOf(labelToBytes({name + "z", note + "z"})), (RunLabel{name, note})); // of a later version
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray("garbled"), QCborValue(7).toCbor(), QCborMap().toCborValue().toCbor(),
          QCborMap{{QLatin1String("name"), 7}}.toCborValue().toCbor()})
        QCOMPARE(labelOf(bytes), RunLabel());
}

static QJsonObject withoutNames(const Recording &recording)
{
    QJsonObject json = runToJson(recording);
    for (const char *name : {"command", "scenario"})
        json.remove(QLatin1String(name));
    return json;
}

void TestRecordingFile::aScenarioThatIsNotKnownComesBack()
{
    QFETCH(QString, path);
    const Recording saved = recorded(path, allVariants(*findScenario(path)));
    const QByteArray bytes = ofElsewhere(savedRecording(saved));
    const auto [opened, problem] = openedRecording(bytes);
    QCOMPARE(problem, QString());
    QVERIFY(opened->scenario()->isOfFile);
    QCOMPARE(opened->scenario(), &opened->origin.pattern->scenarios.front());
    QCOMPARE(opened->scenario()->path(), "actors/to-come");
    QVERIFY(haveSameShape(*opened->scenario(), *saved.scenario()));
    QCOMPARE(difference(saved.outcomes, opened->outcomes), QString());
    QCOMPARE(withoutNames(*opened), withoutNames(saved));
    QVERIFY(runToJson(*opened)["command"].toString().startsWith("tenfold run actors/to-come"));
    QCOMPARE(runToCsv(*opened).replace("actors/to-come", path.toUtf8()), runToCsv(saved));
    QCOMPARE(runToChromeTrace(*opened).replace("actors/to-come", path.toUtf8()), runToChromeTrace(saved));
    const auto again = openedRecording(savedRecording(*opened));
    QCOMPARE(again.problem, QString());
    QCOMPARE(again.recording->scenario()->title.japanese(), QString::fromUtf8("ピンポン"));
    QCOMPARE(jsonOf(*again.recording), jsonOf(*opened));
}

void TestRecordingFile::aScenarioThatIsNotKnownCannotBeRun()
{
    const auto opened = openedRecording(ofElsewhere(savedRecording(recording_))).recording;
    for (const Outcome &outcome : carriedOut(planOf(opened->request))) {
        QCOMPARE(outcome.status(), Status::Failed);
        QVERIFY2(outcome.error().contains("this version of Tenfold"), qPrintable(outcome.error()));
    }
}

void TestRecordingFile::anotherVersionOfAScenarioIsTheFiles()
{
    const auto opened = [&](const std::function<void(QCborMap &)> &change) {
        return openedRecording(changed(savedRecording(recording_), [&](std::vector<FilePart> &parts) {
            changeCbor(parts[1], true, [&](QCborMap &map) {
                QCborMap scenario = map[QLatin1String("scenario")].toMap();
                change(scenario);
                map[QLatin1String("scenario")] = scenario;
            });
        }));
    };
    const auto same = opened([](QCborMap &scenario) { // other words are no other scenario
        scenario[QLatin1String("title")] = QCborArray{"Another title", QString()};
    });
    QCOMPARE(same.recording->scenario(), recording_.scenario());
    const auto other = opened([](QCborMap &scenario) {
        QCborArray measures = scenario[QLatin1String("measures")].toArray();
        measures.append(QCborArray{"one-more", QCborArray{"One more", ""}, QCborArray{"", ""}});
        scenario[QLatin1String("measures")] = measures;
    });
    QCOMPARE(other.problem, QString());
    QVERIFY(other.recording->scenario()->isOfFile);
    QCOMPARE(other.recording->scenario()->path(), recording_.scenario()->path());
    QCOMPARE(jsonOf(*other.recording), jsonOf(recording_));
}

void TestRecordingFile::theCoresAreThoseOfTheMachine()
{
    Recording saved = recording_;
    const Cores elsewhere{.seen = 48, .allowed = 1.5};
    saved.summary = summarize(*saved.scenario(), saved.outcomes, 2, elsewhere);
    Sweep &sweep = saved.sweeps["transfers"];
    sweep.request = saved.request;
    sweep.request.over = "transfers";
    sweep.request.sweptValues = {20};
    sweep.outcomes = saved.outcomes;
    sweep.cores = elsewhere;
    Repeat &bent = sweep.outcomes.front().repeats.front();
    bent.bent = 0.5;
    bent.othersCores = 20;
    const auto opened = openedRecording(savedRecording(saved)).recording;
    QCOMPARE(opened->summary.cores.seen, 48);
    QCOMPARE(opened->summary.cores.allowed, 1.5);
    const QString text = sweepToJson(opened->sweeps.at("transfers")).value("caveat")["text"].toString();
    QVERIFY2(text.contains("48"), qPrintable(text));
    QCOMPARE(sweepToJson(opened->sweeps.at("transfers")), sweepToJson(sweep));
}

QTEST_GUILESS_MAIN(TestRecordingFile)
#include "tst_recordingfile.moc"
