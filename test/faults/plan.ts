import { type AccountId, type BranchId, branchId, foundedAccount } from '../../src/domain/ids.js';
import { Rng } from '../../src/std/rng.js';

/** What happens in a round; all of it is drawn from the seed, so the seed is all that a report needs. */
export interface Plan {
  readonly seed: number;
  readonly branches: readonly BranchId[];
  /** Of two accounts or three. */
  readonly foundedMinor: readonly bigint[];
  /** Of every frame between two branches, before it leaves. */
  readonly delayMs: number;
  readonly jitterMs: number;
  readonly customers: number;
  /** One after another. */
  readonly faults: readonly PlannedFault[];
}

export interface PlannedFault {
  readonly shape: Shape;
  readonly fault: Fault;
  /** How long it lasts, and how long all is well afterwards. */
  readonly forMs: number;
  readonly restMs: number;
}

export type Line = readonly [from: BranchId, to: BranchId];

export type Fault =
  | { readonly kind: 'cut'; readonly lines: readonly Line[] /** On and off, for this long each. */; readonly flapMs?: number }
  /** Connections end again and again; the lines are free, unless they are cut as well: then one end does not hear of it. */
  | { readonly kind: 'break'; readonly lines: readonly Line[]; readonly everyMs: number; readonly areCut: boolean }
  | { readonly kind: 'unplug'; readonly branch: BranchId }
  | { readonly kind: 'pause'; readonly branches: readonly BranchId[] }
  /** First its writes get through to some of the others only: those that only they have must not be lost with it. */
  | { readonly kind: 'kill'; readonly branches: readonly BranchId[]; readonly unheardBy: readonly BranchId[] };

export const SHAPES = [
  'one branch cut off',
  'minority and majority',
  'bridge',
  'ring',
  'one way',
  'everyone alone',
  'flapping',
  'connections break',
  'broken off',
  'unplugged',
  'standing still',
  'killed',
  'two killed',
] as const;
export type Shape = (typeof SHAPES)[number];

/** Last of all, for a branch in memory does not come back. */
const DEADLY: ReadonlySet<Shape> = new Set(['killed', 'two killed']);
const DELAYS_MS = [20, 120] as const;

/** Everything mixed, in the order of the seed. `briefly`: in half the time, with fewer customers. */

export function drawPlan(seed: number, { briefly = false }: { briefly?: boolean } = {}): Plan {
  const rng = new Rng(seed);
  const branches = drawBranches(rng);
  const slowness = rng.chance(0.4) ? drawSlowness(rng) : { delayMs: 0, jitterMs: 0 };
  const curable = rng.shuffled(SHAPES.filter((shape) => !DEADLY.has(shape)));
  const shapes = [...curable, rng.chance(0.3) ? ('two killed' as const) : ('killed' as const)];
  const scale = briefly ? 2 : 1;
  const faults = shapes.map((shape) => ({
    shape,
    fault: drawFault(shape, branches, rng),
    forMs: Math.floor(rng.integer(400, 1200) / scale),
    restMs: Math.floor(rng.integer(100, 500) / scale),
  }));
  return { seed, branches, foundedMinor: drawFounding(rng), ...slowness, customers: briefly ? 8 : 12, faults };
}

/** One thing alone, so that a test that fails says what the bank does not stand. */
export function drawCase(what: Shape | 'slow links', seed: number): Plan {
  const rng = new Rng(seed);
  const branches = drawBranches(rng);
  const [shape, slowness] =
    what === 'slow links' ? (['one branch cut off', drawSlowness(rng)] as const) : [what, { delayMs: 0, jitterMs: 0 }];
  const fault = drawFault(shape, branches, rng);
  const faults = [{ shape, fault, forMs: rng.integer(1200, 2400), restMs: rng.integer(300, 900) }];
  return { seed, branches, foundedMinor: drawFounding(rng), ...slowness, customers: 10, faults };
}

function drawBranches(rng: Rng): BranchId[] {
  return Array.from({ length: rng.integer(4, 5) }, (_, i) => branchId(i + 1));
}

