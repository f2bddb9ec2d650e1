/**
 * What can be said of a bank of which only operations and balances are known,
 * whatever it is made of: for reads that do not say which writes they reflect.
 *
 *   balance = founded + Σ own writes done before the read began + Σ of a set of optional writes
 *
 * Optional is every other write that may have taken effect and was asked for before
 * the read was answered. Never counted: what failed, what was asked for later. Where
 * no set adds up, the balance cannot be. Where the sets are too many, only the
 * bounds, and a balance that falls though nothing is taken out, can be judged.
 */
import type { AnomalyName } from '../../domain/anomalies.js';
import { isWrite } from '../../domain/operations.js';
import { Effort } from '../results/effort.js';
import type { Context } from './context.js';
import { effectsByAccount } from './effects.js';
import { checkFinalSums } from './final-sums.js';
import { judgeReads } from './read-judge.js';
import { NONE } from './tape.js';

const EFFORT = 3e8;
/** To look for the simplest mistake behind what cannot be; in effects that are looked at. */
const EFFORT_FOR_CAUSES = 2e7;
const JUDGED: readonly AnomalyName[] = [
  'ReadYourWrites',
  'MonotonicReads',
  'ResurrectedRefusal',
  'GarbageBalance',
  'DuplicateEffect',
  'FutureRead',
];

export function checkBlackBox(context: Context): void {
  const { tape, requests, facts, isBlack, log, docket } = context;
  const reads = readsBySession(context);
  if (reads.size === 0 && !(isBlack && log.finals.size > 0)) return;
  const effects = effectsByAccount(tape, requests);
  if (!facts.complete || !effects) {
    for (const rows of reads.values()) for (const name of JUDGED) docket.unsure(name, { kind: 'incomplete' }, rows.length);
    return;
  }
  const efforts = { sets: new Effort(context.options.effort ?? EFFORT), causes: new Effort(EFFORT_FOR_CAUSES) };
  for (const [key, rows] of reads) {
    const account = Number(key.split(' ')[1]);
    judgeReads(context, account, effects.get(account) ?? [], rows, efforts);
  }
  if (isBlack) checkFinalSums(context, effects, efforts.sets);
}

/** Rows of reads without a vector, by session and account. */
function readsBySession({ tape, options, requests }: Context): Map<string, number[]> {
  const reads = new Map<string, number[]>();
  for (let session = 0; session < tape.sessions.length; session++) {
    for (const row of requests.ofSession(session)) {
      if (isWrite(tape.kind(row)) || tape.outcome(row) !== 'ok' || tape.balance(row) === undefined) continue;
      if (!options.blackBox && tape.vector.at(row) !== NONE) continue;
      const key = `${session} ${tape.account.at(row)}`;
      const known = reads.get(key);
      if (known) known.push(row);
      else reads.set(key, [row]);
    }
  }
  return reads;
}
