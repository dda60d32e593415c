#!/usr/bin/env bash
# QStringDecoder turns a byte that Shift JIS, EUC-JP or EUC-KR do not have into U+001A, a control character, and not into U+FFFD.
#
# Expected: U+FFFD, the replacement character, as for invalid UTF-8, and as Python's decoders give with errors="replace" and the Encoding Standard
#   asks for.
# Happens: these encodings come from ICU (since Qt 6.4), whose tables say what stands for an invalid single byte: U+001A (SUBSTITUTE), which is
#   invisible in a label and not allowed in XML 1.0. In GB18030 it is U+FFFD.
# Where it matters to Tenfold: a column's name, or the words of a page, in which one byte is wrong hold a character that nobody sees and that
#   makes an SVG ill-formed. U+FFFD is put in its place where text is decoded (core/workloads/web/charset.cpp,
#   core/workloads/csv/textfile.cpp).
# Versions: Qt 6.4.2+dfsg-10, libicu72 72.1-3+deb12u1 (Debian 12); built with g++ 12.2.0 (printed first).
# Output seen:
#   Qt 6.4.2
#   UTF-8 61 ff 62: 0061 fffd 0062, error 1
#   Shift_JIS 61 ff 62: 0061 001a 0062, error 1
#   EUC-JP 61 ff 62: 0061 001a 0062, error 1
#   EUC-KR 61 ff 62: 0061 001a 0062, error 1
#   GB18030 61 ff 62: 0061 fffd 0062, error 1
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo "g++ $(g++ -dumpfullversion)" | grep -x "g++ 12[.]2[.]0" || { echo "wants g++ 12.2.0"; exit 2; }
apt-get -qq -o APT::Sandbox::User=root download {libqt6core6,qt6-base-dev}=6.4.2+dfsg-10 libicu72=72.1-3+deb12u1 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
lib=$(dirname "$dir"/root/usr/lib/*/libQt6Core.so.6)
inc=$(echo root/usr/include/*/qt6)
cat > probe.cpp <<'CPP'
#include <QtCore>
#include <cstdio>
bool gives(const char *encoding, const char *bytes, const char *expected)
{
    QStringDecoder decoder(encoding);
    const QString text = decoder(QByteArray::fromHex(bytes));
    QByteArray seen;
    for (const QChar c : text)
        seen += ' ' + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    seen += ", error " + QByteArray::number(decoder.hasError());
    printf("%s %s:%s\n", encoding, bytes, seen.constData());
    return seen == expected;
}
int main()
{
    printf("Qt %s\n", qVersion());
    bool same = gives("UTF-8", "61 ff 62", " 0061 fffd 0062, error 1");
    for (const char *encoding : {"Shift_JIS", "EUC-JP", "EUC-KR"})
        same &= gives(encoding, "61 ff 62", " 0061 001a 0062, error 1");
    same &= gives("GB18030", "61 ff 62", " 0061 fffd 0062, error 1");
    return same ? 0 : 1;
}
CPP
g++ -std=c++20 -O1 -fPIC probe.cpp -o probe -I"$inc"{,/QtCore} -L"$lib" -Wl,-rpath-link,"$lib" -l:libQt6Core.so.6 || exit 2
LC_ALL=C.UTF-8 LD_LIBRARY_PATH=$lib ./probe
