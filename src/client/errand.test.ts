import { expect, test } from 'vitest';
import { type BranchId, branchId, originId } from '../domain/ids.js';
import type { Refusal } from '../domain/outcomes.js';
import { REFUSALS, type Reason } from '../domain/refusals.js';
import type { Attempt, Terms } from './attempt.js';
import { Errand, type Route } from './errand.js';
import type { Expiring } from './expiry.js';

const [ONE, TWO, THREE] = [1, 2, 3].map(branchId) as [BranchId, BranchId, BranchId];
const DONE = { kind: 'done' } as const;
type Answer = typeof DONE;

function refusal(reason: Reason, more: Partial<Refusal> = {}): Refusal {
  return { kind: 'refused', reason, applied: REFUSALS[reason].applied, message: `said ${reason}`, details: {}, ...more };
}

const UNSENT = refusal('BRANCH_UNREACHABLE');
const LOST = refusal('OUTCOME_UNKNOWN');

/** One attempt, which the test ends. */
class Trial implements Attempt {
  isDone = false;
  wasSent = true;
  copies = 1;
  sentTo: Attempt['sentTo'];
  again: Attempt['again'] = 'anywhere';
  doubt: Refusal | undefined;

  constructor(
    readonly branch: BranchId,
    readonly terms: Terms,
    private readonly done: (outcome: Answer | Refusal, attempt: Attempt) => void,
  ) {}

  end(outcome: Answer | Refusal, how: Partial<Trial> = {}): void {
    // A write without an answer is in doubt; one that was not sent is not.
    if (outcome === LOST) this.doubt = LOST;
    if (outcome === UNSENT) this.wasSent = false;
    Object.assign(this, how, { isDone: true });
    this.done(outcome, this);
  }

  fail(): void {
    this.end(LOST);
  }
}

/** An errand in a world without time but the test's. */
class Trials {
  nowMs = 0;
  readonly all: Trial[] = [];
  readonly reminders: Expiring[] = [];
  ended: { outcome: Answer | Refusal; branch: BranchId } | undefined;

  constructor(route: Partial<Route> = {}) {
    const ports = { nowMs: () => this.nowMs, remind: (item: Expiring) => this.reminders.push(item) };
    const ask = (branch: BranchId, terms: Terms, done: (outcome: Answer | Refusal, attempt: Attempt) => void) => {
      const trial = new Trial(branch, terms, done);
      this.all.push(trial);
      return trial;
    };
    const whole: Route = { first: ONE, others: [], timeoutMs: 9_000, signal: undefined, ...route };
    new Errand<Answer>(whole, ports, ask, (outcome, branch) => (this.ended = { outcome, branch })).begin();
  }

  get last(): Trial {
    return this.all.at(-1) as Trial;
  }

  get asked(): BranchId[] {
    return this.all.map(({ branch }) => branch);
  }

  /** Lets the pause pass that the errand makes. */
  wake(): void {
    const item = this.reminders.pop() as Expiring;
    this.nowMs = Math.max(this.nowMs, item.deadlineMs);
    item.expire();
  }
}

test('alone, a branch has all the time there is', () => {
  const trials = new Trials();
  expect(trials.last).toMatchObject({ branch: ONE, terms: { timeoutMs: 9_000, failsFast: false, home: ONE } });
  trials.last.end(DONE);
  expect(trials.ended).toEqual({ outcome: DONE, branch: ONE });
});

test('with others to ask, each has a third of the time that is left', () => {
  const trials = new Trials({ others: [TWO, THREE] });
  expect(trials.last.terms).toMatchObject({ timeoutMs: 3_000, failsFast: true });
  trials.nowMs = 3_000;
  trials.last.end(LOST);
  expect(trials.last.terms.timeoutMs).toBe(2_000);
  trials.nowMs = 5_000;
  trials.last.end(LOST);
  expect(trials.last.terms.timeoutMs).toBe(1_334);
});

test.each(['OVERLOADED', 'CLOSING', 'RECOVERING', 'DISK_FULL', 'BRANCH_UNREACHABLE', 'OUTCOME_UNKNOWN'] as const)(
  'after %s the same branch is asked again, later each time',
  (reason) => {
    const trials = new Trials();
    const pauses: number[] = [];
    for (let round = 0; round < 3; round++) {
      trials.last.end(refusal(reason));
      pauses.push((trials.reminders[0] as Expiring).deadlineMs - trials.nowMs);
      trials.wake();
    }
    trials.last.end(DONE);
    expect(trials.asked).toEqual([ONE, ONE, ONE, ONE]);
    for (const [i, pause] of pauses.entries()) {
      expect(pause).toBeGreaterThanOrEqual(25 * 2 ** i);
      expect(pause).toBeLessThanOrEqual(50 * 2 ** i);
    }
  },
);

const FOR_GOOD = [
  'INSUFFICIENT_FUNDS',
  'ACCOUNT_NOT_FOUND',
  'REQUEST_ID_REUSED',
  'SESSION_NOT_YOURS',
  'BRANCH_NOT_FOUND',
] as const;
test.each(FOR_GOOD)('%s is the answer, wherever else there would be to go', (reason) => {
  const trials = new Trials({ others: [TWO] });
  trials.last.end(refusal(reason));
  expect(trials.ended).toEqual({ outcome: refusal(reason), branch: ONE });
});

test('the others are asked at once, in their order, and all again only after a pause', () => {
  const trials = new Trials({ others: [TWO, THREE] });
  for (let i = 0; i < 3; i++) trials.last.end(refusal('OVERLOADED'));
  expect(trials.asked).toEqual([ONE, TWO, THREE]);
  trials.wake();
  expect(trials.asked).toEqual([ONE, TWO, THREE, ONE]);
});

