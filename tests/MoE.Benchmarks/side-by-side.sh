#!/bin/bash
# Runs the peers (C++, OpenBLAS, PyTorch, ...) and our models case by case, one process at a time, and prints one table.
# Ours runs right after the first peer of a case, so that the two see the same state of a shared machine.
#
# usage: side-by-side.sh PEERS_FOLDER [--threads "1 2"] [--seconds 1] [--rounds 1] [--peers "cpp openblas torch"] [--out FILE] [CASE ...]
#   PEERS_FOLDER  holds run_all.sh, cases.json, table.py; its README says what each peer needs
#   --rounds N    measures everything N times; the table shows the least of each
# environment: that of run_all.sh (BUILD: where peers and reference outputs are built, ...)
set -euo pipefail
usage() { sed -n '2,9p' "$0"; exit 2; }
[ $# -gt 0 ] && [ -x "$1/run_all.sh" ] || usage
folder=$1; shift
threads="1" seconds=1 rounds=1 peers="cpp openblas torch" out="" cases=()
while [ $# -gt 0 ]; do
  case $1 in
    --threads) threads=$2; shift 2 ;;
    --seconds) seconds=$2; shift 2 ;;
    --rounds) rounds=$2; shift 2 ;;
    --peers) peers=$2; shift 2 ;;
    --out) out=$2; shift 2 ;;
    -*) usage ;;
    *) cases+=("$1"); shift ;;
  esac
done
export BUILD=${BUILD:-$(dirname "$(mktemp -u)")/peers-build}
out=${out:-$BUILD/side-by-side.jsonl}
part=$BUILD/side-by-side.part

project=$(cd "$(dirname "$0")" && pwd)
dotnet build "$project" -c Release -v q --nologo >&2
ours=$project/bin/Release/net10.0/MoE.Benchmarks

[ ${#cases[@]} -gt 0 ] || mapfile -t cases < <(python3 -c 'import json, sys; print(*json.load(open(sys.argv[1])), sep="\n")' "$folder/cases.json")
run_peer() {   # run_peer THREADS CASE PEER
  "$folder/run_all.sh" --threads "$1" --seconds "$seconds" --peers "$3" --out "$part" "$2" >&2
  cat "$part" >> "$out"
}
: > "$out"
for round in $(seq "$rounds"); do
  for t in $threads; do
    for c in "${cases[@]}"; do
      first=yes
      for p in $peers; do
        run_peer "$t" "$c" "$p"
        # run_all.sh, which has just run, leaves the reference outputs and its probe of the best clock there.
        export PEER_GHZ=${PEER_GHZ:-$("$BUILD/probe")}
        [ $first = no ] || "$ours" peers --cases "$folder/cases.json" --threads "$t" --seconds "$seconds" --ref "$BUILD/ref" "$c" >> "$out"
        first=no
      done
    done
  done
done
"$folder/table.py" "$out"
