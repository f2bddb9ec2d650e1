/*
 * Dumb twins: what the judge finds cleverly, found by trying everything.
 */
import { describe, expect, test } from 'vitest';
import { Rng } from '../../std/rng.js';
import { BroadSets } from './broad-sets.js';
import { Effort } from './effort.js';
import { ExactSets } from './exact-sets.js';
import { HonestBank, mapEvents, randomPlan, results } from './fixtures.js';
import { judgeFunds } from './funds.js';
import type { ResultsInput } from './input.js';
import { judgeResults } from './judge.js';
import { type Ledger, ledgerOf, type Session } from './ledger.js';
import { countByEffect, kindsFor } from './optional-writes.js';
import { SubsetSums } from './subset-sums.js';

const RUNS = 1000;
/** For machines that have other things to do. */
const timeout = 60_000;
const unlimited = () => new Effort(Number.MAX_SAFE_INTEGER);

function sumsOf(amounts: readonly bigint[]): bigint[] {
  const sums = [0n];
  for (const amount of amounts) sums.push(...sums.map((sum) => sum + amount));
  return sums;
}

function randomAmounts(rng: Rng, most: number): bigint[] {
  const size = rng.pick([1, 3, 100, 2 ** 40]);
  return Array.from({ length: rng.integer(0, most) }, () => BigInt(rng.integer(1, size)) * rng.pick([1n, 1n, -1n]));
}

test('the sums of a bag are those of all its subsets', { timeout }, () => {
  for (let seed = 1; seed <= RUNS; seed++) {
    const rng = new Rng(seed);
    const amounts = randomAmounts(rng, 10);
    const sums = SubsetSums.of(amounts, unlimited());
    const all = new Set(sumsOf(amounts));
    for (const sum of [...all, 0n, 1n, -1n, 7n, 2n ** 40n, ...randomAmounts(rng, 5)]) {
      expect(sums?.has(sum, unlimited()), `seed ${seed}: ${sum}`).toBe(all.has(sum));
      const picked = sums?.pick(sum, unlimited());
      expect(picked?.reduce((total, index) => total + (amounts[index] as bigint), 0n)).toBe(all.has(sum) ? sum : undefined);
      expect(new Set(picked).size).toBe(picked?.length ?? 0);
    }
  }
});

test('without effort nothing is known, and nothing said', () => {
  const amounts = Array.from({ length: 20 }, (_, i) => 2n ** BigInt(i + 40) + 1n);
  expect(SubsetSums.of(amounts, new Effort(100))).toBeUndefined();
  expect(SubsetSums.of(amounts, unlimited())?.has(2n ** 40n + 2n ** 45n + 2n, new Effort(100))).toBeUndefined();
});

/** Whether sets S1 ⊆ S2 ⊆ … of optional writes explain all reads of a session, by trying all of them. */
function explicable(session: Session, ledger: Ledger): boolean {
  const others = ledger.writes.filter(({ customer, fate }) => customer !== session.customer && fate !== 'refused');
  const optional = [...others, ...session.writes.filter(({ fate }) => fate === 'maybe')];
  let own = ledger.initialMinor;
  let open = [0];
  for (const step of session.steps) {
    if ('write' in step && step.write.fate === 'done') own += step.write.effectMinor;
    if (!('read' in step)) continue;
    const { event, balanceMinor } = step.read;
    const before = open;
    open = Array.from({ length: 2 ** optional.length }, (_, set) => set).filter((set) => {
      const chosen = optional.filter((_, bit) => set & (1 << bit));
      if (chosen.some((write) => write.customer === session.customer && write.event > event)) return false;
      const sum = chosen.reduce((total, { effectMinor }) => total + effectMinor, own);
      return sum === balanceMinor && before.some((earlier) => (earlier & set) === earlier);
    });
    if (open.length === 0) return false;
  }
  return true;
}

/** Honest results, or such with some balances changed by amounts that occur. Nobody can be short of money. */
function tampered(rng: Rng, events: number): ResultsInput {
  const plan = randomPlan(rng, { customers: rng.integer(1, 3), events: rng.integer(1, events) });
  const amounts = plan.customers.flat().map(({ amountMinor }) => amountMinor);
  const rich = { ...plan, initialMinor: amounts.reduce((sum, amount) => sum + amount, 0n) * 10n };
  const input = new HonestBank(rich, rng, { fail: 0.1, unknown: 0.2 }).run();
  const shown = input.customers
    .flatMap(({ events }) => events.map(({ answer }) => answer))
    .filter(({ kind }) => kind === 'balance');
  return mapEvents(input, (event) => {
    if (event.answer.kind !== 'balance' || rng.chance(0.6)) return event;
    // Balances of other reads are what a bank shows that has the writes, but not the sessions.
    if (rng.chance(0.5)) return { ...event, answer: rng.pick(shown) };
    const off = rng.pick(amounts) * rng.pick([1n, -1n]);
    return { ...event, answer: { kind: 'balance', minor: event.answer.minor + off } };
  });
}

