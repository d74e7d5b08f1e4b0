#!/bin/sh
# Run by try-packages.sh inside the other root, beside the packages.
set -eu
cd /try
quiet='apt-get -qq -o Dpkg::Use-Pty=0 --no-install-recommends'

expect() { # WANT COMMAND...
    want=$1
    shift
    got=$("$@" 2>&1) || true
    [ "$got" = "$want" ] || { echo "$*: got '$got', want '$want'"; exit 1; }
    echo "ok: $*"
}

$quiet update
$quiet install -y ./kotext_*.deb >/dev/null
echo '-- the command alone'
echo 독립문 >word.txt
expect Dongnimmun kotext romanize word.txt
expect 0 sh -c 'dpkg -l | grep -c "libkotext0" || true'

echo '-- Python, SQLite'
$quiet install -y ./libkotext0_*.deb ./python3-kotext_*.deb ./libsqlite3-mod-kotext_*.deb sqlite3 >/dev/null
expect Dongnimmun python3 -c 'import kotext; print(kotext.romanize("독립문"))'
expect '판문점에서' sqlite3 :memory: '.load mod_kotext' "CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'kotext')" \
    "INSERT INTO t VALUES ('판문점에서')" "SELECT x FROM t('panmunjom')"

echo '-- C and C++'
$quiet install -y ./libkotext-dev_*.deb gcc g++ libc6-dev pkg-config cmake make >/dev/null
gcc consumer.c $(pkg-config --cflags --libs kotext) -o shared
expect hangeul ./shared
gcc consumer.c $(pkg-config --cflags --libs --static kotext | sed 's/-lkotext/-l:libkotext.a/') -lm -o static
expect hangeul ./static
mkdir -p project
cp consumer.c project
cp project.cmake project/CMakeLists.txt
cmake -S project -B project/build >/dev/null
cmake --build project/build >/dev/null
for way in shared static shared_cxx static_cxx; do expect hangeul "project/build/$way"; done

echo '-- pages and completions'
for file in /usr/share/man/man1/kotext.1 /usr/share/bash-completion/completions/kotext \
    /usr/share/zsh/site-functions/_kotext /usr/share/fish/vendor_completions.d/kotext.fish; do
    ls "$file"* || [ "${file#/usr/share/man}" != "$file" ] # dpkg of small systems leaves man pages out
done

echo '-- removed'
dpkg-query -L kotext libkotext0 libkotext-dev python3-kotext libsqlite3-mod-kotext | sort -u | grep kotext >installed.txt
$quiet purge -y kotext libkotext0 libkotext-dev python3-kotext libsqlite3-mod-kotext >/dev/null
while read -r file; do
    [ ! -e "$file" ] || { echo "left behind: $file"; exit 1; }
done <installed.txt
echo "ok: none of $(wc -l <installed.txt) files is left"
