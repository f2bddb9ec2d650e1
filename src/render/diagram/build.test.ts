import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { judge } from '../../check/guarantees.js';
import { ALL_GUARANTEES } from '../../domain/guarantees.js';
import type { BranchEvent, BranchWork, FaultEvent, HistoryEntry, RecordedOperation } from '../../domain/history.js';
import { type AccountId, branchId, type CustomerId, originId } from '../../domain/ids.js';
import { type LoggedWrite, WriteKind } from '../../domain/writes.js';
import { drawPlan } from '../../sim/draw-plan.js';
import { runPlan } from '../../sim/run-plan.js';
import { diagramOf } from './build.js';
import { type Finding, findingsOf } from './findings.js';
import type { Diagram } from './model.js';

const [ONE, TWO] = [branchId(1), branchId(2)];
const ORIGIN = originId(ONE, 7);
const SESSION = 3;

/** Customer 1 asks branch 1 for its balance from 0 to 10 µs, unless said otherwise. */
function operation(given: Partial<RecordedOperation> = {}): RecordedOperation {
  return {
    customer: '1' as CustomerId,
    session: SESSION,
    event: 1,
    branch: ONE,
    kind: 'query',
    account: '1' as AccountId,
    guarantees: ALL_GUARANTEES,
    invokedAtUs: 0,
    completedAtUs: 10,
    outcome: 'ok',
    ...given,
  };
}

function lived(given: Partial<RecordedOperation> = {}): HistoryEntry[] {
  const recorded = operation(given);
  const { outcome: _, completedAtUs: __, ...invocation } = recorded;
  return [
    { kind: 'invoked', operation: invocation },
    { kind: 'completed', operation: recorded },
  ];
}

function work(branch: number, atUs: number, told: BranchWork): HistoryEntry {
  return { kind: 'branch', event: { branch: branchId(branch), atUs, ...told } as BranchEvent };
}

function logged(atUs: number, sequence: number, given: Partial<LoggedWrite> = {}): HistoryEntry {
  const write = { kind: WriteKind.deposit, account: '1' as AccountId, amountMinor: 500, follows: new Map(), ...given };
  return work(1, atUs, { kind: 'logged', write: { id: { origin: ORIGIN, sequence }, ...write } });
}

const range = (first: number, last = first) => ({ origin: ORIGIN, first, last });
const request = (counter: number) => ({ customer: '1' as CustomerId, session: SESSION, counter });
const sent = (atUs: number, first: number, last?: number) => work(1, atUs, { kind: 'sent', to: TWO, writes: range(first, last) });
const received = (atUs: number, first: number, last?: number) =>
  work(2, atUs, { kind: 'received', from: ONE, writes: range(first, last), receipt: 'new' });
const fault = (event: FaultEvent): HistoryEntry => ({ kind: 'fault', event });

function draw(entries: readonly HistoryEntry[], findings: readonly Finding[] = []): Diagram {
  const diagram = diagramOf({ branches: [ONE, TWO], entries, findings });
  keepsItsWord(diagram);
  return diagram;
}

/** `request: deposit 5 @ 0 → 1-1 @ 4`, in the order of the arrows. */
function arrows({ arrows, events, lanes }: Diagram): string[] {
  const place = (id: number) => `${lanes[events[id]?.lane ?? 0]?.label} @${events[id]?.atUs}`;
  return arrows.map(({ kind, from, to, toLane }) => {
    const tip = to === undefined ? `lost on the way to ${lanes[toLane]?.label}` : place(to);
    return `${kind}: ${place(from)} → ${tip}`;
  });
}

