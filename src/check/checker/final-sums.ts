/**
 * After quiescence, by balances alone: each branch holds what was founded and done,
 * and some of what may have been done, and all hold the same.
 */
import type { AnomalyName } from '../../domain/anomalies.js';
import type { AccountId } from '../../domain/ids.js';
import type { Effort } from '../results/effort.js';
import { SubsetSums } from '../results/subset-sums.js';
import type { Context } from './context.js';
import { type Cause, type Effect, explain } from './effects.js';

const ANOMALY_OF: Record<Cause, AnomalyName> = {
  'left-out': 'LostAcknowledgedWrite',
  twice: 'DuplicateEffect',
  refused: 'ResurrectedRefusal',
  future: 'GarbageBalance',
  none: 'GarbageBalance',
};

export function checkFinalSums(context: Context, effects: ReadonlyMap<number, readonly Effect[]>, effort: Effort): void {
  const { tape, log, facts, losses } = context;
  checkEqual(context);
  // A bank in memory may have lost what a branch that crashed had alone.
  if (facts.branches.some((branch) => losses.mayForget(branch))) return;
  const accounts = new Set([...log.finals.values()].flatMap(({ balances }) => [...balances.keys()]));
  for (const account of accounts) checkAccount(context, account, effects.get(tape.accounts.of(account)) ?? [], effort);
}

function checkAccount(context: Context, account: AccountId, effects: readonly Effect[], effort: Effort): void {
  const { log, founded, losses, docket } = context;
  const [done, maybe] = [withFate(effects, 'done'), withFate(effects, 'maybe')];
  const definite = done.reduce((sum, { effectMinor }) => sum + effectMinor, founded.get(account) ?? 0n);
  const sums = SubsetSums.of(
    maybe.map(({ effectMinor }) => effectMinor),
    effort,
  );
  for (const [branch, { balances }] of log.finals) {
    const balanceMinor = balances.get(account);
    if (balanceMinor === undefined) continue;
    for (const name of new Set(Object.values(ANOMALY_OF))) docket.checked(name);
    const rest = balanceMinor - definite;
    const fits = rest === 0n || sums?.has(rest, effort);
    if (fits === undefined) docket.unsure('GarbageBalance', { kind: 'too-many-sets' });
    if (fits !== false) continue;
    if (
      mayBeForLosses(
        rest,
        done.filter(({ row }) => losses.mayHaveLostRow(row)),
        maybe,
        effort,
      )
    ) {
      docket.unsure('LostAcknowledgedWrite', { kind: 'incomplete' });
      continue;
    }
    const refused = withFate(effects, 'refused');
    const guess = explain(rest, (sum) => sums?.has(sum, effort) === true, { done, others: [], refused, future: [] });
    const culprits = guess.effects.map(({ row }) => context.tape.operation(row));
    const shown = { observer: { kind: 'final', branch }, account, balanceMinor } as const;
    docket.found(ANOMALY_OF[guess.cause], { kind: 'unreachable', shown, cause: guess.cause, culprits }, culprits.length);
  }
}

function withFate(effects: readonly Effect[], fate: Effect['fate']): Effect[] {
  return effects.filter((effect) => effect.fate === fate);
}

/** Whether the rest is what it is for want of acknowledged writes, those that may be lost for good. */
function mayBeForLosses(rest: bigint, old: readonly Effect[], maybe: readonly Effect[], effort: Effort): boolean {
  if (old.length === 0) return false;
  const minor = [...maybe.map(({ effectMinor }) => effectMinor), ...old.map(({ effectMinor }) => -effectMinor)];
  return SubsetSums.of(minor, effort)?.has(rest, effort) !== false;
}

function checkEqual({ log, docket }: Context): void {
  const first = new Map<AccountId, { branch: Parameters<typeof log.finals.get>[0]; balanceMinor: bigint }>();
  for (const [branch, { balances }] of log.finals) {
    for (const [account, balanceMinor] of balances) {
      const known = first.get(account);
      docket.checked('Divergence');
      if (!known) first.set(account, { branch, balanceMinor });
      else if (known.balanceMinor !== balanceMinor) {
        const [other, otherMinor] = [known.branch, known.balanceMinor];
        docket.found('Divergence', { kind: 'differ', account, branch, balanceMinor, other, otherMinor });
      }
    }
  }
}
