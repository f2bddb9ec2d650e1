/** One branch whose disk breaks at a chosen call, and a customer who goes on all the same. */
import { join } from 'node:path';
import { Bank } from '../../src/client/bank.js';
import type { Session } from '../../src/client/session.js';
import { branchId, type CustomerId, foundedAccount } from '../../src/domain/ids.js';
import { Rng } from '../../src/std/rng.js';
import { endsOf } from './ends.js';
import type { RoundRecord } from './judgement.js';
import { differences, ownWrites, readLog } from './logs.js';
import { Recording } from './recording.js';
import type { Ended, Served } from './served.js';
import { ServedBank } from './served-bank.js';
import { countCalls, type Injection, ONE_THREAD, straced } from './strace.js';

/** All that a process calls to change a directory, and to find what is in it. */
const CALLS = [
  ...['fdatasync', 'fsync', 'pwrite64', 'pwritev', 'write', 'writev', 'fallocate', 'ftruncate'],
  ...['openat', 'mkdir', 'rename', 'link', 'unlink', 'rmdir'],
];

/** What the broken process begins with: nothing, or what one that was killed has left. */
export type Beginning = 'a new directory' | 'the directory of a killed one';

export interface Broken {
  readonly record: RoundRecord;
  /** How the process ended in which the call failed; undefined if it went on to its end. */
  readonly ended: Ended | undefined;
  /** How many calls there were. */
  readonly calls: ReadonlyMap<string, number>;
}

const ONE = branchId(1);
const ACCOUNTS = [foundedAccount(1), foundedAccount(2)] as const;
const FOUNDED = [2n ** 36n, 0n];
const OPERATIONS = { before: 10, broken: 40 };
const PATIENCE_MS = 60_000;
/** Within this a branch that says that it stops has to end. */
const END_MS = 10_000;
/** Segments that a run may come to have. */
const SEGMENTS = 6;

export async function playBroken(seed: number, beginning: Beginning, injection?: Injection): Promise<Broken> {
  const served = await ServedBank.found({ branches: [ONE], foundedMinor: FOUNDED });
  const recording = new Recording({ branches: [ONE], foundedMinor: FOUNDED, seed, complete: true });
  const bank = new Bank({ branches: served.addresses, startedAtMs: recording.startedAtMs });
  const customer = new Customer(bank.session({ customer: 'ann' as CustomerId, ...recording.hooks }), new Rng(seed));
  const list = join(served.folder, 'calls');
  try {
    if (beginning !== 'a new directory') {
      await served.start(ONE);
      await customer.goThrough(OPERATIONS.before);
      recording.fault('crash', [ONE]);
      await served.kill(ONE);
    }
    const said: string[] = [];
    const under = straced(CALLS, pathsOf(served.directoryOf(ONE)), list, injection);
    const complaints: string[] = [];
    const onLine = (line: string) => {
      said.push(line);
      if (STOPS.test(line)) expectEnd(broken, complaints);
    };
    const broken = served.begin(ONE, { under, env: ONE_THREAD, onLine });
    const again = startAgain(served, broken, recording);
    await Promise.race([customer.goThrough(OPERATIONS.broken), failureOf(again)]);
    const isUnharmed = broken.isRunning;
    const { code, signal } = await broken.stop();
    await again;
    const ends = await endsOf(bank, [ONE]);
    bank.close();
    await served.stop(ONE);
    complaints.push(...served.complaints, ...customer.complaints, ...badEnd({ code, signal }, isUnharmed, said));
    for (const end of ends) {
      const log = await readLog(served.directoryOf(ONE));
      for (const write of ownWrites(ONE, log)) recording.work(ONE, { kind: 'logged', write });
      recording.work(ONE, { kind: 'final', vector: end.vector, balances: end.balances });
      complaints.push(...differences(end, log));
    }
    const record = { lines: recording.lines, ends, lost: [], isDurable: true, complaints };
    return { record, ended: isUnharmed ? undefined : { code, signal }, calls: countCalls(list) };
  } finally {
    bank.close();
    await served.destroy();
  }
}

