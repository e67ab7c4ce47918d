#!/usr/bin/env bash
# bench.sh TAMRA [CHAPTERS=1000] [RUNS=3]: times tamra against the cmark-gfm floor on a synthetic course, in turn, in one run.
# Machines are noisy: read the ratios. Peak memory is the largest process's.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tamra=$(realpath "$1") chapters=${2:-1000} runs=${3:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cc -O2 "$here/floor.c" -o "$work/floor" $(pkg-config --cflags --libs libcmark-gfm) -lcmark-gfm-extensions
for size in "$((chapters / 4))" "$chapters"; do
  python3 "$here/corpus.py" "$work/$size" "$size"
  cp -r "$work/$size" "$work/$size-reading"
  mkdir -p "$work/$size-reading/Site"
  echo 'practice: false' >"$work/$size-reading/Site/site.yml"
done
python3 "$here/measure.py" "$work" "$tamra" "$chapters" "$runs"
