/** Judges whether every event has one entry that names it rightly, and counts as the course's checker does. */
import type { CustomerInput, ResultsInput, Stray } from './input.js';
import { entryOf } from './ledger.js';
import type { Finding, ResultsVerdict } from './verdict.js';

export function judgeEntries(input: ResultsInput): Finding[] {
  return [...input.customers.flatMap(entriesOf), ...straysOf(input.strays)];
}

/** Those that nothing tells apart, as in a file of one line, are one finding. */
function straysOf(strays: readonly Stray[]): Finding[] {
  const alike = new Map<string, { stray: Stray; times: number }>();
  for (const stray of strays) {
    const key = JSON.stringify([stray.customer, stray.why, stray.line, stray.operation, stray.branch]);
    const known = alike.get(key);
    if (known) known.times += 1;
    else alike.set(key, { stray, times: 1 });
  }
  return [...alike.values()].map(({ stray, times }) => {
    const entry = { customer: stray.customer, line: stray.line };
    return { anomaly: 'ExtraEntry', entry, witness: { kind: 'extra', stray, times } };
  });
}

/** A stretch of events without entries, as a killed run leaves them, is one finding. */
function entriesOf({ id, events }: CustomerInput): Finding[] {
  const findings: Finding[] = [];
  let stretchFrom: number | undefined;
  for (const [index, event] of events.entries()) {
    const missing = event.answer.kind === 'missing';
    if (missing) stretchFrom ??= index;
    const first = stretchFrom === undefined ? undefined : events[stretchFrom];
    if (first && (!missing || index === events.length - 1)) {
      const last = missing ? event : events[index - 1];
      const witness = { kind: 'missing', throughEvent: last?.event } as const;
      findings.push({ anomaly: 'MissingEntry', entry: entryOf(id, first), witness });
      stretchFrom = undefined;
    }
    if (!event.said) continue;
    findings.push({ anomaly: 'MismatchedEntry', entry: entryOf(id, event), witness: { kind: 'mismatch', said: event.said } });
  }
  return findings;
}

/**
 * "X out of Y cross-branch query events are correct": of two entries in a row that
 * are both queries, wherever they stand, the balances must be equal. It compares
 * no balance with the writes, so a constant passes; it decides nothing here.
 */
export function courseCount({ inFileOrder }: ResultsInput): ResultsVerdict['courseCount'] {
  let correct = 0;
  let total = 0;
  for (const [index, entry] of inFileOrder.entries()) {
    const before = inFileOrder[index - 1];
    if (!before?.query || !entry.query) continue;
    total += 1;
    if (entry.balanceMinor !== undefined && entry.balanceMinor === before.balanceMinor) correct += 1;
  }
  return { correct, total };
}
