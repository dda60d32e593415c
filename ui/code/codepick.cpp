#include "ui/code/codepick.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace tenfold {

/// What both languages do, each in its own words.
struct Idiom
{
    const char *id;
    const char *python;
    const char *cpp;
};
static constexpr std::array idioms{
    Idiom{"io", "(?:requests|session)\\.get\\(|read_text\\(|\\.execute\\(",
          "\\b(?:client\\.get|disk\\.read)\\("},
    Idiom{"gather", "\\bgather\\(", "\\ballAtOnce\\b|\\bspawn\\("},
    Idiom{"pool", "(?:Thread|Process)PoolExecutor\\(", "\\b(?:Thread|Process)PoolExecutor \\w+\\("},
    Idiom{"barrier", "\\bBarrier\\(", "\\bBarrier \\w+\\("},
    Idiom{"queue", "Queue\\(", "BlockingQueue<[^>]*> \\w+\\("},
    Idiom{"lock", "with (?:lock|locks)\\b", "\\b(?:Lock|TableLock|ReadLock|WriteLock) \\w+\\("},
    Idiom{"permit", "with permits", "\\bPermit \\w+\\("},
    Idiom{"token", "bucket\\.take", "bucket\\.take"},
    Idiom{"submit", "pool\\.(?:map|submit)\\(", "\\bpool\\.(?:map|submit\\w*|onEachWorker)\\("},
    Idiom{"completed", "\\bas_completed\\(", "\\basCompleted\\("},
    Idiom{"result", "\\.result\\(", "\\b(?:future\\w*|result|counts|isPrime|next)(?:\\[\\w+\\])?\\.get\\("},
    Idiom{"put", "\\.put\\(", "\\.push\\("},
    Idiom{"take", "(?:queue|to_\\w+|frontier)\\.get\\(", "\\.pop\\("},
    Idiom{"wait", "(?:start|barrier)\\.wait\\(", "start\\.wait\\(|arriveAndWait\\("},
    Idiom{"set", "start\\.set\\(", "start\\.set\\("},
    Idiom{"add", "counter \\+= 1", "\\+\\+counter"},
};

static QString idiomOf(const QString &text, CodeLanguage language)
{
    using Expressions = std::array<QRegularExpression, idioms.size()>;
    const auto compiled = [](const char *Idiom::*side) {
        Expressions all;
        std::ranges::transform(idioms, all.begin(), [side](const Idiom &idiom) {
            return QRegularExpression(QString::fromLatin1(idiom.*side));
        });
        return all;
    };
    static const Expressions python = compiled(&Idiom::python), cpp = compiled(&Idiom::cpp);
    const Expressions &all = language == CodeLanguage::Python ? python : cpp;
    const auto found = std::ranges::find_if(
        all, [&](const QRegularExpression &each) { return each.match(text).hasMatch(); });
    return found == all.end() ? QString()
                              : QString::fromLatin1(idioms[static_cast<std::size_t>(found - all.begin())].id);
}

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
        "TaskSpan|run\\.kept<|throwIfStopped|recordMark|\\bCounted\\b|takenInOrder|requireThread|lookNow|"
        "receipts?\\.report|handOver|takeOver|qScopeGuard|pool\\.shutdown|\\btraffic\\b|LaneScope|tasks\\."
        "finish"
        "|const Frames|change\\(|static char"));
    static const QRegularExpression inner(QStringLiteral("^( *)(.*\\{) ([^{}]+;) (\\}\\)*;?)$"));
    QStringList plain;
    for (QString line : code)
        plain << line.remove(comment);
    plain.removeAll(QString());
    QStringList lines;
    for (QString line : joined(plain)) {
        line.replace(named, QStringLiteral("\\1"));
        for (const char *argument : {", run.trace()", ", run.stop()"})
            line.remove(QLatin1String(argument));
        line.replace(QLatin1String("(run.stop())"), QLatin1String("()"));
        line = withoutCasts(line);
        if (line.contains(aside) || line.trimmed().isEmpty())
            continue;
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
    bool isLeftOut = false;
    for (const QString &line : python.split(u'\n')) {
        const qsizetype at = line.indexOf(u'#');
        const QString remark = at < 0 ? QString() : line.mid(at);
        if (remark.startsWith(QLatin1String("# mistake")) || remark == QLatin1String("# sequential") ||
            remark.startsWith(QLatin1String("# chunk-of-one")))
            isLeftOut = true; // and what belongs to it
        if (line.trimmed().isEmpty())
            isLeftOut = false;
        if (!isLeftOut)
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
    if (own.size() > 1 || own.isEmpty())
        return body;
    QStringList work; // of what stands last in the call: it is handed to the others
    for (const QString &name : namesIn(own.first())) {
        const QStringList definition = definitionOf(lines, name);
        if (!definition.isEmpty() && name != found.captured(1))
            work = definition;
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

} // namespace tenfold
