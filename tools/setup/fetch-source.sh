#!/bin/sh
# Fetches the source of a library as Debian 12 has it, for machines that Debian has no library for (browsers, musl):
# with apt-get, from Debian's archive, checked against its sha256. Does nothing where it is there already. Needs no root.
# Usage: fetch-source.sh utf8proc|cmocka [FOLDER]      by default the cache: $KOTEXT_CACHE, or ~/.cache/kotext
set -eu
case ${1:-} in
    utf8proc) version=2.8.0 debian=1 archive=utf8proc_2.8.0.orig.tar.gz inside=utf8proc_data.c
        sha256=a0a60a79fe6f6d54e7d411facbfcc867a6e198608f2cd992490e46f04b1bcecc ;;
    cmocka) version=1.1.5 debian=2.1 archive=cmocka_1.1.5.orig.tar.xz inside=src/cmocka.c
        sha256=f0ccd8242d55e2fd74b16ba518359151f6f8383ff8aef4976e48393f77bba8b6 ;;
    *) sed -n 's/^# Usage: //p' "$0" >&2; exit 2 ;;
esac
folder=${2:-${KOTEXT_CACHE:-$HOME/.cache/kotext}/$1-$version}
[ -f "$folder/$inside" ] && exit
new=$folder.new
rm -rf "$new"
mkdir -p "$new/lists/partial"
cat >"$new/source.sources" <<SOURCES
Types: deb-src
URIs: http://deb.debian.org/debian
Suites: bookworm
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
SOURCES
apt() {
    apt-get -qq -o Dir::Etc::sourcelist="$new/source.sources" -o Dir::Etc::sourceparts=/dev/null -o Dir::State::lists="$new/lists" \
        -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= "$@"
}
(cd "$new" && apt update && apt source --download-only "$1=$version-$debian") >"$new/log" 2>&1 || {
    cat "$new/log" >&2
    echo "fetch-source.sh: could not fetch the source of $1 (see above)" >&2
    exit 3
}
echo "$sha256  $new/$archive" | sha256sum --check --status || {
    echo "fetch-source.sh: $archive is not the pinned one (sha256 differs)" >&2
    exit 2
}
tar -xf "$new/$archive" -C "$new" --strip-components=1
rm -rf "$new/lists" "$new/log" "$new/source.sources" "$new/$1"_[0-9]* "$folder"
mv "$new" "$folder"
