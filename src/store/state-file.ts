import { join } from 'node:path';
import { readChecked, writeChecked } from './checked-file.js';
import type { Files } from './files.js';

/** What the log cannot say of itself. */
export interface DirectoryState {
  /** How often the directory was opened. */
  readonly openings: number;
  /** Number of the oldest segment that was not trimmed. */
  readonly firstSegment: number;
  /** Every segment from the first to this one has been there: one that is not is lost. */
  readonly lastSegment: number;
  /** Some own sequence that is known to have been durable. */
  readonly ownLast: number;
  /** Whether there can be no own write that is durable and of which nothing here knows: not so after a copy, or damage at the end. */
  readonly isEndKnown: boolean;
}

export const NEW_STATE: DirectoryState = { openings: 0, firstSegment: 1, lastSegment: 0, ownLast: 0, isEndKnown: true };

export function pathOfState(directory: string): string {
  return join(directory, 'state');
}

/** Why nothing is known of it. The file is older than that of the bank, so it is never missing by right. */
export type Unknown = 'damaged' | 'missing';

export function readState(directory: string): DirectoryState | Unknown {
  const read = readChecked(pathOfState(directory));
  if (read === undefined) return 'missing';
  return read === 'damaged' ? read : (read.value as DirectoryState);
}

/** Keeps the file up to date: one write after the other, each whole. */
export class StateFile {
  private written: Promise<void> = Promise.resolve();

  constructor(
    private readonly files: Files,
    private readonly directory: string,
    private state: DirectoryState,
  ) {}

  get path(): string {
    return pathOfState(this.directory);
  }

  get current(): DirectoryState {
    return this.state;
  }

  /** Resolves when it is durable. */
  save(change: Partial<DirectoryState>): Promise<void> {
    this.state = { ...this.state, ...change };
    const { state } = this;
    const write = () => writeChecked(this.files, this.path, state);
    // The next one is tried also if this one fails: whoever waits for this one learns of it.
    const saved = this.written.then(write, write);
    this.written = saved.catch(() => undefined);
    return saved;
  }
}
