#!/bin/sh
# Makes a release of one commit twice (tools/release/dist.sh) and compares byte for byte what comes out, and what lies in the
# build: data, libraries, command, bindings, with debugging information. The second time is later, in a folder with another
# name and length, another time zone, locale and umask, one job at a time, without a home. Not a part of ctest: it takes some
# minutes.
#
#   tests/compat/reproducible.sh [COMMIT]      COMMIT: HEAD when it is not given
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
commit=$(git -C "$source" rev-parse --verify "${1:-HEAD}^{commit}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
one=$work/a other="$work/another place, with a longer name"
export KOTEXT_CACHE="${KOTEXT_CACHE:-$HOME/.cache/kotext}" CFLAGS=-g ASMFLAGS=-g
unset CMAKE_C_COMPILER_LAUNCHER CMAKE_CXX_COMPILER_LAUNCHER

make_release() { "$source/tools/release/dist.sh" "$1" "$commit" >/dev/null; }

# What a user gets; folders of the build system stay out.
list() { # FOLDER
    cd "$1"
    find . \( -name CMakeFiles -o -name _CPack_Packages -o -path './kotext-*/build/debian/wheel' -o -name '*.egg-info' \
        -o -path '*/python/build' \) -prune -o -type f \
        \( -path './kotext-*.*' ! -path './kotext-*/*' -o -path './*.deb' -o -path './*.whl' -o -name '*.ktd' -o -name '*.bin' \
        -o -name '*.a' -o -name '*.so*' -o -name '*.node' -o -name '*.pc' -o -path '*/debian/generated/*' \
        -o -path '*/debian/python/*' -o -path '*/debian/kotext' \) -print |
        LC_ALL=C sort | tr '\n' '\0' | xargs -0 sha256sum
}

(umask 022 && export TZ=UTC LC_ALL=C.UTF-8 && make_release "$one")
(umask 077 && export TZ=Pacific/Chatham LC_ALL=C HOME=/nonexistent CMAKE_BUILD_PARALLEL_LEVEL=1 && make_release "$other")
(list "$one") >"$work/first"
(list "$other") >"$work/second"
diff "$work/first" "$work/second" || {
    echo "reproducible.sh: two builds of $commit differ in the files above" >&2
    exit 1
}
cat "$work/first"
echo "reproducible: $(wc -l <"$work/first") files, twice the same bytes"
