#!/usr/bin/env bash
# Fuzzes every target for the given time: fuzz/run.sh SECONDS [TARGET…]. Python is $PYTHON (it needs dipevents and atheris).
# New inputs stay in $FUZZ_WORK (default: build/fuzz), findings as well; a finding makes the exit code 1.
# A finding is mended with its input kept, as short as it gets, in fuzz/corpus/TARGET/.
set -euo pipefail
seconds=${1:?usage: fuzz/run.sh SECONDS [TARGET…]}
shift
here=$(cd "$(dirname "$0")" && pwd)
work=${FUZZ_WORK:-$here/../build/fuzz}
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(dates quotes parse json edits)
failed=0
for target in "${targets[@]}"; do
  mkdir -p "$work/$target" "$work/findings"
  echo "== $target, $seconds s"
  "${PYTHON:-python3}" "$here/fuzz.py" "$target" "$work/$target" "$here/corpus/$target" \
    -max_total_time="$seconds" -max_len=2000 -timeout=60 -rss_limit_mb=4096 -dict="$here/words.dict" \
    -artifact_prefix="$work/findings/$target-" -print_final_stats=1 -verbosity=1 > "$work/$target.log" 2>&1 ||
    { failed=1; echo "finding, see $work/$target.log"; }
  grep -E 'stat::number_of_executed_units|^DONE|Done ' "$work/$target.log" | tail -n 2 || true
done
exit $failed
