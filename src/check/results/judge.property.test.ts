import { describe, expect, test } from 'vitest';
import { Rng } from '../../std/rng.js';
import { HonestBank, mapEvents, NO_TROUBLE, type Plan, randomPlan, untold, withFinals } from './fixtures.js';
import type { Answer, EventInput, ResultsInput } from './input.js';
import { judgeResults } from './judge.js';

/** Of honest banks, and a quarter as many broken ones; PASSBOOK_CASES=100000 for a release. */
const CASES = Number(process.env.PASSBOOK_CASES ?? 5000);
/** Generous: the machine may have other things to do. */
const TIMEOUT_MS = 60_000 + 20 * CASES;

/** The seed is the case: a failure names it. */
function forEachSeed(share: number, check: (rng: Rng, seed: string) => void): void {
  for (let seed = 1; seed <= Math.ceil(CASES * share); seed++) check(new Rng(seed), `seed ${seed}`);
}

function randomTrouble(rng: Rng) {
  return { fail: rng.pick([0, 0.1, 0.3]), unknown: rng.pick([0, 0.1, 0.3]) };
}

const findingsOf = (input: ResultsInput) =>
  judgeResults(input).findings.map(({ anomaly, entry }) => `${anomaly} ${entry.customer}/${entry.event ?? '-'}`);

describe('a bank that keeps its promises is never accused', () => {
  test('of what it answered', { timeout: TIMEOUT_MS }, () => {
    let undecided = 0;
    forEachSeed(0.7, (rng, seed) => {
      const plan = randomPlan(rng, { customers: rng.integer(1, 4), events: rng.integer(1, 12) });
      const input = new HonestBank(plan, rng, randomTrouble(rng)).run();
      const { findings, doubts } = judgeResults(input);
      expect(findings, seed).toEqual([]);
      if (doubts.some(({ kind }) => kind === 'too-many-sets')) undecided += 1;
    });
    // A judge that never decides accuses nobody, either.
    expect(undecided).toBeLessThan(CASES / 100);
  });

  test('of what it answered to many', { timeout: TIMEOUT_MS }, () => {
    forEachSeed(0.004, (rng, seed) => {
      const plan = randomPlan(rng, { customers: rng.integer(2, 12), events: 30 });
      const input = new HonestBank(plan, rng, randomTrouble(rng)).run();
      expect(findingsOf(input), seed).toEqual([]);
    });
  });

  test('of its final balances, also beside the answers', { timeout: TIMEOUT_MS }, () => {
    forEachSeed(0.2, (rng, seed) => {
      const plan = randomPlan(rng, { customers: rng.integer(1, 4), events: rng.integer(1, 8) });
      const bank = new HonestBank(plan, rng, randomTrouble(rng));
      const input = bank.run();
      expect(findingsOf(withFinals(input, ...plan.customers.map(() => bank.finalMinor()))), seed).toEqual([]);
    });
  });

  test('of its final balances alone', { timeout: TIMEOUT_MS }, () => {
    forEachSeed(0.1, (rng, seed) => {
      const plan = randomPlan(rng, { customers: rng.integer(1, 4), events: rng.integer(1, 8) });
      const bank = new HonestBank(plan, rng, NO_TROUBLE, 'refuses only for lack of money');
      const input = untold(bank.run());
      expect(findingsOf(withFinals(input, ...plan.customers.map(() => bank.finalMinor()))), seed).toEqual([]);
    });
  });
});

/** What the answers to one customer would have to be, if `counts` says which writes count by when a query is asked. */
function shown(input: ResultsInput, counts: (write: EventInput, query: EventInput) => bigint): ResultsInput {
  const events = input.customers[0]?.events ?? [];
  return mapEvents(input, (query) => {
    if (query.answer.kind !== 'balance') return query;
    const minor = events
      .filter(({ kind, event }) => kind !== 'query' && event < query.event)
      .reduce((sum, write) => sum + effectOf(write) * counts(write, query), input.initialMinor);
    return { ...query, answer: { kind: 'balance', minor } };
  });
}

function effectOf({ kind, amountMinor = 0n }: EventInput): bigint {
  return kind === 'withdraw' ? -amountMinor : amountMinor;
}

const rightly = ({ answer }: EventInput) => (answer.kind === 'done' ? 1n : 0n);

/** The queries that do not answer as they did in the other results. */
function changed(before: ResultsInput, after: ResultsInput): string[] {
  const answers = (input: ResultsInput) => (input.customers[0]?.events ?? []).map(({ answer }) => answer);
  const [was, is] = [answers(before), answers(after)];
  return is.flatMap((answer, index) => (sameBalance(answer, was[index]) ? [] : [`1/${index + 1}`]));
}

