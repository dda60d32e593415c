// What goes out is right for those who read it, whatever goes in.

#include "tests/app/calledprogram.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QXmlStreamReader>

using namespace tenfold;

class TestOutputs : public CalledProgram
{
    Q_OBJECT

private Q_SLOTS:
    void svgIsXmlWhateverAFolderIsCalled_data();
    void svgIsXmlWhateverAFolderIsCalled();
    void pdfTextIsThatOfTheSvg_data();
    void pdfTextIsThatOfTheSvg();
    void noPictureHoldsAPassword();
    void aShotHasItsSizeUnderAnyScaling_data();
    void aShotHasItsSizeUnderAnyScaling();
    void withoutAPlatformTheWindowSaysSo_data();
    void withoutAPlatformTheWindowSaysSo();
    void whatQtSaysBeforeTheWindowIsNotLost();

private:
    QByteArray contentOf(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QByteArray textOfPdf(const QString &name) const;
    /// The arguments of a run over a folder with one text, which is called so.
    QStringList overFolder(const QString &name) const
    {
        QDir(folder_.path()).mkpath(name);
        QFile text(path(name) + QStringLiteral("/a.txt"));
        if (text.open(QIODevice::WriteOnly))
            text.write("one two\n");
        return {"run", "threads/file-processing", "--preset", "quick", "--set", "folder=" + path(name)};
    }
};

struct SvgContent
{
    QString error, description, texts;
    QStringList families;
};

static SvgContent read(const QByteArray &svg)
{
    SvgContent content;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (const auto family = reader.attributes().value(QLatin1String("font-family")); !family.isEmpty())
            content.families << family.toString();
        if (reader.name() == QLatin1String("desc"))
            content.description = reader.readElementText();
        else if (reader.name() == QLatin1String("text"))
            content.texts += reader.readElementText() + u'\n';
    }
    content.error = reader.errorString();
    return content;
}

void TestOutputs::svgIsXmlWhateverAFolderIsCalled_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"R&D <new>", "\"double\" and 'single'", "]]>", "<!-- x -->", "&amp;&#0;", "日本 · ・ 行",
          "tab\there", "two\nlines", "bell\x07 escape\x1b", "😀", "<?xml?>", "</desc></svg>"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

// python3 3.11 (xml.etree.ElementTree, expat) and Qt's reader agree: they read all of them, and the
// description is the command.
void TestOutputs::svgIsXmlWhateverAFolderIsCalled()
{
    QFETCH(QString, name);
    const Result result =
        call(overFolder(name) + QStringList{"--chart", "c.svg", "--timeline", "parallel:t.svg", "--chart",
                                            "page:p.svg", "--json", "j.json"});
    QVERIFY2(result.status == 0, result.err);
    const QString command = QJsonDocument::fromJson(contentOf("j.json"))["command"].toString();
    for (const char *file : {"c.svg", "t.svg", "p.svg"}) {
        const SvgContent svg = read(contentOf(file));
        QCOMPARE(svg.error, QString());
        QVERIFY2(svg.description.startsWith(command + ' '), qPrintable(svg.description));
        QVERIFY(!svg.texts.isEmpty());
        static const QRegularExpression generic(QStringLiteral(", (sans-serif|monospace)$"));
        for (const QString &family : svg.families)
            QVERIFY2(family.contains(generic), qPrintable(family));
    }
}

void TestOutputs::pdfTextIsThatOfTheSvg_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList figures{"--chart", "page:page.ENDING", "--timeline", "parallel:lanes.ENDING"};
    for (const char *language : {"en", "ja"}) {
        const auto row = [&](const QStringList &run, const QStringList &more) {
            QTest::addRow("%s %s", qPrintable(run.value(1)), language)
                << run + QStringList{"--lang", language} + more;
        };
        row(quick({}), figures);
        row(quick({"--set", "unit=37"}), {"--chart", "elapsed.ENDING", "--chart", "in-flight:f.ENDING"});
        row(overFolder("長い行・民 · 13 見出し"), figures);
        row({"run", "lock/interleavings"}, {"--chart", "page:page.ENDING"});
        row({"run", "async/gather", "--preset", "quick"}, {"--chart", "page:page.ENDING"});
        row({"run", "thread-pool/pool-size", "--preset", "quick"}, {"--chart", "page:page.ENDING"});
    }
}

/// How often each letter and digit is there. The ending of the file's own name differs by design.
static QMap<QChar, int> lettersOf(QString text)
{
    static const QRegularExpression ending(QStringLiteral("\\.(svg|pdf)\\b"));
    QMap<QChar, int> letters;
    for (const QChar c : text.remove(ending)) {
        if (c.isLetterOrNumber() || c == u'・')
            ++letters[c];
    }
    return letters;
}

