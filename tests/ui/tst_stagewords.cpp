// The presentation: words, lists and sentences fit on their slides, and say what they should.

#include "core/catalog/pattern.h"
#include "tests/ui/driven.h"
#include "tests/ui/svgtexts.h"
#include "ui/bignumbers.h"
#include "ui/language.h"
#include "ui/stage/stage.h"
#include "ui/stage/stagepicture.h"
#include "ui/stage/wordslide.h"

#include <QPainter>
#include <QTest>

using namespace tenfold;
using Kind = Slide::Kind;

class tst_StageWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allWordsOfAllScenariosFit();
    void longWordsGetSmaller();
    void wordsAreLargeWhereThereIsRoom();
    void theQuestionSaysWhatIsTried();
    void theMistakeIsSeenAsCode();
    void whatIsNextIsSaid();
    void eachMistakeIsNamedWithItsKey();
    void theEndNamesWhatWasShown();
    void failedTasksSayWhyOnTheSlide();
    void pagesAreMeasuredForTheirOwnSlide();
    void aViewHasMostOfItsSlide();
    void countsOfAMistakeStandBesideTheRightOnes();
    void cleanup() { setLanguage(QStringLiteral("en")); }
};

static StageRuns nothingRun(const Scenario &scenario)
{
    StageRuns runs;
    runs.take({{.request = {.scenario = &scenario}}});
    return runs;
}

static QList<QStringList> onePage(const QStringList &paragraphs, const Slide &)
{
    return {paragraphs};
}

static const Slide &first(const std::vector<Slide> &slides, Kind kind)
{
    return *std::ranges::find(slides, kind, &Slide::kind);
}

static QList<Text> drawn(StagePicture &picture, QSize size)
{
    return textsOf(
        svgOf(size, [&](QPainter &painter, const QRectF &target) { picture.render(painter, target); }));
}

void tst_StageWords::allWordsOfAllScenariosFit()
{
    for (const QString &spoken : {QStringLiteral("en"), QStringLiteral("ja")}) {
        setLanguage(spoken);
        for (const Pattern &pattern : catalog()) {
            for (const Scenario &scenario : pattern.scenarios) {
                StagePicture picture(scenario);
                picture.setTheme(Theme::make(false, 1, uiFont()));
                const StageRuns runs = nothingRun(scenario);
                for (const Slide &slide : slidesOf(runs, onePage)) {
                    if (slide.words.isEmpty())
                        continue;
                    picture.show(runs.right, slide);
                    for (const QSize size : {QSize(1280, 720), QSize(1024, 768), QSize(1920, 1080)}) {
                        const QList<Text> texts = drawn(picture, size);
                        const QString where = scenario.path() + u'\n' + wordsOf(slide);
                        QVERIFY2(texts.size() > 1, qPrintable(where));
                        for (const Text &text : texts)
                            QVERIFY2(QRectF(QPointF(), size).contains(text.box),
                                     qPrintable(text.text + u'\n' + where));
                        if (slide.kind != Kind::Break) // the boxes of code are of another font
                            QVERIFY2(overlapIn(texts).isEmpty(),
                                     qPrintable(overlapIn(texts) + u'\n' + where));
                    }
                }
            }
        }
    }
}

void tst_StageWords::longWordsGetSmaller()
{
    const Theme theme = Theme::make(false, 1.5, uiFont());
    const QRectF room(0, 0, 1256, 640);
    QString words = QStringLiteral("What is said here");
    const Slide few{.kind = Kind::Question, .words = {words}};
    for (int i = 0; i < 6; ++i)
        words += QStringLiteral(", and what is said here") + words;
    Slide many{.kind = Kind::Question, .words = {words.left(2600)}};
    many.hint = QStringLiteral("The hint");
    const qreal scale = wordScale(room, many, theme, false);
    QVERIFY(scale < wordScale(room, few, theme, false));
    const QList<Text> texts = textsOf(svgOf(QSize(1256, 640), [&](QPainter &painter, const QRectF &target) {
        paintWordSlide(painter, target, many, theme, nullptr);
    }));
    QVERIFY(texts.size() > 10);
    QString said;
    for (const Text &text : texts) {
        QVERIFY2(room.contains(text.box), qPrintable(text.text));
        said += text.text;
    }
    QVERIFY(said.remove(u' ').startsWith(QString(many.words.first()).remove(u' '))); // nothing is left out
    QVERIFY(said.endsWith(QString(many.hint).remove(u' ')));
}

void tst_StageWords::wordsAreLargeWhereThereIsRoom()
{
    const Theme theme = Theme::make(false, 1.5, uiFont());
    const Slide slide{.kind = Kind::Practices,
                      .heading = QStringLiteral("Best practices"),
                      .words = {QStringLiteral("One."), QStringLiteral("Two.")}};
    QVERIFY(wordScale({0, 0, 1256, 640}, slide, theme, false) > 1.2);
    QVERIFY(wordScale({0, 0, 1256, 110}, slide, theme, false) < 1);
}

