#!/bin/sh
# Builds kotext without ICU against musl instead of the GNU C library (Debian: musl-tools), with the whole word list, and runs
# the unit, specification, property and conformance tests and the replay of the fuzz corpora; utf8proc and cmocka are built from
# their sources. Not a part of ctest: it takes some minutes, and the network the first time.
#
#   tests/compat/musl.sh [CTEST-OPTION...]
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
cache=${KOTEXT_CACHE:-$HOME/.cache/kotext}
work=$source/build/musl
system=$work/system
command -v musl-gcc >/dev/null || { echo 'musl.sh: no musl-gcc; install musl-tools' >&2; exit 2; }
"$source/tools/setup/fetch-source.sh" utf8proc
"$source/tools/setup/fetch-source.sh" cmocka

# library NAME VERSION CFLAGS SOURCE HEADER FLAGS-OF-ITS-USERS
library() {
    musl-gcc -O2 $3 -c "$4" -o "$system/$1.o"
    ar rcs "$system/lib$1.a" "$system/$1.o"
    cp "$5" "$system/"
    printf 'Name: %s\nDescription: for musl\nVersion: %s\nCflags: -I%s %s\nLibs: -L%s -l%s\n' \
        "$1" "$2" "$system" "$6" "$system" "$1" >"$system/${7:-$1}.pc"
}

rm -rf "$system"
mkdir -p "$system"
library utf8proc 2.8.0 -DUTF8PROC_STATIC "$cache/utf8proc-2.8.0/utf8proc.c" "$cache/utf8proc-2.8.0/utf8proc.h" -DUTF8PROC_STATIC libutf8proc
library cmocka 1.1.5 "-I$cache/cmocka-1.1.5/include -DHAVE_STDINT_H -DHAVE_SIGNAL_H -DHAVE_MALLOC_H -DHAVE_STRUCT_TIMESPEC -DHAVE_CLOCK_GETTIME -DHAVE_SNPRINTF -DHAVE_VSNPRINTF -DHAVE_STRINGS_H -DHAVE_INTTYPES_H -DHAVE_UNISTD_H" \
    "$cache/cmocka-1.1.5/src/cmocka.c" "$cache/cmocka-1.1.5/include/cmocka.h" ''

PKG_CONFIG_LIBDIR="$system" cmake -S "$source" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_COMPILER=musl-gcc \
    -DKOTEXT_ICU=OFF -DKOTEXT_WERROR=ON --log-level=WARNING
programs=$(ninja -C "$work/build" -t targets all | sed -nE 's/((unit|spec|property|conformance|fuzz)_[A-Za-z0-9_-]+): phony/\1/p')
# shellcheck disable=SC2086 -- words of their own
cmake --build "$work/build" -j "$(nproc)" --target kotext ktdict $programs
ctest --test-dir "$work/build" -j "$(nproc)" --output-on-failure -R '^(unit|spec|property|conformance|fuzz)_' \
    -E 'linear|long-line' "$@"
