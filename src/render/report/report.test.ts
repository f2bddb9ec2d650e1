import { describe, expect, test } from 'vitest';
import { history, originOf } from '../../check/fixtures.js';
import { judge } from '../../check/guarantees.js';
import { type AccountId, branchId, type CustomerId, foundedAccount } from '../../domain/ids.js';
import { type AppliedWrite, WriteKind } from '../../domain/writes.js';
import { type ReportInput, reportOf } from './facts.js';
import { reportJson } from './json.js';
import { formatReport } from './text.js';

const ADA = '1' as CustomerId;
const STRANGER = 'bo\u001bb' as CustomerId;

function write(branch: number, sequence: number, position: number, more: Partial<AppliedWrite> = {}): AppliedWrite {
  const id = { origin: originOf(branch), sequence };
  const request = { customer: ADA, session: 5, counter: 1 };
  return { id, kind: WriteKind.deposit, account: foundedAccount(1), amountMinor: 1250, request, position, ...more };
}

const grant = (position: number): AppliedWrite => {
  const { request: _, ...rest } = write(1, 2, position, { kind: WriteKind.grant, amountMinor: 300 });
  return rest;
};

const deposit = write(1, 1, 1);
const stranger = write(2, 1, 2, { request: { customer: STRANGER, session: 9, counter: 1 } });
/** Nobody could acknowledge it, and yet it was done. */
const unacknowledged = write(2, 2, 4, {
  kind: WriteKind.withdraw,
  amountMinor: 500,
  request: { customer: ADA, session: 5, counter: 4 },
});

const operations = history(
  { kind: 'deposit', amountMinor: 1250, branch: 1, write: 1, sees: {} },
  { kind: 'query', branch: 1, sees: { 1: 1 }, balanceMinor: 1250n },
  {
    kind: 'withdraw',
    amountMinor: 9900,
    branch: 2,
    outcome: 'fail',
    reason: 'INSUFFICIENT_FUNDS',
    applied: 'no',
    sees: { 1: 1 },
  },
  { kind: 'withdraw', amountMinor: 500, branch: 2, outcome: 'info', reason: 'OUTCOME_UNKNOWN', applied: 'maybe' },
);

function input(more: Partial<ReportInput> = {}): ReportInput {
  const [one, two] = [branchId(1), branchId(2)];
  return {
    scenario: 'input.json',
    operations: { total: 4, done: 3 },
    customers: [ADA],
    branches: [
      { initialMinor: 0n, found: { branch: one, balanceMinor: 2000n, writes: [deposit, stranger, grant(3), unacknowledged] } },
      { initialMinor: 0n, found: { branch: two, balanceMinor: 2000n, writes: [deposit, stranger, grant(3), unacknowledged] } },
    ],
    history: operations,
    verdict: judge(operations, {}),
    failures: [],
    ...more,
  };
}

const broken = input({
  branches: [
    { found: { branch: branchId(1), silent: 'its process died (SIGKILL)' } },
    { initialMinor: 0n, found: { branch: branchId(2), balanceMinor: 0n, writes: [] } },
  ],
  failures: ['branch 1 died: its process was ended by SIGKILL'],
});

