#!/usr/bin/env bash
# QUrl::adjusted(NormalizePathSegments) leaves two slashes where "/./" is followed by "/../": /a/./b/../c becomes /a//c.
#
# Expected: RFC 3986, 5.2.4, takes dot segments away one after the other: /a/./b/../c is /a/c. Qt's documentation says that the flag resolves
#   "." and ".." as far as possible, and QUrl::resolved() of the same URL gives /a/c.
# Happens: adjusted() gives /a//c, another path to every server. Nothing reports it. It takes a "." right before a segment that ".." removes.
# Where it matters to Tenfold: URLs are compared in this form to know which pages of a site were visited; one page has two names then, or a
#   link leads to a page that is not there. Dots are taken away by code of its own, as the URL Standard has it.
# Versions: Qt 6.4.2+dfsg-10 (Debian 12); built with g++ 12.2.0 (printed first).
# Output seen:
#   Qt 6.4.2: /a/./b/../c: adjusted /a//c, resolved /a/c; /a/b/../c: adjusted /a/c, resolved /a/c
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
#include <QUrl>
#include <cstdio>
int main()
{
    const auto adjusted = [](const char *path) {
        return QUrl(QStringLiteral("http://host") + path).adjusted(QUrl::NormalizePathSegments).path().toStdString();
    };
    const auto resolved = [](const char *path) { return QUrl("http://host/").resolved(QUrl(path)).path().toStdString(); };
    printf("Qt %s", qVersion());
    const char *before = ": ";
    for (const char *path : {"/a/./b/../c", "/a/b/../c"}) {
        printf("%s%s: adjusted %s, resolved %s", before, path, adjusted(path).c_str(), resolved(path).c_str());
        before = "; ";
    }
    puts("");
    const bool isSame = adjusted("/a/./b/../c") == "/a//c" && resolved("/a/./b/../c") == "/a/c" && adjusted("/a/b/../c") == "/a/c";
    return isSame ? 0 : 1;
}
CPP
g++ -std=c++20 -O1 -fPIC probe.cpp -o probe -I"$inc"{,/QtCore} -L"$lib" -Wl,-rpath-link,"$lib" -l:libQt6Core.so.6 || exit 2
LD_LIBRARY_PATH=$lib ./probe
