// The order in which a process pool hands out its tasks, and what it knows of those that are not done.

#include "core/executors/processtaskqueue.h"

#include <QTest>

#include <algorithm>

using namespace tenfold;

class TestProcessTaskQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tasksAreTakenInTheOrderOfSubmission();
    void nothingIsTakenFromAnEmptyQueue();
    void smallTasksShareAMessage();
    void largeTasksGoAlone();
    void aMessageHoldsNoMoreThanItIsTold();
    void enoughIsLeftForTheOtherProcesses();
    void whatMustNotRunTwiceGoesAlone();
    void retriesComeFirstInTheirOrderAndAlone();
    void cancelledTasksAreLeftOutAndDone();
    void allCanBeTakenToBeGivenUp();
    void itIsOverWhenClosedAndAllAreDone();
    void aBrokenQueueSaysWhy();

private:
    static ProcessTaskQueue::Task task(int number, Retry retry = Retry::Idempotent)
    {
        return std::make_shared<ProcessTask>(number, QStringLiteral("square"), number, false, retry,
                                             std::source_location::current());
    }
    static void fill(ProcessTaskQueue &queue, int first, int count)
    {
        for (int i = first; i < first + count; ++i)
            queue.add(task(i));
    }
    static std::vector<int> numbers(const ProcessTaskQueue::Tasks &tasks)
    {
        std::vector<int> all;
        std::ranges::transform(tasks, std::back_inserter(all), [](const auto &t) { return t->task(); });
        return all;
    }
    static constexpr double small = 1e-5; ///< seconds; 200 of these are worth a message
};

void TestProcessTaskQueue::tasksAreTakenInTheOrderOfSubmission()
{
    ProcessTaskQueue queue(1, 0);
    fill(queue, 0, 5);
    QCOMPARE(queue.waiting(), std::size_t(5));
    for (int i = 0; i < 5; ++i) {
        const auto batch = queue.takeBatch(); // how long they take is not known yet: each alone
        QCOMPARE(numbers(batch), std::vector{i});
        QCOMPARE(batch[0]->state(), FutureState::Running);
    }
    QCOMPARE(queue.waiting(), std::size_t(0));
    QCOMPARE(queue.unfinished(), std::size_t(5));
}

void TestProcessTaskQueue::nothingIsTakenFromAnEmptyQueue()
{
    ProcessTaskQueue queue(2, 0);
    queue.learn(small);
    QVERIFY(queue.takeBatch().empty());
    QVERIFY(queue.takeAll().empty());
    QCOMPARE(queue.unfinished(), std::size_t(0));
}

void TestProcessTaskQueue::smallTasksShareAMessage()
{
    ProcessTaskQueue queue(1, 0);
    fill(queue, 0, 1000);
    queue.learn(small);
    const auto batch = queue.takeBatch();
    QCOMPARE(batch.size(), std::size_t(200));
    QVERIFY(std::ranges::is_sorted(numbers(batch)));
    QCOMPARE(numbers(queue.takeBatch()).front(), 200);
    queue.learn(1e-9);
    for (int i = 0; i < 50; ++i)
        queue.learn(1e-9);
    fill(queue, 1000, 1000);
    QCOMPARE(queue.takeBatch().size(), std::size_t(256)); // and no more, however small they are
}

void TestProcessTaskQueue::largeTasksGoAlone()
{
    ProcessTaskQueue queue(1, 0);
    fill(queue, 0, 100);
    queue.learn(0.1);
    QCOMPARE(queue.takeBatch().size(), std::size_t(1));
}

void TestProcessTaskQueue::aMessageHoldsNoMoreThanItIsTold()
{
    ProcessTaskQueue queue(1, 7);
    fill(queue, 0, 100);
    QCOMPARE(queue.takeBatch().size(), std::size_t(1));
    queue.learn(small);
    QCOMPARE(queue.takeBatch().size(), std::size_t(7));
}

void TestProcessTaskQueue::enoughIsLeftForTheOtherProcesses()
{
    ProcessTaskQueue queue(4, 0);
    fill(queue, 0, 80);
    queue.learn(small);
    QCOMPARE(queue.takeBatch().size(), std::size_t(10));
}

void TestProcessTaskQueue::whatMustNotRunTwiceGoesAlone()
{
    ProcessTaskQueue queue(1, 0);
    fill(queue, 0, 2);
    queue.add(task(2, Retry::Never));
    queue.add(task(3, Retry::Never));
    fill(queue, 4, 100);
    queue.learn(small);
    QCOMPARE(numbers(queue.takeBatch()), (std::vector{0, 1}));
    QCOMPARE(numbers(queue.takeBatch()), std::vector{2});
    QCOMPARE(numbers(queue.takeBatch()), std::vector{3});
    QVERIFY(queue.takeBatch().size() > 1);
}

void TestProcessTaskQueue::retriesComeFirstInTheirOrderAndAlone()
{
    ProcessTaskQueue queue(1, 0);
    fill(queue, 0, 100);
    queue.learn(small);
    const auto batch = queue.takeBatch();
    QCOMPARE(batch.size(), std::size_t(50));
    queue.giveBack({batch[0], batch[1], batch[2]});
    for (int i = 0; i < 3; ++i) {
        const auto again = queue.takeBatch();
        QCOMPARE(numbers(again), std::vector{i});
        QCOMPARE(again[0]->state(), FutureState::Running);
    }
    QCOMPARE(numbers(queue.takeBatch()).front(), 50);
    QCOMPARE(queue.unfinished(), std::size_t(100)); // giving back changes nothing about that
}

void TestProcessTaskQueue::cancelledTasksAreLeftOutAndDone()
{
    ProcessTaskQueue queue(1, 0);
    const auto first = task(0);
    queue.add(first);
    fill(queue, 1, 2);
    QVERIFY(first->tryCancel());
    QCOMPARE(numbers(queue.takeBatch()), std::vector{1});
    QCOMPARE(queue.unfinished(), std::size_t(2));
}

void TestProcessTaskQueue::allCanBeTakenToBeGivenUp()
{
    ProcessTaskQueue queue(2, 0);
    fill(queue, 0, 3);
    const auto all = queue.takeAll();
    QCOMPARE(numbers(all), (std::vector{0, 1, 2}));
    QCOMPARE(all[0]->state(), FutureState::Pending);
    QCOMPARE(queue.waiting(), std::size_t(0));
    QCOMPARE(queue.unfinished(), std::size_t(3));
    queue.done(all.size());
    QCOMPARE(queue.unfinished(), std::size_t(0));
}

void TestProcessTaskQueue::itIsOverWhenClosedAndAllAreDone()
{
    ProcessTaskQueue queue(1, 0);
    QVERIFY(!queue.isClosed() && !queue.isOver());
    fill(queue, 0, 2);
    queue.close();
    QVERIFY(queue.isClosed() && !queue.isOver());
    queue.takeBatch();
    queue.takeBatch();
    queue.done();
    QVERIFY(!queue.isOver());
    queue.done();
    QVERIFY(queue.isOver());
}

void TestProcessTaskQueue::aBrokenQueueSaysWhy()
{
    ProcessTaskQueue queue(1, 0);
    QVERIFY(!queue.isBroken());
    queue.breakOff(QStringLiteral("No process could be started."));
    QVERIFY(queue.isBroken() && !queue.isOver());
    QCOMPARE(queue.whyBroken(), QStringLiteral("No process could be started."));
}

QTEST_GUILESS_MAIN(TestProcessTaskQueue)
#include "tst_processtaskqueue.moc"
