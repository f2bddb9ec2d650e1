import { describe, expect, it } from 'vitest';
import { GUARANTEES, type GuaranteeName } from '../domain/guarantees.js';
import type { Reason } from '../domain/refusals.js';
import { history, type Line, originOf } from './fixtures.js';
import { judge } from './guarantees.js';
import type { GuaranteeVerdict, Judgement } from './verdict.js';
import type { Evidence } from './write-index.js';

const deposit = (line: Line): Line => ({ kind: 'deposit', amountMinor: 1000, ...line });
const withdraw = (line: Line): Line => ({ kind: 'withdraw', amountMinor: 1000, ...line });
const transfer = (line: Line): Line => ({ kind: 'transfer', amountMinor: 1000, ...line });
const query = (line: Line): Line => ({ kind: 'query', ...line });
const refused = (reason: Reason, line: Line): Line => ({ ...line, outcome: 'fail', reason });

function verdictOf(name: GuaranteeName, lines: Line[], evidence?: Evidence): GuaranteeVerdict {
  const verdict = judge(history(...lines), evidence).guarantees.find((g) => g.name === name);
  if (!verdict) throw new Error(`no verdict on ${name}`);
  return verdict;
}

interface Case {
  readonly rule: string;
  readonly lines: Line[];
  /** Those that are not named hold. */
  readonly expected: Partial<Record<GuaranteeName, Judgement>>;
  readonly evidence?: Evidence;
}

function table(cases: Case[]): void {
  it.each(cases)('$rule', ({ lines, expected, evidence }) => {
    const verdicts = judge(history(...lines), evidence).guarantees;
    const found = Object.fromEntries(verdicts.filter((g) => g.verdict !== 'holds').map((g) => [g.name, g.verdict]));
    expect(found).toEqual(expected);
  });
}

describe('read your writes', () => {
  table([
    {
      rule: 'binds no longer to what the session was told to be lost, but to what stands',
      lines: [
        deposit({ branch: 1, write: 1, sees: {} }),
        deposit({ branch: 1, write: 3, sees: { 1: 2 } }),
        refused('WRITES_LOST', query({ branch: 2, lost: new Map([[originOf(1), 2]]) })),
        query({ branch: 2, sees: { 1: 1 } }),
      ],
      expected: {},
    },
    {
      rule: 'is violated by a read without what stands, also when it was told of other losses',
      lines: [
        deposit({ branch: 1, write: 1, sees: {} }),
        deposit({ branch: 1, write: 3, sees: { 1: 2 } }),
        refused('WRITES_LOST', query({ branch: 2, lost: new Map([[originOf(1), 2]]) })),
        query({ branch: 2, sees: {} }),
      ],
      expected: { 'read-your-writes': 'violated' },
    },
    {
      rule: 'is violated by a read at a branch that lacks the own write',
      lines: [deposit({ branch: 1, write: 1, sees: {} }), query({ branch: 2, sees: {} })],
      expected: { 'read-your-writes': 'violated' },
    },
    {
      rule: 'holds where the branch has the write',
      lines: [deposit({ branch: 1, write: 1, sees: {} }), query({ branch: 2, sees: { 1: 1 } })],
      expected: {},
    },
    {
      rule: 'is about the own writes: another customer may not have them yet',
      lines: [deposit({ branch: 1, write: 1, sees: {} }), query({ customer: 2, branch: 2, sees: {} })],
      expected: {},
    },
    {
      rule: 'is about the account that is read',
      lines: [deposit({ branch: 1, write: 1, sees: {}, account: '2' }), query({ branch: 2, sees: {} })],
      expected: {},
    },
    {
      rule: 'finds the relevant write below a later one on another account',
      lines: [
        deposit({ branch: 1, write: 1, sees: {} }),
        deposit({ branch: 1, write: 2, sees: { 1: 1 }, account: '2' }),
        query({ branch: 2, sees: {} }),
      ],
      expected: { 'read-your-writes': 'violated' },
    },
    {
      rule: 'does not take a later write on another account for a miss',
      lines: [
        deposit({ branch: 1, write: 1, sees: {} }),
        deposit({ branch: 1, write: 2, sees: { 1: 1 }, account: '2' }),
        query({ branch: 2, sees: { 1: 1 } }),
      ],
      expected: {},
    },
    {
      rule: 'counts a transfer for every account, because its other one is not recorded',
      lines: [transfer({ branch: 1, write: 1, sees: {}, account: '2' }), query({ branch: 2, sees: {} })],
      expected: { 'read-your-writes': 'violated' },
    },
    {
      rule: 'counts the opening of an account for that account',
      lines: [
        { kind: 'open', branch: 1, account: '', write: 1, sees: {} },
        query({ branch: 2, sees: {} }),
        refused('ACCOUNT_NOT_FOUND', query({ branch: 2, account: '1-1a2b3c4d-1', sees: {} })),
      ],
      expected: { 'read-your-writes': 'violated' },
    },
    {
      rule: 'expects nothing of a write whose outcome nobody knows',
      lines: [deposit({ branch: 1, sees: {}, outcome: 'info' }), query({ branch: 2, sees: {} })],
      expected: {},
    },
    {
      rule: 'expects nothing of a refused write',
      lines: [refused('OVERLOADED', deposit({ branch: 1 })), query({ branch: 2, sees: {} })],
      expected: {},
    },
    {
      rule: 'counts a write that only missed its acknowledgement level',
      lines: [deposit({ branch: 1, write: 1, sees: {}, reason: 'ACK_LEVEL_NOT_REACHED' }), query({ branch: 2, sees: {} })],
      expected: { 'read-your-writes': 'violated' },
    },
    {
      rule: 'expects nothing of a write that was still under way when the read began',
      lines: [
        deposit({ branch: 1, write: 1, sees: {}, invokedAtUs: 0, completedAtUs: 12 }),
        query({ branch: 2, sees: {}, invokedAtUs: 10 }),
      ],
      expected: {},
    },
    {
      rule: 'expects a write whose reply came in the moment the read began',
      lines: [
        deposit({ branch: 1, write: 1, sees: {}, invokedAtUs: 0, completedAtUs: 10 }),
        query({ branch: 2, sees: {}, invokedAtUs: 10 }),
      ],
      expected: { 'read-your-writes': 'violated' },
    },
  ]);
});