// As pdftotext (Poppler 22.12) reads it.
void TestOutputs::pdfTextIsThatOfTheSvg()
{
    const QString tool = QStandardPaths::findExecutable("pdftotext");
    QVERIFY2(!tool.isEmpty() || !qEnvironmentVariableIsSet("TENFOLD_CI"), "needs pdftotext");
    if (tool.isEmpty())
        QSKIP("needs pdftotext");
    QFETCH(QStringList, arguments);
    QStringList both, names;
    for (const QString &argument : std::as_const(arguments)) {
        if (!argument.contains("ENDING")) {
            both << argument;
            continue;
        }
        const QString option = both.takeLast();
        for (const char *ending : {"svg", "pdf"})
            both << option << QString(argument).replace("ENDING", ending);
        names << argument.section(':', -1).section('.', 0, 0);
    }
    const Result result = call(both);
    QVERIFY2(result.status == 0, result.err);
    for (const QString &name : std::as_const(names)) {
        QProcess reader;
        reader.start(tool, {"-enc", "UTF-8", path(name + ".pdf"), "-"});
        QVERIFY(reader.waitForFinished(patience));
        const QMap<QChar, int> letters = lettersOf(QString::fromUtf8(reader.readAllStandardOutput()));
        const QMap<QChar, int> drawn = lettersOf(read(contentOf(name + ".svg")).texts);
        QVERIFY(drawn.size() > 10);
        for (auto letter = drawn.begin(); letter != drawn.end(); ++letter)
            QVERIFY2(letters[letter.key()] >= *letter, qPrintable(name + ' ' + letter.key()));
    }
}

/// The text of a PDF as pdftotext reads it, and of its properties as pdfinfo does; nothing without them.
QByteArray TestOutputs::textOfPdf(const QString &name) const
{
    QByteArray text;
    for (const char *tool : {"pdftotext", "pdfinfo"}) {
        QProcess reader;
        reader.start(QString::fromLatin1(tool), tool == QByteArray("pdfinfo")
                                                    ? QStringList{path(name)}
                                                    : QStringList{"-enc", "UTF-8", path(name), "-"});
        if (reader.waitForFinished(patience))
            text += reader.readAllStandardOutput();
    }
    return text.simplified().replace(' ', "");
}

void TestOutputs::noPictureHoldsAPassword()
{
    const bool hasTool = !QStandardPaths::findExecutable("pdftotext").isEmpty();
    QVERIFY2(hasTool || !qEnvironmentVariableIsSet("TENFOLD_CI"), "needs pdftotext");
    for (const auto &[scenario, parameter] :
         {std::pair("threads/url-fetch", "urls"), {"threads/web-scraper", "start"}}) {
        const Result result =
            call({"run",        scenario,
                  "--preset",   "quick",
                  "--variant",  "sequential",
                  "--set",      QString("%1=http://anna:correcthorse@127.0.0.1:9/page").arg(parameter),
                  "--json",     "j.json",
                  "--csv",      "c.csv",
                  "--trace",    "t.json",
                  "--chart",    "c.svg",
                  "--chart",    "c.png",
                  "--chart",    "c.pdf",
                  "--timeline", "t.svg",
                  "--shot",     "s.png",
                  "--chart",    "page:p.svg"});
        QVERIFY(!result.out.contains("correcthorse") && !result.err.contains("correcthorse"));
        for (const char *file : {"j.json", "c.csv", "t.json", "c.svg", "t.svg", "p.svg", "c.pdf"}) {
            QVERIFY(!contentOf(file).isEmpty());
            QVERIFY2(!contentOf(file).contains("correcthorse"), file);
        }
        const Result refused = call({"run", scenario, "--set", "unit=http://anna:correcthorse@host/"});
        QVERIFY2(refused.status == 2 && !refused.err.contains("correcthorse"), refused.err);
        for (const char *file : {"c.png", "s.png"}) { // text of a PNG may be packed
            const QImage png(path(file));
            QVERIFY(!png.isNull() && !png.text().contains("correcthorse"));
        }
        QVERIFY(QImage(path("c.png")).text("Command").contains("anna:***@"));
        if (hasTool) { // what is drawn in a PDF is packed, and spelled in numbers of glyphs
            const QByteArray pdf = textOfPdf("c.pdf");
            QVERIFY2(pdf.contains("anna:***@") && !pdf.contains("correcthorse"), pdf);
        }
    }
}

