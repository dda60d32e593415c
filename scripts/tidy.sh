#!/usr/bin/env bash
# clang-tidy over the program's files, those that changed last first; what it finds is an error.
#   scripts/tidy.sh [MINUTES]   begins no file after so many minutes; by default all are done
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
deadline=$((SECONDS + 60 * ${1:-1000}))

# A file by itself, and not in a unit: what it does not include is missing here.
cmake -S . -B build/tidy -G Ninja -DCMAKE_EXPORT_COMPILE_COMMANDS=ON -DTENFOLD_TESTS=OFF -DCMAKE_UNITY_BUILD=OFF \
    -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON >/dev/null

newest_first() {
    { git log --format= --name-only && git ls-files; } | grep -E '^(app|core|ui)/.*\.cpp$' | awk '!seen[$0]++' |
        while read -r file; do [ ! -e "$file" ] || echo "$file"; done
}

failed=0 running=0 left=0
check() { clang-tidy-16 -p build/tidy --quiet --warnings-as-errors='*' "$1" 2> >(grep -v 'warnings\? generated\.$' >&2); }
while read -r file; do
    if [ $SECONDS -ge $deadline ]; then
        left=$((left + 1))
        continue
    fi
    if [ $running -ge "$(nproc)" ]; then
        wait -n || failed=1
        running=$((running - 1))
    fi
    check "$file" &
    running=$((running + 1))
done < <(newest_first)
while [ $running -gt 0 ]; do
    wait -n || failed=1
    running=$((running - 1))
done
[ $left -eq 0 ] || echo "$left files that did not change lately were left out"
exit $failed