function sameBalance(a: Answer, b: Answer | undefined): boolean {
  return a.kind !== 'balance' || (b?.kind === 'balance' && a.minor === b.minor);
}

interface Broken {
  readonly rng: Rng;
  readonly right: ResultsInput;
  readonly plan: Plan;
}

describe('of one customer, everything that shows is found, and blamed on what shows it', () => {
  const cases = (share: number, check: (broken: Broken, seed: string) => void) =>
    forEachSeed(share, (rng, seed) => {
      const plan = randomPlan(rng, { customers: 1, events: rng.integer(2, 15) });
      const right = new HonestBank(plan, rng, { fail: rng.pick([0, 0.2]), unknown: 0 }).run();
      check({ rng, right, plan }, seed);
    });
  /** Each query that answers wrongly is blamed, and no other. */
  const expectBlamed = (right: ResultsInput, wrong: ResultsInput, seed: string) =>
    expect(
      findingsOf(wrong).map((finding) => finding.replace(/^\w+ /, '')),
      seed,
    ).toEqual(changed(right, wrong));
  const pick = ({ rng, right }: Broken, which: (event: EventInput) => boolean) => {
    const events = (right.customers[0]?.events ?? []).filter(which);
    return events.length === 0 ? undefined : rng.pick(events);
  };
  const isDone = ({ answer }: EventInput) => answer.kind === 'done';

  test('the right answers', { timeout: TIMEOUT_MS }, () => {
    cases(0.02, ({ right }, seed) => expectBlamed(right, shown(right, rightly), seed));
  });

  test('any single changed balance', { timeout: TIMEOUT_MS }, () => {
    cases(0.05, (broken, seed) => {
      const query = pick(broken, ({ answer }) => answer.kind === 'balance');
      const off = BigInt(broken.rng.integer(1, 200)) * broken.rng.pick([1n, -1n, 2n ** 32n]);
      const wrong = mapEvents(broken.right, (event) => {
        if (event.event !== query?.event || event.answer.kind !== 'balance') return event;
        return { ...event, answer: { kind: 'balance', minor: event.answer.minor + off } };
      });
      expectBlamed(broken.right, wrong, seed);
    });
  });

  test('a stale read', { timeout: TIMEOUT_MS }, () => {
    cases(0.05, (broken, seed) => {
      const query = pick(broken, ({ answer }) => answer.kind === 'balance');
      const from = broken.rng.integer(1, query?.event ?? 1);
      const wrong = shown(broken.right, (write, { event }) =>
        event === query?.event && write.event >= from ? 0n : rightly(write),
      );
      expectBlamed(broken.right, wrong, seed);
    });
  });

  test.each<[what: string, which: (event: EventInput) => boolean, times: bigint]>([
    ['a lost write', isDone, 0n],
    ['a write that counts twice', isDone, 2n],
    ['a refused withdrawal that took the money', ({ kind, answer }) => kind === 'withdraw' && answer.kind === 'refused', 1n],
  ])('%s', { timeout: TIMEOUT_MS }, (_what, which, times) => {
    cases(0.03, (broken, seed) => {
      const bad = pick(broken, which);
      const wrong = shown(broken.right, (write) => (write.event === bad?.event ? times : rightly(write)));
      expectBlamed(broken.right, wrong, seed);
    });
  });

  test('a constant', { timeout: TIMEOUT_MS }, () => {
    cases(0.03, (broken, seed) => {
      const query = pick(broken, ({ answer }) => answer.kind === 'balance');
      const constant =
        broken.rng.chance(0.7) && query?.answer.kind === 'balance' ? query.answer : ({ kind: 'balance', minor: 0n } as const);
      const wrong = mapEvents(broken.right, (event) =>
        event.answer.kind === 'balance' ? { ...event, answer: constant } : event,
      );
      expectBlamed(broken.right, wrong, seed);
    });
  });

  test('a withdrawal without the money', { timeout: TIMEOUT_MS }, () => {
    cases(0.03, (broken, seed) => {
      const bad = pick(broken, ({ kind, answer }) => kind === 'withdraw' && answer.kind === 'refused');
      const before = shown(
        mapEvents(broken.right, (event) =>
          event.event === bad?.event ? { ...event, kind: 'query', answer: { kind: 'balance', minor: 0n } } : event,
        ),
        rightly,
      ).customers[0]?.events.find(({ event }) => event === bad?.event)?.answer;
      const wrong = mapEvents(broken.right, (event) =>
        event.event === bad?.event ? { ...event, answer: { kind: 'done' } } : event,
      );
      const lacking = bad && before?.kind === 'balance' && before.minor < (bad.amountMinor ?? 0n);
      if (lacking) expect(findingsOf(shown(wrong, rightly)), seed).toContain(`Overdraft 1/${bad.event}`);
    });
  });
});