describe('reads', () => {
  test('are blamed exactly where no chain of sets explains them', { timeout }, () => {
    const told = { explicable: 0, inexplicable: 0 };
    for (let seed = 1; seed <= RUNS; seed++) {
      const input = tampered(new Rng(seed), 5);
      const ledger = ledgerOf(input);
      const blamed = new Set(judgeResults(input).findings.map(({ entry }) => entry.customer));
      for (const session of ledger.sessions) {
        const right = explicable(session, ledger);
        told[right ? 'explicable' : 'inexplicable'] += 1;
        expect(blamed.has(session.customer), `seed ${seed}, customer ${session.customer}`).toBe(!right);
      }
    }
    expect(Math.min(told.explicable, told.inexplicable)).toBeGreaterThan(RUNS / 10);
  });

  test('of which there are too many to try every set get no other answer, at most none', { timeout }, () => {
    const answers = { fits: 0, impossible: 0, lost: 0, unknown: 0 };
    for (let seed = 1; seed <= RUNS; seed++) {
      const input = tampered(new Rng(seed), 9);
      const ledger = ledgerOf(input);
      for (const session of ledger.sessions) {
        const kinds = kindsFor(countByEffect(ledger.writes), session.writes);
        const exact = ExactSets.of(kinds, unlimited()) as ExactSets;
        const broad = new BroadSets(kinds, unlimited());
        let own = ledger.initialMinor;
        for (const step of session.steps) {
          if ('write' in step && step.write.fate === 'done') own += step.write.effectMinor;
          if ('write' in step && step.write.fate === 'maybe')
            for (const sets of [exact, broad]) sets.offer(step.write.effectMinor);
          if (!('read' in step)) continue;
          const rest = step.read.balanceMinor - own;
          expect(broad.fits(rest, unlimited()), `seed ${seed}`).toBe(exact.fits(rest, unlimited()));
          expect(broad.bounds()).toEqual(exact.bounds());
          const [known, guessed] = [exact.follow(rest), broad.follow(rest)];
          answers[guessed] += 1;
          if (guessed !== 'unknown') expect(guessed, `seed ${seed}`).toBe(known);
          // From here on the two have seen different pasts.
          if (guessed !== known) break;
        }
      }
    }
    expect(answers.unknown).toBeLessThan(answers.fits / 50);
    expect(answers.lost).toBeGreaterThan(10);
  });
});

test('withdrawals are blamed exactly where no order of the customers pays them all', { timeout }, () => {
  const told = { payable: 0, unpayable: 0 };
  for (let seed = 1; seed <= RUNS; seed++) {
    const rng = new Rng(seed);
    const most = rng.pick([2, 10]);
    const line = () => `${rng.pick(['deposit', 'withdraw'])} ${rng.integer(1, most)} @1`;
    const customers = Array.from({ length: rng.integer(1, 3) }, () => Array.from({ length: rng.integer(0, 5) }, line));
    const ledger = ledgerOf(results(BigInt(rng.integer(0, most)), ...customers));
    const payable = canAllBePaid(ledger);
    told[payable ? 'payable' : 'unpayable'] += 1;
    const findings = judgeFunds(ledger);
    expect(findings.length === 0, `seed ${seed}`).toBe(payable);
    for (const { entry } of findings) expect(entry.kind).toBe('withdraw');
  }
  expect(Math.min(told.payable, told.unpayable)).toBeGreaterThan(RUNS / 10);
});

/** Walks through all that can have been done by some moment. */
function canAllBePaid({ sessions, initialMinor }: Ledger): boolean {
  const waiting: { done: readonly number[]; balance: bigint }[] = [{ done: sessions.map(() => 0), balance: initialMinor }];
  const known = new Set<string>();
  for (let state = waiting.pop(); state; state = waiting.pop()) {
    const { done, balance } = state;
    if (done.every((count, index) => count === sessions[index]?.writes.length)) return true;
    for (const [index, count] of done.entries()) {
      const write = sessions[index]?.writes[count];
      const next = done.with(index, count + 1);
      if (!write || balance + write.effectMinor < 0n || known.has(next.join())) continue;
      known.add(next.join());
      waiting.push({ done: next, balance: balance + write.effectMinor });
    }
  }
  return false;
}
