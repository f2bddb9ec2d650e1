import {
  type BranchId,
  branchId,
  branchOf,
  type CustomerId,
  isBranchNumber,
  nonceOf,
  type OriginId,
  originId,
} from '../domain/ids.js';
import type { Passbook } from '../domain/session.js';
import type { MutableVector, VersionVector } from '../domain/vector.js';
import { type PassbookShape, pb, type VectorShape, WireError } from './messages.js';

export function packVector(vector: VersionVector): VectorShape {
  const branches: number[] = [];
  const nonces: number[] = [];
  const sequences: number[] = [];
  for (const [origin, sequence] of vector) {
    branches.push(branchOf(origin));
    nonces.push(nonceOf(origin));
    sequences.push(sequence);
  }
  return { branches, nonces, sequences };
}

export function unpackVector(packed: VectorShape | null | undefined): MutableVector {
  const { branches, nonces, sequences } = packed ?? {};
  const vector: MutableVector = new Map();
  const rows = branches?.length ?? 0;
  if ((nonces?.length ?? 0) !== rows || (sequences?.length ?? 0) !== rows)
    throw new WireError('the columns of a vector differ in length');
  for (let i = 0; i < rows; i++) {
    const sequence = checkSequence(sequences?.[i]);
    if (sequence > 0) vector.set(unpackOrigin({ branch: branches?.[i] ?? 0, nonce: nonces?.[i] ?? 0 }), sequence);
  }
  return vector;
}

export function packOrigin(origin: OriginId): { branch: number; nonce: number } {
  return { branch: branchOf(origin), nonce: nonceOf(origin) };
}

export function unpackOrigin(packed: { branch?: number | null; nonce?: number | null } | null | undefined): OriginId {
  return originId(checkBranch(packed?.branch), packed?.nonce ?? 0);
}

export function checkBranch(number: number | null | undefined): BranchId {
  const branch = number ?? 0;
  if (!isBranchNumber(branch)) throw new WireError(`${branch} is not the number of a branch`);
  return branchId(branch);
}

/** A sequence number as it arrives: 0 to 2^53-1. */
export function checkSequence(value: number | null | undefined): number {
  const sequence = value ?? 0;
  if (!Number.isSafeInteger(sequence) || sequence < 0) throw new WireError(`${sequence} is not a sequence number`);
  return sequence;
}

export function packPassbook(passbook: Passbook): PassbookShape {
  const origins = [...new Set([...passbook.written.keys(), ...passbook.read.keys()])];
  return {
    bankId: passbook.bankId,
    customer: passbook.customer,
    branches: origins.map(branchOf),
    nonces: origins.map(nonceOf),
    written: origins.map((origin) => passbook.written.get(origin) ?? 0),
    read: origins.map((origin) => passbook.read.get(origin) ?? 0),
  };
}

export function unpackPassbook(packed: PassbookShape): Passbook {
  const { branches, nonces } = packed;
  return {
    bankId: packed.bankId ?? '',
    customer: (packed.customer ?? '') as CustomerId,
    written: unpackVector({ branches: branches ?? [], nonces: nonces ?? [], sequences: packed.written ?? [] }),
    read: unpackVector({ branches: branches ?? [], nonces: nonces ?? [], sequences: packed.read ?? [] }),
  };
}

/** A passbook as one line of text, to be printed, copied and resumed. */
export function passbookText(passbook: Passbook): string {
  return Buffer.from(pb.Passbook.encode(packPassbook(passbook)).finish()).toString('base64url');
}

export function parsePassbook(text: string): Passbook {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw new WireError('a passbook is one word of letters, digits, - and _');
  try {
    return unpackPassbook(pb.Passbook.decode(Buffer.from(text, 'base64url')));
  } catch (error) {
    throw error instanceof WireError ? error : new WireError(`the passbook cannot be read: ${(error as Error).message}`);
  }
}
