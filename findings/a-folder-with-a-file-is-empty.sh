#!/usr/bin/env bash
# QDir and QDirIterator pass over a file whose name is not UTF-8 without a word; a folder that holds nothing else "is empty".
#
# Expected: a file name on Linux is bytes. A reader that cannot put one into its strings says so, or keeps it in another form (Python: PEP 383;
#   the C++ library: bytes); a folder with a file in it is not empty.
# Happens: the entry is skipped by QDirIterator, QDir::entryList() and QDir::count(), whatever the filters; QDir::isEmpty() is true;
#   removeRecursively() fails, as the folder it takes for empty cannot be removed. No error can be asked for. QFile cannot open it either: its name
#   has no QString that leads back to it.
# Where it matters to Tenfold: files from older systems (Latin-1, Shift JIS, zip archives) vanish from the table of a folder, and the run says that all
#   went well. The folder is read with readdir, and names keep their bytes (core/workloads/files/filename.h).
# Versions: Qt 6.4.2+dfsg-10 (Debian 12); built with g++ 12.2.0 (printed first).
# Output seen:
#   Qt 6.4.2
#   two files, one of them b-\xE9.txt: QDirIterator 1, entryList 1, std::filesystem 2
#   that one alone: QDir::isEmpty() 1, removeRecursively() 0, std::filesystem::is_empty 0
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
#include <QtCore>
#include <cstdio>
#include <filesystem>
#include <fstream>
int main()
{
    const std::filesystem::path folder("texts");
    std::filesystem::create_directory(folder);
    for (const char *name : {"a.txt", "b-\xe9.txt"})
        std::ofstream(folder / name) << "text\n";
    const auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    int iterated = 0;
    for (QDirIterator entries("texts", all); entries.hasNext(); entries.next())
        ++iterated;
    const int listed = int(QDir("texts").entryList(all).size());
    const auto there = std::distance(std::filesystem::directory_iterator(folder), {});
    printf("Qt %s\ntwo files, one of them b-\\xE9.txt: QDirIterator %d, entryList %d, std::filesystem %d\n", qVersion(), iterated, listed, int(there));
    std::filesystem::remove(folder / "a.txt");
    const bool isEmpty = QDir("texts").isEmpty(), isRemoved = QDir("texts").removeRecursively(), isReallyEmpty = std::filesystem::is_empty(folder);
    printf("that one alone: QDir::isEmpty() %d, removeRecursively() %d, std::filesystem::is_empty %d\n", isEmpty, isRemoved, isReallyEmpty);
    return iterated == 1 && listed == 1 && there == 2 && isEmpty && !isRemoved && !isReallyEmpty ? 0 : 1;
}
CPP
g++ -std=c++20 -O1 -fPIC probe.cpp -o probe -I"$inc"{,/QtCore} -L"$lib" -Wl,-rpath-link,"$lib" -l:libQt6Core.so.6 || exit 2
LC_ALL=C.UTF-8 LD_LIBRARY_PATH=$lib ./probe
