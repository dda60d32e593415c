#include "ui/code/codepick.h"

#include "ui/code/idioms.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace tenfold {

static int indentOf(const QString &line)
{
    const auto first = std::ranges::find_if(line, [](QChar c) { return c != u' '; });
    return static_cast<int>(first - line.begin());
}

/// `line` in rows of at most `columns`, broken where a reader would.
static QStringList wrapped(QString line, int columns)
{
    QStringList rows;
    const QString indent(std::min(indentOf(line) + 4, columns / 2), u' '); // each row has room for code
    if (indentOf(line) > columns / 2)
        line = indent + line.trimmed();
    while (line.size() > columns) {
        qsizetype at = -1;
        const auto look = [&](const char *before, qsizetype kept) {
            qsizetype found = line.lastIndexOf(QLatin1String(before), columns - kept);
            while (found > 0 && found + kept < line.size() &&
                   QStringView(u";,.)").contains(line[found + kept])) // which no row begins with
                found = line.lastIndexOf(QLatin1String(before), found - 1);
            if (found > indent.size() && found + kept > at && line.size() - found - kept >= 5)
                at = found + kept;
        };
        for (const char *behind : {", ", "; "})
            look(behind, 1);
        for (const char *ahead : {" for ", " if ", " else ", " + ", " : ", " in ", " is "})
            look(ahead, 0);
        if (at < indent.size() + 6) { // else nearly nothing would stand in the row
            look("(", 1);
            look(" = ", 2);
            look("->", 0);
        }
        const auto isFair = [&](qsizetype i) { // the row does not end, and the next not begin, amiss
            return line.size() - i >= 5 && QStringView(u"([{<,= ").contains(line[i - 1]) &&
                   !QStringView(u";,.) ").contains(line[i]);
        };
        for (qsizetype i = columns; at < indent.size() && i > indent.size() + 6; --i)
            at = isFair(i) ? i : at;
        const auto isWord = [&](qsizetype i) { return line[i].isLetterOrNumber() || line[i] == u'_'; };
        for (qsizetype i = columns; at < indent.size() && i > indent.size() + 1; --i)
            at = isWord(i) && !isWord(i - 1) ? i : at;
        if (at < indent.size())
            at = columns; // nowhere else
        rows << line.left(at);
        line = indent + line.mid(at).trimmed();
    }
    return rows << line;
}

/// What was wrapped for a page 110 columns wide, in a line each.
static QStringList joined(const QStringList &code)
{
    QStringList lines;
    bool goesOn = false;
    for (const QString &line : code) {
        if (goesOn && !lines.isEmpty())
            lines.last() += (lines.last().endsWith(u'(') ? QString() : QStringLiteral(" ")) + line.trimmed();
        else
            lines << line;
        const QString &last = lines.last();
        goesOn = last.count(u'(') > last.count(u')') && !last.endsWith(u'{') && !last.endsWith(u';');
    }
    return lines;
}

/// Conversions to sizes are no part of the lesson; parentheses stay where what is in them is more than a
/// name.
static QString withoutCasts(QString line)
{
    static const QString cast = QStringLiteral("static_cast<std::size_t>(");
    for (qsizetype at = line.indexOf(cast); at >= 0; at = line.indexOf(cast)) {
        qsizetype end = at + cast.size();
        for (int open = 1; end < line.size() && open > 0; ++end)
            open += line[end] == u'(' ? 1 : line[end] == u')' ? -1 : 0;
        const qsizetype inside = at + cast.size();
        const bool isAlone = at > 0 && QStringView(u"([").contains(line[at - 1]) && end < line.size() &&
                             QStringView(u",)]").contains(line[end]);
        if (isAlone || !line.mid(inside, end - 1 - inside).contains(u' '))
            line.remove(end - 1, 1).remove(at, cast.size());
        else
            line.remove(at, cast.size() - 1);
    }
    return line;
}

