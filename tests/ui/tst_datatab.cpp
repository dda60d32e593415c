#include "ui/data/datatab.h"
#include "ui/data/outcomemodel.h"

#include <QBuffer>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QPixmap>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QTranslator>

#include <limits>

using namespace tenfold;

class tst_DataTab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsByValue();
    void failuresAreMarked();
    void statusesAreSaidInTheLanguageOfTheMoment();
    void imagesAreThumbnails();
    void verdictOfEveryVariantIsInSight();
    void picksAVariantByItsLink();
    void copiesSelectedCells();
    void copiesTheWholeTable();
    void newRepeatsKeepOrderSelectionAndPlace();
    void manyRowsAreShownAtOnce();

private:
    static Scenario scenario();
    static Outcome outcome(const QString &variant, const QList<QVariantList> &rows, bool same = true);
    static Scene scene(const Scenario &scenario, const std::vector<Outcome> &outcomes);
    static QStringList column(const QTableView &view, int column);
};

Scenario tst_DataTab::scenario()
{
    Scenario s;
    s.columns = {{"file", "File"},
                 {"size", "Size", ColumnKind::Integer},
                 {"time", "Time", ColumnKind::Seconds},
                 {"status", "Status", ColumnKind::Status, true, {"ok", "read"}},
                 {"picture", "Picture", ColumnKind::Image}};
    s.variants = {{"sequential", "Sequential", VariantKind::Sequential, {}},
                  {"parallel", "Parallel", VariantKind::Parallel, {}},
                  {"wrong", "Wrong", VariantKind::Mistake, {}}};
    return s;
}

Outcome tst_DataTab::outcome(const QString &variant, const QList<QVariantList> &rows, bool same)
{
    Repeat repeat;
    repeat.status = Status::Finished;
    repeat.seconds = 1;
    repeat.sameResult = same;
    repeat.results.table.rows = rows;
    auto trace = std::make_shared<Trace>();
    trace->stop();
    repeat.trace = trace;
    return {variant, {}, 1, {repeat}};
}

Scene tst_DataTab::scene(const Scenario &scenario, const std::vector<Outcome> &outcomes)
{
    Scene scene;
    scene.request.scenario = &scenario;
    scene.outcomes = outcomes;
    return scene;
}

QStringList tst_DataTab::column(const QTableView &view, int column)
{
    QStringList texts;
    for (int row = 0; row < view.model()->rowCount(); ++row)
        texts << view.model()->index(row, column).data().toString();
    return texts;
}

static const QList<QVariantList> files{
    {"file 10", 9, 0.5, "read", {}}, {"file 2", 100, 0.05, "unreadable", {}}, {"file 1", 20, {}, "read", {}}};

void tst_DataTab::sortsByValue()
{
    const Scenario s = scenario();
    DataTab tab(s);
    tab.show(scene(s, {outcome("sequential", files)}));
    auto *view = tab.findChild<QTableView *>();
    QCOMPARE(column(*view, 0), QStringList({"file 10", "file 2", "file 1"})); // the tasks' own order at first
    view->sortByColumn(1, Qt::AscendingOrder);
    QCOMPARE(column(*view, 1), QStringList({"9", "20", "100"}));
    view->sortByColumn(0, Qt::AscendingOrder);
    QCOMPARE(column(*view, 0), QStringList({"file 1", "file 2", "file 10"}));
    view->sortByColumn(2, Qt::AscendingOrder);
    QCOMPARE(column(*view, 0), QStringList({"file 2", "file 10", "file 1"})); // nothing comes last
    view->sortByColumn(-1, Qt::AscendingOrder);
    QCOMPARE(column(*view, 0), QStringList({"file 10", "file 2", "file 1"}));
}

