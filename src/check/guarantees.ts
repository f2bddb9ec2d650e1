/**
 * Judges a history on the four session guarantees of Terry et al., "Session
 * Guarantees for Weakly Consistent Replicated Data" (1994), whatever was
 * enforced when it was made. Sessions are customers, unless the history tells the
 * sessions of a customer apart.
 *
 * With W the ids of the writes that were acknowledged to the session before,
 * R the vectors that its reads reflected before, and x the vector of the operation:
 *
 *   read your writes      a read has    W ≤ x   in what touches the account it reads
 *   monotonic reads       a read has    R ≤ x   in what touches the account of both reads
 *   monotonic writes      a write has   W ≤ x   in everything
 *   writes follow reads   a write has   R ≤ x   in what touches the account that was read
 *
 * A withdrawal and a transfer look at the balance: they are judged as reads and
 * as writes, also where they are refused and reveal state. A refused deposit may
 * reveal some, too, and is not judged: it was asked to wait as a write. Monotonic writes
 * relates any two writes of a session, so no account limits it. The other three
 * speak of Terry's relevant writes: a grant that a branch lacks changes no
 * answer, and a deposit on another account is none that this read could show.
 *
 * A session that was told of lost writes goes on without them: they are no part of W
 * and R from then on. Before it was told, they are.
 *
 * Only the acceptance of a write is judged here. That its dependencies stay
 * before it at every branch it reaches later is the business of causal
 * propagation, and of checks on logs.
 *
 * One pass over the history, after the one that indexes its writes: linear in
 * operations × branches, with a logarithm where a branch is behind. Only a write
 * that misses something of R looks at each account that its session has read.
 */
import { GUARANTEES, type GuaranteeName, has } from '../domain/guarantees.js';
import type { RecordedOperation } from '../domain/history.js';
import { branchOf } from '../domain/ids.js';
import { isRead, isWrite } from '../domain/operations.js';
import type { VersionVector } from '../domain/vector.js';
import { assert } from '../std/assert.js';
import { includesMarks, lacking, type Mark, type Marks, revealsState, SessionTrace } from './session-trace.js';
import type { GuaranteeVerdict, Judgement, UnknownBecause, Verdict, Witness } from './verdict.js';
import { between, EVERY_ACCOUNT, type Evidence, type Scope, WriteIndex, type Writes } from './write-index.js';

/** Judges every session; `evidence` can settle what the history alone leaves unknown. */
export function judge(history: readonly RecordedOperation[], evidence: Evidence = {}): Verdict {
  const judge = new GuaranteeJudge(
    new WriteIndex(history, evidence),
    false,
    history.some(({ lost }) => lost !== undefined),
  );
  for (const operation of inOrderOfInvocation(history)) judge.follow(operation);
  return judge.verdict();
}

/** Judges operations as they are handed over, one by one in the order of their invocation. */
export class GuaranteeJudge {
  private readonly tallies = GUARANTEES.map(({ name }) => new Tally(name));
  private readonly sessions = new Map<string, SessionTrace>();

  constructor(
    private readonly writes: Writes,
    /** Judge each operation by those guarantees only that it asked for. */
    private readonly asked = false,
    /** Some operation is told that writes are lost. */
    private readonly losesWrites = false,
  ) {}

  /** A request that was asked again may be told what is long known, so only the first attempt is `judged`. */
  follow(operation: RecordedOperation, judged = true): void {
    const key = `${operation.session ?? ''} ${operation.customer}`;
    let session = this.sessions.get(key);
    if (!session) this.sessions.set(key, (session = new SessionTrace(this.losesWrites)));
    session.follow(operation);
    if (!judged) return;
    for (const tally of this.tallies) {
      if (this.asked && !has(operation.guarantees, tally.name)) continue;
      tally.count(CHECKS[tally.name](operation, session, this.writes));
    }
  }

  verdict(): Verdict {
    const guarantees = this.tallies.map((tally) => tally.verdict());
    return { guarantees, overall: overall(guarantees) };
  }
}

/** What one check found; undefined where there was nothing to compare. */
type Finding = 'holds' | { readonly missed: Witness } | { readonly unknown: UnknownBecause } | undefined;

