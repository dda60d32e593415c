#!/usr/bin/env bash
# Makes the pictures of the README with the program itself: scripts/pictures.sh [PROGRAM]
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
program=${1:-build/release/bin/tenfold}
to=resources/pictures
mkdir -p "$to"
"$program" run threads/url-fetch --size 1600x900 --shot "$to/window-light-en.png" >/dev/null
"$program" run threads/url-fetch --variant parallel --variant lock-held-while-waiting --size 1600x900 \
    --shot "$to/window-dark-ja.png" --lang ja --theme dark >/dev/null
"$program" run threads/url-fetch --variant parallel --size 1200x420 --timeline "$to/timeline.png" >/dev/null