void tst_DataTab::failuresAreMarked()
{
    const Column status{"status", "Status", ColumnKind::Status, true, {"ok", "read"}};
    for (const char *fine : {"", "ok", "read", "200", "301"})
        QVERIFY2(!isFailure(status, QString::fromLatin1(fine)), fine);
    for (const char *wrong : {"404", "503", "unreadable", "timed out"})
        QVERIFY2(isFailure(status, QString::fromLatin1(wrong)), wrong);
    const Scenario s = scenario();
    DataTab tab(s);
    tab.setTheme(Theme::make(false, 1, QFont()));
    tab.show(scene(s, {outcome("sequential", files)}));
    const auto *model = tab.findChild<QTableView *>()->model();
    QCOMPARE(model->index(1, 3).data().toString(), QStringLiteral("✗ unreadable"));
    QVERIFY(model->index(1, 3).data(Qt::BackgroundRole).isValid());
    QCOMPARE(model->index(0, 3).data().toString(), QStringLiteral("✓ read"));
    QVERIFY(!model->index(0, 3).data(Qt::BackgroundRole).isValid());
}

void tst_DataTab::statusesAreSaidInTheLanguageOfTheMoment()
{
    struct Words : QTranslator
    {
        QString translate(const char *context, const char *text, const char *, int) const override
        {
            const bool isIt = qstrcmp(context, "status") == 0 && qstrcmp(text, "timed-out") == 0;
            return isIt ? QStringLiteral("too late") : QString();
        }
        bool isEmpty() const override { return false; }
    } words;
    const Column column{"status", "Status", ColumnKind::Status};
    QCOMPARE(cellText(QStringLiteral("timed-out"), column), QStringLiteral("✗ timed-out"));
    QCoreApplication::installTranslator(&words);
    QCOMPARE(cellText(QStringLiteral("timed-out"), column), QStringLiteral("✗ too late"));
    QCOMPARE(cellText(404, column), QStringLiteral("✗ 404"));
    QCoreApplication::removeTranslator(&words);
}

void tst_DataTab::imagesAreThumbnails()
{
    QImage image(640, 480, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray png;
    {
        QBuffer buffer(&png);
        QVERIFY(image.save(&buffer, "PNG"));
    }
    const Scenario s = scenario();
    DataTab tab(s);
    tab.setTheme(Theme::make(false, 1, QFont()));
    tab.show(scene(s, {outcome("sequential", {{"a", 1, 1, "ok", image}, {"b", 1, 1, "ok", png}})}));
    const auto *view = tab.findChild<QTableView *>();
    for (int row = 0; row < 2; ++row) {
        const auto pixmap = view->model()->index(row, 4).data(Qt::DecorationRole).value<QPixmap>();
        QCOMPARE(pixmap.size(), QSize(64, 48));
        QVERIFY(view->rowHeight(row) >= pixmap.height());
    }
}

void tst_DataTab::verdictOfEveryVariantIsInSight()
{
    const Scenario s = scenario();
    DataTab tab(s);
    Outcome running = outcome("wrong", {});
    running.repeats.front().status = Status::Running;
    tab.show(scene(s, {outcome("sequential", files), outcome("parallel", files), running}));
    const auto *verdicts = tab.findChild<QLabel *>("verdicts");
    QCOMPARE(verdicts->text().count(QLatin1String("same result: yes")), 1);
    QVERIFY(verdicts->text().contains(QLatin1String("running")));
    tab.show(scene(s, {outcome("sequential", files), outcome("parallel", files),
                       outcome("wrong", {files.front()}, false)}));
    QCOMPARE(verdicts->text().count(QLatin1String("same result: no")), 1);
    QVERIFY(verdicts->text().contains(QStringLiteral("✓")) && verdicts->text().contains(QStringLiteral("✗")));
}

void tst_DataTab::picksAVariantByItsLink()
{
    const Scenario s = scenario();
    DataTab tab(s);
    tab.show(scene(s, {outcome("sequential", files), outcome("parallel", files),
                       outcome("wrong", {files.front()}, false)}));
    const auto *model = tab.findChild<QTableView *>()->model();
    QCOMPARE(model->rowCount(), 3); // the right variant's at first
    auto *verdicts = tab.findChild<QLabel *>("verdicts");
    QVERIFY(verdicts->text().contains(QLatin1String("href='wrong'")));
    Q_EMIT verdicts->linkActivated(QStringLiteral("wrong"));
    QCOMPARE(model->rowCount(), 1);
    QVERIFY(!verdicts->text().contains(QLatin1String("href='wrong'")));
}

void tst_DataTab::copiesSelectedCells()
{
    const Scenario s = scenario();
    DataTab tab(s);
    tab.show(scene(s, {outcome("sequential", files)}));
    tab.QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(&tab));
    auto *view = tab.findChild<QTableView *>();
    view->setFocus();
    const auto select = [&](int row, int column) {
        view->selectionModel()->select(view->model()->index(row, column), QItemSelectionModel::Select);
    };
    select(1, 1);
    select(0, 0);
    select(0, 1);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("file 10\t9\n100"));
}

