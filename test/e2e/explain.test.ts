import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { type Bench, test } from './harness.js';

/** A recorded run of a scenario that is good for one guarantee, and the story of an operation of it. */
async function recorded(bench: Bench, ...options: string[]): Promise<string> {
  const history = `${bench.folder}/history.jsonl`;
  const { code, stderr } = await bench.run('scenarios/read-your-writes.json', [
    '--delay',
    '150ms',
    '--history',
    history,
    ...options,
  ]);
  // Without the guarantee it is violated.
  expect(code, stderr).toBe(options.includes('none') ? 1 : 0);
  return history;
}

describe('a recorded run, explained', () => {
  test('a read that had to wait: what for, for how long, and how it adds up', async ({ bench }) => {
    const { code, stdout, stderr } = await bench.passbook(['explain', await recorded(bench), '1:2']);
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(
      /^Customer 1 asked branch 2 for the balance of account 1 \(event 2\) and was told 100 after [\d.]+ m?s\.\n/,
    );
    expect(stdout).toMatch(
      /Why 100\n +0 {2}at the beginning\n {2}\+ 100 {2}write 1-1: deposit of 100 by this customer \(event 1\)/,
    );
    expect(stdout).toMatch(/Branch 2 lacked write 1-1 and let the query wait [\d.]+ m?s, from/);
    expect(stdout).toMatch(/read your writes demands it\. Branch 1 sent it at [\d.]+ s, and it came [\d.]+ ms later\./);
  });

  test('one that did not: what it lacked, and which guarantee would have cared', async ({ bench }) => {
    const history = await recorded(bench, '--guarantees', 'none');
    const { code, stdout } = await bench.passbook(['explain', history, '1:2']);
    expect(code).toBe(0);
    expect(stdout).toContain('Branch 2 had no write on account 1, which was founded with 0.');
    expect(stdout).toMatch(/Write 1-1: the deposit of 100 by this customer \(event 1\), made at branch 1 at [\d.]+ s\./);
    expect(stdout).toContain('Read your writes would have demanded it, and was not asked for.');
  });

  test('an operation is found by the write that it made, too, as checks name it', async ({ bench }) => {
    const history = await recorded(bench);
    const [, write = ''] = /"write":"(1-[0-9a-f]{8}-1)"/.exec(readFileSync(history, 'utf8')) ?? [];
    const { code, stdout, stderr } = await bench.passbook(['explain', history, write]);
    expect(code, stderr).toBe(0);
    expect(stdout).toBe((await bench.passbook(['explain', history, '1:1'])).stdout);
    expect(stdout).toMatch(/^Customer 1 deposited 100/);
    expect(stdout).toMatch(new RegExp(`\\nNames of writes in full: 1-1 is ${write}\\.\\n$`));
  });

  test('as JSON, and from standard input', async ({ bench }) => {
    const stdin = readFileSync(await recorded(bench), 'utf8');
    const { code, stdout } = await bench.passbook(['explain', '-', '1:2', '--json'], { stdin });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      operation: { customer: '1', event: 2, balanceMinor: '10000' },
      sum: { foundedMinor: '0', totalMinor: '10000', answeredMinor: '10000', untold: 0 },
      waits: [{ kind: 'parked', lacking: [{ demandedBy: ['read-your-writes'] }] }],
      lacks: [],
    });
  });
});

/** Its files go to the bench's folder; nothing of what is printed names them. */
test('the examples of docs/explaining.md are what the commands print', async ({ bench }) => {
  const page = readFileSync('docs/explaining.md', 'utf8');
  const examples = [...page.matchAll(/```console\n\$ npx passbook (.+)\n([^`]+)```/g)];
  expect(examples).toHaveLength(3);
  for (const [, line = '', printed] of examples) {
    const args = line.split(' ').map((word) => (word.startsWith('ryw') ? join(bench.folder, word) : word));
    const { code, stdout, stderr } = await bench.passbook(args);
    expect(code, stderr).toBe(0);
    expect(stdout).toBe(printed);
  }
});

describe('what cannot be explained', () => {
  const HEADER = '{"passbook":"history","version":1,"branches":[1],"foundedMinor":["0"]}';
  const query = (index: number, session: number) =>
    JSON.stringify({
      index,
      type: 'invoke',
      process: 'a:b',
      f: 'query',
      value: { session, event: 1, branch: 1, account: '1', guarantees: [] },
      time: index,
    });
  const history = [HEADER, query(0, 5), query(1, 6), ''].join('\n');

  test.for([
    ['2', 64, /A customer and the number of its operation, such as 2:3/],
    ['a:b:0', 64, /such as 2:3/],
    ['zoe:1', 64, /there is no customer "zoe" in it; there is a:b/],
    ['1-0000000a-3', 64, /there is no write 1-0000000a-3 in it/],
    ['a:c:1', 64, /Did you mean a:b:1\?/],
    ['a:b:7', 64, /no event 7; the last is a:b:1/],
    ['a:b:1', 64, /2 sessions with an event 1; say which: a:b:1@5, a:b:1@6/],
    ['a:b:1@7', 64, /sessions with an event 1; say which: a:b:1@5, a:b:1@6|has no session 7/],
  ] as const)('%s', async ([event, code, message], { bench }) => {
    const ended = await bench.passbook(['explain', bench.file('h.jsonl', history), event]);
    expect([ended.code, ended.stdout]).toEqual([code, '']);
    expect(ended.stderr).toMatch(message);
  });

  test('a session that is named is found', async ({ bench }) => {
    const { code, stdout } = await bench.passbook(['explain', bench.file('h.jsonl', history), 'a:b:1@6']);
    expect(code).toBe(0);
    expect(stdout).toContain('and no answer is recorded.');
  });

  test.for([
    ['', /:1: the file is empty/],
    ['[]', /:1: expected a history/],
    [`${HEADER}\n{"index":1}`, /h\.jsonl:2: .*"index"/],
  ] as const)('no history: %j', async ([text, message], { bench }) => {
    const { code, stderr } = await bench.passbook(['explain', bench.file('h.jsonl', text), '1:1']);
    expect(code).toBe(65);
    expect(stderr).toMatch(message);
    expect(stderr).toContain('nothing was explained');
  });

  test('a file that is not there', async ({ bench }) => {
    const { code, stderr } = await bench.passbook(['explain', `${bench.folder}/none.jsonl`, '1:1']);
    expect(code).toBe(65);
    expect(stderr).toMatch(/none\.jsonl/);
  });
});
