#include "core/catalog/pattern.h"
#include "core/recording/writers.h"
#include "core/run/command.h"
#include "tests/patience.h"
#include "tests/ui/driven.h"
#include "tests/ui/exportfixture.h"
#include "ui/actions.h"
#include "ui/export/export.h"
#include "ui/export/exportdialog.h"
#include "ui/fonts.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/picturecard.h"
#include "ui/statusline.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace tenfold;

class tst_ExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { setLanguage(QStringLiteral("en")); }
    void theDialogWritesWhatIsChosen();
    void theDialogWritesTheNumbers();
    void theDialogWaitsForARun();
    void theDialogRemembers();
    void theDialogSaysWhatWentWrong();
    void theDialogAsksForAFileWithAName();
    void theDialogWritesTheReplay();
    void anAnimationCanBeStopped();
    void anAnimationWaitsForARun();
    void theReplayOfARunThatGoesOnIsNone();
    void closingAsksForAnAnimation();
    void exportingInMidRunDisturbsNothing();
    void copyingTakesTheChosenPicture();

private:
    QString path(const QString &name) const { return folder_.filePath(name); }

    QTemporaryDir folder_;
    Scene scene_;
};

void tst_ExportDialog::initTestCase()
{
    QVERIFY(folder_.isValid());
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
    scene_ = quickRun();
}

/// The window with a finished run and the export dialog open.
struct Exporting : Driven
{
    explicit Exporting(const Scene &scene, const Settings &settings = Settings::none()) : Driven(settings)
    {
        window.present(scene);
        window.show();
        actions().exportPicture->trigger();
    }
    ExportDialog &dialog() const { return *window.findChild<ExportDialog *>(); }
    void choose(const char *box, const QVariant &data) const
    {
        auto *combo = dialog().findChild<QComboBox *>(QLatin1String("export-") + QLatin1String(box));
        combo->setCurrentIndex(combo->findData(data));
    }
    void setSize(QSize size) const
    {
        dialog().findChild<QSpinBox *>("export-width")->setValue(size.width());
        dialog().findChild<QSpinBox *>("export-height")->setValue(size.height());
    }
    QString message() const { return dialog().findChild<QLabel *>("export-message")->text(); }
};

void tst_ExportDialog::theDialogWritesWhatIsChosen()
{
    const Exporting e(scene_);
    QVERIFY(e.dialog().isVisible() && !e.dialog().isModal());
    QCOMPARE(e.dialog().choice().figure, FigureId{});
    const auto *preview = e.dialog().findChild<QLabel *>("export-preview");
    QTRY_VERIFY_WITH_TIMEOUT(!preview->pixmap().isNull(), patience);
    const QImage before = preview->pixmap().toImage();
    e.choose("figure", QStringLiteral("timeline:parallel"));
    e.choose("theme", QStringLiteral("dark"));
    e.choose("language", QStringLiteral("ja"));
    e.choose("scale", 2);
    e.setSize({700, 400});
    QTRY_VERIFY_WITH_TIMEOUT(preview->pixmap().toImage() != before, patience);
    const QString file = path(QStringLiteral("chosen.png"));
    e.dialog().save(file);
    const QImage image(file);
    QCOMPARE(image.size(), QSize(1400, 800));
    QCOMPARE(image.pixelColor(1, 1), Theme::make(true, 1, uiFont()).card);
    QVERIFY(image.text(QStringLiteral("Command"))
                .contains(QLatin1String(
                    "--timeline parallel:timeline.png --size 700x400 --scale 2 --lang ja --theme dark")));
    e.dialog().findChild<QSpinBox *>("export-text")->setValue(150);
    e.dialog().findChild<QCheckBox *>("export-foot")->setChecked(false);
    e.dialog().save(file);
    const QImage larger(file);
    QCOMPARE(larger.size(), image.size());
    QVERIFY(larger != image);
    QVERIFY(larger.text(QStringLiteral("Command")).contains(QLatin1String("--text-size 150 --foot off")));
    const QRect foot(0, image.height() - 24, image.width(), 24);
    QVERIFY(coloursOf(image.copy(foot)) > 1); // the command
    QVERIFY(e.message().contains(file));
    QVERIFY(e.window.findChild<StatusLine *>()->currentMessage().contains(file));
}

void tst_ExportDialog::theDialogWritesTheNumbers()
{
    const Exporting e(scene_);
    const auto save = [&](const char *format, const char *name) {
        e.choose("format", QLatin1String(format));
        e.dialog().save(path(QLatin1String(name)));
        return contentOf(path(QLatin1String(name)));
    };
    QCOMPARE(save("json", "x.json"), QJsonDocument(runToJson(scene_)).toJson());
    QVERIFY(!e.dialog().findChild<QComboBox *>("export-figure")->isEnabled()); // which has no part in it
    QCOMPARE(save("csv", "x.csv"), runToCsv(scene_));
    QVERIFY(save("trace", "x-trace.json").contains("traceEvents"));
    e.choose("format", QStringLiteral("png"));
    QVERIFY(e.dialog().findChild<QComboBox *>("export-figure")->isEnabled());
}

