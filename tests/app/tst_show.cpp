// What `tenfold show` makes of a recording is what `tenfold run` made of the run.

#include "tests/app/calledprogram.h"

#include <QFile>
#include <QRegularExpression>

using namespace tenfold;

class TestShow : public CalledProgram
{
    Q_OBJECT

private Q_SLOTS:
    void showIsAsRun_data();
    void showIsAsRun();
    void showIsAsSweep();
    void aRecordingIsToldInTheLanguageOfWhoOpensIt();
    void aDeadlockIsToldInTheLanguageOfWhoOpensIt();
    void whatIsNotInItIsASentence_data();
    void whatIsNotInItIsASentence();
    void whatIsNoRecordingIsASentence_data();
    void whatIsNoRecordingIsASentence();
    void aRecordingIsNotWrittenOver();
    void anyInstantCanBeShown();
    void theReplayIsAnAnimation();

private:
    QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// The arguments behind the command that write all that there is, to files that begin with `name`.
    static QStringList everything(const QString &name, const QStringList &figures)
    {
        QStringList arguments{"--json",  name + ".json",  "--csv",      name + ".csv",
                              "--trace", name + ".trace", "--timeline", name + "lanes.svg",
                              "--shot",  name + ".png",   "--size",     "1280x720"};
        for (const QString &figure : figures)
            arguments << "--chart" << figure + ':' + name + figure.section(':', -1) + ".svg";
        return arguments;
    }
};

void TestShow::showIsAsRun_data()
{
    QTest::addColumn<QStringList>("run");
    QTest::addColumn<QStringList>("figures");
    QTest::addRow("requests") << quick({"--repeat", "2"}) << QStringList{"in-flight", "time", "page"};
    QTest::addRow("a mistake") << QStringList{"run",       "lock/bank-transfer", "--preset",
                                              "quick",     "--variant",          "ordered-locks",
                                              "--variant", "opposite-order"}
                               << QStringList{"page"};
    QTest::addRow("executions") << QStringList{"run", "lock/interleavings", "--preset", "quick"}
                                << QStringList{"page"};
    QTest::addRow("dependencies") << QStringList{"run", "futures/dependency-graph", "--preset", "quick"}
                                  << QStringList{"page"};
    QTest::addRow("images") << QStringList{"run", "processes/image-processing", "--preset", "quick"}
                            << QStringList{"page"};
    QTest::addRow("with a sweep") << QStringList{"run", "thread-pool/pool-size", "--preset", "quick"}
                                  << QStringList{"size"};
}

void TestShow::showIsAsRun()
{
    QFETCH(QStringList, run);
    QFETCH(QStringList, figures);
    const Result ran = call(run + QStringList{"--save", "a.tenfold"} + everything("ran", figures));
    QVERIFY2(ran.status >= 0 && ran.status <= 1, ran.err);
    const Result shown = call(QStringList{"show", "a.tenfold"} + everything("shown", figures));
    QCOMPARE(shown.status, ran.status);
    QCOMPARE(shown.out, ran.out);
    for (const QString ending : {".json", ".csv", ".trace", "lanes.svg", ".png"}) {
        QVERIFY2(!content("ran" + ending).isEmpty(), qPrintable(ending));
        QVERIFY2(content("shown" + ending) == content("ran" + ending), qPrintable(ending));
    }
    for (const QString &figure : figures) {
        const QString ending = figure.section(':', -1) + ".svg";
        QVERIFY2(!content("ran" + ending).isEmpty(), qPrintable(ending));
        QVERIFY2(content("shown" + ending) == content("ran" + ending), qPrintable(ending));
    }
}

void TestShow::showIsAsSweep()
{
    const QStringList outputs{"--json", "ran.json", "--chart", "ran.svg"};
    const QStringList others{"--json", "shown.json", "--chart", "shown.svg"};
    const Result ran = call(QStringList{"sweep", "threads/url-fetch", "--preset", "quick", "--over",
                                        "workers", "--values", "1,4", "--save", "sweep.tenfold"} +
                            outputs);
    QCOMPARE(ran.status, 0);
    const Result shown = call(QStringList{"show", "sweep.tenfold"} + others);
    QCOMPARE(shown.status, 0);
    QCOMPARE(shown.out, ran.out);
    QVERIFY(!content("ran.json").isEmpty());
    QCOMPARE(content("shown.json"), content("ran.json"));
    QVERIFY(!content("ran.svg").isEmpty());
    QCOMPARE(content("shown.svg"), content("ran.svg"));
    QCOMPARE(call({"show", "sweep.tenfold", "--csv", "x.csv"}).status, 2);
}

void TestShow::aRecordingIsToldInTheLanguageOfWhoOpensIt()
{
    QCOMPARE(call(quick({"--save", "b.tenfold", "--lang", "en"})).status, 0);
    const Result english = call({"show", "b.tenfold", "--lang", "en"});
    const Result japanese = call({"show", "b.tenfold", "--lang", "ja"});
    QCOMPARE(japanese.status, 0);
    for (const QByteArray &line : english.out.trimmed().split('\n').mid(1)) {
        if (line.size() > 60) // a sentence of the explanation, which in Japanese is another one
            QVERIFY2(!japanese.out.contains(line), line);
    }
    QVERIFY(QString::fromUtf8(japanese.out).contains(QRegularExpression("[\\x{3040}-\\x{30FF}]")));
}