describe('monotonic reads', () => {
  const shown = [deposit({ branch: 1, write: 1, sees: {} }), query({ customer: 2, branch: 1, sees: { 1: 1 } })];
  table([
    {
      rule: 'is violated by a read that lacks what an earlier one showed',
      lines: [...shown, query({ customer: 2, branch: 2, sees: {} })],
      expected: { 'monotonic-reads': 'violated' },
    },
    {
      rule: 'holds where the later read has it, and more',
      lines: [...shown, query({ customer: 2, branch: 2, sees: { 1: 1, 2: 3 } })],
      expected: {},
    },
    {
      rule: 'is about one session',
      lines: [...shown, query({ customer: 3, branch: 2, sees: {} })],
      expected: {},
    },
    {
      rule: 'holds where the missing write touches another account than the one read',
      lines: [...shown, query({ customer: 2, branch: 2, account: '2', sees: {} })],
      expected: {},
    },
    {
      rule: 'holds where the earlier read was of another account and showed nothing of this one',
      lines: [
        deposit({ branch: 1, write: 1, sees: {} }),
        query({ customer: 2, branch: 1, account: '2', sees: { 1: 1 } }),
        query({ customer: 2, branch: 2, sees: {} }),
      ],
      expected: {},
    },
    {
      rule: 'is violated where a transfer was shown by a read of another account',
      lines: [
        transfer({ branch: 1, write: 1, sees: {}, account: '2' }),
        query({ customer: 2, branch: 1, account: '2', sees: { 1: 1 } }),
        query({ customer: 2, branch: 2, sees: {} }),
      ],
      expected: { 'monotonic-reads': 'violated' },
    },
    {
      rule: 'is unknown where the history does not say what the missing write is',
      lines: [...shown.slice(1), query({ customer: 2, branch: 2, sees: {} })],
      expected: { 'monotonic-reads': 'unknown' },
    },
    {
      rule: 'is unknown where a known irrelevant write is missing beside an unaccounted one',
      lines: [
        deposit({ branch: 1, write: 1, sees: {}, account: '2' }),
        query({ customer: 2, branch: 1, sees: { 1: 2 } }),
        query({ customer: 2, branch: 2, sees: {} }),
      ],
      expected: { 'monotonic-reads': 'unknown' },
    },
    {
      rule: 'is violated where a relevant write is missing beside an unaccounted one',
      lines: [
        deposit({ branch: 1, write: 2, sees: { 1: 1 } }),
        query({ customer: 2, branch: 1, sees: { 1: 3 } }),
        query({ customer: 2, branch: 2, sees: {} }),
      ],
      expected: { 'monotonic-reads': 'violated' },
    },
    {
      rule: 'holds where the missing writes are known to be internal',
      lines: [query({ branch: 1, sees: { 1: 2 } }), query({ branch: 2, sees: {} })],
      evidence: { internal: (origin, sequence) => origin === originOf(1) && sequence <= 2 },
      expected: {},
    },
    {
      rule: 'is unknown where only some of them are',
      lines: [query({ branch: 1, sees: { 1: 3 } }), query({ branch: 2, sees: {} })],
      evidence: { internal: (_, sequence) => sequence !== 2 },
      expected: { 'monotonic-reads': 'unknown' },
    },
    {
      rule: 'holds where all customers are in the history, so that the missing write is a grant',
      lines: [query({ branch: 1, sees: { 1: 1 } }), query({ branch: 2, sees: {} })],
      evidence: { complete: true },
      expected: {},
    },
    {
      rule: 'is unknown where it may be a write on the account whose reply was lost',
      lines: [
        deposit({ customer: 2, branch: 1, outcome: 'info' }),
        query({ branch: 1, sees: { 1: 1 } }),
        query({ branch: 2, sees: {} }),
      ],
      evidence: { complete: true },
      expected: { 'monotonic-reads': 'unknown' },
    },
    {
      rule: 'holds where the write whose reply was lost is on another account',
      lines: [
        deposit({ customer: 2, branch: 1, outcome: 'info', account: '2' }),
        query({ branch: 1, sees: { 1: 1 } }),
        query({ branch: 2, sees: {} }),
      ],
      evidence: { complete: true },
      expected: {},
    },
    {
      rule: 'is unknown for a read that does not say what it reflects',
      lines: [...shown, query({ customer: 2, branch: 2 })],
      expected: { 'monotonic-reads': 'unknown' },
    },
    {
      rule: 'is unknown after a read that did not say what it reflects',
      lines: [query({ branch: 1 }), query({ branch: 2, sees: {} })],
      expected: { 'monotonic-reads': 'unknown' },
    },
  ]);
});

