// Images as programs write them, and what is left of them: read whole, or said to be less.

#include "core/workloads/pictures/pictures.h"
#include "core/workloads/pictures/wholepicture.h"
#include "tests/core/scratch.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <QLoggingCategory>

#include <thread>

using namespace tenfold;

class TestWholePicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anImageThatIsCutShortSaysSo_data();
    void anImageThatIsCutShortSaysSo();
    void aSizeThatCannotBeIsNoArithmetic_data();
    void aSizeThatCannotBeIsNoArithmetic();
    void whatStandsBehindAnImageIsNoMatter_data();
    void whatStandsBehindAnImageIsNoMatter();
    void onlyTheWarningOfItsImageIsKeptFromTheLog();
    void webpAndTiffAreRead();
    void transparentPartsAreWhite();
};

static QImage manyColours()
{
    QImage image(64, 48, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb((x * 37 + y * 11) & 255, (x * y) & 255, (y * 53) & 255));
    }
    return image;
}

static QByteArray written(const QImage &image, const QByteArray &format, bool isProgressive = false)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, format);
    writer.setProgressiveScanWrite(isProgressive);
    return writer.write(image) ? bytes : QByteArray();
}

template<typename T> static QByteArray raw(std::initializer_list<T> numbers)
{
    return {reinterpret_cast<const char *>(numbers.begin()),
            static_cast<qsizetype>(numbers.size() * sizeof(T))};
}

/// A GIF of 4 x 4 pixels, as Pillow 9.4 writes it, and another image behind it.
static QByteArray someGif(int images = 1)
{
    const QByteArray image = QByteArray::fromHex("2c00000000040004000008090001081c48b020808000");
    return QByteArray::fromHex("47494638396104000400810000010101000000000000000000") +
           image.repeated(images) + ';';
}

/// A TIFF of 4 x 4 grey pixels whose directory stands before them, as Pillow writes it.
static QByteArray someTiff()
{
    const auto entry = [](quint16 tag, quint32 value) {
        return raw<quint16>({tag, 4}) + raw<quint32>({1, value});
    };
    return QByteArray("II*\0", 4) + raw<quint32>({8}) + raw<quint16>({9}) + entry(256, 4) + entry(257, 4) +
           entry(258, 8) + entry(259, 1) + entry(262, 1) + entry(273, 122) + entry(277, 1) + entry(278, 4) +
           entry(279, 16) + raw<quint32>({0}) + QByteArray(16, 'x');
}

static Picture pictureOf(const QByteArray &bytes)
{
    const Scratch scratch;
    write(scratch.path("image"), bytes);
    return decodePicture(scratch.path("image"), scratch.path("raw"));
}

// Pillow 9.4 refuses each of them as truncated, but for a GIF or a PNG that lacks its last bytes only.
void TestWholePicture::anImageThatIsCutShortSaysSo_data()
{
    QTest::addColumn<QByteArray>("whole");
    QTest::addColumn<QByteArray>("cut");
    const auto rows = [](const char *name, const QByteArray &whole) {
        for (const int percent : {30, 60, 90})
            QTest::addRow("%s, %d %%", name, percent) << whole << whole.first(whole.size() * percent / 100);
        QTest::addRow("%s, but for a byte", name) << whole << whole.chopped(1);
    };
    for (const char *format : {"jpeg", "png", "bmp", "webp", "tiff"})
        rows(format, written(manyColours(), format));
    rows("progressive jpeg", written(manyColours(), "jpeg", true));
    rows("gif", someGif());
    rows("gif with two images", someGif(2));
    rows("tiff with its directory first", someTiff());
    rows("bmp with colours", written(manyColours().convertToFormat(QImage::Format_Indexed8), "bmp"));
    QByteArray noSize = written(manyColours(), "bmp");
    rows("bmp that says no size", noSize.replace(2, 4, QByteArray(4, '\0')));
    // Some programs that mend files put an end to what there is; ImageMagick warns.
    for (const bool isProgressive : {false, true}) {
        const QByteArray whole = written(manyColours(), "jpeg", isProgressive);
        QTest::addRow("ended jpeg%s", isProgressive ? ", progressive" : "")
            << whole << whole.first(whole.size() * 7 / 10) + "\xff\xd9";
    }
    // A thumbnail within a segment has an end of its own.
    const QByteArray jpeg = written(manyColours(), "jpeg"), thumbnail = jpeg.first(200) + "\xff\xd9";
    const QByteArray segment = QByteArray("\xff\xe1\x00\xcc", 4) + thumbnail;
    rows("jpeg with a thumbnail", jpeg.first(2) + segment + jpeg.mid(2));
}

void TestWholePicture::anImageThatIsCutShortSaysSo()
{
    QFETCH(QByteArray, whole);
    QFETCH(QByteArray, cut);
    if (whole.isEmpty())
        QSKIP("this format cannot be written here");
    const Picture good = pictureOf(whole);
    QVERIFY2(good.error.isEmpty(), qPrintable(good.reason));
    const Picture picture = pictureOf(cut);
    QCOMPARE(picture.error, "incomplete");
    QVERIFY2(picture.reason.contains("cut short") || picture.reason.contains("missing"),
             qPrintable(picture.reason));
}

