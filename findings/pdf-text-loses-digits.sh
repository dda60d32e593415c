#!/usr/bin/env bash
# QPdfWriter loses the digits beside Latin letters, and writes radicals for kanji, with Noto Sans CJK: PDF text is not what is seen.
#
# Expected: "--size 1000x560" and "実行" in a PDF are found and copied as they stand there.
# Happens: "--size x" and "実⾏" (U+2F8F, a radical). In a run of Latin letters the font has digits of its own, which no character has in its
#   table; Qt looks for the character of each glyph there, finds none and writes none. Where characters share a glyph, it takes the first.
#   With QFont::PreferNoShaping the digits are the usual ones, and are there; the radicals stay.
# Where it matters to Tenfold: at the foot of each figure stands the command that makes it, there to be copied. Draw PDFs without shaping, and
#   put the character that was drawn in the place of the one that has the same glyph.
# Versions: Qt 6.4.2+dfsg-10, fonts-noto-cjk 1:20220127+repack1-1, poppler-utils 22.12.0-2+deb12u3 (Debian 12); built with g++ 12.2.0 (printed first).
# Output seen:
#   shaped: [--size x ⾏]; not shaped: [--size 1000x560 ⾏]
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo "g++ $(g++ -dumpfullversion)" | grep -x "g++ 12[.]2[.]0" || { echo "wants g++ 12.2.0"; exit 2; }
apt-get -qq -o APT::Sandbox::User=root download {libqt6core6,libqt6gui6,qt6-base-dev}=6.4.2+dfsg-10 fonts-noto-cjk=1:20220127+repack1-1 \
    {poppler-utils,libpoppler126}=22.12.0-2+deb12u3 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
lib=$(dirname "$dir"/root/usr/lib/*/libQt6Gui.so.6)
inc=$(echo root/usr/include/*/qt6)
cat > fonts.conf <<XML
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$dir/root/usr/share/fonts</dir><cachedir>$dir/cache</cachedir></fontconfig>
XML
cat > probe.cpp <<'CPP'
#include <QFont>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    for (const bool shaped : {true, false}) {
        QFont font("Noto Sans CJK JP", 20);
        if (!shaped) font.setStyleStrategy(QFont::PreferNoShaping);
        QPdfWriter writer(shaped ? "shaped.pdf" : "plain.pdf");
        writer.setResolution(96);
        QPainter painter(&writer);
        painter.setFont(font);
        painter.drawText(50, 100, QString::fromUtf8("--size 1000x560"));
        painter.drawText(50, 200, QString::fromUtf8("\u884c"));
    }
}
CPP
g++ -std=c++20 -O1 -fPIC probe.cpp -o probe -I"$inc"{,/Qt{Core,Gui}} -L"$lib" -Wl,-rpath-link,"$lib" -l:libQt6{Gui,Core}.so.6 || exit 2
export LD_LIBRARY_PATH=$lib QT_PLUGIN_PATH=$lib/qt6/plugins QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=$dir FONTCONFIG_FILE=$dir/fonts.conf LC_ALL=C.UTF-8
./probe
read_pdf() { root/usr/bin/pdftotext -raw -enc UTF-8 "$1" - | tr -s ' \n\f' ' '; }
shaped=$(read_pdf shaped.pdf) plain=$(read_pdf plain.pdf)
echo "shaped: [${shaped% }]; not shaped: [${plain% }]"
[ "${shaped% }" = $'--size x \u2f8f' ] && [ "${plain% }" = $'--size 1000x560 \u2f8f' ]
