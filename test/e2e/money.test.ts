import { describe, expect } from 'vitest';
import { ALL_HOLD, answers, branches, customer, deposit, judgements, query, results, scenario, withdraw } from './bank.js';
import { test } from './harness.js';

/** Cents, so that sums are exact. */
const cents = (amount: number) => Math.round(amount * 100);

describe('nobody takes out more than there is', () => {
  test('a withdrawal over the balance fails, changes nothing anywhere, and is no fault', async ({ bench }) => {
    const events = [withdraw(100.01, { branch: 1 }), query({ branch: 1 }), query({ branch: 2 }), withdraw(100, { branch: 2 })];
    const text = scenario(branches(2, 100), customer(1, [...events, query({ branch: 1 }), withdraw(0.01, { branch: 1 })]));
    const ended = await bench.run('-', [], { stdin: text });
    expect(answers(ended)).toEqual(['fail', 100, 100, 'success', 0, 'fail']);
    expect(ended.stderr).toContain('refused for lack of money: 2 operations');
    expect(ended.stderr).toContain('customer 1, event 1, withdraw at branch 1: account 1 has 100, less than 100.01');
    expect(ended.code, ended.stderr).toBe(0);
  });

  test('a branch that may pay out a part by itself pays the whole balance, to the cent, with what the others give', async ({
    bench,
  }) => {
    const text = scenario(branches(7, 100.01), customer(4, [withdraw(100.01), query(), withdraw(0.01)]));
    const ended = await bench.run('-', ['--delay', '50ms'], { stdin: text });
    expect(results(ended)).toEqual([
      {
        id: 4,
        recv: [
          { interface: 'withdraw', result: 'success' },
          { interface: 'query', result: { balance: 0 } },
          { interface: 'withdraw', result: 'fail' },
        ],
      },
    ]);
    expect(ended.code, ended.stderr).toBe(0);
  });

  test('money that came in at one branch goes out at another', async ({ bench }) => {
    const moves = [deposit(500, { branch: 1 }), withdraw(499.99, { branch: 3 }), query({ branch: 2 })];
    const ended = await bench.run('-', ['--delay', '20ms'], { stdin: scenario(branches(3), customer(1, moves)) });
    expect(answers(ended)).toEqual(['success', 'success', 0.01]);
    expect(ended.code, ended.stderr).toBe(0);
  });

  test('customers who drain the account from all sides never get more than it has, and get all of it', async ({ bench }) => {
    const [count, balance, amount] = [5, 100, 7];
    const events = [...Array.from({ length: 6 }, () => [withdraw(amount), query()])].flat();
    const text = scenario(
      branches(count, balance),
      Array.from({ length: count }, (_, i) => customer(i + 1, events)),
    );
    const ended = await bench.run('-', ['--delay', '5ms'], { stdin: text });
    const entries = results(ended).flatMap(({ recv }) => recv);
    const answers = entries.filter((entry) => entry.interface === 'withdraw').map(({ result }) => result);
    const paid = answers.filter((result) => result === 'success').length;
    expect(answers.filter((result) => result === 'fail')).toHaveLength(answers.length - paid);
    expect(paid).toBe(Math.floor(balance / amount));
    const seen = entries.flatMap(({ result }) => (typeof result === 'object' ? (result as { balance: number }).balance : []));
    expect(seen).toHaveLength(30);
    for (const each of seen) expect(cents(each)).toBeGreaterThanOrEqual(0);
    expect(Math.min(...seen)).toBe(balance - paid * amount);
    expect(judgements(ended.stderr)).toEqual(ALL_HOLD);
    expect(ended.code, ended.stderr).toBe(0);
  });

  test('sums are exact where floating point is not', async ({ bench }) => {
    const small = Array.from({ length: 3 }, () => deposit(0.1, { branch: 1 }));
    const large = [deposit(1, { branch: 2 }), deposit(1, { branch: 1 }), query({ branch: 2 })];
    const text = scenario(branches(2), customer(1, [...small, query({ branch: 2 }), ...large]));
    // JavaScript could not write this number: it is the largest amount, 2^53-1 cents.
    const ended = await bench.run('-', [], { stdin: text.replaceAll('"money": 1,', '"money": 90071992547409.91,') });
    expect(ended.stdout).toContain('"balance":0.3}');
    expect(ended.stdout).toContain('"balance":180143985094820.12}');
    expect(ended.code, ended.stderr).toBe(0);
  });
});
