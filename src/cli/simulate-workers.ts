import { type ChildProcess, fork } from 'node:child_process';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FaultName } from '../sim/fault-names.js';
import { CommandError, Exit } from './exit.js';
import { type Chunk, type ChunkOutcome, runChunk, Totals } from './simulate-seeds.js';

/** What a process has not handed in when it is ended is lost, so these are few. */
const CHUNK = 5;
/** In the environment of a process that runs seeds for another one. */
const WORKER = 'PASSBOOK_SIMULATE_WORKER';

export interface SeedsToRun {
  readonly from: number;
  /** Infinity: until the time is over. */
  readonly seeds: number;
  readonly untilMs: number;
  readonly faults: readonly FaultName[] | undefined;
  readonly workers: number;
  /** Ends it at once; what is not done by then does not count. */
  readonly signal: AbortSignal;
  readonly onProgress: (seeds: number) => void;
}

export interface SeedsOutcome {
  readonly totals: Totals;
  /** The lowest seed that failed of those that were run. */
  readonly failed?: NonNullable<ChunkOutcome['failed']>;
}

/** Hands out seeds to processes, or runs them here if one is enough. Stops handing out when a seed has failed. */
export async function runSeeds(options: SeedsToRun): Promise<SeedsOutcome> {
  const totals = new Totals();
  const failures: NonNullable<ChunkOutcome['failed']>[] = [];
  const { signal, faults } = options;
  const last = options.from + options.seeds - 1;
  const workers = Math.min(options.workers, Math.ceil(options.seeds / CHUNK));
  // Here, nothing is heard of a signal before a chunk is done.
  const most = workers <= 1 ? 1 : CHUNK;
  let next = options.from;
  const take = (): Chunk | undefined => {
    if (signal.aborted || failures.length > 0 || next > last || performance.now() >= options.untilMs) return undefined;
    const chunk = { from: next, count: Math.min(most, last - next + 1) };
    next += chunk.count;
    return chunk;
  };
  const done = (outcome: ChunkOutcome) => {
    totals.add(outcome);
    if (outcome.failed) failures.push(outcome.failed);
    options.onProgress(totals.seeds);
  };
  if (workers <= 1) await workHere(faults, take, done);
  else {
    const children = new Set<ChildProcess>();
    // They are deep in their chunks, and hear of nothing gentler.
    const kill = () => {
      for (const child of children) child.kill('SIGKILL');
    };
    signal.addEventListener('abort', kill);
    const start = () => startWorker(faults);
    await Promise.all(Array.from({ length: workers }, () => work(start, children, take, done, signal)));
    signal.removeEventListener('abort', kill);
  }
  failures.sort((a, b) => a.seed - b.seed);
  return { totals, ...(failures[0] && { failed: failures[0] }) };
}

type Take = () => Chunk | undefined;
type Done = (outcome: ChunkOutcome) => void;

async function workHere(faults: readonly FaultName[] | undefined, take: Take, done: Done): Promise<void> {
  for (let chunk = take(); chunk; chunk = take()) {
    done(runChunk(chunk, faults));
    await nextTurn();
  }
}

function startWorker(faults: readonly FaultName[] | undefined): ChildProcess {
  const names = faults ? ['--faults', faults.join(',') || 'none'] : [];
  // In a group of its own, so that Ctrl-C reaches only the parent, which decides what it means.
  return fork(process.argv[1] as string, ['simulate', ...names], { detached: true, env: { ...process.env, [WORKER]: '1' } });
}

/** One process gets chunk after chunk. */
function work(start: () => ChildProcess, children: Set<ChildProcess>, take: Take, done: Done, signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    let chunk = take();
    const begin = () => {
      const child = start();
      children.add(child);
      // Whoever does not take it has ended, which is told below.
      const hand = () => (chunk ? child.send(chunk, () => {}) : child.disconnect());
      child.on('message', (outcome: ChunkOutcome) => {
        if (signal.aborted) return;
        done(outcome);
        chunk = take();
        hand();
      });
      child.on('error', reject);
      child.on('exit', (code, by) => {
        children.delete(child);
        if (code === 0 || signal.aborted) resolve();
        // It was met by Ctrl-C before it stood in its own group: what that means we hear ourselves.
        else if (by === 'SIGINT') begin();
        else reject(new CommandError(`a process that ran seeds ended with ${by ?? code}`, Exit.ourBug));
      });
      hand();
    };
    begin();
  });
}

/** Whether this process was started to run what another one hands out. */
export function isWorker(): boolean {
  return process.env[WORKER] === '1' && process.connected === true;
}

/** The other side: runs what it is handed until nobody hands out any more. */
export function serveChunks(faults: readonly FaultName[] | undefined): Promise<void> {
  // A parent that was killed outright wants no outcome any more, and that is no error of ours.
  process.on('message', (chunk: Chunk) => process.send?.(runChunk(chunk, faults), () => {}));
  return new Promise((resolve) => process.on('disconnect', resolve));
}
