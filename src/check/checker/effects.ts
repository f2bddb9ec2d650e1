/** What operations do to one account, as far as their customers know: all that a black box shows. */
import { isWrite } from '../../domain/operations.js';
import type { Requests } from './requests.js';
import { NONE, type Tape } from './tape.js';

export interface Effect {
  readonly row: number;
  readonly effectMinor: bigint;
  readonly session: number;
  readonly invokedUs: number;
  /** Infinity while no answer has come. */
  readonly answeredUs: number;
  /** `done`: counts; `maybe`: may count; `refused`: must not. */
  readonly fate: 'done' | 'maybe' | 'refused';
}

const FATES = { ok: 'done', info: 'maybe', fail: 'refused' } as const;

/** By account; undefined where a transfer does not say whom it credits. A request that is asked again has one effect. */
export function effectsByAccount(tape: Tape, requests: Requests): Map<number, Effect[]> | undefined {
  const effects = new Map<number, Effect[]>();
  const best = requests.bestAnswered();
  for (let row = 0; row < tape.size; row++) {
    const kind = tape.kind(row);
    if (!isWrite(kind) || kind === 'open' || (best.get(row) ?? row) !== row) continue;
    const to = tape.to.at(row);
    if (kind === 'transfer' && to === NONE && tape.outcome(row) !== 'fail') return undefined;
    const minor = BigInt(tape.amount.at(row));
    add(tape.account.at(row), row, kind === 'deposit' ? minor : -minor);
    if (kind === 'transfer' && to !== NONE) add(to, row, minor);
  }
  for (const list of effects.values()) list.sort((a, b) => a.invokedUs - b.invokedUs);
  return effects;

  function add(account: number, row: number, effectMinor: bigint): void {
    const answered = tape.completedAt.at(row);
    const effect: Effect = {
      row,
      effectMinor,
      session: tape.session.at(row),
      invokedUs: requests.begunUs(row),
      answeredUs: Number.isNaN(answered) ? Infinity : answered,
      fate: FATES[tape.outcome(row)],
    };
    const known = effects.get(account);
    if (known) known.push(effect);
    else effects.set(account, [effect]);
  }
}

export type Cause = 'left-out' | 'twice' | 'refused' | 'future' | 'none';

export interface Guess {
  readonly cause: Cause;
  readonly effects: readonly Effect[];
}

export interface Suspects {
  /** What had to count. */
  readonly done: readonly Effect[];
  readonly others: readonly Effect[];
  readonly refused: readonly Effect[];
  readonly future: readonly Effect[];
}

/** The simplest mistake that would explain the rest; `fits` says whether optional writes add up to a sum. */
export function explain(rest: bigint, fits: (sum: bigint) => boolean, { done, others, refused, future }: Suspects): Guess {
  for (const effect of done) if (fits(rest + effect.effectMinor)) return { cause: 'left-out', effects: [effect] };
  for (const effect of [...done, ...others]) {
    if (effect.fate === 'done' && fits(rest - effect.effectMinor)) return { cause: 'twice', effects: [effect] };
  }
  for (const effect of refused) if (fits(rest - effect.effectMinor)) return { cause: 'refused', effects: [effect] };
  for (const effect of future) if (fits(rest - effect.effectMinor)) return { cause: 'future', effects: [effect] };
  let left = rest;
  for (let k = done.length - 1; k >= 0; k--) {
    left += (done[k] as Effect).effectMinor;
    if (fits(left)) return { cause: 'left-out', effects: done.slice(k) };
  }
  return { cause: 'none', effects: [] };
}
