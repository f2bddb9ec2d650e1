import type { HistoryEntry } from '../../domain/history.js';
import { assert } from '../../std/assert.js';
import { branchLine, faultLine } from './branches.js';
import { type HistoryHeader, headerLine } from './header.js';
import type { Line } from './line.js';
import { completionLine, invokeLine } from './operations.js';

/** Writes a history as it happens, a line an entry. */
export class HistoryWriter {
  private index = 0;
  /** Times of a process never go back. */
  private readonly lastUs = new Map<string, number>();

  /** `write` gets whole lines, each with its end. */
  constructor(
    header: HistoryHeader,
    private readonly write: (line: string) => void,
  ) {
    write(`${headerLine(header)}\n`);
  }

  entry(entry: HistoryEntry): void {
    const { type, process, f, value, error, atUs } = this.lineOf(entry);
    this.lastUs.set(process, atUs);
    this.write(`${JSON.stringify({ index: this.index++, type, process, f, value, error, time: nanoseconds(atUs) })}\n`);
  }

  private lineOf(entry: HistoryEntry): Line {
    switch (entry.kind) {
      case 'invoked':
        return invokeLine(entry.operation);
      case 'completed':
        // Without an answer, what is known of the failure stands behind all that the customer did.
        return completionLine(entry.operation, this.lastUs.get(entry.operation.customer) ?? entry.operation.invokedAtUs);
      case 'branch':
        return branchLine(entry.event);
      case 'fault':
        return faultLine(entry.event);
    }
  }
}

function nanoseconds(us: number): number {
  const ns = Math.round(us * 1000);
  assert(Number.isSafeInteger(ns) && ns >= 0, 'times count from the beginning of the run and stay below 2^53 ns');
  return ns;
}