type Check = (operation: RecordedOperation, session: SessionTrace, writes: Writes) => Finding;

const CHECKS: Record<GuaranteeName, Check> = {
  'read-your-writes': readYourWrites,
  'monotonic-reads': monotonicReads,
  'monotonic-writes': monotonicWrites,
  'writes-follow-reads': writesFollowReads,
};

function readYourWrites(operation: RecordedOperation, session: SessionTrace): Finding {
  if (!judgedAsRead(operation) || !hasWritten(session)) return undefined;
  // What the branch has of everything it also has of this account.
  if (session.unnamed.size === 0 && operation.vector && includesMarks(operation.vector, session.written)) return 'holds';
  const scopes: Scope[] = [operation.account, EVERY_ACCOUNT];
  const unnamed = scopes.map((scope) => session.unnamed.get(scope)).find((write) => write !== undefined);
  const own = scopes.map((scope) => session.writtenOn.get(scope)).filter((marks) => marks !== undefined);
  if (own.length === 0 && !unnamed) return 'holds';
  if (operation.vector === undefined) return silence(operation, operation);
  return ownMiss('read-your-writes', operation, operation.vector, own) ?? nameless(operation, unnamed) ?? 'holds';
}

function monotonicWrites(operation: RecordedOperation, session: SessionTrace): Finding {
  if (!judgedAsWrite(operation) || !hasWritten(session)) return undefined;
  if (operation.vector === undefined) return silence(operation, operation);
  const [unnamed] = session.unnamed.values();
  return ownMiss('monotonic-writes', operation, operation.vector, [session.written]) ?? nameless(operation, unnamed) ?? 'holds';
}

function monotonicReads(operation: RecordedOperation, session: SessionTrace, writes: Writes): Finding {
  if (!judgedAsRead(operation) || !hasRead(session)) return undefined;
  if (operation.vector === undefined) return silence(operation, operation);
  const comparison = new ShownComparison('monotonic-reads', operation, operation.vector, writes);
  comparison.expect(session.seenOf.get(operation.account), operation.account);
  // An earlier read of another account may have shown a transfer that touches this one, too.
  if (!includesMarks(operation.vector, session.seen)) {
    comparison.expect(session.seen, EVERY_ACCOUNT);
    for (const [account, marks] of session.seenOf) {
      if (account !== operation.account) comparison.expect(marks, between(account, operation.account));
    }
  }
  return comparison.finding(session.silent);
}

function writesFollowReads(operation: RecordedOperation, session: SessionTrace, writes: Writes): Finding {
  if (!judgedAsWrite(operation) || !hasRead(session)) return undefined;
  if (operation.vector === undefined) return silence(operation, operation);
  const comparison = new ShownComparison('writes-follow-reads', operation, operation.vector, writes);
  const behind = !includesMarks(operation.vector, session.seen);
  if (behind) for (const [account, marks] of session.seenOf) comparison.expect(marks, account);
  return comparison.finding(session.silent);
}

/** Compares a vector with what earlier reads showed, account by account. */
class ShownComparison {
  private witness: Witness | undefined;
  private doubt: UnknownBecause | undefined;

  constructor(
    private readonly guarantee: GuaranteeName,
    private readonly operation: RecordedOperation,
    private readonly vector: VersionVector,
    private readonly writes: Writes,
  ) {}

  expect(shown: Marks | undefined, scope: Scope): void {
    if (includesMarks(this.vector, shown)) return;
    for (const [origin, mark, after] of lacking(shown, this.vector)) {
      const by = this.writes.firstTouching(scope, origin, after, mark.sequence);
      if (by) this.witness = closer(this.witness, miss(this.guarantee, this.operation, mark, by));
      if (by || this.doubt) continue;
      const sequence = this.writes.firstDoubtful(scope, origin, after, mark.sequence);
      if (sequence === undefined) continue;
      const id = { origin, sequence };
      this.doubt = { kind: 'unaccounted-write', operation: this.operation, earlier: mark.operation, id };
    }
  }

