/** One branch whose disk breaks at a chosen call, and a customer who goes on all the same. */
import { join } from 'node:path';
import { Bank } from '../../src/client/bank.js';
import { branchId } from '../../src/domain/ids.js';
import { Rng } from '../../src/std/rng.js';
import { Clerk } from './clerk.js';
import { closeDay } from './closing.js';
import type { RoundRecord } from './judgement.js';
import { Recording } from './recording.js';
import type { Ended, Served } from './served.js';
import { ServedBank } from './served-bank.js';
import { countCalls, type Injection, ONE_THREAD, straced, wasHit } from './strace.js';

/** What the broken process begins with: nothing, or what one that was killed has left. */
export type Beginning = 'a new directory' | 'the directory of a killed one';

export interface Broken {
  readonly record: RoundRecord;
  /** How the process ended in which the call failed; undefined if it went on to its end. */
  readonly ended: Ended | undefined;
  /** Whether the call was made, and failed. */
  readonly isHit: boolean;
  /** How many calls there were. */
  readonly calls: ReadonlyMap<string, number>;
}

const ONE = branchId(1);
const FOUNDED = [2n ** 36n, 0n];
/** Writes; queries come on top. */
const OPERATIONS = { before: 10, broken: 200 };
/** Within this a branch that says that it stops has to end. */
const END_MS = 10_000;
/** Segments that a run may come to have. */
const SEGMENTS = 6;

export async function playBroken(seed: number, beginning: Beginning, injection?: Injection): Promise<Broken> {
  const served = await ServedBank.found({ branches: [ONE], foundedMinor: FOUNDED });
  const recording = new Recording({ branches: [ONE], foundedMinor: FOUNDED, seed, complete: true });
  const bank = new Bank({ branches: served.addresses, startedAtMs: recording.startedAtMs });
  const clerk = new Clerk(bank.session({ customer: 'ann', ...recording.hooks }), FOUNDED, new Rng(seed));
  const list = join(served.folder, 'calls');
  try {
    if (beginning !== 'a new directory') {
      await served.start(ONE);
      await clerk.work(ONE, OPERATIONS.before);
      recording.fault('crash', [ONE]);
      await served.kill(ONE);
    }
    const said: string[] = [];
    const under = straced(pathsOf(served.directoryOf(ONE)), list, injection);
    const complaints: string[] = [];
    const onLine = (line: string) => {
      said.push(line);
      if (STOPS.test(line)) expectEnd(broken, complaints);
    };
    const broken = served.begin(ONE, { under, env: ONE_THREAD, onLine });
    const again = startAgain(served, broken, recording);
    await Promise.race([clerk.work(ONE, OPERATIONS.broken), failureOf(again)]);
    // Reads all of the log. Whether it can be told is not the point.
    await bank.writes(ONE).catch(() => []);
    const isUnharmed = broken.isRunning;
    const { code, signal } = await broken.stop();
    await again;
    await clerk.ask(ONE);
    if (isUnharmed) complaints.push(...badStop({ code, signal }, injection));
    else complaints.push(...badEnd({ code, signal }, said, injection));
    if (said.some((line) => EXCEPTION.test(line))) complaints.push('the branch says so by a stack and not by a sentence');
    if (complaints.length > 0) complaints.push(`the branch said:\n  ${said.join('\n  ')}`);
    complaints.push(...clerk.complaints);
    const record = await closeDay({ served, bank, recording }, complaints);
    const isHit = isKilled(signal, injection) || wasHit(list);
    return { record, ended: isUnharmed ? undefined : { code, signal }, isHit, calls: countCalls(list) };
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

/** It went on to its end, and was told to end. */
function badStop({ code, signal }: Ended, injection: Injection | undefined): string[] {
  return code === 0 || isKilled(signal, injection)
    ? []
    : [`the branch was told to end, and ended with ${signal ?? `code ${code}`}`];
}

/** It ended by itself: whoever cannot go on says why, and what to do. */
function badEnd({ code, signal }: Ended, said: readonly string[], injection: Injection | undefined): string[] {
  if (isKilled(signal, injection)) return [];
  if (code === 0 || signal) return [`the branch ended by itself, with ${signal ?? `code ${code}`}`];
  return said.some((line) => SAYS_WHY.test(line)) ? [] : ['the branch did not say why it ended'];
}

function isKilled(signal: Ended['signal'], injection: Injection | undefined): boolean {
  return signal === 'SIGKILL' && injection !== undefined && 'how' in injection && injection.how === 'SIGKILL';
}

const STOPS = /^branch 1: stops: /;
const SAYS_WHY = /^(?:branch 1: stops|passbook: (?:DATA_DIRECTORY_UNUSABLE|DISK_FULL)): .*start the branch again/;
const EXCEPTION = /^ +at |Error:/;

function pathsOf(directory: string): string[] {
  const files = ['lock', 'bank', 'state', 'log', 'snapshots', 'damaged'];
  for (let segment = 1; segment <= SEGMENTS; segment++) files.push(`log/${String(segment).padStart(8, '0')}.log`);
  const paths = files.map((file) => join(directory, file));
  return [directory, join(directory, '..'), ...paths, ...paths.map((path) => `${path}.tmp`)];
}
