#include "core/catalog/pattern.h"
#include "ui/code/idioms.h"
#include "ui/language.h"
#include "ui/stage/codeslide.h"
#include "ui/theme.h"

#include <QFontMetricsF>
#include <QRegularExpression>
#include <QTest>

using namespace tenfold;

class tst_CodeSlide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyScenarioHasItsCode();
    void rowsFitAndAreNeverTooMany();
    void rowsBeginWhereAReaderWould();
    void whatIsTheSameStandsAtTheSameHeight();
    void whatIsDifferentIsMarked();
    void whatThePatternIsAboutIsNumbered();
    void noMistakeIsInWhatRecords();
    void whatAMistakeLeavesOutIsMissing();
    void theGilIsNamed();
    void whatRecordsIsLeftOut();
    void whatIsLeftOutHasASign();
};

static std::vector<const Scenario *> all()
{
    std::vector<const Scenario *> scenarios;
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &scenario : pattern.scenarios)
            scenarios.push_back(&scenario);
    }
    return scenarios;
}

static const Scenario &fetching()
{
    return *findScenario(QStringLiteral("threads/url-fetch"));
}

void tst_CodeSlide::everyScenarioHasItsCode()
{
    for (const Scenario *scenario : all()) {
        const auto slide = codeSlideOf(*scenario, {}, false);
        QVERIFY2(slide, qPrintable(scenario->path()));
        QCOMPARE(slide->left.title, QStringLiteral("Python"));
        const auto other = codeSlideOf(*scenario, {}, true);
        QCOMPARE(other->left.title, QStringLiteral("C++"));
        for (const Variant &variant : scenario->variants) {
            if (variant.isMistake())
                QVERIFY2(codeSlideOf(*scenario, variant.id, false),
                         qPrintable(scenario->path() + u' ' + variant.id));
        }
    }
}

void tst_CodeSlide::rowsFitAndAreNeverTooMany()
{
    for (const Scenario *scenario : all()) {
        for (const int columns : {34, CodeSlide::mostColumns}) {
            QStringList slides{QString()};
            for (const Variant &variant : scenario->variants)
                slides << (variant.isMistake() ? variant.id : QString());
            for (const QString &mistake : slides) {
                const auto slide = codeSlideOf(*scenario, mistake, false, columns);
                QVERIFY(slide);
                QVERIFY(slide->rows.size() <= CodeSlide::mostRows);
                for (const CodeRow &row : slide->rows) {
                    for (const CodeRow::Cell &cell : {row.left, row.right})
                        QVERIFY2(cell.text.size() <= columns,
                                 qPrintable(scenario->path() + u' ' + mistake + u' ' + cell.text));
                }
            }
        }
    }
}

void tst_CodeSlide::rowsBeginWhereAReaderWould()
{
    for (const Scenario *scenario : all()) {
        for (const int columns : {34, 36, CodeSlide::mostColumns}) {
            QStringList slides{QString()};
            for (const Variant &variant : scenario->variants)
                slides << (variant.isMistake() ? variant.id : QString());
            for (const QString &mistake : slides) {
                const auto slide = codeSlideOf(*scenario, mistake, false, columns);
                QVERIFY(slide);
                for (const CodeRow &row : slide->rows) {
                    for (const CodeRow::Cell &cell : {row.left, row.right}) {
                        const QString text = cell.text.trimmed();
                        QVERIFY2(text.isEmpty() || !QStringView(u";,.)").contains(text.front()),
                                 qPrintable(scenario->path() + u' ' + mistake + u' ' + cell.text));
                    }
                }
            }
        }
    }
    const auto rows = [](const char *line) {
        return unitsOf({QLatin1String(line)}, CodeLanguage::Cpp, 36).front().rows;
    };
    QCOMPARE(rows("ProcessPoolExecutor pool(run.workers());"),
             QStringList({"ProcessPoolExecutor pool(", "    run.workers());"}));
    // A conversion goes with its parentheses, unless these hold something together.
    QCOMPARE(rows("done(static_cast<std::size_t>(run.integer(\"phases\")));"),
             QStringList({"done(run.integer(\"phases\"));"}));
    QCOMPARE(rows("at(static_cast<std::size_t>(low + high) / 2);"), QStringList({"at((low + high) / 2);"}));
}

