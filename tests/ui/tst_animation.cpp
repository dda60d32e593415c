#include "tests/patience.h"
#include "tests/ui/exportfixture.h"
#include "ui/export/animation.h"
#include "ui/fonts.h"
#include "ui/language.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace tenfold;

/// A frame, and for how many milliseconds it is shown.
using Frame = std::pair<QImage, int>;

class tst_Animation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void framesComeBack_data();
    void framesComeBack();
    void equalFramesOfAGifAreOne();
    void manyColoursOfAGifAreNear();
    void anAnimationIsTheReplay_data();
    void anAnimationIsTheReplay();
    void itsCommandMakesIt();
    void anInstantIsSaidExactly();
    void itIsHeldWhileSomethingIsMeasured();
    void whatCannotBeReplayedIsASentence_data();
    void whatCannotBeReplayedIsASentence();

private:
    QString path(const QString &name) const { return folder_.filePath(name); }
    Figure elapsed() const
    {
        return {{FigureId::Kind::Elapsed}, Theme::make(false, 1, uiFont()), "en", {640, 360}, 1, false, 1};
    }

    QTemporaryDir folder_;
    Scene scene_;
};

/// As Qt reads them: not the library that wrote them, for a GIF.
static std::vector<Frame> framesOf(const QByteArray &bytes, const char *format)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    std::vector<Frame> frames;
    for (QImage image = reader.read(); !image.isNull(); image = reader.read())
        frames.emplace_back(image.convertToFormat(QImage::Format_RGB32), reader.nextImageDelay());
    return frames;
}

static qint64 timeOf(const std::vector<Frame> &frames)
{
    qint64 sum = 0;
    for (const Frame &frame : frames)
        sum += frame.second;
    return sum;
}

/// A square that has come `step` times as far, on a ground.
static QImage moved(int step)
{
    QImage image(120, 80, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QPainter painter(&image);
    painter.fillRect(10 + step * 12, 20, 30, 30, QColor(200, 60, 20 * step));
    return image;
}

/// The greatest difference of a channel between two images of the same size.
static int farthest(const QImage &a, const QImage &b)
{
    int most = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QColor one = a.pixelColor(x, y), other = b.pixelColor(x, y);
            most = std::max({most, std::abs(one.red() - other.red()), std::abs(one.green() - other.green()),
                             std::abs(one.blue() - other.blue())});
        }
    }
    return most;
}

void tst_Animation::initTestCase()
{
    QVERIFY(folder_.isValid());
    setLanguage(QStringLiteral("en"));
    scene_ = quickRun();
}

void tst_Animation::framesComeBack_data()
{
    QTest::addColumn<QString>("format");
    for (const QString &ending : animationEndings())
        QTest::newRow(ending.toLatin1()) << ending;
}

void tst_Animation::framesComeBack()
{
    QFETCH(const QString, format);
    const auto encoder = AnimationEncoder::make(format, {120, 80});
    QVERIFY(encoder);
    constexpr std::array times{500, 50, 70, 2000};
    for (int i = 0; i < 4; ++i)
        QVERIFY(encoder->add(moved(i), times[static_cast<std::size_t>(i)]));
    const QByteArray bytes = encoder->finish();
    const std::vector<Frame> frames = framesOf(bytes, format.toLatin1());
    QCOMPARE(frames.size(), std::size_t(4));
    for (int i = 0; i < 4; ++i) {
        const Frame &frame = frames[static_cast<std::size_t>(i)];
        QCOMPARE(frame.first, moved(i));
        QCOMPARE(frame.second, times[static_cast<std::size_t>(i)]);
    }
    QVERIFY(!encoder->add(moved(0), 50)); // behind the end
    QVERIFY(AnimationEncoder::make(format, {120, 80})->finish().isEmpty());
    QVERIFY(!AnimationEncoder::make(format, {70000, 80}));
}

void tst_Animation::equalFramesOfAGifAreOne()
{
    const auto encoder = AnimationEncoder::make("gif", {120, 80});
    for (const int step : {1, 1, 1, 2, 2})
        QVERIFY(encoder->add(moved(step), 33)); // no hundredths of a second
    const std::vector<Frame> frames = framesOf(encoder->finish(), "gif");
    QCOMPARE(frames.size(), std::size_t(2));
    QCOMPARE(frames[0].second, 100);
    QCOMPARE(timeOf(frames), 170); // 165, to the hundredth: no frame's rounding adds to another's
    QCOMPARE(frames[1].first, moved(2));
}

void tst_Animation::manyColoursOfAGifAreNear()
{
    QImage image(64, 64, QImage::Format_RGB32);
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x)
            image.setPixel(x, y, qRgb(x * 4, y * 4, 128));
    }
    const auto encoder = AnimationEncoder::make("gif", image.size());
    QVERIFY(encoder->add(image, 50));
    QVERIFY(encoder->add(image.mirrored(), 50));
    const std::vector<Frame> frames = framesOf(encoder->finish(), "gif");
    QCOMPARE(frames.size(), std::size_t(2));
    QVERIFY(farthest(frames[0].first, image) <= 32);
    QVERIFY(farthest(frames[1].first, image.mirrored()) <= 32);
}

void tst_Animation::anAnimationIsTheReplay_data()
{
    framesComeBack_data();
}

