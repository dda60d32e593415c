#include "ui/pace.h"

#include <QTest>

using namespace tenfold;

class TestPace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatCostsNothingIsDrawnTenTimesASecond();
    void whatCostsMuchIsDrawnLessOften();
    void whatCostsVeryMuchIsDrawnAllTheSame();
};

/// Computes until this thread has taken `seconds` of a processor.
static void computeFor(double seconds)
{
    const std::clock_t begin = std::clock();
    while (static_cast<double>(std::clock() - begin) < seconds * CLOCKS_PER_SEC)
        ;
}

void TestPace::whatCostsNothingIsDrawnTenTimesASecond()
{
    Pace pace;
    QCOMPARE(pace.next(1'000'000), Pace::shortest);
}

void TestPace::whatCostsMuchIsDrawnLessOften()
{
    Pace pace;
    computeFor(0.01);
    const auto after = pace.next(4);
    QVERIFY(after > Pace::shortest);
    computeFor(0.01);
    QCOMPARE(pace.next(1'000'000), Pace::shortest); // many cores can spare it
}

void TestPace::whatCostsVeryMuchIsDrawnAllTheSame()
{
    Pace pace;
    computeFor(0.05);
    QCOMPARE(pace.next(1), Pace::longest);
}

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"
