// How an own file will be read is seen before the run, and can be changed there.

#include "core/catalog/pattern.h"
#include "ui/inputpreviewbox.h"
#include "ui/mainwindow.h"
#include "ui/runcard.h"
#include "ui/scenariopage.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace tenfold;

class tst_InputPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstRowsAreSeenBeforeTheRun();
    void anotherChoiceReadsThemAnew();
    void afterTheRunItMakesRoom();
    void whatCannotBeReadIsSaid();
    void aPageInSightEndsInOrder();

private:
    QString write(const QByteArray &content) const
    {
        QFile file(folder_.filePath(QStringLiteral("own.csv")));
        file.open(QIODevice::WriteOnly);
        file.write(content);
        return file.fileName();
    }
    const Scenario &scenario_ = *findScenario(QStringLiteral("processes/data-analysis"));
    QTemporaryDir folder_;
};

namespace {

/// The page of a scenario with the values of `quick` and these.
struct Page
{
    Page(const Scenario &scenario, const Values &values) : page(scenario)
    {
        page.resize(1200, 800);
        page.setTheme(Theme::make(false, 1, page.font()));
        page.setValues(scenario.preset(QStringLiteral("quick")));
        page.setValues(values);
    }
    const InputPreviewBox &box() { return *page.findChild<InputPreviewBox *>(); }
    QString cell(int row, int column)
    {
        const auto *item = page.findChild<QTableWidget *>("preview")->item(row, column);
        return item ? item->text() : QString();
    }
    QString title(int column)
    {
        return page.findChild<QTableWidget *>("preview")->horizontalHeaderItem(column)->text();
    }
    QString sentence() { return page.findChild<QLabel *>("preview-sentence")->text(); }

    ScenarioPage page;
};

} // namespace

void tst_InputPreview::theFirstRowsAreSeenBeforeTheRun()
{
    Page none(scenario_, {});
    QVERIFY(!none.box().isVisibleTo(&none.page));
    Page own(scenario_, {{"file", write("Ort;Regen\nKiel;3,5\nUlm;4,5\n")}, {"column", "Regen"}});
    QVERIFY(own.box().isVisibleTo(&own.page));
    QCOMPARE(own.title(1), "Regen");
    QCOMPARE(own.cell(0, 1), "3,5 → 3.5");
    QCOMPARE(own.cell(1, 0), "Ulm");
    QVERIFY2(own.sentence().contains("Semicolon"), qPrintable(own.sentence()));
    QVERIFY(own.page.findChild<QTableWidget *>("preview")->item(0, 1)->font().bold());
    QVERIFY(!own.page.findChild<QTableWidget *>("preview")->accessibleName().isEmpty());
}

void tst_InputPreview::anotherChoiceReadsThemAnew()
{
    Page own(scenario_, {{"file", write("a,b\n1,2\n")}, {"column", "1"}});
    QCOMPARE(own.title(0), "a");
    auto *header = own.page.findChild<QComboBox *>("header");
    header->setCurrentIndex(header->findData("no"));
    QCOMPARE(own.title(0), "1");
    QCOMPARE(own.cell(0, 0), "a (no number)");
    auto *separator = own.page.findChild<QComboBox *>("separator");
    separator->setCurrentIndex(separator->findData("none"));
    QCOMPARE(own.page.findChild<QTableWidget *>("preview")->columnCount(), 1);
}

void tst_InputPreview::afterTheRunItMakesRoom()
{
    Page own(scenario_, {{"file", write("a,b\n1,2\n")}});
    RunCard &card = *own.page.findChild<RunCard *>();
    card.setFolded(true);
    QVERIFY(own.box().isVisibleTo(&own.page));
    Scene scene;
    scene.request = own.page.request();
    scene.outcomes.resize(1);
    scene.outcomes[0].variant = QStringLiteral("sequential");
    own.page.show(scene);
    QVERIFY(!own.box().isVisibleTo(&own.page));
    card.setFolded(false); // beside what says how it is read
    QVERIFY(own.box().isVisibleTo(&own.page));
    card.setFolded(true);
    own.page.setValues({{"header", "no"}}); // before another run
    QVERIFY(own.box().isVisibleTo(&own.page));
}

void tst_InputPreview::whatCannotBeReadIsSaid()
{
    Page own(scenario_, {{"file", write("a,b\n1,2\n")}, {"column", "c"}});
    QVERIFY2(own.sentence().contains("has no column \"c\""), qPrintable(own.sentence()));
    QVERIFY(!own.page.findChild<QTableWidget *>("preview")->isVisibleTo(&own.page));
}

/// A field that has the focus loses it while the page goes away, and says so to parts that may be gone.
void tst_InputPreview::aPageInSightEndsInOrder()
{
    for (const char *field : {"file", "column", "chunks", "header"}) {
        Page own(scenario_, {{"file", write("a,b\n1,2\n")}, {"column", "b"}});
        own.page.show();
        own.page.findChild<RunCard *>()->setFolded(false);
        QVERIFY(QTest::qWaitForWindowActive(&own.page));
        auto *editor = own.page.findChild<QWidget *>(field);
        editor->setFocus();
        QVERIFY(editor->hasFocus());
        QTest::keyClicks(editor, "9999999"); // typed, and not yet taken: too much for a number
    }
}

QTEST_MAIN(tst_InputPreview)
#include "tst_inputpreview.moc"
