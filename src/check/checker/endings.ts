/**
 * The end of a run: every branch has every write and the same balances, all accounts
 * together hold what came in less what went out, and everybody was answered.
 */
import type { AccountId, BranchId } from '../../domain/ids.js';
import { WriteKind } from '../../domain/writes.js';
import type { Final } from './branch-tape.js';
import type { Context } from './context.js';
import { NONE } from './tape.js';

export function checkEndings(context: Context): void {
  checkArrived(context);
  checkAgreement(context);
  checkConservation(context);
}

/** What one branch has, or logged and did not forget, all have, up to where the bank has given it up. */
function checkArrived({ tape, log, writes, losses, seals, docket }: Context): void {
  const { finals } = log;
  if (finals.size === 0) return;
  for (let origin = 0; origin < tape.vectors.origins.values.length; origin++) {
    let most = 0;
    for (const { vector } of finals.values()) most = Math.max(most, tape.vectors.entry(vector, origin));
    if (!losses.mayHaveLostItsEnd(origin)) most = Math.max(most, Math.min(lastLogged(writes, origin), seals.cutOf(origin)));
    for (const [branch, { vector }] of finals) {
      docket.checked('StuckPropagation');
      const has = tape.vectors.entry(vector, origin);
      const id = { origin: tape.origin(origin), sequence: has + 1 };
      if (has < most) docket.found('StuckPropagation', { kind: 'stuck', branch, id, has });
    }
  }
}

function lastLogged(writes: Context['writes'], origin: number): number {
  for (let index = writes.end(origin) - 1; index >= writes.begin(origin); index--) {
    if (writes.logRow[index] !== NONE) return writes.sequence[index] as number;
  }
  return 0;
}

/** Branches that have the same writes hold the same; those that lack some are not compared with others. */
function checkAgreement({ tape, log, docket }: Context): void {
  const apart: (readonly [BranchId, Final])[] = [];
  for (const [branch, final] of log.finals) {
    if (apart.length > 0) docket.checked('Divergence');
    const alike = apart.find(([, { vector }]) => tape.vectors.equal(vector, final.vector));
    if (!alike) {
      apart.push([branch, final]);
      continue;
    }
    const [other, { balances }] = alike;
    const account = differing(balances, final.balances);
    if (account === undefined) continue;
    const balanceMinor = final.balances.get(account) ?? 0n;
    docket.found('Divergence', { kind: 'differ', account, branch, balanceMinor, other, otherMinor: balances.get(account) ?? 0n });
  }
}

function differing(a: Final['balances'], b: Final['balances']): AccountId | undefined {
  return [...a.keys(), ...b.keys()].find((account) => (a.get(account) ?? 0n) !== (b.get(account) ?? 0n));
}

function checkConservation({ tape, log, writes, founded, facts, balances, docket }: Context): void {
  for (const [branch, { vector, balances: held }] of log.finals) {
    if (held.size === 0 || !isCertain(branch)) continue;
    let expectedMinor = [...founded.values()].reduce((sum, minor) => sum + minor, 0n);
    const { vectors } = tape;
    for (let k = vectors.begin(vector); k < vectors.end(vector); k++) {
      const limit = writes.upTo(vectors.name(k), vectors.sequence(k));
      for (let index = writes.begin(vectors.name(k)); index < limit; index++) {
        const kind = writes.kind(index);
        if (kind === WriteKind.deposit) expectedMinor += BigInt(writes.amount(index));
        if (kind === WriteKind.withdraw) expectedMinor -= BigInt(writes.amount(index));
      }
    }
    docket.checked('ConservationBreak');
    const totalMinor = [...held.values()].reduce((sum, minor) => sum + minor, 0n);
    if (totalMinor !== expectedMinor)
      docket.found('ConservationBreak', { kind: 'conservation', branch, totalMinor, expectedMinor });
  }

  /** All writes of the vector are known, and no operation of unknown outcome is among those that are not. */
  function isCertain(branch: BranchId): boolean {
    const { vector } = log.finals.get(branch) as Final;
    const { vectors } = tape;
    let holes = false;
    for (let k = vectors.begin(vector); k < vectors.end(vector); k++) {
      holes ||= vectors.sequence(k) > (writes.gapless[vectors.name(k)] as number);
    }
    return !holes || (facts.complete === true && !balances.hasOptional);
  }
}

/** In a run that came to its end every operation has its answer, unless its branch died. */
export function checkAnswered({ tape, log, losses, options, docket }: Context): void {
  const ended = log.finals.size > 0;
  const { limitUs } = options;
  if (!ended && limitUs === undefined) return;
  for (let row = 0; row < tape.size; row++) {
    const answeredUs = tape.completedAt.at(row);
    const isLate = limitUs !== undefined && answeredUs - tape.invokedAt.at(row) > limitUs;
    docket.checked('UnboundedWait');
    if (isLate) docket.found('UnboundedWait', { kind: 'late', operation: tape.operation(row), limitUs });
    if (!ended || !Number.isNaN(answeredUs)) continue;
    if (losses.crashedWithin(tape.branch.at(row) as BranchId, tape.invokedAt.at(row), Infinity)) continue;
    docket.found('UnboundedWait', { kind: 'unanswered', operation: tape.operation(row) });
  }
}
