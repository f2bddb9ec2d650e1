import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { history, type Line } from '../check/fixtures.js';
import { judge } from '../check/guarantees.js';
import type { Witness } from '../check/verdict.js';
import { type GuaranteeName, guaranteeSet, NO_GUARANTEES } from '../domain/guarantees.js';
import type { CustomerId } from '../domain/ids.js';
import { explainUnknown, explainWitness, formatVerdict } from './words.js';

const deposit = (line: Line): Line => ({ kind: 'deposit', amountMinor: 1000, ...line });
const withdraw = (line: Line): Line => ({ kind: 'withdraw', amountMinor: 500, ...line });
const query = (line: Line): Line => ({ kind: 'query', ...line });

function witness(name: GuaranteeName, ...lines: Line[]): Witness {
  const found = judge(history(...lines)).guarantees.find((g) => g.name === name)?.witness;
  if (!found) throw new Error(`${name} was not violated`);
  return found;
}

describe('a violation in one sentence', () => {
  const made = deposit({ branch: 1, write: 1, sees: {} });
  const showing = [made, query({ customer: 2, branch: 1, sees: { 1: 1 }, balanceMinor: 1000n })];

  it.each<[string, GuaranteeName, Line[], string]>([
    [
      'a query that lacks an own deposit',
      'read-your-writes',
      [
        query({ branch: 1, sees: {} }),
        deposit({ branch: 3, write: 1, sees: {} }),
        query({ branch: 4, sees: {}, balanceMinor: 0n }),
      ],
      'customer 1 deposited 10 at branch 3 (event 2, write 3-1a2b3c4d-1), but its query at branch 4 (event 3) answered 0 without it.',
    ],
    [
      'a withdrawal decided without an own one',
      'read-your-writes',
      [withdraw({ branch: 3, write: 1, sees: {} }), withdraw({ branch: 4, write: 1, sees: {}, amountMinor: 1250 })],
      'customer 1 withdrew 5 at branch 3 (event 1, write 3-1a2b3c4d-1), but its withdrawal of 12.5 at branch 4 (event 2) was decided without it.',
    ],
    [
      'a withdrawal refused without an own deposit',
      'read-your-writes',
      [made, withdraw({ branch: 4, sees: {}, outcome: 'fail', reason: 'INSUFFICIENT_FUNDS' })],
      'customer 1 deposited 10 at branch 1 (event 1, write 1-1a2b3c4d-1), but its withdrawal of 5 at branch 4 (event 2) was refused without it.',
    ],
    [
      'a query that lacks what an earlier one showed',
      'monotonic-reads',
      [...showing, query({ customer: 2, branch: 2, sees: {}, balanceMinor: 0n })],
      "customer 2's query at branch 1 (event 1) showed the deposit of 10 made by customer 1 at branch 1 (write 1-1a2b3c4d-1), but its later query at branch 2 (event 2) did not.",
    ],
    [
      'a withdrawal decided without what a query showed',
      'monotonic-reads',
      [...showing, withdraw({ customer: 2, branch: 2, write: 1, sees: {} })],
      "customer 2's query at branch 1 (event 1) showed the deposit of 10 made by customer 1 at branch 1 (write 1-1a2b3c4d-1), but its later withdrawal of 5 at branch 2 (event 2) was decided without it.",
    ],
    [
      'a query that lacks an own deposit that an earlier one showed',
      'monotonic-reads',
      [made, query({ branch: 1, sees: { 1: 1 } }), query({ branch: 2, sees: {} })],
      "customer 1's query at branch 1 (event 2) showed its own deposit of 10 at branch 1 (event 1, write 1-1a2b3c4d-1), but its later query at branch 2 (event 3) did not.",
    ],
    [
      'a write at a branch that lacks the one before',
      'monotonic-writes',
      [made, deposit({ branch: 2, write: 1, sees: {}, amountMinor: 2000 })],
      "customer 1's deposit of 10 at branch 1 (event 1, write 1-1a2b3c4d-1) was missing at branch 2 when its next deposit of 20 was applied there (event 2, write 2-1a2b3c4d-1).",
    ],
    [
      'a write at a branch that lacks what a query had shown',
      'writes-follow-reads',
      [
        ...showing,
        query({ customer: 2, branch: 3, sees: {} }),
        deposit({ customer: 2, branch: 2, write: 1, sees: {}, amountMinor: 2000 }),
      ],
      "customer 2's query at branch 1 (event 1) showed the deposit of 10 made by customer 1 at branch 1 (write 1-1a2b3c4d-1), but that was missing at branch 2 when customer 2's later deposit of 20 was applied there (event 3, write 2-1a2b3c4d-1).",
    ],
  ])('%s', (_, name, lines, sentence) => {
    expect(explainWitness(witness(name, ...lines))).toBe(sentence);
  });

  it('keeps control characters of names from the terminal', () => {
    const found = witness('read-your-writes', made, query({ branch: 2, sees: {} }));
    const earlier = { ...found.earlier, customer: '\u001b[31mred\n' as CustomerId };
    expect(explainWitness({ ...found, earlier })).toMatch(/^customer \?\[31mred\? deposited 10 /);
  });
});

describe('what could not be decided, in one sentence', () => {
  it.each<[string, Line[], string]>([
    [
      'a read without a vector',
      [query({ branch: 1, sees: { 1: 1 } }), query({ branch: 2 })],
      "customer 1's query at branch 2 (event 2) did not say which writes it reflects.",
    ],
    [
      'a write without an id',
      [deposit({ branch: 1, sees: {} }), query({ branch: 2, sees: {} })],
      "customer 1's deposit of 10 at branch 1 (event 1) was acknowledged without the id of its write.",
    ],
    [
      'a write that the history does not know',
      [query({ branch: 1, sees: { 1: 1 } }), query({ branch: 2, sees: {} })],
      "write 1-1a2b3c4d-1, which customer 1's query at branch 1 (event 1) reflected, was missing at branch 2 at event 2, and the history does not say what it is.",
    ],
  ])('%s', (_, lines, sentence) => {
    const because = judge(history(...lines)).guarantees.find((g) => g.unknownBecause)?.unknownBecause;
    expect(because && explainUnknown(because)).toBe(sentence);
  });
});

describe('the summary', () => {
  const verdict = judge(
    history(
      deposit({ branch: 1, write: 1, sees: {} }),
      query({ branch: 2, sees: {}, balanceMinor: 0n }),
      query({ branch: 1, sees: { 1: 1, 2: 1 }, balanceMinor: 1000n }),
      query({ branch: 1, sees: { 1: 1 }, balanceMinor: 1000n }),
      deposit({ branch: 1, write: 2, sees: { 1: 1, 2: 1 } }),
    ),
  );

  it('has a line a guarantee and a sentence where one is due', () => {
    expect(formatVerdict(verdict, { color: false, enforced: guaranteeSet(['read-your-writes', 'monotonic-reads']) })).toBe(
      [
        '  ✗ read your writes      violated  1 of 3 checks',
        '      customer 1 deposited 10 at branch 1 (event 1, write 1-1a2b3c4d-1), but its query at branch 2 (event 2) answered 0 without it.',
        '  ? monotonic reads       unknown   1 of 1 check',
        "      because write 2-1a2b3c4d-1, which customer 1's query at branch 1 (event 3) reflected, was missing at branch 1 at event 4, and the history does not say what it is.",
        '  ✓ monotonic writes      holds     1 check (not asked for)',
        '  ✓ writes follow reads   holds     1 check (not asked for)',
      ].join('\n'),
    );
  });

  it('says where there was nothing to check', () => {
    expect(formatVerdict(judge([]), { color: false, enforced: NO_GUARANTEES })).toBe(
      [
        '  - read your writes      holds     nothing to check (not asked for)',
        '  - monotonic reads       holds     nothing to check (not asked for)',
        '  - monotonic writes      holds     nothing to check (not asked for)',
        '  - writes follow reads   holds     nothing to check (not asked for)',
      ].join('\n'),
    );
  });

  it('says the same in colour: without the escape codes not a character differs', () => {
    const coloured = formatVerdict(verdict, { color: true });
    expect(coloured).toContain('\u001b[31m✗\u001b[0m');
    expect(coloured).toContain('\u001b[32mholds\u001b[0m');
    expect(stripVTControlCharacters(coloured)).toBe(formatVerdict(verdict, { color: false }));
  });
});
