import type { Rng } from '../std/rng.js';
import type { Odds } from './draw-plan.js';
import type { FaultName } from './fault-names.js';
import { type Fault, type Line, PARTITION_SHAPES, type PartitionShape } from './plan.js';

/** Most of its time a disk is idle, and then there is nothing to fail; and most lines. */
const MORE_OFTEN: Partial<Record<FaultName, number>> = { 'failing-disk': 2, clog: 2, 'lost-disk': 2 };
const MOST_OFTEN: Partial<Record<FaultName, number>> = { join: 2, leave: 2 };

/** The faults of a plan: of each kind that its odds know, so many, each at its time. */
export function drawFaults(rng: Rng, odds: Odds): Fault[] {
  const faults: Fault[] = [];
  const lossy = drawLossy(rng, odds);
  if (lossy) faults.push(lossy);
  for (const name of odds.faults) {
    const most = Math.min(odds.times * (MORE_OFTEN[name] ?? 1), MOST_OFTEN[name] ?? Infinity);
    for (let times = rng.integer(1, most); times > 0; times--) faults.push(...drawFault(name, rng, odds));
  }
  return faults.sort((a, b) => a.atMs - b.atMs);
}

/** All four in one, for as long as faults last. */
function drawLossy(rng: Rng, odds: Odds): Fault | undefined {
  const of = (name: 'loss' | 'duplication' | 'replay' | 'reordering') => (odds.faults.includes(name) ? odds[name] : 0);
  const [loss, duplication, replay, reordering] = [of('loss'), of('duplication'), of('replay'), of('reordering')];
  if (loss + duplication + replay + reordering === 0) return undefined;
  const atMs = rng.pick([0, rng.integer(0, odds.faultsEndMs / 2)]);
  return { kind: 'lossy', atMs, forMs: odds.faultsEndMs - atMs, loss, duplication, replay, reordering };
}

function drawFault(name: FaultName, rng: Rng, odds: Odds): Fault[] {
  const { branches, faultsEndMs } = odds;
  const all = Array.from({ length: branches }, (_, i) => i + 1);
  const atMs = rng.integer(0, faultsEndMs);
  const forMs = rng.integer(1, rng.pick([50, 500, 2000]));
  const branch = rng.pick(all);
  const [a, b] = rng.shuffled(all);
  const line: Line | undefined = a === undefined || b === undefined ? undefined : [a, b];
  switch (name) {
    case 'cut':
      return line ? [drawCut(rng, all, { atMs, forMs })] : [];
    case 'clog':
      return line ? [{ kind: 'clog', line, atMs, forMs: rng.integer(1, 500) }] : [];
    case 'break-link':
      return line ? [{ kind: 'break-link', between: line, atMs }] : [];
    case 'crash':
      return drawCrashes(rng, all, { atMs, forMs });
    case 'failing-disk':
      return [{ kind: 'failing-disk', branch, atMs, forMs: rng.integer(1, rng.pick([30, 300])) }];
    case 'join':
      return [{ kind: 'join', atMs }];
    case 'leave':
      return [{ kind: 'leave', branch, lost: rng.chance(0.5), atMs }];
    case 'lost-disk':
      return drawLostDisk(rng, all, branch, atMs);
    case 'old-copy':
    case 'damaged-disk':
      return [{ kind: name, branch, atMs, forMs: rng.integer(1, rng.pick([30, 300])) }];
    case 'slow-disk':
      return [{ kind: 'slow-disk', branch, atMs, forMs, durableMs: [0, rng.pick([100, 400])] }];
    case 'pause':
      return [{ kind: 'pause', branch, atMs, forMs }];
    case 'clock-jump':
      return [{ kind: 'clock-jump', branch, atMs, byMs: rng.integer(1, rng.pick([100, 5000, 5000, 1e9])) }];
    default:
      return [];
  }
}

function drawCrashes(rng: Rng, all: readonly number[], at: { atMs: number; forMs: number }): Fault[] {
  const several = rng.shuffled(all).slice(0, rng.pick([1, 2, ...Array.from({ length: 5 }, () => all.length)]));
  const crash = (atMs: number, forMs: number): Fault => ({ kind: 'crash', branches: several, atMs, forMs });
  if (rng.chance(0.6))
    return [{ kind: 'crash', branches: several, amid: rng.pick(['any group', 'large group', 'large group']), ...at }];
  if (rng.chance(0.7)) return [crash(at.atMs, at.forMs)];
  // A loop: it is hardly there when it ends again.
  const [upMs, downMs] = [rng.integer(1, 60), rng.integer(1, 60)];
  return Array.from({ length: rng.integer(2, 5) }, (_, i) => crash(at.atMs + i * (upMs + downMs), downMs));
}

/** Mostly of a branch that others have not heard for a while: then there is something to lose. */
function drawLostDisk(rng: Rng, all: readonly number[], branch: number, atMs: number): Fault[] {
  const lost: Fault = { kind: 'lost-disk', branch, atMs, forMs: rng.integer(1, rng.pick([30, 300])) };
  const aloneMs = Math.min(atMs, rng.integer(1, rng.pick([100, 500])));
  const others = all.filter((other) => other !== branch);
  if (others.length === 0 || rng.chance(0.1)) return [lost];
  const cut = { kind: 'cut', shape: 'one', lines: both([branch], others), breaks: rng.chance(0.5) } as const;
  return [{ ...cut, atMs: atMs - aloneMs, forMs: aloneMs + lost.forMs }, lost];
}

function drawCut(rng: Rng, all: readonly number[], at: { atMs: number; forMs: number }): Fault {
  const shape = rng.pick(PARTITION_SHAPES);
  const lines = linesOf(shape, rng.shuffled(all), rng);
  const flaps = rng.chance(0.2);
  return { kind: 'cut', shape, lines, breaks: rng.chance(0.5), ...at, ...(flaps && { flapMs: rng.integer(5, 200) }) };
}

/** The lines that a partition of this shape cuts, for branches in a random order. */
function linesOf(shape: PartitionShape, order: readonly number[], rng: Rng): Line[] {
  const count = order.length;
  const apart = (size: number) => both(order.slice(0, size), order.slice(size));
  switch (shape) {
    case 'one':
      return apart(1);
    case 'minority':
      return apart(rng.integer(1, Math.max(1, Math.floor((count - 1) / 2))));
    case 'halves':
      return apart(Math.floor(count / 2));
    case 'bridge': {
      const [, ...rest] = order;
      const half = Math.ceil(rest.length / 2);
      return both(rest.slice(0, half), rest.slice(half));
    }
    case 'ring':
      return order.flatMap((from, i) => order.flatMap((to, j): Line[] => (isNeighbour(i, j, count) ? [] : [[from, to]])));
    case 'one-way': {
      const size = rng.integer(1, count - 1);
      return oneWay(order.slice(0, size), order.slice(size));
    }
    case 'everyone':
      return oneWay(order, order);
  }
}

function isNeighbour(i: number, j: number, count: number): boolean {
  const distance = Math.abs(i - j);
  return distance <= 1 || distance === count - 1;
}

function both(some: readonly number[], others: readonly number[]): Line[] {
  return [...oneWay(some, others), ...oneWay(others, some)];
}

function oneWay(some: readonly number[], others: readonly number[]): Line[] {
  return some.flatMap((from) => others.flatMap((to): Line[] => (from === to ? [] : [[from, to]])));
}
