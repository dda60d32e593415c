// The window as a screen reader on the desktop meets it, over AT-SPI: a display, a session bus and its
// accessibility bus of the test's own.

#include "tests/app/calledprogram.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusMetaType>
#include <QDBusReply>
#include <QFileInfo>
#include <QStandardPaths>

using namespace tenfold;

/// An object on the accessibility bus: whose it is, and its path.
struct Accessible
{
    QString service;
    QDBusObjectPath path;
};
Q_DECLARE_METATYPE(Accessible)
using Accessibles = QList<Accessible>;

static QDBusArgument &operator<<(QDBusArgument &argument, const Accessible &accessible)
{
    argument.beginStructure();
    argument << accessible.service << accessible.path;
    argument.endStructure();
    return argument;
}

static const QDBusArgument &operator>>(const QDBusArgument &argument, Accessible &accessible)
{
    argument.beginStructure();
    argument >> accessible.service >> accessible.path;
    argument.endStructure();
    return argument;
}

class TestScreenReader : public CalledProgram
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void partsAreWhatOthersHear_data();
    void partsAreWhatOthersHear();
    void numbersAreSetAsOthersSetThem();
    void picturesAreImagesWithTheirNumbers();
    void whatTakesFocusHasAName();
    void cleanupTestCase();

private:
    struct Seen
    {
        Accessible object;
        uint role = 0;
        QString name, description;
        bool isFocusable = false;
    };
    /// Starts the display and the buses. What this system lacks for it, as words; else nothing.
    QString startDesktop();
    QVariant property(const Accessible &object, const char *name, const char *interface = "Accessible") const;
    QList<QVariant> called(const Accessible &object, const char *interface, const char *method,
                           const QList<QVariant> &arguments = {}) const;
    QString actionsOf(const Accessible &object) const;
    QString valueOf(const Accessible &object) const;
    Seen found(const QString &name, uint role) const;
    Accessibles childrenOf(const Accessible &object) const;
    QList<Seen> walk() const;
    static QByteArray firstLine(QProcess &process);

    QProcess display_, session_, program_;
    QDBusConnection bus_{QString()};
};

constexpr const char *accessibleInterface = "org.a11y.atspi.Accessible";
constexpr uint image = 27;                  // AtspiRole
constexpr int focusable = 11, showing = 25; // AtspiStateType

QByteArray TestScreenReader::firstLine(QProcess &process)
{
    if (!QTest::qWaitFor([&] { return process.canReadLine(); }, 2 * patience))
        return {};
    return process.readLine().trimmed();
}

QString TestScreenReader::startDesktop()
{
    const QString launcher = QStringLiteral("/usr/libexec/at-spi-bus-launcher");
    const bool hasTools = !QStandardPaths::findExecutable("Xvfb").isEmpty() &&
                          !QStandardPaths::findExecutable("dbus-daemon").isEmpty() &&
                          QFileInfo::exists(launcher);
    if (!hasTools)
        return "needs Xvfb, dbus-daemon and at-spi2-core";
    qDBusRegisterMetaType<Accessible>();
    qDBusRegisterMetaType<Accessibles>();

    QProcessEnvironment environment = withoutDisplay();
    environment.insert("XDG_RUNTIME_DIR", folder_.path());
    environment.insert("HOME", folder_.path());
    environment.remove("DBUS_SESSION_BUS_ADDRESS");
    for (QProcess *process : {&display_, &session_, &program_}) {
        process->setProcessEnvironment(environment);
        process->setWorkingDirectory(folder_.path());
    }
    display_.start("Xvfb", {"-displayfd", "1", "-screen", "0", "1600x900x24", "-nolisten", "tcp"});
    const QByteArray number = firstLine(display_);
    if (number.isEmpty())
        return "Xvfb does not start";
    session_.start("dbus-daemon",
                   {"--session", "--nofork", "--print-address", "--address=unix:tmpdir=" + folder_.path()});
    const QByteArray session = firstLine(session_);
    if (session.isEmpty())
        return "dbus-daemon does not start";
    // The session starts the accessibility bus when it is first asked for it.
    QDBusConnection sessionBus = QDBusConnection::connectToBus(QString::fromUtf8(session), "session");
    QDBusInterface launched("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", sessionBus);
    const QDBusReply<QString> address = launched.call("GetAddress");
    if (!address.isValid())
        return address.error().message();
    bus_ = QDBusConnection::connectToBus(address.value(), "accessibility");

    environment.insert("DISPLAY", ":" + QString::fromUtf8(number));
    environment.insert("DBUS_SESSION_BUS_ADDRESS", QString::fromUtf8(session));
    environment.insert("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1");
    program_.setProcessEnvironment(environment);
    return {};
}

