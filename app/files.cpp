#include "app/files.h"

#include "app/interrupt.h"
#include "core/catalog/secrets.h"
#include "core/recording/outputfile.h"

#include <QDeadlineTimer>

#include <cstdio>

namespace tenfold {

QString writeFile(const QString &file, const QByteArray &content)
{
    return writeOutput(file, content, mayWait);
}

bool mayWait()
{
    if (!wasInterrupted())
        return true;
    static const QDeadlineTimer limit(1000); // from the first question after the interrupt
    return !limit.hasExpired();
}

bool isStandardOutput(const QString &file)
{
    return !file.isEmpty() && outputIdentity(file) == outputIdentity(QStringLiteral("-"));
}

QString outputProblem(const Options &options)
{
    QStringList files{options.jsonFile, options.csvFile, options.traceFile, options.shotFile,
                      options.saveFile};
    for (const Options::Figure &figure : options.figures)
        files << figure.file;
    files.removeAll(QString());
    const bool isText = options.command == Options::Command::Run ||
                        options.command == Options::Command::Sweep ||
                        options.command == Options::Command::Show;
    if (isText && !isStandardOutput(options.jsonFile) && !isStandardOutput(options.csvFile))
        files << QStringLiteral("-");
    const QString shown =
        options.command == Options::Command::Show ? outputIdentity(options.recording) : QString();
    const QString against = options.againstFile.isEmpty() ? QString() : outputIdentity(options.againstFile);
    QStringList taken;
    for (const QString &file : std::as_const(files)) {
        if (const QString problem = outputProblem(file); !problem.isEmpty())
            return problem;
        const QString identity = outputIdentity(file);
        if (!shown.isEmpty() && identity == shown)
            return QStringLiteral("%1 is the recording that is shown: what is written needs another file.")
                .arg(file);
        if (!against.isEmpty() && identity == against)
            return QStringLiteral("%1 is the recording of --against: what is written needs another file.")
                .arg(file);
        if (!identity.isEmpty() && taken.contains(identity))
            return isStandardOutput(file)
                       ? QStringLiteral(
                             "Standard output takes one of --json and --csv, or else the text; what "
                             "else is written needs a file.")
                       : QStringLiteral("Two outputs go to %1: each needs a file of its own.").arg(file);
        taken << identity;
    }
    return options.folder.isEmpty() ? QString() : outputFolderProblem(options.folder);
}

QByteArray forTerminal(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control && c != u'\n')
            c = QChar::ReplacementCharacter;
    }
    return text.toLocal8Bit();
}

void complain(const QString &sentence)
{
    std::fprintf(stderr, "tenfold: %s\n", forTerminal(withoutPasswords(sentence)).constData());
}

} // namespace tenfold
