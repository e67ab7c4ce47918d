#!/bin/bash
# fuzz.sh FUZZER SECONDS [TARGET…]: each target in turn, from its corpus in this folder. What is found is kept in .build-fuzz/found
# and ends the run; put it into the corpus and a test of its own.
set -eu
fuzzer=$1 seconds=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
[ $# -gt 0 ] || mapfile -t targets < <("$fuzzer")
[ $# -eq 0 ] || targets=("$@")
# A trap must end the process at once, and cmark and Yams keep what they allocated once.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
work=$(dirname "$fuzzer")/../../found
mkdir -p "$work"
for target in "${targets[@]}"; do
  mkdir -p "$work/$target.corpus"
  if ! FUZZ=$target "$fuzzer" "$work/$target.corpus" "$here/Corpus/$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 \
    -max_len=4096 -print_final_stats=1 -artifact_prefix="$work/$target-" >"$work/$target.log" 2>&1; then
    tail -n 30 "$work/$target.log"
    echo "$target: found something, see $work/$target.log" >&2
    exit 1
  fi
  echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$work/$target.log") inputs in $seconds s, nothing found"
done
