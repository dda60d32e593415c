// What a container may use of the cores, in folders that look like those of the system.

#include "core/analysis/cores.h"
#include "core/analysis/quota.h"
#include "core/run/othersload.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <sched.h>
#include <thread>
#include <unistd.h>

using namespace tenfold;

class TestQuota : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void withoutALimitAllCoresAre();
    void secondVersion();
    void aGroupAroundMayBeTighter();
    void secondVersionBesideTheFirst();
    void firstVersion();
    void aContainerSeesItsOwnGroupAtTheMount();
    void whatCannotBeReadIsNoLimit();
    void outsideOfItsNameSpaceTheMountIsTheGroup();
    void whatIsAllowedIsNoMoreThanThereIs();
    void aThreadSeesTheCoresOfItsAffinity();
    void othersCountOnTheCoresThatAreSeen();

private:
    void write(const QString &name, const QByteArray &content)
    {
        const QString path = folder_->filePath(name);
        QVERIFY(QDir().mkpath(path.left(path.lastIndexOf(u'/'))));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    Quota quota(const QByteArray &membership)
    {
        write("membership", membership);
        return Quota(folder_->filePath("cgroup"), folder_->filePath("membership"));
    }
    std::unique_ptr<QTemporaryDir> folder_;
};

void TestQuota::withoutALimitAllCoresAre()
{
    write("cgroup/a/cpu.max", "max 100000\n");
    QVERIFY(!quota("0::/a\n").cores());
    QCOMPARE(quota("0::/a\n").throttledSeconds(), 0.0);
    write("cgroup/cpu/a/cpu.cfs_quota_us", "-1\n");
    write("cgroup/cpu/a/cpu.cfs_period_us", "100000\n");
    QVERIFY(!quota("3:cpu:/a\n").cores());
}

void TestQuota::secondVersion()
{
    write("cgroup/a/b/cpu.max", "150000 100000\n");
    write("cgroup/a/b/cpu.stat", "usage_usec 12\nnr_throttled 3\nthrottled_usec 2500000\n");
    const Quota own = quota("0::/a/b\n");
    QCOMPARE(own.cores(), std::optional(1.5));
    QCOMPARE(own.throttledSeconds(), 2.5);
}

void TestQuota::aGroupAroundMayBeTighter()
{
    write("cgroup/a/cpu.max", "50000 100000\n");
    write("cgroup/a/cpu.stat", "throttled_usec 1000000\n");
    write("cgroup/a/b/cpu.max", "150000 100000\n");
    const Quota own = quota("0::/a/b\n");
    QCOMPARE(own.cores(), std::optional(0.5));
    QCOMPARE(own.throttledSeconds(), 1.0);
}

void TestQuota::secondVersionBesideTheFirst()
{
    write("cgroup/unified/a/cpu.max", "200000 100000\n");
    QCOMPARE(quota("3:memory:/a\n0::/a\n").cores(), std::optional(2.0));
}

void TestQuota::firstVersion()
{
    write("cgroup/cpu,cpuacct/a/cpu.cfs_quota_us", "100000\n");
    write("cgroup/cpu,cpuacct/a/cpu.cfs_period_us", "50000\n");
    write("cgroup/cpu,cpuacct/a/cpu.stat", "nr_periods 9\nthrottled_time 300000000\n");
    const Quota own = quota("5:memory:/x\n4:cpu,cpuacct:/a\n");
    QCOMPARE(own.cores(), std::optional(2.0));
    QCOMPARE(own.throttledSeconds(), 0.3);
}

void TestQuota::aContainerSeesItsOwnGroupAtTheMount()
{
    write("cgroup/cpu/cpu.cfs_quota_us", "70000\n");
    write("cgroup/cpu/cpu.cfs_period_us", "100000\n");
    QCOMPARE(quota("4:cpu,cpuacct:/docker/12ab\n").cores(), std::optional(0.7));
}

void TestQuota::whatCannotBeReadIsNoLimit()
{
    for (const QByteArray membership : {"", "nonsense", "0::/not/there\n", "4:cpu:/not/there\n"})
        QVERIFY(!quota(membership).cores());
    for (const QByteArray content : {"", "0 0", "many", "100000"}) {
        write("cgroup/a/cpu.max", content);
        QVERIFY2(!quota("0::/a\n").cores(), content.constData());
    }
}

void TestQuota::outsideOfItsNameSpaceTheMountIsTheGroup()
{
    write("cgroup/cpu.max", "50000 100000\n");
    write("x/cpu.max", "10000 100000\n");
    write("cgroup2/cpu.max", "10000 100000\n");
    QCOMPARE(quota("0::/../x\n").cores(), std::optional(0.5));
    QCOMPARE(quota("0::/../cgroup2\n").cores(), std::optional(0.5)); // which only begins as the mount does
}

void TestQuota::whatIsAllowedIsNoMoreThanThereIs()
{
    const Cores here = Cores::here();
    QVERIFY(here.seen >= 1);
    QVERIFY(here.allowed > 0 && here.allowed <= here.seen);
    QVERIFY(here.atOnce() >= 1 && here.atOnce() <= here.seen);
    QCOMPARE((Cores{8, 1.2}).atOnce(), 2);
    QCOMPARE((Cores{8, 0.01}).atOnce(), 1);
}

void TestQuota::aThreadSeesTheCoresOfItsAffinity()
{
    const std::vector<int> all = coreNumbers();
    if (all.empty())
        QSKIP("the system does not tell");
    std::vector<int> numbers;
    Cores here;
    std::thread([&] {
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(all.back(), &one);
        sched_setaffinity(0, sizeof one, &one);
        numbers = coreNumbers();
        here = Cores::here();
    }).join();
    QCOMPARE(numbers, std::vector{all.back()});
    QCOMPARE(here.seen, 1);
    QVERIFY(here.allowed <= 1);
}

void TestQuota::othersCountOnTheCoresThatAreSeen()
{
    const QByteArray stat = "cpu  600 0 0 9 9 0 0 0 0 0\ncpu0 100 0 0 3 3 0 0 0 0 0\n"
                            "cpu1 200 0 0 3 3 0 0 0 0 0\ncpu12 300 0 0 3 3 0 0 0 0 0\nintr 4 cpu1\n";
    const double tick = 1.0 / static_cast<double>(sysconf(_SC_CLK_TCK));
    const auto ticks = [&](const std::vector<int> &cores) {
        return std::lround(OthersLoad::busySeconds(stat, cores) / tick);
    };
    QCOMPARE(ticks({0, 1, 12}), 600);
    QCOMPARE(ticks({1}), 200);
    QCOMPARE(ticks({0, 12}), 400);
    QCOMPARE(ticks({}), 600);
    QCOMPARE(ticks({77}), 600); // numbered otherwise: all that there is
}

QTEST_GUILESS_MAIN(TestQuota)
#include "tst_quota.moc"