/** The invariants of model.ts. */
function keepsItsWord({ lanes, events, arrows, spans, marks, endUs }: Diagram): void {
  for (const [id, event] of events.entries()) {
    expect(event.id).toBe(id);
    expect(event.atUs).toBeGreaterThanOrEqual(events[id - 1]?.atUs ?? 0);
  }
  expect(new Set(events.map(({ lane }) => lane))).toEqual(new Set(lanes.keys()));
  for (const { from, to, toLane } of arrows) {
    expect(lanes[toLane]).toBeDefined();
    if (to === undefined) continue;
    expect(to).toBeGreaterThan(from);
    expect(events[to]?.lane).toBe(toLane);
  }
  for (const { fromUs, toUs, lane } of spans) {
    expect(lanes[lane]).toBeDefined();
    expect([fromUs <= toUs, toUs <= endUs]).toEqual([true, true]);
  }
  for (const id of marks.flatMap((mark) => mark.events)) expect(events[id]).toBeDefined();
}

describe('requests and answers', () => {
  it('lead to where the branch decides, and back from there', () => {
    const deposit = lived({ kind: 'deposit', amountMinor: 500, write: { origin: ORIGIN, sequence: 1 } });
    const diagram = draw([
      ...deposit,
      work(1, 3, { kind: 'decided', request: request(1) }),
      logged(5, 1, { request: request(1) }),
    ]);
    expect(arrows(diagram)).toEqual(['request: customer 1 @0 → branch 1 @5', 'answer: branch 1 @5 → customer 1 @10']);
    expect(diagram.events.map(({ kind, label }) => `${kind} ${label}`)).toEqual(['ask deposit 5', 'accept 1-1', 'answer done']);
  });

  it('meet in the middle where the branch tells nothing, and that is said', () => {
    const diagram = draw(lived({ balanceMinor: 300n }));
    expect(arrows(diagram)).toEqual(['request: customer 1 @0 → branch 1 @5', 'answer: branch 1 @5 → customer 1 @10']);
    expect(diagram.events[1]?.details.join()).toContain('is not told');
    expect(diagram.events[2]?.label).toBe('3');
  });

  it('lead to the branch that took the request over, and back from there', () => {
    const other = { origin: originId(TWO, 7), sequence: 1 };
    const about = { account: '' as AccountId, amountMinor: 0, request: request(1) };
    const write = { id: other, kind: WriteKind.deposit, account: '1' as AccountId, amountMinor: 500, follows: new Map() };
    const diagram = draw([
      ...lived({ kind: 'deposit', amountMinor: 500, write: other, completedAtUs: 30 }),
      logged(5, 1, { ...about, kind: WriteKind.cede, receiver: TWO }),
      work(2, 20, { kind: 'logged', write: { ...write, request: request(1) } }),
    ]);
    expect(arrows(diagram)).toEqual(['request: customer 1 @0 → branch 2 @20', 'answer: branch 2 @20 → customer 1 @30']);
    expect(diagram.events.map(({ kind }) => kind)).toEqual(['ask', 'cede', 'accept', 'answer']);
  });

  it('a refusal for good is a write, and is where the answer comes from', () => {
    const refused = lived({ kind: 'withdraw', amountMinor: 5, outcome: 'fail', reason: 'INSUFFICIENT_FUNDS', final: true });
    const about = { account: '' as AccountId, amountMinor: 0, request: request(1) };
    const diagram = draw([
      ...refused,
      work(1, 4, { kind: 'decided', request: request(1) }),
      logged(5, 1, { ...about, kind: WriteKind.void, reason: 'INSUFFICIENT_FUNDS' }),
    ]);
    expect(arrows(diagram)).toEqual(['request: customer 1 @0 → branch 1 @5', 'answer: branch 1 @5 → customer 1 @10']);
    expect(diagram.events[1]).toMatchObject({ kind: 'void', label: '1-1: refuses request 1 for good' });
    expect(diagram.events[1]?.details).toContain(
      'Request 1 of customer 1 is refused for good, by write 1-1: insufficient funds.',
    );
    expect(diagram.events[2]?.details).toContain('It is refused for good.');
  });

  it('what a branch had is said of the time before a write, and sentences begin as such', () => {
    const write = { origin: ORIGIN, sequence: 1 };
    const message = 'the write stands, but only 1 of 2 branches have it so far';
    const given = { kind: 'deposit', amountMinor: 500, write, message, vector: new Map() } as const;
    expect(draw(lived(given)).events[2]?.details.slice(1)).toEqual([
      'It is done as write 1-1.',
      'The write stands, but only 1 of 2 branches have it so far.',
      'Before it, the branch had no writes.',
    ]);
    expect(draw(lived({ balanceMinor: 0n, vector: new Map() })).events[2]?.details.at(-1)).toBe('The branch had no writes.');
  });

  it('a branch that tells of a write of another has not made it', () => {
    const diagram = draw(lived({ kind: 'deposit', write: { origin: originId(TWO, 7), sequence: 1 } }));
    expect(diagram.events.map(({ kind, label }) => `${kind} ${label}`)).toEqual(['ask deposit', 'arrive ', 'answer done']);
    expect(diagram.events[1]?.details).toEqual(['Branch 1 answers; when exactly is not told.']);
    expect(diagram.events[2]?.details).toContain('It is done as write 2-1.');
  });

  it('a request that nobody answered leads nowhere', () => {
    const entries = [
      ...lived(),
      ...lived({ event: 2, invokedAtUs: 20, completedAtUs: 90, outcome: 'fail', reason: 'BRANCH_UNREACHABLE' }),
    ];
    const diagram = draw(entries);
    expect(arrows(diagram)).toContain('request: customer 1 @20 → lost on the way to branch 1');
    expect(diagram.events.at(-1)?.label).toBe('no answer');
  });

  it('an answer that did not come although the branch had decided was lost', () => {
    const given = { outcome: 'info', reason: 'OUTCOME_UNKNOWN', completedAtUs: 90 } as const;
    const diagram = draw([...lived(given), work(1, 3, { kind: 'decided', request: request(1) })]);
    expect(arrows(diagram)).toEqual([
      'request: customer 1 @0 → branch 1 @3',
      'answer: branch 1 @3 → lost on the way to customer 1',
    ]);
  });

  it('what has no completion lasts to the end', () => {
    const [invoked] = lived();
    const diagram = draw([...(invoked ? [invoked] : []), logged(50, 1)]);
    expect(diagram.spans).toEqual([expect.objectContaining({ kind: 'operation', fromUs: 0, toUs: 50 })]);
  });

  it('the answer of another session is none to this one', () => {
    const other = { ...request(1), session: SESSION + 1 };
    const diagram = draw([...lived(), work(1, 3, { kind: 'decided', request: other })]);
    expect(arrows(diagram)[0]).toBe('request: customer 1 @0 → branch 1 @5');
  });
});

