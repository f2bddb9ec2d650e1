import type { Lane } from './model.js';

/** Names for formats that allow no spaces, one a lane: `customer-1`, `branch-2`, `customer-a_b~2` where two would be the same. */
export function hostNames(lanes: readonly Lane[]): string[] {
  const taken = new Set<string>();
  return lanes.map((lane) => {
    const plain =
      lane.kind === 'branch' ? `branch-${lane.branch}` : `customer-${lane.customer.replace(/[^\p{L}\p{N}_.-]/gu, '_')}`;
    let name = plain;
    for (let n = 2; taken.has(name); n++) name = `${plain}~${n}`;
    taken.add(name);
    return name;
  });
}
