# shellcheck shell=bash
# What run.sh and test.sh share: missing packages, configuring and building. Sourced, not run.
# Everything said here goes to standard error: standard output belongs to the program.

say() { printf '%s\n' "$*" >&2; }

# A package a line, and what for.
packages() {
    cat <<'EOT'
g++                   compiles C++20
cmake                 configures the build
ninja-build           runs the build
qt6-base-dev          Qt 6: Core, Concurrent, Network, Sql, Widgets, Test
libqt6opengl6-dev     Qt Charts does not configure without it
qt6-charts-dev        the charts
qt6-svg-dev           icons and SVG export
qt6-wayland           the window on a Wayland desktop without X
qt6-image-formats-plugins WebP and TIFF among your own images
qt6-tools-dev         Qt's translation tools, for CMake
qt6-tools-dev-tools   Qt's translation tools
qt6-l10n-tools        compiles the Japanese texts
qt6-translations-l10n Japanese texts of Qt's own buttons
libqt6sql6-sqlite     SQLite, for the database scenario
qcoro-qt6-dev         coroutines on Qt's event loop, for the pattern async
libgumbo-dev          reads HTML as browsers do, for the web scraper; Qt reads only well-formed XML
libcurl4-openssl-dev  the HTTP client, for threads and processes alike
ca-certificates       what https stands on
zlib1g-dev            unpacks web pages slice by slice; Qt unpacks all that has come at once, however much it becomes
libwebp-dev           replays as WebP animations; Qt writes single pictures only
libgif-dev            replays as GIF animations, which slide programs take
libimagequant-dev     the 255 colours of a GIF's frame; Qt takes the same 216 for every picture
libzstd-dev           packs recordings; zlib takes 15 times as long or more
EOT
    # Any font that covers Japanese will do; with this one Tenfold looks as in its pictures.
    has_package fonts-noto-cjk fonts-morisawa-bizud-gothic fonts-ipafont-gothic fonts-vlgothic ||
        echo 'fonts-noto-cjk a font for English and Japanese'
}

# Whether one of the packages is installed.
has_package() { dpkg-query -W -f '${Status}\n' "$@" 2>/dev/null | grep -q '^install ok installed'; }

install_missing() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is no Debian: going on with what is here. README.md lists what is needed."
        return
    fi
    local table missing installed
    table=$(packages)
    # shellcheck disable=SC2046 # one word a package is wanted
    installed=$(dpkg-query -W -f '${Status} ${Package}\n' $(awk '{print $1}' <<<"$table") 2>/dev/null |
        sed -n 's/^install ok installed //p') || true # it complains of what it has never heard of
    missing=$(awk 'NR == FNR { here[$1]; next } !($1 in here)' <(printf '%s\n' "$installed") <(printf '%s\n' "$table"))
    [ -n "$missing" ] || return 0

    local names command=()
    names=$(awk '{printf "%s ", $1}' <<<"$missing")
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "Tenfold needs packages that are not installed. As root, run:"
            say "apt-get update && apt-get install -y --no-install-recommends ${names% }"
            exit 2
        fi
        command=(sudo)
    fi
    say "Tenfold needs these packages, which will be installed now:"
    say "$missing"
    # shellcheck disable=SC2086
    if ! { "${command[@]}" apt-get update && "${command[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends $names; } >&2; then
        say "The packages could not be installed; what apt-get said stands above."
        exit 2
    fi
}

# build PRESET [CMAKE-OPTION...]: configures when there is something new to configure, and builds.
build() {
    local preset=$1 log="build/$1.log"
    shift
    local options=("$@")
    command -v ccache >/dev/null && options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    mkdir -p build
    # The options are remembered: other ones configure anew.
    local wanted="${options[*]}" known="build/$preset/tenfold-options"
    if [ ! -f "build/$preset/build.ninja" ] || [ "$(cat "$known" 2>/dev/null)" != "$wanted" ]; then
        say "Configuring ($preset) ..."
        if ! cmake --preset "$preset" "${options[@]}" >"$log" 2>&1; then
            cat "$log" >&2
            say "Configuring failed."
            exit 1
        fi
        printf '%s' "$wanted" >"$known"
    fi
    if ninja -C "build/$preset" -n 2>/dev/null | grep -q 'Building CXX'; then
        say "Building ($preset), which takes some minutes the first time ..."
    fi
    if ! cmake --build --preset "$preset" >"$log" 2>&1; then
        cat "$log" >&2
        say "Building failed."
        exit 1
    fi
}

# Qt complains about, and misreads names under, a locale that is not UTF-8.
use_utf8() {
    case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
        *[Uu][Tt][Ff]-8* | *[Uu][Tt][Ff]8*) ;;
        *) export LC_ALL=C.UTF-8 ;;
    esac
}