describe('waiting', () => {
  it('lasts from parking to the decision and names what is lacking', () => {
    const lacking = new Map([[ORIGIN, 2]]);
    const diagram = draw([
      ...lived(),
      work(1, 2, { kind: 'parked', request: request(1), lacking }),
      work(1, 8, { kind: 'decided', request: request(1) }),
    ]);
    const span = { kind: 'parked', fromUs: 2, toUs: 8, label: 'waits for 1-2', operation: '1:1' };
    expect(diagram.spans).toContainEqual(expect.objectContaining(span));
    expect(arrows(diagram)).toEqual(['request: customer 1 @0 → branch 1 @2', 'answer: branch 1 @8 → customer 1 @10']);
  });
});

describe('writes', () => {
  it('lead from where they were sent to where they were received', () => {
    const applied = work(2, 31, { kind: 'applied', upTo: { origin: ORIGIN, sequence: 2 } });
    const diagram = draw([logged(1, 1), logged(2, 2), sent(20, 1, 2), received(30, 1, 2), applied]);
    expect(arrows(diagram)).toEqual(['writes: branch 1 @2 → branch 2 @31']);
    // Receiving and applying at once is one thing to see.
    expect(diagram.events.at(-1)).toMatchObject({ kind: 'apply', label: 'has 1-2' });
  });

  it('from where they were logged to where they were applied, when nothing else was told', () => {
    const diagram = draw([logged(1, 1), work(2, 31, { kind: 'applied', upTo: { origin: ORIGIN, sequence: 1 } })]);
    expect(arrows(diagram)).toEqual(['writes: branch 1 @1 → branch 2 @31']);
  });

  it('that were sent lead nowhere where nothing ever came', () => {
    const diagram = draw([logged(1, 1), ...lived({ branch: TWO }), sent(10, 1)]);
    expect(arrows(diagram)).toContain('writes: branch 1 @1 → lost on the way to branch 2');
  });

  it('that were sent twice and came once: the first came, the second did not', () => {
    const diagram = draw([logged(1, 1), logged(2, 2), sent(10, 1), received(15, 1), sent(20_000, 1), logged(25_000, 3)]);
    expect(arrows(diagram)).toEqual([
      'writes: branch 1 @10 → branch 2 @15',
      'writes: branch 1 @20000 → lost on the way to branch 2',
    ]);
  });

  it('that did not come in a part of a history are not called lost', () => {
    const entries = [logged(1, 1), sent(10, 1), received(15, 1), sent(20_000, 1)];
    const diagram = diagramOf({ branches: [ONE, TWO], entries, isCut: true });
    expect(arrows(diagram)).toEqual(['writes: branch 1 @1 → branch 2 @15']);
  });

  it('that come before they were sent, by clocks that differ, are shown after it', () => {
    const diagram = draw([logged(40, 1), sent(50, 1), received(30, 1)]);
    expect(arrows(diagram)).toEqual(['writes: branch 1 @40 → branch 2 @40']);
  });

  it('an allowance is asked for, and the grant is the answer', () => {
    const account = '1' as AccountId;
    const asked = work(2, 5, { kind: 'asked', peers: [ONE], account, wantedMinor: 500n });
    const diagram = draw([asked, logged(9, 1, { kind: WriteKind.grant, receiver: TWO }), sent(9, 1), received(12, 1)]);
    expect(arrows(diagram)).toEqual(['allowance: branch 2 @5 → branch 1 @9', 'writes: branch 1 @9 → branch 2 @12']);
  });

  it('a request is handed over, which is no answer to a question for allowance', () => {
    const account = '1' as AccountId;
    const asked = work(2, 5, { kind: 'asked', peers: [ONE], account, wantedMinor: 500n });
    const about = { account: '' as AccountId, amountMinor: 0, request: request(7) };
    const diagram = draw([asked, logged(9, 1, { ...about, kind: WriteKind.cede, receiver: TWO })]);
    expect(arrows(diagram)).toEqual([]);
    expect(diagram.events.at(-1)).toMatchObject({
      kind: 'cede',
      label: '1-1: hands request 7 to 2',
      details: ['Branch 1 hands request 7 of customer 1 to branch 2, by write 1-1.'],
    });
  });

  it('that are missing are asked for, and sending them is the answer', () => {
    const fetching = work(2, 5, { kind: 'fetching', from: ONE, writes: range(1, 3) });
    const diagram = draw([
      logged(1, 1),
      logged(2, 2),
      fetching,
      logged(8000, 4),
      sent(9000, 4),
      sent(20_000, 1, 2),
      received(21_000, 1, 2),
    ]);
    expect(arrows(diagram)).toContain('fetch: branch 2 @5 → branch 1 @20000');
    expect(arrows(diagram).filter((arrow) => arrow.startsWith('fetch'))).toHaveLength(1);
  });

  it('that a branch got back from others and logs again were there before', () => {
    const diagram = draw([logged(1, 1), sent(2, 1), received(9, 1), logged(20, 1)]);
    expect(diagram.events.map(({ kind }) => kind)).toEqual(['accept', 'receive']);
    expect(arrows(diagram)).toEqual(['writes: branch 1 @1 → branch 2 @9']);
  });

  it('the names that are shown are told in full, too, one of each log', () => {
    const other = { origin: originId(TWO, 0xa1fd3037), sequence: 3 };
    const diagram = draw([logged(1, 1), logged(2, 2), ...lived({ kind: 'deposit', write: other })]);
    expect(diagram.namesInFull).toEqual(['1-1 is 1-00000007-1', '2-3 is 2-a1fd3037-3']);
  });

  it('a branch with a new log has new names', () => {
    const again = { origin: originId(ONE, 8), sequence: 1 };
    const diagram = draw([logged(1, 1), ...lived({ kind: 'deposit', write: again })]);
    expect(diagram.events.map(({ label }) => label)).toContain('1b-1');
  });
});

