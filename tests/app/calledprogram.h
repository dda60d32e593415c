#pragma once

#include "tests/patience.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace tenfold {

/// The program as a user calls it, in a folder of its own and with no display.
class CalledProgram : public QObject
{
protected:
    struct Result
    {
        int status = -1;
        QByteArray out, err;
    };
    Result call(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessEnvironment(environment_);
        process.setWorkingDirectory(folder_.path());
        process.start(QStringLiteral(TENFOLD_PROGRAM), arguments);
        if (!process.waitForFinished(10 * patience) || process.exitStatus() != QProcess::NormalExit)
            return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    QString path(const QString &name) const { return folder_.filePath(name); }
    static QStringList quick(const QStringList &more)
    {
        return QStringList{"run", "threads/url-fetch", "--preset", "quick"} + more;
    }

    static QProcessEnvironment withoutDisplay()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QTEST_FUNCTION_TIMEOUT"})
            environment.remove(QString::fromLatin1(name));
        environment.insert("LC_ALL", "C.UTF-8");
        return environment;
    }
    const QProcessEnvironment environment_ = withoutDisplay();
    QTemporaryDir folder_;
};

} // namespace tenfold
