import { closeSync, openSync, writeSync } from 'node:fs';
import type { HistoryHeader } from '../check/history/header.js';
import { HistoryWriter } from '../check/history/writer.js';
import type { HistoryEntry } from '../domain/history.js';
import type { BranchId } from '../domain/ids.js';
import type { Told } from '../server/process-messages.js';
import { CommandError } from './exit.js';

/** Longest text that waits to be written. */
const MOST_WAITING = 1 << 16;

/** Records a history into a file as it happens: all that happens together in one write. */
export class Recorder {
  private readonly file: number;
  private readonly writer: HistoryWriter;
  private waiting = '';
  private startedAtMs = performance.now();
  private closed = false;

  constructor(
    private readonly path: string,
    header: HistoryHeader,
  ) {
    try {
      this.file = openSync(path, 'w');
    } catch (error) {
      throw this.problem(error);
    }
    this.writer = new HistoryWriter(header, (line) => this.write(line));
    process.on('exit', () => this.flush());
  }

  /** The run begins now; what branches did before happened at its beginning. Returns the moment, by `performance.now`. */
  begin(): number {
    this.startedAtMs = performance.now();
    return this.startedAtMs;
  }

  entry(entry: HistoryEntry): void {
    if (!this.closed) this.writer.entry(entry);
  }

  /** What a branch process has told, by its own clock. */
  told(branch: BranchId, told: readonly Told[]): void {
    const startedAtMs = performance.timeOrigin + this.startedAtMs;
    for (const { atMs, work } of told) {
      const atUs = Math.max(0, Math.floor((atMs - startedAtMs) * 1000));
      this.entry({ kind: 'branch', event: { branch, atUs, ...work } });
    }
  }

  /** Something that happens now. */
  now(entryAt: (atUs: number) => HistoryEntry): void {
    this.entry(entryAt(Math.max(0, Math.floor((performance.now() - this.startedAtMs) * 1000))));
  }

  close(): void {
    this.flush();
    if (!this.closed) closeSync(this.file);
    this.closed = true;
  }

  private write(line: string): void {
    if (this.waiting === '') setImmediate(() => this.flush());
    this.waiting += line;
    if (this.waiting.length > MOST_WAITING) this.flush();
  }

  private flush(): void {
    const text = this.waiting;
    this.waiting = '';
    if (this.closed || text === '') return;
    try {
      writeSync(this.file, text);
    } catch (error) {
      this.closed = true;
      throw this.problem(error);
    }
  }

  private problem(error: unknown): CommandError {
    return new CommandError(`${this.path} cannot be written: ${(error as Error).message}`);
  }
}
