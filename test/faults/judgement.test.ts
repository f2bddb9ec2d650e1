import { beforeAll, describe, expect, test } from 'vitest';
import { readHistory } from '../../src/check/history/reader.js';
import { ALL_GUARANTEES } from '../../src/domain/guarantees.js';
import type { RecordedOperation } from '../../src/domain/history.js';
import { ROUND_TIMEOUT_MS } from './judged.js';
import { type BranchEnd, judgeRound, type RoundRecord } from './judgement.js';
import { Network } from './network.js';
import { drawPlan } from './plan.js';
import { playRound } from './round.js';
import { sayIfLeftOut } from './settings.js';

type Json = { type: string; process: string; f: string; time: number; value: Record<string, unknown> };
type Spoil = (record: RoundRecord) => RoundRecord;

const whyNot = Network.whyNot();

/** A judge that has nothing to say about a broken record would not have anything to say about a broken bank. */
describe.skipIf(whyNot !== undefined)('the judgement of a round with faults', () => {
  let good: RoundRecord;

  beforeAll(async () => {
    const plan = drawPlan(7, { briefly: true });
    const faults = plan.faults.filter(({ shape }) => shape === 'minority and majority' || shape === 'killed');
    // Few customers: with few writes every balance can be judged by itself, too.
    good = await playRound({ ...plan, customers: 3, faults });
  }, ROUND_TIMEOUT_MS);

  test('has nothing to say against what really happened', () => expect(judgeRound(good).problems).toEqual([]));

  test.for<[string, Spoil, RegExp]>([
    ['a line lost', (record) => ({ ...record, lines: record.lines.toSpliced(40, 1) }), /^the history cannot be read: line 41/],
    ['an answer lost', withoutAnswer, /was never answered/],
    ['a read that reflects nothing, after a write', blind, /^read-your-writes: violated: customer \d+.* lacks write /],
    ['the same, by the checker', blind, /^ReadYourWrites: /],
    ['a balance without the own write before', (record) => balanceOff(record, -1n), /^VectorValueMismatch: /],
    ['the same, by balances alone', (record) => balanceOff(record, -1n), /^ReadYourWrites, as a black box: .* were lost/],
    ['an own write that counts twice', (record) => balanceOff(record, 1n), /^VectorValueMismatch: /],
    ['the same, by balances alone', (record) => balanceOff(record, 1n), /^DuplicateEffect, as a black box: .* counted twice/],
    ['a refused write that stands', refused, /was refused, but there is \d-/],
    ['another amount', otherAmount, /is not what \d-/],
    ['a branch without its last write', lacking, /^everyWrite, .* lacks \d-/],
    ['branches that disagree', (record) => changeEnd(record, { stateDigest: 'another' }), /did not come to the same state/],
    ['money out of nothing', richer, /holds \d+ where its writes make \d+/],
    ['requests that wait for ever', (record) => changeEnd(record, { parked: 3 }), /still lets 3 requests wait/],
    ['a branch that complains', (record) => ({ ...record, complaints: ['branch 1: oh'] }), /^branch 1: oh$/],
  ])('notices %s', ([, spoil, noticed]) => {
    expect(judgeRound(spoil(good)).problems).toContainEqual(expect.stringMatching(noticed));
  });
});

sayIfLeftOut('rounds that are spoilt', whyNot);

function withoutAnswer(record: RoundRecord): RoundRecord {
  const at = record.lines.findLastIndex((line) => line.includes('"type":"ok"'));
  return renumbered(record, record.lines.toSpliced(at, 1));
}

function blind(record: RoundRecord): RoundRecord {
  const { query } = depositThenQuery(record);
  return changeEndOf(record, query, ({ value }) => ({ value: { ...value, vector: {} } }));
}

function balanceOff(record: RoundRecord, times: bigint): RoundRecord {
  const { deposit, query } = depositThenQuery(record);
  const balanceMinor = `${(query.balanceMinor ?? 0n) + times * BigInt(deposit.amountMinor ?? 0)}`;
  return changeEndOf(record, query, ({ value }) => ({ value: { ...value, balanceMinor } }));
}

