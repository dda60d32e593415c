#!/usr/bin/env bash
# Installs what is missing, builds and runs every test with no display.
#   ./test.sh [asan|tsan] [CTEST-OPTION...]
# asan: address, undefined behaviour and leaks. tsan: data races. TENFOLD_WERROR=ON makes warnings errors.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"
# shellcheck source=scripts/setup.sh
. scripts/setup.sh

preset=test
case "${1:-}" in
    asan | tsan)
        preset=$1
        shift
        ;;
esac
install_missing
build "$preset" "-DTENFOLD_WERROR=${TENFOLD_WERROR:-OFF}"
use_utf8

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -m 700 "$scratch/runtime"
export XDG_RUNTIME_DIR=$scratch/runtime XDG_CONFIG_HOME=$scratch/config QT_QPA_PLATFORM=offscreen
unset DISPLAY WAYLAND_DISPLAY

launcher=()
sanitizers=$PWD/tests/sanitizers
case $preset in
    asan)
        export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1
        export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
        export LSAN_OPTIONS=suppressions=$sanitizers/lsan.supp:print_suppressions=0
        ;;
    tsan)
        # g++'s runtime ends a child between fork and exec unless told not to (QProcess forks).
        export TSAN_OPTIONS=suppressions=$sanitizers/tsan.supp:die_after_fork=0:halt_on_error=1:second_deadlock_stack=1
        # Its shadow memory has no place for addresses randomised over more bits.
        [ "$(cat /proc/sys/vm/mmap_rnd_bits 2>/dev/null || echo 28)" -gt 28 ] && launcher=(setarch "$(uname -m)" -R)
        ;;
esac
"${launcher[@]}" ctest --test-dir "build/$preset" --output-on-failure --no-tests=error -j2 "$@"