static QStringList cleanCpp(const QStringList &code)
{
    static const QRegularExpression comment(QStringLiteral("\\s*//.*$"));
    static const QRegularExpression named(QStringLiteral("QT_TRANSLATE_NOOP\\(\"\\w+\", (\"[^\"]*\")\\)"));
    static const QRegularExpression aside(QStringLiteral(
        "TaskSpan|= run\\.kept<\\w+>\\(\\)(?:\\.\\w+)?;|^ *(?:\\+\\+)?run\\.kept<\\w+>\\(\\)\\.\\w+(?: "
        "[-+]?= .*)?;|"
        "throwIfStopped|recordMark|\\bCounted\\b|takenInOrder|requireThread|lookNow|Receipts receipts|"
        "receipts?\\.report|handOver|takeOver|qScopeGuard\\(\\[&\\] \\{ "
        "\\w+\\.(?:end|close)\\(\\)|pool\\.shutdown|"
        "\\btraffic\\b|LaneScope|tasks\\.finish|const Frames|change\\(|static char|setLimit\\(|^ *if "
        "\\(site\\)$|"
        "noteThread|const bool waits|work\\.starved|ForeignLanes|GlobalTasks|inGlobal|this_thread::yield|"
        "^ *if \\(\\w+ % 64|lookedInVain|bool isFirst = true;|processIds"));
    static const QRegularExpression kept(QStringLiteral("run\\.kept<\\w+>\\(\\)"));
    // What a stop does to those who wait.
    static const QRegularExpression release(QStringLiteral(
        "\\(run\\.trace\\(\\), (?:\\w+|\\[&\\] \\{[^{}]*\\})\\)|\\[&?\\] \\{[^{}]*\\}, (?=\\[&\\])"));
    static const QRegularExpression releasing(QStringLiteral(
        "^( *)(?:(Crew \\w+)\\(run\\.trace\\(\\), |const auto close = )\\[&\\] \\{(.*\\};)?$"));
    static const QRegularExpression noted(
        QStringLiteral("\\bwork\\.starts\\.note\\((bucket\\.take\\(.*\\))?.*\\);$"));
    static const QRegularExpression inner(QStringLiteral("^( *)(.*\\{) ([^{}]+;) (\\}\\)*;?)$"));
    QStringList plain;
    for (QString line : code)
        plain << line.remove(comment);
    plain.removeAll(QString());
    QStringList lines;
    QString skippedTo; // the end of what is left out
    for (QString line : joined(plain)) {
        if (!skippedTo.isEmpty()) {
            if (line.startsWith(skippedTo))
                skippedTo.clear();
            continue;
        }
        if (const auto found = releasing.match(line); found.hasMatch()) {
            if (found.captured(3).isEmpty())
                skippedTo = found.captured(1) + u'}';
            if (!found.captured(2).isEmpty())
                lines << found.captured(1) + found.captured(2) + u';';
            continue;
        }
        line.remove(release);
        line.replace(named, QStringLiteral("\\1"));
        for (const char *argument : {", run.trace()", ", run.stop()"})
            line.remove(QLatin1String(argument));
        line.replace(QLatin1String("(run.stop())"), QLatin1String("()"));
        line = withoutCasts(line);
        if (const auto found = noted.match(line); found.hasMatch()) // when it was is for the picture
            line = found.captured(1).isEmpty() ? QString()
                                               : line.left(found.capturedStart()) + found.captured(1) + u';';
        if (line.contains(aside) || line.trimmed().isEmpty())
            continue;
        line.replace(kept, QStringLiteral("work"));
        if (const auto split = inner.match(line); split.hasMatch() && line.size() > 36)
            lines << split.captured(1) + split.captured(2)
                  << split.captured(1) + QString(4, u' ') + split.captured(3)
                  << split.captured(1) + split.captured(4);
        else
            lines << line;
    }
    return lines;
}

static QStringList cleanPython(const QStringList &code)
{
    static const QRegularExpression comment(QStringLiteral("\\s*#.*$"));
    QStringList lines;
    for (QString line : code) {
        line.remove(comment).remove(QLatin1String("max_workers="));
        if (!line.trimmed().isEmpty() && !line.startsWith(QLatin1String("import ")) &&
            !line.startsWith(QLatin1String("from ")))
            lines << line;
    }
    return lines;
}

std::vector<CodeUnit> unitsOf(const QStringList &code, CodeLanguage language, int columns)
{
    QStringList lines = language == CodeLanguage::Cpp ? cleanCpp(code) : cleanPython(code);
    int least = 99;
    for (const QString &line : lines)
        least = std::min(least, indentOf(line));
    std::vector<CodeUnit> units;
    for (const QString &line : lines) {
        const QString text = line.mid(least);
        units.push_back({wrapped(text, columns), idiomOf(text, language)});
    }
    return units;
}

QStringList rightPython(const QString &python)
{
    QStringList kept;
    qsizetype leftOut = -1; // how far what is left out is indented: what belongs to it is so farther
    for (const QString &line : python.split(u'\n')) {
        const bool isBlank = line.trimmed().isEmpty(); // which ends nothing
        if (leftOut >= 0 && !isBlank && indentOf(line) > leftOut)
            continue;
        const qsizetype at = line.indexOf(u'#');
        const QString remark = at < 0 ? QString() : line.mid(at);
        if (!isBlank)
            leftOut = -1;
        if (remark.startsWith(QLatin1String("# mistake")) || remark == QLatin1String("# sequential") ||
            remark.startsWith(QLatin1String("# chunk-of-one")))
            leftOut = indentOf(line);
        else
            kept << line;
    }
    return kept;
}

