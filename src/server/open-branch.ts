import { randomInt } from 'node:crypto';
import type { Kept } from '../core/rebuilding.js';
import { type BranchId, type OriginId, originId } from '../domain/ids.js';
import type { WriteBatch } from '../domain/writes.js';
import type { Store } from '../driver/ports.js';
import {
  type BankOfDirectory,
  type LogSizes,
  type NewDirectory,
  openDataDirectory,
  type Place,
  StoreError,
} from '../store/data-directory.js';
import { MemoryStore } from '../store/memory.js';
import { decodeSnapshot } from '../wire/snapshot.js';
import { decodeWriteBatch } from '../wire/write-batch.js';

/** What a branch is, wherever it keeps its data. */
export interface Founding {
  readonly branch: BranchId;
  readonly bankId: string;
  /** The branches that the bank was founded with. */
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

/** Batches that become durable together when a directory begins. */
const GROUP = 256;

/** How a branch begins in a bank that is older than its directory. */
export interface Beginning {
  readonly place: Exclude<Place, 'founded'>;
  /** What another branch knows. */
  readonly snapshot: Uint8Array;
}

export interface OpenOptions {
  /** Whether the branch cannot have written anything before its directory was made. */
  readonly isNewBank: boolean;
  /** What a new directory begins with; absent: with the bank. One that is there already has begun. */
  readonly beginning?: Beginning;
  /** Whether the bank was not named: a directory that is there says which one it is. */
  readonly isAnyBank?: boolean;
  /** Told what was found damaged, as sentences. */
  readonly report: (sentence: string) => void;
  readonly sizes?: LogSizes;
}

/**
 * Opens a data directory, or gives the branch its place in a new one. A new directory
 * has nothing to say about what this branch may have written before: it is trusted
 * only if the whole bank is new. Throws a StoreError whose message says what to do.
 */
export async function openOnDisk(path: string, wanted: Founding, options: OpenOptions): Promise<OpenedBranch> {
  const { isNewBank, beginning, isAnyBank = false, report, sizes } = options;
  const make = (): NewDirectory => ({
    bank: { ...wanted, nonce: drawNonce(), place: beginning?.place ?? 'founded' },
    ...(beginning && { snapshot: beginning.snapshot }),
    mayHaveWritten: !isNewBank,
  });
  const opened = await openDataDirectory(path, make, { ...sizes, report });
  const { bank, store, openings, isNew, ownLast, isTrusted } = opened;
  try {
    checkFounding(path, bank, isAnyBank ? { ...bank, branch: wanted.branch } : wanted);
    for (const finding of opened.findings) report(finding);
    const snapshot = opened.snapshot && decodeSnapshot(opened.snapshot);
    await keep(store, snapshot?.log ?? []);
    const batches = decoded(snapshot?.pending ?? [], opened.batches);
    return {
      founding: bank,
      origin: originId(bank.branch, bank.nonce),
      incarnation: openings,
      store,
      kept: { snapshot, batches, place: bank.place, isNew, ownLast, isTrusted },
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

/** What came with the snapshot that the directory began with belongs into its log: somebody may have nobody else to get it from. */
async function keep(store: Store, log: readonly Uint8Array[]): Promise<void> {
  const isMissing = ({ origin, first }: WriteBatch) => store.read(origin, first, first).length === 0;
  const missing = [...decoded(log)].filter(isMissing);
  for (let at = 0; at < missing.length; at += GROUP) {
    const group = missing.slice(at, at + GROUP);
    await new Promise<void>((resolve, reject) => store.append(group, (failure) => (failure ? reject(failure) : resolve())));
  }
}

function* decoded(...parts: Iterable<Uint8Array>[]): Generator<WriteBatch> {
  for (const part of parts) for (const bytes of part) yield decodeWriteBatch(bytes);
}

/** Who belongs to the bank is not compared: since it was founded, branches may have joined and left. */
function checkFounding(path: string, bank: BankOfDirectory, wanted: Founding): void {
  const differs = (what: string, has: unknown, asked: unknown) => {
    if (`${has}` === `${asked}`) return;
    throw new StoreError(
      'DATA_DIRECTORY_UNUSABLE',
      `${path} is for another ${what}: it has ${has}, and ${asked} was asked for; name the directory of this branch, or an empty one`,
    );
  };
  differs('branch', `branch ${bank.branch}`, `branch ${wanted.branch}`);
  differs('bank', `bank ${bank.bankId}`, `bank ${wanted.bankId}`);
  differs('founding', bank.foundedMinor.join(' '), wanted.foundedMinor.join(' '));
}

/** 0 is left to accounts that no write has opened. */
function drawNonce(): number {
  return randomInt(1, 2 ** 32);
}