void tst_StageWords::theQuestionSaysWhatIsTried()
{
    const Scenario &scenario = *findScenario(QStringLiteral("threads/url-fetch"));
    StageRuns runs = nothingRun(scenario);
    runs.values = {{"workers", 7}};
    const QString words = wordsOf(first(slidesOf(runs, onePage), Kind::Question));
    QVERIFY(words.startsWith(scenario.question.text()));
    for (const Variant &variant : scenario.variants)
        QCOMPARE(words.contains(variant.title.text() + u'\t'), !variant.isMistake());
    QVERIFY(words.contains(QStringLiteral("Workers\t7"))); // what is set
    QVERIFY(words.contains(QStringLiteral("workers: 7")));
    QVERIFY(words.contains(QString::fromUtf8("200\u00a0ms"))); // its default
}

void tst_StageWords::theMistakeIsSeenAsCode()
{
    const Scenario &scenario = *findScenario(QStringLiteral("threads/url-fetch"));
    const StageRuns runs = nothingRun(scenario);
    const Slide slide = first(slidesOf(runs, onePage), Kind::Break);
    QCOMPARE(slide.of, QStringLiteral("lock-held-while-waiting"));
    StagePicture picture(scenario);
    picture.setTheme(Theme::make(false, 1, uiFont()));
    picture.show(runs.right, slide);
    const QList<Text> texts = drawn(picture, {1280, 720});
    const auto marks = std::ranges::count(texts, QStringLiteral("✗"), &Text::text);
    QVERIFY(marks > 0); // at the lines that are different
    const auto code = codeSlideOf(scenario, slide.of, false, 80);
    QCOMPARE(marks, std::ranges::count_if(code->rows, [](const CodeRow &row) {
                 return row.right.isMarked && !row.right.text.isEmpty();
             }));
}

void tst_StageWords::whatIsNextIsSaid()
{
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &scenario : pattern.scenarios) {
            const Slide slide = slidesOf(nothingRun(scenario), onePage).back();
            QCOMPARE(slide.kind, Kind::Next);
            const Scenario *next = neighbour(scenario, true);
            const QString words = wordsOf(slide);
            QVERIFY2(!slide.lists.empty() && !slide.hint.isEmpty(), qPrintable(words));
            QVERIFY2(!next || words.contains(next->title.text()), qPrintable(words));
            QVERIFY2(!next || words.contains(next->question.text()), qPrintable(words));
        }
    }
}

void tst_StageWords::eachMistakeIsNamedWithItsKey()
{
    int named = 0;
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &scenario : pattern.scenarios) {
            QStringList titles;
            for (const Variant &variant : scenario.variants) {
                if (variant.isMistake())
                    titles << variant.title.text();
            }
            if (titles.isEmpty())
                continue;
            const QString hint = first(slidesOf(nothingRun(scenario), onePage), Kind::Break).hint;
            const QStringList keys{{}, QStringLiteral("Shift+F6"), QStringLiteral("Ctrl+F6")};
            for (qsizetype i = 1; i < keys.size(); ++i) {
                const bool isThere = i < titles.size();
                QCOMPARE(hint.contains(keys[i]), isThere);
                QVERIFY2(!isThere || hint.contains(QStringLiteral("%1 (%2)").arg(titles[i], keys[i])),
                         qPrintable(hint));
                named += isThere;
            }
        }
    }
    QVERIFY(named > 5);
}

void tst_StageWords::theEndNamesWhatWasShown()
{
    const Scenario &last = catalog().back().scenarios.back();
    StageRuns runs = nothingRun(last);
    for (const qsizetype shown : {0, 3, 8}) {
        runs.shown.clear();
        for (qsizetype i = 1; i <= shown; ++i) // not the first
            runs.shown << catalog()[static_cast<std::size_t>(i)].id;
        const Slide slide = slidesOf(runs, onePage).back();
        QStringList listed;
        for (const Slide::List &list : slide.lists) {
            for (const Slide::Item &item : list.items)
                listed << item.text;
        }
        QCOMPARE(listed.size(), shown + 1); // and the one in sight
        QVERIFY(listed.last().endsWith(catalog().back().title.text()));
        QVERIFY(shown == 0 || listed.first().endsWith(catalog()[1].title.text()));
    }
}

void tst_StageWords::failedTasksSayWhyOnTheSlide()
{
    Shown s;
    QVERIFY(s.runOnce());
    Scene scene = s.page().scene();
    const auto said = [&](qsizetype rows) {
        for (Outcome &outcome : scene.outcomes) {
            Table &table = outcome.repeats.front().results.table;
            const auto status = std::ranges::find(table.columns, ColumnKind::Status, &Column::kind);
            for (qsizetype row = 0; row < (rows < 0 ? table.rows.size() : rows); ++row)
                table.rows[row][status - table.columns.begin()] = QStringLiteral("503");
        }
        StagePicture picture(s.scenario());
        picture.setTheme(Theme::make(false, 1, uiFont()));
        picture.show(scene, {Kind::Results});
        QStringList texts;
        for (const Text &text : drawn(picture, {1280, 720}))
            texts << text.text;
        return texts.join(u' ').simplified();
    };
    const auto all = scene.outcomes.front().repeats.front().results.table.rows.size();
    QVERIFY(all > 3);
    QString text = said(2); // of all variants in one sentence
    QVERIFY2(text.contains(QStringLiteral("2 of %1 tasks failed (Status 503).").arg(all)), qPrintable(text));
    QCOMPARE(text.count(QLatin1String("tasks failed")), 1);
    text = said(-1);
    QCOMPARE(text.count(QStringLiteral("All %1 tasks failed: Status 503.").arg(all)), 1);
    QVERIFY2(!text.contains(QStringLiteral("of %1 tasks").arg(all)), qPrintable(text));
}

