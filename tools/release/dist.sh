#!/bin/sh
# Makes what a release consists of, from a commit and nothing else: the source archive and, built from it, the Debian packages,
# the Python wheel, the bill of materials (SPDX) and the checksums of all. Time stamps are the commit's, so that everybody gets
# the same bytes with the same Debian (tests/compat/reproducible.sh).
#
#   tools/release/dist.sh FOLDER [COMMIT]      COMMIT: HEAD when it is not given
set -eu
usage() { sed -n 's/^#   //p' "$0" >&2; exit 2; }
[ $# -ge 1 ] && [ $# -le 2 ] || usage
here=$(cd "$(dirname "$0")" && pwd)
commit=$(git -C "$here" rev-parse --verify "${2:-HEAD}^{commit}")
"$here/source-archive.sh" "$1" "$commit" >/dev/null
cd "$1"
folder=$PWD
name=$(basename kotext-*.tar.gz .tar.gz)
SOURCE_DATE_EPOCH=$(git -C "$here" show -s --format=%ct "$commit")
export SOURCE_DATE_EPOCH
umask 022 # modes go into the packages

rm -rf "$name"
tar -xzf "$name.tar.gz"
cd "$name"
quietly() { "$@" >>"$folder/log" 2>&1 || { tail -20 "$folder/log" >&2; exit 1; }; }
: >"$folder/log"
quietly cmake --preset debian -DKOTEXT_WERROR=ON --log-level=WARNING
quietly cmake --build --preset debian
quietly cmake --build --preset debian --target wheel
quietly cpack --preset debian
tools/release/sbom.py build/debian/kotext >"$folder/$name.spdx.json"
cp build/debian/packages/*.deb build/debian/wheel/*.whl "$folder"
cd "$folder"
sha256sum "$name.tar.gz" "$name.spdx.json" ./*.deb ./*.whl | sed 's: \./: :' >SHA256SUMS
cat SHA256SUMS
