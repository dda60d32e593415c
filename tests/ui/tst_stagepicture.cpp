#include "core/catalog/pattern.h"
#include "tests/patience.h"
#include "tests/ui/driven.h"
#include "tests/ui/svgtexts.h"
#include "tests/ui/toldscene.h"
#include "ui/actions.h"
#include "ui/fonts.h"
#include "ui/language.h"
#include "ui/stage/stage.h"
#include "ui/stage/stagepicture.h"

#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QPainter>
#include <QTest>

using namespace tenfold;

class tst_StagePicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepIsDrawn();
    void languageThemeAndSizeApplyLive();
    void whatGoesWrongIsSaid();
    void copyingTakesTheStage();
    void typeIsScaledToTheSize();
    void timelineKeepsTheVariantThatMatters();
    void noTextLiesOnAnother_data();
    void noTextLiesOnAnother();
};

void tst_StagePicture::everyStepIsDrawn()
{
    Shown s;
    s.actions().presentation->trigger();
    QList<QImage> seen{s.stage().grab().toImage()};
    QVERIFY(s.runOnce());
    for (int i = 0; i < s.stage().steps(); ++i) {
        s.stage().goTo(i);
        const QImage image = s.stage().grab().toImage();
        QVERIFY(coloursOf(image) > 20);
        QVERIFY(!seen.contains(image));
        seen << image;
    }
}

void tst_StagePicture::languageThemeAndSizeApplyLive()
{
    Shown s;
    QVERIFY(s.runOnce());
    s.actions().presentation->trigger();
    QVERIFY(s.isActive());
    QTRY_COMPARE_WITH_TIMEOUT(s.stage().size(), s.window.size(), patience);
    QList<QImage> seen{s.stage().grab().toImage()};
    const auto isNew = [&] {
        QCoreApplication::processEvents();
        const QImage image = s.stage().grab().toImage();
        const bool is = !seen.contains(image);
        seen << image;
        return is;
    };
    s.actions().themes->actions().at(2)->trigger();
    QVERIFY(isNew());
    QVERIFY(seen.last().pixelColor(2, 2).lightness() < 128);
    s.press(Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(isNew());
    setLanguage(QStringLiteral("ja"));
    QVERIFY(isNew());
    setLanguage(QStringLiteral("en"));
    s.press(Qt::Key_0, Qt::ControlModifier);
    s.actions().themes->actions().at(1)->trigger();
    QCoreApplication::processEvents();
    QCOMPARE(s.stage().grab().toImage(), seen.first());
}

void tst_StagePicture::whatGoesWrongIsSaid()
{
    Shown s;
    s.actions().presentation->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(s.stage().size(), s.window.size(), patience);
    const QImage before = s.stage().grab().toImage();
    s.page().say({QStringLiteral("The disk is full.")});
    QVERIFY(s.stage().grab().toImage() != before);
    s.page().say({});
    QCOMPARE(s.stage().grab().toImage(), before);
}

void tst_StagePicture::copyingTakesTheStage()
{
    Shown s;
    s.actions().presentation->trigger();
    s.actions().copyPicture->trigger();
    QCOMPARE(QGuiApplication::clipboard()->image().size(), s.stage().size());
}

void tst_StagePicture::typeIsScaledToTheSize()
{
    // A letter's height in a picture tells the size of its type.
    Shown s;
    QVERIFY(s.runOnce());
    const auto heightOfTitle = [&](QSize size) {
        StagePicture picture(s.scenario());
        const Theme theme = Theme::make(false, 1, uiFont());
        picture.setTheme(theme);
        picture.show(s.page().scene());
        QImage image(size, QImage::Format_RGB32);
        {
            QPainter painter(&image);
            picture.render(painter, QRectF(QPointF(), size));
        }
        int first = -1;
        int last = -1;
        for (int y = 0; y < 90; ++y) { // up to the cards
            for (int x = 0; x < size.width() / 4; ++x) {
                if (image.pixelColor(x, y).lightness() < 60) {
                    first = first < 0 ? y : first;
                    last = y;
                }
            }
            if (last >= 0 && y > last + 4)
                break;
        }
        return last - first + 1;
    };
    const auto expected = [](qreal factor) {
        const QFontMetricsF metrics(Theme::make(false, factor, uiFont()).font(20, QFont::Bold));
        return metrics.tightBoundingRect(findPattern(QStringLiteral("threads"))->title.text()).height();
    };
    QVERIFY(std::abs(heightOfTitle({1280, 720}) - expected(1.5)) <= 4);
    QVERIFY(std::abs(heightOfTitle({1920, 1080}) - expected(1.9)) <= 4);
}

void tst_StagePicture::timelineKeepsTheVariantThatMatters()
{
    Shown s;
    QStringList all;
    for (const Variant &variant : s.scenario().variants)
        all << variant.id;
    s.window.setVariants(all);
    s.window.setValues({{"workers", 8}});
    QVERIFY(s.runOnce());
    StagePicture picture(s.scenario());
    picture.setTheme(Theme::make(false, 1, uiFont()));
    picture.show(s.page().scene());
    const QList<Text> texts = textsOf(svgOf(
        {1280, 720}, [&](QPainter &painter, const QRectF &target) { picture.render(painter, target); }));
    // The mistake has its rows, and no other variant is missing: it is a strip.
    QVERIFY(s.scenario().variants.back().isMistake());
    QVERIFY(std::ranges::find(texts, QStringLiteral("W1"), &Text::text) != texts.end());
    const auto bold = std::ranges::find(texts, QStringLiteral("W1"), &Text::text);
    QVERIFY(std::ranges::any_of(texts, [&](const Text &text) {
        return std::abs(text.box.bottom() - bold->box.bottom()) < 3 && text.box.left() < bold->box.left() &&
               s.scenario().variants.back().title.text().startsWith(text.text.section(u'…', 0, 0));
    }));
    for (const QString &id : all) {
        const QString title = s.scenario().variant(id)->title.text();
        QVERIFY2(picture.numbers().contains(title), qPrintable(title));
    }
}

void tst_StagePicture::noTextLiesOnAnother_data()
{
    QTest::addColumn<const Scenario *>("scenario");
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &scenario : pattern.scenarios)
            QTest::newRow(qPrintable(scenario.path())) << &scenario;
    }
}

