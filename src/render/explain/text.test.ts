import { describe, expect, it, test } from 'vitest';
import { Chronicle } from '../../check/story/chronicle.js';
import {
  applied,
  fault,
  id,
  lived,
  logged,
  missedRead,
  NONE,
  ONE,
  ORIGIN,
  parkedRead,
  request,
  sent,
  THREE,
  TWO,
  work,
} from '../../check/story/fixtures.js';
import { tell } from '../../check/story/tell.js';
import type { HistoryEntry } from '../../domain/history.js';
import { type AccountId, branchId, originId } from '../../domain/ids.js';
import { type LoggedWrite, WriteKind } from '../../domain/writes.js';
import { drawPlan } from '../../sim/draw-plan.js';
import { runPlan } from '../../sim/run-plan.js';
import { WriteNames } from '../diagram/names.js';
import { storyJson } from './json.js';
import { formatStory } from './text.js';

function explained(entries: readonly HistoryEntry[], event: number, customer = 'ada'): string[] {
  const chronicle = new Chronicle(entries);
  const [operation] = chronicle.find(customer, event);
  if (!operation) throw new Error(`no event ${event} of ${customer}`);
  const header = { branches: [ONE, TWO, THREE], foundedMinor: [0n] };
  return formatStory(tell(header, chronicle, operation), new WriteNames(entries)).split('\n');
}

const NO_MONEY = { account: '' as AccountId, amountMinor: 0 };

describe('a read', () => {
  it('that waited: how it adds up, for what it waited, why, and who brought it', () => {
    expect(explained(parkedRead(), 2)).toEqual([
      'Customer ada asked branch 2 for the balance of account 1 (event 2) and was told 5 after 75 ms.',
      '',
      'Why 5',
      '    0  at the beginning',
      '  + 5  write 1-1: deposit of 5 by this customer (event 1), made at branch 1 at 0.005 s, here since 0.079 s',
      '  = 5',
      '',
      'What it waited for',
      '  Branch 2 lacked write 1-1 and let the query wait 60 ms, from 0.020 s to 0.080 s.',
      '  Write 1-1 is the deposit of 5 by this customer (event 1), made at branch 1 at 0.005 s; read your writes demands it. ' +
        'Branch 1 sent it at 0.006 s, and it came 72 ms later.',
    ]);
  });

  it('that did not wait: what it lacked, where that was, and who would have cared', () => {
    expect(explained(missedRead(), 2)).toEqual([
      'Customer ada asked branch 2 for the balance of account 1 (event 2) and was told 0 after 10 ms.',
      '',
      'Why 0',
      '  Branch 2 had no write on account 1, which was founded with 0.',
      '',
      'What it lacked',
      '  Write 1-1: the deposit of 5 by this customer (event 1), made at branch 1 at 0.005 s. ' +
        'It was on its way from branch 1, sent at 0.006 s. It came 59 ms later. ' +
        'Read your writes would have demanded it, and was not asked for.',
    ]);
  });

  it('that was served without what it asked for is called a violation', () => {
    const [, ...rest] = missedRead();
    const asked = lived(15, 25, { event: 2, branch: TWO, vector: new Map(), balanceMinor: 0n });
    const others = rest.filter(({ kind }) => kind === 'branch');
    const deposit = lived(0, 10, { kind: 'deposit', amountMinor: 500, write: id(1), vector: new Map() });
    const text = explained([...deposit, ...asked, ...others], 2);
    expect(text.at(-1)).toMatch(/Read your writes was asked for and demands it: that is a violation\.$/);
    expect(text).not.toContain('What it had to include');
  });

  it('that lacked what was there by then, by clocks that differ, only says when', () => {
    const early = missedRead().map((entry) =>
      entry.kind === 'branch' && entry.event.kind === 'applied' ? applied(19, 1) : entry,
    );
    const without = early.filter((entry) => entry.kind !== 'branch' || entry.event.kind !== 'received');
    expect(explained(without, 2).at(-1)).toContain('It was on its way from branch 1, sent at 0.006 s. It came at 0.019 s.');
  });

  it('of many writes: only how many, by branch', () => {
    const many = [...Array(13).keys()].map((i) => logged(i, i + 1, i === 5 ? { kind: WriteKind.withdraw } : {}));
    const text = explained([...many, ...lived(15, 25, { vector: new Map([[ORIGIN, 13]]), balanceMinor: 5500n })], 1);
    expect(text.slice(2, 6)).toEqual([
      'Why 55',
      '     0  at the beginning',
      '  + 55  12 deposits and 1 withdrawal here, the last of them write 1-13',
      '  = 55',
    ]);
  });

  it('whose balance is not the sum says by how much', () => {
    const entries = [logged(1, 1), ...lived(15, 25, { vector: new Map([[ORIGIN, 2]]), balanceMinor: 700n })];
    expect(explained(entries, 1)).toEqual(
      expect.arrayContaining([
        '  The answer was 7: 2 more than these writes make.',
        '  Branch 1 had 1 more write that the history tells nothing of: what branches wrote among themselves, which changes no balance, or something else.',
      ]),
    );
  });

  it('of which the branch said nothing is compared with what was acknowledged', () => {
    const entries = [...lived(0, 5, { kind: 'deposit', amountMinor: 500 }), ...lived(15, 25, { event: 2, balanceMinor: 0n })];
    expect(explained(entries, 2).slice(3)).toEqual([
      '  The history does not say which writes branch 1 had, so what the answer is made of is not known.',
      '  Account 1 began with 0; with the 1 operation that was acknowledged on it before, that makes 5, and the answer was 5 less.',
      '',
      'What is not known',
      '  When writes came to which branch, and who waited for them: the branches tell nothing in this history.',
    ]);
  });
});

