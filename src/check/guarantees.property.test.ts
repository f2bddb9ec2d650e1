import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_GUARANTEES, type GuaranteeName } from '../domain/guarantees.js';
import type { RecordedOperation } from '../domain/history.js';
import {
  type AccountId,
  branchId,
  type CustomerId,
  formatWriteId,
  openedAccount,
  parseOrigin,
  type WriteId,
} from '../domain/ids.js';
import type { OperationKind } from '../domain/operations.js';
import type { VersionVector } from '../domain/vector.js';
import { originOf, vectorOf } from './fixtures.js';
import { judge } from './guarantees.js';
import type { GuaranteeVerdict } from './verdict.js';
import type { Evidence } from './write-index.js';

/*
 * The dumb twin: Terry's definitions over sets of writes, every pair of
 * operations compared, nothing joined, indexed or remembered.
 */

type Answer = 'nothing' | 'holds' | 'violated' | 'unknown';

class Twin {
  constructor(
    private readonly history: readonly RecordedOperation[],
    private readonly evidence: Evidence,
  ) {}

  answer(name: GuaranteeName, operation: RecordedOperation): Answer {
    const subject = name === 'read-your-writes' || name === 'monotonic-reads' ? isJudgedAsRead(operation) : isAWrite(operation);
    if (!subject) return 'nothing';
    const before = this.history.filter((earlier) => precedes(earlier, operation));
    if (name === 'read-your-writes')
      return this.ownWrites(operation, before.filter(isAWrite), (w) => touches(w, operation.account));
    if (name === 'monotonic-writes') return this.ownWrites(operation, before.filter(isAWrite), () => true);
    const reads = before.filter((earlier) => isARead(earlier) && !isAWrite(earlier));
    if (name === 'writes-follow-reads') return this.reads(operation, reads, () => true);
    return this.reads(operation, reads, (w) => touches(w, operation.account));
  }

  private ownWrites(operation: RecordedOperation, own: RecordedOperation[], relevant: (w: RecordedOperation) => boolean): Answer {
    if (own.length === 0) return 'nothing';
    const expected = own.filter(relevant);
    if (expected.length === 0) return 'holds';
    if (!operation.vector) return 'unknown';
    const has = setOf(operation.vector);
    if (expected.some((w) => w.write && !has.has(formatWriteId(w.write)))) return 'violated';
    return expected.some((w) => !w.write) ? 'unknown' : 'holds';
  }

  private reads(operation: RecordedOperation, reads: RecordedOperation[], relevant: (w: RecordedOperation) => boolean): Answer {
    const telling = reads.filter((read) => !read.vector || read.vector.size > 0);
    if (telling.length === 0) return 'nothing';
    if (!operation.vector) return 'unknown';
    const has = setOf(operation.vector);
    let answer: Answer = 'holds';
    for (const read of telling) {
      if (!read.vector) answer = 'unknown';
      for (const id of setOf(read.vector ?? new Map())) {
        if (has.has(id)) continue;
        const write = this.history.find((w) => mayBeAWrite(w) && w.write && formatWriteId(w.write) === id);
        if (write && touches(write, read.account) && relevant(write)) return 'violated';
        if (!write && this.mayMatter(id, (w) => touches(w, read.account) && relevant(w))) answer = 'unknown';
      }
    }
    return answer;
  }

  private mayMatter(id: string, relevant: (w: RecordedOperation) => boolean): boolean {
    const [branch, nonce, sequence] = id.split('-');
    const origin = parseOrigin(`${branch}-${nonce}`);
    if (origin !== undefined && this.evidence.internal?.(origin, Number(sequence))) return false;
    return !this.evidence.complete || this.history.some((w) => mayBeAWrite(w) && !w.write && relevant(w));
  }
}

function precedes(earlier: RecordedOperation, later: RecordedOperation): boolean {
  return (
    earlier.customer === later.customer &&
    earlier.event < later.event &&
    earlier.outcome !== 'info' &&
    (earlier.completedAtUs ?? earlier.invokedAtUs) <= later.invokedAtUs
  );
}

function isARead({ kind, outcome, reason, vector }: RecordedOperation): boolean {
  if (outcome === 'ok') return kind === 'query' || kind === 'withdraw' || kind === 'transfer';
  return outcome === 'fail' && reason === 'INSUFFICIENT_FUNDS' && vector !== undefined;
}

/** What was refused may have shown something, and yet only asked to wait as a write. */
function isJudgedAsRead(operation: RecordedOperation): boolean {
  return isARead(operation) && operation.kind !== 'deposit' && operation.kind !== 'open';
}

function isAWrite({ kind, outcome }: RecordedOperation): boolean {
  return outcome === 'ok' && kind !== 'query';
}

function mayBeAWrite({ kind, outcome }: RecordedOperation): boolean {
  return outcome !== 'fail' && kind !== 'query';
}

function touches({ kind, account, write }: RecordedOperation, other: AccountId): boolean {
  if (kind === 'transfer') return true;
  if (kind === 'open') return !write || openedAccount(write) === other;
  return account === other;
}

function setOf(vector: VersionVector): Set<string> {
  const set = new Set<string>();
  for (const [origin, last] of vector) {
    for (let sequence = 1; sequence <= last; sequence += 1) set.add(formatWriteId({ origin, sequence }));
  }
  return set;
}

/* Random histories: vectors that no real bank would produce, lost ids and replies, overlaps. */

const ACCOUNTS = ['a', 'b', '1-1a2b3c4d-1'] as AccountId[];
const KINDS: OperationKind[] = ['query', 'query', 'deposit', 'withdraw', 'transfer', 'open'];

