#!/bin/sh
# Writes kotext-VERSION.tar.gz, the source of a commit, and prints its SHA-256. The same commit gives the
# same bytes anywhere and at any time: names, modes and times come from the commit alone.
#
#   tools/release/source-archive.sh FOLDER [COMMIT]      COMMIT: HEAD when it is not given
set -eu
usage() { sed -n 's/^#   //p' "$0" >&2; exit 2; }
[ $# -ge 1 ] && [ $# -le 2 ] || usage
mkdir -p "$1"
folder=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
commit=$(git rev-parse --verify "${2:-HEAD}^{commit}")
version=$(git show "$commit:CMakeLists.txt" | sed -n 's/^project(kotext VERSION \([0-9.]*\).*/\1/p')
name=kotext-$version

# Of this user's configuration, what could change a byte is set aside.
git -c core.attributesFile=/dev/null -c core.autocrlf=false -c core.eol=lf -c tar.umask=0022 \
    archive --format=tar --prefix="$name/" "$commit" >"$folder/$name.tar"
gzip -9 -n -f "$folder/$name.tar"
cd "$folder"
sha256sum "$name.tar.gz"
