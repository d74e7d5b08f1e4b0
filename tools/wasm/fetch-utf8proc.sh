#!/bin/sh
# Fetches the source of utf8proc, which a browser has no library of, as Debian 12 has it: with apt-get, from Debian's archive,
# checked against its sha256. Does nothing where it is there already. Needs no root.
# Usage: fetch-utf8proc.sh [FOLDER]      by default the cache: $KOTEXT_CACHE, or ~/.cache/kotext
set -eu
folder=${1:-${KOTEXT_CACHE:-$HOME/.cache/kotext}/utf8proc-2.8.0}
archive=utf8proc_2.8.0.orig.tar.gz
sha256=a0a60a79fe6f6d54e7d411facbfcc867a6e198608f2cd992490e46f04b1bcecc
[ -f "$folder/utf8proc_data.c" ] && exit
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
(cd "$new" && apt update && apt source --download-only utf8proc=2.8.0-1) >"$new/log" 2>&1 || {
    cat "$new/log" >&2
    echo "fetch-utf8proc.sh: could not fetch the source of utf8proc (see above)" >&2
    exit 3
}
echo "$sha256  $new/$archive" | sha256sum --check --status || {
    echo "fetch-utf8proc.sh: $archive is not the pinned one (sha256 differs)" >&2
    exit 2
}
tar -xzf "$new/$archive" -C "$new" --strip-components=1
rm -rf "$new/lists" "$new/log" "$new/source.sources" "$new"/utf8proc_2* "$folder"
mv "$new" "$folder"
