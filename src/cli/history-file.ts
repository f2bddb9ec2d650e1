import { createReadStream } from 'node:fs';
import { type HistoryHeader, looksLikeHistory } from '../check/history/header.js';
import { HistoryProblem, HistoryReader } from '../check/history/reader.js';
import type { HistoryEntry } from '../domain/history.js';
import { CommandError, Exit } from './exit.js';
import { linesOf } from './input-lines.js';
import type { Terminal } from './terminal.js';

const LINES_BETWEEN_NEWS = 10_000;

export interface LoadedHistory {
  readonly name: string;
  readonly header: HistoryHeader;
  readonly entries: readonly HistoryEntry[];
}

/** Reads a whole history, `-` from standard input. Bad input ends the command; what has not happened is then said in a few words. */
export async function loadHistory(path: string, terminal: Terminal, notHappened: string): Promise<LoadedHistory> {
  const name = path === '-' ? 'standard input' : path;
  const reader = new HistoryReader();
  const entries: HistoryEntry[] = [];
  let lines = 0;
  try {
    for await (const line of linesOf(path === '-' ? process.stdin : createReadStream(path), name)) {
      if (lines === 0 && !looksLikeHistory(line)) {
        const expected = 'expected a history, whose first line begins with {"passbook":"history"';
        throw new CommandError(`${name}:1: ${expected}; ${notHappened}`, Exit.badInput);
      }
      const entry = reader.read(line);
      if (entry) entries.push(entry);
      if (++lines % LINES_BETWEEN_NEWS === 0) terminal.progress(`${lines} lines read`);
    }
    reader.finish();
  } catch (error) {
    if (error instanceof HistoryProblem)
      throw new CommandError(`${name}:${error.line}: ${error.message}; ${notHappened}`, Exit.badInput);
    throw error;
  } finally {
    terminal.clearProgress();
  }
  return { name, header: reader.header, entries };
}
