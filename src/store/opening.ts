import { chmodSync, statSync } from 'node:fs';
import { originId } from '../domain/ids.js';
import { type BankOfDirectory, readBank } from './bank-file.js';
import { BatchIndex } from './batch-index.js';
import { createDirectory, logFolder, makeFolders, type NewDirectory, snapshotFolder } from './create-directory.js';
import { FileStore } from './file-store.js';
import { DIRECTORY_MODE } from './files.js';
import { judge, openingsOf } from './judgement.js';
import type { Settings } from './options.js';
import { Aside, repairLog } from './repair.js';
import { SegmentFolder } from './segment-folder.js';
import { Snapshots } from './snapshots.js';
import { type DirectoryState, readState, StateFile, type Unknown } from './state-file.js';
import { RESTORE_OR_REPLACE, StoreError } from './store-error.js';
import { survey } from './survey.js';

/** So many segments in a row are not lost one by one: something else is wrong. */
const MOST_MISSED = 100_000;

/** A data directory that this process, and nobody else, may write to. */
export interface OpenedDirectory {
  readonly bank: BankOfDirectory;
  readonly store: FileStore;
  /** How often the directory was opened before, 0 at first; below 2^32. */
  readonly openings: number;
  /** It was made just now: there was never a write in it. */
  readonly isNew: boolean;
  /** The newest whole snapshot, if there is one. */
  readonly snapshot: Uint8Array | undefined;
  /**
   * Encoded batches that the snapshot may not sum up, in the order of the log. After
   * a repair a batch may come twice; damage may leave gaps.
   */
  readonly batches: Iterable<Uint8Array>;
  /**
   * The last own sequence that is known to have been durable: more than `batches`
   * hold if some are damaged. If the directory is not trusted, there may have been more.
   */
  readonly ownLast: number;
  /**
   * Whether the directory is whole and where it was left: nothing damaged, not a
   * copy. If its end may be cut off, or it was made for a branch that may have
   * written elsewhere, it stays untrusted until `store.trust()`.
   */
  readonly isTrusted: boolean;
  /** What was found damaged and what was done, as sentences. */
  readonly findings: readonly string[];
}

/** Opens a directory that is locked. */
export async function openLocked(
  directory: string,
  make: () => NewDirectory,
  settings: Settings,
  released: () => void,
): Promise<OpenedDirectory> {
  const { files } = settings;
  const { bank, salt } = readBank(directory) ?? (await createDirectory(files, directory, make()));
  shutOthersOut(directory, settings.report);
  makeFolders(directory);
  const origin = originId(bank.branch, bank.nonce);
  const folder = new SegmentFolder(logFolder(directory), files, salt, origin);
  const snapshots = new Snapshots(snapshotFolder(directory), files, salt);
  const { content: snapshot, damaged } = snapshots.load();
  const position = snapshots.newest?.position ?? 0;
  const before = readState(directory);
  const range = { ...segmentRange(folder, before), position };
  if ((range.firstSegment > 1 || bank.place !== 'founded') && !snapshots.newest) throw noSnapshot(directory);
  const index = new BatchIndex();
  const log = survey(folder, range, index);
  const openings = openingsOf({ before, log });
  const aside = new Aside(files, directory, openings);
  const ownThrough = index.coveredFrom(origin, snapshots.newest?.ownThrough ?? 0);
  const judgement = judge({ directory, before, log, damagedSnapshots: damaged, ownThrough }, folder, aside);

  // The last group may have been in the memory of the system only: it is made durable before anything relies on it.
  await folder.sync(log.lastUsed);
  // Before anything is repaired: if that is cut short, what was found out is not forgotten.
  const { ownLast, isTrusted, isEndKnown, findings } = judgement;
  const { firstSegment } = range;
  const state = new StateFile(files, directory, {
    openings: openings + 1,
    firstSegment,
    lastSegment: log.lastUsed,
    ownLast,
    isEndKnown,
  });
  await state.save({});
  folder.opening = openings;
  const segments = await repairLog(folder, log, index, aside);
  for (const path of damaged) await aside.move(path);

  const end = { number: log.last, segment: log.lastUsed + 1, bytes: settings.segmentBytes };
  await folder.create(end.segment, end.bytes);
  await state.save({ lastSegment: end.segment });
  const bytesSinceSnapshot = segments.reduce((sum, { last, bytes }) => sum + ((last ?? 0) > position ? bytes : 0), 0);
  const parts = { settings, origin, folder, index, snapshots, state, segments, end, ownLast, bytesSinceSnapshot, released };
  const store = new FileStore(parts);
  const batches = { [Symbol.iterator]: () => store.batchesAfter(position, end.number) };
  const isNew = typeof before !== 'string' && before.openings === 0;
  return { bank, store, openings, isNew, snapshot, batches, ownLast, isTrusted, findings };
}

/** It may have been there, empty, with other rights, or was restored with others. */
function shutOthersOut(directory: string, report: Settings['report']): void {
  const { mode } = statSync(directory);
  if ((mode & 0o777 & ~DIRECTORY_MODE) === 0) return;
  try {
    chmodSync(directory, DIRECTORY_MODE);
  } catch {
    report(`${directory} can be entered by others, and belongs to another user: let it belong to the one that runs the branch`);
  }
}

/** Numbers of the segments that have to be there. */
function segmentRange(folder: SegmentFolder, state: DirectoryState | Unknown): { firstSegment: number; lastSegment: number } {
  const numbers = folder.list();
  checkNumbers(folder, numbers);
  const { firstSegment, lastSegment } = typeof state === 'string' ? { firstSegment: numbers[0] ?? 1, lastSegment: 0 } : state;
  // Trimmed, and then the process ended.
  for (const segment of numbers) if (segment < firstSegment) folder.remove(segment);
  return { firstSegment, lastSegment: Math.max(lastSegment, numbers.at(-1) ?? 0) };
}

/** A file that was put there, under a number that no log reaches, would have all before it missed. */
function checkNumbers(folder: SegmentFolder, numbers: readonly number[]): void {
  for (const [i, number] of numbers.entries()) {
    const before = numbers[i - 1] ?? number;
    if (number - before <= MOST_MISSED) continue;
    const message = `${folder.pathOf(number)} cannot be of this log, which has no segments from ${before + 1} on: move it away`;
    throw new StoreError('STORE_CORRUPT', message);
  }
}

function noSnapshot(directory: string): StoreError {
  const message = `${snapshotFolder(directory)} holds no whole snapshot, and the log from before it is gone: ${RESTORE_OR_REPLACE}`;
  return new StoreError('STORE_CORRUPT', message);
}