describe('what was refused, or is uncertain', () => {
  it('says why, with short names of writes', () => {
    const message = 'branch 2 still lacks write 1-00000007-1 (branch 1 has it)';
    const given = { event: 2, branch: TWO, outcome: 'fail', reason: 'SESSION_NOT_SATISFIED', message } as const;
    const parked = work(2, 20, { kind: 'parked', request: request(2), lacking: new Map([[ORIGIN, 1]]) });
    const deposit = lived(0, 10, { kind: 'deposit', amountMinor: 500, write: id(1), vector: new Map() });
    const text = explained([...deposit, logged(5, 1), ...lived(15, 90, given), parked, applied(200, 1)], 2);
    expect(text).toContain('  Branch 2 still lacks write 1-1 (branch 1 has it).');
    expect(text.at(-1)).toMatch(/It had not come when the wait ended, and comes only at 0\.200 s\.$/);
  });

  it('by a bank that has lost what its session had made: it goes on without', () => {
    const deposit = lived(0, 10, { kind: 'deposit', amountMinor: 500, write: id(1), vector: new Map() });
    const lost = new Map([[ORIGIN, 0]]);
    const told = lived(20, 30, { event: 2, branch: TWO, outcome: 'fail', reason: 'WRITES_LOST', applied: 'no', lost });
    expect(explained([...deposit, logged(5, 1), ...told], 2).slice(0, 5)).toEqual([
      'Customer ada asked branch 2 for the balance of account 1 (event 2) and was refused after 10 ms: writes lost.',
      '',
      'Why it was refused',
      '  A branch lost its data, and with it writes that the passbook names.',
      '  Customer ada goes on without what is lost: nothing waits for it any more.',
    ]);
  });

  it('tells what the log knows and the customer does not', () => {
    const lost = { kind: 'deposit', amountMinor: 500, outcome: 'info', reason: 'OUTCOME_UNKNOWN' } as const;
    const crash = fault(6, { fault: 'crash', branches: [ONE] });
    const text = explained([...lived(0, 90, lost), logged(5, 1, { request: request(1) }), crash], 1);
    expect(text[0]).toBe(
      'Customer ada wanted to deposit 5 on account 1 at branch 1 (event 1) and heard nothing certain after 90 ms.',
    );
    expect(text).toContain('  But the log has it, as write 1-1: it took effect.');
    expect(text).toContain('  Branch 1 was down, from 0.006 s on.');
    expect(explained([...lived(0, 90, lost), crash, logged(5, 1)], 1)).toContain('  No log that this history tells of has it.');
  });
});