describe('what branches write about requests', () => {
  const named = { account: '' as AccountId, amountMinor: 0 };
  const cession = write(1, 3, 5, { ...named, kind: WriteKind.cede, request: { customer: STRANGER, session: 5, counter: 8 } });
  const refusal = write(1, 4, 6, { ...named, kind: WriteKind.void, request: { customer: ADA, session: 5, counter: 4 } });
  const at = (branch: number, writes: AppliedWrite[]) => ({ found: { branch: branchId(branch), balanceMinor: 0n, writes } });

  test('is in no write set, makes nobody a customer, and is counted', () => {
    const report = reportOf(input({ branches: [at(1, [deposit, cession, refusal])] }));
    expect(report.branches[0]).toMatchObject({
      grants: 0,
      cessions: 1,
      voids: 1,
      customers: [{ customer: ADA, writes: [deposit] }],
    });
    expect(report.branches[0]?.customers).toHaveLength(1);
    const text = formatReport(report);
    expect(text).toContain('  1 request handed from branch to branch\n  1 request refused for good\n');
    expect(JSON.parse(reportJson(report))).toMatchObject({ branches: [{ customers: [{ writes: [{ interface: 'deposit' }] }] }] });
  });

  test.each([
    [cession, 'branch 2 does not have the handing over of request 8 of customer bo?b by branch 1 (write 1-1a2b3c4d-3).'],
    [refusal, 'branch 2 does not have the refusal for good of request 4 of customer 1 (write 1-1a2b3c4d-4).'],
  ])('that one branch lacks is named', (missing, sentence) => {
    expect(formatReport(reportOf(input({ branches: [at(1, [deposit, missing]), at(2, [deposit])] })))).toContain(sentence);
  });
});

describe('as text', () => {
  test('write sets in the order applied, events, balances, and whether the branches agree', () => {
    expect(formatReport(reportOf(input()))).toBe(`Report on input.json
3 of 4 operations done: 1 customer at 2 branches

Branch 1
  balance before  0
  balance after   20
  customer 1
    write set, in the order applied here
      1.  deposit   12.5  event 1  made at branch 1  write 1-1a2b3c4d-1
      4.  withdraw  5     event 4  made at branch 2  write 2-1a2b3c4d-2
    events here
      event 1  deposit  12.5  success (write 1-1a2b3c4d-1)
      event 2  query          balance 12.5
  customer bo?b
    write set, in the order applied here
      2.  deposit  12.5  not of this run  made at branch 2  write 2-1a2b3c4d-1
    events here: none
  1 grant of allowance between branches

Branch 2
  balance before  0
  balance after   20
  customer 1
    write set, in the order applied here
      1.  deposit   12.5  event 1  made at branch 1  write 1-1a2b3c4d-1
      4.  withdraw  5     event 4  made at branch 2  write 2-1a2b3c4d-2
    events here
      event 3  withdraw  99  fail (INSUFFICIENT_FUNDS)
      event 4  withdraw  5   unknown (OUTCOME_UNKNOWN)
  customer bo?b
    write set, in the order applied here
      2.  deposit  12.5  not of this run  made at branch 2  write 2-1a2b3c4d-1
    events here: none
  1 grant of allowance between branches

In the end
  yes      every branch has every write
  yes      every branch applied each customer's writes in the customer's order
  yes      every branch applied each write after all that it follows
  yes      every branch has the same balance

Balance of each customer
  [{"id":1,"balance":20}]

Guarantees
  ✓ read your writes      holds     2 checks
  ✓ monotonic reads       holds     1 check
  - monotonic writes      holds     nothing to check
  - writes follow reads   holds     nothing to check
`);
  });

  test('a run that could not be completed: what is known, and why the rest is not', () => {
    const text = formatReport(reportOf(broken));
    expect(text).toContain(`Branch 1
  balance before  not known
  balance after   not known
  could not be asked in the end: its process died (SIGKILL)
  customer 1
    events here
      event 1  deposit  12.5  success (write 1-1a2b3c4d-1)
      event 2  query          balance 12.5
`);
    expect(text).toContain('  branch 1 died: its process was ended by SIGKILL\n');
    expect(text).toContain(`  no       every branch has every write
             branch 2 does not have write 1-1a2b3c4d-1.
  unknown  every branch applied each customer's writes in the customer's order
             branch 1 could not be asked: its process died (SIGKILL)
`);
    expect(text).toContain('  [{"id":1,"balance":null}]\n');
  });

  test('each disagreement in a sentence', () => {
    const other = write(2, 1, 1, { request: { customer: ADA, session: 5, counter: 2 } });
    const late = formatReport(
      reportOf(
        input({
          branches: [
            { found: { branch: branchId(1), balanceMinor: 1n, writes: [other, { ...deposit, position: 2 }] } },
            { found: { branch: branchId(2), balanceMinor: 2n, writes: [write(2, 2, 1)] } },
          ],
        }),
      ),
    );
    for (const sentence of [
      "branch 1 does not have customer 1's deposit of 12.5 (request 1, write 2-1a2b3c4d-2).",
      "branch 1 applied customer 1's deposit of 12.5 (request 1, write 1-1a2b3c4d-1) only after " +
        "customer 1's deposit of 12.5 (request 2, write 2-1a2b3c4d-1).",
      "branch 2 applied customer 1's deposit of 12.5 (request 1, write 2-1a2b3c4d-2) without write 2-1a2b3c4d-1, which it follows.",
      'branch 2 has 0.02, but branch 1 has 0.01.',
    ])
      expect(late).toContain(sentence);
  });
});