void tst_CodeSlide::whatIsTheSameStandsAtTheSameHeight()
{
    const auto slide = codeSlideOf(fetching(), {}, false);
    QVERIFY(slide);
    int numbered = 0;
    for (const CodeRow &row : slide->rows) {
        QCOMPARE(row.left.number, row.right.number);
        if (row.left.number == 0)
            continue;
        QCOMPARE(row.left.number, ++numbered);
        QVERIFY(row.left.isMarked && row.right.isMarked);
    }
    QCOMPARE(numbered, 3); // where it waits, the pool, and what is handed to it
    QCOMPARE(slide->number, 1);
}

void tst_CodeSlide::whatIsDifferentIsMarked()
{
    const auto slide = codeSlideOf(fetching(), QStringLiteral("lock-held-while-waiting"), false);
    QVERIFY(slide);
    QVERIFY(slide->right.isMistake && !slide->left.isMistake);
    QStringList marked;
    for (const CodeRow &row : slide->rows) {
        if (row.right.isMarked)
            marked << row.right.text.trimmed();
        else if (!row.right.text.isEmpty()) // what both have stands beside itself
            QCOMPARE(row.left.text, row.right.text);
    }
    QCOMPARE(marked, QStringList({"Mutex mutex(\"request\");", "const Lock lock(mutex);"}));
    // What both hand to the same function differs in how they call it.
    const auto queue = codeSlideOf(*findScenario(QStringLiteral("queue/producer-consumer")),
                                   QStringLiteral("unbounded"), false);
    QVERIFY(queue);
    QVERIFY(queue->rows.front().right.isMarked && !queue->rows.back().right.isMarked);
    // It stands beside what is most like it.
    const Scenario &computing = *findScenario(QStringLiteral("processes/fibonacci"));
    QCOMPARE(codeSlideOf(computing, QStringLiteral("one-interpreter"), false)->left.title,
             computing.variant(QStringLiteral("threads"))->title.text());
}

/// The sentence is about the row that bears its number: where the pattern's own thing is done, in both
/// languages.
void tst_CodeSlide::whatThePatternIsAboutIsNumbered()
{
    QStringList without;
    for (const Scenario *scenario : all()) {
        for (const int columns : {34, CodeSlide::mostColumns}) {
            const auto slide = codeSlideOf(*scenario, {}, false, columns);
            QVERIFY(slide);
            const auto row = std::ranges::find_if(
                slide->rows, [&](const CodeRow &r) { return r.left.number == slide->number; });
            if (slide->number == 0) {
                without << scenario->path();
                continue;
            }
            QVERIFY2(row != slide->rows.end() && row->right.number == slide->number &&
                         idiomsOf(scenario->pattern).contains(row->left.idiom),
                     qPrintable(scenario->path()));
        }
    }
    without.removeDuplicates();
    QCOMPARE(without, QStringList({"lock/interleavings"})); // which looks at all orders, and locks nothing
    const auto marked = [](const char *path) {
        QStringList rows;
        const auto slide = codeSlideOf(*findScenario(QString::fromLatin1(path)), {}, false);
        for (const CodeRow &row : slide->rows) {
            if (row.left.number > 0)
                rows << row.left.text.trimmed() + QStringLiteral(" | ") + row.right.text.trimmed();
        }
        return rows;
    };
    QVERIFY(
        marked("semaphore/connection-pool").contains("with permits: | const Permit permit(work.semaphore);"));
    // Python computes in processes there: it has a GIL for each.
    const Scenario &grain = *findScenario(QStringLiteral("thread-pool/task-grain"));
    QCOMPARE(codeSlideOf(grain, {}, false)->left.caption,
             findPattern(QStringLiteral("processes"))->gilCaption.text());
}

/// What is marked as wrong is what the variant does, not what writes down that it does.
void tst_CodeSlide::noMistakeIsInWhatRecords()
{
    static const QRegularExpression bookkeeping(
        QStringLiteral("recordMark|\\.note\\(|Counted|\\.report\\(|kept<"));
    for (const Scenario *scenario : all()) {
        for (const Variant &variant : scenario->variants) {
            if (!variant.isMistake())
                continue;
            const auto slide = codeSlideOf(*scenario, variant.id, false);
            QVERIFY(slide);
            bool isAny = false;
            for (const CodeRow &row : slide->rows) {
                isAny |= row.right.isMarked;
                QVERIFY2(!row.right.text.contains(bookkeeping),
                         qPrintable(scenario->path() + u' ' + row.right.text));
            }
            QVERIFY2(isAny, qPrintable(scenario->path() + u' ' + variant.id));
        }
    }
}