/// Results of all variants, with what may stand above them: what went wrong, and that others computed too.
void tst_StagePicture::noTextLiesOnAnother()
{
    QFETCH(const Scenario *, scenario);
    Scene scene = carriedOut(*scenario, 8);
    scene.summary.caveat = {Caveat::Kind::Others, 1.4, 2};
    for (const bool isJapanese : {false, true}) {
        if (isJapanese && !canShowJapanese())
            continue;
        const SpokenLanguage spoken(isJapanese ? QStringLiteral("ja") : QStringLiteral("en"));
        for (const QSize size : {QSize(1280, 720), QSize(1600, 900)}) {
            for (const qreal factor : {1.0, 1.35}) {
                for (const int lines : {0, 3}) {
                    StagePicture picture(*scenario);
                    picture.setTheme(Theme::make(isJapanese, factor, uiFont()));
                    picture.setMessage(QStringList(lines, QStringLiteral("It failed.")).join(u'\n'));
                    picture.show(scene);
                    const QList<Text> texts =
                        textsOf(svgOf(size, [&](QPainter &painter, const QRectF &target) {
                            picture.render(painter, target);
                        }));
                    QVERIFY(texts.size() > 10);
                    const QByteArray where = QStringLiteral("%1x%2, %3 %, %4, %5 lines: ")
                                                 .arg(size.width())
                                                 .arg(size.height())
                                                 .arg(factor * 100)
                                                 .arg(language())
                                                 .arg(lines)
                                                 .toUtf8();
                    const QString overlap = overlapIn(texts, &Text::ink);
                    QVERIFY2(overlap.isEmpty(), where + overlap.toUtf8());
                    for (const Text &text : texts)
                        QVERIFY2(QRectF(QPointF(), size).contains(text.box),
                                 where + text.text.toUtf8() + QByteArray::number(text.box.bottom()));
                    for (const Variant &variant : scenario->variants) {
                        const QString title = variant.title.text();
                        QVERIFY2(std::ranges::any_of(texts,
                                                     [&](const Text &text) {
                                                         const QString begin = text.text.section(u'…', 0, 0);
                                                         return begin.size() > 1 && title.startsWith(begin);
                                                     }),
                                 where + title.toUtf8());
                    }
                }
            }
        }
    }
}

QTEST_MAIN(tst_StagePicture)
#include "tst_stagepicture.moc"
