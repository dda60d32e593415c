#pragma once

#include <QString>

#include <optional>

namespace tenfold {

/// What the control group of this process, its container, may use of the cores: cgroup versions 1 and 2. A
/// value; any thread.
class Quota
{
public:
    /// As the system tells: `root` is where control groups are mounted, `membership` which of them are ours.
    explicit Quota(const QString &root = QStringLiteral("/sys/fs/cgroup"),
                   const QString &membership = QStringLiteral("/proc/self/cgroup"));
    /// That of this process, read once.
    static const Quota &here();

    /// Cores' worth of time; empty: as many as there are.
    std::optional<double> cores() const { return cores_; }
    /// Seconds so far in which what was ready to run had to wait for the next period; 0 without a limit.
    double throttledSeconds() const;

private:
    /// The tightest limit of the folder below `mount` and of those around it.
    void readLimits(const QString &mount, const QString &folder, bool isSecond);

    std::optional<double> cores_;
    QString statistics_; ///< the file cpu.stat of the tightest
};

} // namespace tenfold
