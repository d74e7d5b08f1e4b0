#!/bin/bash
# What bash and fish offer for a line that was begun; zsh's file is parsed. usage: complete.sh FOLDER
set -u
cd "$1" || exit 2
HOME=$(mktemp -d)
export HOME
trap 'rm -rf "$HOME"' EXIT
failed=0

expect() { # WHAT WANT GOT
    [ "$2" = "$3" ] || { echo "$1: got '$3', want '$2'"; failed=1; }
}

# shellcheck source=/dev/null
source ./kotext
in_bash() { # the words of the line, the last one unfinished
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
    _kotext
    echo "${COMPREPLY[*]}"
}
in_fish() {
    fish -c "source kotext.fish; complete -C '$1'" | cut -f1 | tr '\n' ' ' | sed 's/ $//'
}

expect bash 'romanize' "$(in_bash kotext rom)"
expect bash '--scheme' "$(in_bash kotext romanize --sch)"
expect bash 'bgn-dprk' "$(in_bash kotext romanize --scheme bg)"
expect bash 'bgn-dprk' "$(in_bash kotext romanize --scheme = bg)"
expect bash 'convert' "$(in_bash kotext subtitle con)"
expect bash '' "$(in_bash kotext romanize con)"
expect fish 'romanize' "$(in_fish 'kotext rom')"
expect fish '--scheme' "$(in_fish 'kotext romanize --sch')"
expect fish 'bgn-dprk' "$(in_fish 'kotext romanize --scheme bg')"
expect fish 'convert' "$(in_fish 'kotext subtitle con')"
zsh -n _kotext || failed=1
expect zsh "$(sed -n 's/^    \(.*\)) options=.*/\1/p' kotext | sort)" "$(sed -n 's/^    \(.*\)) _arguments.*/\1/p' _kotext | sort)"
expect man '' "$(groff -k -man -Tutf8 -ww kotext.1 2>&1 >/dev/null)"
exit $failed
