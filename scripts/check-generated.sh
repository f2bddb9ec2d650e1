#!/usr/bin/env bash
# Fails if src/wire/generated/ is not what the contract generates today.
set -euo pipefail
cd "$(dirname "$0")/.."
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
scripts/generate.sh "$fresh"
for file in passbook.js passbook.d.ts contract.binpb; do
  if ! cmp -s "$fresh/$file" "src/wire/generated/$file"; then
    echo "src/wire/generated/$file is not what the contract generates. Run: npm run generate" >&2
    exit 1
  fi
done