function refused(record: RoundRecord): RoundRecord {
  const change = ({ value }: Json) => ({ type: 'fail', value: { ...value, write: undefined, vector: undefined } });
  return changeEndOf(record, depositAtSurvivor(record), change);
}

/** As it was asked for. */
function otherAmount(record: RoundRecord): RoundRecord {
  const isAsked = ({ type }: Json) => type === 'invoke';
  return changeLine(record, depositAtSurvivor(record), isAsked, ({ value }) => ({ value: { ...value, amountMinor: 1 } }));
}

function lacking(record: RoundRecord): RoundRecord {
  return changeEnd(record, { writes: firstEnd(record).writes.slice(0, -1) });
}

function richer(record: RoundRecord): RoundRecord {
  const balances = new Map([...firstEnd(record).balances].map(([account, balance]) => [account, balance + 1n]));
  return changeEnd(record, { balances });
}

/* What there is to spoil in a record. */

/** The first query that came right after a deposit of its session, on the same account, with nothing beside the two. */
function depositThenQuery({ lines }: RoundRecord): { deposit: RecordedOperation; query: RecordedOperation } {
  const { operations } = readHistory(lines);
  const isDone = ({ outcome, guarantees }: RecordedOperation) => outcome === 'ok' && guarantees === ALL_GUARANTEES;
  for (const query of operations.filter(({ kind }) => kind === 'query').filter(isDone)) {
    const session = operations.filter(({ session, customer }) => session === query.session && customer === query.customer);
    const deposit = session.find(({ event }) => event === query.event - 1);
    if (deposit?.kind !== 'deposit' || deposit.account !== query.account || !isDone(deposit)) continue;
    const others = session.filter((operation) => operation !== deposit && operation !== query);
    if (!others.some((other) => areBeside(other, deposit) || areBeside(other, query)) && !areBeside(deposit, query))
      return { deposit, query };
  }
  throw new Error('nobody asked for its balance right after a deposit: nothing can be spoilt');
}

function areBeside(a: RecordedOperation, b: RecordedOperation): boolean {
  return a.invokedAtUs < (b.completedAtUs ?? Infinity) && b.invokedAtUs < (a.completedAtUs ?? Infinity);
}

function depositAtSurvivor(record: RoundRecord): RecordedOperation {
  const { branch } = firstEnd(record);
  const isIt = (operation: RecordedOperation) =>
    operation.kind === 'deposit' && operation.outcome === 'ok' && operation.branch === branch;
  const found = readHistory(record.lines).operations.find(isIt);
  if (!found) throw new Error(`nobody put money in at branch ${branch}: nothing can be spoilt`);
  return found;
}

function firstEnd({ ends }: RoundRecord): BranchEnd {
  const [end] = ends;
  if (!end) throw new Error('no branch is left');
  return end;
}

/* Spoiling it. */

function changeEnd(record: RoundRecord, change: Partial<BranchEnd>): RoundRecord {
  return { ...record, ends: record.ends.map((end, i) => (i === 0 ? { ...end, ...change } : end)) };
}

function changeEndOf(record: RoundRecord, operation: RecordedOperation, change: (line: Json) => Partial<Json>): RoundRecord {
  return changeLine(record, operation, ({ type }) => type !== 'invoke', change);
}

function changeLine(
  record: RoundRecord,
  { customer, session, event }: RecordedOperation,
  isMeant: (line: Json) => boolean,
  change: (line: Json) => Partial<Json>,
): RoundRecord {
  const lines = record.lines.map((text) => {
    const line = JSON.parse(text) as Json;
    const isIts = line.process === customer && line.value.session === session && line.value.event === event;
    return isIts && isMeant(line) ? JSON.stringify({ ...line, ...change(line) }) : text;
  });
  return { ...record, lines };
}

function renumbered(record: RoundRecord, lines: readonly string[]): RoundRecord {
  return { ...record, lines: lines.map((line, i) => (i === 0 ? line : line.replace(/"index":\d+/, `"index":${i - 1}`))) };
}