void TestShow::aDeadlockIsToldInTheLanguageOfWhoOpensIt()
{
    QCOMPARE(call({"run", "lock/bank-transfer", "--preset", "quick", "--variant", "opposite-order", "--save",
                   "d.tenfold", "--lang", "en"})
                 .status,
             0);
    QVERIFY(call({"show", "d.tenfold", "--lang", "en"}).out.contains("waits for the lock"));
    const Result japanese = call({"show", "d.tenfold", "--lang", "ja"});
    QVERIFY2(!japanese.out.contains("waits for"), japanese.out);
    QVERIFY2(japanese.out.contains("ロック「"), japanese.out);
}

void TestShow::whatIsNotInItIsASentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("named");
    const auto row = [](const QStringList &arguments, const char *named) {
        QTest::newRow(qPrintable(arguments.join(' '))) << arguments << QByteArray(named);
    };
    row({"--timeline", "lock-held-while-waiting:x.svg"}, "lock-held-while-waiting");
    row({"--chart", "none:x.svg"}, "none");
    row({"--workers", "3"}, "--workers");
    row({"--save", "x.tenfold"}, "--save");
    row({"--trace", "-"}, "--trace");
}

void TestShow::whatIsNotInItIsASentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, named);
    if (content("c.tenfold").isEmpty())
        QCOMPARE(call(quick({"--save", "c.tenfold"})).status, 0);
    const Result result = call(QStringList{"show", "c.tenfold"} + arguments);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains(named), result.err);
    QCOMPARE(result.err.count('\n'), 1);
}

void TestShow::whatIsNoRecordingIsASentence_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("text") << QByteArray("{}") << QByteArray("no recording");
    QTest::newRow("empty") << QByteArray() << QByteArray("no recording");
    QTest::newRow("begun") << QByteArray("\x89TFLD\r\n\x1A\x01\x00\x00\x00", 12)
                           << QByteArray("not complete");
    QTest::newRow("later") << QByteArray("\x89TFLD\r\n\x1A\x02\x00\x00\x00", 12)
                           << QByteArray("later version");
}

void TestShow::whatIsNoRecordingIsASentence()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, why);
    QFile out(path("d.tenfold"));
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(file);
    out.close();
    const Result result = call({"show", "d.tenfold"});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("d.tenfold") && result.err.contains(why), result.err);
    QCOMPARE(call({"show", "nowhere.tenfold"}).status, 2);
    QCOMPARE(call({"show"}).status, 2);
}

void TestShow::aRecordingIsNotWrittenOver()
{
    QCOMPARE(call(quick({"--save", "e.tenfold"})).status, 0);
    const auto content = [&] {
        QFile file(path("e.tenfold"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = content();
    const Result result = call({"show", "e.tenfold", "--json", path("e.tenfold")});
    QVERIFY2(result.status == 2 && result.err.contains("is the recording that is shown"), result.err);
    QVERIFY(!before.isEmpty() && content() == before);
}

void TestShow::anyInstantCanBeShown()
{
    QCOMPARE(call(quick({"--save", "i.tenfold"})).status, 0);
    const auto shown = [&](const QStringList &at, const QString &name) {
        const Result result = call(QStringList{"show", "i.tenfold", "--chart", name + ".svg", "--shot",
                                               name + ".png", "--foot", "off", "--size", "1280x720"} +
                                   at);
        return result.status == 0 ? std::pair(content(name + ".svg"), content(name + ".png"))
                                  : std::pair(QByteArray(result.err), QByteArray());
    };
    const auto end = shown({}, "end");
    const auto early = shown({"--at", "0.001"}, "early");
    QVERIFY(!early.second.isEmpty());
    QVERIFY(early.first != end.first);
    QVERIFY(early.second != end.second);
    QVERIFY(shown({"--at", "1000"}, "late") == end);
}

void TestShow::theReplayIsAnAnimation()
{
    QCOMPARE(call(quick({"--save", "g.tenfold"})).status, 0);
    const Result made = call({"show", "g.tenfold", "--chart", "page:race.webp", "--timeline",
                              "parallel:lanes.gif", "--length", "0.5", "--size", "640x360"});
    QVERIFY2(made.status == 0, made.err);
    QVERIFY(content("race.webp").startsWith("RIFF"));
    QVERIFY(content("lanes.gif").startsWith("GIF89a"));
    QCOMPARE(call({"run", "lock/interleavings", "--preset", "quick", "--save", "e.tenfold"}).status, 0);
    const Result none = call({"show", "e.tenfold", "--chart", "page:none.webp"}); // it is stepped through
    QCOMPARE(none.status, 1);
    QVERIFY2(none.err.contains("nothing to replay"), none.err);
    QVERIFY(!QFile::exists(path("none.webp")));
}

QTEST_GUILESS_MAIN(TestShow)
#include "tst_show.moc"