describe('monotonic writes', () => {
  table([
    {
      rule: 'is violated by a write at a branch that lacks an earlier one of the session',
      lines: [deposit({ branch: 1, write: 1, sees: {} }), deposit({ branch: 2, write: 1, sees: {} })],
      expected: { 'monotonic-writes': 'violated' },
    },
    {
      rule: 'holds where the branch has it',
      lines: [deposit({ branch: 1, write: 1, sees: {} }), deposit({ branch: 2, write: 1, sees: { 1: 1 } })],
      expected: {},
    },
    {
      rule: 'relates writes on different accounts, too',
      lines: [deposit({ branch: 1, write: 1, sees: {}, account: '2' }), deposit({ branch: 2, write: 1, sees: {} })],
      expected: { 'monotonic-writes': 'violated' },
    },
    {
      rule: 'says nothing about the writes of others',
      lines: [deposit({ branch: 1, write: 1, sees: {} }), deposit({ customer: 2, branch: 2, write: 1, sees: {} })],
      expected: {},
    },
    {
      rule: 'is unknown for a write that does not say what came before it',
      lines: [deposit({ branch: 1, write: 1, sees: {} }), deposit({ branch: 2, write: 1 })],
      expected: { 'monotonic-writes': 'unknown' },
    },
    {
      rule: 'is unknown after a write without an id, and so is the next read',
      lines: [deposit({ branch: 1, sees: {} }), deposit({ branch: 2, write: 1, sees: {} }), query({ branch: 2, sees: { 2: 1 } })],
      expected: { 'monotonic-writes': 'unknown', 'read-your-writes': 'unknown' },
    },
    {
      rule: 'does not ask about a first write without a vector',
      lines: [deposit({ branch: 1, write: 1 })],
      expected: {},
    },
    {
      rule: 'does not judge a write whose outcome nobody knows',
      lines: [deposit({ branch: 1, write: 1, sees: {} }), deposit({ branch: 2, sees: {}, outcome: 'info' })],
      expected: {},
    },
  ]);
});

