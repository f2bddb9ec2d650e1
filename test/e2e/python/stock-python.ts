/** A Python with the gRPC tools of its distribution, if this machine has one. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../harness.js';

/** The second is the one that the packages of a distribution belong to, also where another comes first in the PATH. */
const BINARIES = ['python3', '/usr/bin/python3'];
const CONTRACT = ['passbook/v1/common.proto', 'passbook/v1/teller.proto'];
const ERRORS = ['google/rpc/status.proto', 'google/rpc/error_details.proto'];

export const INSTALL = 'apt-get install python3-grpcio python3-grpc-tools';

export function stockPython(): string | undefined {
  return BINARIES.find((binary) => {
    try {
      execFileSync(binary, ['-c', 'import grpc, grpc_tools.protoc, google.protobuf'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}

/** Makes Python modules of proto/ in a new folder. */
export function generateStubs(python: string, folder: string): void {
  mkdirSync(folder);
  const out = [`--python_out=${folder}`, `--grpc_python_out=${folder}`];
  execFileSync(python, ['-m', 'grpc_tools.protoc', '-I', join(ROOT, 'proto'), ...out, ...CONTRACT, ...ERRORS]);
}
