// A program that was stopped: the time in which nobody could do anything.

#include "core/executors/awaketimer.h"
#include "core/run/run.h"
#include "core/run/runner.h"
#include "core/sync/event.h"
#include "core/sync/pause.h"
#include "tests/patience.h"

#include <QEventLoop>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace tenfold;
using namespace std::chrono_literals;

class TestAwakeClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAPulseItIsASteadyClock();
    void itStandsStillWhileTheProgramIsStopped();
    void whoComputesIsNotHeldUp();
    void aWaitWithALimitIsNotLate();
    void aTimerIsNotLate();
    void whatWasHeldUpIsCarriedOutAgain();
};

/// Stops all of this program for about a second; somebody else has it go on.
static void holdUp()
{
    QProcess::startDetached("sh", {"-c", QStringLiteral("sleep 1; kill -CONT %1").arg(getpid())});
    ::raise(SIGSTOP);
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

void TestAwakeClock::itStandsStillWhileTheProgramIsStopped()
{
    const Pulse pulse;
    const auto steady = std::chrono::steady_clock::now();
    const auto awake = AwakeClock::now();
    const auto lost = AwakeClock::heldUp();
    holdUp();
    const auto passed = AwakeClock::now() - awake; // before the next beat, perhaps
    const auto whole = steadySince(steady), heldUp = AwakeClock::heldUp() - lost;
    QVERIFY2(heldUp >= 500ms && heldUp <= whole, qPrintable(QString::number(heldUp.count())));
    QVERIFY2(passed <= whole - heldUp + 1ms, qPrintable(QString::number(passed.count())));
}

void TestAwakeClock::whoComputesIsNotHeldUp()
{
    const auto lost = AwakeClock::heldUp();
    const auto before = AwakeClock::now();
    {
        const Pulse pulse;
        for (const auto begin = std::chrono::steady_clock::now(); steadySince(begin) < 700ms;) {
        }
        // Unless a machine that is busy with others really held it up.
        QVERIFY((AwakeClock::now() - before) + (AwakeClock::heldUp() - lost) >= 700ms);
    }
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
