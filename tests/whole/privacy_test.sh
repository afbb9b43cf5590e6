#!/bin/bash
# What is read stays here: `onus lint` opens no IPv4 or IPv6 socket, leaves no file behind, and writes no word of
# the report anywhere but to where it was asked to. Watched with strace.
#
# Usage: privacy_test.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home" "$work/tmp" "$work/in" "$work/out"
export HOME=$work/home TMPDIR=$work/tmp XDG_CACHE_HOME=$work/home/.cache
# LeakSanitizer can't run under strace.
export ASAN_OPTIONS=detect_leaks=0

word=Zuckenbrook
cat > "$work/in/report.txt" <<REPORT
5. Analysis

Ms $word failed to protect the children from Mr $word. The couple have a volatile relationship. Ms $word was
assaulted in the kitchen.
REPORT
cp "$work/in/report.txt" "$work/in/copy.txt"

fail() { echo "FAIL: $*"; exit 1; }
listing() { (cd "$work" && find home tmp in -printf '%p %s %T@\n' | sort); }

# run NAME ARGUMENT…: the program under strace; the trace goes to $work/out/NAME.strace.
run() {
  local name=$1 code=0; shift
  strace -f -qq -s 4096 -e trace=network,openat,open,creat,write,pwrite64,writev,sendto,rename,renameat,renameat2,unlink \
    -o "$work/out/$name.strace" "$program" "$@" > "$work/out/$name.stdout" 2> "$work/out/$name.stderr" || code=$?
  [[ $code == 0 || $code == 1 ]] || { cat "$work/out/$name.stderr"; fail "$name ended with $code"; }
}

no_sockets() {
  ! grep -E 'socket(pair)?\(AF_INET6?\b' "$work/out/$1.strace" || fail "$1 opened a socket"
}

# Files that were opened to be written, made or renamed, but for the terminal and what was asked for.
no_other_files() {
  local name=$1 allowed=$2
  ! grep -E '(openat|open|creat)\(.*(O_WRONLY|O_RDWR|O_CREAT)' "$work/out/$name.strace" |
    grep -vE '"/dev/(null|tty)"|"/proc/' | grep -vE "$allowed" || fail "$name wrote a file it was not asked for"
}

before=$(listing)

run text lint "$work/in/report.txt"
grep -q "$word" "$work/out/text.stdout" || fail "the report was not read; this test would see nothing"
no_sockets text
no_other_files text '^$'
[[ $(listing) == "$before" ]] || fail "lint changed or left a file"
! grep -q "$word" "$work/out/text.stderr" || fail "a word of the report is on standard error"

run output lint --format json --output "$work/out/report.json" "$work/in/report.txt"
no_sockets output
no_other_files output "\"$work/out/report\.json"
[[ $(listing) == "$before" ]] || fail "lint --output changed or left a file"
[[ $(find "$work/out" -name 'report.json*' | wc -l) == 1 ]] || fail "a draft of the output is left"
[[ $(stat -c %a "$work/out/report.json") == 600 ]] || fail "others may read the output"

run scan scan --quiet --jobs 2 --store "$work/out/archive.db" "$work/in"
no_sockets scan
no_other_files scan "\"$work/out/archive\.db"
[[ $(listing) == "$before" ]] || fail "scan changed or left a file"
! grep -aq "$word" "$work/out/archive.db" "$work/out/scan.stdout" "$work/out/scan.stderr" ||
  fail "a word of the report is in the store"
! grep -aqE 'kitchen|Analysis|children' "$work/out/archive.db" || fail "words of the report are in the store"
for file in "$work"/out/archive.db*; do
  [[ $(stat -c %a "$file") == 600 ]] || fail "others may read $file"
done

# The test itself has to be able to fail.
cat > "$work/out/self.strace" <<'TRACE'
1 socket(AF_INET, SOCK_STREAM, 0) = 3
TRACE
! (no_sockets self) > /dev/null || fail "this test does not see a socket"
echo 'openat(AT_FDCWD, "/tmp/x", O_WRONLY|O_CREAT, 0600) = 3' > "$work/out/self.strace"
! (no_other_files self '^$') > /dev/null || fail "this test does not see a file"
echo "nothing leaves, nothing is left"
