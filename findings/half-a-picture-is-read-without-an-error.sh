#!/usr/bin/env bash
# QImageReader reads a JPEG, a BMP and a GIF of which half is missing, paints the rest grey, black or transparent, and reports no error.
#
# Expected: read() gives no image, or error() and errorString() say that the file ends too soon, as for a PNG that is cut. Pillow
#   refuses each of them ("image file is truncated").
# Happens: an image of the full size, error() is 0 (UnknownError), the error string "Unknown error", which a whole file has as well. For a JPEG
#   libjpeg's warning goes to the log category qt.gui.imageio.jpeg; for a BMP and a GIF there is nothing at all.
# Where it matters to Tenfold: half of a picture, whose download broke off, is processed like any other, and its numbers are wrong. The end of the
#   file is looked for in its format before it is decoded (core/workloads/pictures/wholepicture.h).
# Versions: Qt 6.4.2+dfsg-10 with the plug-ins of libqt6gui6, libjpeg62-turbo 1:2.1.5-2 (Debian 12); built with g++ 12.2.0 (printed first).
# Output seen:
#   Qt 6.4.2
#   jpeg, half of it: 64 x 48, error 0, "Unknown error"
#   bmp, half of it: 64 x 48, error 0, "Unknown error"
#   png, half of it: no image, error 4, "Unable to read image data"
#   gif, half of it: 32 x 32, error 0, "Unknown error"
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo "g++ $(g++ -dumpfullversion)" | grep -x "g++ 12[.]2[.]0" || { echo "wants g++ 12.2.0"; exit 2; }
apt-get -qq -o APT::Sandbox::User=root download {libqt6core6,libqt6gui6,qt6-base-dev}=6.4.2+dfsg-10 libjpeg62-turbo=1:2.1.5-2 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
lib=$(dirname "$dir"/root/usr/lib/*/libQt6Core.so.6)
inc=$(echo root/usr/include/*/qt6)
cat > probe.cpp <<'CPP'
#include <QtGui>
#include <cstdio>
bool read(const char *format, const QByteArray &whole, bool isTaken)
{
    QByteArray half = whole.first(whole.size() / 2);
    QBuffer buffer(&half);
    QImageReader reader(&buffer, format);
    const QImage image = reader.read();
    const QByteArray size = image.isNull() ? "no image" : QByteArray::number(image.width()) + " x " + QByteArray::number(image.height());
    printf("%s, half of it: %s, error %d, \"%s\"\n", format, size.constData(), reader.error(), qPrintable(reader.errorString()));
    return image.isNull() != isTaken && (reader.error() == QImageReader::UnknownError) == isTaken;
}
int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    QLoggingCategory::setFilterRules("qt.gui.imageio*=false");
    printf("Qt %s\n", qVersion());
    QImage image(64, 48, QImage::Format_RGB32);
    for (int y = 0; y < 48; ++y)
        for (int x = 0; x < 64; ++x)
            image.setPixel(x, y, qRgb((x * 37 + y * 11) & 255, (x * y) & 255, (y * 53) & 255));
    const auto written = [&](const char *format) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QImageWriter(&buffer, format).write(image);
        return bytes;
    };
    // 32 x 32 pixels of two colours, not packed: three bits a pixel, a clear code after every four.
    QByteArray gif = QByteArray::fromHex("4749463839612000200080000000000ac8c8c82c000000002000200000") + char(2), bits;
    quint32 held = 0;
    int count = 0;
    const auto put = [&](quint32 code) {
        held |= code << count;
        for (count += 3; count >= 8; count -= 8, held >>= 8)
            bits += char(held & 255);
    };
    for (int i = 0; i < 32 * 32; ++i) {
        if (i % 2 == 0)
            put(4);
        put(1);
    }
    put(5);
    bits += char(held);
    for (qsizetype i = 0; i < bits.size(); i += 200) {
        const QByteArray block = bits.mid(i, 200);
        gif += char(block.size()) + block;
    }
    gif += QByteArray("\0;", 2);
    bool same = read("jpeg", written("jpeg"), true);
    same &= read("bmp", written("bmp"), true);
    same &= read("png", written("png"), false);
    return same & read("gif", gif, true) ? 0 : 1;
}
CPP
g++ -std=c++20 -O1 -fPIC probe.cpp -o probe -I"$inc"{,/Qt{Core,Gui}} -L"$lib" -Wl,-rpath-link,"$lib" -l:libQt6{Gui,Core}.so.6 || exit 2
LD_LIBRARY_PATH=$lib QT_PLUGIN_PATH=$lib/qt6/plugins QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=$dir ./probe
