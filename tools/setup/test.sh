#!/bin/sh
# Installs what is missing, then builds and runs every test: release (quick and full tiers), the
# sanitizer build, the thread sanitizer build (by clang) and the build without ICU.
# Usage: tools/setup/test.sh [quick]      quick: the release build's quick tier alone
set -eu
cd "$(dirname "$0")/../.."
tools/setup/install.sh test

run() {
    printf '\n== %s\n' "$*"
    "$@"
}

# A preset is configured, built and tested; warnings are errors everywhere.
check() {
    run cmake --preset "$1" -DKOTEXT_TESTS=ON -DKOTEXT_WERROR=ON --log-level=WARNING
    run cmake --build --preset "$1"
    run ctest --preset "${2:-$1}"
}

if [ "${1:-}" = quick ]; then
    check release quick
    exit
fi
check release
check asan
check tsan
check noicu
