import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { FORMAT } from './bank-file.js';
import { createFile, type Files } from './files.js';
import { readUint53, writeUint53 } from './frame.js';
import { numbersIn } from './segment-folder.js';
import { explain, StoreError } from './store-error.js';

const CHECKSUM_AT = 40;
const HEADER_BYTES = 44;
const MAGIC = Buffer.from('PASSSNAP');
/** One in use, and one for when it turns out to be damaged. */
const KEPT = 2;

export interface Snapshot {
  readonly number: number;
  /** Number of the last group that it sums up. */
  readonly position: number;
  /** It sums up all own writes up to this one. */
  readonly ownThrough: number;
}

export interface LoadedSnapshots {
  /** Of the newest whole one. */
  readonly content: Uint8Array | undefined;
  /** Paths. */
  readonly damaged: readonly string[];
}

/** The snapshots of a directory: the newest two. */
export class Snapshots {
  private readonly kept: Snapshot[] = [];
  private lastNumber = 0;

  constructor(
    readonly path: string,
    private readonly files: Files,
    private readonly salt: number,
  ) {}

  get newest(): Snapshot | undefined {
    return this.kept.at(-1);
  }

  /** The log is needed from here on, should the newest turn out to be damaged. */
  get neededAfter(): number {
    return this.kept.length < KEPT ? 0 : (this.kept[0] as Snapshot).position;
  }

  /** Finds out what there is; call once. */
  load(): LoadedSnapshots {
    let content: Uint8Array | undefined;
    const damaged: string[] = [];
    for (const number of numbersIn(this.path, '.snap')) {
      const path = this.pathOf(number);
      this.lastNumber = number;
      const loaded = this.decode(contentOf(path), number);
      if (loaded) {
        this.kept.push(loaded.snapshot);
        content = loaded.content;
      } else damaged.push(path);
    }
    return { content, damaged };
  }

  /** Writes one; it counts once `durable` resolves, and not at all if that rejects. */
  async keep(content: Uint8Array, summary: Omit<Snapshot, 'number'>, durable: () => Promise<void>): Promise<void> {
    const snapshot = { ...summary, number: ++this.lastNumber };
    await createFile(this.files, this.pathOf(snapshot.number), async (fd) => {
      await this.files.writeLater(fd, this.encodeHeader(snapshot, content), 0);
      await this.files.writeLater(fd, content, HEADER_BYTES);
      await durable();
    });
    this.kept.push(snapshot);
    for (const old of this.kept.splice(0, this.kept.length - KEPT)) rmSync(this.pathOf(old.number), { force: true });
  }

  private pathOf(number: number): string {
    return join(this.path, `${String(number).padStart(8, '0')}.snap`);
  }

  private encodeHeader({ position, ownThrough }: Snapshot, content: Uint8Array): Buffer {
    const header = Buffer.alloc(HEADER_BYTES);
    header.set(MAGIC);
    header.writeUInt32LE(FORMAT, 8);
    writeUint53(header, position, 16);
    writeUint53(header, ownThrough, 24);
    writeUint53(header, content.length, 32);
    header.writeUInt32LE(this.checksum(header, content), CHECKSUM_AT);
    return header;
  }

  /** Undefined if it is damaged. */
  private decode(file: Buffer, number: number): { snapshot: Snapshot; content: Uint8Array } | undefined {
    if (file.length < HEADER_BYTES) return undefined;
    const content = file.subarray(HEADER_BYTES);
    if (file.readUInt32LE(CHECKSUM_AT) !== this.checksum(file, content)) return undefined;
    if (file.readUInt32LE(8) !== FORMAT) {
      const message = `${this.pathOf(number)} was written by a later version of Passbook: start that one`;
      throw new StoreError('STORE_VERSION_UNKNOWN', message);
    }
    if (readUint53(file, 32) !== content.length) return undefined;
    return {
      snapshot: { number, position: readUint53(file, 16), ownThrough: readUint53(file, 24) },
      content: new Uint8Array(content),
    };
  }

  /** Of all but its own place. */
  private checksum(header: Buffer, content: Uint8Array): number {
    return crc32(content, crc32(header.subarray(0, CHECKSUM_AT), this.salt));
  }
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw explain(error, path);
  }
}