  /** `silent` is an earlier read of which nobody knows what it showed. */
  finding(silent: RecordedOperation | undefined): Finding {
    if (this.witness) return { missed: this.witness };
    if (this.doubt) return { unknown: this.doubt };
    return silent ? silence(this.operation, silent) : 'holds';
  }
}

function ownMiss(guarantee: GuaranteeName, operation: RecordedOperation, vector: VersionVector, own: readonly Marks[]): Finding {
  let witness: Witness | undefined;
  for (const marks of own) {
    if (includesMarks(vector, marks)) continue;
    for (const [, mark] of lacking(marks, vector)) {
      witness = closer(witness, miss(guarantee, operation, mark, mark.operation));
    }
  }
  return witness && { missed: witness };
}

function miss(guarantee: GuaranteeName, operation: RecordedOperation, mark: Mark, by: RecordedOperation): Witness {
  const { branch: missingAt, balanceMinor } = operation;
  const id = by.write;
  assert(id !== undefined, 'only a write that is known by its id can be found missing');
  return {
    guarantee,
    operation,
    earlier: mark.operation,
    missing: { id, by, madeAt: branchOf(id.origin) },
    missingAt,
    ...(balanceMinor !== undefined && { balanceMinor }),
  };
}

/** Of two misses by the same operation, the one that needs the shorter part of the session to tell. */
function closer(a: Witness | undefined, b: Witness): Witness {
  return a === undefined || b.earlier.event > a.earlier.event ? b : a;
}

function silence(operation: RecordedOperation, silent: RecordedOperation): Finding {
  return { unknown: { kind: 'no-vector', operation, silent } };
}

function nameless(operation: RecordedOperation, earlier: RecordedOperation | undefined): Finding {
  return earlier && { unknown: { kind: 'no-write-id', operation, earlier } };
}

function judgedAsRead(operation: RecordedOperation): boolean {
  return isRead(operation.kind) && (operation.outcome === 'ok' || revealsState(operation));
}

function judgedAsWrite(operation: RecordedOperation): boolean {
  return operation.outcome === 'ok' && isWrite(operation.kind);
}

function hasWritten(session: SessionTrace): boolean {
  return session.written.size > 0 || session.unnamed.size > 0;
}

function hasRead(session: SessionTrace): boolean {
  return session.seen.size > 0 || session.silent !== undefined;
}

/** Recorders append when they can; what follows what is decided by time. */
function inOrderOfInvocation(history: readonly RecordedOperation[]): RecordedOperation[] {
  return [...history].sort((a, b) => a.invokedAtUs - b.invokedAtUs || a.event - b.event);
}

/** How much of its session a witness takes to tell. */
function span({ operation, earlier }: Witness): number {
  return operation.event - earlier.event;
}

class Tally {
  private checks = 0;
  private violations = 0;
  private unknowns = 0;
  private witness: Witness | undefined;
  private unknownBecause: UnknownBecause | undefined;

  constructor(readonly name: GuaranteeName) {}

  count(finding: Finding): void {
    if (finding === undefined) return;
    this.checks += 1;
    if (finding === 'holds') return;
    if ('missed' in finding) {
      this.violations += 1;
      if (this.witness === undefined || span(finding.missed) < span(this.witness)) this.witness = finding.missed;
    } else {
      this.unknowns += 1;
      this.unknownBecause ??= finding.unknown;
    }
  }

  verdict(): GuaranteeVerdict {
    const { name, checks, violations, unknowns, witness, unknownBecause } = this;
    const verdict = judgement(violations > 0, unknowns > 0);
    return {
      name,
      verdict,
      checks,
      violations,
      unknowns,
      ...(witness && { witness }),
      ...(unknownBecause && { unknownBecause }),
    };
  }
}

function judgement(violated: boolean, undecided: boolean): Judgement {
  if (violated) return 'violated';
  return undecided ? 'unknown' : 'holds';
}

function overall(guarantees: readonly GuaranteeVerdict[]): Judgement {
  return judgement(
    guarantees.some((g) => g.verdict === 'violated'),
    guarantees.some((g) => g.verdict === 'unknown'),
  );
}