function drawFounding(rng: Rng): bigint[] {
  const rich = BigInt(rng.integer(2 ** 33, 2 ** 36));
  return [rich, ...Array.from({ length: rng.integer(1, 2) }, () => BigInt(rng.integer(0, 2 ** 33)))];
}

function drawSlowness(rng: Rng): Pick<Plan, 'delayMs' | 'jitterMs'> {
  const delayMs = rng.integer(...DELAYS_MS);
  return { delayMs, jitterMs: rng.integer(0, delayMs) };
}

export function accountsOf({ foundedMinor }: Plan): AccountId[] {
  return foundedMinor.map((_, i) => foundedAccount(i + 1));
}

function drawFault(shape: Shape, branches: readonly BranchId[], rng: Rng): Fault {
  const order = rng.shuffled(branches);
  const [first, second] = order as [BranchId, BranchId];
  const middle = Math.floor(order.length / 2);
  switch (shape) {
    case 'one branch cut off':
      return { kind: 'cut', lines: between([first], order.slice(1)) };
    case 'minority and majority':
      return { kind: 'cut', lines: between(order.slice(0, middle), order.slice(middle)) };
    case 'bridge':
      // Two halves that see each other only through the first one.
      return { kind: 'cut', lines: between(order.slice(1, middle + 1), order.slice(middle + 1)) };
    case 'ring':
      return { kind: 'cut', lines: allLines(order).filter(([a, b]) => !areNeighbours(order, a, b)) };
    case 'one way':
      return { kind: 'cut', lines: rng.chance(0.5) ? [[first, second]] : order.slice(1).map((to): Line => [first, to]) };
    case 'everyone alone':
      return { kind: 'cut', lines: allLines(order) };
    case 'flapping':
      return { kind: 'cut', lines: between([first], order.slice(1)), flapMs: rng.integer(30, 150) };
    case 'connections break':
      return { kind: 'break', lines: between([first], order.slice(1)), everyMs: rng.integer(50, 250), areCut: false };
    case 'broken off':
      return { kind: 'break', lines: between([first], order.slice(1)), everyMs: rng.integer(100, 400), areCut: true };
    case 'unplugged':
      return { kind: 'unplug', branch: first };
    case 'standing still':
      return { kind: 'pause', branches: rng.chance(0.5) ? [first] : [first, second] };
    case 'killed':
      return { kind: 'kill', branches: [first], unheardBy: unheardBy(order.slice(1), rng) };
    case 'two killed':
      // They hear each other, so what nobody else heard is lost with both.
      return { kind: 'kill', branches: [first, second], unheardBy: unheardBy(order.slice(2), rng) };
  }
}

/** All of the others, so that writes are lost, or some of them, so that the rest must pass on what they have. */
function unheardBy(others: readonly BranchId[], rng: Rng): readonly BranchId[] {
  return rng.chance(0.5) ? others : others.slice(0, rng.integer(1, others.length - 1));
}

function between(some: readonly BranchId[], others: readonly BranchId[]): Line[] {
  return some.flatMap((a) =>
    others.flatMap((b): Line[] => [
      [a, b],
      [b, a],
    ]),
  );
}

function allLines(branches: readonly BranchId[]): Line[] {
  return branches.flatMap((a) => branches.flatMap((b): Line[] => (a === b ? [] : [[a, b]])));
}

function areNeighbours(ring: readonly BranchId[], a: BranchId, b: BranchId): boolean {
  const distance = Math.abs(ring.indexOf(a) - ring.indexOf(b));
  return distance === 1 || distance === ring.length - 1;
}

/** For people, before the round begins. */
export function describePlan({ seed, branches, foundedMinor, delayMs, jitterMs, customers, faults }: Plan): string {
  const told = faults.map(({ shape, forMs }) => `${shape} for ${forMs} ms`);
  const slow = delayMs > 0 ? `, links slow by ${delayMs} ms ± ${jitterMs} ms` : '';
  return `seed ${seed}: ${branches.length} branches, ${foundedMinor.length} accounts, ${customers} customers${slow}; ${told.join(', ')}`;
}
