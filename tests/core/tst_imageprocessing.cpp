#include "core/sync/stopped.h"
#include "core/workloads/compute/pixels.h"
#include "tests/core/scratch.h"
#include "tests/core/walk.h"
#include "tests/patience.h"

#include <QImage>

#include <sys/stat.h>
#include <unistd.h>

using namespace tenfold;

class TestImageProcessing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlainAreaIsLightenedAndStaysPlain();
    void theBlurSpreadsAPointEvenly();
    void aBlurWiderThanTheImageIsFine();
    void pixelsOfAnotherSizeAreRefused();
    void stopEndsTheWork();
    void thePipeGivesWhatTheFileGives();
    void onlyTheMistakeSendsPixels();
    void thumbnailsAreMade();
    void everyBadImageIsARowAndTheRestGoesOn();
    void namesAndFoldersAreTakenAsTheyAre();
    void anImageWithoutPermissionSaysSo();
    void moreImagesThanWantedAreCountedAndSaid();
    void aFolderWithoutAnImageIsRowsOnly();
    void aFullDiskIsASentence();
    void nothingIsLeftBehind();
};

static const Scenario &scenario()
{
    return *findScenario("processes/image-processing");
}

static void paint(const QString &name, int width, int height, QColor colour)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(colour);
    QVERIFY2(image.save(name), qPrintable(name));
}

static Values valuesFor(const QString &folder)
{
    Values values = scenario().preset("quick");
    values["folder"] = folder;
    values["images"] = 50;
    return values;
}

static QVariantList rowOf(const Table &table, const QString &image)
{
    const auto found =
        std::ranges::find_if(table.rows, [&](const QVariantList &row) { return row.value(0) == image; });
    return found == table.rows.end() ? QVariantList() : *found;
}

void TestImageProcessing::aPlainAreaIsLightenedAndStaysPlain()
{
    QByteArray pixels(3 * 40 * 30, char(100));
    const ImageResult result = processImage(pixels, {{}, 40, 30, 3});
    const int expected = 109; // (100 - 128) * 1.25 + 128 + 16
    for (const char c : std::as_const(pixels))
        QCOMPARE(int(static_cast<unsigned char>(c)), expected);
    QCOMPARE(result.pixels, 1200);
    QCOMPARE(result.brightness, double(expected));
    QCOMPARE(result.contrast, 0.0);
}

void TestImageProcessing::theBlurSpreadsAPointEvenly()
{
    constexpr int side = 21;
    QByteArray pixels(3 * side * side, '\0');
    const auto at = [&](int x, int y) { return int(static_cast<unsigned char>(pixels[3 * (side * y + x)])); };
    for (int c = 0; c < 3; ++c)
        pixels[3 * (side * 10 + 10) + c] = char(255);
    processImage(pixels, {{}, side, side, 4});
    QVERIFY(at(10, 10) > at(11, 10) && at(11, 10) > at(12, 10) && at(12, 10) > 0);
    QCOMPARE(at(15, 10), 0); // beyond the radius
    for (int i = 1; i < 5; ++i) {
        QCOMPARE(at(10 + i, 10), at(10 - i, 10));
        QCOMPARE(at(10, 10 + i), at(10, 10 - i));
        QVERIFY(std::abs(at(10 + i, 10) - at(10, 10 + i)) <= 1); // rows and columns round one after the other
    }
}

void TestImageProcessing::aBlurWiderThanTheImageIsFine()
{
    QByteArray pixels(3, char(128));
    const ImageResult result = processImage(pixels, {{}, 1, 1, 100});
    QCOMPARE(int(static_cast<unsigned char>(pixels[0])), 144);
    QCOMPARE(result.before.size(), 3);
    QByteArray row(3 * 200, char(128));
    QCOMPARE(processImage(row, {{}, 200, 1, 9}).height, 1);
    QByteArray column(3 * 200, char(128));
    QCOMPARE(processImage(column, {{}, 1, 200, 9}).width, 1);
}

void TestImageProcessing::pixelsOfAnotherSizeAreRefused()
{
    QByteArray pixels(10, 'x');
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, processImage(pixels, {{}, 2, 2, 1}));
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, processImage(pixels, {{}, -1, 2, 1}));
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, processImageFile({"/nowhere", 2, 2, 1}));
}

void TestImageProcessing::stopEndsTheWork()
{
    std::stop_source stop;
    stop.request_stop();
    QByteArray pixels(3 * 16, 'x');
    QVERIFY_THROWS_EXCEPTION(Stopped, processImage(pixels, {{}, 4, 4, 1}, stop.get_token()));
}

