/** A disk of its own, so small that it is soon full: a tmpfs. */
import { execFileSync } from 'node:child_process';
import { closeSync, fstatSync, ftruncateSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BALLAST_BYTES = [1 << 20, 1 << 12, 1];

export class SmallDisk {
  readonly folder = mkdtempSync(join(tmpdir(), 'passbook-disk-'));

  constructor(mebibytes: number) {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=700`, 'tmpfs', this.folder], { stdio: 'pipe' });
    } catch (error) {
      rmdirSync(this.folder);
      throw error;
    }
  }

  /** Why this machine cannot do it; undefined if it can. */
  static whyNot(): string | undefined {
    if (process.platform !== 'linux') return 'tmpfs exists on Linux only';
    if (process.getuid?.() !== 0) return 'to mount a disk takes root';
    try {
      new SmallDisk(1).remove();
      return undefined;
    } catch (error) {
      return `a tmpfs cannot be mounted here: ${(error as Error).message.trim()}`;
    }
  }

  /** Takes all the room that is left, but for so many bytes. */
  fill(leftBytes = 0): void {
    const ballast = openSync(this.ballast, 'a');
    for (const bytes of BALLAST_BYTES) writeUntilFull(ballast, Buffer.alloc(bytes, 1));
    ftruncateSync(ballast, fstatSync(ballast).size - leftBytes);
    closeSync(ballast);
  }

  makeRoom(): void {
    rmSync(this.ballast);
  }

  /** When nobody uses it any more. */
  remove(): void {
    execFileSync('umount', [this.folder], { stdio: 'pipe' });
    rmdirSync(this.folder);
  }

  private get ballast(): string {
    return join(this.folder, 'ballast');
  }
}

function writeUntilFull(fd: number, bytes: Buffer): void {
  try {
    while (writeSync(fd, bytes) === bytes.length);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
