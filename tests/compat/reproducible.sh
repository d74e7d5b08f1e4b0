#!/bin/sh
# Builds one commit twice and compares what comes out byte for byte: the source archive, and from it, unpacked in
# two folders, the data, the libraries, the command, the bindings and the Debian packages, all with debugging
# information too. The second build is in a folder with another name and length, later, in another time zone,
# locale and umask, one job at a time, without a home. Not a part of ctest: it takes some minutes.
#
#   tests/compat/reproducible.sh [COMMIT]      COMMIT: HEAD when it is not given
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
commit=$(git -C "$source" rev-parse --verify "${1:-HEAD}^{commit}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export KOTEXT_CACHE="${KOTEXT_CACHE:-$HOME/.cache/kotext}" CFLAGS=-g ASMFLAGS=-g
unset CMAKE_C_COMPILER_LAUNCHER CMAKE_CXX_COMPILER_LAUNCHER SOURCE_DATE_EPOCH

# In a folder that has the archive: all of it is told by the commit but the packages' time stamps.
build() { # FOLDER JOBS
    mkdir -p "$1"
    cd "$1"
    "$source/tools/release/source-archive.sh" . "$commit" >/dev/null
    tar -xzf kotext-*.tar.gz --strip-components=1
    export SOURCE_DATE_EPOCH="$(git -C "$source" show -s --format=%ct "$commit")"
    cmake --preset debian -DKOTEXT_WERROR=ON --log-level=WARNING >log 2>&1 &&
        cmake --build --preset debian -j "$2" >>log 2>&1 && cpack --preset debian >>log 2>&1 || {
        tail -20 log >&2
        exit 1
    }
}

# What a user gets. Folders of the build system stay out.
list() { # FOLDER
    cd "$1"
    find kotext-*.tar.gz build/debian \( -name CMakeFiles -o -name _CPack_Packages \) -prune -o -type f \
        \( -name '*.tar.gz' -o -name '*.ktd' -o -name '*.bin' -o -name '*.a' -o -name '*.so*' -o -name '*.node' -o -name '*.deb' \
        -o -name '*.pc' -o -path '*/generated/*' -o -path '*/python/*' -o -path build/debian/kotext \) -print |
        LC_ALL=C sort | xargs sha256sum
}

other="$work/another place, with a longer name"
(umask 022 && export TZ=UTC LC_ALL=C.UTF-8 && build "$work/a" "$(nproc)")
(umask 077 && export TZ=Pacific/Chatham LC_ALL=C HOME=/nonexistent && build "$other" 1)
(list "$work/a") >"$work/first"
(list "$other") >"$work/second"
diff "$work/first" "$work/second" || {
    echo "reproducible.sh: two builds of $commit differ in the files above" >&2
    exit 1
}
cat "$work/first"
echo "reproducible: $(wc -l <"$work/first") files, twice the same bytes"
