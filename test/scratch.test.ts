import { test } from 'vitest';
import { judgeResults } from '../src/check/results/judge.js';
import { HonestBank, NO_TROUBLE } from '../src/check/results/fixtures.js';
import { Rng } from '../src/std/rng.js';
const cpu = () => process.cpuUsage().user / 1e6;
test('big', { timeout: 600000 }, () => {
  const mk = (name: string, customers: number, events: number, most: number, wd = 0.3, unknown = 0) => {
    const rng = new Rng(5);
    const plan = {
      initialMinor: 1000n, branches: 4,
      customers: Array.from({ length: customers }, () => Array.from({ length: events }, () => ({
        kind: (rng.chance(0.5) ? 'query' : rng.chance(wd) ? 'withdraw' : 'deposit') as any, branch: rng.integer(1, 4), amountMinor: BigInt(rng.integer(1, most)) * 100n }))),
    };
    const input = new HonestBank(plan, rng, unknown ? { fail: 0, unknown } : NO_TROUBLE).run();
    const t = cpu();
    const v = judgeResults(input);
    console.log(name, v.overall, v.findings.length, v.doubts.length, 'of', v.queries.total, cpu() - t);
    for (const kind of ['constant', 'random']) {
    const t2 = cpu();
    const broken = { ...input, customers: input.customers.map((c: any) => ({ ...c, events: c.events.map((e: any) => e.answer.kind === 'balance' ? { ...e, answer: { kind: 'balance', minor: kind === 'constant' ? 777n : e.answer.minor + BigInt(rng.integer(-most, most)) * 100n } } : e) })) };
    const w = judgeResults(broken);
    console.log('   broken', kind, w.overall, w.findings.length, w.doubts.length, cpu() - t2);
    }
  };
  mk('1x2000', 1, 2000, 100);
  mk('1x2000 unknown', 1, 2000, 100, 0.3, 0.3);
  mk('100x2 tens', 100, 2, 1);
  mk('100x20 small', 100, 20, 100);
  mk('100x20 large', 100, 20, 2 ** 32);
  mk('4x200 large', 4, 200, 2 ** 32);
  mk('4x200 small', 4, 200, 100);
  mk('300x4 small', 300, 4, 100);
  mk('100x200 small', 100, 200, 100);
  mk('2x32 large', 2, 32, 2 ** 32);
  mk('8x2000 small', 8, 2000, 1000);
});
