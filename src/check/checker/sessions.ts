/**
 * The four session guarantees when an operation is served, judged as for a single
 * run, and what no guarantee asks for: that one branch does not show a session less
 * than it showed it before.
 */
import type { AnomalyName } from '../../domain/anomalies.js';
import { type GuaranteeName, NO_GUARANTEES } from '../../domain/guarantees.js';
import type { RecordedOperation } from '../../domain/history.js';
import { type AccountId, branchId, branchOf, type CustomerId, type OriginId } from '../../domain/ids.js';
import { WriteKind } from '../../domain/writes.js';
import { GuaranteeJudge } from '../guarantees.js';
import type { Witness } from '../verdict.js';
import { between, EVERY_ACCOUNT, type Scope, type Writes } from '../write-index.js';
import type { Context } from './context.js';
import { Glimpse, NONE } from './tape.js';

export const GUARANTEE_ANOMALIES: Record<GuaranteeName, AnomalyName> = {
  'read-your-writes': 'ReadYourWrites',
  'monotonic-reads': 'MonotonicReads',
  'monotonic-writes': 'MonotonicWrites',
  'writes-follow-reads': 'WritesFollowReads',
};

export function checkSessions(context: Context): void {
  const { tape, options, seals, docket } = context;
  const judge = new GuaranteeJudge(new ColumnWrites(context), options.asked, tape.lost.size > 0);
  const again = context.requests.again();
  for (const row of inOrderOfInvocation(tape)) {
    const operation = tape.glimpse(row);
    if (operation.lost) operation.lost = seals.trulyLost(operation.lost);
    judge.follow(operation as RecordedOperation, !again.has(row));
  }
  for (const { name, checks, violations, unknowns, witness, unknownBecause } of judge.verdict().guarantees) {
    const anomaly = GUARANTEE_ANOMALIES[name];
    docket.checked(anomaly, checks);
    if (witness)
      docket.found(
        anomaly,
        { kind: 'missed', miss: inFull(tape, witness) },
        witness.operation.event - witness.earlier.event,
        violations,
      );
    if (unknownBecause) docket.unsure(anomaly, { kind: 'session', because: unknownBecause }, unknowns);
  }
  for (let session = 0; session < tape.sessions.length; session++) checkRegress(context, session, again);
}

function inFull(tape: Context['tape'], { operation, earlier, missing, ...rest }: Witness): Witness {
  const full = (seen: RecordedOperation) => (seen instanceof Glimpse ? tape.operation(seen.row) : seen);
  const shown = full(operation);
  const { balanceMinor } = shown;
  const by = { ...missing, by: full(missing.by) };
  return { ...rest, operation: shown, earlier: full(earlier), missing: by, ...(balanceMinor !== undefined && { balanceMinor }) };
}

/** Rows in the order in which their operations began; those of a history nearly are. */
export function inOrderOfInvocation({ invokedAt, event, size }: Context['tape']): Uint32Array {
  const rows = Uint32Array.from({ length: size }, (_, row) => row);
  for (let row = 1; row < size; row++) {
    if (invokedAt.at(row) < invokedAt.at(row - 1)) {
      return rows.sort((a, b) => invokedAt.at(a) - invokedAt.at(b) || event.at(a) - event.at(b) || a - b);
    }
  }
  return rows;
}

/** At one branch, an operation that began after another had its answer reflects as much at least. */
function checkRegress({ tape, requests, losses, docket }: Context, session: number, again: ReadonlySet<number>): void {
  const { vectors } = tape;
  const latest = new Map<number, number>();
  for (const row of requests.ofSession(session)) {
    const [vector, branch] = [tape.vector.at(row), tape.branch.at(row)];
    if (vector === NONE || again.has(row) || tape.shownBy(row) !== branch) continue;
    const earlier = latest.get(branch);
    latest.set(branch, row);
    if (earlier === undefined || !(tape.completedAt.at(earlier) <= tape.invokedAt.at(row))) continue;
    // A branch that crashed in between may have lost its memory.
    const answeredUs = Number.isNaN(tape.completedAt.at(row)) ? Infinity : tape.completedAt.at(row);
    if (losses.mayHaveForgottenWithin(branchId(branch), tape.invokedAt.at(earlier), answeredUs)) continue;
    docket.checked('SessionRegress');
    const before = tape.vector.at(earlier);
    const k = vectors.firstLacking(vector, before);
    if (k < 0) continue;
    const lacks = { origin: tape.origin(vectors.name(k)), sequence: vectors.sequence(k) };
    const [operation, first] = [tape.operation(row), tape.operation(earlier)];
    docket.found('SessionRegress', { kind: 'went-back', operation, earlier: first, lacks }, operation.event - first.event);
  }
}

