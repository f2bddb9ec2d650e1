import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { type BranchId, branchId, isBranchNumber } from '../domain/ids.js';
import { readChecked, writeChecked } from './checked-file.js';
import type { Files } from './files.js';
import { RESTORE_OR_REPLACE, StoreError } from './store-error.js';

/** How the directory came to be the one of its branch: with the bank, when the branch joined it, or for one that was lost. */
export type Place = 'founded' | 'joined' | 'replaced';

/** Which branch of which bank a data directory belongs to. Never changes. */
export interface BankOfDirectory {
  readonly bankId: string;
  readonly branch: BranchId;
  /** Of the origin, 1 to 2^32-1. */
  readonly nonce: number;
  /** The branches that the bank was founded with. */
  readonly members: readonly BranchId[];
  readonly foundedMinor: readonly bigint[];
  readonly place: Place;
}

export interface BankFile {
  readonly bank: BankOfDirectory;
  /**
   * Drawn for the directory and part of every checksum: nothing that a customer
   * sends, and no frame of another directory, can pass for a frame of this log.
   */
  readonly salt: number;
}

export const FORMAT = 2;

/** The file as JSON; numbers that may be large are text. */
interface Written {
  readonly format: number;
  readonly bankId: string;
  readonly branch: number;
  readonly nonce: number;
  readonly members: readonly number[];
  readonly foundedMinor: readonly string[];
  readonly salt: number;
  /** Absent in what was written before branches could join: founded. */
  readonly place?: Place;
}

export function pathOfBank(directory: string): string {
  return join(directory, 'bank');
}

export function drawSalt(): number {
  return randomInt(1, 2 ** 32);
}

export async function writeBank(files: Files, directory: string, { bank, salt }: BankFile): Promise<void> {
  const { bankId, branch, nonce, members, place } = bank;
  const foundedMinor = bank.foundedMinor.map(String);
  const written: Written = { format: FORMAT, bankId, branch, nonce, members, foundedMinor, salt, place };
  await writeChecked(files, pathOfBank(directory), written);
}

/** Undefined if there is none. */
export function readBank(directory: string): BankFile | undefined {
  const path = pathOfBank(directory);
  const read = readChecked(path);
  if (read === undefined) return undefined;
  const corrupt = () => new StoreError('STORE_CORRUPT', `${path} is damaged: ${RESTORE_OR_REPLACE}`);
  if (read === 'damaged') throw corrupt();
  const { format, bankId, branch, nonce, members, foundedMinor, salt, place = 'founded' } = read.value as Written;
  if (format !== FORMAT) {
    const message = `${path} is of format ${format}, and this version of Passbook knows ${FORMAT}: start the version that wrote it`;
    throw new StoreError('STORE_VERSION_UNKNOWN', message);
  }
  if (!isBranchNumber(branch) || !Array.isArray(members) || !Array.isArray(foundedMinor)) throw corrupt();
  const bank = {
    bankId,
    branch: branchId(branch),
    nonce,
    members: members.map(branchId),
    foundedMinor: foundedMinor.map(BigInt),
    place,
  };
  return { bank, salt };
}