void TestScreenReader::initTestCase()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    // It copies strings by their length, which strict_string_checks takes for an overrun. tst_accessibility
    // has the same without a display.
    QSKIP("libxkbcommon-x11 does not run under a sanitizer");
#endif
    const QString missing = startDesktop();
    QVERIFY2(missing.isEmpty() || !qEnvironmentVariableIsSet("TENFOLD_CI"), qPrintable(missing));
    if (!missing.isEmpty())
        QSKIP(qPrintable(missing));
    QVERIFY(bus_.isConnected());
    program_.start(QStringLiteral(TENFOLD_PROGRAM), QStringList());
    QVERIFY(program_.waitForStarted());
    const Accessible root{"org.a11y.atspi.Registry", QDBusObjectPath("/org/a11y/atspi/accessible/root")};
    QVERIFY(QTest::qWaitFor([&] { return !childrenOf(root).isEmpty(); }, 4 * patience));
}

void TestScreenReader::cleanupTestCase()
{
    for (QProcess *process : {&program_, &session_, &display_}) {
        if (process->state() == QProcess::NotRunning)
            continue;
        process->terminate();
        if (!process->waitForFinished(patience))
            process->kill();
        process->waitForFinished(patience);
    }
}

QVariant TestScreenReader::property(const Accessible &object, const char *name, const char *interface) const
{
    QDBusMessage get = QDBusMessage::createMethodCall(object.service, object.path.path(),
                                                      "org.freedesktop.DBus.Properties", "Get");
    get << QLatin1String("org.a11y.atspi.") + QLatin1String(interface) << name;
    const QDBusReply<QVariant> reply = bus_.call(get);
    return reply.value();
}

Accessibles TestScreenReader::childrenOf(const Accessible &object) const
{
    const QDBusReply<Accessibles> reply = bus_.call(QDBusMessage::createMethodCall(
        object.service, object.path.path(), accessibleInterface, "GetChildren"));
    return reply.value();
}

/// All that is in sight, from the program down.
QList<TestScreenReader::Seen> TestScreenReader::walk() const
{
    QList<Seen> all;
    Accessibles next =
        childrenOf({"org.a11y.atspi.Registry", QDBusObjectPath("/org/a11y/atspi/accessible/root")});
    constexpr int most = 5000;
    while (!next.isEmpty() && all.size() < most) {
        const Accessible object = next.takeFirst();
        const auto call = [&](const char *method) {
            return bus_.call(QDBusMessage::createMethodCall(object.service, object.path.path(),
                                                            accessibleInterface, method));
        };
        const QDBusReply<QList<uint>> states = call("GetState");
        const quint32 low = states.value().value(0);
        const QDBusReply<uint> role = call("GetRole");
        const bool isShown = (low >> showing & 1) != 0;
        if (isShown)
            all << Seen{object, role.value(), property(object, "Name").toString(),
                        property(object, "Description").toString(), (low >> focusable & 1) != 0};
        if (isShown || all.isEmpty()) // the program itself is no window
            next = childrenOf(object) + next;
    }
    return all;
}

QList<QVariant> TestScreenReader::called(const Accessible &object, const char *interface, const char *method,
                                         const QList<QVariant> &arguments) const
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(object.service, object.path.path(),
                                       QLatin1String("org.a11y.atspi.") + QLatin1String(interface), method);
    call.setArguments(arguments);
    return bus_.call(call).arguments();
}

QString TestScreenReader::actionsOf(const Accessible &object) const
{
    QStringList names;
    for (int i = 0; i < property(object, "NActions", "Action").toInt(); ++i)
        names << called(object, "Action", "GetName", {i}).value(0).toString();
    return names.join(',');
}

/// Now, at least and at most.
QString TestScreenReader::valueOf(const Accessible &object) const
{
    QStringList numbers;
    for (const char *which : {"CurrentValue", "MinimumValue", "MaximumValue"})
        numbers << QString::number(property(object, which, "Value").toDouble());
    return numbers.join(' ');
}

TestScreenReader::Seen TestScreenReader::found(const QString &name, uint role) const
{
    for (const Seen &seen : walk()) {
        if (seen.name == name && seen.role == role)
            return seen;
    }
    return {};
}