/** What the judge of guarantees asks about writes, answered from columns. */
class ColumnWrites implements Writes {
  /** Indices of transfers by the two accounts and the origin, and of those that credit nobody knows whom. */
  private readonly transfers = new Map<string, number[]>();

  constructor(private readonly context: Context) {
    const { tape, writes } = context;
    for (let origin = 0; origin < tape.vectors.origins.values.length; origin++) {
      for (let index = writes.begin(origin); index < writes.end(origin); index++) {
        if (writes.kind(index) !== WriteKind.transfer) continue;
        const to = writes.to(index);
        const [a, b] = [tape.accounts.at(writes.account(index)), tape.accounts.at(to)];
        const key = to === NONE ? `${origin}` : `${origin} ${between(a, b)}`;
        const known = this.transfers.get(key);
        if (known) known.push(index);
        else this.transfers.set(key, [index]);
      }
    }
  }

  firstTouching(scope: Scope, originId: OriginId, after: number, upTo: number): RecordedOperation | undefined {
    const { tape, writes } = this.context;
    const origin = tape.vectors.origins.find(originId);
    if (origin === undefined) return undefined;
    const [from, limit] = [writes.upTo(origin, after), writes.upTo(origin, upTo)];
    if (from === limit) return undefined;
    const own = scope === EVERY_ACCOUNT ? Infinity : this.firstOf(this.members(scope, origin), from);
    const first = Math.min(own, this.firstOf(this.transfers.get(`${origin}`), from));
    return first < limit ? this.made(first) : undefined;
  }

  firstDoubtful(scope: Scope, originId: OriginId, after: number, upTo: number): number | undefined {
    const { tape, writes, facts } = this.context;
    if (facts.complete && !this.mayBeUnplaced(scope)) return undefined;
    const origin = tape.vectors.origins.find(originId);
    if (origin === undefined) return upTo > after ? after + 1 : undefined;
    if (upTo <= (writes.gapless[origin] as number)) return undefined;
    let sequence = after + 1;
    const limit = Math.min(writes.upTo(origin, upTo), writes.end(origin));
    for (let index = writes.upTo(origin, after); index < limit && writes.sequence[index] === sequence; index++) sequence += 1;
    return sequence <= upTo ? sequence : undefined;
  }

  private mayBeUnplaced(scope: Scope): boolean {
    const { tape, balances } = this.context;
    if (scope === EVERY_ACCOUNT) return balances.hasOptional;
    const names = scope.split(' ') as AccountId[];
    return names.every((name) => {
      const account = tape.accounts.find(name);
      return balances.creditsUnknown || (account !== undefined && balances.optionalOn(account).length > 0);
    });
  }

  private members(scope: Exclude<Scope, typeof EVERY_ACCOUNT>, origin: number): readonly number[] | undefined {
    if (scope.includes(' ')) return this.transfers.get(`${origin} ${scope}`);
    const account = this.context.tape.accounts.find(scope as AccountId);
    return account === undefined ? undefined : this.context.balances.touching.get(account, origin)?.members;
  }

  /** The first member from `from` on. */
  private firstOf(members: readonly number[] | undefined, from: number): number {
    if (!members) return Infinity;
    let low = 0;
    let high = members.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((members[middle] as number) < from) low = middle + 1;
      else high = middle;
    }
    return members[low] ?? Infinity;
  }

  /** A write that only a log tells of is told as what its request must have been. */
  private made(index: number): RecordedOperation {
    const { tape, log, writes, requests } = this.context;
    const row = writes.logRow[index] as number;
    const told = writes.operation[index] as number;
    const id = writes.idOf(index);
    const asked = told === NONE ? requests.askedFor(row)?.[0] : told;
    if (asked !== undefined) return { ...tape.operation(asked), write: id };
    const session = tape.sessions[log.session.at(row)];
    return {
      customer: session?.customer ?? ('?' as CustomerId),
      event: log.counter.at(row),
      branch: branchOf(id.origin),
      kind:
        ({ [WriteKind.open]: 'open', [WriteKind.deposit]: 'deposit', [WriteKind.withdraw]: 'withdraw' } as const)[
          writes.kind(index)
        ] ?? 'transfer',
      account: tape.accounts.at(writes.account(index)),
      amountMinor: writes.amount(index),
      guarantees: NO_GUARANTEES,
      invokedAtUs: 0,
      outcome: 'info',
      write: id,
    };
  }
}
