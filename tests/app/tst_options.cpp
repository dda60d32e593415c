#include "app/options.h"

#include <QTest>

using namespace tenfold;

class TestOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBadCommandLineIsASentence_data();
    void aBadCommandLineIsASentence();
    void helpAndVersionExitWithZero();
    void withoutArgumentsTheWindowOpens();
    void runTakesEveryOption();
    void aPresetGivesWayToSetWhereverItStands();
    void withoutVariantAllThatAreNoMistakeRun();
    void whatIsDrawnRuns();
    void reportTakesPatterns();
    void sweepTakesItsOptionsInAnyOrder();
};

static Parsed parse(const char *line)
{
    return parseArguments(QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts));
}

void TestOptions::aBadCommandLineIsASentence_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("allowed");
    const auto row = [](const char *line, const char *wrong, const char *allowed) {
        QTest::newRow(line) << QByteArray(line) << QString(wrong) << QString(allowed);
    };
    row("--nonsense", "--nonsense", "--help");
    row("a.tenfold b.tenfold", "a.tenfold", "one recording");
    row("list --all", "--all", "--json");
    row("list --json=x", "--json", "no value");
    row("run", "scenario", "threads/url-fetch");
    row("run threads/none", "threads/none", "list");
    row("run url-fetch", "url-fetch", "list");
    row("run threads/url-fetch --variant none", "none", "lock-held-while-waiting");
    row("run threads/url-fetch --preset none", "none", "chapter");
    row("run threads/url-fetch --set none=1", "none", "workers");
    row("run threads/url-fetch --set workers", "workers", "ID=VALUE");
    row("run threads/url-fetch --set workers=0", "\"0\"", "from 1 to 64");
    row("run threads/url-fetch --workers 65", "\"65\"", "from 1 to 64");
    row("run threads/url-fetch --workers many", "many", "from 1 to 64");
    row("run threads/url-fetch --set urls=@/nowhere", "/nowhere", "@FILE");
    row("run threads/url-fetch --repeat 0", "\"0\"", "from 1 to");
    row("run threads/url-fetch --seed -1", "-1", "from 0 to");
    row("run threads/url-fetch --seed 1.5", "1.5", "whole number");
    row("run threads/url-fetch --json", "--json", "needs a value");
    row("run threads/url-fetch --json - --csv -", "one of --json and --csv", "-");
    row("run threads/url-fetch --chart a.bmp", "a.bmp", ".svg");
    row("run threads/url-fetch --chart png", "png", ".svg");
    row("run threads/url-fetch --chart none:a.png", "none", "in-flight");
    row("run threads/url-fetch --timeline none:a.png", "none", "sequential");
    row("run threads/url-fetch --chart a:b/c.svg", "\"a\"", "\"./a:b/c.svg\"");
    row("run threads/url-fetch --timeline a:b.svg", "\"a\"", "\"./a:b.svg\"");
    row("run threads/url-fetch --json a --json b", "--json", "\"a\" and \"b\"");
    row("run threads/url-fetch --csv a --csv b", "--csv", "\"a\" and \"b\"");
    row("run threads/url-fetch --trace a --trace b", "--trace", "\"a\" and \"b\"");
    row("run threads/url-fetch --shot a.png --shot b.png", "--shot", "\"a.png\" and \"b.png\"");
    row("sweep threads/url-fetch --over workers --values 1 --json a --json b", "--json", "one file");
    row("run threads/url-fetch --chart timeline:a.png", "timeline", "page, ");
    row("run threads/url-fetch --scale 9", "\"9\"", "from 1 to 4");
    row("run threads/url-fetch --shot a.svg", "a.svg", ".png");
    row("run threads/url-fetch --chart a.mp4", "a.mp4", ".webp, .gif");
    row("sweep threads/url-fetch --over workers --values 1 --chart a.gif", "a.gif", ".svg, .pdf");
    row("run threads/url-fetch --length 5 --chart a.png", "--length", ".webp or .gif");
    row("run threads/url-fetch --length 0 --chart a.gif", "\"0\"", "0.5 to 60");
    row("run threads/url-fetch --at 1 --chart a.gif", "--at", "a picture");
    row("run threads/url-fetch --at -1 --chart a.png", "\"-1\"", "from 0");
    row("run threads/url-fetch --at nan --chart a.png", "\"nan\"", "from 0");
    row("run threads/url-fetch --lang fr", "fr", "en, ja");
    row("run threads/url-fetch --theme blue", "blue", "light, dark");
    row("run threads/url-fetch --size big", "big", "WIDTHxHEIGHT");
    row("run threads/url-fetch --trace -", "--trace", "--json and --csv");
    row("run threads/url-fetch --save -", "--save", "--json and --csv");
    row("run threads/url-fetch --save a --save b", "--save", "\"a\" and \"b\"");
    row("sweep threads/url-fetch --over workers --values 1 --save -", "--save", "writes a file");
    row("show", "show", "recording");
    row("show nowhere.tenfold", "nowhere.tenfold", "cannot be read");
    row("report folder --size 800x600", "--size", "its own");
    row("run threads/url-fetch --size 10x10", "10x10", "320x200");
    row("run threads/url-fetch --size 99999x99999", "99999x99999", "7680x4320");
    row("run threads/url-fetch --what", "--what", "--help");
    row("run threads/url-fetch extra", "extra", "--help");
    row("sweep", "sweep", "threads/url-fetch");
    row("sweep threads/url-fetch --values 1,2", "--over", "workers, unit");
    row("sweep threads/url-fetch --over none --values 1,2", "none", "workers, unit");
    row("sweep threads/url-fetch --over urls --values 1,2", "urls", "workers, unit");
    row("sweep threads/url-fetch --over workers", "values", "from 1 to 64");
    row("sweep threads/url-fetch --over workers --values ,", "values", "from 1 to 64");
    row("sweep threads/url-fetch --over workers --values 1,65", "\"65\"", "from 1 to 64");
    row("sweep threads/url-fetch --over workers --values 1,x", "\"x\"", "from 1 to 64");
    row("sweep threads/url-fetch --over workers --values 1 --csv a.csv", "--csv", "--help");
    row("sweep threads/url-fetch --over workers --values 1 --chart a.bmp", "a.bmp", ".svg");
    row("report", "folder", "report");
    row("report d --pattern none", "none", "thread-pool");
    row("report a b", "\"b\"", "folder");
}