void TestOutputs::aShotHasItsSizeUnderAnyScaling_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::newRow("none") << QStringList{};
    QTest::newRow("twice") << QStringList{"QT_SCALE_FACTOR=2"};
    QTest::newRow("a half more") << QStringList{"QT_SCALE_FACTOR=1.5"};
    QTest::newRow("smaller") << QStringList{"QT_SCALE_FACTOR=0.75"};
    QTest::newRow("of the screen") << QStringList{"QT_SCREEN_SCALE_FACTORS=2"};
    QTest::newRow("dots per inch") << QStringList{"QT_FONT_DPI=192", "QT_USE_PHYSICAL_DPI=1"};
    QTest::newRow("rounded") << QStringList{"QT_SCALE_FACTOR=1.25", "QT_SCALE_FACTOR_ROUNDING_POLICY=Ceil"};
}

void TestOutputs::aShotHasItsSizeUnderAnyScaling()
{
    QFETCH(QStringList, variables);
    QProcessEnvironment environment = withoutDisplay();
    for (const QString &variable : std::as_const(variables))
        environment.insert(variable.section('=', 0, 0), variable.section('=', 1));
    for (const QSize size : {QSize(1280, 720), QSize(321, 201)}) {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder_.path());
        process.start(QStringLiteral(TENFOLD_PROGRAM),
                      quick({"--variant", "sequential", "--shot", "s.png", "--chart", "c.png", "--size",
                             QString("%1x%2").arg(size.width()).arg(size.height())}));
        QVERIFY(process.waitForFinished(10 * patience));
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(QImage(path("s.png")).size(), size);
        QCOMPARE(QImage(path("c.png")).size(), size);
    }
}

void TestOutputs::withoutAPlatformTheWindowSaysSo_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QByteArray>("words"); // in the sentence
    QTest::newRow("a display that is not there") << QStringList{"DISPLAY=:987"} << QByteArray(":987");
    QTest::newRow("a platform that is not there")
        << QStringList{"QT_QPA_PLATFORM=nothing"} << QByteArray("\"nothing\"");
    QTest::newRow("the first of several")
        << QStringList{"QT_QPA_PLATFORM=nothing;xcb", "DISPLAY=:987"} << QByteArray(":987");
    QTest::newRow("Wayland alone") << QStringList{"WAYLAND_DISPLAY=wayland-987"} << QByteArray("");
    QTest::newRow("Wayland asked for") << QStringList{"QT_QPA_PLATFORM=wayland"} << QByteArray("");
    QTest::newRow("neither of both") << QStringList{"WAYLAND_DISPLAY=wayland-987", "DISPLAY=:987"}
                                     << QByteArray("");
    QTest::newRow("a framebuffer that is not there")
        << QStringList{"QT_QPA_PLATFORM=linuxfb:fb=/nowhere"} << QByteArray("");
}

void TestOutputs::withoutAPlatformTheWindowSaysSo()
{
    QFETCH(QStringList, variables);
    QFETCH(QByteArray, words);
    QProcessEnvironment environment = withoutDisplay();
    environment.remove("XDG_SESSION_TYPE");
    environment.insert("XDG_RUNTIME_DIR", folder_.path());
    for (const QString &variable : std::as_const(variables))
        environment.insert(variable.section('=', 0, 0), variable.section('=', 1));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(TENFOLD_PROGRAM), QStringList());
    QVERIFY(process.waitForFinished(10 * patience));
    const QByteArray said = process.readAllStandardError();
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QVERIFY2(process.exitCode() == 2, said);
    QCOMPARE(said.count('\n'), 1);
    QVERIFY2(said.startsWith("tenfold: The window cannot be opened: ") && said.contains(words), said);
}

void TestOutputs::whatQtSaysBeforeTheWindowIsNotLost()
{
    QProcessEnvironment environment = withoutDisplay();
    environment.insert("XDG_RUNTIME_DIR", folder_.path());
    environment.insert("XDG_CONFIG_HOME", folder_.path());
    environment.insert("QT_QPA_PLATFORM", "nothing;offscreen");
    environment.insert("QT_STYLE_OVERRIDE", "nosuchstyle");
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(TENFOLD_PROGRAM), QStringList());
    QByteArray said;
    QVERIFY(QTest::qWaitFor([&] { return (said += process.readAllStandardError()).contains('\n'); },
                            10 * patience));
    process.terminate();
    QVERIFY(process.waitForFinished(10 * patience));
    said += process.readAllStandardError();
    QVERIFY2(said.contains("nosuchstyle"), said);
    QVERIFY2(!said.contains("\"nothing\""), said); // another platform is there
}

QTEST_GUILESS_MAIN(TestOutputs)
#include "tst_outputs.moc"
