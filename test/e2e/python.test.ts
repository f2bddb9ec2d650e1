/** Branches as programs and tools see them that have nothing of Passbook's own but proto/. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Message } from './grpc.js';
import { type Bench, type Command, freeBasePort, HOST, ROOT, test } from './harness.js';
import { generateStubs, INSTALL, stockPython } from './python/stock-python.js';

const PROGRAM = join(ROOT, 'test/e2e/python/customer.py');
const BUF = { program: [process.execPath, join(ROOT, 'node_modules/@bufbuild/buf/bin/buf')] };

const python = stockPython();

/** Starts two branches that keep nothing, account 1 with 100.00, and returns their addresses. */
async function startTwo(bench: Bench): Promise<[string, string]> {
  const basePort = Number(await freeBasePort(2));
  const addresses: [string, string] = [`${HOST}:${basePort + 1}`, `${HOST}:${basePort + 2}`];
  const serve = (branch: number, other: number): Command => {
    const address = addresses[branch - 1] as string;
    const peers = `${other}=${addresses[other - 1]}`;
    return bench.start(['serve', '--in-memory', '-b', `${branch}`, '-l', address, '-p', peers, '--accounts', '100.00']);
  };
  for (const command of [serve(1, 2), serve(2, 1)]) await command.says(/ready/);
  return addresses;
}

describe.skipIf(!python)('a Python program with stock tools', () => {
  test('pays in at one branch and reads it at another, retries there with one effect, and is told why not', async ({ bench }) => {
    const addresses = await startTwo(bench);
    const stubs = bench.path('stubs');
    generateStubs(python as string, stubs);
    // A machine may have a proxy for what lies beyond it.
    const env = { PYTHONPATH: stubs, no_grpc_proxy: HOST };
    const { code, stdout, stderr } = await bench.passbook([PROGRAM, ...addresses], { program: [python as string], env });
    expect(stdout.split('\n')).toEqual([
      'branch 2 has 11250',
      'the same write: True',
      'branch 2 has 12500',
      'FAILED_PRECONDITION INSUFFICIENT_FUNDS applied: no',
      'branch 1 has 12500',
      '',
    ]);
    expect([code, stderr]).toEqual([0, '']);
  });
});

test.runIf(!python)('the Python program is left out on this machine', ({ skip }) => {
  const why = `python3 has no grpc and grpc_tools here: ${INSTALL}`;
  // At once: what a test prints is otherwise held back until it ends.
  process.stderr.write(`SKIPPED: the Python program: ${why}\n`);
  skip(why);
});

describe('docs/other-languages.md', () => {
  const page = readFileSync(join(ROOT, 'docs/other-languages.md'), 'utf8');

  test('shows of Python what the program runs, and nothing else', () => {
    const program = readFileSync(PROGRAM, 'utf8');
    const snippets = [...page.matchAll(/```python\n([^`]*)```/g)].map(([, code = '']) => code);
    expect(snippets.length).toBeGreaterThan(0);
    expect(snippets.length).toBe(page.split('```python').length - 1);
    for (const snippet of snippets) expect(program).toContain(snippet);
  });

  test('has commands that pay in at one branch, and show the passbook of the reply at another', async ({ bench }) => {
    const addresses = await startTwo(bench);
    const commands = [...page.matchAll(/^npx buf (.*) \\\n +-d '(.*)'$/gm)];
    expect(commands).toHaveLength(2);
    let passbook: unknown;
    const replies: Message[] = [];
    for (const [, options = '', request = ''] of commands) {
      const args = options.replace(/127\.0\.0\.1:2000(\d)/, (_, branch) => addresses[branch - 1] as string).split(' ');
      const { stdout, stderr } = await bench.passbook(
        [...args, '-d', request.replace('PASSBOOK', JSON.stringify(passbook))],
        BUF,
      );
      expect(stderr).toBe('');
      const reply = JSON.parse(stdout) as Message;
      passbook = reply.passbook;
      replies.push(reply);
    }
    expect(replies[1]).toMatchObject({ balanceMinor: '11250' });
  });
});
