#!/usr/bin/env bash
# clang-tidy over the program's files, a folder's together as they are compiled; what it finds is an error.
#   scripts/tidy.sh [MINUTES]   begins nothing after so many minutes; by default all is done
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
export deadline=$(($(date +%s) + 60 * ${1:-1000}))

cmake -S . -B build/tidy -G Ninja -UCMAKE_UNITY_BUILD -DCMAKE_EXPORT_COMPILE_COMMANDS=ON -DTENFOLD_TESTS=OFF \
    -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON >/dev/null
check() {
    if [ "$(date +%s)" -ge "$deadline" ]; then
        echo "left out, since time was up: $1"
        return
    fi
    clang-tidy-16 -p build/tidy --quiet --warnings-as-errors='*' "$1" 2> >(grep -v 'warnings\? generated\.$' >&2)
}
export -f check
sed -n 's/^ *"file": "\(.*\)",\?$/\1/p' build/tidy/compile_commands.json | grep -v '_autogen/\|/\.rcc/' |
    xargs -P "$(nproc)" -I{} bash -c 'check "$1"' check {}
