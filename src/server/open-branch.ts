import { randomInt } from 'node:crypto';
import type { Kept } from '../core/branch.js';
import { type BranchId, type OriginId, originId } from '../domain/ids.js';
import type { WriteBatch } from '../domain/writes.js';
import type { Store } from '../driver/ports.js';
import { openDataDirectory, StoreError } from '../store/data-directory.js';
import { MemoryStore } from '../store/memory.js';
import { decodeSnapshot } from '../wire/snapshot.js';
import { decodeWriteBatch } from '../wire/write-batch.js';

/** What a branch is, wherever it keeps its data. */
export interface Founding {
  readonly branch: BranchId;
  readonly bankId: string;
  /** All branches of the bank, this one included. */
  readonly members: readonly BranchId[];
  /** Balances of the accounts the bank was founded with, in minor units. */
  readonly foundedMinor: readonly bigint[];
}

/** A branch that is ready to be started with what its disk has kept. */
export interface OpenedBranch {
  readonly founding: Founding;
  readonly origin: OriginId;
  readonly incarnation: number;
  readonly store: Store;
  /** Absent for one that keeps its data in memory: there is nothing to recover. */
  readonly kept: Kept | undefined;
  /** Told when there is no room on the disk for more writes, and when there is again. */
  whenFull(tell: (isFull: boolean) => void): void;
  /** Resolves when the directory is free for others. */
  close(): Promise<void>;
}

/** A branch without a disk: it forgets everything when its process ends. */
export function openInMemory(founding: Founding): OpenedBranch {
  const origin = originId(founding.branch, drawNonce());
  return {
    founding,
    origin,
    incarnation: 0,
    store: new MemoryStore(),
    kept: undefined,
    whenFull: () => {},
    close: async () => {},
  };
}

/**
 * Opens a data directory, or founds the branch in a new one. A new directory has
 * nothing to say about what this branch may have written before: it is trusted
 * only if the whole bank is new. Throws a StoreError whose message says what to do.
 *
 * @param report told what was found damaged, as sentences
 */
export async function openOnDisk(
  path: string,
  wanted: Founding,
  isNewBank: boolean,
  report: (sentence: string) => void,
): Promise<OpenedBranch> {
  const opened = await openDataDirectory(path, () => ({ ...wanted, nonce: drawNonce() }), { report });
  const { bank, store, openings } = opened;
  try {
    checkFounding(path, bank, wanted);
    for (const finding of opened.findings) report(finding);
    const snapshot = opened.snapshot && decodeSnapshot(opened.snapshot);
    const isTrusted = openings === 0 ? isNewBank : opened.isTrusted;
    return {
      founding: { ...wanted, ...bank },
      origin: originId(bank.branch, bank.nonce),
      incarnation: openings,
      store,
      kept: { snapshot, batches: decoded(snapshot?.pending ?? [], opened.batches), ownLast: opened.ownLast, isTrusted },
      whenFull: (tell) => {
        store.onFull = tell;
        if (store.isFull) tell(true);
      },
      close: async () => {
        store.close();
        await store.closed;
      },
    };
  } catch (error) {
    store.close();
    throw error;
  }
}

function* decoded(...parts: Iterable<Uint8Array>[]): Generator<WriteBatch> {
  for (const part of parts) for (const bytes of part) yield decodeWriteBatch(bytes);
}

function checkFounding(path: string, bank: Founding, wanted: Founding): void {
  const differs = (what: string, has: unknown, asked: unknown) => {
    if (`${has}` === `${asked}`) return;
    throw new StoreError(
      'DATA_DIRECTORY_UNUSABLE',
      `${path} is for another ${what}: it has ${has}, and ${asked} was asked for; name the directory of this branch, or an empty one`,
    );
  };
  differs('branch', `branch ${bank.branch}`, `branch ${wanted.branch}`);
  differs('bank', `bank ${bank.bankId}`, `bank ${wanted.bankId}`);
  differs('set of branches', ascending(bank.members), ascending(wanted.members));
  differs('founding', bank.foundedMinor.join(' '), wanted.foundedMinor.join(' '));
}

function ascending(members: readonly BranchId[]): string {
  return [...members].sort((a, b) => a - b).join(', ');
}

/** 0 is left to accounts that no write has opened. */
function drawNonce(): number {
  return randomInt(1, 2 ** 32);
}
