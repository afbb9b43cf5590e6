#!/bin/bash
# A model file that is missing, damaged or something else ends the run with one clear line and exit code 2.
# PROGRAM SOURCE_DIR.
set -euo pipefail
program=$1 source=$2
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cp -r "$source/lexicons/en" "$room/en"
model=$room/en/english.model
echo "He hit her." > "$room/report.txt"

expect() {  # WHAT WORDS: the run fails, and says so in one line that has these words and names the file
  local code=0
  ONUS_LEXICONS=$room "$program" lint "$room/report.txt" > "$room/out" 2> "$room/err" || code=$?
  if [[ $code != 2 || -s $room/out || $(wc -l < "$room/err") != 1 ]] || ! grep -q "english.model.*$2" "$room/err"; then
    echo "$1: exit code $code, and:"
    cat "$room/out" "$room/err"
    exit 1
  fi
}

whole=$(stat -c %s "$model")
head -c $((whole / 2)) "$source/lexicons/en/english.model" > "$model"
expect "half a model" "damaged"
cp "$source/lexicons/en/english.model" "$model"
printf 'x' | dd of="$model" bs=1 seek=$((whole / 2)) conv=notrunc status=none
expect "one byte" "damaged"
: > "$model"
expect "nothing" "can't be read"
echo "not a model" > "$model"
expect "another file" "not a model"
rm "$model"
expect "no model" "can't be opened"
cp "$source/lexicons/en/english.model" "$model"
ONUS_LEXICONS=$room "$program" lint --fail-on never "$room/report.txt" > "$room/out"
