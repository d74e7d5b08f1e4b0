#!/bin/sh
# Builds kotext in each way of the table below and runs the unit, specification, property and conformance tests and
# the command's transcripts; the data that each build makes must be the same, byte for byte. Not a part of ctest: it
# takes some minutes a row. With link time optimisation, where each program takes as long as the library, only the transcripts
# run. Other machines are foreign.sh's, another C library musl.sh's.
#
#   tests/compat/matrix.sh [ROW...]      all rows when none is given
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
work=$source/build/matrix
every='^(unit|spec|property|conformance|cli)_'
slow='linear|long-line'

# Row, compiler, flags. Optimisation is all that a row changes in the warnings, which are errors.
rows() {
    cat <<'ROWS'
gcc-O0         gcc    -O0
gcc-O1         gcc    -O1
gcc-O2         gcc    -O2
gcc-O3         gcc    -O3
gcc-Os         gcc    -Os
gcc-lto        gcc    -O2 -flto=auto
gcc-v3         gcc    -O3 -march=x86-64-v3
gcc-hardened   gcc    -O2 -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection -fcf-protection=full -ftrivial-auto-var-init=pattern -Wl,-z,relro,-z,now,-z,noexecstack
gcc-unsigned   gcc    -O2 -funsigned-char
clang-O0       clang  -O0
clang-O1       clang  -O1
clang-O2       clang  -O2
clang-O3       clang  -O3
clang-lto      clang  -O2 -flto -fuse-ld=lld
clang-v3       clang  -O3 -march=x86-64-v3
clang-hardened clang  -O2 -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fstack-clash-protection -fcf-protection=full -ftrivial-auto-var-init=pattern -Wl,-z,relro,-z,now,-z,noexecstack
ROWS
}

programs() { # BUILD: the targets of the tests, as far as they are programs, and what the transcripts run
    ninja -C "$1" -t targets all | sed -nE "s/($tests[A-Za-z0-9_-]+): phony/\1/p"
    echo kotext ktdict mod_kotext python bench_launch
}

build() { # ROW COMPILER FLAGS
    case $2 in clang) tools=-DCMAKE_AR=/usr/bin/llvm-ar\ -DCMAKE_RANLIB=/usr/bin/llvm-ranlib ;; *) tools= ;; esac
    # shellcheck disable=SC2086 -- words of their own
    CFLAGS=$(echo "$3" | sed -E 's/ -(Wl,|fuse-ld=)[^ ]*//g') LDFLAGS=$(echo "$3" | grep -oE -- '-(Wl,|fuse-ld=)[^ ]*' | tr '\n' ' ') \
        cmake -S "$source" -B "$work/$1" -G Ninja -DCMAKE_BUILD_TYPE= -DCMAKE_C_COMPILER="$2" $tools -DKOTEXT_WERROR=ON \
        --log-level=WARNING &&
        cmake --build "$work/$1" -j "$(nproc)" --target $(programs "$work/$1")
}

# A program is as hardened as its least object, so both marks of Intel's CET must be on each of the library's.
hardened() { # ROW
    case $1 in *-hardened) ;; *) return 0 ;; esac
    for object in $(find "$work/$1/libkotext" -name '*.o'); do
        readelf -n "$object" | grep -q 'IBT, SHSTK' || { echo "$object is not marked for CET"; return 1; }
    done
}

run() { # ROW COMPILER FLAGS
    build "$@" || { echo "it does not build"; return 1; }
    hardened "$1" || return 1
    (cd "$work/$1" && sha256sum kotext.ktd pairs.bin) >"$work/$1.sha256"
    [ -e "$work/data.sha256" ] || cp "$work/$1.sha256" "$work/data.sha256"
    diff "$work/data.sha256" "$work/$1.sha256" || { echo "it makes other data than the first row"; return 1; }
    ctest --test-dir "$work/$1" -j "$(nproc)" --output-on-failure -R "$tests" -E "$slow"
}

mkdir -p "$work"
rm -f "$work/data.sha256"
[ $# -gt 0 ] || set -- $(rows | awk '{print $1}')
red=0
for row in "$@"; do
    line=$(rows | grep "^$row ") || { echo "matrix.sh: no row $row" >&2; exit 2; }
    compiler=$(echo "$line" | awk '{print $2}')
    flags=$(echo "$line" | sed -E 's/^[^ ]+ +[^ ]+ +//')
    case $row in *-lto) tests='^cli_' ;; *) tests=$every ;; esac
    rm -rf "${work:?}/$row"
    if run "$row" "$compiler" "$flags" >"$work/$row.log" 2>&1; then
        echo "$row: green, $(grep -o 'out of [0-9]*' "$work/$row.log" | tail -1 | cut -c8-) tests"
    else
        red=1
        echo "$row: RED, see $work/$row.log"
        tail -5 "$work/$row.log"
    fi
    rm -rf "${work:?}/$row"
done
exit $red
