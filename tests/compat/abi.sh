#!/bin/sh
# Tells what programs that were linked to the last release would miss: compares the shared library's
# binary interface with the one kept beside this script, by abidiff (Debian's abigail-tools). New
# functions are fine; a function, type or constant that goes away or changes is a finding. Not a
# part of ctest: it makes a build of its own with debugging information.
#
#   tests/compat/abi.sh             compare; exit status 1 for a finding
#   tests/compat/abi.sh --update    keep today's interface (at each release, and after a change that
#                                   is meant, before 1.0)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
build=$source/build/abi
kept=$here/libkotext.abi

cmake -S "$source" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_FLAGS_DEBUG="-g -O0" \
    -DKOTEXT_TESTS=OFF -DKOTEXT_LEXICON=OFF --log-level=WARNING >/dev/null
cmake --build "$build" --target kotext_shared >/dev/null

abidw --exported-interfaces-only --headers-dir "$source/libkotext/include" --drop-private-types \
    --no-write-default-sizes --no-parameter-names --no-corpus-path --no-comp-dir-path --short-locs \
    --no-show-locs --type-id-style hash --out-file "$build/libkotext.abi" \
    "$build/libkotext/libkotext.so"
if [ "${1:-}" = --update ]; then
    cp "$build/libkotext.abi" "$kept"
    exit
fi
# Handles may change inside, where no program looks; abidw drops such types itself, but not those whose own header has the name
# of a public one (terms.h, text.h).
sed -nE 's/^typedef struct (kt_[a-z_]+) (kt_[a-z_]+);$/[suppress_type]\nname = \1\n/p' "$source"/libkotext/include/kotext/*.h \
    >"$build/handles.suppr"
status=0
abidiff --no-added-syms --suppressions "$build/handles.suppr" "$kept" "$build/libkotext.abi" || status=$?
[ $status -eq 0 ] || {
    echo "abi.sh: the interface differs from the one that is kept (see above)" >&2
    exit 1
}
echo "abi: all $(grep -c '<elf-symbol ' "$kept") symbols of the kept interface are as they were"