void TestImageProcessing::thePipeGivesWhatTheFileGives()
{
    const Scratch scratch;
    const QByteArray painted = paintedPixels(64, 48, 3, 1);
    QCOMPARE(painted, paintedPixels(64, 48, 3, 1));
    QVERIFY(painted != paintedPixels(64, 48, 4, 1));
    QVERIFY(painted != paintedPixels(64, 48, 3, 2));
    write(scratch.path("raw"), painted);
    const ImageWork work{scratch.path("raw"), 64, 48, 2};
    const QCborArray byFile = imageFileTask(work.toCbor(), {}).toArray();
    const QCborArray byPipe = imagePixelsTask(QCborArray{work.toCbor(), painted}, {}).toArray();
    QCOMPARE(byPipe[0].toArray(), byFile);
    QByteArray pixels = painted;
    processImage(pixels, work);
    QCOMPARE(byPipe[1].toByteArray(), pixels);
}

void TestImageProcessing::onlyTheMistakeSendsPixels()
{
    const auto outcomes =
        carriedOut(planOf({&scenario(), allVariants(scenario()), scenario().preset("quick")}));
    const double megabytes = 2 * 3 * 1920 * 1080 / double(1 << 20); // of two images
    for (const Outcome &outcome : outcomes) {
        QVERIFY2(outcome.sameResult(), qPrintable(outcome.error()));
        const double moved = outcome.finding("moved")->value;
        const bool isMistake = outcome.variant == "pixels-through-the-pipe";
        QCOMPARE(outcome.finding("pixels")->value > 0, isMistake);
        if (isMistake)
            QVERIFY(moved > 2 * megabytes && moved < 2.1 * megabytes); // there and back
        else
            QCOMPARE(moved > 0, outcome.variant == "processes");
    }
}

void TestImageProcessing::thumbnailsAreMade()
{
    const Scratch scratch;
    paint(scratch.path("red.png"), 300, 200, QColor(200, 10, 10));
    const auto outcomes = carriedOut({&scenario(), {{"processes", valuesFor(scratch.path())}}});
    const QVariantList row = rowOf(outcomes[0].shown()->results.table, "red.png");
    const auto before = row.value(5).value<QImage>(), after = row.value(6).value<QImage>();
    QCOMPARE(before.size(), QSize(96, 64));
    QCOMPARE(before.pixelColor(50, 30), QColor(200, 10, 10));
    QCOMPARE(after.size(), before.size());
    QVERIFY(after.pixelColor(50, 30).red() > 200);
}

void TestImageProcessing::everyBadImageIsARowAndTheRestGoesOn()
{
    const Scratch scratch;
    paint(scratch.path("good.png"), 64, 48, Qt::blue);
    paint(scratch.path("zz.jpg"), 64, 48, Qt::green);
    write(scratch.path("text.png"), "this is no image\n");
    write(scratch.path("empty.png"), "");
    QFile good(scratch.path("good.png"));
    QVERIFY(good.open(QIODevice::ReadOnly));
    write(scratch.path("half.png"), good.readAll().left(60));
    // The header of an image of 30000 x 30000, with nothing behind it.
    write(scratch.path("huge.ppm"), "P6\n30000 30000\n255\n");
    QVERIFY(QFile::link("/nowhere", scratch.path("broken.png")));
    QCOMPARE(::mkfifo(qPrintable(scratch.path("pipe.png")), 0600), 0);
    const auto outcomes =
        carriedOut(planOf({&scenario(), allVariants(scenario()), valuesFor(scratch.path())}));
    for (const Outcome &outcome : outcomes) {
        QVERIFY2(outcome.status() == Status::Finished, qPrintable(outcome.error()));
        QVERIFY2(outcome.sameResult(), differences(outcomes));
        const Table &table = outcome.shown()->results.table;
        QCOMPARE(table.rows.size(), 8);
        QCOMPARE(table.rows[0][0], "good.png"); // the images come first
        QCOMPARE(table.rows[1][0], "zz.jpg");
        QCOMPARE(rowOf(table, "good.png")[1], 64 * 48);
        for (const char *none : {"text.png", "empty.png"})
            QCOMPARE(rowOf(table, none)[7], "not-an-image");
        QCOMPARE(rowOf(table, "half.png")[7], "incomplete");
        QCOMPARE(rowOf(table, "huge.ppm")[7], "too-large");
        QVERIFY(rowOf(table, "huge.ppm")[8].toString().contains("30000"));
        QCOMPARE(rowOf(table, "broken.png")[7], "not-a-file");
        QCOMPARE(rowOf(table, "pipe.png")[7], "not-a-file");
        for (const QVariantList &row : table.rows)
            QCOMPARE(row[8].toString().isEmpty(), row[7] == "done"); // a reason for each failure
    }
}

