#!/usr/bin/env bash
# Writes what is generated from the contract: src/wire/generated/, or the folder
# named. The result is committed; nothing is generated at install.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-src/wire/generated}
PATH=$PWD/node_modules/.bin:$PATH
mkdir -p "$out"
pbjs --target static-module --wrap esm --path proto \
  --no-create --no-verify --no-convert --no-delimited --no-typeurl --force-number \
  --dependency ../protobuf.js --dts --out "$out/passbook.js" \
  proto/passbook/v1/*.proto proto/google/rpc/*.proto
# The compiled contract, for server reflection.
buf build --exclude-source-info --output "$out/contract.binpb"
