/**
 * The checker of histories: fed entry by entry, asked for its verdict in the end.
 * It knows the domain and nothing of the code that it judges.
 *
 * What a history tells decides what is judged (see `Evidence`): with vectors each
 * family of checks, with balances alone what can be said of any bank.
 */
import type { HistoryEntry } from '../../domain/history.js';
import { isRead } from '../../domain/operations.js';
import type { HistoryHeader } from '../history/header.js';
import { checkAllowances } from './allowances.js';
import { checkBlackBox } from './black-box.js';
import { BranchTape } from './branch-tape.js';
import { checkCausality } from './causal.js';
import { type CheckerOptions, type Context, contextOf } from './context.js';
import { Docket, overallOf } from './docket.js';
import { checkDurability } from './durability.js';
import { checkAnswered, checkEndings } from './endings.js';
import { checkIdempotency } from './idempotency.js';
import { checkSessions } from './sessions.js';
import { NONE, Tape } from './tape.js';
import { checkValues } from './values.js';
import type { AbsentEvidence, HistoryVerdict } from './verdict.js';

export type { CheckerOptions } from './context.js';

export class HistoryChecker {
  private readonly tape = new Tape();
  private readonly log = new BranchTape(this.tape);

  constructor(
    private readonly header: HistoryHeader,
    private readonly options: CheckerOptions = {},
  ) {}

  /** Entries of one customer and of one branch in their order; those of different ones in any. */
  entry(entry: HistoryEntry): void {
    switch (entry.kind) {
      case 'invoked':
        return this.tape.invoked(entry.operation);
      case 'completed':
        return this.tape.completed(entry.operation);
      case 'branch':
        return this.log.branch(entry.event);
      case 'fault':
        this.log.faults.push(entry.event);
    }
  }

  /** Can be asked again, with other options. */
  verdict(options = this.options): HistoryVerdict {
    const docket = new Docket();
    const context = contextOf(this.header, options, this.tape, this.log, docket);
    if (!context.isBlack) judgeAll(context);
    checkBlackBox(context);
    checkAnswered(context);
    const reads = countReads(this.tape);
    const families = docket.families(reads);
    const overall = overallOf(families);
    return { overall, families, operations: this.tape.size, reads, absent: absentFrom(context) };
  }
}

/** The whole history at once. */
export function checkHistory(
  header: HistoryHeader,
  entries: Iterable<HistoryEntry>,
  options: CheckerOptions = {},
): HistoryVerdict {
  const checker = new HistoryChecker(header, options);
  for (const entry of entries) checker.entry(entry);
  return checker.verdict();
}

function judgeAll(context: Context): void {
  checkDurability(context);
  checkIdempotency(context);
  if (has(context.tape, 'vector')) checkSessions(context);
  checkCausality(context);
  checkValues(context);
  checkAllowances(context);
  checkEndings(context);
}

function has(tape: Tape, column: 'vector'): boolean {
  for (let row = 0; row < tape.size; row++) if (tape[column].at(row) !== NONE) return true;
  return false;
}

function countReads(tape: Tape): number {
  let reads = 0;
  for (let row = 0; row < tape.size; row++) if (tape.outcome(row) === 'ok' && isRead(tape.kind(row))) reads += 1;
  return reads;
}

function absentFrom({ tape, log, facts, isBlack }: Context): AbsentEvidence[] {
  const absent: AbsentEvidence[] = [];
  const grey = !isBlack;
  if (!grey || !has(tape, 'vector')) absent.push('vectors');
  if (!grey || log.logged === 0) absent.push('logs');
  if (log.finals.size === 0) absent.push('finals');
  if (!facts.complete) absent.push('complete');
  return absent;
}
