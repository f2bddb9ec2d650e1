import { existsSync, readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { branches, customer, query, scenario } from './bank.js';
import { type Bench, test } from './harness.js';

const BANK = '{"id": 1, "type": "branch", "balance": 0}, {"id": 2, "type": "branch", "balance": 0}';
const withEvent = (event: string) => `[${BANK},\n  {"id": 1, "type": "customer", "events": [\n    ${event}\n  ]}]`;
const withBranch = (branch: string) =>
  `[{"id": 1, "type": "branch", "balance": 0},\n  ${branch},\n  {"id": 1, "type": "customer", "events": []}]`;

describe.runIf(existsSync('/dev/full'))('a standard output that takes nothing', () => {
  test('is said in a sentence, and all else of the run still is', async ({ bench }) => {
    const program = ['sh', '-c', 'exec "$0" "$@" > /dev/full', process.execPath, 'bin/passbook.js'];
    const { code, stderr } = await bench.run('scenarios/two-branches.json', [], { program });
    expect(stderr).toMatch(/^3 of 3 operations done/);
    expect(stderr).toMatch(/^passbook: standard output cannot be written: ENOSPC: .*\n$/m);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(code).toBe(1);
  });
});

/** What is wrong stands between « and », which are not part of the text; then the message, and a part of the advice. */
const REFUSED: readonly (readonly [name: string, marked: string, message: string, advice: string])[] = [
  ['a trailing comma', withEvent('{"interface": "query", "branch": 1}«,»'), 'a comma before "]"', 'remove the comma'],
  ['a missing comma', withEvent('{"interface": "query" «"branch"»: 1}'), 'a comma is missing', 'expected a comma or "}"'],
  [
    'prose after the array',
    `[${BANK}]\n\n«Results»: see below`,
    'there is more text after the end',
    'expected the end of the file',
  ],
  ['a file that ends early', `[${BANK},\n  {"id": 1«»`, 'the file ends before the "{" of line 2 is closed', 'a comma or "}"'],
  [
    'an unknown operation',
    withEvent('{"interface": «"depost"», "money": 10, "branch": 1}'),
    'unknown operation "depost"',
    'expected deposit, withdraw or query; did you mean "deposit"?',
  ],
  [
    'a target that does not exist',
    withEvent('{"interface": "query", «"branch": 3»}'),
    'branch 3 does not exist',
    'expected branch 1 or 2',
  ],
  [
    'a dest that does not exist',
    withEvent('{"interface": "query", «"dest": 4»}'),
    'branch 4 does not exist',
    'expected branch 1 or 2',
  ],
  [
    'a negative amount',
    withEvent('{"interface": "deposit", "money": «-10», "branch": 1}'),
    '-10 is negative',
    'expected an amount above 0',
  ],
  [
    'an amount of zero',
    withEvent('{"interface": "withdraw", "money": «0», "branch": 1}'),
    'an amount of zero moves nothing',
    'expected an amount above 0',
  ],
  [
    'an amount that is text',
    withEvent('{"interface": "deposit", "money": «"10"», "branch": 1}'),
    'the text "10" is not allowed here',
    'write 10 without quotes',
  ],
  [
    'an amount that is too precise',
    withEvent('{"interface": "deposit", "money": «10.005», "branch": 1}'),
    '10.005 is too precise',
    'expected an amount above 0',
  ],
  [
    'an amount above 2^53',
    withEvent('{"interface": "deposit", "money": «9007199254740993», "branch": 1}'),
    '9007199254740993 is too large',
    'expected an amount above 0',
  ],
  [
    'an amount beyond all numbers',
    withEvent('{"interface": "deposit", "money": «1e400», "branch": 1}'),
    '1e400 is too large',
    'expected an amount above 0',
  ],
  ['no amount', withEvent('«{»"interface": "deposit", "branch": 1}'), 'event without "money"', 'expected the amount to deposit'],
  [
    'unequal initial balances',
    withBranch('{"id": 2, "type": "branch", "balance": «10»}'),
    'unequal initial balances',
    'expected the same balance at every branch',
  ],
  [
    'a negative initial balance',
    withBranch('{"id": 2, "type": "branch", "balance": «-1»}'),
    '-1 is negative',
    'expected a balance of 0 or more',
  ],
  ['a duplicate branch', withBranch('{«"id": 1», "type": "bank", "balance": 0}'), 'duplicate branch 1', 'the first is at 1:3'],
  [
    'a duplicate key',
    withEvent('{"interface": "query", "branch": 1, «"branch"»: 2}'),
    'duplicate key "branch"',
    'the first is at',
  ],
  ['__proto__', withEvent('{"interface": "query", "branch": 1, «"__proto__"»: {}}'), 'the key "__proto__" is not allowed', ''],
  [
    'nesting 100,000 deep',
    `${'['.repeat(100)}«[»${'['.repeat(99_899)}${']'.repeat(100_000)}`,
    'nested more than 100 levels deep',
    '',
  ],
  [
    'an object instead of an array',
    '«{»"id": 1}',
    'an object instead of an array',
    'expected a JSON array of branches and customers',
  ],
  ['no branches', '«[»]', 'there are no branches', 'expected at least one'],
  [
    'an after that never ends',
    withEvent('{"interface": "query", "branch": 1, «"after": {"customer": 1, "event": 1}»}'),
    'this never ends',
    '',
  ],
];

describe('bad input is refused with its place, before anything starts', () => {
  test.for(REFUSED)('%s', async ([, marked, message, advice], { bench }) => {
    const file = bench.file('bad.json', marked.replace(/[«»]/g, ''));
    const before = marked.slice(0, marked.indexOf('«')).split('\n');
    const [line, column] = [before.length, (before.at(-1) ?? '').length + 1];
    const { code, stdout, stderr, started } = await witnessed(bench, ['run', file, '--base-port', '0']);
    expect(stderr).toContain(`${file}:${line}:${column}: error: ${message}`);
    const width = Math.max(1, (/«([^»\n]*)/.exec(marked)?.[1] ?? '').length);
    expect(stderr).toMatch(new RegExp(`\\n +\\| +\\^{${width}}(\\n|$)`));
    expect(stderr).toContain(advice);
    expect(stderr).toContain(`${file}: 1 error; nothing was run`);
    expect({ code, stdout }).toEqual({ code: 65, stdout: '' });
    expect(started).toEqual(['passbook.js']);
  });

  test('whoever counts started processes would have seen branches', async ({ bench }) => {
    const { code, started } = await witnessed(bench, ['run', 'scenarios/two-branches.json', '--base-port', '0']);
    expect(started).toEqual(['passbook.js', 'branch.js', 'branch.js']);
    expect(code).toBe(0);
  });

  test.for(['branches', 'customers'])('by `passbook %s` as well', async (command, { bench }) => {
    const { code, stdout, stderr, started } = await witnessed(bench, [command, bench.file('bad.json', '[1]')]);
    expect({ code, stdout, started }).toEqual({ code: 65, stdout: '', started: ['passbook.js'] });
    expect(stderr).toMatch(/bad\.json:1:2: error: a number where a branch or a customer belongs/);
  });

  test('from standard input, under that name', async ({ bench }) => {
    const { code, stdout, stderr } = await bench.run('-', [], { stdin: '[' });
    expect({ code, stdout }).toEqual({ code: 65, stdout: '' });
    expect(stderr).toMatch(/^standard input:1:2: error: /);
  });

  test.for<[name: string, content: string | Uint8Array, message: RegExp]>([
    ['an empty file', '', /empty\.json:1:1: error: the file is empty/],
    ['nothing but white space', ' \n\t\r\n', /empty\.json:\d:\d: error: the file is empty/],
    ['what is not text', new Uint8Array([0x5b, 0xff, 0x80]), /empty\.json is not UTF-8 text/],
  ])('%s', async ([, content, message], { bench }) => {
    const { code, stdout, stderr } = await bench.run(bench.file('empty.json', content));
    expect({ code, stdout }).toEqual({ code: 65, stdout: '' });
    expect(stderr).toMatch(message);
  });

  test('a file that is not there, and a folder', async ({ bench }) => {
    const missing = await bench.run(bench.path('missing.json'));
    expect(missing).toMatchObject({
      code: 65,
      stdout: '',
      stderr: expect.stringContaining('missing.json cannot be read: there is no such file'),
    });
    const folder = await bench.run(bench.folder);
    expect(folder).toMatchObject({ code: 65, stdout: '', stderr: expect.stringContaining(`${bench.folder} cannot be read`) });
  });

  test('several errors are told at once', async ({ bench }) => {
    const text = scenario(branches(1), customer(1, [query({ branch: 9 }), query({ branch: 8 })]));
    const { code, stderr } = await bench.run(bench.file('two.json', text));
    expect(stderr.match(/: error: branch [89] does not exist/g)).toHaveLength(2);
    expect(stderr).toContain('two.json: 2 errors; nothing was run');
    expect(code).toBe(65);
  });

  test('an escape sequence in a file does not reach the terminal', async ({ bench }) => {
    const { stderr } = await bench.run(bench.file('red.json', withEvent('{"interface": "\u001b[31mred", "branch": 1}')));
    expect(stderr).not.toContain('\u001b');
  });
});

/** Every Node process that starts says so in a file, before it does anything else. */
async function witnessed(bench: Bench, args: readonly string[]) {
  const list = bench.path('started');
  const witness = bench.file(
    'witness.cjs',
    `require('node:fs').appendFileSync(${JSON.stringify(list)}, require('node:path').basename(process.argv[1]) + '\\n');`,
  );
  const ended = await bench.passbook(args, { env: { NODE_OPTIONS: `--require ${JSON.stringify(witness)}` } });
  return { ...ended, started: existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : [] };
}