void tst_StageWords::pagesAreMeasuredForTheirOwnSlide()
{
    Shown s;
    QVERIFY(s.runOnce());
    const Scene &scene = s.page().scene();
    StagePicture picture(s.scenario());
    picture.setTheme(Theme::make(false, 1, uiFont()));
    picture.resize(1280, 720);
    QStringList paragraphs;
    for (int i = 0; i < 24; ++i)
        paragraphs << QStringLiteral("A paragraph of a line.");
    const Slide explanation{Kind::Explanation};
    const auto pages = picture.pagesOf(paragraphs, explanation, scene).size();
    QVERIFY(pages > picture.pagesOf(paragraphs, {Kind::Practices}, scene).size()); // it has no numbers
    picture.show(scene, {Kind::Practices});
    QCOMPARE(picture.pagesOf(paragraphs, explanation, scene).size(), pages); // whatever is in sight
    Scene failed = scene; // has a note above, of a line for each variant
    qsizetype rows = 0;
    for (Outcome &outcome : failed.outcomes) {
        Repeat &repeat = outcome.repeats.front();
        const qsizetype status =
            std::ranges::find(repeat.results.table.columns, QStringLiteral("status"), &Column::id) -
            repeat.results.table.columns.begin();
        QVERIFY(status < static_cast<qsizetype>(repeat.results.table.columns.size()));
        ++rows;
        for (qsizetype row = 0; row < rows; ++row)
            repeat.results.table.rows[row][status] = QStringLiteral("503");
    }
    QVERIFY(picture.pagesOf(paragraphs, explanation, failed).size() > pages);
}

void tst_StageWords::aViewHasMostOfItsSlide()
{
    Shown s;
    QVERIFY(s.runOnce());
    StagePicture picture(s.scenario());
    picture.setTheme(Theme::make(false, 1, uiFont()));
    picture.show(s.page().scene(), {Kind::View, QStringLiteral("in-flight")});
    const QList<Text> texts = drawn(picture, {1280, 720});
    const auto find = [&](const QString &begin) {
        return *std::ranges::find_if(texts, [&](const Text &text) { return text.text.startsWith(begin); });
    };
    const QString time = BigNumbers::of(s.scenario(), s.page().scene(), Theme())[0].value;
    const Text name = find(s.scenario().variants[0].title.text());
    const Text number = find(time);
    QVERIFY(std::abs(name.box.bottom() - number.box.bottom()) < 2); // in a line
    QVERIFY2(name.box.bottom() < 130, qPrintable(QString::number(name.box.bottom())));
    QImage image(1280, 720, QImage::Format_RGB32);
    {
        QPainter painter(&image);
        picture.render(painter, QRectF(image.rect()));
    }
    for (int y = 140; y < 700; ++y) // one card has the rest: no ground is seen across it
        QVERIFY(image.pixelColor(640, y) != Theme::make(false, 1, uiFont()).window);
    QVERIFY(std::ranges::none_of(texts, [](const Text &text) { return text.text == QLatin1String("W1"); }));
}

void tst_StageWords::countsOfAMistakeStandBesideTheRightOnes()
{
    Scenario scenario = *findScenario(QStringLiteral("threads/url-fetch"));
    scenario.numbers = {{"in-flight"}, {"overlapped"}, {"memory"}};
    Scene scene{{.request = {.scenario = &scenario}}};
    for (const auto &[variant, value] :
         {std::pair("parallel", 5.0), std::pair("lock-held-while-waiting", 1.0)}) {
        Outcome outcome{variant, {}, 1, std::vector<Repeat>(1)};
        outcome.repeats.front().status = Status::Finished;
        outcome.repeats.front().sameResult = true;
        outcome.repeats.front().results.findings = {{"in-flight", value}, {"serialised", value + 2}};
        scene.outcomes.push_back(outcome);
    }
    const auto numbers = BigNumbers::of(scenario, scene, Theme());
    QCOMPARE(numbers[0].value, QStringLiteral("5"));
    QCOMPARE(numbers[1].value, QStringLiteral("1"));
    QCOMPARE(numbers[2].value, QStringLiteral("3"));
    QCOMPARE(numbers[2].title, scenario.measureOf("serialised")->title.text());
    for (const std::size_t i : {0U, 1U}) {
        QVERIFY(numbers[i].title.contains(scenario.measureOf("in-flight")->title.text()));
        QVERIFY(numbers[i].title.contains(scene.variantOf(scene.outcomes[i])->title.text()));
    }
}

QTEST_MAIN(tst_StageWords)
#include "tst_stagewords.moc"
