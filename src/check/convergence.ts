/**
 * Whether the branches came to agree: judged from what each of them lists as
 * applied, once every write had time to arrive everywhere, and from the history
 * of the customers. Like the judge of histories it knows nothing of the core.
 */
import type { RecordedOperation } from '../domain/history.js';
import type { BranchId, OriginId, WriteId } from '../domain/ids.js';
import { EMPTY_VECTOR, includesWrite, type VersionVector } from '../domain/vector.js';
import { type AppliedWrite, isOfCustomer } from '../domain/writes.js';
import type { Judgement } from './verdict.js';

/** What was found at one branch in the end. */
export type BranchFound =
  | {
      readonly branch: BranchId;
      readonly balanceMinor: bigint;
      /** In the order in which the branch applied them. */
      readonly writes: readonly AppliedWrite[];
      /** Applied, too, but not listed any more; they are older. */
      readonly notListed?: VersionVector;
    }
  /** It could not be asked; a sentence says why. */
  | { readonly branch: BranchId; readonly silent: string };

export interface Convergence {
  /** Every branch has every write that any branch lists or that was acknowledged. */
  readonly everyWrite: Finding;
  /** At every branch the writes of each session are in the order of the session. */
  readonly sessionOrder: Finding;
  /** At every branch every write comes after all that its branch had applied when it accepted the write. */
  readonly causalOrder: Finding;
  readonly equalBalances: Finding;
}

/** Violated ⇔ the problem is none of silence; unknown ⇒ some branch was silent. */
export interface Finding {
  readonly verdict: Judgement;
  /** How many comparisons it rests on. */
  readonly checks: number;
  /** The first one that failed, or the first branch that was silent. */
  readonly problem?: Problem;
}

export type Problem =
  | { readonly kind: 'missing'; readonly at: BranchId; readonly id: WriteId; readonly write?: AppliedWrite }
  /** `late` was applied after `write` and should have been before it. */
  | { readonly kind: 'session-order'; readonly at: BranchId; readonly write: AppliedWrite; readonly late: AppliedWrite }
  | { readonly kind: 'causal-order'; readonly at: BranchId; readonly write: AppliedWrite; readonly late: WriteId }
  | {
      readonly kind: 'balances';
      readonly at: BranchId;
      readonly balanceMinor: bigint;
      readonly other: BranchId;
      readonly otherMinor: bigint;
    }
  | { readonly kind: 'silent'; readonly at: BranchId; readonly why: string };

type Told = Extract<BranchFound, { readonly writes: unknown }>;

export function judgeConvergence(found: readonly BranchFound[], history: readonly RecordedOperation[]): Convergence {
  const told = found.filter((branch): branch is Told => 'writes' in branch);
  const silent = found.find((branch) => 'silent' in branch);
  const conclude = (results: Iterable<Problem | undefined>): Finding => {
    let checks = 0;
    for (const problem of results) {
      checks += 1;
      if (problem) return { verdict: 'violated', checks, problem };
    }
    if (!silent) return { verdict: 'holds', checks };
    return { verdict: 'unknown', checks, problem: { kind: 'silent', at: silent.branch, why: silent.silent } };
  };
  return {
    everyWrite: conclude(everyWrite(told, history)),
    sessionOrder: conclude(sessionOrder(told)),
    causalOrder: conclude(causalOrder(told, history)),
    equalBalances: conclude(equalBalances(told)),
  };
}

/** Checks yield what they find out, one after another; nothing is what should be. */
type Checks = Generator<Problem | undefined>;

function* everyWrite(told: readonly Told[], history: readonly RecordedOperation[]): Checks {
  const all = new ById<{ readonly id: WriteId; readonly write?: AppliedWrite }>();
  for (const { writes } of told) for (const write of writes) all.add(write.id, { id: write.id, write });
  for (const { write: id } of history) if (id) all.add(id, { id });
  for (const { branch, writes, notListed = EMPTY_VECTOR } of told) {
    const here = new ById<true>();
    for (const { id } of writes) here.add(id, true);
    const isHere = ({ id }: { readonly id: WriteId }) => here.get(id) ?? includesWrite(notListed, id);
    for (const write of all.values()) yield isHere(write) ? undefined : { kind: 'missing', at: branch, ...write };
  }
}

function* sessionOrder(told: readonly Told[]): Checks {
  for (const { branch, writes } of told) {
    /** Of each session, the write with the highest counter so far. */
    const last = new Map<string, AppliedWrite>();
    for (const write of writes) {
      const { request, kind } = write;
      if (!request || !isOfCustomer(kind)) continue;
      const session = `${request.session}/${request.customer}`;
      const before = last.get(session);
      if (!before || counterOf(before) < counterOf(write)) last.set(session, write);
      if (!before) continue;
      const wrong = counterOf(before) > counterOf(write);
      yield wrong ? { kind: 'session-order', at: branch, write: before, late: write } : undefined;
    }
  }
}

function counterOf({ request }: AppliedWrite): number {
  return request?.counter ?? 0;
}

function* causalOrder(told: readonly Told[], history: readonly RecordedOperation[]): Checks {
  const vectors = new ById<VersionVector>();
  for (const { write, vector } of history) if (write && vector) vectors.add(write, vector);
  for (const { branch, writes, notListed } of told) {
    const applied = new Map(notListed);
    for (const write of writes) {
      const { origin, sequence } = write.id;
      const needed = new Map(vectors.get(write.id));
      // The log of each branch is in order, also where the history knows nothing of the write.
      if (sequence > 1) needed.set(origin, sequence - 1);
      const late = [...needed].find(([other, upTo]) => (applied.get(other) ?? 0) < upTo);
      applied.set(origin, Math.max(sequence, applied.get(origin) ?? 0));
      yield late && { kind: 'causal-order', at: branch, write, late: { origin: late[0], sequence: late[1] } };
    }
  }
}

function* equalBalances(told: readonly Told[]): Checks {
  const [first, ...others] = told;
  if (!first) return;
  for (const { branch, balanceMinor } of others) {
    const equal = balanceMinor === first.balanceMinor;
    yield equal ? undefined : { kind: 'balances', at: branch, balanceMinor, other: first.branch, otherMinor: first.balanceMinor };
  }
}

/** Something about each write; of several the first stays. */
class ById<T> {
  private readonly origins = new Map<OriginId, Map<number, T>>();

  add({ origin, sequence }: WriteId, value: T): void {
    let sequences = this.origins.get(origin);
    if (!sequences) this.origins.set(origin, (sequences = new Map()));
    if (!sequences.has(sequence)) sequences.set(sequence, value);
  }

  get({ origin, sequence }: WriteId): T | undefined {
    return this.origins.get(origin)?.get(sequence);
  }

  *values(): Generator<T> {
    for (const sequences of this.origins.values()) yield* sequences.values();
  }
}