void tst_CodeSlide::whatAMistakeLeavesOutIsMissing()
{
    const auto slide = codeSlideOf(*findScenario(QStringLiteral("semaphore/rate-limit")),
                                   QStringLiteral("unlimited"), false);
    QVERIFY(slide);
    QStringList missing;
    for (const CodeRow &row : slide->rows) {
        if (row.right.isMarked && row.right.text.isEmpty())
            missing << row.left.text.trimmed();
    }
    QVERIFY2(missing.contains("bucket.take();"), qPrintable(missing.join(u'\n')));
}

void tst_CodeSlide::theGilIsNamed()
{
    for (const QString &spoken : {QStringLiteral("en"), QStringLiteral("ja")}) {
        setLanguage(spoken);
        for (const Pattern &pattern : catalog()) {
            QVERIFY2(pattern.gil.text().contains(QLatin1String("GIL")) ||
                         pattern.gilMore.text().contains(QLatin1String("GIL")) ||
                         pattern.gilCaption.text().contains(QLatin1String("GIL")),
                     qPrintable(pattern.id));
        }
    }
    setLanguage(QStringLiteral("en"));
    const auto slide = codeSlideOf(fetching(), {}, false);
    QVERIFY(slide->sentence.contains(QLatin1String("GIL")));
    QVERIFY(slide->left.caption.contains(QLatin1String("GIL")));
}

void tst_CodeSlide::whatRecordsIsLeftOut()
{
    const auto units =
        unitsOf({QStringLiteral("    const TaskSpan task(i);"),
                 QStringLiteral("    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());"),
                 QStringLiteral("    // a remark"), QStringLiteral("    first(one, // and"),
                 QStringLiteral("          two);")},
                CodeLanguage::Cpp, 40);
    QCOMPARE(units.size(), 2U);
    QCOMPARE(units[0].text(), QStringLiteral("ThreadPoolExecutor pool(run.workers());"));
    QCOMPARE(units[1].text(), QStringLiteral("first(one, two);"));
    // However deep something stands, each of its rows has room for code.
    for (const int columns : {16, 24}) {
        const auto deep =
            unitsOf({QStringLiteral("first();"),
                     QString(40, u' ') + QStringLiteral("second(one, two, three, four, five);")},
                    CodeLanguage::Cpp, columns);
        QCOMPARE(deep.size(), 2U);
        QVERIFY(std::ranges::all_of(deep[1].rows, [&](const QString &row) { return row.size() <= columns; }));
        QString joined;
        for (const QString &row : deep[1].rows)
            joined += row.trimmed() + u' ';
        QCOMPARE(joined.trimmed().remove(u' '), QStringLiteral("second(one,two,three,four,five);"));
    }
    QCOMPARE(rightPython(QStringLiteral("a = 1\nfor b in c:   # sequential\n    d\n\n    e\nf = 2\n")),
             QStringList({"a = 1", "", "f = 2", ""}));
}

void tst_CodeSlide::whatIsLeftOutHasASign()
{
    const auto unit = [](const char *text) { return CodeUnit{{QString::fromLatin1(text)}}; };
    const std::vector<CodeUnit> left{unit("open {"), unit("    auto a;"), unit("    work();"), unit("}")};
    const auto cutOf = [&](int most) {
        QStringList rows;
        for (const CodeRow &row : compared(left, left, most))
            rows << row.left.text.trimmed() + (row.left.isCut ? QStringLiteral(" ...") : QString());
        return rows;
    };
    QCOMPARE(cutOf(4), QStringList({"open {", "auto a;", "work();", "}"}));
    QCOMPARE(cutOf(3), QStringList({"open {", "auto a;", "work(); ..."})); // a brace goes first
    QCOMPARE(cutOf(2), QStringList({"open { ...", "work(); ..."}));
    QCOMPARE(cutOf(1), QStringList({"open { ..."}));
}

QTEST_MAIN(tst_CodeSlide)
#include "tst_codeslide.moc"
