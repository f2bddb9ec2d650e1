import { PAIR_NAMES, PAIRS, pairName } from '../sim/recoveries/pairs.js';
import type { Totals } from './simulate-seeds.js';

/** From so many seeds on, a pair that was met less often than this fails the run: what does not happen is not tested. */
const MANY_SEEDS = 2000;
const LEAST = 100;

/** Pairs that a long run should have met more often. */
export function rarePairs({ seeds, pairs }: Totals): string[] {
  if (seeds < MANY_SEEDS) return [];
  return PAIR_NAMES.flatMap((name) => {
    const count = pairs.get(name) ?? 0;
    return count < LEAST ? [`${name} happened ${count} times, fewer than ${LEAST}`] : [];
  });
}

/** Faults and what became of them, a row each. */
export function pairTable({ pairs }: Totals): string {
  const rows = Object.entries(PAIRS).flatMap(([trouble, recoveries]) =>
    Object.keys(recoveries).map((recovery, i) => {
      const count = pairs.get(pairName(trouble, recovery)) ?? 0;
      return `${(i === 0 ? trouble : '').padEnd(15)}${recovery.padEnd(24)}${String(count).padStart(9)}`;
    }),
  );
  return [`${'fault'.padEnd(15)}${'recovery'.padEnd(24)}${'times'.padStart(9)}`, ...rows].join('\n');
}
