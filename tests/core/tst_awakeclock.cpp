// A program that was stopped: the time in which nobody could do anything.

#include "core/executors/awaketimer.h"
#include "core/executors/future.h"
#include "core/run/run.h"
#include "core/run/runner.h"
#include "core/sync/event.h"
#include "core/sync/pause.h"
#include "tests/patience.h"

#include <QDir>
#include <QEventLoop>
#include <QProcess>
#include <QTest>

#include <atomic>
#include <csignal>
#include <ctime>
#include <sys/syscall.h>
#include <unistd.h>

using namespace tenfold;
using namespace std::chrono_literals;

class TestAwakeClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAPulseItIsASteadyClock();
    void itNeverGoesBack();
    void itStandsStillWhileTheProgramIsStopped();
    void whoComputesIsNotHeldUp();
    void aWaitWithALimitIsNotLate();
    void aWaitWithTheLargestLimitSleeps();
    void aTimerIsNotLate();
    void aTimerMayBeDestroyedByWhatItCalls();
    void whatWasHeldUpIsCarriedOutAgain();
};

/// Stops all of this program for about a second; somebody else has it go on.
static void holdUp()
{
    // Once it is stopped, and as often as it takes: a signal that came before would be lost.
    const QString goOn = QStringLiteral("isStopped() { grep -q '^State:.T' /proc/%1/status; }\n"
                                        "until isStopped; do kill -0 %1 || exit; sleep 0.01; done\n"
                                        "sleep 1\n"
                                        "while isStopped; do kill -CONT %1; done\n")
                             .arg(getpid());
    QProcess other;
    other.start("sh", {"-c", goOn});
    if (!other.waitForStarted(patience))
        qFatal("nobody would have it go on");
    ::raise(SIGSTOP);
    other.waitForFinished(patience); // else it might end the next one as well
}

static std::chrono::nanoseconds computedByThisThread()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

static auto steadySince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::steady_clock::now() - begin;
}

void TestAwakeClock::withoutAPulseItIsASteadyClock()
{
    const auto before = std::chrono::steady_clock::now();
    const auto awake = AwakeClock::now(), heldUp = AwakeClock::now();
    QVERIFY(awake <= heldUp);
    const auto lost = AwakeClock::heldUp();
    holdUp();
    QVERIFY(AwakeClock::now() - awake >= 500ms && AwakeClock::now() - awake <= steadySince(before));
    QCOMPARE(AwakeClock::heldUp().count(), lost.count());
}

void TestAwakeClock::itNeverGoesBack()
{
    const Pulse pulse;
    bool wentBack = false;
    {
        const std::jthread looks([&](const std::stop_token &stop) {
            for (auto last = AwakeClock::now(); !stop.stop_requested();) {
                const auto now = AwakeClock::now();
                wentBack = wentBack || now < last;
                last = now;
            }
        });
        holdUp();
    }
    QVERIFY(!wentBack);
}

void TestAwakeClock::itStandsStillWhileTheProgramIsStopped()
{
    const auto steady = std::chrono::steady_clock::now(); // no beat is older
    const Pulse pulse;
    const auto awake = AwakeClock::now();
    const auto lost = AwakeClock::heldUp();
    holdUp();
    const auto passed = AwakeClock::now() - awake; // before the next beat, perhaps
    const auto whole = steadySince(steady), heldUp = AwakeClock::heldUp() - lost;
    QVERIFY2(heldUp >= 500ms && heldUp <= whole, qPrintable(QString::number(heldUp.count())));
    QVERIFY2(passed <= whole - heldUp + 1ms, qPrintable(QString::number(passed.count())));
}

static std::atomic<bool> isKept, mayGo;
static void keep(int)
{
    for (isKept = true; !mayGo;) {
        const timespec moment{0, 1'000'000};
        nanosleep(&moment, nullptr);
    }
}

static QStringList threads()
{
    return QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
}