// What pyatspi 2.46, by which Orca reads, says of a window that was just opened.
void TestScreenReader::partsAreWhatOthersHear_data()
{
    QTest::addColumn<uint>("role");
    QTest::addColumn<QString>("description");
    QTest::addColumn<QString>("actions");
    QTest::addColumn<bool>("isFocusable");
    const auto row = [](const char *name, uint role, const char *description, const char *actions,
                        bool isFocusable) {
        QTest::newRow(name) << role << QString(description) << QString(actions) << isFocusable;
    };
    row("Tenfold", 23, "", "", false);                             // frame
    row("Run", 43, "Run (F5)", "Press", false);                    // push button
    row("Stop", 43, "Stop (Esc)", "", false);                      // there is nothing to stop
    row("Workers", 52, "", "SetFocus,Increase,Decrease", true);    // spin button
    row("Presentation", 7, "Presentation (F11)", "Toggle", false); // check box
    row("File", 35, "", "ShowMenu", false);                        // menu item
    row("C++ code", 61, "", "SetFocus", true);                     // text
    row("Python", 37, "", "Press", true);                          // page tab
    row("Default", 11, "", "ShowMenu,Press", true);                // combo box
    row("Patterns", 31, "", "", true);                             // list
    row("Queue (producer / consumer)", 32, "Threads hand work over without sharing anything else.", "Toggle",
        true);                                                 // list item
    row("Elapsed time per variant", 27, "", "SetFocus", true); // image
    row("Break it", 43, "Runs the right way and a common mistake", "ShowMenu,SetFocus", true);
}

void TestScreenReader::partsAreWhatOthersHear()
{
    QFETCH(uint, role);
    const Seen part = found(QString::fromUtf8(QTest::currentDataTag()), role);
    QVERIFY(!part.name.isEmpty());
    QTEST(part.description, "description");
    QTEST(actionsOf(part.object), "actions");
    QTEST(part.isFocusable, "isFocusable");
    if (part.name == "Patterns") {
        QCOMPARE(property(part.object, "NRows", "Table").toInt(), 10);
        QCOMPARE(property(part.object, "NColumns", "Table").toInt(), 1);
    }
}

// As pyatspi 2.46 has it: setting is the nearest that is allowed.
void TestScreenReader::numbersAreSetAsOthersSetThem()
{
    const Accessible workers = found("Workers", 52).object;
    QCOMPARE(valueOf(workers), "5 1 64");
    called(workers, "Action", "DoAction", {1});
    QCOMPARE(valueOf(workers), "6 1 64");
    for (const auto &[set, is] :
         {std::pair(64.0, "64 1 64"), {65.0, "64 1 64"}, {0.0, "1 1 64"}, {7.6, "8 1 64"}}) {
        QDBusMessage call = QDBusMessage::createMethodCall(workers.service, workers.path.path(),
                                                           "org.freedesktop.DBus.Properties", "Set");
        call << "org.a11y.atspi.Value"
             << "CurrentValue" << QVariant::fromValue(QDBusVariant(set));
        bus_.call(call);
        QCOMPARE(valueOf(workers), is);
    }
    for (int i = 0; i < 3; ++i)
        called(workers, "Action", "DoAction", {2});
    QCOMPARE(valueOf(workers), "5 1 64");
}

void TestScreenReader::picturesAreImagesWithTheirNumbers()
{
    const auto press = [&](const QString &name) {
        for (const Seen &seen : walk()) {
            if (seen.name != name)
                continue;
            QDBusMessage act = QDBusMessage::createMethodCall(seen.object.service, seen.object.path.path(),
                                                              "org.a11y.atspi.Action", "DoAction");
            act << 0;
            if (bus_.call(act).type() != QDBusMessage::ErrorMessage)
                return true;
        }
        return false;
    };
    QVERIFY(press("Run"));
    const auto described = [&](const QString &name, const QString &words) {
        const QList<Seen> all = walk();
        return std::ranges::any_of(all, [&](const Seen &seen) {
            return seen.role == image && seen.name == name && seen.description.contains(words);
        });
    };
    // "Sequential  7.01 s ...": the numbers that the bars show.
    QVERIFY(QTest::qWaitFor([&] { return described("Elapsed time per variant", " s\t"); }, 10 * patience));
    QVERIFY(QTest::qWaitFor([&] { return described("Worker timeline", "running: "); }, patience));
}

void TestScreenReader::whatTakesFocusHasAName()
{
    QStringList nameless;
    int focusables = 0;
    for (const Seen &seen : walk()) {
        focusables += seen.isFocusable;
        if (seen.isFocusable && seen.name.trimmed().isEmpty())
            nameless << seen.object.path.path() + QStringLiteral(" role %1").arg(seen.role);
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(", ")));
    QVERIFY(focusables > 10);
}

QTEST_GUILESS_MAIN(TestScreenReader)
#include "tst_screenreader.moc"
