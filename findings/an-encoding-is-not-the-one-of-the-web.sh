#!/usr/bin/env bash
# Qt's decoders, which are ICU's, are not the web's: KOI8-U has line drawings for two letters, ISO-8859-16 is missing, GBK's euro is lost.
#
# Expected: what a page is decoded with is what browsers decode it with: the tables and labels of the Encoding Standard. Qt's documentation of
#   QStringDecoder says that with ICU "many more encodings" are there, not that they differ.
# Happens: the byte AE of KOI8-U is U+255D in place of U+045E (a letter of Belarusian); QStringDecoder("ISO-8859-16") is not valid; the byte 80
#   of GBK, the euro sign of most pages that have one, is U+FFFD in gb18030 and one of two bytes in GBK; "gb2312" means a smaller set than on
#   the web, where it is GBK: the character 87 D6 is lost; "latin1" has control characters for quotation marks.
# Where it matters to Tenfold: titles and links of pages in other encodings; the labels are translated by a table of its own, and the
#   differences are mended by character (core/workloads/web/charset.cpp).
# Versions: Qt 6.4.2+dfsg-10, ICU 72.1 (Debian 12); built with g++ 12.2.0 (printed first).
# Output seen:
#   KOI8-U AE: 255d, the standard 45e; gb18030 80: fffd, the standard 20ac; gb2312 87d6: 87, the standard 56cd; latin1 93: 93, the standard 201c; ISO-8859-16: none
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo "g++ $(g++ -dumpfullversion)" | grep -x "g++ 12[.]2[.]0" || { echo "wants g++ 12.2.0"; exit 2; }
apt-get -qq -o APT::Sandbox::User=root download {libqt6core6,qt6-base-dev}=6.4.2+dfsg-10 libicu72 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
lib=$(dirname "$dir"/root/usr/lib/*/libQt6Core.so.6)
inc=$(echo root/usr/include/*/qt6)
cat > probe.cpp <<'CPP'
#include <QByteArray>
#include <QString>
#include <QStringDecoder>
#include <cstdio>
int main()
{
    bool isSame = true;
    const auto probe = [&](const char *name, const char *hex, char16_t seen, char16_t standard) {
        QStringDecoder decoder(name);
        const QString text = decoder.isValid() ? QString(decoder.decode(QByteArray::fromHex(hex))) : QString();
        const char16_t first = text.isEmpty() ? u'\0' : text[0].unicode();
        std::printf("%s %s: %x, the standard %x; ", name, hex, unsigned(first), unsigned(standard));
        isSame = isSame && first == seen && seen != standard;
    };
    probe("KOI8-U", "AE", 0x255d, 0x45e);
    probe("gb18030", "80", 0xfffd, 0x20ac);
    probe("gb2312", "87d6", 0x87, 0x56cd);
    probe("latin1", "93", 0x93, 0x201c);
    const bool isThere = QStringDecoder("ISO-8859-16").isValid();
    std::printf("ISO-8859-16: %s\n", isThere ? "there" : "none");
    return isSame && !isThere ? 0 : 1;
}
CPP
g++ -std=c++20 -O1 -fPIC probe.cpp -o probe -I"$inc"{,/QtCore} -L"$lib" -Wl,-rpath-link,"$lib" -l:libQt6Core.so.6 || exit 2
LD_LIBRARY_PATH=$lib ./probe