describe('faults', () => {
  it('each branch has its own view of a cut, which may be one way', () => {
    const diagram = draw([fault({ atUs: 6, fault: 'cut', branches: [TWO], to: [ONE] })]);
    expect(diagram.events.map(({ lane, label }) => `branch ${lane + 1} ${label}`).sort()).toEqual([
      'branch 1 does not hear 2',
      'branch 2 does not reach 1',
    ]);
  });

  it('last until what ends them', () => {
    const diagram = draw([
      fault({ atUs: 5, fault: 'crash', branches: [ONE] }),
      fault({ atUs: 6, fault: 'cut', branches: [TWO], to: [ONE] }),
      fault({ atUs: 9, fault: 'restart', branches: [ONE] }),
      fault({ atUs: 20, fault: 'heal', branches: [] }),
      fault({ atUs: 22, fault: 'pause', branches: [TWO] }),
      logged(30, 1),
    ]);
    expect(diagram.spans.map(({ kind, lane, fromUs, toUs }) => `${kind} ${lane + 1} ${fromUs}-${toUs}`).sort()).toEqual([
      'cut 1 6-20',
      'cut 2 6-20',
      'down 1 5-9',
      'paused 2 22-30',
    ]);
  });
});

test('a finding is marked at the answer that shows it, and what it is about', () => {
  const write = { origin: ORIGIN, sequence: 1 };
  const operations = [
    operation({ kind: 'deposit', amountMinor: 500, write, vector: new Map() }),
    operation({ event: 2, branch: TWO, invokedAtUs: 20, completedAtUs: 30, vector: new Map(), balanceMinor: 0n }),
  ];
  const findings = findingsOf(judge(operations));
  const { marks, events } = draw(operations.flatMap(lived), findings);
  expect(marks.map(({ anomaly, events: ids }) => [anomaly, ids.map((id) => events[id]?.operation)])).toEqual([
    ['read-your-writes', ['1:2', '1:1']],
  ]);
  expect(marks[0]?.sentence).toMatch(/^Customer 1 deposited 5 at branch 1/);
});