const rawOperation = fc.record({
  customer: fc.integer({ min: 1, max: 2 }),
  branch: fc.integer({ min: 1, max: 2 }),
  kind: fc.constantFrom(...KINDS),
  account: fc.constantFrom(...ACCOUNTS),
  outcome: fc.oneof({ weight: 6, arbitrary: fc.constant('ok' as const) }, fc.constantFrom('fail' as const, 'info' as const)),
  reason: fc.constantFrom('INSUFFICIENT_FUNDS' as const, 'OVERLOADED' as const),
  named: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
  skip: fc.constantFrom(0, 0, 0, 1, 2),
  vector: fc.option(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), { freq: 9 }),
  pauseUs: fc.integer({ min: 0, max: 3 }),
  durationUs: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 9 }),
});

type RawOperation = typeof rawOperation extends fc.Arbitrary<infer T> ? T : never;

function randomHistory(raws: readonly RawOperation[]): RecordedOperation[] {
  const events = new Map<number, number>();
  const sequences = new Map<number, number>();
  let nowUs = 0;
  return raws.map(({ customer, branch, kind, account, outcome, reason, named, skip, vector, pauseUs, durationUs }) => {
    nowUs += pauseUs;
    events.set(customer, (events.get(customer) ?? 0) + 1);
    let write: WriteId | undefined;
    if (kind !== 'query' && outcome !== 'fail') {
      const sequence = (sequences.get(branch) ?? 0) + 1 + skip;
      sequences.set(branch, sequence);
      if (named) write = { origin: originOf(branch), sequence };
    }
    return {
      customer: String(customer) as CustomerId,
      event: events.get(customer) as number,
      branch: branchId(branch),
      kind,
      account,
      guarantees: ALL_GUARANTEES,
      invokedAtUs: nowUs,
      outcome,
      ...(durationUs !== null && { completedAtUs: nowUs + durationUs }),
      ...(outcome === 'fail' && { reason }),
      ...(write && { write }),
      ...(vector && { vector: vectorOf({ 1: vector[0], 2: vector[1] }) }),
    };
  });
}

const randomEvidence = fc
  .record({ complete: fc.boolean(), grants: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 6 }))) })
  .map(
    ({ complete, grants }): Evidence => ({ complete, ...(grants && { internal: (_, sequence) => grants.includes(sequence) }) }),
  );

describe('judge', () => {
  it('agrees with the definitions, counts included', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(rawOperation, { maxLength: 14 }), randomEvidence, fc.boolean(), (raws, evidence, backwards) => {
        const operations = randomHistory(raws);
        const twin = new Twin(operations, evidence);
        const recorded = backwards ? operations.toReversed() : operations;
        for (const found of judge(recorded, evidence).guarantees) {
          const answers = operations.map((operation) => twin.answer(found.name, operation));
          const count = (answer: Answer) => answers.filter((a) => a === answer).length;
          expect(found).toMatchObject({
            checks: answers.length - count('nothing'),
            violations: count('violated'),
            unknowns: count('unknown'),
            verdict: (['violated', 'unknown'] as const).find((answer) => count(answer) > 0) ?? 'holds',
          });
          expectProof(found);
          if (found.checks > 0) reached.add(`${found.name} ${found.verdict}`);
        }
      }),
      { numRuns: 3000 },
    );
    expect(reached.size, 'every verdict on every guarantee was reached').toBe(12);
  });

  it('finds that everything holds on a single copy', () => {
    fc.assert(
      fc.property(fc.array(rawOperation, { maxLength: 60 }), (raws) => {
        const verdict = judge(singleCopy(raws));
        expect(verdict.overall).toBe('holds');
        expect(verdict.guarantees.map((g) => g.violations + g.unknowns)).toEqual([0, 0, 0, 0]);
      }),
    );
  });
});

/** A witness has to prove its violation by itself. */
function expectProof({ name, verdict, witness, unknownBecause, unknowns }: GuaranteeVerdict): void {
  expect(witness !== undefined).toBe(verdict === 'violated');
  expect(unknownBecause !== undefined).toBe(unknowns > 0);
  if (!witness) return;
  const { operation, earlier, missing } = witness;
  const id = formatWriteId(missing.id);
  expect(precedes(earlier, operation)).toBe(true);
  expect(setOf(operation.vector as VersionVector)).not.toContain(id);
  expect(missing.by.write).toEqual(missing.id);
  if (name === 'read-your-writes' || name === 'monotonic-writes') expect(missing.by).toBe(earlier);
  else expect(setOf(earlier.vector as VersionVector)).toContain(id);
  if (name === 'monotonic-reads' || name === 'writes-follow-reads') expect(touches(missing.by, earlier.account)).toBe(true);
  if (name === 'read-your-writes' || name === 'monotonic-reads') expect(touches(missing.by, operation.account)).toBe(true);
}

/** One copy of everything behind all branches: each operation takes effect when it begins. */
function singleCopy(raws: readonly RawOperation[]): RecordedOperation[] {
  const sequences: Record<number, number> = { 1: 0, 2: 0 };
  return randomHistory(raws).map(({ write: _, reason: __, ...operation }, position) => {
    const { branch, kind, outcome } = operation;
    // Grants happen in between, and count.
    sequences[branch] = (sequences[branch] as number) + (raws[position] as RawOperation).skip;
    const vector = vectorOf(sequences);
    if (outcome === 'fail') return { ...operation, reason: 'INSUFFICIENT_FUNDS', vector };
    if (kind === 'query') return { ...operation, vector };
    sequences[branch] = (sequences[branch] as number) + 1;
    return { ...operation, vector, write: { origin: originOf(branch), sequence: sequences[branch] as number } };
  });
}
