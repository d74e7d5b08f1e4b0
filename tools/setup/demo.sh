#!/bin/sh
# From a bare Debian machine to a bilingual glossary: installs what is missing, builds release,
# and runs the main job on the bundled sample.
set -eu
cd "$(dirname "$0")/../.."
tools/setup/install.sh build
mkdir -p build
{
    cmake --preset release -DKOTEXT_TESTS=OFF
    cmake --build --preset release
} >build/demo.log 2>&1 || { cat build/demo.log; exit 1; }

kotext=build/release/kotext
sample=docs/samples/liaison-office

show() {
    printf '\n$ kotext %s\n' "$*"
    "$kotext" "$@"
}

show align $sample.ko.txt $sample.en.txt
show align $sample.ko.srt $sample.en.srt
printf '\n$ head -1 %s | kotext romanize --scheme rr\n' $sample.ko.txt
head -1 $sample.ko.txt | "$kotext" romanize --scheme rr
printf '\n$ sed -n 5p %s | kotext segment --unit sentence\n' $sample.ko.txt
sed -n 5p $sample.ko.txt | "$kotext" segment --unit sentence
printf '\n$ echo 국립중앙박물관 | kotext pronounce --explain\n'
echo 국립중앙박물관 | "$kotext" pronounce --explain
printf '\nThe command is %s; try "%s --help".\n' "$kotext" "$kotext"