describe('writes follow reads', () => {
  const shown = [deposit({ branch: 1, write: 1, sees: {} }), query({ customer: 2, branch: 1, sees: { 1: 1 } })];
  table([
    {
      rule: 'is violated by a write at a branch that lacks what the session had read',
      lines: [...shown, deposit({ customer: 2, branch: 2, write: 1, sees: {} })],
      expected: { 'writes-follow-reads': 'violated' },
    },
    {
      rule: 'holds where the branch has it',
      lines: [...shown, deposit({ customer: 2, branch: 2, write: 1, sees: { 1: 1 } })],
      expected: {},
    },
    {
      rule: 'is about the account that was read, whichever is written',
      lines: [...shown, deposit({ customer: 2, branch: 2, account: '2', write: 1, sees: {} })],
      expected: { 'writes-follow-reads': 'violated' },
    },
    {
      rule: 'holds where the read was of another account than the missing write',
      lines: [
        deposit({ branch: 1, write: 1, sees: {} }),
        query({ customer: 2, branch: 1, account: '2', sees: { 1: 1 } }),
        deposit({ customer: 2, branch: 2, write: 1, sees: {} }),
      ],
      expected: {},
    },
    {
      rule: 'is unknown where the history does not say what the missing write is',
      lines: [query({ branch: 1, sees: { 1: 1 } }), deposit({ branch: 2, write: 1, sees: {} })],
      expected: { 'writes-follow-reads': 'unknown' },
    },
    {
      rule: 'holds where that write is a grant',
      lines: [query({ branch: 1, sees: { 1: 1 } }), deposit({ branch: 2, write: 1, sees: {} })],
      evidence: { internal: () => true },
      expected: {},
    },
    {
      rule: 'is unknown for a write that does not say what came before it',
      lines: [...shown, deposit({ customer: 2, branch: 2, write: 1 })],
      expected: { 'writes-follow-reads': 'unknown' },
    },
  ]);
});

describe('a withdrawal', () => {
  table([
    {
      rule: 'is a read and a write: it can miss own writes as both',
      lines: [deposit({ branch: 1, write: 1, sees: {} }), withdraw({ branch: 2, write: 1, sees: {} })],
      expected: { 'read-your-writes': 'violated', 'monotonic-writes': 'violated' },
    },
    {
      rule: 'can miss what was read as both',
      lines: [
        deposit({ branch: 1, write: 1, sees: {} }),
        query({ customer: 2, branch: 1, sees: { 1: 1 } }),
        withdraw({ customer: 2, branch: 2, write: 1, sees: {} }),
      ],
      expected: { 'monotonic-reads': 'violated', 'writes-follow-reads': 'violated' },
    },
    {
      rule: 'shows nothing for later reads to keep: its reply never enters what was read',
      lines: [
        deposit({ branch: 1, write: 1, sees: {} }),
        withdraw({ customer: 2, branch: 1, write: 2, sees: { 1: 1 } }),
        query({ customer: 2, account: '1', branch: 1, sees: { 1: 2 } }),
        query({ customer: 3, branch: 2, sees: {} }),
      ],
      expected: {},
    },
    {
      rule: 'that was refused is a read',
      lines: [deposit({ branch: 1, write: 1, sees: {} }), refused('INSUFFICIENT_FUNDS', withdraw({ branch: 2, sees: {} }))],
      expected: { 'read-your-writes': 'violated' },
    },
  ]);

  it('leaves R alone: a later write is not held to what a withdrawal looked at', () => {
    const lines = [
      deposit({ branch: 1, write: 1, sees: {} }),
      withdraw({ customer: 2, branch: 1, write: 2, sees: { 1: 1 } }),
      query({ customer: 2, account: '2', branch: 2, sees: {} }),
      deposit({ customer: 2, branch: 2, write: 1, sees: {} }),
    ];
    expect(verdictOf('monotonic-reads', lines)).toMatchObject({ verdict: 'holds', checks: 0 });
    expect(verdictOf('writes-follow-reads', lines)).toMatchObject({ verdict: 'holds', checks: 0 });
  });
});

describe('a refusal', () => {
  const seen = [
    deposit({ branch: 1, write: 1, sees: {} }),
    refused('INSUFFICIENT_FUNDS', withdraw({ customer: 2, branch: 1, sees: { 1: 1 } })),
  ];
  table([
    {
      rule: 'that reveals state is a read to keep',
      lines: [...seen, query({ customer: 2, branch: 2, sees: {} })],
      expected: { 'monotonic-reads': 'violated' },
    },
    {
      rule: 'that reveals state is a read that writes follow',
      lines: [...seen, deposit({ customer: 2, branch: 2, write: 1, sees: {} })],
      expected: { 'writes-follow-reads': 'violated' },
    },
    {
      rule: 'of a deposit is none: a deposit waits as a write only',
      lines: [
        { kind: 'open', branch: 1, account: '', write: 1, sees: {} },
        refused('ACCOUNT_NOT_FOUND', deposit({ branch: 2, account: '1-1a2b3c4d-1', sees: {} })),
      ],
      expected: {},
    },
    {
      rule: 'that reveals nothing is no read, even where it comes with a vector',
      lines: [deposit({ branch: 1, write: 1, sees: {} }), refused('SESSION_NOT_SATISFIED', query({ branch: 2, sees: {} }))],
      expected: {},
    },
    {
      rule: 'without a vector is nothing to judge',
      lines: [
        deposit({ branch: 1, write: 1, sees: {} }),
        refused('INSUFFICIENT_FUNDS', withdraw({ branch: 2 })),
        query({ branch: 1, sees: { 1: 1 } }),
      ],
      expected: {},
    },
  ]);
});