void tst_ExportDialog::theDialogWaitsForARun()
{
    Scene notRun;
    notRun.request.scenario = &fetching();
    const Exporting e(notRun);
    QVERIFY(!e.dialog().findChild<QPushButton *>("export-save")->isEnabled());
    const auto *preview = e.dialog().findChild<QLabel *>("export-preview");
    QTRY_VERIFY_WITH_TIMEOUT(!preview->text().isEmpty(), patience);
    e.dialog().show(scene_);
    QVERIFY(e.dialog().findChild<QPushButton *>("export-save")->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(!preview->pixmap().isNull(), patience);
}

void tst_ExportDialog::theDialogRemembers()
{
    Settings settings;
    settings.kept = true;
    {
        Exporting e(scene_, settings);
        e.choose("figure", QStringLiteral("in-flight"));
        e.choose("format", QStringLiteral("svg"));
        e.choose("theme", QStringLiteral("dark"));
        e.choose("language", QStringLiteral("ja"));
        e.choose("scale", 3);
        e.setSize({1920, 1080});
        QVERIFY(!e.dialog().findChild<QComboBox *>("export-scale")->isEnabled()); // it has no pixels
        e.dialog().save(path(QStringLiteral("x.svg")));
        e.window.close();
    }
    const Exporting e(scene_, Settings::load());
    const ExportChoice &choice = e.dialog().choice();
    QCOMPARE(choice.figure, FigureId::parse(QStringLiteral("in-flight")));
    QCOMPARE(choice.format, QStringLiteral("svg"));
    QCOMPARE(choice.theme, QStringLiteral("dark"));
    QCOMPARE(choice.language, QStringLiteral("ja"));
    QCOMPARE(choice.scale, 3);
    QCOMPARE(choice.size, QSize(1920, 1080));
    QCOMPARE(choice.folder, folder_.path());
    QCOMPARE(e.dialog().findChild<QComboBox *>("export-size")->currentData().toSize(), QSize(1920, 1080));
}

void tst_ExportDialog::theDialogSaysWhatWentWrong()
{
    const Exporting e(scene_);
    e.dialog().save(QStringLiteral("/nowhere/x.png"));
    QVERIFY(e.message().contains(QLatin1String("/nowhere/x.png")));
    e.choose("theme", QStringLiteral("dark"));
    QCoreApplication::processEvents();
    QVERIFY(e.message().contains(QLatin1String("/nowhere/x.png"))); // until the next one
    e.dialog().save(path(QStringLiteral("y.png")));
    QVERIFY(!e.message().contains(QLatin1String("nowhere")));
}

void tst_ExportDialog::theDialogAsksForAFileWithAName()
{
    const Exporting e(scene_);
    e.choose("figure", QStringLiteral("timeline:parallel"));
    e.choose("format", QStringLiteral("pdf"));
    e.dialog().findChild<QPushButton *>("export-save")->click();
    auto *files = e.dialog().findChild<QFileDialog *>();
    QVERIFY(files);
    QCOMPARE(QFileInfo(files->selectedFiles().value(0)).fileName(),
             QStringLiteral("url-fetch-timeline-parallel-en-light.pdf"));
    const QString file = path(QStringLiteral("asked.pdf"));
    Q_EMIT files->fileSelected(file);
    QVERIFY(contentOf(file).startsWith("%PDF-"));
}

void tst_ExportDialog::theDialogWritesTheReplay()
{
    const Exporting e(scene_);
    auto *length = e.dialog().findChild<QDoubleSpinBox *>("export-length");
    QVERIFY(!length->isEnabled()); // a picture has none
    QVERIFY(length->value() >= 2); // which can be followed, however short the run was
    e.choose("figure", QStringLiteral("elapsed"));
    e.choose("format", QStringLiteral("gif"));
    QVERIFY(length->isEnabled());
    length->setValue(0.5);
    e.setSize({400, 300});
    const QString file = path(QStringLiteral("race.gif"));
    e.dialog().save(file);
    QVERIFY2(e.message().contains(QLatin1String("of 11")), qPrintable(e.message()));
    QTRY_VERIFY_WITH_TIMEOUT(e.message().contains(file), patience);
    QVERIFY(contentOf(file).startsWith("GIF89a"));
    QVERIFY(e.window.findChild<StatusLine *>()->currentMessage().contains(file));
}

void tst_ExportDialog::anAnimationCanBeStopped()
{
    const Exporting e(scene_);
    e.choose("format", QStringLiteral("webp"));
    const QString file = path(QStringLiteral("stopped.webp"));
    auto *button = e.dialog().findChild<QPushButton *>("export-save");
    e.dialog().save(file);
    QCOMPARE(button->text(), QStringLiteral("&Stop"));
    QTRY_VERIFY_WITH_TIMEOUT(!e.message().contains(QLatin1String(": 0 of")), patience); // it draws
    button->click();
    QVERIFY2(e.message().contains(QLatin1String("Stopped")), qPrintable(e.message()));
    QVERIFY(button->text().startsWith(QLatin1String("&Save")));
    QVERIFY(!QFile::exists(file));
    e.dialog().save(file); // and another one can be made
    QCOMPARE(button->text(), QStringLiteral("&Stop"));
    button->click();
}

void tst_ExportDialog::anAnimationWaitsForARun()
{
    Shown s;
    QVERIFY(s.runOnce());
    s.actions().exportPicture->trigger();
    auto *dialog = s.part<ExportDialog>();
    auto *formats = dialog->findChild<QComboBox *>("export-format");
    formats->setCurrentIndex(formats->findData(QStringLiteral("webp")));
    const QString file = path(QStringLiteral("waits.webp"));
    const auto *message = dialog->findChild<QLabel *>("export-message");
    dialog->save(file);
    s.makeLong();
    s.actions().run->trigger();
    QVERIFY(s.isRunning());
    const QString before = message->text();
    QTRY_VERIFY_WITH_TIMEOUT(s.page().scene().isUnderWay(), patience);
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(message->text(), before); // as many pictures as before
    QVERIFY(dialog->isDrawing());
    s.actions().stop->trigger();
    QVERIFY(s.endsRun());
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->isDrawing(), 4 * patience);
    QVERIFY2(message->text().contains(file), qPrintable(message->text()));
    QVERIFY(QFile::exists(file));
}