test('circles, which only broken clocks make, cost an arrow and nothing else', () => {
  const back = (atUs: number) =>
    work(1, atUs, { kind: 'received', from: TWO, writes: { origin: originId(TWO, 1), first: 1, last: 1 }, receipt: 'new' });
  const away = (atUs: number) =>
    work(2, atUs, { kind: 'sent', to: ONE, writes: { origin: originId(TWO, 1), first: 1, last: 1 } });
  const diagram = draw([sent(10, 1), received(20, 1), back(5), away(25)]);
  expect(diagram.events).toHaveLength(4);
  expect(diagram.arrows).toHaveLength(1);
});

test('names cannot smuggle control characters into a picture', () => {
  const diagram = draw(lived({ customer: 'a\u001b[31m\nb' as CustomerId }));
  const shown = [
    ...diagram.lanes.map(({ label }) => label),
    ...diagram.events.flatMap(({ label, details }) => [label, ...details]),
  ];
  expect(shown.filter((text) => /\p{C}/u.test(text))).toEqual([]);
});

test('whatever a simulated bank lives through can be drawn', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), (seed) => {
      const entries: HistoryEntry[] = [];
      const plan = drawPlan(seed);
      runPlan(plan, { onEntry: (entry) => entries.push(entry) });
      const branches = Array.from({ length: plan.branches }, (_, i) => branchId(i + 1));
      const diagram = diagramOf({ branches, entries });
      keepsItsWord(diagram);
      const answered = entries.flatMap((entry) =>
        entry.kind === 'completed' && entry.operation.outcome === 'ok' ? [entry] : [],
      );
      expect(diagram.arrows.filter(({ kind, to }) => kind === 'answer' && to !== undefined).length).toBeGreaterThanOrEqual(
        answered.length,
      );
    }),
    { seed: 1, numRuns: 30 },
  );
});