void tst_DataTab::copiesTheWholeTable()
{
    const Scenario s = scenario();
    DataTab tab(s);
    tab.show(
        scene(s, {outcome("sequential", {{"a\tb\nc", 1, 0.25, "ok", QImage(2, 2, QImage::Format_RGB32)},
                                         {"never", 2, std::numeric_limits<double>::infinity(), "ok", {}}})}));
    QCOMPARE(tab.asText(), QStringLiteral("File\tSize\tTime\tStatus\tPicture\na b c\t1\t0.25\tok\t\n"
                                          "never\t2\t\tok\t\n"));
}

void tst_DataTab::newRepeatsKeepOrderSelectionAndPlace()
{
    const Scenario s = scenario();
    DataTab tab(s);
    tab.resize(400, 200);
    QList<QVariantList> rows;
    for (int i = 0; i < 200; ++i)
        rows << QVariantList{QStringLiteral("file %1").arg(i), i, 0.1, "read", {}};
    Outcome running = outcome("parallel", rows);
    tab.show(scene(s, {outcome("sequential", rows), running}));
    tab.QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(&tab));
    auto *view = tab.findChild<QTableView *>();
    view->sortByColumn(1, Qt::DescendingOrder);
    view->selectRow(100);
    view->verticalScrollBar()->setValue(50);
    const QString selected = view->currentIndex().siblingAtColumn(0).data().toString();
    // Another repeat has brought the same rows, but for one cell, and one more.
    rows[150][2] = 0.2;
    rows << QVariantList{QStringLiteral("file 200"), -1, 0.1, "read", {}};
    tab.show(scene(s, {outcome("sequential", rows), outcome("parallel", rows)}));
    QCOMPARE(view->model()->rowCount(), 201);
    QCOMPARE(view->horizontalHeader()->sortIndicatorSection(), 1);
    QCOMPARE(column(*view, 1).front(), QStringLiteral("199"));
    QCOMPARE(view->currentIndex().siblingAtColumn(0).data().toString(), selected);
    QVERIFY(view->selectionModel()->isRowSelected(view->currentIndex().row()));
    QCOMPARE(view->verticalScrollBar()->value(), 50);
}

void tst_DataTab::manyRowsAreShownAtOnce()
{
    const Scenario s = scenario();
    DataTab tab(s);
    tab.setTheme(Theme::make(false, 1, QFont()));
    QList<QVariantList> rows;
    for (int i = 0; i < 10000; ++i)
        rows << QVariantList{QStringLiteral("file %1").arg(i), i, 0.1, "read", {}};
    tab.QWidget::show();
    QElapsedTimer timer;
    timer.start();
    const Scene many = scene(s, {outcome("sequential", rows), outcome("parallel", rows)});
    tab.show(many);
    QCoreApplication::processEvents();
    tab.findChild<QTableView *>()->sortByColumn(0, Qt::DescendingOrder);
    for (int poll = 0; poll < 100; ++poll) // nothing has changed
        tab.show(many);
    qInfo("10,000 rows, sorted, and 100 polls: %lld ms", timer.elapsed());
    QCOMPARE(column(*tab.findChild<QTableView *>(), 0).front(), QStringLiteral("file 9999"));
    QVERIFY(tab.findChildren<QWidget *>().size() < 30); // no widget per row
}

QTEST_MAIN(tst_DataTab)
#include "tst_datatab.moc"
