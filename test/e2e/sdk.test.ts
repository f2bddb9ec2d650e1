import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect } from 'vitest';
import { Bank, unwrap } from '../../src/index.js';
import { type Bench, type Command, eventually, freeBasePort, HOST, ROOT, test } from './harness.js';
import { killProcess, type ProcessInfo } from './processes.js';

const NODE = { program: [process.execPath] };
const EXAMPLES = ['first-steps', 'failover'].map((name) => `examples/${name}.mjs`);

async function startBank(bench: Bench, scenario: string, branches: number): Promise<{ command: Command; basePort: string }> {
  const basePort = await freeBasePort(branches);
  const command = bench.start(['branches', `scenarios/${scenario}.json`, '--base-port', basePort]);
  await command.says(/branches listen/);
  return { command, basePort };
}

describe('a program that imports the built package', () => {
  test('takes its first steps', async ({ bench }) => {
    const { basePort } = await startBank(bench, 'two-branches', 2);
    const { code, stdout, stderr } = await bench.passbook(['examples/first-steps.mjs', basePort], NODE);
    expect(stdout.split('\n')).toEqual([
      'branch 2 has 12.50',
      'not enough; applied: no',
      'savings: 2.50 (in 2.50, out 0.00)',
      '  open 0.00',
      '  transfer 2.50',
      '1000 deposits of a cent',
      'aborted: true',
      'resumed: 12.50',
      '',
    ]);
    expect([code, stderr]).toEqual([0, '']);
  });

  test('is served although the branch it was at dies', async ({ bench }) => {
    const { command, basePort } = await startBank(bench, 'ten-branches', 10);
    const example = bench.start(['examples/failover.mjs', basePort], NODE);
    await eventually('branch 1 serves', () => example.stdout.includes('deposit 3: branch 1\n'));
    killProcess(bench.branches(command)[0]?.pid as number, 'SIGKILL');
    const { code, stdout } = await example.ended;
    const last = stdout.trimEnd().split('\n').slice(-5);
    for (const line of last) expect(line).toMatch(/^deposit \d+: branch [23]$/);
    expect(code).toBe(0);
  });
});

describe('a request that is asked at two branches', () => {
  test('takes effect once, although the first stood still when it came', async ({ bench }) => {
    const { command, basePort } = await startBank(bench, 'two-branches', 2);
    const address = (branch: number) => `${HOST}:${Number(basePort) + branch}`;
    const bank = new Bank({ branches: { 1: address(1), 2: address(2) } });
    const session = bank.session({ customer: 'ada', timeoutMs: 15_000 });
    await unwrap(session.deposit({ account: '1', amount: '1.00' }));
    const [one] = bench.branches(command) as [ProcessInfo];
    killProcess(one.pid, 'SIGSTOP');
    const deposit = session.deposit({ account: '1', amount: '10.00' });
    // Branch 2 is asked after a third of the time, and waits for what branch 1 has to say about it.
    while ((await bank.status(2)).parked === 0) await pause(20);
    killProcess(one.pid, 'SIGCONT');
    expect(await deposit).toMatchObject({ ok: true });
    for (const branch of [1, 2]) expect(await unwrap(session.query({ account: '1', branch }))).toMatchObject({ balance: 1100n });
    bank.close();
  });
});

describe('the types', () => {
  test('serve a strict program, with every word that it needs', async ({ bench }) => {
    mkdirSync(bench.path('node_modules'));
    symlinkSync(ROOT, bench.path('node_modules/passbook'));
    bench.file('package.json', '{ "type": "module" }');
    const consumer = bench.file('consumer.ts', CONSUMER);
    const options = '--noEmit --strict --exactOptionalPropertyTypes --module nodenext --target es2023 --types node'.split(' ');
    const typeRoots = ['--typeRoots', join(ROOT, 'node_modules/@types')];
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const compiled = promisify(execFile)(process.execPath, [tsc, ...options, ...typeRoots, consumer], { cwd: bench.folder });
    expect((await compiled.catch((error: { stdout: string }) => error)).stdout).toBe('');
  });
});

/** What does not compile is marked: a compiler that accepts it complains, too. */
const CONSUMER = `
import { Bank, type BalanceReply, type Entry, formatWriteId, type Reason, RefusedError, type Session, unwrap } from 'passbook';

const bank = new Bank({ branches: new Map([[1, 'localhost:20001']]) });
const session: Session = bank.session({ customer: 'ada', guarantees: ['read-your-writes'], failover: [1, 2] });

export async function all(signal: AbortSignal): Promise<Entry[]> {
  const opened = await session.open({ label: 'savings' });
  if (!opened.ok) throw new Error(opened.message);
  const written = await session.deposit({ account: opened.account, amountMinor: 5n, acks: 'all' });
  if (written.ok) formatWriteId(written.id);
  const reply = await session.query({ account: '1', branch: 1, signal });
  if (reply.ok) {
    const balance: bigint = reply.balance + reply.credits - reply.debits - reply.available;
    reply.vector.forEach((sequence: number) => balance < BigInt(sequence));
  } else {
    const reason: Reason = reply.reason;
    if (reason === 'OUTCOME_UNKNOWN' && reply.applied !== 'maybe') throw new RefusedError(reply);
  }
  const balance: BalanceReply = await unwrap(session.query({ account: '1' }));
  const text: string = \`\${session.passbook}\${balance.balance}\`;
  bank.session({ customer: 'ada', passbook: text });
  const entries: Entry[] = [];
  for await (const entry of session.entries({ account: '1' })) entries.push(entry);
  // @ts-expect-error a float is no amount
  await session.deposit({ account: '1', amount: 12.5 });
  // @ts-expect-error once, not twice
  await session.deposit({ account: '1', amount: '12.50', amountMinor: 1250 });
  // @ts-expect-error sessions are begun by a bank
  new Session();
  // @ts-expect-error what is inside stays inside
  session.perform;
  return entries;
}
`;

describe('docs/sdk.md', () => {
  test('shows what the examples run, and nothing else', () => {
    const page = readFileSync(join(ROOT, 'docs/sdk.md'), 'utf8');
    const examples = EXAMPLES.map((path) => readFileSync(join(ROOT, path), 'utf8'));
    const snippets = [...page.matchAll(/```js\n([^`]*(?:`[^`]+`[^`]*)*?)```/g)].map(([, code = '']) => code);
    expect(snippets.length).toBe(page.split('```js').length - 1);
    for (const snippet of snippets)
      expect(
        examples.filter((text) => text.includes(snippet)),
        snippet,
      ).not.toEqual([]);
  });
});