describe('the verdict', () => {
  it('lists all four in the order of the registry and holds on nothing', () => {
    const verdict = judge([]);
    expect(verdict.guarantees.map((g) => g.name)).toEqual(GUARANTEES.map((g) => g.name));
    expect(verdict).toMatchObject({ overall: 'holds', guarantees: [{ checks: 0 }, { checks: 0 }, { checks: 0 }, { checks: 0 }] });
  });

  it('is violated before it is unknown, and unknown before it holds', () => {
    const unknown = [query({ branch: 1, sees: { 1: 1 } }), query({ branch: 2, sees: {} })];
    const violated = [deposit({ branch: 3, write: 1, sees: {} }), query({ branch: 2, sees: {} })];
    expect(judge(history(...unknown)).overall).toBe('unknown');
    expect(judge(history(...unknown, ...violated)).overall).toBe('violated');
  });

  it('counts checks only where there was something to compare', () => {
    const lines = [
      query({ branch: 1, sees: {} }),
      deposit({ branch: 1, write: 1, sees: {} }),
      query({ branch: 2, sees: {} }),
      query({ branch: 1, sees: { 1: 1 } }),
      query({ branch: 2, sees: { 1: 1 } }),
    ];
    expect(verdictOf('read-your-writes', lines)).toMatchObject({ checks: 3, violations: 1, unknowns: 0 });
    expect(verdictOf('monotonic-reads', lines)).toMatchObject({ checks: 1, violations: 0 });
    expect(verdictOf('monotonic-writes', lines)).toMatchObject({ checks: 0 });
  });

  it('does not depend on the order in which operations were recorded', () => {
    const operations = history(deposit({ branch: 1, write: 1, sees: {} }), query({ branch: 2, sees: {} }));
    expect(judge([...operations].reverse())).toEqual(judge(operations));
  });
});

describe('the witness', () => {
  it('of read your writes is the closest own write that is missing', () => {
    const lines = [
      deposit({ branch: 1, write: 1, sees: {} }),
      deposit({ branch: 3, write: 1, sees: { 1: 1 } }),
      query({ branch: 2, sees: {}, balanceMinor: 0n }),
      query({ branch: 2, sees: {}, balanceMinor: 0n }),
    ];
    const [, second, third] = history(...lines);
    expect(verdictOf('read-your-writes', lines).witness).toEqual({
      guarantee: 'read-your-writes',
      operation: third,
      earlier: second,
      missing: { id: { origin: originOf(3), sequence: 1 }, by: second, madeAt: 3 },
      missingAt: 2,
      balanceMinor: 0n,
    });
  });

  it('of monotonic reads is the latest read that showed the write, and who made it', () => {
    const lines = [
      deposit({ branch: 1, write: 1, sees: {} }),
      query({ customer: 2, branch: 1, sees: { 1: 1 } }),
      query({ customer: 2, branch: 1, sees: { 1: 1 } }),
      query({ customer: 2, branch: 2, sees: {} }),
    ];
    const [made, , shown, missed] = history(...lines);
    expect(verdictOf('monotonic-reads', lines).witness).toEqual({
      guarantee: 'monotonic-reads',
      operation: missed,
      earlier: shown,
      missing: { id: { origin: originOf(1), sequence: 1 }, by: made, madeAt: 1 },
      missingAt: 2,
    });
  });

  it('of an unknown verdict is replaced by the reason', () => {
    const lines = [query({ branch: 1, sees: { 1: 1 } }), query({ branch: 2, sees: {} })];
    const [earlier, operation] = history(...lines);
    const verdict = verdictOf('monotonic-reads', lines);
    expect(verdict.witness).toBeUndefined();
    expect(verdict.unknownBecause).toEqual({
      kind: 'unaccounted-write',
      operation,
      earlier,
      id: { origin: originOf(1), sequence: 1 },
    });
  });
});