void TestAwakeClock::whoComputesIsNotHeldUp()
{
    // So much may have been computed before a gap of which nobody knows when it began.
    const std::chrono::nanoseconds before =
        Pulse::interval * std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const auto computing = 2 * before + Pulse::leastGap;
    const auto steady = std::chrono::steady_clock::now();
    QStringList others = threads();
    const Pulse pulse;
    const auto lost = AwakeClock::heldUp();
    QStringList beats = threads();
    beats.removeIf([&](const QString &thread) { return others.contains(thread); });
    QCOMPARE(beats.size(), 1);
    // As on a machine where the thread that beats gets no core.
    std::signal(SIGUSR1, keep);
    QCOMPARE(syscall(SYS_tgkill, getpid(), beats.front().toInt(), SIGUSR1), 0);
    QTRY_VERIFY_WITH_TIMEOUT(isKept.load(), patience);
    for (const auto end = computedByThisThread() + computing; computedByThisThread() < end;) {
    }
    mayGo = true;
    const auto heldUp = AwakeClock::heldUp() - lost;
    // Unless a machine that is busy with others really held it up.
    QVERIFY2(heldUp == 0ns || steadySince(steady) >= 4 * (computing - before),
             qPrintable(QString::number(heldUp.count())));
}

void TestAwakeClock::aWaitWithALimitIsNotLate()
{
    const Pulse pulse;
    Event answer("answer");
    std::jthread answers([&] {
        holdUp();
        pauseFor(50ms, {}, "answers when it can");
        answer.set();
    });
    QVERIFY(answer.waitFor(900ms)); // in time, though a second and more has passed
}

void TestAwakeClock::aWaitWithTheLargestLimitSleeps()
{
    {
        const Pulse pulse;
        holdUp();
        QVERIFY(AwakeClock::heldUp() > 0ns); // from now on it is behind the steady clock
    }
    const auto task = std::make_shared<Future<int>::Shared>(0);
    QVERIFY(task->tryStart());
    const std::jthread answers([&] {
        pauseFor(300ms, {}, "answers when it can");
        task->result = 5;
        task->finish({});
    });
    const auto before = computedByThisThread();
    QCOMPARE(Future<int>(task).get(std::chrono::nanoseconds::max()), 5);
    QVERIFY(computedByThisThread() - before < 100ms);
}

void TestAwakeClock::aTimerIsNotLate()
{
    const Pulse pulse;
    QEventLoop loop;
    const auto begin = AwakeClock::now();
    AwakeTimer timer([&] { loop.quit(); });
    timer.start(300ms);
    QTimer::singleShot(0, &loop, [] { holdUp(); });
    loop.exec();
    QVERIFY(AwakeClock::now() - begin >= 300ms);
}

void TestAwakeClock::aTimerMayBeDestroyedByWhatItCalls()
{
    QEventLoop loop;
    std::unique_ptr<AwakeTimer> timer;
    bool isThere = false;
    timer = std::make_unique<AwakeTimer>([&, of = std::make_shared<int>()] {
        const std::weak_ptr<int> its = of;
        QEventLoop &runs = loop;
        bool &found = isThere;
        timer.reset();
        found = !its.expired(); // what it holds lives until it returns
        runs.quit();
    });
    timer->start(1ms);
    loop.exec();
    QVERIFY(isThere && !timer);
}

void TestAwakeClock::whatWasHeldUpIsCarriedOutAgain()
{
    Scenario scenario;
    scenario.id = "test";
    scenario.pattern = "threads";
    scenario.columns = {{"value", "Value", ColumnKind::Integer}};
    bool isFirst = true;
    scenario.variants = {{"sequential", "Sequential", VariantKind::Sequential, [&](Run &run) {
                              run.setRow(0, {1});
                              if (std::exchange(isFirst, false))
                                  holdUp();
                          }}};
    Runner runner;
    runner.start(planOf({.scenario = &scenario, .variants = {"sequential"}}));
    runner.wait();
    const Repeat repeat = runner.outcomes().front().repeats.front();
    QCOMPARE(repeat.status, Status::Finished);
    QVERIFY(repeat.wasHeldUp);
    QVERIFY(repeat.again >= 1);
    QVERIFY(repeat.seconds < 1 || repeat.heldUp > 0);
    QCOMPARE(runner.progress(), (std::pair{1, 1}));
}

QTEST_GUILESS_MAIN(TestAwakeClock)
#include "tst_awakeclock.moc"
