import { Rng } from '../std/rng.js';
import { drawFaults } from './draw-faults.js';
import { drawSteps } from './draw-steps.js';
import { FAULT_NAMES, type FaultName } from './fault-names.js';
import type { ClockPlan, CustomerLine, Plan, RangeMs } from './plan.js';

/** What a seed decides before anything else: how likely everything is, so that seeds differ in kind and not only in detail. */
export interface Odds {
  readonly branches: number;
  readonly accounts: number;
  readonly customers: number;
  readonly steps: number;
  /** The kinds of faults that this seed knows; the others do not happen. */
  readonly faults: readonly FaultName[];
  /** How often each kind of fault begins. */
  readonly times: number;
  readonly faultsEndMs: number;
  readonly delayMs: RangeMs;
  readonly linkMs: RangeMs;
  readonly unhurriedMs: RangeMs;
  readonly durableMs: RangeMs;
  readonly patienceMs: number;
  readonly loss: number;
  readonly duplication: number;
  readonly replay: number;
  readonly reordering: number;
  readonly customerLoss: number;
  /** One of these is how long an operation may take. */
  readonly timeoutsMs: readonly number[];
  readonly thinkMs: number;
  readonly retries: number;
  readonly careful: number;
  readonly withoutPassbook: number;
  /** How often a step is sent again to any branch. */
  readonly elsewhere: number;
  readonly concurrent: number;
  readonly confused: number;
}

export function drawOdds(rng: Rng): Odds {
  const slowest = rng.pick([0, 3, 20, 20, 100, 400]);
  const longestGroup = rng.pick([0, 1, 5, 20, 60, 60]);
  const roundTrip = 2 * (slowest + 2 * longestGroup) + 20;
  const steps = rng.integer(3, rng.pick([8, 16, 30]));
  const faultsEndMs = rng.pick([500, 2000, 2000, 10_000]);
  const share = (most: number) => Math.round(rng.fraction() * most * 100) / 100;
  return {
    branches: rng.pick([1, 2, 2, 3, 3, 3, 4, 5, 6, 7]),
    accounts: rng.integer(1, 3),
    customers: rng.integer(1, 8),
    steps,
    faults: drawKinds(rng),
    times: rng.pick([2, 5, 9]),
    faultsEndMs,
    delayMs: [rng.integer(0, slowest), slowest],
    linkMs: [0, rng.pick([0, 10, 200])],
    unhurriedMs: [0, rng.pick([0, 0, 50, 2000])],
    durableMs: [0, longestGroup],
    // Too little patience costs messages and must cost nothing else.
    patienceMs: Math.ceil(roundTrip * rng.pick([0.3, 1, 1, 1, 4])),
    loss: share(0.3),
    duplication: share(0.5),
    replay: share(0.5),
    reordering: share(0.5),
    customerLoss: share(0.3),
    timeoutsMs: rng.pick([[30, 300, 3000], [20_000], [100, 20_000], [300, 2000], [200, 800]]),
    // Mostly so that they are busy for as long as there are faults.
    thinkMs: rng.pick([0, 20, ...[1, 1.5, 2].map((times) => Math.ceil((times * faultsEndMs) / steps))]),
    retries: rng.pick([0, 3, 3, 6]),
    careful: rng.pick([0, 0.5, 1, 1]),
    withoutPassbook: rng.pick([0, 0, 0.3]),
    elsewhere: rng.pick([0, 0.5, 1]),
    concurrent: rng.pick([0, 0, 0.2]),
    confused: rng.pick([0, 0, 0.2]),
  };
}

/** Often none or one, so that each is seen alone, too. */
function drawKinds(rng: Rng): FaultName[] {
  const kinds = rng.shuffled(FAULT_NAMES);
  return kinds.slice(0, rng.pick([0, 1, 1, 2, 3, 3, 5, 5, 8, kinds.length]));
}

/** What a seed stands for. */
export function drawPlan(seed: number): Plan {
  const rng = new Rng(seed);
  const odds = drawOdds(rng);
  const foundedMinor = Array.from({ length: odds.accounts }, () => rng.integer(0, rng.pick([0, 7, 2 ** 33, 2 ** 33])));
  const [clocks, steps, faults] = [rng.fork(), rng.fork(), rng.fork()];
  return {
    seed,
    branches: odds.branches,
    foundedMinor,
    network: { delayMs: odds.delayMs, linkMs: odds.linkMs, unhurriedMs: odds.unhurriedMs },
    customerLine: customerLine(odds),
    durableMs: odds.durableMs,
    patienceMs: odds.patienceMs,
    clocks: odds.faults.includes('clocks') ? drawClocks(clocks, odds.branches) : [],
    customers: drawSteps(steps, odds, foundedMinor),
    faults: drawFaults(faults, odds),
    faultsEndMs: odds.faultsEndMs,
  };
}

/** No faults, no hurry, and patience for a round trip: then nothing is refused but for lack of money. */
export function isCalm(plan: Plan): boolean {
  const roundTrip = 2 * (plan.network.delayMs[1] + 2 * plan.durableMs[1]) + 20;
  const timeouts = plan.customers.flatMap(({ steps }) => steps.map(({ timeoutMs }) => timeoutMs));
  const noFaults = plan.faults.length === 0 && plan.customerLine.loss === 0 && plan.clocks.length === 0;
  return noFaults && plan.patienceMs >= roundTrip && timeouts.every((ms) => ms >= 20_000);
}

function customerLine({ faults, customerLoss }: Odds): CustomerLine {
  if (!faults.includes('customer-line')) return { delayMs: [0, 1], loss: 0 };
  return { delayMs: [0, 20], loss: customerLoss };
}

function drawClocks(rng: Rng, branches: number): ClockPlan[] {
  return Array.from({ length: branches }, () => ({
    originMs: rng.integer(0, rng.pick([0, 1000, 1e9])),
    rate: rng.pick([1, 0.999, 1.001, 0.9, 1.1, 0.5, 2]),
  }));
}
