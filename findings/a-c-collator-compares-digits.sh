#!/usr/bin/env bash
# A QCollator of the C locale says that it takes numbers as numbers, and does not: "10" comes before "2".
#
# Expected: with setNumericMode(true), numericMode() being true afterwards, "2" comes before "10" in every locale, as case is ignored in every
#   locale when that is asked for; or numericMode() stays false where it cannot be had.
# Happens: in the C locale digits are compared one by one. numericMode() is true all the same, and no warning is given. A collator without a
#   locale of its own is one of C wherever LANG is C, C.UTF-8, POSIX or unset, as in most containers and services: the same program orders
#   the same files otherwise than on its author's desktop. The mode of ignoring case works there.
# Where it matters to Tenfold: a playlist goes by names that begin with numbers. It names a locale that has numbers, whatever that of its user is.
# Versions: Qt 6.4.2+dfsg-10 (Debian 12); built with g++ 12.2.0 (printed first).
# Output seen:
#   Qt 6.4.2
#   C: numeric mode true: 10 before 2; case ignored: a before B
#   default under LC_ALL=C.UTF-8, C: numeric mode true: 10 before 2; case ignored: a before B
#   en_US: numeric mode true: 2 before 10; case ignored: a before B
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo "g++ $(g++ -dumpfullversion)" | grep -x "g++ 12[.]2[.]0" || { echo "wants g++ 12.2.0"; exit 2; }
apt-get -qq -o APT::Sandbox::User=root download {libqt6core6,qt6-base-dev}=6.4.2+dfsg-10 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
lib=$(dirname "$dir"/root/usr/lib/*/libQt6Core.so.6)
inc=$(echo root/usr/include/*/qt6)
cat > probe.cpp <<'CPP'
#include <QCollator>
#include <QCoreApplication>
bool as(const char *title, const QLocale &locale, bool isNumeric)
{
    QCollator collator(locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    const bool found = collator.compare(QStringLiteral("2"), QStringLiteral("10")) < 0;
    const bool ignores = collator.compare(QStringLiteral("a"), QStringLiteral("B")) < 0;
    printf("%s%s: numeric mode %s: %s; case ignored: %s\n", title, qPrintable(locale.name()), collator.numericMode() ? "true" : "false",
           found ? "2 before 10" : "10 before 2", ignores ? "a before B" : "B before a");
    return found == isNumeric && ignores && collator.numericMode();
}
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    printf("Qt %s\n", qVersion());
    const bool ofC = as("", QLocale::c(), false), byDefault = as("default under LC_ALL=C.UTF-8, ", QLocale(), false);
    return as("", QLocale(QLocale::English), true) && ofC && byDefault ? 0 : 1;
}
CPP
g++ -std=c++20 -O1 -fPIC probe.cpp -o probe -I"$inc"{,/QtCore} -L"$lib" -Wl,-rpath-link,"$lib" -l:libQt6Core.so.6 || exit 2
LD_LIBRARY_PATH=$lib LC_ALL=C.UTF-8 ./probe
