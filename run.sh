#!/usr/bin/env bash
# Installs what is missing, builds and starts Tenfold. Arguments go to the program; see README.md.
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
# shellcheck source=scripts/setup.sh
. "$here/scripts/setup.sh"

(
    cd "$here"
    install_missing
    build release
)
use_utf8
program=$here/build/release/bin/tenfold
if [ $# -eq 0 ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    say "There is no display for the window: writing the report instead."
    cd "$here"
    exec "$program" report report
fi
exec "$program" "$@"
