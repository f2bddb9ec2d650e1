import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { OriginId } from '../domain/ids.js';
import { createFile, type Files, syncDirectory, UNFINISHED } from './files.js';
import { type Seal, sealOf } from './frame.js';
import { encodeHeader, type Fingerprint, fingerprintOf, HEADER_BYTES } from './segment-header.js';
import { explain } from './store-error.js';

/** Files that are open for reading at a time. */
const MOST_OPEN = 32;
const ZEROS = Buffer.alloc(1 << 20);

/** The files of the log, by number. */
export class SegmentFolder {
  /** How often the directory was opened before; stands in every segment that is made. */
  opening = 0;
  private readonly open = new Map<number, number>();
  /** The seal that was asked for last: it is asked for at every commit. */
  private sealed: { readonly segment: number; readonly seal: Seal } | undefined;

  constructor(
    readonly path: string,
    private readonly files: Files,
    readonly salt: number,
    private readonly origin: OriginId,
  ) {}

  pathOf(segment: number): string {
    return join(this.path, `${String(segment).padStart(8, '0')}.log`);
  }

  sealOf(segment: number): Seal {
    if (this.sealed?.segment !== segment) this.sealed = { segment, seal: sealOf(this.salt, segment) };
    return this.sealed.seal;
  }

  /** Numbers of the segments that there are, ascending; removes what was never finished. */
  list(): number[] {
    return numbersIn(this.path, '.log');
  }

  /**
   * Makes a segment and its name durable, in place of one of that number. Without
   * content it has room: zeros that are written, as a file with holes would find
   * the disk full in the middle of a commit.
   */
  async create(segment: number, bytes: number, content?: Buffer): Promise<void> {
    this.forget(segment);
    await createFile(this.files, this.pathOf(segment), async (fd) => {
      const header = {
        origin: this.origin,
        segment,
        bytes,
        opening: this.opening,
        fingerprint: fingerprintOf(fstatSync(fd, { bigint: true })),
      };
      await this.files.writeLater(fd, encodeHeader(header, this.salt), 0);
      if (content) return await this.files.writeLater(fd, content, HEADER_BYTES);
      for (let at = HEADER_BYTES; at < bytes; at += ZEROS.length) {
        await this.files.writeLater(fd, ZEROS.subarray(0, bytes - at), at);
      }
    });
  }

  /** Makes durable what is in a segment, if there is one. */
  async sync(segment: number): Promise<void> {
    if (!existsSync(this.pathOf(segment))) return;
    const fd = this.openForWriting(segment);
    await this.files.sync(fd).finally(() => closeSync(fd));
  }

  openForWriting(segment: number): number {
    return openSync(this.pathOf(segment), 'r+');
  }

  remove(segment: number): void {
    this.forget(segment);
    rmSync(this.pathOf(segment), { force: true });
  }

  /** Resolves when it cannot come back. */
  async removeForGood(segment: number): Promise<void> {
    this.remove(segment);
    await syncDirectory(this.files, this.path);
  }

  /** All of a segment; undefined if there is none. */
  readAll(segment: number): Buffer | undefined {
    const path = this.pathOf(segment);
    try {
      return existsSync(path) ? readFileSync(path) : undefined;
    } catch (error) {
      throw explain(error, path);
    }
  }

  fingerprint(segment: number): Fingerprint {
    return fingerprintOf(statSync(this.pathOf(segment), { bigint: true }));
  }

  /** Part of a segment; shorter if the file is. */
  read(segment: number, at: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    const fd = this.opened(segment);
    let read = 0;
    for (let more = 1; more > 0 && read < length; read += more) more = readSync(fd, bytes, read, length - read, at + read);
    return bytes.subarray(0, read);
  }

  close(): void {
    for (const segment of [...this.open.keys()]) this.forget(segment);
  }

  private opened(segment: number): number {
    const known = this.open.get(segment);
    if (known !== undefined) return known;
    const [longest] = this.open.keys();
    if (longest !== undefined && this.open.size >= MOST_OPEN) this.forget(longest);
    const fd = openSync(this.pathOf(segment), 'r');
    this.open.set(segment, fd);
    return fd;
  }

  private forget(segment: number): void {
    const fd = this.open.get(segment);
    if (fd === undefined) return;
    this.open.delete(segment);
    closeSync(fd);
  }
}

/** Numbers of the files of a kind, ascending; removes what was never finished. */
export function numbersIn(path: string, kind: string): number[] {
  const numbers: number[] = [];
  for (const name of readdirSync(path)) {
    if (name.endsWith(UNFINISHED)) rmSync(join(path, name));
    const match = /^(\d{8,})(\.\w+)$/.exec(name);
    if (match?.[2] === kind) numbers.push(Number(match[1]));
  }
  return numbers.sort((a, b) => a - b);
}