void TestOptions::aBadCommandLineIsASentence()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, wrong);
    QFETCH(QString, allowed);
    const Parsed parsed = parse(line.constData());
    QVERIFY(parsed.exitStatus);
    QCOMPARE(*parsed.exitStatus, 2);
    QVERIFY2(parsed.message.contains(wrong), qPrintable(parsed.message));
    QVERIFY2(parsed.message.contains(allowed), qPrintable(parsed.message));
    QVERIFY(!parsed.message.contains('\n'));
    QVERIFY(parsed.message.endsWith('.'));
}

void TestOptions::helpAndVersionExitWithZero()
{
    for (const char *line : {"--help", "-h", "help", "run --help", "report --help"}) {
        const Parsed parsed = parse(line);
        QCOMPARE(parsed.exitStatus, 0);
        QVERIFY(parsed.message.contains("tenfold run PATTERN/SCENARIO"));
    }
    QCOMPARE(parse("--version").message, "tenfold " TENFOLD_VERSION);
}

void TestOptions::sweepTakesItsOptionsInAnyOrder()
{
    const Parsed parsed =
        parse("sweep threads/url-fetch --chart c.svg --values 16,1,4,4 --set unit=10 --over "
              "workers --repeat 3 --variant parallel --json - --seed 2 --size 800x400");
    QVERIFY2(!parsed.exitStatus, qPrintable(parsed.message));
    const Options &o = parsed.options;
    QCOMPARE(o.command, Options::Command::Sweep);
    QCOMPARE(o.request.over, "workers");
    QCOMPARE(o.request.sweptValues, (QList<int>{1, 4, 16}));
    QCOMPARE(o.request.values["unit"].toInt(), 10);
    QCOMPARE(o.request.variants, QStringList{"parallel"});
    QCOMPARE(o.request.repeats, 3);
    QCOMPARE(o.request.seed, quint64(2));
    QCOMPARE(o.figures.size(), std::size_t(1));
    QCOMPARE(o.figures[0].id.toString(), "sweep:workers");
    QCOMPARE(o.figures[0].file, "c.svg");
}