test('whoever a refusal points to is asked before the others', () => {
  const trials = new Trials({ others: [TWO, THREE] });
  trials.last.end(refusal('SESSION_NOT_SATISFIED', { details: { missing: '3-00000001-7', holders: '9 3' } }));
  expect(trials.asked).toEqual([ONE, THREE]);
});

test('home is the branch that was sent the request first', () => {
  const trials = new Trials({ others: [TWO, THREE] });
  trials.last.end(UNSENT);
  expect(trials.last).toMatchObject({ branch: TWO, terms: { home: TWO } });
  trials.last.end(refusal('CLOSING'));
  expect(trials.last).toMatchObject({ branch: THREE, terms: { home: TWO } });
});

test('an attempt is not begun when there is hardly any time left, and what was said last is the answer', () => {
  const trials = new Trials();
  trials.nowMs = 8_500;
  trials.last.end(refusal('SESSION_NOT_SATISFIED'));
  expect(trials.ended?.outcome).toMatchObject({ reason: 'SESSION_NOT_SATISFIED', applied: 'no' });
  expect(trials.reminders).toEqual([]);
});

test('once a copy was left without an answer, a refusal that is not final settles nothing', () => {
  for (const reason of ['ACCOUNT_NOT_FOUND', 'SESSION_NOT_YOURS'] as const) {
    const trials = new Trials({ others: [TWO] });
    trials.last.end(LOST);
    trials.last.end(refusal(reason));
    expect(trials.ended?.outcome).toMatchObject({
      reason: 'OUTCOME_UNKNOWN',
      applied: 'maybe',
      message: `said OUTCOME_UNKNOWN; asked again: said ${reason}`,
    });
  }
});

test('the same if the copy was sent to the branch that refuses', () => {
  const trials = new Trials();
  trials.nowMs = 8_900;
  trials.last.end(refusal('CLOSING'), { doubt: LOST });
  expect(trials.ended?.outcome).toMatchObject({ reason: 'OUTCOME_UNKNOWN', applied: 'maybe' });
});

test('a write, or a refusal that is final, settles everything', () => {
  for (const outcome of [DONE, refusal('INSUFFICIENT_FUNDS', { final: true })]) {
    const trials = new Trials({ others: [TWO] });
    trials.last.end(LOST);
    trials.last.end(outcome);
    expect(trials.ended).toEqual({ outcome, branch: TWO });
  }
});

test('a write that stands stays, whatever the others say', () => {
  const standing = refusal('ACK_LEVEL_NOT_REACHED', { standing: { origin: originId(ONE, 1), own: 1, others: new Map() } });
  const trials = new Trials({ others: [TWO] });
  trials.last.end(standing);
  trials.last.end(refusal('ACCOUNT_NOT_FOUND'));
  expect(trials.ended?.outcome).toBe(standing);
});

test('a branch that allows less time than there is, is asked on for the level of a write that stands', () => {
  const standing = refusal('ACK_LEVEL_NOT_REACHED', { standing: { origin: originId(ONE, 1), own: 1, others: new Map() } });
  const trials = new Trials();
  trials.nowMs = 6_000;
  trials.last.end(standing);
  trials.wake();
  trials.nowMs = 8_700;
  trials.last.end(standing);
  expect(trials.asked).toEqual([ONE, ONE]);
  expect(trials.ended).toEqual({ outcome: standing, branch: ONE });
});

test('a branch that forgot what it was sent makes an end of it', () => {
  const trials = new Trials({ others: [TWO] });
  trials.last.end(LOST, { again: 'nowhere' });
  expect(trials.ended?.outcome).toBe(LOST);
});

test('a branch that is gone for good is not asked again, and without any other that is the end', () => {
  const trials = new Trials({ others: [TWO] });
  trials.last.end(UNSENT, { again: 'elsewhere' });
  trials.last.end(refusal('OVERLOADED'));
  trials.wake();
  expect(trials.asked).toEqual([ONE, TWO, TWO]);
  trials.last.end(UNSENT, { again: 'elsewhere' });
  expect(trials.ended?.outcome).toMatchObject({ reason: 'OVERLOADED' });
});

test('an attempt knows the one before it at the same branch, if that left a doubt', () => {
  const trials = new Trials({ others: [TWO] });
  const [first] = trials.all;
  trials.last.end(LOST);
  expect(trials.last.terms.before).toBeUndefined();
  trials.last.end(refusal('OVERLOADED'));
  trials.wake();
  expect(trials.last).toMatchObject({ branch: ONE });
  expect(trials.last.terms.before).toBe(first);
});

test('what a branch has said is the answer, and not that it could not be asked again', () => {
  const trials = new Trials({ others: [TWO] });
  trials.last.end(refusal('CLOSING'));
  trials.nowMs = 8_900;
  trials.last.end(UNSENT);
  expect(trials.ended).toMatchObject({ outcome: { reason: 'CLOSING' }, branch: ONE });
});

test('whoever aborts has no more time: under way, or in a pause', () => {
  const under = new AbortController();
  const trials = new Trials({ others: [TWO], signal: under.signal });
  under.abort();
  expect(trials.asked).toEqual([ONE]);
  expect(trials.ended?.outcome).toBe(LOST);

  const pausing = new AbortController();
  const paused = new Trials({ signal: pausing.signal });
  paused.last.end(refusal('OVERLOADED'));
  pausing.abort();
  expect(paused.ended?.outcome).toMatchObject({ reason: 'OVERLOADED', applied: 'no' });
  expect(paused.reminders[0]?.isDone).toBe(true);
});
