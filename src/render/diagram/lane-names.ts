import type { Lane } from './model.js';

/** Names for formats that allow no spaces, one a lane: `customer-1`, `branch-2`, `customer-a_b~2` where two would be the same. */
export function hostNames(lanes: readonly Lane[]): string[] {
  return unique(
    lanes.map((lane) =>
      lane.kind === 'branch' ? `branch-${lane.branch}` : `customer-${lane.customer.replace(/[^\p{L}\p{N}_.-]/gu, '_')}`,
    ),
  );
}

/** Names that are there already get a number: `a`, `a~2`. */
export function unique(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((plain) => {
    let name = plain;
    for (let n = 2; taken.has(name); n++) name = `${plain}~${n}`;
    taken.add(name);
    return name;
  });
}