void tst_ExportDialog::theReplayOfARunThatGoesOnIsNone()
{
    Shown s;
    s.makeLong();
    s.actions().run->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(s.page().scene().isUnderWay(), patience);
    s.actions().exportPicture->trigger();
    auto *dialog = s.part<ExportDialog>();
    auto *formats = dialog->findChild<QComboBox *>("export-format");
    formats->setCurrentIndex(formats->findData(QStringLiteral("gif")));
    dialog->save(path(QStringLiteral("live.gif")));
    const QString said = dialog->findChild<QLabel *>("export-message")->text();
    QVERIFY2(said.contains(QLatin1String("not over")), qPrintable(said)); // at once
    QVERIFY(!dialog->isDrawing());
    s.actions().stop->trigger();
    QVERIFY(s.endsRun());
}

void tst_ExportDialog::closingAsksForAnAnimation()
{
    const Exporting e(scene_);
    e.choose("format", QStringLiteral("webp"));
    e.dialog().hold(true);
    e.dialog().save(path(QStringLiteral("closing.webp")));
    auto &window = const_cast<MainWindow &>(e.window);
    window.close();
    QVERIFY(window.isVisible());
    window.close();
    QCOMPARE(window.findChildren<QMessageBox *>().size(), 1); // it is asked once
    auto *box = window.findChild<QMessageBox *>();
    box->button(QMessageBox::Cancel)->click();
    QVERIFY(window.isVisible() && e.dialog().isDrawing());
    window.closeAtOnce();
    QVERIFY(!window.isVisible());
}

void tst_ExportDialog::exportingInMidRunDisturbsNothing()
{
    Shown s;
    s.makeLong();
    s.actions().run->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!s.page().scene().outcomes.empty(), patience);
    s.actions().exportPicture->trigger();
    auto *dialog = s.part<ExportDialog>();
    for (const char *name : {"page", "elapsed", "in-flight", "timeline"}) {
        dialog->setFigure(FigureId::parse(QLatin1String(name)));
        dialog->save(path(QStringLiteral("live.png")));
        QCOMPARE(QImage(path(QStringLiteral("live.png"))).size(), QSize(1280, 720));
        QVERIFY(s.isRunning());
    }
    s.actions().stop->trigger();
    QVERIFY(s.endsRun());
}

void tst_ExportDialog::copyingTakesTheChosenPicture()
{
    MainWindow window(Settings::none());
    window.present(scene_);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    for (PictureCard *card : window.findChildren<PictureCard *>()) {
        if (!card->isVisible())
            continue;
        card->picture().setFocus();
        const auto copied = [&] {
            QTest::keyClick(&window, Qt::Key_C, Qt::ControlModifier);
            return QGuiApplication::clipboard()->image().size();
        };
        QTRY_COMPARE_WITH_TIMEOUT(copied(), card->picture().size() * 2,
                                  patience); // the page may still settle
        QTest::keyClick(&window, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), card->picture().data());
        QVERIFY(QGuiApplication::clipboard()->text().contains(u'\t'));
        window.findChild<Actions *>()->exportPicture->trigger(); // and exporting begins with it
        QCOMPARE(window.findChild<ExportDialog *>()->choice().figure, card->id());
        window.findChild<ExportDialog *>()->close();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
}

QTEST_MAIN(tst_ExportDialog)
#include "tst_exportdialog.moc"
