#!/usr/bin/env bash
# lupdate writes the texts of a class under its bare name where an enum with its type is declared ahead of the class: no translation is ever found.
#
# Expected: a text of app::Window is looked up at run time under "app::Window", which moc puts into the program, so lupdate has to write that context
#   whatever stands ahead of the class.
# Happens: after "enum class Taken : int;" within the namespace, lupdate takes the class out of it: the context is "Window". There is no warning; the
#   .ts is complete and translated, and the window speaks English. "enum class Taken;", which is the same declaration, does no harm.
# Where it matters to Tenfold: "Copied", "Saved" and "Workers: 9" were English in a Japanese window. The header declares the enum without its type, and a
#   test compares the contexts of the .ts with the names of the classes.
# Versions: qt6-l10n-tools 6.4.2~rc1-2 (Debian 12; printed first); moc of qt6-base-dev-tools 6.4.2+dfsg-10.
# Output seen:
#   lupdate version 6.4.2
#   with its type: Window; without: app::Window; at run time: app::Window
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
tools=6.4.2~rc1-2
base=6.4.2+dfsg-10
apt-get -qq -o APT::Sandbox::User=root download qt6-l10n-tools=$tools qt6-base-dev-tools=$base libqt6core6=$base || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
lib=$(dirname "$dir"/root/usr/lib/*/libQt6Core.so.6)
export LD_LIBRARY_PATH=$lib
lupdate=$(find "$dir/root" -name lupdate -path '*qt6/bin*' | head -1)
moc=$(find "$dir/root" -name moc -path '*qt6/libexec*' | head -1)
"$lupdate" -version

cat > window.cpp <<'CPP'
#include "window.h"
namespace app {
void Window::copy() { tr("Copied"); }
}
CPP
context() { # $1: the declaration ahead of the class
    cat > window.h <<CPP
namespace app {
$1
class Window : public QObject
{
    Q_OBJECT
public:
    void copy();
};
}
CPP
    rm -f texts.ts
    "$lupdate" window.cpp window.h -ts texts.ts >/dev/null 2>&1
    sed -n 's/.*<name>\(.*\)<\/name>.*/\1/p' texts.ts
}
typed=$(context 'enum class Taken : int;')
plain=$(context 'enum class Taken;')
name=$("$moc" window.h | grep -o '"app::Window"' | head -1 | tr -d '"')
echo "with its type: $typed; without: $plain; at run time: $name"
[ "$typed" = Window ] && [ "$plain" = app::Window ] && [ "$name" = app::Window ]