describe('a request that went to several branches', () => {
  const other = originId(TWO, 7);
  const handed = logged(5, 1, { ...NO_MONEY, kind: WriteKind.cede, receiver: TWO, request: request(1) });
  const told = (atMs: number, write: Partial<LoggedWrite>) =>
    work(2, atMs, {
      kind: 'logged',
      write: { id: { origin: other, sequence: 1 }, ...NO_MONEY, kind: WriteKind.deposit, follows: new Map(), ...write },
    });
  const deposit = { kind: 'deposit', amountMinor: 500, branch: TWO } as const;

  it('tells who handed it to whom, and counts the write at the branch that accepted it', () => {
    const answer = { ...deposit, write: { origin: other, sequence: 1 }, vector: new Map([[ORIGIN, 1]]) };
    const write = told(12, { account: '1' as AccountId, amountMinor: 500, request: request(1) });
    const text = explained([...lived(0, 90, answer), handed, applied(10, 1), write], 1);
    expect(text).toEqual(
      expect.arrayContaining([
        'Which branch had the right to it',
        '  Branch 1 handed request 1 of customer ada to branch 2 at 0.005 s, by write 1-1.',
        '  Write 2-1 was in the log of branch 2 for good at 0.012 s.',
      ]),
    );
  });

  it('that is refused for good is so everywhere, and shows what its branch had', () => {
    const refusal = {
      ...deposit,
      kind: 'withdraw',
      branch: ONE,
      outcome: 'fail',
      reason: 'INSUFFICIENT_FUNDS',
      final: true,
    } as const;
    const write = told(12, { kind: WriteKind.void, reason: 'INSUFFICIENT_FUNDS', request: request(1) });
    const vector = new Map([[other, 1]]);
    const text = explained([...lived(0, 90, { ...refusal, vector }), write], 1);
    expect(text[0]).toBe(
      'Customer ada wanted to withdraw 5 from account 1 at branch 1 (event 1) and was refused for good after 90 ms: insufficient funds.',
    );
    expect(text).toEqual(
      expect.arrayContaining([
        'What account 1 had at branch 2',
        '  Branch 2 had no write on account 1, which was founded with 0.',
        'Which branch had the right to it',
        '  Branch 2 refused request 1 of customer ada for good at 0.012 s, by write 2-1: it never takes effect, however often it is asked.',
      ]),
    );
    expect(text.join()).not.toContain('it took effect');
  });

  it('another request that waits for such a write names it', () => {
    const parked = work(2, 20, { kind: 'parked', request: request(2), lacking: new Map([[ORIGIN, 1]]) });
    const read = lived(15, 90, { event: 2, branch: TWO, vector: new Map([[ORIGIN, 1]]), balanceMinor: 0n });
    const text = explained([handed, ...read, parked, applied(79, 1)], 2).join('\n');
    expect(text).toContain(
      'Write 1-1 is the handing over of request 1 of this customer to branch 2, made at branch 1 at 0.005 s.',
    );
  });
});

test('what was not asked for and was there anyway is no waiting and no lack', () => {
  const deposit = lived(0, 10, { kind: 'deposit', amountMinor: 500, write: id(1), vector: new Map() });
  const read = lived(15, 25, { event: 2, vector: new Map([[ORIGIN, 1]]), balanceMinor: 500n, guarantees: NONE });
  expect(explained([...deposit, logged(5, 1), sent(6, 1), ...read], 2).slice(-2)).toEqual([
    'What it had to include',
    '  Nothing: read your writes was not asked for. As it happened, nothing was missing.',
  ]);
});

test('names from files cannot command a terminal', () => {
  const name = 'a\u001b[31m\nb';
  const text = explained(lived(0, 5, { customer: name, balanceMinor: 0n, vector: new Map() }), 1, name);
  expect(text.join('').match(/\p{C}/u)).toBeNull();
});

test('whatever happens in a simulated bank can be told, in words and as JSON', { timeout: 120_000 }, () => {
  for (let seed = 1; seed <= 25; seed++) {
    const entries: HistoryEntry[] = [];
    const plan = drawPlan(seed);
    runPlan(plan, { onEntry: (entry) => entries.push(entry) });
    const header = {
      branches: Array.from({ length: plan.branches }, (_, i) => branchId(i + 1)),
      foundedMinor: plan.foundedMinor.map(BigInt),
    };
    const [chronicle, names] = [new Chronicle(entries), new WriteNames(entries)];
    for (const operation of chronicle.operations) {
      const story = tell(header, chronicle, operation);
      const text = formatStory(story, names);
      const where = `seed ${seed}, ${operation.customer}:${operation.event}`;
      expect(text, where).not.toMatch(/undefined|NaN|-\d+(?:\.\d+)? (?:s|ms|µs)\b|the the|\[object| {2}$|\.\./m);
      const json = JSON.parse(JSON.stringify(storyJson(story))) as { operation: { event: number; balanceMinor?: string } };
      expect([json.operation.event, json.operation.balanceMinor], where).toEqual([
        operation.event,
        operation.balanceMinor?.toString(),
      ]);
    }
  }
});
