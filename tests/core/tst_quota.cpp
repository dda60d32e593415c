// What a container may use of the cores, in folders that look like those of the system.

#include "core/analysis/quota.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

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
    void whatIsAllowedIsNoMoreThanThereIs();

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

void TestQuota::whatIsAllowedIsNoMoreThanThereIs()
{
    const double seen = std::max(1U, std::thread::hardware_concurrency());
    QVERIFY(coresAllowed() > 0 && coresAllowed() <= seen);
    QVERIFY(coresAtOnce() >= 1 && coresAtOnce() <= seen);
}

QTEST_GUILESS_MAIN(TestQuota)
#include "tst_quota.moc"