/** Whenever the broken process ends, one begins in its directory that is not. */
async function startAgain(served: ServedBank, broken: Served, recording: Recording): Promise<void> {
  await broken.ended;
  recording.fault('failing-disk', [ONE]);
  await served.start(ONE);
}

/** A branch has said that it stops: one that stays there all the same answers nobody, and nobody can take its place. */
function expectEnd(broken: Served, complaints: string[]): void {
  const timer = setTimeout(() => {
    complaints.push(`the branch said that it stops, and did not end within ${END_MS} ms`);
    broken.signal('SIGKILL');
  }, END_MS);
  void broken.ended.then(() => clearTimeout(timer));
}

function failureOf(work: Promise<void>): Promise<never> {
  return new Promise((_, reject) => {
    work.catch(reject);
  });
}

/** Whoever cannot go on says why, as a sentence and not as a stack. */
function badEnd({ code, signal }: Ended, isUnharmed: boolean, said: readonly string[]): string[] {
  const report = (what: string) => [`${what}:\n  ${said.join('\n  ')}`];
  if (said.some((line) => /^ +at |Error:/.test(line))) return report('the branch came to its end by an exception');
  if (isUnharmed || signal === 'SIGKILL') return [];
  if (code === 0) return report('the branch ended as if all were well');
  return said.some((line) => SAYS_WHY.test(line)) ? [] : report('the branch did not say why it ended');
}

const STOPS = /^branch 1: stops: /;
const SAYS_WHY = /^(?:branch 1: stops|passbook: (?:DATA_DIRECTORY_UNUSABLE|DISK_FULL)): .*(?:start|room)/;

function pathsOf(directory: string): string[] {
  const files = ['lock', 'bank', 'state', 'log', 'snapshots', 'damaged'];
  for (let segment = 1; segment <= SEGMENTS; segment++) files.push(`log/${String(segment).padStart(8, '0')}.log`);
  const paths = files.map((file) => join(directory, file));
  return [directory, join(directory, '..'), ...paths, ...paths.map((path) => `${path}.tmp`)];
}

/** Pays in and out and to and fro, one thing after the other, and repeats what was not answered. */
class Customer {
  readonly complaints: string[] = [];
  private readonly balances = new Map(ACCOUNTS.map((account, i) => [account, FOUNDED[i] as bigint]));

  constructor(
    private readonly session: Session,
    private readonly rng: Rng,
  ) {}

  async goThrough(operations: number): Promise<void> {
    for (let i = 1; i <= operations; i++) {
      await this.move();
      if (i % 8 === 0) await this.ask();
    }
  }

  private async move(): Promise<void> {
    const { rng, session } = this;
    const [account, other] = rng.shuffled(ACCOUNTS) as [(typeof ACCOUNTS)[0], (typeof ACCOUNTS)[0]];
    const has = this.balances.get(account) as bigint;
    const amount = rng.integer(2 ** 32, 2 ** 33);
    const options = { timeoutMs: PATIENCE_MS };
    const kind = has < BigInt(amount) ? 'deposit' : rng.pick(['deposit', 'withdraw', 'transfer'] as const);
    const reply = await (kind === 'transfer'
      ? session.transfer(ONE, account, other, amount, options)
      : session[kind](ONE, account, amount, options));
    if (!reply.ok) this.complaints.push(`a ${kind} was refused: ${reply.message}`);
    this.add(account, kind === 'deposit' ? amount : -amount);
    if (kind === 'transfer') this.add(other, amount);
  }

  private async ask(): Promise<void> {
    for (const account of ACCOUNTS) {
      const reply = await this.session.query(ONE, account, { timeoutMs: PATIENCE_MS });
      const balance = reply.ok ? reply.balance : reply.message;
      const expected = this.balances.get(account);
      if (balance !== expected) this.complaints.push(`account ${account} should have ${expected}: ${balance}`);
    }
  }

  private add(account: (typeof ACCOUNTS)[0], amount: number): void {
    this.balances.set(account, (this.balances.get(account) as bigint) + BigInt(amount));
  }
}
