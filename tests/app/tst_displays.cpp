// Where the window opens and where it says that it cannot: by the names of displays that others take.

#include "tests/app/calledprogram.h"

#include <QDir>
#include <QLibraryInfo>
#include <QStandardPaths>

#include <unistd.h>

using namespace tenfold;

class TestDisplays : public CalledProgram
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theWindowOpensWhereOthersDo_data();
    void theWindowOpensWhereOthersDo();
    void withoutThePlugInForWaylandItsPackageIsNamed_data();
    void withoutThePlugInForWaylandItsPackageIsNamed();
    void cleanupTestCase();

private:
    QProcess display_;
    QString number_;
};

void TestDisplays::initTestCase()
{
    const bool hasTool = !QStandardPaths::findExecutable("Xvfb").isEmpty();
    QVERIFY2(hasTool || !qEnvironmentVariableIsSet("TENFOLD_CI"), "needs Xvfb");
    if (!hasTool)
        QSKIP("needs Xvfb");
    display_.setWorkingDirectory(folder_.path());
    display_.start("Xvfb", {"-displayfd", "1", "-screen", "0", "1280x720x24", "-nolisten", "tcp"});
    QVERIFY(QTest::qWaitFor([&] { return display_.canReadLine(); }, 2 * patience));
    number_ = QString::fromLatin1(display_.readLine().trimmed());
}

// Whether xdpyinfo 1.3.2 (of libX11 1.8.4) has a display there; N is the number of one with a single screen
// that does not listen on TCP.
void TestDisplays::theWindowOpensWhereOthersDo_data()
{
    QTest::addColumn<bool>("opens");
    for (const char *name : {":N", ":N.0", "unix:N", ":0N", "unix/:N"})
        QTest::newRow(name) << true;
    for (const char *name : {"", "N", ":", ":x", ":N.", ":N.5", ":N.0 ", "::N", ":-1", ":99999999999",
                             "nonsense", "localhost:N", "tcp/localhost:N", "localhost/unix:N"})
        QTest::newRow(name) << false;
}

void TestDisplays::theWindowOpensWhereOthersDo()
{
    QFETCH(bool, opens);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    if (opens)
        QSKIP("libxkbcommon-x11 does not run under a sanitizer"); // see tst_screenreader
#endif
    const QString name = QString::fromLatin1(QTest::currentDataTag()).replace('N', number_);
    QProcessEnvironment environment = withoutDisplay();
    for (const char *variable : {"XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "HOME"})
        environment.insert(variable, folder_.path());
    environment.insert("DISPLAY", name);
    // Said once the window is there: it begins with another style.
    environment.insert("QT_STYLE_OVERRIDE", "nosuchstyle");
    QProcess program;
    program.setProcessEnvironment(environment);
    program.setWorkingDirectory(folder_.path());
    program.start(QStringLiteral(TENFOLD_PROGRAM), QStringList());
    QByteArray said;
    QVERIFY(QTest::qWaitFor([&] { return (said += program.readAllStandardError()).contains('\n'); },
                            10 * patience));
    if (opens)
        program.terminate();
    QVERIFY(program.state() == QProcess::NotRunning || program.waitForFinished(10 * patience));
    said += program.readAllStandardError();
    QCOMPARE(said.contains("nosuchstyle"), opens);
    if (opens)
        return;
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 2);
    QCOMPARE(said.count('\n'), 1);
    const QByteArray words =
        name.isEmpty() ? "There is no display" : "no display answers at \"" + name.toLatin1() + '"';
    QVERIFY2(said.contains(words), said);
}

void TestDisplays::withoutThePlugInForWaylandItsPackageIsNamed_data()
{
    QTest::addColumn<QString>("variable");
    QTest::newRow("Wayland alone") << "WAYLAND_DISPLAY=wayland-0";
    QTest::newRow("Wayland asked for") << "QT_QPA_PLATFORM=wayland";
}

// In a view of the file system of its own, where Qt's folder is a copy without it.
void TestDisplays::withoutThePlugInForWaylandItsPackageIsNamed()
{
    QFETCH(QString, variable);
    const QDir plugins(QLibraryInfo::path(QLibraryInfo::PluginsPath) + QStringLiteral("/platforms"));
    QDir(folder_.path()).mkdir("platforms");
    for (const QString &name : plugins.entryList(QDir::Files)) {
        if (!name.startsWith(QLatin1String("libqwayland")))
            QFile::copy(plugins.filePath(name), path("platforms/" + name));
    }
    QProcessEnvironment environment = withoutDisplay();
    environment.remove("XDG_SESSION_TYPE");
    environment.insert("XDG_RUNTIME_DIR", folder_.path());
    environment.insert(variable.section('=', 0, 0), variable.section('=', 1));
    QProcess program;
    program.setProcessEnvironment(environment);
    QStringList words{"--mount", "--propagation", "private"};
    if (::geteuid() != 0)
        words = QStringList{"--user", "--map-root-user", "--mount"};
    program.start("unshare", words << "sh"
                                   << "-c"
                                   << "mount --bind \"$1\" \"$2\" || exit 99; exec \"$3\""
                                   << "sh" << path("platforms") << plugins.path() << TENFOLD_PROGRAM);
    QVERIFY(program.waitForFinished(10 * patience));
    const QByteArray said = program.readAllStandardError();
    if (program.exitCode() == 99 || (said.startsWith("unshare") && said.contains("not permitted")))
        QSKIP("a folder cannot be put in the place of another one here");
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QVERIFY2(program.exitCode() == 2 && said.count('\n') == 1, said);
    QVERIFY2(said.contains("(Debian's package qt6-wayland)"), said);
}

void TestDisplays::cleanupTestCase()
{
    if (display_.state() == QProcess::NotRunning)
        return;
    display_.terminate();
    if (!display_.waitForFinished(patience))
        display_.kill();
    display_.waitForFinished(patience);
}

QTEST_GUILESS_MAIN(TestDisplays)
#include "tst_displays.moc"
