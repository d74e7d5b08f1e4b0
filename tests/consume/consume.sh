#!/bin/sh
# Installs the build into a scratch prefix and builds the consumer against it in every way.
# usage: consume.sh BUILD_DIR SOURCE_DIR [no-words]
set -eu
build=$1
source=$2
words=${3:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix=$work/prefix

cmake --install "$build" --prefix "$prefix" >/dev/null
# The .pc file names the prefix it was configured with; --define-prefix moves it here.
libdir=$(dirname "$(find "$prefix" -name 'libkotext.so')")
export PKG_CONFIG_PATH=$libdir/pkgconfig LD_LIBRARY_PATH=$libdir

expect() {
    got=$("$@")
    [ "$got" = hangeul ] || { echo "$*: got '$got', want 'hangeul'"; exit 1; }
    echo "ok: $(basename "$1")"
}

flags=$(pkg-config --define-prefix --cflags --libs kotext)
# shellcheck disable=SC2086 # several flags
cc "$source/consumer.c" $flags -o "$work/pkgconfig_shared"
expect "$work/pkgconfig_shared"

# shellcheck disable=SC2086
c++ -x c++ "$source/consumer.c" -x none $flags -o "$work/pkgconfig_cxx"
expect "$work/pkgconfig_cxx"

flags=$(pkg-config --define-prefix --static --cflags --libs kotext | sed 's/-lkotext/-l:libkotext.a/')
# shellcheck disable=SC2086
cc "$source/consumer.c" $flags -o "$work/pkgconfig_static"
expect "$work/pkgconfig_static"

# blocks FILE LANGUAGE PREFIX: the fenced blocks of a Markdown file as PREFIX1.h, PREFIX2.h ...
blocks() {
    awk -v fence="\`\`\`$2" -v prefix="$3" '/^```/ { on = $0 == fence; n += on; next } on { print > (prefix n ".h") }' "$1"
}

root=$source/../..
blocks "$root/docs/api.md" c "$work/guide-"
[ "$(ls "$work" | grep -c '^guide-')" = 6 ] || { echo "docs/api.md has blocks that guide.c does not include"; exit 1; }
flags=$(pkg-config --define-prefix --cflags --libs kotext)
# shellcheck disable=SC2086 # the blocks use little of what they declare
cc -Wall -Wextra -Werror -Wno-unused-variable -Wno-unused-but-set-variable -I "$work" "$source/guide.c" $flags -o "$work/guide"
"$work/guide" ${words:+"$words"}
echo "ok: docs/api.md"

blocks "$root/README.md" c "$work/readme-"
blocks "$root/README.md" text "$work/printed-"
mv "$work/readme-1.h" "$work/names.c"
# shellcheck disable=SC2086
cc -Wall -Wextra -Werror "$work/names.c" $flags -o "$work/names"
"$work/names" | diff "$work/printed-1.h" -
echo "ok: README.md"

mkdir "$work/project"
cp "$source/consumer.c" "$work/project"
cp "$source/project.cmake" "$work/project/CMakeLists.txt"
cmake -G Ninja -S "$work/project" -B "$work/project/build" -DCMAKE_PREFIX_PATH="$prefix" >/dev/null
cmake --build "$work/project/build" >/dev/null
for way in shared static shared_cxx static_cxx; do expect "$work/project/build/$way"; done
expect sh -c "printf '한글\n' | '$prefix/bin/kotext' romanize --scheme rr"
