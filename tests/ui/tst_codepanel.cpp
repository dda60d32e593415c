// The code panel: it opens at the pattern; what is around that is folded, and one click away.

#include "core/catalog/pattern.h"
#include "core/trace/span.h"
#include "ui/code/codepanel.h"
#include "ui/fonts.h"

#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

using namespace tenfold;

class TestCodePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAtThePattern_data();
    void opensAtThePattern();
    void oneClickUnfoldsTheWholeFile();
    void theKeyboardUnfoldsIt();
    void whatIsFoldedStaysSoWithItsScenario();
    void aLitLineUnfoldsWhereItIs();
    void theTextCursorUnfoldsWhereItGoes();
    void aSourceOfAnotherShapeIsWhole();
    void thePictureHasALineForWhatIsFolded();
};

/// A panel of 800 by 600 that shows `scenario`.
struct Shown
{
    CodePanel panel;
    Scene scene;

    explicit Shown(const QString &path)
    {
        scene.request.scenario = findScenario(path);
        panel.setTheme(Theme::make(false, 1, uiFont()));
        panel.resize(800, 600);
        panel.QWidget::show();
        panel.show(scene);
    }
    QToolButton &button() const { return *panel.findChild<QToolButton *>(QStringLiteral("whole-file")); }
    /// The lines that are in the text, visible or to be scrolled to.
    QStringList lines() const
    {
        QStringList shown;
        for (QTextBlock block = panel.document()->begin(); block.isValid(); block = block.next()) {
            if (block.isVisible())
                shown << block.text();
        }
        return shown;
    }
    int scrollable() const
    {
        return panel.verticalScrollBar()->maximum() + panel.verticalScrollBar()->pageStep();
    }
};

void TestCodePanel::opensAtThePattern_data()
{
    QTest::addColumn<QString>("path");
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &scenario : pattern.scenarios)
            QTest::newRow(qPrintable(scenario.path())) << scenario.path();
    }
}

void TestCodePanel::opensAtThePattern()
{
    QFETCH(QString, path);
    Shown d(path);
    QCOMPARE(d.panel.folded().size(), 2);
    const QString text = d.lines().join(u'\n');
    QVERIFY(text.startsWith("// ")); // what the file is about
    for (const char *folded :
         {"#include", "using namespace", "namespace", "Scenario scenario()", "*python", ".presets"})
        QVERIFY2(!text.contains(QLatin1String(folded)), folded);
    QVERIFY(text.contains("void sequential(Run &run)"));
    QVERIFY(text.trimmed().endsWith(u'}'));
    // Line numbers are those of the file: nothing was taken out of it.
    QCOMPARE(d.panel.toPlainText(), sourceOf(*d.scene.scenario()));
    QCOMPARE(d.panel.verticalScrollBar()->value(), 0);
    QVERIFY(d.scrollable() < d.panel.blockCount());
    QCOMPARE(d.button().text(), "Show the whole file");
    QVERIFY2(d.button().toolTip().contains(QString::number(d.panel.folded()[1].first)),
             qPrintable(d.button().toolTip()));
}

void TestCodePanel::oneClickUnfoldsTheWholeFile()
{
    Shown d(QStringLiteral("threads/url-fetch"));
    const qsizetype before = d.lines().size();
    QTest::mouseClick(&d.button(), Qt::LeftButton);
    QVERIFY(d.panel.folded().isEmpty());
    QCOMPARE(d.lines().size(), d.panel.blockCount());
    QVERIFY(d.lines().contains("Scenario scenario()"));
    QCOMPARE(d.button().text(), "Show the pattern only");
    QTest::mouseClick(&d.button(), Qt::LeftButton);
    QCOMPARE(d.lines().size(), before);
}

void TestCodePanel::theKeyboardUnfoldsIt()
{
    Shown d(QStringLiteral("threads/url-fetch"));
    d.panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&d.panel));
    d.panel.setFocus();
    QTest::keyClick(&d.panel, Qt::Key_Tab);
    QVERIFY(d.button().hasFocus());
    QTest::keyClick(&d.button(), Qt::Key_Space);
    QVERIFY(d.panel.folded().isEmpty());
}

void TestCodePanel::whatIsFoldedStaysSoWithItsScenario()
{
    Shown d(QStringLiteral("threads/url-fetch"));
    d.panel.setFolded(false);
    d.panel.show(d.scene); // as often as a run is drawn
    d.panel.setTheme(Theme::make(true, 1.5, uiFont()));
    QVERIFY(d.panel.folded().isEmpty());
    d.scene.request.scenario = findScenario(QStringLiteral("threads/database"));
    d.panel.show(d.scene);
    QCOMPARE(d.panel.folded().size(), 2);
    d.panel.setTheme(Theme::make(false, 1, uiFont()));
    QCOMPARE(d.panel.folded().size(), 2);
    QVERIFY(!d.lines().contains("Scenario scenario()"));
    d.scene.request.scenario = nullptr;
    d.panel.show(d.scene);
    QVERIFY(d.button().isHidden());
}