void TestImageProcessing::namesAndFoldersAreTakenAsTheyAre()
{
    const Scratch scratch;
    QVERIFY(QDir(scratch.path()).mkpath("pictures/deep"));
    paint(scratch.path("pictures/deep/a.png"), 8, 8, Qt::blue);
    const QByteArray odd = scratch.path("pictures/").toUtf8() + "b-\xe9.png";
    QCOMPARE(::rename(scratch.path("pictures/deep/a.png").toUtf8(), odd), 0);
    paint(scratch.path("pictures/deep/a.png"), 8, 8, Qt::blue);
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(scratch.path()));
    const auto outcomes = carriedOut(planOf({&scenario(), {"processes"}, valuesFor("pictures")}));
    QDir::setCurrent(before);
    QCOMPARE(::unlink(odd), 0);
    for (const Outcome &outcome : outcomes) {
        const Table &table = outcome.shown()->results.table;
        QCOMPARE(table.rows.size(), 2);
        QCOMPARE(rowOf(table, "b-\\xE9.png").value(7), "done");
        QCOMPARE(rowOf(table, "deep/a.png").value(7), "done");
    }
}

void TestImageProcessing::anImageWithoutPermissionSaysSo()
{
    const Scratch scratch;
    if (::geteuid() == 0)
        QSKIP("root reads everything");
    paint(scratch.path("secret.png"), 8, 8, Qt::blue);
    QVERIFY(QFile::setPermissions(scratch.path("secret.png"), {}));
    const auto outcomes = carriedOut({&scenario(), {{"sequential", valuesFor(scratch.path())}}});
    const QVariantList row = rowOf(outcomes[0].shown()->results.table, "secret.png");
    QCOMPARE(row.value(7), "unreadable");
    QVERIFY(!row.value(8).toString().isEmpty());
}

void TestImageProcessing::moreImagesThanWantedAreCountedAndSaid()
{
    const Scratch scratch;
    for (int i = 0; i < 5; ++i)
        paint(scratch.path(QStringLiteral("%1.png").arg(i)), 8, 8, Qt::blue);
    Values values = valuesFor(scratch.path());
    values["images"] = 3;
    const auto outcomes = carriedOut({&scenario(), {{"processes", values}}});
    const Table &table = outcomes[0].shown()->results.table;
    QCOMPARE(table.rows.size(), 4);
    QCOMPARE(table.rows[3][7], "left-out");
    QVERIFY(table.rows[3][8].toString().contains("2"));
}

void TestImageProcessing::aFolderWithoutAnImageIsRowsOnly()
{
    const Scratch scratch;
    const auto none = carriedOut(planOf({&scenario(), {"processes"}, valuesFor(scratch.path())}));
    QCOMPARE(none[0].status(), Status::Failed);
    QVERIFY(none[0].error().contains(scratch.path()));
    write(scratch.path("text"), "text\n");
    const auto outcomes =
        carriedOut(planOf({&scenario(), allVariants(scenario()), valuesFor(scratch.path())}));
    for (const Outcome &outcome : outcomes) {
        QVERIFY2(outcome.status() == Status::Finished, qPrintable(outcome.error()));
        QCOMPARE(outcome.shown()->results.table.rows.size(), 1);
    }
}

void TestImageProcessing::aFullDiskIsASentence()
{
    const Scratch scratch;
    std::vector<Outcome> outcomes;
    {
        const FullDisk full(100'000);
        outcomes = carriedOut(planOf({&scenario(), {"processes"}, scenario().preset("quick")}));
    }
    for (const Outcome &outcome : outcomes) {
        QCOMPARE(outcome.status(), Status::Failed);
        QVERIFY2(outcome.error().contains(scratch.temporary()), qPrintable(outcome.error()));
    }
    QCOMPARE(scratch.left(), QStringList());
}

void TestImageProcessing::nothingIsLeftBehind()
{
    const Scratch scratch;
    Runner runner;
    runner.start({&scenario(), {{"processes", scenario().preset("default")}}});
    QTRY_VERIFY_WITH_TIMEOUT(!scratch.left().isEmpty(), patience);
    runner.stop();
    runner.wait();
    QCOMPARE(runner.outcomes()[0].status(), Status::Cancelled);
    QCOMPARE(scratch.left(), QStringList());
}

QTEST_GUILESS_MAIN(TestImageProcessing)
#include "tst_imageprocessing.moc"