describe('as JSON', () => {
  test('every key is there, and null where nothing is known', () => {
    const report = JSON.parse(reportJson(reportOf(input())));
    expect(Object.keys(report)).toEqual([
      'passbook',
      'version',
      'scenario',
      'operations',
      'failures',
      'customers',
      'branches',
      'convergence',
      'guarantees',
    ]);
    expect(report.customers).toEqual([{ id: 1, balance: 20 }]);
    const [, two] = report.branches;
    expect(two).toEqual({
      branch: 2,
      initialBalance: 0,
      finalBalance: 20,
      silent: null,
      grants: 1,
      customers: [
        {
          id: 1,
          writes: [
            { position: 1, write: '1-1a2b3c4d-1', madeAt: 1, interface: 'deposit', money: 12.5, event: 1 },
            { position: 4, write: '2-1a2b3c4d-2', madeAt: 2, interface: 'withdraw', money: 5, event: 4 },
          ],
          events: [
            event(3, 'withdraw', 99, { result: 'fail', reason: 'INSUFFICIENT_FUNDS' }),
            event(4, 'withdraw', 5, { result: 'unknown', reason: 'OUTCOME_UNKNOWN' }),
          ],
        },
        {
          id: 'bo\u001bb',
          writes: [{ position: 2, write: '2-1a2b3c4d-1', madeAt: 2, interface: 'deposit', money: 12.5, event: null }],
          events: [],
        },
      ],
    });
    expect(report.branches[0].customers[0].events).toEqual([
      event(1, 'deposit', 12.5, { write: '1-1a2b3c4d-1' }),
      event(2, 'query', null, { balance: 12.5 }),
    ]);
    expect(report.convergence.sessionOrder).toEqual({ verdict: 'holds', checks: 2, problem: null });
    expect(report.guarantees).toHaveLength(4);
  });

  test('of a branch that could not be asked', () => {
    const report = JSON.parse(reportJson(reportOf(broken)));
    expect(report.failures).toEqual(['branch 1 died: its process was ended by SIGKILL']);
    expect(report.branches[0]).toMatchObject({
      initialBalance: null,
      finalBalance: null,
      silent: 'its process died (SIGKILL)',
      customers: [{ id: 1, writes: null }],
    });
    expect(report.convergence.everyWrite.problem).toBe('branch 2 does not have write 1-1a2b3c4d-1.');
    expect(report.convergence.equalBalances.verdict).toBe('unknown');
  });

  test('money is exact, beyond what floating point can hold', () => {
    const minor = 900_719_925_474_099_301n;
    const branches = [{ initialMinor: minor, found: { branch: branchId(1), balanceMinor: minor, writes: [] } }];
    expect(reportJson(reportOf(input({ branches })))).toContain('"finalBalance":9007199254740993.01,');
  });
});

function event(number: number, operation: string, money: number | null, more: object): object {
  return { event: number, interface: operation, money, result: 'success', reason: null, balance: null, write: null, ...more };
}