/// The head of a BMP that says so, and 100 bytes.
static QByteArray headOfBmp(qint32 width, qint32 height, quint16 bits)
{
    return "BM" + raw<quint32>({154, 0, 54, 40}) + raw<qint32>({width, height}) + raw<quint16>({1, bits}) +
           raw<quint32>({0, 0, 0, 0, 0, 0}) + QByteArray(100, 'x');
}

void TestWholePicture::aSizeThatCannotBeIsNoArithmetic_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isCut"); // else it is for a reader to refuse
    constexpr qint32 most = std::numeric_limits<qint32>::max(), least = std::numeric_limits<qint32>::min();
    QTest::newRow("the largest") << headOfBmp(most, most, 32) << true;
    QTest::newRow("from its top") << headOfBmp(most, least, 24) << true;
    QTest::newRow("too many bits") << headOfBmp(most, most, 65535) << false;
    QTest::newRow("no width") << headOfBmp(0, 4, 24) << false;
    QTest::newRow("a negative width") << headOfBmp(-1000, 4, 24) << false;
    QTest::newRow("the least width") << headOfBmp(least, least, 32) << false;
    QTest::newRow("as it should be") << headOfBmp(5, 5, 32) << false;
    QTest::newRow("a byte more than there is") << headOfBmp(1, 101, 8) << true;
}

void TestWholePicture::aSizeThatCannotBeIsNoArithmetic()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isCut);
    const Scratch scratch;
    write(scratch.path("image"), bytes);
    QFile file(scratch.path("image"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(isCutShort(file), isCut);
}

// Pillow reads them all.
void TestWholePicture::whatStandsBehindAnImageIsNoMatter_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray behind = "something else\xff\xd8";
    for (const char *format : {"jpeg", "png", "bmp", "webp", "tiff"}) {
        if (QImageWriter::supportedImageFormats().contains(format))
            QTest::newRow(format) << written(manyColours(), format) + behind;
    }
    QTest::newRow("gif") << someGif() + behind;
    QTest::newRow("filled up with zeros") << written(manyColours(), "jpeg") + QByteArray(512, '\0');
}

void TestWholePicture::whatStandsBehindAnImageIsNoMatter()
{
    QFETCH(QByteArray, bytes);
    const Picture picture = pictureOf(bytes);
    QVERIFY2(picture.error.isEmpty(), qPrintable(picture.reason));
}

void TestWholePicture::onlyTheWarningOfItsImageIsKeptFromTheLog()
{
    static const QLoggingCategory category("qt.gui.imageio.jpeg");
    constexpr const char *warning = "Corrupt JPEG data: premature end of data segment";
    const QByteArray whole = written(manyColours(), "jpeg"),
                     ended = whole.first(whole.size() * 7 / 10) + "\xff\xd9";
    QTest::failOnWarning(QRegularExpression(QStringLiteral("premature end")));
    const Scratch scratch;
    write(scratch.path("whole"), whole);
    write(scratch.path("ended"), ended);
    std::vector<QString> errors(8); // each thread hears of its own image
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < errors.size(); ++i)
            threads.emplace_back([&, i] {
                errors[i] = decodePicture(scratch.path(i % 2 == 0 ? "whole" : "ended"),
                                          scratch.path(QString::number(i)))
                                .error;
            });
    }
    for (std::size_t i = 0; i < errors.size(); ++i)
        QCOMPARE(errors[i], i % 2 == 0 ? "" : "incomplete");
    QTest::ignoreMessage(QtWarningMsg, warning); // fails where none comes: of whoever else reads one
    qCWarning(category, "%s", warning);
}

void TestWholePicture::webpAndTiffAreRead()
{
    const auto formats = QImageReader::supportedImageFormats();
    if (!formats.contains("webp") || !formats.contains("tiff"))
        QSKIP("qt6-image-formats-plugins is not installed");
    for (const QByteArray &bytes :
         {written(manyColours(), "webp"), written(manyColours(), "tiff"), someTiff()}) {
        const Picture picture = pictureOf(bytes);
        QVERIFY2(picture.error.isEmpty(), qPrintable(picture.reason));
        QVERIFY(picture.work.width > 0);
    }
}

// Pillow: Image.new("RGBA", size, "white").alpha_composite(image) gives 255 and 127.
void TestWholePicture::transparentPartsAreWhite()
{
    QImage image(3, 1, QImage::Format_ARGB32);
    image.setPixel(0, 0, qRgba(0, 0, 0, 0));
    image.setPixel(1, 0, qRgba(0, 0, 0, 128));
    image.setPixel(2, 0, qRgba(10, 20, 30, 255));
    QImage indexed(3, 1, QImage::Format_Indexed8);
    indexed.setColorTable({qRgba(0, 0, 0, 0), qRgba(0, 0, 0, 128), qRgba(10, 20, 30, 255)});
    for (int i = 0; i < 3; ++i)
        indexed.setPixel(i, 0, static_cast<uint>(i));
    const Scratch scratch;
    for (const QImage &drawn : {image, indexed, image.convertToFormat(QImage::Format_RGBA64)}) {
        QVERIFY(drawn.save(scratch.path("image.png")));
        QVERIFY(decodePicture(scratch.path("image.png"), scratch.path("raw")).error.isEmpty());
        QFile file(scratch.path("raw"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().toHex(), "ffffff7f7f7f0a141e");
    }
}

QTEST_GUILESS_MAIN(TestWholePicture)
#include "tst_wholepicture.moc"
