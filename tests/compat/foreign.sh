#!/bin/sh
# Builds kotext for another kind of machine and runs its tests: i386 has 32 bits, s390x the other
# byte order, arm64 its own vectors and a `char` without a sign. Not a part of ctest: it needs root,
# debootstrap, the network, and for all but i386 an hour or so, since each program runs under qemu.
#
#   tests/compat/foreign.sh ROOT i386|s390x|arm64 [CTEST-OPTION...]
#
# ROOT is a Debian 12 root that is made when it is not there, and kept; its /build-ARCH has the
# build. It sees this source folder read-only. What is left out: lints, tests of time, and those where a
# program of the machine itself calls or loads what was built: consumers, bindings, editors, the report.
set -eu
usage() { sed -n 's/^#   //p' "$0" >&2; exit 2; }
[ $# -ge 2 ] || usage
root=$1 arch=$2
shift 2
source=$(cd "$(dirname "$0")/../.." && pwd)
case $arch in
    i386) tuple=i386-linux-gnu tools=i686-linux-gnu runner=/usr/bin/env ;;
    arm64) tuple=aarch64-linux-gnu tools=aarch64-linux-gnu runner=/usr/bin/qemu-aarch64 ;;
    s390x) tuple=s390x-linux-gnu tools=s390x-linux-gnu runner=/usr/bin/qemu-s390x ;;
    *) usage ;;
esac

# A launcher of this machine's compilers is none of the root's.
in_root() {
    chroot "$root" /usr/bin/env -u CMAKE_C_COMPILER_LAUNCHER -u CMAKE_CXX_COMPILER_LAUNCHER DEBIAN_FRONTEND=noninteractive \
        HOME=/root "$@"
}

make_root() {
    debootstrap --variant=minbase --include=ca-certificates bookworm "$root" http://deb.debian.org/debian
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    mkdir -p "$root/kotext" "$root/root/.cache/kotext"
    in_root apt-get update -q
    # What tools/setup/debian-packages.txt names for this machine.
    in_root apt-get install -y -q --no-install-recommends qemu-user \
        $(awk '$1 == "build" || $1 == "test" {print $2}' "$source/tools/setup/debian-packages.txt")
}

# Programs that run under another machine's loader, found where Debian puts its libraries.
add_machine() {
    in_root dpkg --add-architecture "$arch"
    in_root apt-get update -q
    in_root apt-get install -y -q --no-install-recommends "gcc-$tools" "g++-$tools"
    in_root apt-get install -y -q --no-install-recommends libc6:$arch libgcc-s1:$arch libicu-dev:$arch \
        libutf8proc-dev:$arch libuchardet-dev:$arch libcmocka-dev:$arch
}

leave() {
    for place in kotext root/.cache/kotext proc dev; do umount "$root/$place" 2>/dev/null || true; done
}

[ -e "$root/etc/debian_version" ] || make_root
[ -e "$root/usr/lib/$tuple/libicuuc.so" ] || add_machine
trap leave EXIT
mount --bind /dev "$root/dev"
mount --bind /proc "$root/proc"
mount --bind "$source" "$root/kotext"
mkdir -p "${KOTEXT_CACHE:-$HOME/.cache/kotext}"
mount --bind "${KOTEXT_CACHE:-$HOME/.cache/kotext}" "$root/root/.cache/kotext"

in_root PKG_CONFIG_LIBDIR="/usr/lib/$tuple/pkgconfig:/usr/share/pkgconfig" \
    cmake -S /kotext -B "/build-$arch" -G Ninja -DCMAKE_BUILD_TYPE=Release -DKOTEXT_WERROR=ON \
    -DCMAKE_SYSTEM_NAME=Linux -DCMAKE_SYSTEM_PROCESSOR="${tuple%%-*}" -DCMAKE_C_COMPILER="$tools-gcc" \
    -DCMAKE_CROSSCOMPILING_EMULATOR="$runner"
in_root cmake --build "/build-$arch" -j "$(nproc)"
in_root ctest --test-dir "/build-$arch" -j "$(nproc)" --timeout 3600 --output-on-failure \
    -E 'long-line|lint|linear|consume|interop|^(python|sqlite|postgresql|node|editors|bench)|conformance_report' "$@"
