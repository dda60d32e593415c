#!/usr/bin/env bash
# QSvgGenerator writes its title and description as they are: an ampersand there, and no reader opens the file.
#
# Expected: setDescription("R&D <new>") gives <desc>R&amp;D &lt;new&gt;</desc>, as for texts that are drawn; a character that XML 1.0 does not have
#   (U+0007) is left out.
# Happens: <desc>R&D <new></desc>, and a drawn U+0007 stands in the file: "not well-formed" in every reader. Nothing reports it.
# Where it matters to Tenfold: the description is the command that makes the figure, with the names of the user's folders and URLs. Escape it
#   before it is set; look through the whole file for characters that are none in XML.
# Versions: Qt 6.4.2+dfsg-10, Qt SVG 6.4.2-2 (Debian 12); built with g++ 12.2.0 (printed first); read by Python's xml.etree (expat).
# Output seen:
#   plain: read; title: not well-formed; description: not well-formed; drawn ampersand: read; drawn U+0007: not well-formed
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo "g++ $(g++ -dumpfullversion)" | grep -x "g++ 12[.]2[.]0" || { echo "wants g++ 12.2.0"; exit 2; }
apt-get -qq -o APT::Sandbox::User=root download {libqt6core6,libqt6gui6,qt6-base-dev}=6.4.2+dfsg-10 {libqt6svg6,qt6-svg-dev}=6.4.2-2 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
lib=$(dirname "$dir"/root/usr/lib/*/libQt6Svg.so.6)
inc=$(echo root/usr/include/*/qt6)
cat > probe.cpp <<'CPP'
#include <QGuiApplication>
#include <QPainter>
#include <QSvgGenerator>
int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    const auto write = [](const QString &file, const QString &title, const QString &description, const QString &drawn) {
        QSvgGenerator generator;
        generator.setFileName(file);
        generator.setTitle(title);
        generator.setDescription(description);
        QPainter(&generator).drawText(20, 20, drawn);
    };
    const QString hostile("R&D <new>");
    write("plain.svg", "a", "b", "c");
    write("title.svg", hostile, "b", "c");
    write("description.svg", "a", hostile, "c");
    write("ampersand.svg", "a", "b", hostile);
    write("bell.svg", "a", "b", QString("x") + QChar(7));
}
CPP
g++ -std=c++20 -O1 -fPIC probe.cpp -o probe -I"$inc"{,/Qt{Core,Gui,Svg}} -L"$lib" -Wl,-rpath-link,"$lib" -l:libQt6{Svg,Gui,Core}.so.6 || exit 2
LD_LIBRARY_PATH=$lib QT_PLUGIN_PATH=$lib/qt6/plugins QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=$dir ./probe
said=$(python3 - <<'PY'
import xml.etree.ElementTree as tree
def read(name):
    try:
        tree.parse(name + ".svg")
        return "read"
    except tree.ParseError as error:
        return str(error).split(" (")[0] if "not well-formed" in str(error) else "not well-formed"
names = {"plain": "plain", "title": "title", "description": "description", "ampersand": "drawn ampersand", "bell": "drawn U+0007"}
print("; ".join(f"{words}: {read(name)}" for name, words in names.items()))
PY
)
echo "$said"
[ "$said" = "plain: read; title: not well-formed; description: not well-formed; drawn ampersand: read; drawn U+0007: not well-formed" ]