// Below: they stand, for the compiler, in the includes and in the pattern of threads/url-fetch.
static std::unique_ptr<Span> inTheIncludes();
static std::unique_ptr<Span> inThePattern();

void TestCodePanel::aLitLineUnfoldsWhereItIs()
{
    Shown d(QStringLiteral("threads/url-fetch"));
    const auto trace = std::make_shared<Trace>();
    const LaneScope scope(trace->addLane(LaneRole::Worker));
    Repeat repeat;
    repeat.status = Status::Running;
    repeat.trace = trace;
    d.scene.outcomes = {{QStringLiteral("sequential"), {}, 1, {repeat}}};
    {
        const auto span = inThePattern();
        d.panel.show(d.scene);
        QCOMPARE(d.panel.lit(), QList<int>({60}));
        QCOMPARE(d.panel.folded().size(), 2);
    }
    const auto span = inTheIncludes();
    d.panel.show(d.scene);
    QCOMPARE(d.panel.lit(), QList<int>({5}));
    QCOMPARE(d.panel.folded().size(), 1);
    QVERIFY(!d.panel.folded()[0].holds(5));
    const QTextBlock block = d.panel.document()->findBlockByNumber(4);
    QVERIFY(block.isVisible());
    QVERIFY(d.panel.viewport()->rect().contains(d.panel.cursorRect(QTextCursor(block)).center()));
    // The rest is one click away still.
    QCOMPARE(d.button().text(), "Show the whole file");
}

void TestCodePanel::theTextCursorUnfoldsWhereItGoes()
{
    Shown d(QStringLiteral("threads/url-fetch"));
    d.panel.moveCursor(QTextCursor::End);
    QCOMPARE(d.panel.folded().size(), 1);
    QVERIFY(d.lines().contains("Scenario scenario()"));
}

void TestCodePanel::aSourceOfAnotherShapeIsWhole()
{
    QVERIFY(foldsOf("").isEmpty());
    QVERIFY(foldsOf("int main()\n{\n}\n").isEmpty());
    const QString usual = "// what\n\n#include <a>\n\nnamespace b {\nnamespace {\n\nvoid c()\n{\n}\n\n"
                          "} // namespace\n\nScenario scenario()\n{\n}\n\n} // namespace b\n";
    const QList<CodeFold> both{{3, 7}, {12, 19}};
    QCOMPARE(foldsOf(usual), both);
    QString withPython = usual;
    withPython.replace("} // namespace\n\nS",
                       "constexpr const char *python = R\"(def c():\n\n)\";\n\n} // namespace\n\nS");
    const QList<CodeFold> longer{{3, 7}, {12, 23}};
    QCOMPARE(foldsOf(withPython), longer);
    // Without a namespace of its own, what is declared is all that is folded.
    const QList<CodeFold> one{{3, 6}};
    QCOMPARE(foldsOf("#include <a>\nvoid c();\nScenario scenario()\n{\n}\n"), one);
}

/// TENFOLD_PICTURES names a folder that gets them.
void TestCodePanel::thePictureHasALineForWhatIsFolded()
{
    for (const bool dark : {false, true}) {
        Shown d(QStringLiteral("processes/fibonacci"));
        const Theme theme = Theme::make(dark, 1, uiFont());
        d.panel.setTheme(theme);
        d.panel.setPalette(theme.palette());
        const QString folder = qEnvironmentVariable("TENFOLD_PICTURES");
        const auto save = [&](const char *name) {
            if (!folder.isEmpty())
                d.panel.grab().save(QStringLiteral("%1/code-%2-%3.png").arg(folder, name).arg(dark));
        };
        const QImage folded = d.panel.grab().toImage();
        save("folded");
        d.panel.setFolded(false);
        save("whole");
        d.panel.verticalScrollBar()->setValue(d.panel.verticalScrollBar()->maximum());
        save("end");
        QVERIFY(d.panel.grab().toImage() != folded);
        // The dashes go through the whole width, where nothing else is written.
        int dashes = 0;
        for (int y = 0; y < folded.height() / 2; ++y) {
            int inked = 0;
            for (int x = folded.width() / 2; x < folded.width() - 30; ++x)
                inked += folded.pixel(x, y) == theme.muted.rgb();
            dashes += inked > 100;
        }
        QCOMPARE(dashes, 1);
    }
}

QTEST_MAIN(TestCodePanel)

// clang-format off
#line 5 "core/patterns/threads/url-fetch.cpp"
static std::unique_ptr<Span> inTheIncludes() { return std::unique_ptr<Span>(new Span(State::Running, "task", 0)); }
#line 60 "core/patterns/threads/url-fetch.cpp"
static std::unique_ptr<Span> inThePattern() { return std::unique_ptr<Span>(new Span(State::Running, "task", 0)); }
// clang-format on

#include "tst_codepanel.moc"
