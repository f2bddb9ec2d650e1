import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { branchId, type OriginId, originId } from '../domain/ids.js';
import { emptyBatch, lastSequence, type WriteBatch, WriteKind } from '../domain/writes.js';
import { type BankOfDirectory, readBank } from './bank-file.js';
import type { FileStore } from './file-store.js';
import { type Files, nodeFiles } from './files.js';
import { openLocked } from './opening.js';
import { type StoreOptions, settingsOf } from './options.js';
import { decodeHeader, encodeHeader, fingerprintOf } from './segment-header.js';

export const OWN = originId(branchId(1), 11);
export const OTHER = originId(branchId(2), 22);
export const BANK: BankOfDirectory = {
  bankId: 'bank of tests',
  branch: branchId(1),
  nonce: 11,
  members: [branchId(1), branchId(2)],
  foundedMinor: [100n, 2n ** 60n],
  place: 'founded',
};

/** Of what is laid out thousands of times, and never has to be durable. */
export const IN_MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A new directory; `remove` it. */
export function temporaryFolder(within = tmpdir()): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(within, 'passbook-store-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A batch of that many writes; its bytes are those of no other. */
export function batch(origin: OriginId, first: number, writes: number, bytes = 24): WriteBatch {
  const encoded = new Uint8Array(bytes).fill(0x2e);
  encoded.set(new TextEncoder().encode(`${origin}:${first}+${writes}`).subarray(0, bytes));
  return { ...emptyBatch(origin, first), kinds: new Array<WriteKind>(writes).fill(WriteKind.deposit), encoded };
}

/** Makes batches of an origin that follow one another. */
export function batches(origin: OriginId): (writes: number, bytes?: number) => WriteBatch {
  let next = 1;
  return (writes, bytes) => {
    const made = batch(origin, next, writes, bytes);
    next = lastSequence(made) + 1;
    return made;
  };
}

export function append(store: FileStore, ...group: WriteBatch[]): Promise<void> {
  return new Promise((resolve, reject) => store.append(group, (failure) => (failure ? reject(failure) : resolve())));
}

export async function close(store: FileStore): Promise<void> {
  store.close();
  await store.closed;
}

/** Batches by what tells them apart. */
export function texts(bytes: Iterable<Uint8Array>): string[] {
  return [...bytes].map((each) => new TextDecoder().decode(each).replaceAll('.', ''));
}

/** Writes at once and syncs nothing: for what does not depend on it. */
export const quickFiles: Files = {
  ...nodeFiles,
  writeLater: async (fd, bytes, position) => nodeFiles.write(fd, bytes, position),
  dataSync: async () => undefined,
  sync: async () => undefined,
};

/** When all is done that needs no disk. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Opens without the lock, of which a second takes long. */
export function openQuickly(path: string, options: StoreOptions = {}) {
  mkdirSync(path, { recursive: true });
  return openLocked(
    path,
    () => ({ bank: BANK }),
    settingsOf({ segmentBytes: 2048, files: quickFiles, ...options }),
    () => undefined,
  );
}

/** All files of a directory. */
export type Image = ReadonlyMap<string, Buffer>;

export function imageOf(path: string): Image {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(paths.map((file) => [file.slice(path.length + 1), readFileSync(file)]));
}

/** Lays the files out in an empty directory such that they do not count as a copy; `change` has the last word on each. */
export function lay(image: Image, path: string, change: (name: string, bytes: Buffer) => Buffer = (_, bytes) => bytes): void {
  rmSync(path, { recursive: true, force: true });
  for (const name of ['log', 'snapshots']) mkdirSync(join(path, name), { recursive: true });
  writeFileSync(join(path, 'bank'), image.get('bank') as Buffer);
  const salt = readBank(path)?.salt as number;
  for (const [name, bytes] of image) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    closeSync(openSync(file, 'w'));
    const header = name.startsWith('log/') ? decodeHeader(bytes, salt) : undefined;
    const now = Buffer.from(bytes);
    if (header && header !== 'unknown') {
      now.set(encodeHeader({ ...header, fingerprint: fingerprintOf(statSync(file, { bigint: true })) }, salt));
    }
    writeFileSync(file, change(name, now), { flag: 'r+' });
  }
}
