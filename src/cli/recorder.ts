import { closeSync, openSync, writeSync } from 'node:fs';
import type { HistoryHeader } from '../check/history/header.js';
import { HistoryWriter } from '../check/history/writer.js';
import type { BranchWork, HistoryEntry } from '../domain/history.js';
import type { BranchId } from '../domain/ids.js';
import type { Told } from '../server/process-messages.js';
import { CommandError } from './exit.js';

/** Longest text that waits to be written. */
const MOST_WAITING = 1 << 16;

/** Records a history into a file as it happens: all that happens together in one write. */
export class Recorder {
  /** Undefined until the run begins: if it never does, what is in the file stays. */
  private file: number | undefined;
  private readonly writer: HistoryWriter;
  private waiting = '';
  /** Of the run, by `performance.now`; undefined until it has begun. */
  private startedAtMs: number | undefined;
  /** The clock of a branch is not quite ours, but the times of each must not go back. */
  private readonly lastUs = new Map<BranchId, number>();
  /** Stand at the end, behind what branches have still to tell. */
  private readonly finals: (() => void)[] = [];
  private failure: CommandError | undefined;
  private closed = false;

  constructor(
    private readonly path: string,
    header: HistoryHeader,
  ) {
    this.writer = new HistoryWriter(header, (line) => this.write(line));
    process.on('exit', () => this.flush());
  }

  /** The run begins now, by `performance.now`; what happened before happened at its beginning. Throws a CommandError if the file cannot be written. */
  begin(startedAtMs: number): void {
    this.startedAtMs = startedAtMs;
    try {
      this.file = openSync(this.path, 'w');
    } catch (error) {
      throw this.problem(error);
    }
    this.flush();
  }

  entry(entry: HistoryEntry): void {
    if (!this.closed) this.writer.entry(entry);
  }

  /** What a branch process has told, by its own clock. */
  told(branch: BranchId, told: readonly Told[]): void {
    for (const { atMs, work } of told) this.branch(branch, this.sinceBeginUs(atMs - performance.timeOrigin), work);
  }

  /** Something that happens now. */
  now(entryAt: (atUs: number) => HistoryEntry): void {
    this.entry(entryAt(this.nowUs()));
  }

  /** What a branch holds now that nothing is going on any more. */
  final(branch: BranchId, holds: Omit<Extract<BranchWork, { readonly kind: 'final' }>, 'kind'>): void {
    const atUs = this.nowUs();
    this.finals.push(() => this.branch(branch, atUs, { kind: 'final', ...holds }));
  }

  /** Call when no branch has anything left to tell. Throws a CommandError if not all could be written. */
  close(): void {
    for (const write of this.finals.splice(0)) write();
    this.flush();
    if (!this.closed && this.file !== undefined) closeSync(this.file);
    this.closed = true;
    if (this.failure) throw this.failure;
  }

  private branch(branch: BranchId, atUs: number, work: BranchWork): void {
    const notBackUs = Math.max(atUs, this.lastUs.get(branch) ?? 0);
    this.lastUs.set(branch, notBackUs);
    this.entry({ kind: 'branch', event: { branch, atUs: notBackUs, ...work } });
  }

  private nowUs(): number {
    return this.sinceBeginUs(performance.now());
  }

  private sinceBeginUs(atMs: number): number {
    return this.startedAtMs === undefined ? 0 : Math.max(0, Math.floor((atMs - this.startedAtMs) * 1000));
  }

  private write(line: string): void {
    if (this.waiting === '') setImmediate(() => this.flush());
    this.waiting += line;
    if (this.waiting.length > MOST_WAITING) this.flush();
  }

  private flush(): void {
    if (this.file === undefined) return;
    const text = this.waiting;
    this.waiting = '';
    if (this.closed || text === '') return;
    try {
      writeSync(this.file, text);
    } catch (error) {
      // Said when the run is over: its results are not to be lost for this.
      this.failure = this.problem(error);
      this.closed = true;
      closeSync(this.file);
    }
  }

  private problem(error: unknown): CommandError {
    return new CommandError(`${this.path} cannot be written: ${(error as Error).message}`);
  }
}
