import { type ChildProcess, fork } from 'node:child_process';
import type { FaultName } from '../sim/fault-names.js';
import { CommandError, Exit } from './exit.js';
import { type Chunk, type ChunkOutcome, runChunk, Totals } from './simulate-seeds.js';

const CHUNK = 20;
/** In the environment of a process that runs seeds for another one. */
const WORKER = 'PASSBOOK_SIMULATE_WORKER';

export interface SeedsToRun {
  readonly from: number;
  /** Infinity: until the time is over. */
  readonly seeds: number;
  readonly untilMs: number;
  readonly faults: readonly FaultName[] | undefined;
  readonly workers: number;
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
  const last = options.from + options.seeds - 1;
  let next = options.from;
  const take = (): Chunk | undefined => {
    if (failures.length > 0 || next > last || performance.now() >= options.untilMs) return undefined;
    const chunk = { from: next, count: Math.min(CHUNK, last - next + 1) };
    next += chunk.count;
    return chunk;
  };
  const done = (outcome: ChunkOutcome) => {
    totals.add(outcome);
    if (outcome.failed) failures.push(outcome.failed);
    options.onProgress(totals.seeds);
  };
  const workers = Math.min(options.workers, Math.ceil(options.seeds / CHUNK));
  if (workers <= 1) for (let chunk = take(); chunk; chunk = take()) done(runChunk(chunk, options.faults));
  else await Promise.all(Array.from({ length: workers }, () => work(options.faults, take, done)));
  failures.sort((a, b) => a.seed - b.seed);
  return { totals, ...(failures[0] && { failed: failures[0] }) };
}

/** One process that gets chunk after chunk. */
function work(
  faults: readonly FaultName[] | undefined,
  take: () => Chunk | undefined,
  done: (outcome: ChunkOutcome) => void,
): Promise<void> {
  const names = faults ? ['--faults', faults.join(',') || 'none'] : [];
  const child: ChildProcess = fork(process.argv[1] as string, ['simulate', ...names], { env: { ...process.env, [WORKER]: '1' } });
  return new Promise((resolve, reject) => {
    const next = () => {
      const chunk = take();
      if (chunk) child.send(chunk);
      else child.disconnect();
    };
    child.on('message', (outcome: ChunkOutcome) => {
      done(outcome);
      next();
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new CommandError(`a process that ran seeds ended with ${code}`, Exit.ourBug)),
    );
    next();
  });
}

/** Whether this process was started to run what another one hands out. */
export function isWorker(): boolean {
  return process.env[WORKER] === '1' && process.connected === true;
}

/** The other side: runs what it is handed until nobody hands out any more. */
export function serveChunks(faults: readonly FaultName[] | undefined): Promise<void> {
  process.on('message', (chunk: Chunk) => process.send?.(runChunk(chunk, faults)));
  return new Promise((resolve) => process.on('disconnect', resolve));
}
