#!/bin/sh
# Builds the Debian packages and tries them in a root of their own: a bare Debian 12 made by debootstrap, where they
# are installed, used by the command, C and C++ programs (pkg-config and CMake, shared and static), Python and
# SQLite, and removed without a trace. Needs root, debootstrap and a mirror; takes a few minutes.
# usage: tools/packaging/try-packages.sh [ROOT]     ROOT: a base system to use, made there when it is missing
set -eu
cd "$(dirname "$0")/../.."
source=$PWD
root=${1:-$(mktemp -d)/root}

step() { printf '\n== %s\n' "$*"; }

step 'cmake, cpack'
cmake --preset debian >/dev/null
cmake --build --preset debian >build/debian/build.log 2>&1 || { tail build/debian/build.log; exit 1; }
rm -rf build/debian/packages
cpack --preset debian >build/debian/cpack.log 2>&1 || { tail build/debian/cpack.log; exit 1; }
ls build/debian/packages/*.deb

if [ ! -x "$root/usr/bin/apt-get" ]; then
    step "debootstrap bookworm $root"
    debootstrap --variant=minbase bookworm "$root" >build/debian/debootstrap.log 2>&1 || { tail build/debian/debootstrap.log; exit 1; }
fi
mkdir -p "$root/try"
cp build/debian/packages/*.deb tests/consume/consumer.c tests/consume/project.cmake "$source/tools/packaging/inside.sh" "$root/try"
step "chroot $root"
exec chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes sh /try/inside.sh
