import { describe, expect } from 'vitest';
import { branches, customer, deposit, query, scenario, withdraw } from './bank.js';
import { test } from './harness.js';

const TWO = 'scenarios/two-branches.json';
const WRITE = '1-[0-9a-f]{8}-1';
/** All that is said when nobody asked for more. */
const SUMMARY =
  /^3 of 3 operations done in [\d.]+ s: 1 customer at 2 branches\n(?: .*\n)*\nGuarantees \(all asked for\):\n( {2}[✓-] .*\n){4}$/;

/** What each branch tells of customer 1, in this order; other lines may stand between. */
const STORIES = [
  [
    'branch 1 +customer 1 deposits 400 \\(request 1\\)',
    `branch 1 +customer 1 has done it: deposit is write ${WRITE}`,
    'branch 1 +customer 1 asks for the balance \\(request 2\\)',
    'branch 1 +customer 1 is told 400',
  ],
  [
    'branch 2 +customer 1 asks for the balance \\(request 3\\)',
    `branch 2 +customer 1 waits: write ${WRITE} has not arrived yet`,
    `branch 2 +gets write ${WRITE} from branch 1`,
    `branch 2 +has applied all up to write ${WRITE}`,
    'branch 2 +customer 1 is told 400',
  ],
];

describe('what a run tells', () => {
  test('without being asked: the summary, and no word of the branches', async ({ bench }) => {
    const { stderr } = await bench.run(TWO);
    expect(stderr).toMatch(SUMMARY);
  });

  test('-v: who asks what, who waits for what, when it arrives, and what is answered', async ({ bench }) => {
    const { stdout, stderr, code } = await bench.run(TWO, ['-v', '--delay', '100ms']);
    for (const story of STORIES) expect(stderr).toMatch(new RegExp(story.map((line) => `\\d\\.\\d{3}s +${line}\n`).join('[^]*')));
    expect(stdout).not.toContain('customer');
    expect(code).toBe(0);
  });

  test('-v: how money moves between branches, and a refusal', async ({ bench }) => {
    const text = scenario(branches(2, 100), customer(1, [withdraw(100, { branch: 1 }), withdraw(1, { branch: 1 })]));
    const { stderr } = await bench.run('-', ['-v'], { stdin: text });
    const told = [
      /branch 1 +customer 1 withdraws 100 /,
      /branch 1 +customer 1 waits: this branch may pay out only 50 by itself/,
      /branch 1 +asks branch 2 for 50 of allowance/,
      /branch 2 +gives branch 1 50 of its allowance/,
      /branch 1 +customer 1 is refused withdraw: account 1 has 0, less than 1 \(INSUFFICIENT_FUNDS\)/,
    ];
    for (const line of told) expect(stderr).toMatch(line);
  });

  test('--log-json: every request with its operation, amount, customer and state, one JSON object a line', async ({ bench }) => {
    const text = scenario(
      branches(2),
      customer(7, [deposit(1.5, { branch: 1 }), query({ branch: 2 }), withdraw(2, { branch: 2 })]),
    );
    const { stderr, code } = await bench.run('-', ['--log-json', '--delay', '50ms'], { stdin: text });
    const told = stderr.split(/(?<=\n)/);
    expect(told.filter((line) => !line.startsWith('{')).join('')).toMatch(SUMMARY);
    const lines = told.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);
    for (const line of lines)
      expect(line).toMatchObject({ time: expect.any(Number), branch: expect.any(Number), event: expect.any(String) });
    const request = (number: number) => lines.filter((line) => line.customer === '7' && line.request === number);
    expect(request(1)).toMatchObject([
      { event: 'received', branch: 1, operation: 'deposit', account: '1', amountMinor: 150 },
      { event: 'decided', branch: 1, operation: 'deposit', amountMinor: 150, state: 'done', write: expect.stringMatching(WRITE) },
    ]);
    expect(request(2)).toMatchObject([
      { event: 'received', branch: 2, operation: 'query' },
      { event: 'parked', branch: 2, lacking: [expect.stringMatching(WRITE)] },
      { event: 'decided', branch: 2, operation: 'query', state: 'done', balanceMinor: '150' },
    ]);
    expect(request(3).at(-1)).toMatchObject({
      operation: 'withdraw',
      state: 'refused',
      reason: 'INSUFFICIENT_FUNDS',
      applied: 'no',
    });
    expect(lines).toContainEqual(expect.objectContaining({ branch: 2, event: 'applied', upTo: expect.stringMatching(WRITE) }));
    expect(code).toBe(0);
  });
});
