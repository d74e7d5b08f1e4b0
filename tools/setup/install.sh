#!/bin/sh
# Installs the Debian packages of a stage (build, test, browser, release) that are missing, and the pinned data
# packages. Usage: tools/setup/install.sh build|test|browser|release
set -eu
here=$(cd "$(dirname "$0")" && pwd)
stage=${1:?usage: install.sh build|test|browser|release}

wanted() {
    awk -v stage="$stage" '!/^#/ && ($1 == "build" || $1 == stage) {print $2}' "$here/debian-packages.txt"
}

is_installed() {
    dpkg-query -W -f '${Status}\n' "$1" 2>/dev/null | grep -q 'ok installed'
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

missing=
for package in $(wanted); do
    is_installed "$package" || missing="$missing $package"
done
if [ -n "$missing" ]; then
    echo "Installing:$missing"
    as_root apt-get update -qq
    # shellcheck disable=SC2086 # one word a package
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
fi
exec "$here/fetch-data.sh"
