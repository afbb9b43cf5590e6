#!/bin/bash
# The same data give the same model, byte for byte. PROGRAM SOURCE_DIR. The data are reports of the tree as the
# program itself analyses them: enough to train on, not to be any good.
set -euo pipefail
program=$1 source=$2
training=$(dirname "$program")/onus-training
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
reports=("$source"/corpora/reports/report/*.txt)
ids() { awk -v of="$1" '/^# sent_id = /{print "# sent_id = " of "-" ++n; next} {print}'; }
analyse() { "$program" lint --fail-on never --format conllu "$1" | ids "$2"; }
analyse "${reports[0]}" one > "$room/ewt-train.conllu"
analyse "${reports[1]}" two > "$room/gum-train.conllu"
for run in 1 2; do
  "$training" "$room" "$source/lexicons/en/words" "$room/$run.model" 2> "$room/log" || { cat "$room/log"; exit 1; }
done
cmp "$room/1.model" "$room/2.model"
# The test can fail: other data give another model.
analyse "${reports[2]}" two > "$room/gum-train.conllu"
"$training" "$room" "$source/lexicons/en/words" "$room/3.model" 2> "$room/log"
! cmp -s "$room/1.model" "$room/3.model"
