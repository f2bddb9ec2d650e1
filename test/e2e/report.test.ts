import { existsSync, readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { branches, customer, deposit, query, scenario, withdraw } from './bank.js';
import { type Bench, freeBasePort, test } from './harness.js';
import { killProcess } from './processes.js';

interface WriteJson {
  readonly position: number;
  readonly write: string;
  readonly madeAt: number;
  readonly interface: string;
  readonly money: number;
  readonly event: number | null;
}

interface EventJson {
  readonly event: number;
  readonly interface: string;
  readonly result: string;
  readonly balance: number | null;
}

interface ReportJson {
  readonly operations: { readonly total: number; readonly done: number };
  readonly failures: readonly string[];
  readonly customers: readonly { readonly id: number; readonly balance: number | null }[];
  readonly branches: readonly {
    readonly branch: number;
    readonly initialBalance: number | null;
    readonly finalBalance: number | null;
    readonly silent: string | null;
    readonly customers: readonly {
      readonly id: number;
      readonly writes: readonly WriteJson[] | null;
      readonly events: readonly EventJson[];
    }[];
  }[];
  readonly convergence: Readonly<Record<string, { readonly verdict: string; readonly problem: string | null }>>;
}

function readReport(path: string): ReportJson {
  return JSON.parse(readFileSync(path, 'utf8')) as ReportJson;
}

function verdicts({ convergence }: ReportJson): Record<string, string> {
  return Object.fromEntries(Object.entries(convergence).map(([name, { verdict }]) => [name, verdict]));
}

const AGREED = { everyWrite: 'holds', sessionOrder: 'holds', causalOrder: 'holds', equalBalances: 'holds' };

/** `customer/event@branch` of all writes that a branch applied, in the order in which it did. */
function applied({ branches }: ReportJson, branch: number): string[] {
  const at = branches.find((each) => each.branch === branch);
  const writes = at?.customers.flatMap(({ id, writes }) => (writes ?? []).map((write) => ({ id, ...write }))) ?? [];
  return writes.sort((a, b) => a.position - b.position).map(({ id, event, madeAt }) => `${id}/${event}@${madeAt}`);
}

describe('--report', () => {
  test('as text: balances, write sets, events and whether the branches agree', async ({ bench }) => {
    const file = bench.path('new folder/report.txt');
    const ended = await bench.run('scenarios/two-branches.json', ['--report', file]);
    expect(ended.code, ended.stderr).toBe(0);
    const id = '1-xxxxxxxx-1';
    expect(readFileSync(file, 'utf8').replace(/1-[0-9a-f]{8}-1/g, id)).toBe(`Report on scenarios/two-branches.json
3 of 3 operations done: 1 customer at 2 branches

Branch 1
  balance before  0
  balance after   400
  customer 1
    write set, in the order applied here
      1.  deposit  400  event 1  made at branch 1  write ${id}
    events here
      event 1  deposit  400  success (write ${id})
      event 2  query         balance 400

Branch 2
  balance before  0
  balance after   400
  customer 1
    write set, in the order applied here
      1.  deposit  400  event 1  made at branch 1  write ${id}
    events here
      event 3  query    balance 400

In the end
  yes      every branch has every write
  yes      every branch applied each customer's writes in the customer's order
  yes      every branch applied each write after all that it follows
  yes      every branch has the same balance

Balance of each customer
  [{"id":1,"balance":400}]

Guarantees
  ✓ read your writes      holds     2 checks
  ✓ monotonic reads       holds     1 check
  - monotonic writes      holds     nothing to check
  - writes follow reads   holds     nothing to check
`);
  });

  test('as JSON: everything that was done is where it was done, and every branch has every write', async ({ bench }) => {
    const file = bench.path('report.json');
    await bench.run('scenarios/ten-branches.json', ['--report', file, '--delay', '10ms']);
    const report = readReport(file);
    expect(report.operations).toEqual({ total: 60, done: 60 });
    expect(report.customers).toEqual([{ id: 1, balance: 0 }]);
    expect(verdicts(report)).toEqual(AGREED);
    expect(report.branches).toHaveLength(10);
    for (const { initialBalance, finalBalance, silent, customers } of report.branches) {
      expect({ initialBalance, finalBalance, silent }).toEqual({ initialBalance: 0, finalBalance: 0, silent: null });
      expect(customers[0]?.writes?.map(({ interface: operation }) => operation)).toEqual([
        ...Array(10).fill('deposit'),
        ...Array(10).fill('withdraw'),
      ]);
    }
    const events = report.branches.flatMap(({ customers }) => customers[0]?.events ?? []);
    expect(events.map(({ event }) => event).sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    expect(events.filter(({ balance }) => balance !== null)).toHaveLength(40);
  });

  test('tells the order in which each branch really applied what nobody ordered', async ({ bench }) => {
    const text = scenario(
      branches(2),
      customer(1, [deposit(10, { branch: 1 }), deposit(11, { branch: 1 })]),
      customer(2, [deposit(20, { branch: 2 }), deposit(21, { branch: 2 })]),
    );
    const file = bench.path('report.json');
    await bench.run('-', ['--delay', '200ms', '--report', file], { stdin: text });
    const report = readReport(file);
    expect(applied(report, 1)).toEqual(['1/1@1', '1/2@1', '2/1@2', '2/2@2']);
    expect(applied(report, 2)).toEqual(['2/1@2', '2/2@2', '1/1@1', '1/2@1']);
    expect(verdicts(report)).toEqual(AGREED);
  });

  test('names the writes that a branch applied in another order than their customer made them', async ({ bench }) => {
    const file = bench.path('report.json');
    const without = 'read-your-writes,monotonic-reads,writes-follow-reads';
    const ended = await bench.run('scenarios/monotonic-writes.json', ['--delay', '300ms', '-g', without, '--report', file]);
    expect(ended.code, ended.stderr).toBe(1);
    const report = readReport(file);
    expect(applied(report, 1)).toEqual(['1/1@1', '1/2@2']);
    expect(applied(report, 2)).toEqual(['1/2@2', '1/1@1']);
    expect(verdicts(report)).toEqual({ ...AGREED, sessionOrder: 'violated' });
    expect(report.convergence.sessionOrder?.problem).toMatch(
      /^branch 2 applied customer 1's deposit of 100 \(request 1, write 1-\w+-1\) only after customer 1's deposit of 50 /,
    );
  });

  test('counts what was refused and what branches passed each other as no write of a customer', async ({ bench }) => {
    const text = scenario(branches(2, 10), customer(1, [withdraw(10, { branch: 1 }), withdraw(1, { branch: 2 })]));
    const file = bench.path('report.json');
    await bench.run('-', ['--report', file], { stdin: text });
    const report = readReport(file);
    expect(applied(report, 2)).toEqual(['1/1@1']);
    expect(report.branches[1]).toMatchObject({
      finalBalance: 0,
      grants: 1,
      customers: [{ events: [{ event: 2, result: 'fail', reason: 'INSUFFICIENT_FUNDS', write: null }] }],
    });
    expect(verdicts(report)).toEqual(AGREED);
  });
});

describe('a report disturbs nothing', () => {
  test('the results are the same with and without', async ({ bench }) => {
    const file = bench.path('report.txt');
    for (const form of ['events', 'balances', 'lines']) {
      const plain = await bench.run('scenarios/two-branches.json', ['--format', form]);
      const reported = await bench.run('scenarios/two-branches.json', ['--format', form, '--report', file]);
      expect(reported.stdout).toBe(plain.stdout);
      expect(reported.code, reported.stderr).toBe(0);
    }
  });

  test.for([
    [['--report', '-'], 'A report goes to a file'],
    [['--report', 'same.json', '--out', './same.json'], '--out and --report both name same.json'],
    [['--out', 'scenarios/two-branches.json'], 'the scenario and --out both name scenarios/two-branches.json'],
    [['--history', './scenarios/two-branches.json'], 'the scenario and --history both name'],
    [['--report', 'src'], 'src cannot be written: it is a folder'],
  ] as const)('%s is refused before anything is done', async ([args, message], { bench }) => {
    const ended = await bench.run('scenarios/two-branches.json', args);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toContain(message);
    expect(ended.stderr).not.toContain('operations done');
    expect([1, 64]).toContain(ended.code);
    expect(existsSync('same.json')).toBe(false);
  });
});

/** One deposit is done at once; the query at branch 2 waits for it, as the delay is long. */
const SLOW = scenario(branches(2, 5), customer(1, [deposit(10, { branch: 1 }), query({ branch: 2 }), query({ branch: 1 })]));

function startSlow(bench: Bench, file: string) {
  return bench.startRun('-', ['--delay', '30s', '--deadline', '60s', '-v', '--report', file], { stdin: SLOW });
}

describe('a run that could not be completed', () => {
  test('after a branch died, the report tells what the others have', async ({ bench }) => {
    const file = bench.path('report.json');
    const run = bench.startRun('-', ['--delay', '1s', '-v', '--report', file], { stdin: SLOW });
    await run.says(/branch 2 .*waits/);
    killProcess(bench.branches(run)[1]?.pid as number, 'SIGKILL');
    const ended = await run.ended;
    expect(ended.code, ended.stderr).toBe(1);
    const report = readReport(file);
    expect(report.operations).toEqual({ total: 3, done: 2 });
    expect(report.failures[0]).toMatch(/^branch 2 died: /);
    expect(report.branches).toMatchObject([
      { branch: 1, initialBalance: 5, finalBalance: 15, silent: null },
      { branch: 2, initialBalance: 5, finalBalance: null, silent: expect.stringContaining('is gone') },
    ]);
    expect(applied(report, 1)).toEqual(['1/1@1']);
    expect(verdicts(report).everyWrite).toBe('unknown');
    expect(report.customers).toEqual([{ id: 1, balance: null }]);
  });

  test('after Ctrl-C, it tells what the customers did', async ({ bench }) => {
    const file = bench.path('report.json');
    const run = startSlow(bench, file);
    await run.says(/branch 2 .*waits/);
    run.kill('SIGINT');
    const ended = await run.ended;
    expect(ended.code, ended.stderr).toBe(130);
    const report = readReport(file);
    expect(report.failures).toContain('the run was ended by SIGINT');
    expect(report.branches[0]).toMatchObject({
      initialBalance: 5,
      finalBalance: null,
      customers: [{ id: 1, writes: null, events: [{ event: 1, result: 'success' }] }],
    });
  });
});

test('customers of branches that were started apart have a report, too, and tell their writes from older ones', async ({
  bench,
}) => {
  const basePort = await freeBasePort(2);
  const command = bench.start(['branches', 'scenarios/two-branches.json', '--base-port', basePort]);
  await command.says(/2 branches listen/);
  const file = bench.path('report.json');
  for (const before of [0, 400]) {
    const args = ['customers', 'scenarios/two-branches.json', '--base-port', basePort, '--report', file];
    await bench.passbook(args);
    const report = readReport(file);
    expect(verdicts(report)).toEqual(AGREED);
    const events = report.branches[1]?.customers[0]?.writes?.map(({ event }) => event);
    expect(report.branches[1]).toMatchObject({ initialBalance: before, finalBalance: before + 400 });
    expect(events).toEqual(before === 0 ? [1] : [null, 1]);
  }
  command.kill('SIGINT');
  await command.ended;
});