void TestOptions::withoutArgumentsTheWindowOpens()
{
    QVERIFY(!parse("").exitStatus);
    QCOMPARE(parse("").options.command, Options::Command::Window);
    QCOMPARE(parse("lecture.tenfold").options.recording, "lecture.tenfold");
}

void TestOptions::runTakesEveryOption()
{
    const Parsed parsed =
        parse("run threads/url-fetch --variant parallel --variant unlimited-fan-out "
              "--preset chapter --set unit=10 --workers 3 --repeat 4 --seed=9 --json a.json "
              "--csv - --trace t.json --chart c.png --chart in-flight:d.svg --chart elapsed:x:y.pdf "
              "--timeline e.pdf --timeline parallel:f.PNG --chart page:g.png --chart page:in-flight:h.svg "
              "--shot s.png --save r.tenfold --lang ja --theme dark --size 1280x720 --scale 2 "
              "--timeline parallel:i.webp --length 2.5 --at 0.125");
    QVERIFY2(!parsed.exitStatus, qPrintable(parsed.message));
    const Options &o = parsed.options;
    QCOMPARE(o.command, Options::Command::Run);
    QCOMPARE(o.request.scenario->path(), "threads/url-fetch");
    QCOMPARE(o.request.variants, (QStringList{"parallel", "unlimited-fan-out"}));
    QCOMPARE(o.request.values["unit"].toInt(), 10);
    QCOMPARE(o.request.values["workers"].toInt(), 3);
    QCOMPARE(o.request.values["rounds"].toInt(), 1);
    QCOMPARE(o.request.repeats, 4);
    QCOMPARE(o.request.seed, quint64(9));
    QCOMPARE(o.jsonFile, "a.json");
    QCOMPARE(o.csvFile, "-");
    QCOMPARE(o.traceFile, "t.json");
    QCOMPARE(o.shotFile, "s.png");
    QCOMPARE(o.saveFile, "r.tenfold");
    QStringList figures;
    for (const Options::Figure &figure : o.figures)
        figures << figure.id.toString() + '>' + figure.file;
    QCOMPARE(figures, (QStringList{"elapsed>c.png", "in-flight>d.svg", "elapsed>x:y.pdf", "timeline>e.pdf",
                                   "timeline:parallel>f.PNG", "page>g.png", "page:in-flight>h.svg",
                                   "timeline:parallel>i.webp"}));
    QCOMPARE(o.length, 2.5);
    QCOMPARE(o.at, 0.125);
    QCOMPARE(o.scale, 2);
    QCOMPARE(o.language, "ja");
    QCOMPARE(o.theme, "dark");
    QCOMPARE(o.size, QSize(1280, 720));
}

void TestOptions::aPresetGivesWayToSetWhereverItStands()
{
    const Parsed parsed = parse("run threads/url-fetch --workers 2 --preset chapter");
    QCOMPARE(parsed.options.request.values["workers"].toInt(), 2);
    QCOMPARE(parsed.options.request.values["unit"].toInt(), 1000);
}

void TestOptions::withoutVariantAllThatAreNoMistakeRun()
{
    QCOMPARE(parse("run threads/url-fetch").options.request.variants,
             (QStringList{"sequential", "parallel", "one-interpreter"}));
}

void TestOptions::whatIsDrawnRuns()
{
    QCOMPARE(parse("run threads/url-fetch --timeline unlimited-fan-out:a.png").options.request.variants,
             (QStringList{"sequential", "parallel", "one-interpreter", "unlimited-fan-out"}));
}

void TestOptions::reportTakesPatterns()
{
    const Parsed parsed = parse("report --pattern threads out --pattern lock --lang en");
    QVERIFY(!parsed.exitStatus);
    QCOMPARE(parsed.options.folder, "out");
    QCOMPARE(parsed.options.patterns.size(), std::size_t(2));
    QCOMPARE(parsed.options.patterns[1]->id, "lock");
}

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