/// The lines between the braces of the function `name`, and the line that declares it.
static QStringList definitionOf(const QStringList &lines, const QString &name, QString *declared = nullptr)
{
    const QRegularExpression head(QStringLiteral("^[\\w:].*\\b%1\\(").arg(name));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!lines[i].contains(name + u'(') || !head.match(lines[i]).hasMatch())
            continue;
        qsizetype open = i;
        while (open < lines.size() && lines[open] != QLatin1String("{") && !lines[open].endsWith(u';') &&
               !lines[open].isEmpty())
            ++open;
        if (open >= lines.size() || lines[open] != QLatin1String("{"))
            continue;
        const qsizetype close = lines.indexOf(QStringLiteral("}"), open);
        if (declared)
            *declared = lines[i];
        return close < 0 ? QStringList() : lines.mid(open + 1, close - open - 1);
    }
    return {};
}

static QStringList namesIn(const QString &code)
{
    static const QRegularExpression name(QStringLiteral("\\b[a-z]\\w*\\b"));
    QStringList names;
    auto found = name.globalMatch(code);
    while (found.hasNext())
        names << found.next().captured();
    names.removeDuplicates();
    return names;
}

QStringList bodyOf(const QString &source, const QString &id)
{
    const QRegularExpression declared(
        QStringLiteral("(?:right|mistake)\\(\\s*\"%1\",\\s*QT_TRANSLATE_NOOP\\((?:\"(?:[^\"\\\\]|\\\\.)*\"|"
                       "[^\")])*\\),\\s*(\\w+)")
            .arg(QRegularExpression::escape(id)));
    const auto found = declared.match(source);
    const QStringList lines = source.split(u'\n');
    QStringList body = found.hasMatch() ? definitionOf(lines, found.captured(1)) : QStringList();
    const QStringList own = cleanCpp(body);
    const bool isCallback = own.size() == 3 && own[1].trimmed().startsWith(QLatin1String("return "));
    if ((own.size() > 1 && !isCallback) || own.isEmpty())
        return body;
    QStringList work; // of what does it, or stands last in the call: it is handed to the others
    for (const QString &name : namesIn(own.join(u' '))) {
        const QStringList definition = definitionOf(lines, name);
        if (definition.isEmpty() || name == found.captured(1))
            continue;
        work = definition;
        if (!isCallback && std::ranges::any_of(cleanCpp(work), [](const QString &line) {
                return !idiomOf(line, CodeLanguage::Cpp).isEmpty();
            }))
            break;
    }
    return body + work;
}

QStringList waitsOf(const QString &source, const QStringList &body)
{
    const QStringList lines = source.split(u'\n');
    QStringList found;
    for (const QString &name : namesIn(body.join(u' '))) {
        QString head;
        for (const QString &line : cleanCpp(definitionOf(lines, name, &head))) {
            if (idiomOf(line, CodeLanguage::Cpp) != QLatin1String("io"))
                continue;
            if (found.isEmpty())
                found << QString(4, u' ') + head + QStringLiteral(" {");
            found << QString(8, u' ') + line.trimmed();
        }
        if (!found.isEmpty())
            break;
    }
    return found;
}

/// The lines of `code` with idioms that are none of `known`.
static QStringList idiomaticIn(const QStringList &code, const QStringList &known)
{
    QStringList found;
    for (const QString &line : cleanCpp(code)) {
        const QString idiom = idiomOf(line, CodeLanguage::Cpp);
        if (!idiom.isEmpty() && !known.contains(idiom))
            found << QString(4, u' ') + line.trimmed();
    }
    return found;
}

static QStringList idiomsIn(const QStringList &code)
{
    QStringList all{QStringLiteral("io"), QStringLiteral("result"), QStringLiteral("wrong")};
    for (const QString &line : cleanCpp(code))
        all << idiomOf(line, CodeLanguage::Cpp);
    return all;
}

std::array<QStringList, 2> helpersOf(const QString &source, const QStringList &body)
{
    const QStringList lines = source.split(u'\n');
    for (const QString &name : namesIn(body.join(u' '))) {
        const QStringList helper = definitionOf(lines, name);
        const QStringList found = idiomaticIn(helper, idiomsIn(body));
        if (found.isEmpty())
            continue;
        QStringList deeper;
        for (const QString &called : namesIn(helper.join(u' ')))
            deeper += idiomaticIn(definitionOf(lines, called), idiomsIn(body + helper));
        return {found, deeper};
    }
    return {};
}

QStringList mistakeIn(const QString &source, const QStringList &body)
{
    const QStringList lines = source.split(u'\n');
    QStringList found;
    for (const QString &name : namesIn(body.join(u' '))) {
        for (const QString &line : cleanCpp(definitionOf(lines, name))) {
            if (idiomOf(line, CodeLanguage::Cpp) == QLatin1String("wrong"))
                found << QString(4, u' ') + line.trimmed();
        }
    }
    for (const QString &line : cleanCpp(body))
        found.removeAll(QString(4, u' ') + line.trimmed());
    return found;
}

} // namespace tenfold