void tst_Animation::anAnimationIsTheReplay()
{
    QFETCH(const QString, format);
    const QString file = path("replay." + format);
    QCOMPARE(AnimationExport::save(scene_, elapsed(), file, {}), QString());
    const std::vector<Frame> frames = framesOf(contentOf(file), format.toLatin1());
    QCOMPARE(timeOf(frames), 500 + 1000 + 2000); // a second from the start to the end
    const auto whole = std::make_shared<const Scene>(scene_);
    const Replay replay(scene_);
    const auto drawnAt = [&](double part) {
        const auto instant = static_cast<Nanoseconds>(part * static_cast<double>(replay.end()));
        return DrawnFigure(sceneAt(replay, whole, instant), elapsed(), "png").rasterized(1);
    };
    QVERIFY(drawnAt(0) != drawnAt(0.5));
    QVERIFY(drawnAt(0.5) != drawnAt(1));
    const int tolerance = format == QLatin1String("gif")
                              ? 48
                              : 0; // of its 255 colours, for a few pixels at the edge of letters
    QVERIFY(farthest(frames.front().first, drawnAt(0)) <= tolerance);
    QVERIFY(farthest(frames.back().first, drawnAt(1)) <= tolerance);
    qint64 end = 0; // of a frame; equal ones of a GIF are one
    const auto middle = std::ranges::find_if(frames, [&](const Frame &frame) {
        end += frame.second;
        return end > 500 + 500;
    });
    QVERIFY(farthest(middle->first, drawnAt(0.5)) <= tolerance);
}

void tst_Animation::itsCommandMakesIt()
{
    Figure figure = elapsed();
    figure.seconds = 2.5;
    figure.scale = 2;
    const QString command = figureCommand(scene_, figure, "gif");
    QVERIFY2(command.contains("--chart elapsed.gif --size 640x360 --scale 2 --length 2.5"),
             qPrintable(command));
    figure.seconds = 0;
    const auto whole = std::make_shared<const Scene>(scene_);
    const Scene then = sceneAt(Replay(scene_), whole, 1'500'000);
    const QString still = figureCommand(then, figure, "png");
    QVERIFY2(still.contains("--at 0.0015 "), qPrintable(still));
    QVERIFY(!figureCommand(scene_, figure, "png").contains("--at"));
    Scene swept = then;
    swept.sweeps["workers"].request = scene_.request;
    figure.id = {FigureId::Kind::Sweep, "workers"};
    QVERIFY(!figureCommand(swept, figure, "png").contains("--at")); // sweep does not know it
}

/// One nanosecond before an event it has not happened yet.
void tst_Animation::anInstantIsSaidExactly()
{
    const auto whole = std::make_shared<const Scene>(scene_);
    const Replay replay(scene_);
    for (Nanoseconds instant = 1; instant < replay.end(); instant = instant * 3 / 2 + 1) {
        const Scene then = sceneAt(replay, whole, instant);
        Figure still = elapsed();
        still.seconds = 0;
        const QString command = figureCommand(then, still, "png");
        static const QRegularExpression at(QStringLiteral("--at (\\S+)"));
        QCOMPARE(std::llround(at.match(command).captured(1).toDouble() * 1e9), instant);
    }
}

void tst_Animation::itIsHeldWhileSomethingIsMeasured()
{
    const QString file = path("held.webp");
    AnimationExport made(scene_, elapsed(), file);
    QSignalSpy progressed(&made, &AnimationExport::progressed);
    QSignalSpy finished(&made, &AnimationExport::finished);
    connect(&made, &AnimationExport::progressed, this, [&made] {
        if (made.done() == 2)
            made.hold(true);
    });
    made.start();
    QTRY_VERIFY_WITH_TIMEOUT(made.done() >= 2, patience);
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(made.done(), 2);
    QVERIFY(finished.isEmpty());
    made.hold(false);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QCOMPARE(finished[0][0].toString(), QString());
    QCOMPARE(made.done(), made.count());
    QCOMPARE(progressed.size(), made.count());
    QVERIFY(!contentOf(file).isEmpty());
}

void tst_Animation::whatCannotBeReplayedIsASentence_data()
{
    QTest::addColumn<Figure>("figure");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("word");
    const auto changed = [&](auto change) {
        Figure figure = elapsed();
        change(figure);
        return figure;
    };
    QTest::newRow("a sweep") << changed([](Figure &f) {
        f.id = {FigureId::Kind::Sweep, "workers"};
    }) << "x.gif"
                             << "sweep";
    QTest::newRow("no such view") << changed([](Figure &f) {
        f.id = {FigureId::Kind::View, "nothing"};
    }) << "x.gif"
                                  << "nothing";
    QTest::newRow("too large") << changed([](Figure &f) {
        f.size = {3000, 2000}, f.scale = 2;
    }) << "x.gif"
                               << "6000";
    QTest::newRow("another ending") << elapsed() << "x.mp4"
                                    << "x.mp4";
    QTest::newRow("no such folder") << elapsed() << "nowhere/x.webp"
                                    << "nowhere";
}

void tst_Animation::whatCannotBeReplayedIsASentence()
{
    QFETCH(const Figure, figure);
    QFETCH(const QString, file);
    QFETCH(const QString, word);
    const QString problem = AnimationExport::save(scene_, figure, path(file), {});
    QVERIFY2(problem.contains(word), qPrintable(problem));
    QVERIFY(!QFile::exists(path(file)));
    Scene nothing;
    nothing.request.scenario = &fetching();
    QVERIFY(!AnimationExport::save(nothing, elapsed(), path("none.gif"), {}).isEmpty());
}

QTEST_MAIN(tst_Animation)
#include "tst_animation.moc"
